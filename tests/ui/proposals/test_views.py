"""Making proposals and the views beside the list: by name, from a source, who was missed, what is twice, the law."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.models.campaigns import Campaign
from db.models.proposals import Proposal
from tests.ui.proposals.acting import ALT, CONTROL, FIGHTER, LABOURER, below, choose, dialog, pick_from_menu, rows
from tests.ui.year_pages import Show, sideways
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.ids import PersonId
from thidua_gui.services import proposals, proposals_edit
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.proposals_edit import Nominee
from thidua_gui.services.recipients import Found, Recipient
from thidua_gui.services.transaction import write
from thidua_gui.text import proposals_page as wording
from thidua_gui.ui.proposals.found import View
from thidua_gui.ui.proposals.page import ProposalsPage
from thidua_gui.ui.proposals.propose_dialogs import EditDialog, ProposeDialog
from thidua_gui.ui.proposals.sources import PreviewDialog

FORM = "certificate_of_merit"


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> ProposalsPage:
    shown = show(ProposalsPage)
    assert isinstance(shown, ProposalsPage)
    shown.open_argument(FIGHTER)
    return shown


def test_an_empty_list_offers_those_who_registered(page: ProposalsPage, qtbot: QtBot) -> None:
    assert page.view.empty.title.text() == "Chưa có đề nghị Chiến sĩ thi đua cơ sở"
    page.view.empty.button.click()
    asked = dialog(page, PreviewDialog)
    assert asked.primary.text() == "Lập 9 đề nghị"
    asked.grid.select_row(asked.model.rows[0].id, "name")
    qtbot.keyClick(asked.grid, Qt.Key.Key_Space)
    assert asked.primary.text() == "Lập 8 đề nghị"
    left_out = asked.model.rows[0].name
    asked.submit()
    assert len(rows(page)) == 8
    assert left_out not in list(rows(page))


def test_a_source_that_has_nobody_left_says_so(page: ProposalsPage, year: CampaignSummary) -> None:
    proposals_edit.propose_from_registrations(year.id, FIGHTER)
    page.reload()
    page.add.click()
    pick_from_menu(page, wording.ADD_REGISTERED)
    assert not dialog(page, PreviewDialog).primary.isEnabled()


def test_somebody_is_proposed_by_name_and_not_twice(page: ProposalsPage, year: CampaignSummary, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_N, CONTROL)
    asked = dialog(page, ProposeDialog)
    asked.submit()
    assert below(asked, "subjects") == "Hãy chọn ít nhất một cá nhân hoặc tập thể để đề nghị."
    asked.subjects.add([Found(Recipient(person_id=PersonId(2)), "Lường Thị Mai Hoa", "")])
    asked.received_on.set_day(date(2022, 11, 14))
    asked.submit()
    assert [row.received_on for row in proposals.proposal_list(year.id, FIGHTER).rows] == [date(2022, 11, 14)]
    qtbot.keyClick(page, Qt.Key.Key_N, CONTROL)
    again = dialog(page, ProposeDialog)
    again.subjects.add([Found(Recipient(person_id=PersonId(2)), "Lường Thị Mai Hoa", "")])
    again.submit()
    assert below(again, "subjects").startswith("Lường Thị Mai Hoa đã có đề nghị")


def test_titles_are_of_merit_only_and_forms_may_be_given_at_once(page: ProposalsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_N, CONTROL)
    asked = dialog(page, ProposeDialog)
    assert asked.basis.findData(CommendationKind.IRREGULAR) < 0
    asked.kinds.setCurrentIndex(asked.kinds.findData(FORM))
    asked.basis.setCurrentIndex(asked.basis.findData(CommendationKind.IRREGULAR))
    assert below(asked, "basis").startswith("Thủ tục đơn giản")
    asked.subjects.add([Found(Recipient(person_id=PersonId(2)), "Lường Thị Mai Hoa", "")])
    asked.submit()
    page.open_argument(FORM)
    page.load_dossier()
    assert page.view.dossier.verdict.text() == "Không xét"
    assert [row.basis for row in page.grid.lines.rows] == [CommendationKind.IRREGULAR]


def test_a_wrong_day_is_told_beside_its_field(page: ProposalsPage, year: CampaignSummary, qtbot: QtBot) -> None:
    proposals_edit.propose(year.id, FIGHTER, [Nominee(PersonId(2))])
    page.reload()
    choose(page, "Lường Thị Mai Hoa")
    qtbot.keyClick(page.grid, Qt.Key.Key_F2)
    asked = dialog(page, EditDialog)
    asked.achievement.setPlainText("Chủ trì hai đề tài")
    asked.received_on.set_day(date(2021, 3, 1))
    asked.submit()
    assert below(asked, "received_on") == "Ngày nhận hồ sơ 01/03/2021 phải thuộc năm 2022 hoặc năm sau; hãy nhập lại."
    asked.received_on.set_day(None)
    asked.submit()
    assert rows(page)["Lường Thị Mai Hoa"].achievement == "Chủ trì hai đề tài"


def test_whoever_was_missed_is_proposed_with_one_key(page: ProposalsPage, qtbot: QtBot) -> None:
    page.open_argument(LABOURER)
    qtbot.keyClick(page, Qt.Key.Key_2, ALT)
    pane = page.view.found[View.MISSED]
    assert len(pane.model.rows) == 41
    name = pane.selected()[0].name
    qtbot.keyClick(pane.grid, Qt.Key.Key_Return)
    page.load_found()
    assert len(pane.model.rows) == 40
    page.show_view(View.LISTED)
    assert list(rows(page)) == [name]


def test_who_registered_and_is_not_eligible_is_listed_with_what_is_lacking(page: ProposalsPage) -> None:
    page.show_view(View.NOT_ELIGIBLE)
    lines = page.view.found[View.NOT_ELIGIBLE].model.rows
    assert [line.outcome for line in lines] == [Outcome.NOT_MET] * 3
    assert all("1 sáng kiến" in line.why for line in lines)


def test_the_switch_counts_what_each_view_holds(page: ProposalsPage) -> None:
    counted = {segment.choice.key: segment.choice.count for segment in page.view.views.segments()}
    assert counted == {View.LISTED: "0", View.MISSED: "6", View.NOT_ELIGIBLE: "3", View.DUPLICATES: "0"}


def test_a_duplicate_leads_to_its_proposal(page: ProposalsPage, year: CampaignSummary, qtbot: QtBot) -> None:
    proposals_edit.propose(year.id, FIGHTER, [Nominee(PersonId(2)), Nominee(PersonId(4))])
    first = proposals.proposal_list(year.id, FIGHTER).rows[0]
    with write("một đề nghị lập lại"):
        Proposal.create(campaign=year.id, person=first.person_id, kind=FIGHTER, title=first.title)
    page.reload()
    page.load_found()
    page.show_view(View.DUPLICATES)
    pane = page.view.found[View.DUPLICATES]
    assert {line.name for line in pane.model.rows} == {first.name}
    qtbot.keyClick(pane.grid, Qt.Key.Key_Return)
    assert page.view.view is View.LISTED
    current = page.grid.current()
    assert current is not None
    assert current.name == first.name


def test_a_law_that_is_not_read_yet_is_named_and_the_earlier_one_only_on_demand(
    page: ProposalsPage, year: CampaignSummary
) -> None:
    proposals_edit.propose(year.id, FIGHTER, [Nominee(PersonId(2))])
    with write("một ngày chưa có quy định"):
        Campaign.update(decision_on=date(2027, 1, 5)).where(Campaign.id == year.id).execute()
    page.reload()
    notice = page.view.notice
    assert notice.isVisible()
    assert [row.outcome for row in page.grid.lines.rows] == [None]
    notice.action.click()
    assert notice.label.text().endswith("chỉ để tham khảo, không phải kết quả thẩm tra.")
    assert page.grid.lines.rows[0].outcome is not None
    notice.action.click()
    assert page.grid.lines.rows[0].outcome is None


def test_the_keys_lead_from_kind_to_kind_and_view_to_view(page: ProposalsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Right, ALT)
    assert page.kind == "advanced_collective"
    qtbot.keyClick(page, Qt.Key.Key_Left, ALT)
    assert page.kind == FIGHTER
    qtbot.keyClick(page, Qt.Key.Key_3, ALT)
    assert page.view.view is View.NOT_ELIGIBLE


def test_a_small_window_keeps_verdict_mark_and_counts_in_sight(page: ProposalsPage, year: CampaignSummary) -> None:
    proposals_edit.propose_from_registrations(year.id, FIGHTER)
    page.reload()
    assert sideways(page, 800, 410) + sideways(page, 800, 410) == []
    grid = page.grid
    shown = [grid.lines.columns[place].key for place in grid.visible_columns()]
    assert {"name", "points", "verdict", "listed"} <= set(shown)
    assert "unit" not in shown
    told = [one.shown_words() for one in page.view.views.segments()]
    assert told == [(one.choice.text, one.choice.count) for one in page.view.views.segments()]
    assert sideways(page, 1360, 700) == []
    assert "unit" in [grid.lines.columns[place].key for place in grid.visible_columns()]


def test_the_page_says_which_rules_judge(page: ProposalsPage, year: CampaignSummary) -> None:
    proposals_edit.propose_from_registrations(year.id, FIGHTER)
    page.reload()
    assert page.view.chips.regime.text() == "Thẩm tra theo gói A ·"
    assert "gói A" in page.view.recheck.toolTip()
