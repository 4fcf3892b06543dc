"""The window: pages on demand, years, keys, undo, saved state, and what happens when it closes."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shell.conftest import SCHOOL, FakePage
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem, SystemProblem
from thidua_gui.services import data_file, history
from thidua_gui.services.organisation_edit import UnitDraft, add_unit
from thidua_gui.text import shell
from thidua_gui.ui import messages
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.page import Page
from thidua_gui.ui.workspace import Workspace

PARTY = UnitDraft("XDD", "Khoa Xây dựng Đảng", "Khoa")


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def page_of(window: MainWindow) -> Page:
    page = workspace_of(window).current_page()
    assert page is not None
    return page


def add_a_unit(window: MainWindow) -> None:
    window.context.jobs.command(lambda _: add_unit(PARTY))


def test_a_new_file_opens_on_the_overview_of_its_year(school_window: MainWindow) -> None:
    workspace = workspace_of(school_window)
    assert list(workspace.pages) == ["overview"]
    assert workspace.header.title.text() == "Trang overview"
    assert workspace.header.subtitle.text() == "năm 2022"
    assert workspace.sidebar.school.school == SCHOOL
    assert school_window.context.year == 2022
    assert "truong.tdkt" in school_window.windowTitle()


def test_a_page_is_made_on_its_first_visit_and_loaded_once(
    school_window: MainWindow, pages: dict[str, FakePage]
) -> None:
    for _ in range(3):
        school_window.open_page("people")
        school_window.open_page("units")
    assert pages["people"].loads == 1
    assert workspace_of(school_window).current_page() is pages["units"]


def test_navigation_carries_its_argument(school_window: MainWindow, pages: dict[str, FakePage]) -> None:
    school_window.context.bus.navigate.emit("people", 7)
    assert pages["people"].arguments == [7]


def test_navigation_to_a_page_that_does_not_exist_changes_nothing(school_window: MainWindow) -> None:
    school_window.context.bus.navigate.emit("council", None)
    assert workspace_of(school_window).header.title.text() == "Trang overview"


def test_a_hidden_page_waits_with_its_reload_until_it_is_visited(
    school_window: MainWindow, pages: dict[str, FakePage]
) -> None:
    school_window.open_page("people")
    school_window.open_page("units")
    school_window.context.bus.changed.emit(Changes("Sửa", frozenset({("people", 1)})))
    assert pages["people"].loads == 1
    school_window.open_page("people")
    assert pages["people"].loads == 2


def test_a_change_of_other_tables_leaves_a_page_alone(school_window: MainWindow, pages: dict[str, FakePage]) -> None:
    school_window.context.bus.changed.emit(Changes("Sửa", frozenset({("awards", 1)})))
    assert pages["overview"].loads == 1


def test_the_buttons_of_a_page_leave_the_header_with_it(school_window: MainWindow, pages: dict[str, FakePage]) -> None:
    assert pages["overview"].button.isVisible()
    school_window.open_page("units")
    assert not pages["overview"].button.isVisible()
    assert pages["units"].button.isVisible()


@pytest.mark.parametrize(("key", "title"), [("1", "overview"), ("2", "units"), ("3", "people"), ("4", "importing")])
def test_control_and_a_digit_open_the_pages_in_order(
    qtbot: QtBot, school_window: MainWindow, key: str, title: str
) -> None:
    qtbot.keyClick(school_window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    assert workspace_of(school_window).header.title.text() == f"Trang {title}"


def test_undo_and_redo_name_their_step(qtbot: QtBot, school_window: MainWindow) -> None:
    add_a_unit(school_window)
    title = history.operations(1)[0].title
    qtbot.keyClick(school_window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert school_window.status.said.text() == shell.undone(title)
    qtbot.keyClick(school_window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert school_window.status.said.text() == shell.redone(title)


def test_nothing_to_redo_is_said_without_a_dialog(qtbot: QtBot, school_window: MainWindow) -> None:
    qtbot.keyClick(school_window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "làm lại" in school_window.status.said.text()


def test_typing_in_a_field_keeps_control_z_for_the_field(
    qtbot: QtBot, school_window: MainWindow, pages: dict[str, FakePage]
) -> None:
    add_a_unit(school_window)
    line = pages["overview"].line
    line.setFocus()
    qtbot.keyClicks(line, "abc")
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == ""
    assert history.next_undo() == history.operations(1)[0].title


def test_a_write_is_shown_as_saved_with_its_time(school_window: MainWindow) -> None:
    add_a_unit(school_window)
    assert school_window.status.saved.label.text() == "Đã lưu 09:41"


def test_a_disk_that_refuses_is_shown_as_not_saved(school_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Problem] = []
    monkeypatch.setattr(messages, "show_problem", lambda parent, problem, title="": told.append(problem))

    def full(_: object) -> Changes:
        raise SystemProblem("disk_full")

    school_window.context.jobs.command(full)
    assert [problem.code for problem in told] == ["disk_full"]
    assert school_window.status.saved.label.text() == shell.SAVE_FAILED


def test_control_s_makes_a_backup_and_says_so(qtbot: QtBot, school_window: MainWindow) -> None:
    assert school_window.status.backup.label.text() == shell.NO_BACKUP
    qtbot.keyClick(school_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(data_file.backups()) == 1
    assert school_window.status.backup.label.text() == "Sao lưu gần nhất: 22/11/2026 09:41"


def test_a_narrow_window_gets_the_rail_and_control_b_overrules_it(qtbot: QtBot, school_window: MainWindow) -> None:
    sidebar = workspace_of(school_window).sidebar
    wide = sidebar.width()
    school_window.resize(1300, 800)
    QApplication.processEvents()
    assert (sidebar.is_rail, wide, sidebar.width()) == (True, 256, 56)
    qtbot.keyClick(school_window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    school_window.resize(1290, 800)
    QApplication.processEvents()
    assert not sidebar.is_rail


def test_keys_go_to_the_page_that_was_opened(
    qtbot: QtBot, school_window: MainWindow, pages: dict[str, FakePage]
) -> None:
    from PySide6.QtWidgets import QListView

    school_window.open_page("people")
    view = QListView(pages["people"])
    view.show()
    school_window.open_page("units")
    school_window.open_page("people")
    assert QApplication.focusWidget() is view


def test_f6_goes_round_the_panes(qtbot: QtBot, school_window: MainWindow) -> None:
    workspace = workspace_of(school_window)
    school_window.activateWindow()
    seen = []
    for _ in range(3):
        qtbot.keyClick(school_window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [workspace.sidebar.list, workspace.header.search, workspace.sidebar.list]
    qtbot.keyClick(school_window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is workspace.header.search


def test_a_larger_letter_size_builds_the_window_anew_on_the_same_page(qtbot: QtBot, school_window: MainWindow) -> None:
    from thidua_gui.ui import theme

    school_window.open_page("units")
    theme.theme_switch().set_scale(1.25)
    assert workspace_of(school_window).header.title.text() == "Trang units"
    assert workspace_of(school_window).header.height() == 70


def test_renaming_the_school_reaches_the_sidebar(school_window: MainWindow) -> None:
    from thidua_gui.services.organisation import units
    from thidua_gui.services.organisation_edit import edit_unit

    root = units(date(2026, 11, 22))[0]
    draft = UnitDraft(root.code, "Trường Chính trị tỉnh Điện Biên", root.kind)
    school_window.context.jobs.command(lambda _: edit_unit(root.id, draft))
    assert workspace_of(school_window).sidebar.school.school == "Trường Chính trị tỉnh Điện Biên"


def test_closing_the_window_backs_up_and_lets_go_of_the_file(
    qtbot: QtBot, school_window: MainWindow, tmp_path: Path
) -> None:
    add_a_unit(school_window)
    school_window.close()
    qtbot.waitUntil(lambda: not school_window.isVisible())
    assert not data_file.is_open()
    assert len(list((tmp_path / "sao-luu").glob("*.tdkt"))) == 1


def test_closing_the_file_returns_to_the_start_page(school_window: MainWindow) -> None:
    school_window.session.close()
    assert school_window.workspace is None
    assert school_window.windowTitle() == shell.PROGRAM
    assert school_window.status.file.label.text() == shell.NO_FILE


def test_without_a_file_only_what_makes_sense_can_be_done(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    words = {action.text() for action in window.actions_of_window.listed()}
    assert words == {shell.SHORTCUTS, shell.FULL_SCREEN, shell.OPEN_FILE, shell.NEW_FILE, shell.QUIT}
