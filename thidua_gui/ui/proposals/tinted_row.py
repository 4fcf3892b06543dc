"""A part of a list in the panel that the keyboard can stand on: ground by its tone, a line below. Knows no row."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.widgets.empty_state import IconLabel
from thidua_gui.ui.widgets.long_words import breakable

Lines = list[tuple[str, str]]
"""Words and their role, top to bottom."""


class TintedRow(QFrame):
    """Icon, words and what can be done: Enter, the menu key, a right click or the dots ask for the menu; Up and Down
    go to the row before and after."""

    menu_wanted = Signal(QPoint)
    acted = Signal()
    """Space: the row's one usual act."""
    stepped = Signal(int)
    """Down or Up: to the row after or before."""

    def __init__(
        self, icon: str, role: str, lines: Lines, *, tint: str = "", spoken: str = "", menu: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._tint = tint
        self.setAccessibleName(spoken or ". ".join(words for words, _ in lines))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.dots: QToolButton | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(8), theme.px(10))
        row.setSpacing(theme.px(10))
        self.lead: QWidget | None = IconLabel(icon, role, 20) if icon else None
        if self.lead is not None:
            row.addWidget(self.lead, 0, Qt.AlignmentFlag.AlignTop)
        self.words = QVBoxLayout()
        self.words.setSpacing(theme.px(1))
        self.labels = [_label(words, of) for words, of in lines]
        for label in self.labels:
            self.words.addWidget(label)
        row.addLayout(self.words, 1)
        if menu:
            self.dots = icon_button("dots-vertical", menu, size=16)
            self.dots.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.dots.clicked.connect(self._ask_menu)
            row.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignTop)
        theme.theme_switch().changed.connect(self.update)

    def put_first(self, widget: QWidget) -> None:
        """A tick box before the words."""
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.dots is not None:
            self._ask_menu()
        elif key == Qt.Key.Key_Space:
            self.acted.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.dots is not None:
            self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._tint:
            painter.fillRect(self.rect(), theme.colour(self._tint))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("border"))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("text"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -2))
        painter.end()

    def _ask_menu(self) -> None:
        if self.dots is not None:
            self.menu_wanted.emit(self.dots.mapToGlobal(QPoint(0, self.dots.height())))


def _label(words: str, role: str) -> QLabel:
    label = QLabel(breakable(words))
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
