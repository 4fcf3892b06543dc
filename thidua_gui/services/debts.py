"""Who owes what in a year: launches, registrations, scores, submissions, by unit and person. Writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from db.models.campaigns import Launch, Registration
from db.models.organisation import Person, Unit
from db.models.plan import Milestone
from db.models.scoring import DraftInput, Stage
from thidua_gui.core.debts import MILESTONE_OF, Lack
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.services import submissions
from thidua_gui.services.headship import unit_heads
from thidua_gui.services.memberships import employed, main_posts
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.score_totals import complete_totals, owes_scores
from thidua_gui.services.unit_tree import existing_units, unit_names
from thidua_gui.text.overview import NO_UNIT
from thidua_gui.text.units import LEADERSHIP

NAMED = 3
"""So many of those who owe something are named; the others are counted."""
AHEAD_DAYS = 45
"""What is due later than that presses nobody yet."""
_DEBTS_NAMED = 100
"""Names are looked up for so many debts: a longer list is not read by anybody."""


@dataclass(frozen=True, slots=True)
class Debt:
    """What one unit owes: `missing` of `of` people (of the unit itself: 1 of 1); `people` are those who lack it and
    `names` those of the first few. `unit_id` is None of people whose unit nobody noted."""

    lack: Lack
    unit_id: UnitId | None
    unit_name: str
    unit_short: str
    head: str | None
    people: tuple[PersonId, ...]
    names: tuple[str, ...]
    missing: int
    of: int
    due_on: date | None


_HANDED_IN = {Lack.MID_YEAR: SubmissionKind.MID_YEAR, Lack.RESULTS: SubmissionKind.RESULTS}


@dataclass(frozen=True, slots=True)
class Member:
    id: PersonId
    name: str
    unit_id: UnitId | None
    owes_scores: bool


@dataclass(frozen=True, slots=True)
class OwingUnit:
    """A unit of the year, or (`id` None) those whose unit nobody noted."""

    id: UnitId | None
    name: str
    short: str
    head: str | None
    launches: bool
    """It launches, reports and hands in results: every unit but the leadership."""


@dataclass(frozen=True, slots=True)
class Roll:
    """Everyone who counts in the year and every unit that has somebody or exists at its end."""

    members: tuple[Member, ...]
    units: tuple[OwingUnit, ...]

    @property
    def reporting(self) -> int:
        """How many units launch, report and hand in results."""
        return sum(unit.launches for unit in self.units)

    @property
    def to_be_scored(self) -> int:
        """Everybody, once somebody is scored: who has no sheet is missing, not done."""
        return len(self.members) if any(member.owes_scores for member in self.members) else 0


def roll(campaign_id: CampaignId, last_day: date) -> Roll:
    """In a handful of queries whatever the number of people."""
    members = _members(campaign_id, last_day)
    return Roll(members, _units(last_day, {member.unit_id for member in members}))


def found_debts(campaign_id: CampaignId, listed: Roll) -> list[Debt]:
    """Everything owed, without days and in no order."""
    units, members = listed.units, listed.members
    debts = [
        Debt(lack, unit.id, unit.name, unit.short, unit.head, (), (), 1, 1, None)
        for lack, done in _done_by_units(campaign_id).items()
        for unit in units
        if unit.launches and unit.id not in done
    ]
    by_unit: dict[UnitId | None, list[Member]] = defaultdict(list)
    for member in members:
        by_unit[member.unit_id].append(member)
    for lack, people in _lacking(campaign_id, listed).items():
        debts += [
            _debt(lack, unit, owing, len(by_unit[unit.id]))
            for unit in units
            if (owing := [member for member in by_unit[unit.id] if member.id in people])
        ]
    return debts


def _done_by_units(campaign_id: CampaignId) -> Mapping[Lack, Collection[UnitId | None]]:
    """Which units have done what they owe themselves; a report for which the year has set no day is owed by nobody."""
    dated = (Milestone.campaign == campaign_id) & Milestone.due_on.is_null(False)
    asked = {row.kind for row in Milestone.select(Milestone.kind).where(dated)}
    handed_in = submissions.latest(campaign_id)
    done: dict[Lack, Collection[UnitId | None]] = {Lack.LAUNCH: _launched(campaign_id)}
    for lack, kind in _HANDED_IN.items():
        if MILESTONE_OF[lack] in asked:
            done[lack] = {unit_id for unit_id, of_kind in handed_in if of_kind is kind}
    return done


def _lacking(campaign_id: CampaignId, listed: Roll) -> Mapping[Lack, Collection[PersonId]]:
    members = listed.members
    registered = _registered(campaign_id)
    complete = complete_totals(campaign_id)
    return {
        Lack.REGISTRATION: {member.id for member in members if member.id not in registered},
        Lack.NO_SHEET: _unserved(listed),
        Lack.SELF_SCORES: _unscored(members, complete[StageKey.SELF]),
        Lack.UNIT_SCORES: _unscored(members, complete[StageKey.UNIT]),
        Lack.DRAFTS: _with_drafts(campaign_id),
    }


def _debt(lack: Lack, unit: OwingUnit, owing: Sequence[Member], of: int) -> Debt:
    names = tuple(member.name for member in owing[:NAMED])
    people = tuple(member.id for member in owing)
    return Debt(lack, unit.id, unit.name, unit.short, unit.head, people, names, len(owing), of, None)


def pressing(debts: Sequence[Debt], today: date) -> tuple[Debt, ...]:
    """Those that are late, due soon or without a day, in their order."""
    return tuple(debt for debt in debts if debt.due_on is None or (debt.due_on - today).days <= AHEAD_DAYS)


def named_apart(debts: Sequence[Debt], on: date) -> Iterable[Debt]:
    """The same debts, with what tells people of one name apart behind their names."""
    asked = {person for debt in debts[:_DEBTS_NAMED] for person in debt.people[:NAMED]}
    apart = told_apart(on, asked) if asked else {}
    for debt in debts:
        pairs = zip(debt.names, debt.people, strict=False)
        yield replace(debt, names=tuple(labelled(name, apart.get(person, "")) for name, person in pairs))


def _members(campaign_id: CampaignId, last_day: date) -> tuple[Member, ...]:
    """Everyone who counts, as services.target_facts has them, also people of whom no unit is known."""
    owes = owes_scores(campaign_id)
    posts = main_posts(last_day)
    working = Person.select(Person.id, Person.full_name, Person.staff_group).where(employed(last_day))
    rows = cast(
        Iterable[tuple[PersonId, str, str | None]], working.order_by(Person.name_sort, Person.id).tuples()
    )
    return tuple(
        Member(person, name, unit_id := posts[person].unit_id if person in posts else None, owes(group, unit_id))
        for person, name, group in rows
    )


def _units(last_day: date, with_members: Collection[UnitId | None]) -> tuple[OwingUnit, ...]:
    """The units of the year in their order, then whatever else somebody belongs to (the school itself, a unit closed
    before the end of the year, no unit)."""
    ordered = list(Unit.select().order_by(Unit.is_root, Unit.position, Unit.id))
    existing = {row.id for row in Unit.select(Unit.id).where(~Unit.is_root & existing_units(last_day))}
    heads, short = unit_heads(last_day), unit_names(ordered)
    of_year = [_unit(row, heads, short) for row in ordered if row.id in existing]
    others = [
        replace(_unit(row, heads, short), launches=False)
        for row in ordered
        if row.id not in existing and row.id in with_members
    ]
    nowhere = [OwingUnit(None, NO_UNIT, NO_UNIT, None, launches=False)] if None in with_members else []
    return (*of_year, *others, *nowhere)


def _unit(row: Unit, heads: Mapping[UnitId, str], short: Mapping[UnitId, str]) -> OwingUnit:
    head = heads.get(UnitId(row.id))
    return OwingUnit(UnitId(row.id), row.name, short[UnitId(row.id)], head, launches=row.kind != LEADERSHIP)


def _launched(campaign_id: CampaignId) -> set[UnitId | None]:
    return {UnitId(row.unit_id) for row in Launch.select(Launch.unit).where(Launch.campaign == campaign_id)}


def _registered(campaign_id: CampaignId) -> set[PersonId]:
    mine = (Registration.campaign == campaign_id) & Registration.person.is_null(False)
    found = Registration.select(Registration.person).where(mine).tuples()
    return {PersonId(person) for (person,) in cast(Iterable[tuple[int]], found)}


def _unserved(listed: Roll) -> set[PersonId]:
    """Whom no criteria sheet serves in a year that scores people at all: the staff group is not known, mostly."""
    return {member.id for member in listed.members if not member.owes_scores} if listed.to_be_scored else set()


def _unscored(members: Sequence[Member], complete: Collection[PersonId]) -> set[PersonId]:
    """A person whose group has no sheet owes no scores."""
    return {member.id for member in members if member.owes_scores and member.id not in complete}


def _with_drafts(campaign_id: CampaignId) -> set[PersonId]:
    found = DraftInput.select(DraftInput.person).join(Stage, on=(DraftInput.stage == Stage.id)).distinct()
    mine = found.where((Stage.campaign == campaign_id) & DraftInput.person.is_null(False))
    return {PersonId(row.person_id) for row in mine if row.person_id is not None}
