"""What the operator does besides counting: each act is written, or refused with its reason beside the field."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from tests.ui.year_pages import NARROW, WIDE, sideways
from thidua_gui.core.council import Outcome, VoteBase
from thidua_gui.core.meetings import Attendance, MeetingState
from thidua_gui.services import (
    agenda,
    attendance,
    ballots,
    campaigns,
    history,
    meeting_rules,
    meetings,
    projection,
    year_states,
)
from thidua_gui.ui import theme
from thidua_gui.ui.council import dialogs, meeting_menu
from thidua_gui.ui.council.candidates_dialog import CandidatesDialog
from thidua_gui.ui.council.meeting_dialogs import ConcludeDialog, EventDialog
from thidua_gui.ui.council.page import CouncilPage
from thidua_gui.ui.council.rules_dialog import RulesDialog
from thidua_gui.ui.council.show import Rehearsal

HERE = 9


def dialog(page: CouncilPage) -> QDialog:
    (found,) = [one for one in page.findChildren(QDialog) if one.isVisible()]
    return found


def counted(page: CouncilPage, agree: int = HERE) -> None:
    """A ballot of the award with its numbers, ready to be published."""
    page.desk.ballot.start_secret.click()
    ballot = page.desk.ballot.ballot
    for field in ("issued", "returned"):
        ballots.count(ballot.id, field, HERE)
    for line in ballot.lines:
        numbers = {"valid": HERE, "invalid": 0, "agree": agree, "disagree": HERE - agree, "blank": 0}
        for field, number in numbers.items():
            ballots.count(ballot.id, field, number, line.candidate_id)
    page.desk.reload()


def menu_labels(page: CouncilPage) -> dict[str, bool]:
    menu = QMenu()
    meeting_menu.fill_menu(menu, page.desk, page.desk.view.meeting, shows_score=True, is_year_closed=False)
    return {action.text(): action.isEnabled() for action in menu.actions() if action.isVisible() and action.text()}


def test_the_chair_lowers_an_award(small):
    counted(small)
    small.desk.ballot.publish.click()
    small.desk.ballot.decide.click()
    asked = dialog(small)
    asked.outcome.setCurrentIndex(asked.outcome.findData(Outcome.LOWERED))
    asked.reason.setPlainText("Chưa có sáng kiến")
    asked.submit()
    candidate = agenda.item(small.desk.item.id).candidates[0]
    assert (candidate.outcome, candidate.by_chair) == (Outcome.LOWERED, True)
    assert candidate.lowered_to not in (None, "grassroots_fighter")
    assert "Hạ danh hiệu" in small.desk.ballot.model.note(0)


def test_a_seat_keeps_why_somebody_is_absent(small):
    seat = small.desk.view.attendance.seats[2]
    dialogs.ask_seat(small.desk, seat)
    asked = dialog(small)
    asked.state.setCurrentIndex(asked.state.findData(Attendance.ABSENT))
    asked.reason.setText("Đi công tác")
    asked.submit()
    stored = attendance.attendance(small.desk.meeting_id).seats[2]
    assert (stored.attendance, stored.absence_reason) == (Attendance.ABSENT, "Đi công tác")


def test_unticking_somebody_who_is_here_notes_when_he_left(small):
    small.desk.attendance.list.item(3).setCheckState(Qt.CheckState.Unchecked)
    shown = small.desk.attendance.list.item(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Về 09:41" in shown
    assert small.desk.view.attendance.room.present == HERE - 1


def test_an_award_gets_a_threshold_of_its_own(before):
    year = campaigns.campaigns()[0].id
    before.desk.prepare.vote.click()
    asked = dialog(before)
    assert isinstance(asked, RulesDialog)
    asked.own["grassroots_fighter"].setText("80 %")
    asked.base.setCurrentIndex(asked.base.findData(VoteBase.PRESENT))
    asked.submit()
    rules = meeting_rules.of_year(year).rules
    assert rules.own["grassroots_fighter"].share == Fraction(4, 5)
    assert rules.own["grassroots_fighter"].base is VoteBase.PRESENT
    assert rules.usual.base is VoteBase.PRESENT


def test_which_awards_need_a_secret_ballot_is_kept(before):
    year = campaigns.campaigns()[0].id
    was = meeting_rules.of_year(year).rules.secret
    before.desk.prepare.vote.click()
    asked = dialog(before)
    asked.secret["advanced_labourer"].click()
    asked.submit()
    assert meeting_rules.of_year(year).rules.secret == was ^ {"advanced_labourer"}


def test_a_share_that_cannot_be_read_is_refused_beside_its_field(before):
    before.desk.prepare.vote.click()
    asked = dialog(before)
    asked.own["grassroots_fighter"].setText("nhiều")
    asked.submit()
    assert asked.fields["kinds"].has_error
    assert asked.isVisible()


def test_the_dialog_of_the_rules_names_what_the_law_says(before):
    before.desk.prepare.vote.click()
    told = dialog(before).fields["law"].editor.text()
    assert told.splitlines() == list(meeting_rules.legal_sentences(campaigns.campaigns()[0].last_day))
    assert "90" in told or "9/10" in told


def test_candidates_are_taken_out_and_put_in_before_the_first_ballot(before):
    before.desk.prepare.people_of_item.click()
    asked = dialog(before)
    assert isinstance(asked, CandidatesDialog)
    first = asked.here.item(0).text().removeprefix("1. ")
    asked.here.setCurrentRow(0)
    asked.take_out.click()
    assert [asked.ready.item(row).text() for row in range(asked.ready.count())] == [first]
    asked.ready.setCurrentRow(0)
    asked.put_in.click()
    names = [one.name for one in agenda.item(before.desk.item.id).candidates]
    assert (len(names), names[-1]) == (8, first)


def test_candidates_change_places_by_keyboard(before):
    names = [one.name for one in before.desk.item.candidates]
    before.desk.prepare.people_of_item.click()
    asked = dialog(before)
    asked.here.setCurrentRow(1)
    asked.up.click()
    assert [one.name for one in agenda.item(before.desk.item.id).candidates][:2] == [names[1], names[0]]


def test_once_voted_on_nobody_is_offered_to_be_put_in(small):
    assert small.desk.ballot.people.isVisible()
    small.desk.ballot.start_secret.click()
    assert not small.desk.ballot.people.isVisible()


def test_the_checklist_follows_the_item(small):
    told = [small.desk.ballot.strip.checks.text()]
    counted(small)
    told.append(small.desk.ballot.strip.checks.text())
    small.desk.ballot.publish.click()
    told.append(small.desk.ballot.strip.checks.text())
    assert told == [
        "Còn phải làm: chưa biểu quyết; chưa ghi kết luận", "Còn phải làm: chưa công bố kết quả; chưa ghi kết luận",
        "Còn phải làm: chưa ghi kết luận",
    ]  # fmt: skip


def test_the_quota_follows_the_publishing_at_once(small):
    strip = small.desk.ballot.strip
    assert strip.quota.text().startswith("Đạt 0, tối đa")
    counted(small)
    small.desk.ballot.publish.click()
    assert strip.quota.text().startswith("Đạt 8, tối đa")
    assert strip.meter.proposed == 8


@pytest.mark.parametrize(("key", "cover"), [(Qt.Key.Key_B, "black"), (Qt.Key.Key_W, "waiting")])
def test_the_wall_is_covered_while_a_number_is_being_typed(small, key, cover):
    small.desk.ballot.start_secret.click()
    small.desk.ballot.issued.setFocus()
    QTest.keyClick(small.desk.ballot.issued, "8")
    QTest.keyClick(small.desk.ballot.issued, key)
    assert small.desk.wall.cover.value == cover
    assert small.desk.ballot.issued.text() == "8"


def test_a_panic_key_in_a_cell_of_the_table_keeps_what_was_typed(small):
    small.desk.ballot.start_secret.click()
    table = small.desk.ballot.table
    table.setFocus()
    table.setCurrentIndex(small.desk.ballot.model.index(0, 3))
    QTest.keyClick(table, "7")
    editor = QApplication.focusWidget()
    QTest.keyClick(editor, Qt.Key.Key_B)
    assert small.desk.wall.cover.value == "black"
    assert editor.text() == "7"


def test_with_one_screen_a_key_gives_the_wall_the_whole_of_it_and_takes_it_back(small):
    small.desk.show_desk.rehearse()
    (window,) = [one for one in small.findChildren(Rehearsal) if one.isVisible()]
    QTest.keyClick(small.desk, Qt.Key.Key_F9)
    filled = window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert (filled, window.isFullScreen(), window.isVisible()) == (True, False, True)
    small.desk.show_desk.stop()


def test_a_clicker_works_while_the_rehearsal_has_the_keyboard(small):
    small.desk.show_desk.rehearse()
    small.desk.put_up()
    before = small.desk.at.key
    (window,) = [one for one in small.findChildren(Rehearsal) if one.isVisible()]
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert small.desk.at.key != before
    assert small.desk.wall.view == small.desk.at.view
    small.desk.show_desk.stop()


def test_esc_asks_before_the_show_ends(small):
    small.desk.show_desk.rehearse()
    QTest.keyClick(small.desk, Qt.Key.Key_Escape)
    assert small.desk.show_desk.is_live
    dialog(small).reject()
    small.desk.show_desk.stop()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_at_every_width_nothing_of_the_desk_lies_beside_the_window(small, width):
    counted(small)
    assert sideways(small, width, 636) == []


def test_with_large_letters_in_a_small_window_counting_keeps_its_room(small):
    counted(small)
    theme.theme_switch().set_scale(1.5)
    small.resize(1196, 596)
    for _ in range(4):
        QApplication.processEvents()
    table, wall = small.desk.ballot.table, small.desk.wall_panel
    assert table.viewport().height() >= 2 * table.verticalHeader().defaultSectionSize()
    assert small.desk.ballot.mapTo(small, QPoint(small.desk.ballot.width(), 0)).x() <= wall.mapTo(small, QPoint()).x()
    assert all(one.isVisible() for one in (wall.black, wall.show_button, small.desk.forward, small.desk.attendance))


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_at_every_width_nothing_of_the_plan_lies_beside_the_window(before, width):
    assert sideways(before, width, 636) == []


def test_the_sheet_of_keys_names_those_of_the_wall_and_of_the_count(small):
    named = {action.shortcut().toString(): action.text() for action in small.keyed_actions()}
    assert {key for key in ("B", "W", "F", "T", "PgDown", "F5", "F9", "Ctrl+P", "Ctrl+E") if named.get(key)} == {
        "B", "W", "F", "T", "PgDown", "F5", "F9", "Ctrl+P", "Ctrl+E",
    }  # fmt: skip
    assert [words for key, words in small.table_keys() if "Enter" in key]


def test_beginning_a_ballot_brings_the_keyboard_to_its_first_number(small):
    small.desk.ballot.start_secret.click()
    assert QApplication.focusWidget() is small.desk.ballot.issued


def test_undoing_a_number_shows_it_gone_also_where_the_keyboard_is(small):
    small.desk.ballot.start_secret.click()
    small.desk.ballot.issued.setText("8")
    small.desk.ballot.issued.editingFinished.emit()
    small.context.jobs.command(lambda _: history.undo_last())
    assert QApplication.focusWidget() is small.desk.ballot.issued
    assert small.desk.ballot.issued.text() == ""


def test_coming_to_the_agenda_by_keyboard_moves_nobody(small):
    while small.desk._at:
        small.desk.go(-1)
    small.desk.notes.setFocus()
    small.desk.agenda.tree.setFocus()
    assert small.desk.at.key == "waiting"


def test_the_meeting_is_concluded_and_events_are_noted(small):
    meeting = small.desk.view.meeting
    ConcludeDialog(small.context, small, meeting).open()
    dialog(small).conclusion.setPlainText("Nhất trí")
    dialog(small).submit()
    EventDialog(small.context, small, meeting.id, None).open()
    dialog(small).said.setPlainText("Mất điện 5 phút")
    dialog(small).submit()
    assert meetings.meeting(meeting.id).conclusion == "Nhất trí"
    assert meetings.events(meeting.id)[-1].words == "Mất điện 5 phút"


def test_a_planned_meeting_is_deleted_and_comes_back_by_undo(before):
    meeting_menu.ask_delete(before.desk, before.desk.view.meeting)
    dialog(before).submit()
    assert meetings.meetings(campaigns.campaigns()[0].id) == ()
    assert before.list.isVisible()


def test_a_closed_meeting_is_read_only_until_somebody_opens_it_again_with_a_reason(small):
    counted(small)
    small.desk.ballot.publish.click()
    for place in range(len(small.desk.view.items)):
        small.desk.jump(place + 1)
        small.desk.start.click()
        small.desk.finish.click()
    small.close_meeting.click()
    dialog(small).submit()
    assert small.desk.banner.label.text() == "Phiên họp đã bế mạc nên chỉ xem được."
    assert not small.desk.ballot.correct.isVisible()
    small.desk.banner.action.click()
    dialog(small).reason.setPlainText("Ghi thiếu kết luận")
    dialog(small).submit()
    assert meetings.meeting(small.desk.meeting_id).state is MeetingState.OPEN


def test_the_menu_offers_what_the_state_allows(before):
    labels = menu_labels(before)
    assert "Xóa phiên họp…" in labels
    assert "Mở lại phiên họp…" not in labels
    assert not labels["Ghi sự việc trong phiên họp…"]


def test_scores_are_taken_off_the_slides_for_the_whole_school(small):
    year = campaigns.campaigns()[0]
    small.desk.run(lambda: projection.set_shows_score(is_shown=False))
    assert not projection.shows_score(year.last_day)
    cards = [cue.view for cue in small.desk.slides.cues if cue.candidate_id is not None]
    assert all(card.score is None for card in cards)


def test_a_closed_year_offers_nothing_to_write(before):
    year = campaigns.campaigns()[0]
    before.context.jobs.command(lambda _: year_states.close_year(year.id))
    assert before.desk.view.meeting.is_locked
    assert "đã chốt" in before.desk.banner.label.text()
    assert not before.desk.prepare.build.isEnabled()
