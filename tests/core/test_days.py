"""Dates that can only be a slip of the hand, or stand the wrong way round, are refused; unknown ones pass."""

from datetime import date

import pytest

from thidua_gui.core.days import refuse_odd, refuse_reversed
from thidua_gui.core.errors import UserError


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2101, 1, 1)])
def test_a_date_of_another_century_is_refused_with_its_field(day: date) -> None:
    with pytest.raises(UserError) as refusal:
        refuse_odd("born_on", None, date(1980, 5, 1), day)
    assert refusal.value.code == "date_out_of_range"
    assert refusal.value.details["field"] == "born_on"


def test_the_first_and_the_last_day_and_no_day_pass() -> None:
    refuse_odd("born_on", date(1900, 1, 1), date(2100, 12, 31), None)


def test_an_end_before_its_beginning_is_refused_with_the_given_code() -> None:
    with pytest.raises(UserError) as refusal:
        refuse_reversed("until_on", "left_before_joined", date(2022, 3, 2), date(2022, 3, 1), name="Hà An")
    assert refusal.value.code == "left_before_joined"
    assert refusal.value.details == {"field": "until_on", "name": "Hà An"}


@pytest.mark.parametrize(("first", "last"), [(date(2022, 3, 2), date(2022, 3, 2)), (None, date(2022, 1, 1))])
def test_one_day_or_an_unknown_one_is_no_reversal(first: date | None, last: date) -> None:
    refuse_reversed("until_on", "left_before_joined", first, last)
    refuse_reversed("until_on", "left_before_joined", last, None)
