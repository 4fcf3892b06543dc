"""Questions of the operator's desk that need words or a choice: each runs one command."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.council import Outcome
from thidua_gui.core.ids import CandidateId
from thidua_gui.core.meetings import Attendance
from thidua_gui.services import agenda_edit, attendance, ballots, meeting_results
from thidua_gui.services.meeting_views import BallotView, CandidateRow, ItemRow, RecusalRow, SeatRow
from thidua_gui.services.proposal_kinds import kinds
from thidua_gui.text import council as council_words
from thidua_gui.text import council_page as words
from thidua_gui.ui.council.candidates_dialog import CandidatesDialog
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.elided_combo import ElidedCombo

if TYPE_CHECKING:
    from thidua_gui.ui.council.desk import Desk
    from thidua_gui.ui.council.reading import DeskView

Run = Callable[[str], Changes]


def ask(desk: Desk, what: str, item: ItemRow, ballot: BallotView | None, candidate_id: CandidateId | None) -> None:
    """The dialog that a button of the ballot opens."""
    if what == "publish_anyway" and ballot is not None:
        text = " ".join(ballots.objections(ballot))
        ReasonDialog(desk, "publish", partial(ballots.publish, ballot.id), text).open()
    elif what == "correct" and ballot is not None:
        ReasonDialog(desk, "correct", partial(ballots.correct, ballot.id)).open()
    elif what == "repeat":
        ReasonDialog(desk, "repeat", partial(ballots.repeat, item.id)).open()
    elif what == "decide":
        desk.context.jobs.run(lambda _: _lower(), lambda lower: DecideDialog(desk, item, candidate_id, lower).open())
    elif what == "recuse" and desk.view is not None:
        RecuseDialog(desk, item, candidate_id, desk.view).open()
    elif what == "people" and desk.view is not None:
        CandidatesDialog(desk, item, desk.view.meeting.campaign_id).open()


def ask_seat(desk: Desk, seat: SeatRow) -> None:
    """How a member takes part, and why somebody does not."""
    if desk.view is not None and not desk.view.meeting.is_locked:
        SeatDialog(desk, seat).open()


class ReasonDialog(FormDialog):
    """An act that goes into the minutes with its reason."""

    def __init__(self, desk: Desk, what: str, run: Run, found: str = "") -> None:
        title, verb, text = words.REASONS[what]
        super().__init__(desk.context, desk, title, verb, text=text.format(broken=found))
        self._run = run
        self.reason = note_editor("")
        self.fields["override_reason"] = self.add_field("reason", words.REASON, self.reason, words.REASON_HINT)
        self.reason.setFocus()

    def command(self) -> Command:
        return partial(self._run, self.reason.toPlainText())


class DecideDialog(FormDialog):
    """The chair's word on one candidate, instead of what was counted."""

    def __init__(
        self, desk: Desk, item: ItemRow, candidate_id: CandidateId | None, lower: tuple[tuple[str, str], ...]
    ) -> None:
        super().__init__(desk.context, desk, words.DECIDE_TITLE, words.SAVE, text=words.DECIDE_TEXT)
        self._item = item
        self.candidate = _candidates(item, candidate_id)
        self.outcome = ElidedCombo()
        for outcome in Outcome:
            self.outcome.addItem(council_words.OUTCOMES[outcome], outcome)
        self.outcome.addItem(words.FOLLOW_COUNT, None)
        self.lowered_to = ElidedCombo()
        for key, name in lower:
            if key != item.award_kind:
                self.lowered_to.addItem(name, key)
        self.reason = note_editor("")
        self.add_field("candidate", words.CANDIDATE, self.candidate)
        self.add_field("outcome", words.DECISION, self.outcome)
        self.add_field("lowered_to", words.LOWERED_TO, self.lowered_to)
        self.add_field("reason", words.REASON, self.reason, words.REASON_HINT)
        self.outcome.currentIndexChanged.connect(self._show_asked)
        self._show_asked()

    def command(self) -> Command:
        candidate, outcome = self.candidate.currentData(), self._outcome()
        if outcome is None:
            return partial(meeting_results.follow_count, candidate)
        lowered = self.lowered_to.currentData() if outcome is Outcome.LOWERED else None
        return partial(meeting_results.decide, candidate, outcome, self.reason.toPlainText(), lowered)

    def _outcome(self) -> Outcome | None:
        """Qt hands the words of an enumeration back, not its member."""
        chosen = self.outcome.currentData()
        return None if chosen is None else Outcome(chosen)

    def _show_asked(self) -> None:
        outcome = self._outcome()
        self.fields["lowered_to"].setVisible(outcome is Outcome.LOWERED)
        self.fields["reason"].setVisible(outcome is not None)


