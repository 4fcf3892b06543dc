"""Milestones that are more than the plan's dates travel with the year's workbook; others need no sheet."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.services import campaigns, exports, history, imports, sample, schedule
from thidua_gui.services.schedule import MilestoneDraft
from thidua_gui.services.workbook_file import load

SHEET = "Mốc thời gian"
OWN = MilestoneDraft(MilestoneKind.OTHER, "Hội nghị điển hình tiên tiến", due_on=date(2022, 8, 19), note="Hội trường A")


@pytest.fixture
def year(data_file):
    return imports.import_workbook(sample.workbook()).campaign_id


def kept(year):
    return [(mark.kind, mark.name, mark.due_on, mark.done_on) for mark in campaigns.milestones(year)]


def test_milestones_that_follow_from_the_plan_are_not_written(year, tmp_path):
    assert SHEET not in load(exports.export_year(year, tmp_path / "nam.xlsx"))


def test_a_milestone_of_ones_own_comes_back_from_the_workbook(year, tmp_path):
    schedule.add(year, OWN)
    schedule.move(campaigns.milestones(year)[-1].id, -3)
    before, path = kept(year), exports.export_year(year, tmp_path / "nam.xlsx")
    history.undo_last()
    history.undo_last()
    assert kept(year) != before
    imports.import_workbook(path)
    assert kept(year) == before
    assert imports.import_workbook(path).changed == 0


def test_a_workbook_without_the_sheet_leaves_them(year, tmp_path):
    path = exports.export_year(year, tmp_path / "nam.xlsx")
    schedule.add(year, OWN)
    before = kept(year)
    imports.import_workbook(path)
    assert kept(year) == before


def test_a_kind_that_does_not_exist_is_told_with_its_cell(year, tmp_path):
    schedule.add(year, OWN)
    assert load(exports.export_year(year, tmp_path / "nam.xlsx"))[SHEET][-1][1] == "Mốc khác"
