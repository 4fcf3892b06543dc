"""The panel of one person beside the list: who, four tabs, what can be done. Asks the page for everything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
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

from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.person_detail import PersonDetail
from thidua_gui.services.person_scores import PersonScores
from thidua_gui.text import award_cards as card_wording
from thidua_gui.text import disciplines as discipline_wording
from thidua_gui.text import people as wording
from thidua_gui.ui import theme
from thidua_gui.ui.people.course_tab import CourseTab
from thidua_gui.ui.people.panel_tabs import AwardsTab, FactsTab
from thidua_gui.ui.people.portrait import Portrait
from thidua_gui.ui.people.scores_tab import ScoresTab
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.empty_state import EmptyState

FACTS, AWARDS, SCORES, COURSE = range(4)


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """All that the panel shows of one person; `scores` None while the data file has no year."""

    detail: PersonDetail
    portrait: bytes | None
    scores: PersonScores | None
    on: date
    year: int


class PersonPanel(QFrame):
    """Empty until a person is shown."""

    edit_wanted = Signal()
    transfer_wanted = Signal()
    leave_wanted = Signal()
    rejoin_wanted = Signal()
    portrait_wanted = Signal()
    portrait_removal_wanted = Signal()
    card_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.seen: PersonSeen | None = None
        self.portrait = Portrait()
        self.name = _words("section")
        self.post = _words("table")
        self.unit = _words("muted")
        self.left = Chip()
        self.more = icon_button("dots-vertical", wording.MORE)
        self.tabs = QTabBar()
        self.facts = FactsTab()
        self.awards = AwardsTab()
        self.scores = ScoresTab()
        self.course = CourseTab()
        self.banner = Banner()
        self.edit = push(wording.EDIT, "pencil")
        self.transfer = push(wording.TRANSFER, "arrows-exchange")
        self.rejoin = push(wording.REJOIN, "arrow-back-up")
        self._lay_out()
        self._connect()
        self.show_person(None)

    def show_person(self, seen: PersonSeen | None) -> None:
        """A person, or the words that one is to be chosen."""
        same = self.seen is not None and seen is not None and self.seen.detail.facts.id == seen.detail.facts.id
        self.seen = seen
        self._stack.setCurrentIndex(0 if seen is None else 1)
        if seen is None:
            return
        detail = seen.detail
        self.portrait.show_picture(seen.portrait)
        self._show_head(detail)
        self.tabs.setTabText(SCORES, wording.scores_of(seen.year))
        self.facts.show_person(detail, seen.on, seen.year)
        self.awards.show_awards(detail.awards, detail)
        self.scores.show_scores(seen.scores)
        self.course.show_person(detail)
        self._show_banner(seen)
        if not same:
            for tab in (self.facts, self.awards, self.scores, self.course):
                tab.verticalScrollBar().setValue(0)

    def _show_head(self, detail: PersonDetail) -> None:
        facts = detail.facts
        self.name.setText(facts.full_name)
        self.post.setText(detail.post or wording.NO_POST)
        told_apart = "" if facts.born_on is None or not detail.told_apart else wording.born(facts.born_on.year)
        unit = detail.unit or wording.NO_UNIT
        self.unit.setText(f"{unit}\n{told_apart}" if told_apart else unit)
        self.left.setVisible(facts.left_on is not None)
        if facts.left_on is not None:
            self.left.show_state(wording.left_since(date_text(facts.left_on)), "wa")
        self.transfer.setVisible(facts.left_on is None)
        self.rejoin.setVisible(facts.left_on is not None)

    def _show_banner(self, seen: PersonSeen) -> None:
        year = seen.detail.year
        if year is None or (seen.detail.facts.left_on is not None and not year.registered):
            self.banner.silence()
        elif year.registered:
            title = ", ".join(mark.written for mark in year.registered)
            self.banner.say("ok", wording.registered_banner(seen.year, title))
        else:
            self.banner.say("wa", wording.not_registered_banner(seen.year))

    def _open_menu(self) -> None:
        if self.seen is None:
            return
        facts = self.seen.detail.facts
        menu = QMenu(self)
        _add(menu, wording.CHOOSE_PORTRAIT).triggered.connect(self.portrait_wanted)
        if self.portrait.has_picture:
            _add(menu, wording.REMOVE_PORTRAIT).triggered.connect(self.portrait_removal_wanted)
        menu.addSeparator()
        _add(menu, card_wording.OPEN_CARD).triggered.connect(self.card_wanted)
        _add(menu, wording.ADD_AWARD).triggered.connect(self.awards.add_wanted)
        _add(menu, wording.ADD_MEMBERSHIP).triggered.connect(self.course.add_period_wanted)
        if self.seen.detail.year is not None:
            _add(menu, wording.ADD_CHANGE).triggered.connect(self.course.add_change_wanted)
            _add(menu, discipline_wording.ADD).triggered.connect(self.course.add_discipline_wanted)
        menu.addSeparator()
        if facts.left_on is None:
            _add(menu, wording.LEAVE_MENU).triggered.connect(self.leave_wanted)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _lay_out(self) -> None:
        body = QWidget()
        body.setProperty("transparent", True)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        tabs = QHBoxLayout()
        tabs.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
        tabs.addWidget(self.tabs)
        column.addLayout(tabs)
        column.addWidget(line())
        self.pages = QStackedWidget()
        for tab in (self.facts, self.awards, self.scores, self.course):
            self.pages.addWidget(tab)
        column.addWidget(self.pages, 1)
        column.addWidget(line())
        column.addLayout(self._foot())
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(EmptyState("user", wording.CHOOSE_PERSON, wording.CHOOSE_PERSON_WHY))
        self._stack.addWidget(body)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self.name)
        words.addWidget(self.post)
        words.addWidget(self.unit)
        words.addWidget(self.left, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(16), theme.px(10), theme.px(10))
        head.setSpacing(theme.px(12))
        head.addWidget(self.portrait)
        head.addLayout(words, 1)
        head.addWidget(self.more)
        for child in (self.portrait, self.more):
            head.setAlignment(child, Qt.AlignmentFlag.AlignTop)
        return head

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        foot.setSpacing(theme.px(12))
        foot.addWidget(self.banner)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.edit, 1)
        buttons.addWidget(self.transfer, 1)
        buttons.addWidget(self.rejoin, 1)
        foot.addLayout(buttons)
        return foot

    def _connect(self) -> None:
        self.tabs.setProperty("compact", True)
        self.tabs.setAccessibleName(wording.PARTS)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for title in (wording.TAB_FACTS, wording.TAB_AWARDS, wording.scores_of(0), wording.TAB_COURSE):
            self.tabs.addTab(title)
        self.tabs.setTabToolTip(COURSE, wording.TAB_COURSE_TIP)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self.tabs.setCurrentIndex(AWARDS)
        self.more.clicked.connect(self._open_menu)
        self.portrait.wanted.connect(self.portrait_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.transfer.clicked.connect(self.transfer_wanted)
        self.rejoin.clicked.connect(self.rejoin_wanted)


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _add(menu: QMenu, words: str) -> QAction:
    return menu.addAction(words)
