"""Initiatives and teaching awards by hand: filled in, refused beside the field, marked, printed; closed years."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from db.models.scoring import TeachingAward
from tests.ui.year_pages import NARROW, WIDE, Show, sideways
from thidua_gui.core.initiatives import Author
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.services import campaigns, history, initiatives, initiatives_edit, teaching_awards, year_states
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.ui import theme
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.forms.pick_field import PickItem
from thidua_gui.ui.initiatives.initiative_dialogs import AuthorsDialog, InitiativeDialog, UseDialog
from thidua_gui.ui.initiatives.page import TEACHING, InitiativesPage
from thidua_gui.ui.initiatives.teaching_dialogs import RecordDialog
from thidua_gui.ui.initiatives.teaching_pane import EVERYONE, HOLDERS

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Asked = TypeVar("Asked", bound=QDialog)
FACULTY = TeachingLevel.FACULTY


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> InitiativesPage:
    assert year
    shown = show(InitiativesPage)
    assert isinstance(shown, InitiativesPage)
    return shown


def dialog(page: InitiativesPage, kind: type[Asked]) -> Asked:
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return found


def choose(page: InitiativesPage, code: str) -> None:
    row = next(row for row in page.initiatives.model.rows if row.code == code)
    page.initiatives.grid.select_row(row.id)
    page.initiatives.load_detail()


def below(asked: QDialog, name: str) -> str:
    words: str = asked.fields[name].below.text()  # type: ignore[attr-defined]  # of FormDialog
    return words


def codes(page: InitiativesPage) -> list[str]:
    return [row.code for row in page.initiatives.model.shown_rows]


@pytest.mark.parametrize("view", ["initiatives", TEACHING])
@pytest.mark.parametrize(("scale", "width"), [(1.0, NARROW), (1.0, WIDE), (1.5, 1820)])
def test_nothing_is_scrolled_sideways(
    year: CampaignSummary, show: Show, view: str, width: int, scale: float
) -> None:
    assert year
    theme.theme_switch().set_scale(scale)
    page = show(InitiativesPage)
    page.open_argument(view)
    assert sideways(page, width) == []


def test_the_list_counts_what_was_recognised(page: InitiativesPage) -> None:
    assert page.subtitle() == "Năm 2022 · 7 sáng kiến, đề tài, 6 được công nhận"
    page.initiatives.states.segments()[2].click()
    assert codes(page) == ["SK07"]


def test_one_is_added_by_keyboard_with_the_next_code(page: InitiativesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.initiatives.grid, Qt.Key.Key_N, CONTROL)
    asked = dialog(page, InitiativeDialog)
    assert asked.code.text() == "SK08"
    asked.name.setText("Sổ tay giảng viên trẻ")
    qtbot.keyClick(asked.name, Qt.Key.Key_Return)
    assert below(asked, "authors") == "Cần ít nhất một tác giả."
    somebody = page.initiatives.model.rows[0].authors[0].person_id
    asked.authors.search.choose(PickItem(int(somebody), "Hoàng Đức Khải"))
    asked.authors.search.picked.emit(int(somebody))
    asked.submit()
    assert codes(page)[-1] == "SK08"


def test_enter_edits_and_a_wrong_day_is_told_beside_its_field(page: InitiativesPage, qtbot: QtBot) -> None:
    choose(page, "SK02")
    qtbot.keyClick(page.initiatives.grid, Qt.Key.Key_Return)
    asked = dialog(page, InitiativeDialog)
    asked.recognised_on.setText("3/10/2021")
    asked.submit()
    assert below(asked, "recognised_on").startswith("Ngày quyết định 03/10/2021 trước năm 2022")
    assert asked.isVisible()


def test_shares_over_the_whole_are_refused_and_nothing_typed_is_lost(
    page: InitiativesPage, year: CampaignSummary
) -> None:
    rows = page.initiatives.model.rows
    both = [Author(rows[0].authors[0].person_id, 60_00), Author(rows[1].authors[0].person_id, None)]
    initiatives_edit.set_authors(rows[0].id, both)
    page.reload()
    choose(page, "SK01")
    page.initiatives.detail.edit_authors.click()
    asked = dialog(page, AuthorsDialog)
    asked.authors.lines[1].share.setText("40,5")
    asked.submit()
    assert below(asked, "authors").startswith("Tổng tỷ lệ đóng góp là 100,5 %")
    asked.authors.lines[1].share.setText("bốn mươi")
    asked.submit()
    assert below(asked, "authors").startswith("Không đọc được tỷ lệ “bốn mươi”")
    asked.authors.lines[1].share.setText("40")
    asked.submit()
    assert [one.share for one in initiatives.board(year.id).rows[0].authors] == [60_00, 40_00]


def test_the_panel_notes_what_it_served_and_warns_of_a_second_use(page: InitiativesPage) -> None:
    choose(page, "SK01")
    for title in ("Chiến sĩ thi đua cơ sở", "Bằng khen của Chủ tịch UBND tỉnh"):
        page.initiatives.detail.add_use.click()
        asked = dialog(page, UseDialog)
        asked.title.setEditText(title)
        warned = asked.warning.label.text() if asked.warning.isVisible() else ""
        asked.submit()
    assert warned.startswith("Sáng kiến này đã dùng cho Chiến sĩ thi đua cơ sở năm 2022 của Hoàng Đức Khải.")
    assert page.initiatives.model.rows[0].uses == 2
    page.initiatives.detail.add_use.click()
    asked = dialog(page, UseDialog)
    asked.title.setEditText("Lao động tiên tiến")
    asked.year.setText("2024")
    asked.submit()
    assert "chỉ dùng cho một danh hiệu" in below(asked, "title")


def test_delete_takes_one_away_and_undo_brings_it_back(page: InitiativesPage, qtbot: QtBot) -> None:
    choose(page, "SK07")
    page.initiatives.grid.setFocus()
    qtbot.keyClick(page.initiatives.grid, Qt.Key.Key_Delete)
    assert "SK07" not in codes(page)
    page.context.bus.changed.emit(history.undo_last())
    assert "SK07" in codes(page)


def test_files_are_added_to_the_shown_initiative(page: InitiativesPage, tmp_path: Path) -> None:
    choose(page, "SK03")
    (tmp_path / "gcn.pdf").write_bytes(b"%PDF-1.4")
    page.initiatives.desk.add([tmp_path / "gcn.pdf"])
    page.initiatives.load_detail()
    assert [row.title for row in page.initiatives.detail.box.rows] == ["gcn.pdf"]


def test_both_lists_are_printed_and_written_as_they_stand(
    page: InitiativesPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "danh mục"), ""))
    qtbot.keyClick(page.initiatives.grid, Qt.Key.Key_E, CONTROL)
    assert (tmp_path / "danh mục.xlsx").exists()
    qtbot.keyClick(page.initiatives.grid, Qt.Key.Key_P, CONTROL)
    assert dialog(page, ListPreview).windowTitle() == "Danh mục sáng kiến, đề tài"
    titles = [column.title for column in page.initiatives._shown().columns]
    assert titles[5:8] == ["Quyết định", "Ngày công nhận", "Kết quả"]
    dialog(page, ListPreview).reject()
    qtbot.keyClick(page, Qt.Key.Key_2, ALT)
    qtbot.keyClick(page.teaching.grid, Qt.Key.Key_P, CONTROL)
    assert dialog(page, ListPreview).windowTitle() == "Danh sách giảng viên dạy giỏi"


@pytest.fixture
def teaching(page: InitiativesPage) -> InitiativesPage:
    page.open_argument(TEACHING)
    return page


def held(level: TeachingLevel) -> int:
    count: int = TeachingAward.select().where(TeachingAward.level == level.value).count()
    return count


def test_counts_stand_beside_their_targets(teaching: InitiativesPage) -> None:
    chips = teaching.teaching.chips
    assert chips[FACULTY].text() == "Cấp khoa 21/26 · Đạt"
    assert chips[TeachingLevel.SCHOOL].text() == "Cấp trường 8/26 · Chưa đạt"
    assert not chips[TeachingLevel.PROVINCE].isVisible()
    assert "Chỉ tiêu" in chips[FACULTY].toolTip()


def test_space_marks_and_delete_unmarks(teaching: InitiativesPage, qtbot: QtBot) -> None:
    pane = teaching.teaching
    row = next(row for row in pane.model.rows if FACULTY not in row.awards)
    pane.grid.select_row(row.id, "faculty")
    pane.grid.setFocus()
    qtbot.keyClick(pane.grid, Qt.Key.Key_Space)
    assert held(FACULTY) == 22
    assert teaching.subtitle().startswith("Năm 2022 · cấp khoa 22/26")
    qtbot.keyClick(pane.grid, Qt.Key.Key_Delete)
    assert held(FACULTY) == 21


def test_a_column_of_x_from_excel_is_one_step(teaching: InitiativesPage, qtbot: QtBot) -> None:
    pane = teaching.teaching
    pane.grid.confirm_paste = lambda plan: True
    pane.grid.select_row(pane.model.shown_rows[0].id, "province")
    pane.grid.setFocus()
    QGuiApplication.clipboard().setText("x\nx\n\nx")
    qtbot.keyClick(pane.grid, Qt.Key.Key_V, CONTROL)
    assert held(TeachingLevel.PROVINCE) == 3
    assert history.next_undo() == "Ghi giảng viên dạy giỏi cấp tỉnh: 3 người"


def test_a_whole_selection_is_marked_from_the_menu(teaching: InitiativesPage) -> None:
    pane = teaching.teaching
    pane.grid.selectAll()
    menu = QMenu(pane)
    pane.fill_marks(menu)
    words = [action.text() for action in menu.actions()]
    assert words[:2] == ["Đạt cấp khoa: 26 người", "Đạt cấp trường: 26 người"]
    menu.actions()[0].trigger()
    assert held(FACULTY) == 26


def test_a_decision_is_recorded_for_everybody_who_holds_the_level(teaching: InitiativesPage, qtbot: QtBot) -> None:
    pane = teaching.teaching
    qtbot.keyClick(pane.grid, Qt.Key.Key_N, CONTROL)
    asked = dialog(teaching, RecordDialog)
    assert asked.whom.current() == "all"
    asked.period.setEditText("2019-2020")
    asked.submit()
    assert below(asked, "period") == "Kỳ xét 2019-2020 không có phần nào trong năm 2022."
    asked.period.setEditText("2021-2022")
    asked.number.setText("45-QĐ/TCT")
    asked.submit()
    stored = TeachingAward.select().where(TeachingAward.level == "faculty")
    assert {(row.period, row.decision_number, row.decided_on) for row in stored} == {("2021-2022", "45-QĐ/TCT", None)}


def test_the_decision_of_one_level_never_seems_to_be_another_ones(
    teaching: InitiativesPage, year: CampaignSummary
) -> None:
    both = next(row for row in teaching.teaching.model.rows if len(row.awards) == 2)
    teaching_awards.record(year.id, FACULTY, [both.id], {"period": "2021-2022"})
    teaching.reload()
    period = teaching.teaching.model.column("period")
    rows = {row.id: row for row in teaching.teaching.model.rows}
    assert period.display(rows[both.id]) == "khoa: 2021-2022"
    teaching_awards.record(year.id, TeachingLevel.SCHOOL, [both.id], {"period": "2021-2022"})
    teaching.reload()
    rows = {row.id: row for row in teaching.teaching.model.rows}
    assert period.display(rows[both.id]) == "2021-2022"


def test_what_people_have_in_common_is_shown_and_only_changes_are_written(
    teaching: InitiativesPage, year: CampaignSummary
) -> None:
    pane = teaching.teaching
    holder = next(row for row in pane.model.rows if FACULTY in row.awards)
    teaching_awards.record(year.id, FACULTY, [holder.id], {"note": "Xuất sắc", "decided_on": date(2022, 11, 1)})
    teaching.reload()
    pane.add_new()
    asked = dialog(teaching, RecordDialog)
    assert below(asked, "note") == "Nhiều giá trị khác nhau"
    asked.number.setText("45-QĐ/TCT")
    asked.submit()
    after = next(row for row in teaching_awards.board(year.id).rows if row.id == holder.id).awards[FACULTY]
    assert (after.note, after.decided_on, after.decision_number) == ("Xuất sắc", date(2022, 11, 1), "45-QĐ/TCT")


def test_who_is_marked_stays_in_the_filtered_list(teaching: InitiativesPage, qtbot: QtBot) -> None:
    pane = teaching.teaching
    pane.states.segments()[2].click()
    shown = [row.id for row in pane.model.shown_rows]
    pane.grid.select_row(shown[0], "faculty")
    pane.grid.setFocus()
    qtbot.keyClick(pane.grid, Qt.Key.Key_Space)
    assert [row.id for row in pane.model.shown_rows] == shown
    assert pane.states.segments()[2].choice.count == "4"


def test_only_lecturers_are_shown_until_all_are_asked_for(teaching: InitiativesPage) -> None:
    pane = teaching.teaching
    assert len(pane.model.shown_rows) == 26
    pane.states.set_current(HOLDERS)
    pane.filter_state(HOLDERS)
    assert len(pane.model.shown_rows) == 21
    pane.states.set_current(EVERYONE)
    pane.filter_state(EVERYONE)
    assert len(pane.model.shown_rows) == 45


def test_a_closed_year_is_read_only_and_says_so(page: InitiativesPage, year: CampaignSummary) -> None:
    year_states.close_year(year.id)
    page.context.campaign = campaigns.campaign(year.id)
    page.reload()
    assert page.initiatives.banner.label.text() == "Năm 2022 đã chốt: chỉ xem, in và xuất."
    choose(page, "SK01")
    detail = page.initiatives.detail
    for button in (page.initiatives.add_button, page.initiatives.remove_button):
        assert not button.isEnabled()
    for button in (detail.edit, detail.edit_authors, detail.add_use, detail.box.add):
        assert not button.isVisible()
    page.open_argument(TEACHING)
    assert not page.teaching.add_button.isEnabled()
    assert not page.teaching.model.column("faculty").editable(page.teaching.model.rows[0])


def test_without_a_year_the_page_says_how_to_begin(no_year: None, show: Show) -> None:
    page = show(InitiativesPage)
    assert isinstance(page, InitiativesPage)
    assert page.no_year.isVisible()
    assert page.header_widgets() == []


def test_another_page_points_at_an_initiative(page: InitiativesPage) -> None:
    wanted = next(row for row in page.initiatives.model.rows if row.code == "SK05")
    page.open_argument(int(wanted.id))
    assert page.initiatives.grid.current_row_id == wanted.id
