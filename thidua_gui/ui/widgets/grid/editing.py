"""Opens, places and closes the editor of a cell; no letter is lost between the first key and the editor."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from thidua_gui.ui.widgets.grid import ink
from thidua_gui.ui.widgets.grid.cell_editor import CellEditor, takes
from thidua_gui.ui.widgets.grid.columns import CellEdit, Column, Kind

if TYPE_CHECKING:
    from thidua_gui.ui.widgets.grid.view import GridView

_KEEPING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class Editing(QObject):
    """One editor at a time, kept by row id and column key so that sorting under it does no harm.

    `typed` tells that the entry was begun by typing over the cell: then Left and Right leave it, as in Excel.
    """

    def __init__(self, grid: "GridView") -> None:
        super().__init__(grid)
        self._grid = grid
        self.editor: CellEditor | None = None
        self.typed = False
        self._row_id = 0
        self._key = ""
        self._start = ""
        self._composing = False

    @property
    def active(self) -> bool:
        """An editor is open."""
        return self.editor is not None

    @property
    def composing(self) -> bool:
        """An input method composes in the editor while the grid keeps the focus."""
        return self._composing and self.editor is not None

    def is_at(self, line: int, column: int) -> bool:
        """The editor stands on this cell."""
        return self.editor is not None and self._cell() == (line, column)

    def begin(self, line: int, column: int, *, text: str | None = None, focus: bool = True) -> bool:
        """Open an editor on a cell that can be written; `text` replaces its words. False if it cannot."""
        grid, snapshot = self._grid, self._grid.snapshot
        self.commit()
        row = snapshot.row_at(line)
        own = snapshot.columns[column]
        if row is None or not own.editable(row) or own.kind in (Kind.CHECK, Kind.PICK):
            return False
        surface = grid.surface_of(column)
        self.editor = CellEditor(own, own.choices(row) if own.choices is not None else (), surface.viewport())
        self._row_id, self._key, self.typed = row.id, own.key, text is not None
        self._start = snapshot.typed(line, column)
        self.editor.setFont(grid.ink.font(ink.STRONG if own.kind is Kind.SCORE else ink.PLAIN, own.numeric))
        self.editor.setText(self._start if text is None else text)
        if text is None:
            self.editor.selectAll()
        self.editor.installEventFilter(self)
        self.place()
        self.editor.show()
        if focus:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        grid.update_line(line)
        return True

    def type_key(self, event: QKeyEvent) -> bool:
        """A key with a letter: the editor stands before the letter is delivered to it."""
        cell = self._grid.caret.cell
        if cell is None or not takes(self._grid.snapshot.columns[cell[1]], event.text()):
            return False
        if not self.begin(*cell, text="") or self.editor is None:
            return False
        QApplication.sendEvent(self.editor, event)
        return True

    def type_composed(self, event: QInputMethodEvent) -> bool:
        """Input methods: the editor receives every event from the first one on.

        While letters are being composed the focus stays where the composition began, for changing it would end the
        composition and double or lose a letter; with the first committed text the editor takes the focus.
        """
        if self.editor is None:
            cell = self._grid.caret.cell
            if cell is None or not (event.preeditString() or event.commitString()):
                return False
            own = self._grid.snapshot.columns[cell[1]]
            if not self._letters(cell[1]) and not takes(own, event.commitString()):
                return False
            if not self.begin(*cell, text="", focus=False):
                return False
        editor = self.editor
        if editor is None:
            return False
        QApplication.sendEvent(editor, event)
        self._composing = bool(event.preeditString())
        if self._composing:
            return True
        if event.commitString():
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not editor.text():
            self.cancel()
        return True

    def answer_input_method(self, query: Qt.InputMethodQuery) -> tuple[bool, object]:
        """What the grid tells an input method: (known, answer)."""
        grid, cell = self._grid, self._grid.caret.cell
        if self.editor is not None and self.composing:
            answer = self.editor.inputMethodQuery(query)
            if query == Qt.InputMethodQuery.ImCursorRectangle and isinstance(answer, QRect):
                return True, answer.translated(self.editor.mapTo(grid, QPoint(0, 0)))
            return True, answer
        if query == Qt.InputMethodQuery.ImEnabled:
            return True, self.takes_composition()
        if query == Qt.InputMethodQuery.ImCursorRectangle and cell is not None:
            return True, grid.visualRect(grid.currentIndex())
        return False, None

    def takes_composition(self) -> bool:
        """Input methods may compose in the current cell; digits come as plain keys."""
        grid, cell = self._grid, self._grid.caret.cell
        return cell is not None and grid.cells and grid.snapshot.is_editable(*cell) and self._letters(cell[1])

    def commit(self) -> None:
        """Close the editor and ask for what was typed to be written, whatever it is."""
        editor = self.editor
        if editor is None:
            return
        edit = CellEdit(self._row_id, self._key, editor.text())
        changed = edit.text != self._start
        self._close()
        if changed and self._grid.snapshot.row_of(edit.row_id) is not None:
            self._grid.request_edits((edit,))

    def commit_to_selection(self) -> None:
        """Write what was typed into every selected cell (Ctrl+Enter over a block)."""
        if self.editor is not None:
            text = self.editor.text()
            self._close()
            self._grid.block.set_value(text)

    def cancel(self) -> None:
        """Close the editor; the cell shows its old value."""
        if self.editor is not None:
            self._close()

    def place(self) -> None:
        """Put the editor on its cell, wherever that went."""
        if self.editor is None:
            return
        cell = self._cell()
        if cell is None:
            self.editor.hide()
            return
        self.editor.setGeometry(self._box(*cell))
        self.editor.setVisible(self.editor.geometry().bottom() >= 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that close the editor; losing the focus commits."""
        if watched is not self.editor:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_pressed(event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                event.accept()
                return True
        elif event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and event.reason() not in _KEEPING:
            self.commit()
        return False

    def _key_pressed(self, event: QKeyEvent) -> bool:
        key, grid = Qt.Key(event.key()), self._grid
        if self.editor is not None and self.editor.choosing and key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        if key == Qt.Key.Key_Escape:
            self.cancel()
            grid.setFocus()
            return True
        if key == Qt.Key.Key_F2:
            self.typed = False
            return True
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Down and alt and self.editor is not None:
            self.editor.show_choices()
            return True
        if key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if _ARROWS[key][1] and not self.typed:
                return False
            self.commit()
            grid.setFocus()
            grid.caret.step(*_ARROWS[key])
            return True
        return grid.keys.leaves_editor(event)

    def _letters(self, column: int) -> bool:
        return self._grid.snapshot.columns[column].kind not in (Kind.SCORE, Kind.NUMBER, Kind.DATE)

    def _cell(self) -> tuple[int, int] | None:
        snapshot = self._grid.snapshot
        line = snapshot.line_of(self._row_id)
        return None if line is None else (line, snapshot.column_place(self._key))

    def _box(self, line: int, column: int) -> QRect:
        grid = self._grid
        own: Column[Any] = grid.snapshot.columns[column]
        box = grid.surface_of(column).visualRect(grid.snapshot.index(line, column))
        pad = grid.ink.pad - 2
        if own.kind is Kind.SCORE:
            return box.adjusted(min(grid.ink.px(40), box.width() // 2), 2, -pad, -3)
        return box.adjusted(pad, 2, -pad, -3)

    def _close(self) -> None:
        editor, self.editor = self.editor, None
        self._composing = False
        if editor is None:
            return
        had_focus = editor.hasFocus()
        editor.removeEventFilter(self)
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self._grid.setFocus()
        cell = self._cell()
        if cell is not None:
            self._grid.update_line(cell[0])
