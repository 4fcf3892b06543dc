"""The three disputed readings, with what each makes of the sample year and of a school of fifty."""

from fractions import Fraction

import pytest

from db.models.awards import Award
from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.quotas import QuotaBase, QuotaRule, QuotaScope
from thidua_gui.core.rating_cap import CapBase, CapRule, CapScope
from thidua_gui.core.rewards import MoneyRounding
from thidua_gui.services import quota_rules, rating_caps, readings, reward_rules, scoring
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.readings import Readings
from thidua_gui.services.transaction import write

FLOOR, CEIL, HALF_UP = QuotaRounding.FLOOR, QuotaRounding.CEIL, QuotaRounding.HALF_UP
SCHOOL, UNIT = QuotaScope.SCHOOL, QuotaScope.UNIT
NEAREST, UP, NONE = MoneyRounding.NEAREST_10000, MoneyRounding.CEIL_10000, MoneyRounding.NONE

FEW = QuotaRule(QuotaBase.HEADCOUNT, Quota(Fraction(10), FLOOR))


def _grant(title: str, people: list[int]) -> None:
    with write("Khen thưởng"):
        for person in people:
            Award.create(person=person, year=2022, title=title)


def _people(year: CampaignSummary) -> list[int]:
    return [row.id for row in scoring.board(year.id).rows]


def _counts(found: Readings) -> dict[str, int]:
    return {one.reward.kind: one.count for one in found.money.found[0].paid}


def test_of_fifty_people_the_cap_lets_eight_or_ten_be_excellent(sample_year: CampaignSummary) -> None:
    found = readings.readings(sample_year.id).cap.found
    assert {one.base: one.example for one in found} == {
        CapBase.GOOD_ONLY: 8, CapBase.GOOD_OR_BETTER: 10, CapBase.ALL_STAFF: 10,
    }  # fmt: skip


def test_each_reading_of_the_cap_counts_the_year(sample_year: CampaignSummary) -> None:
    found = readings.readings(sample_year.id).cap
    assert [(one.base, one.people, one.allowed, one.over, one.most) for one in found.found] == [
        (CapBase.GOOD_ONLY, 36, 7, 1, 7), (CapBase.GOOD_OR_BETTER, 44, 8, 0, 8), (CapBase.ALL_STAFF, 45, 9, 0, 9),
    ]  # fmt: skip
    assert found.rated.people == 45


def test_one_reading_of_the_cap_is_the_chosen_one(sample_year: CampaignSummary) -> None:
    rule = CapRule(Quota(Fraction(20), FLOOR), CapBase.ALL_STAFF, (CapScope.SCHOOL,))
    rating_caps.set_cap(rule, "", None)
    found = readings.readings(sample_year.id).cap.found
    assert [one.base for one in found if one.is_chosen] == [CapBase.ALL_STAFF]


def test_the_share_of_fighters_is_shown_in_six_ways(sample_year: CampaignSummary) -> None:
    found = readings.readings(sample_year.id).share
    assert {(one.scope, one.rounding): (one.places, one.example) for one in found.found} == {
        (SCHOOL, FLOOR): (6, 7), (SCHOOL, CEIL): (7, 8), (SCHOOL, HALF_UP): (6, 8),
        (UNIT, FLOOR): (3, 0), (UNIT, CEIL): (9, 10), (UNIT, HALF_UP): (6, 10),
    }  # fmt: skip
    assert found.units == 6
    assert [(one.scope, one.rounding) for one in found.found if one.is_chosen] == [(SCHOOL, FLOOR)]


@pytest.mark.parametrize("rule", [None, QuotaRule(QuotaBase.FIXED, None, number=5)])
def test_what_is_no_share_has_no_readings(sample_year: CampaignSummary, rule: QuotaRule | None) -> None:
    quota_rules.set_rule("grassroots_fighter", rule)
    found = readings.readings(sample_year.id).share
    assert (found.found, found.counted) == ((), None)


def test_money_is_counted_of_who_meets_the_conditions_while_nobody_has_decided(sample_year: CampaignSummary) -> None:
    found = readings.readings(sample_year.id)
    assert not found.money.is_granted
    assert _counts(found) == {"advanced_labourer": 35, "grassroots_fighter": 6, "advanced_collective": 3}
    assert {one.mode: one.total for one in found.money.found} == {
        NEAREST: 28_260_000, UP: 28_290_000, NONE: 28_161_000,
    }  # fmt: skip


def test_of_two_titles_of_the_year_the_higher_alone_is_paid(sample_year: CampaignSummary) -> None:
    people = _people(sample_year)
    _grant("Lao động tiên tiến", people[:10])
    _grant("Chiến sĩ thi đua cơ sở", people[8:11])
    _grant("Giấy khen", people[:2])
    found = readings.readings(sample_year.id)
    assert found.money.is_granted
    assert _counts(found) == {
        "advanced_labourer": 8, "grassroots_fighter": 3, "advanced_collective": 0, "certificate_of_merit": 0,
    }  # fmt: skip
    assert [one.count for one in found.money.found[0].paid if not one.reward.of_units] == [8, 3, 2]


@pytest.mark.parametrize(
    ("rule", "fighters"), [(None, 6), (QuotaRule(QuotaBase.FIXED, None, number=2), 2), (FEW, 4)]
)
def test_as_many_fighters_are_counted_as_there_are_places(
    sample_year: CampaignSummary, rule: QuotaRule | None, fighters: int
) -> None:
    quota_rules.set_rule("grassroots_fighter", rule)
    counts = _counts(readings.readings(sample_year.id))
    assert (counts["grassroots_fighter"], counts["advanced_labourer"]) == (fighters, 41 - fighters)


def test_the_rounding_of_the_texts_and_the_chosen_one_are_marked(sample_year: CampaignSummary) -> None:
    reward_rules.set_rounding(NONE)
    found = readings.readings(sample_year.id).money.found
    assert [one.mode for one in found if one.of_texts] == [NEAREST]
    assert [one.mode for one in found if one.is_chosen] == [NONE]
