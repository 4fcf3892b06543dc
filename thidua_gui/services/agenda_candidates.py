"""Whom an agenda is made of: proposals ready for the council, by award, in the order of the ranking. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import peewee as pw

from db.models.meetings import AgendaItem, BallotCount, Candidate, CandidateResult, Meeting
from db.models.organisation import Person, Unit
from db.models.proposals import Proposal
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, CandidateId, MeetingId, PersonId, ProposalId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.proposals import State, ranked
from thidua_gui.services.campaigns import campaign
from thidua_gui.services.meeting_rules import agenda_plan
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.proposal_kinds import kinds
from thidua_gui.services.proposal_rows import Totals
from thidua_gui.services.rows import fetch
from thidua_gui.services.year_facts import YearFacts

_READY = (State.VALID, State.PRESENTED)


@dataclass(frozen=True, slots=True)
class Nominated:
    """One who may become a candidate, with the spelling that the ballot papers get."""

    proposal_id: ProposalId | None
    person_id: PersonId | None
    unit_id: UnitId | None
    name: str
    title: str
    state: State
    is_listed: bool = True


def order_of_kinds() -> tuple[str, ...]:
    """Every kind in the order in which a council judges them."""
    first = agenda_plan().order
    return (*first, *(key for key in kinds() if key not in first))


def ready(campaign_id: CampaignId, meeting_id: MeetingId) -> dict[str, list[Nominated]]:
    """By kind in the order of the agenda: who is marked, valid or before the council, and on no other agenda."""
    states = [state.value for state in _READY]
    mine = (Proposal.campaign == campaign_id) & Proposal.state.in_(states) & (Proposal.is_listed == True)
    used = {kind for (kind,) in fetch(Proposal.select(Proposal.kind).where(mine).distinct())}
    if not used:
        return {kind: [] for kind in _on_agenda(meeting_id)}
    elsewhere = on_agendas(campaign_id, but=meeting_id)
    found: dict[str, list[Nominated]] = {}
    ranking = _Ranking(campaign_id)
    for kind in order_of_kinds():
        if kind in used:
            found[kind] = [
                one for one in ranking.of_kind(kind)
                if one.state in _READY and one.is_listed and one.proposal_id not in elsewhere
            ]  # fmt: skip
        elif kind in _on_agenda(meeting_id):
            found[kind] = []
    return found


def of_proposals(proposals: Sequence[ProposalId]) -> list[Nominated]:
    """These, in the order asked for."""
    rows = {row.id: row for row in Proposal.select().where(Proposal.id.in_(list(proposals)))}
    if len(rows) < len(set(proposals)):
        raise UserError("proposal_gone")
    kinds_used = dict.fromkeys((CampaignId(row.campaign_id), row.kind) for row in rows.values())
    shown = {one.proposal_id: one for year, kind in kinds_used for one in _Ranking(year).of_kind(kind)}
    return [shown[one] for one in proposals]


def on_agendas(campaign_id: CampaignId, but: MeetingId | None = None) -> frozenset[ProposalId]:
    """Proposals that stand on an agenda of the year, but those that were put off."""
    meetings = Meeting.select(Meeting.id).where((Meeting.campaign == campaign_id) & (Meeting.id != (but or 0)))
    items = AgendaItem.select(AgendaItem.id).where(AgendaItem.meeting.in_(meetings))
    deferred = CandidateResult.select(CandidateResult.candidate).where(CandidateResult.outcome == "deferred")
    rows = fetch(Candidate.select(Candidate.proposal).where(Candidate.item.in_(items) & Candidate.id.not_in(deferred)))
    return frozenset(ProposalId(one) for (one,) in rows if one is not None)


def is_voted(candidate_id: CandidateId) -> bool:
    """Whether a ballot has a line for it."""
    return BallotCount.select().where(BallotCount.candidate == candidate_id).exists()


def _on_agenda(meeting_id: MeetingId) -> Sequence[str]:
    rows = fetch(AgendaItem.select(AgendaItem.award_kind).where(AgendaItem.meeting == meeting_id))
    return [kind for (kind,) in rows if kind is not None]


class _Ranking:
    """Proposals of one kind in the order of the ranking, people before collectives; the facts of the year are read
    once."""

    def __init__(self, campaign_id: CampaignId) -> None:
        self._campaign = campaign_id
        self._totals = Totals(YearFacts(campaign_id))
        self._additions = told_apart(campaign(campaign_id).last_day)

    def of_kind(self, kind: str) -> list[Nominated]:
        mine = (Proposal.campaign == self._campaign) & (Proposal.kind == kind)
        names = _Names(mine)
        rows = list(Proposal.select().where(mine))
        people = ranked([row for row in rows if row.unit_id is None], self._total, names.order)
        units = ranked([row for row in rows if row.unit_id is not None], self._total, names.order)
        return [self._nominated(row, names) for row, _ in (*people, *units)]

    def _total(self, row: Proposal) -> Points | None:
        return self._totals.of(row.person_id, row.unit_id)

    def _nominated(self, row: Proposal, names: _Names) -> Nominated:
        person = None if row.person_id is None else PersonId(row.person_id)
        name = names.of(row)
        full = name if person is None else labelled(name, self._additions.get(person, ""))
        unit = None if row.unit_id is None else UnitId(row.unit_id)
        state = State(row.state)
        return Nominated(ProposalId(row.id), person, unit, full, row.title, state, row.is_listed)


class _Names:
    """Of the bearers of some proposals: as written, and as sorted."""

    def __init__(self, mine: pw.Expression) -> None:
        people = Proposal.select(Proposal.person).where(mine)
        units = Proposal.select(Proposal.unit).where(mine)
        of_people = Person.select(Person.id, Person.full_name, Person.name_sort).where(Person.id.in_(people))
        of_units = Unit.select(Unit.id, Unit.name, Unit.name_fold).where(Unit.id.in_(units))
        self._people = {one: (name, order) for one, name, order in fetch(of_people)}
        self._units = {one: (name, order) for one, name, order in fetch(of_units)}

    def of(self, row: Proposal) -> str:
        return self._pair(row)[0]

    def order(self, row: Proposal) -> tuple[object, ...]:
        """Among equals: as somebody placed them, then by name."""
        return row.position, self._pair(row)[1], row.id

    def _pair(self, row: Proposal) -> tuple[str, str]:
        return self._units[row.unit_id] if row.person_id is None else self._people[row.person_id]
