"""Reads the council's decision and the meetings of a year for its workbook. Counts no vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import peewee as pw

from db.models.campaigns import Campaign
from db.models.meetings import (
    AgendaItem,
    AttendanceEvent,
    Ballot,
    BallotCount,
    Candidate,
    CandidateResult,
    Council,
    Meeting,
    MeetingEvent,
    MeetingMember,
    Recusal,
)
from db.models.proposals import Proposal
from thidua_gui.core.council import Method, Outcome
from thidua_gui.core.meetings import Attendance, ItemKind, ItemState, MeetingEventKind, MeetingState, Passage
from thidua_gui.core.workbook import meeting_rows as rows
from thidua_gui.services.export_people import Listed
from thidua_gui.services.proposal_kinds import kinds
from thidua_gui.services.rows import fetch

_Place = tuple[int, int]
_NUMBERS = ("valid", "invalid", "agree", "disagree", "blank")


@dataclass(frozen=True, slots=True)
class MeetingSheets:
    """What the workbook tells of the year's meetings."""

    meetings: tuple[rows.MeetingRow, ...] = ()
    members: tuple[rows.MeetingMemberRow, ...] = ()
    passages: tuple[rows.PassageRow, ...] = ()
    items: tuple[rows.AgendaItemRow, ...] = ()
    candidates: tuple[rows.CandidateRow, ...] = ()
    recusals: tuple[rows.RecusalRow, ...] = ()
    votes: tuple[rows.VoteRow, ...] = ()
    counts: tuple[rows.VoteCountRow, ...] = ()
    events: tuple[rows.MeetingEventRow, ...] = ()


def decision_rows(campaign: Campaign, people: Listed) -> tuple[rows.CouncilDecisionRow, ...]:
    """The one decision, or none."""
    return tuple(
        rows.CouncilDecisionRow(
            row.name, row.decision_number, row.decided_on, row.authority,
            people.unit_codes.get(row.standing_unit_id or 0), row.note,
        )
        for row in Council.select().where(Council.campaign == campaign.id)
    )  # fmt: skip


def meeting_sheets(campaign: Campaign, people: Listed) -> MeetingSheets:
    """Every meeting of the year; for use in a read."""
    meetings = list(Meeting.select().where(Meeting.campaign == campaign.id).order_by(Meeting.number, Meeting.id))
    return _Reader(campaign, people, meetings).sheets() if meetings else MeetingSheets()


