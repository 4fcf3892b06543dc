"""The council of a year: who belongs to it from and until when, its decision, taken over from another year."""

from __future__ import annotations

from datetime import date

from tests.services.council_school import CouncilSchool
from tests.services.small_school import add_person, only, refusal
from thidua_gui.core.ids import CampaignId, CouncilMemberId
from thidua_gui.core.meetings import CouncilRole
from thidua_gui.core.new_year import Carry
from thidua_gui.services import campaigns, councils, history, new_year, people_moves, year_states
from thidua_gui.services.councils import DecisionDraft, MemberDraft
from thidua_gui.services.new_year import YearDraft

DECISION = DecisionDraft("Hội đồng TĐKT", "12-QĐ/TCT", date(2022, 1, 10), "Hiệu trưởng", note="Thay Quyết định số 3")


def member(school: CouncilSchool, place: int) -> CouncilMemberId:
    return councils.council(school.year).members[place].id


def next_year(school: CouncilSchool, *carried: Carry) -> CampaignId:
    made = new_year.create(YearDraft(2023, school.year, frozenset(carried)))
    return CampaignId(only(made, "campaigns"))


def test_roles_are_read_from_the_words_of_the_decision(school: CouncilSchool) -> None:
    shown = councils.council(school.year)
    assert (shown.voting, len(shown.members), shown.problems) == (9, 10, ())
    assert [one.name for one in shown.of_role(CouncilRole.CHAIR)] == ["Lò Văn An"]
    assert [one.is_voting for one in shown.of_role(CouncilRole.SECRETARY_WITHOUT_VOTE)] == [False]


def test_a_council_without_chair_or_secretary_says_so(school: CouncilSchool) -> None:
    councils.remove_members([member(school, 0), member(school, 9)])
    assert len(councils.council(school.year).problems) == 2
    councils.edit_member(member(school, 0), MemberDraft("Chủ tịch"))
    councils.edit_member(member(school, 1), MemberDraft("Chủ tịch Hội đồng"))
    assert councils.council(school.year).problems[0] == "Hội đồng đang ghi 2 Chủ tịch."


def test_the_decision_is_written_down_corrected_and_undone(school: CouncilSchool) -> None:
    councils.edit_decision(school.year, DECISION)
    councils.edit_decision(school.year, DecisionDraft("Hội đồng TĐKT", "13-QĐ/TCT"))
    assert councils.council(school.year).decision_number == "13-QĐ/TCT"
    history.undo_last()
    shown = councils.council(school.year)
    assert (shown.decision_number, shown.decided_on, shown.authority) == ("12-QĐ/TCT", date(2022, 1, 10), "Hiệu trưởng")


def test_who_leaves_the_council_belongs_to_it_until_that_day(school: CouncilSchool) -> None:
    councils.edit_member(member(school, 8), MemberDraft("Ủy viên", until_on=date(2022, 6, 30)))
    assert councils.council(school.year, date(2022, 6, 30)).voting == 9
    assert councils.council(school.year, date(2022, 7, 1)).voting == 8


def test_nobody_sits_twice_on_one_day(school: CouncilSchool) -> None:
    again = MemberDraft("Ủy viên", date(2022, 7, 1))
    refused = refusal(councils.add_members, school.year, school.people[8:9], again)
    assert (refused.code, refused.details["name"]) == ("council_member_twice", "Lò Văn Minh")
    councils.edit_member(member(school, 8), MemberDraft("Ủy viên", until_on=date(2022, 6, 30)))
    councils.add_members(school.year, school.people[8:9], again)
    assert len(councils.council(school.year).members) == 11


def test_what_is_odd_is_refused_beside_its_field(school: CouncilSchool) -> None:
    backwards = MemberDraft("Ủy viên", date(2022, 7, 1), date(2022, 6, 1))
    assert refusal(councils.edit_member, member(school, 1), backwards).details["field"] == "until_on"
    assert refusal(councils.edit_member, member(school, 1), MemberDraft(" ")).code == "council_role_missing"
    assert refusal(councils.add_members, school.year, [], MemberDraft("Ủy viên")).code == "council_member_missing"
    assert refusal(councils.remove_members, [CouncilMemberId(999)]).code == "council_member_gone"


def test_the_order_is_the_one_that_somebody_set(school: CouncilSchool) -> None:
    councils.move_member(member(school, 9), 0)
    names = [one.name for one in councils.council(school.year).members]
    assert (names[0], names[1], names[-1]) == ("Lò Văn Nga", "Lò Văn An", "Lò Văn Minh")


def test_another_years_council_is_taken_over_without_those_who_left(school: CouncilSchool) -> None:
    councils.edit_decision(school.year, DECISION)
    people_moves.leave(school.people[8], date(2022, 12, 31), "Nghỉ hưu")
    made = next_year(school)
    councils.copy_council(made, school.year)
    shown = councils.council(made)
    assert (shown.voting, shown.decision_number) == (8, "12-QĐ/TCT")
    assert refusal(councils.copy_council, made, school.year).code == "council_not_empty"


def test_a_new_year_takes_the_decision_along_with_the_members(school: CouncilSchool) -> None:
    councils.edit_decision(school.year, DECISION)
    councils.edit_member(member(school, 8), MemberDraft("Ủy viên", until_on=date(2022, 6, 30)))
    shown = councils.council(next_year(school, Carry.COUNCIL))
    assert (shown.voting, shown.decision_number, shown.members[0].present) == (8, "12-QĐ/TCT", None)


def test_an_empty_council_cannot_be_taken_over(school: CouncilSchool) -> None:
    assert refusal(councils.copy_council, next_year(school), next_year_of(school)).code == "council_source_empty"


def next_year_of(school: CouncilSchool) -> CampaignId:
    return next(year.id for year in campaigns.campaigns() if year.year == 2023)


def test_a_closed_year_is_only_shown(school: CouncilSchool) -> None:
    first = member(school, 0)
    year_states.close_year(school.year)
    assert refusal(councils.remove_members, [first]).code == "campaign_closed"
    assert refusal(councils.edit_decision, school.year, DECISION).code == "campaign_closed"
    assert councils.council(school.year).is_closed


def test_somebody_new_is_added_at_the_end(school: CouncilSchool) -> None:
    new = add_person("CB11", "Giàng A Páo")
    councils.add_members(school.year, [new], MemberDraft("Ủy viên"))
    assert councils.council(school.year).members[-1].name == "Giàng A Páo"
