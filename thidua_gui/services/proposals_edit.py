"""Makes and changes proposals, each user action one operation; their steps are in proposal_moves. Ranks nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.changes import Changes
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, MovementId, ProposalId, UnitId
from thidua_gui.core.proposals import State
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.proposal_initiatives import choose_initiatives
from thidua_gui.services.proposal_kinds import kind_of
from thidua_gui.services.proposal_moves import move, place, present
from thidua_gui.services.proposal_notes import drop_override, note_paper, override
from thidua_gui.services.proposal_sources import propose_from_registrations, propose_from_votes
from thidua_gui.services.proposal_store import (
    Nominee,
    delete,
    editable,
    lines,
    refuse_basis,
    refuse_locked,
    refuse_received,
    row_of,
    store_drafts,
    whose,
    writable,
)
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import read, write
from thidua_gui.text import proposals as wording

__all__ = [
    "Nominee", "ProposalDraft", "choose_initiatives", "delete_drafts", "drop_override", "edit", "move", "note_paper",
    "override", "place", "present", "propose", "propose_from_registrations", "propose_from_votes", "set_listed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProposalDraft:
    """What the clerk may change of a proposal that has not been before the council."""

    title: str
    received_on: date | None = None
    achievement: str = ""
    note: str = ""
    proposing_unit_id: UnitId | None = None
    basis: CommendationKind = CommendationKind.MERIT
    movement_id: MovementId | None = None


def propose(
    campaign_id: CampaignId,
    kind: str,
    subjects: Sequence[Nominee],
    *,
    basis: CommendationKind = CommendationKind.MERIT,
    movement_id: MovementId | None = None,
    proposing_unit_id: UnitId | None = None,
    received_on: date | None = None,
) -> Changes:
    """Drafts for all of them, or for none: whoever has one of that kind already is named."""
    with read():
        of_kind = kind_of(kind)
    with write(wording.step_propose(of_kind.short, len(subjects))) as operation:
        refuse_if_closed(campaign_id)
        store_drafts(
            campaign_id, of_kind, subjects, basis=basis, movement_id=movement_id,
            proposing_unit_id=proposing_unit_id, received_on=received_on,
        )  # fmt: skip
    return operation.changes


def edit(proposal_id: ProposalId, draft: ProposalDraft) -> Changes:
    """Change what is proposed while it is not before the council."""
    with write(wording.STEP_EDIT.format(name=_name(proposal_id))) as operation:
        row = editable(proposal_id)
        kind, campaign_id = kind_of(row.kind), CampaignId(row.campaign_id)
        refuse_basis(campaign_id, kind, draft.basis, draft.movement_id)
        refuse_received(campaign_id, draft.received_on)
        save_changed(row, {
            "title": tidy(draft.title) or kind.name, "received_on": draft.received_on,
            "achievement": lines(draft.achievement) or None, "note": lines(draft.note) or None,
            "proposing_unit_id": draft.proposing_unit_id, "basis": draft.basis.value,
            "movement_id": draft.movement_id,
        })  # fmt: skip
    return operation.changes


def delete_drafts(proposal_ids: Collection[ProposalId]) -> Changes:
    """Drafts that were made by mistake, with all that hangs on them; anything later is withdrawn, never deleted."""
    with write(wording.STEP_DELETE.format(count=len(proposal_ids))) as operation:
        rows = writable(proposal_ids)
        for row in rows:
            if row.state != State.DRAFT:
                raise UserError("proposal_not_draft", name=whose(row))
        delete(rows)
    return operation.changes


def set_listed(proposal_ids: Collection[ProposalId], flag: bool) -> Changes:
    """Tick, or untick, who is to be presented to the council."""
    step = wording.STEP_LISTED if flag else wording.STEP_NOT_LISTED
    with write(step.format(count=len(proposal_ids))) as operation:
        for row in writable(proposal_ids):
            refuse_locked(row)
            save_changed(row, {"is_listed": flag})
    return operation.changes


def _name(proposal_id: ProposalId) -> str:
    with read():
        return whose(row_of(proposal_id))
