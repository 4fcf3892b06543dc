"""What the sample year holds beside its workbook leaves every cell of the workbook as it was."""

from __future__ import annotations

from pathlib import Path

from thidua_gui.core.registering import Side
from thidua_gui.services import exports, registrations, sample
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.workbook_file import load

FLAG = "Cờ thi đua của Giám đốc Học viện Chính trị quốc gia Hồ Chí Minh"
HEADERS = 3


def test_the_school_registers_what_its_plan_says(sample_year: CampaignSummary) -> None:
    (school, *_) = registrations.board(sample_year.id, Side.UNITS).rows
    assert [line.title for line in school.lines] == ["Tập thể lao động xuất sắc", FLAG]
    assert {line.registered_on for line in school.lines} == {sample_year.plan_issued_on}
    assert not school.is_late


def test_the_exported_year_has_every_cell_of_the_workbook_and_two_lines_more(
    sample_year: CampaignSummary, tmp_path: Path
) -> None:
    before, after = load(sample.workbook()), load(exports.export_year(sample_year.id, tmp_path / "e.xlsx"))
    for sheet, rows in before.items():
        places = [list(after[sheet][HEADERS]).index(header) for header in rows[HEADERS]]
        told = [[row[place] for place in places] for row in after[sheet][HEADERS : len(rows)]]
        assert told == [list(row) for row in rows[HEADERS:]], sheet
    added = [row[1:3] for row in after["Đăng ký thi đua"][len(before["Đăng ký thi đua"]) :]]
    assert [list(row) for row in added] == [["TRƯỜNG", "Tập thể lao động xuất sắc"], ["TRƯỜNG", FLAG]]
