"""A paste is planned before it is done, and done as one command (GRID-03)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.grid import scenes
from thidua_gui.text import grid as wording
from thidua_gui.ui import messages
from thidua_gui.ui.widgets.grid.columns import CellEdit
from thidua_gui.ui.widgets.grid.pasting import PastePlan
from thidua_gui.ui.widgets.grid.view import GridView

Commands = list[tuple[CellEdit, ...]]


def paste(qtbot: QtBot, grid: GridView, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_block_is_one_command(qtbot: QtBot, score_grid: GridView, commands: Commands) -> None:
    score_grid.select_row(5, "I")
    paste(qtbot, score_grid, "19\t38.5\r\n18,5\t37\r\n")
    assert len(commands) == 1
    assert set(commands[0]) == {
        CellEdit(5, "I", "19"),
        CellEdit(5, "II", "38,5"),
        CellEdit(6, "I", "18,5"),
        CellEdit(6, "II", "37"),
    }


def test_the_plan_counts_read_only_invalid_and_unchanged_cells(score_grid: GridView) -> None:
    score_grid.select_row(5, "IV")
    plan = score_grid.block.plan_paste("15,0\t12\t99\n14\t9\t99\n")
    assert [edit.text for edit in plan.changes] == ["14", "9"]
    assert plan.invalid == (CellEdit(5, "V", "12"),)
    assert (plan.skipped_read_only, plan.unchanged) == (2, 1)


def test_rows_without_a_line_are_counted(score_grid: GridView) -> None:
    score_grid.select_row(13, "I")
    plan = score_grid.block.plan_paste("1\n2\n3\n4\n")
    assert (len(plan.changes), plan.overflow_rows) == (2, 2)


def test_group_headings_and_the_cut_line_take_no_pasted_row(score_grid: GridView) -> None:
    score_grid.select_row(4, "I")
    plan = score_grid.block.plan_paste("1\n2\n3\n4\n5\n6\n7\n8\n")
    assert [edit.row_id for edit in plan.changes] == [4, 5, 6, 7, 8, 9, 10, 11]


def test_hidden_columns_and_filtered_rows_are_passed_over(score_grid: GridView) -> None:
    score_grid.arrangement.set_hidden("II", True)
    score_grid.snapshot.set_search("thị")
    score_grid.select_row(5, "I")
    plan = score_grid.block.plan_paste("1\t2\n3\t4\n")
    assert {(edit.row_id, edit.column_key) for edit in plan.edits} == {(5, "I"), (5, "III"), (6, "I"), (6, "III")}


def test_one_value_fills_the_selection(qtbot: QtBot, score_grid: GridView, commands: Commands) -> None:
    score_grid.select_row(5, "I")
    for _ in range(3):
        qtbot.keyClick(score_grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    paste(qtbot, score_grid, "18\n")
    assert [(edit.row_id, edit.text) for edit in commands[0]] == [(5, "18"), (6, "18"), (7, "18"), (8, "18")]


def test_a_refused_paste_writes_nothing(qtbot: QtBot, score_grid: GridView, commands: Commands) -> None:
    asked: list[PastePlan] = []

    def refuse(plan: PastePlan) -> bool:
        asked.append(plan)
        return False

    score_grid.confirm_paste = refuse
    score_grid.select_row(5, "I")
    paste(qtbot, score_grid, "1\t2\n")
    assert len(asked) == 1
    assert commands == []


def test_a_block_asks_and_one_cell_does_not(
    qtbot: QtBot, score_grid: GridView, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def confirm(_parent: object, _title: str, text: str, verb: str) -> bool:
        asked.append(f"{text} [{verb}]")
        return True

    monkeypatch.setattr(messages, "confirm", confirm)
    score_grid.confirm_paste = None
    score_grid.select_row(5, "IV")
    paste(qtbot, score_grid, "14\n")
    assert asked == []
    paste(qtbot, score_grid, "13\t8\t1\n")
    assert asked == ["Thay đổi 2 ô, bỏ qua 1 ô chỉ đọc. [Dán 2 ô]"]
    assert [len(command) for command in commands] == [1, 2]


def test_pasting_far_below_the_first_screen_reaches_rows_never_shown(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.snapshot.set_rows(scenes.sheets(300))
    score_grid.select_row(10, "I")
    plan = score_grid.block.plan_paste("1\n" * 280)
    assert [edit.row_id for edit in plan.changes] == list(range(10, 290))


def test_the_question_says_what_will_happen() -> None:
    assert wording.pasted(84, 6, 2, 0).startswith("Thay đổi 84 ô, bỏ qua 6 ô chỉ đọc, 2 ô không hợp lệ.")
    assert "3 dòng thừa" in wording.pasted(84, 0, 0, 3)


def test_a_copied_block_pastes_back_unchanged(qtbot: QtBot, score_grid: GridView, commands: Commands) -> None:
    score_grid.select_row(1, "I")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(score_grid, key, Qt.KeyboardModifier.ShiftModifier)
    plan = score_grid.block.plan_paste(score_grid.block.copy())
    assert (plan.edits, plan.unchanged) == ((), 9)
