"""The school's own page by keyboard: its registration and points, and its results typed, pasted, moved, taken away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.year_pages import Show
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services import campaigns, history, school_results, year_states
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.text import collectives as wording
from thidua_gui.ui.collectives.page import SCHOOL, CollectivesPage
from thidua_gui.ui.collectives.results_card import ResultsCard

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Stored = Callable[[], list[tuple[str, ...]]]


@pytest.fixture
def page(year: CampaignSummary, show: Show, qtbot: QtBot) -> CollectivesPage:
    school_results.add(year.id, ["Số lớp", "Đề tài"])
    shown = show(CollectivesPage)
    assert isinstance(shown, CollectivesPage)
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.keyClick(shown, Qt.Key.Key_2, ALT)
    assert shown.switch.current() == SCHOOL
    return shown


@pytest.fixture
def card(page: CollectivesPage) -> ResultsCard:
    page.school.results.grid.confirm_paste = lambda plan: True
    return page.school.results


@pytest.fixture
def stored(year: CampaignSummary) -> Stored:
    return lambda: [
        (line.content, line.planned, line.achieved, line.note) for line in school_results.results(year.id)
    ]


def paste(card: ResultsCard, qtbot: QtBot, line: int, key: str, text: str) -> None:
    card.grid.select_row(card.model.rows[line].id, key)
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(card.grid, Qt.Key.Key_V, CONTROL)


def test_what_the_school_registered_and_scored_is_told(page: CollectivesPage) -> None:
    told = [label.text() for label in page.school.registered.findChildren(QLabel)]
    assert "Cờ thi đua của Giám đốc Học viện Chính trị quốc gia Hồ Chí Minh" in told
    assert (page.school.total.text(), page.school.last.text()) == ("96,5 / 100", wording.SCHOOL_NO_LAST)
    groups = [label.text() for label in page.school.scores.findChildren(QLabel)]
    assert {"I. Thực hiện nhiệm vụ chính trị", "47,0/50"} <= set(groups)


def test_the_schools_sheet_is_opened_from_its_card(page: CollectivesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.context.bus.navigate) as asked:
        page.school.sheet_button.click()
    assert asked.args[0] == "scoring"
    assert asked.args[1][0] is SheetSubject.UNIT


def test_a_result_is_typed_and_undone(card: ResultsCard, stored: Stored, qtbot: QtBot) -> None:
    card.grid.select_row(card.model.rows[0].id, "achieved")
    card.grid.setFocus()
    qtbot.keyClick(card.grid, "3")
    editor = card.grid.editing.editor
    assert editor is not None
    qtbot.keyClicks(editor, "6 lop")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert stored()[0] == ("Số lớp", "", "36 lop", "")
    history.undo_last()
    assert stored()[0] == ("Số lớp", "", "", "")


def test_a_block_longer_than_the_sheet_makes_it_longer_in_one_step(
    card: ResultsCard, stored: Stored, qtbot: QtBot
) -> None:
    before = stored()
    paste(card, qtbot, 1, "content", "Đề tài tỉnh\t1\tKhá\nXếp hạng\tNhóm 5\tThứ 4\nĐảng bộ\tHTTNV\t")
    assert stored()[1:] == [
        ("Đề tài tỉnh", "1", "Khá", ""), ("Xếp hạng", "Nhóm 5", "Thứ 4", ""), ("Đảng bộ", "HTTNV", "", "")
    ]  # fmt: skip
    assert len(card.model.rows) == 4
    history.undo_last()
    assert stored() == before


def test_lines_without_content_are_refused_and_nothing_is_written(
    card: ResultsCard, stored: Stored, qtbot: QtBot
) -> None:
    before = stored()
    paste(card, qtbot, 1, "planned", "1\n2")
    assert stored() == before
    assert card.refusal.label.text() == wording.ERRORS["result_content_missing"]


def test_delete_empties_cells_but_a_line_keeps_its_content(card: ResultsCard, stored: Stored, qtbot: QtBot) -> None:
    paste(card, qtbot, 0, "planned", "34 lớp")
    card.grid.select_row(card.model.rows[0].id, "planned")
    qtbot.keyClick(card.grid, Qt.Key.Key_Delete)
    assert stored()[0] == ("Số lớp", "", "", "")
    card.grid.select_row(card.model.rows[0].id, "content")
    qtbot.keyClick(card.grid, Qt.Key.Key_Delete)
    assert card.refusal.isVisible()
    assert card.model.words(0, 0) == "Số lớp"


def test_a_new_line_is_ready_to_be_typed_into(card: ResultsCard, stored: Stored, qtbot: QtBot) -> None:
    qtbot.keyClick(card.grid, Qt.Key.Key_N, CONTROL)
    editor = card.grid.editing.editor
    assert editor is not None
    assert editor.selectedText() == wording.NEW_RESULT
    editor.setText("Đảng bộ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert [line[0] for line in stored()] == ["Số lớp", "Đề tài", "Đảng bộ"]


def test_lines_are_filled_moved_and_taken_away(card: ResultsCard, stored: Stored, qtbot: QtBot) -> None:
    paste(card, qtbot, 0, "note", "cả năm")
    card.grid.select_row(card.model.rows[1].id, "note")
    qtbot.keyClick(card.grid, Qt.Key.Key_D, CONTROL)
    assert [line[3] for line in stored()] == ["cả năm", "cả năm"]
    qtbot.keyClick(card.grid, Qt.Key.Key_Up, ALT)
    assert [line[0] for line in stored()] == ["Đề tài", "Số lớp"]
    qtbot.keyClick(card.grid, Qt.Key.Key_Delete, CONTROL)
    assert [line[0] for line in stored()] == ["Số lớp"]


def test_without_results_the_first_one_is_offered(card: ResultsCard, stored: Stored, qtbot: QtBot) -> None:
    card.grid.caret.select_all()
    qtbot.keyClick(card.grid, Qt.Key.Key_Delete, CONTROL)
    assert card.empty.isVisible()
    qtbot.keyClick(card.empty.button, Qt.Key.Key_Space)
    assert [line[0] for line in stored()] == [wording.NEW_RESULT]


def test_a_closed_year_takes_no_result(
    page: CollectivesPage, card: ResultsCard, year: CampaignSummary, stored: Stored, qtbot: QtBot
) -> None:
    year_states.close_year(year.id)
    page.context.campaign = campaigns.campaign(year.id)
    page.reload()
    before = stored()
    qtbot.keyClick(card.grid, Qt.Key.Key_N, CONTROL)
    paste(card, qtbot, 1, "content", "Khác\nThêm")
    assert stored() == before
    assert not card.add_button.isEnabled()
