"""Who is in the meeting, who comes and goes, who stays out of one candidate's line; the quorum at any moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

import peewee as pw

from db.models.meetings import (
    AgendaItem,
    AttendanceEvent,
    Ballot,
    BallotCount,
    Candidate,
    Meeting,
    MeetingMember,
    Recusal,
)
from thidua_gui.core.changes import Changes
from thidua_gui.core.council import Recused, Room, quorum
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CandidateId, MeetingId, MeetingMemberId, PersonId
from thidua_gui.core.meetings import Attendance, MeetingEventKind, MeetingState, Passage, Seat, room
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import meeting_rules
from thidua_gui.services.meeting_rows import candidate_row, meeting_row, note, opened, seat_row, writable
from thidua_gui.services.meeting_views import AttendanceView, RecusalRow, SeatRow
from thidua_gui.services.rows import fetch, save_changed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import council as wording
from thidua_gui.text import council_steps as steps


def attendance(meeting_id: MeetingId, at: datetime | None = None) -> AttendanceView:
    """Every seat as things stood then (None = as they stand), with the quorum of the meeting's rules."""
    with read():
        row = meeting_row(meeting_id)
        rules = meeting_rules.of_meeting(row).rules
        rows = _seat_rows(meeting_id)
        seats = seats_of(rows)
    shown = tuple(_shown(one, seats[MeetingMemberId(one.id)], at) for one in rows)
    now = room(seats.values(), at)
    found = quorum(rules.quorum, now, is_strict=rules.quorum_is_strict)
    return AttendanceView(meeting_id, shown, now, found, wording.quorum_text(found, now))


def recusals(meeting_id: MeetingId) -> tuple[RecusalRow, ...]:
    """Who stays out of whose line, in the order of the agenda."""
    with read():
        query = (
            Recusal.select(Candidate.id, Candidate.name, MeetingMember.id, MeetingMember.name, Recusal.reason)
            .join(Candidate, on=Recusal.candidate == Candidate.id)
            .join(AgendaItem, on=Candidate.item == AgendaItem.id)
            .join(MeetingMember, on=Recusal.member == MeetingMember.id)
            .where(AgendaItem.meeting == meeting_id)
            .order_by(AgendaItem.position, Candidate.position, MeetingMember.position)
        )
        return tuple(
            RecusalRow(CandidateId(candidate), name, MeetingMemberId(member), member_name, reason)
            for candidate, name, member, member_name, reason in fetch(query)
        )


def mark(
    meeting_id: MeetingId, members: Collection[MeetingMemberId], how: Attendance | None, reason: str = ""
) -> Changes:  # fmt: skip
    """Điểm danh: there, absent (with the reason) or asked in writing; None takes it back. Also before the opening."""
    with write(steps.STEP_ATTENDANCE.format(count=len(members))) as operation:
        row = writable(meeting_id)
        if how is Attendance.WRITTEN and not _may_ask(row):
            raise UserError("seat_written_not_asked", field="attendance")
        keep_recused(meeting_id)
        said = tidy(reason) or None if how in (Attendance.ABSENT, Attendance.WRITTEN) else None
        for one in members:
            seat = _seat(meeting_id, one)
            if row.state == MeetingState.OPEN and seat.attendance is not None and seat.attendance != how:
                told = wording.NOT_RECORDED if how is None else wording.ATTENDANCE[how]
                note(meeting_id, MeetingEventKind.ATTENDANCE, f"{seat.name}: {told}{f' ({said})' if said else ''}")
            passages = seats_of([seat])[one].passages
            if how is Attendance.PRESENT and seat.attendance != how and passages and passages[-1][0] is Passage.LEFT:
                AttendanceEvent.create(member=one, kind=Passage.ARRIVED.value, at=open_session().clock())
            save_changed(seat, {"attendance": None if how is None else how.value, "absence_reason": said})
    return operation.changes


def arrived(member_id: MeetingMemberId, at: datetime | None = None) -> Changes:
    """Comes late or comes back; None = now."""
    with write(steps.STEP_ARRIVED.format(name=_name(member_id))) as operation:
        _pass(member_id, Passage.ARRIVED, at, MeetingEventKind.ARRIVED)
    return operation.changes


def left(member_id: MeetingMemberId, at: datetime | None = None) -> Changes:
    """Goes before the end; None = now."""
    with write(steps.STEP_LEFT.format(name=_name(member_id))) as operation:
        _pass(member_id, Passage.LEFT, at, MeetingEventKind.LEFT)
    return operation.changes


