"""Everything else that can be done with the meeting on the desk: its particulars, its conclusion, its time line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableWidget, QTableWidgetItem

from thidua_gui.core.meetings import MeetingState
from thidua_gui.services import meetings, projection
from thidua_gui.services.meeting_rules import RulesInForce
from thidua_gui.services.meeting_views import MeetingEventRow
from thidua_gui.text import council_page as words
from thidua_gui.ui import theme
from thidua_gui.ui.council.dialogs import ReasonDialog
from thidua_gui.ui.council.meeting_dialogs import ConcludeDialog, EventDialog, MeetingDialog
from thidua_gui.ui.council.rules_dialog import RulesDialog
from thidua_gui.ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from thidua_gui.services.meeting_views import MeetingView
    from thidua_gui.ui.council.desk import Desk

_TIMELINE = (640, 420)


def fill_menu(menu: QMenu, desk: Desk, meeting: MeetingView, *, shows_score: bool, is_year_closed: bool) -> None:
    """What its state allows; the rest is not offered."""
    is_open, may = meeting.state is MeetingState.OPEN, not meeting.is_locked
    for label, act, is_on in (
        (words.EDIT_MEETING_MENU, partial(_edit, desk, meeting), may),
        (words.CONCLUDE, partial(_conclude, desk, meeting), may),
        (words.ADD_EVENT, partial(_note, desk, meeting), may and is_open),
        (words.MEETING_RULES, partial(_rules, desk, meeting), may and is_open),
        (words.TIMELINE, partial(_timeline, desk, meeting), True),
    ):
        menu.addAction(label, act).setEnabled(is_on)
    menu.addSeparator()
    score = menu.addAction(words.SHOW_SCORE)
    score.setCheckable(True)
    score.setChecked(shows_score)
    score.setEnabled(not is_year_closed)
    score.triggered.connect(lambda on: desk.run(partial(projection.set_shows_score, on)))
    menu.addSeparator()
    reopen = menu.addAction(words.REOPEN, partial(ask_reopen, desk, meeting))
    reopen.setVisible(meeting.state is MeetingState.CLOSED)
    reopen.setEnabled(not is_year_closed)
    delete = menu.addAction(words.DELETE_MEETING, partial(ask_delete, desk, meeting))
    delete.setVisible(meeting.state is MeetingState.PLANNED)
    delete.setEnabled(may)


def ask_reopen(desk: Desk, meeting: MeetingView) -> None:
    """A closed meeting goes on, for a reason."""
    ReasonDialog(desk, "reopen", partial(meetings.reopen, meeting.id)).open()


def ask_delete(desk: Desk, meeting: MeetingView) -> None:
    """Only a planned one; it is one step that can be undone."""
    asked = Dialog(
        desk, words.DELETE_TITLE.format(title=meeting.title), words.DELETE_VERB, text=words.DELETE_TEXT, danger=True
    )
    asked.accepted.connect(lambda: desk.run(partial(meetings.delete, meeting.id)))
    asked.open()


def _edit(desk: Desk, meeting: MeetingView) -> None:
    MeetingDialog(desk.context, desk, meeting.campaign_id, meeting).open()


def _conclude(desk: Desk, meeting: MeetingView) -> None:
    ConcludeDialog(desk.context, desk, meeting).open()


def _note(desk: Desk, meeting: MeetingView) -> None:
    item = desk.item
    EventDialog(desk.context, desk, meeting.id, None if item is None else item.id).open()


def _rules(desk: Desk, meeting: MeetingView) -> None:
    def ask(found: RulesInForce) -> None:
        RulesDialog(desk.context, desk, meeting.campaign_id, found, meeting.id).open()

    desk.context.jobs.run(lambda _: meetings.rules_of(meeting.id), ask)


def _timeline(desk: Desk, meeting: MeetingView) -> None:
    desk.context.jobs.run(lambda _: meetings.events(meeting.id), lambda found: TimelineDialog(desk, found).open())


class TimelineDialog(Dialog):
    """Diễn biến: when what happened, as the minutes tell it."""

    def __init__(self, desk: Desk, events: tuple[MeetingEventRow, ...]) -> None:
        super().__init__(desk, words.TIMELINE_TITLE, words.CLOSE, text="" if events else words.NO_EVENTS)
        self.table = QTableWidget(len(events), len(words.TIMELINE_COLUMNS))
        self.table.setHorizontalHeaderLabels(list(words.TIMELINE_COLUMNS))
        self.table.setAccessibleName(words.TIMELINE_TITLE)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        for row, event in enumerate(events):
            for column, text in enumerate((words.moment(event.at), event.label, event.words)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        self.table.setMinimumSize(theme.px(_TIMELINE[0]), theme.px(_TIMELINE[1]))
        self.table.setVisible(bool(events))
        self.body.addWidget(self.table)
        self.secondary.hide()
