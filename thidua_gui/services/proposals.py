"""The proposals of a year as the page asks for them: tabs, ranked lists, dossiers, who was missed. Writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from db.models.campaigns import Registration
from db.models.proposals import Proposal
from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.ids import CampaignId, ProposalId
from thidua_gui.core.proposals import State
from thidua_gui.core.quotas import Counted, Proposed, QuotaBase, QuotaRule, QuotaScope, QuotaStanding, standing
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.proposal_dossier import dossier
from thidua_gui.services.proposal_kinds import is_of_units, judged_as, key_of, kind_of, kinds
from thidua_gui.services.proposal_people import duplicates, missed, registered_not_eligible
from thidua_gui.services.proposal_rows import Stored, TabRows
from thidua_gui.services.proposal_verdicts import Judge
from thidua_gui.services.proposal_views import (
    CaseLine,
    Dossier,
    DossierLine,
    Duplicate,
    EventLine,
    InitiativeChoice,
    KindTab,
    Missed,
    ObjectionLine,
    PaperLine,
    ProposalList,
    ProposalRow,
    VoteLine,
)
from thidua_gui.services.quota_rules import RuleBook
from thidua_gui.services.quotas import name_of, standing_of, unknown_base
from thidua_gui.services.rows import fetch
from thidua_gui.services.rules import law
from thidua_gui.services.transaction import read
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text import proposals as wording

__all__ = [
    "TABLES", "CaseLine", "Dossier", "DossierLine", "Duplicate", "EventLine", "InitiativeChoice", "KindTab", "Missed",
    "ObjectionLine", "PaperLine", "ProposalList", "ProposalRow", "VoteLine", "dossier", "duplicates", "missed",
    "proposal_list", "registered_not_eligible", "tabs",
]  # fmt: skip

TABLES = (
    "proposals", "proposal_events", "proposal_papers", "condition_overrides", "objections", "open_cases",
    "initiative_uses", "initiatives", "initiative_authors", "unit_votes", "registrations", "awards",
    "award_revocations", "award_kinds", "people", "units", "memberships", "campaigns", "scores", "ratings",
    "disciplines", "personnel_changes", "settings",
)  # fmt: skip
"""Whatever the page shows hangs on these tables."""


def tabs(campaign_id: CampaignId) -> tuple[KindTab, ...]:
    """Every kind in use that has proposals, was registered for or has conditions in the law of the day; by rank."""
    with read():
        facts = YearFacts(campaign_id)
        year = facts.year
        of_day = law(year.year, year.decision_on or year.last_day, is_provisional=True)
        judged = set() if of_day.frame is None else {award.value for award in of_day.frame.rules}
        counts = _counts(campaign_id)
        wanted = judged | set(counts) | _registered(campaign_id)
        return tuple(
            KindTab(kind.key, kind.name, kind.short, is_of_units(kind), counts[kind.key])
            for kind in kinds().values()
            if counts[kind.key] or (kind.is_used and kind.key in wanted)
        )


def proposal_list(campaign_id: CampaignId, kind: str, *, is_provisional: bool = False) -> ProposalList:
    """One tab, ranked; `is_provisional`: where the law of the day is not read yet, judge by the last one that is."""
    with read():
        facts, of_kind = YearFacts(campaign_id), kind_of(kind)
        judge = Judge(facts, is_provisional=is_provisional)
        tab = TabRows(facts, of_kind, judge)
        stored = [row for row, _ in tab.placed]
        quota = quota_of(facts, of_kind, stored, judge)
        above = _above(of_kind, stored, quota)
        rows = tab.rows(below=_below(of_kind, stored, quota, above))
        of_day = judge.law
        return ProposalList(
            campaign_id, kind, is_of_units(of_kind), rows, quota, _reason(of_kind, judge), of_day.regime,
            of_day.is_provisional, of_day.frame is None and not is_provisional and _has_earlier_law(facts),
            facts.year.state is CampaignState.CLOSED, above_line=above,
            quota_reason=_unknown_quota(facts, of_kind, judge),
        )  # fmt: skip


def quota_of(facts: YearFacts, kind: ListedKind, rows: Sequence[Stored], judge: Judge) -> QuotaStanding | None:
    """Where the ticked proposals stand to the quota of the kind, None without one and while its base is not known. Of a
    kind that people and collectives can have, people alone are counted."""
    proposed = [
        Proposed(row.subject, None, row.total, row.position or len(rows) + 1)
        for row in rows
        if row.is_listed and _is_counted(row, kind)
    ]
    return standing_of(
        facts.year.id, kind.key, proposed, of_units=is_of_units(kind), facts=facts, eligibility=judge.eligibility
    )  # fmt: skip


def _unknown_quota(facts: YearFacts, kind: ListedKind, judge: Judge) -> str:
    rule = RuleBook().on(kind.key, facts.year.decision_on or facts.year.last_day).rule
    if rule is None or not unknown_base(facts, rule, is_of_units(kind), judge.eligibility):
        return ""
    return wording.quota_unknown(name_of(rule.base_kind or ""), judge.law.reason)


def _has_earlier_law(facts: YearFacts) -> bool:
    year = facts.year
    return law(year.year, year.decision_on or year.last_day, is_provisional=True).frame is not None


def _above(kind: ListedKind, rows: Sequence[Stored], quota: QuotaStanding | None) -> frozenset[ProposalId] | None:
    """Who stands above the line, which goes through all who take a place, ticked or not; None without a line: while
    places are left, while nobody is beyond them, or where each unit has its own."""
    if quota is None or quota.rule.scope is not QuotaScope.SCHOOL or quota.left or not quota.proposed:
        return None
    counted = [row for row in rows if _is_counted(row, kind) and row.total is not None]
    if len(counted) <= quota.places:
        return None
    places = QuotaRule(QuotaBase.FIXED, None, quota.places)
    ranked = tuple(Proposed(row.subject, None, row.total, row.position or len(rows) + 1) for row in counted)
    within = standing(places, Counted({}, ranked)).within
    return frozenset(row.id for row in counted if row.subject in within)


def _below(
    kind: ListedKind, rows: Sequence[Stored], quota: QuotaStanding | None, above: frozenset[ProposalId] | None
) -> set[ProposalId]:
    """The ticked who stand below the line; where each unit has its own, those beyond the places of their unit."""
    ticked = {row.id: row.subject for row in rows if row.is_listed and _is_counted(row, kind)}
    if quota is not None and quota.rule.scope is QuotaScope.UNIT:
        return {one for one, subject in ticked.items() if quota.over and subject not in quota.within}
    return set() if above is None else ticked.keys() - above


def _is_counted(row: Stored, kind: ListedKind) -> bool:
    return row.takes_place and (row.unit_id is not None) is is_of_units(kind)


def _reason(kind: ListedKind, judge: Judge) -> str:
    frame = judge.law.frame
    award = judged_as(kind, is_unit=is_of_units(kind))
    if frame is not None and (award is None or award not in frame.rules):
        return wording.NOT_SHIPPED
    return judge.law.reason


def _counts(campaign_id: CampaignId) -> Counter[str]:
    fields = Proposal.kind, Proposal.state
    rows = fetch(Proposal.select(*fields).where(Proposal.campaign == campaign_id))
    return Counter(kind for kind, state in rows if state != State.WITHDRAWN)


def _registered(campaign_id: CampaignId) -> set[str]:
    asked = Registration.select(Registration.title).where(Registration.campaign == campaign_id).distinct()
    return {key for (title,) in fetch(asked) if (key := key_of(title)) is not None}
