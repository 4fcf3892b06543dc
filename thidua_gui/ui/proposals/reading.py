"""What the page asks the services for, in one go each; shows nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.proposals import EDITABLE
from thidua_gui.core.quotas import Proposed, QuotaScope, QuotaStanding
from thidua_gui.services import organisation, proposal_initiatives, proposal_kinds, proposals
from thidua_gui.services.proposal_initiatives import Suggestion
from thidua_gui.services.proposal_views import Dossier, Duplicate, KindTab, Missed, ProposalList, ProposalRow
from thidua_gui.text import proposals_quota as wording


@dataclass(frozen=True, slots=True)
class Board:
    """The tabs, the list of one of them (None without any tab), and the names that its quota needs."""

    tabs: tuple[KindTab, ...]
    kinds: Mapping[str, ListedKind]
    kind: str
    shown: ProposalList | None
    units: Mapping[int | None, str]

    @property
    def shorts(self) -> dict[str, str]:
        return {key: kind.short for key, kind in self.kinds.items()}


@dataclass(frozen=True, slots=True)
class DossierNow:
    """One proposal, and which initiatives its person might use for what."""

    seen: Dossier
    suggested: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundNow:
    """What stands beside the list of a kind."""

    kind: str
    missed: tuple[Missed, ...]
    not_eligible: tuple[Missed, ...]
    duplicates: tuple[Duplicate, ...]


def read_board(campaign_id: CampaignId, kind: str, year: int, *, is_provisional: bool) -> Board:
    """The wanted kind, or the first one with proposals when it is not there."""
    tabs = proposals.tabs(campaign_id)
    kinds = proposal_kinds.kinds()
    keys = [tab.kind for tab in tabs]
    wanted = kind if kind in keys else next((tab.kind for tab in tabs if tab.count), next(iter(keys), ""))
    if not wanted:
        return Board(tabs, kinds, "", None, {})
    shown = proposals.proposal_list(campaign_id, wanted, is_provisional=is_provisional)
    return Board(tabs, kinds, wanted, shown, _unit_names(shown.quota, year))


def read_dossier(campaign_id: CampaignId, row: ProposalRow, *, is_provisional: bool) -> DossierNow:
    """Everything of one proposal."""
    seen = proposals.dossier(row.id, is_provisional=is_provisional)
    if row.person_id is None or seen.row.state not in EDITABLE or not seen.initiatives:
        return DossierNow(seen)
    return DossierNow(seen, proposal_initiatives.suggest_initiatives(campaign_id, row.person_id))


def read_found(campaign_id: CampaignId, kind: str, *, is_provisional: bool) -> FoundNow:
    """Judged anew; the list is on screen meanwhile."""
    return FoundNow(
        kind, proposals.missed(campaign_id, kind, is_provisional=is_provisional),
        proposals.registered_not_eligible(campaign_id, kind, is_provisional=is_provisional),
        proposals.duplicates(campaign_id),
    )  # fmt: skip


def without_or_with(row: ProposalRow, standing: QuotaStanding, *, of_units: bool) -> str:
    """What the quota would be without this one, or with it when it is not counted now."""
    counted = any(one.subject == row.subject for one in standing.counted.proposed)
    if counted:
        after = standing.what_if(removed={row.subject})
        return wording.what_if(standing, after, 1, is_added=False, of_units=of_units)
    if standing.rule.scope is QuotaScope.UNIT:
        return ""
    after = standing.what_if(added=[Proposed(row.subject, None, row.total, row.position)])
    return wording.what_if(standing, after, 1, is_added=True, of_units=of_units)


def _unit_names(standing: QuotaStanding | None, year: int) -> Mapping[int | None, str]:
    if standing is None or standing.rule.scope is not QuotaScope.UNIT:
        return {}
    return {int(row.id): row.name for row in organisation.units(date(year, 12, 31), with_closed=True)}
