"""Plans the council's decision and the meetings of a year workbook: a meeting comes in whole, and whole it takes the
place of the one with its number. One that the workbook does not have stays."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
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
from db.models.proposals import AwardKind, Proposal
from thidua_gui.core.errors import UserError
from thidua_gui.core.meeting_rules import read as read_rules
from thidua_gui.core.vietnamese import fold
from thidua_gui.core.workbook import meeting_rows as rows
from thidua_gui.core.workbook.rows import YearWorkbook
from thidua_gui.core.workbook.sheet_keys import SheetKey
from thidua_gui.services.export_meetings import MeetingSheets, meeting_sheets
from thidua_gui.services.export_people import listed
from thidua_gui.services.import_campaign import title
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Fate, Fields, Plan, rows_by
from thidua_gui.services.proposal_kinds import key_of

TABLES: tuple[type[pw.Model], ...] = (
    Council, Meeting, MeetingMember, AttendanceEvent, AgendaItem, Candidate, Recusal, Ballot, BallotCount,
    CandidateResult, MeetingEvent,
)  # fmt: skip
"""In the order in which rows refer to one another."""

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_PLAIN_MEETING = ("name", "held_on", "starts_at", "place", "opened_at", "closed_at", "invited", "conclusion")
_PLAIN_ITEM = (
    "title", "planned_minutes", "private_note", "discussion", "conclusion", "started_at",
)  # fmt: skip
_PLAIN_VOTE = (
    "round", "version", "members", "present", "written", "issued", "returned", "published_at", "override_reason",
    "reason",
)  # fmt: skip
_NUMBERS = ("valid", "invalid", "agree", "disagree", "blank")
_Link = tuple[int, ...]


def plan_meetings(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """After proposals and people. A meeting that is the same already is not touched."""
    _plan_decision(plan, book, campaign, codes)
    if SheetKey.MEETINGS not in book.present:
        return
    brought = _sheets_of(book)
    held = {int(row.number): row for row in Meeting.select().where(Meeting.campaign == campaign)}
    old = meeting_sheets(row_of(campaign), listed(row_of(campaign))) if held else MeetingSheets()
    for row in brought.meetings:
        number = row.meeting
        fate = Fate.NEW if number not in held else Fate.UPDATED
        if number in held and _part(brought, number) == _part(old, number):
            plan.note(title(SheetKey.MEETINGS), number, Fate.UNCHANGED)
            continue
        if number in held:
            _take_away(plan, int(held[number].id))
        plan.note(title(SheetKey.MEETINGS), number, fate)
        _Writer(plan, _part(brought, number), campaign, codes).write(row)
    _refuse_strangers(brought)


def row_of(campaign: int) -> Campaign:
    return Campaign.get_by_id(campaign)


class _Writer:
    """One meeting with all that hangs on it, as new rows."""

    def __init__(self, plan: Plan, sheets: MeetingSheets, campaign: int, codes: Codes) -> None:
        self._plan, self._sheets, self._campaign, self._codes = plan, sheets, campaign, codes
        self._items: dict[_Link, int] = {}
        self._candidates: dict[_Link, int] = {}
        self._ballots: dict[_Link, int] = {}
        self._seats: dict[str, int] = {}

    def write(self, row: rows.MeetingRow) -> None:
        meeting = self._plan.reserve(Meeting)
        self._write_seats(meeting)
        self._write_items(meeting)
        self._write_votes()
        self._write_candidates_results()
        for event in self._sheets.events:
            item = None if event.item is None else self._item(SheetKey.MEETING_EVENTS, event.item)
            self._plan.insert(
                MeetingEvent,
                {"meeting": meeting, "item": item, "at": event.at, "kind": event.kind.value, "words": event.words},
            )
        self._plan.insert(Meeting, self._meeting(row), meeting)

    def _meeting(self, row: rows.MeetingRow) -> Fields:
        people, sheet = self._codes.people, SheetKey.MEETINGS
        if row.starts_at is not None and not _CLOCK.fullmatch(row.starts_at):
            raise UserError("import_meeting_clock", sheet=title(sheet), value=row.starts_at)
        at_item = None if row.at_item is None else self._item(sheet, row.at_item)
        place = (row.at_item or 0, row.at_candidate or 0)
        return {
            "campaign": self._campaign, "number": row.meeting, "state": row.state.value,
            **{name: getattr(row, name) for name in _PLAIN_MEETING},
            "chair": None if row.chair is None else people[row.chair],
            "secretary": None if row.secretary is None else people[row.secretary], "rules": _rules(row),
            "at_item": at_item,
            "at_candidate": None if row.at_candidate is None else _found(sheet, self._candidates, place),
        }  # fmt: skip

    def _write_seats(self, meeting: int) -> None:
        for position, seat in enumerate(self._sheets.members, 1):
            self._seats[seat.person] = self._plan.insert(MeetingMember, {
                "meeting": meeting, "person": self._codes.people[seat.person], "name": seat.name, "role": seat.role,
                "post": seat.post, "is_voting": seat.is_voting,
                "attendance": None if seat.attendance is None else seat.attendance.value,
                "absence_reason": seat.absence_reason, "position": position,
            })  # fmt: skip
        for passage in self._sheets.passages:
            member = _found(SheetKey.PASSAGES, self._seats, passage.person)
            told = {"member": member, "kind": passage.kind.value, "at": passage.at}
            self._plan.insert(AttendanceEvent, told)

    def _write_items(self, meeting: int) -> None:
        kinds: dict[int, str | None] = {}
        for item in self._sheets.items:
            kinds[item.item] = self._kind(item.award_kind)
            self._items[item.item,] = self._plan.insert(AgendaItem, {
                "meeting": meeting, "position": item.item, "kind": item.kind.value, "state": item.state.value,
                "award_kind": kinds[item.item], "spent_seconds": item.spent_seconds or 0,
                **{name: getattr(item, name) for name in _PLAIN_ITEM},
            })  # fmt: skip
        proposals = self._proposals()
        for one in self._sheets.candidates:
            bearer = self._codes.subject(one.subject)
            asked = (kinds.get(one.item), bearer["person"], bearer["unit"], one.proposal)
            self._candidates[one.item, one.candidate] = self._plan.insert(Candidate, {
                "item": self._item(SheetKey.CANDIDATES, one.item), "proposal": proposals.get(asked), **bearer,
                "name": one.name, "title": one.title, "position": one.candidate, "note": one.note,
            })  # fmt: skip
        for recusal in self._sheets.recusals:
            candidate = _found(SheetKey.RECUSALS, self._candidates, (recusal.item, recusal.candidate))
            member = _found(SheetKey.RECUSALS, self._seats, recusal.person)
            self._plan.insert(Recusal, {"candidate": candidate, "member": member, "reason": recusal.reason})

    def _write_votes(self) -> None:
        for vote in self._sheets.votes:
            told = {name: getattr(vote, name) for name in _PLAIN_VOTE}
            item = self._item(SheetKey.VOTES, vote.item)
            key = (vote.item, vote.round, vote.version)
            self._ballots[key] = self._plan.insert(Ballot, {"item": item, "method": vote.method.value, **told})
        for count in self._sheets.counts:
            ballot = _found(SheetKey.VOTE_COUNTS, self._ballots, (count.item, count.round, count.version))
            candidate = _found(SheetKey.VOTE_COUNTS, self._candidates, (count.item, count.candidate))
            numbers = {name: getattr(count, name) for name in _NUMBERS}
            told = {"ballot": ballot, "candidate": candidate, "counter": count.counter, **numbers}
            self._plan.insert(BallotCount, told)

    def _write_candidates_results(self) -> None:
        for one in self._sheets.candidates:
            if one.outcome is None:
                continue
            key = (one.item, one.round or 0, one.version or 0)
            ballot = None if one.round is None else _found(SheetKey.CANDIDATES, self._ballots, key)
            self._plan.insert(CandidateResult, {
                "candidate": self._candidates[one.item, one.candidate], "ballot": ballot,
                "outcome": one.outcome.value, "lowered_to": self._kind(one.lowered_to), "by_chair": one.by_chair,
                "reason": one.reason,
            })  # fmt: skip

    def _item(self, sheet: SheetKey, item: int) -> int:
        return _found(sheet, self._items, (item,))

    def _kind(self, written: str | None) -> str | None:
        """By what the program has, or by what the same workbook brings; other words stay as they are."""
        if written is None:
            return None
        brought = {fold(row["name"]): str(row["key"]) for row in self._plan.inserts(AwardKind)}
        return key_of(written) or brought.get(fold(written), written)

    def _proposals(self) -> Mapping[tuple[object, ...], int]:
        """Those that the year holds and those that the workbook brings, counted among their equals."""
        held: Any = Proposal.select().where(Proposal.campaign == self._campaign).order_by(Proposal.id).dicts()
        gone = set(self._plan.deletions(Proposal))
        found: dict[tuple[object, ...], int] = {}
        for row in (*(one for one in held if one["id"] not in gone), *self._plan.inserts(Proposal)):
            same, turn = (row["kind"], row["person"], row["unit"]), 1
            while (*same, turn) in found:
                turn += 1
            found[*same, turn] = int(row["id"])
        return found


def _plan_decision(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    if SheetKey.COUNCIL_DECISION not in book.present:
        return
    existing = rows_by(Council.select().where(Council.campaign == campaign), lambda row: "decision")
    wanted: dict[str, Fields] = {}
    for row in book.council_decision[:1]:
        unit = None if row.standing_unit is None else codes.units[row.standing_unit]
        told = {one.name: getattr(row, one.name) for one in fields(row)}
        wanted["decision"] = {"campaign": campaign, **told, "standing_unit": unit}
    plan.merge(Council, title(SheetKey.COUNCIL_DECISION), existing, wanted)


def _sheets_of(book: YearWorkbook) -> MeetingSheets:
    return MeetingSheets(
        book.meetings, book.meeting_members, book.passages, book.agenda_items, book.candidates, book.recusals,
        book.votes, book.vote_counts, book.meeting_events,
    )  # fmt: skip


def _part(sheets: MeetingSheets, meeting: int) -> MeetingSheets:
    """What belongs to one meeting."""
    parts: dict[str, Any] = {
        one.name: tuple(row for row in getattr(sheets, one.name) if row.meeting == meeting) for one in fields(sheets)
    }
    return MeetingSheets(**parts)


def _refuse_strangers(sheets: MeetingSheets) -> None:
    """Every line names a meeting of the workbook."""
    known = {row.meeting for row in sheets.meetings}
    for one, key in zip(fields(sheets), _KEYS, strict=True):
        for row in getattr(sheets, one.name):
            if row.meeting not in known:
                raise UserError("import_meeting_link", sheet=title(key), link=str(row.meeting))


_KEYS: Sequence[SheetKey] = (
    SheetKey.MEETINGS, SheetKey.MEETING_MEMBERS, SheetKey.PASSAGES, SheetKey.AGENDA_ITEMS, SheetKey.CANDIDATES,
    SheetKey.RECUSALS, SheetKey.VOTES, SheetKey.VOTE_COUNTS, SheetKey.MEETING_EVENTS,
)  # fmt: skip


def _rules(row: rows.MeetingRow) -> str | None:
    if row.rules is None:
        return None
    try:
        read_rules(json.loads(row.rules))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UserError("import_meeting_rules", sheet=title(SheetKey.MEETINGS), meeting=row.meeting) from None
    return row.rules


def _found(sheet: SheetKey, known: Mapping[Any, int], link: Any) -> int:
    found = known.get(link)
    if found is None:
        told = link if isinstance(link, str) else ".".join(map(str, link))
        raise UserError("import_meeting_link", sheet=title(sheet), link=told)
    return found


def _take_away(plan: Plan, meeting: int) -> None:
    items = AgendaItem.select(AgendaItem.id).where(AgendaItem.meeting == meeting)
    seats = MeetingMember.select(MeetingMember.id).where(MeetingMember.meeting == meeting)
    candidates = Candidate.select(Candidate.id).where(Candidate.item.in_(items))
    ballots = Ballot.select(Ballot.id).where(Ballot.item.in_(items))
    _delete(plan, MeetingEvent, MeetingEvent.meeting == meeting)
    _delete(plan, CandidateResult, CandidateResult.candidate.in_(candidates))
    _delete(plan, BallotCount, BallotCount.ballot.in_(ballots))
    _delete(plan, Ballot, Ballot.item.in_(items))
    _delete(plan, Recusal, Recusal.candidate.in_(candidates))
    _delete(plan, Candidate, Candidate.item.in_(items))
    _delete(plan, AgendaItem, AgendaItem.meeting == meeting)
    _delete(plan, AttendanceEvent, AttendanceEvent.member.in_(seats))
    _delete(plan, MeetingMember, MeetingMember.meeting == meeting)
    plan.delete(Meeting, meeting)


def _delete(plan: Plan, model: Any, which: pw.Expression) -> None:
    rows_found: Iterable[Any] = model.select(model.id).where(which)
    for row in rows_found:
        plan.delete(model, row.id)
