"""Taking in a list of past awards on screen: guessed columns, a living preview, choices, one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from db.models.awards import Award
from thidua_gui.core.award_list import Field
from thidua_gui.services import history
from thidua_gui.services.award_list import Fate
from thidua_gui.ui.awards.import_dialog import ImportDialog
from thidua_gui.ui.awards.import_model import columns
from thidua_gui.ui.awards.page import AwardsPage

PASTED = "\t".join(("Họ và tên", "Danh hiệu", "Năm", "Số QĐ")) + "\n" + "\n".join("\t".join(row) for row in (
    ("Lò Thị Hạnh", "Giấy khen của Hiệu trưởng", "2015", "5-QĐ"), ("Người Đã Đi", "Giấy khen", "2015", "5-QĐ"),
    ("Phạm Thị Hồng Nhung", "Lao động tiên tiến", "hai không mười", ""),
))  # fmt: skip


@pytest.fixture
def dialog(page: AwardsPage) -> ImportDialog:
    page.import_button.click()
    (dialog,) = page.findChildren(ImportDialog)
    return dialog


def fates(dialog: ImportDialog) -> list[Fate]:
    return [row.fate for row in dialog.model.rows]


def test_a_block_from_excel_is_pasted_by_its_key(dialog: ImportDialog) -> None:
    QApplication.clipboard().setText(PASTED)
    QTest.keySequence(dialog, "Ctrl+V")
    assert fates(dialog) == [Fate.READY, Fate.NOT_FOUND, Fate.PROBLEM]
    assert dialog.primary.text() == "Nhập 1 thành tích"
    assert dialog.counts.text() == "1 sẵn sàng · 1 không tìm thấy · 1 cần sửa"


def test_every_problem_names_row_column_and_what_to_do(dialog: ImportDialog) -> None:
    dialog.take_pasted(PASTED)
    (problem,) = [row for row in dialog.model.rows if row.fate is Fate.PROBLEM]
    assert problem.line.row == 4
    assert problem.notes == ("Năm: “hai không mười” không phải là năm; ghi bốn chữ số, ví dụ 2019",)


def test_changing_a_column_changes_the_preview_at_once(dialog: ImportDialog) -> None:
    dialog.take_pasted(PASTED)
    box = dialog.mapping.boxes[Field.TITLE]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert set(fates(dialog)) == {Fate.PROBLEM}
    assert not dialog.primary.isEnabled()


def test_outside_names_are_kept_as_text_when_the_clerk_says_so_and_all_is_one_step(dialog: ImportDialog) -> None:
    dialog.take_pasted(PASTED)
    before = Award.select().count()
    dialog.as_text.click()
    assert fates(dialog) == [Fate.READY, Fate.AS_TEXT, Fate.PROBLEM]
    dialog.primary.click()
    assert Award.select().count() == before + 2
    history.undo_last()
    assert Award.select().count() == before


def test_a_line_may_be_left_out(dialog: ImportDialog) -> None:
    dialog.take_pasted(PASTED)
    dialog.grid.select_row(dialog.model.rows[0].id)
    dialog.who.setCurrentIndex(dialog.who.count() - 1)
    dialog.who.activated.emit(dialog.who.currentIndex())
    assert fates(dialog)[0] is Fate.SKIPPED
    assert not dialog.primary.isEnabled()


def test_only_what_needs_a_look_is_shown_on_demand(dialog: ImportDialog) -> None:
    dialog.take_pasted(PASTED)
    dialog.only_open.click()
    assert fates(dialog) == [Fate.NOT_FOUND, Fate.PROBLEM]


def test_a_file_that_is_none_is_refused_in_the_dialog(
    dialog: ImportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anh.xlsx"
    path.write_bytes(b"not a workbook")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    dialog.choose.click()
    assert "anh.xlsx" in dialog.error.text()
    assert not dialog.primary.isEnabled()


def test_nothing_in_the_clipboard_is_said(dialog: ImportDialog) -> None:
    dialog.take_pasted("  \n")
    assert dialog.error.text() == "Danh sách Vùng đã dán không có dòng nào."


def test_a_line_that_lost_its_date_is_not_green_and_counted(dialog: ImportDialog) -> None:
    dialog.take_pasted("Họ và tên\tDanh hiệu\tNăm\tNgày ký\nLò Thị Hạnh\tGiấy khen\t2015\t31/02/2015")
    (state,) = [column for column in columns() if column.key == "state"]
    assert state.chip is not None
    assert state.chip(dialog.model.rows[0]).word == "Cần xem lại"
    assert dialog.counts.text() == "1 sẵn sàng · 1 cần xem lại trước khi nhập"
