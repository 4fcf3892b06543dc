"""What cannot be: people, units and awards that are gone, closed or contradict what is recorded. Nothing is written."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.awards import Award, Decision
from tests.services.small_school import (
    DAY,
    add_person,
    add_unit,
    only,
    person,
    populate,
    refusal,
    unit,
)
from thidua_gui.core.ids import AwardId, MembershipId, PersonId, PersonnelChangeId, UnitId
from thidua_gui.services import (
    awards,
    awards_edit,
    organisation_edit,
    people_edit,
    people_moves,
    person_detail,
    personnel_changes,
)
from thidua_gui.services.awards_edit import AwardDraft
from thidua_gui.services.organisation_edit import UnitDraft
from thidua_gui.services.people_edit import PersonDraft, Placement
from thidua_gui.services.people_moves import Period
from thidua_gui.services.personnel_changes import ChangeDraft
from thidua_gui.services.transaction import write

GONE = 9999


@pytest.fixture
def school(data_file):
    return populate()


def test_what_is_gone_is_refused_by_name(school):
    draft = AwardDraft(person("CB03"), None, 2021, "LĐTT")
    codes = {
        refusal(person_detail.detail, PersonId(GONE), DAY, 2022, school).code,
        refusal(organisation_edit.close_unit, UnitId(GONE), DAY).code,
        refusal(awards.award, AwardId(GONE)).code,
        refusal(awards_edit.correct_award, AwardId(GONE), draft).code,
        refusal(people_moves.remove_period, MembershipId(GONE)).code,
        refusal(personnel_changes.remove_change, PersonnelChangeId(GONE)).code,
    }
    assert codes == {"person_gone", "unit_gone", "award_gone", "membership_gone", "change_gone"}


def test_a_unit_is_neither_put_below_a_closed_one_nor_reopened_below_it(school):
    parent = add_unit("TT", "Trung tâm Bồi dưỡng", "Trung tâm")
    child = add_unit("TO", "Tổ Nghiệp vụ", "Tổ", parent_id=parent)
    organisation_edit.close_unit(child, DAY)
    organisation_edit.close_unit(parent, DAY)
    below = UnitDraft("TM", "Tổ Mới", "Tổ", parent_id=parent)
    assert refusal(organisation_edit.add_unit, below).code == "unit_parent_closed"
    assert refusal(organisation_edit.reopen_unit, child).code == "unit_parent_closed"


def test_a_unit_is_not_closed_before_it_was_opened(school):
    late = add_unit("TT", "Trung tâm Bồi dưỡng", "Trung tâm", opened_on=date(2022, 5, 1))
    assert refusal(organisation_edit.close_unit, late, date(2022, 4, 30)).code == "unit_closed_before_opened"


def test_nobody_who_has_left_heads_a_unit(school):
    people_moves.leave(person("CB03"), date(2022, 6, 30), "Nghỉ hưu")
    draft = UnitDraft("XDD", "Khoa Xây dựng Đảng", "Khoa", head_id=person("CB03"))
    assert refusal(organisation_edit.edit_unit, unit("XDD"), draft).details["field"] == "head"


def test_whoever_has_left_is_not_moved_and_who_has_not_does_not_come_back(school):
    to = Placement(unit("LLCS"), None, date(2022, 9, 1))
    assert refusal(people_moves.rejoin, person("CB03"), to).code == "person_has_not_left"
    people_moves.leave(person("CB03"), date(2022, 6, 30), "Nghỉ hưu")
    assert refusal(people_moves.transfer, [person("CB03")], to).code == "person_has_left"
    assert refusal(people_moves.rejoin, person("CB03"), Placement(unit("LLCS"))).code == "person_from_missing"


def test_nobody_leaves_before_joining_or_before_a_post_that_is_noted(school):
    add_person("CB05", "Lò Văn Thịnh", unit("XDD"), joined_on=date(2022, 3, 1))
    before = refusal(people_moves.leave, person("CB05"), date(2022, 2, 1), "Thôi việc")
    assert before.code == "person_left_before_joined"
    people_moves.transfer([person("CB03")], Placement(unit("LLCS"), None, date(2022, 8, 1)))
    early = refusal(people_moves.leave, person("CB03"), date(2022, 7, 1), "Thôi việc")
    assert (early.code, early.details["day"]) == ("person_left_before_post", date(2022, 8, 1))


def test_a_transfer_of_a_year_that_is_not_in_the_file_notes_no_change(school):
    people_moves.transfer([person("CB03")], Placement(unit("LLCS"), None, date(2020, 8, 1)))
    detail = person_detail.detail(person("CB03"), DAY, 2022, school)
    assert detail.unit == "Khoa Lý luận cơ sở"
    assert detail.year.changes == ()


def test_a_principal_who_changes_the_unit_still_heads_the_school(school):
    root = unit("@")
    draft = UnitDraft("", "Trường Chính trị tỉnh Lai Châu", "", head_id=person("CB03"))
    organisation_edit.edit_unit(root, draft)
    people_moves.transfer([person("CB03")], Placement(unit("LLCS"), None, date(2022, 8, 1)))
    assert person_detail.detail(person("CB03"), DAY, 2022, school).heads == ("Trường Chính trị tỉnh Lai Châu",)


def test_a_period_ends_after_it_begins(school):
    period = Period(unit("XDD"), None, date(2022, 8, 1), date(2022, 7, 31))
    assert refusal(people_moves.add_period, person("CB03"), period).code == "membership_reversed"


def test_a_staff_group_and_a_kind_of_change_come_from_the_catalogue(school):
    draft = PersonDraft("CB09", "Lò Thị Hạnh", staff_group="Cố vấn")
    assert refusal(people_edit.add_person, draft, None).details["field"] == "staff_group"
    change = ChangeDraft("Đi công tác", date(2022, 2, 1))
    assert refusal(personnel_changes.add_change, school, person("CB03"), change).details["field"] == "kind"


def test_codes_without_numbers_suggest_nothing(school):
    for code in ("CB01", "CB02", "CB03", "CB04"):
        name = person_detail.detail(person(code), DAY, 2022, None).facts.full_name
        people_edit.edit_person(person(code), PersonDraft(code.replace("CB0", "N") + "x", name))
    assert people_edit.suggested_code() == ""


def test_an_award_made_by_a_decision_of_the_program_is_revoked_and_never_rewritten(school):
    draft = AwardDraft(person("CB03"), None, 2021, "LĐTT", "231-QĐ/TCT")
    award_id = AwardId(only(awards_edit.add_award(draft), "awards"))
    with write("Ban hành quyết định"):
        day = date(2021, 12, 20)
        decision = Decision.create(number="231-QĐ/TCT", year=2021, decided_on=day, authority="Hiệu trưởng")
        Award.update(decision=decision).where(Award.id == award_id).execute()
    assert refusal(awards_edit.correct_award, award_id, draft).code == "award_issued"
    awards_edit.revoke_award(award_id, DAY, "Khai sai")
    assert awards.award(award_id).revocation is not None


def test_awards_of_a_unit_have_no_post_then(school):
    awards_edit.add_award(AwardDraft(None, unit("LLCS"), 2021, "Tập thể lao động xuất sắc"))
    (row,) = awards.of_unit(unit("LLCS"))
    assert (row.name, row.name_then, row.post_then) == ("Khoa Lý luận cơ sở", "Khoa Lý luận cơ sở", None)


def test_an_award_of_somebody_without_a_known_post_keeps_only_the_name(school):
    add_person("CB05", "Lò Văn Thịnh")
    then = awards_edit.bearer_then(person("CB05"), None, 2021)
    assert (then.name, then.post, then.unit) == ("Lò Văn Thịnh", None, None)
