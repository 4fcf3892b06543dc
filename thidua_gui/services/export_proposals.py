"""Reads a year's proposals, their history and papers, and what is said against somebody, for its workbook. Judges
nothing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.models.awards import Award
from db.models.campaigns import Campaign
from db.models.initiatives import Initiative, InitiativeUse
from db.models.movements import Movement
from db.models.proposals import ConditionOverride, Objection, OpenCase, ProposalEvent, ProposalPaper
from db.models.proposals import Proposal as Stored
from thidua_gui.core.cases import CaseKind
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.proposals import PaperState, State
from thidua_gui.core.workbook.proposal_rows import (
    ConditionOverrideRow,
    ObjectionRow,
    OpenCaseRow,
    ProposalEventRow,
    ProposalFindingRow,
    ProposalPaperRow,
    ProposalRow,
)
from thidua_gui.services.export_people import Listed
from thidua_gui.services.proposal_kinds import kinds
from thidua_gui.services.rows import fetch
from thidua_gui.text.workbook_proposals import proposal_code


@dataclass(frozen=True, slots=True)
class ProposalSheets:
    """What the workbook tells of proposals."""

    proposals: tuple[ProposalRow, ...]
    events: tuple[ProposalEventRow, ...]
    findings: tuple[ProposalFindingRow, ...]
    papers: tuple[ProposalPaperRow, ...]
    overrides: tuple[ConditionOverrideRow, ...]


def proposal_sheets(campaign: Campaign, people: Listed) -> ProposalSheets:
    """In the order in which they were made; the codes are given anew for each workbook."""
    found = Stored.select().where(Stored.campaign == campaign.id).order_by(Stored.id)
    stored = {row.id: row for row in found if people.names(row)}
    codes = {row: proposal_code(place) for place, row in enumerate(stored, 1)}
    mine = _mine(campaign)
    return ProposalSheets(
        _proposals(campaign, people, stored, codes),
        tuple(
            ProposalEventRow(
                codes[row.proposal_id], row.at, State(row.to_state),
                None if row.from_state is None else State(row.from_state), row.user or None, row.reason,
            )
            for row in ProposalEvent.select().where(ProposalEvent.proposal.in_(mine)).order_by(ProposalEvent.id)
            if row.proposal_id in codes
        ),
        tuple(
            ProposalFindingRow(
                codes[row.id], str(one["condition"]), Outcome(one["outcome"]), one["needed"], one["had"], one["source"],
                bool(one["checked"]), bool(one["attested"]),
            )
            for row in stored.values()
            for one in json.loads(row.findings or "[]")
        ),
        tuple(
            ProposalPaperRow(codes[row.proposal_id], row.name, PaperState(row.state), row.noted_on, row.note)
            for row in ProposalPaper.select().where(ProposalPaper.proposal.in_(mine)).order_by(ProposalPaper.id)
            if row.proposal_id in codes
        ),
        tuple(
            ConditionOverrideRow(codes[row.proposal_id], row.condition, row.reason, row.at, row.user or None)
            for row in ConditionOverride.select()
            .where(ConditionOverride.proposal.in_(mine))
            .order_by(ConditionOverride.id)
            if row.proposal_id in codes
        ),
    )  # fmt: skip


def objection_rows(campaign: Campaign, people: Listed) -> tuple[ObjectionRow, ...]:
    """Settled ones too."""
    found = Objection.select().where(Objection.campaign == campaign.id).order_by(Objection.id)
    return tuple(
        ObjectionRow(
            people.subject(row), row.condition, row.content, row.raised_by, row.raised_on, row.settled_on,
            row.settlement,
        )
        for row in found
        if people.names(row)
    )  # fmt: skip


def case_rows(campaign: Campaign, people: Listed) -> tuple[OpenCaseRow, ...]:
    """Those that were open on a day of the year."""
    return tuple(
        OpenCaseRow(
            people.subject(row), CaseKind(row.kind), row.opened_on, row.closed_on, row.content, row.source,
            row.conclusion,
        )
        for row in cases_of_year(campaign.year)
        if people.names(row)
    )  # fmt: skip


def cases_of_year(year: int) -> list[OpenCase]:
    """The cases that were open on a day of it, the first noted first."""
    begun = OpenCase.opened_on <= date(year, 12, 31)
    lasting = OpenCase.closed_on.is_null() | (OpenCase.closed_on >= date(year, 1, 1))
    return list(OpenCase.select().where(begun & lasting).order_by(OpenCase.id))


def _mine(campaign: Campaign) -> object:
    return Stored.select(Stored.id).where(Stored.campaign == campaign.id)


def _proposals(
    campaign: Campaign, people: Listed, stored: Mapping[int, Stored], codes: Mapping[int, str]
) -> tuple[ProposalRow, ...]:
    names = {key: kind.name for key, kind in kinds().items()}
    movements = {row.id: row.name for row in Movement.select().where(Movement.campaign == campaign.id)}
    initiatives, given = _initiatives(campaign), _awards(campaign)
    return tuple(
        ProposalRow(
            codes[row.id], people.subject(row), names.get(row.kind, row.kind), row.title, CommendationKind(row.basis),
            State(row.state), row.is_listed,
            None if row.proposing_unit_id is None else people.unit_codes.get(row.proposing_unit_id), row.received_on,
            row.achievement, row.note, None if row.movement_id is None else movements.get(row.movement_id),
            row.position or None, tuple(initiatives[row.id]) or None,
            None if row.lowered_to is None else names.get(row.lowered_to, row.lowered_to), row.pack, row.pack_sha256,
            None if row.outcome is None else Outcome(row.outcome), *given.get(row.award_id or 0, (None, None)),
        )
        for row in stored.values()
    )  # fmt: skip


def _initiatives(campaign: Campaign) -> Mapping[int, list[str]]:
    """Codes of the year's own initiatives by proposal; those of other years are told by no workbook of this one."""
    query = (
        InitiativeUse.select(InitiativeUse.proposal, Initiative.code)
        .join(Initiative, on=(InitiativeUse.initiative == Initiative.id))
        .where(InitiativeUse.proposal.in_(_mine(campaign)) & (Initiative.campaign == campaign.id))
        .order_by(InitiativeUse.id)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for proposal, code in fetch(query):
        found[proposal].append(code)
    return found


def _awards(campaign: Campaign) -> Mapping[int, tuple[str, str | None]]:
    query = Award.select().where(Award.id.in_(Stored.select(Stored.award).where(Stored.campaign == campaign.id)))
    return {row.id: (row.title, row.decision_number) for row in query}
