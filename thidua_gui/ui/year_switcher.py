"""Chooses the campaign year that every page shows; knows no page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_gui.text import shell, years
from thidua_gui.ui import icons, theme
from thidua_gui.ui.navigation import Index

if TYPE_CHECKING:
    from thidua_gui.services.campaigns import CampaignSummary

CHIP = {
    "open": ("success", "successTint", "successFill"),
    "closed": ("text2", "surfaceAlt", "border"),
    "preparing": ("info", "infoTint", "info"),
}
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class YearSwitcher(QComboBox):
    """40 px high: year and state chip; its list ends with the way to another year."""

    chosen = Signal(object)
    """CampaignSummary the user picked."""
    wants_new = Signal()
    """A year made here, from an earlier one or from nothing."""
    wants_import = Signal()
    """A year out of an Excel workbook."""
    wants_state = Signal()
    """The year on screen is to be opened, closed or reopened."""

    def __init__(self, *, may_add: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_add = may_add
        self.campaigns: tuple[CampaignSummary, ...] = ()
        self._acts: list[SignalInstance] = []
        self._shown = -1
        self.setAccessibleName(shell.YEAR_SWITCHER)
        self.setToolTip(shell.YEAR_SWITCHER)
        self.setItemDelegate(YearDelegate(self))
        self.setFixedHeight(theme.row_height("body", 22))
        self.activated.connect(self._on_activated)
        self.set_campaigns((), None)

    def set_campaigns(self, campaigns: Sequence[CampaignSummary], current: CampaignSummary | None) -> None:
        """The years of the data file, newest first."""
        self.campaigns = tuple(campaigns)
        self.clear()
        for campaign in self.campaigns:
            self.addItem(f"{shell.YEAR} {campaign.year}", campaign.state.value)
        self._acts = []
        if self._may_add:
            self._add_act(years.NEW_YEAR_ROW, self.wants_new)
            self._add_act(shell.ADD_YEAR, self.wants_import)
        if self._may_add and current is not None:
            self._add_act(years.STATE_ROW.format(year=current.year), self.wants_state)
        at = self.campaigns.index(current) if current in self.campaigns else -1
        self._shown = at
        self.setCurrentIndex(at)

    def current_campaign(self) -> CampaignSummary | None:
        """The year on screen."""
        at = self.currentIndex()
        return self.campaigns[at] if 0 <= at < len(self.campaigns) else None

    def sizeHint(self) -> QSize:
        return QSize(theme.px(224), self.height())

    def _on_activated(self, at: int) -> None:
        if at < len(self.campaigns):
            self.chosen.emit(self.campaigns[at])
        else:
            self.setCurrentIndex(self._shown)
            self._acts[at - len(self.campaigns)].emit()

    def _add_act(self, words: str, signal: SignalInstance) -> None:
        self.addItem(words)
        self._acts.append(signal)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(theme.colour("accentText" if focused else "borderStrong"))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        if focused:
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 3, 3)
        height = self.height()
        icons.paint(painter, "calendar", "accentText", QRect(theme.px(8), 0, theme.px(22), height), 18)
        icons.paint(painter, "chevron-down", "text2", QRect(self.width() - theme.px(28), 0, theme.px(20), height), 16)
        self._paint_words(painter, QRect(theme.px(36), 0, self.width() - theme.px(66), height))

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        campaign = self.current_campaign()
        if campaign is None:
            painter.setFont(theme.font("table"))
            painter.setPen(theme.colour("text2"))
            painter.drawText(box, LEFT, shell.NO_YEAR)
            return
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text2"))
        painter.drawText(box, LEFT, shell.YEAR)
        x = box.left() + QFontMetrics(painter.font()).horizontalAdvance(shell.YEAR) + theme.px(7)
        painter.setFont(theme.font("section", numeric=True, weight=700))
        painter.setPen(theme.colour("text"))
        painter.drawText(QRect(x, 0, box.width(), box.height()), LEFT, str(campaign.year))
        x += QFontMetrics(painter.font()).horizontalAdvance(str(campaign.year)) + theme.px(9)
        paint_state(painter, QRect(x, 0, box.right() - x, box.height()), campaign.state.value)


class YearDelegate(QStyledItemDelegate):
    """Rows of the list: year and state chip."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.row_height("body", 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(box, theme.colour("selection"))
        painter.setFont(theme.font("body", numeric=True))
        painter.setPen(theme.colour("text"))
        painter.drawText(box.adjusted(theme.px(12), 0, 0, 0), LEFT, str(index.data()))
        campaign_state = index.data(Qt.ItemDataRole.UserRole)
        if campaign_state:
            x = box.left() + theme.px(22) + QFontMetrics(painter.font()).horizontalAdvance(str(index.data()))
            paint_state(painter, QRect(x, box.top(), box.right() - x, box.height()), campaign_state)
        painter.restore()


def paint_state(painter: QPainter, box: QRect, state: str) -> None:
    """The chip of a campaign's state at the left of a box."""
    words, ground, edge = CHIP[state]
    text = shell.CAMPAIGN_STATES[state]
    painter.setFont(theme.font("captionStrong"))
    metrics = QFontMetrics(painter.font())
    height = metrics.height() + theme.px(4)
    chip = QRect(box.left(), box.center().y() - height // 2 + 1, metrics.horizontalAdvance(text) + theme.px(14), height)
    painter.setPen(theme.colour(edge))
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(chip, 4, 4)
    painter.setPen(theme.colour(words))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
