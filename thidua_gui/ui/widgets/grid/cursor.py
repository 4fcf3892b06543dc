"""Moves the current cell and the selected block over the visible columns; edits nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange
from PySide6.QtWidgets import QAbstractItemView

if TYPE_CHECKING:
    from thidua_gui.ui.widgets.grid.view import GridView

_FLAG = QItemSelectionModel.SelectionFlag
Cell = tuple[int, int]


class Cursor:
    """Current cell, anchor of the block, and the steps between cells."""

    def __init__(self, grid: "GridView") -> None:
        self._grid = grid
        self._anchor: Cell | None = None

    @property
    def cell(self) -> Cell | None:
        """Line and column of the current cell."""
        index = self._grid.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def go(self, line: int, column: int, *, extend: bool = False, toggle: bool = False, scroll: bool = True) -> None:
        """Make a cell current and select it, or the block from the anchor to it."""
        grid = self._grid
        model = grid.selectionModel()
        index = grid.snapshot.index(line, column)
        if not index.isValid():
            return
        if not extend or self._anchor is None:
            self._anchor = (line, column)
        model.setCurrentIndex(index, _FLAG.NoUpdate)
        flag = _FLAG.Toggle if toggle else _FLAG.ClearAndSelect
        model.select(self._block(self._anchor, (line, column)), flag)
        if scroll:
            grid.scroll_to(line, column)

    def to_middle(self) -> None:
        """Scroll the current line to the middle; the topmost line stays whole where the current one allows it."""
        grid, at = self._grid, self.cell
        if at is None:
            return
        grid.scrollTo(grid.snapshot.index(*at), QAbstractItemView.ScrollHint.PositionAtCenter)
        cut_off = grid.rowViewportPosition(grid.rowAt(0))
        lower = grid.rowViewportPosition(at[0]) + grid.rowHeight(at[0]) - cut_off
        if cut_off < 0 and lower <= grid.viewport().height():
            bar = grid.verticalScrollBar()
            bar.setValue(bar.value() + cut_off)

    def select_all(self) -> None:
        """Every cell; the current one stays."""
        last = self._grid.snapshot.rowCount() - 1
        columns = self._grid.visible_columns()
        if last >= 0 and columns:
            block = self._block((0, columns[0]), (last, columns[-1]))
            self._grid.selectionModel().select(block, _FLAG.ClearAndSelect)

    def step(self, lines: int, columns: int, *, extend: bool = False) -> None:
        """Move by lines and visible columns, staying inside; the cut line is passed over."""
        at = self.cell
        visible = self._grid.visible_columns()
        if not visible or not self._grid.snapshot.rowCount():
            return
        if at is None:
            self.go(self._passing(0, 1), visible[0])
            return
        line = self._passing(self._clamped(at[0] + lines), lines)
        place = visible.index(at[1]) if at[1] in visible else 0
        self.go(line, visible[max(0, min(len(visible) - 1, place + columns))], extend=extend)

    def edge(self, *, first: bool, column_wise: bool, extend: bool = False) -> None:
        """To the first or last column of the line, or line of the grid."""
        visible, count = self._grid.visible_columns(), self._grid.snapshot.rowCount()
        at = self.cell
        if not visible or not count or at is None:
            return
        line, column = at
        if column_wise:
            column = visible[0 if first else -1]
        else:
            line = self._passing(0, 1) if first else self._passing(count - 1, -1)
        self.go(line, column, extend=extend)

    def next_editable(self, back: bool = False) -> Cell | None:
        """The next cell to write into along the line, then in the lines after (Tab)."""
        snapshot, visible, at = self._grid.snapshot, self._grid.visible_columns(), self.cell
        if at is None or not visible:
            return None
        step = -1 if back else 1
        columns = visible[::step]
        start = columns.index(at[1]) + 1 if at[1] in columns else 0
        line = at[0]
        while 0 <= line < snapshot.rowCount():
            for column in columns[start:]:
                if snapshot.is_editable(line, column):
                    return line, column
            line, start = line + step, 0
        return None

    def next_below(self, column: int, back: bool = False) -> Cell | None:
        """The next line whose cell in this column can be written (Enter); plain lines if none can."""
        at = self.cell
        if at is None:
            return None
        step, snapshot = -1 if back else 1, self._grid.snapshot
        lines = range(at[0] + step, -1 if back else snapshot.rowCount(), step)
        for line in lines:
            if snapshot.is_editable(line, column):
                return line, column
        for line in lines:
            if snapshot.row_at(line) is not None and not snapshot.is_editable(at[0], column):
                return line, column
        return None

    def parts(self) -> list[QItemSelectionRange]:
        """The rectangles of the selection."""
        selection = self._grid.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def selected_lines(self) -> list[int]:
        """Lines of rows in the selection, top to bottom."""
        snapshot = self._grid.snapshot
        lines = {line for part in self.parts() for line in range(part.top(), part.bottom() + 1)}
        return sorted(line for line in lines if snapshot.row_at(line) is not None)

    def selected_cells(self) -> list[list[Cell]]:
        """Selected cells of rows by line, columns in visible order; the current cell when nothing is selected."""
        snapshot = self._grid.snapshot
        chosen: dict[int, set[int]] = {}
        for part in self.parts():
            for line in range(part.top(), part.bottom() + 1):
                chosen.setdefault(line, set()).update(range(part.left(), part.right() + 1))
        if not chosen and self.cell is not None:
            chosen = {self.cell[0]: {self.cell[1]}}
        visible = self._grid.visible_columns()
        lines = sorted(line for line in chosen if snapshot.row_at(line) is not None)
        return [[(line, column) for column in visible if column in chosen[line]] for line in lines]

    def _block(self, start: Cell, end: Cell) -> QItemSelection:
        grid = self._grid
        top, bottom = sorted((start[0], end[0]))
        columns = grid.visible_columns()
        if grid.cells:
            places = sorted(columns.index(cell[1]) for cell in (start, end) if cell[1] in columns)
            columns = columns[places[0] : places[-1] + 1] if places else []
        elif columns:
            columns = list(range(grid.snapshot.columnCount()))
        block = QItemSelection()
        for left, right in _runs(columns):
            block.select(grid.snapshot.index(top, left), grid.snapshot.index(bottom, right))
        return block

    def _clamped(self, line: int) -> int:
        return max(0, min(self._grid.snapshot.rowCount() - 1, line))

    def _passing(self, line: int, direction: int) -> int:
        """The line itself, or beyond it when it is the cut line."""
        heading = self._grid.snapshot.heading(line)
        if heading is None or heading.cut is None:
            return line
        beyond = line + (1 if direction > 0 else -1)
        return beyond if 0 <= beyond < self._grid.snapshot.rowCount() else line


def _runs(columns: list[int]) -> list[Cell]:
    """First and last of each run of neighbouring logical columns."""
    runs: list[Cell] = []
    for column in sorted(columns):
        if runs and column == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], column)
        else:
            runs.append((column, column))
    return runs
