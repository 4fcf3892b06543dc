"""A clerk's whole scoring season in the real window over the sample year, real threads, by keyboard alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from thidua_gui.app import pages
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.widgets.dialog import Dialog

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT, ALT = Mod.ControlModifier, Mod.ShiftModifier, Mod.AltModifier
COLUMN = [1000, 1050, 1100, 1150, 1200, 1250]
BLOCK = [[900, 800], [850, 750]]
REASON = "Cham sot minh chung"


class Clerk:
    """Presses keys where the keyboard is, and reads the data file over a connection of her own."""

    def __init__(self, qtbot: QtBot, window: MainWindow, path: Path) -> None:
        self.qtbot, self.window, self.path = qtbot, window, path
        self.people: list[int] = []

    @property
    def page(self) -> ScoringPage:
        assert self.window.workspace is not None
        found = self.window.workspace.current_page()
        assert isinstance(found, ScoringPage)
        return found

    def rest(self) -> None:
        """Until everything asked for is done and the window, no dialog, has the keyboard."""
        assert self.window.context.jobs.wait(20_000)
        self.qtbot.waitUntil(lambda: self.window.context.jobs.is_idle and QApplication.activeModalWidget() is None)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def focus(self) -> QWidget:
        modal = QApplication.activeModalWidget()
        found = (modal or self.window).focusWidget()
        return found or modal or self.window

    def press(self, *keys: Qt.Key | str, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        for key in keys:
            if isinstance(key, str):
                for letter in key:
                    self.qtbot.keyClicks(self.focus(), letter)
            else:
                self.qtbot.keyClick(self.focus(), key, mod)

    def press_until(self, key: Qt.Key, done: Callable[[], bool], most: int = 40) -> None:
        for _ in range(most):
            if done():
                return
            self.press(key)
        raise AssertionError(f"{most} times {key} do not lead there")

    def dialog(self) -> Dialog:
        """The one that opens, once it has the keyboard."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Dialog))
        found = QApplication.activeModalWidget()
        assert isinstance(found, Dialog)
        return found

    def ask(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.path)) as file:
            return file.execute(sql, values).fetchall()

    def points(self, numbers: tuple[str, ...] = ("2.1",)) -> list[list[object]]:
        """Stored hundredths of the unit's stage for the people of the story, a column per criterion."""
        sql = """SELECT points FROM scores
                 JOIN stages ON stages.id = stage_id JOIN criteria ON criteria.id = criterion_id
                 WHERE key = 'unit' AND number = ? AND person_id = ?"""
        found = [[self.ask(sql, number, person) for number in numbers] for person in self.people]
        return [[cell[0][0] if cell else None for cell in row] for row in found]

    def drafts(self) -> list[tuple[object, ...]]:
        return self.ask("SELECT person_id, text, problem FROM draft_inputs")

    def closed(self) -> list[object]:
        return [key for key, in self.ask("SELECT key FROM stages WHERE closed_at IS NOT NULL ORDER BY position")]


def run(dialog: Dialog) -> int:
    """What exec does: the caller waits in an event loop of its own until the dialog is answered."""
    loop = QEventLoop()
    dialog.finished.connect(loop.quit)
    dialog.open()
    loop.exec()
    return dialog.result()


