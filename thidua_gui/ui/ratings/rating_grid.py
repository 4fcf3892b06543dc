"""The grid of ratings: keys 1 to 4 rate whatever is selected. Writes nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from thidua_gui.text import ratings as wording
from thidua_gui.ui.ratings.columns import RATING_COLUMNS, Around, columns
from thidua_gui.ui.ratings.lines import Line
from thidua_gui.ui.widgets.grid.keys import Keys
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

FROZEN = 2
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class RatingKeys(Keys):
    """The grid's keys; in a column of ratings a digit is the rating itself."""

    def press(self, event: QKeyEvent) -> bool:
        """1 HTXSNV, 2 HTTNV, 3 HTNV, 4 KHTNV in every selected cell."""
        grid = self._grid
        cell = grid.caret.cell
        rating = wording.KEYS.get(event.text()) if event.modifiers() in _PLAIN else None
        if cell is None or rating is None or grid.snapshot.columns[cell[1]].key not in RATING_COLUMNS:
            return super().press(event)
        if grid.snapshot.row_at(cell[0]) is None:
            return super().press(event)
        grid.block.set_value(wording.short(rating))
        return True


class RatingGrid(GridView):
    """People or units as lines of cells."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        self.lines: SnapshotModel[Line] = SnapshotModel(columns(around))
        super().__init__(self.lines, frozen=FROZEN, cells=True, parent=parent)
        self.lines.setParent(self)
        self.keys = RatingKeys(self)
        self.setAccessibleName(wording.GRID_NAME)

    def chosen(self) -> list[Line]:
        """The checked lines in the order of the screen, else those of the selected cells."""
        picked = set(self.lines.picked)
        if not picked:
            rows = (self.lines.row_of(row_id) for row_id in self.selected_row_ids())
            return [row for row in rows if row is not None]
        shown = [row for row in self.lines.kept_rows if row.id in picked]
        seen = {row.id for row in shown}
        return [*shown, *(row for row in self.lines.rows if row.id in picked - seen)]
