"""Rows of a meeting within a larger command: found, allowed to be written to, noted in its time line. Opens no
transaction."""

from __future__ import annotations

import peewee as pw

from db import operations as log
from db.log_scope import meetings_touched
from db.models.meetings import AgendaItem, Ballot, BallotCount, Candidate, Meeting, MeetingEvent, MeetingMember
from thidua_gui.core.council import Outcome
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AgendaItemId, BallotId, CampaignId, CandidateId, MeetingId, MeetingMemberId
from thidua_gui.core.meetings import MeetingEventKind, MeetingState
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.transaction import open_session
from thidua_gui.text import council as wording


def meeting_row(meeting_id: MeetingId) -> Meeting:
    row = Meeting.get_or_none(Meeting.id == meeting_id)
    if row is None:
        raise UserError("meeting_gone")
    return row


def has_meetings(campaign: int) -> bool:
    """Whether the program holds a meeting of the year."""
    return Meeting.select().where(Meeting.campaign == campaign).exists()


def refuse_undo_in_closed_meetings(operation_id: int) -> None:
    """What stands in a closed meeting is not taken back behind it; its closing, or a meeting that came in whole, is."""
    inserted = log.rows_inserted(operation_id, "meetings")
    closing = MeetingEvent.id.in_(list(log.rows_inserted(operation_id, "meeting_events")))
    closed_here = {row.meeting_id for row in MeetingEvent.select().where(closing & (MeetingEvent.kind == _CLOSED))}
    for meeting in meetings_touched(operation_id) - inserted - closed_here:
        row = Meeting.get_or_none(Meeting.id == meeting)
        if row is not None and row.state == MeetingState.CLOSED:
            raise UserError("undo_in_closed_meeting", title=title_of(row))


def refuse_undo_under_published(operation_id: int) -> None:
    """What a published count rests on is not taken back behind its publishing: numbers, recusals, attendance, rules."""
    for ballot in log.rows_changed_since(operation_id, "ballots", "published_at"):
        row = Ballot.get_or_none((Ballot.id == ballot) & Ballot.published_at.is_null(False))
        if row is not None and _rests_on(row, operation_id):
            raise UserError("undo_under_published", title=row.item.title)


def _rests_on(ballot: Ballot, operation_id: int) -> bool:
    touched = log.rows_touched(operation_id)
    counts = {row.id for row in BallotCount.select(BallotCount.id).where(BallotCount.ballot == ballot.id)}
    if ballot.id in touched.get("ballots", ()) or counts & touched.get("ballot_counts", set()):
        return True
    meeting = ballot.item.meeting_id
    if meeting in touched.get("meetings", ()) and log.has_changed(operation_id, "meetings", "rules"):
        return True
    shared = touched.keys() & {"recusals", "meeting_members", "attendance_events"}
    return bool(shared) and meeting in meetings_touched(operation_id)


_CLOSED = MeetingEventKind.CLOSED.value


def writable(meeting_id: MeetingId) -> Meeting:
    """A meeting that may be written to: neither it nor its year is closed."""
    row = meeting_row(meeting_id)
    refuse_if_closed(CampaignId(row.campaign_id))
    if row.state == MeetingState.CLOSED:
        raise UserError("meeting_closed", title=title_of(row))
    return row


def opened(meeting_id: MeetingId) -> Meeting:
    """A meeting that is under way."""
    row = writable(meeting_id)
    if row.state != MeetingState.OPEN:
        raise UserError("meeting_not_open", title=title_of(row))
    return row


def title_of(row: Meeting) -> str:
    return wording.meeting_title(row.number, row.name)


def item_row(item_id: AgendaItemId) -> AgendaItem:
    row = AgendaItem.get_or_none(AgendaItem.id == item_id)
    if row is None:
        raise UserError("agenda_item_gone")
    return row


def candidate_row(candidate_id: CandidateId) -> Candidate:
    row = Candidate.get_or_none(Candidate.id == candidate_id)
    if row is None:
        raise UserError("agenda_candidate_gone")
    return row


def seat_row(member_id: MeetingMemberId) -> MeetingMember:
    row = MeetingMember.get_or_none(MeetingMember.id == member_id)
    if row is None:
        raise UserError("seat_gone")
    return row


def ballot_row(ballot_id: BallotId) -> Ballot:
    row = Ballot.get_or_none(Ballot.id == ballot_id)
    if row is None:
        raise UserError("ballot_gone")
    return row


def ordered_items(meeting_id: MeetingId) -> list[AgendaItem]:
    found = AgendaItem.select().where(AgendaItem.meeting == meeting_id)
    return list(found.order_by(AgendaItem.position, AgendaItem.id))


def ordered_candidates(item_id: AgendaItemId) -> list[Candidate]:
    found = Candidate.select().where(Candidate.item == item_id)
    return list(found.order_by(Candidate.position, Candidate.id))


def last_ballot(item_id: AgendaItemId) -> Ballot | None:
    """The last version of the last round."""
    found = Ballot.select().where(Ballot.item == item_id)
    row: Ballot | None = found.order_by(Ballot.round.desc(), Ballot.version.desc()).first()
    return row


def next_position(model: type[AgendaItem] | type[Candidate] | type[MeetingMember], of: pw.Expression) -> int:
    return (model.select(pw.fn.MAX(model.position)).where(of).scalar() or 0) + 1


def note(
    meeting_id: MeetingId, kind: MeetingEventKind, words: str = "", item_id: AgendaItemId | None = None
) -> None:  # fmt: skip
    """A line of the meeting's time line; only an open meeting has one that runs."""
    now = open_session().clock()
    MeetingEvent.create(meeting=meeting_id, item=item_id, at=now, kind=kind.value, words=words or None)


def outcome_words(outcome: Outcome, lowered_to: str = "") -> str:
    told = wording.OUTCOMES[outcome]
    return f"{told}: {lowered_to}" if outcome is Outcome.LOWERED and lowered_to else told