class RecuseDialog(FormDialog):
    """A member stays out of one candidate's line."""

    def __init__(self, desk: Desk, item: ItemRow, candidate_id: CandidateId | None, view: DeskView) -> None:
        title, verb, text = words.REASONS["recuse"]
        super().__init__(desk.context, desk, title, verb, text=text)
        self.candidate = _candidates(item, candidate_id)
        self.member = ElidedCombo()
        for seat in view.attendance.seats:
            if seat.is_voting:
                self.member.addItem(f"{seat.name}, {seat.role}", seat.id)
        self.reason = QLineEdit()
        self.add_field("candidate", words.CANDIDATE, self.candidate)
        self.add_field("member", words.MEMBER, self.member)
        self.add_field("reason", words.REASON, self.reason, words.REASON_HINT)
        self._offer_drops(desk, item, view)

    def _offer_drops(self, desk: Desk, item: ItemRow, view: DeskView) -> None:
        """What was noted by mistake is taken back from here."""
        mine = {one.id for one in item.candidates}
        noted = [one for one in view.recusals if one.candidate_id in mine]
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        for one in noted:
            drop = push(words.DROP_RECUSAL.format(member=one.member, candidate=one.candidate), "x", "link")
            drop.setToolTip(one.reason)
            drop.clicked.connect(_dropping(desk, one))
            drop.clicked.connect(self.reject)
            column.addWidget(drop, 0, Qt.AlignmentFlag.AlignLeft)
        if noted:
            self.add_field("noted", words.RECUSED, box)

    def command(self) -> Command:
        candidate, member = self.candidate.currentData(), self.member.currentData()
        return partial(attendance.recuse, candidate, member, self.reason.text())


class NotesDialog(FormDialog):
    """What was said and what the chair concludes; the operator's own note goes nowhere else."""

    def __init__(self, desk: Desk, item: ItemRow) -> None:
        super().__init__(desk.context, desk, words.NOTES_TITLE, words.SAVE, text=item.title)
        self._item = item
        self.discussion, self.conclusion = note_editor(item.discussion), note_editor(item.conclusion)
        self.private = note_editor(item.private_note)
        self.add_field("discussion", words.DISCUSSION, self.discussion, words.NOTES_HINT)
        self.add_field("conclusion", words.CONCLUSION, self.conclusion, words.NOTES_HINT)
        self.add_field("private_note", words.PRIVATE, self.private, words.PRIVATE_HINT)
        self.discussion.setFocus()

    def command(self) -> Command:
        return partial(
            agenda_edit.write_notes, self._item.id, private_note=self.private.toPlainText(),
            discussion=self.discussion.toPlainText(), conclusion=self.conclusion.toPlainText(),
        )  # fmt: skip


class SeatDialog(FormDialog):
    """Present, absent with the reason, or absent and asked in writing."""

    def __init__(self, desk: Desk, seat: SeatRow) -> None:
        super().__init__(desk.context, desk, seat.name, words.SAVE, text=seat.role)
        self._meeting_id, self._seat = desk.meeting_id, seat
        self.state = ElidedCombo()
        for state in Attendance:
            self.state.addItem(council_words.ATTENDANCE[state], state)
        self.state.setCurrentIndex(max(0, self.state.findData(seat.attendance)))
        self.reason = QLineEdit(seat.absence_reason)
        self.add_field("state", words.ATTENDANCE, self.state)
        self.add_field("reason", words.REASON, self.reason)

    def command(self) -> Command:
        assert self._meeting_id is not None
        return partial(
            attendance.mark, self._meeting_id, [self._seat.id], Attendance(self.state.currentData()), self.reason.text()
        )


def _dropping(desk: Desk, noted: RecusalRow) -> Callable[..., None]:
    return lambda *_: desk.run(partial(attendance.drop_recusal, noted.candidate_id, noted.member_id))


def _candidates(item: ItemRow, candidate_id: CandidateId | None) -> QComboBox:
    box = ElidedCombo()
    for one in item.candidates:
        box.addItem(_named(one), one.id)
    box.setCurrentIndex(max(0, box.findData(candidate_id)))
    return box


def _named(one: CandidateRow) -> str:
    return one.name if not one.unit_name or one.is_collective else f"{one.name}, {one.unit_name}"


def _lower() -> tuple[tuple[str, str], ...]:
    return tuple((kind.key, kind.name) for kind in kinds().values() if kind.is_used)
