"""Each condition of each award on the day before and on the first day of each change of the law, as cases in data."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from tests.core.change_cases import CHANGES, Case, cases, eve, wells
from tests.core.rule_cases import SINGLE_USE, packs
from thidua_gui.core.conditions import Condition, Kind
from thidua_gui.core.rulepack import Pack
from thidua_gui.core.titles import TitleKey

CASES = cases()
OF_CONDITIONS = [case for case in CASES if case.kind is not None]
OF_SINGLE_USE = [case for case in CASES if case.kind is None]


def kinds(pack: Pack) -> set[tuple[TitleKey, Kind]]:
    """Every kind that the pack sets for an award, those inside an "any" too."""
    return {(award, one.kind) for award, rules in pack.rules(pack.from_on).items() for one in leaves(rules)}


def leaves(rules: tuple[Condition, ...]) -> list[Condition]:
    return [one for condition in rules for one in (condition.parts or (condition,))]


@pytest.mark.parametrize("case", OF_CONDITIONS, ids=str)
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change[1].isoformat())
def test_the_law_changes_over_night(case: Case, change: tuple[Pack, date]) -> None:
    earlier, first = change
    later = next(pack for pack in packs() if pack.from_on == first)
    year = eve(first).year
    assert case.judged(eve(first), year) == case.not_met[earlier.id]
    assert case.judged(first, year) == (case.not_met[later.id] if later.is_enabled else None)


@pytest.mark.parametrize("case", OF_CONDITIONS, ids=str)
def test_a_dossier_received_before_the_last_change_stays_with_the_law_before_it(case: Case) -> None:
    first = packs()[-1].from_on
    assert case.judged(first, first.year, eve(first)) == case.not_met["C"]
    assert case.judged(first, first.year, first) is None


@pytest.mark.parametrize("case", OF_SINGLE_USE, ids=str)
def test_from_the_day_of_single_use_on_an_initiative_serves_once(case: Case) -> None:
    assert case.judged(eve(SINGLE_USE), SINGLE_USE.year) == case.not_met["before"]
    assert case.judged(SINGLE_USE, SINGLE_USE.year) == case.not_met["from"]


@pytest.mark.parametrize("well", wells(), ids=str)
def test_whoever_is_well_meets_everything_by_every_law(well: Case) -> None:
    for earlier, first in CHANGES:
        assert well.judged(eve(first), eve(first).year) == (), earlier.id


def test_no_condition_lacks_its_case_at_any_change() -> None:
    told = {(case.award, case.kind) for case in OF_CONDITIONS}
    wanted = {
        (award.value, kind.value, later.from_on)
        for earlier, later in pairwise(packs())
        for award, kind in kinds(earlier) | kinds(later)
        if (award, kind) not in told
    }
    assert wanted == set()


def test_a_case_of_a_condition_hangs_on_it() -> None:
    """By every law that sets the condition outright it is among those not met."""
    for case in OF_CONDITIONS:
        for pack in (pack for pack in packs() if pack.is_enabled):
            alone = {one.kind: one.id for one in pack.rules(pack.from_on)[case.award]}
            if case.kind in alone:
                assert alone[case.kind] in case.not_met[pack.id], (str(case), pack.id)


def test_every_award_that_asks_for_initiatives_has_a_case_of_single_use() -> None:
    law = next(pack for pack in packs() if pack.covers(SINGLE_USE))
    assert {award for award, kind in kinds(law) if kind is Kind.INITIATIVES} == {case.award for case in OF_SINGLE_USE}


def test_no_number_of_the_law_changes_within_a_pack() -> None:
    """If one ever does, its first day needs cases too."""
    assert {value.from_on for pack in packs() for value in pack.values} <= {pack.from_on for pack in packs()}
