"""Everybody of the year, or every unit, with points, proposal and what was decided. Set-based; writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from db.models.organisation import Person, Unit
from db.models.scoring import PartyRating
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.ids import CampaignId, PersonId, SubjectId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.rating_order import RatingSteps
from thidua_gui.core.ratings import Rating, Threshold, deciding_total, propose
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.services.campaigns import CampaignState, campaign
from thidua_gui.services.memberships import employed, main_posts
from thidua_gui.services.naming import told_apart
from thidua_gui.services.rating_caps import CapInForce, Source, cap_of, order_source, party_source
from thidua_gui.services.rows import day, fetch
from thidua_gui.services.score_totals import complete_totals
from thidua_gui.services.scoring import board, scaled_alike, stage_total, thresholds_of
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import existing_units, nodes_of, ordered_rows, unit_names
from thidua_gui.text.units import LEADERSHIP

_Totals = Mapping[StageKey, Mapping[Any, Points]]
"""By stage, the complete totals of people or of units."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided for one person or unit; None = not (yet). `is_stale`: a stage was opened again since."""

    rating: Rating | None = None
    reason: str | None = None
    decided_on: date | None = None
    is_stale: bool = False
    party: Rating | None = None
    party_on: date | None = None
    party_number: str | None = None

    @property
    def steps(self) -> RatingSteps:
        """What is compared with the order of the year."""
        return RatingSteps(self.rating, self.decided_on, self.party, self.party_on)


@dataclass(frozen=True, slots=True)
class RatedRow:
    """One person or unit. `total` is that of the latest stage with a complete one, `stage`; the thresholds propose
    from the council's or the unit's stage alone. Of a unit: `unit` is its kind, `post` who heads it."""

    id: int
    code: str
    name: str
    name_sort: str
    told_apart: str
    unit_id: UnitId | None
    unit: str
    unit_place: int
    post: str
    staff_group: str | None
    stage: StageKey | None
    total: Points | None
    proposed: Rating | None
    decision: Decision

    @property
    def deviates(self) -> bool:
        """Decided otherwise than the thresholds propose."""
        return self.decision.rating is not None and self.proposed not in (None, self.decision.rating)


@dataclass(frozen=True, slots=True)
class RatingList:
    """Everything that the page of ratings shows of one year."""

    campaign_id: CampaignId
    year: int
    is_closed: bool
    council_on: date | None
    of: SheetSubject
    rows: tuple[RatedRow, ...]
    units: tuple[tuple[UnitId, str], ...]
    """The units in the order of the tree, for headings."""
    thresholds: tuple[Threshold, ...]
    cap: CapInForce
    party: Source
    order: Source


def rating_list(campaign_id: CampaignId, of: SheetSubject = SheetSubject.PERSON) -> RatingList:
    """People at work at the end of the year, or the units that exist then, in the order of the tree. The leadership is
    no collective that is to be rated: it has a line only where it was rated all the same."""
    with read():
        season = campaign(campaign_id)
        thresholds, places = thresholds_of(campaign_id), _Places(ordered_rows())
        listed = _people if of is SheetSubject.PERSON else _units
        rows = tuple(listed(campaign_id, season.last_day, places, thresholds))
        return RatingList(
            campaign_id, season.year, season.state is CampaignState.CLOSED, season.council_on, of, rows,
            tuple((unit, places.names[unit]) for unit in places.order), thresholds, cap_of(campaign_id),
            party_source(season.last_day), order_source(season.last_day),
        )  # fmt: skip


def decisions(
    campaign_id: CampaignId, of: SheetSubject, only: Collection[SubjectId] | None = None
) -> dict[int, Decision]:
    """What was decided, by person or unit; whoever has nothing has no entry."""
    with read():
        return _decisions(campaign_id, of, only)


@dataclass(slots=True)
class _Places:
    """The units in the order of the tree with their short names, read once."""

    rows: Sequence[Unit]
    names: Mapping[UnitId, str] = field(init=False)
    order: tuple[UnitId, ...] = field(init=False)
    place: Mapping[UnitId, int] = field(init=False)

    def __post_init__(self) -> None:
        self.names = unit_names(self.rows)
        in_tree = (node.key for node in nodes_of(self.rows))
        self.order = tuple(dict.fromkeys((*in_tree, *(UnitId(row.id) for row in self.rows))))
        self.place = {unit: place for place, unit in enumerate(self.order)}


