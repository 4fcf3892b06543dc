"""The sheet of keys (F1) names what works now: on the board its own keys, on a person's sheet those of the sheet."""

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.services.scored_school import School
from tests.ui.scoring.hands import Key, Mod, press
from thidua_gui.text import score_sheet, shell
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.shortcut_sheet import keys_of

STAGES = {"Alt+1": "Chuyển đến vòng 1", "Alt+2": "Chuyển đến vòng 2", "Alt+3": "Chuyển đến vòng 3"}


def test_the_board_names_its_keys_and_those_of_its_table(page: ScoringPage) -> None:
    keys = dict(keys_of(page.keyed_actions()))
    assert keys.items() >= STAGES.items()
    assert keys["Ctrl+P"] == "In bảng điểm"
    assert keys["Ctrl+E"] == "Xuất bảng điểm ra Excel"
    assert "Esc" not in keys
    assert page.table_keys() == shell.GRID_SHORTCUTS


def test_a_person_s_sheet_names_its_own_keys_alone(page: ScoringPage, school: School) -> None:
    page.open_argument(school.people["GV01"])
    assert dict(keys_of(page.keyed_actions())) == STAGES | {
        "Ctrl+PgUp": "Người trước trong danh sách",
        "Ctrl+PgDown": "Người sau trong danh sách",
        "Ctrl+P": "In phiếu",
        "Esc": "Về bảng điểm",
    }
    assert page.table_keys() == score_sheet.KEYS


def test_the_keys_of_the_sheet_do_what_they_are_named_for(qtbot: QtBot, page: ScoringPage) -> None:
    listed = [row.id for row in page.store.board.rows] if page.store.board else []
    page.open_argument(listed[1])
    qtbot.keyClick(page.sheet, Key.Key_PageDown, Mod.ControlModifier)
    assert page.sheet.person_id == listed[2]
    qtbot.keyClick(page.sheet, Key.Key_PageUp, Mod.ControlModifier)
    assert page.sheet.person_id == listed[1]
    qtbot.keyClick(page.sheet, Key.Key_3, Mod.AltModifier)
    qtbot.keyClick(page.sheet, Key.Key_Escape)
    assert page.view.isVisible()
    assert page.toolbar.stages.segments()[2].isChecked()


def test_ctrl_e_asks_where_the_board_goes(qtbot: QtBot, page: ScoringPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refuse(*_: object) -> tuple[str, str]:
        asked.append("path")
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", refuse)
    press(qtbot, page, Key.Key_E, mod=Mod.ControlModifier)
    assert asked == ["path"]
