"""The places of a quota, drawn: who has one, which are free, where it ends and who is beyond. Knows no rule."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from thidua_gui.core.vietnamese import grouped
from thidua_gui.ui import theme

CELL = 28
OVER_THE_TOP = 5
"""So far the line of the quota stands out above and below the cells."""
WIDEST, NUMBERED, NARROWEST = 44, 24, 6
"""Widths of a cell: at most, at least with its number in it, at least at all; below that the cells become a bar."""


class QuotaMeter(QWidget):
    """One cell for each place and for each proposal beyond them; many are a bar. The words stand beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = 0
        self.proposed = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_switch().changed.connect(self.updateGeometry)

    def show_quota(self, places: int, proposed: int, spoken: str) -> None:
        """How many places there are, how many are proposed, and both in words for who does not see it."""
        self.places, self.proposed = places, proposed
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    @property
    def count(self) -> int:
        """How many cells there are to draw."""
        return max(self.places, self.proposed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(260), theme.px(CELL + 2 * OVER_THE_TOP))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def cell_width(self) -> float:
        """The width of a cell with the gap after it; below NARROWEST there are no cells but a bar."""
        return min(float(theme.px(WIDEST)), (self.width() - theme.px(4)) / max(1, self.count))

    @property
    def is_bar(self) -> bool:
        """There are too many for a cell each."""
        return self.cell_width() < theme.px(NARROWEST)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_bar:
            self._bar(painter)
        else:
            self._cells(painter)
        self._line(painter)
        painter.end()

    def _top(self) -> int:
        return theme.px(OVER_THE_TOP)

    def _edge(self) -> float:
        """Where the places end."""
        if self.is_bar:
            return self._bar_width() * self.places / max(1, self.count)
        return self.cell_width() * self.places

    def _bar_width(self) -> int:
        return self.width() - theme.px(4)

    def _cells(self, painter: QPainter) -> None:
        width, high = self.cell_width(), theme.px(CELL)
        gap = theme.px(4) if width >= theme.px(NUMBERED) else 1
        after_line = theme.px(3) if self.places else 0
        for place in range(self.count):
            left = width * place + (after_line if place >= self.places else 0)
            self._cell(painter, QRectF(left, self._top(), width - gap, high), place)

    def _cell(self, painter: QPainter, box: QRectF, place: int) -> None:
        words = self._dress(painter, is_beyond=place >= self.places, is_taken=place < self.proposed)
        radius = 3 if self.cell_width() >= theme.px(NUMBERED) else 1
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.cell_width() >= theme.px(NUMBERED):
            painter.setFont(theme.font("captionStrong", numeric=True))
            painter.setPen(theme.colour(words))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, grouped(place + 1))

    def _dress(self, painter: QPainter, *, is_beyond: bool, is_taken: bool) -> str:
        """Pen and brush of a cell; the role of the number in it."""
        if is_beyond:
            painter.setPen(QPen(theme.colour("warningFill"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(theme.colour("warningTint"))
            return "warning"
        if is_taken:
            painter.setPen(theme.colour("success"))
            painter.setBrush(theme.colour("success"))
            return "surface"
        painter.setPen(theme.colour("borderStrong"))
        painter.setBrush(theme.colour("surfaceAlt"))
        return "text2"

    def _bar(self, painter: QPainter) -> None:
        whole, edge = float(self._bar_width()), self._edge()
        taken = whole * min(self.proposed, self.places) / max(1, self.count)
        for left, right, is_beyond, is_taken in (
            (0.0, edge, False, False), (0.0, taken, False, True), (edge + 2, whole, True, True),
        ):  # fmt: skip
            if right - left >= 1:
                self._dress(painter, is_beyond=is_beyond, is_taken=is_taken)
                painter.drawRect(QRectF(left, self._top(), right - left, theme.px(CELL)).adjusted(0.5, 0.5, -0.5, -0.5))

    def _line(self, painter: QPainter) -> None:
        """Where the quota ends, also when nobody is near it."""
        gap = 0 if self.is_bar or not self.places else theme.px(2)
        left = round(self._edge()) - gap + (1 if self.is_bar else 0)
        box = QRect(max(0, left), 0, 2, theme.px(CELL + 2 * OVER_THE_TOP))
        painter.fillRect(box, theme.colour("accentText"))
