"""The three readings that texts dispute, each with what it makes of a year and of an example. Writes nothing.

Of whom the cap on Hoàn thành xuất sắc is a share, how the share of grassroots fighters is rounded and where, how money
is rounded (law.md §3, §1.4, §6.3). All are the school's own dated settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.quotas import Counted, QuotaRule, QuotaScope, standing
from thidua_gui.core.rating_cap import CapBase, Tally, base_of, highest, tally
from thidua_gui.core.rating_cap import standing as cap_standing
from thidua_gui.core.rewards import MoneyRounding, Payment, Reward, payments, total
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.core.titles import TitleKey
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.quota_rules import RuleBook, RuleInForce
from thidua_gui.services.quotas import counted
from thidua_gui.services.rating_caps import CapInForce, cap_of
from thidua_gui.services.rating_list import decisions
from thidua_gui.services.reward_rules import RewardRules, rules_on
from thidua_gui.services.transaction import read
from thidua_gui.services.year_facts import YearFacts

EXAMPLE, EXAMPLE_UNITS = 50, 10
"""The school of the example: so many people, all of them rated good or better, in so many units of equal size."""
FIGHTER, LABOURER = TitleKey.GRASSROOTS_FIGHTER, TitleKey.ADVANCED_LABOURER
COLLECTIVE, EXCELLENT = TitleKey.ADVANCED_COLLECTIVE, TitleKey.EXCELLENT_COLLECTIVE
MERIT = TitleKey.CERTIFICATE_OF_MERIT


@dataclass(frozen=True, slots=True)
class CapReading:
    """`people` in the base and `allowed` as everybody is rated now; `most`: reachable if good and excellent change
    places; `example`: the same in the school of the example."""

    base: CapBase
    people: int
    allowed: int
    over: int
    most: int
    example: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ShareReading:
    """How many grassroots fighters the share makes of the year and of the example."""

    scope: QuotaScope
    rounding: QuotaRounding
    places: int
    example: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class MoneyReading:
    """What the school itself pays out for the year, by kind and together; `of_texts`: the texts of the day say so."""

    mode: MoneyRounding
    paid: tuple[Payment, ...]
    total: int
    of_texts: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class CapReadings:
    in_force: CapInForce
    rated: Tally
    found: tuple[CapReading, ...]


@dataclass(frozen=True, slots=True)
class ShareReadings:
    """No reading where the rule in force is no share. `units` is in how many units the base is."""

    in_force: RuleInForce
    counted: Counted | None
    units: int
    found: tuple[ShareReading, ...]


@dataclass(frozen=True, slots=True)
class MoneyReadings:
    """Without `is_granted` the counts are who meets the conditions, fighters within their places."""

    rules: RewardRules
    is_granted: bool
    found: tuple[MoneyReading, ...]


@dataclass(frozen=True, slots=True)
class Readings:
    """`day`: the day of the year's decision, its last day while none is set."""

    campaign_id: CampaignId
    year: int
    day: date
    is_closed: bool
    cap: CapReadings
    share: ShareReadings
    money: MoneyReadings


def readings(campaign_id: CampaignId) -> Readings:
    """All three with the figures of the year, in a fixed number of queries."""
    with read():
        facts = YearFacts(campaign_id)
        year = facts.year
        day = year.decision_on or year.last_day
        share = RuleBook().on(FIGHTER, day)
        return Readings(
            campaign_id, year.year, day, year.state is CampaignState.CLOSED, _cap(facts), _share(facts, share),
            _money(facts, rules_on(day), share.rule),
        )  # fmt: skip


def _cap(facts: YearFacts) -> CapReadings:
    decided = decisions(facts.year.id, SheetSubject.PERSON)
    rated = tally(decided[one.id].rating if one.id in decided else None for one in facts.people)
    in_force, example = cap_of(facts.year.id), Tally(good=EXAMPLE)
    quota = in_force.rule.quota
    found = []
    for base in CapBase:
        now = cap_standing(rated, quota, base)
        found.append(CapReading(
            base, base_of(rated, base), now.allowed, now.over, highest(rated, quota, base),
            highest(example, quota, base), base is in_force.rule.base,
        ))  # fmt: skip
    return CapReadings(in_force, rated, tuple(found))


