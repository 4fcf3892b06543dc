"""Mốc thời gian of a year: kept, changed, and who owes what by each. Knows no window and no document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from db.models.plan import Milestone
from thidua_gui.core.calendar_file import CalendarDay, calendar_file
from thidua_gui.core.changes import Changes
from thidua_gui.core.debts import MILESTONE_OF
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, MilestoneId
from thidua_gui.core.timeline import MilestoneKind, MilestoneStatus
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.campaigns import milestones, refuse_if_closed, row_of
from thidua_gui.services.debts import Debt
from thidua_gui.services.milestone_days import follow
from thidua_gui.services.overview import YearState, year_state
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import read, write
from thidua_gui.text import schedule as wording

WARNED_DAYS = 3


@dataclass(frozen=True, slots=True)
class MilestoneDraft:
    """What the clerk filled in; dates that are not known stay None."""

    kind: MilestoneKind
    name: str
    from_on: date | None = None
    due_on: date | None = None
    done_on: date | None = None
    plan_wording: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """A milestone with how it stands on the day asked for, and what is owed by it."""

    id: MilestoneId
    draft: MilestoneDraft
    status: MilestoneStatus
    debts: tuple[Debt, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The year's milestones in the plan's order, and the state of the year they come from."""

    lines: tuple[MilestoneLine, ...]
    state: YearState


def schedule(campaign_id: CampaignId, today: date) -> Schedule:
    """The year as of that day, in as many queries as the overview needs and one more."""
    with read():
        state = year_state(campaign_id, today)
        rows = _rows(campaign_id)
    by_kind: dict[MilestoneKind, list[Debt]] = {}
    for debt in state.debts:
        by_kind.setdefault(MILESTONE_OF[debt.lack], []).append(debt)
    lines = [
        MilestoneLine(
            MilestoneId(row.id), _draft(row), mark.status, tuple(by_kind.get(MilestoneKind(row.kind), ())),
        )
        for row, mark in zip(rows, state.milestones, strict=True)
    ]  # fmt: skip
    return Schedule(tuple(lines), state)


def add(campaign_id: CampaignId, draft: MilestoneDraft) -> Changes:
    """A new milestone after the others."""
    with write(wording.step_add(draft.name)) as operation:
        refuse_if_closed(campaign_id)
        fields = _judged(campaign_id, draft, None)
        places = [row.position for row in _rows(campaign_id)]
        Milestone.create(campaign=campaign_id, position=max(places, default=0) + 1, **fields)
        follow(campaign_id, {draft.kind})
    return operation.changes


def change(milestone_id: MilestoneId, draft: MilestoneDraft) -> Changes:
    """Another name, other days, or that it is done."""
    with write(wording.step_change(draft.name)) as operation:
        row = _row(milestone_id)
        campaign_id, before = CampaignId(row.campaign_id), MilestoneKind(row.kind)
        refuse_if_closed(campaign_id)
        save_changed(row, _judged(campaign_id, draft, row))
        follow(campaign_id, {before, draft.kind})
    return operation.changes


def remove(milestone_id: MilestoneId) -> Changes:
    """The year has no such milestone; what was recorded by it (launches, registrations) stays."""
    with read():
        name = _row(milestone_id).name
    with write(wording.step_remove(name)) as operation:
        row = _row(milestone_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        row.delete_instance()
        follow(CampaignId(row.campaign_id), {MilestoneKind(row.kind)})
    return operation.changes


def move(milestone_id: MilestoneId, by: int) -> Changes:
    """Up (-1) or down (1) among the year's milestones; at the end it stays."""
    with read():
        name = _row(milestone_id).name
    with write(wording.step_move(name)) as operation:
        campaign_id = CampaignId(_row(milestone_id).campaign_id)
        refuse_if_closed(campaign_id)
        order = [row.id for row in _rows(campaign_id)]
        place = order.index(milestone_id)
        order.insert(max(0, min(len(order) - 1, place + by)), order.pop(place))
        for row in _rows(campaign_id):
            save_changed(row, {"position": order.index(row.id) + 1})
    return operation.changes


def calendar(campaign_id: CampaignId, school: str, written_at: datetime) -> bytes:
    """The dated milestones as an .ics file: a deadline on its last day, what goes on for weeks from end to end."""
    with read():
        year = row_of(campaign_id).year
        views = milestones(campaign_id)
    days = []
    for view in views:
        last = view.due_on or view.done_on
        if last is not None:
            lasting = view.kind == MilestoneKind.IMPLEMENTATION and view.from_on is not None
            first = view.from_on if lasting and view.from_on is not None else last
            is_deadline = view.kind in wording.DEADLINES
            title = wording.calendar_title(view.name, year, deadline=is_deadline)
            uid = f"{year}-{view.id}@tdkt"
            days.append(CalendarDay(uid, title, first, last, school, WARNED_DAYS if is_deadline else 0))
    return calendar_file(wording.calendar_name(year), days, written_at)


def _judged(campaign_id: CampaignId, draft: MilestoneDraft, row: Milestone | None) -> Mapping[str, object]:
    """The row's fields; refuses beside the field at fault."""
    name = tidy(draft.name)
    if not name:
        raise UserError("milestone_name_missing", field="name")
    year = row_of(campaign_id).year
    for field in ("from_on", "due_on", "done_on"):
        day: date | None = getattr(draft, field)
        if day is not None and not date(year - 1, 7, 1) <= day <= date(year + 1, 12, 31):
            raise UserError("milestone_out_of_year", field=field, day=day, year=year)
    if draft.from_on is not None and draft.due_on is not None and draft.due_on < draft.from_on:
        raise UserError("milestone_reversed", field="due_on", first=draft.from_on, last=draft.due_on)
    _refuse_taken(campaign_id, draft.kind, row)
    return {
        "kind": draft.kind.value, "name": name, "from_on": draft.from_on, "due_on": draft.due_on,
        "done_on": draft.done_on, "plan_wording": tidy(draft.plan_wording) or None, "note": draft.note.strip() or None,
    }  # fmt: skip


def _refuse_taken(campaign_id: CampaignId, kind: MilestoneKind, row: Milestone | None) -> None:
    """Debts are owed by the one milestone of their kind; only OTHER may be there several times."""
    for other in _rows(campaign_id):
        is_other = row is None or other.id != row.id
        if kind is not MilestoneKind.OTHER and other.kind == kind and is_other:
            raise UserError("milestone_kind_taken", field="kind", name=other.name)


def _rows(campaign_id: CampaignId) -> Sequence[Milestone]:
    found = Milestone.select().where(Milestone.campaign == campaign_id)
    return list(found.order_by(Milestone.position, Milestone.id))


def _row(milestone_id: MilestoneId) -> Milestone:
    row: Milestone | None = Milestone.get_or_none(Milestone.id == milestone_id)
    if row is None:
        raise UserError("milestone_gone")
    return row


def _draft(row: Milestone) -> MilestoneDraft:
    return MilestoneDraft(
        MilestoneKind(row.kind), row.name, row.from_on, row.due_on, row.done_on, row.plan_wording or "", row.note or ""
    )