@pytest.fixture
def clerk(qtbot: QtBot, window: MainWindow, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    monkeypatch.setattr(Dialog, "exec", run)
    made = Clerk(qtbot, window, sample_file)
    made.rest()
    return made


def go_to_scoring(clerk: Clerk) -> None:
    """Ctrl and the page's number, F6 to the grid, Alt+2 to the unit's stage."""
    place = next(at for at, entry in enumerate(pages.entries(), start=1) if entry.key == "scoring")
    clerk.press(Key(Key.Key_0 + place), mod=CONTROL)
    clerk.rest()
    clerk.press_until(Key.Key_F6, lambda: clerk.focus() is clerk.page.view.grid)
    clerk.press(Key.Key_2, mod=ALT)
    assert clerk.page.toolbar.stages.current() == "unit"


def type_a_column(clerk: Clerk) -> None:
    """Down to the first person, right to group II, Enter opens it; each score with Enter; the last is too high."""
    grid = clerk.page.view.grid
    clerk.people = [row.id for row in grid.model_.shown_rows[: len(COLUMN) + 1]]
    clerk.press(Key.Key_Home, mod=CONTROL)
    clerk.press_until(Key.Key_Down, lambda: grid.current_row_id == clerk.people[0])
    clerk.press_until(Key.Key_Right, lambda: grid.current_group() == "II")
    clerk.press(Key.Key_Return)
    for hundredths in COLUMN:
        clerk.press(f"{hundredths / 100:g}".replace(".", ","), Key.Key_Return)
    clerk.press("42", Key.Key_Return)
    clerk.rest()
    assert [row[0] for row in clerk.points()[:-1]] == COLUMN
    assert clerk.drafts() == [(clerk.people[-1], "42", "over_maximum")]


def correct_what_was_refused(clerk: Clerk) -> None:
    """F8 leads to the refused value."""
    clerk.press(Key.Key_F8)
    assert clerk.page.view.grid.current_row_id == clerk.people[-1]
    clerk.press("13", Key.Key_Return)
    clerk.rest()
    assert clerk.drafts() == []
    assert clerk.points()[-1] == [1300]


def paste_a_block(clerk: Clerk) -> list[list[object]]:
    """Two people by two criteria from the clipboard, agreed to with Enter; what stood there before."""
    grid, first = clerk.page.view.grid, clerk.people[:2]
    before = clerk.points(("2.1", "2.2"))[:2]
    clerk.press_until(Key.Key_Up, lambda: grid.current_row_id == first[0])
    QGuiApplication.clipboard().setText("\n".join("\t".join(f"{one / 100:g}" for one in row) for row in BLOCK))
    asked: list[str] = []
    answer_when_asked(clerk, asked)
    clerk.press(Key.Key_V, mod=CONTROL)
    clerk.rest()
    assert len(asked) == 1
    assert clerk.points(("2.1", "2.2"))[:2] == BLOCK
    return before


def answer_when_asked(clerk: Clerk, asked: list[str]) -> None:
    """The question is modal: Enter comes from within its own event loop, as soon as it stands there."""
    found = QApplication.activeModalWidget()
    if isinstance(found, Dialog) and found.isVisible():
        asked.append(found.text.text())
        clerk.press(Key.Key_Return)
    else:
        QTimer.singleShot(0, clerk.window, lambda: answer_when_asked(clerk, asked))


def undo_and_redo(clerk: Clerk, before: list[list[object]]) -> None:
    """The whole block goes and comes back in one step."""
    clerk.press(Key.Key_Z, mod=CONTROL)
    clerk.rest()
    assert clerk.points(("2.1", "2.2"))[:2] == before
    clerk.press(Key.Key_Y, mod=CONTROL)
    clerk.rest()
    assert clerk.points(("2.1", "2.2"))[:2] == BLOCK


def close_stage(clerk: Clerk, place: int) -> None:
    """Alt and the stage's number, Ctrl+Shift+K, Enter on the verb."""
    clerk.press(Key(Key.Key_0 + place), mod=ALT)
    clerk.press(Key.Key_K, mod=CONTROL | SHIFT)
    clerk.dialog()
    clerk.press(Key.Key_Return)
    clerk.rest()
    assert clerk.closed() == ["self", "unit"][:place]


def typing_is_refused(clerk: Clerk) -> None:
    """Neither typing nor deleting changes a closed stage."""
    grid, before = clerk.page.view.grid, clerk.points(("2.1", "2.2"))
    assert clerk.focus() is grid
    assert grid.current_group() == "II"
    assert grid.current_row_id in clerk.people
    clerk.press("7", Key.Key_Delete)
    assert not grid.editing.active
    clerk.rest()
    assert clerk.points(("2.1", "2.2")) == before
    assert clerk.drafts() == []


def reopen(clerk: Clerk) -> None:
    """F6 to the toolbar, Tab to the notice's button; without a reason the dialog stays."""
    page = clerk.page
    clerk.press_until(Key.Key_F6, lambda: clerk.focus() is page.toolbar.units)
    clerk.press_until(Key.Key_Tab, lambda: clerk.focus() is page.banner.action)
    clerk.press(Key.Key_Space)
    dialog = clerk.dialog()
    clerk.press_until(Key.Key_Tab, lambda: clerk.focus() is dialog.primary)
    clerk.press(Key.Key_Return)
    assert clerk.closed() == ["self", "unit"]
    clerk.press(REASON)
    clerk.press_until(Key.Key_Tab, lambda: clerk.focus() is dialog.primary)
    clerk.press(Key.Key_Return)
    clerk.rest()
    assert clerk.closed() == ["self"]


def type_again(clerk: Clerk) -> None:
    """The stage takes scores as before, and all that was there is still there."""
    grid = clerk.page.view.grid
    clerk.press_until(Key.Key_F6, lambda: clerk.focus() is grid)
    person = grid.current_row_id
    clerk.press("14", Key.Key_Return)
    clerk.rest()
    assert person in clerk.people
    assert clerk.points()[clerk.people.index(person)] == [1400]


def test_a_season_from_the_first_score_to_a_reopened_stage(clerk: Clerk) -> None:
    go_to_scoring(clerk)
    type_a_column(clerk)
    correct_what_was_refused(clerk)
    undo_and_redo(clerk, paste_a_block(clerk))
    close_stage(clerk, 1)
    close_stage(clerk, 2)
    typing_is_refused(clerk)
    reopen(clerk)
    type_again(clerk)
    events = clerk.ask("SELECT action, reason FROM stage_events ORDER BY id")
    assert events == [("close", None), ("close", None), ("reopen", REASON)]
