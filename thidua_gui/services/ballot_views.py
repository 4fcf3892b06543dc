"""Ballots as they stand: what was typed, what does not fit, what it says. Changes nothing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from db.models.meetings import AgendaItem, Ballot, BallotCount, Candidate, Meeting
from thidua_gui.core.council import (
    Broken,
    Line,
    Method,
    Papers,
    Recused,
    Room,
    broken,
    differences,
    is_counted,
    quorum,
    verdict,
)
from thidua_gui.core.ids import AgendaItemId, BallotId, CandidateId, MeetingId
from thidua_gui.core.meeting_rules import KindRule, Rules
from thidua_gui.core.meeting_rules import read as rules_read
from thidua_gui.services import meeting_rules
from thidua_gui.services.attendance import recused_on, room_of
from thidua_gui.services.meeting_rows import ballot_row, item_row
from thidua_gui.services.meeting_views import BallotView, CountLine
from thidua_gui.services.transaction import read
from thidua_gui.text import council as wording

NUMBERS = ("valid", "invalid", "agree", "disagree", "blank")
FIRST, SECOND = 1, 2


@dataclass(frozen=True, slots=True)
class _Held:
    """The rows of one ballot."""

    row: Ballot
    item: AgendaItem
    candidates: tuple[Candidate, ...]
    first: tuple[Line, ...]
    second: tuple[Line | None, ...]
    recused: tuple[Recused | None, ...]
    is_last: bool


def ballots_of(item_id: AgendaItemId) -> tuple[BallotView, ...]:
    """Every round and version of an item, the first one first; queries of a fixed number."""
    with read():
        item = item_row(item_id)
        return views(MeetingId(item.meeting_id), [item])


def current(item_id: AgendaItemId) -> BallotView | None:
    """The last version of the last round; None before the first ballot."""
    found = ballots_of(item_id)
    return found[-1] if found else None


def ballot(ballot_id: BallotId) -> BallotView:
    """One; `ballot_gone` when it is no longer there."""
    with read():
        found = ballots_of(AgendaItemId(ballot_row(ballot_id).item_id))
    return next(one for one in found if one.id == ballot_id)


def of_meeting(meeting_id: MeetingId) -> tuple[BallotView, ...]:
    """All ballots of a meeting in the order of its agenda."""
    with read():
        rows = AgendaItem.select().where(AgendaItem.meeting == meeting_id)
        return views(meeting_id, list(rows.order_by(AgendaItem.position, AgendaItem.id)))


def views(meeting_id: MeetingId, items: Sequence[AgendaItem]) -> tuple[BallotView, ...]:
    """For use in a read."""
    rules = meeting_rules.of_meeting(Meeting.get_by_id(meeting_id)).rules
    held = _held(items)
    asked = {CandidateId(one.id) for ballot in held for one in ballot.candidates}
    recused = recused_on(meeting_id, asked) if asked else {}
    now = room_of(meeting_id) if any(one.row.members is None for one in held) else Room(0, 0)
    return tuple(_view(one, rules, recused, now) for one in held)


def _held(items: Sequence[AgendaItem]) -> list[_Held]:
    by_id = {item.id: item for item in items}
    mine = Ballot.item.in_(list(by_id))
    rows = list(Ballot.select().where(mine).order_by(Ballot.item, Ballot.round, Ballot.version))
    counts: dict[int, list[BallotCount]] = defaultdict(list)
    for count in BallotCount.select().where(BallotCount.ballot.in_(Ballot.select(Ballot.id).where(mine))):
        counts[count.ballot_id].append(count)
    candidates = {row.id: row for row in Candidate.select().where(Candidate.item.in_(list(by_id)))}
    last = {row.item_id: row.id for row in rows}
    place = {item.id: number for number, item in enumerate(items)}
    rows.sort(key=lambda row: (place[row.item_id], row.round, row.version))
    return [_one(row, by_id[row.item_id], counts[row.id], candidates, last[row.item_id] == row.id) for row in rows]


def _one(
    row: Ballot, item: AgendaItem, counts: Sequence[BallotCount], candidates: Mapping[int, Candidate], is_last: bool
) -> _Held:
    by_counter = {(count.candidate_id, count.counter): count for count in counts}
    listed = [candidates[count.candidate_id] for count in counts if count.counter == FIRST]
    listed.sort(key=lambda one: (one.position, one.id))
    first = tuple(_line(by_counter[one.id, FIRST]) for one in listed)
    seconds = [by_counter.get((one.id, SECOND)) for one in listed]
    second = tuple(None if count is None else _line(count) for count in seconds)
    recused = tuple(_recused(by_counter[one.id, FIRST]) for one in listed)
    return _Held(row, item, tuple(listed), first, second, recused, is_last)


def _view(held: _Held, rules: Rules, recused: Mapping[CandidateId, Recused], now: Room) -> BallotView:
    row, item = held.row, held.item
    rules = rules if row.rules is None else rules_read(json.loads(row.rules))
    method, rule = Method(row.method), rules.of(item.award_kind)
    room = _room(row, now)
    names = [one.name for one in held.candidates]
    lines = [
        _with_recused(line, kept or recused.get(CandidateId(one.id), Recused()))
        for line, one, kept in zip(held.first, held.candidates, held.recused, strict=True)
    ]
    papers = Papers(row.issued, row.returned)
    found = broken(room, papers, lines, method)
    shown = tuple(
        _count_line(held, place, line, room, rule, [one for one in found if one.line == place])
        for place, line in enumerate(lines)
    )
    return BallotView(
        BallotId(row.id), AgendaItemId(item.id), item.title, item.award_kind, row.round, row.version, method, room,
        papers, quorum(rules.quorum, room, is_strict=rules.quorum_is_strict), rule,
        wording.threshold_text(rule.threshold), wording.rule_source(rule), row.published_at,
        row.override_reason or "", row.reason or "", shown, tuple(wording.broken_text(one, names) for one in found),
        _differences(held, shown), is_counted(papers, lines, method), held.is_last,
    )  # fmt: skip


def _count_line(
    held: _Held, place: int, line: Line, room: Room, rule: KindRule, found: Sequence[Broken]
) -> CountLine:  # fmt: skip
    candidate, method = held.candidates[place], Method(held.row.method)
    said = verdict(line, room, rule.threshold, method)
    percent = "" if said.agree is None or said.base is None else wording.percent_text(said.agree, said.base)
    second = held.second[place]
    differs = () if second is None else tuple(name for _, name in differences([held.first[place]], [second]))
    names = [one.name for one in held.candidates]
    return CountLine(
        CandidateId(candidate.id), candidate.name, candidate.title, line, second, line.recused, said,
        wording.verdict_text(said, rule.threshold, method), wording.missing_text(said, method), percent,
        tuple(wording.broken_text(one, names) for one in found), differs,
    )  # fmt: skip


def _differences(held: _Held, lines: Sequence[CountLine]) -> tuple[str, ...]:
    """Only once the second counter has typed something."""
    return tuple(
        wording.difference_text(line.name, name, getattr(first, name), getattr(line.second, name))
        for line, first in zip(lines, held.first, strict=True)
        for name in line.differs
    )


def _room(row: Ballot, now: Room) -> Room:
    """As it was when the ballot began."""
    if row.members is None or row.present is None:
        return now
    return Room(row.members, row.present, row.written or 0)


def _line(count: BallotCount) -> Line:
    return Line(count.valid, count.invalid, count.agree, count.disagree, count.blank)


def _recused(count: BallotCount) -> Recused | None:
    """As the line keeps it; None = not written down yet."""
    if count.recused_members is None:
        return None
    return Recused(count.recused_members, count.recused_present or 0, count.recused_written or 0)


def _with_recused(line: Line, recused: Recused) -> Line:
    return replace(line, recused=recused)
