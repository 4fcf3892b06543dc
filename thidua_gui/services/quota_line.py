"""The line that the share of grassroots fighters draws in a ranking of everyone, while nobody is proposed yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from thidua_gui.core.cutline import CutLine, cut
from thidua_gui.core.ids import CampaignId, StageId
from thidua_gui.core.points import Points
from thidua_gui.core.quotas import QuotaBase, QuotaRule, QuotaScope
from thidua_gui.core.ratings import Rating, at_least
from thidua_gui.core.titles import COUNT_AS_ADVANCED_LABOURER, TitleKey
from thidua_gui.services import quota_rules, titles
from thidua_gui.services.quota_rules import RuleInForce
from thidua_gui.services.quotas import held_by_decision
from thidua_gui.services.scoring import Board, effective_of, stage_total
from thidua_gui.services.transaction import read
from thidua_gui.services.year_facts import YearFacts


@dataclass(frozen=True, slots=True)
class QuotaFacts:
    """The rule in force on the day of the year's decision, and how many hold Lao động tiên tiến of the year by a
    decision (0 = not settled)."""

    day: date
    in_force: RuleInForce
    granted: int


class Candidate(NamedTuple):
    """One person of the ranking: the title registered, the rating that holds, the total of the stage."""

    registered_title: str | None
    rating: Rating | None
    total: Points | None


@dataclass(frozen=True, slots=True)
class QuotaLine:
    """The line over one stage's ranking. Without `is_settled` the base is what the rows tell so far: of the holders of
    Lao động tiên tiến who is registered for at least that and rated good or better, of the proposed who registered."""

    rule: QuotaRule
    base: int
    is_settled: bool
    line: CutLine
    proposed_below: int


def quota_line(year: Board, stage_id: StageId) -> QuotaLine | None:
    """The line of the year's share over the ranking of a stage."""
    candidates = [
        Candidate(row.registered_title, effective_of(row, year).rating, stage_total(year, row, stage_id))
        for row in year.rows
    ]
    return line_of(facts(year.campaign_id), candidates)


def facts(campaign_id: CampaignId) -> QuotaFacts:
    """What the line needs beside the rows: read once, while the rows change with every key."""
    with read():
        year = YearFacts(campaign_id)
        day = year.year.decision_on or year.year.last_day
        rule = quota_rules.in_force(TitleKey.GRASSROOTS_FIGHTER, day)
        held = held_by_decision(year, TitleKey.ADVANCED_LABOURER.value)
        return QuotaFacts(day, rule, 0 if held is None else len(held))


def line_of(known: QuotaFacts, candidates: Sequence[Candidate]) -> QuotaLine | None:
    """The line over these people; reads nothing. None where no one line through all of them can be meant: no limit, a
    share within each unit, a base that the ranking does not show."""
    rule = known.in_force.rule
    if rule is None or not _is_one_line(rule):
        return None
    is_settled = rule.base is not QuotaBase.HOLDERS and rule.base is not QuotaBase.PROPOSED
    base = sum(map(_COUNTS[rule.base], candidates))
    if rule.base is QuotaBase.HOLDERS and known.granted:
        base, is_settled = known.granted, True
    line = cut([one.total for one in candidates], rule.places(base))
    below = sum(_wants_fighter(one) and not _is_above(one.total, line) for one in candidates)
    return QuotaLine(rule, base, is_settled, line, below)


def _is_one_line(rule: QuotaRule) -> bool:
    is_shown = rule.base is not QuotaBase.HOLDERS or rule.base_kind == TitleKey.ADVANCED_LABOURER
    return is_shown and rule.scope is QuotaScope.SCHOOL


def _is_above(total: Points | None, line: CutLine) -> bool:
    """A total that is not complete yet stands on neither side and is not counted as below."""
    return total is None or (line.last_in is not None and total >= line.last_in)


def _may_become_holder(one: Candidate) -> bool:
    """Lao động tiên tiến as far as the row tells; the legal conditions are not judged here."""
    if one.registered_title is None or not _is_rated(one, Rating.GOOD):
        return False
    return titles.key_of(one.registered_title) in COUNT_AS_ADVANCED_LABOURER


def _wants_fighter(one: Candidate) -> bool:
    return one.registered_title is not None and titles.key_of(one.registered_title) is TitleKey.GRASSROOTS_FIGHTER


def _is_rated(one: Candidate, floor: Rating) -> bool:
    return one.rating is not None and at_least(one.rating, floor)


_COUNTS: Mapping[QuotaBase, Callable[[Candidate], bool]] = {
    QuotaBase.HOLDERS: _may_become_holder,
    QuotaBase.HEADCOUNT: lambda one: True,
    QuotaBase.REGISTERED: _wants_fighter,
    QuotaBase.PROPOSED: _wants_fighter,
    QuotaBase.RATED_GOOD: lambda one: _is_rated(one, Rating.GOOD),
    QuotaBase.RATED_EXCELLENT: lambda one: _is_rated(one, Rating.EXCELLENT),
    QuotaBase.FIXED: lambda one: False,
}
