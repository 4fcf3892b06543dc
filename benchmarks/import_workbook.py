"""A year workbook of 10,000 people into an empty data file, beside calamine and executemany alone in the same run.

The yardstick reads the same file and puts its people and one membership each, as they stand there, into tables of the
same columns, checks and indexes in one transaction. Ours also checks every cell and every code, makes search and sort
keys, looks for what is there already, and logs each row for undo.
Target: at most 3 times as long. Prints JSON lines. Run: python benchmarks/import_workbook.py [--count N] [--rounds N]
"""

import argparse
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import _yardsticks

from db.connection import database
from thidua_gui.core.workbook.rows import CampaignItems, PersonRow, UnitRow, YearWorkbook
from thidua_gui.core.workbook.writing import to_sheets
from thidua_gui.services import data_file, exports, imports
from thidua_gui.services.workbook_file import xlsx_bytes
from thidua_gui.text.workbook import WORDING

LIMIT = 3.0
UNITS = 60
GROUPS = ("Giảng viên", "Chuyên viên", "Nhân viên")
PEOPLE = "code, full_name, gender, born_on, ethnicity, staff_group, joined_on, name_fold, name_sort, position"
MEMBERSHIPS = "person_id, unit_id, post, from_on"
UNIT = "INSERT INTO units (code, name, kind, position, is_root, name_fold) VALUES (?, ?, ?, ?, 0, '')"


def workbook(count: int) -> bytes:
    """Units and invented people only: what a school or a province starts with."""
    units = tuple(UnitRow(f"DV{n:02}", f"Phòng số {n}", "Phòng") for n in range(1, UNITS + 1))
    first = date(1965, 1, 1)
    people = tuple(
        PersonRow(
            f"CB{n:05}",
            person.name,
            "Nữ" if n % 2 else "Nam",
            first + timedelta(days=n % 12000),
            "Kinh",
            units[n % UNITS].code,
            person.post,
            GROUPS[n % 3],
            date(2000, 1, 1) + timedelta(days=n % 8000),
        )
        for n, person in enumerate(_yardsticks.people(count), 1)
    )
    book = YearWorkbook("SỞ GIÁO DỤC VÀ ĐÀO TẠO", CampaignItems(2022), units, people)
    return xlsx_bytes(to_sheets(book, WORDING))


def empty_tables(path: Path, schema: list[str]) -> sqlite3.Connection:
    """Tables as ours, without the change log."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA synchronous = FULL")
    for statement in schema:
        database.execute(statement)
    return database


def schema() -> list[str]:
    """What makes the three tables and their indexes, from the open data file."""
    wanted = "SELECT sql FROM sqlite_master WHERE type <> 'trigger' AND sql NOT NULL AND tbl_name IN (?, ?, ?)"
    return [sql for (sql,) in database.run(f"{wanted} ORDER BY type DESC", ("people", "units", "memberships"))]


def yardstick(path: Path, target: sqlite3.Connection) -> None:
    """What reading and writing alone cost."""
    from python_calamine import CalamineWorkbook

    sheets = CalamineWorkbook.from_path(path)
    read = {title: sheets.get_sheet_by_name(title).to_python()[4:] for title in sheets.sheet_names}
    units = {row[1]: number for number, row in enumerate(read["Đơn vị"], 1)}
    people, memberships = [], []
    for number, row in enumerate(read["Cá nhân"], 1):
        _, code, name, gender, born_on, ethnicity, unit, post, group, joined_on = row
        joined = joined_on.isoformat()
        people.append((code, name, gender, born_on.isoformat(), ethnicity, group, joined, name, name, number))
        memberships.append((number, units[unit], post, joined))
    target.execute("BEGIN IMMEDIATE")
    target.executemany(UNIT, [(row[1], row[2], row[3], row[0]) for row in read["Đơn vị"]])
    target.executemany(f"INSERT INTO people ({PEOPLE}) VALUES ({', '.join('?' * 10)})", people)
    target.executemany(f"INSERT INTO memberships ({MEMBERSHIPS}) VALUES (?, ?, ?, ?)", memberships)
    target.execute("COMMIT")
    target.close()


def in_turn(path: Path, rounds: int) -> dict[str, list[float]]:
    """Seconds of each, alternating, each time into a new file."""
    seconds: dict[str, list[float]] = {"yardstick": [], "ours": [], "again": [], "export": []}
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            data_file.create(folder / f"{number}.tdkt")
            target = empty_tables(folder / "yardstick.db", schema())
            seconds["yardstick"].append(clocked(yardstick, path, target))
            seconds["ours"].append(clocked(imports.import_workbook, path))
            seconds["again"].append(clocked(imports.import_workbook, path))
            campaign = imports.import_workbook(path).campaign_id
            seconds["export"].append(clocked(exports.export_year, campaign, folder / "export.xlsx"))
            data_file.close()
    return seconds


def clocked(work: Callable[..., object], *arguments: object) -> float:
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "year.xlsx"
        path.write_bytes(workbook(chosen.count))
        in_turn(path, 1)  # everything is loaded before the clock counts
        medians = {what: statistics.median(times) for what, times in in_turn(path, chosen.rounds).items()}
    ratio = medians["ours"] / medians["yardstick"]
    line = {
        "what": f"import of {chosen.count} people / calamine and executemany",
        "ours_s": round(medians["ours"], 3),
        "yardstick_s": round(medians["yardstick"], 3),
        "ratio": round(ratio, 2),
        "limit": LIMIT,
        "rounds": chosen.rounds,
    }
    print(json.dumps(line, ensure_ascii=False), flush=True)
    for what, told in (("again", "the same file again"), ("export", "the year's workbook written")):
        print(json.dumps({"what": f"{told}, {chosen.count} people", "s": round(medians[what], 3)}), flush=True)
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
