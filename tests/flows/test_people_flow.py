"""A change of staff in the real window over the sample year, with real threads: found, moved, undone, looked up."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from thidua_gui.ui.forms.pick_field import PickField
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.page import Page
from thidua_gui.ui.people.move_dialogs import TransferDialog
from thidua_gui.ui.people.page import PeoplePage
from thidua_gui.ui.units.page import UnitsPage

Asked = TypeVar("Asked", bound=QDialog)
Shown = TypeVar("Shown", bound=Page)
Key = Qt.Key


class Clerk:
    """Works with the window and waits until everything asked for is done."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    def rest(self) -> None:
        assert self.window.context.jobs.wait(20_000)
        QApplication.processEvents()

    def go_to(self, key: str, kind: type[Shown]) -> Shown:
        self.window.open_page(key)
        self.rest()
        assert self.window.workspace is not None
        page = self.window.workspace.current_page()
        assert isinstance(page, kind)
        return page

    def dialog(self, page: Page, kind: type[Asked]) -> Asked:
        self.qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(kind)))
        return next(one for one in page.findChildren(kind) if one.isVisible())

    def pick(self, field: PickField, words: str) -> None:
        field.setFocus()
        QTest.keyClicks(field, words)
        if not field._popup.isVisible():
            QTest.keyClick(field, Key.Key_Down)
        self.qtbot.waitUntil(field._popup.isVisible)
        QTest.keyClick(field._popup, Key.Key_Down)
        QTest.keyClick(field._popup, Key.Key_Return)


@pytest.fixture
def clerk(qtbot: QtBot, window: MainWindow) -> Clerk:
    return Clerk(qtbot, window)


def move_hanh(clerk: Clerk) -> PeoplePage:
    """Find Lò Thị Hạnh without marks and move her to Khoa Lý luận cơ sở."""
    page = clerk.go_to("people", PeoplePage)
    field = page.grid.heads()[-1].strip.fields["name"]
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "hanh")
    clerk.qtbot.waitUntil(lambda: [row.code for row in page.model.shown_rows] == ["CB13"])
    page.grid.select_row(page.model.shown_rows[0].id)
    clerk.qtbot.waitUntil(lambda: page.panel.name.text() == "Lò Thị Hạnh")
    page.panel.transfer.click()
    asked = clerk.dialog(page, TransferDialog)
    clerk.pick(asked.unit, "ly luan")
    asked.from_on.setText("01/09/2022")
    asked.primary.click()
    clerk.rest()
    return page


def test_somebody_moves_and_every_page_knows(clerk: Clerk) -> None:
    page = move_hanh(clerk)
    assert page.panel.unit.text() == "Khoa Lý luận cơ sở"
    units = clerk.go_to("units", UnitsPage)
    assert [row.members for row in units.tree.model.rows if row.code in ("LLCS", "XDD")] == [9, 6]


def test_undo_brings_her_back_everywhere(clerk: Clerk) -> None:
    page = move_hanh(clerk)
    clerk.window.undo()
    clerk.rest()
    assert page.panel.unit.text() == "Khoa Xây dựng Đảng"
    assert page.model.shown_rows[0].unit == "Xây dựng Đảng"


def test_the_search_of_the_window_leads_to_a_person_whom_the_filter_hides(clerk: Clerk) -> None:
    page = move_hanh(clerk)
    clerk.window.context.bus.navigate.emit("people", 35)
    clerk.rest()
    clerk.qtbot.waitUntil(lambda: page.panel.name.text() == "Sùng A Vừ")
    assert page.model.filters == {}
