"""Ranks are shared on ties, and a missing total neither ranks nor counts."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.points import Points
from thidua_gui.core.standings import Average, average, ranks

totals = st.lists(st.none() | st.integers(0, 200).map(Points), max_size=30)


def test_ties_share_a_rank_and_the_next_is_skipped() -> None:
    assert ranks([Points(900), Points(1000), Points(900), Points(800)]) == [2, 1, 2, 4]


def test_a_missing_total_has_no_rank_and_takes_no_place() -> None:
    assert ranks([None, Points(500), None, Points(700)]) == [None, 2, None, 1]
    assert ranks([]) == []


@given(totals)
def test_a_rank_is_one_more_than_the_number_of_better_totals(values: list[Points | None]) -> None:
    present = [value for value in values if value is not None]
    expected = [None if value is None else 1 + sum(other > value for other in present) for value in values]
    assert ranks(values) == expected


@given(totals, st.randoms())
def test_ranks_do_not_depend_on_the_order_of_people(values: list[Points | None], random: object) -> None:
    order = list(range(len(values)))
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = ranks([values[place] for place in order])
    assert shuffled == [ranks(values)[place] for place in order]


def test_an_average_is_exact_over_the_totals_that_exist() -> None:
    assert average([Points(1000), None, Points(950), Points(900)]) == Average(Fraction(19, 2), 3, 4)
    assert average([Points(100), Points(100), Points(200)]).points == Fraction(4, 3)


def test_without_totals_there_is_no_average() -> None:
    assert average([None, None]) == Average(None, 0, 2)
