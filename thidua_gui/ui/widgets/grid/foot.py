"""What stands under the rows of a grid: the pinned cut line and the summary row, in the columns' own places."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from thidua_gui.text import grid as wording
from thidua_gui.ui.widgets.grid import ink
from thidua_gui.ui.widgets.grid.columns import Align, Column
from thidua_gui.ui.widgets.grid.headings import paint_cut
from thidua_gui.ui.widgets.grid.row_order import Summary
from thidua_gui.ui.widgets.grid.sizes import CUT_HEIGHT
from thidua_gui.ui.widgets.grid.view import GridView

_ALIGN = {Align.LEFT: ink.LEFT, Align.CENTRE: ink.CENTRE, Align.RIGHT: ink.RIGHT}


class PinnedCut(QWidget):
    """The cut line again at the foot of the view while the real one lies below the fold; a click goes there."""

    def __init__(self, grid: GridView) -> None:
        super().__init__()
        self._grid = grid
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        grid.geometry_changed.connect(self.follow)
        grid.snapshot.cut_changed.connect(self.follow)
        self.follow()

    def sizeHint(self) -> QSize:
        """As high as the line itself."""
        return QSize(200, self._grid.ink.px(CUT_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Its height is not given up."""
        return QSize(0, self._grid.ink.px(CUT_HEIGHT))

    def follow(self) -> None:
        """Show it when the line is out of sight below, or nowhere because another order mixes the rows."""
        cut = self._grid.snapshot.cut
        line = self._grid.snapshot.line_of("cut")
        wanted = cut is not None and (line is None or self._below(line))
        if cut is not None:
            self.setAccessibleName(wording.joined(cut.title, *cut.facts, cut.right))
            self.setToolTip(cut.tip)
        if wanted == self.isHidden():
            self.setVisible(wanted)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As in the grid."""
        cut = self._grid.snapshot.cut
        if cut is not None:
            painter = QPainter(self)
            paint_cut(painter, self._grid.ink, self.rect(), cut)
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the line into sight."""
        line = self._grid.snapshot.line_of("cut")
        if line is not None:
            self._grid.scrollTo(self._grid.snapshot.index(line, 0), GridView.ScrollHint.PositionAtCenter)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """What Enter on the line does."""
        self._grid.cut_opened.emit()

    def _below(self, line: int) -> bool:
        """Below the fold, also of the viewport that this strip itself makes lower."""
        room = self._grid.viewport().height() + (self.height() if not self.isHidden() else 0)
        lower = self._grid.rowViewportPosition(line) + self._grid.rowHeight(line)
        return lower > room


class SummaryRow(QWidget):
    """Averages under the grid; its label takes the columns before the first value."""

    def __init__(self, grid: GridView) -> None:
        super().__init__()
        self._grid = grid
        grid.geometry_changed.connect(self.update)
        grid.snapshot.summary_changed.connect(self.refresh)
        self.refresh()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(200, self._grid.verticalHeader().defaultSectionSize() + 1)

    def minimumSizeHint(self) -> QSize:
        """Its height is not given up."""
        return QSize(0, self.sizeHint().height())

    def refresh(self) -> None:
        """Other values, or none."""
        summary = self._grid.snapshot.summary
        self.setVisible(summary is not None)
        if summary is not None:
            titles = {column.key: " ".join(column.title.split()) for column in self._grid.snapshot.columns}
            said = [f"{titles[key]} {words}" for key, words in summary.values.items() if key in titles]
            self.setAccessibleName(wording.joined(summary.label, *said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Scrolling columns first, the frozen ones and the label over them."""
        summary, grid = self._grid.snapshot.summary, self._grid
        if summary is None:
            return
        painter = QPainter(self)
        pen = grid.ink
        painter.fillRect(self.rect(), pen.colours["header"])
        frozen = grid.shift()
        boxes = {place: self._box(place) for place in grid.visible_columns()}
        painter.setClipRect(frozen, 0, self.width() - frozen, self.height())
        for place, box in boxes.items():
            if place >= grid.frozen_count:
                self._cell(painter, box, grid.snapshot.columns[place], summary)
        painter.setClipping(False)
        for place, box in boxes.items():
            if place < grid.frozen_count and grid.snapshot.columns[place].key in summary.values:
                self._cell(painter, box, grid.snapshot.columns[place], summary)
        self._label(painter, boxes, summary)
        painter.fillRect(0, 0, self.width(), 1, pen.colours["borderStrong"])
        painter.end()

    def _box(self, place: int) -> QRect:
        surface = self._grid.surface_of(place)
        left = surface.columnViewportPosition(place) + (0 if surface is self._grid.frozen else self._grid.shift())
        return QRect(left, 0, surface.columnWidth(place), self.height())

    def _cell(self, painter: QPainter, box: QRect, column: Column[Any], summary: Summary) -> None:
        pen = self._grid.ink
        words = summary.values.get(column.key, "")
        inner = box.adjusted(pen.pad, 1, -pen.pad, 0)
        pen.write(painter, inner, words, "text", ink.BOLD, numeric=column.numeric, align=_ALIGN[column.alignment])
        painter.fillRect(box.right(), box.top(), 1, box.height(), pen.colours["border"])

    def _label(self, painter: QPainter, boxes: dict[int, QRect], summary: Summary) -> None:
        columns, pen = self._grid.snapshot.columns, self._grid.ink
        right = self.width()
        for place, box in boxes.items():
            if columns[place].key in summary.values:
                right = max(box.left(), self._grid.shift())
                break
        else:
            right = self.width()
        box = QRect(pen.pad, 1, right - 2 * pen.pad, self.height() - 1)
        pen.write(painter, box, summary.label, "text", ink.BOLD)
        painter.fillRect(right - 1, 0, 1, self.height(), pen.colours["border"])
