"""The operator's desk over a whole meeting: by keyboard alone, and nothing on the wall that nobody put there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from tests.ui.council.conftest import NUMBERS, press, type_number
from thidua_gui.core.council import Method, Outcome
from thidua_gui.core.projection import BallotSlide, CandidateSlide, ResultSlide, WaitingSlide
from thidua_gui.services import agenda, ballots, meetings
from thidua_gui.ui.council.dialogs import ReasonDialog
from thidua_gui.ui.council.page import CouncilPage

Key = Qt.Key
HERE = 8


def dialog(page: CouncilPage) -> QDialog:
    (found,) = [one for one in page.findChildren(QDialog) if one.isVisible()]
    return found


def go_to_item(page: CouncilPage, title: str) -> None:
    item = next(one for one in page.desk.view.items if title in one.title)
    page.desk.jump(page.desk.view.items.index(item) + 1)


def begin(page: CouncilPage, method: Method = Method.SECRET) -> None:
    """A ballot of the item on the desk, with the papers typed."""
    asked = page.desk.ballot.start_secret if method is Method.SECRET else page.desk.ballot.start_hands
    asked.click()
    if method is Method.SECRET:
        page.desk.ballot.issued.setFocus()
        type_number(page, HERE)
        type_number(page, HERE)
    else:
        page.desk.ballot.table.setFocus()
        page.desk.ballot.table.setCurrentIndex(page.desk.ballot.model.index(0, 1))


def count(page: CouncilPage, agree: int, method: Method = Method.SECRET) -> None:
    """One candidate's line under the cursor."""
    if method is Method.SECRET:
        for number in (HERE, 0, agree, HERE - agree, 0):
            type_number(page, number)
    else:
        for number in (agree, HERE - agree, 0):
            type_number(page, number)


