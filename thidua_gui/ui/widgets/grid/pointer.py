"""What the mouse does in a grid: current cell, dragged blocks, check boxes, collapsing; moves, never writes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from thidua_gui.ui.widgets.grid.columns import Kind

if TYPE_CHECKING:
    from thidua_gui.ui.widgets.grid.surface import Surface
    from thidua_gui.ui.widgets.grid.view import GridView

_LEFT = Qt.MouseButton.LeftButton
SCROLL_MS = 40


class Pointer:
    """One pointer over both surfaces."""

    def __init__(self, grid: "GridView") -> None:
        self._grid = grid
        self._dragging: Surface | None = None
        self._place = QPoint()
        self._checked: int | None = None
        self._timer = QTimer(grid)
        self._timer.setInterval(SCROLL_MS)
        self._timer.timeout.connect(self._drag)

    def press(self, surface: "Surface", event: QMouseEvent) -> None:
        """Go there; Shift extends the block, Ctrl adds to it."""
        grid = self._grid
        grid.setFocus(Qt.FocusReason.MouseFocusReason)
        grid.keys.forget_tabs()
        cell = surface.cell_at(event.position().toPoint())
        if cell is None:
            return
        heading = grid.snapshot.heading(cell[0])
        if event.button() != _LEFT:
            if not grid.selectionModel().isSelected(grid.snapshot.index(*cell)):
                grid.caret.go(*cell)
            return
        if heading is not None and heading.group is not None:
            grid.caret.go(*cell)
            grid.snapshot.toggle_group(heading.group.key)
            return
        modifiers = event.modifiers()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        grid.caret.go(*cell, extend=shift, toggle=bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        if grid.snapshot.columns[cell[1]].kind in (Kind.PICK, Kind.CHECK):
            self._check(*cell, extend=shift)
        else:
            self._dragging = surface

    def move(self, surface: "Surface", event: QMouseEvent) -> None:
        """Hover, or drag the block's other corner; outside the viewport the grid scrolls along."""
        self._place = event.position().toPoint()
        if self._dragging is None or not event.buttons() & _LEFT:
            cell = surface.cell_at(self._place)
            self._grid.hover(-1 if cell is None else cell[0])
            return
        inside = surface.viewport().rect().contains(self._place)
        if inside:
            self._timer.stop()
            self._drag()
        elif not self._timer.isActive():
            self._timer.start()

    def release(self) -> None:
        """The block is done."""
        self._dragging = None
        self._timer.stop()

    def leave(self) -> None:
        """Nothing is hovered."""
        self._grid.hover(-1)

    def double_click(self, surface: "Surface", event: QMouseEvent) -> None:
        """Edit the cell, or open the row where nothing can be written."""
        cell = surface.cell_at(event.position().toPoint())
        if cell is None or event.button() != _LEFT:
            return
        if self._grid.snapshot.row_at(cell[0]) is None:
            self._grid.open_row(cell[0])
            return
        if self._grid.snapshot.columns[cell[1]].kind in (Kind.PICK, Kind.CHECK):
            self._grid.block.toggle_check(*cell)
        elif not self._grid.editing.begin(*cell):
            self._grid.open_cell(*cell)

    def _check(self, line: int, column: int, extend: bool) -> None:
        """A check box; with Shift the whole run from the box clicked before takes its state."""
        snapshot = self._grid.snapshot
        if extend and self._checked is not None and snapshot.columns[column].kind is Kind.PICK:
            on = bool(snapshot.face(self._checked, column))
            self._grid.block.pick_between(self._checked, line, on)
        else:
            self._grid.block.toggle_check(line, column)
        self._checked = line

    def _drag(self) -> None:
        surface = self._dragging
        if surface is None:
            return
        box = surface.viewport().rect()
        step = surface.verticalHeader().defaultSectionSize()
        bar = self._grid.verticalScrollBar()
        if self._place.y() < box.top():
            bar.setValue(bar.value() - step)
        elif self._place.y() > box.bottom():
            bar.setValue(bar.value() + step)
        inside = QPoint(
            max(box.left(), min(box.right(), self._place.x())), max(box.top(), min(box.bottom(), self._place.y()))
        )
        cell = surface.cell_at(inside)
        if cell is not None and cell != self._grid.caret.cell:
            self._grid.caret.go(*cell, extend=True)
