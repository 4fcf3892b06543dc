"""The operator's desk: agenda, the item at hand with its ballot, and the wall. It runs the meeting's commands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.council import Method
from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import AgendaItemId, CandidateId, MeetingId
from thidua_gui.core.meetings import Attendance, ItemState, MeetingState
from thidua_gui.core.projection import CandidateSlide, WaitingSlide, rows_on
from thidua_gui.services import agenda_edit, attendance, ballots, meetings
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.meeting_views import BallotView, ItemRow, SeatRow
from thidua_gui.services.projection import Cue
from thidua_gui.text import council_page as words
from thidua_gui.text.errors import sentence
from thidua_gui.ui import theme
from thidua_gui.ui.council import dialogs, place
from thidua_gui.ui.council.agenda_pane import AgendaPane
from thidua_gui.ui.council.attendance_pane import AttendancePane
from thidua_gui.ui.council.ballot_pane import BallotPane
from thidua_gui.ui.council.fitting_row import FittingRow, scrolling
from thidua_gui.ui.council.head_card import HeadCard
from thidua_gui.ui.council.prepare_pane import PreparePane
from thidua_gui.ui.council.reading import (
    LIGHT_TABLES,
    SLIDE_TABLES,
    DeskView,
    Slides,
    read_desk,
    read_slides,
    read_standing,
)
from thidua_gui.ui.council.show import Show
from thidua_gui.ui.council.wall_panel import WallPanel
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import push

if TYPE_CHECKING:
    from thidua_gui.ui.context import Context

Command = Callable[[], Changes]
_SIDES = (0.19, 0.24)
_NARROW, _LOW = 940, 520


class Desk(QWidget):
    """Nothing reaches the wall by choosing a line or typing: only by showing it, or by going on while it is live."""

    heading_changed = Signal()
    reopen_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.meeting_id: MeetingId | None = None
        self.view: DeskView | None = None
        self.slides = Slides(WaitingSlide(""), ())
        self._at = 0
        self._is_own_split = self._is_low = False
        self.show_desk = Show(context, self)
        self.wall = self.show_desk.wall
        self.agenda = AgendaPane()
        self.head = HeadCard(context.clock)
        self.ballot = BallotPane()
        self.prepare = PreparePane(self)
        self.wall_panel = WallPanel(self.wall)
        self.attendance = AttendancePane()
        self.banner = Banner(closable=True)
        self.start = push(words.START_ITEM, "player-play")
        self.finish = push(words.FINISH_ITEM, "check")
        self.notes = push(words.NOTES, "message")
        self.back = push(words.PREVIOUS, "arrow-left")
        self.forward = push(words.NEXT, "arrow-right", "primary")
        self._lay_out()
        self._connect()

    @property
    def at(self) -> Cue | None:
        """The slide on the desk; the wall may show another one."""
        return self.slides.cues[self._at] if self._at < len(self.slides.cues) else None

    @property
    def item(self) -> ItemRow | None:
        return None if self.view is None or self.at is None else self.view.item(self.at.item_id)

    def open_meeting(self, meeting_id: MeetingId) -> None:
        """Read it and go where it stood."""
        if meeting_id != self.meeting_id:
            self.meeting_id, self.view = meeting_id, None
            self.slides, self._at = Slides(WaitingSlide(""), ()), 0
        self.reload()

    def reload(self) -> None:
        meeting_id = self.meeting_id
        if meeting_id is None:
            return
        self.context.jobs.run(lambda _: read_desk(meeting_id), self._show)
        self.reload_slides()

    def reload_slides(self) -> None:
        """The slides are made anew; the wall keeps what was put before it."""
        meeting_id, size = self.meeting_id, self.wall.size
        if meeting_id is not None:
            rows = rows_on(size.width(), size.height())
            self.context.jobs.run(lambda _: read_slides(meeting_id, rows), self._show_slides)

    def on_changes(self, changes: Changes) -> None:
        """Typed numbers renew the ballot alone."""
        if self.meeting_id is None:
            return
        if changes.touches(*LIGHT_TABLES):
            meeting_id = self.meeting_id
            self.context.jobs.run(lambda _: read_desk(meeting_id), self._show)
        elif changes.touches("ballot_counts"):
            self._renew_ballot()
        if changes.touches(*SLIDE_TABLES):
            self.reload_slides()

    def go(self, step: int) -> None:
        """The next or the previous slide; while the room looks on it is shown at once."""
        wanted = self._at + step
        if 0 <= wanted < len(self.slides.cues):
            self._stand_at(wanted)
            if self.show_desk.is_live:
                self.put_up()

    def put_up(self) -> None:
        """Đưa lên chiếu."""
        if self.at is not None:
            self.show_desk.put_up(self.at)
            self.wall_panel.show_cues(self.at, self._following())

    def jump(self, number: int) -> None:
        """To the item with that number of the agenda."""
        if self.view is not None and 0 < number <= len(self.view.items):
            self._on_chosen(self.view.items[number - 1].id, None)

    def write_notes(self) -> None:
        """What was said of the item at hand, and what the chair concludes."""
        if self.item is not None and self.notes.isEnabled():
            dialogs.NotesDialog(self, self.item).open()

    def run(self, command: Command, then: Callable[[Changes], None] | None = None) -> None:
        """One command; a refusal is said on the desk."""
        self.banner.silence()
        self.context.jobs.command(lambda _: command(), then, self._refused)

    def _show(self, view: DeskView | None) -> None:
        if view is None:
            self.meeting_id, self.view = None, None
            self.heading_changed.emit()
            return
        first = self.view is None
        self.view = view
        if first:
            self._resume()
        self._say_locked()
        self.attendance.show_attendance(view.attendance, is_locked=view.meeting.is_locked)
        self._show_place()
        self.heading_changed.emit()

    def _show_slides(self, slides: Slides | None) -> None:
        if slides is None:
            return
        key = self.at.key if self.at is not None else self._remembered(slides)
        self.slides = slides
        self._at = slides.place_of(key)
        self.show_desk.renew(slides)
        self._show_place()

    def _resume(self) -> None:
        """Where the meeting stood; of a crash nobody notices more than that the program was closed."""
        meeting = None if self.view is None else self.view.meeting
        self.banner.silence()
        if meeting is not None and meeting.state is MeetingState.OPEN and meeting.at_item is not None:
            self.banner.say("in", words.RESUMED)

    def _say_locked(self) -> None:
        """Why nothing can be written: the meeting is closed, or its year."""
        campaign, meeting = self.context.campaign, None if self.view is None else self.view.meeting
        if meeting is None or not meeting.is_locked:
            return
        is_year = campaign is not None and campaign.state is CampaignState.CLOSED
        if is_year or meeting.state is not MeetingState.CLOSED:
            self.banner.say("in", words.CLOSED_YEAR.format(year=meeting.year), icon="lock")
        else:
            self.banner.say("in", words.CLOSED_MEETING, words.REOPEN, icon="lock")

    def _remembered(self, slides: Slides) -> str:
        """The slide that stood on the desk last, else the first one of the item that is under way; a meeting that is
        over is looked at from its first award."""
        stored = self.context.settings.text(self._kept)
        at_item = None if self.view is None else self.view.meeting.at_item
        if at_item is None and self.view is not None and self.view.meeting.state is MeetingState.CLOSED:
            at_item = next((item.id for item in self.view.items if item.candidates), None)
        fallback = next((cue.key for cue in slides.cues if cue.item_id is not None and cue.item_id == at_item), "")
        return stored or fallback

    @property
    def _kept(self) -> str:
        """Where the place is remembered; another file may have a meeting of the same number."""
        opened = None if self.view is None else self.view.meeting.opened_at
        return f"council/at/{self.meeting_id}-{opened:%Y%m%d%H%M%S}" if opened else f"council/at/{self.meeting_id}"

    def _stand_at(self, at: int) -> None:
        self._at = at
        if self.at is not None:
            self.context.settings.put_text(self._kept, self.at.key)
        self._show_place()

    def _show_place(self) -> None:
        if self.view is None:
            return
        cue, item = self.at, self.item
        slide = cue.view if cue is not None and isinstance(cue.view, CandidateSlide) else None
        self.agenda.show_items(self.view.items, None if item is None else item.id, place.candidate(cue))
        where = place.where(self.view, item, slide)
        is_planned = self.view.meeting.state is MeetingState.PLANNED
        self._planning.setVisible(is_planned)
        self.head.setVisible(not is_planned and not self._is_low)
        self.ballot.setVisible(not is_planned)
        self.prepare.show_meeting(self.view.meeting, self.view.items, item)
        self.head.show_item(item, where, slide, place.title(cue, item))
        ballot = None if item is None else self.view.ballots.get(item.id)
        self.ballot.show_item(item, ballot, is_locked=not self._may_count(item))
        self.ballot.go_to(place.candidate(cue))
        self._show_steps(item)
        self.wall_panel.show_cues(cue, self._following())
        if item is not None and item.candidates:
            self.context.jobs.run(lambda _: read_standing(item), self.ballot.show_standing)

    def _show_steps(self, item: ItemRow | None) -> None:
        is_open = self.view is not None and self.view.meeting.state is MeetingState.OPEN
        may = is_open and item is not None and not (self.view is None or self.view.meeting.is_locked)
        self.start.setVisible(may and item is not None and item.state is not ItemState.CURRENT)
        is_done = item is not None and item.state is ItemState.DONE
        self.start.setText(words.START_AGAIN if is_done else words.START_ITEM)
        self.finish.setVisible(may and item is not None and item.state is ItemState.CURRENT)
        self.notes.setEnabled(item is not None and self.view is not None and not self.view.meeting.is_locked)
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at + 1 < len(self.slides.cues))

    def _may_count(self, item: ItemRow | None) -> bool:
        meeting = None if self.view is None else self.view.meeting
        return meeting is not None and item is not None and meeting.state is MeetingState.OPEN and not meeting.is_locked

    def _following(self) -> Cue | None:
        return self.slides.cues[self._at + 1] if self._at + 1 < len(self.slides.cues) else None

    def _on_chosen(self, item_id: AgendaItemId, candidate_id: CandidateId | None) -> None:
        for at, cue in enumerate(self.slides.cues):
            if cue.item_id == item_id and (candidate_id is None or cue.candidate_id == candidate_id):
                self._stand_at(at)
                return

    def _renew_ballot(self) -> None:
        ballot = self.ballot.ballot
        if ballot is not None:
            self.context.jobs.run(lambda _: ballots.ballot(ballot.id), self._show_ballot)

    def _show_ballot(self, ballot: BallotView) -> None:
        if self.view is not None:
            self.view = DeskView(
                self.view.meeting, self.view.items, self.view.attendance, self.view.recusals,
                {**self.view.ballots, ballot.item_id: ballot},
            )  # fmt: skip
        if self.item is not None and self.item.id == ballot.item_id:
            self.ballot.show_item(self.item, ballot, is_locked=not self._may_count(self.item))

    def _on_typed(self, field: str, number: int | None, candidate_id: CandidateId | None) -> None:
        ballot = self.ballot.ballot
        if ballot is not None:
            counter = 2 if self.ballot.second.isChecked() and candidate_id is not None else 1
            self.run(partial(ballots.count, ballot.id, field, number, candidate_id, counter))

    def _on_asked(self, what: str) -> None:
        item, ballot = self.item, self.ballot.ballot
        if item is None or self.view is None:
            return
        if what in ("start_secret", "start_hands"):
            method = Method.SECRET if what == "start_secret" else Method.HANDS
            self.run(partial(ballots.start, item.id, method), lambda _: self.ballot.begin_typing())
        elif what == "publish" and ballot is not None:
            self.run(partial(ballots.publish, ballot.id), lambda _: self.ballot.table.setFocus())
        elif what == "drop" and ballot is not None:
            self.run(partial(ballots.drop, ballot.id))
        else:
            dialogs.ask(self, what, item, ballot, place.candidate(self.at))

    def _on_item(self, act: Callable[[AgendaItemId], Changes]) -> None:
        if self.item is not None:
            self.run(partial(act, self.item.id))

    def _on_second(self, is_second: bool) -> None:
        self.ballot.show_item(self.item, self.ballot.ballot, is_locked=not self._may_count(self.item))

    def _on_marked(self, seat: SeatRow, state: Attendance) -> None:
        if self.view is None:
            return
        if self.view.meeting.state is MeetingState.OPEN and seat.attendance is Attendance.PRESENT:
            self.run(partial(attendance.left if state is Attendance.ABSENT else attendance.arrived, seat.id))
        else:
            self.run(partial(attendance.mark, self.view.meeting.id, [seat.id], state))

    def _take_seats(self) -> None:
        if self.meeting_id is not None:
            self.run(partial(meetings.seat_members, self.meeting_id))

    def _mark_all(self) -> None:
        """Whoever was not called yet is here."""
        if self.view is not None:
            waiting = [seat.id for seat in self.view.attendance.seats if seat.attendance is None]
            self.run(partial(attendance.mark, self.view.meeting.id, waiting, Attendance.PRESENT))

    def _refused(self, problem: Problem) -> None:
        self.banner.say("er", sentence(problem))
        if self.view is not None:
            self.attendance.show_attendance(self.view.attendance, is_locked=self.view.meeting.is_locked)

    def _connect(self) -> None:
        self.agenda.chosen.connect(self._on_chosen)
        self.agenda.dragged.connect(self.prepare.put_item)
        self.ballot.typed.connect(self._on_typed)
        self.ballot.asked.connect(self._on_asked)
        self.ballot.second_chosen.connect(self._on_second)
        self.attendance.marked.connect(self._on_marked)
        self.attendance.opened.connect(lambda seat: dialogs.ask_seat(self, seat))
        self.attendance.seats_asked.connect(self._take_seats)
        self.attendance.all_here_asked.connect(self._mark_all)
        self.banner.acted.connect(self.reopen_asked)
        self.wall_panel.show_asked.connect(self.put_up)
        self.start.clicked.connect(lambda: self._on_item(agenda_edit.start_item))
        self.finish.clicked.connect(lambda: self._on_item(agenda_edit.finish_item))
        self.notes.clicked.connect(self.write_notes)
        self.back.clicked.connect(lambda: self.go(-1))
        self.forward.clicked.connect(lambda: self.go(1))
        self.show_desk.changed.connect(self._on_live)
        self.show_desk.said.connect(self.banner.say)
        self.show_desk.size_changed.connect(self.reload_slides)
        self.show_desk.step_asked.connect(self.go)

    def _keep_split(self) -> None:
        self._is_own_split = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sides take their share until somebody has drawn the lines."""
        super().resizeEvent(event)
        self._fold()
        if not self._is_own_split:
            left, right = (round(self.width() * share) for share in _SIDES)
            self._splitter.setSizes([left, self.width() - left - right, right])

    def _fold(self) -> None:
        """What counting can do without stands back in a small window: the agenda, the card, the next slide."""
        self._is_low = self.height() < theme.px(_LOW)
        self.agenda.setVisible(self.width() >= theme.px(_NARROW))
        self.ballot.set_low(self._is_low)
        self.wall_panel.set_low(self._is_low)
        self.head.setVisible(not self._is_low and not self._planning.isVisibleTo(self))

    def _on_live(self) -> None:
        self.wall_panel.show_live(is_live=self.show_desk.is_live, is_lost=self.show_desk.is_lost)
        self.heading_changed.emit()

    def _lay_out(self) -> None:
        steps = FittingRow((self.start, self.finish, self.notes), (self.back, self.forward))
        middle = QWidget()
        self._planning = scrolling(self.prepare)
        column = QVBoxLayout(middle)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(12))
        column.addWidget(self.banner)
        column.addWidget(self.head)
        column.addWidget(self.ballot, 1)
        column.addWidget(self._planning, 1)
        column.addWidget(steps)
        self.wall_panel.whole.addWidget(self.attendance, 1)
        splitter = self._splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.splitterMoved.connect(self._keep_split)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for widget in (self.agenda, middle, self.wall_panel):
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        self.agenda.setMinimumWidth(theme.px(220))
        middle.setMinimumWidth(theme.px(440))
        self.wall_panel.setMinimumWidth(theme.px(290))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
