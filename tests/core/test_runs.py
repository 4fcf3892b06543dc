"""Runs of years agree with a search that looks at every year by itself."""

from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.runs import LONGEST, Run, longer, run_to

YEARS = st.dictionaries(st.integers(2000, 2012), st.sampled_from([True, False, None]))


def naive(answers: dict[int, bool | None], last: int, hoped: tuple[bool | None, ...]) -> int:
    """The longest n for which all of the last n years answer as hoped."""
    found = [n for n in range(14) if all(answers.get(last - back, False) in hoped for back in range(n))]
    return max(found)


@given(YEARS, st.integers(2000, 2012))
def test_a_run_is_what_a_naive_search_finds(answers: dict[int, bool | None], last: int) -> None:
    run = run_to(last, lambda year: answers.get(year, False))
    assert run.surely == naive(answers, last, (True,))
    assert run.at_best == naive(answers, last, (True, None))


def test_a_run_tells_its_years_the_earliest_first() -> None:
    run = run_to(2022, {2022: True, 2021: True, 2020: None}.get)
    assert (run.years, run.years_at_best[-3:]) == ((2021, 2022), (2020, 2021, 2022))


def test_a_gap_that_nobody_knows_ends_what_is_sure() -> None:
    run = run_to(2022, {2022: True, 2021: None, 2020: True, 2019: False}.get)
    assert (run.surely, run.at_best) == (1, 3)


def test_a_run_that_nobody_knows_anything_of_ends() -> None:
    assert run_to(2022, lambda year: None) == Run(2022, 0, LONGEST)


def test_of_two_runs_each_end_is_the_better_one() -> None:
    assert longer(Run(2022, 2, 3), Run(2022, 1, 5)) == Run(2022, 2, 5)
