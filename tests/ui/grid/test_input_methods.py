"""Typing Vietnamese straight into a cell loses and doubles no letter (GRID-02): synthetic input-method events."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from thidua_gui.ui.widgets.grid.columns import CellEdit, Column, Kind
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView


@dataclass(frozen=True, slots=True)
class Note:
    id: int
    name: str
    text: str


@pytest.fixture
def notes(qtbot: QtBot, show) -> GridView:
    columns = [
        Column(key="name", title="Tên", text=lambda row: row.name, editable=lambda _: True),
        Column(key="text", title="Lời", text=lambda row: row.text, editable=lambda _: True),
        Column(key="points", title="Điểm", text=lambda _: "", kind=Kind.NUMBER, editable=lambda _: True),
    ]
    model = SnapshotModel(columns)
    model.set_rows([Note(1, "", "cũ"), Note(2, "", "")])
    grid = show(GridView(model, frozen=1, cells=True))
    grid.select_row(1, "text")
    return grid


def focus() -> QWidget:
    """Where an input method sends its events."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def compose(*stages: str) -> None:
    """Letters under composition, as a preedit string that changes with each key."""
    for stage in stages:
        QApplication.sendEvent(focus(), QInputMethodEvent(stage, []))


def commit(text: str, replace_before: int = 0) -> None:
    """The composition's result; some engines replace letters before the cursor."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text, -replace_before, replace_before)
    QApplication.sendEvent(focus(), event)


def strike(letters: str) -> None:
    """Keys with letters that no keyboard has, as a hooking engine sends them (QTest knows ASCII only)."""
    for letter in letters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def typed(grid: GridView) -> str:
    assert grid.editing.editor is not None
    return grid.editing.editor.text()


def test_a_composed_word_replaces_the_cell(qtbot: QtBot, notes: GridView) -> None:
    compose("d", "đ", "đư", "đức")
    commit("Đức")
    assert typed(notes) == "Đức"


def test_the_focus_stays_where_a_composition_began_and_moves_when_it_ends(qtbot: QtBot, notes: GridView) -> None:
    compose("d")
    assert focus() is notes
    compose("đ")
    assert focus() is notes
    commit("Đức ")
    assert focus() is notes.editing.editor


def test_several_words_are_composed_one_after_the_other(qtbot: QtBot, notes: GridView) -> None:
    for word in ("Nguyễn", "Thị", "Quỳ"):
        compose(word[0], word[:2], word)
        commit(word + " ")
    assert typed(notes) == "Nguyễn Thị Quỳ "


def test_an_engine_that_replaces_letters_before_the_cursor_doubles_none(qtbot: QtBot, notes: GridView) -> None:
    commit("D")
    commit("Đ", replace_before=1)
    commit("ư")
    commit("ức", replace_before=1)
    assert typed(notes) == "Đức"


def test_an_engine_that_sends_backspaces_loses_none(qtbot: QtBot, notes: GridView) -> None:
    qtbot.keyClicks(focus(), "g")
    qtbot.keyClicks(focus(), "iay")
    qtbot.keyClick(focus(), Qt.Key.Key_Backspace)
    qtbot.keyClick(focus(), Qt.Key.Key_Backspace)
    strike("ây")
    assert typed(notes) == "giây"


def test_letters_and_digits_mix(qtbot: QtBot, notes: GridView) -> None:
    compose("A")
    commit("A")
    qtbot.keyClicks(focus(), "4")
    assert typed(notes) == "A4"


def test_a_cancelled_composition_leaves_the_cell_as_it_was(qtbot: QtBot, notes: GridView) -> None:
    compose("d", "")
    assert not notes.editing.active
    assert notes.snapshot.words(0, 1) == "cũ"
    assert notes.hasFocus()


def test_composition_works_in_a_frozen_column_too(qtbot: QtBot, notes: GridView) -> None:
    notes.select_row(2, "name")
    compose("h", "hạ")
    commit("Hạnh")
    assert typed(notes) == "Hạnh"


def test_a_composed_word_is_committed_with_enter(qtbot: QtBot, notes: GridView) -> None:
    asked: list[tuple[CellEdit, ...]] = []
    notes.edits_requested.connect(asked.append)
    compose("ng", "ngọ")
    commit("Ngọc")
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    assert asked == [(CellEdit(1, "text", "Ngọc"),)]
    assert notes.current_row_id == 2


def test_number_cells_ask_for_no_input_method(qtbot: QtBot, notes: GridView) -> None:
    query, attribute = Qt.InputMethodQuery.ImEnabled, Qt.WidgetAttribute.WA_InputMethodEnabled
    assert notes.inputMethodQuery(query)
    assert notes.testAttribute(attribute)
    notes.select_row(1, "points")
    assert not notes.inputMethodQuery(query)
    assert not notes.testAttribute(attribute)


def test_the_candidate_window_is_told_where_the_letters_stand(qtbot: QtBot, notes: GridView) -> None:
    compose("đ")
    at = notes.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert notes.editing.editor is not None
    corner = notes.editing.editor.mapTo(notes, notes.editing.editor.rect().topLeft())
    assert at.left() >= corner.x()
    assert at.top() >= corner.y() - 4


def test_a_row_that_changes_under_the_editor_keeps_what_is_typed(qtbot: QtBot, notes: GridView) -> None:
    commit("Đức")
    notes.snapshot.patch_rows([replace(notes.snapshot.rows[0], text="khác")])
    assert typed(notes) == "Đức"
