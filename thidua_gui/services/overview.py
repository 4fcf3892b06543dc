"""Where the year stands on a day: its milestones, its debts, its counts. Judges no award; knows no window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_gui.core.debts import MILESTONE_OF, Lack
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.targets import Count
from thidua_gui.core.timeline import Milestone, MilestoneKind, MilestoneStatus, statuses
from thidua_gui.services.campaigns import CampaignSummary, campaign, milestones
from thidua_gui.services.debts import Debt, Roll, found_debts, named_apart, roll
from thidua_gui.services.transaction import read


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


def year_state(campaign_id: CampaignId, today: date) -> YearState:
    """The year on that day, in a handful of queries whatever the number of people."""
    with read():
        year = campaign(campaign_id)
        listed = roll(campaign_id, year.last_day)
        found = found_debts(campaign_id, listed)
        marks = _milestones(year, listed, found, today)
        due = {item.status.milestone.kind: item.status.milestone.due_on for item in marks}
        dated = [replace(debt, due_on=due.get(MILESTONE_OF[debt.lack])) for debt in found]
        dated.sort(key=lambda debt: (debt.due_on or date.max, list(Lack).index(debt.lack)))
        named = tuple(named_apart(dated, year.last_day))
    units = sum(unit.id is not None for unit in listed.units)
    return YearState(year, marks, named, len(listed.members), units, _scored_units(listed, found))


def _milestones(
    year: CampaignSummary, listed: Roll, debts: Sequence[Debt], today: date
) -> tuple[NamedStatus, ...]:
    counted = {
        MilestoneKind.LAUNCH: _done(listed.reporting, debts, Lack.LAUNCH),
        MilestoneKind.REGISTRATION: _done(len(listed.members), debts, Lack.REGISTRATION),
        MilestoneKind.UNIT_SCORING: _done(listed.to_be_scored, debts, Lack.UNIT_SCORES, Lack.NO_SHEET),
        MilestoneKind.MID_YEAR: _done(listed.reporting, debts, Lack.MID_YEAR),
        MilestoneKind.RESULTS: _done(listed.reporting, debts, Lack.RESULTS),
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


def _scored_units(listed: Roll, debts: Iterable[Debt]) -> Count:
    asked = {member.unit_id for member in listed.members if member.owes_scores}
    owing = {debt.unit_id for debt in debts if debt.lack in (Lack.UNIT_SCORES, Lack.NO_SHEET)}
    return Count(len(asked - owing), len(asked))
