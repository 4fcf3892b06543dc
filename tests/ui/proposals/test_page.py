"""The list of proposals by hand: tabs, quota and line, chips, marks, steps, deletion, closed years."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabBar
from pytestqt.qtbot import QtBot

from tests.services.proposed import tick_all
from tests.ui.proposals.acting import (
    ALT,
    CONTROL,
    FIGHTER,
    SHIFT,
    below,
    choose,
    dialog,
    pick_from_menu,
    rows,
    select,
)
from tests.ui.year_pages import NARROW, WIDE, Show, sideways
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.ids import UnitId
from thidua_gui.core.proposals import State
from thidua_gui.services import history, proposals, proposals_edit, unit_votes, year_states
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.transaction import write
from thidua_gui.text import proposals_page as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.proposals.dialogs import MoveDialog
from thidua_gui.ui.proposals.page import ProposalsPage
from thidua_gui.ui.proposals.sources import PresentDialog


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> ProposalsPage:
    proposals_edit.propose_from_registrations(year.id, FIGHTER)
    tick_all(year.id, FIGHTER)
    shown = show(ProposalsPage)
    assert isinstance(shown, ProposalsPage)
    shown.open_argument(FIGHTER)
    return shown


@pytest.mark.parametrize(("scale", "width"), [(1.0, NARROW), (1.0, WIDE), (1.5, 1820)])
def test_nothing_is_scrolled_sideways(year: CampaignSummary, show: Show, width: int, scale: float) -> None:
    proposals_edit.propose_from_registrations(year.id, FIGHTER)
    tick_all(year.id, FIGHTER)
    first = proposals.proposal_list(year.id, FIGHTER).rows[0]
    with write("một phiếu bình xét"):
        vote = unit_votes.Proposed(UnitId(2), first.person_id, None, first.title)
        unit_votes.put(year.id, vote, {"present": 9, "agree": 8})
    theme.theme_switch().set_scale(scale)
    page = show(ProposalsPage)
    assert isinstance(page, ProposalsPage)
    page.open_argument(FIGHTER)
    assert sideways(page, width) == []
    assert [row.agree for row in page.grid.lines.rows][:2] == [8, None]


def test_without_a_year_the_page_says_what_to_do_first(no_year: None, show: Show) -> None:
    page = show(ProposalsPage)
    assert isinstance(page, ProposalsPage)
    assert page.no_year.isVisible()
    assert page.header_widgets() == []


def test_titles_stand_apart_from_forms_each_with_its_count(page: ProposalsPage) -> None:
    bar = page.view.tabs.bar
    assert bar.tabText(0) == "Danh hiệu"
    assert not bar.isTabEnabled(0)
    tab = page.view.tabs.current
    assert tab is not None
    assert (tab.short, tab.count) == ("CSTĐCS", 9)
    assert bar.tabButton(bar.currentIndex(), QTabBar.ButtonPosition.RightSide) is not None


def test_titles_of_higher_levels_wait_in_a_menu(page: ProposalsPage, qtbot: QtBot) -> None:
    tabs = page.view.tabs
    assert "national_fighter" not in tabs.kinds()
    tabs.others.click()
    pick_from_menu(tabs, "Chiến sĩ thi đua toàn quốc: 0")
    assert page.kind == "national_fighter"
    assert "national_fighter" in tabs.kinds()
    assert page.view.empty.isVisible()


def test_the_quota_tells_its_sum_and_how_many_are_too_many(page: ProposalsPage) -> None:
    card = page.view.quota
    assert card.figures.accessibleName() == "9 đem trình / tối đa 6"
    assert card.sum.text() == "41 LĐTT x 15% = 6,15, làm tròn xuống 6"
    assert card.state.text() == "Vượt 3 người"
    assert (card.meter.places, card.meter.proposed) == (6, 9)


def test_the_line_stands_where_the_quota_ends(page: ProposalsPage) -> None:
    cut = page.grid.lines.cut
    assert cut is not None
    assert cut.title == "Hết chỉ tiêu 15%"
    ranks = [row.rank for row in page.grid.lines.rows if row.id in cut.above]
    assert ranks == [1, 2, 3, 3, 5, 6]
    assert page.grid.lines.line_of("cut") == 6


def test_space_takes_the_selected_from_what_is_presented_and_the_quota_follows(
    page: ProposalsPage, qtbot: QtBot
) -> None:
    select(page, qtbot, "Bùi Thị Kim Oanh", 2)
    assert page.view.bulk.isVisible()
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    assert [row.is_listed for row in page.grid.lines.rows] == [True] * 6 + [False] * 3
    assert page.view.quota.state.text() == "Vừa đủ"
    history.undo_last()
    page.reload()
    assert all(row.is_listed for row in page.grid.lines.rows)


def test_a_verdict_s_chip_filters_and_a_second_click_shows_all(page: ProposalsPage) -> None:
    chip = page.view.chips.chips[Outcome.NOT_MET]
    assert chip.text() == "3 không đủ"
    chip.click()
    assert list(rows(page)) == ["Lường Thị Mai Hoa", "Lê Anh Dũng", "Dương Thế Vinh"]
    assert page.view.chips.count.text() == "Hiện 3 / 9"
    chip.click()
    assert len(rows(page)) == 9


def test_the_filter_row_waits_for_ctrl_f_and_another_kind_starts_unfiltered(page: ProposalsPage, qtbot: QtBot) -> None:
    choose(page, "Lò Thị Hạnh")
    assert not page.grid.filter_row_shown
    qtbot.keyClick(page.grid, Qt.Key.Key_F, CONTROL)
    assert page.grid.filter_row_shown
    page.grid.lines.set_filter("name", "lò")
    assert list(rows(page)) == ["Lò Thị Hạnh"]
    page.view.tabs.step(1)
    page.view.tabs.step(-1)
    assert len(rows(page)) == 9


def test_the_next_step_is_one_key_for_all_that_are_selected(page: ProposalsPage, qtbot: QtBot) -> None:
    select(page, qtbot, "Phạm Thị Hồng Nhung", 1)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return, ALT)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return, ALT)
    states = [row.state for row in page.grid.lines.rows]
    assert states == [State.VALID, State.VALID, *[State.DRAFT] * 7]


def test_returning_asks_for_the_reason_and_the_history_keeps_it(page: ProposalsPage, qtbot: QtBot) -> None:
    row = choose(page, "Lò Thị Hạnh")
    proposals_edit.move([row.id], State.SUBMITTED)
    page.reload()
    qtbot.keyClick(page.grid, Qt.Key.Key_R, CONTROL | SHIFT)
    asked = dialog(page, MoveDialog)
    asked.submit()
    assert below(asked, "reason") == "Hãy ghi lý do khi chuyển sang Trả lại."
    asked.reason.setPlainText("Thiếu biên bản")
    asked.submit()
    assert rows(page)["Lò Thị Hạnh"].state is State.RETURNED
    told = page.view.dossier.history.rows[0].accessibleName()
    assert told.startswith("Đã nộp → Trả lại")
    assert told.endswith("Thiếu biên bản")


def test_delete_drops_drafts_and_undo_brings_them_back(page: ProposalsPage, qtbot: QtBot) -> None:
    choose(page, "Dương Thế Vinh")
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert "Dương Thế Vinh" not in list(rows(page))
    history.undo_last()
    page.reload()
    assert "Dương Thế Vinh" in list(rows(page))


def test_delete_withdraws_what_is_no_draft_any_more_and_asks_why(page: ProposalsPage, qtbot: QtBot) -> None:
    row = choose(page, "Dương Thế Vinh")
    proposals_edit.move([row.id], State.SUBMITTED)
    page.reload()
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    asked = dialog(page, MoveDialog)
    asked.reason.setPlainText("Cá nhân xin rút")
    asked.submit()
    assert rows(page)["Dương Thế Vinh"].state is State.WITHDRAWN


def test_the_order_among_equals_is_set_by_two_keys(page: ProposalsPage, qtbot: QtBot) -> None:
    first, second = [name for name, row in rows(page).items() if row.rank == 3]
    choose(page, first)
    qtbot.keyClick(page.grid, Qt.Key.Key_Down, ALT)
    assert [name for name, row in rows(page).items() if row.rank == 3] == [second, first]


def test_presenting_says_who_is_not_valid_yet_and_writes_nothing(page: ProposalsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.grid, Qt.Key.Key_T, CONTROL)
    asked = dialog(page, PresentDialog)
    asked.submit()
    assert asked.isVisible()
    assert asked.error.text()
    assert {row.state for row in page.grid.lines.rows} == {State.DRAFT}


def test_presenting_takes_the_ticked_and_valid_ones(page: ProposalsPage, qtbot: QtBot) -> None:
    ids = [row.id for row in page.grid.lines.rows]
    for state in (State.SUBMITTED, State.VALID):
        proposals_edit.move(ids[:6], state)
    proposals_edit.set_listed(ids[6:], False)
    page.reload()
    page.present.click()
    asked = dialog(page, PresentDialog)
    assert any("chưa đủ điều kiện" in label.text() for label in asked.findChildren(QLabel))
    asked.submit()
    assert proposals.dossier(ids[0]).row.state is State.VALID
    asked.reason.setPlainText("Hội đồng xem xét")
    asked.submit()
    assert proposals.dossier(ids[0]).events[-1].reason == "Hội đồng xem xét"
    assert [row.state for row in page.grid.lines.rows] == [State.PRESENTED] * 6 + [State.DRAFT] * 3


def test_the_list_goes_on_paper_with_rating_and_achievement(page: ProposalsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.grid, Qt.Key.Key_P, CONTROL)
    preview = dialog(page, ListPreview)
    assert preview.windowTitle() == "Danh sách trích ngang đề nghị Chiến sĩ thi đua cơ sở"
    assert preview.pdf.startswith(b"%PDF")


def test_a_closed_year_is_only_looked_at(page: ProposalsPage, year: CampaignSummary, qtbot: QtBot) -> None:
    year_states.close_year(year.id)
    page.reload()
    assert page.view.notice.label.text() == "Năm 2022 đã chốt: chỉ xem, không sửa được đề nghị."
    assert not page.add.isEnabled()
    choose(page, "Lò Thị Hạnh")
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert all(row.is_listed for row in proposals.proposal_list(year.id, FIGHTER).rows)
    assert not page.view.dossier.primary.isVisible()


def test_the_sheet_of_keys_names_what_the_page_can_do(page: ProposalsPage) -> None:
    named = {action.text() for action in page.keyed_actions()}
    assert {wording.KEY_NEW, wording.KEY_PRESENT, wording.KEY_WITHDRAW, wording.KEY_UP, wording.RECHECK} <= named
    assert wording.KEY_LISTED in page.table_keys()
