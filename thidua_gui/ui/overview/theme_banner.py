"""The strip at the top of the overview: the year's theme and the days to its deadline. Knows no service."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_gui.core.targets import Count
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.text import overview as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import IconLabel

_ONE_ROW = 900
"""Narrower than this the deadline stands below the theme."""


class ThemeBanner(QFrame):
    """Theme and plan at the left, deadline and days at the right."""

    plan_wanted = Signal()
    submissions_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._caption = _label("muted")
        self._caption.setWordWrap(True)
        self._theme = _label("section")
        self._theme.setWordWrap(True)
        self._due = _label("strong", Qt.AlignmentFlag.AlignRight)
        self._done = push("", kind="link")
        self._done.setToolTip(wording.SUBMITTED_TIP)
        self._done.clicked.connect(self.submissions_wanted)
        self._plan = push(wording.SHOW_PLAN, "file-text")
        self._plan.clicked.connect(self.plan_wanted)
        self._figure = _label("tileFigure", Qt.AlignmentFlag.AlignCenter)
        self._word = _label("tileWord", Qt.AlignmentFlag.AlignCenter)
        self._tile = QFrame()
        self._tile.setProperty("tile", "days")
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_ONE_ROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(down if narrow else across)

    def minimumSizeHint(self) -> QSize:
        """The two halves can always stand above one another."""
        return QSize(theme.px(480), super().minimumSizeHint().height())

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        words = _column(self._caption, self._theme)
        deadline = _column(self._due, self._done)
        tile = QHBoxLayout(self._tile)
        tile.setContentsMargins(theme.px(10), theme.px(6), theme.px(10), theme.px(6))
        tile.setSpacing(theme.px(5))
        tile.addWidget(self._figure)
        tile.addWidget(self._word)
        left, right = QHBoxLayout(), QHBoxLayout()
        for half in (left, right):
            half.setSpacing(theme.px(12))
        left.addWidget(IconLabel("flag-2", "accentText", 22), 0, middle)
        left.addLayout(words, 1)
        right.addWidget(self._plan, 0, middle)
        right.addStretch(1)
        right.addLayout(deadline)
        right.addWidget(self._tile, 0, middle)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(theme.px(18), theme.px(10), theme.px(16), theme.px(10))
        self._whole.setSpacing(theme.px(12))
        self._whole.addLayout(left, 1)
        self._whole.addLayout(right)

    def show_year(self, year: CampaignSummary, today: date, submitted: Count | None) -> None:
        """The year on that day; `submitted` = units that have handed in their results, None when nothing is asked."""
        self._caption.setText(wording.theme_caption(year.year, year.plan_number, year.plan_issued_on))
        self._theme.setText(wording.theme(year.theme))
        self._theme.setToolTip(wording.school_theme(year.school_theme) if year.school_theme else "")
        self._due.setVisible(year.results_due_on is not None)
        self._tile.setVisible(year.results_due_on is not None)
        if submitted is not None:
            self._done.setText(wording.SUBMITTED.format(met=submitted.met, of=submitted.of))
        self._done.setVisible(submitted is not None and submitted.of > 0)
        if year.results_due_on is not None:
            self._due.setText(wording.due(year.results_due_on))
            figure, word = wording.days_left((year.results_due_on - today).days)
            self._figure.setText(figure)
            self._figure.setVisible(bool(figure))
            self._word.setText(word)


ALIGNED = Qt.AlignmentFlag(0)


def _column(*labels: QWidget) -> QVBoxLayout:
    """Lines that stay together in the middle."""
    column = QVBoxLayout()
    column.setSpacing(theme.px(2))
    column.addStretch(1)
    for label in labels:
        column.addWidget(label, 0, Qt.AlignmentFlag.AlignRight if isinstance(label, QPushButton) else ALIGNED)
    column.addStretch(1)
    return column


def _label(role: str, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
    return label
