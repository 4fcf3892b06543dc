"""Votes and submissions of units in the year's workbook: they go out and come back; silence about them leaves them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db.models.submissions import Submission, UnitVote
from tests.services.year_books import sample
from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.workbook.problems import WorkbookErrors
from thidua_gui.services import exports, history, imports, submissions, unit_votes
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.organisation import units
from thidua_gui.services.sample import workbook
from thidua_gui.services.transaction import write
from thidua_gui.services.unit_votes import Proposed
from thidua_gui.services.workbook_file import load, xlsx_bytes

DAY = date(2022, 11, 15)


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    """The sample year with two proposals and a submission."""
    assert data_file
    campaign = imports.import_year(sample()).campaign_id
    ids = {row.code: row.id for row in units(DAY)}
    with write("Bình xét"):
        unit_votes.put(campaign, _proposed(ids, "LLCS"), {"members": 8, "present": 8, "agree": 7})
        unit_votes.put(campaign, _proposed(ids, "XDD"), {"held_on": DAY, "achievement": "=1+1\nDòng hai"})
    submissions.record(campaign, [ids["LLCS"]], SubmissionKind.RESULTS, DAY, "Nộp bản giấy")
    return campaign


def _proposed(ids: dict[str, UnitId], code: str) -> Proposed:
    return Proposed(ids[code], None, ids[code], "Tập thể lao động xuất sắc")


def told() -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    votes = [(row.voting_unit_id, row.agree, row.held_on, row.achievement) for row in UnitVote.select()]
    return votes, [(row.unit_id, row.kind, row.submitted_on, row.note) for row in Submission.select()]


def test_they_go_out_and_come_back(year: CampaignId, tmp_path: Path) -> None:
    before = told()
    path = exports.export_year(year, tmp_path / "nam.xlsx")
    with write("Xóa"):
        UnitVote.delete().execute()
        Submission.delete().execute()
    imports.import_workbook(path)
    assert told() == before


def test_an_export_brought_in_again_changes_nothing(year: CampaignId, tmp_path: Path) -> None:
    path = exports.export_year(year, tmp_path / "nam.xlsx")
    step = history.next_undo()
    assert imports.import_workbook(path).changed == 0
    assert history.next_undo() == step


def test_a_file_that_says_nothing_of_them_leaves_them(year: CampaignId) -> None:
    before = told()
    imports.import_year(sample())
    assert told() == before


def test_a_year_without_them_is_written_as_before(data_file: OpenFile, tmp_path: Path) -> None:
    assert data_file
    year = imports.import_year(sample()).campaign_id
    assert load(exports.export_year(year, tmp_path / "nam.xlsx")) == load(workbook())


def test_more_votes_than_people_are_told_in_their_cell(year: CampaignId, tmp_path: Path) -> None:
    sheets = {title: [list(row) for row in grid] for title, grid in
              load(exports.export_year(year, tmp_path / "nam.xlsx")).items()}  # fmt: skip
    grid = sheets["Bình xét tại đơn vị"]
    grid[4][grid[3].index("Đồng ý")] = 9.0
    path = tmp_path / "sai.xlsx"
    path.write_bytes(xlsx_bytes(sheets))
    with pytest.raises(WorkbookErrors) as refused:
        imports.read_year_workbook(path)
    assert [(each.sheet, each.column) for each in refused.value.problems] == [("Bình xét tại đơn vị", "Đồng ý")]
