"""The order of the year: rating, then Party rating, then the council; each breach is told, an unknown date is none."""

from datetime import date

import pytest

from thidua_gui.core.rating_order import OrderProblem, RatingSteps, order_problems
from thidua_gui.core.ratings import Rating

EXCELLENT, GOOD = Rating.EXCELLENT, Rating.GOOD
FIRST, SECOND, THIRD = date(2022, 11, 20), date(2022, 11, 25), date(2022, 12, 1)


@pytest.mark.parametrize(
    ("steps", "council_on", "problems"),
    [
        (RatingSteps(EXCELLENT, FIRST, EXCELLENT, SECOND), THIRD, ()),
        (RatingSteps(EXCELLENT, FIRST, EXCELLENT, FIRST), FIRST, ()),
        (RatingSteps(), THIRD, ()),
        (RatingSteps(EXCELLENT, None, EXCELLENT, None), FIRST, ()),
        (RatingSteps(GOOD, SECOND, GOOD, FIRST), None, (OrderProblem.PARTY_BEFORE_RATING,)),
        (RatingSteps(None, None, GOOD, FIRST), THIRD, (OrderProblem.PARTY_WITHOUT_RATING,)),
        (RatingSteps(GOOD, SECOND), FIRST, (OrderProblem.COUNCIL_BEFORE_RATING,)),
        (RatingSteps(GOOD, FIRST, GOOD, THIRD), SECOND, (OrderProblem.COUNCIL_BEFORE_PARTY,)),
        (RatingSteps(GOOD, FIRST, EXCELLENT, SECOND), THIRD, (OrderProblem.PARTY_ABOVE_RATING,)),
        (RatingSteps(EXCELLENT, FIRST, GOOD, SECOND), THIRD, ()),
    ],
)
def test_what_is_out_of_order_is_told(
    steps: RatingSteps, council_on: date | None, problems: tuple[OrderProblem, ...]
) -> None:
    assert order_problems(steps, council_on) == problems


def test_several_things_may_be_out_of_order_at_once() -> None:
    found = order_problems(RatingSteps(GOOD, THIRD, EXCELLENT, SECOND), FIRST)
    assert set(found) == set(OrderProblem) - {OrderProblem.PARTY_WITHOUT_RATING}
