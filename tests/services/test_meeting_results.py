"""What the council said: by the count, by the chair's word, with the quota and the ties at its line."""

from __future__ import annotations

import time

import pytest

from tests.services.council_school import (
    FIGHTER,
    LABOURER,
    NAMES,
    CouncilSchool,
    award_item,
    candidates,
    count,
    counted,
    current,
    fill,
    propose,
    state_of,
)
from tests.services.small_school import add_person, refusal, unit
from thidua_gui.core.council import Outcome
from thidua_gui.core.ids import AgendaItemId, CandidateId
from thidua_gui.core.points import Points
from thidua_gui.core.proposals import State
from thidua_gui.core.quotas import QuotaBase, QuotaRule
from thidua_gui.services import (
    agenda_edit,
    ballots,
    history,
    meeting_results,
    proposals,
    proposals_edit,
    quota_rules,
    report_council,
)


@pytest.fixture
def item(school: CouncilSchool) -> AgendaItemId:
    return award_item(school.meeting()).id


def words(item: AgendaItemId) -> list[str]:
    return [one.words for one in meeting_results.standing(item).verdicts]


def one(item: AgendaItemId, place: int) -> CandidateId:
    return candidates(item)[place].id


def test_before_the_vote_nothing_is_said(item: AgendaItemId) -> None:
    assert words(item) == ["Chưa biểu quyết"] * 3
    counted(item, 9, 9, 9)
    assert words(item) == ["Chưa biểu quyết"] * 3


def test_the_chair_lowers_a_title_and_the_count_is_told_with_it(school: CouncilSchool, item: AgendaItemId) -> None:
    ballots.publish(counted(item, 9, 9, 5).id)
    meeting_results.decide(one(item, 2), Outcome.LOWERED, "Giữ Lao động tiên tiến", LABOURER)
    assert state_of(school.proposals[2]) is State.LOWERED
    assert words(item)[2] == (
        "Hạ danh hiệu xuống Lao động tiên tiến (Chủ tọa kết luận: Giữ Lao động tiên tiến). "
        "Kiểm phiếu: Không đạt: 5/9 phiếu đồng ý, cần ít nhất 6 (2/3 của 9 thành viên)"
    )
    meeting_results.follow_count(one(item, 2))
    assert (state_of(school.proposals[2]), candidates(item)[2].by_chair) == (State.FAILED, False)


def test_the_chair_may_put_off_without_a_vote(school: CouncilSchool, item: AgendaItemId) -> None:
    meeting_results.decide(one(item, 0), Outcome.DEFERRED, "Chờ xác minh đơn")
    assert state_of(school.proposals[0]) is State.DEFERRED
    assert words(item)[0] == "Hoãn (Chủ tọa kết luận: Chờ xác minh đơn)"
    assert refusal(meeting_results.follow_count, one(item, 0)).code == "result_not_counted"
    history.undo_last()
    assert state_of(school.proposals[0]) is State.PRESENTED


def test_the_chairs_word_needs_a_reason_and_a_lower_title(item: AgendaItemId) -> None:
    first = one(item, 0)
    assert refusal(meeting_results.decide, first, Outcome.PASSED, " ").code == "result_reason_missing"
    assert refusal(meeting_results.decide, first, Outcome.LOWERED, "Hạ").code == "result_lowered_missing"
    assert refusal(meeting_results.decide, first, Outcome.LOWERED, "Hạ", FIGHTER).code == "result_lowered_same"
    for other in ("provincial_fighter", "advanced_collective"):
        assert refusal(meeting_results.decide, first, Outcome.LOWERED, "Hạ", other).code == "result_lowered_up"


def test_the_chair_waits_for_a_ballot_that_is_under_way(item: AgendaItemId) -> None:
    counted(item, 9, 9, 9)
    assert refusal(meeting_results.decide, one(item, 0), Outcome.FAILED, "Không").code == "ballot_open"


def test_a_correction_elsewhere_leaves_the_chairs_word(school: CouncilSchool, item: AgendaItemId) -> None:
    ballots.publish(counted(item, 9, 9, 5).id)
    meeting_results.decide(one(item, 2), Outcome.LOWERED, "Giữ danh hiệu thấp", LABOURER)
    ballots.correct(current(item).id, "Cộng nhầm")
    fill(current(item).id, one(item, 1), agree=5, disagree=4)
    ballots.publish(current(item).id)
    assert [state_of(one) for one in school.proposals] == [State.PASSED, State.FAILED, State.LOWERED]


