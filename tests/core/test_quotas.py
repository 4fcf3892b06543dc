"""What a quota allows, where the line falls, who is tied at it, what one more or one fewer would do."""

from dataclasses import replace
from fractions import Fraction

import pytest

from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.errors import UserError
from thidua_gui.core.points import Points
from thidua_gui.core.quotas import (
    Counted,
    Proposed,
    QuotaBase,
    QuotaRule,
    QuotaScope,
    QuotaStanding,
    refuse_odd,
    standing,
)

FLOOR, CEIL, HALF_UP = QuotaRounding.FLOOR, QuotaRounding.CEIL, QuotaRounding.HALF_UP
FIFTEEN = QuotaRule(QuotaBase.HOLDERS, Quota(Fraction(15), FLOOR), base_kind="advanced_labourer")
RANGE = replace(FIFTEEN, lower=Fraction(10))
THREE = QuotaRule(QuotaBase.FIXED, None, number=3)
IN_UNITS = replace(FIFTEEN, share=Quota(Fraction(50), FLOOR), scope=QuotaScope.UNIT)


def ranked(*totals: int | None, unit: int | None = None, first: int = 1) -> tuple[Proposed, ...]:
    """Numbered from `first` in the order given."""
    return tuple(
        Proposed(first + place, unit, None if total is None else Points(total)) for place, total in enumerate(totals)
    )


def school(rule: QuotaRule, base: int, *proposed: Proposed) -> QuotaStanding:
    return standing(rule, Counted({None: base}, proposed))


def _placed(*positions: int) -> tuple[Proposed, ...]:
    """All of the same total, in the order that somebody set."""
    return tuple(Proposed(place + 1, total=Points(900), position=position) for place, position in enumerate(positions))


@pytest.mark.parametrize(
    ("rounding", "base", "places"),
    [
        (FLOOR, 41, 6), (CEIL, 41, 7), (HALF_UP, 41, 6), (FLOOR, 6, 0), (FLOOR, 7, 1), (HALF_UP, 3, 0), (HALF_UP, 4, 1),
        (HALF_UP, 10, 2), (CEIL, 40, 6), (CEIL, 1, 1), (CEIL, 0, 0), (FLOOR, 0, 0),
    ],
)  # fmt: skip
def test_a_share_makes_places(rounding: QuotaRounding, base: int, places: int) -> None:
    rule = replace(FIFTEEN, share=Quota(Fraction(15), rounding))
    assert rule.places(base) == places


def test_the_sum_is_shown_exactly() -> None:
    found = school(FIFTEEN, 41)
    assert (found.base, found.exact, found.places) == (41, Fraction(615, 100), 6)
    assert found.parts[0].exact == Fraction(615, 100)


@pytest.mark.parametrize(("base", "places"), [(0, 0), (1, 1), (6, 1), (7, 1), (13, 1), (14, 2)])
def test_at_least_one_place_where_there_is_a_base(base: int, places: int) -> None:
    assert replace(FIFTEEN, at_least_one=True).places(base) == places


def test_a_number_is_no_share_of_anything() -> None:
    assert [THREE.places(base) for base in (0, 1, 1000)] == [3, 3, 3]
    assert THREE.exact(1000) is None
    assert school(THREE, 0).exact is None


def test_at_least_one_adds_nothing_to_a_number() -> None:
    assert replace(THREE, at_least_one=True).places(10) == 3


def test_without_a_lower_share_nobody_is_missing() -> None:
    found = school(FIFTEEN, 41)
    assert (found.least, found.missing, found.fits_nobody) == (0, 0, False)


@pytest.mark.parametrize(
    ("base", "least", "places", "fits_nobody"),
    [(41, 5, 6, False), (40, 4, 6, False), (101, 11, 15, False), (9, 1, 1, False), (6, 1, 0, True), (0, 0, 0, False)],
)
def test_a_range_reaches_from_its_lower_to_its_upper_share(
    base: int, least: int, places: int, fits_nobody: bool
) -> None:
    found = school(RANGE, base)
    assert (found.least, found.places, found.fits_nobody) == (least, places, fits_nobody)


