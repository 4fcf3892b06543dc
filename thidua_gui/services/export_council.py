"""The sheets Hội đồng, Quy chế họp and Kiểm phiếu of a year: the image of its meetings, or what its workbook brought.
Counts no vote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from db.models.campaigns import Campaign
from db.models.council import CouncilMember, MeetingRule
from db.models.meetings import Meeting, MeetingMember
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, MeetingId
from thidua_gui.core.meeting_rules import Rules
from thidua_gui.core.meetings import Attendance, MeetingState
from thidua_gui.core.workbook.rows import BallotRow, CouncilRow, MeetingRuleItems
from thidua_gui.core.workbook.sheet_keys import SheetKey
from thidua_gui.services import agenda, ballot_views, meeting_rules
from thidua_gui.services.ballot_lines import in_sheet_order, staged
from thidua_gui.services.export_people import Listed
from thidua_gui.services.meeting_views import BallotView, CandidateRow, CountLine
from thidua_gui.text.council import METHODS
from thidua_gui.text.workbook import WORDING

_NOT_MORE_THAN = (("returned", "issued"), ("valid", "returned"), ("agree", "valid"), ("disagree", "valid"))


def council_rows(campaign: Campaign, people: Listed) -> tuple[CouncilRow, ...]:
    """Everybody of the year's council with the attendance of its last meeting."""
    seats = _seats(campaign)
    return tuple(
        _council_row(row, seats.get(row.person_id), people.person_codes[row.person_id])
        for row in CouncilMember.select()
        .where(CouncilMember.campaign == campaign.id)
        .order_by(CouncilMember.position, CouncilMember.id)
    )


def rule_items(campaign: Campaign) -> MeetingRuleItems:
    """The rules of the last meeting, in the words of the year's own sheet where those say the same."""
    stored = _stored(campaign)
    meeting = _last(campaign)
    if meeting is not None:
        rules = meeting_rules.of_meeting(meeting).rules
        stored = {
            item: stored[item] if item in stored and _says(rules, item, stored[item]) else value
            for item, value in meeting_rules.stated_items(rules).items()
        }
    return MeetingRuleItems(**stored)


def ballot_rows(campaign: Campaign, people: Listed) -> tuple[BallotRow, ...]:
    """Every candidate's line of the ballot that holds; of a year without a vote what its workbook brought."""
    campaign_id = CampaignId(campaign.id)
    voted = in_sheet_order(campaign_id, _voted(campaign))
    if not voted:
        return tuple(_staged(row, people) for row in staged(campaign_id))
    return tuple(
        _ballot(one, *held, people, is_silent=line is not None and line.method is None) for one, held, line in voted
    )


def _voted(campaign: Campaign) -> list[tuple[CandidateRow, tuple[BallotView, CountLine]]]:
    found = []
    for meeting in Meeting.select().where(Meeting.campaign == campaign.id).order_by(Meeting.number):
        ballots = ballot_views.of_meeting(MeetingId(meeting.id))
        held = {line.candidate_id: (ballot, line) for ballot in ballots for line in ballot.lines}
        for item in agenda.items(MeetingId(meeting.id)):
            found += [(one, held[one.id]) for one in item.candidates if one.id in held]
    return found


def _ballot(
    candidate: CandidateRow, ballot: BallotView, line: CountLine, people: Listed, *, is_silent: bool
) -> BallotRow:  # fmt: skip
    """`is_silent`: the workbook that brought the line told no method."""
    subject = people.unit_codes[candidate.unit_id] if candidate.unit_id is not None else candidate.code
    method = None if is_silent else METHODS[ballot.method]
    papers, counted = ballot.papers, line.counted
    return _fitting(BallotRow(
        candidate.title, method, subject, papers.issued, papers.returned, counted.valid, counted.agree,
        counted.disagree,
    ))  # fmt: skip


def _fitting(row: BallotRow) -> BallotRow:
    """The sheet refuses counts that do not fit, which a chair may publish with a reason: those stand in the sheets of
    the votes alone."""
    pairs = [(getattr(row, part), getattr(row, whole)) for part, whole in _NOT_MORE_THAN]
    pairs.append(((row.agree or 0) + (row.disagree or 0), row.valid))
    if any(part is not None and whole is not None and part > whole for part, whole in pairs):
        return replace(row, issued=None, returned=None, valid=None)
    return row


def _council_row(row: CouncilMember, seat: MeetingMember | None, code: str) -> CouncilRow:
    present, reason = bool(row.present), row.absence_reason
    if seat is not None and seat.attendance is not None:
        present, reason = seat.attendance == Attendance.PRESENT, seat.absence_reason
    return CouncilRow(code, row.role, present, reason, row.from_on, row.until_on)


def _stored(campaign: Campaign) -> dict[str, str]:
    items = {name: item for item, name in WORDING.sheets[SheetKey.MEETING_RULES].items.items()}
    found = MeetingRule.select().where(MeetingRule.campaign == campaign.id)
    rows = found.order_by(MeetingRule.position, MeetingRule.id)
    return {items[row.name]: row.value for row in rows if row.name in items}


def _says(rules: Rules, item: str, value: str) -> bool:
    try:
        return meeting_rules.with_item(rules, item, value) == rules
    except UserError:
        return False


def _last(campaign: Campaign) -> Meeting | None:
    """The last one that was opened."""
    mine = (Meeting.campaign == campaign.id) & (Meeting.state != MeetingState.PLANNED.value)
    row: Meeting | None = Meeting.select().where(mine).order_by(Meeting.number.desc()).first()
    return row


def _seats(campaign: Campaign) -> Mapping[int, MeetingMember]:
    meeting = _last(campaign)
    if meeting is None:
        return {}
    return {row.person_id: row for row in MeetingMember.select().where(MeetingMember.meeting == meeting.id)}


def _staged(row: Any, people: Listed) -> BallotRow:
    counts = (row.issued, row.returned, row.valid, row.agree, row.disagree)
    return BallotRow(row.title, row.method, people.subject(row), *counts)
