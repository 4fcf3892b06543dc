"""Họp Hội đồng: the meetings of the year, and the desk of the one that is led from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import MeetingId
from thidua_gui.core.meetings import MeetingState
from thidua_gui.services import held_meeting, meetings, projection
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.meeting_views import MeetingRow
from thidua_gui.text import council_page as words
from thidua_gui.text import projection as slide_words
from thidua_gui.ui.context import Context
from thidua_gui.ui.council import meeting_menu, papers, screen_dialogs
from thidua_gui.ui.council.desk import Desk
from thidua_gui.ui.council.meeting_dialogs import MeetingDialog
from thidua_gui.ui.council.meetings_pane import MeetingsPane
from thidua_gui.ui.council.show import BACK, FORWARD
from thidua_gui.ui.forms.list_output import drop_menu
from thidua_gui.ui.page import Page
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import add_actions

EMPTY, LIST, DESK = range(3)
ITEMS = 9
TYPED_W = (chr(0x01AF), chr(0x01B0))
"""What the key W writes while a Vietnamese keyboard (Telex) is on."""


class CouncilPage(Page):
    """A list while nothing is open, else the desk."""

    key: ClassVar[str] = "council"
    icon: ClassVar[str] = "gavel"
    wants_room: ClassVar[bool] = True
    tables: ClassVar[tuple[str, ...]] = (
        "meetings", "agenda_items", "council_candidates", "councils", "council_members", "ballot_lines", "campaigns",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: tuple[MeetingRow, ...] = ()
        self.empty = EmptyState("gavel", words.NO_YEAR, words.NO_YEAR_WHY, words.NO_YEAR_ACT)
        self.list = MeetingsPane(context)
        self.desk = Desk(context)
        self.to_list = push(words.BACK_TO_LIST, "arrow-left")
        self.open_meeting = push(words.OPEN_MEETING, "player-play")
        self.close_meeting = push(words.CLOSE_MEETING, "lock")
        self.papers = push(words.MINUTES, "file-text")
        self.project = push(words.PROJECT, "presentation", "primary")
        self.more = icon_button("dots-vertical", words.MORE, bordered=True)
        self.new = push(words.NEW_MEETING, "plus", "primary")
        self._stack = QStackedLayout(self)
        for widget in (self.empty, self.list, self.desk):
            self._stack.addWidget(widget)
        self._connect()
        self._add_keys()

    def title(self) -> str:
        return words.TITLE

    def subtitle(self) -> str:
        view = self.desk.view
        if self._stack.currentIndex() != DESK or view is None:
            return ""
        meeting = view.meeting
        when = slide_words.place_and_time(meeting.place, meeting.held_on, meeting.starts_at)
        return words.subtitle(meeting.title, when)

    def header_widgets(self) -> list[QWidget]:
        if self._stack.currentIndex() == LIST:
            self.new.setEnabled(not self._is_closed())
            return [self.new]
        if self._stack.currentIndex() != DESK or self.desk.view is None:
            return []
        meeting = self.desk.view.meeting
        shown: list[QWidget] = [self.to_list]
        if not meeting.is_locked and meeting.state is MeetingState.PLANNED:
            shown.append(self.open_meeting)
        if not meeting.is_locked and meeting.state is MeetingState.OPEN:
            shown.append(self.close_meeting)
        return [*shown, self.papers, self.project, self.more]

    def first_pane(self) -> QWidget | None:
        """The numbers while they are counted, else the agenda or the list."""
        desk = self.desk
        if self._stack.currentIndex() != DESK:
            return super().first_pane()
        return desk.ballot.table if desk.ballot.is_counting else desk.agenda.tree

    def panes(self) -> list[QWidget]:
        if self._stack.currentIndex() != DESK:
            return super().panes()
        desk = self.desk
        return [one for one in (desk.agenda.tree, desk.ballot.table, desk.attendance.list) if one.isVisible()]

    def table_keys(self) -> Sequence[tuple[str, str]]:
        if self._stack.currentIndex() != DESK:
            return super().table_keys()
        return (*words.COUNT_KEYS, *words.ROLL_KEYS)

    def reload(self) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None:
            self._stack.setCurrentIndex(EMPTY)
            self.heading_changed.emit()
            return
        self.context.jobs.run(
            lambda _: (meetings.meetings(campaign_id), held_meeting.is_told(campaign_id)), self._show
        )

    def open_argument(self, argument: object) -> None:
        """A meeting's id opens its desk."""
        if isinstance(argument, int):
            self.show_desk(MeetingId(argument))

    def on_changes(self, changes: Changes) -> None:
        super().on_changes(changes)
        self.desk.on_changes(changes)

    def show_desk(self, meeting_id: MeetingId) -> None:
        """Lead that meeting."""
        self._stack.setCurrentIndex(DESK)
        self.desk.open_meeting(meeting_id)

    def _show(self, found: tuple[tuple[MeetingRow, ...], bool]) -> None:
        self._rows, is_told = found
        self.list.show_meetings(self._rows, is_told=is_told, is_closed=self._is_closed())
        if self._stack.currentIndex() == EMPTY:
            self._stack.setCurrentIndex(LIST)
            under_way = next((row for row in self._rows if row.state is MeetingState.OPEN), None)
            if under_way is not None:
                self.show_desk(under_way.id)
        if self._stack.currentIndex() == DESK and self.desk.meeting_id not in {row.id for row in self._rows}:
            self._stack.setCurrentIndex(LIST)
        self.heading_changed.emit()

    def _on_year_changed(self, year: int) -> None:
        self._stack.setCurrentIndex(EMPTY)
        self.desk.meeting_id, self.desk.view = None, None
        super()._on_year_changed(year)

    def _back(self) -> None:
        self._stack.setCurrentIndex(LIST)
        self.heading_changed.emit()

    def _ask_new(self) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is not None and not self._is_closed():
            MeetingDialog(self.context, self, campaign_id, None).open()

    def _is_closed(self) -> bool:
        campaign = self.context.campaign
        return campaign is not None and campaign.state is CampaignState.CLOSED

    def _hold(self) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is not None:
            self.context.jobs.command(lambda _: held_meeting.hold(campaign_id))

    def _open_now(self) -> None:
        meeting_id = self.desk.meeting_id
        if meeting_id is not None:
            self.desk.run(partial(meetings.open_meeting, meeting_id))

    def _close_now(self) -> None:
        meeting_id = self.desk.meeting_id
        if meeting_id is None:
            return
        asked = Dialog(self, words.CLOSE_TITLE, words.CLOSE_MEETING, text=words.CLOSE_TEXT)
        asked.accepted.connect(lambda: self.desk.run(partial(meetings.close_meeting, meeting_id)))
        asked.open()

    def _project(self) -> None:
        if self.desk.show_desk.is_live or self.desk.show_desk.is_lost:
            screen_dialogs.ask_stop(self, self.desk.show_desk)
        else:
            screen_dialogs.ask_start(self, self.desk.show_desk, self._on_began)

    def _on_began(self) -> None:
        self.desk.put_up()

    def _stop(self) -> None:
        if self.desk.show_desk.is_live or self.desk.show_desk.is_lost:
            screen_dialogs.ask_stop(self, self.desk.show_desk)

    def _on_heading(self) -> None:
        live = self.desk.show_desk.is_live or self.desk.show_desk.is_lost
        self.project.setText(words.STOP if live else words.PROJECT)
        self.heading_changed.emit()

    def _open_papers(self) -> None:
        meeting_id = self.desk.meeting_id
        if meeting_id is None or self.desk.view is None:
            return
        menu = QMenu(self)
        papers.fill_menu(menu, self, self.context, self.desk.view, self.desk.item)
        drop_menu(menu, self.papers)

    def _open_more(self) -> None:
        view, campaign = self.desk.view, self.context.campaign
        if view is None or campaign is None:
            return
        self.context.jobs.run(lambda _: projection.shows_score(campaign.last_day), self._show_more)

    def _show_more(self, shows_score: bool) -> None:
        if self.desk.view is not None:
            menu = QMenu(self)
            is_closed = self._is_closed()
            meeting_menu.fill_menu(
                menu, self.desk, self.desk.view.meeting, shows_score=shows_score, is_year_closed=is_closed
            )
            drop_menu(menu, self.more)

    def _reopen(self) -> None:
        if self.desk.view is not None:
            meeting_menu.ask_reopen(self.desk, self.desk.view.meeting)

    def _print(self) -> None:
        """The list while it is shown, else the minutes."""
        if self._stack.currentIndex() == LIST:
            self.list.print_out()
        elif self.desk.meeting_id is not None:
            papers.preview_minutes(self, self.context, self.desk.meeting_id)

    def _export(self) -> None:
        if self._stack.currentIndex() == LIST:
            self.list.export()
        elif self.desk.meeting_id is not None:
            papers.save_minutes(self, self.context, self.desk.meeting_id)

    def _connect(self) -> None:
        self.empty.acted.connect(lambda: self.context.bus.navigate.emit("importing", None))
        self.list.opened.connect(self.show_desk)
        self.list.new_asked.connect(self._ask_new)
        self.list.hold_asked.connect(self._hold)
        self.new.clicked.connect(self._ask_new)
        self.to_list.clicked.connect(self._back)
        self.open_meeting.clicked.connect(self._open_now)
        self.close_meeting.clicked.connect(self._close_now)
        self.papers.clicked.connect(self._open_papers)
        self.more.clicked.connect(self._open_more)
        self.desk.reopen_asked.connect(self._reopen)
        self.desk.show_desk.jump_asked.connect(self.desk.jump)
        self.project.clicked.connect(self._project)
        self.desk.heading_changed.connect(self._on_heading)
        self.desk.show_desk.stop_asked.connect(self._stop)

    def _add_keys(self) -> None:
        desk = self.desk
        keys: list[tuple[str, str, Callable[[], object]]] = [
            ("PgDown", words.NEXT_SLIDE, partial(desk.go, 1)),
            ("PgUp", words.PREVIOUS_SLIDE, partial(desk.go, -1)),
            ("Ctrl+Return", words.SHOW, desk.put_up),
            ("B", words.BLACKEN, lambda: desk.show_desk.press(Qt.Key.Key_B)),
            ("W", words.WAIT, lambda: desk.show_desk.press(Qt.Key.Key_W)),
            ("F", words.FREEZE, lambda: desk.show_desk.press(Qt.Key.Key_F)),
            ("T", words.PAUSE, desk.head.toggle_clock),
            ("Ctrl+Shift+N", words.NOTES, desk.write_notes),
            ("F9", words.SWAP, desk.show_desk.swap),
        ]
        keys += [("Alt+1", words.JUMP, partial(desk.jump, 1))]
        keys += [(f"Alt+{number}", "", partial(desk.jump, number)) for number in range(2, ITEMS + 1)]
        keys += [(key, "", lambda: desk.show_desk.press(Qt.Key.Key_W)) for key in TYPED_W]
        keys += [(".", "", lambda: desk.show_desk.press(Qt.Key.Key_B))]
        add_actions(desk, keys)
        add_actions(self, [
            ("F5", words.PROJECT, self._project), ("Ctrl+N", words.NEW_MEETING, self._ask_new),
            ("Ctrl+P", words.PRINT_MINUTES, self._print), ("Ctrl+E", words.EXPORT_MINUTES, self._export),
        ])  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc never ends the show without a question."""
        if event.key() == Qt.Key.Key_Escape and self.desk.show_desk.is_live:
            self._stop()
        elif self._stack.currentIndex() == DESK and event.key() in (*FORWARD, *BACK):
            self.desk.go(1 if event.key() in FORWARD else -1)
        else:
            super().keyPressEvent(event)
