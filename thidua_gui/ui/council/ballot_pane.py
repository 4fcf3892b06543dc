"""One item's ballot: begun, counted, published, corrected. It shows and asks; the desk runs the commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from thidua_gui.core.council import Method, Outcome
from thidua_gui.core.ids import BallotId, CandidateId
from thidua_gui.core.meetings import ItemKind
from thidua_gui.services.meeting_views import BallotView, ItemRow, ItemStanding
from thidua_gui.text import council as council_words
from thidua_gui.text import council_page as words
from thidua_gui.ui import theme
from thidua_gui.ui.council.count_table import CountModel, CountTable, Typed
from thidua_gui.ui.council.fitting_row import FittingRow
from thidua_gui.ui.council.number_field import NumberField
from thidua_gui.ui.council.standing_strip import StandingStrip
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import Card, line
from thidua_gui.ui.widgets.chip import Chip

COUNT, NONE = 0, 1
_ANY_HEIGHT = 16_777_215


class BallotPane(Card):
    """Live sentences say what does not fit; publishing is a separate act."""

    typed = Signal(str, object, object)
    """Field, number or None, candidate or None."""
    asked = Signal(str)
    """start_secret, start_hands, publish, publish_anyway, correct, repeat, drop, decide, recuse, people."""
    second_chosen = Signal(bool)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(words.COUNT_TITLE, "clipboard-list", parent=parent)
        self.model = CountModel()
        self.table = CountTable(self.model)
        self.issued, self.returned = _figure(words.ISSUED), _figure(words.RETURNED)
        self.state = Chip("", "nf", "-")
        self.banner = Banner()
        self.strip = StandingStrip()
        self.second = push(words.SECOND, "users")
        self.second.setCheckable(True)
        self.start_secret = push(words.START_SECRET, "clipboard-list", "primary")
        self.start_hands = push(words.START_HANDS, "users")
        self.publish = push(words.PUBLISH, "speakerphone", "primary")
        self.anyway = push(words.PUBLISH_ANYWAY, "alert-triangle")
        self.correct = push(words.CORRECT, "pencil")
        self.repeat = push(words.REPEAT, "refresh")
        self.drop = push(words.DROP, "trash")
        self.decide = push(words.DECIDE, "gavel")
        self.recuse = push(words.RECUSE, "user")
        self.people = push(words.CANDIDATES, "list-check")
        self.none = QLabel()
        self.none.setProperty("role", "muted")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ballot: BallotView | None = None
        self._stored: dict[NumberField, tuple[BallotId | None, int | None]] = {}
        self._is_locked = self._is_awaited = False
        self._lay_out()
        self._connect()

    @property
    def ballot(self) -> BallotView | None:
        return self._ballot

    @property
    def is_counting(self) -> bool:
        """Numbers can be typed now."""
        return self.model.is_editable and self._stack.currentIndex() == COUNT

    def show_item(self, item: ItemRow | None, ballot: BallotView | None, *, is_locked: bool) -> None:
        """What can be done now with the item's last ballot."""
        self._ballot, self._is_locked = ballot, is_locked
        has_candidates = item is not None and bool(item.candidates)
        is_open = ballot is not None and not ballot.is_published
        if not is_open and self.second.isChecked():
            self.second.setChecked(False)
        self.model.show_decisions(_by_chair(item))
        self.model.show_ballot(ballot, is_editable=is_open and not is_locked, is_second=self.second.isChecked())
        self._stack.setCurrentIndex(COUNT if ballot is not None else NONE)
        self.none.setText(_nothing(item))
        self.strip.show_item(item, ballot)
        self._over_strip.setVisible(item is not None)
        self._show_papers(ballot)
        self._show_title(ballot)
        self._show_state(ballot)
        may = not is_locked and has_candidates
        self.people.setVisible(not is_locked and ballot is None and item is not None and item.kind is ItemKind.AWARD)
        for button, is_shown in (
            (self.start_secret, may and ballot is None), (self.start_hands, may and ballot is None),
            (self.publish, may and is_open), (self.anyway, may and is_open), (self.drop, may and is_open),
            (self.second, may and is_open), (self.recuse, may and not (ballot and ballot.is_published)),
            (self.correct, may and ballot is not None and not is_open),
            (self.repeat, may and ballot is not None and not is_open), (self.decide, may and not is_open),
        ):  # fmt: skip
            button.setVisible(is_shown)
        self.publish.setEnabled(ballot is not None and ballot.can_publish)
        counted = ballot is not None and not ballot.uncounted
        self.anyway.setVisible(self.anyway.isVisibleTo(self) and counted and not self.publish.isEnabled())
        self._take_keyboard()

    def show_standing(self, standing: ItemStanding | None) -> None:
        """The quota with those who passed; ties at its line are put to the chair."""
        self.strip.show_quota(standing)
        if standing is not None and standing.ties and not (self._ballot and not self._ballot.is_published):
            self.banner.say("wa", standing.ties[0].words)

    def set_low(self, is_low: bool) -> None:
        """In a low window the rows need the room of what is still to be done."""
        self.strip.setMaximumHeight(0 if is_low else _ANY_HEIGHT)
        self.title.setVisible(not is_low)

    def begin_typing(self) -> None:
        """The keyboard goes to the first number that is to be typed, as soon as it is there."""
        self._is_awaited = True
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        if not self._is_awaited or not self.is_counting:
            return
        self._is_awaited = False
        if not self._papers[0].isHidden():
            self.issued.setFocus()
            self.issued.selectAll()
        else:
            self._go_to_table()

    def go_to(self, candidate_id: CandidateId | None) -> None:
        self.table.go_to(candidate_id)

    def _show_title(self, ballot: BallotView | None) -> None:
        is_hands = ballot is not None and ballot.method is Method.HANDS
        title = words.HANDS_TITLE if is_hands else words.COUNT_TITLE
        self.title.setText(words.ballot_title(title, 1 if ballot is None else ballot.round))
        self.state.setVisible(ballot is not None)
        if ballot is not None:
            self.state.show_state(
                words.PUBLISHED if ballot.is_published else words.COUNTING, "ok" if ballot.is_published else "nf"
            )

    def _show_papers(self, ballot: BallotView | None) -> None:
        is_secret = ballot is not None and ballot.method is Method.SECRET
        is_open = ballot is not None and not ballot.is_published and not self._is_locked
        for labelled in self._papers:
            labelled.setVisible(is_secret)
        for field, number in (
            (self.issued, None if ballot is None else ballot.papers.issued),
            (self.returned, None if ballot is None else ballot.papers.returned),
        ):
            stored = (None if ballot is None else ballot.id, number)
            if not field.hasFocus() or not is_open or self._stored.get(field) != stored:
                field.setText("" if number is None else str(number))
            self._stored[field] = stored
            field.setReadOnly(not is_open)

    def _show_state(self, ballot: BallotView | None) -> None:
        """The most severe thing there is to say."""
        if ballot is None:
            self.banner.silence()
        elif not ballot.is_published and ballot.broken:
            self.banner.say("wa", "\n".join(ballot.broken[:3]))
        elif not ballot.is_published and ballot.differences:
            self.banner.say("wa", "\n".join(ballot.differences[:3]))
        elif not ballot.is_published and not ballot.quorum.is_met:
            self.banner.say("er", council_words.quorum_text(ballot.quorum, ballot.room))
        else:
            self.banner.say("in", _threshold(ballot))

    def _on_number(self, typed: Typed) -> None:
        self.typed.emit(typed.field, typed.number, typed.candidate_id)

    def _on_paper(self, field: str, editor: QLineEdit) -> None:
        written = editor.text().strip()
        number = int(written) if written else None
        known = None if self._ballot is None else getattr(self._ballot.papers, field)
        if self._ballot is not None and number != known:
            self.typed.emit(field, number, None)

    def _go_to_returned(self) -> None:
        self.returned.setFocus()
        self.returned.selectAll()

    def _go_to_table(self) -> None:
        self.table.setFocus()
        at = self.table.currentIndex()
        if self.model.field_of(at.column()) is None:
            self.table.setCurrentIndex(self.model.index(max(at.row(), 0), 1))

    def _connect(self) -> None:
        self.model.typed.connect(self._on_number)
        self.issued.editingFinished.connect(lambda: self._on_paper("issued", self.issued))
        self.returned.editingFinished.connect(lambda: self._on_paper("returned", self.returned))
        self.issued.returnPressed.connect(self._go_to_returned)
        self.returned.returnPressed.connect(self._go_to_table)
        self.second.toggled.connect(self.second_chosen)
        self.table.finished.connect(self.finished)
        asking: tuple[tuple[QPushButton, str], ...] = (
            (self.start_secret, "start_secret"), (self.start_hands, "start_hands"), (self.publish, "publish"),
            (self.anyway, "publish_anyway"), (self.correct, "correct"), (self.repeat, "repeat"), (self.drop, "drop"),
            (self.decide, "decide"), (self.recuse, "recuse"), (self.people, "people"),
        )  # fmt: skip
        for button, what in asking:
            button.clicked.connect(self._asking(what))

    def _asking(self, what: str) -> Callable[[], None]:
        return lambda *_: self.asked.emit(what)

    def _lay_out(self) -> None:
        self.add_to_heading(self.state)
        self._papers = (_labelled(words.ISSUED, self.issued), _labelled(words.RETURNED, self.returned))
        for labelled in self._papers:
            self.add_to_heading(labelled)
        self.body.setContentsMargins(0, 0, 0, theme.px(10))
        counting = QWidget()
        inside = QVBoxLayout(counting)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.table, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(counting)
        self._stack.addWidget(self.none)
        self.body.addWidget(self._stack, 1)
        self._over_strip = line()
        self.body.addWidget(self._over_strip)
        self.body.addWidget(self.strip)
        around = QHBoxLayout()
        around.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        around.addWidget(self.banner)
        self.body.addLayout(around)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        foot.addWidget(FittingRow(
            (self.correct, self.repeat, self.people, self.recuse, self.decide, self.second, self.drop),
            (self.anyway, self.publish, self.start_hands, self.start_secret),
        ))  # fmt: skip
        self.body.addLayout(foot)


