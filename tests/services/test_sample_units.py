"""The sample year scores its khoa and phòng, and the school itself, by sheets marked as samples."""

from __future__ import annotations

from thidua_gui.core.points import Points
from thidua_gui.core.scoring import SheetSubject, StageKey, required_maximum
from thidua_gui.services import criteria, exports, imports, scoring
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.scoring import stage_total


def test_five_units_and_the_school_have_points_on_scales_of_a_hundred(sample_year: CampaignSummary) -> None:
    board = scoring.board(sample_year.id, SheetSubject.UNIT)
    assert [row.code for row in board.rows] == ["@", "LLCS", "XDD", "NNPL", "QLDT", "TCHC"]
    assert {required_maximum(sheet) for sheet in board.sheets} == {Points(100_00)}
    totals = {stage.key: [stage_total(board, row, stage.id) for row in board.rows] for stage in board.stages}
    assert totals[StageKey.SELF][0] == Points(96_50)
    assert [total is None for total in totals[StageKey.UNIT]] == [True, False, False, False, False, False]
    assert set(totals[StageKey.COUNCIL]) == {None}


def test_their_sheets_say_that_they_are_samples(sample_year: CampaignSummary) -> None:
    names = [view.name or "" for view in criteria.sheets(sample_year.id) if view.subject is SheetSubject.UNIT]
    assert len(names) == 2
    assert all("mẫu tham khảo" in name for name in names)


def test_they_come_out_in_the_year_workbook_and_go_in_again(sample_year: CampaignSummary) -> None:
    book = exports.year_workbook(sample_year.id)
    assert {row.person for row in book.scores if row.sheet == "CUM"} == {"@"}
    assert imports.import_year(book).changed == 0
