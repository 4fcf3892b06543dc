"""Votes of a council: counted number by number, published only when they fit, corrected and repeated, never erased."""

from __future__ import annotations

import sqlite3
from fractions import Fraction

import pytest

from tests.services.council_school import CouncilSchool, award_item, begun, count, counted, current, fill, state_of
from tests.services.small_school import refusal
from thidua_gui.core.council import Method, Outcome, Threshold, VoteBase
from thidua_gui.core.ids import AgendaItemId, MeetingId
from thidua_gui.core.meeting_rules import Rules
from thidua_gui.core.meetings import Attendance
from thidua_gui.core.proposals import State
from thidua_gui.services import (
    agenda,
    attendance,
    ballots,
    data_file,
    history,
    meeting_results,
    meeting_rules,
    meetings,
)
from thidua_gui.services.ballots import TypedNumber


@pytest.fixture
def meeting(school: CouncilSchool) -> MeetingId:
    return school.meeting()


@pytest.fixture
def item(meeting: MeetingId) -> AgendaItemId:
    return award_item(meeting).id


def rules(base: VoteBase, share: Fraction = Fraction(2, 3), *, is_strict: bool = False) -> Rules:
    return Rules(Fraction(2, 3), Threshold(share, base, is_strict), frozenset({"grassroots_fighter"}))


def test_the_rules_choose_the_method_and_the_room_is_as_it_is_then(meeting: MeetingId, item: AgendaItemId) -> None:
    shown = begun(item)
    assert (shown.method, shown.round, shown.version) == (Method.SECRET, 1, 1)
    attendance.left(attendance.attendance(meeting).seats[8].id)
    assert current(item).room.present == 9
    ballots.take_room(shown.id)
    assert current(item).room.present == 8


@pytest.mark.parametrize(("agree", "outcome"), [(5, Outcome.FAILED), (6, Outcome.PASSED), (7, Outcome.PASSED)])
def test_one_below_fails_exactly_at_and_one_above_pass(item: AgendaItemId, agree: int, outcome: Outcome) -> None:
    shown = counted(item, agree, 9, 9)
    assert shown.lines[0].verdict.outcome is outcome


def test_the_verdict_says_what_was_needed_and_of_whom(item: AgendaItemId) -> None:
    line = counted(item, 5, 9, 9).lines[0]
    assert line.words == "Không đạt: 5/9 phiếu đồng ý, cần ít nhất 6 (2/3 của 9 thành viên)"
    assert (line.missing, line.percent) == ("Thiếu 1 phiếu", "55,6 %")


@pytest.mark.parametrize(
    ("base", "needed"),
    [(VoteBase.MEMBERS, 6), (VoteBase.PRESENT, 5), (VoteBase.VALID, 4), (VoteBase.ENTITLED, 5)],
)
def test_another_base_keeps_the_typed_numbers(
    school: CouncilSchool, base: VoteBase, needed: int
) -> None:  # fmt: skip
    meeting = school.meeting(present=7)
    item = award_item(meeting).id
    counted(item, 5, 5, 5, papers=7)
    fill(current(item).id, current(item).lines[0].candidate_id, valid=6, invalid=1, disagree=1)
    meetings.set_rules(meeting, rules(base), "Hội đồng thống nhất")
    line = current(item).lines[0]
    assert (line.counted.agree, line.counted.valid, line.verdict.needed) == (5, 6, needed)


def test_more_than_half_is_not_half(meeting: MeetingId, item: AgendaItemId) -> None:
    counted(item, 5, 4, 5)
    meetings.set_rules(meeting, rules(VoteBase.MEMBERS, Fraction(5, 9), is_strict=True), "Quá bán")
    assert [line.verdict.outcome for line in current(item).lines] == [Outcome.FAILED] * 3


def test_every_number_is_on_the_disk_before_the_call_returns(item: AgendaItemId) -> None:
    shown = begun(item)
    ballots.count(shown.id, "agree", 7, shown.lines[1].candidate_id)
    other = sqlite3.connect(f"file:{data_file.current().path}?mode=ro", uri=True)
    kept = other.execute("SELECT agree FROM ballot_counts WHERE agree IS NOT NULL").fetchall()
    other.close()
    assert kept == [(7,)]


