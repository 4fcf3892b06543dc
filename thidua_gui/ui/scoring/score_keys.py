"""The keys of the score board: opening groups, deciding ratings, finding problems in closed groups. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from thidua_gui.core.scoring import CriterionKind
from thidua_gui.ui.scoring.board_rows import BoardRow
from thidua_gui.ui.scoring.columns import FROZEN, RATING
from thidua_gui.ui.widgets.grid.cell_editor import takes
from thidua_gui.ui.widgets.grid.columns import Column
from thidua_gui.ui.widgets.grid.keys import Keys

if TYPE_CHECKING:
    from thidua_gui.ui.scoring.score_grid import ScoreGrid

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_Problem = tuple[int, str]
"""Line and key of a criterion's column."""


class ScoreKeys(Keys):
    """The grid's keys, and those of groups, ratings and hidden problems."""

    def __init__(self, grid: ScoreGrid) -> None:
        super().__init__(grid)
        self._score_grid = grid

    def press(self, event: QKeyEvent) -> bool:
        """Typing, F2 or Enter in a group opens it; F2 or Enter on a rating decides it; Ctrl+Enter opens the sheet."""
        grid, key = self._score_grid, Qt.Key(event.key())
        control = bool(event.modifiers() & _CONTROL)
        row_id = grid.current_row_id
        if row_id is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return super().press(event)
        if control and key in _ENTER:
            grid.opened.emit(row_id)
            return True
        if control and key == Qt.Key.Key_G and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if grid.current_group():
                grid.toggle_group(grid.current_group())
            return True
        opens = key in (*_ENTER, Qt.Key.Key_F2) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if opens and self._is_on_rating():
            grid.rate_requested.emit(row_id)
            return True
        if grid.closed_group() and (opens or (not control and takes(self._column(), event.text()))):
            return self._open_group(event, edits=key == Qt.Key.Key_F2)
        return super().press(event)

    def go_to_problem(self, back: bool = False) -> bool:
        """The next refused value of the people listed, else the next missing score, also in closed groups."""
        for wanted in (self._refused, self._missing):
            found = next(self._from_here(back, wanted), None)
            if found is not None:
                row = self._score_grid.model_.row_at(found[0])
                return row is not None and self._score_grid.go_to_criterion(row.id, found[1])
        return False

    def _open_group(self, event: QKeyEvent, *, edits: bool) -> bool:
        grid = self._score_grid
        grid.open_here()
        cell = grid.caret.cell
        if edits and cell is not None:
            grid.editing.begin(*cell)
        elif takes(self._column(), event.text()):
            grid.editing.type_key(event)
        return True

    def _from_here(self, back: bool, wanted: Callable[[BoardRow], list[str]]) -> Iterator[_Problem]:
        """The rest of the cursor's line, the lines after it, round the end to the beginning of its own."""
        model, at = self._score_grid.model_, self._score_grid.caret.cell
        count, step = model.rowCount(), -1 if back else 1
        line = at[0] if at is not None else count if back else -1
        here = self._item_place()
        for distance in range(0 if at is not None else 1, count + 1):
            place = (line + step * distance) % count
            row = model.row_at(place)
            keys = [] if row is None else wanted(row)[::step]
            if distance == 0:
                keys = [key for key in keys if (self._order(key) < here if back else self._order(key) > here)]
            yield from ((place, key) for key in keys)

    def _refused(self, row: BoardRow) -> list[str]:
        grid, frame = self._score_grid, self._score_grid.frame_
        if frame is None or not row.line.refused:
            return []
        drafts = row.person.drafts[frame.active.id]
        criteria = ((key, grid.set.criterion(key, row)) for key in grid.set.merged)
        return [key for key, criterion in criteria if criterion is not None and criterion.id in drafts]

    def _missing(self, row: BoardRow) -> list[str]:
        grid, frame = self._score_grid, self._score_grid.frame_
        if frame is None or frame.is_locked or not row.line.standing.needs_work:
            return []
        scores = row.person.scores[frame.active.id]
        criteria = ((key, grid.set.criterion(key, row)) for key in grid.set.merged)
        return [
            key
            for key, criterion in criteria
            if criterion is not None and criterion.kind is CriterionKind.POINTS and criterion.id not in scores
        ]

    def _order(self, key: str) -> float:
        return list(self._score_grid.set.merged).index(key)

    def _item_place(self) -> float:
        """Where the cursor stands among all criteria; a closed group stands just before its first one."""
        grid = self._score_grid
        cell = grid.caret.cell
        if cell is None:
            return -1.0
        keys = list(grid.set.merged)
        key = grid.model_.columns[cell[1]].key
        if key in grid.set.merged:
            return keys.index(key)
        number = grid.closed_group()
        first = next((place for place, other in enumerate(keys) if grid.set.group_of.get(other) == number), None)
        if number and first is not None:
            return first - 0.5
        return -1.0 if cell[1] <= FROZEN else float(len(keys))

    def _is_on_rating(self) -> bool:
        return self._column().key == RATING

    def _column(self) -> Column[BoardRow]:
        cell = self._score_grid.caret.cell
        assert cell is not None
        return self._score_grid.model_.columns[cell[1]]
