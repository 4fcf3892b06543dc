"""Where an award of a year stands to its quota: who is in the base, how many places that makes. Ranks nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from thidua_gui.core.awards import Bearer
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.quotas import Counted, Proposed, QuotaBase, QuotaRule, QuotaScope, QuotaStanding, standing
from thidua_gui.core.ratings import Rating
from thidua_gui.core.targets import Known
from thidua_gui.services import titles
from thidua_gui.services.eligibility_year import YearEligibility
from thidua_gui.services.quota_rules import RuleBook
from thidua_gui.services.target_measures import holding
from thidua_gui.services.transaction import read
from thidua_gui.services.year_facts import NOBODY, YearFacts, holders, title_token

_NOBODY_KNOWN = Known(NOBODY)


def standing_of(
    campaign_id: CampaignId,
    kind: str,
    proposed: Iterable[Proposed] = (),
    *,
    of_units: bool | None = None,
    facts: YearFacts | None = None,
    eligibility: YearEligibility | None = None,
) -> QuotaStanding | None:
    """Where a kind stands with these proposed, by the rule of the day of the year's decision; None without a limit, and
    while nobody can say who is in the base. `eligibility`: of another law than that of the day.

    `of_units`: whether units are proposed, for a kind that people and units can have. A unit of the proposed that is
    not given is that of the person at the end of the year, or the unit above a unit.
    """
    with read():
        year = facts or YearFacts(campaign_id)
        rule = RuleBook().on(kind, year.year.decision_on or year.year.last_day).rule
        units = is_of_units(kind) if of_units is None else of_units
        if rule is None or unknown_base(year, rule, units, eligibility):
            return None
        return standing(rule, counted(year, kind, rule, proposed, units, eligibility))


def unknown_base(
    facts: YearFacts, rule: QuotaRule, of_units: bool, eligibility: YearEligibility | None = None
) -> bool:
    """Whether the base hangs on a law that judges nothing here: no decision gave the other award, and nobody can say
    who meets its conditions."""
    if rule.base is not QuotaBase.HOLDERS or (eligibility or facts.eligibility).law.frame is not None:
        return False
    title, held = name_of(rule.base_kind or ""), facts.held_by_units if of_units else facts.held_by_people
    return not held.titles.get(title_token(title)) and titles.key_of(title) is not None


def is_of_units(kind: str) -> bool:
    """A kind that collectives alone can have."""
    found = titles.listed().by_key.get(kind)
    return found is not None and found.bearer is Bearer.UNIT


def counted(
    facts: YearFacts,
    kind: str,
    rule: QuotaRule,
    proposed: Iterable[Proposed] = (),
    of_units: bool = False,
    eligibility: YearEligibility | None = None,
) -> Counted:
    """The base of a rule in a year, by unit where it holds within each; for use in a read."""
    unit_of = _unit_of(facts, of_units)
    placed = tuple(one if one.unit is not None else replace(one, unit=unit_of.get(one.subject)) for one in proposed)
    known = base_of(facts, kind, rule, of_units, eligibility)
    everyone = _subjects(facts, of_units)
    members = known.met & everyone
    unknown = known.among(everyone).unknown
    if rule.scope is QuotaScope.SCHOOL:
        return Counted({None: len(members)}, placed, not known.is_eligible, unknown)
    by_unit = Counter(dict.fromkeys(_units(facts, everyone, unit_of), 0))
    by_unit.update(unit_of.get(one) for one in members)
    return Counted(by_unit, placed, not known.is_eligible, unknown)


def base_of(
    facts: YearFacts, kind: str, rule: QuotaRule, of_units: bool, eligibility: YearEligibility | None = None
) -> Known:
    """Who is in the base: the holders of the other award, or who meets its conditions while no decision gave it."""
    base = rule.base
    if base is QuotaBase.HOLDERS:
        held = facts.held_by_units if of_units else facts.held_by_people
        found = holding(facts, held, name_of(rule.base_kind or ""), eligibility)
        return replace(_NOBODY_KNOWN, is_eligible=True) if found is None else found
    if base is QuotaBase.REGISTERED:
        return Known(facts.registered_for(name_of(kind), units=of_units))
    if base in _FLOORS:
        return facts.units_rated(_FLOORS[base]) if of_units else facts.rated(_FLOORS[base])
    return Known(_subjects(facts, of_units)) if base is QuotaBase.HEADCOUNT else _NOBODY_KNOWN


def held_by_decision(facts: YearFacts, kind: str) -> AbstractSet[int] | None:
    """Who of the year's people holds a kind by a decision; None while none gave it to anybody."""
    name = name_of(kind)
    if not facts.held_by_people.titles.get(title_token(name)):
        return None
    return holders(facts.held_by_people, name) & facts.everyone


def name_of(kind: str) -> str:
    """The wording of a kind's key; a key that nobody knows stands for itself."""
    found = titles.listed().by_key.get(kind)
    return kind if found is None else found.name


def _units(facts: YearFacts, everyone: AbstractSet[int], unit_of: Mapping[int, int | None]) -> list[int | None]:
    """The units in which somebody is, in the order of the year's list."""
    peopled = {unit_of.get(one) for one in everyone}
    listed = [unit.id for unit in facts.collectives + facts.units if unit.id in peopled]
    return [*dict.fromkeys(listed), *peopled - set(listed)]


def _subjects(facts: YearFacts, of_units: bool) -> AbstractSet[int]:
    return frozenset(unit.id for unit in facts.faculties_and_offices) if of_units else facts.everyone


def _unit_of(facts: YearFacts, of_units: bool) -> Mapping[int, int | None]:
    if not of_units:
        return {int(person): int(unit) for person, unit in facts.unit_of.items()}
    return {unit.id: unit.parent_id for unit in facts.faculties_and_offices}


_FLOORS: Mapping[QuotaBase, Rating] = {
    QuotaBase.RATED_GOOD: Rating.GOOD,
    QuotaBase.RATED_EXCELLENT: Rating.EXCELLENT,
}