def test_a_number_not_typed_is_not_zero_and_can_be_emptied_again(item: AgendaItemId) -> None:
    shown = begun(item)
    ballots.count(shown.id, "blank", 0, shown.lines[0].candidate_id)
    ballots.count(shown.id, "agree", 3, shown.lines[0].candidate_id)
    ballots.count(shown.id, "agree", None, shown.lines[0].candidate_id)
    line = current(item).lines[0].counted
    assert (line.agree, line.blank, line.valid) == (None, 0, None)


def test_undo_takes_back_the_last_number(item: AgendaItemId) -> None:
    shown = begun(item)
    ballots.count(shown.id, "agree", 3, shown.lines[0].candidate_id)
    ballots.count(shown.id, "agree", 4, shown.lines[0].candidate_id)
    history.undo_last()
    assert current(item).lines[0].counted.agree == 3


def test_what_does_not_fit_is_told_beside_its_line_and_never_refused(item: AgendaItemId) -> None:
    shown = counted(item, 9, 9, 9)
    ballots.count(shown.id, "agree", 8, shown.lines[0].candidate_id)
    ballots.count(shown.id, "issued", 10)
    now = current(item)
    assert now.lines[0].broken == (
        "Lò Văn An: đồng ý + không đồng ý + không có ý kiến là 8, phải bằng số phiếu hợp lệ 9.",
    )
    assert now.broken[0].startswith("Số phiếu phát ra (10)")
    assert not now.can_publish


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (TypedNumber("agree", 1), "ballot_field_unknown"),
        (TypedNumber("issued", -1), "ballot_number_odd"),
        (TypedNumber("issued", 10_000), "ballot_number_large"),
    ],
)
def test_what_is_no_count_is_refused(item: AgendaItemId, typed: TypedNumber, code: str) -> None:
    shown = begun(item)
    assert refusal(ballots.type_numbers, shown.id, [typed]).code == code
    assert current(item).papers.issued is None


def test_publishing_gives_results_and_moves_the_proposals_in_one_step(
    school: CouncilSchool, item: AgendaItemId
) -> None:  # fmt: skip
    ballots.publish(counted(item, 9, 6, 5).id)
    assert [state_of(one) for one in school.proposals] == [State.PASSED, State.PASSED, State.FAILED]
    history.undo_last()
    assert [state_of(one) for one in school.proposals] == [State.PRESENTED] * 3
    assert not current(item).is_published


def test_nothing_is_published_before_every_line_is_counted(item: AgendaItemId) -> None:
    shown = counted(item, 9, 9, 9)
    ballots.count(shown.id, "agree", None, shown.lines[2].candidate_id)
    refused = refusal(ballots.publish, shown.id, "Cứ công bố")
    assert (refused.code, refused.details["names"]) == ("ballot_not_counted", ("Lò Văn Cường",))


def test_a_count_that_does_not_fit_needs_the_chairs_reason(
    meeting: MeetingId, school: CouncilSchool, item: AgendaItemId
) -> None:  # fmt: skip
    shown = counted(item, 9, 9, 9)
    ballots.count(shown.id, "issued", 10)
    assert refusal(ballots.publish, shown.id).code == "ballot_broken"
    assert state_of(school.proposals[0]) is State.PRESENTED
    ballots.publish(shown.id, "Một phiếu in thừa")
    assert current(item).override_reason == "Một phiếu in thừa"
    assert "Một phiếu in thừa" in meetings.events(meeting)[-1].words


def test_a_published_count_is_never_typed_over(item: AgendaItemId) -> None:
    shown = counted(item, 9, 9, 9)
    ballots.publish(shown.id)
    assert refusal(ballots.count, shown.id, "issued", 8).code == "ballot_published"
    assert refusal(ballots.publish, shown.id).code == "ballot_published"
    assert refusal(ballots.drop, shown.id).code == "ballot_published"


