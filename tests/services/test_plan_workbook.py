"""The plan in the year's workbook: it goes out and comes back whole, and a file that says nothing of it changes
nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db.models.campaigns import Campaign
from db.models.plan import PlanItem, Target
from tests.services.year_books import rows, sample
from thidua_gui.core.ids import CampaignId, PlanItemId
from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.core.workbook.rows import PlanRow, SheetKey, YearWorkbook
from thidua_gui.services import exports, history, imports, plan, plan_edit
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.plan import PlanView
from thidua_gui.services.sample import workbook
from thidua_gui.services.workbook_file import load


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    return imports.import_year(sample()).campaign_id


def with_plan(*lines: PlanRow) -> YearWorkbook:
    return replace(sample(), plan_items=lines, present=sample().present | {SheetKey.PLAN_ITEMS})


def said(view: PlanView) -> list[tuple[object, ...]]:
    return [
        (line.section, line.mark, line.text, line.carrier, line.unit_names, line.targets)
        for line in view.lines
        if line.milestone is None
    ]


def test_the_samples_plan_goes_out_and_comes_back(sample_year: CampaignSummary, tmp_path: Path) -> None:
    before = plan.plan(sample_year.id)
    path = exports.export_year(sample_year.id, tmp_path / "nam.xlsx")
    plan_edit.delete_items([line.id for line in before.lines if line.id is not None])
    plan.edit_head(sample_year.id, plan.PlanHead())
    result = imports.import_workbook(path)
    after = plan.plan(result.campaign_id)
    assert (said(after), after.head) == (said(before), before.head)


def test_an_export_brought_in_again_changes_nothing(sample_year: CampaignSummary, tmp_path: Path) -> None:
    path = exports.export_year(sample_year.id, tmp_path / "nam.xlsx")
    before = rows()
    assert imports.import_workbook(path).changed == 0
    assert rows() == before


def test_the_samples_own_sheets_keep_their_cells(sample_year: CampaignSummary, tmp_path: Path) -> None:
    written, given = load(exports.export_year(sample_year.id, tmp_path / "nam.xlsx")), load(workbook())
    assert "Kế hoạch" in written
    assert written["Chỉ tiêu"] == given["Chỉ tiêu"]
    assert list(written["Phong trào"])[: len(given["Phong trào"])] == list(given["Phong trào"])


def test_a_year_without_a_plan_is_written_as_before(year: CampaignId, tmp_path: Path) -> None:
    written = load(exports.export_year(year, tmp_path / "nam.xlsx"))
    assert written == load(workbook())


def test_a_file_that_says_nothing_of_the_plan_leaves_it(sample_year: CampaignSummary) -> None:
    before = plan.plan(sample_year.id)
    imports.import_year(sample())
    assert plan.plan(sample_year.id) == before


def test_a_file_tells_what_becomes_of_the_plans_lines(year: CampaignId) -> None:
    imports.import_year(with_plan(PlanRow(PlanSection.TASK, "Một"), PlanRow(PlanSection.TASK, "Hai", 2)))
    book = with_plan(PlanRow(PlanSection.TASK, "Một", carrier="Công đoàn"), PlanRow(PlanSection.TASK, "Ba"))
    (line,) = [line for line in imports.preview(book).lines if line.sheet == "Kế hoạch"]
    assert (line.new, line.updated, line.unchanged, line.removed) == (1, 1, 0, 1)


def test_lines_that_stay_keep_their_rows_and_the_step_is_undone_whole(year: CampaignId) -> None:
    imports.import_year(with_plan(PlanRow(PlanSection.TARGET, "Một", targets=("1",))))
    row, before = PlanItem.get().id, rows()
    book = with_plan(PlanRow(PlanSection.TARGET, "Mới", targets=("1",)), PlanRow(PlanSection.TARGET, "Một"))
    imports.import_year(book)
    assert PlanItem.get(PlanItem.text == "Một").id == row
    assert Target.get(Target.code == "1").plan_item_id == PlanItem.get(PlanItem.text == "Mới").id
    history.undo_last()
    assert rows() == before


def test_the_same_words_twice_are_two_lines(year: CampaignId) -> None:
    twice = PlanRow(PlanSection.CONTENT, "Như trên")
    imports.import_year(with_plan(twice, replace(twice, level=2)))
    assert [line.depth for line in plan.plan(year).lines if line.section is PlanSection.CONTENT] == [0, 1]
    assert exports.year_workbook(year).plan_items == (twice, replace(twice, level=2))


def test_a_moved_paragraph_is_no_news_for_the_file_it_was_written_to(
    sample_year: CampaignSummary, tmp_path: Path
) -> None:
    row = PlanItem.get(PlanItem.text.startswith("Vụ các trường"))
    plan_edit.move_item(PlanItemId(row.id), 1)
    path = exports.export_year(sample_year.id, tmp_path / "nam.xlsx")
    assert imports.import_workbook(path).changes.operation is None


def test_the_signer_of_the_file_is_taken_over(year: CampaignId) -> None:
    imports.import_year(replace(sample(), campaign=replace(sample().campaign, plan_signer_name="Lò Văn An")))
    assert Campaign.get().plan_signer_name == "Lò Văn An"
