"""The sidebar by keyboard and for screen readers, wide and as a rail."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.ui.shell.conftest import fake_entries
from thidua_gui.app import pages
from thidua_gui.text import shell
from thidua_gui.ui.navigation import KEY_ROLE, NavDelegate, NavModel
from thidua_gui.ui.sidebar import Sidebar


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar(fake_entries(), may_add_year=True)
    qtbot.addWidget(made)
    made.resize(256, 800)
    made.show()
    made.set_current("overview")
    return made


def test_arrows_pass_over_headings_and_enter_opens(qtbot: QtBot, sidebar: Sidebar) -> None:
    opened: list[str] = []
    sidebar.opened.connect(opened.append)
    sidebar.list.setFocus()
    qtbot.keyClick(sidebar.list, Qt.Key.Key_Down)
    qtbot.keyClick(sidebar.list, Qt.Key.Key_Return)
    qtbot.keyClick(sidebar.list, Qt.Key.Key_Down)
    qtbot.keyClick(sidebar.list, Qt.Key.Key_Space)
    assert opened == ["units", "people"]


def test_a_click_opens_a_page_and_none_on_a_heading(qtbot: QtBot, sidebar: Sidebar) -> None:
    opened: list[str] = []
    sidebar.opened.connect(opened.append)
    for row in range(3):
        place = sidebar.list.visualRect(sidebar.model.index(row)).center()
        qtbot.mouseClick(sidebar.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == ["overview", "units"]


def test_icons_alone_still_carry_their_words(sidebar: Sidebar) -> None:
    sidebar.set_rail(True)
    index = sidebar.model.index_of("people")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Cá nhân"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Cá nhân"
    assert sidebar.fold_button.accessibleName() == shell.EXPAND_SIDEBAR


def test_every_row_can_be_hit(sidebar: Sidebar) -> None:
    delegate = NavDelegate()
    heights = {
        delegate.sizeHint(QStyleOptionViewItem(), sidebar.model.index(row)).height()
        for row in range(sidebar.model.rowCount())
        if sidebar.model.index(row).data(KEY_ROLE)
    }
    assert heights == {32}


def test_headings_come_with_the_first_page_of_their_section() -> None:
    model = NavModel(fake_entries())
    tester = QAbstractItemModelTester(model)
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        "Tổng quan", "DANH MỤC", "Đơn vị", "Cá nhân", "", "Nhập - xuất sổ năm",
    ]  # fmt: skip
    model.set_badge("people", "4", "count")
    model.set_year(2022)
    assert tester.model() is model


def test_nothing_in_the_rail_asks_for_more_room_than_it_has(sidebar: Sidebar) -> None:
    sidebar.set_rail(True)
    assert sidebar.minimumSizeHint().width() <= 56
    assert sidebar.size().width() == 56
    assert sidebar.school.sizeHint() == QSize(56, 56)


@pytest.mark.parametrize("is_rail", [True, False])
def test_in_a_low_window_rows_give_way_so_that_every_page_stays_in_sight(qtbot: QtBot, is_rail: bool) -> None:
    made = Sidebar(pages.entries(), may_add_year=True)
    qtbot.addWidget(made)
    made.set_rail(is_rail)
    made.resize(made.width(), 900)
    made.show()
    last = made.model.index(made.model.rowCount() - 1)
    high = made.list.visualRect(last).height()
    made.resize(made.width(), 735)
    QApplication.processEvents()
    assert made.list.visualRect(last).bottom() <= made.list.viewport().height()
    assert 24 <= made.list.visualRect(last).height() < high