def recuse(candidate_id: CandidateId, member_id: MeetingMemberId, reason: str) -> Changes:
    """A member stays out of one candidate's line and of its base."""
    with write(steps.STEP_RECUSE.format(name=_name(member_id))) as operation:
        candidate, seat = candidate_row(candidate_id), seat_row(member_id)
        opened(MeetingId(seat.meeting_id))
        if candidate.item.meeting_id != seat.meeting_id:
            raise UserError("recusal_of_other_meeting")
        if not seat.is_voting:
            raise UserError("recusal_without_vote", name=seat.name)
        said = tidy(reason)
        if not said:
            raise UserError("meeting_reason_missing", field="reason")
        _refuse_published(candidate)
        keep_recused(MeetingId(seat.meeting_id))
        if store_recusal(candidate, seat, said):
            _keep_open_lines(candidate, seat, 1)
    return operation.changes


def drop_recusal(candidate_id: CandidateId, member_id: MeetingMemberId) -> Changes:
    """It was noted by mistake."""
    with write(steps.STEP_DROP_RECUSAL.format(name=_name(member_id))) as operation:
        candidate, seat = candidate_row(candidate_id), seat_row(member_id)
        opened(MeetingId(seat.meeting_id))
        _refuse_published(candidate)
        keep_recused(MeetingId(seat.meeting_id))
        mine = (Recusal.candidate == candidate_id) & (Recusal.member == member_id)
        if not Recusal.delete().where(mine).execute():
            raise UserError("recusal_gone")
        _keep_open_lines(candidate, seat, -1)
        words = f"{seat.name}: {candidate.name}"
        note(MeetingId(seat.meeting_id), MeetingEventKind.RECUSAL_DROPPED, words)
    return operation.changes


def store_recusal(candidate: Candidate, seat: MeetingMember, reason: str, *, is_noted: bool = True) -> bool:
    """For use inside a write; storing it twice keeps the first reason. `is_noted`: in the time line. Says whether it is
    new."""
    mine = (Recusal.candidate == candidate.id) & (Recusal.member == seat.id)
    if Recusal.select().where(mine).exists():
        return False
    Recusal.create(candidate=candidate.id, member=seat.id, reason=reason)
    if is_noted:
        words = f"{seat.name}: {candidate.name} ({reason})"
        note(MeetingId(seat.meeting_id), MeetingEventKind.RECUSED, words)
    return True


def recuse_candidates(meeting_id: MeetingId, candidates: Iterable[Candidate], *, is_noted: bool = True) -> None:
    """Whoever is judged stays out of the own line, where the rules say so; for use inside a write."""
    seats = {seat.person_id: seat for seat in _seat_rows(meeting_id) if seat.is_voting}
    for one in candidates:
        if one.person_id in seats:
            store_recusal(one, seats[one.person_id], wording.CANDIDATE_RECUSED, is_noted=is_noted)


def keep_recused(meeting_id: MeetingId, which: pw.Expression | None = None) -> None:
    """Write down how many stay out of each line as things stand now, on those counts or (None) on all that have it not
    yet; for use inside a write."""
    items = AgendaItem.select(AgendaItem.id).where(AgendaItem.meeting == meeting_id)
    mine = BallotCount.ballot.in_(Ballot.select(Ballot.id).where(Ballot.item.in_(items)))
    asked = BallotCount.recused_members.is_null() if which is None else which
    counts = list(BallotCount.select().where(mine & asked & (BallotCount.counter == 1)))
    out = recused_on(meeting_id, {CandidateId(row.candidate_id) for row in counts}) if counts else {}
    for row in counts:
        now = out.get(CandidateId(row.candidate_id), Recused())
        told = {"recused_members": now.members, "recused_present": now.present, "recused_written": now.written}
        save_changed(row, told)


def _keep_open_lines(candidate: Candidate, seat: MeetingMember, step: int) -> None:
    """One more (or less) stays out of the line of the ballots that are not published."""
    waiting = BallotCount.ballot.in_(Ballot.select(Ballot.id).where(Ballot.published_at.is_null()))
    mine = (BallotCount.candidate == candidate.id) & (BallotCount.counter == 1)
    one = _recused(seats_of([seat]).values())
    for row in BallotCount.select().where(waiting & mine):
        save_changed(row, {
            "recused_members": _more(row.recused_members, step * one.members),
            "recused_present": _more(row.recused_present, step * one.present),
            "recused_written": _more(row.recused_written, step * one.written),
        })  # fmt: skip


def _more(before: int | None, change: int) -> int:
    """None before a ballot has taken the room: nobody had stepped out then."""
    return max(0, change if before is None else before + change)


