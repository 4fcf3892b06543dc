"""Proposals made of what is known already: the units' votes, the registrations of the year. Types nothing again."""

from __future__ import annotations

from collections.abc import Iterable

from db.models.campaigns import Registration
from thidua_gui.core.changes import Changes
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.proposal_kinds import ProposalKind, key_of, kind_of
from thidua_gui.services.proposal_store import Nominee, store_drafts, taken
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read, write
from thidua_gui.services.unit_votes import votes
from thidua_gui.text import proposals as wording


def propose_from_votes(campaign_id: CampaignId, kind: str) -> Changes:
    """A draft for everyone whom a unit proposes for it after its vote and who has none yet."""
    with read():
        of_kind = kind_of(kind)
        found = [
            Nominee(vote.person_id, vote.unit_id, vote.voting_unit_id, vote.achievement or "", vote.title)
            for vote in votes(campaign_id)
            if key_of(vote.title) == kind
        ]
    return _propose(campaign_id, of_kind, found, wording.FROM_VOTES)


def propose_from_registrations(campaign_id: CampaignId, kind: str) -> Changes:
    """A draft for everyone who registered for it and has none yet."""
    with read():
        of_kind = kind_of(kind)
        fields = Registration.person, Registration.unit, Registration.title
        mine = Registration.campaign == campaign_id
        rows = fetch(Registration.select(*fields).where(mine).order_by(Registration.position, Registration.id))
        found = [
            Nominee(
                None if person is None else PersonId(person), None if unit is None else UnitId(unit), title=title
            )
            for person, unit, title in rows
            if key_of(title) == kind
        ]
    return _propose(campaign_id, of_kind, found, wording.FROM_REGISTRATIONS)


def _propose(campaign_id: CampaignId, kind: ProposalKind, found: Iterable[Nominee], source: str) -> Changes:
    with write(wording.step_propose_from(kind.short, source)) as operation:
        refuse_if_closed(campaign_id)
        held = taken(campaign_id, kind, CommendationKind.MERIT, None)
        fresh = list({one.subject: one for one in found if one.subject not in held}.values())
        if not fresh:
            raise UserError("proposal_source_empty", title=kind.name, source=source)
        store_drafts(campaign_id, kind, fresh, basis=CommendationKind.MERIT)
    return operation.changes