class _Reader:
    """Numbers meetings, items and candidates, and writes every row with them."""

    def __init__(self, campaign: Campaign, people: Listed, meetings: list[Meeting]) -> None:
        self._people, self._meetings = people, meetings
        self._campaign = campaign
        self._number = {row.id: row.number for row in meetings}
        self._items = _ordered(AgendaItem, AgendaItem.meeting, self._number)
        self._item = _places(self._items, "meeting_id")
        self._meeting_of = {row.id: row.meeting_id for row in self._items}
        order = {row.id: place for place, row in enumerate(self._items)}
        self._candidates = _ordered(Candidate, Candidate.item, order)
        self._candidate = _places(self._candidates, "item_id")
        self._members = _ordered(MeetingMember, MeetingMember.meeting, self._number)
        self._member = {row.id: row for row in self._members}
        found = Ballot.select().where(Ballot.item.in_(list(self._item)))
        self._ballots = {row.id: row for row in found.order_by(Ballot.round, Ballot.version)}

    def sheets(self) -> MeetingSheets:
        return MeetingSheets(
            tuple(map(self._meeting, self._meetings)), tuple(map(self._seat, self._members)), self._passages(),
            tuple(map(self._agenda_item, self._items)), self._judged(), self._recusals(), self._votes(),
            self._counts(), self._events(),
        )  # fmt: skip

    def _meeting(self, row: Meeting) -> rows.MeetingRow:
        code = self._people.person_codes.get
        return rows.MeetingRow(
            self._number[row.id], MeetingState(row.state), row.name, row.held_on, row.starts_at, row.place,
            row.opened_at, row.closed_at, code(row.chair_id or 0), code(row.secretary_id or 0), row.invited,
            row.conclusion, row.rules, self._item.get(row.at_item or 0),
            self._candidate.get(row.at_candidate or 0),
        )  # fmt: skip

    def _seat(self, row: MeetingMember) -> rows.MeetingMemberRow:
        attendance = None if row.attendance is None else Attendance(row.attendance)
        return rows.MeetingMemberRow(
            self._number[row.meeting_id], self._people.person_codes[row.person_id], row.name, row.role, row.post,
            row.is_voting, attendance, row.absence_reason,
        )  # fmt: skip

    def _passages(self) -> tuple[rows.PassageRow, ...]:
        found = AttendanceEvent.select().where(AttendanceEvent.member.in_(list(self._member)))
        events = list(found.order_by(AttendanceEvent.at, AttendanceEvent.id))
        return tuple(
            rows.PassageRow(
                self._number[seat.meeting_id], self._people.person_codes[seat.person_id], Passage(row.kind), row.at
            )
            for row in events
            if (seat := self._member[row.member_id])
        )

    def _agenda_item(self, row: AgendaItem) -> rows.AgendaItemRow:
        return rows.AgendaItemRow(
            *self._at(row.id), ItemKind(row.kind), row.title, ItemState(row.state), kind_name(row.award_kind),
            row.planned_minutes, row.private_note, row.discussion, row.conclusion, row.started_at,
            row.spent_seconds or None,
        )  # fmt: skip

    def _judged(self) -> tuple[rows.CandidateRow, ...]:
        results = _by(CandidateResult, CandidateResult.candidate, "candidate_id", self._candidate)
        turns = proposal_turns(self._campaign.id)
        found = []
        for row in self._candidates:
            result = results.get(row.id)
            ballot = None if result is None else self._ballots.get(result.ballot_id or 0)
            found.append(rows.CandidateRow(
                *self._at(row.item_id), self._candidate[row.id], self._people.subject(row), row.name, row.title,
                turns.get(row.proposal_id or 0), row.note, None if result is None else Outcome(result.outcome),
                None if result is None else kind_name(result.lowered_to), result is not None and result.by_chair,
                None if result is None else result.reason, None if ballot is None else ballot.round,
                None if ballot is None else ballot.version,
            ))  # fmt: skip
        return tuple(found)

    def _recusals(self) -> tuple[rows.RecusalRow, ...]:
        found = Recusal.select().where(Recusal.candidate.in_(list(self._candidate))).order_by(Recusal.id)
        items = {row.id: row.item_id for row in self._candidates}
        return tuple(
            rows.RecusalRow(
                *self._at(items[row.candidate_id]), self._candidate[row.candidate_id],
                self._people.person_codes[self._member[row.member_id].person_id], row.reason,
            )
            for row in found
        )  # fmt: skip

    def _votes(self) -> tuple[rows.VoteRow, ...]:
        return tuple(
            rows.VoteRow(
                *self._at(row.item_id), row.round, row.version, Method(row.method), row.members, row.present,
                row.written, row.issued, row.returned, row.published_at, row.override_reason, row.reason,
            )
            for row in sorted(self._ballots.values(), key=lambda row: self._at(row.item_id))
        )  # fmt: skip

    def _counts(self) -> tuple[rows.VoteCountRow, ...]:
        found = BallotCount.select().where(BallotCount.ballot.in_(list(self._ballots)))
        told = []
        for row in found:
            ballot = self._ballots[row.ballot_id]
            told.append(rows.VoteCountRow(
                *self._at(ballot.item_id), ballot.round, ballot.version, self._candidate[row.candidate_id],
                row.counter, *(getattr(row, name) for name in _NUMBERS),
            ))  # fmt: skip
        told.sort(key=lambda row: (row.meeting, row.item, row.round, row.version, row.candidate, row.counter))
        return tuple(told)

    def _events(self) -> tuple[rows.MeetingEventRow, ...]:
        found = MeetingEvent.select().where(MeetingEvent.meeting.in_(list(self._number)))
        events = sorted(
            found.order_by(MeetingEvent.at, MeetingEvent.id), key=lambda row: self._number[row.meeting_id]
        )
        return tuple(
            rows.MeetingEventRow(
                self._number[row.meeting_id], row.at, MeetingEventKind(row.kind), self._item.get(row.item_id or 0),
                row.words,
            )
            for row in events
        )  # fmt: skip

    def _at(self, item: int) -> _Place:
        return self._number[self._meeting_of[item]], self._item[item]


def kind_name(key: str | None) -> str | None:
    """An award by its name; a key that nobody knows stays."""
    if key is None:
        return None
    kind = kinds().get(key)
    return key if kind is None else kind.name


def proposal_turns(campaign: int) -> dict[int, int]:
    """The how-manieth of its kind and bearer a proposal of the year is."""
    fields = (Proposal.id, Proposal.kind, Proposal.person, Proposal.unit)
    seen: Counter[tuple[object, ...]] = Counter()
    found = {}
    for number, *same in fetch(Proposal.select(*fields).where(Proposal.campaign == campaign).order_by(Proposal.id)):
        seen[tuple(same)] += 1
        found[number] = seen[tuple(same)]
    return found


def _ordered(model: Any, parent: pw.Field[Any], places: Mapping[int, int]) -> list[Any]:
    found = list(model.select().where(parent.in_(list(places))).order_by(model.position, model.id))
    return sorted(found, key=lambda row: places[getattr(row, f"{parent.name}_id")])


def _places(found: Iterable[Any], parent: str) -> dict[int, int]:
    seen: Counter[int] = Counter()
    places = {}
    for row in found:
        seen[getattr(row, parent)] += 1
        places[row.id] = seen[getattr(row, parent)]
    return places


def _by(model: Any, column: pw.Field[Any], name: str, wanted: Mapping[int, int]) -> dict[int, Any]:
    return {getattr(row, name): row for row in model.select().where(column.in_(list(wanted)))}
