"""What the clerk does with people in dialogs: by keyboard and mouse, with refusals beside their field."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.models.organisation import Membership, Person
from tests.ui.people.conftest import choose, dialog, listed, person, shortcut
from thidua_gui.services import history
from thidua_gui.ui.forms.award_dialogs import AwardDialog
from thidua_gui.ui.forms.form_dialog import FormDialog
from thidua_gui.ui.forms.pick_field import PickField
from thidua_gui.ui.forms.revoke_dialog import RevokeDialog
from thidua_gui.ui.people.course_dialogs import ChangeDialog, PeriodDialog
from thidua_gui.ui.people.discipline_dialog import DisciplineDialog
from thidua_gui.ui.people.move_dialogs import LeaveDialog, RejoinDialog, TransferDialog
from thidua_gui.ui.people.page import PeoplePage
from thidua_gui.ui.people.person_dialog import PersonDialog


def type_into(widget: QWidget, words: str) -> None:
    widget.setFocus()
    QTest.keySequence(widget, "Ctrl+A")
    QTest.keyClicks(widget, words)


def pick(field: PickField, words: str) -> None:
    """Type the beginning, have the choices at once by Down, go down to the first and take it."""
    field.setFocus()
    QTest.keyClicks(field, words)
    if not field._popup.isVisible():
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert field._popup.isVisible()
    QTest.keyClick(field._popup, Qt.Key.Key_Down)
    QTest.keyClick(field._popup, Qt.Key.Key_Return)


def below(asked: FormDialog, name: str) -> str:
    field = asked.fields[name]
    return field.below.text() if field.has_error else ""


def test_a_record_is_edited_and_undone(page: PeoplePage) -> None:
    said: list[str] = []
    page.context.bus.status.connect(said.append)
    choose(page, "CB13")
    page.panel.edit.click()
    asked = dialog(page, PersonDialog)
    type_into(asked.full_name, "Lo Thi Hanh")
    QTest.keyClick(asked.full_name, Qt.Key.Key_Return)
    assert page.panel.name.text() == "Lo Thi Hanh"
    assert said == ["Đã lưu: Sửa hồ sơ Lò Thị Hạnh. Hoàn tác: Ctrl+Z"]
    page.context.jobs.command(lambda _: history.undo_last())
    assert page.panel.name.text() == "Lò Thị Hạnh"


def test_a_refusal_stands_beside_its_field_and_the_dialog_stays(page: PeoplePage) -> None:
    choose(page, "CB13")
    page.panel.edit.click()
    asked = dialog(page, PersonDialog)
    type_into(asked.code, "CB01")
    asked.primary.click()
    assert below(asked, "code") == "Mã CB01 đã là mã của Hoàng Đức Khải."
    assert asked.isVisible()
    assert asked.primary.isEnabled()


def test_a_date_that_is_none_is_told_before_anything_is_asked(page: PeoplePage) -> None:
    choose(page, "CB13")
    page.panel.edit.click()
    asked = dialog(page, PersonDialog)
    type_into(asked.born_on, "31/02/1990")
    asked.primary.click()
    assert below(asked, "born_on").startswith("Ngày không có thật")


def test_a_person_is_added_by_keyboard_alone(page: PeoplePage) -> None:
    shortcut(page, "Ctrl+N")
    asked = dialog(page, PersonDialog)
    assert asked.code.text() == "CB46"
    QTest.keyClicks(asked.full_name, "Vang A Pao")
    pick(asked.unit, "xay dung")
    asked.submit()
    assert page.subtitle() == "46 người, 6 đơn vị"
    choose(page, "CB46")
    assert page.panel.unit.text() == "Khoa Xây dựng Đảng"
    assert page.panel.seen is not None
    assert page.panel.seen.detail.facts.born_on is None


def add(page: PeoplePage, name: str, joined_on: str = "") -> None:
    page.desk.add_person()
    asked = dialog(page, PersonDialog)
    asked.full_name.setText(name)
    type_into(asked.joined_on, joined_on)
    asked.primary.click()


def test_somebody_just_added_is_chosen_and_in_sight(page: PeoplePage, qtbot: QtBot) -> None:
    add(page, "Vàng A Páo")
    assert page.grid.current_row_id == person("CB46")
    box = page.grid.visualRect(page.grid.currentIndex())
    assert page.grid.viewport().rect().contains(box)
    qtbot.waitUntil(lambda: page.panel.name.text() == "Vàng A Páo")


def test_somebody_added_behind_a_filter_is_told_by_a_name_that_tells_them_apart(page: PeoplePage) -> None:
    said: list[str] = []
    page.context.bus.status.connect(said.append)
    page.units.segments.segments()[1].click()
    add(page, "Lò Thị Hạnh")
    assert said[-1] == "Đã thêm Lò Thị Hạnh (CB46), nhưng đơn vị hoặc bộ lọc đang chọn ẩn người này."
    assert "CB46" not in listed(page)


def test_somebody_who_joins_later_is_told_to_be_missing_from_the_list_of_the_day(page: PeoplePage) -> None:
    said: list[str] = []
    page.context.bus.status.connect(said.append)
    add(page, "Vàng A Páo", "01/09/2027")
    assert said[-1].startswith("Đã thêm Vàng A Páo, nhưng người này không có trong danh sách ngày ")


def test_several_people_move_in_one_step(page: PeoplePage) -> None:
    page.model.pick([person("CB13"), person("CB14")])
    page.bulk_desk.menu().actions()[0].trigger()
    asked = dialog(page, TransferDialog)
    assert asked.heading.text() == "Chuyển đơn vị cho 2 người"
    pick(asked.unit, "ly luan")
    type_into(asked.from_on, "01/09/2022")
    asked.primary.click()
    assert history.next_undo() == "Chuyển 2 người đến Khoa Lý luận cơ sở từ ngày 01/09/2022"
    assert page.units._choices[2].count == 10
    page.context.jobs.command(lambda _: history.undo_last())
    assert page.units._choices[2].count == 8


def test_a_transfer_asks_for_the_unit_and_the_day(page: PeoplePage) -> None:
    choose(page, "CB13")
    page.panel.transfer.click()
    asked = dialog(page, TransferDialog)
    asked.primary.click()
    assert below(asked, "unit") == "Chưa chọn đơn vị."
    pick(asked.unit, "ly luan")
    asked.primary.click()
    assert below(asked, "from_on") == "Chưa ghi từ ngày nào."


def test_words_that_name_no_unit_are_not_taken(page: PeoplePage) -> None:
    choose(page, "CB13")
    page.panel.transfer.click()
    asked = dialog(page, TransferDialog)
    QTest.keyClicks(asked.unit, "khoa khong co")
    asked.primary.click()
    assert below(asked, "unit") == "Chọn một dòng trong danh sách gợi ý."


def test_leaving_takes_somebody_off_the_list_of_the_day(page: PeoplePage) -> None:
    choose(page, "CB13")
    page.desk.leave()
    asked = dialog(page, LeaveDialog)
    type_into(asked.left_on, "30/06/2022")
    asked.reason.setEditText("Nghỉ hưu")
    asked.primary.click()
    assert "CB13" not in listed(page)
    page._set_with_left(True)
    assert "CB13" in listed(page)
    choose(page, "CB13")
    assert page.panel.left.text() == "Nghỉ từ 30/06/2022"
    assert page.panel.unit.text() == "Khoa Xây dựng Đảng"


def test_somebody_who_had_left_comes_back(page: PeoplePage) -> None:
    test_leaving_takes_somebody_off_the_list_of_the_day(page)
    page.panel.rejoin.click()
    asked = dialog(page, RejoinDialog)
    pick(asked.unit, "xay dung")
    type_into(asked.from_on, "01/09/2022")
    asked.primary.click()
    assert Person.get(Person.code == "CB13").left_on is None


def test_an_old_award_is_added_with_what_the_records_know_of_then(page: PeoplePage) -> None:
    choose(page, "CB13")
    page.panel.awards.add.click()
    asked = dialog(page, AwardDialog)
    assert (asked.year.text(), asked.post_then.text()) == ("2021", "Phó Trưởng khoa")
    asked.title.setEditText("Giấy khen của Hiệu trưởng")
    assert asked.meaning.text() == "Chương trình hiểu là: Giấy khen"
    asked.primary.click()
    assert page.panel.awards.certificates.number.text() == "1"


def test_a_title_that_is_held_already_is_refused_beside_the_title(page: PeoplePage) -> None:
    choose(page, "CB13")
    page.panel.awards.add.click()
    asked = dialog(page, AwardDialog)
    asked.title.setEditText("LĐTT")
    asked.primary.click()
    assert below(asked, "title") == "Lò Thị Hạnh đã có LĐTT năm 2021 (QĐ 230-QĐ/TCT, 20/12/2021)."


def test_revoking_needs_a_reason_and_breaks_the_chain(page: PeoplePage) -> None:
    choose(page, "CB08")
    assert page.panel.seen is not None
    page.desk._open_revoke(page.panel.seen.detail.awards[0])
    asked = dialog(page, RevokeDialog)
    asked.primary.click()
    assert below(asked, "reason") == "Chưa ghi lý do thu hồi."
    type_into(asked.reason, "Khai sai")
    asked.primary.click()
    assert page.panel.awards.advanced.number.text() == "0 năm"


def test_a_period_gets_its_first_day(page: PeoplePage) -> None:
    choose(page, "CB13")
    assert page.panel.seen is not None
    page.desk._open_period(page.panel.seen.detail.memberships[0])
    asked = dialog(page, PeriodDialog)
    type_into(asked.from_on, "2/9/2006")
    asked.primary.click()
    assert Membership.get(Membership.person == person("CB13")).from_on == date(2006, 9, 2)


def test_a_change_of_the_year_is_noted(page: PeoplePage) -> None:
    choose(page, "CB13")
    page.panel.course.add_change.click()
    asked = dialog(page, ChangeDialog)
    asked.kind.setCurrentText("Nghỉ ốm")
    type_into(asked.from_on, "01/03/2022")
    asked.primary.click()
    assert page.panel.seen is not None
    assert page.panel.seen.detail.year is not None
    assert [row.kind for row in page.panel.seen.detail.year.changes] == ["Nghỉ ốm"]


def test_a_discipline_is_noted_with_the_day_it_ends_and_corrected(page: PeoplePage) -> None:
    choose(page, "CB13")
    page.panel.course.add_discipline.click()
    asked = dialog(page, DisciplineDialog)
    asked.form.setEditText("Khiển trách")
    type_into(asked.decided_on, "01/03/2022")
    type_into(asked.ended_on, "01/02/2022")
    asked.primary.click()
    assert below(asked, "ended_on") == "Ngày hết hiệu lực trước ngày quyết định."
    type_into(asked.ended_on, "01/03/2023")
    asked.primary.click()
    assert page.panel.seen is not None
    assert page.panel.seen.detail.year is not None
    (row,) = page.panel.seen.detail.year.disciplines
    assert (row.form, row.ended_on) == ("Khiển trách", date(2023, 3, 1))
    page.desk._open_discipline(row)
    assert dialog(page, DisciplineDialog).ended_on.text() == "01/03/2023"
