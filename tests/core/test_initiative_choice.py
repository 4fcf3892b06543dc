"""Which initiative for what: as many awards as can be, each initiative once, nothing wide where narrow will do."""

from __future__ import annotations

from itertools import chain, combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.ids import InitiativeId
from thidua_gui.core.initiative_choice import Need, Offer, choose

IDS = [InitiativeId(number) for number in range(1, 6)]
OFFERS = st.lists(st.integers(0, 2), max_size=5).map(
    lambda widths: [Offer(IDS[at], width, 2020) for at, width in enumerate(widths)]
)
NEEDS = st.lists(st.tuples(st.integers(1, 3), st.frozensets(st.sampled_from(IDS))), max_size=3).map(
    lambda rows: [Need(key, number, usable) for key, (number, usable) in enumerate(rows)]
)


def needing(key: int, number: int, *usable: int) -> Need:
    return Need(key, number, frozenset(map(InitiativeId, usable)))


def offers(*widths: int) -> list[Offer]:
    return [Offer(IDS[at], width, 2020) for at, width in enumerate(widths)]


def test_the_only_one_that_serves_the_higher_title_is_kept_for_it():
    found = choose([needing(1, 1, 1, 2), needing(2, 1, 2)], offers(0, 1))
    assert found == {1: (1,), 2: (2,)}


def test_the_narrowest_that_suffices_is_taken():
    assert choose([needing(1, 1, 1, 2)], offers(2, 0)) == {1: (2,)}


def test_of_equal_width_the_oldest_is_taken():
    older = [Offer(IDS[0], 0, 2022), Offer(IDS[1], 0, 2021)]
    assert choose([needing(1, 1, 1, 2)], older) == {1: (2,)}


def test_half_of_what_an_award_needs_is_not_spent_on_it():
    found = choose([needing(1, 2, 1), needing(2, 1, 1)], offers(0))
    assert found == {1: (), 2: (1,)}


def test_where_not_all_can_be_served_the_first_ones_are():
    assert choose([needing(1, 1, 1), needing(2, 1, 1)], offers(0)) == {1: (1,), 2: ()}


def test_nothing_is_found_among_nothing():
    assert choose([needing(1, 1)], []) == {1: ()}
    assert choose([], offers(0)) == {}


def best(needs: list[Need], given_: list[Offer]) -> tuple[set[int], int]:
    """Which needs to serve and the least width for it, by trying everything; the most, then the first ones."""
    width = {offer.id: offer.width for offer in given_}
    for served in chain.from_iterable(combinations(needs, count) for count in range(len(needs), 0, -1)):
        slots = [need for need in served for _ in range(need.number)]
        rows = [
            row
            for row in permutations(width, len(slots))
            if all(initiative in need.usable for initiative, need in zip(row, slots, strict=True))
        ]
        if rows:
            return {need.key for need in served}, min(sum(map(width.__getitem__, row)) for row in rows)
    return set(), 0


@given(NEEDS, OFFERS)
def test_nobody_finds_more_or_narrower_by_trying_everything(needs, given_):
    found, width = choose(needs, given_), {offer.id: offer.width for offer in given_}
    used = [initiative for taken in found.values() for initiative in taken]
    assert len(set(used)) == len(used)
    assert all(set(found[need.key]) <= need.usable for need in needs)
    assert all(len(found[need.key]) in (0, need.number) for need in needs)
    served = {key for key, taken in found.items() if taken}
    assert (served, sum(map(width.__getitem__, used))) == best(needs, given_)
