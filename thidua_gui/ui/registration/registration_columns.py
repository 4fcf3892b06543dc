"""The columns of people's and collectives' registrations; asks no service for rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from thidua_gui.core.errors import UserError
from thidua_gui.core.registering import Side
from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.registration_rules import CONTENT, DAY, TITLE, judged_day, judged_title, offered
from thidua_gui.services.registrations import Row
from thidua_gui.text import registration as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui.widgets.grid.columns import CellState, Chip, Column, FilterKind, Kind, Look, ScoreCell, Tone

CONTAINS, CHOICE = FilterKind.CONTAINS, FilterKind.CHOICE
FROZEN = 2
_REGISTERED = Chip(wording.REGISTERED, Tone.OK, "circle-check")
_LATE = Chip(wording.REGISTERED_LATE, Tone.WARNING, "clock")
_MISSING = Chip(wording.UNREGISTERED, Tone.WARNING, "alert-triangle")
_NOT_ASKED = Chip(wording.UNREGISTERED)
_WRONG = Chip(wording.PROBLEMS, Tone.ERROR, "alert-circle")
_GONE = Chip(wording.GONE)


def columns(side: Side, year: int, is_open: Callable[[], bool]) -> tuple[Column[Row], ...]:
    """Whom it is about stays frozen at the left; title, content and day are typed into."""
    people = side is Side.PEOPLE
    who: tuple[Column[Row], ...] = (
        Column(key="code", title=wording.CODE, text=lambda row: row.code if not row.is_school else "", width=58,
               look=Look.MUTED, filter=CONTAINS),
        Column(
            key="name", title=wording.NAME if people else wording.UNIT_NAME, text=lambda row: row.label,
            width=168 if people else 300, look=Look.STRONG, hideable=False, filter=CONTAINS, tooltip=_whole_name,
            sort_key=(lambda row: row.name_sort) if people else None,
        ),
    )  # fmt: skip
    return (*who, *(_of_people() if people else _of_units()), *_typed(side, year, is_open), *_told(side))


def chip_of(row: Row) -> Chip:
    """The state in one word."""
    if row.drafts:
        return _WRONG
    if row.has_registered:
        return _LATE if row.is_late else _REGISTERED
    if not row.counts:
        return _GONE
    return _MISSING if row.must else _NOT_ASKED


def _of_people() -> tuple[Column[Row], ...]:
    return (
        Column(key="unit", title=wording.UNIT, text=lambda row: row.unit, width=120, filter=CHOICE),
        Column(key="post", title=wording.POST, text=lambda row: row.post, width=116, filter=CHOICE),
    )


def _of_units() -> tuple[Column[Row], ...]:
    return (Column(key="kind", title=wording.KIND, text=lambda row: row.post, width=92, filter=CHOICE, hidden=True),)


def _typed(side: Side, year: int, is_open: Callable[[], bool]) -> tuple[Column[Row], ...]:
    names = offered(side)
    may = partial(_may_type, is_open)
    return (
        Column(
            key=TITLE, title=wording.AWARD, score=partial(_cell, TITLE), width=176 if side is Side.PEOPLE else 206,
            editable=may, choices=lambda _row: names, check=_title_wrong, filter=CHOICE,
            spoken=partial(_spoken, wording.AWARD, TITLE),
        ),
        Column(
            key=CONTENT, title=wording.CONTENT, score=partial(_cell, CONTENT), width=150, stretch=True, editable=may,
            filter=CONTAINS, spoken=partial(_spoken, wording.CONTENT, CONTENT),
        ),
        Column(
            key=DAY, title=wording.DAY_HEADER, title_tip=wording.DAY_TIP, score=partial(_cell, DAY), width=100,
            kind=Kind.DATE, editable=may, check=partial(_day_wrong, year), sort_key=_first_day,
            spoken=partial(_spoken, wording.DAY, DAY),
        ),
    )  # fmt: skip


def _told(side: Side) -> tuple[Column[Row], ...]:
    return (
        Column(
            key="more", title=wording.MORE, title_tip=wording.MORE_TIP, text=_more,
            width=104 if side is Side.PEOPLE else 190, tooltip=_more_tip,
        ),
        Column(key="state", title=wording.STATE, width=128, kind=Kind.CHIP, chip=chip_of, filter=CHOICE,
               tooltip=_late_tip),
    )  # fmt: skip


def _may_type(is_open: Callable[[], bool], _row: Row) -> bool:
    return is_open()


def _stored(row: Row, field: str) -> str:
    if not row.lines:
        return ""
    line = row.lines[0]
    if field == TITLE:
        return line.title
    if field == CONTENT:
        return line.content
    return "" if line.registered_on is None else date_text(line.registered_on)


def _cell(field: str, row: Row) -> ScoreCell:
    """What was refused stands in the cell in place of what is stored; a missing title stands out."""
    draft = row.drafts.get(field)
    if draft is not None:
        return ScoreCell(draft.text, state=CellState.ERROR, problem=draft.problem)
    text = _stored(row, field)
    asked = field == TITLE and row.owes
    return ScoreCell(text, state=CellState.MISSING if asked else CellState.NORMAL)


def _spoken(title: str, field: str, row: Row) -> str:
    cell = _cell(field, row)
    return ", ".join(part for part in (title, cell.text or wording.UNREGISTERED, cell.problem) if part)


def _first_day(row: Row) -> object:
    return row.lines[0].registered_on if row.lines else None


def _more(row: Row) -> str:
    return "; ".join(line.title for line in row.lines[1:])


def _more_tip(row: Row) -> str:
    return "\n".join(
        f"{line.title}: {wording.line_facts(line.registered_on, line.content)}" for line in row.lines[1:]
    )


def _late_tip(row: Row) -> str:
    if row.drafts:
        return "\n".join(draft.problem for draft in row.drafts.values())
    return wording.late_tip(row.due_on) if row.is_late and row.due_on is not None else ""


def _whole_name(row: Row) -> str:
    return ", ".join(part for part in (row.label, row.post, row.unit if row.unit != row.label else "") if part)


def _title_wrong(row: Row, text: str) -> str:
    try:
        judged_title(text, row.side)
    except UserError as refused:
        return sentence(refused)
    return ""


def _day_wrong(year: int, row: Row, text: str) -> str:
    try:
        judged_day(text, year, row.registrant)
    except UserError as refused:
        return sentence(refused)
    return ""
