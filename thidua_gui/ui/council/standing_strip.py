"""What is still to be done on the item at hand, and how its quota stands with those who passed. Asks no service."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from thidua_gui.core.meetings import ItemState
from thidua_gui.services.meeting_views import BallotView, ItemRow, ItemStanding
from thidua_gui.text import council_page as words
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.elided_label import ElidedLabel
from thidua_gui.ui.widgets.empty_state import IconLabel
from thidua_gui.ui.widgets.quota_meter import QuotaMeter


def left_to_do(item: ItemRow, ballot: BallotView | None) -> tuple[str, ...]:
    """Sentences of what the item still needs; none = nothing is left."""
    found = []
    undecided = len(item.undecided)
    if item.candidates and undecided and ballot is None:
        found.append(words.CHECK_NOT_VOTED)
    elif ballot is not None and not ballot.is_published:
        found.append(words.CHECK_NOT_PUBLISHED)
    elif undecided:
        found.append(words.CHECK_UNDECIDED.format(count=undecided))
    if not item.conclusion:
        found.append(words.CHECK_NO_CONCLUSION)
    if not found and item.state is not ItemState.DONE:
        found.append(words.CHECK_NOT_FINISHED)
    return tuple(found)


class StandingStrip(QWidget):
    """One line; the quota is there only where something limits the award."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = IconLabel("list-check", "text2", 18)
        self.checks = ElidedLabel()
        self.checks.setProperty("role", "table")
        self.meter = QuotaMeter()
        self.meter.setMaximumWidth(theme.px(190))
        self.quota = QLabel()
        self.quota.setProperty("role", "table")
        self._item: ItemRow | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.icon)
        row.addWidget(self.checks, 1)
        row.addWidget(self.meter, 1)
        row.addWidget(self.quota)
        self.show_quota(None)

    def show_item(self, item: ItemRow | None, ballot: BallotView | None) -> None:
        """The checklist; another item's quota is not its own."""
        if item is None or self._item is None or item.id != self._item.id:
            self.show_quota(None)
        self._item = item
        self.setVisible(item is not None)
        left = () if item is None else left_to_do(item, ballot)
        self.checks.setText(words.checks(left))
        self.icon.show_icon("alert-triangle" if left else "circle-check", "warning" if left else "success")

    def show_quota(self, standing: ItemStanding | None) -> None:
        """Places, and how many of them are taken."""
        found = None if standing is None else standing.quota
        for part in (self.meter, self.quota):
            part.setVisible(found is not None)
        if standing is not None and found is not None:
            figures = {"passed": standing.passed, "places": found.places}
            self.quota.setText(words.QUOTA.format(**figures))
            self.meter.show_quota(found.places, standing.passed, words.QUOTA_SPOKEN.format(**figures))
