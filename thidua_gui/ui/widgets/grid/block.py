"""Copy, paste, fill, set and clear over the selected cells of a grid; asks for edits, never writes."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from thidua_gui.text import grid as wording
from thidua_gui.ui.widgets.grid import pasting, tsv
from thidua_gui.ui.widgets.grid.columns import CellEdit, Kind, words_of
from thidua_gui.ui.widgets.grid.pasting import PastePlan

if TYPE_CHECKING:
    from thidua_gui.ui.widgets.grid.view import GridView


class Block:
    """The selected cells of one grid."""

    def __init__(self, grid: "GridView") -> None:
        self._grid = grid

    def copy(self, with_titles: bool = False) -> str:
        """The selected cells as tab-separated text, also put on the clipboard; a list copies its whole rows."""
        grid, snapshot = self._grid, self._grid.snapshot
        cells = grid.caret.selected_cells()
        used = {column for row in cells for _, column in row}
        columns = [
            column
            for column in grid.visible_columns()
            if (column in used or not grid.cells) and snapshot.columns[column].kind is not Kind.PICK
        ]
        rows = [
            [
                snapshot.words(row[0][0], column) if not grid.cells or (row[0][0], column) in row else ""
                for column in columns
            ]
            for row in cells
            if row
        ]
        if with_titles:
            rows.insert(0, [snapshot.columns[column].title.replace("\n", " ") for column in columns])
        text = tsv.write(rows)
        QGuiApplication.clipboard().setText(text)
        return text

    def plan_paste(self, text: str) -> PastePlan:
        """What pasting this text at the current cell or over the selection would change."""
        grid, snapshot = self._grid, self._grid.snapshot
        selected = [row for row in grid.caret.selected_cells() if row]
        block = tsv.read(text)
        if not block or not selected:
            return PastePlan()
        visible = grid.visible_columns()
        left = min((cell for row in selected for cell in row), key=lambda cell: visible.index(cell[1]))[1]
        top = selected[0][0][0]
        width = 1 + max(visible.index(row[-1][1]) for row in selected) - visible.index(left)
        block = pasting.tiled(block, len(selected), width)
        lines = [line for line in range(top, snapshot.rowCount()) if snapshot.row_at(line) is not None]
        columns = [place for place in visible[visible.index(left) :] if snapshot.columns[place].kind is not Kind.PICK]
        return pasting.plan_block(snapshot, lines, columns, block)

    def paste(self) -> None:
        """Plan, tell what a block would change and ask, then request all edits at once."""
        plan = self.plan_paste(QGuiApplication.clipboard().text())
        if not (plan.edits or plan.skipped_read_only or plan.overflow_rows):
            return
        single = len(plan.edits) == 1 and not (plan.skipped_read_only or plan.invalid or plan.overflow_rows)
        ask = self._grid.confirm_paste or self._ask
        if single or ask(plan):
            self._grid.request_edits(plan.edits)

    def _ask(self, plan: PastePlan) -> bool:
        from thidua_gui.ui import messages

        sentence = wording.pasted(len(plan.changes), plan.skipped_read_only, len(plan.invalid), plan.overflow_rows)
        return messages.confirm(self._grid, wording.PASTE_TITLE, sentence, wording.paste_verb(len(plan.edits)))

    def fill_down(self) -> None:
        """The top selected line into those below; a single line takes the words from the line above it."""
        grid, snapshot = self._grid, self._grid.snapshot
        cells = [row for row in grid.caret.selected_cells() if row]
        if not cells:
            return
        lines = [row[0][0] for row in cells]
        if len(lines) == 1:
            above = [line for line in range(lines[0]) if snapshot.row_at(line) is not None]
            if not above:
                return
            lines.insert(0, above[-1])
        columns = [column for _, column in cells[0]]
        grid.request_edits(pasting.plan_fill(snapshot, lines[0], lines[1:], columns).edits)

    def set_value(self, text: str) -> None:
        """One text into every selected cell that can be written; "" empties them."""
        cells = [cell for row in self._grid.caret.selected_cells() for cell in row]
        self._grid.request_edits(pasting.plan_value(self._grid.snapshot, cells, text).edits)

    def toggle_check(self, line: int, column: int) -> None:
        """Turn the check box of a cell."""
        grid, snapshot = self._grid, self._grid.snapshot
        row = snapshot.row_at(line)
        if row is None:
            return
        own = snapshot.columns[column]
        on = bool(words_of(snapshot.face(line, column)))
        if own.kind is Kind.PICK:
            snapshot.pick([row.id], not on)
        elif own.editable(row):
            grid.request_edits((CellEdit(row.id, own.key, "" if on else "x"),))

    def pick_between(self, first: int, last: int, on: bool) -> None:
        """Check or uncheck a run of lines (Shift and click)."""
        snapshot = self._grid.snapshot
        lines = range(min(first, last), max(first, last) + 1)
        snapshot.pick([row.id for line in lines if (row := snapshot.row_at(line)) is not None], on)

    def toggle_picked(self) -> bool:
        """Space: check the selected rows, or uncheck them when all are; False when the grid has no such column."""
        snapshot = self._grid.snapshot
        if all(column.kind is not Kind.PICK for column in snapshot.columns):
            return False
        lines = self._grid.caret.selected_lines()
        ids = [row.id for line in lines if (row := snapshot.row_at(line)) is not None]
        picked = set(snapshot.picked)
        snapshot.pick(ids, not all(row_id in picked for row_id in ids))
        return True
