"""The certificates page as the clerk uses it."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.models.printing import IssuedDocument
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.services.certificates import CertificateKind
from thidua_gui.ui import printing
from thidua_gui.ui.certificates.page import CertificatesPage
from thidua_gui.ui.context import Context
from thidua_gui.ui.shortcut_sheet import keys_of


@pytest.fixture
def page(qtbot: QtBot, sample_context: Context) -> CertificatesPage:
    page = CertificatesPage(sample_context)
    qtbot.addWidget(page)
    page.resize(1184, 800)
    page.show()
    page.show_loaded()
    return page


def _choose(page: CertificatesPage, kind: CertificateKind) -> None:
    for segment in page._kinds.segments():
        if segment.choice.key is kind:
            segment.click()


def test_everyone_who_can_be_printed_is_picked_at_first(page: CertificatesPage) -> None:
    assert len(page._list.picked()) == 7
    assert page._print.text() == "In 7 tờ"


def test_space_takes_a_person_out_and_in_again(page: CertificatesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page._list, Qt.Key.Key_Space)
    assert page._print.text() == "In 6 tờ"
    qtbot.keyClick(page._list, Qt.Key.Key_Space)
    assert page._print.text() == "In 7 tờ"


def test_nobody_picked_leaves_nothing_to_press(page: CertificatesPage) -> None:
    page._none.click()
    assert not page._print.isEnabled()
    assert not page._save_one.isEnabled()


def test_the_other_kind_shows_the_holders_of_the_newest_year(page: CertificatesPage) -> None:
    _choose(page, CertificateKind.ADVANCED_LABOURER)
    assert page._years.currentData() == 2021
    assert len(page._list.picked()) == 40


def test_the_preview_is_the_pdf_of_the_person_on_view(page: CertificatesPage) -> None:
    assert page._view.page_count == 1
    assert page._view._pages._pdf is not None
    assert page._view._pages._pdf.startswith(b"%PDF")


def test_one_pdf_for_all_is_written_and_recorded(
    page: CertificatesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "giay.pdf"
    monkeypatch.setattr(printing, "ask_pdf_path", lambda *_: target)
    page._save_one.click()
    assert len(pypdf.PdfReader(target).pages) == 7
    assert IssuedDocument.select().count() == 7


def test_ctrl_e_exports_and_ctrl_p_prints_what_is_picked(
    page: CertificatesPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, printed = tmp_path / "giay.pdf", list[bytes]()
    monkeypatch.setattr(printing, "ask_pdf_path", lambda *_: target)
    monkeypatch.setattr(printing, "ask_and_print", lambda *given: printed.append(given[2]))
    page.activateWindow()
    page._list.setFocus()
    qtbot.keyClick(page._list, Qt.Key.Key_Space)
    qtbot.keyClick(page._list, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page._list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(pypdf.PdfReader(target).pages) == 6
    assert printed == [target.read_bytes()]


def test_with_nobody_picked_the_keys_do_nothing(
    page: CertificatesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(printing, "ask_pdf_path", lambda *_: asked.append("path"))
    monkeypatch.setattr(printing, "ask_and_print", lambda *_: asked.append("print"))
    page._none.click()
    page.activateWindow()
    page._list.setFocus()
    for key in (Qt.Key.Key_E, Qt.Key.Key_P):
        qtbot.keyClick(page._list, key, Qt.KeyboardModifier.ControlModifier)
    assert asked == []


def test_the_sheet_of_keys_names_them(page: CertificatesPage) -> None:
    keys = dict(keys_of(page.keyed_actions()))
    assert keys == {"Ctrl+P": "In các tờ đã chọn", "Ctrl+E": "Xuất PDF các tờ đã chọn"}
    assert page.table_keys() == ()


def test_one_file_a_person_is_written(
    page: CertificatesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "ask_folder", lambda *_: tmp_path / "giay")
    (tmp_path / "giay").mkdir()
    page._save_each.click()
    assert len(list((tmp_path / "giay").glob("CB*.pdf"))) == 7


def test_the_heading_can_be_chosen_for_this_run(page: CertificatesPage) -> None:
    page._options._style.setCurrentIndex(page._options._style.findData(HeadingStyle.STATE))
    words = page._list.picked()[0].content
    assert words is not None
    assert words.heading.style is HeadingStyle.STATE


def test_in_a_low_window_the_options_scroll_instead_of_being_squeezed(page: CertificatesPage) -> None:
    page.resize(1184, 400)
    QApplication.processEvents()
    for choice in (page._options._style, page._options._paper):
        assert choice.height() >= choice.minimumSizeHint().height()
