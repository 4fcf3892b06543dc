"""The columns of the milestones and of what is owed by them; asks no service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.timeline import MilestoneState
from thidua_gui.services.debts import Debt
from thidua_gui.services.schedule import MilestoneLine
from thidua_gui.text import schedule as wording
from thidua_gui.text.names import MILESTONES
from thidua_gui.ui.widgets.grid.columns import Chip, Column, FilterKind, Kind, Look, Tone

_TONES = {
    MilestoneState.DONE: (Tone.OK, "circle-check"),
    MilestoneState.LATE: (Tone.ERROR, "alert-circle"),
    MilestoneState.CURRENT: (Tone.WARNING, "flag"),
    MilestoneState.UNDER_WAY: (Tone.INFO, "progress"),
    MilestoneState.UPCOMING: (Tone.NEUTRAL, "clock"),
}


@dataclass(frozen=True, slots=True)
class OwedRow:
    """One debt as a row; `id` is its place in the list."""

    id: int
    debt: Debt
    days_left: int | None


def owed_rows(debts: Sequence[Debt], today: date) -> tuple[OwedRow, ...]:
    """In the given order."""
    return tuple(
        OwedRow(place, debt, None if debt.due_on is None else (debt.due_on - today).days)
        for place, debt in enumerate(debts)
    )


def milestone_columns() -> tuple[Column[MilestoneLine], ...]:
    """In the plan's order: sorting would say nothing."""
    return (
        Column(
            key="name", title=wording.COLUMN_NAME, text=lambda line: line.draft.name, width=180, look=Look.STRONG,
            stretch=True, sortable=False, tooltip=lambda line: line.draft.note or line.draft.name,
        ),
        Column(
            key="kind", title=wording.KIND, text=lambda line: MILESTONES[line.draft.kind], width=170, hidden=True,
            look=Look.MUTED, sortable=False,
        ),
        Column(
            key="when", title=wording.COLUMN_WHEN, width=204, sortable=False,
            text=lambda line: wording.when(line.draft.from_on, line.draft.due_on),
        ),
        Column(
            key="plan", title=wording.PLAN_WORDING, text=lambda line: line.draft.plan_wording, width=180,
            hidden=True, sortable=False, tooltip=lambda line: line.draft.plan_wording, look=Look.MUTED,
        ),
        Column(
            key="done", title=wording.COLUMN_DONE, text=lambda line: wording.done(line.status), width=112,
            kind=Kind.NUMBER, sortable=False,
        ),
        Column(key="state", title=wording.COLUMN_STATE, kind=Kind.CHIP, chip=_state, width=196, sortable=False),
    )  # fmt: skip


def owed_columns() -> tuple[Column[OwedRow], ...]:
    """Who owes what, since when."""
    contains, choice = FilterKind.CONTAINS, FilterKind.CHOICE
    return (
        Column(
            key="unit", title=wording.COLUMN_UNIT, text=lambda row: row.debt.unit_short, width=180, look=Look.STRONG,
            filter=contains, tooltip=lambda row: row.debt.unit_name,
        ),
        Column(
            key="owed", title=wording.COLUMN_OWED, width=196, filter=choice,
            text=lambda row: wording.owed(row.debt.lack, row.debt.missing, row.debt.of),
        ),
        Column(
            key="people", title=wording.COLUMN_PEOPLE, width=76, stretch=True, filter=contains,
            text=lambda row: wording.people(row.debt.names, len(row.debt.people)),
            tooltip=lambda row: wording.people(row.debt.names, len(row.debt.people)),
        ),
        Column(
            key="head", title=wording.COLUMN_HEAD, text=lambda row: row.debt.head or "", width=132, filter=contains,
        ),
        Column(
            key="late", title=wording.COLUMN_LATE, kind=Kind.CHIP, chip=_late, width=150,
            sort_key=lambda row: -9999 if row.days_left is None else row.days_left,
        ),
    )  # fmt: skip


def _state(line: MilestoneLine) -> Chip:
    tone, icon = _TONES[line.status.state]
    return Chip(wording.state(line.status), tone, icon)


def _late(row: OwedRow) -> Chip:
    if row.days_left is None:
        return Chip("")
    late = row.days_left < 0
    return Chip(wording.late(row.days_left), Tone.ERROR if late else Tone.NEUTRAL, "alert-circle" if late else "clock")
