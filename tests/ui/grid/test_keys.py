"""The keys of design.md §4, by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from thidua_gui.ui.widgets.grid.columns import CellEdit, CellState
from thidua_gui.ui.widgets.grid.view import GridView

Key, Mod = Qt.Key, Qt.KeyboardModifier
Commands = list[tuple[CellEdit, ...]]


def press(qtbot: QtBot, grid: GridView, *keys: Qt.Key | str, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    """Keys to whatever has the focus."""
    for key in keys:
        target = grid.editing.editor or grid
        if isinstance(key, str):
            for letter in key:
                qtbot.keyClicks(grid.editing.editor or grid, letter)
        else:
            qtbot.keyClick(target, key, mod)


def cell(grid: GridView) -> tuple[int | None, str]:
    """Row id and column key of the cursor."""
    at = grid.caret.cell
    assert at is not None
    return grid.current_row_id, grid.snapshot.columns[at[1]].key


def shown(grid: GridView, row_id: int, key: str) -> str:
    """The words of a cell."""
    line = grid.snapshot.line_of(row_id)
    assert line is not None
    return grid.snapshot.words(line, grid.snapshot.column_place(key))


def test_enter_commits_and_goes_down(qtbot: QtBot, score_grid: GridView, commands: Commands) -> None:
    score_grid.select_row(5, "II")
    press(qtbot, score_grid, "38,5", Key.Key_Return)
    assert commands == [(CellEdit(5, "II", "38,5"),)]
    assert cell(score_grid) == (6, "II")
    assert score_grid.hasFocus()


def test_enter_passes_over_group_headings_and_the_cut_line(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.select_row(4, "II")
    press(qtbot, score_grid, Key.Key_Return)
    assert cell(score_grid) == (5, "II")
    score_grid.select_row(10, "II")
    press(qtbot, score_grid, Key.Key_Return)
    assert cell(score_grid) == (11, "II")


def test_shift_enter_goes_up(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.select_row(5, "II")
    press(qtbot, score_grid, Key.Key_Return, mod=Mod.ShiftModifier)
    assert cell(score_grid) == (4, "II")


def test_tab_skips_read_only_cells_and_wraps(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.select_row(5, "V")
    press(qtbot, score_grid, Key.Key_Tab)
    assert cell(score_grid) == (6, "I")
    press(qtbot, score_grid, Key.Key_Backtab, mod=Mod.ShiftModifier)
    assert cell(score_grid) == (5, "V")


def test_enter_after_tabs_returns_to_the_column_where_tabbing_began(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.select_row(5, "I")
    press(qtbot, score_grid, "19", Key.Key_Tab, "38", Key.Key_Tab, "14", Key.Key_Return)
    assert cell(score_grid) == (6, "I")


def test_tab_commits_what_was_typed(qtbot: QtBot, score_grid: GridView, commands: Commands) -> None:
    score_grid.select_row(5, "I")
    press(qtbot, score_grid, "19", Key.Key_Tab)
    assert commands == [(CellEdit(5, "I", "19"),)]
    assert cell(score_grid) == (5, "II")


def test_escape_restores_the_cell(qtbot: QtBot, score_grid: GridView, commands: Commands) -> None:
    score_grid.select_row(5, "II")
    press(qtbot, score_grid, "12", Key.Key_Escape)
    assert commands == []
    assert shown(score_grid, 5, "II") == "39,0"
    assert score_grid.hasFocus()


def test_delete_empties_and_does_not_write_zero(qtbot: QtBot, score_grid: GridView, commands: Commands) -> None:
    score_grid.select_row(5, "II")
    press(qtbot, score_grid, Key.Key_Delete)
    assert commands == [(CellEdit(5, "II", ""),)]
    line = score_grid.snapshot.line_of(5)
    assert line is not None
    face = score_grid.snapshot.face(line, score_grid.snapshot.column_place("II"))
    assert getattr(face, "state", None) is CellState.MISSING


def test_f2_edits_with_the_words_selected_and_an_unchanged_cell_writes_nothing(
    qtbot: QtBot, score_grid: GridView, commands: Commands
) -> None:
    score_grid.select_row(5, "II")
    press(qtbot, score_grid, Key.Key_F2)
    assert score_grid.editing.editor is not None
    assert score_grid.editing.editor.selectedText() == "39,0"
    press(qtbot, score_grid, Key.Key_Return)
    assert commands == []


def test_letters_have_no_business_in_a_score_cell(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.select_row(5, "II")
    press(qtbot, score_grid, "x")
    assert not score_grid.editing.active
    press(qtbot, score_grid, "3x8")
    assert score_grid.editing.editor is not None
    assert score_grid.editing.editor.text() == "38"


def test_arrows_leave_a_cell_begun_by_typing(qtbot: QtBot, score_grid: GridView, commands: Commands) -> None:
    score_grid.select_row(5, "II")
    press(qtbot, score_grid, "38", Key.Key_Right)
    assert cell(score_grid) == (5, "III")
    assert len(commands) == 1


def test_arrows_move_inside_the_words_after_f2(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.select_row(5, "II")
    press(qtbot, score_grid, Key.Key_F2, Key.Key_Left)
    assert score_grid.editing.active


def test_fill_down_takes_the_cell_above(qtbot: QtBot, score_grid: GridView, commands: Commands) -> None:
    score_grid.select_row(6, "II")
    press(qtbot, score_grid, "37", Key.Key_Return, Key.Key_D, mod=Mod.NoModifier)
    press(qtbot, score_grid, Key.Key_D, mod=Mod.ControlModifier)
    assert commands[-1] == (CellEdit(7, "II", "37"),)


def test_fill_down_fills_a_block_in_one_command(qtbot: QtBot, score_grid: GridView, commands: Commands) -> None:
    score_grid.select_row(1, "I")
    press(qtbot, score_grid, Key.Key_Down, Key.Key_Down, Key.Key_Right, mod=Mod.ShiftModifier)
    press(qtbot, score_grid, Key.Key_D, mod=Mod.ControlModifier)
    assert len(commands) == 1
    assert set(commands[0]) == {CellEdit(2, "II", "42,0"), CellEdit(3, "I", "18,0"), CellEdit(3, "II", "42,0")}


def test_a_typed_value_goes_into_the_whole_selection_with_ctrl_enter(
    qtbot: QtBot, score_grid: GridView, commands: Commands
) -> None:
    score_grid.select_row(5, "I")
    press(qtbot, score_grid, Key.Key_Down, Key.Key_Down, mod=Mod.ShiftModifier)
    press(qtbot, score_grid, "17")
    press(qtbot, score_grid, Key.Key_Return, mod=Mod.ControlModifier)
    assert [(edit.row_id, edit.text) for edit in commands[0]] == [(5, "17"), (6, "17"), (7, "17")]


def test_ctrl_enter_opens_the_row(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.select_row(5, "II")
    with qtbot.waitSignal(score_grid.opened) as opened:
        press(qtbot, score_grid, Key.Key_Return, mod=Mod.ControlModifier)
    assert opened.args == [5]


def test_f8_walks_the_refused_cells_and_then_the_missing_ones(
    qtbot: QtBot, score_grid: GridView, commands: Commands
) -> None:
    score_grid.select_row(9, "I")
    press(qtbot, score_grid, Key.Key_F8)
    assert cell(score_grid) == (1, "II")
    press(qtbot, score_grid, "40", Key.Key_Return)
    press(qtbot, score_grid, Key.Key_F8)
    assert cell(score_grid) == (2, "V")
    press(qtbot, score_grid, Key.Key_F8, mod=Mod.ShiftModifier)
    assert cell(score_grid) == (2, "II")


def test_f8_in_the_editor_commits_first(qtbot: QtBot, score_grid: GridView, commands: Commands) -> None:
    score_grid.select_row(5, "II")
    press(qtbot, score_grid, "38", Key.Key_F8)
    assert len(commands) == 1
    assert cell(score_grid) == (1, "II")


def test_ctrl_page_keys_step_rows(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.select_row(6, "II")
    press(qtbot, score_grid, Key.Key_PageDown, mod=Mod.ControlModifier)
    assert cell(score_grid) == (7, "II")
    press(qtbot, score_grid, Key.Key_PageUp, mod=Mod.ControlModifier)
    assert cell(score_grid) == (6, "II")


def test_groups_are_folded_by_keyboard(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.select_row(1, "II")
    lines = score_grid.snapshot.rowCount()
    press(qtbot, score_grid, Key.Key_Up, Key.Key_Left)
    assert score_grid.snapshot.rowCount() == lines - 4
    press(qtbot, score_grid, Key.Key_Right)
    assert score_grid.snapshot.rowCount() == lines


def test_copy_with_titles_puts_the_block_on_the_clipboard(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.select_row(5, "I")
    press(qtbot, score_grid, Key.Key_Down, Key.Key_Right, mod=Mod.ShiftModifier)
    press(qtbot, score_grid, Key.Key_C, mod=Mod.ControlModifier | Mod.ShiftModifier)
    assert QGuiApplication.clipboard().text() == (
        "I. Đạo đức, lối sống\tII. Nhiệm vụ chuyên môn\n20,0\t39,0\n20,0\t39,0\n"
    )


def test_invalid_words_stay_and_do_not_trap_the_cursor(qtbot: QtBot, score_grid: GridView, commands: Commands) -> None:
    score_grid.select_row(5, "II")
    press(qtbot, score_grid, "45", Key.Key_Return)
    assert cell(score_grid) == (6, "II")
    assert shown(score_grid, 5, "II") == "45"
    assert len(score_grid.snapshot.problems()) == 2


def test_space_toggles_the_check_of_the_selected_rows(qtbot: QtBot, people_grid: GridView) -> None:
    people_grid.select_row(3, "name")
    press(qtbot, people_grid, Key.Key_Down, mod=Mod.ShiftModifier)
    press(qtbot, people_grid, Key.Key_Space)
    assert people_grid.snapshot.picked == (3, 4)
    press(qtbot, people_grid, Key.Key_Space)
    assert people_grid.snapshot.picked == ()


def test_enter_opens_the_row_of_a_list(qtbot: QtBot, people_grid: GridView) -> None:
    people_grid.select_row(3, "name")
    with qtbot.waitSignal(people_grid.opened) as opened:
        press(qtbot, people_grid, Key.Key_Return)
    assert opened.args == [3]


def test_ctrl_shift_l_toggles_the_filter_row(qtbot: QtBot, people_grid: GridView) -> None:
    people_grid.snapshot.set_filter("name", "thị")
    press(qtbot, people_grid, Key.Key_L, mod=Mod.ControlModifier | Mod.ShiftModifier)
    assert not people_grid.filter_row_shown
    assert not people_grid.snapshot.filtered
    press(qtbot, people_grid, Key.Key_L, mod=Mod.ControlModifier | Mod.ShiftModifier)
    assert people_grid.filter_row_shown
