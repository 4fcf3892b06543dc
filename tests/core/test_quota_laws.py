"""What holds of every quota: never above the share, monotone, the same in every order, a what-if as counted anew."""

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tests.core.test_quotas import THREE, ranked, school
from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.points import Points
from thidua_gui.core.quotas import Counted, Proposed, QuotaBase, QuotaRule, QuotaScope, standing

FLOOR, CEIL, HALF_UP = QuotaRounding.FLOOR, QuotaRounding.CEIL, QuotaRounding.HALF_UP

percents = st.integers(1, 10_000).map(lambda hundredths: Fraction(hundredths, 100))
shares = st.builds(Quota, percents, st.sampled_from(QuotaRounding))
rules = st.one_of(
    st.builds(
        QuotaRule,
        st.sampled_from([QuotaBase.HEADCOUNT, QuotaBase.PROPOSED]),
        shares,
        lower=st.none() | percents,
        scope=st.sampled_from(QuotaScope),
        at_least_one=st.booleans(),
    ),
    st.builds(QuotaRule, st.just(QuotaBase.FIXED), st.none(), st.integers(1, 5), scope=st.sampled_from(QuotaScope)),
)
people = st.builds(
    Proposed,
    st.integers(1, 40),
    st.sampled_from([1, 2, 3, None]),
    st.none() | st.integers(0, 5).map(Points),
    st.integers(0, 3),
)
proposals = st.lists(people, max_size=14, unique_by=lambda one: one.subject).map(tuple)
bases = st.dictionaries(st.sampled_from([1, 2, 3, 4]), st.integers(0, 60))


@given(percents, st.integers(0, 5000))
def test_rounded_down_no_share_is_ever_exceeded(percent: Fraction, base: int) -> None:
    rule = QuotaRule(QuotaBase.HEADCOUNT, Quota(percent, FLOOR))
    places = rule.places(base)
    assert places * 100 <= percent * base < (places + 1) * 100


@given(rules, st.integers(0, 500))
def test_a_larger_base_never_has_fewer_places(rule: QuotaRule, base: int) -> None:
    assert rule.places(base) <= rule.places(base + 1)
    assert rule.least(base) <= rule.least(base + 1)


@given(percents, st.integers(0, 500))
def test_the_roundings_stand_in_their_order(percent: Fraction, base: int) -> None:
    low, near, high = (QuotaRule(QuotaBase.HEADCOUNT, Quota(percent, each)).places(base) for each in
                       (FLOOR, HALF_UP, CEIL))  # fmt: skip
    assert low <= near <= high <= low + 1
    assert high <= base


@given(percents, st.integers(0, 500))
def test_the_least_is_the_first_number_that_reaches_the_lower_share(percent: Fraction, base: int) -> None:
    least = QuotaRule(QuotaBase.HEADCOUNT, Quota(Fraction(100), FLOOR), lower=percent).least(base)
    assert least * 100 >= percent * base > (least - 1) * 100 or least == 0 == base


@given(rules, bases, proposals)
def test_never_more_within_than_there_are_places(
    rule: QuotaRule, base: dict[int | None, int], proposed: tuple[Proposed, ...]
) -> None:
    found = standing(rule, Counted(base, proposed))
    for part in found.parts:
        assert len(part.within) <= part.places
        assert len(part.within) + len(part.tied) > part.places or not part.tied
        assert part.over * part.left == 0
        assert part.proposed == part.places + part.over - part.left
    assert not found.within & set(found.tied)
    assert found.proposed == len(proposed)


@given(rules, bases, proposals, st.randoms())
def test_the_order_in_which_people_come_changes_nothing(
    rule: QuotaRule, base: dict[int | None, int], proposed: tuple[Proposed, ...], chance: object
) -> None:
    mixed = list(proposed)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    first, second = (standing(rule, Counted(base, each)) for each in (proposed, tuple(mixed)))
    assert {part.unit: part for part in first.parts} == {part.unit: part for part in second.parts}


@given(rules, bases, proposals, proposals, st.sets(st.integers(1, 40)))
def test_a_what_if_agrees_with_counting_anew(
    rule: QuotaRule,
    base: dict[int | None, int],
    proposed: tuple[Proposed, ...],
    added: tuple[Proposed, ...],
    removed: set[int],
) -> None:
    new = {one.subject for one in added}
    anew = tuple(one for one in proposed if one.subject not in removed | new) + added
    found = standing(rule, Counted(base, proposed)).what_if(added, removed)
    wanted = standing(rule, Counted(base, anew))
    assert {part.unit: part for part in found.parts} == {part.unit: part for part in wanted.parts}


def test_the_ties_are_the_same_in_every_order() -> None:
    proposed = ranked(980, 960, 960, 960)
    assert {school(replace(THREE, number=2), 0, *order).tied for order in permutations(proposed)} == {(2, 3, 4)}
