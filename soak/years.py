"""Year workbooks made by chance: the report that the program makes of each is the one that the oracle works out."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from soak.year_oracle import Year
from soak.year_sheets import Sheets, make
from thidua_gui.core.workbook.reading import parse
from thidua_gui.services import data_file, imports
from thidua_gui.services.report import year_report
from thidua_gui.text.workbook import WORDING

JUDGED = (
    "regime", "ldtt", "ldtt_people", "not_ldtt", "cstdcs", "provincial_fighter", "excellent_collective",
    "cstdcs_of_ldtt", "cstdcs_quota_floor_15_percent", "by_unit",
)  # fmt: skip


def judged(work: Path, seed: int) -> dict[str, int]:
    """One seed: a workbook, imported into a new data file and reported."""
    folder = work / f"year-{seed}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    data_file.create(folder / "truong.tdkt")
    try:
        wrong = differences(make(seed))
    finally:
        data_file.close()
    assert not wrong, f"seed {seed}: {wrong}"
    shutil.rmtree(folder)
    return {"workbooks": 1}


def differences(sheets: Sheets) -> dict[str, tuple[Any, Any]]:
    """Key → what the program says and what the oracle says, of each key in which they differ; into the open file."""
    told = year_report(imports.import_year(parse(sheets, WORDING)).campaign_id)
    expected = Year(sheets).report()
    found = {key: (told[key], expected[key]) for key in JUDGED if told[key] != expected[key]}
    wanted: dict[str, Any] = expected["targets"]
    return found | {
        f"target {code}": (told["targets"][code], target)
        for code, target in wanted.items()
        if told["targets"][code] != target
    }
