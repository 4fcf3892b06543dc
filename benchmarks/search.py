"""The global search over 100,000 people, beside SQL's instr on the folded column of the same file in the same run.

The yardstick looks for the query as it stands in `name_fold` and fetches the ids. Ours wants beginnings of words in any
order, also of codes, sorts the hits, counts them, tells unit and post of those shown, and looks at units and decisions.
Target: at most 2 times as long. Prints JSON lines. Run: python benchmarks/search.py [--count N] [--rounds N]
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import _yardsticks

from db.bulk import insert_many
from db.connection import database
from db.models.awards import Award, Decision
from db.models.organisation import Membership, Person, Unit
from thidua_gui.core.vietnamese import fold, name_key
from thidua_gui.services import data_file, search
from thidua_gui.services.transaction import read, write

LIMIT = 2.0
TODAY = date(2026, 11, 22)
UNITS, DECISIONS = 60, 500
INSTR = "SELECT id FROM people WHERE instr(name_fold, ?)"
QUERIES = ("h", "hanh", "nguyen van", "nguyen van minh duc", "duc nguyen", "pham thi h", "cb0123", "2019", "khong ai")


def fill(count: int) -> None:
    """A province: people with a unit and a post each, one award in three, some hundred decisions."""
    people = _yardsticks.people(count)
    first = date(1965, 1, 1)
    with write("Benchmark"):
        units = ((n, f"DV{n:02}", f"Phòng số {n}", "Phòng", f"phong so {n}", n) for n in range(1, UNITS + 1))
        insert_many(Unit, ("id", "code", "name", "kind", "name_fold", "position"), units)
        told = (
            (n, one.code, one.name, first + timedelta(days=n % 12000), "Kinh", "Giảng viên", fold(one.name),
             name_key(one.name), n)
            for n, one in enumerate(people, 1)
        )  # fmt: skip
        facts = ("id", "code", "full_name", "born_on", "ethnicity", "staff_group", "name_fold", "name_sort", "position")
        insert_many(Person, facts, told)
        posts = ((n, n % UNITS + 1, one.post, date(2020, 1, 1)) for n, one in enumerate(people, 1))
        insert_many(Membership, ("person_id", "unit_id", "post", "from_on"), posts)
        numbers = [(f"{n}-QĐ/TCT", 2012 + n % 10) for n in range(DECISIONS)]
        decided = ((number, year, date(year, 12, 8), "Hiệu trưởng") for number, year in numbers)
        insert_many(Decision, ("number", "year", "decided_on", "authority"), decided)
        awards = ((n, numbers[n % DECISIONS][1], "LĐTT", numbers[n % DECISIONS][0]) for n in range(1, count + 1, 3))
        insert_many(Award, ("person_id", "year", "title", "decision_number"), awards)


def yardstick(query: str) -> int:
    with read():
        return len(database.run(INSTR, (query,)).fetchall())


def ours(query: str) -> int:
    return search.find(query, TODAY).people_count


def in_turn(rounds: int) -> bool:
    """One line a query and one for all of them together; whether the limit was kept by that one."""
    seconds: dict[str, dict[str, list[float]]] = {query: {"yardstick": [], "ours": []} for query in QUERIES}
    hits: dict[str, dict[str, int]] = {query: {} for query in seconds}
    for turn in range(rounds + 1):
        for query, taken in seconds.items():
            for name, work in (("yardstick", yardstick), ("ours", ours)):
                start = time.perf_counter()
                hits[query][name] = work(query)
                if turn:  # the first time reads the file
                    taken[name].append(time.perf_counter() - start)
    medians = {query: {name: statistics.median(each) for name, each in both.items()} for query, both in seconds.items()}
    for query, median in medians.items():
        told: dict[str, object] = {"what": f"search “{query}”", **_times(median["ours"], median["yardstick"])}
        print(json.dumps(told | {"hits": hits[query]}, ensure_ascii=False), flush=True)
    total = {name: sum(medians[query][name] for query in QUERIES) for name in ("ours", "yardstick")}
    line = {"what": f"search over people by {len(QUERIES)} queries / instr on the folded column", "limit": LIMIT}
    print(json.dumps(line | _times(total["ours"], total["yardstick"]) | {"rounds": rounds}), flush=True)
    return total["ours"] <= LIMIT * total["yardstick"]


def _times(mine: float, bare: float) -> dict[str, object]:
    return {"ours_ms": round(mine * 1000, 2), "yardstick_ms": round(bare * 1000, 2), "ratio": round(mine / bare, 2)}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=15)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data_file.create(Path(folder) / "search.tdkt")
        fill(chosen.count)
        kept = in_turn(chosen.rounds)
        data_file.close()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
