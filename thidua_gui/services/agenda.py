"""The agenda of a meeting as it stands: items, who is judged in each, what came of it. Changes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import peewee as pw

from db.models.meetings import AgendaItem, Ballot, Candidate, CandidateResult, Meeting
from db.models.organisation import Person, Unit
from thidua_gui.core.council import Outcome
from thidua_gui.core.ids import (
    AgendaItemId,
    BallotId,
    CampaignId,
    CandidateId,
    MeetingId,
    PersonId,
    ProposalId,
    UnitId,
)
from thidua_gui.core.meetings import ItemKind, ItemState
from thidua_gui.services.campaigns import campaign
from thidua_gui.services.meeting_rows import candidate_row, item_row, meeting_row
from thidua_gui.services.meeting_views import CandidateRow, ItemRow
from thidua_gui.services.memberships import main_posts
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import ordered_rows, unit_names

_FIELDS = (
    Candidate.id, Candidate.item, Candidate.proposal, Candidate.person, Candidate.unit, Candidate.name,
    Candidate.title, Candidate.position, Candidate.note, CandidateResult.outcome, CandidateResult.lowered_to,
    CandidateResult.by_chair, CandidateResult.reason, CandidateResult.ballot,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Bearer:
    code: str
    below: str
    unit_name: str


def items(meeting_id: MeetingId) -> tuple[ItemRow, ...]:
    """The whole agenda in its order, with every candidate; queries of a fixed number."""
    with read():
        row = meeting_row(meeting_id)
        return _items(row, AgendaItem.meeting == meeting_id)


def item(item_id: AgendaItemId) -> ItemRow:
    """One; `agenda_item_gone` when it is no longer there."""
    with read():
        row = item_row(item_id)
        (found,) = _items(meeting_row(MeetingId(row.meeting_id)), AgendaItem.id == item_id)
        return found


def candidate(candidate_id: CandidateId) -> CandidateRow:
    """One of an item."""
    with read():
        found = item(AgendaItemId(candidate_row(candidate_id).item_id))
    return next(one for one in found.candidates if one.id == candidate_id)


def _items(meeting: Meeting, which: pw.Expression) -> tuple[ItemRow, ...]:
    rows = list(AgendaItem.select().where(which).order_by(AgendaItem.position, AgendaItem.id))
    of_items = AgendaItem.select(AgendaItem.id).where(which)
    candidates = _candidates(meeting, of_items)
    ballots: dict[int, list[bool]] = defaultdict(list)
    for one, published in fetch(Ballot.select(Ballot.item, Ballot.published_at).where(Ballot.item.in_(of_items))):
        ballots[one].append(published is not None)
    return tuple(
        ItemRow(
            AgendaItemId(row.id), MeetingId(row.meeting_id), row.position, ItemKind(row.kind), row.award_kind,
            row.title, row.planned_minutes, row.private_note or "", row.discussion or "", row.conclusion or "",
            ItemState(row.state), row.started_at, row.spent_seconds, tuple(candidates.get(row.id, ())),
            not all(ballots[row.id]), bool(ballots[row.id]),
        )
        for row in rows
    )  # fmt: skip


def _candidates(meeting: Meeting, of_items: pw.ModelSelect[AgendaItem]) -> Mapping[int, list[CandidateRow]]:
    joined = Candidate.select(*_FIELDS).join(
        CandidateResult, pw.JOIN.LEFT_OUTER, on=CandidateResult.candidate == Candidate.id
    )
    rows = fetch(joined.where(Candidate.item.in_(of_items)).order_by(Candidate.position, Candidate.id))
    bearers = _bearers(meeting, of_items) if rows else {}
    found: dict[int, list[CandidateRow]] = defaultdict(list)
    for (
        number, of_item, proposal, person, unit, name, title, position, note, outcome, lowered_to, by_chair, reason,
        ballot,
    ) in rows:  # fmt: skip
        bearer = bearers[person, unit]
        found[of_item].append(CandidateRow(
            CandidateId(number), AgendaItemId(of_item), None if proposal is None else ProposalId(proposal),
            None if person is None else PersonId(person), None if unit is None else UnitId(unit), bearer.code, name,
            title, bearer.below, bearer.unit_name, position, note or "",
            None if outcome is None else Outcome(outcome), lowered_to, bool(by_chair), reason or "",
            None if ballot is None else BallotId(ballot),
        ))  # fmt: skip
    return found


def _bearers(meeting: Meeting, of_items: pw.ModelSelect[AgendaItem]) -> dict[tuple[int | None, int | None], _Bearer]:
    year = campaign(CampaignId(meeting.campaign_id))
    mine = Candidate.item.in_(of_items)
    people = Person.select(Person.id, Person.code).where(Person.id.in_(Candidate.select(Candidate.person).where(mine)))
    codes = fetch(people)
    posts = main_posts(meeting.held_on or year.last_day, people=[PersonId(person) for person, _ in codes])
    units_there = ordered_rows()
    short, full = unit_names(units_there), {UnitId(row.id): row.name for row in units_there}
    found: dict[tuple[int | None, int | None], _Bearer] = {}
    for person, code in codes:
        post = posts.get(PersonId(person))
        unit_name = "" if post is None else short[post.unit_id]
        whole = "" if post is None else full[post.unit_id]
        told = [words for words in ((post and post.post) or "", whole) if words]
        found[person, None] = _Bearer(code, ", ".join(told), unit_name)
    units = Unit.select(Unit.id, Unit.code, Unit.kind).where(Unit.id.in_(Candidate.select(Candidate.unit).where(mine)))
    for unit, code, kind in fetch(units):
        found[None, unit] = _Bearer(code, kind, short[UnitId(unit)])
    return found
