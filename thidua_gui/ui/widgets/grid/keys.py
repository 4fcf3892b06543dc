"""Which key does what in a grid, as in Excel; it moves and asks, the page writes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from thidua_gui.ui.widgets.grid.columns import CellState, Kind

if TYPE_CHECKING:
    from thidua_gui.ui.widgets.grid.view import GridView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class Keys:
    """Answers the keys of one grid; `press` is False for keys that mean nothing here."""

    def __init__(self, grid: "GridView") -> None:
        self._grid = grid
        self._tab_start: int | None = None

    def press(self, event: QKeyEvent) -> bool:
        """A key while no editor is open."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return key in _ENTER and self._explain()
        if key in _ENTER or key in _TAB:
            return self._leave(key, control, shift)
        if self._clipboard(event):
            return True
        return self._moves(key, control, shift) or self._acts(key, control, shift) or self._types(event, control)

    def leaves_editor(self, event: QKeyEvent) -> bool:
        """A key pressed in the editor that commits it and goes elsewhere."""
        key, grid = Qt.Key(event.key()), self._grid
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ENTER and control and grid.block_selected:
            grid.editing.commit_to_selection()
            return True
        if key in _ENTER or key in _TAB:
            grid.editing.commit()
            grid.setFocus()
            return self._leave(key, control, shift)
        if key == Qt.Key.Key_F8 or (control and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)):
            grid.editing.commit()
            grid.setFocus()
            return self.press(event)
        return False

    def go_to_problem(self, back: bool = False) -> bool:
        """The next refused cell after the current one, round the end; missing cells when none is refused."""
        snapshot, cursor = self._grid.snapshot, self._grid.caret
        places = {column: place for place, column in enumerate(self._grid.visible_columns())}
        found: list[tuple[int, int]] = []
        for state in (CellState.ERROR, CellState.MISSING):
            found = found or [cell for cell in snapshot.problems(state) if cell[1] in places]
        if not found:
            return False
        found.sort(key=lambda cell: (cell[0], places[cell[1]]), reverse=back)
        at = cursor.cell or (-1, -1)
        here = (at[0], places.get(at[1], -1))
        beyond = [
            cell for cell in found if ((cell[0], places[cell[1]]) < here if back else (cell[0], places[cell[1]]) > here)
        ]
        cursor.go(*(beyond or found)[0])
        return True

    def _explain(self) -> bool:
        """The reasons of a total (Alt+Enter)."""
        at = self._grid.caret.cell
        if at is None or not self._grid.snapshot.columns[at[1]].explains:
            return False
        self._grid.open_cell(*at)
        return True

    def _leave(self, key: Qt.Key, control: bool, shift: bool) -> bool:
        grid, cursor = self._grid, self._grid.caret
        at = cursor.cell
        if at is None:
            return False
        if key in _TAB:
            return self._tab(at, back=key == Qt.Key.Key_Backtab or shift)
        heading = grid.snapshot.heading(at[0])
        if heading is not None and heading.group is not None:
            grid.snapshot.toggle_group(heading.group.key)
            return True
        if control or not grid.cells:
            grid.open_row(at[0])
            return True
        column = at[1] if self._tab_start is None or shift else self._tab_start
        self._tab_start = None
        below = cursor.next_below(column, back=shift)
        if below is not None:
            cursor.go(*below)
        return True

    def _tab(self, at: tuple[int, int], back: bool) -> bool:
        """Right over read-only cells into the next line; out of the grid when there is nothing to write."""
        cursor = self._grid.caret
        if not self._grid.cells:
            return False
        target = cursor.next_editable(back)
        if target is None:
            return False
        if self._tab_start is None or target[0] != at[0]:
            self._tab_start = at[1] if target[0] == at[0] else target[1]
        cursor.go(*target)
        return True

    def _clipboard(self, event: QKeyEvent) -> bool:
        grid = self._grid
        if event.matches(QKeySequence.StandardKey.Copy):
            grid.block.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            grid.block.paste()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            grid.caret.select_all()
        else:
            return False
        return True

    def _moves(self, key: Qt.Key, control: bool, shift: bool) -> bool:
        cursor = self._grid.caret
        page = self._grid.page_lines()
        if key in _STEPS:
            lines, columns = _STEPS[key]
            if columns and self._folds(columns):
                return True
            if control:
                cursor.edge(first=lines + columns < 0, column_wise=bool(columns), extend=shift)
            else:
                cursor.step(lines, columns, extend=shift)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            back = key == Qt.Key.Key_PageUp
            if control:
                self._grid.step_row(-1 if back else 1)
            else:
                cursor.step(-page if back else page, 0, extend=shift)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            first = key == Qt.Key.Key_Home
            if control:
                cursor.edge(first=first, column_wise=False, extend=shift)
            cursor.edge(first=first, column_wise=True, extend=shift)
        else:
            return False
        self._tab_start = None
        return True

    def forget_tabs(self) -> None:
        """The clerk went elsewhere: Enter goes straight down again."""
        self._tab_start = None

    def _folds(self, direction: int) -> bool:
        """Left collapses and Right opens the group under the cursor."""
        at = self._grid.caret.cell
        heading = None if at is None else self._grid.snapshot.heading(at[0])
        if heading is None or heading.group is None:
            return False
        self._grid.snapshot.toggle_group(heading.group.key, collapsed=direction < 0)
        return True

    def _acts(self, key: Qt.Key, control: bool, shift: bool) -> bool:
        grid = self._grid
        if key == Qt.Key.Key_F2 and grid.caret.cell is not None:
            grid.editing.begin(*grid.caret.cell)
        elif key == Qt.Key.Key_F8:
            self.go_to_problem(back=shift)
        elif key == Qt.Key.Key_Delete:
            grid.block.set_value("")
        elif key == Qt.Key.Key_D and control:
            grid.block.fill_down()
        elif key == Qt.Key.Key_C and control and shift:
            grid.block.copy(with_titles=True)
        elif key == Qt.Key.Key_L and control and shift:
            grid.show_filter_row(not grid.filter_row_shown)
        elif key == Qt.Key.Key_Space and not control:
            return self._space()
        else:
            return False
        return True

    def _space(self) -> bool:
        grid = self._grid
        at = grid.caret.cell
        if at is None:
            return False
        heading = grid.snapshot.heading(at[0])
        if heading is not None and heading.group is not None:
            grid.snapshot.toggle_group(heading.group.key)
            return True
        if grid.snapshot.columns[at[1]].kind is Kind.CHECK:
            grid.block.toggle_check(*at)
            return True
        return grid.block.toggle_picked()

    def _types(self, event: QKeyEvent, control: bool) -> bool:
        grid = self._grid
        if event.key() == Qt.Key.Key_Backspace and grid.caret.cell is not None:
            return grid.editing.begin(*grid.caret.cell, text="")
        return not control and grid.cells and grid.editing.type_key(event)
