"""Which uses of initiatives still stand: not those of revoked awards, nor of proposals that came to nothing."""

from __future__ import annotations

import peewee as pw

from db.models.awards import AwardRevocation
from db.models.campaigns import Campaign
from db.models.initiatives import InitiativeUse
from db.models.proposals import Proposal
from thidua_gui.core.proposals import GONE, State
from thidua_gui.services.campaigns import CampaignState

_GONE = [state.value for state in GONE]


def standing() -> pw.Expression:
    """A condition on rows of InitiativeUse."""
    revoked = AwardRevocation.select(AwardRevocation.award)
    of_award = InitiativeUse.award.is_null() | InitiativeUse.award.not_in(revoked)
    return of_award & (InitiativeUse.proposal.is_null() | InitiativeUse.proposal.not_in(gone()))


def gone() -> pw.ModelSelect[Proposal]:
    """Proposals that hold no initiative any more; one sent back was so for good when its year was closed."""
    for_good = (Proposal.state == State.RETURNED.value) & (Campaign.state == CampaignState.CLOSED.value)
    query = Proposal.select(Proposal.id).join(Campaign, on=(Proposal.campaign == Campaign.id))
    return query.where(Proposal.state.in_(_GONE) | for_good)
