"""One proposal beside the list: conditions set aside and contested, papers, initiatives, cases; by keyboard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.services.proposed import tick_all
from tests.ui.proposals.acting import FIGHTER, LABOURER, below, choose, dialog, pick_from_menu, rows
from tests.ui.year_pages import Show
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.proposals import PaperState, State
from thidua_gui.services import proposals_edit
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.text import proposals_panel as wording
from thidua_gui.ui.proposals.dialogs import CaseDialog, ObjectionDialog, OverrideDialog, PaperDialog, SettleDialog
from thidua_gui.ui.proposals.page import ProposalsPage
from thidua_gui.ui.proposals.panel import HISTORY, INITIATIVES, PAPERS

SOMEBODY, LACKING = "Phạm Thị Hồng Nhung", "Lê Anh Dũng"


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> ProposalsPage:
    proposals_edit.propose_from_registrations(year.id, FIGHTER)
    tick_all(year.id, FIGHTER)
    shown = show(ProposalsPage)
    assert isinstance(shown, ProposalsPage)
    shown.open_argument(FIGHTER)
    return shown


@pytest.fixture
def labourers(year: CampaignSummary, show: Show) -> ProposalsPage:
    proposals_edit.propose_from_registrations(year.id, LABOURER)
    shown = show(ProposalsPage)
    assert isinstance(shown, ProposalsPage)
    shown.open_argument(LABOURER)
    choose(shown, SOMEBODY)
    return shown


def test_each_condition_says_outcome_need_fact_and_source_without_colour(page: ProposalsPage) -> None:
    choose(page, LACKING)
    told = [row.accessibleName() for row in page.view.dossier.check.rows]
    assert told[0].startswith("Đạt: cần đạt Lao động tiên tiến trong năm. Hiện có: đủ điều kiện.")
    assert told[1].startswith("Không đạt: cần 1 sáng kiến, đề tài được công nhận. Hiện có: chưa có sáng kiến")
    assert told[1].endswith("Nghị định 91/2017/NĐ-CP, Điều 9 khoản 3")


def test_the_panel_says_what_the_quota_would_be_without_this_one(page: ProposalsPage) -> None:
    choose(page, SOMEBODY)
    told = page.view.dossier.what_if.text()
    assert told == "Nếu bớt người này: 8 đem trình / tối đa 6, vẫn vượt 2 người."


def test_enter_leads_to_the_conditions_and_escape_back(page: ProposalsPage, qtbot: QtBot) -> None:
    choose(page, SOMEBODY)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    first, second = page.view.dossier.check.rows
    assert page.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert page.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Escape)
    assert page.focusWidget() is page.grid


def test_a_condition_is_set_aside_only_with_a_reason_and_stays_visible(page: ProposalsPage, qtbot: QtBot) -> None:
    choose(page, LACKING)
    check = page.view.dossier.check
    qtbot.keyClick(check.rows[1], Qt.Key.Key_Return)
    pick_from_menu(check, wording.OVERRIDE)
    asked = dialog(page, OverrideDialog)
    asked.submit()
    assert below(asked, "reason") == "Hãy ghi lý do chấp nhận ngoài điều kiện."
    asked.reason.setPlainText("Giải pháp đã được Học viện công nhận")
    asked.submit()
    row = rows(page)[LACKING]
    assert (row.outcome, row.overridden) == (Outcome.NOT_MET, 1)
    assert page.view.dossier.verdict.text() == "Ngoài điều kiện"
    texts = [label.text() for label in check.rows[1].labels]
    assert any(text.startswith("Chấp nhận ngoài điều kiện: Giải pháp") for text in texts)


def test_setting_aside_can_be_taken_back(page: ProposalsPage, qtbot: QtBot) -> None:
    row = choose(page, LACKING)
    line = page.desk.seen.lines[1] if page.desk.seen is not None else None
    assert line is not None
    proposals_edit.override(row.id, line.condition, "Vì thành tích đặc biệt")
    page.reload()
    check = page.view.dossier.check
    qtbot.keyClick(check.rows[1], Qt.Key.Key_Return)
    pick_from_menu(check, wording.DROP_OVERRIDE)
    assert rows(page)[LACKING].overridden == 0


def test_an_objection_makes_an_attested_condition_not_met_until_it_is_settled(labourers: ProposalsPage) -> None:
    page, panel = labourers, labourers.view.dossier
    panel.object.click()
    asked = dialog(page, ObjectionDialog)
    asked.submit()
    assert below(asked, "content") == "Hãy ghi nội dung ý kiến."
    asked.content.setPlainText("Vắng nhiều buổi sinh hoạt")
    asked.submit()
    assert rows(page)[SOMEBODY].outcome is Outcome.NOT_MET
    objection = panel.check.rows[-1]
    objection.menu_wanted.emit(QPoint())
    pick_from_menu(panel.check, wording.SETTLE)
    settled = dialog(page, SettleDialog)
    settled.settlement.setPlainText("Đã xác minh: vắng có phép")
    settled.submit()
    assert rows(page)[SOMEBODY].outcome is Outcome.MET


def test_an_open_case_is_noted_and_told_below_the_conditions(labourers: ProposalsPage) -> None:
    page, panel = labourers, labourers.view.dossier
    panel.check.case_wanted.emit()
    asked = dialog(page, CaseDialog)
    asked.submit()
    assert below(asked, "opened_on") == "Hãy ghi ngày bắt đầu xem xét."
    asked.opened_on.set_day(date(2022, 10, 3))
    asked.content.setPlainText("Đơn về chấm thi")
    asked.submit()
    assert "Đơn về chấm thi" in panel.check.rows[-1].accessibleName()


def test_space_ticks_a_paper_and_the_list_counts_what_is_missing(page: ProposalsPage, qtbot: QtBot) -> None:
    choose(page, SOMEBODY)
    panel = page.view.dossier
    panel.show_tab(PAPERS)
    missing = rows(page)[SOMEBODY].papers_missing
    panel.papers.take_focus()
    qtbot.keyClick(panel.papers.rows[0], Qt.Key.Key_Space)
    assert rows(page)[SOMEBODY].papers_missing == missing - 1
    assert page.focusWidget() is panel.papers.rows[0]
    assert panel.tabs.tabText(PAPERS) == f"Hồ sơ ({missing - 1})"


def test_a_paper_is_waived_only_with_a_reason(page: ProposalsPage, qtbot: QtBot) -> None:
    choose(page, SOMEBODY)
    panel = page.view.dossier
    panel.show_tab(PAPERS)
    qtbot.keyClick(panel.papers.rows[0], Qt.Key.Key_Return)
    pick_from_menu(panel.papers, wording.WAIVE)
    asked = dialog(page, PaperDialog)
    asked.submit()
    assert below(asked, "note") == "Hãy ghi lý do vì sao không cần giấy tờ này."
    asked.note.setPlainText("Có trong tờ trình chung")
    asked.submit()
    assert "không cần" in panel.papers.rows[0].accessibleName()


def test_a_file_is_attached_to_a_paper_and_a_wrong_kind_is_refused_in_words(
    page: ProposalsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(page, SOMEBODY)
    good, odd = tmp_path / "QĐ 15.pdf", tmp_path / "QĐ 15.exe"
    for path in (good, odd):
        path.write_bytes(b"%PDF-1.4")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, path=path: (str(path), ""))
        page.view.dossier.papers.attach_wanted.emit(page.desk.seen.papers[0])  # type: ignore[union-attr]  # one is shown
    assert page.desk.seen is not None
    assert (page.desk.seen.papers[0].state, page.desk.seen.papers[0].attachment) == (PaperState.PRESENT, "QĐ 15.pdf")
    assert "QĐ 15.exe" in page.view.refusal.label.text()


def test_an_initiative_is_chosen_by_space_and_shown_in_the_list(page: ProposalsPage, qtbot: QtBot) -> None:
    choose(page, SOMEBODY)
    assert rows(page)[SOMEBODY].at_hand == ("SK02",)
    panel = page.view.dossier
    panel.show_tab(INITIATIVES)
    qtbot.keyClick(panel.initiatives.rows[0], Qt.Key.Key_Space)
    assert rows(page)[SOMEBODY].initiatives == ("SK02",)


def test_the_suggested_initiative_is_taken_with_one_press(page: ProposalsPage) -> None:
    choose(page, SOMEBODY)
    panel = page.view.dossier
    panel.show_tab(INITIATIVES)
    panel.initiatives.suggestion_taken.emit()
    assert rows(page)[SOMEBODY].initiatives == ("SK02",)


def test_the_history_names_every_step_newest_first(page: ProposalsPage) -> None:
    row = choose(page, SOMEBODY)
    for state in (State.SUBMITTED, State.VALID):
        proposals_edit.move([row.id], state)
    page.reload()
    page.view.dossier.show_tab(HISTORY)
    told = [row.accessibleName().split(".")[0] for row in page.view.dossier.history.rows]
    assert told == ["Đã nộp → Hợp lệ", "Nháp → Đã nộp", "Lập đề nghị"]


def test_the_large_button_is_the_next_step(page: ProposalsPage) -> None:
    choose(page, SOMEBODY)
    panel = page.view.dossier
    assert panel.primary.text() == "Nộp"
    panel.primary.click()
    assert panel.primary.text() == "Xác nhận hợp lệ"
    assert panel.second.text() == "Trả lại…"


def test_a_step_back_has_words_of_its_own(page: ProposalsPage) -> None:
    row = choose(page, SOMEBODY)
    for state in (State.SUBMITTED, State.VALID, State.PRESENTED, State.PASSED):
        proposals_edit.move([row.id], state)
    page.reload()
    panel = page.view.dossier
    assert (panel.primary.text(), panel.second.text()) == ("Ghi đã có quyết định", "Xét lại…")
