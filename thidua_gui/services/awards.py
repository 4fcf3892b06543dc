"""Reads awards of people and units of all years, as they were then. Writes nothing; awards_edit does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

import peewee as pw

from db.models.awards import Award, AwardRevocation
from db.models.movements import Movement
from db.models.organisation import Person, Unit
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AwardId, PersonId, UnitId
from thidua_gui.core.titles import TitleKey, rank
from thidua_gui.core.vietnamese import text_key
from thidua_gui.services import titles
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.rows import day, fetch
from thidua_gui.services.transaction import read


@dataclass(frozen=True, slots=True)
class Revocation:
    """Thu hồi: a row of its own, the award itself stays."""

    revoked_on: date
    reason: str | None
    decision_number: str | None = None


@dataclass(frozen=True, slots=True)
class AwardRow:
    """One award. `name` is the bearer's name today with what tells namesakes apart, of others as it was written; name,
    post and unit then as they were written; None = not known. `is_issued`: a decision of this program stands behind
    it. `kind`: for what it was given (loại hình), `movement`: the name of the thematic or short one."""

    id: AwardId
    person_id: PersonId | None
    unit_id: UnitId | None
    bearer_code: str
    name: str
    name_sort: str
    name_then: str | None
    post_then: str | None
    unit_then: str | None
    year: int
    title: str
    short: str
    key: TitleKey | None
    decision_number: str | None
    decided_on: date | None
    authority: str | None
    is_issued: bool
    revocation: Revocation | None
    kind: str | None = None
    achievement: str | None = None
    movement: str | None = None

    @property
    def is_outside(self) -> bool:
        """Given to somebody who is neither among the people nor among the units."""
        return self.person_id is None and self.unit_id is None

    @property
    def is_form(self) -> bool:
        """A commendation form (hình thức khen thưởng); unknown wordings count as forms."""
        return titles.is_form(self.title)


@dataclass(frozen=True, slots=True)
class AwardFigures:
    """Counts of unrevoked awards of one person."""

    fighter_titles: int
    certificates: int


def awards(on: date, year: int | None = None) -> tuple[AwardRow, ...]:
    """Awards of a year, or of all years, the newest first; `on` is the day whose units tell namesakes apart."""
    with read():
        condition = Award.id.is_null(False) if year is None else Award.year == year
        return _rows(condition, told_apart(on))


def years() -> tuple[tuple[int, int], ...]:
    """The years that have awards and how many, the newest first."""
    with read():
        query = Award.select(Award.year, pw.fn.COUNT(Award.id)).group_by(Award.year).order_by(Award.year.desc())
        return tuple(cast(Iterable[tuple[int, int]], query.tuples()))


def of_person(person_id: PersonId) -> tuple[AwardRow, ...]:
    """A person's awards, the newest first."""
    with read():
        return _timeline(_rows(Award.person == person_id, {}))


def of_unit(unit_id: UnitId) -> tuple[AwardRow, ...]:
    """A unit's awards, the newest first."""
    with read():
        return _timeline(_rows(Award.unit == unit_id, {}))


def of_people(people: Sequence[PersonId]) -> dict[PersonId, tuple[AwardRow, ...]]:
    """The same for several people by one query, no more than fit into it; who has none is not in it."""
    found: dict[PersonId, list[AwardRow]] = {}
    with read():
        for row in _rows(Award.person.in_(list(people)), {}):
            found.setdefault(PersonId(row.person_id or 0), []).append(row)
    return {person: _timeline(tuple(rows)) for person, rows in found.items()}


def of_units(units: Sequence[UnitId]) -> dict[UnitId, tuple[AwardRow, ...]]:
    """The same for units."""
    found: dict[UnitId, list[AwardRow]] = {}
    with read():
        for row in _rows(Award.unit.in_(list(units)), {}):
            found.setdefault(UnitId(row.unit_id or 0), []).append(row)
    return {unit: _timeline(tuple(rows)) for unit, rows in found.items()}


def award(award_id: AwardId) -> AwardRow:
    """One award; `award_gone` when it is no longer there."""
    with read():
        found = _rows(Award.id == award_id, {})
    if not found:
        raise UserError("award_gone")
    return found[0]


def figures(rows: Iterable[AwardRow]) -> AwardFigures:
    """How often grassroots fighter and how many certificates of merit, revoked ones left out."""
    held = [row.key for row in rows if row.revocation is None]
    return AwardFigures(held.count(TitleKey.GRASSROOTS_FIGHTER), held.count(TitleKey.CERTIFICATE_OF_MERIT))


FIELDS = (
    Award.id, Award.person, Award.unit, Award.name_then, Award.post_then, Award.unit_then, Award.year, Award.title,
    Award.decision_number, Award.decided_on, Award.authority, Award.decision,
    Person.code, Person.full_name, Person.name_sort, Unit.code, Unit.name,
    AwardRevocation.revoked_on, AwardRevocation.reason, AwardRevocation.decision_number, Award.kind, Award.achievement,
    Movement.name,
)  # fmt: skip


def rows_where(condition: pw.Expression, on: date) -> tuple[AwardRow, ...]:
    """For services inside a transaction; `on` tells namesakes apart."""
    return _rows(condition, told_apart(on))


def _rows(condition: pw.Expression, apart: dict[PersonId, str]) -> tuple[AwardRow, ...]:
    query = (
        Award.select(*FIELDS)
        .join(Person, pw.JOIN.LEFT_OUTER, on=(Award.person == Person.id))
        .switch(Award)
        .join(Unit, pw.JOIN.LEFT_OUTER, on=(Award.unit == Unit.id))
        .switch(Award)
        .join(AwardRevocation, pw.JOIN.LEFT_OUTER, on=(AwardRevocation.award == Award.id))
        .switch(Award)
        .join(Movement, pw.JOIN.LEFT_OUTER, on=(Award.movement == Movement.id))
        .where(condition)
        .order_by(Award.year.desc(), Award.position, Award.id)
    )
    return tuple(_row(row, apart) for row in fetch(query))


def _row(row: tuple[Any, ...], apart: dict[PersonId, str]) -> AwardRow:
    (
        award_id, person, unit, name_then, post_then, unit_then, year, title, number, decided_on, authority, decision,
        person_code, full_name, name_sort, unit_code, unit_name, revoked_on, reason, revoked_by,
        kind, achievement, movement,
    ) = row  # fmt: skip
    name = unit_name if unit is not None else name_then
    if person is not None:
        name = labelled(full_name, apart.get(PersonId(person), ""))
    return AwardRow(
        AwardId(award_id), person, unit, (unit_code if person is None else person_code) or "", name or "",
        text_key(name or "") if person is None else name_sort, name_then, post_then, unit_then, year, title,
        titles.short_of(title), titles.key_of(title), number, day(decided_on), authority, decision is not None,
        None if revoked_on is None else Revocation(date.fromisoformat(revoked_on), reason, revoked_by),
        kind, achievement, movement,
    )


def _timeline(rows: tuple[AwardRow, ...]) -> tuple[AwardRow, ...]:
    """Within a year titles before forms, the higher first."""
    return tuple(sorted(rows, key=lambda row: (-row.year, row.is_form, -rank(row.key))))
