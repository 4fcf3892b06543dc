"""A few of the faults that the long runs put into the law's modules, and that the tests of these modules notice."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from soak import mutants
from soak.mutation import Mutated

SOURCE = '''
"""What it is."""
LIMIT = 3

def small(one: int, two: int = 2) -> bool:
    """Whether it is."""
    if one < 0 or not two:
        raise ValueError("no")
    return min(one + two, LIMIT) == LIMIT and not any(n for n in range(two, one) if n)
'''


def test_each_kind_of_fault_is_put_in_and_docstrings_are_left_alone() -> None:
    found = {mutant.name for mutant in Mutated(SOURCE, "small.py").mutants}
    assert found >= {
        "module: 3 → 4", "small: 2 → 1", "small: one < 0 → one <= 0", "small: not two → two",
        "small: one < 0 or not two → one < 0 and (not two)", "small: raise ValueError('no') → pass",
        "small: one + two → one - two", "small: range(two, one) → range(one, two)", "small: filter if n → filter",
        "small: min(one + two, LIMIT) → max(one + two, LIMIT)",
    }  # fmt: skip
    assert not any("What it is" in name or "int" in name for name in found)


def test_a_fault_stands_in_its_mutant_alone() -> None:
    source = Mutated(SOURCE, "small.py")
    (turned,) = [mutant for mutant in source.mutants if mutant.name == "small: one < 0 → one <= 0"]
    spaces: list[dict[str, object]] = [{}, {}, {}]
    for code, space in zip((None, turned, None), spaces, strict=True):
        exec(source.code(code), space)
    assert [space["small"](3, 3) for space in spaces] == [True, True, True]  # type: ignore[operator]
    with pytest.raises(ValueError, match="no"):
        spaces[1]["small"](0, 2)  # type: ignore[operator]
    assert spaces[2]["small"](0, 2) is False  # type: ignore[operator]


@pytest.mark.parametrize("name", mutants.TARGETS)
def test_the_modules_under_mutation_are_there_with_their_tests(name: str) -> None:
    target = mutants.TARGETS[name]
    assert all((mutants.ROOT / path).exists() for path in (target.path, *target.tests))
    assert sorted(mutants.order(name)) == list(range(len(mutants.mutated(name).mutants)))


def test_every_equivalent_mutant_is_one_and_has_a_reason() -> None:
    for name, listed in mutants.equivalent().items():
        assert listed.keys() <= {mutant.name for mutant in mutants.mutated(name).mutants}
        assert all(len(reason) > 10 for reason in listed.values())


def test_the_tests_pass_on_the_module_as_it_is_and_kill_what_is_wrong_in_it() -> None:
    name, tests = "eligibility_units", ("tests/core/test_rule_cases.py",)
    wanted = "_rating: at_least(rating, condition.asked.rating) → at_least(condition.asked.rating, rating)"
    numbers = [n for n, mutant in enumerate(mutants.mutated(name).mutants) if mutant.name == wanted]
    assert [mutants.told_by_tests(name, number, tests) for number in (None, *numbers)] == [0, 1]


def test_the_first_of_the_faults_is_killed() -> None:
    name = "rulepack"
    assert mutants.told_by_tests(name, mutants.order(name)[0], mutants.TARGETS[name].tests) != 0


def test_figures_tell_the_score_and_every_survivor() -> None:
    told = mutants.figures("eligibility_units", {"killed": 3, "survived": 1, "equivalent": 2, "survivor: line 1, f": 1})
    assert (told["score_percent"], told["survived"], told["killed"]) == (75.0, ["line 1, f"], 3)


def test_mutants_can_be_compiled_and_leave_no_trace() -> None:
    source = Mutated(Path(mutants.__file__).read_text(encoding="utf-8"), "mutants.py")
    for mutant in source.mutants[::5]:
        source.code(mutant)
    assert ast.dump(source._tree) == ast.dump(ast.parse(Path(mutants.__file__).read_text(encoding="utf-8")))
