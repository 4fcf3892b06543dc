"""Mouse, frozen columns, filter row, remembered columns and the panel around a grid."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.grid import scenes
from tests.ui.grid.test_keys import cell, press, shown
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.columns import CellEdit
from thidua_gui.ui.widgets.grid.menus import cell_menu, columns_menu, title_menu
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.surface import Surface
from thidua_gui.ui.widgets.grid.view import GridView

LEFT = Qt.MouseButton.LeftButton
Mod = Qt.KeyboardModifier


def click(qtbot: QtBot, grid: GridView, row_id: int, key: str, mod: Mod = Mod.NoModifier) -> None:
    """A click into the middle of a cell."""
    surface, place = spot(grid, row_id, key)
    qtbot.mouseClick(surface.viewport(), LEFT, mod, place)


def spot(grid: GridView, row_id: int, key: str) -> tuple[Surface, QPoint]:
    line, column = grid.snapshot.line_of(row_id), grid.snapshot.column_place(key)
    assert line is not None
    surface = grid.surface_of(column)
    return surface, surface.visualRect(grid.snapshot.index(line, column)).center()


def field(grid: GridView, key: str) -> QLineEdit | QComboBox:
    """A field of the filter row."""
    return next(head.strip.fields[key] for head in grid.heads() if key in head.strip.fields)


def test_a_click_moves_the_cursor_on_both_surfaces(qtbot: QtBot, score_grid: GridView) -> None:
    click(qtbot, score_grid, 6, "III")
    assert cell(score_grid) == (6, "III")
    click(qtbot, score_grid, 7, "name")
    assert cell(score_grid) == (7, "name")
    assert score_grid.hasFocus()


def test_shift_and_click_select_a_block_over_frozen_and_scrolling_columns(qtbot: QtBot, score_grid: GridView) -> None:
    click(qtbot, score_grid, 5, "name")
    click(qtbot, score_grid, 6, "I", Mod.ShiftModifier)
    keys = [score_grid.snapshot.columns[column].key for _, column in score_grid.caret.selected_cells()[0]]
    assert keys == ["name", "unit", "I"]
    assert score_grid.block_selected


def test_a_click_elsewhere_commits_what_was_typed(
    qtbot: QtBot, score_grid: GridView, commands: list[tuple[CellEdit, ...]]
) -> None:
    score_grid.select_row(5, "II")
    press(qtbot, score_grid, "38")
    click(qtbot, score_grid, 8, "IV")
    assert commands == [(CellEdit(5, "II", "38"),)]
    assert cell(score_grid) == (8, "IV")


def test_a_double_click_edits_or_opens_or_explains(qtbot: QtBot, score_grid: GridView) -> None:
    surface, place = spot(score_grid, 5, "II")
    qtbot.mouseDClick(surface.viewport(), LEFT, pos=place)
    assert score_grid.editing.active
    score_grid.editing.cancel()
    surface, place = spot(score_grid, 5, "total")
    with qtbot.waitSignal(score_grid.why_requested) as why:
        qtbot.mouseDClick(surface.viewport(), LEFT, pos=place)
    assert why.args == [5, "total"]
    surface, place = spot(score_grid, 5, "name")
    with qtbot.waitSignal(score_grid.opened) as opened:
        qtbot.mouseDClick(surface.viewport(), LEFT, pos=place)
    assert opened.args == [5]


def test_a_click_on_a_group_heading_folds_it(qtbot: QtBot, score_grid: GridView) -> None:
    lines = score_grid.snapshot.rowCount()
    qtbot.mouseClick(score_grid.viewport(), LEFT, pos=score_grid.line_box(0).center())
    assert score_grid.snapshot.rowCount() == lines - 4


def test_the_whole_cell_is_the_check_boxs_target(qtbot: QtBot, people_grid: GridView) -> None:
    surface, place = spot(people_grid, 3, "pick")
    qtbot.mouseClick(surface.viewport(), LEFT, pos=place - QPoint(14, 12))
    assert people_grid.snapshot.picked == (3,)


def test_shift_checks_a_run_of_rows(qtbot: QtBot, people_grid: GridView) -> None:
    click(qtbot, people_grid, 2, "pick")
    click(qtbot, people_grid, 5, "pick", Mod.ShiftModifier)
    assert people_grid.snapshot.picked == (2, 3, 4, 5)


def test_the_header_box_checks_every_row_shown(qtbot: QtBot, people_grid: GridView) -> None:
    head = people_grid.heads()[0]
    qtbot.mouseClick(head.viewport(), LEFT, pos=QPoint(18, 18))
    assert len(people_grid.snapshot.picked) == 14


def test_a_click_on_a_title_sorts_up_then_down_then_not_at_all(qtbot: QtBot, people_grid: GridView) -> None:
    head = people_grid.heads()[1]
    place = people_grid.snapshot.column_place("years")
    spot_of = QPoint(head.sectionViewportPosition(place) + 20, 10)
    states = []
    for _ in range(3):
        qtbot.mouseClick(head.viewport(), LEFT, pos=spot_of)
        states.append(people_grid.snapshot.sorting)
    assert states == [("years", False), ("years", True), None]


def test_the_cursor_stays_on_its_row_while_sorting_and_filtering(people_grid: GridView) -> None:
    people_grid.select_row(6, "unit")
    people_grid.snapshot.sort(2)
    assert cell(people_grid) == (6, "unit")
    people_grid.snapshot.set_filter("name", "hanh")
    assert cell(people_grid) == (6, "unit")
    people_grid.snapshot.set_rows(scenes.people(40))
    assert cell(people_grid) == (6, "unit")


def test_the_current_row_is_told_once_per_row(qtbot: QtBot, people_grid: GridView) -> None:
    told: list[int | None] = []
    people_grid.current_row_changed.connect(told.append)
    people_grid.select_row(6, "unit")
    press(qtbot, people_grid, Qt.Key.Key_Right)
    people_grid.snapshot.sort(2)
    people_grid.snapshot.set_rows(scenes.people(40))
    assert told == [6]


def test_a_row_that_is_filtered_away_gives_the_cursor_to_its_neighbour(people_grid: GridView) -> None:
    people_grid.select_row(6)
    people_grid.snapshot.set_filter("name", "dung")
    assert people_grid.current_row_id == 11


def test_frozen_columns_stay_while_the_others_scroll(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.resize(700, 500)
    before = score_grid.frozen.geometry()
    score_grid.horizontalScrollBar().setValue(200)
    assert score_grid.frozen.geometry() == before
    assert score_grid.frozen.horizontalScrollBar().value() == 0
    score_grid.verticalScrollBar().setValue(60)
    assert score_grid.frozen.verticalScrollBar().value() == 60


def test_tabbing_scrolls_the_next_cell_into_sight(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.resize(620, 500)
    score_grid.select_row(5, "I")
    press(qtbot, score_grid, *[Qt.Key.Key_Tab] * 4)
    index = score_grid.currentIndex()
    assert score_grid.viewport().rect().contains(score_grid.visualRect(index))


def test_the_editor_moves_with_its_cell(qtbot: QtBot, score_grid: GridView) -> None:
    score_grid.snapshot.set_rows(scenes.sheets(100))
    score_grid.select_row(12, "II")
    press(qtbot, score_grid, "3")
    assert score_grid.editing.editor is not None
    before = score_grid.editing.editor.y()
    score_grid.verticalScrollBar().setValue(32)
    assert score_grid.editing.editor.y() == before - 32
    score_grid.snapshot.toggle_group("open")
    assert score_grid.editing.editor.text() == "3"


def test_typing_in_the_filter_row_filters_and_escape_clears_one_field(qtbot: QtBot, people_grid: GridView) -> None:
    name, code = field(people_grid, "name"), field(people_grid, "code")
    qtbot.keyClicks(name, "thi")
    qtbot.keyClicks(code, "CB00")
    qtbot.keyClick(code, Qt.Key.Key_Return)
    assert people_grid.snapshot.filters == {"name": "thi", "code": "CB00"}
    assert people_grid.hasFocus()
    qtbot.keyClick(name, Qt.Key.Key_Escape)
    assert people_grid.snapshot.filters == {"code": "CB00"}


def test_conditions_set_by_the_page_are_not_overtaken_by_the_fields(qtbot: QtBot, people_grid: GridView) -> None:
    for wanted in ("thi", "thi h"):
        people_grid.snapshot.set_filter("name", wanted)
        assert getattr(field(people_grid, "name"), "text", str)() == wanted
    people_grid.snapshot.clear_filters()
    strip = people_grid.heads()[0].strip
    assert not strip.is_waiting
    assert people_grid.snapshot.filters == {}


def test_a_choice_filters_at_once(qtbot: QtBot, people_grid: GridView) -> None:
    box = field(people_grid, "unit")
    assert isinstance(box, QComboBox)
    box.setCurrentText("Xây dựng Đảng")
    box.activated.emit(box.currentIndex())
    assert {row.unit for row in people_grid.snapshot.shown_rows} == {"Xây dựng Đảng"}


def test_columns_are_remembered(qtbot: QtBot, people_grid: GridView) -> None:
    people_grid.arrangement.set_width(people_grid.snapshot.column_place("post"), 200)
    people_grid.arrangement.set_hidden("award", True)
    people_grid.horizontalHeader().moveSection(5, 3)
    people_grid.snapshot.sort(2)
    with qtbot.waitSignal(people_grid.layout_changed) as saved:
        people_grid.arrangement.set_hidden("years", False)
    other = GridView(people_grid.snapshot, frozen=3)
    qtbot.addWidget(other)
    other.arrangement.restore(ColumnState.from_text(saved.args[0]))
    assert other.visible_columns() == people_grid.visible_columns() == [0, 1, 2, 5, 3, 4, 7]
    assert other.columnWidth(4) == 200
    assert other.snapshot.sorting == ("name", False)


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"widths":{"a":"x"},"order":[],"hidden":[]}'])
def test_damaged_settings_count_as_never_saved(damaged: str) -> None:
    assert ColumnState.from_text(damaged) == ColumnState()


def test_resetting_brings_every_column_back(people_grid: GridView) -> None:
    people_grid.arrangement.set_hidden("award", True)
    people_grid.horizontalHeader().moveSection(5, 3)
    people_grid.arrangement.reset()
    assert people_grid.visible_columns() == list(range(8))


def test_stretching_columns_take_the_room(people_grid: GridView) -> None:
    people_grid.resize(1400, 500)
    widths = [people_grid.surface_of(place).columnWidth(place) for place in people_grid.visible_columns()]
    assert sum(widths) == people_grid.whole_width()


def test_a_fitted_column_shows_its_longest_words(people_grid: GridView) -> None:
    place = people_grid.snapshot.column_place("post")
    people_grid.arrangement.set_width(place, 40)
    people_grid.arrangement.fit(place)
    assert people_grid.columnWidth(place) > 110


def test_menus_name_their_keys_and_columns(people_grid: GridView, score_grid: GridView) -> None:
    score_grid.select_row(5, "total")
    words = [action.text() for action in cell_menu(score_grid).actions()]
    assert words[0] == "Vì sao?"
    assert "Dán" in words
    assert "Chức vụ" in [action.text() for action in columns_menu(people_grid).actions()]
    menu = title_menu(people_grid, people_grid.snapshot.column_place("post"))
    hide = next(action for action in menu.actions() if action.text() == "Ẩn cột này")
    hide.trigger()
    assert people_grid.arrangement.is_hidden("post")


def test_other_columns_over_the_same_rows_keep_the_row(score_grid: GridView) -> None:
    score_grid.select_row(6, "II")
    score_grid.snapshot.set_columns(scenes.score_columns()[:6])
    assert cell(score_grid)[0] == 6
    assert score_grid.visible_columns() == list(range(6))


def test_fewer_columns_with_another_height_of_titles_do_not_disturb_the_one_that_stretches(qtbot: QtBot) -> None:
    grid = GridView(scenes.score_model(), frozen=3, cells=True)
    qtbot.addWidget(grid)
    grid.resize(1184, 700)
    grid.show()
    plain = [replace(column, group="", note="", title=column.key) for column in scenes.score_columns()[:4]]
    grid.snapshot.set_columns([*plain[:3], replace(plain[3], stretch=True)])
    assert grid.visible_columns() == list(range(4))
    assert grid.columnWidth(3) > plain[3].width


def test_a_grid_that_is_resized_and_drawn_amid_a_reset_waits_for_its_headers(qtbot: QtBot) -> None:
    model = scenes.score_model()

    def disturb() -> None:
        grid.horizontalScrollBar().setValue(0)
        grid.resize(900, 300)
        grid.updateGeometries()
        grid.viewport().repaint()

    model.modelReset.connect(disturb)  # before the grid itself listens
    grid = GridView(model, frozen=3, cells=True)
    qtbot.addWidget(grid)
    grid.resize(600, 400)
    grid.show()
    qtbot.waitExposed(grid)
    grid.horizontalScrollBar().setValue(80)
    model.set_rows(model.rows[:2])
    columns = scenes.score_columns()[:5]
    model.set_columns([*columns[:4], replace(columns[4], stretch=True)])
    widths = [grid.surface_of(place).columnWidth(place) for place in grid.visible_columns()]
    assert (len(widths), sum(widths)) == (5, grid.whole_width())


def test_a_page_answers_while_the_next_cell_is_being_typed(
    qtbot: QtBot, score_grid: GridView, commands: list[tuple[CellEdit, ...]]
) -> None:
    score_grid.select_row(5, "II")
    press(qtbot, score_grid, "38", Qt.Key.Key_Tab, "1")
    score_grid.snapshot.patch_rows([replace(score_grid.snapshot.rows[4], rank="1")])
    press(qtbot, score_grid, "2", Qt.Key.Key_Return)
    assert shown(score_grid, 5, "III") == "12"
    assert [edit.text for command in commands for edit in command] == ["38", "12"]


def test_the_cut_line_is_pinned_while_it_is_below_the_fold(qtbot: QtBot) -> None:
    grid = GridView(scenes.score_model(60), frozen=3, cells=True)
    panel = GridPanel(grid)
    qtbot.addWidget(panel)
    panel.resize(1184, 400)
    panel.show()
    assert panel.pinned_cut.isVisible()
    grid.verticalScrollBar().setValue(300)
    assert not panel.pinned_cut.isVisible()


def test_a_filter_without_a_hit_is_named_and_cleared(qtbot: QtBot) -> None:
    model = SnapshotModel(scenes.people_columns())
    model.set_rows(scenes.people())
    panel = GridPanel(GridView(model, frozen=3))
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    panel.show()
    model.set_filter("name", "không ai")
    assert panel.no_hit.isVisible()
    assert "Họ và tên: không ai" in panel.no_hit.text.text()
    panel.no_hit.acted.emit()
    assert not panel.no_hit.isVisible()
    assert model.counts == (14, 14)


def test_a_change_of_theme_or_letter_size_redresses_the_grid(qtbot: QtBot, score_grid: GridView) -> None:
    switch = theme.theme_switch()
    height, surface = score_grid.rowHeight(1), score_grid.ink.colours["surface"]
    try:
        switch.set_name("dark")
        switch.set_scale(1.5)
        assert score_grid.rowHeight(1) > height
        assert score_grid.ink.colours["surface"] != surface
    finally:
        switch.set_scale(1.0)
        switch.set_name("light")


def test_density_changes_the_row_height(score_grid: GridView) -> None:
    heights = []
    for density in ("dense", "normal", "roomy"):
        score_grid.set_density(density)
        heights.append(score_grid.rowHeight(1))
    assert heights == [28, 32, 40]
