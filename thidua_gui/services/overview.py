"""What the year still lacks and by whom, and where its milestones stand. Judges no award; knows no window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import cast

from db.models.campaigns import Launch, Registration
from db.models.organisation import Person, Unit
from db.models.scoring import DraftInput, Stage
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.targets import Count
from thidua_gui.core.timeline import Milestone, MilestoneKind, MilestoneStatus, statuses
from thidua_gui.services.campaigns import CampaignSummary, campaign, milestones
from thidua_gui.services.memberships import employed, main_posts
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.score_totals import complete_totals, owes_scores
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import existing_units, unit_names
from thidua_gui.text.overview import NO_UNIT
from thidua_gui.text.units import LEADERSHIP

NAMED = 3
"""So many of those who owe something are named; the others are counted."""
_DEBTS_NAMED = 100
"""Names are looked up for so many debts: a longer list is not read by anybody."""


class Lack(StrEnum):
    """What is owed: a launch, a registration, a criteria sheet that serves the person, scores of a stage, or a typed
    value that was refused."""

    LAUNCH = "launch"
    REGISTRATION = "registration"
    NO_SHEET = "no_sheet"
    SELF_SCORES = "self_scores"
    UNIT_SCORES = "unit_scores"
    DRAFTS = "drafts"


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


@dataclass(frozen=True, slots=True)
class NamedStatus:
    """A milestone today with the name the school gave it; `note` is a number of the plan or the like."""

    name: str
    status: MilestoneStatus
    note: str | None


@dataclass(frozen=True, slots=True)
class YearState:
    """The year as of one day: its facts, its milestones, its debts (the earliest due first). `scored_units`: those
    that have scored all their people, of those that have somebody to score."""

    campaign: CampaignSummary
    milestones: tuple[NamedStatus, ...]
    debts: tuple[Debt, ...]
    people: int
    units: int
    scored_units: Count


@dataclass(frozen=True, slots=True)
class _Member:
    id: PersonId
    name: str
    unit_id: UnitId | None
    owes_scores: bool


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit of the year, or (`id` None) those whose unit nobody noted."""

    id: UnitId | None
    name: str
    short: str
    head: str | None
    launches: bool


def year_state(campaign_id: CampaignId, today: date) -> YearState:
    """The year on that day, in a handful of queries whatever the number of people."""
    with read():
        year = campaign(campaign_id)
        members = _members(campaign_id, year.last_day)
        units = _units(year.last_day, {member.unit_id for member in members})
        found = _found_debts(campaign_id, units, members)
        marks = _milestones(year, units, members, found, today)
        due = {item.status.milestone.kind: item.status.milestone.due_on for item in marks}
        dated = [replace(debt, due_on=due.get(_MILESTONE_OF[debt.lack])) for debt in found]
        dated.sort(key=lambda debt: (debt.due_on or date.max, list(Lack).index(debt.lack)))
        named = tuple(_told_apart(dated, year.last_day))
    owed = Count(*_scored_units(members, found))
    return YearState(year, marks, named, len(members), sum(unit.id is not None for unit in units), owed)


_MILESTONE_OF = {
    Lack.LAUNCH: MilestoneKind.LAUNCH,
    Lack.REGISTRATION: MilestoneKind.REGISTRATION,
    Lack.NO_SHEET: MilestoneKind.UNIT_SCORING,
    Lack.SELF_SCORES: MilestoneKind.UNIT_SCORING,
    Lack.UNIT_SCORES: MilestoneKind.UNIT_SCORING,
    Lack.DRAFTS: MilestoneKind.UNIT_SCORING,
}


def _found_debts(campaign_id: CampaignId, units: Sequence[_Unit], members: Sequence[_Member]) -> list[Debt]:
    launched = _launched(campaign_id)
    debts = [
        Debt(Lack.LAUNCH, unit.id, unit.name, unit.short, unit.head, (), (), 1, 1, None)
        for unit in units
        if unit.launches and unit.id not in launched
    ]
    by_unit: dict[UnitId | None, list[_Member]] = defaultdict(list)
    for member in members:
        by_unit[member.unit_id].append(member)
    for lack, people in _lacking(campaign_id, members).items():
        debts += [
            _debt(lack, unit, owing, len(by_unit[unit.id]))
            for unit in units
            if (owing := [member for member in by_unit[unit.id] if member.id in people])
        ]
    return debts


def _lacking(campaign_id: CampaignId, members: Sequence[_Member]) -> Mapping[Lack, Collection[PersonId]]:
    registered = _registered(campaign_id)
    complete = complete_totals(campaign_id)
    return {
        Lack.REGISTRATION: {member.id for member in members if member.id not in registered},
        Lack.NO_SHEET: _unserved(members),
        Lack.SELF_SCORES: _unscored(members, complete[StageKey.SELF]),
        Lack.UNIT_SCORES: _unscored(members, complete[StageKey.UNIT]),
        Lack.DRAFTS: _with_drafts(campaign_id),
    }


def _debt(lack: Lack, unit: _Unit, owing: Sequence[_Member], of: int) -> Debt:
    names = tuple(member.name for member in owing[:NAMED])
    people = tuple(member.id for member in owing)
    return Debt(lack, unit.id, unit.name, unit.short, unit.head, people, names, len(owing), of, None)


def _told_apart(debts: Sequence[Debt], on: date) -> Iterable[Debt]:
    """The same debts, with what tells people of one name apart behind their names."""
    asked = {person for debt in debts[:_DEBTS_NAMED] for person in debt.people[:NAMED]}
    apart = told_apart(on, asked) if asked else {}
    for debt in debts:
        pairs = zip(debt.names, debt.people, strict=False)
        yield replace(debt, names=tuple(labelled(name, apart.get(person, "")) for name, person in pairs))


