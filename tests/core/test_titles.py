"""How titles rank, what is a title and what a form, and how many years in a row were held."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.titles import TitleGroup, TitleKey, consecutive_years, group_of, rank


def test_titles_rank_by_the_catalogue_and_the_unknown_lowest() -> None:
    assert sorted(TitleKey, key=rank) == list(TitleKey)
    assert rank(None) < rank(TitleKey.ADVANCED_LABOURER)


@pytest.mark.parametrize(
    ("key", "group"),
    [(TitleKey.GRASSROOTS_FIGHTER, TitleGroup.TITLE), (TitleKey.EMULATION_FLAG, TitleGroup.TITLE)]
    + [(TitleKey.CERTIFICATE_OF_MERIT, TitleGroup.FORM), (TitleKey.ORDER_FIRST, TitleGroup.FORM)],
)
def test_titles_and_forms_are_two_groups(key: TitleKey, group: TitleGroup) -> None:
    assert group_of(key) is group


@pytest.mark.parametrize(
    ("years", "last", "count"),
    [([2019, 2020, 2021], 2021, 3), ([2019, 2020, 2021], 2022, 3), ([2019, 2021], 2021, 1), ([2019], 2022, 0)]
    + [([], 2022, 0), ([2020, 2021, 2023], 2022, 2), ([2022, 2022], 2022, 1)],
)
def test_a_missing_year_breaks_the_row_but_the_current_year_may_still_be_open(
    years: list[int], last: int, count: int
) -> None:
    assert consecutive_years(years, last) == count


@given(st.sets(st.integers(2000, 2030)), st.integers(2000, 2030))
def test_the_years_in_a_row_were_all_held_and_the_one_before_was_not(years: set[int], last: int) -> None:
    count = consecutive_years(years, last)
    newest = last if last in years else last - 1
    assert set(range(newest - count + 1, newest + 1)) <= years
    assert newest - count not in years
