"""The papers of a meeting, at any moment: minutes, the count of its ballots, the sheet to count on, ballot papers.

Everything comes from what is recorded, so nobody need have opened a result on screen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from thidua_gui.core.council import Method
from thidua_gui.core.ids import AgendaItemId, CampaignId, CandidateId, MeetingId
from thidua_gui.core.meeting_rules import Rules
from thidua_gui.core.meetings import Attendance, MeetingState
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.documents.ballot_papers import (
    BallotContent,
    BallotFacts,
    PerSheet,
    ballot_papers,
    render_ballot_papers,
)
from thidua_gui.documents.minutes import Attendee, Counted, MinutesFacts, MinutesItem, minutes
from thidua_gui.documents.running import RunningDocument
from thidua_gui.documents.running_docx import write_running
from thidua_gui.documents.running_pages import render_running
from thidua_gui.documents.tally import TallyBallot, TallyFacts, TallyLine, tally, tally_sheet
from thidua_gui.services import agenda, attendance, ballots, meeting_results, meetings
from thidua_gui.services.letterhead import letterhead
from thidua_gui.services.meeting_views import (
    BallotView,
    CandidateVerdict,
    CountLine,
    ItemRow,
    MeetingView,
    RecusalRow,
    SeatRow,
)
from thidua_gui.services.proposal_kinds import kinds
from thidua_gui.services.transaction import open_session, read
from thidua_gui.text import council as council_wording
from thidua_gui.text import meeting_papers as wording


def collected_minutes(meeting_id: MeetingId) -> RunningDocument:
    """Biên bản họp, complete as far as the meeting has come."""
    with read():
        meeting = meetings.meeting(meeting_id)
        head = letterhead(CampaignId(meeting.campaign_id))
        found = attendance.attendance(meeting_id)
        rules = meetings.rules_of(meeting_id).rules
        facts = MinutesFacts(
            office=head.office, year=meeting.year, meeting=meeting.title, held_on=meeting.held_on, place=meeting.place,
            opened_at=meeting.opened_at, closed_at=meeting.closed_at, written_at=open_session().clock(),
            chair=meeting.chair, secretary=meeting.secretary, members=found.room.members, present=_came(found.seats),
            roll=tuple(map(_attendee, found.seats)), invited=meeting.invited, rules=_rules(rules),
            items=_items(meeting), conclusion=meeting.conclusion,
            events=tuple((event.at, _told(event.label, event.words)) for event in meetings.events(meeting_id)),
            is_closed=meeting.state is MeetingState.CLOSED, heading=head.style,
        )  # fmt: skip
    return minutes(facts, _form_on(meeting))


def collected_tally(meeting_id: MeetingId) -> RunningDocument:
    """Biên bản kiểm phiếu: what was published, every round, corrections told."""
    with read():
        facts, meeting = _tally_facts(meeting_id, published=True)
    return tally(facts, _form_on(meeting))


def collected_tally_sheet(meeting_id: MeetingId) -> RunningDocument:
    """Phiếu ghi kết quả kiểm phiếu: every candidate that is to be voted on, without any number."""
    with read():
        facts, meeting = _tally_facts(meeting_id, published=False)
    return tally_sheet(facts, _form_on(meeting))


def as_pdf(document: RunningDocument, progress: Progress = SILENT) -> bytes:
    return render_running(document, progress)


def as_word(document: RunningDocument, progress: Progress = SILENT) -> bytes:
    return write_running(document, progress)


def collected_ballots(
    item_id: AgendaItemId, present: int, spare: int = 0, per_sheet: PerSheet = 1, *, with_below: bool = True
) -> BallotContent:
    """Phiếu biểu quyết of an item; the names as they are frozen for its ballots."""
    with read():
        item = agenda.item(item_id)
        meeting = meetings.meeting(item.meeting_id)
        head = letterhead(CampaignId(meeting.campaign_id))
    kind = kinds().get(item.award_kind or "")
    names = tuple((one.name, "" if one.is_collective else one.below) for one in item.candidates)
    of_units = all(one.is_collective for one in item.candidates)
    facts = BallotFacts(
        head.office.full_name, item.title if kind is None else kind.name, meeting.year, meeting.held_on, names,
        of_units, present, spare, per_sheet, with_below,
    )  # fmt: skip
    return ballot_papers(facts, _form_on(meeting))


def print_ballots(content: BallotContent, progress: Progress = SILENT) -> bytes:
    return render_ballot_papers(content, progress)


def _form_on(meeting: MeetingView) -> date:
    return meeting.held_on or open_session().clock().date()


def _told(label: str, words: str) -> str:
    return f"{label}: {words}" if words else label


def _came(seats: Sequence[SeatRow]) -> int:
    """Members with a vote who were there at any time; when they came and went stands in the roll."""
    return sum(seat.is_voting and seat.attendance is Attendance.PRESENT for seat in seats)


def _attendee(seat: SeatRow) -> Attendee:
    said = wording.NOT_RECORDED if seat.attendance is None else wording.ATTENDANCE[seat.attendance]
    passages = [f"{wording.PASSAGES[kind]} {at:%H:%M}" for kind, at in seat.passages]
    return Attendee(seat.name, seat.role, said, wording.attendance_note(seat.absence_reason, passages))


def _rules(rules: Rules) -> tuple[str, ...]:
    shown = kinds()
    usual = rules.of(None)
    said = [wording.quorum(rules), wording.usual(rules, council_wording.rule_source(usual))]
    differing: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted({*rules.own, *rules.law} & shown.keys()):
        rule = rules.of(key)
        if rule.threshold != usual.threshold:
            told = council_wording.threshold_text(rule.threshold), council_wording.rule_source(rule)
            differing[told].append(shown[key].name)
    said += [wording.of_kind(names, threshold, source) for (threshold, source), names in differing.items()]
    secret = [kind.name for key, kind in shown.items() if rules.of(key).is_secret]
    if secret:
        said.append(wording.secret(secret))
    if rules.asks_absent:
        said.append(wording.ASKED)
    return (*said, wording.YES_SELF if rules.votes_for_self else wording.NO_SELF)


def _items(meeting: MeetingView) -> tuple[MinutesItem, ...]:
    verdicts = {item.id: found for item, found in meeting_results.results(meeting.id)}
    held = _by_item(ballots.of_meeting(meeting.id))
    recused = _by_candidate(attendance.recusals(meeting.id))
    return tuple(
        MinutesItem(
            item.title, _sentences(item, held.get(item.id, ()), recused),
            tuple(_counted(one) for one in verdicts.get(item.id, ())), item.discussion, item.conclusion,
        )
        for item in agenda.items(meeting.id)
    )  # fmt: skip


def _sentences(
    item: ItemRow, held: Sequence[BallotView], recused: Mapping[CandidateId, Sequence[RecusalRow]]
) -> tuple[str, ...]:  # fmt: skip
    said: list[str] = []
    for ballot in held:
        if ballot.is_published:
            said += _of_ballot(ballot)
    for one in item.candidates:
        said += [wording.recused(row.candidate, row.member, row.reason) for row in recused.get(one.id, ())]
    return tuple(said)


def _of_ballot(ballot: BallotView) -> list[str]:
    said = []
    if ballot.version > 1:
        said.append(wording.corrected(ballot.version, ballot.reason))
    elif ballot.round > 1:
        said.append(wording.again(ballot.round, ballot.reason))
    said.append(wording.papers(ballot.method, ballot.papers, ballot.room, ballot.round))
    if ballot.override_reason:
        said.append(wording.overridden(ballot.override_reason))
    return said


def _counted(one: CandidateVerdict) -> Counted:
    line, name = one.line, one.candidate.name
    if line is None or line.verdict.agree is None or line.verdict.base is None:
        return Counted(name, None, None, "", one.words)
    return Counted(name, line.counted.agree, line.counted.disagree, line.percent, one.words)


def _tally_facts(meeting_id: MeetingId, *, published: bool) -> tuple[TallyFacts, MeetingView]:
    meeting = meetings.meeting(meeting_id)
    head = letterhead(CampaignId(meeting.campaign_id))
    held = ballots.of_meeting(meeting_id)
    if published:
        shown = [_tally_ballot(ballot) for ballot in held if ballot.is_published]
    else:
        shown = [_blank(item) for item in agenda.items(meeting_id) if item.candidates]
    return (
        TallyFacts(
            head.office, meeting.year, meeting.title, meeting.held_on, meeting.place, meeting.chair, meeting.secretary,
            tuple(shown), heading=head.style,
        ),
        meeting,
    )  # fmt: skip


def _tally_ballot(ballot: BallotView) -> TallyBallot:
    sentences = [said for said in _of_ballot(ballot) if ballot.version > 1 or ballot.override_reason]
    return TallyBallot(
        ballot.item_title, ballot.round, ballot.method is Method.SECRET, ballot.papers.issued, ballot.papers.returned,
        tuple(map(_tally_line, ballot.lines)), tuple(sentences),
    )  # fmt: skip


def _tally_line(line: CountLine) -> TallyLine:
    counted = line.counted
    return TallyLine(
        line.name, counted.valid, counted.invalid, counted.agree, counted.disagree, counted.blank, line.words
    )  # fmt: skip


def _blank(item: ItemRow) -> TallyBallot:
    lines = [TallyLine(one.name, None, None, None, None, None, "") for one in item.candidates]
    return TallyBallot(item.title, 1, True, None, None, tuple(lines))


def _by_item(held: Iterable[BallotView]) -> Mapping[AgendaItemId, list[BallotView]]:
    found: dict[AgendaItemId, list[BallotView]] = defaultdict(list)
    for ballot in held:
        found[ballot.item_id].append(ballot)
    return found


def _by_candidate(rows: Iterable[RecusalRow]) -> Mapping[CandidateId, list[RecusalRow]]:
    found: dict[CandidateId, list[RecusalRow]] = defaultdict(list)
    for row in rows:
        found[row.candidate_id].append(row)
    return found
