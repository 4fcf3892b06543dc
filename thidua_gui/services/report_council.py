"""The council's meeting as report.json gives it: who came, what was needed, every line of every ballot. Judges nothing
itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from db.models.meetings import Candidate, Meeting
from db.models.organisation import Unit
from thidua_gui.core.ids import CampaignId, CandidateId, MeetingId
from thidua_gui.core.workbook.rows import SCHOOL_CODE
from thidua_gui.services import agenda, ballot_views
from thidua_gui.services.attendance import attendance
from thidua_gui.services.ballot_lines import in_sheet_order
from thidua_gui.services.meeting_views import BallotView, CandidateRow, CountLine
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read


def council_report(campaign_id: CampaignId) -> dict[str, Any]:
    """`council` of a year that has had a meeting with a ballot, nothing of any other. Where several were held, members
    and quorum are those of the last; the lines are those of all, in the order of the year's workbook."""
    with read():
        meetings = [
            MeetingId(row.id)
            for row in Meeting.select().where(Meeting.campaign == campaign_id).order_by(Meeting.number)
        ]
        lines = [line for meeting in meetings for line in _lines(meeting)]
        if not lines:
            return {}
        came = attendance(meetings[-1])
        ordered = in_sheet_order(campaign_id, lines)
    return {"council": {
        "members": came.room.members,
        "present": sum(seat.is_voting and seat.attendance == "present" for seat in came.seats),
        "quorum_needed": came.quorum.needed,
        "lines": [line for _, line, _ in ordered],
    }}  # fmt: skip


def _lines(meeting_id: MeetingId) -> Iterator[tuple[CandidateRow, Mapping[str, Any]]]:
    """The last published version of the last round in which each candidate stood."""
    ballots = ballot_views.of_meeting(meeting_id)
    in_order = sorted(ballots, key=lambda ballot: ballot.is_published)
    held: dict[CandidateId, tuple[BallotView, CountLine]] = {
        line.candidate_id: (ballot, line) for ballot in in_order for line in ballot.lines
    }
    codes = _school()
    for item in agenda.items(meeting_id):
        for one in item.candidates:
            if one.id in held:
                yield one, _line(codes.get(one.id, one.code), one, *held[one.id])


def _line(code: str, one: CandidateRow, ballot: BallotView, line: CountLine) -> Mapping[str, Any]:
    """Of a ballot that nobody published no number and no verdict is told."""
    if not ballot.is_published:
        told = dict.fromkeys(("issued", "returned", "valid", "agree", "needed", "verdict"))
        return {"title": one.title, "subject": code, **told}
    outcome = line.verdict.outcome
    return {
        "title": one.title, "subject": code, "issued": ballot.papers.issued, "returned": ballot.papers.returned,
        "valid": line.counted.valid, "agree": line.counted.agree, "needed": line.verdict.needed,
        "verdict": None if outcome is None else outcome.value,
    }  # fmt: skip


def _school() -> Mapping[CandidateId, str]:
    """The school itself has a code of its own in workbooks."""
    query = Candidate.select(Candidate.id).join(Unit, on=Candidate.unit == Unit.id).where(Unit.is_root == True)
    return {CandidateId(one): SCHOOL_CODE for (one,) in fetch(query)}
