"""The reports page as the clerk uses it."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.models.organisation import Person
from thidua_gui.core.ids import PersonId
from thidua_gui.services.score_sheets import Scope
from thidua_gui.services.transaction import write
from thidua_gui.ui import printing
from thidua_gui.ui.context import Context
from thidua_gui.ui.reports.page import ReportsPage
from thidua_gui.ui.reports.report_list import Report
from thidua_gui.ui.shortcut_sheet import keys_of


@pytest.fixture
def page(qtbot: QtBot, sample_context: Context) -> ReportsPage:
    page = ReportsPage(sample_context)
    qtbot.addWidget(page)
    page.resize(1184, 800)
    page.show()
    page.show_loaded()
    return page


def _text(page: ReportsPage) -> str:
    assert page._pdf is not None
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(BytesIO(page._pdf)).pages)


def test_the_first_report_is_drawn_at_once(page: ReportsPage) -> None:
    assert "BẢNG TỔNG HỢP ĐIỂM, XẾP LOẠI" in _text(page)


def test_choosing_the_other_report_draws_it(page: ReportsPage) -> None:
    page._list.choose(Report.TARGETS)
    assert "KẾT QUẢ THỰC HIỆN CHỈ TIÊU" in _text(page)
    assert page._number_field.isVisible()


def test_a_unit_as_scope_leaves_the_others_out(page: ReportsPage, qtbot: QtBot) -> None:
    page._scope.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "Khoa Xây dựng Đảng" not in _text(page))
    assert "Ban Giám hiệu" in _text(page)


def test_number_and_date_appear_on_the_report(page: ReportsPage, qtbot: QtBot) -> None:
    page._list.choose(Report.TARGETS)
    qtbot.keyClicks(page._number, "57-BC/TCT")
    page._issued_on.set_day(date(2022, 11, 19))
    qtbot.waitUntil(lambda: "57-BC/TCT" in _text(page))
    assert "ngày 19 tháng 11 năm 2022" in _text(page)


def test_the_saved_file_is_the_one_on_view(
    page: ReportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "bang.pdf"
    monkeypatch.setattr(printing, "ask_pdf_path", lambda *_: target)
    page._save.click()
    assert target.read_bytes() == page._pdf


def test_ctrl_e_exports_and_ctrl_p_prints_the_report_on_view(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, printed = tmp_path / "bang.pdf", list[bytes]()
    monkeypatch.setattr(printing, "ask_pdf_path", lambda *_: target)
    monkeypatch.setattr(printing, "ask_and_print", lambda *given: printed.append(given[2]))
    page.activateWindow()
    page._list.setFocus()
    qtbot.keyClick(page._list, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page._number, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert target.read_bytes() == page._pdf
    assert printed == [page._pdf]
    assert dict(keys_of(page.keyed_actions())).keys() == {"Ctrl+P", "Ctrl+E"}


def test_another_page_can_ask_for_a_report(page: ReportsPage) -> None:
    page.open_argument("target-report")
    assert page._list.current() is Report.TARGETS


def test_the_sheets_of_the_school_of_a_unit_and_of_one_person_are_drawn(page: ReportsPage, qtbot: QtBot) -> None:
    page._list.choose(Report.SHEETS)
    assert page._view.page_count == 90
    page._scope.setCurrentIndex(2)
    qtbot.waitUntil(lambda: page._view.page_count == 16)
    page.open_argument(Scope((PersonId(Person.get(Person.code == "CB13").id),)))
    assert page._view.page_count == 2
    assert page._person.text() == "Lò Thị Hạnh"


def test_a_blank_form_has_no_points(page: ReportsPage, qtbot: QtBot) -> None:
    page.open_argument(Scope((PersonId(Person.get(Person.code == "CB13").id),)))
    assert "98,0" in _text(page)
    page._form.segments()[1].click()
    qtbot.waitUntil(lambda: "98,0" not in _text(page))


def test_each_person_s_sheet_can_be_a_file_of_its_own(
    page: ReportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page._list.choose(Report.SHEETS)
    monkeypatch.setattr(printing, "ask_folder", lambda *_: tmp_path / "phieu")
    page._save_each.click()
    assert len(list((tmp_path / "phieu").glob("CB*.pdf"))) == 45


def test_whoever_has_no_sheet_is_told_instead_of_an_empty_page(page: ReportsPage) -> None:
    with write("Bỏ nhóm"):
        Person.update(staff_group=None).where(Person.code == "CB13").execute()
    page.open_argument(Scope((PersonId(Person.get(Person.code == "CB13").id),)))
    assert "chưa bộ tiêu chí nào áp dụng" in page._provisional.label.text()
    assert not page._save.isEnabled()
    page._list.choose(Report.SCORES)
    assert page._save.isEnabled()
