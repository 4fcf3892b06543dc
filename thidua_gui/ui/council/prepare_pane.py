"""What is done before the meeting: the agenda from the proposals, who votes, by which rules. The desk runs commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.core.ids import AgendaItemId, MeetingId
from thidua_gui.core.meetings import ItemKind, MeetingState
from thidua_gui.services import agenda_edit, councils, meeting_rules
from thidua_gui.services.meeting_rules import RulesInForce
from thidua_gui.services.meeting_views import CouncilView, ItemRow
from thidua_gui.text import council_page as page_words
from thidua_gui.text import council_prepare as words
from thidua_gui.ui import theme
from thidua_gui.ui.council.candidates_dialog import CandidatesDialog
from thidua_gui.ui.council.council_dialog import CouncilDialog
from thidua_gui.ui.council.fitting_row import FittingRow
from thidua_gui.ui.council.item_dialog import ItemDialog
from thidua_gui.ui.council.meeting_dialogs import MeetingDialog
from thidua_gui.ui.council.rules_dialog import RulesDialog
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import Card
from thidua_gui.ui.widgets.keyed_actions import add_actions

if TYPE_CHECKING:
    from thidua_gui.services.meeting_views import MeetingView
    from thidua_gui.ui.council.desk import Desk


class PreparePane(QWidget):
    """Three cards: the meeting with its agenda, the council, the rules of the vote."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._meeting: MeetingView | None = None
        self._items: tuple[ItemRow, ...] = ()
        self._item: ItemRow | None = None
        self._council: CouncilView | None = None
        self._rules: RulesInForce | None = None
        self.build = push(words.BUILD, "list-check")
        self.edit_meeting = push(words.EDIT_MEETING, "pencil")
        self.add = push(words.ADD_ITEM, "plus")
        self.edit = push(words.EDIT_ITEM, "pencil")
        self.remove = push(words.REMOVE_ITEM, "trash")
        self.up, self.down = push(words.UP, "arrow-up"), push(words.DOWN, "arrow-down")
        self.people_of_item = push(page_words.CANDIDATES, "users")
        self.people = push(words.COUNCIL, "users")
        self.vote = push(words.RULES, "settings")
        self.told = {name: _told() for name in ("agenda", "item", "before", "council", "rules")}
        self._lay_out()
        self._connect()

    def show_meeting(self, meeting: MeetingView, items: tuple[ItemRow, ...], item: ItemRow | None) -> None:
        """The item is the one that is chosen in the agenda."""
        self._meeting, self._items, self._item = meeting, items, item
        self.told["agenda"].setText(words.agenda(len(items), sum(len(one.candidates) for one in items)))
        self.told["item"].setText("" if item is None else words.item(item.title, item.planned_minutes))
        has_item, may = item is not None, not meeting.is_locked
        place = items.index(item) if item is not None and item in items else -1
        for button, is_on in (
            (self.build, may), (self.add, may), (self.edit_meeting, may), (self.edit, may and has_item),
            (self.remove, may and has_item), (self.up, may and place > 0),
            (self.down, may and 0 <= place < len(items) - 1), (self.people, True), (self.vote, may),
        ):  # fmt: skip
            button.setEnabled(is_on)
        self.people_of_item.setEnabled(may and has_item and item is not None and item.kind is ItemKind.AWARD)
        if meeting.state is not MeetingState.PLANNED:
            return
        campaign_id = meeting.campaign_id
        self._desk.context.jobs.run(
            lambda _: (councils.council(campaign_id), meeting_rules.of_year(campaign_id)), self._show_around
        )

    def move_item(self, step: int) -> None:
        """The chosen item one place up or down."""
        if self._item is not None and self._meeting is not None and not self._meeting.is_locked:
            place = [one.id for one in self._items].index(self._item.id) + step
            if 0 <= place < len(self._items):
                self._desk.run(partial(agenda_edit.move_item, self._item.id, place))

    def put_item(self, item_id: AgendaItemId, place: int) -> None:
        """Dragged there."""
        if self._meeting is not None and not self._meeting.is_locked:
            self._desk.run(partial(agenda_edit.move_item, item_id, place))

    def _show_around(self, found: tuple[CouncilView, RulesInForce]) -> None:
        self._council, self._rules = found
        members = [(one.role_words, one.name) for one in self._council.members]
        self.told["council"].setText(words.council(self._council.voting, members))
        self.told["rules"].setText("\n".join(words.rules(self._rules.rules)))
        left = [*self._left(), *self._council.problems]
        self.told["before"].setText("\n".join(f"• {one}" for one in left) if left else words.BEFORE_DONE)

    def _left(self) -> list[str]:
        """What the meeting lacks before it can be opened."""
        awards = [item for item in self._items if item.kind is ItemKind.AWARD]
        left = [] if self._meeting is None or self._meeting.held_on is not None else [words.NO_DAY]
        left += [] if awards else [words.NO_AGENDA]
        return left + [words.EMPTY_ITEM.format(title=item.title) for item in awards if not item.candidates]

    def _edit_people(self) -> None:
        if self._meeting is not None and self._item is not None:
            CandidatesDialog(self._desk, self._item, self._meeting.campaign_id).open()

    def _build(self) -> None:
        if self._meeting is not None:
            self._desk.run(partial(agenda_edit.build, MeetingId(self._meeting.id)))

    def _add(self) -> None:
        if self._meeting is not None:
            ItemDialog(self._desk.context, self._desk, self._meeting.id, None).open()

    def _edit(self) -> None:
        if self._meeting is not None and self._item is not None:
            ItemDialog(self._desk.context, self._desk, self._meeting.id, self._item).open()

    def _remove(self) -> None:
        if self._item is not None:
            self._desk.run(partial(agenda_edit.remove_item, self._item.id))

    def _edit_meeting(self) -> None:
        if self._meeting is not None:
            MeetingDialog(self._desk.context, self._desk, self._meeting.campaign_id, self._meeting).open()

    def _edit_council(self) -> None:
        if self._council is not None:
            CouncilDialog(self._desk.context, self._desk, self._council).open()

    def _edit_rules(self) -> None:
        if self._rules is not None and self._meeting is not None:
            RulesDialog(self._desk.context, self._desk, self._meeting.campaign_id, self._rules).open()

    def _connect(self) -> None:
        self.build.clicked.connect(self._build)
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self.move_item(-1))
        self.down.clicked.connect(lambda: self.move_item(1))
        self.edit_meeting.clicked.connect(self._edit_meeting)
        self.people_of_item.clicked.connect(self._edit_people)
        self.people.clicked.connect(self._edit_council)
        self.vote.clicked.connect(self._edit_rules)
        add_actions(self._desk, [
            ("Alt+Up", words.UP, partial(self.move_item, -1)), ("Alt+Down", words.DOWN, partial(self.move_item, 1)),
        ])  # fmt: skip

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(12))
        agenda = Card(words.AGENDA_CARD, "list-check")
        agenda.body.addWidget(self.told["agenda"])
        agenda.body.addWidget(FittingRow((self.build, self.add, self.edit_meeting), ()))
        agenda.body.addWidget(self.told["item"])
        agenda.body.addWidget(FittingRow((self.people_of_item, self.edit, self.up, self.down, self.remove), ()))
        whole.addWidget(agenda)
        before = Card(words.BEFORE, "clipboard-check")
        before.body.addWidget(self.told["before"])
        whole.addWidget(before)
        pair = QGridLayout()
        pair.setSpacing(theme.px(12))
        for column, (title, icon, key, button) in enumerate((
            (words.COUNCIL_CARD, "users", "council", self.people), (words.RULES_CARD, "settings", "rules", self.vote),
        )):  # fmt: skip
            card = Card(title, icon)
            card.body.addWidget(self.told[key])
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch(1)
            card.body.addLayout(line)
            card.body.addStretch(1)
            pair.addWidget(card, 0, column)
        whole.addLayout(pair)
        whole.addStretch(1)


def _told() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", "table")
    return label
