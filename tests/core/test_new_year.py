"""Dates and words of a year move on to another; facts of the past stay."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.new_year import dated_for, moved, worded_for


def test_a_day_moves_by_whole_years():
    assert moved(date(2022, 11, 19), 1) == date(2023, 11, 19)
    assert moved(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert moved(None, 1) is None


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(0, 30))
def test_month_and_day_stay_but_for_the_leap_day(day, years):
    later = moved(day, years)
    assert later.year == day.year + years
    assert (later.month, later.day) in ((day.month, day.day), (2, 28))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("phong trào thi đua năm 2022", "phong trào thi đua năm 2023"),
        ("Tháng 3/2022", "Tháng 3/2023"),
        ("Từ tháng 3-12/2022", "Từ tháng 3-12/2023"),
        ("Hướng dẫn số 30-HD/HVCTQG, ngày 03/02/2022", "Hướng dẫn số 30-HD/HVCTQG, ngày 03/02/2022"),
        ("nhiệm kỳ 2020-2025", "nhiệm kỳ 2020-2025"),
        ("lớp 12022", "lớp 12022"),
    ],
)
def test_the_years_number_moves_where_it_stands_alone(text, expected):
    assert worded_for(text, 2022, 2023) == expected


def test_the_words_of_a_milestone_move_with_their_full_dates():
    assert dated_for("trước ngày 20/11/2022", 2022, 2023) == "trước ngày 20/11/2023"
