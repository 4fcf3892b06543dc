"""Periods of the excellent-teaching award: a calendar year, or a school year that touches it."""

import pytest

from thidua_gui.core.errors import UserError
from thidua_gui.core.teaching import PeriodKind, first_year, judged_period, usual_period


@pytest.mark.parametrize(
    ("text", "period"),
    [("", None), ("  ", None), ("2022", "2022"), ("2021-2022", "2021-2022"), ("2021 – 2022", "2021-2022"),
     ("2022-2023", "2022-2023")],
)  # fmt: skip
def test_a_period_is_written_one_way(text, period):
    assert judged_period(text, 2022) == period


@pytest.mark.parametrize(
    ("text", "code"),
    [("năm 2022", "teaching_period_odd"), ("2021-2023", "teaching_period_odd"), ("2022-2022", "teaching_period_odd"),
     ("2023-2022", "teaching_period_odd"), ("2021", "teaching_period_other_year"),
     ("2022-23", "teaching_period_odd"), ("2023-2024", "teaching_period_other_year")],
)  # fmt: skip
def test_a_period_that_is_none_or_of_another_year_is_refused(text, code):
    with pytest.raises(UserError, match=code):
        judged_period(text, 2022)


def test_the_usual_period_is_the_year_or_the_school_year_that_ends_in_it():
    assert usual_period(PeriodKind.CALENDAR_YEAR, 2022) == "2022"
    assert usual_period(PeriodKind.SCHOOL_YEAR, 2022) == "2021-2022"


def test_words_of_an_old_workbook_have_no_first_year():
    assert (first_year("2021-2022"), first_year("2022"), first_year("Đợt 1")) == (2021, 2022, None)
