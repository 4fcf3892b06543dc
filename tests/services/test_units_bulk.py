"""One step for many units: launch, kind, closing; who is passed over, what is refused, what undo restores."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.campaigns import Launch
from db.models.organisation import Unit
from tests.services.small_school import add_unit, populate, refusal, unit
from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.services import history, organisation_year, units_bulk
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.organisation_year import UnitYearDraft
from thidua_gui.text.errors import sentence

DAY = date(2022, 3, 10)


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    return populate()


def some(*codes: str) -> list[UnitId]:
    return [unit(code) for code in codes]


def launches() -> dict[str, date]:
    return {row.unit.code: row.launched_on for row in Launch.select()}


def test_the_launch_is_recorded_where_it_is_missing(year: CampaignId) -> None:
    organisation_year.record_year(unit("XDD"), year, UnitYearDraft(date(2022, 3, 5), 9, None))
    done = units_bulk.record_launch(year, some("LLCS", "XDD", "@"), DAY, replace=False)
    assert done.said == (
        "Đã ghi ngày phát động 10/03/2022 cho 1 đơn vị, bỏ qua 1 đơn vị là chính trường, 1 đơn vị đã có ngày phát động."
    )
    assert launches() == {"XDD": date(2022, 3, 5), "LLCS": DAY}
    units_bulk.record_launch(year, some("LLCS", "XDD"), date(2022, 3, 12), replace=True)
    assert set(launches().values()) == {date(2022, 3, 12)}
    assert Launch.get(Launch.unit == unit("XDD")).participants == 9


def test_a_launch_needs_a_day_of_the_year(year: CampaignId) -> None:
    units = some("LLCS")
    assert refusal(units_bulk.record_launch, year, units, None, replace=False).code == "bulk_day_missing"
    outside = refusal(units_bulk.record_launch, year, units, date(2021, 3, 1), replace=False)
    assert outside.code == "launch_outside_year"


def test_a_unit_is_closed_after_those_below_it_in_one_step(year: CampaignId) -> None:
    assert year
    add_unit("TT", "Trung tâm Bồi dưỡng", "Trung tâm")
    add_unit("TT1", "Tổ Một", "Tổ", parent_id=unit("TT"))
    done = units_bulk.close(some("TT", "TT1"), date(2022, 12, 31))
    assert done.said == "Đã đóng 2 đơn vị, ngày hoạt động cuối cùng 31/12/2022."
    history.undo_last()
    assert Unit.select().where(Unit.closed_on.is_null(False)).count() == 0


def test_one_unit_with_people_keeps_all_open(year: CampaignId) -> None:
    assert year
    add_unit("TT", "Trung tâm Bồi dưỡng", "Trung tâm")
    refused = refusal(units_bulk.close, some("TT", "LLCS"), date(2022, 12, 31))
    assert refused.code == "unit_has_members"
    assert "Phạm Thị Hồng Nhung" in sentence(refused)


def test_the_kind_is_set_where_it_differs(year: CampaignId) -> None:
    assert year
    done = units_bulk.set_kind(some("LLCS", "XDD", "TCHC"), "Phòng")
    assert done.said == "Đã đặt loại Phòng cho 2 đơn vị, bỏ qua 1 đơn vị đã thuộc loại này."
    assert sentence(refusal(units_bulk.set_kind, some("TCHC"), "Phòng")) == (
        "Không có gì để ghi: 1 đơn vị đã thuộc loại này."
    )
    history.undo_last()
    assert {row.code: row.kind for row in Unit.select().where(~Unit.is_root)} == {
        "LLCS": "Khoa", "XDD": "Khoa", "TCHC": "Phòng",
    }  # fmt: skip
    assert refusal(units_bulk.set_kind, some("TCHC"), " ").code == "bulk_kind_missing"
