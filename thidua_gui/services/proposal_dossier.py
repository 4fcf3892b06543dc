"""Hồ sơ đề nghị: everything about one proposal, each condition with its facts. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import peewee as pw

from db.models.attachments import Attachment
from db.models.organisation import Unit
from db.models.proposals import ConditionOverride, Proposal, ProposalEvent, ProposalPaper
from db.models.submissions import UnitVote
from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.eligibility_facts import Judgement
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AttachmentId, CampaignId, ProposalId
from thidua_gui.core.proposals import PaperState, State, allowed, is_short
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.dossiers import dossier_list
from thidua_gui.services.objections import objections_of
from thidua_gui.services.open_cases import cases_of
from thidua_gui.services.proposal_initiatives import choices
from thidua_gui.services.proposal_kinds import judged_as, kind_of
from thidua_gui.services.proposal_rows import TabRows
from thidua_gui.services.proposal_verdicts import Asked, Judge, initiative_names, lines_of, thawed
from thidua_gui.services.proposal_views import (
    Dossier,
    DossierLine,
    EventLine,
    PaperLine,
    ProposalRow,
    VoteLine,
)
from thidua_gui.services.transaction import read
from thidua_gui.services.year_facts import YearFacts, title_token
from thidua_gui.text import proposals as wording


def dossier(proposal_id: ProposalId, *, is_provisional: bool = False) -> Dossier:
    """All of one proposal; the conditions as the council was given them once it was."""
    with read():
        stored = Proposal.get_or_none(Proposal.id == proposal_id)
        if stored is None:
            raise UserError("proposal_gone")
        facts, kind = YearFacts(CampaignId(stored.campaign_id)), kind_of(stored.kind)
        judge = Judge(facts, is_provisional=is_provisional)
        (row,) = TabRows(facts, kind, judge).rows([proposal_id])
        decided_on = facts.year.decision_on or facts.year.last_day
        lines, reason, pack, judgement = _lines(row, kind, stored, judge)
        is_closed = facts.year.state is CampaignState.CLOSED
        return Dossier(
            row, lines, papers_of(row, decided_on), _events(proposal_id),
            objections_of(facts.year.id, row.person_id, row.unit_id),
            cases_of(row.person_id, row.unit_id, decided_on), _votes(row, kind, facts.year.id),
            choices(stored, judgement), reason, pack, judge.law.is_provisional and not row.is_frozen, is_closed,
            () if is_closed else allowed(row.state),
        )  # fmt: skip


def papers_of(row: ProposalRow, on: date) -> tuple[PaperLine, ...]:
    """What the list asks for, in its order, then what was noted beside it."""
    query = (
        ProposalPaper.select(ProposalPaper, Attachment.id, Attachment.name)
        .join(Attachment, on=(ProposalPaper.attachment == Attachment.id), join_type=pw.JOIN.LEFT_OUTER)
        .where(ProposalPaper.proposal == row.id)
        .order_by(ProposalPaper.id)
    )
    noted = {paper.name: paper for paper in query}
    asked = [
        PaperLine(item.name, item.is_required, None, hint=item.note, is_checked=item.is_checked)
        for item in dossier_list(row.kind, row.basis.value, on)
    ]
    names = {line.name for line in asked}
    beside = [PaperLine(name, False, None, is_asked=False) for name in noted if name not in names]
    return tuple(_noted(line, noted.get(line.name)) for line in (*asked, *beside))


def _noted(line: PaperLine, paper: ProposalPaper | None) -> PaperLine:
    if paper is None:
        return line
    attachment = paper.attachment
    return replace(
        line, state=PaperState(paper.state), note=paper.note or "", noted_on=paper.noted_on,
        attachment_id=None if attachment is None else AttachmentId(attachment.id),
        attachment="" if attachment is None else attachment.name,
    )  # fmt: skip


def _lines(
    row: ProposalRow, kind: ListedKind, stored: Proposal, judge: Judge
) -> tuple[tuple[DossierLine, ...], str, str | None, Judgement | None]:
    """The conditions, why there are none or why they are provisional, the pack, and what was judged just now."""
    if row.is_frozen:
        return _overridden(row.id, thawed(stored.findings)), "", stored.pack, None
    if is_short(row.basis):
        return (), wording.SHORT_WAY, None, None
    award = judged_as(kind, is_unit=row.unit_id is not None)
    if award is None:
        return (), wording.NOT_SHIPPED, None, None
    verdict = judge.verdicts(award, [Asked(row.id, row.subject, row.received_on)])[row.id]
    of_day = verdict.law
    pack = None if of_day.pack is None else of_day.pack.id
    if verdict.judgement is None:
        has_rules = of_day.frame is None or award in of_day.frame.rules
        return (), of_day.reason or (wording.NOT_JUDGED if has_rules else wording.NO_CONDITIONS), pack, None
    lines = lines_of(verdict.judgement, initiative_names(verdict.judgement))
    return _overridden(row.id, lines), of_day.reason, pack, verdict.judgement


def _overridden(proposal_id: ProposalId, lines: Iterable[DossierLine]) -> tuple[DossierLine, ...]:
    found = {one.condition: one for one in ConditionOverride.select().where(ConditionOverride.proposal == proposal_id)}
    return tuple(
        replace(
            line, override=found[line.condition].reason, overridden_by=found[line.condition].user,
            overridden_at=found[line.condition].at,
        )
        if line.condition in found
        else line
        for line in lines
    )  # fmt: skip


def _events(proposal_id: ProposalId) -> tuple[EventLine, ...]:
    rows = ProposalEvent.select().where(ProposalEvent.proposal == proposal_id).order_by(ProposalEvent.id)
    return tuple(
        EventLine(
            row.at, row.user, None if row.from_state is None else State(row.from_state), State(row.to_state),
            row.reason or "",
        )
        for row in rows
    )  # fmt: skip


def _votes(row: ProposalRow, kind: ListedKind, campaign_id: CampaignId) -> tuple[VoteLine, ...]:
    whom = UnitVote.unit == row.unit_id if row.person_id is None else UnitVote.person == row.person_id
    found = UnitVote.select().where((UnitVote.campaign == campaign_id) & whom).order_by(UnitVote.position)
    names = {unit.id: unit.name for unit in Unit.select(Unit.id, Unit.name)}
    token = title_token(kind.name)
    return tuple(
        VoteLine(names[vote.voting_unit_id], vote.held_on, vote.members, vote.present, vote.agree, vote.disagree)
        for vote in found
        if title_token(vote.title) == token
    )
