"""The line of a quota through a ranking."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.cutline import Quota, QuotaRounding, cut
from thidua_gui.core.points import Points


def _points(*values: int | None) -> list[Points | None]:
    return [None if value is None else Points(value) for value in values]


@pytest.mark.parametrize(
    ("rounding", "base", "places"),
    [
        (QuotaRounding.FLOOR, 41, 6),
        (QuotaRounding.CEIL, 41, 7),
        (QuotaRounding.HALF_UP, 41, 6),
        (QuotaRounding.HALF_UP, 10, 2),
        (QuotaRounding.FLOOR, 6, 0),
        (QuotaRounding.FLOOR, 20, 3),
    ],
)
def test_a_share_becomes_a_whole_number_as_the_school_rounds(rounding: QuotaRounding, base: int, places: int) -> None:
    assert Quota(Fraction(15), rounding).places(base) == places


def test_the_line_stands_between_two_totals() -> None:
    line = cut(_points(900, 950, None, 980), 2)
    assert (line.above, line.last_in, line.first_out, line.tied) == (2, Points(950), Points(900), 0)


def test_people_tied_on_the_line_are_named_and_stand_below_it() -> None:
    line = cut(_points(980, 950, 950, 950, 900), 2)
    assert (line.above, line.tied, line.tied_at, line.last_in, line.first_out) == (
        1, 3, Points(950), Points(980), Points(950),
    )  # fmt: skip


def test_a_tie_from_the_top_leaves_nobody_above() -> None:
    line = cut(_points(950, 950, 950), 1)
    assert (line.above, line.last_in, line.tied) == (0, None, 3)


def test_without_places_everybody_stands_below() -> None:
    line = cut(_points(950, 900), 0)
    assert (line.above, line.last_in, line.first_out) == (0, None, Points(950))


def test_with_more_places_than_people_everybody_stands_above() -> None:
    line = cut(_points(950, 900, None), 5)
    assert (line.above, line.last_in, line.first_out) == (2, Points(900), None)


def test_nobody_ranked_gives_an_empty_line() -> None:
    line = cut(_points(None, None), 3)
    assert (line.above, line.last_in, line.first_out, line.tied) == (0, None, None, 0)


@given(st.lists(st.integers(0, 20)), st.integers(0, 25))
def test_the_line_never_lets_more_through_than_there_are_places(values: list[int], places: int) -> None:
    line = cut(_points(*values), places)
    assert line.above <= places
    edge = line.first_out.hundredths if line.first_out else -1
    assert all(total > edge for total in sorted(values, reverse=True)[: line.above])
