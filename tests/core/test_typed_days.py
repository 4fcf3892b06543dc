"""Dates as clerks type and paste them."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_gui.core.typed_days import typed_day


@pytest.mark.parametrize(
    "text",
    ["15/3", "15/03", "15-3", "15.3", "15/3/22", "15/03/2022", "15.3.2022", " 15032022 ", "2022-03-15",
     "2022-03-15 00:00:00"],
)  # fmt: skip
def test_every_usual_writing_means_the_day(text: str) -> None:
    assert typed_day(text, 2022) == date(2022, 3, 15)


def test_a_day_without_year_is_of_the_year_at_work() -> None:
    assert typed_day("29/2", 2024) == date(2024, 2, 29)
    assert typed_day("29/2", 2022) is None


@pytest.mark.parametrize("text", ["", "hôm nay", "31/4/2022", "3/15/2022", "15/3/022", "15/3/2022/1", "15"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert typed_day(text, 2022) is None
