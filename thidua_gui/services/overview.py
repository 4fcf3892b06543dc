"""What the year still lacks and by whom, and where its milestones stand. Judges no award; knows no window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import cast

import peewee as pw

from db.models.campaigns import Launch, Registration
from db.models.organisation import Person, Unit
from db.models.scoring import CriteriaSheet, CriteriaSheetGroup, Criterion, DraftInput, Score, Stage
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.scoring import CriterionKind, StageKey
from thidua_gui.core.targets import Count
from thidua_gui.core.timeline import Milestone, MilestoneKind, MilestoneStatus, statuses
from thidua_gui.services.campaigns import CampaignSummary, campaign, milestones
from thidua_gui.services.memberships import employed, main_posts
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import existing_units
from thidua_gui.text.units import LEADERSHIP


class Lack(StrEnum):
    """What is owed: a launch, a registration, scores of a stage, or a typed value that was refused."""

    LAUNCH = "launch"
    REGISTRATION = "registration"
    SELF_SCORES = "self_scores"
    UNIT_SCORES = "unit_scores"
    DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class Debt:
    """What one unit owes: `missing` of `of` people (of the unit itself: 1 of 1); `people` are those who lack it."""

    lack: Lack
    unit_id: UnitId
    unit_name: str
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
    """The year as of one day: its facts, its milestones, its debts (the earliest due first)."""

    campaign: CampaignSummary
    milestones: tuple[NamedStatus, ...]
    debts: tuple[Debt, ...]
    people: int
    units: int


@dataclass(frozen=True, slots=True)
class _Member:
    id: PersonId
    name: str
    unit_id: UnitId
    sheet_size: int | None


def year_state(campaign_id: CampaignId, today: date) -> YearState:
    """The year on that day, in a handful of queries whatever the number of people."""
    with read():
        year = campaign(campaign_id)
        members = _members(campaign_id, year.last_day)
        units = _units(year.last_day)
        found = _found_debts(campaign_id, units, members)
        marks = _milestones(campaign_id, units, members, found, today)
    due = {item.status.milestone.kind: item.status.milestone.due_on for item in marks}
    dated = [replace(debt, due_on=due.get(_MILESTONE_OF[debt.lack])) for debt in found]
    dated.sort(key=lambda debt: (debt.due_on or date.max, list(Lack).index(debt.lack)))
    return YearState(year, marks, tuple(dated), len(members), len(units))


_MILESTONE_OF = {
    Lack.LAUNCH: MilestoneKind.LAUNCH,
    Lack.REGISTRATION: MilestoneKind.REGISTRATION,
    Lack.SELF_SCORES: MilestoneKind.UNIT_SCORING,
    Lack.UNIT_SCORES: MilestoneKind.UNIT_SCORING,
    Lack.DRAFTS: MilestoneKind.UNIT_SCORING,
}


def _found_debts(campaign_id: CampaignId, units: Sequence[Unit], members: Sequence[_Member]) -> list[Debt]:
    heads = _heads(units)
    launched = _launched(campaign_id)
    debts = [
        Debt(Lack.LAUNCH, UnitId(unit.id), unit.name, heads.get(unit.id), (), (), 1, 1, None)
        for unit in units
        if not _is_leadership(unit) and unit.id not in launched
    ]
    registered = _registered(campaign_id)
    complete = _complete_people(campaign_id, members)
    lacking = {
        Lack.REGISTRATION: {member.id for member in members if member.id not in registered},
        Lack.SELF_SCORES: _unscored(members, complete[StageKey.SELF]),
        Lack.UNIT_SCORES: _unscored(members, complete[StageKey.UNIT]),
        Lack.DRAFTS: _with_drafts(campaign_id),
    }
    by_unit: dict[UnitId, list[_Member]] = defaultdict(list)
    for member in members:
        by_unit[member.unit_id].append(member)
    for lack, people in lacking.items():
        for unit in units:
            staff = by_unit[UnitId(unit.id)]
            owing = [member for member in staff if member.id in people]
            if owing:
                ids, names = tuple(member.id for member in owing), tuple(member.name for member in owing)
                head = heads.get(unit.id)
                debts.append(Debt(lack, UnitId(unit.id), unit.name, head, ids, names, len(owing), len(staff), None))
    return debts


def _milestones(
    campaign_id: CampaignId,
    units: Sequence[Unit],
    members: Sequence[_Member],
    debts: Sequence[Debt],
    today: date,
) -> tuple[NamedStatus, ...]:
    year = campaign(campaign_id)
    launching = sum(not _is_leadership(unit) for unit in units)
    counted = {
        MilestoneKind.LAUNCH: _done(launching, debts, Lack.LAUNCH),
        MilestoneKind.REGISTRATION: _done(len(members), debts, Lack.REGISTRATION),
        MilestoneKind.UNIT_SCORING: _done(len(members), debts, Lack.UNIT_SCORES),
    }
    views = milestones(campaign_id)
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


def _done(of: int, debts: Iterable[Debt], lack: Lack) -> Count:
    return Count(of - sum(debt.missing for debt in debts if debt.lack is lack), of)


def _members(campaign_id: CampaignId, last_day: date) -> tuple[_Member, ...]:
    sizes = _sheet_sizes(campaign_id)
    posts = main_posts(last_day)
    working = Person.select(Person.id, Person.full_name, Person.staff_group).where(employed(last_day))
    return tuple(
        _Member(PersonId(row.id), row.full_name, posts[PersonId(row.id)].unit_id, sizes.get(row.staff_group or ""))
        for row in working.order_by(Person.name_sort, Person.id)
        if PersonId(row.id) in posts
    )


def _units(last_day: date) -> tuple[Unit, ...]:
    existing = existing_units(last_day)
    return tuple(Unit.select().where(~Unit.is_root & existing).order_by(Unit.position, Unit.id))


def _is_leadership(unit: Unit) -> bool:
    return unit.kind == LEADERSHIP


def _heads(units: Sequence[Unit]) -> dict[int, str]:
    ids = [unit.head_id for unit in units if unit.head_id is not None]
    names = {row.id: row.full_name for row in Person.select(Person.id, Person.full_name).where(Person.id.in_(ids))}
    return {unit.id: names[unit.head_id] for unit in units if unit.head_id is not None}


def _launched(campaign_id: CampaignId) -> set[int]:
    return {row.unit_id for row in Launch.select(Launch.unit).where(Launch.campaign == campaign_id)}


def _registered(campaign_id: CampaignId) -> set[PersonId]:
    found = Registration.select(Registration.person).where(Registration.campaign == campaign_id)
    return {PersonId(row.person_id) for row in found if row.person_id is not None}


def _sheet_sizes(campaign_id: CampaignId) -> dict[str, int]:
    """Staff group → how many scores its sheet asks for."""
    sheet = CriteriaSheet
    current = (sheet.campaign == campaign_id) & sheet.superseded_by.is_null()
    asked = (
        Criterion.select(Criterion.sheet, pw.fn.COUNT(Criterion.id))
        .join(sheet, on=(Criterion.sheet == sheet.id))
        .where(current & (Criterion.kind == CriterionKind.POINTS))
        .group_by(Criterion.sheet)
    )
    sizes = dict(cast(Iterable[tuple[int, int]], asked.tuples()))
    serving: dict[str, int] = {}
    groups = CriteriaSheetGroup.select().where(CriteriaSheetGroup.sheet.in_(list(sizes)))
    for row in groups.order_by(CriteriaSheetGroup.sheet):
        serving.setdefault(row.staff_group, sizes[row.sheet_id])
    return serving


def _complete_people(campaign_id: CampaignId, members: Sequence[_Member]) -> dict[StageKey, set[PersonId]]:
    """Who has every score that the own sheet asks for, stage by stage."""
    size_of = {member.id: member.sheet_size for member in members}
    given = (
        Score.select(Stage.key, Score.person, pw.fn.COUNT(Score.id))
        .join(Stage, on=(Score.stage == Stage.id))
        .switch(Score)
        .join(Criterion, on=(Score.criterion == Criterion.id))
        .where((Stage.campaign == campaign_id) & (Criterion.kind == CriterionKind.POINTS))
        .group_by(Stage.key, Score.person)
    )
    complete: dict[StageKey, set[PersonId]] = {key: set() for key in StageKey}
    for key, person, scores in cast(Iterable[tuple[str, int, int]], given.tuples()):
        if scores == size_of.get(PersonId(person)):
            complete[StageKey(key)].add(PersonId(person))
    return complete


def _unscored(members: Sequence[_Member], complete: set[PersonId]) -> set[PersonId]:
    """A person whose group has no sheet owes no scores."""
    return {member.id for member in members if member.sheet_size is not None and member.id not in complete}


def _with_drafts(campaign_id: CampaignId) -> set[PersonId]:
    found = DraftInput.select(DraftInput.person).join(Stage, on=(DraftInput.stage == Stage.id))
    return {PersonId(row.person_id) for row in found.where(Stage.campaign == campaign_id)}

