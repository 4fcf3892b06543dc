"""Meetings of a council: planned, opened with seats and rules as they are, gone on with, closed when all is said."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from db.models.meetings import MeetingMember
from tests.services.conftest import NOW
from tests.services.council_school import CouncilSchool, award_item, candidates, counted, state_of
from tests.services.small_school import only, refusal
from thidua_gui.core.council import Outcome
from thidua_gui.core.ids import MeetingId
from thidua_gui.core.meetings import Attendance, ItemState, MeetingEventKind, MeetingState
from thidua_gui.core.proposals import State
from thidua_gui.services import (
    agenda,
    agenda_edit,
    attendance,
    ballots,
    councils,
    data_file,
    history,
    meeting_results,
    meeting_rules,
    meetings,
    people_edit,
    year_states,
)
from thidua_gui.services.councils import MemberDraft
from thidua_gui.services.meetings import MeetingDraft
from thidua_gui.services.people_edit import PersonDraft
from thidua_gui.services.transaction import read

DRAFT = MeetingDraft("Họp Hội đồng năm 2022", date(2022, 11, 24), "08:00", "Hội trường tầng 2")


def create(school: CouncilSchool, draft: MeetingDraft = DRAFT) -> MeetingId:
    return MeetingId(only(meetings.create(school.year, draft), "meetings"))


def finish_all(meeting: MeetingId) -> None:
    for item in agenda.items(meeting):
        agenda_edit.finish_item(item.id)


def test_a_meeting_is_planned_edited_deleted_and_brought_back(school: CouncilSchool) -> None:
    meeting = create(school)
    agenda_edit.build(meeting)
    meetings.edit(meeting, MeetingDraft(held_on=date(2022, 11, 25)))
    shown = meetings.meeting(meeting)
    assert (shown.title, shown.held_on, shown.starts_at, shown.state) == (
        "Phiên họp thứ 1", date(2022, 11, 25), None, MeetingState.PLANNED,
    )  # fmt: skip
    meetings.delete(meeting)
    assert meetings.meetings(school.year) == ()
    history.undo_last()
    assert [(row.items, row.candidates) for row in meetings.meetings(school.year)] == [(3, 3)]


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (MeetingDraft(held_on=date(2024, 1, 1)), "meeting_day_odd", "held_on"),
        (MeetingDraft(starts_at="8 giờ"), "meeting_time_odd", "starts_at"),
        (MeetingDraft(starts_at="24:00"), "meeting_time_odd", "starts_at"),
    ],
)
def test_an_odd_day_or_time_is_refused_beside_its_field(
    school: CouncilSchool, draft: MeetingDraft, code: str, field: str
) -> None:
    refused = refusal(meetings.create, school.year, draft)
    assert (refused.code, refused.details["field"]) == (code, field)


def test_opening_takes_seats_rules_and_proposals_as_they_are(school: CouncilSchool) -> None:
    meeting = create(school)
    agenda_edit.build(meeting)
    meetings.open_meeting(meeting)
    shown = meetings.meeting(meeting)
    assert (shown.state, shown.opened_at, shown.chair, shown.secretary) == (
        MeetingState.OPEN, NOW, "Lò Văn An", "Lò Văn Nga",
    )  # fmt: skip
    assert [state_of(one) for one in school.proposals] == [State.PRESENTED] * 3
    people_edit.edit_person(school.people[0], PersonDraft("CB01", "Lò Văn Anh"))
    meeting_rules.set_year(school.year, meeting_rules.with_item(meeting_rules.shipped(), "majority", "9/10"))
    seats = attendance.attendance(meeting).seats
    assert (seats[0].name, len(seats), meetings.meeting(meeting).chair) == ("Lò Văn An", 10, "Lò Văn An")
    assert meetings.rules_of(meeting).rules == meeting_rules.shipped()


def test_attendance_may_be_called_before_the_opening(school: CouncilSchool) -> None:
    meeting = create(school)
    meetings.seat_members(meeting)
    everyone = [seat.id for seat in attendance.attendance(meeting).seats]
    attendance.mark(meeting, everyone, Attendance.PRESENT)
    meetings.open_meeting(meeting)
    assert attendance.attendance(meeting).room.present == 9
    with read():
        assert MeetingMember.select().count() == 10


def test_only_who_belongs_to_the_council_on_the_day_has_a_seat(school: CouncilSchool) -> None:
    last = councils.council(school.year).members[8].id
    councils.edit_member(last, MemberDraft("Ủy viên", until_on=date(2022, 11, 23)))
    meeting = create(school)
    meetings.open_meeting(meeting)
    assert attendance.attendance(meeting).room.members == 8


def test_a_meeting_without_a_council_or_a_chair_is_not_opened(school: CouncilSchool) -> None:
    meeting = create(school)
    members = councils.council(school.year).members
    councils.remove_members([members[0].id])
    assert refusal(meetings.open_meeting, meeting).code == "meeting_no_chair"
    councils.remove_members([one.id for one in members[1:9]])
    assert refusal(meetings.open_meeting, meeting).code == "meeting_no_member"


def test_what_was_opened_is_neither_opened_again_nor_deleted(school: CouncilSchool) -> None:
    meeting = school.meeting()
    assert refusal(meetings.open_meeting, meeting).code == "meeting_already_open"
    assert refusal(meetings.delete, meeting).code == "meeting_not_planned"


def test_a_planned_meeting_takes_no_vote(school: CouncilSchool) -> None:
    meeting = create(school)
    agenda_edit.build(meeting)
    assert refusal(ballots.start, award_item(meeting).id).code == "meeting_not_open"
    assert refusal(meetings.close_meeting, meeting).code == "meeting_not_open"


def test_closing_says_what_is_still_open(school: CouncilSchool) -> None:
    meeting = school.meeting()
    item = award_item(meeting).id
    assert refusal(meetings.close_meeting, meeting).code == "meeting_items_open"
    finish_all(meeting)
    refused = refusal(meetings.close_meeting, meeting)
    assert (refused.code, refused.details["names"]) == (
        "meeting_candidates_open", ["Lò Văn An", "Lò Văn Bình", "Lò Văn Cường"],
    )  # fmt: skip
    shown = counted(item, 9, 9, 9)
    assert refusal(meetings.close_meeting, meeting).code == "meeting_ballots_open"
    ballots.publish(shown.id)
    meetings.close_meeting(meeting)
    assert meetings.meeting(meeting).is_locked


def closed(school: CouncilSchool) -> MeetingId:
    meeting = school.meeting()
    ballots.publish(counted(award_item(meeting).id, 9, 9, 5).id)
    finish_all(meeting)
    meetings.close_meeting(meeting)
    return meeting


def test_a_closed_meeting_is_read_only_until_it_is_reopened_with_a_reason(school: CouncilSchool) -> None:
    meeting = closed(school)
    one = candidates(award_item(meeting).id)[0].id
    for work, arguments in (
        (meetings.conclude, (meeting, "Nhất trí")),
        (agenda_edit.build, (meeting,)),
        (ballots.repeat, (award_item(meeting).id, "Lại")),
        (meeting_results.decide, (one, Outcome.DEFERRED, "Chờ")),
    ):
        assert refusal(work, *arguments).code == "meeting_closed"
    assert refusal(meetings.reopen, meeting, "").code == "meeting_reason_missing"
    meetings.reopen(meeting, "Bổ sung kết luận")
    meetings.conclude(meeting, "Nhất trí")
    assert meetings.meeting(meeting).conclusion == "Nhất trí"


def test_the_closed_year_locks_its_meetings(school: CouncilSchool) -> None:
    meeting = school.meeting()
    year_states.close_year(school.year)
    assert refusal(meetings.conclude, meeting, "Nhất trí").code == "campaign_closed"
    assert refusal(meetings.create, school.year, DRAFT).code == "campaign_closed"
    assert meetings.meeting(meeting).is_locked


def test_the_meeting_goes_on_where_it_stood_when_the_power_went(school: CouncilSchool) -> None:
    meeting = school.meeting()
    item = award_item(meeting).id
    second = candidates(item)[1].id
    agenda_edit.start_item(item)
    meetings.stand_at(meeting, item, second)
    path = data_file.current().path
    data_file.close()
    data_file.open_file(path, user="Thư ký", clock=lambda: NOW + timedelta(hours=1))
    shown = meetings.meeting(meeting)
    assert (shown.state, shown.at_item, shown.at_candidate) == (MeetingState.OPEN, item, second)
    assert agenda.item(item).state is ItemState.CURRENT


def test_it_stands_only_where_there_is_something(school: CouncilSchool) -> None:
    meeting = school.meeting()
    report, item = agenda.items(meeting)[0].id, award_item(meeting).id
    one = candidates(item)[0].id
    assert refusal(meetings.stand_at, meeting, report, one).code == "agenda_candidate_gone"
    meetings.stand_at(meeting, None)
    assert meetings.meeting(meeting).at_item is None


def test_the_time_line_says_what_happened_in_its_order(school: CouncilSchool) -> None:
    meeting = closed(school)
    kinds = [event.kind for event in meetings.events(meeting)]
    assert kinds == [
        MeetingEventKind.OPENED, MeetingEventKind.BALLOT_STARTED, MeetingEventKind.PUBLISHED,
        *[MeetingEventKind.ITEM_FINISHED] * 3, MeetingEventKind.CLOSED,
    ]  # fmt: skip
    assert meetings.events(meeting)[2].words == "Xét Chiến sĩ thi đua cơ sở"
    assert meetings.events(meeting)[0].at == datetime(2026, 11, 22, 8, 30)


def test_a_note_stands_in_the_time_line_of_an_open_meeting(school: CouncilSchool) -> None:
    meeting = school.meeting()
    meetings.add_note(meeting, "Giải lao 10 phút")
    assert meetings.events(meeting)[-1].words == "Giải lao 10 phút"
    assert refusal(meetings.add_note, meeting, " ").code == "meeting_words_missing"


def test_rules_stay_once_a_result_was_published_by_them(school: CouncilSchool) -> None:
    meeting = school.meeting()
    ballots.publish(counted(award_item(meeting).id, 9, 9, 5).id)
    assert refusal(meetings.set_rules, meeting, meeting_rules.shipped(), "Đổi").code == "meeting_rules_late"


def test_a_meeting_that_is_gone_says_so(school: CouncilSchool) -> None:
    assert refusal(meetings.meeting, MeetingId(99)).code == "meeting_gone"


def test_what_stands_in_a_closed_meeting_is_not_taken_back_behind_it(school: CouncilSchool) -> None:
    meeting = closed(school)
    published = next(step for step in history.operations(50) if step.title.startswith("Công bố kết quả"))
    assert refusal(history.undo, published.id).code == "undo_in_closed_meeting"
    history.undo_last()
    assert meetings.meeting(meeting).state is MeetingState.OPEN


def test_a_changed_mark_keeps_who_came_and_went_and_is_told(school: CouncilSchool) -> None:
    meeting = school.meeting()
    seat = attendance.attendance(meeting).seats[3]
    attendance.left(seat.id)
    attendance.mark(meeting, [seat.id], Attendance.ABSENT, "Ốm")
    attendance.mark(meeting, [seat.id], Attendance.PRESENT)
    now = attendance.attendance(meeting).seats[3]
    assert (len(now.passages), now.is_here) == (2, True)
    told = [event.words for event in meetings.events(meeting)]
    assert told[-2:] == [f"{seat.name}: Vắng (Ốm)", f"{seat.name}: Có mặt"]
