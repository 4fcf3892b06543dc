"""Points are exact, read as clerks write them, and written with a comma."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.errors import UserError
from thidua_gui.core.points import ZERO, Points, sum_points

amounts = st.integers(min_value=-(10**11) + 1, max_value=10**11 - 1).map(Points)


@pytest.mark.parametrize(
    ("written", "hundredths"),
    [("13,5", 1350), ("13.5", 1350), ("13", 1300), (" 13,25 ", 1325), ("0", 0), (",5", 50), ("-2", -200)]
    + [("\u22122,5", -250), ("007", 700), ("20,00", 2000), ("\u00a013,5\u00a0", 1350)],
)
def test_points_are_read_with_comma_or_point(written: str, hundredths: int) -> None:
    assert Points.parse(written) == Points(hundredths)


@pytest.mark.parametrize(
    "written", ["", "abc", "13,", "13,555", "1.234,5", "1e5", "13 5", "--2", "１３", "1234567890", "nan", "+2"]
)
def test_what_is_no_number_of_points_is_refused_with_what_was_written(written: str) -> None:
    with pytest.raises(UserError) as refusal:
        Points.parse(written)
    assert (refusal.value.code, refusal.value.details) == ("points_not_a_number", {"value": written})


@pytest.mark.parametrize(
    ("hundredths", "written", "shortest"),
    [(1350, "13,5", "13,5"), (2000, "20,0", "20"), (1325, "13,25", "13,25"), (5, "0,05", "0,05")]
    + [(-50, "-0,5", "-0,5"), (0, "0,0", "0"), (1000, "10,0", "10")],
)
def test_points_are_written_with_at_least_one_decimal(hundredths: int, written: str, shortest: str) -> None:
    assert str(Points(hundredths)) == written
    assert Points(hundredths).shortest == shortest


@given(amounts)
def test_reading_what_was_written_gives_the_same_points(points: Points) -> None:
    assert Points.parse(str(points)) == Points.parse(points.shortest) == points


@given(st.integers(min_value=-(10**9), max_value=10**9).map(Points))
def test_a_spreadsheet_number_keeps_its_points(points: Points) -> None:
    assert Points.from_number(points.as_number) == points


def test_the_noise_of_a_spreadsheet_sum_is_not_an_error() -> None:
    assert Points.from_number(0.1 + 0.2) == Points(30)
    assert Points.from_number(98) == Points(9800)


@pytest.mark.parametrize("number", [1.005, float("nan"), float("inf"), 1e12, True])
def test_a_spreadsheet_number_finer_than_hundredths_or_absurd_is_refused(number: float) -> None:
    with pytest.raises(UserError) as refusal:
        Points.from_number(number)
    assert refusal.value.code == "points_not_a_number"


@given(st.lists(amounts))
def test_a_sum_is_exact_and_does_not_depend_on_order(items: list[Points]) -> None:
    assert sum_points(items) == sum_points(reversed(items))
    assert sum_points(items).hundredths == sum(item.hundredths for item in items)


@given(amounts, amounts)
def test_adding_and_taking_away_undo_each_other(one: Points, other: Points) -> None:
    assert one + other - other == one
    assert one - other == one + -other
    assert (one > other) == (one - other > ZERO)
