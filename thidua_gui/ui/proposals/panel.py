"""One proposal beside the list: who, the verdict, four tabs, what can be done with it. Asks the page for everything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.proposals import EDITABLE, State
from thidua_gui.services.proposal_initiatives import Suggestion
from thidua_gui.services.proposal_views import Dossier
from thidua_gui.text import names
from thidua_gui.text import proposals_panel as wording
from thidua_gui.ui import icons, theme
from thidua_gui.ui.proposals.conditions_tab import ConditionsTab
from thidua_gui.ui.proposals.faces import verdict_chip
from thidua_gui.ui.proposals.history_tab import HistoryTab
from thidua_gui.ui.proposals.initiatives_tab import InitiativesTab
from thidua_gui.ui.proposals.papers_tab import PapersTab
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import ICON_GAP, icon_button, push
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.empty_state import EmptyState

CHECK, PAPERS, INITIATIVES, HISTORY = range(4)
STEP_ICONS = {
    State.SUBMITTED: "file-export", State.VALID: "circle-check", State.PRESENTED: "gavel", State.PASSED: "circle-check",
    State.DECIDED: "certificate", State.PRINTED: "printer", State.DELIVERED: "award", State.DRAFT: "arrow-back-up",
    State.REVOKED: "circle-x",
}  # fmt: skip


class ProposalPanel(QFrame):
    """Empty until a proposal is shown. `move_wanted` carries the state that it shall be brought into."""

    move_wanted = Signal(object)
    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAccessibleName(wording.PANEL)
        self.seen: Dossier | None = None
        self.name = _words("section")
        self.verdict = Chip()
        self.where = _words("muted")
        self.summary = _words("table")
        self.summary.setTextFormat(Qt.TextFormat.RichText)
        self.what_if = _words("caption")
        self.notice = Banner()
        self.tabs = QTabBar()
        self.check = ConditionsTab()
        self.papers = PapersTab()
        self.initiatives = InitiativesTab()
        self.history = HistoryTab()
        self.primary = push("", "circle-check", "primary")
        self.second = push("")
        self.object = push(wording.NOTE_BUTTON)
        self.object.setToolTip(wording.NOTE_TIP)
        self.more = icon_button("dots-vertical", wording.MORE, bordered=True)
        self._lay_out()
        self._connect()
        self.show_dossier(None)

    def show_dossier(self, seen: Dossier | None, what_if: str = "", suggested: Sequence[Suggestion] = ()) -> None:
        """A proposal, or the words that one is to be chosen."""
        same = self.seen is not None and seen is not None and self.seen.row.id == seen.row.id
        self.seen = seen
        self._stack.setCurrentIndex(0 if seen is None else 1)
        if seen is None:
            return
        self._show_head(seen)
        self.what_if.setText(what_if)
        self.what_if.setVisible(bool(what_if))
        self.initiatives.show_dossier(seen, suggested)
        for tab in (self.check, self.papers, self.history):
            tab.show_dossier(seen)
        if not same:
            for part in (self.check, self.papers, self.initiatives, self.history):
                part.verticalScrollBar().setValue(0)
        self.tabs.setTabText(PAPERS, wording.papers_tab(seen.row.papers_missing))
        self._show_steps(seen)

    def show_tab(self, place: int) -> None:
        """As a click on the tab."""
        self.tabs.setCurrentIndex(place % self.tabs.count())

    def shown_tab(self) -> ConditionsTab | PapersTab | InitiativesTab | HistoryTab:
        """What the tabs show now."""
        return (self.check, self.papers, self.initiatives, self.history)[self.tabs.currentIndex()]

    def _show_head(self, seen: Dossier) -> None:
        row, chip = seen.row, verdict_chip(seen.row)
        self.name.setText(row.name)
        self.verdict.show_state(chip.word, chip.tone.value, chip.icon or "-")
        rated = "" if row.rating is None else names.RATINGS[row.rating]
        total = "" if row.total is None else wording.points(row.total)
        self.where.setText(" · ".join(part for part in (row.unit_name, total, rated) if part))
        unknown = sum(one.outcome is Outcome.UNKNOWN for one in seen.lines)
        told = wording.summary(row.met, row.of, unknown, row.overridden)
        self.summary.setText(told)
        self.summary.setVisible(bool(told))
        warning = row.duplicate or (seen.reason if seen.lines else "")
        if warning:
            self.notice.say("wa", warning)
        else:
            self.notice.silence()

    def _show_steps(self, seen: Dossier) -> None:
        """The usual step first and large, then the other one; the rest in the menu."""
        moves, state = seen.moves, seen.row.state
        for place, button in enumerate((self.primary, self.second)):
            button.setVisible(len(moves) > place)
            if len(moves) > place:
                button.setText(wording.button(state, moves[place]))
        if moves:
            self.primary.setIcon(icons.icon(STEP_ICONS[moves[0]], "onAccent", gap=ICON_GAP))
        self.object.setEnabled(any(one.is_attested for one in seen.lines))
        self._foot.setVisible(not seen.is_closed)

    def _move(self, place: int) -> None:
        if self.seen is not None and len(self.seen.moves) > place:
            self.move_wanted.emit(self.seen.moves[place])

    def open_more(self) -> None:
        """Further steps, and what else can be done."""
        seen = self.seen
        if seen is None:
            return
        menu = QMenu(self)
        for move in seen.moves[2:]:
            words = wording.button(seen.row.state, move)
            menu.addAction(words).triggered.connect(lambda _=False, move=move: self.move_wanted.emit(move))
        menu.addSeparator()
        if seen.row.state in EDITABLE:
            menu.addAction(wording.EDIT_BUTTON).triggered.connect(self.edit_wanted)
        menu.addAction(wording.OPEN_CASE).triggered.connect(self.check.case_wanted)
        if seen.row.state is State.DRAFT:
            menu.addAction(wording.REMOVE_DRAFT).triggered.connect(self.remove_wanted)
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 2)))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.primary.clicked.connect(lambda: self._move(0))
        self.second.clicked.connect(lambda: self._move(1))
        self.object.clicked.connect(lambda: self.check.objection_wanted.emit(None))
        self.more.clicked.connect(self.open_more)
        self.papers.edit_wanted.connect(self.edit_wanted)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(self.name, 1)
        top.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(12), theme.px(12), theme.px(6))
        head.setSpacing(theme.px(2))
        head.addLayout(top)
        for words in (self.where, self.summary, self.what_if):
            head.addWidget(words)
        head.addWidget(self.notice)
        for words_of in wording.TABS:
            self.tabs.addTab(words_of)
        self.tabs.setAccessibleName(wording.PANEL)
        self.tabs.setProperty("compact", True)
        self.tabs.setUsesScrollButtons(False)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
        tabs.addWidget(self.tabs)
        self._pages = QStackedWidget()
        for tab in (self.check, self.papers, self.initiatives, self.history):
            self._pages.addWidget(tab)
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(tabs)
        whole.addWidget(line())
        whole.addWidget(self._pages, 1)
        whole.addWidget(self._made_foot())
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(1, 0, 0, 0)
        self._stack.addWidget(EmptyState("clipboard-list", wording.CHOOSE, wording.CHOOSE_WHY))
        self._stack.addWidget(body)

    def _made_foot(self) -> QWidget:
        self._foot = QWidget()
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        inside = QVBoxLayout()
        inside.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12))
        inside.setSpacing(theme.px(8))
        inside.addWidget(self.primary)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.object, 1)
        row.addWidget(self.second, 1)
        row.addWidget(self.more)
        inside.addLayout(row)
        column.addLayout(inside)
        return self._foot


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
