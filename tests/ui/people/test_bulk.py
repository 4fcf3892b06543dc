"""What the clerk does with checked people: by keyboard and mouse, told in one sentence, undone in one step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from python_calamine import CalamineWorkbook

from db.models.campaigns import Registration
from db.models.organisation import Person
from tests.ui.people.conftest import dialog, listed, person
from tests.ui.people.test_dialogs import below, type_into
from thidua_gui.services import history
from thidua_gui.services.transaction import write
from thidua_gui.ui.people.bulk_dialogs import BulkLeaveDialog, GroupDialog, PostDialog, RegisterDialog
from thidua_gui.ui.people.page import PeoplePage


@pytest.fixture
def said(page: PeoplePage) -> list[str]:
    heard: list[str] = []
    page.context.bus.status.connect(heard.append)
    return heard


def check(page: PeoplePage, *codes: str) -> None:
    page.model.pick([person(code) for code in codes])


def choose(page: PeoplePage, place: int) -> None:
    """An entry of the menu of further work."""
    actions = [action for action in page.bulk_desk.menu().actions() if not action.isSeparator()]
    actions[place].trigger()


def test_a_title_is_registered_by_keyboard_and_undone(page: PeoplePage, said: list[str]) -> None:
    with write("Bỏ đăng ký"):
        Registration.delete().where(Registration.person.in_([person("CB13"), person("CB14")])).execute()
    check(page, "CB13", "CB14", "CB15")
    QTest.keyClick(page.bulk_desk.register, Qt.Key.Key_Space)
    asked = dialog(page, RegisterDialog)
    assert asked.heading.text() == "Đăng ký danh hiệu: 3 người"
    assert asked.on.day() == date(2022, 11, 16)
    asked.chosen.setCurrentIndex(asked.chosen.findText(Registration.get(person=person("CB15")).title))
    QTest.keyClick(asked.on, Qt.Key.Key_Return)
    assert said[-1].endswith("cho 2 người, bỏ qua 1 người đã đăng ký. Hoàn tác: Ctrl+Z")
    assert not asked.isVisible()
    page.context.jobs.command(lambda _: history.undo_last())
    assert not Registration.select().where(Registration.person == person("CB13")).exists()


def test_nothing_to_do_is_said_in_the_dialog_which_stays(page: PeoplePage) -> None:
    title = Registration.get(person=person("CB15")).title
    check(page, "CB15")
    page.bulk_desk.register.click()
    asked = dialog(page, RegisterDialog)
    asked.chosen.setCurrentIndex(asked.chosen.findText(title))
    asked.primary.click()
    assert asked.error.text() == "Không có gì để ghi: 1 người đã đăng ký."
    asked.reject()


def test_a_group_is_set_for_all(page: PeoplePage, said: list[str]) -> None:
    check(page, "CB13", "CB14")
    choose(page, 2)
    asked = dialog(page, GroupDialog)
    asked.primary.click()
    assert below(asked, "group") == "Chọn hoặc gõ tên nhóm."
    asked.group.setEditText("Viên chức khác")
    asked.primary.click()
    assert said[-1].startswith("Đã xếp 2 người vào nhóm Viên chức khác.")
    assert Person.get(Person.code == "CB13").staff_group == "Viên chức khác"


def test_a_post_needs_its_first_day(page: PeoplePage, said: list[str]) -> None:
    check(page, "CB13", "CB14")
    choose(page, 1)
    asked = dialog(page, PostDialog)
    asked.post.setEditText("Giảng viên cao cấp")
    asked.primary.click()
    assert below(asked, "from_on") == "Cần ghi ngày."
    type_into(asked.from_on, "01/12/2022")
    asked.primary.click()
    assert said[-1].startswith("Đã ghi chức vụ Giảng viên cao cấp cho 2 người từ ngày 01/12/2022.")


def test_leaving_needs_a_reason_and_names_whom_it_is_about(page: PeoplePage, said: list[str]) -> None:
    check(page, "CB13")
    choose(page, 3)
    asked = dialog(page, BulkLeaveDialog)
    assert asked.text.text().startswith("Lò Thị Hạnh.")
    asked.primary.click()
    assert asked.fields["reason"].has_error
    asked.reason.setEditText("Chuyển công tác")
    type_into(asked.left_on, "15/11/2022")
    asked.primary.click()
    assert said[-1].startswith("Đã ghi nghỉ việc cho 1 người, ngày làm việc cuối cùng 15/11/2022.")
    assert "CB13" not in listed(page)


def test_checked_rows_are_written_to_excel_in_the_order_of_the_screen(
    page: PeoplePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "danh-sach.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    shown = [code for code in listed(page) if code in ("CB02", "CB13", "CB30")]
    check(page, *reversed(shown))
    page.excel_button.click()
    rows = CalamineWorkbook.from_path(target).get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows if str(row[1]).startswith("CB")] == shown
