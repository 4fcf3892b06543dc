"""The scoring page on units and the school itself, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.models.scoring import DraftInput, Score
from tests.services import unit_scores
from tests.services.scored_school import School
from tests.services.unit_scores import Units
from tests.ui.scoring.hands import Key, Mod, at, cell, go, headings, press, undo, words
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.ui.scoring.gate_dialog import GateDialog
from thidua_gui.ui.scoring.page import BOARD, EMPTY, SHEET, ScoringPage
from thidua_gui.ui.scoring.sheet_preview import SheetPreview
from thidua_gui.ui.widgets.grid.columns import CellState, Chip

SELF, UNIT, _ = StageKey
OTHER = Mod.ControlModifier | Mod.ShiftModifier
POINTS = {"LLCS": [48, 19, 14, 15], "TCHC": [45, 18, 14, 15]}


@pytest.fixture
def made(school: School) -> Units:
    """LLCS and TCHC with points of the first two stages, but TCHC's last one of the unit's stage; the school's own."""
    units = unit_scores.add(school)
    for code, points in POINTS.items():
        unit_scores.score(school, units, SELF, code, points)
    unit_scores.score(school, units, UNIT, "LLCS", POINTS["LLCS"])
    unit_scores.score(school, units, SELF, "@", [55, 38])
    unit_scores.add_last_year(units, {(SELF, "@"): [53, 38.5], (UNIT, "LLCS"): [47, 19, 14, 15]})
    return units


@pytest.fixture
def units_page(made: Units, show: Callable[[], ScoringPage], qtbot: QtBot) -> ScoringPage:
    """The page after Ctrl+Shift+T, the units' stage open."""
    assert made
    page = show()
    qtbot.waitUntil(page.isActiveWindow)
    press(qtbot, page, Key.Key_T, mod=OTHER)
    page.board.pick_stage(UNIT)
    return page


def test_the_switch_is_reached_and_named_and_shows_units(
    made: Units, show: Callable[[], ScoringPage], qtbot: QtBot
) -> None:
    page = show()
    assert page.subjects in page.header_widgets()
    assert (page.subjects.accessibleName(), page.subjects.current()) == ("Đối tượng chấm điểm", SheetSubject.PERSON)
    qtbot.addWidget(page.subjects)
    page.subjects.show()
    qtbot.keyClick(page.subjects, Key.Key_Right)
    assert page.subjects.current() is SheetSubject.UNIT
    assert [row.person.code for row in page.view.grid.model_.shown_rows] == ["TCHC", "LLCS", "@"]
    assert [segment.accessibleName() for segment in page.subjects.segments()] == ["Cá nhân", "Tập thể"]


def test_units_are_ranked_without_the_school_and_counted_as_units(units_page: ScoringPage, made: Units) -> None:
    assert headings(units_page) == [
        "Cần xử lý trước khi chốt 1", "Đã đủ điểm, xếp theo tổng điểm đơn vị 1", "Nhà trường tự chấm 1",
    ]  # fmt: skip
    assert words(units_page, made.units["LLCS"], "rank") == "1"
    assert words(units_page, made.units["@"], "rank") == "–"
    stages = units_page.view.tally().stages
    assert [(one.done, one.of) for one in stages] == [(3, 3), (1, 2), (0, 2)]
    assert units_page.toolbar.incomplete.accessibleName() == "1 tập thể chưa đủ điểm"


def test_points_are_typed_refused_and_undone(
    units_page: ScoringPage, school: School, made: Units, qtbot: QtBot
) -> None:
    unit, key = made.units["TCHC"], "item:I/1.1"
    units_page.view.grid.toggle_all()
    go(units_page, unit, key)
    press(qtbot, units_page, "51", Key.Key_Return)
    assert cell(units_page, unit, key).state is CellState.ERROR
    assert DraftInput.get().unit_id == unit
    press(qtbot, units_page, Key.Key_F8)
    assert at(units_page) == (unit, key)
    press(qtbot, units_page, "44", Key.Key_Return)
    mine = (Score.unit == unit) & (Score.stage == school.stages[UNIT])
    assert [row.points for row in Score.select().where(mine)] == [4400]
    assert (cell(units_page, unit, key).text, cell(units_page, unit, key).previous) == ("44,0", "45,0")
    undo(units_page)
    assert cell(units_page, unit, key).text == "51"