def _milestones(
    year: CampaignSummary,
    units: Sequence[_Unit],
    members: Sequence[_Member],
    debts: Sequence[Debt],
    today: date,
) -> tuple[NamedStatus, ...]:
    counted = {
        MilestoneKind.LAUNCH: _done(sum(unit.launches for unit in units), debts, Lack.LAUNCH),
        MilestoneKind.REGISTRATION: _done(len(members), debts, Lack.REGISTRATION),
        MilestoneKind.UNIT_SCORING: _done(_to_be_scored(members), debts, Lack.UNIT_SCORES, Lack.NO_SHEET),
    }
    views = milestones(year.id)
    marks = [
        Milestone(
            kind=MilestoneKind(view.kind),
            from_on=view.from_on,
            due_on=view.due_on,
            done_on=view.done_on,
            counted=counted.get(MilestoneKind(view.kind)),
            passes_by_itself=view.kind == MilestoneKind.IMPLEMENTATION,
        )
        for view in views
    ]
    notes = {MilestoneKind.PLAN: year.plan_number}
    return tuple(
        NamedStatus(view.name, status, notes.get(status.milestone.kind))
        for view, status in zip(views, statuses(marks, today), strict=True)
    )


def _done(of: int, debts: Iterable[Debt], *lacks: Lack) -> Count:
    return Count(of - sum(debt.missing for debt in debts if debt.lack in lacks), of)


def _to_be_scored(members: Sequence[_Member]) -> int:
    """Everybody, once somebody is scored: who has no sheet is missing, not done."""
    return len(members) if any(member.owes_scores for member in members) else 0


def _scored_units(members: Sequence[_Member], debts: Iterable[Debt]) -> tuple[int, int]:
    asked = {member.unit_id for member in members if member.owes_scores}
    owing = {debt.unit_id for debt in debts if debt.lack in (Lack.UNIT_SCORES, Lack.NO_SHEET)}
    return len(asked - owing), len(asked)


def _members(campaign_id: CampaignId, last_day: date) -> tuple[_Member, ...]:
    """Everyone who counts, as services.target_facts has them, also people of whom no unit is known."""
    owes = owes_scores(campaign_id)
    posts = main_posts(last_day)
    working = Person.select(Person.id, Person.full_name, Person.staff_group).where(employed(last_day))
    rows = cast(
        Iterable[tuple[PersonId, str, str | None]], working.order_by(Person.name_sort, Person.id).tuples()
    )
    return tuple(
        _Member(person, name, unit_id := posts[person].unit_id if person in posts else None, owes(group, unit_id))
        for person, name, group in rows
    )


def _units(last_day: date, with_members: Collection[UnitId | None]) -> tuple[_Unit, ...]:
    """The units of the year in their order, then whatever else somebody belongs to (the school itself, a unit closed
    before the end of the year, no unit)."""
    ordered = list(Unit.select().order_by(Unit.is_root, Unit.position, Unit.id))
    existing = {row.id for row in Unit.select(Unit.id).where(~Unit.is_root & existing_units(last_day))}
    heads, short = _heads(ordered), unit_names(ordered)
    of_year = [_unit(row, heads, short) for row in ordered if row.id in existing]
    others = [
        replace(_unit(row, heads, short), launches=False)
        for row in ordered
        if row.id not in existing and row.id in with_members
    ]
    nowhere = [_Unit(None, NO_UNIT, NO_UNIT, None, launches=False)] if None in with_members else []
    return (*of_year, *others, *nowhere)


def _unit(row: Unit, heads: Mapping[int, str], short: Mapping[UnitId, str]) -> _Unit:
    head = None if row.head_id is None else heads[row.head_id]
    return _Unit(UnitId(row.id), row.name, short[UnitId(row.id)], head, launches=row.kind != LEADERSHIP)


def _heads(units: Sequence[Unit]) -> dict[int, str]:
    ids = [unit.head_id for unit in units if unit.head_id is not None]
    return {row.id: row.full_name for row in Person.select(Person.id, Person.full_name).where(Person.id.in_(ids))}


def _launched(campaign_id: CampaignId) -> set[int]:
    return {row.unit_id for row in Launch.select(Launch.unit).where(Launch.campaign == campaign_id)}


def _registered(campaign_id: CampaignId) -> set[PersonId]:
    mine = (Registration.campaign == campaign_id) & Registration.person.is_null(False)
    found = Registration.select(Registration.person).where(mine).tuples()
    return {PersonId(person) for (person,) in cast(Iterable[tuple[int]], found)}


def _unserved(members: Sequence[_Member]) -> set[PersonId]:
    """Whom no criteria sheet serves in a year that scores people at all: the staff group is not known, mostly."""
    return {member.id for member in members if not member.owes_scores} if _to_be_scored(members) else set()


def _unscored(members: Sequence[_Member], complete: Collection[PersonId]) -> set[PersonId]:
    """A person whose group has no sheet owes no scores."""
    return {member.id for member in members if member.owes_scores and member.id not in complete}


def _with_drafts(campaign_id: CampaignId) -> set[PersonId]:
    found = DraftInput.select(DraftInput.person).join(Stage, on=(DraftInput.stage == Stage.id)).distinct()
    mine = found.where((Stage.campaign == campaign_id) & DraftInput.person.is_null(False))
    return {PersonId(row.person_id) for row in mine if row.person_id is not None}
