"""The agenda of a meeting: made of the proposals, put in order, worked through item by item."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from db.models.organisation import Person
from tests.services.conftest import NOW
from tests.services.council_school import (
    FIGHTER,
    LABOURER,
    CouncilSchool,
    award_item,
    begun,
    candidates,
    counted,
    propose,
    state_of,
)
from tests.services.small_school import only, refusal
from thidua_gui.core.council import Outcome
from thidua_gui.core.ids import MeetingId
from thidua_gui.core.meetings import ItemKind, ItemState
from thidua_gui.core.proposals import State
from thidua_gui.services import (
    agenda,
    agenda_edit,
    ballots,
    data_file,
    history,
    meeting_results,
    meetings,
    proposals_edit,
)
from thidua_gui.services.agenda_edit import ItemDraft
from thidua_gui.services.meetings import MeetingDraft
from thidua_gui.services.transaction import write


@pytest.fixture
def planned(school: CouncilSchool) -> MeetingId:
    draft = MeetingDraft(held_on=date(2022, 11, 24))
    return MeetingId(only(meetings.create(school.year, draft), "meetings"))


def titles(meeting: MeetingId) -> list[str]:
    return [item.title for item in agenda.items(meeting)]


def names(meeting: MeetingId, kind: str = FIGHTER) -> list[str]:
    return [one.name for one in award_item(meeting, kind).candidates]


def test_it_is_built_of_what_is_ready_in_the_councils_order(school: CouncilSchool, planned: MeetingId) -> None:
    propose(school.year, "certificate_of_merit", school.people[:1])
    propose(school.year, LABOURER, school.people[:2])
    agenda_edit.build(planned)
    assert titles(planned) == [
        "Báo cáo kết quả thẩm định hồ sơ, đề nghị khen thưởng",
        "Xét Lao động tiên tiến",
        "Xét Chiến sĩ thi đua cơ sở",
        "Xét Giấy khen",
        "Kết luận phiên họp",
    ]
    assert [item.planned_minutes for item in agenda.items(planned)] == [15, 4, 6, 2, 10]


def test_building_again_follows_the_proposals_and_keeps_the_order_that_was_set(
    school: CouncilSchool, planned: MeetingId
) -> None:  # fmt: skip
    agenda_edit.build(planned)
    agenda_edit.move_candidate(candidates(award_item(planned).id)[2].id, 0)
    proposals_edit.move([school.proposals[0]], State.RETURNED, "Thiếu hồ sơ")
    propose(school.year, FIGHTER, school.people[3:4])
    agenda_edit.build(planned)
    assert names(planned) == ["Lò Văn Cường", "Lò Văn Bình", "Lò Văn Dung"]
    history.undo_last()
    assert names(planned) == ["Lò Văn Cường", "Lò Văn An", "Lò Văn Bình"]


def test_names_are_spelt_as_they_are_until_the_first_ballot(school: CouncilSchool, planned: MeetingId) -> None:
    agenda_edit.build(planned)
    rename(school, "Lò Văn Ân")
    agenda_edit.build(planned)
    assert names(planned)[0] == "Lò Văn Ân"


def rename(school: CouncilSchool, name: str) -> None:
    with write("Đổi tên"):
        Person.update(full_name=name).where(Person.id == school.people[0]).execute()


def test_after_the_first_ballot_spelling_and_order_stay_and_who_comes_later_gets_an_item_of_its_own(
    school: CouncilSchool,
) -> None:
    meeting = school.meeting()
    item = award_item(meeting).id
    ballots.publish(counted(item, 9, 9, 9).id)
    rename(school, "Lò Văn Ân")
    propose(school.year, FIGHTER, school.people[3:4])
    agenda_edit.build(meeting)
    assert names(meeting) == ["Lò Văn An", "Lò Văn Bình", "Lò Văn Cường"]
    assert titles(meeting)[2] == "Xét Chiến sĩ thi đua cơ sở (lần 2)"
    assert refusal(agenda_edit.move_candidate, candidates(item)[0].id, 2).code == "agenda_order_fixed"
    assert refusal(agenda_edit.remove_item, item).code == "agenda_item_voted"
    assert refusal(agenda_edit.remove_candidates, [candidates(item)[0].id]).code == "agenda_candidate_voted"


def test_who_comes_to_an_open_meeting_is_before_the_council_at_once(school: CouncilSchool) -> None:
    meeting = school.meeting()
    (late,) = propose(school.year, FIGHTER, school.people[3:4])
    agenda_edit.add_proposals(award_item(meeting).id, [late])
    assert (state_of(late), names(meeting)[-1]) == (State.PRESENTED, "Lò Văn Dung")
    twice = refusal(agenda_edit.add_proposals, award_item(meeting).id, [late])
    assert (twice.code, twice.details["name"]) == ("agenda_candidate_twice", "Lò Văn Dung")


def test_a_proposal_that_is_not_valid_yet_is_not_put_before_the_council(
    school: CouncilSchool, planned: MeetingId
) -> None:  # fmt: skip
    agenda_edit.build(planned)
    (late,) = propose(school.year, FIGHTER, school.people[3:4])
    proposals_edit.move([late], State.RETURNED, "Thiếu hồ sơ")
    refused = refusal(agenda_edit.add_proposals, award_item(planned).id, [late])
    assert (refused.code, refused.details["state"]) == ("agenda_proposal_not_ready", "Trả lại")
    report = agenda.items(planned)[0].id
    assert refusal(agenda_edit.add_proposals, report, [late]).code == "agenda_item_not_award"


def test_what_stands_on_one_meetings_agenda_is_not_on_anothers_unless_it_was_put_off(school: CouncilSchool) -> None:
    first = school.meeting()
    second = MeetingId(only(meetings.create(school.year, MeetingDraft()), "meetings"))
    agenda_edit.build(second)
    assert len(agenda.items(second)) == 2
    meeting_results.decide(candidates(award_item(first).id)[0].id, Outcome.DEFERRED, "Chờ xác minh")
    agenda_edit.add_item(second, ItemDraft("Xét lại", ItemKind.AWARD, FIGHTER))
    agenda_edit.add_proposals(award_item(second).id, school.proposals[:1])
    assert names(second) == ["Lò Văn An"]


def test_items_are_added_renamed_moved_and_removed(planned: MeetingId) -> None:
    agenda_edit.build(planned)
    agenda_edit.add_item(planned, ItemDraft("Góp ý quy chế", planned_minutes=20), place=1)
    added = agenda.items(planned)[1]
    agenda_edit.edit_item(added.id, ItemDraft("Góp ý quy chế mới"))
    agenda_edit.move_item(added.id, 9)
    assert titles(planned)[-1] == "Góp ý quy chế mới"
    agenda_edit.remove_item(added.id)
    history.undo_last()
    assert titles(planned)[-1] == "Góp ý quy chế mới"


def test_an_award_with_candidates_stays_the_award_it_is(planned: MeetingId) -> None:
    agenda_edit.build(planned)
    item = award_item(planned)
    agenda_edit.edit_item(item.id, ItemDraft("Xét CSTĐCS", ItemKind.OTHER))
    assert (award_item(planned).title, award_item(planned).kind) == ("Xét CSTĐCS", ItemKind.AWARD)


def test_an_item_without_a_name_or_with_odd_minutes_is_refused(planned: MeetingId) -> None:
    assert refusal(agenda_edit.add_item, planned, ItemDraft(" ")).code == "agenda_title_missing"
    assert refusal(agenda_edit.add_item, planned, ItemDraft("Họp", planned_minutes=0)).code == "agenda_minutes_odd"


def test_notes_are_kept_apart_from_what_goes_into_the_minutes(planned: MeetingId) -> None:
    agenda_edit.build(planned)
    item = award_item(planned).id
    agenda_edit.write_notes(item, private_note="Hỏi lại khoa", discussion="Các ý kiến nhất trí")
    agenda_edit.write_notes(item, conclusion="Thông qua")
    shown = agenda.item(item)
    assert (shown.private_note, shown.discussion, shown.conclusion) == (
        "Hỏi lại khoa", "Các ý kiến nhất trí", "Thông qua",
    )  # fmt: skip


def at(path: Path, moment: datetime) -> None:
    """The same file at another time."""
    data_file.close()
    data_file.open_file(path, user="Thư ký", clock=lambda: moment)


def test_time_is_counted_while_an_item_is_current(school: CouncilSchool) -> None:
    meeting = school.meeting()
    report, item = agenda.items(meeting)[0].id, award_item(meeting).id
    path = data_file.current().path
    agenda_edit.start_item(report)
    at(path, NOW + timedelta(minutes=5))
    assert agenda.item(report).seconds(NOW + timedelta(minutes=5)) == 300
    agenda_edit.start_item(item)
    assert (agenda.item(report).state, agenda.item(report).spent_seconds) == (ItemState.WAITING, 300)
    agenda_edit.start_item(report)
    at(path, NOW + timedelta(minutes=6))
    agenda_edit.finish_item(report)
    assert (agenda.item(report).state, agenda.item(report).spent_seconds) == (ItemState.DONE, 360)
    agenda_edit.set_time(report, 120)
    assert agenda.item(report).spent_seconds == 120


def test_coming_to_an_item_puts_the_meeting_at_its_first_candidate(school: CouncilSchool) -> None:
    meeting = school.meeting()
    item = award_item(meeting)
    agenda_edit.start_item(item.id)
    shown = meetings.meeting(meeting)
    assert (shown.at_item, shown.at_candidate) == (item.id, item.candidates[0].id)


def test_an_item_is_not_done_while_its_ballot_is_open(school: CouncilSchool) -> None:
    item = award_item(school.meeting()).id
    begun(item)
    assert refusal(agenda_edit.finish_item, item).code == "agenda_ballot_open"


def test_who_was_never_voted_on_may_be_taken_off_and_brought_back(school: CouncilSchool, planned: MeetingId) -> None:
    agenda_edit.build(planned)
    agenda_edit.remove_candidates([candidates(award_item(planned).id)[1].id])
    assert names(planned) == ["Lò Văn An", "Lò Văn Cường"]
    assert state_of(school.proposals[1]) is State.VALID
    history.undo_last()
    assert names(planned) == ["Lò Văn An", "Lò Văn Bình", "Lò Văn Cường"]
