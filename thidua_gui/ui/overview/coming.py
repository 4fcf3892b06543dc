"""The milestones that come next, with their dates and the days left. Knows no service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from thidua_gui.core.timeline import MilestoneState
from thidua_gui.services.overview import NamedStatus
from thidua_gui.text import overview as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.card import Card
from thidua_gui.ui.widgets.empty_state import IconLabel

_AHEAD = (MilestoneState.CURRENT, MilestoneState.UNDER_WAY, MilestoneState.UPCOMING)
_MOST = 4
_NEAR = 31


class ComingCard(Card):
    """Card "Sắp tới"; hidden when the year has nothing more to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wording.COMING, "calendar", parent=parent)
        self._lines: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(10))
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def show_milestones(self, items: Sequence[NamedStatus], today: date) -> None:
        """Show those of the year that are still to come, the next one first."""
        ahead = [(due, item) for item in items if (due := _due(item)) is not None]
        ahead.sort(key=lambda pair: pair[0])
        del ahead[_MOST:]
        for widget in self._lines:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._lines = []
        for place, (due, item) in enumerate(ahead):
            self._add(place, due, item, today)
        self.setVisible(bool(ahead))

    def _add(self, place: int, due: date, item: NamedStatus, today: date) -> None:
        is_next = item.status.state is MilestoneState.CURRENT
        widgets = (
            IconLabel("flag" if is_next else "calendar", "accentText" if is_next else "text2", 16),
            _label(item.name, "tableStrong" if is_next else "table"),
            _label(wording.coming_day(due, item.status), "muted"),
            _label(_left((due - today).days, is_next=is_next), "accentStrong" if is_next else "muted"),
        )
        for column, widget in enumerate(widgets):
            self._grid.addWidget(widget, place, column)
        self._lines += widgets


def _left(days: int, *, is_next: bool) -> str:
    """Of what is far away the date says enough."""
    return wording.left(days) if is_next or days <= _NEAR else ""


def _due(item: NamedStatus) -> date | None:
    return item.status.milestone.due_on if item.status.state in _AHEAD else None


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    if role in ("table", "tableStrong"):
        label.setWordWrap(True)
    return label
