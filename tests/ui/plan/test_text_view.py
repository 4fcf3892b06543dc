"""The plan's text on its page: outline, paragraphs by keyboard, head, search, pages as printed, a closed year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.models.campaigns import Campaign
from db.models.organisation import Unit
from db.models.plan import PlanItem
from thidua_gui import resources
from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.services import history, plan_edit, sample
from thidua_gui.services.plan import plan
from thidua_gui.services.transaction import write
from thidua_gui.ui import printing
from thidua_gui.ui.context import Context
from thidua_gui.ui.plan.outline_model import HEAD, section_key
from thidua_gui.ui.plan.page import PlanPage
from thidua_gui.ui.plan.paste_dialog import PasteDialog
from thidua_gui.ui.plan.text_view import TextView

Alt, Ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, sample_context: Context) -> PlanPage:
    page = PlanPage(sample_context)
    qtbot.addWidget(page)
    page.resize(1184, 740)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.show_loaded()
    return page


@pytest.fixture
def view(page: PlanPage) -> TextView:
    assert isinstance(page.view, TextView)
    return page.view


def choose(view: TextView, words: str) -> None:
    row = PlanItem.select().where(PlanItem.text.startswith(words)).get()
    view.outline.choose(f"item:{row.id}")
    view.outline.tree.setFocus()


def texts(view: TextView, section: PlanSection) -> list[str]:
    assert view.context.campaign_id is not None
    return [f"{line.mark} {line.text}" for line in plan(view.context.campaign_id).lines if line.section is section]


def empty_year(view: TextView) -> None:
    assert view.context.campaign_id is not None
    plan_edit.delete_items([line.id for line in plan(view.context.campaign_id).lines if line.id is not None])
    view.reload(view.context.campaign_id)


def test_the_outline_has_the_head_every_section_and_every_line(view: TextView) -> None:
    keys = view.outline.model.row_keys()
    assert keys[0] == HEAD
    assert [key for key in keys if key.startswith("section")] == [section_key(section) for section in PlanSection]
    assert sum(key.startswith("item") for key in keys) == 36


def test_a_paragraph_is_kept_when_the_keyboard_leaves_it(view: TextView) -> None:
    choose(view, "Vụ các trường")
    QTest.keyClick(view.outline.tree, Qt.Key.Key_Return)
    assert view.editor.text.hasFocus()
    view.editor.text.setPlainText("Vụ Các trường chính trị,")
    QTest.keyClick(view.editor.text, Qt.Key.Key_Tab)
    assert "- Vụ Các trường chính trị," in texts(view, PlanSection.RECIPIENT)


def test_leaving_an_unchanged_paragraph_leaves_no_step(view: TextView) -> None:
    steps = len(history.operations(100))
    choose(view, "Vụ các trường")
    QTest.keyClick(view.outline.tree, Qt.Key.Key_F2)
    QTest.keyClick(view.editor.text, Qt.Key.Key_Tab)
    assert len(history.operations(100)) == steps


def test_lines_pasted_into_a_paragraph_become_paragraphs(view: TextView) -> None:
    choose(view, "Các khoa, phòng,")
    QTest.keyClick(view.outline.tree, Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("Các khoa, phòng,\n- Đoàn thanh niên,\n- Công đoàn,")
    view.editor.text.selectAll()
    view.editor.text.paste()
    QTest.keyClick(view.editor.text, Qt.Key.Key_Tab)
    assert texts(view, PlanSection.RECIPIENT)[3:6] == ["- Các khoa, phòng,", "- Đoàn thanh niên,", "- Công đoàn,"]


def test_paragraph_after_paragraph_is_typed_without_the_mouse(page: PlanPage, view: TextView) -> None:
    choose(view, "Lưu: VT")
    page.actions()[0].trigger()
    view.editor.text.setPlainText("Một")
    QTest.keyClick(view.editor.text, Qt.Key.Key_Return, Ctrl)
    view.editor.text.setPlainText("Hai")
    QTest.keyClick(view.editor.text, Qt.Key.Key_Return, Ctrl)
    assert view.editor.is_new()
    assert view.editor.text.hasFocus()
    assert texts(view, PlanSection.RECIPIENT)[-3:] == ["- Lưu: VT, TĐKT.", "- Một", "- Hai"]


def test_escape_leaves_a_new_paragraph_without_words(page: PlanPage, view: TextView) -> None:
    choose(view, "Lưu: VT")
    page.actions()[0].trigger()
    QTest.keyClick(view.editor.text, Qt.Key.Key_Escape)
    assert not view.editor.is_new()
    assert view.outline.tree.hasFocus()


def test_a_section_takes_what_is_pasted_into_the_outline(view: TextView) -> None:
    view.outline.choose(section_key(PlanSection.REQUIREMENT))
    view.outline.tree.setFocus()
    QGuiApplication.clipboard().setText("Một\nHai")
    QTest.keyClick(view.outline.tree, Qt.Key.Key_V, Ctrl)
    assert texts(view, PlanSection.REQUIREMENT)[-2:] == ["- Một", "- Hai"]


def test_alt_and_arrows_move_and_indent_the_chosen_paragraph(view: TextView) -> None:
    choose(view, "Tăng cường đoàn kết")
    QTest.keyClick(view.outline.tree, Qt.Key.Key_Up, Alt)
    assert texts(view, PlanSection.CONTENT)[4].startswith("2.2. Tăng cường")
    QTest.keyClick(view.outline.tree, Qt.Key.Key_Right, Alt)
    assert texts(view, PlanSection.CONTENT)[4].startswith("- Tăng cường")
    QTest.keyClick(view.outline.tree, Qt.Key.Key_Left, Alt)
    assert texts(view, PlanSection.CONTENT)[4].startswith("2.2. Tăng cường")
    node = view.outline.current()
    assert node is not None
    assert node.words.startswith("Tăng cường")


def test_delete_takes_the_paragraph_and_chooses_the_next(view: TextView) -> None:
    choose(view, "Vụ các trường")
    QTest.keyClick(view.outline.tree, Qt.Key.Key_Delete)
    node = view.outline.current()
    assert node is not None
    assert node.words == "Trang thông tin điện tử Trường Chính trị,"
    assert len(texts(view, PlanSection.RECIPIENT)) == 4


def test_a_search_leaves_what_begins_with_its_words(view: TextView) -> None:
    view.outline.search.setText("lao dong tien")
    QTest.keyClick(view.outline.search, Qt.Key.Key_Return)
    assert [key.split(":")[0] for key in view.outline.model.row_keys()] == ["section", "item", "item"]
    view.outline.search.clear_now()
    assert HEAD in view.outline.model.row_keys()


def test_a_date_of_another_year_is_refused_beside_its_field_and_stays_typed(view: TextView) -> None:
    view.head.issued_on.setText("02/03/2023")
    view.head.issued_on.editingFinished.emit()
    field = view.head.fields["issued_on"]
    assert field.below.text() == "Kế hoạch năm 2022 phải ban hành trong năm 2022; ngày 02/03/2023 là của năm khác."
    assert view.head.issued_on.text() == "02/03/2023"
    assert Campaign.get().plan_issued_on == date(2022, 3, 2)
    view.head.issued_on.setText("03/03/2022")
    view.head.issued_on.editingFinished.emit()
    assert not field.has_error
    assert Campaign.get().plan_issued_on == date(2022, 3, 3)


def test_who_signs_for_others_needs_a_post(view: TextView) -> None:
    view.head.words["signer_post"].setText("")
    view.head.authority.setEditText("K/T HIỆU TRƯỞNG")
    view.head.words["signer_post"].editingFinished.emit()
    assert view.head.fields["signer_post"].has_error
    view.reload(view.context.campaign_id)
    assert view.head.authority.currentText() == "K/T HIỆU TRƯỞNG"
    view.head.words["signer_post"].setText("Phó Hiệu trưởng")
    view.head.words["signer_post"].editingFinished.emit()
    year = Campaign.get()
    assert (year.plan_signer_authority, year.plan_signer_post) == ("K/T HIỆU TRƯỞNG", "Phó Hiệu trưởng")


def carriers(view: TextView) -> tuple[str, ...]:
    node = view.outline.current()
    assert node is not None
    assert node.line is not None
    return node.line.unit_names


def test_units_are_picked_and_taken_away(view: TextView) -> None:
    choose(view, "Phòng Tổ chức")
    view.editor.units.field.picked.emit(Unit.get(Unit.code == "XDD").id)
    assert carriers(view) == ("TC-HC-TT-TL", "Xây dựng Đảng")
    view.editor.units.list.setFocus()
    view.editor.units.list.setCurrentRow(0)
    QTest.keyClick(view.editor.units.list, Qt.Key.Key_Delete)
    assert carriers(view) == ("Xây dựng Đảng",)


def test_the_pages_are_shown_and_follow_what_is_changed(page: PlanPage, view: TextView) -> None:
    view.print_out()
    first = view.preview.pdf
    assert first is not None
    assert view.preview.view.page_count == 5
    choose(view, "Vụ các trường")
    QTest.keyClick(view.outline.tree, Qt.Key.Key_Delete)
    assert view.preview.pdf not in (None, first)


def test_the_pages_are_saved_as_a_file(
    page: PlanPage, view: TextView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "ask_pdf_path", lambda parent, folder, name: tmp_path / name)
    view.export()
    assert (tmp_path / "ke-hoach-thi-dua-2022.pdf").read_bytes() == view.preview.pdf


def test_enter_goes_back_from_the_pages_to_the_paragraph(view: TextView) -> None:
    choose(view, "Vụ các trường")
    view.print_out()
    QTest.keyClick(view.outline.tree, Qt.Key.Key_Return)
    assert view.editor.text.hasFocus()
    assert view.editor.text.toPlainText() == "Vụ các trường chính trị,"


def test_a_closed_year_is_shown_and_not_changed(page: PlanPage, view: TextView) -> None:
    with write("Chốt"):
        Campaign.update(state="closed").execute()
    view.reload(view.context.campaign_id)
    assert view.lock.isVisible()
    assert not any(tool.isVisible() for tool in view.outline.tools())
    assert view.head.words["number"].isReadOnly()
    assert view.add_button not in page.header_widgets()
    choose(view, "Vụ các trường")
    QTest.keyClick(view.outline.tree, Qt.Key.Key_Delete)
    assert len(texts(view, PlanSection.RECIPIENT)) == 5


def test_a_year_without_a_plan_takes_the_whole_paper_from_the_clipboard(view: TextView) -> None:
    wanted = [texts(view, section) for section in PlanSection if section is not PlanSection.SCHEDULE]
    empty_year(view)
    assert view.start.isVisible()
    view.start.button.click()
    dialog = view.findChild(PasteDialog)
    assert isinstance(dialog, PasteDialog)
    paper = resources.text("sample", sample.PLAN).replace("**", "").replace("*", "")
    dialog.pasted.setPlainText(paper)
    dialog.submit()
    found = [texts(view, section) for section in PlanSection if section is not PlanSection.SCHEDULE]
    assert [[_plain(text) for text in one] for one in found] == [[_plain(text) for text in one] for one in wanted]


def test_a_text_without_headings_is_refused_and_stays(view: TextView) -> None:
    empty_year(view)
    view.start.button.click()
    dialog = view.findChild(PasteDialog)
    assert isinstance(dialog, PasteDialog)
    dialog.pasted.setPlainText("Kính gửi các đồng chí")
    dialog.submit()
    assert dialog.fields["text"].has_error
    assert dialog.pasted.toPlainText() == "Kính gửi các đồng chí"


def test_without_a_year_the_page_says_what_it_is_for(qtbot: QtBot, no_year_context: Context) -> None:
    page = PlanPage(no_year_context)
    qtbot.addWidget(page)
    page.show()
    page.show_loaded()
    assert isinstance(page.view, TextView)
    assert page.view.no_year.isVisible()
    assert page.header_widgets() == []


def test_a_paragraph_left_empty_is_refused_beside_it_and_kept_in_the_plan(view: TextView) -> None:
    choose(view, "Vụ các trường")
    QTest.keyClick(view.outline.tree, Qt.Key.Key_Return)
    view.editor.text.setPlainText("")
    QTest.keyClick(view.editor.text, Qt.Key.Key_Tab)
    assert view.editor.fields["text"].below.text() == "Đoạn văn chưa có chữ nào."
    assert "- Vụ các trường chính trị," in texts(view, PlanSection.RECIPIENT)
    view.editor.text.setPlainText("Vụ các trường,")
    view.editor.commit()
    assert not view.editor.fields["text"].has_error
    assert "- Vụ các trường," in texts(view, PlanSection.RECIPIENT)

@pytest.fixture
def no_year_context(sample_context: Context) -> Context:
    sample_context.campaign = None
    return sample_context


def _plain(text: str) -> str:
    return text.replace("“", '"').replace("”", '"')
