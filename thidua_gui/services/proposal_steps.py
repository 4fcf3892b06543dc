"""What the proposals of a year still wait for, counted for the overview. Ranks and judges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from db.models.proposals import Proposal, ProposalPaper
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.proposals import GONE, OPEN, State
from thidua_gui.core.quotas import Proposed
from thidua_gui.services.dossiers import dossier_list
from thidua_gui.services.proposal_kinds import is_of_units, kinds
from thidua_gui.services.quotas import standing_of
from thidua_gui.services.rows import fetch
from thidua_gui.services.year_facts import YearFacts

_FIELDS = (
    Proposal.id, Proposal.kind, Proposal.basis, Proposal.state, Proposal.is_listed, Proposal.person, Proposal.unit,
)  # fmt: skip
_TAKES_NO_PLACE = GONE | {State.LOWERED}


@dataclass(frozen=True, slots=True)
class Waiting:
    """Drafts, proposals that lack a paper their list requires, and how many are ticked beyond the places."""

    drafts: int = 0
    without_papers: int = 0
    above_quota: int = 0


def waiting(campaign_id: CampaignId) -> Waiting:
    """Inside a read; nothing is asked further of a year without proposals."""
    rows = fetch(Proposal.select(*_FIELDS).where(Proposal.campaign == campaign_id))
    if not rows:
        return Waiting()
    facts, open_states = YearFacts(campaign_id), {state.value for state in OPEN}
    day, asked = facts.year.decision_on or facts.year.last_day, dict[tuple[str, str], tuple[str, ...]]()
    noted, lacking, proposed = _noted(campaign_id), 0, defaultdict[str, list[tuple[int | None, int | None]]](list)
    for number, kind, basis, state, is_listed, person, unit in rows:
        if (kind, basis) not in asked:
            items = dossier_list(kind, basis, day)
            asked[kind, basis] = tuple(item.name for item in items if item.is_required)
        lacking += state in open_states and any(name not in noted[number] for name in asked[kind, basis])
        if is_listed and State(state) not in _TAKES_NO_PLACE:
            proposed[kind].append((person, unit))
    drafts = sum(state == State.DRAFT for _, _, _, state, *_ in rows)
    return Waiting(drafts, lacking, sum(_over(facts, kind, found) for kind, found in proposed.items()))


def _over(facts: YearFacts, kind: str, proposed: list[tuple[int | None, int | None]]) -> int:
    known = kinds().get(kind)
    if known is None:
        return 0
    of_units = is_of_units(known)
    subjects = [unit if of_units else person for person, unit in proposed]
    counted = [Proposed(one) for one in subjects if one is not None]
    standing = standing_of(facts.year.id, kind, counted, of_units=of_units, facts=facts)
    return 0 if standing is None else standing.over


def _noted(campaign_id: CampaignId) -> Mapping[int, set[str]]:
    mine = ProposalPaper.proposal.in_(Proposal.select(Proposal.id).where(Proposal.campaign == campaign_id))
    found: dict[int, set[str]] = defaultdict(set)
    for proposal, name in fetch(ProposalPaper.select(ProposalPaper.proposal, ProposalPaper.name).where(mine)):
        found[proposal].add(name)
    return found
