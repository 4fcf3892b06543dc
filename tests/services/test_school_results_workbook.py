"""The school's own results in the year's workbook: they go out and come back; silence about them leaves them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.year_books import sample
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.workbook.problems import WorkbookErrors
from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.core.workbook.school_result_row import SchoolResultRow
from thidua_gui.services import exports, history, imports, school_results
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.sample import workbook
from thidua_gui.services.workbook_file import load, xlsx_bytes

LINES = (
    {"content": "Số lớp", "planned": "34 lớp", "achieved": "=1+1", "note": "cả năm"},
    {"content": "Xếp hạng"},
    {"content": "Số lớp", "achieved": "36"},
)


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    """The sample year with three results, two of one content."""
    assert data_file
    campaign = imports.import_year(sample()).campaign_id
    school_results.paste(campaign, [], LINES)
    return campaign


def told(year: CampaignId) -> list[tuple[str, ...]]:
    return [(line.content, line.planned, line.achieved, line.note) for line in school_results.results(year)]


def test_they_go_out_and_come_back_in_their_order(year: CampaignId, tmp_path: Path) -> None:
    before = told(year)
    path = exports.export_year(year, tmp_path / "nam.xlsx")
    school_results.remove(year, [line.id for line in school_results.results(year)])
    imports.import_workbook(path)
    assert told(year) == before


def test_an_export_brought_in_again_changes_nothing(year: CampaignId, tmp_path: Path) -> None:
    path = exports.export_year(year, tmp_path / "nam.xlsx")
    step = history.next_undo()
    assert imports.import_workbook(path).changed == 0
    assert history.next_undo() == step


def test_a_file_that_says_nothing_of_them_leaves_them(year: CampaignId) -> None:
    before = told(year)
    imports.import_year(sample())
    assert told(year) == before


def test_the_sheet_replaces_what_the_year_holds(year: CampaignId) -> None:
    rows = (SchoolResultRow("Xếp hạng", achieved="Thứ 4"),)
    book = replace(sample(), school_results=rows, present=sample().present | {SheetKey.SCHOOL_RESULTS})
    imports.import_year(book)
    assert told(year) == [("Xếp hạng", "", "Thứ 4", "")]
    history.undo_last()
    assert len(told(year)) == 3


def test_a_year_without_them_is_written_as_before(data_file: OpenFile, tmp_path: Path) -> None:
    assert data_file
    year = imports.import_year(sample()).campaign_id
    assert load(exports.export_year(year, tmp_path / "nam.xlsx")) == load(workbook())


def test_a_line_without_content_is_told_in_its_cell(year: CampaignId, tmp_path: Path) -> None:
    path = exports.export_year(year, tmp_path / "nam.xlsx")
    sheets = {title: [list(row) for row in grid] for title, grid in load(path).items()}
    grid = sheets["Kết quả của trường"]
    grid[4][grid[3].index("Nội dung")] = None
    path.write_bytes(xlsx_bytes(sheets))
    with pytest.raises(WorkbookErrors) as refused:
        imports.read_year_workbook(path)
    assert [(each.sheet, each.column) for each in refused.value.problems] == [("Kết quả của trường", "Nội dung")]
