"""People: the list of a day and year, records, transfers, leaving, dated periods and the year's changes."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.campaigns import PersonnelChange
from db.models.organisation import Person, Unit
from tests.services.small_school import DAY, YEAR, add_person, only, person, populate, refusal, register, unit
from thidua_gui.core.ids import MembershipId, PersonnelChangeId
from thidua_gui.services import (
    awards_edit,
    history,
    organisation,
    organisation_edit,
    people,
    people_edit,
    people_moves,
    person_detail,
    personnel_changes,
)
from thidua_gui.services.awards_edit import AwardDraft
from thidua_gui.services.organisation_edit import UnitDraft
from thidua_gui.services.people import ListFor
from thidua_gui.services.people_edit import PersonDraft, Placement
from thidua_gui.services.people_moves import Period
from thidua_gui.services.personnel_changes import ChangeDraft


@pytest.fixture
def school(data_file):
    return populate()


def listed(campaign, **how):
    asked = ListFor(how.pop("on", DAY), YEAR, campaign, how.pop("with_left", False))
    return {row.code: row for row in people.people(asked, **how)}


def detail(code, campaign=None):
    return person_detail.detail(person(code), DAY, YEAR, campaign)


def award(code, year, title):
    return only(awards_edit.add_award(AwardDraft(person(code), None, year, title)), "awards")


def periods(code):
    return [(row.unit, row.post, row.from_on, row.until_on) for row in detail(code).memberships]


def test_the_list_stands_in_the_order_of_the_units(school):
    assert list(listed(school)) == ["CB01", "CB02", "CB03", "CB04"]
    organisation_edit.move_unit(unit("TCHC"), -1)
    assert list(listed(school)) == ["CB01", "CB02", "CB04", "CB03"]


def test_a_row_has_unit_and_post_of_the_day(school):
    people_moves.transfer([person("CB03")], Placement(unit("LLCS"), "Giảng viên", date(2022, 8, 1)))
    before, after = listed(school, on=date(2022, 7, 31))["CB03"], listed(school)["CB03"]
    assert (before.unit, before.post) == ("Xây dựng Đảng", "Phó Trưởng khoa")
    assert (after.unit, after.post) == ("Lý luận cơ sở", "Giảng viên")


def test_consecutive_years_end_in_the_last_year_with_the_title_and_a_fighter_counts(school):
    for year, title in ((2018, "LĐTT"), (2020, "Chiến sĩ thi đua cơ sở"), (2021, "Lao động tiên tiến")):
        award("CB03", year, title)
    assert listed(school)["CB03"].advanced_years == 2
    award("CB03", 2022, "Lao động tiên tiến")
    assert listed(school)["CB03"].advanced_years == 3


def test_a_revoked_title_breaks_the_chain_and_is_not_shown_for_the_year_before(school):
    award("CB03", 2020, "Lao động tiên tiến")
    revoked = award("CB03", 2021, "Lao động tiên tiến")
    awards_edit.revoke_award(revoked, DAY, "Khai không đúng")
    row = listed(school)["CB03"]
    assert (row.advanced_years, row.titles_before) == (0, ())


def test_the_year_before_shows_the_highest_title_first_with_its_short_name(school):
    award("CB03", 2021, "Lao động tiên tiến")
    award("CB03", 2021, "Chiến sĩ thi đua cơ sở")
    assert [mark.short for mark in listed(school)["CB03"].titles_before] == ["CSTĐCS", "LĐTT"]


def test_the_list_shows_what_a_person_registered_for(school):
    register(school, "CB01", "Lao động tiên tiến")
    rows = listed(school)
    assert [mark.short for mark in rows["CB01"].registered] == ["LĐTT"]
    assert rows["CB02"].registered == ()


def test_namesakes_are_told_apart_by_birth_year_then_unit(school):
    add_person("CB05", "Nguyễn Văn An", unit("XDD"), born_on=date(1991, 1, 1))
    add_person("CB06", "NGUYỄN VĂN AN", unit("TCHC"), born_on=date(1996, 9, 9))
    rows = listed(school)
    assert rows["CB02"].told_apart == "1991, Lý luận cơ sở"
    assert rows["CB05"].told_apart == "1991, Xây dựng Đảng"
    assert rows["CB06"].told_apart == "1996"
    assert listed(school, only=[person("CB02")])["CB02"] == rows["CB02"]


def test_who_has_left_is_listed_only_when_asked_for_with_the_last_unit(school):
    people_moves.leave(person("CB03"), date(2022, 6, 30), "Nghỉ hưu")
    assert "CB03" not in listed(school)
    assert listed(school, with_left=True)["CB03"].unit == "Xây dựng Đảng"


def test_people_are_found_by_beginnings_of_words_without_marks(school):
    labels = [choice.label for choice in people.find("hanh lo", 10, DAY)]
    assert labels == ["Lò Thị Hạnh"]
    assert [choice.code for choice in people.find("cb0", 2, DAY)] == ["CB02", "CB03"]
    assert people.find("anh", 10, DAY) == ()


def test_touched_rows_lead_to_their_people_unless_a_row_is_gone(school):
    changes = people_moves.transfer([person("CB03")], Placement(unit("LLCS"), None, date(2022, 8, 1)))
    rows = {table: changes.ids(table) for table in ("people", "memberships")}
    assert people.touched_people(rows) == {person("CB03")}
    assert people.touched_people({"memberships": [9999]}) is None


def test_a_new_person_keeps_what_is_not_known_as_unknown(school):
    add_person("CB07", "Y-Bham Êđê", None)
    facts = detail("CB07").facts
    assert (facts.born_on, facts.gender, facts.joined_on, detail("CB07").unit) == (None, None, None, None)


def test_editing_a_record_is_one_named_step_and_undo_restores_it(school):
    before = detail("CB03").facts
    draft = PersonDraft("CB03", "  Lò  Thị Hạnh ", "Nữ", before.born_on, "Thái", note="Ghi chú")
    changes = people_edit.edit_person(person("CB03"), draft)
    assert changes.title == "Sửa hồ sơ Lò Thị Hạnh"
    assert detail("CB03").facts.ethnicity == "Thái"
    history.undo_last()
    assert detail("CB03").facts == before


def test_a_new_name_is_found_and_sorted_by_its_new_spelling(school):
    people_edit.edit_person(person("CB03"), PersonDraft("CB03", "Lò Thị Ái"))
    row = Person.get_by_id(person("CB03"))
    assert row.name_fold == "lo thi ai"
    assert row.name_sort < Person.get_by_id(person("CB02")).name_sort


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (PersonDraft("CB09", " "), "person_name_missing", "full_name"),
        (PersonDraft("CB09", "Lò Thị 9"), "person_name_odd", "full_name"),
        (PersonDraft("", "Lò Thị Hạnh"), "person_code_missing", "code"),
        (PersonDraft("CB 9", "Lò Thị Hạnh"), "person_code_has_space", "code"),
        (PersonDraft("cb01", "Lò Thị Hạnh"), "person_code_taken", "code"),
        (PersonDraft("LLCS", "Lò Thị Hạnh"), "person_code_taken", "code"),
        (PersonDraft("CB09", "Lò Thị Hạnh", born_on=date(1792, 1, 1)), "date_out_of_range", "born_on"),
        (
            PersonDraft("CB09", "Lò Thị Hạnh", born_on=date(1990, 1, 1), joined_on=date(1989, 1, 1)),
            "person_joined_before_born",
            "joined_on",
        ),
    ],
)
def test_a_record_is_refused_beside_the_field_that_is_wrong(school, draft, code, field):
    problem = refusal(people_edit.add_person, draft, None)
    assert (problem.code, problem.details["field"]) == (code, field)


def test_nobody_joins_after_having_registered(school):
    register(school, "CB01", "LĐTT", date(2022, 3, 25))
    draft = PersonDraft("CB01", "Phạm Thị Hồng Nhung", joined_on=date(2022, 4, 1))
    assert refusal(people_edit.edit_person, person("CB01"), draft).code == "person_joined_after_registration"


def test_the_first_post_begins_on_the_corrected_day_of_joining(school):
    add_person("CB05", "Lò Văn Thịnh", unit("XDD"), "Giảng viên", joined_on=date(2009, 10, 1))
    people_edit.edit_person(person("CB05"), PersonDraft("CB05", "Lò Văn Thịnh", joined_on=date(2010, 1, 1)))
    assert periods("CB05") == [("Khoa Xây dựng Đảng", "Giảng viên", date(2010, 1, 1), None)]


def test_the_next_code_follows_the_highest_number_of_the_usual_prefix(school):
    assert people_edit.suggested_code() == "CB05"
    add_person("CB099", "Lò Văn Thịnh")
    add_person("HĐ500", "Lò Văn Ín")
    assert people_edit.suggested_code() == "CB100"


def test_a_transfer_closes_one_period_opens_another_and_notes_the_change(school):
    people_moves.transfer([person("CB03")], Placement(unit("LLCS"), "Giảng viên", date(2022, 8, 1)))
    assert periods("CB03") == [
        ("Khoa Lý luận cơ sở", "Giảng viên", date(2022, 8, 1), None),
        ("Khoa Xây dựng Đảng", "Phó Trưởng khoa", None, date(2022, 7, 31)),
    ]
    (change,) = detail("CB03", school).year.changes
    assert (change.kind, change.detail, change.former_unit) == ("Chuyển đơn vị", "Từ XDD", "Khoa Xây dựng Đảng")


def test_undo_takes_a_transfer_of_several_people_back_in_one_step(school):
    before = [periods(code) for code in ("CB01", "CB02", "CB03")]
    to = Placement(unit("TCHC"), None, date(2022, 9, 1))
    people_moves.transfer([person("CB01"), person("CB02"), person("CB03")], to, keep_posts=True)
    assert [row.post for row in organisation.members(unit("TCHC"), DAY)] == [
        "Giảng viên", "Phó Trưởng khoa", "Trưởng khoa", "Chuyên viên"
    ]  # fmt: skip
    history.undo_last()
    assert [periods(code) for code in ("CB01", "CB02", "CB03")] == before
    assert PersonnelChange.select().count() == 0


def test_a_new_post_in_the_same_unit_is_no_change_of_unit(school):
    people_moves.transfer([person("CB02")], Placement(unit("LLCS"), "Giảng viên chính", date(2022, 5, 1)))
    assert [row[1] for row in periods("CB02")] == ["Giảng viên chính", "Giảng viên"]
    assert detail("CB02", school).year.changes == ()


def test_whoever_leaves_a_unit_heads_it_no_longer(school):
    organisation_edit.edit_unit(unit("XDD"), UnitDraft("XDD", "Khoa Xây dựng Đảng", "Khoa", head_id=person("CB03")))
    people_moves.transfer([person("CB03")], Placement(unit("LLCS"), None, date(2022, 8, 1)))
    assert Unit.get_by_id(unit("XDD")).head_id is None


def test_a_transfer_is_refused_without_a_day_backwards_or_to_where_one_is(school):
    who, to = [person("CB03")], unit("LLCS")
    people_moves.transfer(who, Placement(to, "Giảng viên", date(2022, 8, 1)))
    assert refusal(people_moves.transfer, who, Placement(unit("XDD"))).code == "person_from_missing"
    back = Placement(unit("XDD"), None, date(2022, 7, 1))
    assert refusal(people_moves.transfer, who, back).code == "person_moves_back"
    there = Placement(to, "Giảng viên", date(2022, 9, 1))
    assert refusal(people_moves.transfer, who, there).code == "person_already_there"


def test_nobody_moves_into_a_closed_unit(school):
    people_moves.transfer([person("CB03")], Placement(unit("LLCS"), None, date(2022, 7, 1)))
    organisation_edit.close_unit(unit("XDD"), date(2022, 6, 30))
    problem = refusal(people_moves.transfer, [person("CB01")], Placement(unit("XDD"), None, date(2022, 8, 1)))
    assert (problem.code, problem.details["field"]) == ("person_unit_closed", "unit")


def test_leaving_ends_the_period_and_keeps_the_record(school):
    people_moves.leave(person("CB03"), date(2022, 6, 30), "Nghỉ hưu")
    assert periods("CB03") == [("Khoa Xây dựng Đảng", "Phó Trưởng khoa", None, date(2022, 6, 30))]
    assert (detail("CB03").facts.left_on, detail("CB03").facts.left_reason) == (date(2022, 6, 30), "Nghỉ hưu")
    history.undo_last()
    assert detail("CB03").facts.left_on is None
    assert periods("CB03")[0][3] is None


def test_leaving_needs_a_day_and_a_reason_and_happens_once(school):
    assert refusal(people_moves.leave, person("CB03"), None, "Nghỉ hưu").details["field"] == "left_on"
    assert refusal(people_moves.leave, person("CB03"), DAY, "  ").details["field"] == "reason"
    people_moves.leave(person("CB03"), date(2022, 6, 30), "Nghỉ hưu")
    assert refusal(people_moves.leave, person("CB03"), DAY, "Nghỉ hưu").code == "person_has_left"


def test_whoever_had_left_can_come_back_later_but_not_on_the_same_day(school):
    people_moves.leave(person("CB03"), date(2022, 6, 30), "Chuyển công tác")
    early = Placement(unit("LLCS"), None, date(2022, 6, 30))
    assert refusal(people_moves.rejoin, person("CB03"), early).code == "person_rejoin_early"
    people_moves.rejoin(person("CB03"), Placement(unit("LLCS"), None, date(2022, 9, 1)))
    assert listed(school)["CB03"].unit == "Lý luận cơ sở"


def test_a_period_is_corrected_unless_it_would_overlap(school):
    people_moves.transfer([person("CB03")], Placement(unit("LLCS"), None, date(2022, 8, 1)))
    new, old = detail("CB03").memberships
    wrong = Period(unit("XDD"), None, date(2010, 9, 1), date(2022, 8, 15))
    assert refusal(people_moves.edit_period, old.id, wrong).code == "membership_overlaps"
    people_moves.edit_period(old.id, Period(unit("XDD"), "Giảng viên", date(2010, 9, 1), date(2022, 7, 31)))
    assert periods("CB03")[1] == ("Khoa Xây dựng Đảng", "Giảng viên", date(2010, 9, 1), date(2022, 7, 31))
    people_moves.remove_period(new.id)
    assert len(periods("CB03")) == 1


def test_an_earlier_period_is_added_before_a_known_day_only(school):
    period = Period(unit("TCHC"), "Chuyên viên", date(2006, 9, 1), date(2010, 8, 31))
    assert refusal(people_moves.add_period, person("CB03"), period).code == "membership_overlaps"
    known = Period(unit("XDD"), "Phó Trưởng khoa", date(2010, 9, 1), None)
    people_moves.edit_period(detail("CB03").memberships[0].id, known)
    people_moves.add_period(person("CB03"), period)
    assert periods("CB03")[1][0] == "Phòng Tổ chức, hành chính, thông tin, tư liệu"


def test_a_period_that_is_gone_is_refused(school):
    problem = refusal(people_moves.remove_period, MembershipId(9999))
    assert problem.code == "membership_gone"


def test_a_change_of_the_year_is_noted_corrected_and_taken_back(school):
    draft = ChangeDraft("Nghỉ thai sản", date(2022, 2, 1), date(2022, 7, 31))
    added = PersonnelChangeId(only(personnel_changes.add_change(school, person("CB03"), draft), "personnel_changes"))
    personnel_changes.edit_change(added, ChangeDraft("Nghỉ ốm", date(2022, 2, 1)))
    assert [row.kind for row in detail("CB03", school).year.changes] == ["Nghỉ ốm"]
    personnel_changes.remove_change(added)
    assert detail("CB03", school).year.changes == ()


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (ChangeDraft(" ", date(2022, 2, 1)), "change_kind_missing"),
        (ChangeDraft("Nghỉ ốm", None), "change_from_missing"),
        (ChangeDraft("Nghỉ ốm", date(2022, 2, 1), date(2022, 1, 1)), "change_reversed"),
        (ChangeDraft("Nghỉ ốm", date(2023, 2, 1)), "change_outside_year"),
        (ChangeDraft("Nghỉ ốm", date(2021, 2, 1), date(2021, 3, 1)), "change_outside_year"),
    ],
)
def test_a_change_must_say_what_and_when_within_the_year(school, draft, code):
    assert refusal(personnel_changes.add_change, school, person("CB03"), draft).code == code


def test_a_portrait_is_stored_shown_and_taken_away_again(school):
    people_edit.set_portrait(person("CB03"), b"picture", "hanh.png", "image/png")
    assert detail("CB03").facts.portrait_id is not None
    people_edit.set_portrait(person("CB03"), None, "", "")
    assert detail("CB03").facts.portrait_id is None
    history.undo_last()
    assert detail("CB03").facts.portrait_id is not None
