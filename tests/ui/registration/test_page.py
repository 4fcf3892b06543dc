"""The page of registrations by hand: typing, pasting, problems, filters, several registrations, launches, papers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from db.connection import database
from db.models.campaigns import Campaign, Launch, Registration
from thidua_gui.core.registering import Side
from thidua_gui.services import campaigns, history
from thidua_gui.services.transaction import write
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.registration import page as pages
from thidua_gui.ui.registration.dialogs import LaunchAllDialog, LineDialog, RegistrationsDialog
from thidua_gui.ui.registration.page import RegistrationPage
from thidua_gui.ui.registration.registration_pane import RegistrationPane

Asked = TypeVar("Asked", bound=QDialog)
OWING = "CB35"


@pytest.fixture
def page(qtbot: QtBot, sample_context: Context) -> RegistrationPage:
    page = RegistrationPage(sample_context)
    qtbot.addWidget(page)
    page.resize(1184, 816)
    page.show()
    page.show_loaded()
    page.activateWindow()
    return page


def dialog(page: RegistrationPage, kind: type[Asked]) -> Asked:
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return found


def owing(pane: RegistrationPane) -> int:
    (row,) = [row for row in pane.model.rows if row.owes]
    return row.id


def title_of(person: int) -> list[str]:
    rows = Registration.select().where(Registration.person == person).order_by(Registration.position)
    return [row.title for row in rows]


def type_text(pane: RegistrationPane, row: int, column: str, text: str) -> None:
    """Typed over the cell and left by Enter, as a clerk does."""
    pane.grid.select_row(row, column)
    pane.grid.setFocus()
    pane.grid.editing.begin(*pane.grid.caret.cell or (0, 0), text=text)
    pane.grid.editing.commit()


def test_who_has_not_registered_is_always_said(page: RegistrationPage) -> None:
    assert page.subtitle() == "Năm 2022 · 44/45, còn 1 cá nhân"
    assert page.people.missing.text() == "Chưa đăng ký: Sùng A Vừ"
    assert [segment.choice.count for segment in page.people.states.segments()] == ["45", "1", "1"]
    assert page.people.due.text() == "Hạn đăng ký: 31/03/2022"


def test_units_are_headings_with_what_is_left(page: RegistrationPage) -> None:
    model = page.people.model
    headings = [model.heading(line) for line in range(model.rowCount())]
    told = {one.group.title: one.group.right for one in headings if one is not None and one.group is not None}
    assert told["Khoa Xây dựng Đảng"] == "7/7"
    assert told["Phòng Tổ chức, hành chính, thông tin, tư liệu"] == "12/13, còn 1"


def test_a_short_name_is_typed_and_the_count_follows(page: RegistrationPage) -> None:
    person = owing(page.people)
    type_text(page.people, person, "title", "lđtt")
    assert title_of(person) == ["Lao động tiên tiến"]
    assert page.subtitle() == "Năm 2022 · 45/45 cá nhân"
    assert page.people.missing.text() == "Cả 45 người đã đăng ký."


def test_the_row_stays_in_the_filtered_list_while_it_is_mended(page: RegistrationPage) -> None:
    person = owing(page.people)
    page.people.states.segments()[1].click()
    assert [row.id for row in page.people.model.shown_rows] == [person]
    type_text(page.people, person, "title", "LĐTT")
    assert [row.id for row in page.people.model.shown_rows] == [person]
    page.people.count.clear.click()
    assert len(page.people.model.shown_rows) == 45


def test_a_wrong_title_stays_marked_and_can_be_reached(page: RegistrationPage) -> None:
    person = owing(page.people)
    type_text(page.people, person, "title", "Người tốt")
    model = page.people.model
    line = model.line_of(person)
    assert line is not None
    assert model.words(line, model.column_place("title")) == "Người tốt"
    assert page.people.banner.label.text().startswith("1 ô chưa ghi được")
    page.people.grid.select_row(model.rows[0].id)
    page.people.banner.action.click()
    assert page.people.grid.current_row_id == person
    assert "Sùng A Vừ: Không có danh hiệu hay hình thức" in page.people.banner.label.text()
    assert title_of(person) == []


def test_f8_leads_to_the_person_who_has_not_registered(page: RegistrationPage) -> None:
    grid = page.people.grid
    grid.select_row(page.people.model.rows[0].id)
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_F8)
    assert grid.current_row_id == owing(page.people)


def test_a_block_from_excel_is_one_step(page: RegistrationPage) -> None:
    pane = page.people
    first, second = (row.id for row in pane.model.rows[:2])
    pane.grid.confirm_paste = lambda plan: True
    pane.grid.select_row(first, "title")
    QGuiApplication.clipboard().setText("LĐTT\tHai bài báo\t15/3/2022\nCSTĐCS\tMột đề tài\t16/3")
    pane.grid.block.paste()
    rows = [Registration.get(Registration.person == person) for person in (first, second)]
    assert [(row.title, row.content, row.registered_on) for row in rows] == [
        ("Lao động tiên tiến", "Hai bài báo", date(2022, 3, 15)),
        ("Chiến sĩ thi đua cơ sở", "Một đề tài", date(2022, 3, 16)),
    ]
    history.undo_last()
    assert Registration.get(Registration.person == first).content is None


def test_today_goes_into_the_selected_days_by_ctrl_semicolon(page: RegistrationPage) -> None:
    pane = page.people
    first = pane.model.rows[0].id
    pane.grid.select_row(first, "registered_on")
    pane.grid.setFocus()
    QTest.keyClick(pane.grid, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert Registration.get(Registration.person == first).registered_on == date(2022, 11, 16)


def test_emptying_a_title_says_that_the_line_went_with_it(page: RegistrationPage) -> None:
    said: list[str] = []
    page.context.bus.status.connect(said.append)
    row = page.people.model.rows[0]
    page.people.grid.select_row(row.id, "title")
    page.people.grid.setFocus()
    QTest.keyClick(page.people.grid, Qt.Key.Key_Delete)
    assert title_of(row.id) == []
    assert said[-1] == "Đã ghi 1 ô, trong đó bỏ 1 dòng cùng các ô bên cạnh. Hoàn tác: Ctrl+Z"


def test_one_more_registration_is_added_and_listed(page: RegistrationPage) -> None:
    first = page.people.model.rows[0].id
    page.people.grid.select_row(first)
    page.people.grid.setFocus()
    QTest.keyClick(page.people.grid, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(page, LineDialog)
    asked.title.setEditText("Giấy khen của Hiệu trưởng")
    asked.primary.click()
    assert title_of(first)[1:] == ["Giấy khen của Hiệu trưởng"]
    row = page.people.model.row_of(first)
    assert row is not None
    assert len(row.lines) == 2
    assert dialog(page, RegistrationsDialog).lines.count() == 2


def test_a_repeated_title_is_refused_beside_its_field(page: RegistrationPage) -> None:
    page.people.grid.select_row(page.people.model.rows[2].id)
    page.people.add_new()
    asked = dialog(page, LineDialog)
    asked.title.setEditText("LĐTT")
    asked.primary.click()
    assert asked.fields["title"].below.text().startswith("Đã đăng ký “Lao động tiên tiến” rồi")


def test_the_school_and_units_register_in_their_own_view(page: RegistrationPage) -> None:
    page.show_view("units")
    school = page.units.model.rows[0]
    assert school.is_school
    unit = page.units.model.rows[2]
    type_text(page.units, unit.id, "title", "Tập thể LĐTT")
    assert Registration.get(Registration.unit == unit.id).title == "Tập thể LĐTT"
    assert page.subtitle().startswith("Năm 2022 · 1/5")


def test_a_launch_is_typed_and_one_day_set_for_the_others(page: RegistrationPage) -> None:
    with write("Xóa phát động"):
        Launch.delete().execute()
    page.refresh()
    page.show_view("launch")
    assert page.subtitle() == "Năm 2022 · 0/5, còn 5 khoa, phòng"
    page.launches.add_button.click()
    asked = dialog(page, LaunchAllDialog)
    asked.on.setText("14/03/2022")
    asked.primary.click()
    assert Launch.select().count() == 5
    assert page.subtitle() == "Năm 2022 · 5/5 khoa, phòng"


def test_minutes_are_attached_and_opened_as_a_read_only_copy(
    page: RegistrationPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True)
    (tmp_path / "bien-ban.pdf").write_bytes(b"%PDF")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "bien-ban.pdf"), ""))
    page.show_view("launch")
    page.launches.grid.select_row(next(row.id for row in page.launches.model.rows if row.launched_on))
    page.launches.attach_button.click()
    page.launches.look_button.click()
    (copy,) = opened
    assert (copy.read_bytes(), copy.name, copy.stat().st_mode & 0o222) == (b"%PDF", "bien-ban.pdf", 0)


def test_a_closed_year_only_shows(page: RegistrationPage) -> None:
    with write("Chốt"):
        Campaign.update(state="closed").execute()
    page.context.campaign = campaigns.campaigns()[0]
    page.refresh()
    assert page.people.banner.label.text() == "Năm 2022 đã chốt nên bảng chỉ để xem."
    assert not page.people.add_button.isEnabled()
    assert not page.people.model.is_editable(1, page.people.model.column_place("title"))


def test_undo_elsewhere_brings_the_rows_back(page: RegistrationPage) -> None:
    person = owing(page.people)
    type_text(page.people, person, "title", "LĐTT")
    page.context.bus.changed.emit(history.undo_last())
    assert page.people.missing.text() == "Chưa đăng ký: Sùng A Vừ"


def test_without_a_year_the_page_says_where_one_comes_from(qtbot: QtBot, sample_context: Context) -> None:
    sample_context.campaign = None
    page = RegistrationPage(sample_context)
    qtbot.addWidget(page)
    page.show()
    page.show_loaded()
    went: list[str] = []
    sample_context.bus.navigate.connect(lambda key, _: went.append(key))
    page.no_year.button.click()
    assert (page.header_widgets(), went) == ([], ["importing"])


@pytest.mark.parametrize(
    ("side", "entry"),
    [
        (Side.PEOPLE, "Phiếu đăng ký của đơn vị đang chọn"),
        (Side.PEOPLE, "Phiếu đăng ký của tất cả đơn vị"),
        (Side.PEOPLE, "Phiếu đăng ký của một người đang chọn"),
        (Side.UNITS, "Phiếu đăng ký của tập thể đang chọn"),
        (Side.UNITS, "Bản đăng ký thi đua của nhà trường"),
        (Side.PEOPLE, "Bảng tổng hợp đăng ký toàn trường"),
    ],
)
def test_each_paper_is_shown_as_it_will_be_printed(page: RegistrationPage, side: Side, entry: str) -> None:
    page.show_view(side.value)
    pane = page.people if side is Side.PEOPLE else page.units
    menu = QMenu()
    pane.papers.fill(menu, side, pane.current)
    (action,) = [one for one in menu.actions() if one.text() == entry]
    action.trigger()
    assert dialog(page, ListPreview).pdf.startswith(b"%PDF")


def test_the_summary_goes_to_excel_with_its_counts(
    page: RegistrationPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import python_calamine

    target = tmp_path / "th.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.people.papers.summary_to_excel()
    rows = python_calamine.CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert rows[3][:4] == ["TT", "Đơn vị", "Tổng số người", "Đã đăng ký"]
    assert rows[-1][1:6] == ["Cộng", 45.0, 44.0, 35.0, 9.0]


def test_another_page_points_at_who_is_missing(page: RegistrationPage) -> None:
    page.open_argument(("people", "missing"))
    assert [row.name for row in page.people.model.shown_rows] == ["Sùng A Vừ"]


def test_a_state_asked_for_before_the_rows_are_there_is_kept(qtbot: QtBot, sample_context: Context) -> None:
    page = RegistrationPage(sample_context)
    qtbot.addWidget(page)
    page.open_argument(("people", "missing"))
    page.show()
    page.show_loaded()
    assert [row.name for row in page.people.model.shown_rows] == ["Sùng A Vừ"]


def test_everything_is_listed_again_when_the_last_problem_is_mended(page: RegistrationPage) -> None:
    person = owing(page.people)
    type_text(page.people, person, "title", "Người tốt")
    page.people.filter_state("wrong")
    assert len(page.people.model.shown_rows) == 1
    type_text(page.people, person, "title", "LĐTT")
    assert len(page.people.model.shown_rows) == 45
    assert page.people.states.current() == "all"


def test_the_list_is_written_to_excel_as_it_stands(
    page: RegistrationPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import python_calamine

    target = tmp_path / "ds.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.people.model.set_filter("name", "khai")
    page.people.export()
    rows = python_calamine.CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert rows[3][:3] == ["TT", "Mã", "Họ và tên"]
    assert rows[4][7] == date(2022, 3, 25)
    assert len(rows) == 5


def test_drawing_sorting_and_filtering_ask_the_data_file_nothing(
    page: RegistrationPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(database, "execute_sql", lambda *args, **_: asked.append(args))
    model = page.people.model
    model.sort(model.column_place("registered_on"))
    model.set_filter("unit", "Xây dựng Đảng")
    model.clear_filters()
    page.grab()
    page.people.filter_state("missing")
    page.people.grid.select_row(owing(page.people))
    page.grab()
    assert asked == []


def test_every_view_is_reached_by_its_key(page: RegistrationPage) -> None:
    page.people.grid.setFocus()
    for place, (key, _) in enumerate(pages.VIEWS, start=1):
        QTest.keyClick(page.view.grid, getattr(Qt.Key, f"Key_{place}"), Qt.KeyboardModifier.AltModifier)
        assert page.switch.current() == key