def room_of(meeting_id: MeetingId, at: datetime | None = None) -> Room:
    """How many vote; for use in a read."""
    return room(seats_of(_seat_rows(meeting_id)).values(), at)


def recused_on(meeting_id: MeetingId, candidates: Collection[CandidateId]) -> dict[CandidateId, Recused]:
    """How many stay out of each line, as they are in the room now; for use in a read."""
    seats = seats_of(_seat_rows(meeting_id))
    found: dict[CandidateId, list[Seat]] = defaultdict(list)
    query = Recusal.select(Recusal.candidate, Recusal.member).where(Recusal.candidate.in_(list(candidates)))
    for candidate, member in fetch(query):
        found[CandidateId(candidate)].append(seats[MeetingMemberId(member)])
    return {candidate: _recused(out) for candidate, out in found.items()}


def seats_of(rows: Iterable[MeetingMember]) -> dict[MeetingMemberId, Seat]:
    """With their comings and goings; for use in a read."""
    seats = list(rows)
    passages: Mapping[int, list[tuple[Passage, datetime]]] = defaultdict(list)
    mine = AttendanceEvent.member.in_([row.id for row in seats])
    for row in AttendanceEvent.select().where(mine).order_by(AttendanceEvent.at, AttendanceEvent.id):
        passages[row.member_id].append((Passage(row.kind), row.at))
    return {
        MeetingMemberId(row.id): Seat(row.is_voting, _attendance(row), tuple(passages[row.id])) for row in seats
    }  # fmt: skip


def _recused(seats: Collection[Seat]) -> Recused:
    written = sum(seat.attendance is Attendance.WRITTEN for seat in seats)
    return Recused(len(seats), sum(seat.is_here() for seat in seats), written)


def _pass(member_id: MeetingMemberId, kind: Passage, at: datetime | None, event: MeetingEventKind) -> None:
    seat = seat_row(member_id)
    meeting = opened(MeetingId(seat.meeting_id))
    when = open_session().clock() if at is None else at
    if meeting.opened_at is not None and when < meeting.opened_at:
        raise UserError("seat_passage_early", field="at", time=f"{when:%H:%M}")
    now = seats_of([seat])[member_id]
    last = now.passages[-1][0] if now.passages else _before(now)
    if last is kind or (now.passages and when < now.passages[-1][1]):
        before = wording.PASSAGES[last or kind].lower()
        raise UserError("seat_passage_order", field="at", time=f"{when:%H:%M}", name=seat.name, before=before)
    keep_recused(MeetingId(seat.meeting_id))
    AttendanceEvent.create(member=member_id, kind=kind.value, at=when)
    if kind is Passage.ARRIVED:
        save_changed(seat, {"attendance": Attendance.PRESENT.value, "absence_reason": None})
    note(MeetingId(seat.meeting_id), event, seat.name)


def _before(seat: Seat) -> Passage | None:
    """Whoever was marked as present has come, the others have not."""
    return Passage.ARRIVED if seat.attendance is Attendance.PRESENT else Passage.LEFT


def _may_ask(row: Meeting) -> bool:
    rules = meeting_rules.of_meeting(row).rules
    return rules.asks_absent or any(legal.asks_absent for legal in rules.law.values())


def _refuse_published(candidate: Candidate) -> None:
    """A result that stands was counted with the base of then."""
    lines = BallotCount.select(BallotCount.ballot).where(BallotCount.candidate == candidate.id)
    newest = Ballot.select().where(Ballot.id.in_(lines)).order_by(Ballot.round.desc(), Ballot.version.desc()).first()
    if newest is not None and newest.published_at is not None:
        raise UserError("recusal_late", name=candidate.name)


def _shown(row: MeetingMember, seat: Seat, at: datetime | None) -> SeatRow:
    return SeatRow(
        MeetingMemberId(row.id), PersonId(row.person_id), row.name, row.role, row.post or "", row.is_voting,
        seat.attendance, row.absence_reason or "", seat.is_here(at), seat.passages,
    )  # fmt: skip


def _attendance(row: MeetingMember) -> Attendance | None:
    return None if row.attendance is None else Attendance(row.attendance)


def _seat_rows(meeting_id: MeetingId) -> list[MeetingMember]:
    found = MeetingMember.select().where(MeetingMember.meeting == meeting_id)
    return list(found.order_by(MeetingMember.position, MeetingMember.id))


def _seat(meeting_id: MeetingId, member_id: MeetingMemberId) -> MeetingMember:
    row = seat_row(member_id)
    if row.meeting_id != meeting_id:
        raise UserError("seat_gone")
    return row


def _name(member_id: MeetingMemberId) -> str:
    with read():
        return seat_row(member_id).name
