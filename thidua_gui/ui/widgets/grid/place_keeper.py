"""Keeps cursor, selection and scroll place of a grid while its model sorts, filters or reloads; moves by id."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt

if TYPE_CHECKING:
    from thidua_gui.ui.widgets.grid.view import GridView


class PlaceKeeper(QObject):
    """Knows the current line by its key, so that the cursor stays on its row whatever the order."""

    def __init__(self, grid: "GridView") -> None:
        super().__init__(grid)
        self._grid = grid
        self.key: int | str | None = None
        self.line = -1
        self.column = -1
        self.many = False
        self._scroll = 0
        self.resetting = False
        """The model has told that it changes and the headers may not know it yet."""

    def connect_model(self) -> None:
        """Listen to the model and the selection."""
        model, chosen = self._grid.snapshot, self._grid.selectionModel()
        chosen.currentChanged.connect(self._current_changed)
        chosen.selectionChanged.connect(self._selection_changed)
        model.modelAboutToBeReset.connect(self._leave)
        model.modelReset.connect(self._return)
        model.layoutChanged.connect(self._laid_out)

    def column_among(self, visible: list[int]) -> int:
        """The current column if it is shown, else the first shown one."""
        return self.column if self.column in visible else visible[0]

    def _current_changed(self, current: QModelIndex) -> None:
        if not self.resetting:
            self._note(current.row() if current.isValid() else -1, current.column())

    def _note(self, line: int, column: int) -> None:
        grid = self._grid
        grid.update_line(self.line)
        self.line, self.column = line, column
        grid.update_line(line)
        grid.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, grid.editing.takes_composition())
        key = grid.snapshot.key_of(line) if line >= 0 else None
        if key != self.key:
            self.key = key
            grid.current_row_changed.emit(grid.current_row_id)

    def _selection_changed(self) -> None:
        grid = self._grid
        parts = grid.caret.parts()
        if grid.cells:
            many = len(parts) > 1 or any(part.height() > 1 or part.width() > 1 for part in parts)
        else:
            many = sum(part.height() for part in parts) > 1
        if many or self.many:
            grid.repaint_all()
        self.many = many

    def _leave(self) -> None:
        self._scroll = self._grid.verticalScrollBar().value()
        self.resetting = True

    def _return(self) -> None:
        grid, snapshot = self._grid, self._grid.snapshot
        self.resetting = False
        grid.model_was_reset()
        line = None if self.key is None else snapshot.line_of(self.key)
        if line is None and self.key is not None and snapshot.rowCount():
            line = min(max(self.line, 0), snapshot.rowCount() - 1)
        visible, column, self.line = grid.visible_columns(), self.column, -1
        if line is not None and visible:
            grid.caret.go(line, column if column in visible else visible[0], scroll=False)
        else:
            self._note(-1, -1)
        grid.verticalScrollBar().setValue(self._scroll)
        grid.after_layout()

    def _laid_out(self) -> None:
        index = self._grid.currentIndex()
        self._grid.sizes.cut()
        self._note(index.row() if index.isValid() else -1, index.column())
        self._grid.after_layout()
