"""Little swatches with words that explain a drawing's colours; knows no drawing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from thidua_gui.ui import theme


class Legend(QWidget):
    """`entries` are (colour role, word), drawn from left to right."""

    def __init__(self, entries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(word for _, word in entries))
        theme.theme_switch().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("table"))
        width = sum(theme.px(38) + metrics.horizontalAdvance(word) for _, word in self._entries)
        return QSize(width, metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font("table"))
        metrics = painter.fontMetrics()
        left = 0
        for role, word in self._entries:
            swatch = QRect(left, (self.height() - theme.px(8)) // 2, theme.px(14), theme.px(8))
            painter.setPen(theme.colour("borderStrong"))
            painter.setBrush(theme.colour(role))
            painter.drawRect(swatch)
            painter.setPen(theme.colour("text2"))
            words = QRect(left + theme.px(20), 0, metrics.horizontalAdvance(word) + 2, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, word)
            left += theme.px(38) + metrics.horizontalAdvance(word)
