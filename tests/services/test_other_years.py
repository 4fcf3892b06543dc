"""Years that are not the sample's, made by chance: the report says what an oracle works out from the sheets alone.

The same code with thousands of seeds: soak/run.py.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from soak import years
from soak.year_oracle import Year
from soak.year_sheets import EXCELLENT, FIGHTER, HEADERS, LABOURER, Row, Sheets
from thidua_gui import resources
from thidua_gui.core.workbook.reading import parse
from thidua_gui.services import data_file, imports
from thidua_gui.services.report import year_report
from thidua_gui.services.workbook_file import load
from thidua_gui.text.workbook import WORDING

EXPECTED = Path(__file__).parents[1] / "flows" / "expected-2022.json"


@pytest.mark.parametrize("seed", range(40))
def test_the_report_of_another_year_is_right(tmp_path: Path, seed: int) -> None:
    assert years.judged(tmp_path, seed) == {"workbooks": 1}


def test_the_oracle_itself_knows_the_sample_year() -> None:
    grids = load(resources.path("sample", "nam-2022.xlsx"))
    expected = json.loads(EXPECTED.read_text(encoding="utf-8"))
    told = Year({title: [list(row) for row in grid] for title, grid in grids.items()}).report()
    assert {key: told[key] for key in years.JUDGED} == {key: expected[key] for key in years.JUDGED}
    assert told["targets"] == {code: expected["targets"][code] for code in "567"}


def sheets(decided_on: date | None, year: int = 2022, **rows: list[Row]) -> Sheets:
    """A year of one faculty and whoever is told of."""
    campaign: list[Row] = [["Năm", float(year)], ["Ngày quyết định", decided_on or ""]]
    unit: Row = [1.0, "K1", "Khoa số 1", "Khoa", "", EXCELLENT]
    targets: list[Row] = [["5", "LĐTT", "danh hiệu LĐTT", "toàn trường", 90.0, "", "%"],
                          ["6", "CSTĐCS", "danh hiệu CSTĐCS", "cá nhân đạt LĐTT", 10.0, 15.0, "%"],
                          ["7", "TTLĐXS", "danh hiệu TTLĐXS", "khoa, phòng", 1.0, 2.0, "tập thể"]]  # fmt: skip
    told = {"Phong trào": campaign, "Đơn vị": [unit], "Chỉ tiêu": targets, "Cá nhân": list[Row]()} | {
        {"people": "Cá nhân", "results": "Kết quả", "registered": "Đăng ký thi đua"}[name]: found
        for name, found in rows.items()
    }
    return {title: [["TRƯỜNG"], [title], [""], list(HEADERS[title]), *found] for title, found in told.items()}


def person(code: str, unit: str = "K1") -> Row:
    return [1.0, code, f"Người {code}", "", "", "", unit, "", "Giảng viên", date(2010, 1, 1)]


def report(book: Sheets) -> dict[str, Any]:
    return year_report(imports.import_year(parse(book, WORDING)).campaign_id)


@pytest.mark.usefixtures("data_file")
def test_a_year_of_nobody_has_no_titles_and_no_verdict_on_them() -> None:
    book = sheets(date(2022, 12, 8))
    told = report(book)
    assert (told["ldtt"], told["cstdcs_of_ldtt"], told["cstdcs"]) == ("0/0", "0/0", {})
    assert (told["excellent_collective"], told["by_unit"]["K1"]["members"]) == ({"K1": False}, 0)
    assert {code: told["targets"][code]["verdict"] for code in "567"} == {"5": "open", "6": "open", "7": "below"}


@pytest.mark.usefixtures("data_file")
def test_a_unit_without_members_earns_nothing_beside_one_with_them() -> None:
    book = sheets(
        date(2022, 12, 8), people=[person("P1")], results=[[1.0, "P1", "", EXCELLENT, "", ""]],
        registered=[[1.0, "P1", FIGHTER, date(2022, 3, 15)]],
    )  # fmt: skip
    book["Đơn vị"].append([2.0, "K2", "Khoa số 2", "Khoa", "", EXCELLENT])
    assert years.differences(book) == {}


@pytest.mark.usefixtures("data_file")
def test_where_nobody_registered_nobody_earns_anything() -> None:
    book = sheets(
        date(2025, 12, 8), 2025, people=[person("P1"), person("P2")],
        results=[[1.0, code, "", EXCELLENT, "", ""] for code in ("P1", "P2")],
    )  # fmt: skip
    told = report(book)
    assert (told["ldtt"], told["cstdcs"]) == ("0/2", {})
    assert told["not_ldtt"] == {"P1": ["registered"], "P2": ["registered"]}
    assert told["excellent_collective"] == {"K1": False}


@pytest.mark.parametrize(
    ("decided_on", "year", "regime", "met"),
    [
        (date(2017, 9, 30), 2017, None, "0/1"), (date(2017, 10, 1), 2017, "A", "1/1"),
        (date(2026, 9, 30), 2026, "C", "1/1"), (date(2026, 10, 1), 2026, "D", "0/1"), (None, 2024, "B", "1/1"),
        (None, 2026, "D", "0/1"), (date(2024, 1, 5), 2023, "B", "1/1"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("data_file")
def test_the_law_is_that_of_the_day_whatever_the_year(
    decided_on: date | None, year: int, regime: str | None, met: str
) -> None:
    book = sheets(
        decided_on, year, people=[person("P1")], results=[[1.0, "P1", "", EXCELLENT, "", ""]],
        registered=[[1.0, "P1", LABOURER, date(year, 3, 15)]],
    )  # fmt: skip
    told = report(book)
    assert (told["regime"], told["ldtt"]) == (regime, met)
    assert told["not_ldtt"] == {}
    assert told["ldtt_unknown"] == ({} if met == "1/1" else {"P1": []})


def test_the_data_file_of_a_seed_is_closed_and_gone(tmp_path: Path) -> None:
    years.judged(tmp_path, 0)
    assert not data_file.is_open()
    assert list(tmp_path.iterdir()) == []
