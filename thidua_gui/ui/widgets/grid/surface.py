"""One of the grid's two table views, scrolling or frozen: paints headings and hands the pointer to the grid."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from thidua_gui.ui.widgets.grid.headings import paint_heading

if TYPE_CHECKING:
    from thidua_gui.ui.widgets.grid.view import GridView


class Surface(QTableView):
    """Rows of some columns; `grid` is the view that pages know."""

    ready = False

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setProperty("bare", True)
        self.setMouseTracking(True)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(8)
        rows.hide()

    @property
    def grid(self) -> "GridView":
        """The view this surface belongs to."""
        raise NotImplementedError

    def shift(self) -> int:
        """How far right this viewport begins in the whole grid."""
        return 0

    def line_box(self, line: int) -> QRect:
        """A whole line in this viewport."""
        return QRect(0, self.rowViewportPosition(line), self.viewport().width(), self.rowHeight(line))

    def update_line(self, line: int) -> None:
        """Draw a line again."""
        if 0 <= line < self.grid.snapshot.rowCount():
            self.viewport().update(self.line_box(line))

    def visible_lines(self) -> range:
        """Lines at least partly in sight."""
        count = self.grid.snapshot.rowCount()
        if not count:
            return range(0)
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return range(max(first, 0), (last if last >= 0 else count - 1) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells by their delegates, then the headings over the whole width."""
        super().paintEvent(event)
        grid = self.grid
        lines = [(line, found) for line in self.visible_lines() if (found := grid.snapshot.heading(line)) is not None]
        if not lines:
            return
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        whole = grid.whole_width()
        for line, heading in lines:
            box = self.line_box(line)
            box.setLeft(-self.shift())
            box.setWidth(whole)
            paint_heading(painter, grid.ink, box, heading, line == grid.current_line)
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Headings stand still while columns scroll; fields and editor move along."""
        super().scrollContentsBy(dx, dy)
        if not self.ready or self.grid.keeper.resetting:
            return
        if dx:
            for line in self.visible_lines():
                if self.grid.snapshot.heading(line) is not None:
                    self.update_line(line)
        self.grid.scrolled()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To the grid's pointer."""
        self.grid.pointer.press(self, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """To the grid's pointer."""
        self.grid.pointer.move(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """To the grid's pointer."""
        self.grid.pointer.release()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """To the grid's pointer."""
        self.grid.pointer.double_click(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the cell under the pointer, or of the current cell from the keyboard."""
        self.grid.menu_requested(self, event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Nothing is under a pointer that has left; lines are drawn when model and headers agree on them."""
        if event.type() == QEvent.Type.Paint and self.grid.keeper.resetting:
            return True
        if event.type() == QEvent.Type.Leave:
            self.grid.pointer.leave()
        return super().viewportEvent(event)

    def cell_at(self, place: QPoint) -> tuple[int, int] | None:
        """Line and column under a point of the viewport."""
        line, column = self.rowAt(place.y()), self.columnAt(place.x())
        if line < 0:
            return None
        if column < 0:
            if self.grid.snapshot.heading(line) is None:
                return None
            column = self.grid.visible_columns()[0]
        return line, column


class FrozenSurface(Surface):
    """The columns that stay at the left; it lies over the scrolling view's vertical header and has no focus."""

    def __init__(self, grid: "GridView") -> None:
        super().__init__(grid)
        self._grid = grid
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ready = True

    @property
    def grid(self) -> "GridView":
        """The view it belongs to."""
        return self._grid
