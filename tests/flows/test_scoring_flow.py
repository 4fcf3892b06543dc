"""A clerk's morning in the real window over the sample year, with real threads, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from thidua_gui.core.ids import PersonId
from thidua_gui.services import data_file
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.widgets.grid.columns import CellState, ScoreCell

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL = Mod.ControlModifier
FIRST = "item:II/2.1"


class Clerk:
    """Types into whatever has the keyboard and waits until everything typed is written."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        window.open_page("scoring")
        self.rest()
        assert window.workspace is not None
        found = window.workspace.current_page()
        assert isinstance(found, ScoringPage)
        self.page = found
        self.grid = found.view.grid
        self.grid.setFocus()

    def rest(self) -> None:
        """Until the database thread has answered everything; the window keeps the keyboard."""
        assert self.window.context.jobs.wait(20_000)
        QApplication.processEvents()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def press(self, *keys: Qt.Key | str, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        for key in keys:
            if isinstance(key, str):
                for letter in key:
                    self.qtbot.keyClicks(self.window.focusWidget(), letter)
            else:
                self.qtbot.keyClick(self.window.focusWidget(), key, mod)

    def person(self, name: str) -> PersonId:
        assert self.page.store.board is not None
        return next(row.id for row in self.page.store.board.rows if row.name == name)

    def cell(self, person: PersonId, key: str) -> ScoreCell:
        model = self.grid.model_
        line = model.line_of(person)
        assert line is not None
        face = model.face(line, model.column_place(key))
        assert isinstance(face, ScoreCell)
        return face

    def total(self, person: PersonId) -> str:
        model = self.grid.model_
        line = model.line_of(person)
        assert line is not None
        return model.words(line, model.column_place("total:unit"))


@pytest.fixture
def clerk(qtbot: QtBot, window: MainWindow) -> Clerk:
    return Clerk(qtbot, window)


def test_ten_cells_a_refused_value_and_the_way_back(clerk: Clerk) -> None:
    people = [row.id for row in clerk.grid.model_.shown_rows[:10]]
    clerk.grid.select_row(people[0], "group:II")
    clerk.press(Key.Key_Return)
    for place in range(9):
        clerk.press(f"{10 + place / 2:g}".replace(".", ","), Key.Key_Return)
    clerk.press("42", Key.Key_Return)
    clerk.rest()
    assert [clerk.cell(person, FIRST).text for person in people[:3]] == ["10,0", "10,5", "11,0"]
    assert clerk.cell(people[9], FIRST).state is CellState.ERROR
    clerk.press(Key.Key_F8, "15", Key.Key_Return)
    clerk.rest()
    assert clerk.cell(people[9], FIRST).text == "15,0"
    for _ in range(11):
        clerk.press(Key.Key_Z, mod=CONTROL)
    clerk.rest()
    assert clerk.total(people[0]) == "98,5"
    clerk.press(Key.Key_Y, mod=CONTROL)
    clerk.rest()
    assert clerk.cell(people[0], FIRST).text == "10,0"


def test_typing_faster_than_the_disk_loses_nothing(clerk: Clerk) -> None:
    person = clerk.person("Dương Thế Vinh")
    clerk.grid.select_row(person, "group:I")
    clerk.press(Key.Key_Return)
    for text in ("7", "5", "4,5"):
        clerk.press(text, Key.Key_Tab)
    assert not clerk.window.context.jobs.is_idle
    assert [clerk.cell(person, f"item:I/1.{place}").text for place in (1, 2, 3)] == ["7,0", "5,0", "4,5"]
    clerk.rest()
    assert [clerk.cell(person, f"item:I/1.{place}").text for place in (1, 2, 3)] == ["7,0", "5,0", "4,5"]
    assert clerk.grid.caret.cell is not None


def test_a_row_of_the_workbook_can_be_pasted_over_open_groups(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clerk.grid, "confirm_paste", lambda plan: not plan.skipped_read_only)
    person = clerk.person("Lò Thị Hạnh")
    clerk.press(Key.Key_G, mod=CONTROL | Mod.ShiftModifier)
    clerk.grid.select_row(person, "item:I/1.1")
    QGuiApplication.clipboard().setText("8\t6\t6\t15\t10\t10\t5\t8\t4\t3\t8\t7\t5\t4.5")
    clerk.press(Key.Key_V, mod=CONTROL)
    clerk.rest()
    assert clerk.total(person) == "99,5"
    clerk.press(Key.Key_Z, mod=CONTROL)
    clerk.rest()
    assert clerk.total(person) == "98,0"


def test_what_was_typed_is_there_after_the_file_is_opened_again(clerk: Clerk) -> None:
    person = clerk.person("Lò Thị Hạnh")
    clerk.grid.select_row(person, "group:II")
    clerk.press("1", "2", Key.Key_Return)
    clerk.rest()
    path = clerk.window.session.path
    assert path is not None
    clerk.window.session.open(path)
    clerk.rest()
    again = Clerk(clerk.qtbot, clerk.window)
    again.press(Key.Key_G, mod=CONTROL | Mod.ShiftModifier)
    assert again.cell(person, FIRST).text == "12,0"
    assert data_file.is_open()


def test_the_board_opened_by_mouse_takes_keys_at_once(qtbot: QtBot, window: MainWindow) -> None:
    assert window.workspace is not None
    sidebar = window.workspace.sidebar
    place = sidebar.list.visualRect(sidebar.model.index_of("scoring")).center()
    qtbot.mouseClick(sidebar.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.context.jobs.wait(20_000)
    page = window.workspace.current_page()
    assert isinstance(page, ScoringPage)
    assert window.focusWidget() is page.view.grid
    qtbot.mouseClick(sidebar.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.focusWidget() is page.view.grid
