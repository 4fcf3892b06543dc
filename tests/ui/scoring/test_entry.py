"""Typing scores by keyboard alone: each cell is one command, nothing typed is lost, nothing jumps under the cursor."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.services.scored_school import School
from tests.ui.scoring.hands import Key, Mod, at, cell, go, listed, press, redo, undo, words
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import history
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.widgets.grid.columns import CellState
from thidua_gui.ui.widgets.grid.pasting import PastePlan

FIRST = "item:II/2.1"
UNIT_TOTAL = f"total:{StageKey.UNIT}"


def open_all(qtbot: QtBot, page: ScoringPage) -> None:
    press(qtbot, page, Key.Key_G, mod=Mod.ControlModifier | Mod.ShiftModifier)
    assert page.view.grid.expanded == {"I", "II"}


def test_a_column_typed_downwards_is_a_step_per_cell(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    open_all(qtbot, page)
    go(page, school.people["GV01"], FIRST)
    before = len(history.operations(1000))
    for text in ("49", "48,5", "48.5", "40", "39", "38"):
        press(qtbot, page, text, Key.Key_Return)
    assert len(history.operations(1000)) == before + 6
    people = [school.people[code] for code in ("GV01", "GV02", "GV03", "GV04", "GV05", "GV06")]
    assert [words(page, person, FIRST) for person in people] == ["49,0", "48,5", "48,5", "40,0", "39,0", "38,0"]


def test_totals_and_ranks_follow_at_once_and_the_order_waits(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    open_all(qtbot, page)
    before = listed(page, school)
    go(page, school.people["GV01"], FIRST)
    press(qtbot, page, "20", Key.Key_Return)
    assert words(page, school.people["GV01"], UNIT_TOTAL) == "68,5"
    assert [words(page, school.people[code], "rank") for code in ("GV01", "GV03", "GV02", "GV04")] == list("6113")
    assert listed(page, school) == before
    assert page.view.rearrange_button.isVisible()


def test_f5_sorts_again_and_the_cursor_stays_on_its_person(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    open_all(qtbot, page)
    go(page, school.people["GV01"], FIRST)
    press(qtbot, page, "20", Key.Key_Return, Key.Key_Up)
    press(qtbot, page, Key.Key_F5)
    assert listed(page, school)[2:] == ["GV02", "GV03", "GV04", "GV05", "GV06", "GV01"]
    assert at(page) == (school.people["GV01"], FIRST)
    assert not page.view.rearrange_button.isVisible()


def test_typing_into_a_group_opens_it_and_the_digit_arrives(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    go(page, school.people["GV01"], "group:II")
    press(qtbot, page, "4")
    assert page.view.grid.expanded == {"II"}
    press(qtbot, page, "5", Key.Key_Return)
    assert words(page, school.people["GV01"], FIRST) == "45,0"
    assert words(page, school.people["GV01"], "sum:II") == "73,5"


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return])
def test_f2_and_enter_open_a_group(qtbot: QtBot, page: ScoringPage, school: School, key: Key) -> None:
    go(page, school.people["GV01"], "group:II")
    press(qtbot, page, key)
    assert at(page) == (school.people["GV01"], FIRST)
    assert page.view.grid.editing.active == (key == Key.Key_F2)


def test_ctrl_g_closes_the_group_again(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    go(page, school.people["GV01"], "group:II")
    press(qtbot, page, Key.Key_Return)
    press(qtbot, page, Key.Key_G, mod=Mod.ControlModifier)
    assert page.view.grid.expanded == frozenset()
    assert at(page) == (school.people["GV01"], "group:II")


def test_letters_open_no_group(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    go(page, school.people["GV01"], "group:II")
    press(qtbot, page, "k")
    assert page.view.grid.expanded == frozenset()


def test_zero_is_a_score_and_delete_is_none(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    open_all(qtbot, page)
    go(page, school.people["GV01"], FIRST)
    press(qtbot, page, "0", Key.Key_Return)
    assert words(page, school.people["GV01"], UNIT_TOTAL) == "48,5"
    go(page, school.people["GV01"], FIRST)
    press(qtbot, page, Key.Key_Delete)
    assert cell(page, school.people["GV01"], FIRST).state is CellState.MISSING
    assert words(page, school.people["GV01"], UNIT_TOTAL) == "–"


def test_a_value_over_the_maximum_stays_and_is_counted(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    open_all(qtbot, page)
    go(page, school.people["GV02"], FIRST)
    press(qtbot, page, "52", Key.Key_Return)
    refused = cell(page, school.people["GV02"], FIRST)
    assert (refused.text, refused.state) == ("52", CellState.ERROR)
    assert page.toolbar.invalid.accessibleName() == "1 ô không hợp lệ"
    assert "mục 2.1:" in page.view.problems.accessibleName()
    assert "Nhập từ 0 đến 50." in page.view.problems.accessibleName()
    assert words(page, school.people["GV02"], "rank") == "–"


def test_f8_finds_a_refused_value_in_a_closed_group(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    open_all(qtbot, page)
    go(page, school.people["GV02"], FIRST)
    press(qtbot, page, "52", Key.Key_Return)
    press(qtbot, page, Key.Key_G, mod=Mod.ControlModifier | Mod.ShiftModifier)
    assert cell(page, school.people["GV02"], "group:II").text == "2.1: 52"
    go(page, school.people["GV05"], "name")
    press(qtbot, page, Key.Key_F8)
    assert at(page) == (school.people["GV02"], FIRST)
    press(qtbot, page, "50", Key.Key_Return)
    assert not page.view.problems.isVisible()
    assert not page.toolbar.invalid.isVisible()


def test_f8_goes_through_missing_scores_when_nothing_is_refused(
    qtbot: QtBot, page: ScoringPage, school: School
) -> None:
    press(qtbot, page, Key.Key_F8)
    seen = [at(page)]
    for _ in range(3):
        press(qtbot, page, Key.Key_F8)
        seen.append(at(page))
    first, second = (school.people[code] for code in listed(page, school)[:2])
    assert seen == [(first, "item:I/1.1"), (first, "item:I/1.2"), (first, FIRST), (second, "item:I/1.1")]
    press(qtbot, page, Key.Key_F8, mod=Mod.ShiftModifier)
    assert at(page) == (first, FIRST)


def test_undo_and_redo_show_in_the_cells(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    open_all(qtbot, page)
    go(page, school.people["GV01"], FIRST)
    press(qtbot, page, "52", Key.Key_Return)
    undo(page)
    assert words(page, school.people["GV01"], FIRST) == "50,0"
    assert words(page, school.people["GV01"], UNIT_TOTAL) == "98,5"
    redo(page)
    assert cell(page, school.people["GV01"], FIRST).state is CellState.ERROR


def test_a_pasted_block_is_told_before_and_is_one_step(
    qtbot: QtBot, page: ScoringPage, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[PastePlan] = []
    monkeypatch.setattr(page.view.grid, "confirm_paste", lambda plan: told.append(plan) or True)
    open_all(qtbot, page)
    go(page, school.people["GV01"], "item:I/1.1")
    QGuiApplication.clipboard().setText("7\t11,5\t99\r\n6.5\t10\t45\r\n")
    before = len(history.operations(1000))
    press(qtbot, page, Key.Key_V, mod=Mod.ControlModifier)
    assert (len(told[0].changes), len(told[0].invalid)) == (5, 1)
    assert len(history.operations(1000)) == before + 1
    assert cell(page, school.people["GV01"], FIRST).text == "99"
    assert words(page, school.people["GV02"], "item:I/1.1") == "6,5"


def test_a_block_over_cells_that_a_sheet_lacks_leaves_them_out(
    qtbot: QtBot, page: ScoringPage, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[PastePlan] = []
    monkeypatch.setattr(page.view.grid, "confirm_paste", lambda plan: told.append(plan) or True)
    open_all(qtbot, page)
    go(page, school.people["NV01"], FIRST)
    QGuiApplication.clipboard().setText("70\t5")
    press(qtbot, page, Key.Key_V, mod=Mod.ControlModifier)
    assert told[0].skipped_read_only == 1
    assert words(page, school.people["NV01"], FIRST) == "70,0"


def test_ctrl_d_copies_from_the_line_above(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    open_all(qtbot, page)
    go(page, school.people["GV01"], "item:II/2.2")
    press(qtbot, page, "11", Key.Key_Return)
    press(qtbot, page, Key.Key_D, mod=Mod.ControlModifier)
    assert words(page, school.people["GV02"], "item:II/2.2") == "11,0"


def test_every_commit_says_when_it_was_saved(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    open_all(qtbot, page)
    go(page, school.people["GV01"], FIRST)
    press(qtbot, page, "45", Key.Key_Return)
    assert page.view.hints._note == "Đã lưu 09:41:07"


def test_a_refused_command_gives_the_old_value_back_and_says_why(
    qtbot: QtBot, page: ScoringPage, school: School, close_stage: None
) -> None:
    open_all(qtbot, page)
    go(page, school.people["GV01"], FIRST)
    press(qtbot, page, "45", Key.Key_Return)
    assert words(page, school.people["GV01"], FIRST) == "50,0"
    assert "đã chốt" in page.banner.label.text()