def test_a_whole_meeting_is_led_by_keyboard(page):
    for place, item in enumerate(agenda.items(page.desk.meeting_id), start=1):
        if not item.candidates:
            continue
        page.desk.jump(place)
        page.desk.start.click()
        method = Method.SECRET if len(item.candidates) < 10 else Method.HANDS
        begin(page, method)
        for line in range(len(item.candidates)):
            count(page, HERE if line % 4 else 5, method)
        assert page.desk.ballot.publish.isEnabled(), ballots.objections(page.desk.ballot.ballot)
        page.desk.ballot.publish.click()
        page.desk.finish.click()
    items = [item for item in agenda.items(page.desk.meeting_id) if item.candidates]
    assert sorted(len(item.candidates) for item in items) == sorted(NUMBERS.values())
    outcomes = [one.outcome for item in items for one in item.candidates]
    assert set(outcomes) == {Outcome.PASSED, Outcome.FAILED}
    assert outcomes.count(Outcome.FAILED) == sum(-(-len(item.candidates) // 4) for item in items)


def test_every_typed_number_is_stored_at_once(page):
    go_to_item(page, "Chiến sĩ thi đua cơ sở")
    begin(page)
    type_number(page, HERE)
    stored = ballots.current(page.desk.item.id)
    assert (stored.papers.issued, stored.papers.returned, stored.lines[0].counted.valid) == (HERE, HERE, HERE)


def test_what_does_not_add_up_is_said_and_publishing_waits_for_a_reason(page):
    go_to_item(page, "Chiến sĩ thi đua cơ sở")
    begin(page)
    for _ in range(NUMBERS["grassroots_fighter"]):
        count(page, HERE)
    page.desk.ballot.table.setCurrentIndex(page.desk.ballot.model.index(1, 3))
    type_number(page, 9)
    assert "phải bằng số phiếu hợp lệ" in page.desk.ballot.banner.label.text()
    assert not page.desk.ballot.publish.isEnabled()
    page.desk.ballot.anyway.click()
    asked = dialog(page)
    assert isinstance(asked, ReasonDialog)
    asked.submit()
    assert asked.fields["reason"].has_error
    asked.reason.setPlainText("Một phiếu ghi nhầm")
    asked.submit()
    assert ballots.current(page.desk.item.id).override_reason == "Một phiếu ghi nhầm"


def test_a_correction_keeps_what_was_published(page):
    go_to_item(page, "Chiến sĩ thi đua cấp tỉnh")
    begin(page)
    count(page, HERE)
    page.desk.ballot.publish.click()
    page.desk.ballot.correct.click()
    dialog(page).reason.setPlainText("Đếm lại")
    dialog(page).submit()
    versions = ballots.ballots_of(page.desk.item.id)
    assert [(one.version, one.is_published) for one in versions] == [(1, True), (2, False)]


def test_the_second_counter_types_blind(page):
    go_to_item(page, "Chiến sĩ thi đua cấp tỉnh")
    begin(page)
    count(page, HERE)
    page.desk.ballot.second.click()
    model = page.desk.ballot.model
    assert model.number(0, "agree") is None
    page.desk.ballot.table.setFocus()
    page.desk.ballot.table.setCurrentIndex(model.index(0, 3))
    type_number(page, 7)
    assert "người thứ hai ghi 7" in page.desk.ballot.banner.label.text()


def test_navigating_and_typing_reach_no_wall(page):
    waiting = page.desk.wall.picture()
    press(page, Key.Key_PageDown, 5)
    go_to_item(page, "Chiến sĩ thi đua cơ sở")
    begin(page)
    count(page, HERE)
    assert page.desk.wall.picture() == waiting
    assert page.desk.wall.view is None


def test_going_on_while_live_shows_the_next_slide(page):
    page.desk.show_desk.rehearse()
    page.desk.put_up()
    press(page, Key.Key_PageDown)
    assert page.desk.wall.view == page.desk.at.view
    page.desk.show_desk.stop()


def test_the_wall_shows_the_ballot_without_numbers_until_it_is_published(page):
    go_to_item(page, "Chiến sĩ thi đua cấp tỉnh")
    begin(page)
    count(page, HERE)
    shown = [cue.view for cue in page.desk.slides.cues if cue.item_id == page.desk.item.id]
    assert any(isinstance(view, BallotSlide) for view in shown)
    assert not any(isinstance(view, ResultSlide) for view in shown)
    page.desk.ballot.publish.click()
    shown = [cue.view for cue in page.desk.slides.cues if cue.item_id == page.desk.item.id]
    assert any(isinstance(view, ResultSlide) for view in shown)


@pytest.mark.parametrize(("key", "is_black"), [(Key.Key_B, True), (Key.Key_W, False)])
def test_panic_keys_cover_the_wall(page, key, is_black):
    page.desk.show_desk.rehearse()
    go_to_item(page, "Chiến sĩ thi đua cấp tỉnh")
    page.desk.put_up()
    QTest.keyClick(page.desk, key)
    picture = page.desk.wall.picture()
    assert (picture.pixelColor(5, 5).name() == "#000000") is is_black
    assert picture != page.desk.wall.picture() or page.desk.wall.cover.value in ("black", "waiting")
    page.desk.show_desk.stop()


def test_letters_in_a_field_cover_nothing(page):
    go_to_item(page, "Chiến sĩ thi đua cơ sở")
    page.desk.notes.click()
    asked = dialog(page)
    asked.discussion.setFocus()
    QTest.keyClicks(asked.discussion, "bwf")
    assert asked.discussion.toPlainText() == "bwf"
    assert page.desk.wall.cover.value == "none"
    asked.reject()


def test_the_desk_goes_on_where_it_stood(page, show_page):
    go_to_item(page, "Chiến sĩ thi đua cơ sở")
    begin(page)
    count(page, 7)
    press(page, Key.Key_PageDown, 2)
    key = page.desk.at.key
    again = show_page(CouncilPage)
    assert again.desk.at.key == key
    assert again.desk.ballot.model.number(0, "agree") == 7


def test_slides_of_the_meeting_have_everybody(page):
    cards = [cue.view for cue in page.desk.slides.cues if isinstance(cue.view, CandidateSlide)]
    assert len(cards) == sum(NUMBERS.values()) == 60
    assert isinstance(page.desk.slides.cues[0].view, WaitingSlide)


def test_a_meeting_with_open_items_is_not_closed_and_says_why(page):
    page.close_meeting.click()
    dialog(page).submit()
    assert meetings.meeting(page.desk.meeting_id).state.value == "open"
    assert "chưa" in page.desk.banner.label.text()
