"""Every kind of award with the quota that holds for a year and what it makes of that year. Writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.models.proposals import Proposal
from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.awards import Bearer
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.proposals import STANDING
from thidua_gui.core.quotas import Counted, Proposed, QuotaRule, QuotaStanding, standing
from thidua_gui.services import titles
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.quota_rules import RuleBook, RuleInForce
from thidua_gui.services.quotas import counted
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import open_session, read
from thidua_gui.services.year_facts import YearFacts

TABLES = (
    "settings", "award_kinds", "campaigns", "ratings", "registrations", "awards", "award_revocations", "proposals",
    "disciplines", "initiatives", "initiative_authors", "initiative_uses", "people", "units", "memberships",
    "personnel_changes", "scores", "rating_thresholds", "objections", "open_cases",
)  # fmt: skip
"""Whose changes may change a line."""


@dataclass(frozen=True, slots=True)
class QuotaRow:
    """A kind with its rule; `standing` is None without a rule or without a year, `id` its place in the list."""

    id: int
    kind: str
    name: str
    short: str
    is_title: bool
    of_units: bool
    in_force: RuleInForce
    base_short: str
    standing: QuotaStanding | None


@dataclass(frozen=True, slots=True)
class QuotaList:
    """The kinds in use in rank order. `day`: the day of the year's decision, its last day while none is set, today
    without a year; whose rules are shown."""

    campaign_id: CampaignId | None
    year: int | None
    is_closed: bool
    day: date
    rows: tuple[QuotaRow, ...]
    shorts: Mapping[str, str]


def quota_list(campaign_id: CampaignId | None) -> QuotaList:
    """What the page of rules shows, in a fixed number of queries."""
    with read():
        kinds, book = [kind for kind in titles.listed().kinds if kind.is_used], RuleBook()
        shorts = {kind.key: kind.short for kind in titles.listed().kinds}
        if campaign_id is None:
            today = open_session().clock().date()
            rows = [_row(place, kind, book.on(kind.key, today), shorts, None) for place, kind in enumerate(kinds)]
            return QuotaList(None, None, False, today, tuple(rows), shorts)
        year = _Year(campaign_id)
        rows = [
            _row(place, kind, found := book.on(kind.key, year.day), shorts, year.standing(kind.key, found.rule))
            for place, kind in enumerate(kinds)
        ]
        summary = year.facts.year
        is_closed = summary.state is CampaignState.CLOSED
        return QuotaList(campaign_id, summary.year, is_closed, year.day, tuple(rows), shorts)


def counted_for(campaign_id: CampaignId, kind: str, rule: QuotaRule) -> Counted:
    """What a rule that is being thought about would be held against; its share and rounding may still change."""
    with read():
        return _Year(campaign_id).counted(kind, rule)


def own_steps(kind: str) -> tuple[RuleInForce, ...]:
    """What the school decided for a kind, the newest first."""
    with read():
        return RuleBook().own_steps(kind)[::-1]


class _Year:
    def __init__(self, campaign_id: CampaignId) -> None:
        self.facts = YearFacts(campaign_id)
        self.day = self.facts.year.decision_on or self.facts.year.last_day
        self._proposed = _proposed(campaign_id)

    def counted(self, kind: str, rule: QuotaRule) -> Counted:
        return counted(self.facts, kind, rule, self._proposed.get(kind, ()), _is_of_units(titles.listed().by_key[kind]))

    def standing(self, kind: str, rule: QuotaRule | None) -> QuotaStanding | None:
        return None if rule is None else standing(rule, self.counted(kind, rule))


def _row(
    place: int, kind: ListedKind, found: RuleInForce, shorts: Mapping[str, str], standing: QuotaStanding | None
) -> QuotaRow:
    base = "" if found.rule is None else shorts.get(found.rule.base_kind or "", "")
    return QuotaRow(
        place + 1, kind.key, kind.name, kind.short, kind.is_title, _is_of_units(kind), found, base, standing
    )  # fmt: skip


def _is_of_units(kind: ListedKind) -> bool:
    return kind.bearer is Bearer.UNIT


def _proposed(campaign_id: CampaignId) -> Mapping[str, list[Proposed]]:
    """Who takes a place of which kind: ticked, and neither withdrawn nor without success nor lowered."""
    takes = Proposal.is_listed & Proposal.state.in_([state.value for state in STANDING]) & Proposal.lowered_to.is_null()
    found: dict[str, list[Proposed]] = defaultdict(list)
    fields = Proposal.kind, Proposal.person, Proposal.unit
    for kind, person, unit in fetch(Proposal.select(*fields).where((Proposal.campaign == campaign_id) & takes)):
        found[kind].append(Proposed(unit if person is None else person))
    return found
