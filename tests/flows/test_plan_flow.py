"""A plan typed, ordered, printed and taken back in the real window over the sample year, with real threads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.plan.page import PlanPage
from thidua_gui.ui.plan.text_view import TextView

Key, Alt, Ctrl = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Clerk:
    """Works on the plan and waits until everything asked for is done."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        window.open_page("plan")
        self.rest()
        assert window.workspace is not None
        page = window.workspace.current_page()
        assert isinstance(page, PlanPage)
        assert isinstance(page.view, TextView)
        self.page, self.view = page, page.view

    def rest(self) -> None:
        assert self.window.context.jobs.wait(20_000)
        QApplication.processEvents()

    def last(self, count: int) -> list[str]:
        model = self.view.outline.model
        nodes = [model.node(key) for key in model.row_keys()[-count:]]
        return ["" if node is None else node.words for node in nodes]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifier)
        self.rest()


@pytest.fixture
def clerk(qtbot: QtBot, window: MainWindow) -> Clerk:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Clerk(window)


def at_the_end(clerk: Clerk) -> TextView:
    """The last paragraph is chosen, the keyboard in the outline."""
    view = clerk.view
    view.outline.choose(view.outline.model.row_keys()[-1])
    view.outline.tree.setFocus()
    return view


def test_a_plan_is_typed_ordered_and_taken_back(clerk: Clerk) -> None:
    view = at_the_end(clerk)
    clerk.press(Key.Key_N, Ctrl)
    for words in ("Một", "Hai"):
        view.editor.text.setPlainText(words)
        clerk.press(Key.Key_Return, Ctrl)
    assert view.editor.is_new()
    view.editor.text.setPlainText("Ba")
    view.outline.tree.setFocus()
    clerk.rest()
    assert clerk.last(4) == ["Lưu: VT, TĐKT.", "Một", "Hai", "Ba"]
    clerk.press(Key.Key_Up, Alt)
    assert clerk.last(3) == ["Một", "Ba", "Hai"]
    clerk.press(Key.Key_Delete)
    assert clerk.last(2) == ["Một", "Hai"]
    for _ in range(5):
        clerk.window.undo()
        clerk.rest()
    assert clerk.last(1) == ["Lưu: VT, TĐKT."]


def test_the_pages_are_drawn_beside_the_outline(clerk: Clerk) -> None:
    view = at_the_end(clerk)
    clerk.press(Key.Key_P, Ctrl)
    assert view.preview.view.page_count == 5
