"""Averages kept up to date row by row equal those computed from all rows."""

from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.points import Points
from thidua_gui.core.running_means import RunningMeans
from thidua_gui.core.scoreboard import mean

Pair = tuple[int | None, int | None]
VALUES = st.none() | st.tuples(st.none() | st.integers(-500, 5000), st.none() | st.integers(-500, 5000))


def points(value: int | None) -> Points | None:
    return None if value is None else Points(value)


@given(st.lists(st.tuples(st.integers(0, 5), VALUES)))
def test_they_equal_the_means_of_what_was_put_last(steps: list[tuple[int, Pair | None]]) -> None:
    means, last = RunningMeans(2), dict[int, Pair]()
    for row, values in steps:
        last.pop(row, None)
        if values is not None:
            last[row] = values
        means.put(row, None if values is None else [points(value) for value in values])
    assert means.counted == len(last)
    for column in (0, 1):
        assert means.mean(column) == mean(points(values[column]) for values in last.values())


def test_a_row_without_a_value_counts_for_nothing_in_that_column() -> None:
    means = RunningMeans(2)
    means.put(1, [Points(1000), None])
    means.put(2, [Points(2000), Points(500)])
    assert (means.mean(0), means.mean(1), means.counted) == (Points(1500), Points(500), 2)


def test_nothing_has_no_mean() -> None:
    assert RunningMeans(1).mean(0) is None
