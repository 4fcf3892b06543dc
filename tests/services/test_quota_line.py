"""The line of the share over the sample year's ranking."""

from fractions import Fraction

import pytest

from db.models.awards import Award
from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.quotas import QuotaBase, QuotaRule, QuotaScope
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import quota_line, quota_rules, score_rules, scoring
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.quota_line import QuotaLine
from thidua_gui.services.transaction import write

FIGHTER = "grassroots_fighter"
TENTH = Quota(Fraction(10), QuotaRounding.CEIL)


def _maybe(year: CampaignSummary) -> QuotaLine | None:
    board = scoring.board(year.id)
    return quota_line.quota_line(board, next(each.id for each in board.stages if each.key is StageKey.UNIT))


def _line(year: CampaignSummary) -> QuotaLine:
    found = _maybe(year)
    assert found is not None
    return found


def test_before_any_title_is_granted_the_base_is_provisional(sample_year: CampaignSummary) -> None:
    found = _line(sample_year)
    assert not found.is_settled
    assert (found.base, found.line.places) == (43, 6)


def test_granted_titles_make_the_base_a_fact(sample_year: CampaignSummary) -> None:
    people = [row.id for row in scoring.board(sample_year.id).rows][:20]
    with write("LĐTT"):
        for person in people:
            Award.create(person=person, year=2022, title="Lao động tiên tiến")
    found = _line(sample_year)
    assert (found.base, found.is_settled, found.line.places) == (20, True, 3)


def test_registered_fighters_below_the_line_are_counted(sample_year: CampaignSummary) -> None:
    assert _line(sample_year).proposed_below == 3


def test_the_school_sets_its_own_share_and_rounding(sample_year: CampaignSummary) -> None:
    rule = _line(sample_year).rule
    quota_rules.set_rule(FIGHTER, quota_rules.with_share(rule, TENTH))
    found = _line(sample_year)
    assert found.line.places == 5
    assert found.rule.is_own


@pytest.mark.parametrize(
    ("base", "people"),
    [(QuotaBase.HEADCOUNT, 45), (QuotaBase.RATED_GOOD, 44), (QuotaBase.RATED_EXCELLENT, 8)],
)
def test_another_base_is_counted_from_the_rows(sample_year: CampaignSummary, base: QuotaBase, people: int) -> None:
    quota_rules.set_rule(FIGHTER, QuotaRule(base, TENTH))
    found = _line(sample_year)
    assert (found.base, found.is_settled) == (people, True)


@pytest.mark.parametrize("base", [QuotaBase.REGISTERED, QuotaBase.PROPOSED])
def test_who_is_registered_stands_for_the_proposed_until_somebody_is(
    sample_year: CampaignSummary, base: QuotaBase
) -> None:
    quota_rules.set_rule(FIGHTER, QuotaRule(base, TENTH))
    found = _line(sample_year)
    assert (found.base, found.is_settled) == (9, base is QuotaBase.REGISTERED)


def test_a_fixed_number_draws_the_line_without_a_base(sample_year: CampaignSummary) -> None:
    quota_rules.set_rule(FIGHTER, QuotaRule(QuotaBase.FIXED, None, number=4))
    found = _line(sample_year)
    assert (found.base, found.line.places) == (0, 4)


@pytest.mark.parametrize(
    "rule",
    [
        None,
        QuotaRule(QuotaBase.HEADCOUNT, TENTH, scope=QuotaScope.UNIT),
        QuotaRule(QuotaBase.HOLDERS, TENTH, base_kind="provincial_fighter"),
    ],
)
def test_where_no_one_line_can_be_meant_none_is_drawn(sample_year: CampaignSummary, rule: QuotaRule | None) -> None:
    quota_rules.set_rule(FIGHTER, rule)
    assert _maybe(sample_year) is None


def test_the_rules_of_scoring_change_the_decision_that_holds_on_the_day(sample_year: CampaignSummary) -> None:
    day = sample_year.last_day.replace(month=1, day=1)
    quota_rules.set_rule(FIGHTER, QuotaRule(QuotaBase.HEADCOUNT, TENTH, lower=Fraction(8)), day)
    known = quota_line.facts(sample_year.id)
    share = Quota(Fraction(5), QuotaRounding.FLOOR)
    score_rules.set_rules(score_rules.Rules(share, None), score_rules.Rules(TENTH, None), known)
    (step,) = quota_rules.own_steps(FIGHTER)
    assert step.since == day
    assert step.rule is not None
    assert (step.rule.base, step.rule.share, step.rule.lower) == (QuotaBase.HEADCOUNT, share, Fraction(5))
