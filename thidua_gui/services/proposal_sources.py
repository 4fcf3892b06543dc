"""Proposals made of what is known already: the units' votes, the registrations of the year. Types nothing again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from db.models.campaigns import Registration
from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.changes import Changes
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.titles import COUNT_AS_ADVANCED_LABOURER, TitleKey
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.proposal_kinds import is_of_units, judged_as, key_of, kind_of
from thidua_gui.services.proposal_store import Nominee, store_drafts, taken
from thidua_gui.services.proposal_verdicts import Judge
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read, write
from thidua_gui.services.unit_votes import votes
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text import proposals as wording


def propose_from_votes(campaign_id: CampaignId, kind: str) -> Changes:
    """A draft for everyone whom a unit proposes for it after its vote and who has none yet."""
    with read():
        of_kind, found = kind_of(kind), voted(campaign_id, kind)
    return _propose(campaign_id, of_kind, found, wording.FROM_VOTES)


def propose_from_registrations(campaign_id: CampaignId, kind: str) -> Changes:
    """A draft for everyone who registered for it and has none yet."""
    with read():
        of_kind, found = kind_of(kind), registered(campaign_id, kind)
    return _propose(campaign_id, of_kind, found, wording.FROM_REGISTRATIONS)


def voted(campaign_id: CampaignId, kind: str) -> list[Nominee]:
    """Whom units propose for it after their votes; inside a read."""
    return [
        Nominee(vote.person_id, vote.unit_id, vote.voting_unit_id, vote.achievement or "", _title(vote.title, kind))
        for vote in votes(campaign_id)
        if _serves(vote.title, kind)
    ]


def registered(campaign_id: CampaignId, kind: str) -> list[Nominee]:
    """Who registered for it; inside a read."""
    fields = Registration.person, Registration.unit, Registration.title
    mine = Registration.campaign == campaign_id
    rows = fetch(Registration.select(*fields).where(mine).order_by(Registration.position, Registration.id))
    return [
        Nominee(
            None if person is None else PersonId(person), None if unit is None else UnitId(unit),
            title=_title(title, kind),
        )
        for person, unit, title in rows
        if _serves(title, kind)
    ]  # fmt: skip


def _serves(title: str, kind: str) -> bool:
    """Whether the wording asks for that kind; a higher title of people asks for the lowest as well, without which
    nobody is given it."""
    found = key_of(title)
    return found == kind or (kind == TitleKey.ADVANCED_LABOURER.value and found in COUNT_AS_ADVANCED_LABOURER)


def _title(written: str, kind: str) -> str:
    """As it was written, unless it was written for a higher title."""
    return written if key_of(written) == kind else ""


def _propose(campaign_id: CampaignId, kind: ListedKind, found: Iterable[Nominee], source: str) -> Changes:
    with write(wording.step_propose_from(kind.short, source)) as operation:
        refuse_if_closed(campaign_id)
        held = taken(campaign_id, kind, CommendationKind.MERIT, None)
        fresh = list({one.subject: one for one in found if one.subject not in held}.values())
        if not fresh:
            raise UserError("proposal_source_empty", title=kind.name, source=source)
        store_drafts(campaign_id, kind, _ticked(campaign_id, kind, fresh), basis=CommendationKind.MERIT)
    return operation.changes


def _ticked(campaign_id: CampaignId, kind: ListedKind, fresh: Iterable[Nominee]) -> list[Nominee]:
    """Who does not meet the conditions is proposed, but not ticked for the council."""
    judge, of_units = Judge(YearFacts(campaign_id)), is_of_units(kind)
    award = judged_as(kind, is_unit=of_units)
    verdicts = {} if award is None else judge.everyone(award)
    failed = {one for one, judgement in verdicts.items() if judgement.outcome is Outcome.NOT_MET}
    return [
        replace(one, is_listed=(one.unit_id if of_units else one.person_id) not in failed) for one in fresh
    ]  # fmt: skip
