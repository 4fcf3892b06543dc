"""What gives way when room is short: buttons their words, one by one, and cards their height. Knows no page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QWidget

from thidua_gui.ui import theme
from thidua_gui.ui.widgets import folding


class FittingRow(QWidget):
    """The buttons before the gap fold from the right; a primary one never does."""

    def __init__(self, left: Sequence[QPushButton], right: Sequence[QPushButton]) -> None:
        super().__init__()
        self._left, self._right = tuple(left), tuple(right)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        for button in self._left:
            self._row.addWidget(button)
        self._row.addStretch(1)
        for button in self._right:
            self._row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.px(200))

    def fit(self) -> None:
        """Call it after buttons came or went."""
        shown = [one for one in (*self._left, *self._right) if not one.isHidden()]
        for button in shown:
            folding.unfold(button)
        for button in reversed([one for one in shown if folding.may_fold(one)]):
            if self._wanted(shown) <= self.width():
                break
            folding.fold(button)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def _wanted(self, shown: Sequence[QPushButton]) -> int:
        return sum(one.sizeHint().width() for one in shown) + self._row.spacing() * len(shown)


def scrolling(inner: QWidget) -> QScrollArea:
    """Scrolls downwards where the window is too low for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setProperty("transparent", True)
    inner.setProperty("transparent", True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
