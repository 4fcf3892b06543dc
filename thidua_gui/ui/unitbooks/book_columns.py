"""The columns of the units with their books; asks no service."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.unit_books import BookState, UnitBookRow
from thidua_gui.text import unit_books_page as wording
from thidua_gui.ui.widgets.grid.columns import Chip, Column, FilterKind, Kind, Look, Tone, pick_column

CHIPS = {
    BookState.SUBMITTED: Chip(wording.STATES["submitted"], Tone.OK, "circle-check"),
    BookState.OVERDUE: Chip(wording.STATES["overdue"], Tone.ERROR, "alert-circle"),
    BookState.WAITING: Chip(wording.STATES["waiting"], Tone.NEUTRAL, "clock"),
    BookState.NOT_OWED: Chip(wording.STATES["not_owed"], Tone.NEUTRAL, "info-circle"),
}


def columns() -> tuple[Column[UnitBookRow], ...]:
    """Who has a book, who handed it in, what came with it."""
    contains, choice = FilterKind.CONTAINS, FilterKind.CHOICE
    return (
        pick_column(),
        Column(
            key="name", title=wording.UNIT, text=lambda row: row.name, width=182, stretch=True, filter=contains,
            look=Look.STRONG, indent=lambda row: max(row.depth - 1, 0), tooltip=lambda row: row.name,
        ),
        Column(key="code", title=wording.CODE, text=lambda row: row.code, width=84, filter=contains, look=Look.MUTED),
        Column(
            key="state", title=wording.STATE, kind=Kind.CHIP, chip=lambda row: CHIPS[row.state], width=142,
            filter=choice, sort_key=lambda row: list(BookState).index(row.state),
            tooltip=lambda row: wording.late(row.days_late),
        ),
        _day("submitted", wording.SUBMITTED, _submitted),
        Column(key="by", title=wording.BY, text=_by, width=130, filter=choice, tooltip=_by),
        _day("written", wording.WRITTEN, lambda row: None if row.written_at is None else row.written_at.date()),
        Column(key="arrived", title=wording.ARRIVED, text=_arrived, width=130, tooltip=_file),
        Column(
            key="members", title=wording.MEMBERS, text=lambda row: str(row.members), width=82, kind=Kind.NUMBER,
            sort_key=lambda row: row.members,
        ),
        Column(
            key="note", title=wording.NOTE, width=160, hidden=True, filter=contains,
            text=lambda row: "" if row.submission is None else row.submission.note or "",
        ),
    )  # fmt: skip


def _day(key: str, title: str, day: Callable[[UnitBookRow], date | None]) -> Column[UnitBookRow]:
    def words(row: UnitBookRow) -> str:
        found = day(row)
        return "" if found is None else date_text(found)

    return Column(
        key=key, title=title, text=words, width=108, kind=Kind.DATE, sort_key=day, filter=FilterKind.CONTAINS
    )


def _submitted(row: UnitBookRow) -> date | None:
    return None if row.submission is None else row.submission.submitted_on


def _by(row: UnitBookRow) -> str:
    if row.submission is None:
        return ""
    return row.receipt.by if row.submission.by_workbook and row.receipt is not None else wording.ON_PAPER


def _arrived(row: UnitBookRow) -> str:
    return "" if row.receipt is None else wording.arrived(row.receipt.changed, row.receipt.left_out)


def _file(row: UnitBookRow) -> str:
    return "" if row.receipt is None else row.receipt.file_name
