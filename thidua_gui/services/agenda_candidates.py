"""Whom an agenda is made of: proposals ready for the council, by award, in the order of the ranking. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.models.meetings import AgendaItem, BallotCount, Candidate, CandidateResult, Meeting
from db.models.proposals import Proposal
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, CandidateId, MeetingId, PersonId, ProposalId, UnitId
from thidua_gui.core.proposals import State
from thidua_gui.services.meeting_rules import agenda_plan
from thidua_gui.services.proposal_kinds import kind_of, kinds
from thidua_gui.services.proposal_rows import TabRows
from thidua_gui.services.proposal_verdicts import Judge
from thidua_gui.services.proposal_views import ProposalRow
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
    shown = _Shown(campaign_id)
    for kind in order_of_kinds():
        if kind in used:
            rows = shown.of_kind(kind)
            wanted = [row for row in rows if row.state in _READY and row.is_listed and row.id not in elsewhere]
            found[kind] = [_nominated(row) for row in wanted]
        elif kind in _on_agenda(meeting_id):
            found[kind] = []
    return found


def of_proposals(proposals: Sequence[ProposalId]) -> list[Nominated]:
    """These, in the order asked for."""
    rows = {row.id: row for row in Proposal.select().where(Proposal.id.in_(list(proposals)))}
    if len(rows) < len(set(proposals)):
        raise UserError("proposal_gone")
    kinds_used = dict.fromkeys((CampaignId(row.campaign_id), row.kind) for row in rows.values())
    shown = {row.id: row for campaign, kind in kinds_used for row in _Shown(campaign).of_kind(kind)}
    return [_nominated(shown[one]) for one in proposals]


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


class _Shown:
    """The proposals as lists show them; the facts of the year are read once."""

    def __init__(self, campaign_id: CampaignId) -> None:
        self._facts = YearFacts(campaign_id)
        self._judge = Judge(self._facts, is_provisional=True)

    def of_kind(self, kind: str) -> Sequence[ProposalRow]:
        return TabRows(self._facts, kind_of(kind), self._judge).ranked_plain()


def _nominated(row: ProposalRow) -> Nominated:
    return Nominated(row.id, row.person_id, row.unit_id, row.name, row.title, row.state)


