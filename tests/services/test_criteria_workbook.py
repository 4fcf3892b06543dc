"""Criteria sheets in the year workbook: versions, units and caps come out and go in; what a workbook drops is gone."""

from datetime import datetime
from pathlib import Path

import pytest

from db.models.attachments import Attachment
from db.models.evidence import Evidence
from db.models.organisation import Unit
from db.models.scoring import CriteriaSheet, Score, Stage
from tests.core.workbook.small import read, small
from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.services import (
    criteria,
    criteria_edit,
    criteria_lines,
    criteria_versions,
    exports,
    history,
    imports,
    score_entry,
)
from thidua_gui.services.criteria import SheetView
from thidua_gui.services.criteria_edit import SheetDraft
from thidua_gui.services.criteria_lines import LineEdit
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.scoring import board
from thidua_gui.services.transaction import write


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    return imports.import_year(read(small())).campaign_id


def sheet(year: CampaignId, code: str) -> SheetView:
    return next(view for view in criteria.sheets(year) if view.code == code and not view.superseded)


def superseded(year: CampaignId) -> None:
    """GV in its second version, with a cap."""
    criteria_versions.new_version(sheet(year, "GV").id)
    new = next(view for view in criteria.sheets(year) if view.stands_for is not None)
    criteria_lines.edit_lines(new.id, [LineEdit(new.sheet.criteria[0].id, "cap", "25")])
    criteria_versions.apply_version(new.id, carry=True)


def scored_units(year: CampaignId) -> UnitId:
    """A sheet for units with one score in it."""
    criteria_edit.add_sheet(year, SheetDraft("TT", subject=SheetSubject.UNIT), sheet(year, "GV").id)
    unit = next(row for row in board(year, SheetSubject.UNIT).rows if row.code == "KA")
    stage = Stage.get(Stage.campaign == year, Stage.key == StageKey.UNIT)
    with write("Chấm"):
        criterion = sheet(year, "TT").sheet.leaves()[0].id
        Score.create(stage=stage, unit=unit.id, criterion=criterion, points=1500)
    return unit.id


def test_the_board_of_units_has_their_scores(year: CampaignId) -> None:
    unit_id = scored_units(year)
    units = board(year, SheetSubject.UNIT)
    row = next(row for row in units.rows if row.id == unit_id)
    stage = next(stage.id for stage in units.stages if stage.key is StageKey.UNIT)
    found = units.sheet(row.sheet_id)
    assert found is not None
    assert row.scores[stage] == {found.leaves()[0].id: Points(15_00)}
    assert (row.decided is not None, row.drafts[stage]) == (True, {})


def test_a_year_with_all_that_was_added_comes_out_and_goes_in(year: CampaignId, tmp_path: Path) -> None:
    superseded(year)
    scored_units(year)
    book = exports.year_workbook(year)
    assert {row.version for row in book.criteria} == {1, 2}
    path = exports.export_year(year, tmp_path / "nam.xlsx")
    assert imports.read_year_workbook(path) == book
    assert imports.import_year(book).changed == 0


def test_the_sheet_and_points_of_the_school_itself_come_out_and_go_in(year: CampaignId, tmp_path: Path) -> None:
    school = UnitId(Unit.get(Unit.code == "@").id)
    criteria_edit.add_sheet(year, SheetDraft("CUM", subject=SheetSubject.UNIT, units=(school,)), sheet(year, "GV").id)
    cell = CellEntry(school, sheet(year, "CUM").sheet.leaves()[0].id, "7,5")
    score_entry.enter(board(year).stages[0].id, [cell], of=SheetSubject.UNIT)
    path = exports.export_year(year, tmp_path / "nam.xlsx")
    history.undo_last()
    history.undo_last()
    assert imports.import_workbook(path).changed > 0
    (row,) = board(year, SheetSubject.UNIT).rows
    assert (row.id, row.is_school, sheet(year, "CUM").units) == (school, True, (school,))
    assert list(row.scores[board(year).stages[0].id].values()) == [Points(7_50)]


def test_a_sheet_that_a_workbook_drops_goes_with_its_versions(year: CampaignId) -> None:
    superseded(year)
    plain = small()
    plain["Tiêu chí"] = plain["Tiêu chí"][:4]
    del plain["Chấm điểm GV"]
    imports.import_year(read(plain))
    assert (CriteriaSheet.select().count(), Score.select().count()) == (0, 0)
    history.undo_last()
    assert [view.version for view in criteria.sheets(year)] == [2, 1]


def test_evidence_outlives_the_criterion_it_stood_for(year: CampaignId) -> None:
    with write("Minh chứng"):
        facts = {"sha256": "0" * 64, "name": "a.pdf", "media_type": "application/pdf", "size": 1, "content": b"a"}
        file = Attachment.create(**facts, added_at=datetime(2022, 11, 16))
        line = sheet(year, "GV").sheet.leaves()[0].id
        Evidence.create(attachment=file, campaign=year, criterion=line, title="a", added_at=datetime(2022, 11, 16))
    plain = small()
    plain["Tiêu chí"][5][2], plain["Chấm điểm GV"][3][3] = "1.9", "1.9"
    imports.import_year(read(plain))
    assert Evidence.get().criterion_id is None


def test_scores_that_fall_with_a_dropped_sheet_are_told(year: CampaignId) -> None:
    scored_units(year)
    plain = read(small())
    told = {line.sheet: line.removed for line in imports.preview(plain).lines}
    assert told["Chấm điểm TT"] == 1
    assert told["Tiêu chí"] > 0
    assert imports.preview(plain).removed == told["Chấm điểm TT"] + told["Tiêu chí"]
    assert Score.select().where(Score.unit.is_null(False)).count() == 1


def test_what_was_told_to_disappear_is_what_disappears(year: CampaignId) -> None:
    scored_units(year)
    plain = read(small())
    promised = imports.preview(plain)
    assert imports.import_year(plain).lines == promised.lines
    assert Score.select().where(Score.unit.is_null(False)).count() == 0
    history.undo_last()
    assert Score.select().where(Score.unit.is_null(False)).count() == 1


def test_a_score_falling_with_its_line_is_told_once(year: CampaignId) -> None:
    fallen = Score.select().where(Score.criterion == sheet(year, "GV").sheet.leaves()[0].id).count()
    plain = small()
    plain["Tiêu chí"][5][2], plain["Chấm điểm GV"][3][3] = "1.9", "1.9"
    told = next(line for line in imports.preview(read(plain)).lines if line.sheet == "Chấm điểm GV")
    assert (fallen > 0, told.removed) == (True, fallen)
