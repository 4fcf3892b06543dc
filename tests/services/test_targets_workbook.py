"""Composed targets in the year workbook: parameters and narrowed bases go out and in; older files change nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.workbook.small import read, small
from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.target_catalogue import Among, Base, Measure, Measured, Within
from thidua_gui.core.targets import BoundUnit
from thidua_gui.core.workbook.writing import to_sheets
from thidua_gui.services import campaigns, exports, imports, organisation, targets
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.target_facts import target_lines
from thidua_gui.services.targets import TargetDraft
from thidua_gui.text.workbook import WORDING

DRAFT = TargetDraft(
    "X1", "Giảng viên được Bằng khen", Measured(Measure.TITLE, "Bằng khen"), Among(Base.RATED, "good"),
    BoundUnit.PERCENT, "5",
)  # fmt: skip


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    return imports.import_year(read(small())).campaign_id


def unit(year: CampaignId) -> UnitId:
    last_day = campaigns.campaign(year).last_day
    return next(row.id for row in organisation.units(last_day) if not row.is_root)


def headers(year: CampaignId) -> list[object]:
    return to_sheets(exports.year_workbook(year), WORDING)["Chỉ tiêu"][3]


def test_a_parameter_stands_behind_a_colon_and_comes_back(year: CampaignId, tmp_path: Path) -> None:
    targets.add_target(year, DRAFT)
    sheet = to_sheets(exports.year_workbook(year), WORDING)["Chỉ tiêu"]
    assert sheet[-1][2:4] == ["danh hiệu: Bằng khen", "cá nhân xếp loại từ: Hoàn thành tốt nhiệm vụ"]
    before = target_lines(year)
    imports.import_workbook(exports.export_year(year, tmp_path / "nam.xlsx"))
    assert target_lines(year) == before


def test_columns_that_narrow_the_base_are_written_only_when_used(year: CampaignId, tmp_path: Path) -> None:
    targets.add_target(year, DRAFT)
    assert not {"Trong đơn vị", "Trong nhóm"} & set(headers(year))
    within = Within(unit(year), "Giảng viên")
    targets.add_target(year, replace(DRAFT, code="X2", within=within))
    assert {"Trong đơn vị", "Trong nhóm"} <= set(headers(year))
    imports.import_workbook(exports.export_year(year, tmp_path / "nam.xlsx"))
    assert target_lines(year)[-1].within == within


def test_a_file_without_those_columns_leaves_what_narrows_a_base(year: CampaignId) -> None:
    within = Within(unit(year))
    targets.add_target(year, replace(DRAFT, within=within))
    book = exports.year_workbook(year)
    imports.import_year(replace(book, targets=tuple(replace(row, within_unit=None) for row in book.targets)))
    assert target_lines(year)[-1].within == within
