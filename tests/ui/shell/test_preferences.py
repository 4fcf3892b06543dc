"""What the user of this computer prefers: kept between starts, robust against a damaged file; the sheet of keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.shell.conftest import FakePage
from thidua_gui.text import shell
from thidua_gui.ui import look_choice, theme
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.settings import RECENT_LIMIT, Settings, user_folder
from thidua_gui.ui.shortcut_sheet import ShortcutSheet, keys_of
from thidua_gui.ui.widgets.keyed_actions import add_actions


def test_preferences_survive_a_restart(tmp_path: Path) -> None:
    first = Settings(tmp_path)
    first.put_flag("a", True)
    first.put_number("b", 1.25)
    first.put_text("c", "Lò Thị Hạnh, 2022")
    first.sync()
    again = Settings(tmp_path)
    assert (again.flag("a"), again.number("b", 0), again.text("c")) == (True, 1.25, "Lò Thị Hạnh, 2022")


def test_a_damaged_preference_gives_the_default(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text("[look]\nscale=lon\ntheme=hong\n", encoding="utf-8")
    settings = Settings(tmp_path)
    look_choice.apply_saved(settings)
    assert (theme.theme_switch().scale, theme.theme_switch().choice) == (1.0, "light")


def test_recent_files_are_few_and_the_newest_first(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    for number in range(12):
        settings.remember_file(Path(f"/du lieu/{number}.tdkt"))
    settings.remember_file(Path("/du lieu/8.tdkt"))
    recent = settings.recent_files()
    assert len(recent) == RECENT_LIMIT
    assert recent[:2] == (Path("/du lieu/8.tdkt"), Path("/du lieu/11.tdkt"))
    settings.forget_file(recent[0])
    assert settings.recent_files()[0] == Path("/du lieu/11.tdkt")


def test_the_users_folder_is_the_systems_one_unless_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert user_folder() == tmp_path
    monkeypatch.delenv("TDKT_DATA")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    assert user_folder() == Path("/local/TDKT")


def test_the_look_is_changed_at_once_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    choice = look_choice.LookChoice(settings)
    qtbot.addWidget(choice)
    choice.show()
    qtbot.mouseClick(choice.themes.segments()[1], Qt.MouseButton.LeftButton)
    assert (theme.theme_switch().name, settings.text(look_choice.THEME_KEY)) == ("dark", "dark")
    with qtbot.waitSignal(theme.theme_switch().scaled):
        qtbot.mouseClick(choice.scales.segments()[1], Qt.MouseButton.LeftButton)
    assert (theme.theme_switch().scale, settings.number(look_choice.SCALE_KEY, 1)) == (1.25, 1.25)


def test_the_sheet_of_keys_is_made_from_the_actions_that_are_there(
    school_window: MainWindow, pages: dict[str, FakePage], monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtGui import QAction

    action = QAction("&In danh sách...", pages["overview"])
    action.setShortcut("Ctrl+P")
    pages["overview"].addAction(action)
    seen: set[str] = set()
    monkeypatch.setattr(
        ShortcutSheet, "exec", lambda sheet: seen.update(label.text() for label in sheet.findChildren(QLabel))
    )
    school_window.show_keys()
    assert {"Ctrl+P", "In danh sách", "Ctrl+K", shell.FIND, "F11"} <= seen
    assert shell.SHORTCUTS_GRID not in seen


def test_the_sheet_of_keys_tells_what_works_now_also_in_parts_of_the_page(pages: dict[str, FakePage]) -> None:
    page = pages["overview"]
    done: list[str] = []
    (own,) = add_actions(page, [("Ctrl+P", "In danh sách…", lambda: done.append("own"))])
    add_actions(page.line, [("F9", "Gõ lại", lambda: done.append("part"))])
    assert keys_of(page.keyed_actions()) == [("Ctrl+P", "In danh sách"), ("F9", "Gõ lại")]
    own.setEnabled(False)
    assert keys_of(page.keyed_actions()) == [("F9", "Gõ lại")]
    page.line.hide()
    assert page.keyed_actions() == []


def test_an_ampersand_between_words_is_said_and_one_before_a_letter_is_not(pages: dict[str, FakePage]) -> None:
    add_actions(pages["overview"], [("F9", "&Kế hoạch & chỉ tiêu", lambda: None)])
    assert keys_of(pages["overview"].keyed_actions()) == [("F9", "Kế hoạch & chỉ tiêu")]


def test_the_sheet_of_keys_is_not_higher_than_the_window_and_scrolls(
    qtbot: QtBot, school_window: MainWindow
) -> None:
    school_window.resize(1280, 720)
    sheet = ShortcutSheet(school_window, [("Ở mọi trang", [(f"F{place}", "Việc") for place in range(60)])])
    sheet.show()
    assert sheet.height() <= school_window.height()
    assert sheet.area.horizontalScrollBar().maximum() == 0
    for _ in range(20):
        qtbot.keyClick(sheet.area, Qt.Key.Key_PageDown)
    bar = sheet.area.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0


def test_an_action_without_a_key_is_not_on_the_sheet(school_window: MainWindow) -> None:
    words = [words for _, words in keys_of(school_window.actions_of_window.listed())]
    assert shell.CLOSE_FILE not in words
    assert "Mở tệp dữ liệu" in words
