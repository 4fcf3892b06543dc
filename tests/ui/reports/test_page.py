"""The reports page as the clerk uses it."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from thidua_gui.ui import printing
from thidua_gui.ui.context import Context
from thidua_gui.ui.reports.page import ReportsPage
from thidua_gui.ui.reports.report_list import Report


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


def test_another_page_can_ask_for_a_report(page: ReportsPage) -> None:
    page.open_argument("target-report")
    assert page._list.current() is Report.TARGETS
