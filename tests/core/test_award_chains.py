"""Chains of years agree with a search that looks at every year by itself, and tell what broke them."""

from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.award_chains import Break, Chain, chains

YEARS = st.frozensets(st.integers(2010, 2022), max_size=13)


@given(YEARS, YEARS)
def test_every_year_held_stands_in_one_chain_that_cannot_be_made_longer(
    held: frozenset[int], revoked: frozenset[int]
) -> None:
    found = chains(held, revoked, 2022)
    assert sorted(year for chain in found for year in range(chain.first, chain.last + 1)) == sorted(held)
    assert all(chain.first - 1 not in held and chain.last + 1 not in held for chain in found)
    assert [chain.last for chain in found] == sorted((chain.last for chain in found), reverse=True)


@given(YEARS, YEARS)
def test_a_break_is_a_year_not_held_and_names_the_revocation(held: frozenset[int], revoked: frozenset[int]) -> None:
    breaks = [one for chain in chains(held, revoked, 2022) for one in (chain.before, chain.after) if one is not None]
    assert all(one.year not in held and one.is_revoked is (one.year in revoked) for one in breaks)


def test_three_years_after_a_revoked_one_say_what_broke_the_chain() -> None:
    (newest, oldest) = chains({2018, 2020, 2021, 2022}, {2019}, 2022)
    assert newest == Chain(2020, 2022, Break(2019, is_revoked=True), None)
    assert (newest.length, newest.is_running) == (3, True)
    assert oldest == Chain(2018, 2018, None, Break(2019, is_revoked=True))


def test_the_year_that_is_not_over_breaks_nothing_but_a_revocation_in_it_does() -> None:
    assert chains({2020, 2021}, (), 2022)[0].after is None
    assert chains({2020, 2021}, {2022}, 2022)[0].after == Break(2022, is_revoked=True)
    assert chains({2020}, (), 2022)[0].after == Break(2021, is_revoked=False)


def test_what_was_given_again_after_a_revocation_counts() -> None:
    assert chains({2021, 2022}, {2021}, 2022) == (Chain(2021, 2022, None, None),)