def _by_chair(item: ItemRow | None) -> dict[CandidateId, Outcome]:
    candidates = () if item is None else item.candidates
    return {one.id: one.outcome for one in candidates if one.by_chair and one.outcome is not None}


def _nothing(item: ItemRow | None) -> str:
    if item is None:
        return words.NO_ITEM
    if item.candidates:
        return words.NO_BALLOT
    return words.NO_PEOPLE if item.kind is ItemKind.AWARD else words.NO_CANDIDATE


def _threshold(ballot: BallotView) -> str:
    told = [line.verdict for line in ballot.lines if line.verdict.needed is not None]
    first = max(told, key=lambda verdict: verdict.base or 0, default=None)
    rule = council_words.threshold_text(ballot.threshold)
    if first is None or first.needed is None or first.base is None:
        return rule
    return words.threshold(rule, first.needed, first.base, words.VOTES[ballot.method])


def _figure(name: str) -> NumberField:
    field = NumberField()
    field.setFixedWidth(theme.px(56))
    field.setAccessibleName(name)
    return field


def _labelled(text: str, field: QLineEdit) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(theme.px(8), 0, 0, 0)
    row.setSpacing(theme.px(6))
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setBuddy(field)
    row.addWidget(label)
    row.addWidget(field)
    return whole
