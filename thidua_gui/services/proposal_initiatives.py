"""Which initiatives a proposal rests on: one supports one title or commendation. Writes within a larger command."""

from __future__ import annotations

from collections.abc import Collection

from db.models.proposals import Proposal
from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import InitiativeId, ProposalId
from thidua_gui.services.proposal_store import editable, row_of, whose
from thidua_gui.services.proposal_views import InitiativeChoice
from thidua_gui.services.transaction import read, write
from thidua_gui.text import proposals as wording


def choices(proposal: Proposal) -> tuple[InitiativeChoice, ...]:
    """Every initiative of the person that may count for the proposal; inside a read."""
    return ()


def choose_initiatives(proposal_id: ProposalId, initiative_ids: Collection[InitiativeId]) -> Changes:
    """Rest the proposal on exactly these."""
    with read():
        name = whose(row_of(proposal_id))
    with write(wording.STEP_INITIATIVES.format(name=name)) as operation:
        editable(proposal_id)
    return operation.changes


def served(proposal: Proposal) -> None:
    """What the initiatives of the proposal serve now, after it was lowered or raised again; inside a write."""


def refuse_spent(proposal: Proposal) -> None:
    """A proposal that comes back finds its initiatives still free, or is refused; inside a write."""
