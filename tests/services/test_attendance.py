"""Attendance of a council's meeting: who is there, who comes and goes, and the quorum at any moment."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.services.conftest import NOW
from tests.services.council_school import CouncilSchool, award_item, candidates
from tests.services.small_school import refusal
from thidua_gui.core.ids import MeetingId, MeetingMemberId
from thidua_gui.core.meetings import Attendance
from thidua_gui.services import attendance, history

MINUTE = timedelta(minutes=1)


@pytest.fixture
def meeting(school: CouncilSchool) -> MeetingId:
    return school.meeting(present=8)


def seat(meeting: MeetingId, place: int) -> MeetingMemberId:
    return attendance.attendance(meeting).seats[place].id


def test_the_quorum_counts_members_with_a_vote_who_are_in_the_room(meeting: MeetingId) -> None:
    shown = attendance.attendance(meeting)
    assert (shown.room.members, shown.room.present, shown.not_recorded) == (9, 8, 0)
    assert shown.sentence == "Đủ điều kiện họp: có mặt 8/9 thành viên, cần ít nhất 6"
    assert shown.seats[8].absence_reason == "Đi công tác"


@pytest.mark.parametrize(("gone", "is_met"), [(2, True), (3, False)])
def test_it_holds_with_exactly_what_is_needed_and_breaks_one_below(
    meeting: MeetingId, gone: int, is_met: bool
) -> None:  # fmt: skip
    attendance.mark(meeting, [seat(meeting, place) for place in range(gone)], Attendance.ABSENT)
    assert attendance.attendance(meeting).quorum.is_met is is_met


def test_not_called_yet_is_not_absent(meeting: MeetingId) -> None:
    attendance.mark(meeting, [seat(meeting, 0)], None)
    shown = attendance.attendance(meeting)
    assert (shown.not_recorded, shown.seats[0].attendance, shown.seats[0].is_here) == (1, None, False)


def test_who_goes_and_comes_back_is_in_the_room_between(meeting: MeetingId) -> None:
    one = seat(meeting, 3)
    attendance.left(one, NOW + 10 * MINUTE)
    attendance.arrived(one, NOW + 20 * MINUTE)
    present = [attendance.attendance(meeting, NOW + minutes * MINUTE).room.present for minutes in (5, 10, 15, 20)]
    assert present == [8, 7, 7, 8]
    history.undo_last()
    assert attendance.attendance(meeting).room.present == 7


def test_who_comes_late_was_not_there_before(meeting: MeetingId) -> None:
    attendance.arrived(seat(meeting, 8), NOW + 30 * MINUTE)
    assert attendance.attendance(meeting, NOW + 29 * MINUTE).room.present == 8
    shown = attendance.attendance(meeting, NOW + 30 * MINUTE)
    assert (shown.room.present, shown.seats[8].attendance, shown.seats[8].absence_reason) == (9, Attendance.PRESENT, "")


def test_times_that_cannot_be_are_refused(meeting: MeetingId) -> None:
    one = seat(meeting, 3)
    assert refusal(attendance.arrived, one, NOW + MINUTE).code == "seat_passage_order"
    assert refusal(attendance.left, one, NOW - MINUTE).code == "seat_passage_early"
    attendance.left(one, NOW + 10 * MINUTE)
    assert refusal(attendance.arrived, one, NOW + 9 * MINUTE).code == "seat_passage_order"
    assert refusal(attendance.left, seat(meeting, 8), NOW + MINUTE).code == "seat_passage_order"


def test_a_member_stays_out_of_one_line_with_a_reason(school: CouncilSchool, meeting: MeetingId) -> None:
    first = candidates(award_item(meeting).id)[0].id
    attendance.recuse(first, seat(meeting, 4), "Là anh trai")
    (row,) = attendance.recusals(meeting)
    assert (row.candidate, row.member, row.reason) == ("Lò Văn An", "Lò Văn Giang", "Là anh trai")
    attendance.drop_recusal(first, seat(meeting, 4))
    assert attendance.recusals(meeting) == ()
    assert refusal(attendance.drop_recusal, first, seat(meeting, 4)).code == "recusal_gone"


def test_a_recusal_needs_a_reason_and_a_vote(meeting: MeetingId) -> None:
    first = candidates(award_item(meeting).id)[0].id
    assert refusal(attendance.recuse, first, seat(meeting, 4), " ").code == "meeting_reason_missing"
    assert refusal(attendance.recuse, first, seat(meeting, 9), "Thư ký").code == "recusal_without_vote"


def test_a_seat_of_another_meeting_is_not_marked(meeting: MeetingId) -> None:
    assert refusal(attendance.mark, meeting, [MeetingMemberId(999)], Attendance.PRESENT).code == "seat_gone"
