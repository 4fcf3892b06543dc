"""What stands worse without an award is what was better with it, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.core.rule_cases import frame, person
from thidua_gui.core.eligibility import judge
from thidua_gui.core.eligibility_facts import Judgement, Outcome
from thidua_gui.core.revocations import changed, has_fallen, weakened
from thidua_gui.core.titles import TitleKey

NOW = frame(date(2022, 12, 8))


def provincial(*years: int, revoked: int = 0) -> Judgement:
    held = [{"title": "grassroots_fighter", "year": year, "revoked": year == revoked} for year in years]
    return judge(TitleKey.PROVINCIAL_FIGHTER, person({"held": held}, 2022), NOW)


def test_a_chain_that_is_broken_is_named_with_what_is_left() -> None:
    before, after = provincial(2020, 2021, 2022), provincial(2020, 2021, 2022, revoked=2021)
    (finding,) = weakened(before, after)
    assert (finding.condition.id, finding.used.years, finding.used.revoked) == ("title_run", (2022,), (2021,))


def test_what_was_missing_before_is_not_blamed_on_the_revocation() -> None:
    assert weakened(provincial(2021), provincial(2021, revoked=2021)) == ()


def test_a_judgement_falls_only_from_everything_met() -> None:
    met = Judgement(TitleKey.PROVINCIAL_FIGHTER, Outcome.MET, ())
    assert has_fallen(met, replace(met, outcome=Outcome.UNKNOWN))
    assert not has_fallen(replace(met, outcome=Outcome.UNKNOWN), replace(met, outcome=Outcome.NOT_MET))


def test_subjects_judged_once_only_are_not_compared() -> None:
    before, after = provincial(2020, 2021, 2022), provincial(2020, 2021, 2022, revoked=2020)
    assert set(changed({1: before, 2: before, 3: before}, {1: after, 2: before})) == {1}


@given(st.frozensets(st.integers(2018, 2022)), st.integers(2018, 2022))
def test_a_revocation_never_makes_anything_better(years: frozenset[int], revoked: int) -> None:
    before, after = provincial(*years), provincial(*years, revoked=revoked)
    assert weakened(after, before) == ()
