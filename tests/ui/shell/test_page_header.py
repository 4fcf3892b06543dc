"""The header of every page gives way in steps on small screens with large letters: no overlap, no cut word."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shell.sample_window import KEYS
from tests.ui.shell.sample_window import sample_file as sample_file
from tests.ui.shell.sample_window import window as window
from tests.ui.shell.sample_window import year as year
from thidua_gui.ui import theme
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.page_header import PageHeader, Room

WIDTHS = (1280, 1366)


def shown(window: MainWindow, key: str, width: int, scale: float) -> PageHeader:
    """The header over a page; the window is built anew when the letters change."""
    theme.theme_switch().set_scale(scale)
    window.resize(width, 720)
    window.open_page(key)
    for _ in range(4):
        QApplication.processEvents()
    assert window.workspace is not None
    return window.workspace.header


def give(header: PageHeader, width: int) -> None:
    header.setFixedWidth(width)
    QApplication.processEvents()


def parts(header: PageHeader) -> list[QWidget]:
    found = header.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return sorted((one for one in found if one.isVisible()), key=QWidget.x)


def faults(header: PageHeader) -> list[str]:
    """What lies over another, out of the header, or is narrower than its words."""
    seen = parts(header)
    over = [f"{a} / {b}" for a, b in itertools.pairwise(seen) if a.geometry().right() >= b.x()]
    out = [f"out: {one}" for one in seen if not header.rect().contains(one.geometry())]
    may_be_cut = (header.subtitle, header.search)
    cut = [
        f"cut: {one} {one.width()} < {one.sizeHint().width()}"
        for one in seen
        if one not in may_be_cut and one.width() < min(one.sizeHint().width(), one.maximumWidth())
    ]
    return [*over, *out, *cut]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_header_overlaps_or_cuts_a_word(window: MainWindow, scale: float) -> None:
    theme.theme_switch().set_scale(scale)
    found = {}
    for key, width in itertools.product(KEYS, WIDTHS):
        wrong = faults(shown(window, key, width, scale))
        if wrong:
            found[key, width] = wrong
    assert found == {}


def test_what_is_least_needed_gives_way_first(window: MainWindow) -> None:
    header = shown(window, "scoring", 1280, 1.0)
    rooms = []
    for width in range(1200, 400, -20):
        give(header, width)
        rooms.append(header.room)
    assert rooms == sorted(rooms)
    assert set(rooms) >= {Room.WHOLE, Room.NO_SUBTITLE, Room.SEARCH_IS_A_SIGN, Room.BUTTONS_ARE_SIGNS}
    give(header, 1400)
    assert header.room is Room.WHOLE


def test_the_subtitle_follows_the_title_after_a_longer_one(window: MainWindow) -> None:
    shown(window, "schedule", 1366, 1.0)
    header = shown(window, "people", 1366, 1.0)
    assert header.title.width() == header.title.sizeHint().width()
    assert header.subtitle.x() - header.title.geometry().right() <= theme.px(12) + 1


def test_a_button_without_room_keeps_its_words_in_the_tooltip_and_gets_them_back(window: MainWindow) -> None:
    header = shown(window, "people", 1280, 1.0)
    button = next(one for one in parts(header) if isinstance(one, QPushButton) and one.property("kind") != "primary")
    words = button.text()
    give(header, 420)
    assert (button.text(), button.accessibleName()) == ("", words)
    assert words in button.toolTip()
    give(header, 1400)
    assert button.text() == words


def test_words_that_a_page_sets_on_a_folded_button_are_kept(window: MainWindow) -> None:
    header = shown(window, "people", 1280, 1.0)
    button = next(one for one in parts(header) if isinstance(one, QPushButton) and one.property("kind") != "primary")
    give(header, 420)
    button.setText("Nhập lại")
    QApplication.processEvents()
    assert button.text() == ""
    give(header, 1400)
    assert button.text() == "Nhập lại"


def test_a_search_without_room_takes_the_place_of_the_buttons_while_it_lasts(
    qtbot: QtBot, window: MainWindow
) -> None:
    header = shown(window, "scoring", 1280, 1.5)
    assert header.search.isHidden()
    before = parts(header)
    window.activateWindow()
    window.start_search()
    QApplication.processEvents()
    assert header.search.hasFocus()
    assert header.search.width() >= theme.px(150)
    assert faults(header) == []
    qtbot.keyClick(header.search, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert parts(header) == before
    assert window.focusWidget() is not header.search


def test_the_sign_of_the_search_opens_it(qtbot: QtBot, window: MainWindow) -> None:
    header = shown(window, "scoring", 1280, 1.5)
    window.activateWindow()
    qtbot.mouseClick(header.search_button, Qt.MouseButton.LeftButton)
    assert header.search.hasFocus()
    assert header.search.isVisible()
