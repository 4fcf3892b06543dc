"""Under a list: the bulk bar while rows are checked, and the line that says how many rows are shown and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.text import people as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.empty_state import IconLabel


class BulkBar(QFrame):
    """Count first, the things to do, "Bỏ chọn" last."""

    unchecked = Signal()

    def __init__(self, buttons: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bulk", True)
        self.count = QLabel()
        self.count.setProperty("role", "strong")
        self.uncheck = push(wording.UNCHECK, "x", "flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel("list-check", "accentText", 18))
        row.addWidget(self.count)
        row.addSpacing(theme.px(4))
        row.addWidget(line(upright=True))
        row.addSpacing(theme.px(4))
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.uncheck)
        self.uncheck.clicked.connect(self.unchecked)
        self.hide()

    def show_count(self, count: int) -> None:
        """Hidden while nothing is checked."""
        self.count.setText(wording.checked(count))
        self.setVisible(count > 0)


class CountLine(QWidget):
    """"Hiện 26 / 45 cá nhân", why hits are hits, and the way back to all."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.count.setTextFormat(Qt.TextFormat.RichText)
        self.why = QLabel()
        self.why.setProperty("role", "muted")
        self.clear = push(wording.CLEAR_FILTER, kind="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.why)
        row.addWidget(self.clear)
        column.addLayout(row)
        self.clear.clicked.connect(self.cleared)
        self.setFixedHeight(self.clear.sizeHint().height() + theme.px(2))
        self._parts = ("", "", "")
        theme.theme_switch().changed.connect(self._write_count)

    def show_state(self, parts: tuple[str, str, str], why: str, filtered: bool) -> None:
        """The three parts of the count, the middle one bold; why the shown rows are hits."""
        self._parts = parts
        self._write_count()
        self.why.setText(why)
        self.clear.setVisible(filtered)

    def _write_count(self) -> None:
        """Anew in another theme: a colour within the words is not one of the palette."""
        before, number, after = self._parts
        colour = theme.colour("text").name()
        self.count.setText(f'{before}<span style="color:{colour};font-weight:600">{number}</span>{after}')