def _share(facts: YearFacts, in_force: RuleInForce) -> ShareReadings:
    rule = in_force.rule
    if rule is None or rule.share is None:
        return ShareReadings(in_force, None, 0, ())
    by_scope = {scope: counted(facts, FIGHTER, replace(rule, scope=scope)) for scope in QuotaScope}
    found = tuple(
        _share_reading(rule, with_rounding(rule, scope, rounding), by_scope[scope])
        for scope in QuotaScope
        for rounding in QuotaRounding
    )
    units = sum(people > 0 for people in by_scope[QuotaScope.UNIT].base.values())
    return ShareReadings(in_force, by_scope[QuotaScope.SCHOOL], units, found)


def with_rounding(rule: QuotaRule, scope: QuotaScope, rounding: QuotaRounding) -> QuotaRule:
    """The same share, rounded otherwise or elsewhere; a number stays as it is."""
    share = None if rule.share is None else Quota(rule.share.percent, rounding)
    return replace(rule, share=share, scope=scope)


def _share_reading(rule: QuotaRule, wanted: QuotaRule, people: Counted) -> ShareReading:
    parts = EXAMPLE_UNITS if wanted.scope is QuotaScope.UNIT else 1
    rounding = QuotaRounding.FLOOR if wanted.share is None else wanted.share.rounding
    return ShareReading(
        wanted.scope, rounding, standing(wanted, people).places, parts * wanted.places(EXAMPLE // parts), wanted == rule
    )


def _money(facts: YearFacts, rules: RewardRules, quota: QuotaRule | None) -> MoneyReadings:
    granted = facts.held_by_people.titles.keys() | facts.held_by_units.titles.keys()
    is_granted = bool(granted & {LABOURER.value, FIGHTER.value, COLLECTIVE.value})
    counts = _granted(facts) if is_granted else _expected(facts, quota)
    paid = [(reward, count) for key, count in counts.items()
            if (reward := rules.of(key[0], of_units=key[1])) is not None]  # fmt: skip
    return MoneyReadings(rules, is_granted, tuple(_money_reading(mode, paid, rules) for mode in MoneyRounding))


def _money_reading(mode: MoneyRounding, counts: Iterable[tuple[Reward, int]], rules: RewardRules) -> MoneyReading:
    rounding = rules.rounding
    paid = () if rules.salary is None else payments(counts, rules.salary.amount, mode)
    return MoneyReading(mode, paid, total(paid), mode is rounding.text, mode is rounding.mode)


def _granted(facts: YearFacts) -> Mapping[tuple[str, bool], int]:
    """Of several titles of one year and achievement the highest alone is paid. What the province decides it pays."""
    people, units = facts.held_by_people.titles, facts.held_by_units.titles
    fighters, collectives = people.get(FIGHTER.value, frozenset()), units.get(COLLECTIVE.value, frozenset())
    return {
        (LABOURER.value, False): len(people.get(LABOURER.value, frozenset()) - fighters),
        (FIGHTER.value, False): len(fighters),
        (COLLECTIVE.value, True): len(collectives - units.get(EXCELLENT.value, frozenset())),
        (MERIT.value, False): len(people.get(MERIT.value, frozenset())),
        (MERIT.value, True): len(units.get(MERIT.value, frozenset())),
    }


def _expected(facts: YearFacts, quota: QuotaRule | None) -> Mapping[tuple[str, bool], int]:
    """While nobody has decided: who meets the conditions, fighters as many as there are places."""
    met = {key: len(_met(facts, key)) for key in (LABOURER, FIGHTER)}
    fighters = met[FIGHTER]
    if quota is not None:
        fighters = min(fighters, standing(quota, counted(facts, FIGHTER, quota)).places)
    return {
        (LABOURER.value, False): met[LABOURER] - fighters,
        (FIGHTER.value, False): fighters,
        (COLLECTIVE.value, True): len(_met(facts, COLLECTIVE) - _met(facts, EXCELLENT)),
    }


def _met(facts: YearFacts, key: TitleKey) -> frozenset[int]:
    found = facts.eligibility.outcomes(key)
    return frozenset() if found is None else found.met
