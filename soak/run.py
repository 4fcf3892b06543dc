"""The long runs: seeded, resumable, their figures kept in soak/figures.json with date and commit.

    python soak/run.py                         every run up to its full number
    python soak/run.py kill_entry --count 200  one run up to 200 seeds

A stopped run goes on where it was. A seed that finds something wrong stops the run and leaves its folder to look at.
"""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from soak import kills, mutants, unit_books, workbooks, years

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "out" / "soak"
FIGURES = ROOT / "soak" / "figures.json"
SERVICES = ("transaction", "data_file", "history", "attachments", "score_entry")
UNDER_TEST = ("db", "soak/victim.py", "soak/kills.py", *(f"thidua_gui/services/{name}.py" for name in SERVICES))
WORKBOOKS = ("db", "soak/workbooks.py", "thidua_gui/core", "thidua_gui/services", "thidua_gui/text")
UNIT_BOOKS = (
    "db", "soak/unit_books.py", "thidua_gui/core/unit_book",
    *(f"thidua_gui/services/{name}.py" for name in ("unit_book_file", "unit_book_receiving", "unit_book_writing")),
)  # fmt: skip

YEARS = (
    "db", "soak/years.py", "soak/year_sheets.py", "soak/year_oracle.py", "resources/rules", "thidua_gui/core",
    *(f"thidua_gui/services/{name}" for name in ("eligibility*.py", "report*.py", "rules.py", "target_*.py")),
)  # fmt: skip
MUTANTS = ("soak/mutants.py", "soak/mutation.py", "soak/equivalent_mutants.toml", "resources/rules", "tests/rules")

Tally = dict[str, int]


def _nothing_wrong(tally: Tally) -> dict[str, Any]:
    return {**tally, "wrong": 0}


@dataclass(frozen=True, slots=True)
class Run:
    """`step` does one seed and returns what is counted; `full` is how many seeds make a whole run, and with `is_all`
    there are no more; `under_test`: the paths whose change starts it anew; `told` makes the figures of the tally."""

    step: Callable[[int], Tally]
    full: int
    under_test: tuple[str, ...] = UNDER_TEST
    is_all: bool = False
    told: Callable[[Tally], dict[str, Any]] = _nothing_wrong


def _mutants(name: str) -> Run:
    target = mutants.TARGETS[name]
    return Run(
        partial(mutants.tried, name), len(mutants.order(name)), (*MUTANTS, target.path, *target.tests), True,
        partial(mutants.figures, name),
    )  # fmt: skip


def _kill(kind: str, seed: int) -> Tally:
    killed = kills.in_new_folder(kind, WORK, seed)
    return {
        "kills": int(not killed.finished),
        "kills_inside_a_transaction": int(killed.journal),
        "pieces_told_as_saved": killed.reported,
        "pieces_under_way_and_lost": killed.lost,
    }


RUNS: dict[str, Run] = {
    "kill_entry": Run(partial(_kill, "entry"), 3000),
    "kill_import": Run(partial(_kill, "import"), 500),
    "kill_backup": Run(partial(_kill, "backup"), 500),
    "kill_create": Run(partial(_kill, "create"), 300),
    "mangled_workbook": Run(partial(workbooks.mangled, WORK), 5000, WORKBOOKS),
    "mangled_unit_book": Run(partial(unit_books.mangled, WORK), 2000, UNIT_BOOKS),
    "judged_year": Run(partial(years.judged, WORK), 5000, YEARS),
    **{f"mutants_of_{name}": _mutants(name) for name in mutants.TARGETS},
}
if shutil.which("soffice") is not None:
    RUNS["libreoffice_unit_book"] = Run(partial(unit_books.through_libreoffice, WORK), 100, UNIT_BOOKS)


def go(name: str, count: int) -> None:
    """Do the seeds that are still missing; a different commit starts anew."""
    kept = WORK / f"{name}.json"
    state = json.loads(kept.read_text()) if kept.exists() else {}
    under_test = commit(RUNS[name].under_test)
    if state.get("commit") != under_test:
        state = {"commit": under_test, "seeds": 0, "tally": {}}
    while state["seeds"] < count:
        for key, number in RUNS[name].step(state["seeds"]).items():
            state["tally"][key] = state["tally"].get(key, 0) + number
        state["seeds"] += 1
        kept.write_text(json.dumps(state))
    _record(name, state)


def commit(under_test: tuple[str, ...]) -> str:
    """The last commit that changed what is run here."""
    told = subprocess.run(
        ["git", "log", "-1", "--format=%h", "--", *under_test],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout.strip() or "unknown"


def _record(name: str, state: dict[str, Any]) -> None:
    figures = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    figures[name] = {
        "seeds": state["seeds"],
        **RUNS[name].told(state["tally"]),
        "date": date.today().isoformat(),
        "commit": state["commit"],
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }
    FIGURES.write_text(json.dumps(figures, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(json.dumps({name: figures[name]}), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[[], *RUNS], help="which runs; all if none is named")
    parser.add_argument("--count", type=int, help="seeds of each run; its full number if not given")
    chosen = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    for name in chosen.names or RUNS:
        run = RUNS[name]
        go(name, min(chosen.count or run.full, run.full) if run.is_all else chosen.count or run.full)
    return 0


if __name__ == "__main__":
    sys.exit(main())