@pytest.mark.parametrize(
    ("proposed", "over", "left", "missing"), [(0, 0, 6, 5), (4, 0, 2, 1), (5, 0, 1, 0), (6, 0, 0, 0), (8, 2, 0, 0)]
)
def test_the_proposed_are_over_or_leave_places(proposed: int, over: int, left: int, missing: int) -> None:
    found = school(RANGE, 41, *ranked(*[900] * proposed))
    assert (found.proposed, found.over, found.left, found.missing) == (proposed, over, left, missing)
    assert (found.parts[0].over, found.parts[0].left, found.parts[0].missing) == (over, left, missing)


def test_the_line_falls_behind_the_last_place() -> None:
    found = school(THREE, 0, *ranked(970, 980, None, 960, 950))
    assert found.within == {1, 2, 4}
    assert found.tied == ()
    assert found.line is not None
    assert (found.line.above, found.line.last_in, found.line.first_out) == (3, Points(960), Points(950))


def test_everybody_complete_is_within_while_places_are_left() -> None:
    found = school(THREE, 0, *ranked(970, None, 960))
    assert found.within == {1, 3}
    assert found.tied == ()


def test_nobody_is_within_without_places() -> None:
    found = school(FIFTEEN, 6, *ranked(970, 960))
    assert found.within == frozenset()
    assert found.tied == ()


def test_ties_at_the_line_are_named_and_not_within() -> None:
    found = school(THREE, 0, *ranked(980, 970, 960, 960, 960, 950))
    assert found.within == {1, 2}
    assert found.tied == (3, 4, 5)


def test_equals_wholly_above_the_line_are_no_ties() -> None:
    found = school(THREE, 0, *ranked(980, 970, 970, 960))
    assert found.within == {1, 2, 3}
    assert found.tied == ()


@pytest.mark.parametrize(
    ("positions", "within", "tied"),
    [
        ((1, 2, 3, 4), {1, 2, 3}, ()),
        ((4, 3, 2, 1), {2, 3, 4}, ()),
        ((1, 2, 2, 2), {1}, (2, 3, 4)),
        ((1, 1, 1, 2), {1, 2, 3}, ()),
        ((1, 1, 2, 2), {1, 2}, (3, 4)),
        ((0, 0, 0, 0), set(), (1, 2, 3, 4)),
    ],
)
def test_the_order_set_among_equals_decides_between_them(
    positions: tuple[int, ...], within: set[int], tied: tuple[int, ...]
) -> None:
    found = school(THREE, 0, *_placed(*positions))
    assert (found.within, found.tied) == (within, tied)


def test_the_order_decides_nothing_between_different_totals() -> None:
    proposed = (Proposed(1, total=Points(980), position=9), *ranked(970, 960, 950, first=2))
    assert school(THREE, 0, *proposed).within == {1, 2, 3}


def test_the_order_may_leave_a_place_behind_somebody_clear_of_the_tie() -> None:
    proposed = (*ranked(980), Proposed(2, total=Points(970), position=2), Proposed(3, total=Points(970), position=1),
                Proposed(4, total=Points(970), position=3))  # fmt: skip
    found = school(replace(THREE, number=2), 0, *proposed)
    assert (found.within, found.tied) == ({1, 3}, ())


def test_each_unit_has_its_own_share() -> None:
    proposed = (*ranked(900, 890, 880, unit=7), *ranked(700, unit=8, first=4))
    found = standing(IN_UNITS, Counted({7: 4, 8: 5, 9: 2}, proposed))
    assert [(part.unit, part.base, part.exact, part.places, part.proposed, part.over, part.left)
            for part in found.parts] == [
        (7, 4, 2, 2, 3, 1, 0), (8, 5, Fraction(5, 2), 2, 1, 0, 1), (9, 2, 1, 1, 0, 0, 1),
    ]  # fmt: skip
    assert (found.base, found.exact, found.places, found.proposed) == (11, Fraction(11, 2), 5, 4)
    assert (found.over, found.left) == (1, 2)
    assert (found.within, found.line) == ({1, 2, 4}, None)


