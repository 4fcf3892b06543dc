"""The page of units: tree, members on a day, units below, and the clerk's commands."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TypeVar

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from db.models.organisation import Person, Unit
from thidua_gui.core.ids import UnitId
from thidua_gui.services import history
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.units.bulk_desk import CloseManyDialog, KindDialog, LaunchDialog
from thidua_gui.ui.units.page import UnitsPage
from thidua_gui.ui.units.unit_dialogs import CloseDialog, UnitDialog, YearDialog
from thidua_gui.ui.units.unit_view import CHILDREN, MEMBERS

Asked = TypeVar("Asked", bound=QDialog)


@pytest.fixture
def page(qtbot: QtBot, sample_context: Context) -> UnitsPage:
    page = UnitsPage(sample_context)
    qtbot.addWidget(page)
    page.resize(1184, 816)
    page.show()
    page.show_loaded()
    return page


def unit(code: str) -> UnitId:
    return UnitId(Unit.get(Unit.code == code).id)


def dialog(page: UnitsPage, kind: type[Asked]) -> Asked:
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return found


def tree(page: UnitsPage) -> list[str]:
    return [row.code for row in page.tree.model.rows]


def members(page: UnitsPage) -> list[str]:
    return [row.code for row in page.unit.members.shown_rows]


def test_the_school_is_the_root_and_its_code_is_not_shown(page: UnitsPage) -> None:
    assert tree(page) == ["@", "BGH", "LLCS", "XDD", "NNPL", "QLDT", "TCHC"]
    assert page.subtitle() == "6 đơn vị, 45 người"
    assert page.unit.name.text() == "Trường Chính trị tỉnh Lai Châu"
    assert "@" not in page.unit.below_name.text()


def test_the_tree_is_a_sound_model(page: UnitsPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.tree.model)


def test_the_school_starts_with_its_units_and_can_show_everybody(page: UnitsPage) -> None:
    assert page.unit.parts.current() == CHILDREN
    assert [row.code for row in page.unit.children_model.shown_rows] == ["BGH", "LLCS", "XDD", "NNPL", "QLDT", "TCHC"]
    page.unit.parts.segments()[1].click()
    assert page.unit.parts.current() == MEMBERS
    assert len(members(page)) == 45


def test_the_arrow_keys_walk_through_the_units(page: UnitsPage) -> None:
    QTest.keyClick(page.tree.view, Qt.Key.Key_Down)
    assert page.unit.name.text() == "Ban Giám hiệu"
    QTest.keyClick(page.tree.view, Qt.Key.Key_Down)
    assert page.unit.name.text() == "Khoa Lý luận cơ sở"
    assert len(members(page)) == 8


def test_members_are_those_of_the_day_in_the_field(page: UnitsPage) -> None:
    page.open_argument(unit("QLDT"))
    assert "CB45" not in members(page)
    page.unit.day.setText("31/07/2022")
    QTest.keyClick(page.unit.day, Qt.Key.Key_Return)
    assert "CB45" in members(page)


def test_a_double_click_on_a_member_leads_to_the_person(page: UnitsPage) -> None:
    went: list[tuple[str, object]] = []
    page.context.bus.navigate.connect(lambda key, argument: went.append((key, argument)))
    page.open_argument(unit("XDD"))
    page.unit.member_grid.opened.emit(Person.get(Person.code == "CB13").id)
    assert went == [("people", Person.get(Person.code == "CB13").id)]


def test_alt_and_arrows_move_a_unit_and_undo_moves_it_back(page: UnitsPage) -> None:
    page.open_argument(unit("XDD"))
    QTest.keyClick(page.tree.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert tree(page)[1:4] == ["BGH", "XDD", "LLCS"]
    assert page.tree.current() == unit("XDD")
    page.context.jobs.command(lambda _: history.undo_last())
    assert tree(page)[1:4] == ["BGH", "LLCS", "XDD"]


def test_the_arrows_are_off_at_the_ends_and_for_the_school(page: UnitsPage) -> None:
    page.open_argument(unit("BGH"))
    assert (page.tree.up.isEnabled(), page.tree.down.isEnabled()) == (False, True)
    page.open_argument(unit("@"))
    assert (page.tree.up.isEnabled(), page.tree.down.isEnabled()) == (False, False)


def test_a_unit_is_found_without_marks_with_what_is_above_it(page: UnitsPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.tree.search, "phap luat")
    qtbot.waitUntil(lambda: page.tree.model.rowCount(page.tree.model.index(0, 0)) == 1)
    assert page.tree.model.row_of(unit("NNPL")) is not None
    assert page.tree.model.row_of(unit("XDD")) is None


def test_a_new_unit_gets_its_code_from_its_name(page: UnitsPage) -> None:
    page.add_button.click()
    asked = dialog(page, UnitDialog)
    QTest.keyClicks(asked.name, "Khoa Dan van")
    assert asked.code.text() == "DV"
    asked.primary.click()
    assert tree(page)[-1] == "DV"
    assert page.subtitle() == "7 đơn vị, 45 người"


def test_a_code_that_is_taken_is_refused_beside_the_field(page: UnitsPage) -> None:
    page.add_button.click()
    asked = dialog(page, UnitDialog)
    QTest.keyClicks(asked.name, "Khoa Dan van")
    asked.code.setText("CB01")
    asked.primary.click()
    assert asked.fields["code"].below.text() == "Mã CB01 đã là mã của Hoàng Đức Khải."


def test_the_school_is_renamed_without_being_asked_for_a_code(page: UnitsPage) -> None:
    page.unit.edit.click()
    asked = dialog(page, UnitDialog)
    assert set(asked.fields) == {"name", "head", "opened_on"}
    asked.name.setText("Trường Chính trị tỉnh Điện Biên")
    asked.primary.click()
    assert page.unit.name.text() == "Trường Chính trị tỉnh Điện Biên"


def test_a_unit_with_people_is_not_closed_and_says_who(page: UnitsPage) -> None:
    page.open_argument(unit("XDD"))
    page._close()
    asked = dialog(page, CloseDialog)
    asked.primary.click()
    assert asked.fields["closed_on"].below.text().startswith("Sau ngày này vẫn còn 7 người thuộc đơn vị")


def test_launch_and_rating_of_the_year_are_recorded(page: UnitsPage) -> None:
    page.open_argument(unit("BGH"))
    page.unit.record.click()
    asked = dialog(page, YearDialog)
    asked.launched_on.setText("10/03/2022")
    asked.rating.setCurrentIndex(1)
    asked.primary.click()
    assert page.unit.seen is not None
    known = page.unit.seen.year_facts
    assert known is not None
    assert (str(known.launched_on), known.rating) == ("2022-03-10", "excellent")


def test_an_empty_file_says_what_to_do(page: UnitsPage) -> None:
    page._show_tree(())
    assert page.empty.isVisible()
    assert page.empty.title.text() == "Chưa có đơn vị nào"


def test_a_closed_unit_is_shown_when_asked_for_and_works_again(page: UnitsPage) -> None:
    page.add_button.click()
    asked = dialog(page, UnitDialog)
    asked.name.setText("Khoa Dân vận")
    asked.code.setText("DV")
    asked.primary.click()
    page.open_argument(unit("DV"))
    page._close()
    closing = dialog(page, CloseDialog)
    closing.closed_on.setText("01/11/2022")
    closing.primary.click()
    assert "DV" not in tree(page)
    page.tree.with_closed.click()
    assert "DV" in tree(page)
    page.open_argument(unit("DV"))
    assert page.unit.closed.text() == "Ngừng từ 01/11/2022"
    page.unit.reopen_wanted.emit()
    assert not page.unit.closed.isVisible()


def test_the_menu_of_a_unit_adds_one_below_it(page: UnitsPage) -> None:
    page.open_argument(unit("XDD"))
    page.unit.more.click()
    (menu,) = page.unit.findChildren(QMenu)
    next(action for action in menu.actions() if action.text() == "Thêm đơn vị con").trigger()
    menu.close()
    asked = dialog(page, UnitDialog)
    assert asked.above.text() == "Khoa Xây dựng Đảng"


def test_another_page_points_at_a_unit_that_the_search_hides(page: UnitsPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.tree.search, "phap luat")
    qtbot.waitUntil(lambda: page.tree.model.row_of(unit("XDD")) is None)
    page.open_argument(unit("XDD"))
    assert page.unit.name.text() == "Khoa Xây dựng Đảng"


def test_keys_add_edit_and_search(page: UnitsPage) -> None:
    by_keys = {action.shortcut().toString(): action for action in page.actions()}
    by_keys["F2"].trigger()
    dialog(page, UnitDialog).reject()
    by_keys["Ctrl+F"].trigger()
    assert page.focusWidget() is page.tree.search


def test_a_double_click_on_a_unit_below_opens_it(page: UnitsPage) -> None:
    page.unit.child_grid.opened.emit(unit("XDD"))
    assert page.unit.name.text() == "Khoa Xây dựng Đảng"


def check(page: UnitsPage, *codes: str) -> None:
    page.unit.children_model.pick([unit(code) for code in codes])


def test_checked_units_get_their_launch_in_one_step(page: UnitsPage) -> None:
    said: list[str] = []
    page.context.bus.status.connect(said.append)
    first, second = page.unit.children_model.shown_rows[0], page.unit.children_model.shown_rows[1]
    check(page, first.code, second.code)
    assert page.unit.bulk.isVisible()
    QTest.keyClick(page.unit.launch, Qt.Key.Key_Space)
    asked = dialog(page, LaunchDialog)
    QTest.keyClicks(asked.launched_on, "12/03/2022")
    asked.replace.setChecked(True)
    asked.primary.click()
    assert said[-1].startswith("Đã ghi ngày phát động 12/03/2022 cho 2 đơn vị")
    assert [row.launched_on for row in page.unit.children_model.shown_rows[:2]] == [date(2022, 3, 12)] * 2
    page.context.jobs.command(lambda _: history.undo_last())
    assert page.unit.children_model.shown_rows[0].launched_on == first.launched_on


def test_units_with_people_are_not_closed_and_the_dialog_says_why(page: UnitsPage) -> None:
    check(page, "LLCS", "XDD")
    page.bulk_desk.menu().actions()[2].trigger()
    asked = dialog(page, CloseManyDialog)
    asked.primary.click()
    assert "người" in asked.fields["closed_on"].below.text()
    asked.reject()


def test_the_kind_of_checked_units_is_set(page: UnitsPage) -> None:
    check(page, "LLCS", "XDD")
    page.bulk_desk.menu().actions()[0].trigger()
    asked = dialog(page, KindDialog)
    asked.kind.setEditText("Bộ môn")
    asked.primary.click()
    assert {row.kind for row in page.unit.children_model.rows if row.code in ("LLCS", "XDD")} == {"Bộ môn"}


def test_checked_units_are_printed_as_they_stand(page: UnitsPage) -> None:
    check(page, "LLCS", "XDD")
    page.unit.print.click()
    shown = dialog(page, ListPreview)
    words = "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(BytesIO(shown.pdf)).pages)
    assert "DANH SÁCH ĐƠN VỊ" in words
    assert "Khoa Xây dựng Đảng" in words
    assert "Khoa Nhà nước" not in words
    shown.reject()
