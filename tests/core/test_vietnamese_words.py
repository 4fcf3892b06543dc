"""Dates, numbers and office names as Vietnamese papers write them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.vietnamese import (
    date_text,
    date_words,
    decimal_comma,
    grouped,
    number_words,
    shortest_comma,
    title_case_office,
)

SMALL = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5}
SMALL |= {"sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
SCALES = {"nghìn": 10**3, "triệu": 10**6}


def value_of(words: list[str]) -> int:
    """Reads number words back: an inverse written apart from the code under test."""
    if "tỷ" in words:
        cut = len(words) - 1 - words[::-1].index("tỷ")
        return value_of(words[:cut]) * 10**9 + value_of(words[cut + 1 :])
    whole = group = digit = 0
    for word in [*words, "end"]:
        if word in SMALL:
            digit = SMALL[word]
        elif word in ("trăm", "mươi", "mười"):
            group += 10 if word == "mười" else digit * (100 if word == "trăm" else 10)
            digit = 0
        elif word in SCALES or word == "end":
            whole += (group + digit) * SCALES.get(word, 1)
            group = digit = 0
    return whole


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "không"), (5, "năm"), (10, "mười"), (15, "mười lăm"), (14, "mười bốn"), (11, "mười một"), (20, "hai mươi")]
    + [(21, "hai mươi mốt"), (24, "hai mươi tư"), (25, "hai mươi lăm"), (100, "một trăm"), (105, "một trăm linh năm")]
    + [(115, "một trăm mười lăm"), (2022, "hai nghìn không trăm hai mươi hai"), (1_000_000_000, "một tỷ")]
    + [(1_490_000, "một triệu bốn trăm chín mươi nghìn"), (1_000_005, "một triệu không trăm linh năm")]
    + [(23_650_000, "hai mươi ba triệu sáu trăm năm mươi nghìn"), (2_000_000_005, "hai tỷ không trăm linh năm")]
    + [(1_005_000, "một triệu không trăm linh năm nghìn"), (10**18, "một tỷ tỷ"), (-7, "âm bảy")],
)
def test_numbers_are_said_in_words(number: int, words: str) -> None:
    assert number_words(number) == words


@given(st.integers(min_value=0, max_value=10**18 - 1))
def test_number_words_can_be_read_back(number: int) -> None:
    assert value_of(number_words(number).split()) == number


def test_dates_are_written_with_two_digits_and_four() -> None:
    assert date_text(date(2022, 3, 2)) == "02/03/2022"


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2022, 3, 2), "ngày 02 tháng 3 năm 2022"), (date(2022, 2, 12), "ngày 12 tháng 02 năm 2022")]
    + [(date(2022, 1, 1), "ngày 01 tháng 01 năm 2022"), (date(2022, 12, 8), "ngày 08 tháng 12 năm 2022")],
)
def test_dates_on_papers_take_a_zero_where_it_could_be_forged(day: date, words: str) -> None:
    assert date_words(day) == words


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [(Fraction(4400, 45), 1, "97,8"), (Fraction(1, 4), 1, "0,3"), (Fraction(-1, 4), 1, "-0,3"), (80, 0, "80")]
    + [(Decimal("12.345"), 2, "12,35"), (Fraction(-1, 100), 1, "0,0"), (5, 2, "5,00"), (Fraction(5, 1000), 2, "0,01")],
)
def test_decimals_take_a_comma_and_round_halves_away_from_zero(number: Fraction | int, places: int, text: str) -> None:
    assert decimal_comma(number, places) == text


@pytest.mark.parametrize(
    ("number", "text"), [(80, "80"), (Fraction(25, 2), "12,5"), (Fraction(1, 3), "0,33"), (0, "0"), (100, "100")]
)
def test_the_shortest_decimal_has_no_needless_zeros(number: Fraction | int, text: str) -> None:
    assert shortest_comma(number) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=2))
def test_decimals_of_two_places_are_kept(number: Decimal) -> None:
    assert Decimal(decimal_comma(number, 2).replace(",", ".")) == number


def test_thousands_are_set_off_by_points() -> None:
    assert [grouped(number) for number in (1_490_000, 450, -1_000)] == ["1.490.000", "450", "-1.000"]


def test_an_office_in_capitals_is_written_as_running_text() -> None:
    proper = ["Lai Châu", "Trường Chính trị", "Chính trị"]
    assert title_case_office("TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU", proper) == "Trường Chính trị tỉnh Lai Châu"


def test_only_whole_phrases_are_spelled_and_nothing_is_needed_for_the_first_letter() -> None:
    assert title_case_office("PHÒNG LANH LỢI", ["Lan"]) == "Phòng lanh lợi"
    assert title_case_office("ĐẢNG ỦY", []) == "Đảng ủy"
    assert title_case_office("", []) == ""
