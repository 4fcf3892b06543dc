"""Which rating the thresholds propose, from which stage, and what outranks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.points import Points
from thidua_gui.core.ratings import (
    EffectiveRating,
    Rating,
    Threshold,
    at_least,
    effective,
    propose,
    threshold_problem,
)
from thidua_gui.core.scoring import StageKey

EXCELLENT, GOOD, COMPLETED, NOT_COMPLETED = Rating
SELF, UNIT, COUNCIL = StageKey
YEAR = tuple(Threshold(rating, Points(points)) for rating, points in zip(Rating, (9500, 7000, 5000, 0), strict=True))


def test_ratings_are_ordered_from_excellent_to_not_completed() -> None:
    assert sorted(Rating, key=lambda rating: rating.order, reverse=True) == list(Rating)
    assert at_least(EXCELLENT, GOOD)
    assert at_least(GOOD, GOOD)
    assert not at_least(COMPLETED, GOOD)


@pytest.mark.parametrize(
    ("hundredths", "rating"),
    [(9500, EXCELLENT), (9499, GOOD), (7000, GOOD), (6999, COMPLETED), (5000, COMPLETED), (4999, NOT_COMPLETED)]
    + [(0, NOT_COMPLETED), (-1, None), (10500, EXCELLENT)],
)
def test_a_total_is_proposed_the_best_rating_whose_threshold_it_reaches(hundredths: int, rating: Rating | None) -> None:
    assert propose(Points(hundredths), YEAR) is rating
    assert propose(Points(hundredths), tuple(reversed(YEAR))) is rating


def test_nothing_is_proposed_without_a_total_or_without_thresholds() -> None:
    assert propose(None, YEAR) is None
    assert propose(Points(9900), ()) is None


@given(st.integers(-100, 11000), st.integers(-100, 11000))
def test_more_points_never_propose_a_worse_rating(one: int, other: int) -> None:
    proposed = [propose(Points(points), YEAR) for points in sorted((one, other))]
    orders = [-1 if rating is None else rating.order for rating in proposed]
    assert orders == sorted(orders)


@pytest.mark.parametrize(
    ("thresholds", "problem"),
    [(YEAR, None), (YEAR[2:], None), ((), None), ((*YEAR, YEAR[0]), "threshold_repeated")]
    + [((Threshold(EXCELLENT, Points(7000)), Threshold(GOOD, Points(7000))), "threshold_order")]
    + [((Threshold(GOOD, Points(7000)), Threshold(EXCELLENT, Points(6000))), "threshold_order")],
)
def test_thresholds_must_be_one_per_rating_and_rise_with_it(
    thresholds: tuple[Threshold, ...], problem: str | None
) -> None:
    assert threshold_problem(thresholds) == problem


@pytest.mark.parametrize(
    ("totals", "stage", "proposed"),
    [({SELF: Points(9900), UNIT: Points(8000)}, UNIT, GOOD), ({SELF: Points(9900)}, None, None), ({}, None, None)]
    + [({UNIT: Points(8000), COUNCIL: Points(9600)}, COUNCIL, EXCELLENT)]
    + [({UNIT: Points(8000), COUNCIL: None}, UNIT, GOOD), ({UNIT: None, COUNCIL: None}, None, None)],
)
def test_the_latest_complete_stage_of_council_and_unit_proposes(
    totals: dict[StageKey, Points | None], stage: StageKey | None, proposed: Rating | None
) -> None:
    assert effective(None, totals, YEAR) == EffectiveRating(proposed, False, proposed, stage)


def test_what_was_decided_outranks_the_proposal_but_does_not_hide_it() -> None:
    decided = effective(COMPLETED, {UNIT: Points(9600)}, YEAR)
    assert decided == EffectiveRating(COMPLETED, True, EXCELLENT, UNIT)
    assert effective(GOOD, {}, YEAR) == EffectiveRating(GOOD, True, None, None)