def test_a_correction_is_a_new_version_and_the_old_one_stays(school: CouncilSchool, item: AgendaItemId) -> None:
    ballots.publish(counted(item, 9, 9, 5).id)
    ballots.correct(current(item).id, "Cộng sót một phiếu")
    corrected = current(item)
    assert (corrected.round, corrected.version, corrected.reason) == (1, 2, "Cộng sót một phiếu")
    fill(corrected.id, corrected.lines[2].candidate_id, agree=6, disagree=3)
    assert state_of(school.proposals[2]) is State.FAILED
    ballots.publish(corrected.id)
    first, second = ballots.ballots_of(item)
    assert [one.lines[2].counted.agree for one in (first, second)] == [5, 6]
    assert (state_of(school.proposals[2]), first.is_last, second.is_last) == (State.PASSED, False, True)


def test_a_correction_and_a_repeated_vote_want_a_reason(item: AgendaItemId) -> None:
    shown = counted(item, 9, 9, 9)
    assert refusal(ballots.correct, shown.id, "Sai").code == "ballot_not_published"
    assert refusal(ballots.repeat, item, "Lại").code == "ballot_open"
    ballots.publish(shown.id)
    assert refusal(ballots.start, item).code == "ballot_repeat"
    assert refusal(ballots.correct, shown.id, " ").code == "meeting_reason_missing"
    assert refusal(ballots.repeat, item, "").code == "meeting_reason_missing"


def test_a_repeated_vote_is_a_new_round_on_those_who_are_named(school: CouncilSchool, item: AgendaItemId) -> None:
    ballots.publish(counted(item, 9, 5, 5).id)
    again = current(item).lines[1].candidate_id
    ballots.repeat(item, "Bằng phiếu ở ranh giới", candidates=[again])
    shown = current(item)
    assert (shown.round, [line.candidate_id for line in shown.lines]) == (2, [again])
    count(shown, 8)
    ballots.publish(shown.id)
    assert [state_of(one) for one in school.proposals] == [State.PASSED, State.PASSED, State.FAILED]
    verdicts = meeting_results.standing(item).verdicts
    assert [one.round for one in verdicts] == [1, 2, 1]


def test_the_second_counter_types_blind_and_differences_stand_against_publishing(item: AgendaItemId) -> None:
    shown = counted(item, 9, 8, 7)
    one = shown.lines[1].candidate_id
    fill(shown.id, one, counter=2, valid=9, invalid=0, agree=7, disagree=1, blank=0)
    now = current(item)
    assert now.lines[1].differs == ("agree",)
    assert now.differences == ("Lò Văn Bình: đồng ý người thứ nhất ghi 8, người thứ hai ghi 7.",)
    assert (now.can_publish, now.lines[1].counted.agree, now.lines[0].second) == (False, 8, None)
    fill(shown.id, one, counter=2, agree=8)
    assert current(item).can_publish


def test_no_vote_begins_without_the_quorum(school: CouncilSchool) -> None:
    item = award_item(school.meeting(present=5)).id
    refused = refusal(ballots.start, item)
    assert (refused.code, refused.details["needed"]) == ("ballot_quorum", 6)


def test_hands_where_a_secret_ballot_is_wanted_need_a_reason(item: AgendaItemId) -> None:
    assert refusal(ballots.start, item, Method.HANDS).code == "ballot_must_be_secret"
    ballots.start(item, Method.HANDS, reason="Hội đồng thống nhất giơ tay")
    shown = current(item)
    for line in shown.lines:
        fill(shown.id, line.candidate_id, agree=9, disagree=0)
    assert current(item).lines[0].words.startswith("Đạt: 9/9 lượt giơ tay đồng ý")
    ballots.publish(shown.id)
    assert current(item).is_published


def test_a_ballot_begun_by_mistake_is_dropped_with_its_numbers_and_undo_brings_it_back(item: AgendaItemId) -> None:
    shown = counted(item, 9, 9, 9)
    ballots.drop(shown.id)
    assert ballots.ballots_of(item) == ()
    history.undo_last()
    assert current(item).lines[2].counted.agree == 9


