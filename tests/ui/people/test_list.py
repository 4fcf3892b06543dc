"""The list of people: counts, filters, units, hits without marks, jumping to a person, empty states."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.people.conftest import dialog, listed, person
from thidua_gui.core.changes import Changes
from thidua_gui.services import people_edit, people_moves
from thidua_gui.services.people_edit import PersonDraft
from thidua_gui.ui import theme
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.people import page as pages
from thidua_gui.ui.people.page import PeoplePage
from thidua_gui.ui.people.seen import ListSeen


def field(page: PeoplePage, key: str) -> QLineEdit:
    editor = page.grid.heads()[-1].strip.fields[key]
    assert isinstance(editor, QLineEdit)
    return editor


def segments(page: PeoplePage) -> dict[str, str]:
    return {segment.choice.text: segment.choice.count for segment in page.units.segments.segments()}


def test_everybody_of_the_year_is_counted_by_unit(page: PeoplePage) -> None:
    assert page.subtitle() == "45 người, 6 đơn vị"
    assert segments(page) == {
        "Tất cả": "45", "Ban Giám hiệu": "3", "Lý luận cơ sở": "8", "Xây dựng Đảng": "7", "Nhà nước và pháp luật": "8",
        "QLĐT và NCKH": "6", "TC-HC-TT-TL": "13",
    }  # fmt: skip


def test_a_name_is_found_without_marks_and_the_line_below_says_why(page: PeoplePage, qtbot: QtBot) -> None:
    QTest.keyClicks(field(page, "name"), "thi")
    qtbot.waitUntil(lambda: len(listed(page)) == 22)
    assert "22" in page.count.count.text()
    assert page.count.why.text() == "“thi” khớp cả Thị, Thịnh"


def test_escape_takes_the_filter_away(page: PeoplePage, qtbot: QtBot) -> None:
    QTest.keyClicks(field(page, "name"), "hanh")
    qtbot.waitUntil(lambda: listed(page) == ["CB13"])
    QTest.keyClick(field(page, "name"), Qt.Key.Key_Escape)
    assert len(listed(page)) == 45


def test_a_unit_is_chosen_by_mouse_and_the_next_by_the_arrow_key(page: PeoplePage) -> None:
    page.units.segments.segments()[1].click()
    assert listed(page) == ["CB01", "CB02", "CB03"]
    QTest.keyClick(page.units.segments, Qt.Key.Key_Right)
    assert len(listed(page)) == 8


def test_years_in_a_row_are_filtered_as_a_number(page: PeoplePage, qtbot: QtBot) -> None:
    QTest.keyClicks(field(page, "advanced"), "3")
    qtbot.waitUntil(lambda: len(listed(page)) == 40)


def test_a_filter_without_a_hit_says_so_and_offers_the_way_back(page: PeoplePage) -> None:
    page.model.set_filter("name", "zzz")
    assert page.no_hit.isVisible()
    page.no_hit.button.click()
    assert not page.no_hit.isVisible()
    assert len(listed(page)) == 45


def test_two_people_of_one_name_are_told_apart(page: PeoplePage) -> None:
    page.model.set_filter("name", "Nguyễn Văn An")
    names = [page.model.words(line, page.model.column_place("name")) for line in range(page.model.rowCount())]
    assert names[-2:] == ["Nguyễn Văn An (1991)", "Nguyễn Văn An (1996)"]


def test_another_page_can_point_at_somebody_whom_a_filter_hides(page: PeoplePage) -> None:
    page.units.segments.segments()[1].click()
    page.model.set_filter("post", "Hiệu trưởng")
    page.open_argument(person("CB13"))
    assert page.grid.current_row_id == person("CB13")
    assert page.model.filters == {}


def test_another_page_can_point_at_some_people_only(page: PeoplePage) -> None:
    page.open_argument((person("CB13"), person("CB35")))
    assert listed(page) == ["CB13", "CB35"]
    page.count.clear.click()
    assert len(listed(page)) == 45


def test_a_hidden_page_points_at_somebody_once_it_has_read(page: PeoplePage) -> None:
    page._seen = None
    page.open_argument(person("CB20"))
    page.reload()
    assert page.grid.current_row_id == person("CB20")


def test_a_long_list_gets_only_its_touched_lines_anew(page: PeoplePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PATCH_FROM", 1)
    page.grid.select_row(person("CB30"))
    rows = page.model.rows
    changes: list[Changes] = []
    draft = PersonDraft("CB13", "Lò Thị Hạnh Phúc")
    page.context.jobs.command(lambda _: people_edit.edit_person(person("CB13"), draft), changes.append)
    changed = [new.code for old, new in zip(rows, page.model.rows, strict=True) if old is not new]
    assert changed == ["CB13"]
    assert page.grid.current_row_id == person("CB30")


def test_checked_people_are_counted_and_unchecked_again(page: PeoplePage, qtbot: QtBot) -> None:
    page.grid.setFocus()
    page.grid.select_row(person("CB01"))
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    assert page.bulk.isVisible()
    assert page.bulk.count.text() == "Đã chọn 1"
    page.bulk.uncheck.click()
    assert not page.bulk.isVisible()


def test_with_the_year_its_columns_change(page: PeoplePage) -> None:
    titles = [column.title for column in page.model.columns]
    assert {"Năm 2021", "Đăng ký 2022"} <= set(titles)


def test_the_view_menu_shows_people_who_have_left_and_further_columns(page: PeoplePage) -> None:
    people_moves.leave(person("CB13"), date(2022, 6, 30), "Nghỉ hưu")
    page.reload()
    page.view_button.click()
    (menu,) = page.grid.findChildren(QMenu)
    by_words = {action.text(): action for action in menu.actions()}
    by_words["Cả người đã nghỉ"].trigger()
    by_words["Ngày sinh"].trigger()
    menu.close()
    assert "CB13" in listed(page)
    assert not page.grid.arrangement.is_hidden("born")


def test_shown_people_are_written_to_excel_and_printed(
    page: PeoplePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "ds"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.model.pick([person("CB13"), person("CB14")])
    page.excel_button.click()
    assert target.with_name("ds.xlsx").stat().st_size > 1000
    page.print_button.click()
    assert dialog(page, ListPreview).view.page_count == 1


def test_an_empty_file_says_what_to_do_and_leads_there(page: PeoplePage) -> None:
    went: list[str] = []
    page.context.bus.navigate.connect(lambda key, argument: went.append(key))
    page._show_list(ListSeen(page._asked(), (), (), ()))
    assert page.empty.isVisible()
    page.empty.button.click()
    assert went == ["importing"]


def test_a_person_another_page_points_at_stands_among_whole_rows(page: PeoplePage, qtbot: QtBot) -> None:
    page.resize(1184, 431)
    page.open_argument(person("CB24"))
    grid = page.grid
    qtbot.waitUntil(lambda: grid.rowViewportPosition(grid.rowAt(0)) == 0)
    box = grid.visualRect(grid.currentIndex())
    assert abs(box.center().y() - grid.viewport().rect().center().y()) <= 1.5 * box.height()


def test_the_bold_count_below_the_list_follows_the_theme(page: PeoplePage) -> None:
    assert theme.colour("text").name() in page.count.count.text()
    theme.theme_switch().set_name("dark")
    assert theme.colour("text").name() in page.count.count.text()
    assert ">45</span>" in page.count.count.text()
