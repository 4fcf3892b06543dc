"""A part of the panel that scrolls: headings, rows, quiet words, rebuilt with every proposal. Knows no row."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.ui import theme
from thidua_gui.ui.forms.layouts import clear
from thidua_gui.ui.proposals.tinted_row import TintedRow
from thidua_gui.ui.widgets.long_words import breakable


class PanelTab(QScrollArea):
    """Follows the keyboard; the same proposal keeps its scroll place and the row that had the keyboard."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("transparent", True)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWidget(inside)
        self.rows: list[TintedRow] = []
        self._had_focus = -1

    def start(self) -> None:
        """Before it is filled anew."""
        self._had_focus = next((place for place, row in enumerate(self.rows) if row.hasFocus()), -1)
        self.rows = []
        clear(self._column)

    def finish(self) -> None:
        """After it was filled; the keyboard returns to the row it was on."""
        self._column.addStretch(1)
        if 0 <= self._had_focus < len(self.rows):
            _focus(self.rows[self._had_focus])

    def add_row(self, row: TintedRow) -> TintedRow:
        self.rows.append(row)
        row.installEventFilter(self)
        row.stepped.connect(partial(self._step, row))
        self._column.addWidget(row)
        return row

    def add_heading(self, words: str, button: QPushButton | None = None) -> None:
        """Over some rows, perhaps with what can be added there."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(theme.px(16), theme.px(10), theme.px(8), theme.px(4))
        label = QLabel(words)
        label.setProperty("role", "tableStrong")
        line.addWidget(label)
        line.addStretch(1)
        if button is not None:
            line.addWidget(button)
        self._column.addWidget(holder)

    def add_words(self, words: str, role: str = "muted") -> None:
        """A quiet sentence."""
        label = QLabel(breakable(words))
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        self._column.addWidget(label)

    def add_widget(self, widget: QWidget) -> None:
        """Something of its own, with the margins of the panel."""
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        box.addWidget(widget)
        self._column.addWidget(holder)

    def take_focus(self) -> None:
        """The keyboard on the first row."""
        if self.rows:
            _focus(self.rows[0])

    def _step(self, row: TintedRow, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            _focus(self.rows[place])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, TintedRow):
            self.ensureWidgetVisible(watched, 0, 0)
        return super().eventFilter(watched, event)


def _focus(row: TintedRow) -> None:
    """A row that was just made is not shown yet, and what is hidden takes no keyboard."""
    row.show()
    row.setFocus(Qt.FocusReason.OtherFocusReason)