def test_who_may_not_vote_for_himself_leaves_the_base_of_the_own_line(
    school: CouncilSchool, meeting: MeetingId, item: AgendaItemId
) -> None:  # fmt: skip
    own = Rules(Fraction(2, 3), Threshold(Fraction(1), VoteBase.MEMBERS), votes_for_self=False)
    meetings.set_rules(meeting, own, "Theo quy chế")
    ballots.start(item)
    assert [line.verdict.needed for line in current(item).lines] == [8, 8, 8]
    assert [one.reason for one in attendance.recusals(meeting)] == ["Là người được xét"] * 3
    assert meeting_rules.of_year(school.year).rules.votes_for_self


def test_a_declared_conflict_counts_for_that_line_until_the_result_is_published(
    meeting: MeetingId, item: AgendaItemId
) -> None:  # fmt: skip
    shown = begun(item)
    member = attendance.attendance(meeting).seats[5].id
    attendance.recuse(shown.lines[0].candidate_id, member, "Là vợ của người được xét")
    assert [line.recused.members for line in current(item).lines] == [1, 0, 0]
    count(current(item), 8, 9, 9)
    assert "nhiều hơn số người được biểu quyết (8)" in current(item).broken[0]
    fill(shown.id, shown.lines[0].candidate_id, valid=8, invalid=1, disagree=0)
    ballots.publish(shown.id)
    assert refusal(attendance.drop_recusal, shown.lines[0].candidate_id, member).code == "recusal_late"


def test_written_votes_are_asked_only_where_the_rules_say_so(meeting: MeetingId) -> None:
    seats = attendance.attendance(meeting).seats
    refused = refusal(attendance.mark, meeting, [seats[8].id], Attendance.WRITTEN)
    assert refused.code == "seat_written_not_asked"


def test_a_vote_has_somebody_to_vote_on(meeting: MeetingId) -> None:
    report = agenda.items(meeting)[0]
    assert refusal(ballots.start, report.id).code == "ballot_nobody"


RECUSED = Rules(Fraction(2, 3), Threshold(Fraction(2, 3), VoteBase.PRESENT), frozenset({"grassroots_fighter"}))


def test_a_published_ballot_stays_as_it_was_published(meeting: MeetingId, item: AgendaItemId) -> None:
    meetings.set_rules(meeting, RECUSED, "Tính trên người có mặt")
    shown = begun(item)
    seats = attendance.attendance(meeting).seats
    attendance.recuse(shown.lines[0].candidate_id, seats[8].id, "Là vợ")
    count(shown, 5, 5, 5, papers=8)
    ballots.publish(shown.id)
    words = current(item).lines[0].words
    assert "5/8" in words
    attendance.left(seats[8].id)
    assert current(item).lines[0].words == words
    ballots.correct(shown.id, "Ghi nhầm")
    assert current(item).lines[0].words == words
    attendance.recuse(shown.lines[0].candidate_id, seats[7].id, "Là em")
    assert "5/7" in current(item).lines[0].words
    assert ballots.ballot(shown.id).lines[0].words == words


@pytest.mark.parametrize("step", ["numbers", "recusal", "attendance", "rules"])
def test_no_step_under_a_published_count_is_undone(meeting: MeetingId, item: AgendaItemId, step: str) -> None:
    meetings.set_rules(meeting, RECUSED, "Tính trên người có mặt")
    asked = {"rules": history.operations(1)[0].id}
    seats = attendance.attendance(meeting).seats
    attendance.mark(meeting, [seats[0].id], Attendance.ABSENT, "Ốm")
    asked["attendance"] = history.operations(1)[0].id
    shown = begun(item)
    attendance.recuse(shown.lines[0].candidate_id, seats[8].id, "Là vợ")
    asked["recusal"] = history.operations(1)[0].id
    count(shown, 5, 5, 5, papers=7)
    asked["numbers"] = history.operations(1)[0].id
    ballots.publish(shown.id)
    found = refusal(history.undo, asked[step], over_later_changes=True)
    assert found.code == "undo_under_published"
    history.undo_last()
    history.undo(asked[step], over_later_changes=True)
