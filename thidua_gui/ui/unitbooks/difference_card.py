"""One difference in full: its three versions side by side, where it stands, why it is left out, and the choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.text import unit_books
from thidua_gui.text import unit_books_page as wording
from thidua_gui.ui import theme
from thidua_gui.ui.unitbooks.differences import Row
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.elided_label import ElidedLabel

_VALUES = (wording.BEFORE, wording.HERE, wording.RETURNED)


class DifferenceCard(QFrame):
    """Of the row under the cursor; the buttons serve all selected rows."""

    keep_wanted = Signal()
    take_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._is_low = False
        self._where = ""
        self._versions = QWidget()
        self._versions.setProperty("transparent", True)
        self.place = ElidedLabel()
        self.place.setProperty("role", "strong")
        self.values = [_value() for _ in _VALUES]
        self.reason = QLabel()
        self.reason.setProperty("role", "muted")
        self.reason.setWordWrap(True)
        self.keep = push(wording.KEEP, "lock")
        self.take = push(wording.TAKE, "check")
        self.keep.setToolTip(wording.KEEP_TIP)
        self.take.setToolTip(wording.TAKE_TIP)
        self._lay_out()
        self.keep.clicked.connect(self.keep_wanted)
        self.take.clicked.connect(self.take_wanted)

    def show_row(self, row: Row | None) -> None:
        """Nothing to show hides it."""
        self.setVisible(row is not None)
        if row is None:
            return
        difference = row.difference
        self._where = wording.place(row.unit, difference.sheet, unit_books.place(difference), difference.field)
        for label, words in zip(self.values, (difference.before, difference.here, difference.returned), strict=True):
            label.setText(wording.shortened(words))
            label.setToolTip(words)
        self.reason.setText(unit_books.reason(difference))
        self.set_low(self._is_low)
        versions = zip(_VALUES, (difference.before, difference.here, difference.returned), strict=True)
        told = [f"{title}: {wording.shortened(words)}" for title, words in versions]
        self.setToolTip("\n".join([self._where, *told, self.reason.text()]).strip())

    def set_low(self, is_low: bool) -> None:
        """One line where there is no room: the reason if there is one, else the place; the tooltip has it all."""
        self._is_low = is_low
        self._versions.setVisible(not is_low)
        self.reason.setVisible(bool(self.reason.text()) and not is_low)
        self.place.setText((is_low and self.reason.text()) or self._where)

    def enable(self, rows: list[Row]) -> None:
        """Whether there is anything to choose in these rows."""
        can_choose = any(row.can_be_chosen for row in rows)
        self.keep.setEnabled(can_choose)
        self.take.setEnabled(can_choose)

    def _lay_out(self) -> None:
        grid = QGridLayout(self._versions)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(2))
        for column, (title, value) in enumerate(zip(_VALUES, self.values, strict=True)):
            heading = QLabel(title)
            heading.setProperty("role", "muted")
            grid.addWidget(heading, 0, column)
            grid.addWidget(value, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.place, 1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(14), theme.px(8), theme.px(10), theme.px(10))
        whole.setSpacing(theme.px(6))
        whole.addLayout(buttons)
        whole.addWidget(self._versions)
        whole.addWidget(self.reason)


def _value() -> QLabel:
    label = QLabel()
    label.setProperty("role", "tableStrong")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