def test_ties_are_named_from_every_unit() -> None:
    proposed = (*ranked(900, 900, unit=7), *ranked(800, 800, unit=8, first=3))
    found = standing(IN_UNITS, Counted({7: 2, 8: 2}, proposed))
    assert (found.within, found.tied) == (frozenset(), (1, 2, 3, 4))


def test_a_range_within_units_is_missed_by_one_unit_alone() -> None:
    rule = replace(IN_UNITS, lower=Fraction(50))
    found = standing(rule, Counted({7: 2, 8: 3}, ranked(900, unit=7)))
    assert (found.least, found.missing, found.fits_nobody) == (3, 2, True)


def test_a_unit_without_a_base_has_no_place() -> None:
    found = standing(IN_UNITS, Counted({7: 4}, ranked(900, unit=None)))
    assert [(part.unit, part.base, part.places, part.over) for part in found.parts] == [(7, 4, 2, 0), (None, 0, 0, 1)]


def test_the_school_is_one_part_whatever_units_its_base_is_counted_in() -> None:
    found = standing(FIFTEEN, Counted({7: 20, 8: 21}, ranked(900, unit=7)))
    assert [(part.unit, part.base, part.places) for part in found.parts] == [(None, 41, 6)]


def test_a_school_without_anybody_has_a_part_of_nothing() -> None:
    found = standing(FIFTEEN, Counted({}))
    assert [(part.unit, part.base, part.places, part.proposed) for part in found.parts] == [(None, 0, 0, 0)]


@pytest.mark.parametrize(("scope", "parts"), [(QuotaScope.SCHOOL, [(None, 3, 1)]),
                                              (QuotaScope.UNIT, [(7, 2, 1), (8, 1, 0)])])  # fmt: skip
def test_the_proposed_themselves_may_be_the_base(scope: QuotaScope, parts: list[tuple[int | None, int, int]]) -> None:
    rule = QuotaRule(QuotaBase.PROPOSED, Quota(Fraction(50), FLOOR), scope=scope)
    proposed = (*ranked(900, 890, unit=7), *ranked(880, unit=8, first=3))
    found = standing(rule, Counted({7: 100}, proposed))
    assert [(part.unit, part.base, part.places) for part in found.parts] == parts


def test_one_more_is_over_and_the_base_stays() -> None:
    found = school(THREE, 41, *ranked(900, 890, 880))
    more = found.what_if(added=ranked(870, first=4))
    assert (found.over, more.over, more.proposed, more.base) == (0, 1, 4, 41)


def test_one_fewer_makes_room() -> None:
    found = school(THREE, 41, *ranked(900, 890, 880, 870))
    fewer = found.what_if(removed=[2])
    assert (fewer.over, fewer.within) == (0, {1, 3, 4})
    assert found.over == 1


def test_one_more_of_the_proposed_makes_their_base_larger() -> None:
    rule = QuotaRule(QuotaBase.PROPOSED, Quota(Fraction(50), FLOOR))
    found = standing(rule, Counted({}, ranked(900)))
    assert (found.places, found.what_if(added=ranked(890, first=2)).places) == (0, 1)


def test_a_holder_who_falls_away_takes_a_place_along() -> None:
    found = standing(FIFTEEN, Counted({7: 20, 8: 20}, ranked(900)))
    fewer = found.what_if(base_change={7: -1})
    assert (found.places, fewer.base, fewer.places) == (6, 39, 5)


def test_a_change_may_bring_a_new_unit_into_the_base() -> None:
    found = standing(IN_UNITS, Counted({7: 4}))
    more = found.what_if(base_change={9: 2})
    assert [(part.unit, part.base) for part in more.parts] == [(7, 4), (9, 2)]


