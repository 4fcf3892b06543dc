"""What the page of proposals consists of: tabs, quota, views, chips, list, bar of the selection. Asks no service."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.vietnamese import grouped
from thidua_gui.text import proposals_page as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.list_foot import BulkBar
from thidua_gui.ui.proposals.found import SHORT_WORDS, WORDS, FoundPane, View, ViewWords
from thidua_gui.ui.proposals.kind_tabs import KindTabs
from thidua_gui.ui.proposals.panel import ProposalPanel
from thidua_gui.ui.proposals.proposal_grid import ProposalGrid
from thidua_gui.ui.proposals.quota_card import QuotaCard
from thidua_gui.ui.proposals.verdict_bar import VerdictBar
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.folding import fold, unfold
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.segmented import PADDING, Choice, Segmented

PANEL_WIDTH, WIDEST_PANEL = 328, 480
NARROW_PADDING, LEAST_PADDING = 7, 5
LEAST_HEIGHT = 560
"""Lower than that, the advice at the foot and the chips give their room to the rows."""
_WARNING = frozenset({View.MISSED, View.NOT_ELIGIBLE, View.DUPLICATES})
LIST, EMPTY = 0, 1
_STEPS = (
    (PADDING, wording.EXTRACT, False, WORDS), (PADDING, wording.EXTRACT_SHORT, False, WORDS),
    (NARROW_PADDING, wording.EXTRACT_SHORT, False, WORDS), (NARROW_PADDING, wording.EXTRACT_SHORT, True, WORDS),
    (LEAST_PADDING, wording.EXTRACT_SHORT, True, SHORT_WORDS),
)  # fmt: skip
"""What gives way while the tools have no room: air beside the words, words of the buttons, all of their words, words of
the views with the extract, which the menu of columns has too; what was found beside the list is counted to the last."""


class ProposalsView(QWidget):
    """Left the list of a kind, right the proposal under the cursor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = KindTabs()
        self.quota = QuotaCard()
        self.views = Segmented(name=wording.VIEWS)
        self.recheck = push(wording.RECHECK, "refresh")
        self.recheck.setToolTip(wording.RECHECK_TIP)
        self.extract = push(wording.EXTRACT, "file-text")
        self.columns = icon_button("columns", wording.MORE, bordered=True)
        self.chips = VerdictBar()
        self.notice, self.refusal = Banner(), Banner(closable=True)
        self.advice = Banner()
        self.grid = ProposalGrid()
        self.panel = GridPanel(self.grid)
        self.found: dict[View, FoundPane] = {view: FoundPane(view) for view in View if view is not View.LISTED}
        self.empty = EmptyState("clipboard-check", "", wording.EMPTY_WHY, wording.ADD_REGISTERED)
        self.bulk_list = push(wording.BULK_LIST, "check")
        self.bulk_step = push("")
        self.bulk_more = push(wording.BULK_MORE)
        self.bulk = BulkBar([self.bulk_list, self.bulk_step, self.bulk_more])
        self.bulk.uncheck.setText(wording.UNSELECT)
        self.dossier = ProposalPanel()
        self._counts: dict[View, int] = {}
        self._named = WORDS
        self._is_list = False
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.advice.say("in", wording.ADVICE)
        self.show_counts({})

    @property
    def view(self) -> View:
        """Which view stands in the place of the list."""
        return View(str(self.views.current()))

    def show_counts(self, counts: Mapping[View, int]) -> None:
        """Beside each view how many it has; those that are not known yet show none."""
        self._counts = dict(counts)
        self._name_views(self._named)
        self._fit_tools()

    def show_view(self, view: View, *, is_empty: bool) -> None:
        """The list, its empty state, or one of the other views."""
        is_list = view is View.LISTED
        self._is_list = is_list and not is_empty
        self._fit_height()
        self.dossier.setVisible(is_list and not is_empty)
        if is_list:
            self._stack.setCurrentIndex(EMPTY if is_empty else LIST)
        else:
            self._stack.setCurrentWidget(self.found[view])
        if not is_list:
            self.bulk.hide()

    def parts(self) -> tuple[QWidget, ...]:
        """In the order of Tab."""
        return (
            self.tabs.bar, self.tabs.others, self.views, self.recheck, self.extract, self.columns,
            *self.chips.chips.values(), self.grid, self.dossier.tabs,
        )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """In a low window the rows have the room of the advice, and of the chips that filter nothing."""
        is_high = self.height() >= theme.px(LEAST_HEIGHT)
        self.advice.setVisible(is_high)
        self.chips.setVisible(self._is_list and (is_high or self.chips.is_filtering))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel came, went or was made wider."""
        if watched is self._left and event.type() == QEvent.Type.Resize:
            self._fit_tools()
        return super().eventFilter(watched, event)

    def _name_views(self, words: ViewWords) -> None:
        self._named = words
        counts = {view: grouped(count) for view, count in self._counts.items()}
        self.views.set_choices([
            Choice(
                view, word, "" if words is SHORT_WORDS and view is View.LISTED else counts.get(view, ""), tip,
                "warning" if view in _WARNING and self._counts.get(view) else "",
            )
            for view, (word, tip) in words.items()
        ])  # fmt: skip

    def _fit_tools(self) -> None:
        """Less room beside the words, then buttons by their icon alone, before any count goes."""
        room = self._left.contentsRect().width() - 2 * theme.px(16)
        for padding, words, is_folded, views in _STEPS:
            self.views.set_padding(padding)
            for button in (self.recheck, self.extract):
                unfold(button)
            self.extract.setText(words)
            self.extract.setToolTip("" if words == wording.EXTRACT else wording.EXTRACT)
            for button in (self.recheck, self.extract):
                if is_folded:
                    fold(button)
            tools = (self.views, self.recheck, self.extract, self.columns)
            saved = _advance(self._named) - _advance(views)
            if sum(one.sizeHint().width() for one in tools) + 4 * theme.px(8) - saved <= room:
                break
        self.extract.setVisible(views is WORDS)
        if views is not self._named:
            self._name_views(views)

    def _lay_out(self) -> None:
        self._left = QWidget()
        self._left.installEventFilter(self)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), 0)
        tabs.addWidget(self.tabs)
        column.addLayout(tabs)
        column.addWidget(line())
        column.addLayout(self._made_inside(), 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(theme.px(1))
        self.splitter.addWidget(self._left)
        self.splitter.addWidget(self.dossier)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.dossier.setMinimumWidth(theme.px(PANEL_WIDTH))
        self.dossier.setMaximumWidth(theme.px(WIDEST_PANEL))
        self.splitter.setSizes([10_000, theme.px(PANEL_WIDTH)])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _made_inside(self) -> QVBoxLayout:
        inside = QVBoxLayout()
        inside.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        inside.setSpacing(theme.px(8))
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(8))
        tools.addWidget(self.views)
        tools.addStretch(1)
        for button in (self.recheck, self.extract, self.columns):
            tools.addWidget(button)
        inside.addWidget(self.quota)
        inside.addLayout(tools)
        for strip in (self.notice, self.refusal, self.chips):
            inside.addWidget(strip)
        body = QFrame()
        framed = QVBoxLayout(body)
        framed.setContentsMargins(0, 0, 0, 0)
        framed.setSpacing(0)
        framed.addWidget(self.panel, 1)
        framed.addWidget(self.bulk)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        for widget in (body, self.empty, *self.found.values()):
            self._stack.addWidget(widget)
        inside.addWidget(holder, 1)
        inside.addWidget(self.advice)
        return inside


def _advance(words: ViewWords) -> int:
    metrics = QFontMetrics(theme.font("tableStrong"))
    return sum(metrics.horizontalAdvance(word) for word, _ in words.values())
