"""The columns of the units' launches; asks no service for rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from thidua_gui.core.errors import UserError
from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.launch_rules import DAY, NOTE, PARTICIPANTS, judged
from thidua_gui.services.launches import LaunchRow
from thidua_gui.text import launches as wording
from thidua_gui.text import registration as shared
from thidua_gui.text.errors import sentence
from thidua_gui.ui.widgets.grid.columns import CellState, Chip, Column, FilterKind, Kind, Look, ScoreCell, Tone

CONTAINS, CHOICE = FilterKind.CONTAINS, FilterKind.CHOICE
FROZEN = 2
_LAUNCHED = Chip(wording.LAUNCHED, Tone.OK, "circle-check")
_LATE = Chip(wording.LATE, Tone.WARNING, "clock")
_MISSING = Chip(wording.NOT_LAUNCHED, Tone.WARNING, "alert-triangle")
_NEED_NOT = Chip(wording.NEED_NOT)
_WRONG = Chip(shared.PROBLEMS, Tone.ERROR, "alert-circle")
_TOO_MANY = Chip(wording.TOO_MANY, Tone.WARNING, "alert-triangle")
_MINUTES = Chip(wording.HAS_MINUTES, Tone.NEUTRAL, "paperclip")


def columns(year: int, is_open: Callable[[], bool]) -> tuple[Column[LaunchRow], ...]:
    """The unit stays frozen at the left; day, people and note are typed into."""
    may = partial(_may_type, is_open)
    return (
        Column(key="code", title=shared.CODE, text=lambda row: row.code, width=76, look=Look.MUTED, filter=CONTAINS),
        Column(
            key="name", title=wording.UNIT, text=lambda row: row.name, width=290, look=Look.STRONG, hideable=False,
            filter=CONTAINS,
        ),
        Column(key="kind", title=wording.KIND, text=lambda row: row.kind, width=88, filter=CHOICE),
        Column(key="head", title=wording.HEAD, text=lambda row: row.head, width=150, hidden=True),
        Column(
            key=DAY, title=wording.DAY, title_tip=wording.DAY_TIP, score=partial(_cell, DAY), width=106,
            kind=Kind.DATE, editable=may, check=partial(_wrong, DAY, year), sort_key=lambda row: row.launched_on,
            spoken=partial(_spoken, wording.DAY_LABEL, DAY),
        ),
        Column(
            key=PARTICIPANTS, title=wording.PARTICIPANTS, score=partial(_cell, PARTICIPANTS), width=84,
            kind=Kind.SCORE, editable=may, check=partial(_wrong, PARTICIPANTS, year), tooltip=_participants_tip,
            sort_key=lambda row: row.participants, spoken=partial(_spoken, wording.PARTICIPANTS_LABEL, PARTICIPANTS),
        ),
        Column(
            key="members", title=wording.MEMBERS, title_tip=wording.MEMBERS_TIP, text=lambda row: str(row.members),
            width=96, kind=Kind.NUMBER, look=Look.MUTED,
        ),
        Column(
            key=NOTE, title=wording.NOTE, score=partial(_cell, NOTE), width=140, stretch=True, editable=may,
            filter=CONTAINS, spoken=partial(_spoken, wording.NOTE, NOTE),
        ),
        Column(
            key="minutes", title=wording.MINUTES, width=106, kind=Kind.BADGE,
            chip=lambda row: None if row.minutes is None else _MINUTES,
            tooltip=lambda row: "" if row.minutes is None else row.minutes.name,
        ),
        Column(key="state", title=wording.STATE, width=150, kind=Kind.CHIP, chip=chip_of, filter=CHOICE, tooltip=_tip),
    )  # fmt: skip


def chip_of(row: LaunchRow) -> Chip:
    """The state in one word."""
    if row.drafts:
        return _WRONG
    if row.launched_on is None:
        return _MISSING if row.must else _NEED_NOT
    if row.has_too_many:
        return _TOO_MANY
    return _LATE if row.is_late else _LAUNCHED


def _may_type(is_open: Callable[[], bool], _row: LaunchRow) -> bool:
    return is_open()


def _stored(row: LaunchRow, field: str) -> str:
    if field == DAY:
        return "" if row.launched_on is None else date_text(row.launched_on)
    if field == PARTICIPANTS:
        return "" if row.participants is None else str(row.participants)
    return row.note


def _cell(field: str, row: LaunchRow) -> ScoreCell:
    draft = row.drafts.get(field)
    if draft is not None:
        return ScoreCell(draft.text, state=CellState.ERROR, problem=draft.problem)
    asked = field == DAY and row.launched_on is None and row.must
    return ScoreCell(_stored(row, field), state=CellState.MISSING if asked else CellState.NORMAL)


def _spoken(title: str, field: str, row: LaunchRow) -> str:
    cell = _cell(field, row)
    missing = wording.NOT_LAUNCHED if cell.state is CellState.MISSING else ""
    return ", ".join(part for part in (title, cell.text or missing, cell.problem) if part)


def _participants_tip(row: LaunchRow) -> str:
    draft = row.drafts.get(PARTICIPANTS)
    if draft is not None:
        return draft.problem
    if row.participants is None or not row.has_too_many:
        return ""
    return wording.too_many(row.participants, row.members)


def _tip(row: LaunchRow) -> str:
    if row.drafts:
        return "\n".join(draft.problem for draft in row.drafts.values())
    if row.has_too_many:
        return _participants_tip(row)
    return wording.late_tip(row.due_on) if row.is_late and row.due_on is not None else ""


def _wrong(field: str, year: int, _row: LaunchRow, text: str) -> str:
    try:
        judged(field, text, year)
    except UserError as refused:
        return sentence(refused)
    return ""
