"""The part of a dialog that scrolls when the screen is too small for all its fields. Knows no dialog."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QGridLayout, QScrollArea, QWidget

from thidua_gui.ui import theme
from thidua_gui.ui.widgets.field import Field

_LEAST_HEIGHT, _BESIDE_BAR = 160, 8
_TURNING = QComboBox, QAbstractSpinBox
"""Whose value the wheel turns."""


class FormArea(QScrollArea):
    """Asks for all the height that its fields need at its width; without it they scroll, and follow the keyboard."""

    changed = Signal()
    """What is inside needs other room than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget()
        self._inside.setProperty("transparent", True)
        self.grid = QGridLayout(self._inside)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("transparent", True)
        self.setWidget(self._inside)
        self._inside.installEventFilter(self)
        self.verticalScrollBar().rangeChanged.connect(self._keep_from_bar)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._follow_focus)

    def show_whole(self, widget: QWidget) -> None:
        """Bring a widget into sight, with the label and the error of its field when there is room for them."""
        field: QWidget | None = widget
        while field is not None and field is not self._inside and not isinstance(field, Field):
            field = field.parentWidget()
        if isinstance(field, Field) and field.height() <= self.viewport().height():
            widget = field
        self.ensureWidgetVisible(widget, 0, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self.grid.totalHeightForWidth(width), self.grid.totalMinimumSize().height())

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self._inside.minimumSizeHint()
        return QSize(least.width() + theme.px(_BESIDE_BAR), min(least.height(), theme.px(_LEAST_HEIGHT)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside:
            if event.type() == QEvent.Type.LayoutRequest:
                self._watch_wheel()
                self.updateGeometry()
                self.changed.emit()
        elif event.type() == QEvent.Type.Wheel and isinstance(watched, _TURNING) and not watched.hasFocus():
            QApplication.sendEvent(self.verticalScrollBar(), event)
            return True
        return super().eventFilter(watched, event)

    def _watch_wheel(self) -> None:
        """Who scrolls the form changes no value on the way: only the field with the keyboard turns with the wheel."""
        for kind in _TURNING:
            for child in self._inside.findChildren(kind):
                child.installEventFilter(self)

    def _keep_from_bar(self, _: int, most: int) -> None:
        self.grid.setContentsMargins(0, 0, theme.px(_BESIDE_BAR) if most else 0, 0)

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            self.show_whole(now)
