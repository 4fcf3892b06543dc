"""The list as it stands and the summary by unit, on paper and in Excel. Writes nothing into the data file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thidua_gui.core.rating_cap import Tally, tally
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services.rating_list import RatedRow, RatingList
from thidua_gui.text import ratings as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.ratings.lines import Line
from thidua_gui.ui.ratings.rating_grid import RatingGrid

if TYPE_CHECKING:
    from thidua_gui.services.list_documents import ShownList

_Cells = tuple[object, ...]


class RatingOutput(QObject):
    """`window` is the page over which dialogs open; `shown` tells of which year and whom."""

    def __init__(
        self, context: Context, window: QWidget, grid: RatingGrid, shown: Callable[[], RatingList | None]
    ) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._grid = grid
        self._shown = shown

    def save_excel(self) -> None:
        """The list on screen; ask where and write."""
        self._save(self.listed())

    def preview(self) -> None:
        """The list on screen as pages."""
        self._preview(self.listed())

    def save_summary(self) -> None:
        """Bảng tổng hợp; ask where and write."""
        self._save(self.summed_up())

    def preview_summary(self) -> None:
        """Bảng tổng hợp as pages."""
        self._preview(self.summed_up())

    def listed(self) -> ShownList | None:
        """Every line that passes the filters, in the order of the screen, also those of closed groups."""
        shown = self._shown()
        on = self._context.clock().date()
        return None if shown is None else list_as_shown(self._grid, self._grid.lines.kept_rows, shown, on)

    def summed_up(self) -> ShownList | None:
        """Everybody, whatever is filtered."""
        shown = self._shown()
        if shown is None:
            return None
        rows = tuple(line.rated for line in self._grid.lines.rows)
        return summary(replace(shown, rows=rows), self._context.clock().date())

    def _save(self, listed: ShownList | None) -> None:
        if listed is not None:
            list_output.save_excel(self._window, self._context, listed)

    def _preview(self, listed: ShownList | None) -> None:
        if listed is not None:
            list_output.preview(self._window, self._context, listed)


def list_as_shown(grid: RatingGrid, lines: Sequence[Line], shown: RatingList, on: date) -> ShownList:
    """These lines in the grid's visible columns."""
    subject = (wording.output_subject(shown.year),)
    listed = list_output.shown_list(grid, lines, wording.LIST[shown.of], subject, on)
    if shown.of is SheetSubject.UNIT or any(column.key == "unit" for column in grid.lines.columns):
        return listed
    return _with_units(listed, [line.rated.unit for line in lines])


def _with_units(listed: ShownList, units: Sequence[str]) -> ShownList:
    """After the name: on paper no heading tells the unit."""
    from thidua_gui.documents.list_sheet import ListColumn

    def inserted(rows: tuple[tuple[Any, ...], ...], cells: Sequence[Any]) -> tuple[tuple[Any, ...], ...]:
        return tuple((*row[:1], cell, *row[1:]) for row, cell in zip(rows, cells, strict=True))

    return replace(
        listed, columns=(*listed.columns[:1], ListColumn(wording.UNIT, False, True), *listed.columns[1:]),
        words=inserted(listed.words, units), values=inserted(listed.values, units),
    )  # fmt: skip


def summary(shown: RatingList, on: date) -> ShownList:
    """Bảng tổng hợp xếp loại: one line per unit, or per kind of unit, with the whole school at the end."""
    from thidua_gui.documents.list_sheet import ListColumn
    from thidua_gui.services.list_documents import ShownList

    is_person = shown.of is SheetSubject.PERSON
    heads = (
        wording.UNIT if is_person else wording.KIND, wording.SUMMARY_COUNT, *wording.CODES.values(),
        wording.SUMMARY_UNRATED, wording.SUMMARY_SHARE,
    )  # fmt: skip
    rows = [_cells(name, members) for name, members in _parts(shown)]
    rows.append(_cells(wording.SUMMARY_ALL, shown.rows))
    columns = tuple(ListColumn(head, place > 0, place == 0) for place, head in enumerate(heads))
    words = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in rows)
    subject = (wording.output_subject(shown.year),)
    return ShownList(wording.SUMMARY, subject, on, columns, words, tuple(rows))


def _parts(shown: RatingList) -> list[tuple[str, list[RatedRow]]]:
    parts: dict[str, list[RatedRow]] = {}
    for row in shown.rows:
        parts.setdefault(row.unit or wording.SUMMARY_NO_UNIT, []).append(row)
    return list(parts.items())


def _cells(name: str, members: Sequence[RatedRow]) -> _Cells:
    """Counts are numbers in Excel; nobody is an empty cell's dash on neither."""
    ratings = [row.decision.rating for row in members]
    counted: Tally = tally(ratings)
    rated = counted.people - counted.unrated
    shares = wording.share(counted.excellent, rated) or None
    return name, counted.people, *(ratings.count(rating) for rating in Rating), counted.unrated, shares
