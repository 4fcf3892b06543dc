"""Targets are judged in exact fractions, and stay open only while something unknown could decide them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.targets import (
    Bound,
    BoundUnit,
    Count,
    Gap,
    Known,
    Verdict,
    actual,
    bound_problem,
    gap,
    judge,
    nearest,
    whole_numbers,
)

BELOW, MET, ABOVE, OPEN = Verdict
PERCENT, COLLECTIVES, INDIVIDUALS = BoundUnit

ends = st.none() | st.integers(0, 10000)
bounds = st.tuples(ends, ends, st.sampled_from(BoundUnit)).map(
    lambda drawn: (
        Bound.from_hundredths(*sorted(drawn[:2], key=lambda end: (end is None, end)), drawn[2])
        if None not in drawn[:2]
        else Bound.from_hundredths(*drawn)
    )
)
counts = st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 10)).map(
    lambda drawn: Count(drawn[0], drawn[0] + drawn[1] + drawn[2], drawn[2])
)


def percent(lower: int | None, upper: int | None = None) -> Bound:
    return Bound.from_hundredths(*(None if end is None else end * 100 for end in (lower, upper)), PERCENT)


@pytest.mark.parametrize(
    ("bound", "counted", "verdict"),
    [(percent(100), Count(5, 5), MET), (percent(100), Count(44, 45), BELOW), (percent(80, 90), Count(21, 26), MET)]
    + [(percent(40, 50), Count(8, 26), BELOW), (percent(20), Count(8, 45), BELOW), (percent(90), Count(41, 45), MET)]
    + [(percent(10, 15), Count(6, 41), MET), (percent(10, 15), Count(7, 41), ABOVE), (percent(20), Count(9, 45), MET)]
    + [(percent(None, 5), Count(3, 45), ABOVE), (percent(None, 5), Count(2, 45), MET), (percent(15), Count(3, 20), MET)]
    + [(Bound(Fraction(1), Fraction(2), COLLECTIVES), Count(2, 5), MET)]
    + [(Bound(Fraction(1), Fraction(2), COLLECTIVES), Count(3, 5), ABOVE)]
    + [(Bound(Fraction(10), None, INDIVIDUALS), Count(8, 45), BELOW)],
)
def test_a_known_count_is_judged_against_its_bound(bound: Bound, counted: Count, verdict: Verdict) -> None:
    assert judge(bound, counted) is verdict


@pytest.mark.parametrize(
    ("bound", "counted"),
    [(percent(80), None), (percent(80), Count(0, 0)), (percent(None), Count(3, 4))]
    + [(Bound(Fraction(2), None, COLLECTIVES), Count(0, 0))],
)
def test_nothing_can_be_said_without_a_count_a_base_or_a_bound(bound: Bound, counted: Count | None) -> None:
    assert judge(bound, counted) is OPEN


@pytest.mark.parametrize(
    ("counted", "verdict"),
    [(Count(8, 10, 1), MET), (Count(7, 10, 1), OPEN), (Count(5, 10, 2), BELOW), (Count(9, 10, 1), OPEN)]
    + [(Count(0, 10, 10), OPEN), (Count(10, 10, 0), ABOVE)],
)
def test_the_unknown_leave_a_verdict_open_only_if_they_could_change_it(counted: Count, verdict: Verdict) -> None:
    assert judge(percent(80, 90), counted) is verdict


@given(bounds, counts)
def test_a_verdict_with_unknowns_is_what_every_outcome_would_give(bound: Bound, counted: Count) -> None:
    outcomes = {judge(bound, Count(counted.met + more, counted.of)) for more in range(counted.unknown + 1)}
    assert judge(bound, counted) is (outcomes.pop() if len(outcomes) == 1 else OPEN)


@given(bounds, counts)
def test_the_whole_numbers_of_a_bound_are_those_it_is_met_by(bound: Bound, counted: Count) -> None:
    met_by = [met for met in range(counted.of + 1) if judge(bound, Count(met, counted.of)) is MET]
    numbers = whole_numbers(bound, counted.of)
    if counted.of and (bound.lower, bound.upper) != (None, None):
        assert numbers is not None
        assert list(numbers) == met_by


def test_a_bound_may_fit_no_whole_number_or_every_one() -> None:
    assert list(whole_numbers(percent(10, 15), 5) or []) == []
    assert whole_numbers(percent(None), 3) == range(4)
    assert whole_numbers(percent(10, 15), 41) == range(5, 7)
    assert whole_numbers(percent(10, 15), 0) is None


members = st.frozensets(st.integers(0, 30))


@given(members, members, members, st.none() | members)
def test_a_count_by_sets_is_the_count_of_every_answer(
    base: frozenset[int], met: frozenset[int], unknown: frozenset[int], settled: frozenset[int] | None
) -> None:
    known = Known(met, unknown, settled)
    answers = [known.answer(member) for member in base]
    assert known.among(base) == Count(answers.count(True), len(answers), answers.count(None))


@pytest.mark.parametrize("wrong", [(-1, 5, 0), (3, 5, 3), (6, 5, 0), (0, 5, -1)])
def test_an_impossible_count_is_refused(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no such count"):
        Count(*wrong)


def test_a_share_is_exact_and_absent_on_an_empty_base() -> None:
    assert Count(8, 45).share == Fraction(160, 9)
    assert Count(0, 0).share is None


def test_a_percentage_is_reported_with_its_base_and_a_number_without() -> None:
    assert actual(percent(80), Count(21, 26)) == "21/26"
    assert actual(Bound(Fraction(1), None, COLLECTIVES), Count(2, 5)) == "2"


@pytest.mark.parametrize(
    ("bound", "problem"),
    [(percent(80, 90), None), (percent(90, 80), "target_bounds_reversed"), (percent(80, 101), "target_out_of_range")]
    + [(percent(-1), "target_out_of_range"), (Bound(Fraction(200), None, INDIVIDUALS), None), (percent(None), None)],
)
def test_the_ends_of_a_bound_are_checked(bound: Bound, problem: str | None) -> None:
    assert bound_problem(bound) == problem


@pytest.mark.parametrize(
    ("bound", "counted", "told"),
    [(percent(100), Count(44, 45), Gap(missing=1)), (percent(40, 50), Count(8, 26), Gap(missing=3))]
    + [(percent(10, 15), Count(7, 41), Gap(over=1)), (percent(80, 90), Count(21, 26), Gap())]
    + [(percent(10, 15), Count(0, 6), Gap(nearest=(1,))), (percent(10, 15), Count(0, 0), None)]
    + [(percent(None), Count(3, 4), None), (percent(90), None, None)]
    + [(Bound(Fraction(10), None, INDIVIDUALS), Count(6, 6), Gap(nearest=(6,)))]
    + [(Bound(None, Fraction(0), INDIVIDUALS), Count(2, 45), Gap(over=2))],
)
def test_what_is_missing_or_too_much_is_told_in_whole_members(
    bound: Bound, counted: Count | None, told: Gap | None
) -> None:
    assert gap(bound, counted) == told


@given(bounds, counts)
def test_a_gap_closed_meets_the_bound(bound: Bound, counted: Count) -> None:
    told = gap(bound, counted)
    if told is not None and not told.nearest:
        closed = counted.met + told.missing - told.over
        assert judge(bound, Count(closed, counted.of)) is MET


@given(bounds, st.integers(1, 60))
def test_no_whole_number_is_closer_to_a_bound_that_none_meets(bound: Bound, of: int) -> None:
    ends = [end * of / 100 if bound.unit is PERCENT else end for end in (bound.lower, bound.upper) if end is not None]
    if ends and not whole_numbers(bound, of):
        far = [min(abs(number - end) for end in ends) for number in range(of + 1)]
        assert [number for number in range(of + 1) if far[number] == min(far)] == list(nearest(bound, of))