def _people(
    campaign_id: CampaignId, last_day: date, places: _Places, thresholds: Sequence[Threshold]
) -> Iterable[RatedRow]:
    posts, totals = main_posts(last_day), complete_totals(campaign_id)
    decided, apart = _decisions(campaign_id, SheetSubject.PERSON), told_apart(last_day, None, posts)
    wanted = Person.id, Person.code, Person.full_name, Person.name_sort, Person.staff_group, Person.position
    found = []
    for number, code, name, name_sort, group, position in fetch(Person.select(*wanted).where(employed(last_day))):
        post = posts.get(PersonId(number))
        unit_id = None if post is None else post.unit_id
        place = len(places.order) if unit_id is None else places.place.get(unit_id, len(places.order))
        row = RatedRow(
            number, code, name, name_sort, apart.get(PersonId(number), ""),
            unit_id, "" if unit_id is None else places.names[unit_id], place,
            "" if post is None else post.post or "", group,
            *_judged(number, totals, thresholds), decided.get(number, Decision()),
        )  # fmt: skip
        found.append(((place, position, name_sort, number), row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _units(
    campaign_id: CampaignId, last_day: date, places: _Places, thresholds: Sequence[Threshold]
) -> Iterator[RatedRow]:
    totals, decided = unit_totals(campaign_id), _decisions(campaign_id, SheetSubject.UNIT)
    comparable = scaled_alike(campaign_id)
    heads = dict(fetch(Person.select(Person.id, Person.full_name).join(Unit, on=(Unit.head == Person.id))))
    rows = {UnitId(row.id): row for row in Unit.select().where(existing_units(last_day) & ~Unit.is_root)}
    for unit_id in places.order:
        row = rows.get(unit_id)
        if row is not None and (row.kind != LEADERSHIP or row.id in decided):
            yield RatedRow(
                row.id, row.code, row.name, row.name_fold, "", unit_id, row.kind, places.place[unit_id],
                "" if row.head_id is None else heads[row.head_id], None,
                *_judged(row.id, totals, thresholds if comparable else ()), decided.get(row.id, Decision()),
            )  # fmt: skip


def unit_totals(campaign_id: CampaignId) -> _Totals:
    """By stage, the total of every unit whose sheet is complete; for use inside a transaction."""
    year = board(campaign_id, SheetSubject.UNIT)
    found: dict[StageKey, dict[int, Points]] = {key: {} for key in StageKey}
    for row in year.rows:
        for stage in year.stages:
            points = stage_total(year, row, stage.id)
            if points is not None and not row.is_school:
                found[stage.key][row.id] = points
    return found


def proposals(campaign_id: CampaignId, of: SheetSubject) -> dict[int, Rating]:
    """What the thresholds propose, for everybody with a deciding total; for use inside a transaction."""
    thresholds = thresholds_of(campaign_id)
    totals: _Totals = complete_totals(campaign_id) if of is SheetSubject.PERSON else unit_totals(campaign_id)
    if of is SheetSubject.UNIT and not scaled_alike(campaign_id):
        return {}
    subjects = {subject for given in totals.values() for subject in given}
    judged = ((subject, _judged(subject, totals, thresholds)[2]) for subject in subjects)
    return {subject: rating for subject, rating in judged if rating is not None}


def _judged(
    subject: int, totals: _Totals, thresholds: Sequence[Threshold]
) -> tuple[StageKey | None, Points | None, Rating | None]:
    """Stage and total to be shown, and what is proposed."""
    own = {stage: given.get(subject) for stage, given in totals.items()}
    stage, points = deciding_total(own)
    if stage is None:
        alone = own.get(StageKey.SELF)
        return (None if alone is None else StageKey.SELF), alone, None
    return stage, points, propose(points, thresholds)


def _decisions(
    campaign_id: CampaignId, of: SheetSubject, only: Collection[SubjectId] | None = None
) -> dict[int, Decision]:
    owner = RatingRow.person if of is SheetSubject.PERSON else RatingRow.unit
    condition = (RatingRow.campaign == campaign_id) & (
        owner.is_null(False) if only is None else owner.in_(list(only))
    )
    fields = owner, RatingRow.rating, RatingRow.reason, RatingRow.decided_on, RatingRow.stale_since
    party = _party(campaign_id, only) if of is SheetSubject.PERSON else {}
    found = {
        subject: Decision(Rating(rating), reason, day(on), stale is not None, *party.pop(subject, ()))
        for subject, rating, reason, on, stale in fetch(RatingRow.select(*fields).where(condition))
    }
    return found | {person: Decision(None, None, None, False, *facts) for person, facts in party.items()}


def _party(
    campaign_id: CampaignId, only: Collection[SubjectId] | None
) -> dict[int, tuple[Rating, date | None, str | None]]:
    condition = PartyRating.campaign == campaign_id
    if only is not None:
        condition &= PartyRating.person.in_(list(only))
    fields = PartyRating.person, PartyRating.rating, PartyRating.decided_on, PartyRating.decision_number
    query = PartyRating.select(*fields).where(condition)
    return {person: (Rating(rating), day(on), number) for person, rating, on, number in fetch(query)}
