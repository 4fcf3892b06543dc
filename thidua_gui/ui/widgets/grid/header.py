"""The heading of a grid: group titles above wrapped column titles, a sub-line, sort arrows, the filter row below."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from thidua_gui.ui.widgets.grid import ink
from thidua_gui.ui.widgets.grid.columns import Align, Column, Kind
from thidua_gui.ui.widgets.grid.filter_strip import FilterStrip

if TYPE_CHECKING:
    from thidua_gui.ui.widgets.grid.view import GridView

BAND, LEAST, FILTER = 28, 36, 36
MOST_LINES = 3
_FLAGS = {
    Align.LEFT: int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap),
    Align.CENTRE: int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
    Align.RIGHT: int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap),
}


@dataclass(frozen=True, slots=True)
class Heights:
    """Group band, titles, filter row, in px."""

    band: int
    titles: int
    filter: int

    @property
    def total(self) -> int:
        """The whole header."""
        return self.band + self.titles + self.filter


class GridHeader(QHeaderView):
    """One header for the scrolling and one for the frozen columns, of one height."""

    expand_requested = Signal(str)
    """Key of the column whose chevron was clicked."""

    def __init__(self, grid: "GridView", parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.grid = grid
        self.strip = FilterStrip(grid, self)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setMouseTracking(True)
        self.sectionResized.connect(self.strip.place_editors)
        self.sectionMoved.connect(self.strip.place_editors)

    def sizeHint(self) -> QSize:
        """High enough for bands, titles and the filter row."""
        return QSize(super().sizeHint().width(), self.grid.sizes.heights.total)

    def updateGeometries(self) -> None:
        """Keep the filter row's strip under the sections."""
        if not self.grid.ready:
            super().updateGeometries()
            return
        height = self.grid.sizes.heights.filter
        self.setViewportMargins(0, 0, 0, height)
        super().updateGeometries()
        self.strip.setGeometry(0, self.height() - height, self.width(), height)
        self.strip.setVisible(height > 0)
        self.strip.place_editors()

    def setOffset(self, offset: int) -> None:
        """The filter fields scroll with their columns."""
        super().setOffset(offset)
        self.strip.place_editors()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Sort, fit, hide; the list of columns."""
        from thidua_gui.ui.widgets.grid.menus import title_menu

        place = self.logicalIndexAt(event.pos())
        if place >= 0:
            title_menu(self.grid, place).popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A chevron opens or closes; everything else is Qt's: sorting, widths, order."""
        column = self._expander_at(event.position().toPoint())
        if column is not None and event.button() == Qt.MouseButton.LeftButton:
            self.expand_requested.emit(column.key)
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sections by Qt, then the group titles over them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        colours = self.grid.ink.colours
        bottom = self.viewport().height() - 1
        painter.fillRect(0, bottom, self.viewport().width(), 1, colours["borderStrong"])
        if self.grid.sizes.heights.band:
            self._paint_bands(painter)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Title, sub-line, arrow; the bulk selection's check box."""
        grid = self.grid
        pen = grid.ink
        column = grid.snapshot.columns[logicalIndex]
        painter.fillRect(rect, pen.colours["header"])
        box = rect.adjusted(0, grid.sizes.heights.band, 0, 0)
        painter.fillRect(box.right(), box.top(), 1, box.height(), pen.colours["border"])
        if column.kind is Kind.PICK:
            pen.check_box(painter, box.adjusted(0, 0, -1, -1).center(), grid.snapshot.pick_state())
            return
        self._paint_title(painter, box, column)

    def _paint_title(self, painter: QPainter, box: QRect, column: Column[Any]) -> None:
        pen = self.grid.ink
        tight = pen.px(4)
        inner = box.adjusted(tight, 2, -tight, -2)
        arrow = self._arrow(column)
        align = column.alignment
        centred = align is Align.CENTRE or bool(column.note)
        if not centred:
            inner.adjust(*((tight, 0, 0, 0) if align is Align.LEFT else (0, 0, -tight, 0)))
        if arrow:
            inner.setRight(inner.right() - pen.px(14))
        title = fitted_title(self.grid, column.title, inner.width())
        if column.note:
            line = pen.metrics(ink.SMALL_BOLD).height()
            total = min(inner.height(), title_lines(self.grid, title, inner.width()) * line + line)
            top = inner.top() + (inner.height() - total) // 2
            note = QRect(inner.left(), top + total - line, inner.width(), line)
            if column.expanded is False:
                used = min(note.width(), pen.width(column.note, ink.SMALL_BOLD) + pen.px(14))
                note = QRect(note.left() + (note.width() - used) // 2, note.top(), used, line)
                chevron = QRect(note.right() - pen.px(11), note.top() + 1, pen.px(12), line)
                pen.icon(painter, "chevron-right", "accentText", chevron, 12)
                note.setRight(chevron.left() - pen.px(2))
            pen.write(painter, note, column.note, "accentText", ink.SMALL_BOLD, align=ink.CENTRE)
            inner = QRect(inner.left(), top, inner.width(), total - line)
        painter.setFont(pen.font(ink.SMALL_BOLD))
        painter.setPen(pen.colours["text2"])
        flags = _FLAGS[Align.CENTRE if centred else align]
        painter.drawText(inner, flags, title)
        if arrow:
            used = min(inner.width(), pen.width(title, ink.SMALL_BOLD))
            right = align is Align.RIGHT and not centred
            left = inner.right() if right else inner.left() + (inner.width() + used) // 2 if centred else 0
            left = left or inner.left() + used
            pen.icon(painter, arrow, "text2", QRect(left + pen.px(2), inner.top(), pen.px(12), inner.height()), 12)

    def _arrow(self, column: Column[Any]) -> str:
        sorting = self.grid.snapshot.sorting
        if sorting is None or sorting[0] != column.key:
            return ""
        return "arrow-down" if sorting[1] else "arrow-up"

    def _paint_bands(self, painter: QPainter) -> None:
        pen, band = self.grid.ink, self.grid.sizes.heights.band
        for left, right, column in self._bands():
            box = QRect(left, 0, right - left, band)
            painter.fillRect(box, pen.colours["header"])
            painter.fillRect(box.left(), band - 1, box.width(), 1, pen.colours["border"])
            painter.fillRect(box.right(), 0, 1, band, pen.colours["border"])
            words = box.adjusted(4, 0, -4, 0)
            if column.expanded:
                used = min(words.width(), pen.width(column.group, ink.SMALL_BOLD) + pen.px(18))
                words = QRect(words.left() + (words.width() - used) // 2, 0, used, band)
                chevron = QRect(words.right() - pen.px(13), 0, pen.px(14), band)
                pen.icon(painter, "chevron-left", "accentText", chevron, 14)
                words.setRight(chevron.left() - pen.px(3))
            role = "accentText" if column.expanded else "text2"
            pen.write(painter, words, column.group, role, ink.SMALL_BOLD, align=ink.CENTRE)

    def _expander_at(self, place: QPoint) -> Column[Any] | None:
        """The column whose chevron a point belongs to: a closed group's title, an open group's band."""
        if place.y() < self.grid.sizes.heights.band:
            runs = self._bands()
            found = next((column for left, right, column in runs if left <= place.x() < right), None)
            return found if found is not None and found.expanded else None
        logical = self.logicalIndexAt(place)
        column = self.grid.snapshot.columns[logical] if logical >= 0 else None
        on_edge = any(abs(place.x() - edge) < self.grid.ink.px(5) for edge in self._edges(logical))
        return column if column is not None and column.expanded is False and not on_edge else None

    def _edges(self, logical: int) -> tuple[int, int]:
        left = self.sectionViewportPosition(logical)
        return left, left + self.sectionSize(logical)

    def _bands(self) -> list[tuple[int, int, Column[Any]]]:
        """Left, right and first column of each run of columns with one group title."""
        runs: list[tuple[int, int, Column[Any]]] = []
        for visual in range(self.count()):
            logical = self.logicalIndex(visual)
            if self.isSectionHidden(logical):
                continue
            left = self.sectionViewportPosition(logical)
            right = left + self.sectionSize(logical)
            column = self.grid.snapshot.columns[logical]
            if runs and runs[-1][2].group == column.group:
                runs[-1] = (runs[-1][0], right, runs[-1][2])
            else:
                runs.append((left, right, column))
        return runs


class HeaderEnd(QWidget):
    """Continues the header over the vertical scroll bar, which begins under it."""

    def __init__(self, grid: "GridView") -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self) -> QSize:
        """As high as the header."""
        return QSize(1, self._grid.sizes.heights.total)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The header's ground and lines."""
        painter = QPainter(self)
        heights, colours = self._grid.sizes.heights, self._grid.ink.colours
        painter.fillRect(self.rect(), colours["header"])
        if heights.filter:
            painter.fillRect(0, heights.band + heights.titles, self.width(), heights.filter, colours["surfaceAlt"])
            painter.fillRect(0, heights.total - 1, self.width(), 1, colours["border"])
        if heights.band:
            painter.fillRect(0, heights.band - 1, self.width(), 1, colours["border"])
        painter.fillRect(0, heights.band + heights.titles - 1, self.width(), 1, colours["borderStrong"])
        painter.end()


def title_lines(grid: "GridView", title: str, width: int) -> int:
    """How many lines a title takes."""
    metrics = grid.ink.metrics(ink.SMALL_BOLD)
    flags = int(Qt.TextFlag.TextWordWrap)
    height = metrics.boundingRect(QRect(0, 0, max(width, 20), 1000), flags, title).height()
    return max(1, round(height / metrics.lineSpacing()))


def fitted_title(grid: "GridView", title: str, width: int) -> str:
    """The title, its last words given up for an ellipsis when it takes more lines than a heading has."""
    known = grid.ink.titles.get((title, width))
    if known is not None:
        return known
    fitted, words = title, title.split(" ")
    while len(words) > 1 and title_lines(grid, fitted, width) > MOST_LINES:
        words.pop()
        fitted = " ".join(words).rstrip(" ,;/") + "…"
    grid.ink.titles[title, width] = fitted
    return fitted


def measure(grid: "GridView") -> Heights:
    """Heights that every shown title fits into."""
    columns = grid.snapshot.columns
    line = grid.ink.metrics(ink.SMALL_BOLD).height()
    titles = grid.ink.px(LEAST)
    for place in grid.visible_columns():
        width = grid.surface_of(place).columnWidth(place) - grid.ink.px(8 if columns[place].note else 13)
        lines = min(MOST_LINES, title_lines(grid, columns[place].title, width)) + bool(columns[place].note)
        titles = max(titles, lines * line + grid.ink.px(8))
    grouped = any(columns[place].group for place in grid.visible_columns())
    return Heights(grid.ink.px(BAND) if grouped else 0, titles, grid.ink.px(FILTER) if grid.filter_row_shown else 0)
