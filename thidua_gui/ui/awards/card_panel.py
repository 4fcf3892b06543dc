"""The card of one person or unit over all years: chains in words, the timeline, what each award rested on.

Shows and asks; the page does.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.services.award_cards import Card, CardYear
from thidua_gui.text import award_cards as wording
from thidua_gui.text import lists as list_wording
from thidua_gui.text.names import RATINGS
from thidua_gui.ui import theme
from thidua_gui.ui.forms.awards_timeline import AwardsTimeline, TimelineEntry, award_entry
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.empty_state import EmptyState

NONE, OUTSIDE, CARD = range(3)
MOST_CHAINS = 8


class CardPanel(QFrame):
    """Phiếu thành tích beside a list."""

    record_wanted = Signal()
    print_wanted = Signal()
    export_wanted = Signal()
    add_wanted = Signal()
    menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(wording.TITLE)
        self.card: Card | None = None
        self.name = _words("section")
        self.where = _words("muted")
        self.more = icon_button("dots-vertical", wording.TITLE)
        self.chains = _words("table")
        self.none = _words("muted")
        self.none.setText(wording.NO_AWARDS)
        self.timeline = AwardsTimeline()
        self.record = push(wording.OPEN_RECORD, "user")
        self.print = push(wording.PRINT, "printer")
        self._lay_out()
        self._connect()
        self.show_nothing()

    def show_card(self, card: Card) -> None:
        """Everything of one bearer; another bearer starts at the top."""
        same = self.card is not None and self.card.bearer == card.bearer
        self.card = card
        self._stack.setCurrentIndex(CARD)
        self.name.setText(card.name)
        self.where.setText(wording.subtitle(card.post, card.unit) or card.code)
        told = card.chains[:MOST_CHAINS]
        self.chains.setText("\n".join(f"• {words}" for words in told) if told else wording.NO_CHAIN)
        entries = [entry for year in card.years for entry in _entries(year)]
        self.none.setVisible(not entries)
        self.timeline.setVisible(bool(entries))
        self.timeline.show_entries(entries)
        if not same:
            self.column.verticalScrollBar().setValue(0)

    def show_nothing(self, *, is_outside: bool = False) -> None:
        """No row, or one of somebody of whom only the name is known."""
        self.card = None
        self._stack.setCurrentIndex(OUTSIDE if is_outside else NONE)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(wording.ADD).triggered.connect(self.add_wanted)
        menu.addSeparator()
        menu.addAction(list_wording.EXPORT).triggered.connect(self.export_wanted)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _lay_out(self) -> None:
        body = QWidget()
        body.setProperty("transparent", True)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(line())
        column.addWidget(self._middle(), 1)
        column.addWidget(line())
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.record, 1)
        foot.addWidget(self.print, 1)
        column.addLayout(foot)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(EmptyState("award", wording.CHOOSE, wording.CHOOSE_WHY))
        self._stack.addWidget(EmptyState("user", wording.OUTSIDE_NONE, wording.OUTSIDE_WHY))
        self._stack.addWidget(body)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self.name)
        words.addWidget(self.where)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(14), theme.px(10), theme.px(12))
        head.addLayout(words, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _middle(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("transparent", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        column.setSpacing(theme.px(8))
        column.addWidget(_heading(wording.CHAINS))
        column.addWidget(self.chains)
        column.addSpacing(theme.px(6))
        column.addWidget(_heading(wording.HISTORY))
        column.addWidget(self.none)
        column.addWidget(self.timeline)
        column.addStretch(1)
        self.column = QScrollArea()
        self.column.setWidgetResizable(True)
        self.column.setFrameShape(QFrame.Shape.NoFrame)
        self.column.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.setWidget(inside)
        return self.column

    def _connect(self) -> None:
        self.more.clicked.connect(self._open_menu)
        self.record.clicked.connect(self.record_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.timeline.menu_wanted.connect(self.menu_wanted)


def _entries(year: CardYear) -> Iterator[TimelineEntry]:
    """Awards first, then the rating and what else there was."""
    for award in year.awards:
        grounds = [f"{wording.RESTS_ON}: {'; '.join(award.rests_on)}"] if award.rests_on else []
        yield award_entry(award.row, grounds)
    if year.rating is not None:
        yield TimelineEntry(year.year, f"{wording.RATING}: {RATINGS[year.rating]}")
    for words in year.initiatives:
        yield TimelineEntry(year.year, wording.INITIATIVE, (words,))
    for words in year.teaching:
        yield TimelineEntry(year.year, f"{wording.TEACHING} {words}")
    for words in year.disciplines:
        yield TimelineEntry(year.year, wording.DISCIPLINE, (words,), is_bad=True)


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "tableStrong")
    return label