def test_a_repeated_vote_overrules_the_chairs_word(school: CouncilSchool, item: AgendaItemId) -> None:
    ballots.publish(counted(item, 9, 9, 5).id)
    meeting_results.decide(one(item, 2), Outcome.LOWERED, "Giữ danh hiệu thấp", LABOURER)
    ballots.repeat(item, "Hội đồng yêu cầu", candidates=[one(item, 2)])
    count(current(item), 8)
    ballots.publish(current(item).id)
    assert state_of(school.proposals[2]) is State.PASSED


def test_what_a_decision_has_settled_is_no_more_for_the_council(school: CouncilSchool, item: AgendaItemId) -> None:
    ballots.publish(counted(item, 9, 9, 5).id)
    proposals_edit.move(school.proposals[:1], State.DECIDED)
    for work, arguments in (
        (meeting_results.decide, (one(item, 0), Outcome.FAILED, "Rút")),
        (ballots.correct, (current(item).id, "Cộng nhầm")),
        (ballots.repeat, (item, "Lại")),
    ):
        assert refusal(work, *arguments).code == "result_settled"


def test_the_quota_stands_with_those_who_passed(school: CouncilSchool, item: AgendaItemId) -> None:
    quota_rules.set_rule(FIGHTER, QuotaRule(QuotaBase.FIXED, None, number=1))
    ballots.publish(counted(item, 9, 9, 5).id)
    found = meeting_results.standing(item)
    assert found.quota is not None
    assert (found.passed, found.quota.places, found.quota.proposed, found.quota.over) == (2, 1, 2, 1)


def test_equal_totals_at_the_line_are_put_to_the_chair(
    school: CouncilSchool, item: AgendaItemId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meeting_results.Totals, "of", lambda *_: Points(90_00))
    quota_rules.set_rule(FIGHTER, QuotaRule(QuotaBase.FIXED, None, number=1))
    ballots.publish(counted(item, 9, 9, 5).id)
    (question,) = meeting_results.standing(item).ties
    assert ([one.name for one in question.candidates], question.places) == (["Lò Văn An", "Lò Văn Bình"], 1)
    assert question.words.startswith("Bằng điểm ở ranh giới chỉ tiêu, còn 1 chỗ")
    meeting_results.decide(one(item, 1), Outcome.FAILED, "Ưu tiên người có sáng kiến")
    assert meeting_results.standing(item).ties == ()


def test_the_proposals_history_says_that_the_council_moved_it(school: CouncilSchool, item: AgendaItemId) -> None:
    ballots.publish(counted(item, 9, 9, 5).id)
    last = proposals.dossier(school.proposals[2]).events[-1]
    assert (last.to_state, last.reason) == (State.FAILED, "Hội đồng: Xét Chiến sĩ thi đua cơ sở")


def test_sixty_candidates_are_counted_and_published_without_waiting(school: CouncilSchool) -> None:
    names = [f"Vàng {middle} {given}" for middle in NAMES for given in NAMES][:57]
    people = [add_person(f"X{place:02}", name, unit("LLCS")) for place, name in enumerate(names)]
    propose(school.year, FIGHTER, people)
    item = award_item(school.meeting()).id
    shown = counted(item, *([6] * 60))
    began = time.process_time()
    ballots.count(shown.id, "blank", None, shown.lines[0].candidate_id)
    ballots.count(shown.id, "blank", 0, shown.lines[0].candidate_id)
    current(item)
    typed = time.process_time() - began
    ballots.publish(shown.id)
    assert meeting_results.standing(item).passed == 60
    assert typed < 0.5


def test_an_item_without_candidates_has_nothing_to_say(school: CouncilSchool) -> None:
    meeting = school.meeting()
    made = agenda_edit.add_item(meeting, agenda_edit.ItemDraft("Việc khác"))
    (added,) = (one for one in made.ids("agenda_items") if one)
    assert meeting_results.standing(AgendaItemId(added)).verdicts == ()


def test_a_correction_under_way_changes_nothing_in_the_report(school: CouncilSchool) -> None:
    meeting = school.meeting()
    item = award_item(meeting).id
    shown = counted(item, 9, 9, 9)
    ballots.publish(shown.id)
    before = report_council.council_report(school.year)
    ballots.correct(shown.id, "Ghi nhầm")
    ballots.count(current(item).id, "agree", 0, shown.lines[0].candidate_id)
    assert report_council.council_report(school.year) == before
