"""What may be typed for a rating, and what is refused; the sentences of the cap."""

from fractions import Fraction

import pytest

from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.errors import UserError
from thidua_gui.core.rating_cap import CapBase, Tally, standing
from thidua_gui.core.ratings import Rating
from thidua_gui.text import rating_cap
from thidua_gui.text import ratings as wording

FLOOR = Quota(Fraction(20), QuotaRounding.FLOOR)


@pytest.mark.parametrize("typed", ["1", "HTXS", "htxsnv", " xuất  sắc ", "Hoàn thành xuất sắc nhiệm vụ", "HT xuất sắc"])
def test_the_best_rating_has_many_names(typed: str) -> None:
    assert wording.rating_of(typed) is Rating.EXCELLENT


@pytest.mark.parametrize(
    ("typed", "rating"),
    [("2", Rating.GOOD), ("tốt", Rating.GOOD), ("3", Rating.COMPLETED), ("HTNV", Rating.COMPLETED)]
    + [("4", Rating.NOT_COMPLETED), ("Không hoàn thành", Rating.NOT_COMPLETED), ("  ", None)],
)
def test_keys_and_short_names_are_understood(typed: str, rating: Rating | None) -> None:
    assert wording.rating_of(typed) is rating


def test_an_offered_choice_is_understood_as_it_stands() -> None:
    assert [wording.rating_of(choice) for choice in wording.CHOICES] == list(Rating)


@pytest.mark.parametrize("typed", ["5", "giỏi", "HTX"])
def test_other_words_are_refused_with_what_may_be_typed(typed: str) -> None:
    with pytest.raises(UserError) as refusal:
        wording.rating_of(typed)
    assert (refusal.value.code, refusal.value.details["value"]) == ("rating_word", typed)


def test_the_counter_names_the_cap_its_share_and_its_base() -> None:
    now = standing(Tally(8, 37), FLOOR, CapBase.GOOD_ONLY)
    assert rating_cap.counter(now, FLOOR.percent, CapBase.GOOD_ONLY, is_checked=True) == (
        "Đang xếp HTXSNV 8/45; mức tối đa 7 (20% của 37 người HTTNV)"
    )
    assert rating_cap.state(now) == "vượt 1 người"
    assert rating_cap.state(standing(Tally(7, 38), FLOOR, CapBase.GOOD_ONLY)) == "trong mức"
