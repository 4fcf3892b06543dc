"""Who stands on a board of scores: people at work, or units and the school itself. Knows no scores, writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from db.models.organisation import Person, Unit
from thidua_gui.core.ids import CampaignId, PersonId, SheetId, SubjectId, UnitId
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services.campaigns import row_of
from thidua_gui.services.headship import unit_heads
from thidua_gui.services.memberships import employed, main_posts
from thidua_gui.services.serving import serving
from thidua_gui.services.unit_tree import existing_units, unit_names

MOST_LISTED = 500
"""Up to so many are asked for by id; beyond that a whole year is read."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One person or unit. Of a unit: `post` is who heads it, the unit's names are its kind."""

    id: SubjectId
    code: str
    position: int
    name: str
    name_sort: str
    born_on: date | None
    unit_id: UnitId | None
    unit_name: str
    unit_short: str
    unit_position: int
    post: str
    sheet_id: SheetId | None
    is_school: bool = False


def listed(
    campaign_id: CampaignId, of: SheetSubject, ids: Collection[SubjectId] | None = None
) -> tuple[Listed, ...]:
    """Everybody who counts at the end of the year, or exactly those, in the order of the board."""
    last_day = date(row_of(campaign_id).year, 12, 31)
    if of is SheetSubject.UNIT:
        return _units(campaign_id, last_day, ids)
    condition = employed(last_day) if ids is None else Person.id.in_(list(ids))
    people = list(Person.select().where(condition).order_by(Person.name_sort, Person.id))
    return tuple(_people(campaign_id, people, last_day))


def _people(campaign_id: CampaignId, people: Collection[Person], last_day: date) -> Iterable[Listed]:
    ids = None if len(people) > MOST_LISTED else [PersonId(person.id) for person in people]
    posts = main_posts(last_day, people=ids)
    units = {row.id: row for row in Unit.select()}
    short, rule = unit_names(units.values()), serving(campaign_id)
    for person in people:
        post = posts.get(PersonId(person.id))
        unit = None if post is None else units[post.unit_id]
        unit_id = None if post is None else post.unit_id
        yield Listed(
            id=PersonId(person.id),
            code=person.code,
            position=person.position,
            name=person.full_name,
            name_sort=person.name_sort,
            born_on=person.born_on,
            unit_id=unit_id,
            unit_name="" if unit is None else unit.name,
            unit_short="" if unit_id is None else short[unit_id],
            unit_position=0 if unit is None else unit.position,
            post="" if post is None else post.post or "",
            sheet_id=rule.of_person(person.staff_group, unit_id),
        )


def _units(campaign_id: CampaignId, last_day: date, ids: Collection[SubjectId] | None) -> tuple[Listed, ...]:
    """Whom no sheet for units serves is not scored as a unit, and has no row."""
    rule = serving(campaign_id)
    condition = existing_units(last_day) if ids is None else Unit.id.in_(list(ids))
    rows = list(Unit.select().where(condition).order_by(Unit.is_root.desc(), Unit.position, Unit.id))
    short, heads = unit_names(rows), unit_heads(last_day)
    made = (
        Listed(
            id=(unit_id := UnitId(unit.id)),
            code=unit.code,
            position=place,
            name=unit.name,
            name_sort=unit.name_fold,
            born_on=None,
            unit_id=unit_id,
            unit_name=unit.kind,
            unit_short=short[unit_id],
            unit_position=place,
            post=heads.get(unit_id, ""),
            sheet_id=rule.of_unit(unit_id),
            is_school=unit.is_root,
        )
        for place, unit in enumerate(rows)
    )
    return tuple(one for one in made if one.sheet_id is not None)