def test_a_block_is_pasted_and_filled_down_for_units(
    units_page: ScoringPage, made: Units, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(units_page.view.grid, "confirm_paste", lambda plan: True)
    units_page.view.grid.toggle_all()
    go(units_page, made.units["TCHC"], "item:I/1.1")
    QApplication.clipboard().setText("40\t17\n41\t18")
    press(qtbot, units_page, Key.Key_V, mod=Mod.ControlModifier)
    assert [words(units_page, made.units[code], "item:I/1.2") for code in ("TCHC", "LLCS")] == ["17,0", "18,0"]
    go(units_page, made.units["LLCS"], "item:I/1.1")
    press(qtbot, units_page, Key.Key_D, mod=Mod.ControlModifier)
    assert words(units_page, made.units["LLCS"], "item:I/1.1") == "40,0"


def test_last_year_stands_beside_with_a_sign(units_page: ScoringPage, made: Units) -> None:
    model = units_page.view.grid.model_
    faces = {}
    for code in ("LLCS", "TCHC", "@"):
        line = model.line_of(made.units[code])
        assert line is not None
        faces[code] = (words(units_page, made.units[code], "last_year"), model.face(line, model.column_place("change")))
    assert faces["LLCS"][0] == "95,0"
    assert isinstance(faces["LLCS"][1], Chip)
    assert (faces["LLCS"][1].word, faces["LLCS"][1].icon) == ("+1,0", "arrow-up")
    assert (faces["TCHC"][0], faces["@"][0]) == ("chưa có", "91,5")


def test_the_schools_own_columns_are_shown_when_its_sheet_is_chosen(
    units_page: ScoringPage, made: Units, qtbot: QtBot
) -> None:
    numbers = {column.key for column in units_page.view.grid.model_.columns}
    assert "group:I" in numbers
    assert "item:/1" not in numbers
    sheets = units_page.toolbar.sheets
    sheets.setCurrentIndex(sheets.findText("Bộ CUM"))
    units_page.board.pick_stage(SELF)
    go(units_page, made.units["@"], "item:/1")
    press(qtbot, units_page, "56", Key.Key_Return)
    assert Score.select().where((Score.unit == made.units["@"]) & (Score.points == 5600)).exists()


def test_the_sheet_of_the_school_compares_line_by_line(units_page: ScoringPage, made: Units, qtbot: QtBot) -> None:
    units_page.board.pick_stage(SELF)
    go(units_page, made.units["@"], "name")
    press(qtbot, units_page, Key.Key_Return, mod=Mod.ControlModifier)
    assert units_page._stack.currentIndex() == SHEET
    assert units_page.title() == "Phiếu chấm điểm tập thể"
    model = units_page.sheet._model
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert heads == ["Tiêu chí", "Tối đa", "Tự chấm", "Năm trước", "Chênh", "Tệp"]
    lines = [model.index_of(made.criteria["CUM", number], 3) for number in ("1", "2")]
    assert [(line.data(), line.siblingAtColumn(4).data()) for line in lines] == [("53,0", "+2,0"), ("38,5", "-0,5")]
    assert lines[1].data(Qt.ItemDataRole.AccessibleTextRole) == "Mục 2, năm 2021: 38,5 điểm, giảm 0,5"


def test_the_sheet_takes_points_comments_and_files_of_the_unit(
    units_page: ScoringPage, school: School, made: Units, tmp_path: Path, qtbot: QtBot
) -> None:
    go(units_page, made.units["TCHC"], "name")
    press(qtbot, units_page, Key.Key_Return, mod=Mod.ControlModifier)
    sheet, criterion = units_page.sheet, made.criteria["TT", "2.2"]
    sheet._tree.go_to(criterion)
    sheet._model.setData(sheet._model.index_of(criterion, sheet._model.active_column), "14,5")
    assert Score.select().where((Score.unit == made.units["TCHC"]) & (Score.stage == school.stages[UNIT])).count() == 1
    proof = tmp_path / "Báo cáo.pdf"
    proof.write_bytes(b"%PDF-1.4")
    sheet._desk.add([proof])
    sheet._write_comment("Đã kiểm tra")
    last = sheet._model.index_of(criterion, sheet._model.columnCount() - 1)
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "1 nhận xét, 1 minh chứng"


def test_the_sheet_of_a_unit_is_printed_filled_and_blank(units_page: ScoringPage, made: Units, qtbot: QtBot) -> None:
    go(units_page, made.units["LLCS"], "name")
    press(qtbot, units_page, Key.Key_Return, mod=Mod.ControlModifier)
    qtbot.keyClick(units_page.sheet._tree, Key.Key_P, Mod.ControlModifier)
    window = units_page.sheet.findChildren(SheetPreview)[-1]
    assert window._words is not None
    filled = window._words.contents[0]
    assert (filled.kind, filled.name, filled.total.unit_points) == (
        "PHIẾU CHẤM ĐIỂM THI ĐUA TẬP THỂ", "Khoa Lý luận cơ sở", "96,0",
    )  # fmt: skip
    window.form.segments()[1].click()
    assert window._words.contents[0].total.unit_points == ""
    assert window.pdf is not None
    window.reject()


def test_the_gate_leads_from_people_to_the_cell_of_a_unit(
    made: Units, school: School, show: Callable[[], ScoringPage], qtbot: QtBot
) -> None:
    page = show()
    qtbot.waitUntil(page.isActiveWindow)
    press(qtbot, page, Key.Key_K, mod=OTHER)
    dialog = next(one for one in page.findChildren(GateDialog) if one.isVisible())
    wanted = next(row.id for row in dialog.rows if row.subject is SheetSubject.UNIT)
    assert dialog.rows[wanted].unit == "Tập thể"
    dialog.grid.select_row(wanted)
    qtbot.keyClick(dialog.grid, Key.Key_Return)
    assert page.subjects.current() is SheetSubject.UNIT
    assert at(page) == (made.units["TCHC"], "item:I/1.1")


def test_a_person_named_by_another_page_brings_the_people_back(
    units_page: ScoringPage, school: School, made: Units
) -> None:
    units_page.open_argument(school.people["GV02"])
    assert units_page.subjects.current() is SheetSubject.PERSON
    assert units_page._stack.currentIndex() == SHEET
    assert units_page.sheet.person_id == school.people["GV02"]


def test_without_a_sheet_for_units_the_way_to_the_criteria_is_shown_and_back(
    page: ScoringPage, qtbot: QtBot
) -> None:
    went: list[tuple[str, object]] = []
    page.context.bus.navigate.connect(lambda key, argument: went.append((key, argument)))
    qtbot.waitUntil(page.isActiveWindow)
    press(qtbot, page, Key.Key_T, mod=OTHER)
    assert page._stack.currentIndex() == EMPTY
    assert page.empty.title.text() == "Năm này chưa có bộ tiêu chí cho tập thể"
    page.empty.button.click()
    assert went == [("criteria", None)]
    assert page.subjects in page.header_widgets()
    qtbot.keyClick(page, Key.Key_T, OTHER)
    assert page._stack.currentIndex() == BOARD


def test_another_page_asks_for_the_board_of_units(made: Units, show: Callable[[], ScoringPage]) -> None:
    page = show()
    page.open_argument(SheetSubject.UNIT)
    assert page.store.board is not None
    assert (page.subjects.current(), page.store.board.subject) == (SheetSubject.UNIT, SheetSubject.UNIT)


def test_the_list_for_paper_says_that_it_is_of_units(units_page: ScoringPage) -> None:
    shown = units_page.output.shown()
    assert any("Tập thể" in line for line in shown.subject)
    assert {"Tập thể", "Năm trước"} < {column.title for column in shown.columns}
