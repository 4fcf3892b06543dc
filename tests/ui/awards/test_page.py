"""The page of all awards: years, decisions, revoked ones, adding, correcting and revoking."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from thidua_gui.ui.awards import all_pane as pages
from thidua_gui.ui.awards.page import AwardsPage
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.award_dialogs import AwardDialog
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.forms.revoke_dialog import RevokeDialog

Asked = TypeVar("Asked", bound=QDialog)


def dialog(page: AwardsPage, kind: type[Asked]) -> Asked:
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return found


def shown(page: AwardsPage) -> list[tuple[str, int, str]]:
    return [(row.bearer_code, row.year, row.short) for row in page.all.model.shown_rows]


def test_all_awards_of_all_years_are_there_the_newest_first(page: AwardsPage) -> None:
    assert page.subtitle() == "129 thành tích, 40 cá nhân và tập thể"
    assert [year for _, year, _ in shown(page)] == sorted((year for _, year, _ in shown(page)), reverse=True)


def test_one_year_is_chosen_and_all_again(page: AwardsPage) -> None:
    page.all.choose_year(2020)
    assert {year for _, year, _ in shown(page)} == {2020}
    assert page.all.years.currentText() == "Năm 2020 (43)"
    page.all.choose_year(None)
    assert len(shown(page)) == 129


def test_a_very_long_history_starts_with_the_newest_year(
    qtbot: QtBot, sample_context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "MANY", 100)
    page = AwardsPage(sample_context)
    qtbot.addWidget(page)
    page.reload()
    assert page.all.years.currentText() == "Năm 2021 (45)"
    assert len(shown(page)) == 45


def test_another_page_points_at_a_decision(page: AwardsPage) -> None:
    page.all.choose_year(2019)
    page.open_argument("231-QĐ/TCT")
    assert [code for code, _, _ in shown(page)] == ["CB01", "CB04", "CB05", "CB12", "CB13"]


def test_revoked_awards_are_found_by_their_state(page: AwardsPage) -> None:
    page.all.model.set_filter("state", "Đã thu hồi")
    assert shown(page) == [("CB05", 2020, "CSTĐCS")]
    page.all.grid.select_row(page.all.model.shown_rows[0].id)
    assert not page.all.revoke_button.isEnabled()


def test_enter_leads_to_the_person(page: AwardsPage) -> None:
    went: list[str] = []
    page.context.bus.navigate.connect(lambda key, argument: went.append(key))
    page.all.grid.select_row(page.all.model.shown_rows[0].id)
    page.card.record.click()
    assert went == ["people"]


def test_an_award_of_a_unit_is_added_and_counted(page: AwardsPage) -> None:
    page.add_button.click()
    asked = dialog(page, AwardDialog)
    QTest.keyClicks(asked.bearer, "xay dung dang")
    QTest.keyClick(asked.bearer, Qt.Key.Key_Down)
    assert asked.bearer._popup.isVisible()
    QTest.keyClick(asked.bearer._popup, Qt.Key.Key_Down)
    QTest.keyClick(asked.bearer._popup, Qt.Key.Key_Return)
    asked.title.setEditText("Tập thể lao động xuất sắc")
    asked.primary.click()
    assert ("XDD", 2021, "TTLĐXS") in shown(page)


def test_nobody_chosen_is_said_beside_the_field(page: AwardsPage) -> None:
    page.add_button.click()
    asked = dialog(page, AwardDialog)
    asked.title.setEditText("LĐTT")
    asked.primary.click()
    assert asked.fields["bearer"].below.text() == "Chưa chọn cá nhân hoặc tập thể."


def test_a_slip_in_the_number_is_corrected(page: AwardsPage) -> None:
    page.all.grid.select_row(page.all.model.shown_rows[0].id)
    page.all.correct_button.click()
    asked = dialog(page, AwardDialog)
    asked.number.setText("999-QĐ/TCT")
    asked.primary.click()
    assert page.all.model.shown_rows[0].decision_number == "999-QĐ/TCT"


def test_an_award_is_revoked_with_a_reason(page: AwardsPage) -> None:
    row = page.all.model.shown_rows[0]
    page.all.grid.select_row(row.id)
    page.all.revoke_button.click()
    asked = dialog(page, RevokeDialog)
    asked.reason.setText("Khai sai")
    asked.primary.click()
    revocation = page.all.model.row_of(row.id).revocation
    assert revocation is not None
    assert revocation.reason == "Khai sai"


def test_the_list_is_written_to_excel_as_it_stands(
    page: AwardsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import python_calamine

    target = tmp_path / "ds.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.all.model.set_filter("state", "Đã thu hồi")
    page.all.export()
    rows = python_calamine.CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert rows[3][:4] == ["TT", "Năm", "Mã", "Họ và tên, đơn vị"]
    assert [str(value) for value in rows[4][1:5]] == ["2020.0", "CB05", "Nguyễn Thị Thu Hiền", "Chiến sĩ thi đua cơ sở"]
    assert len(rows) == 5


def test_the_preview_is_the_pdf_of_the_shown_rows(page: AwardsPage) -> None:
    page.all.model.set_filter("state", "Đã thu hồi")
    page.all.print()
    asked = dialog(page, ListPreview)
    assert asked.pdf.startswith(b"%PDF")
    assert asked.view.page_count == 1


def test_a_narrow_page_shows_either_the_list_or_the_card_never_one_through_the_other(page: AwardsPage) -> None:
    page.resize(700, 500)
    assert (page.all.isVisible(), page.card.isVisible()) == (True, False)
    page.show_view("card")
    assert (page.all.isVisible(), page.card.isVisible()) == (False, True)
    page.resize(1184, 816)
    assert (page.all.isVisible(), page.card.isVisible()) == (True, True)
