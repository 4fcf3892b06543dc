"""The law as cases in data: what it says of somebody on the day before and the first day of each change."""

import tomllib

import pytest

from tests.core.rule_cases import RULES, Case, cases, packs
from thidua_gui.core.eligibility import judge, outcome_of
from thidua_gui.core.eligibility_facts import PersonFacts
from thidua_gui.core.eligibility_units import judge_unit

CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_law_of_the_day_says_so(case: Case) -> None:
    if isinstance(case.subject, PersonFacts):
        found = judge(case.award, case.subject, case.frame)
        assert outcome_of(case.award, case.subject, case.frame) is case.outcome
    else:
        found = judge_unit(case.award, case.subject, case.frame)
    assert (found.outcome, found.not_met, found.unknown) == (case.outcome, case.not_met, case.unknown)


def test_released_packs_are_as_they_were_released() -> None:
    hashes = tomllib.loads((RULES / "hashes.toml").read_text(encoding="utf-8"))
    assert {pack.id: pack.sha256 for pack in packs()} == hashes


def test_every_award_of_every_pack_that_judges_has_a_case() -> None:
    covered = {case.award for case in CASES}
    assert {award for pack in packs() for award in pack.rules(pack.from_on)} == covered
