"""The cap on Hoàn thành xuất sắc: three readings, the edges of rounding, what one more does, units and groups."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.rating_cap import (
    CapBase,
    CapRule,
    CapScope,
    Placed,
    Tally,
    base_of,
    highest,
    moved,
    standing,
    standings,
    tally,
)
from thidua_gui.core.ratings import Rating

GOOD_ONLY, GOOD_OR_BETTER, ALL_STAFF = CapBase
EXCELLENT, GOOD, COMPLETED, NOT_COMPLETED = Rating
FLOOR, CEIL, HALF_UP = (Quota(Fraction(20), rounding) for rounding in QuotaRounding)
counts = st.builds(Tally, *[st.integers(0, 400)] * 4)
shares = st.builds(Quota, st.fractions(0, 100, max_denominator=100), st.sampled_from(QuotaRounding))


@pytest.mark.parametrize(("base", "most"), [(GOOD_ONLY, 8), (GOOD_OR_BETTER, 10), (ALL_STAFF, 10)])
def test_of_fifty_people_good_or_better_eight_or_ten_are_excellent_by_the_reading(base: CapBase, most: int) -> None:
    assert highest(Tally(good=50), FLOOR, base) == most
    assert standing(Tally(most, 50 - most), FLOOR, base).over == 0
    assert standing(Tally(most + 1, 49 - most), FLOOR, base).over == 1


@pytest.mark.parametrize(("base", "people"), [(GOOD_ONLY, 37), (GOOD_OR_BETTER, 45), (ALL_STAFF, 50)])
def test_each_reading_takes_its_share_of_other_people(base: CapBase, people: int) -> None:
    assert base_of(Tally(excellent=8, good=37, lower=3, unrated=2), base) == people


@pytest.mark.parametrize(
    ("good", "quota", "allowed"),
    [
        (34, FLOOR, 6), (35, FLOOR, 7), (36, FLOOR, 7), (39, FLOOR, 7), (40, FLOOR, 8),
        (35, CEIL, 7), (36, CEIL, 8), (40, CEIL, 8), (37, HALF_UP, 7), (38, HALF_UP, 8),
        (0, FLOOR, 0), (0, CEIL, 0), (4, FLOOR, 0), (1, CEIL, 1),
    ],
)  # fmt: skip
def test_broken_numbers_are_rounded_as_the_school_says(good: int, quota: Quota, allowed: int) -> None:
    assert standing(Tally(0, good), quota, GOOD_ONLY).allowed == allowed


def test_half_of_a_place_is_rounded_up_exactly() -> None:
    quota = Quota(Fraction(25, 2), QuotaRounding.HALF_UP)
    assert [standing(Tally(0, good), quota, GOOD_ONLY).allowed for good in (11, 12, 19, 20)] == [1, 2, 2, 3]


def test_over_is_counted_from_the_first_one_too_many() -> None:
    assert [standing(Tally(count, 45 - count), FLOOR, GOOD_ONLY).over for count in (7, 8, 9)] == [0, 1, 2]


def test_one_more_excellent_person_may_make_the_base_smaller() -> None:
    now = Tally(excellent=7, good=35, lower=1, unrated=2)
    added = moved(now, GOOD, EXCELLENT)
    assert added == Tally(8, 34, 1, 2)
    assert standing(added, FLOOR, GOOD_ONLY).over == 2
    assert standing(moved(now, None, EXCELLENT), FLOOR, GOOD_ONLY).over == 1


def test_who_is_not_rated_is_counted_apart() -> None:
    assert tally([EXCELLENT, None, GOOD, COMPLETED, NOT_COMPLETED, None]) == Tally(1, 1, 2, 2)


def test_units_and_groups_have_standings_of_their_own() -> None:
    people = [Placed("LLCS", "GV", EXCELLENT), Placed("LLCS", "GV", GOOD), Placed("TCHC", "NV", GOOD)]
    rule = CapRule(FLOOR, GOOD_ONLY, (CapScope.SCHOOL, CapScope.UNIT, CapScope.STAFF_GROUP))
    found = [(one.scope, one.key, one.standing.tally.people) for one in standings(people, rule)]
    assert found == [
        (CapScope.SCHOOL, None, 3),
        (CapScope.UNIT, "LLCS", 2), (CapScope.UNIT, "TCHC", 1),
        (CapScope.STAFF_GROUP, "GV", 2), (CapScope.STAFF_GROUP, "NV", 1),
    ]  # fmt: skip


@given(counts, shares, st.sampled_from(CapBase))
def test_the_highest_number_is_within_the_cap_and_one_more_is_not(now: Tally, quota: Quota, base: CapBase) -> None:
    able, most = now.excellent + now.good, highest(now, quota, base)
    assert standing(Tally(most, able - most, now.lower, now.unrated), quota, base).over == 0
    if most < able:
        more = Tally(most + 1, able - most - 1, now.lower, now.unrated)
        assert standing(more, quota, base).over > 0
