"""Global search in the window: keys, groups, highlighted letters, no diacritics, opening a hit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from db.models.organisation import Membership, Person, Unit
from tests.ui.shell.conftest import FakePage
from thidua_gui.core.vietnamese import fold, name_key
from thidua_gui.services.transaction import write
from thidua_gui.text import shell
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.search_field import SearchField
from thidua_gui.ui.search_rows import RowKind, SearchModel, SearchRow

NAMES = (("Lò Thị Hạnh", 1975), ("Lò Thị Hạnh", 1988), ("Nguyễn Hữu Thắng", 1980))


@pytest.fixture
def field(school_window: MainWindow) -> SearchField:
    """The search field of a school with two people of one name."""
    from datetime import date

    with write("Dữ liệu thử"):
        unit = Unit.create(code="XDD", name="Khoa Xây dựng Đảng", kind="Khoa", name_fold="khoa xay dung dang")
        for number, (name, year) in enumerate(NAMES):
            made = Person.create(
                code=f"CB{number}",
                full_name=name,
                born_on=date(year, 1, 2),
                name_fold=fold(name),
                name_sort=name_key(name),
            )
            Membership.create(person=made, unit=unit)
    assert school_window.workspace is not None
    return school_window.workspace.header.search


def search(qtbot: QtBot, field: SearchField, text: str) -> tuple[SearchRow, ...]:
    field.setFocus()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    return field.popup.model.rows


def test_control_k_reaches_the_field(qtbot: QtBot, school_window: MainWindow, field: SearchField) -> None:
    school_window.activateWindow()
    qtbot.keyClick(school_window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert field.hasFocus()


def test_hits_appear_by_themselves_when_the_typing_rests(qtbot: QtBot, field: SearchField) -> None:
    field.setFocus()
    qtbot.keyClicks(field, "thang")
    qtbot.waitUntil(lambda: bool(field.popup.model.rows))
    assert field.popup.isVisible()


def test_two_people_of_one_name_are_told_apart(qtbot: QtBot, field: SearchField) -> None:
    rows = search(qtbot, field, "lo thi hanh")
    assert [(row.kind, row.text) for row in rows[:1]] == [(RowKind.GROUP, "Cá nhân")]
    assert [row.detail for row in rows[1:]] == [
        "sinh 1975 · Khoa Xây dựng Đảng · CB0",
        "sinh 1988 · Khoa Xây dựng Đảng · CB1",
    ]


def test_found_letters_are_marked(qtbot: QtBot, field: SearchField) -> None:
    rows = search(qtbot, field, "ha lo")
    assert [rows[1].text[start:end] for start, end in rows[1].spans] == ["Lò", "Hạ"]


def test_arrows_choose_and_enter_opens(qtbot: QtBot, field: SearchField, pages: dict[str, FakePage]) -> None:
    rows = search(qtbot, field, "lo thi hanh")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pages["people"].arguments == [rows[2].argument]
    assert not field.popup.isVisible()
    assert field.text() == ""


def test_the_selection_goes_round_and_passes_over_headings(qtbot: QtBot, field: SearchField) -> None:
    search(qtbot, field, "lo thi hanh")
    seen = []
    for _ in range(3):
        seen.append(field.popup.list.currentIndex().row())
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert seen == [1, 2, 1]


def test_a_click_opens_a_unit(qtbot: QtBot, field: SearchField, pages: dict[str, FakePage]) -> None:
    search(qtbot, field, "xay dung")
    found = field.popup.list
    place = found.visualRect(field.popup.model.index(1)).center()
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(pages["units"].arguments) == 1


def test_escape_closes_then_clears_then_leaves(qtbot: QtBot, field: SearchField) -> None:
    search(qtbot, field, "lo")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.popup.isVisible(), field.text()) == (False, "lo")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.hasFocus(), field.text()) == (True, "")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.hasFocus()


def test_no_hit_names_what_was_searched(qtbot: QtBot, field: SearchField) -> None:
    assert search(qtbot, field, "zzz") == ()
    assert field.popup.words.text() == shell.nothing_found("zzz")
    assert field.popup.words.isVisible()


def test_a_late_answer_to_an_older_question_is_dropped(qtbot: QtBot, field: SearchField) -> None:
    from thidua_gui.services.search import Found

    rows = search(qtbot, field, "lo thi hanh")
    field._show(Found("lo"))
    assert field.popup.model.rows == rows


def test_the_list_stays_within_a_small_window(qtbot: QtBot, school_window: MainWindow, field: SearchField) -> None:
    school_window.resize(1280, 720)
    search(qtbot, field, "lo")
    assert school_window.rect().contains(field.popup.geometry())


def test_the_model_keeps_qts_rules() -> None:
    model = SearchModel()
    tester = QAbstractItemModelTester(model)
    model.set_rows((SearchRow(RowKind.GROUP, "Cá nhân", "1"), SearchRow(RowKind.HIT, "Lò Thị Hạnh")))
    model.set_rows(())
    assert tester.model() is model
