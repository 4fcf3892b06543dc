"""Mutation tests of the law's modules: each fault of soak/mutation.py is put in, and the tests of its module run.

    python -m soak.mutants run eligibility 17   one mutant by its number; the exit code is that of the tests

A mutant is killed when a test fails or nothing ends in time. Those that change nothing that anybody could see are
listed with their reason in soak/equivalent_mutants.toml and count neither way.
"""

from __future__ import annotations

import importlib
import os
import random
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, ModuleType
from typing import NoReturn

from soak.mutation import Mutant, Mutated

ROOT = Path(__file__).resolve().parent.parent
CORE = "thidua_gui/core"
SURVIVOR = "survivor: "
EQUIVALENT = ROOT / "soak" / "equivalent_mutants.toml"
SLOWEST = 60
"""Seconds; the tests of a module need about two."""
TOLD = (0, 1, 2)
"""Exit codes of pytest: all passed, some failed, the tests could not even be read."""
SURROUNDINGS = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT)}


@dataclass(frozen=True, slots=True)
class Target:
    """A module and the tests that must notice what is wrong in it, the quickest to notice first."""

    path: str
    tests: tuple[str, ...]

    @property
    def module(self) -> str:
        return self.path.removesuffix(".py").replace("/", ".")


_JUDGING = (
    "tests/core/test_rule_cases.py", "tests/core/test_eligibility_facts.py", "tests/core/test_eligibility.py",
    "tests/core/test_chains_naively.py",
)  # fmt: skip
_PACKS = ("tests/core/test_rulepack.py", "tests/core/test_rulepack_places.py", "tests/core/test_rule_cases.py")
TARGETS: Mapping[str, Target] = {
    "eligibility": Target(f"{CORE}/eligibility.py", _JUDGING),
    "eligibility_units": Target(f"{CORE}/eligibility_units.py", _JUDGING),
    "eligibility_leaders": Target(f"{CORE}/eligibility_leaders.py", ("tests/core/test_eligibility_leaders.py",)),
    "rulepack": Target(f"{CORE}/rulepack.py", _PACKS),
    "quotas": Target(f"{CORE}/quotas.py", ("tests/core/test_quotas.py",)),
    "rulepack_reading": Target(f"{CORE}/rulepack_reading.py", _PACKS),
}


@cache
def mutated(name: str) -> Mutated:
    path = ROOT / TARGETS[name].path
    return Mutated(path.read_text(encoding="utf-8"), str(path))


@cache
def equivalent() -> Mapping[str, Mapping[str, str]]:
    """Module → name of a mutant → why nobody could see it."""
    return tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))


def order(name: str) -> list[int]:
    """The mutants in an order of chance that is always the same: the first so many are a fair sample."""
    numbers = list(range(len(mutated(name).mutants)))
    random.Random(name).shuffle(numbers)
    return numbers


def tried(name: str, seed: int) -> dict[str, int]:
    """One mutant: what became of it."""
    mutant = mutated(name).mutants[order(name)[seed]]
    if mutant.name in equivalent().get(name, {}):
        return {"equivalent": 1}
    if is_killed(name, order(name)[seed]):
        return {"killed": 1}
    return {"survived": 1, f"{SURVIVOR}line {mutant.line}, {mutant.name}": 1}


def figures(name: str, tally: Mapping[str, int]) -> dict[str, object]:
    """The score and, by name, what nobody killed; of the equivalent ones the reason."""
    killed, survived = tally.get("killed", 0), tally.get("survived", 0)
    return {
        "mutants": len(mutated(name).mutants),
        "killed": killed,
        "survived": sorted(key.removeprefix(SURVIVOR) for key in tally if key.startswith(SURVIVOR)),
        "equivalent": dict(equivalent().get(name, {})),
        "score_percent": round(100 * killed / max(1, killed + survived), 1),
    }


def is_killed(name: str, number: int | None) -> bool:
    """Whether the tests of the module notice the mutant; None = the module as it is."""
    told = told_by_fork if hasattr(os, "fork") else told_by_tests
    return told(name, number, TARGETS[name].tests) != 0


def told_by_tests(name: str, number: int | None, tests: Sequence[str]) -> int:
    """The exit code of the tests; -1 if they did not end in time. In a process of its own."""
    command = [sys.executable, "-m", "soak.mutants", "run", name, str(-1 if number is None else number), *tests]
    surroundings = os.environ | SURROUNDINGS
    try:
        ended = subprocess.run(
            command, cwd=ROOT, env=surroundings, capture_output=True, timeout=SLOWEST, check=False
        )
    except subprocess.TimeoutExpired:
        return -1
    assert ended.returncode in TOLD, ended.stdout.decode()[-2000:] + ended.stderr.decode()[-2000:]
    return ended.returncode


def told_by_fork(name: str, number: int | None, tests: Sequence[str]) -> int:
    """The same where processes can be forked, three times as fast: pytest is loaded once."""
    os.environ.update(SURROUNDINGS)
    importlib.import_module("pytest")
    importlib.import_module("hypothesis")
    child = os.fork()
    if child == 0:
        _run_forked(name, -1 if number is None else number, tests)
    until = time.monotonic() + SLOWEST
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            code = os.waitstatus_to_exitcode(status)
            assert code in TOLD, f"mutant {number} of {name}: the tests ended with {code}"
            return code
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -1


def _run_forked(name: str, number: int, tests: Sequence[str]) -> NoReturn:
    code = 70
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        for module in [one for one in sys.modules if one.split(".")[0] in ("thidua_gui", "tests", "db")]:
            del sys.modules[module]
        code = _run(name, number, tests)
    finally:
        os._exit(code)


class _Instead(MetaPathFinder, Loader):
    """Imports the mutant in the place of its module."""

    def __init__(self, module: str, file: str, code: CodeType) -> None:
        self._module, self._file, self._code = module, file, code

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        return spec_from_loader(fullname, self, origin=self._file) if fullname == self._module else None

    def exec_module(self, module: ModuleType) -> None:
        exec(self._code, module.__dict__)


def _run(name: str, number: int, tests: Sequence[str]) -> int:
    import hypothesis
    import pytest

    target, source = TARGETS[name], mutated(name)
    mutant: Mutant | None = source.mutants[number] if number >= 0 else None
    sys.meta_path.insert(0, _Instead(target.module, str(ROOT / target.path), source.code(mutant)))
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile(
        "mutants", deadline=None, database=None, derandomize=True, phases=phases, max_examples=60
    )
    hypothesis.settings.load_profile("mutants")
    quiet = ["-q", "-x", "--noconftest", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(ROOT)]
    return int(pytest.main([*quiet, "--import-mode=importlib", *(str(ROOT / test) for test in tests)]))


if __name__ == "__main__":
    sys.exit(_run(sys.argv[2], int(sys.argv[3]), sys.argv[4:] or TARGETS[sys.argv[2]].tests))
