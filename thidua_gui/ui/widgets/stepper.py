"""Where one is in a piece of work of a few steps: numbers, words, a line between; knows no page."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from thidua_gui.ui import icons, theme

_DOT, _GAP, _SHORTEST = 26, 8, 24


class Stepper(QWidget):
    """The steps before the current one carry a check mark."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, place: int) -> None:
        """Which step is under way, from 0."""
        self._current = place
        self.setAccessibleName(f"{place + 1}/{len(self._steps)} {self._steps[place]}")
        self.update()

    def sizeHint(self) -> QSize:
        width = sum(map(self._width, self._steps)) + theme.px(_SHORTEST) * (len(self._steps) - 1)
        return QSize(width, theme.px(_DOT) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spare = self.width() - sum(map(self._width, self._steps))
        stretch = spare // max(len(self._steps) - 1, 1)
        left = 0
        for place, words in enumerate(self._steps):
            self._paint_step(painter, left, place, words)
            left += self._width(words)
            if place + 1 < len(self._steps):
                painter.setPen(theme.colour("borderStrong"))
                middle = self.height() // 2
                painter.drawLine(left + theme.px(_GAP), middle, left + stretch - theme.px(_GAP), middle)
                left += stretch

    def _width(self, words: str) -> int:
        letters = QFontMetrics(theme.font("tableStrong")).horizontalAdvance(words)
        return theme.px(_DOT + _GAP) + letters + 1

    def _paint_step(self, painter: QPainter, left: int, place: int, words: str) -> None:
        size = theme.px(_DOT)
        box = QRect(left, (self.height() - size) // 2, size, size)
        done, is_current = place < self._current, place == self._current
        fill = "success" if done else "accent" if is_current else "surface"
        painter.setPen(theme.colour("borderStrong") if not (done or is_current) else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(fill))
        painter.drawEllipse(QPointF(QRectF(box).center()), size / 2 - 0.5, size / 2 - 0.5)
        if done:
            icons.paint(painter, "check", "onAccent", box, 16)
        else:
            painter.setPen(theme.colour("onAccent" if is_current else "text2"))
            painter.setFont(theme.font("tableStrong", numeric=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        painter.setPen(theme.colour("accentText" if is_current else "text2"))
        painter.setFont(theme.font("tableStrong" if is_current else "table"))
        room = QRect(box.right() + theme.px(_GAP), 0, self._width(words), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
