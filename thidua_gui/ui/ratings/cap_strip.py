"""The live counter of HTXSNV against the cap, and the line of the person under the cursor. Counts nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from thidua_gui.core.rating_cap import CapScope, Tally
from thidua_gui.services.rating_caps import CapInForce
from thidua_gui.text import rating_cap as wording
from thidua_gui.ui import theme
from thidua_gui.ui.ratings.caps import CapBoard, part_name
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.elided_label import ElidedLabel
from thidua_gui.ui.widgets.empty_state import IconLabel

LEAST_WIDTH = 120
"""Of the counter beside many chips, logical px."""
COUNTER_FIRST = 100
"""The counter takes the room that it needs before anything else."""
MOST_TOLD = 20
"""So many units or groups in a tooltip, the most exceeded first."""


class CounterLabel(QLabel):
    """In one line where there is room, else in more: no word of the counter may be cut away."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "strong")

    def sizeHint(self) -> QSize:
        return QSize(self._line_width(), self.heightForWidth(self._line_width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._line_width(), theme.px(LEAST_WIDTH)), self.fontMetrics().height())

    def _line_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text()) + 2


class CapStrip(QFrame):
    """"Đang xếp HTXSNV 8/45; mức tối đa 7 (…)", over or within by icon and word, units and groups beside it."""

    note_wanted = Signal()
    """The reason for going beyond the cap is to be written down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.counter = CounterLabel()
        self.state = Chip()
        self.parts = Chip()
        self.note = push("", kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(5), theme.px(12), theme.px(5))
        row.setSpacing(theme.px(10))
        row.addWidget(self.counter, COUNTER_FIRST)
        row.addWidget(self.state)
        row.addWidget(self.parts)
        row.addStretch(1)
        row.addWidget(self.note)
        self.note.clicked.connect(self.note_wanted)

    def show_cap(self, cap: CapInForce, board: CapBoard) -> None:
        """The school's figures first, whatever the scopes: they are what is asked at a meeting."""
        school, rule = board.school, board.rule
        is_checked = cap.is_own or cap.source.is_checked
        words = wording.counter(school, rule.quota.percent, rule.base, is_checked=is_checked)
        source = wording.source(cap.source.words, is_own=cap.is_own, is_checked=cap.source.is_checked)
        self._count(words)
        self.setToolTip("\n".join(part for part in (words, source, cap.exception) if part))
        in_force = CapScope.SCHOOL in rule.scopes
        self.state.show_state(wording.state(school), "wa" if school.over else "ok")
        self.state.setVisible(in_force)
        self.setAccessibleName(f"{words}, {wording.state(school)}" if in_force else words)
        self._show_parts(board)
        self.note.setVisible(any(one.standing.over for one in board.found) or bool(cap.over_reason))
        self.note.setText(wording.over_link(cap.over_reason))
        self.note.setToolTip(cap.over_reason)

    def show_plain(self, counted: Tally) -> None:
        """Of units: how many are rated how; the cap is one for people."""
        self._count(wording.plain(counted))
        self.setToolTip("")
        self.setAccessibleName(wording.plain(counted))
        for widget in (self.state, self.parts, self.note):
            widget.hide()

    def _count(self, words: str) -> None:
        self.counter.setText(words)
        self.counter.setMaximumWidth(self.counter.sizeHint().width())

    def _show_parts(self, board: CapBoard) -> None:
        told, tips = [], []
        for scope in (CapScope.UNIT, CapScope.STAFF_GROUP):
            mine = [one for one in board.found if one.scope is scope]
            if mine:
                told.append(wording.parts_over(scope, sum(bool(one.standing.over) for one in mine), len(mine)))
                mine.sort(key=lambda one: -one.standing.over)
                tips += [wording.part(part_name(one, board.names), one.standing) for one in mine[:MOST_TOLD]]
        is_over = any(one.standing.over for one in board.found if one.scope is not CapScope.SCHOOL)
        self.parts.show_state("; ".join(told), "wa" if is_over else "ok")
        self.parts.setToolTip("\n".join(tips))
        self.parts.setVisible(bool(told))


class PersonStrip(QFrame):
    """Who is under the cursor, what one more HTXSNV would do, and what is out of order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.who, self.then, self.warning = ElidedLabel(), ElidedLabel(), ElidedLabel()
        self.who.setProperty("role", "tableStrong")
        self.then.setProperty("role", "table")
        self.warning.setProperty("role", "table")
        self.icon = IconLabel("alert-triangle", "warning", 16)
        above = QHBoxLayout()
        above.setSpacing(theme.px(8))
        above.addWidget(self.who, 1)
        above.addWidget(self.icon)
        above.addWidget(self.warning, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        column.setSpacing(theme.px(2))
        for label in (self.who, self.then, self.warning):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column.addLayout(above)
        column.addWidget(self.then)

    def show_person(self, who: str, then: str, warning: str) -> None:
        """Always as high: the grid above must not jump from line to line."""
        self.who.setText(who)
        self.then.setText(then)
        self.warning.setText(warning)
        self.icon.setVisible(bool(warning))
        self.warning.setVisible(bool(warning))
        self.setAccessibleName(". ".join(part for part in (who, then, warning) if part))