def test_who_is_added_again_is_counted_once_with_the_new_total() -> None:
    found = school(replace(THREE, number=1), 0, *ranked(900, 890))
    again = found.what_if(added=[Proposed(2, total=Points(910))])
    assert (again.proposed, again.within) == (2, {2})


def test_to_remove_somebody_who_is_not_there_changes_nothing() -> None:
    found = school(THREE, 41, *ranked(900))
    assert found.what_if(removed=[77]) == found


def test_what_is_known_of_the_base_is_kept_by_a_what_if() -> None:
    found = standing(FIFTEEN, Counted({None: 41}, ranked(900), is_settled=False, unknown=2))
    assert (found.what_if(removed=[1]).counted.is_settled, found.what_if(removed=[1]).counted.unknown) == (False, 2)


@pytest.mark.parametrize(
    ("rule", "code", "field"),
    [
        (replace(FIFTEEN, share=Quota(Fraction(0), FLOOR)), "quota_percent", "percent"),
        (replace(FIFTEEN, share=Quota(Fraction(-1), FLOOR)), "quota_percent", "percent"),
        (replace(FIFTEEN, share=Quota(Fraction(10001, 100), FLOOR)), "quota_percent", "percent"),
        (replace(FIFTEEN, lower=Fraction(0)), "quota_lower", "lower"),
        (replace(FIFTEEN, lower=Fraction(1501, 100)), "quota_lower", "lower"),
        (replace(FIFTEEN, base_kind=None), "quota_base_kind", "base_kind"),
        (replace(FIFTEEN, base_kind=""), "quota_base_kind", "base_kind"),
        (replace(THREE, number=None), "quota_number", "number"),
        (replace(THREE, number=0), "quota_number", "number"),
    ],
)
def test_an_odd_rule_is_refused_with_its_field(rule: QuotaRule, code: str, field: str) -> None:
    with pytest.raises(UserError) as refused:
        refuse_odd(rule)
    assert (refused.value.code, refused.value.details["field"]) == (code, field)


def test_a_refusal_names_what_was_wanted() -> None:
    with pytest.raises(UserError) as refused:
        refuse_odd(replace(FIFTEEN, lower=Fraction(20)))
    assert refused.value.details == {"field": "lower", "lower": 20.0, "percent": 15.0}
    with pytest.raises(UserError) as refused:
        refuse_odd(replace(FIFTEEN, share=Quota(Fraction(101), FLOOR)))
    assert refused.value.details == {"field": "percent", "percent": 101.0}


@pytest.mark.parametrize(
    "rule",
    [
        FIFTEEN, THREE, replace(THREE, number=1), replace(FIFTEEN, share=Quota(Fraction(100), FLOOR)),
        replace(FIFTEEN, share=Quota(Fraction(1, 100), FLOOR)), replace(FIFTEEN, lower=Fraction(15)),
        replace(FIFTEEN, lower=Fraction(1, 100)),
        QuotaRule(QuotaBase.HEADCOUNT, Quota(Fraction(20), CEIL)),
    ],
)  # fmt: skip
def test_a_sound_rule_is_taken(rule: QuotaRule) -> None:
    refuse_odd(rule)


def test_the_names_that_data_files_keep_do_not_change() -> None:
    assert list(QuotaBase) == [
        "holders", "headcount", "registered", "proposed", "rated_good", "rated_excellent", "fixed",
    ]  # fmt: skip
    assert list(QuotaScope) == ["school", "unit"]


def test_a_rule_is_nobodys_own_and_without_a_doubt_until_it_is_said() -> None:
    assert (THREE.source, THREE.is_own, THREE.is_checked) == ("", False, True)


def test_people_are_in_no_order_and_a_base_is_a_fact_until_it_is_said() -> None:
    assert Proposed(1).position == 0
    assert (Counted({}).is_settled, Counted({}).unknown) == (True, 0)


def test_a_number_that_nobody_gave_makes_no_place() -> None:
    assert replace(THREE, number=None).places(10) == 0
