"""Awards: added as they were then, corrected while nothing was issued, revoked by a row of their own."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.awards import Award
from tests.services.small_school import DAY, only, person, populate, refusal, unit
from thidua_gui.core.ids import AwardId
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import awards, awards_edit, history, people_moves
from thidua_gui.services.awards_edit import AwardDraft
from thidua_gui.services.people_edit import Placement

LABOURER = "Lao động tiên tiến"
FIGHTER = "Chiến sĩ thi đua cơ sở"
CERTIFICATE = "Giấy khen của Hiệu trưởng"


@pytest.fixture
def school(data_file):
    return populate()


def add(code="CB03", year=2021, title=LABOURER, **more):
    draft = AwardDraft(person(code), None, year, title, **more)
    return AwardId(only(awards_edit.add_award(draft), "awards"))


def test_an_award_keeps_name_post_and_unit_as_they_were_in_its_year(school):
    people_moves.transfer([person("CB03")], Placement(unit("LLCS"), "Giảng viên", date(2022, 8, 1)))
    row = awards.award(add(year=2021))
    assert (row.name_then, row.post_then, row.unit_then) == ("Lò Thị Hạnh", "Phó Trưởng khoa", "Khoa Xây dựng Đảng")


def test_what_the_clerk_says_about_then_is_kept(school):
    row = awards.award(add(post_then="Giảng viên", unit_then="Khoa Dân vận"))
    assert (row.post_then, row.unit_then) == ("Giảng viên", "Khoa Dân vận")


def test_the_timeline_runs_backwards_with_titles_before_forms(school):
    for year, title in ((2020, LABOURER), (2021, CERTIFICATE), (2021, LABOURER), (2021, FIGHTER)):
        add(year=year, title=title)
    seen = [(row.year, row.title) for row in awards.of_person(person("CB03"))]
    assert seen == [(2021, FIGHTER), (2021, LABOURER), (2021, CERTIFICATE), (2020, LABOURER)]


def test_the_wording_stays_and_its_meaning_is_found(school):
    row = awards.award(add(title="  danh hiệu CSTĐ cơ sở "))
    assert (row.title, row.short, row.key) == ("danh hiệu CSTĐ cơ sở", "CSTĐCS", TitleKey.GRASSROOTS_FIGHTER)
    unknown = awards.award(add(title="Người tốt việc tốt"))
    assert (unknown.short, unknown.key, unknown.is_form) == ("Người tốt việc tốt", None, True)


def test_all_awards_are_listed_or_those_of_one_year(school):
    add(year=2020)
    add(year=2021)
    awards_edit.add_award(AwardDraft(None, unit("LLCS"), 2021, "Tập thể lao động xuất sắc"))
    assert [(row.year, row.name) for row in awards.awards(DAY, 2021)] == [
        (2021, "Lò Thị Hạnh"), (2021, "Khoa Lý luận cơ sở")
    ]  # fmt: skip
    assert awards.years() == ((2021, 2), (2020, 1))


def test_figures_leave_revoked_awards_out(school):
    add(year=2020, title=FIGHTER)
    revoked = add(year=2021, title=FIGHTER)
    add(year=2021, title=CERTIFICATE)
    awards_edit.revoke_award(revoked, DAY, "Khai không đúng")
    figures = awards.figures(awards.of_person(person("CB03")))
    assert (figures.fighter_titles, figures.certificates) == (1, 1)


def test_revoking_adds_a_row_and_never_deletes_one(school):
    award_id = add(decided_on=date(2021, 12, 20))
    changes = awards_edit.revoke_award(award_id, date(2022, 6, 15), " Khai không đúng ")
    assert changes.title == "Thu hồi LĐTT 2021 của Lò Thị Hạnh"
    revocation = awards.award(award_id).revocation
    assert (revocation.revoked_on, revocation.reason) == (date(2022, 6, 15), "Khai không đúng")
    assert Award.select().count() == 1
    history.undo_last()
    assert awards.award(award_id).revocation is None


def test_revoking_needs_a_later_day_a_reason_and_happens_once(school):
    award_id = add(decided_on=date(2021, 12, 20))
    assert refusal(awards_edit.revoke_award, award_id, None, "Sai").details["field"] == "revoked_on"
    assert refusal(awards_edit.revoke_award, award_id, DAY, " ").details["field"] == "reason"
    early = refusal(awards_edit.revoke_award, award_id, date(2021, 12, 1), "Sai")
    assert early.code == "award_revoked_before_decided"
    awards_edit.revoke_award(award_id, DAY, "Sai")
    assert refusal(awards_edit.revoke_award, award_id, DAY, "Sai").code == "award_already_revoked"


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"title": " "}, "award_title_missing", "title"),
        ({"title": "Giấy khen " * 31}, "award_title_long", "title"),
        ({"year": 1021}, "award_year_odd", "year"),
        ({"year": 2095}, "award_year_to_come", "year"),
        ({"title": "Tập thể lao động xuất sắc"}, "award_for_collective", "title"),
        ({"decided_on": date(2020, 12, 1)}, "award_decided_before_year", "decided_on"),
        ({"decided_on": date(2201, 1, 1)}, "date_out_of_range", "decided_on"),
        ({"title": "LĐTT", "decision_number": "9"}, "award_exists", "title"),
    ],
)
def test_an_award_is_refused_beside_the_field_that_is_wrong(school, more, code, field):
    add()
    draft = AwardDraft(**({"person_id": person("CB03"), "unit_id": None, "year": 2021, "title": FIGHTER} | more))
    problem = refusal(awards_edit.add_award, draft)
    assert (problem.code, problem.details["field"]) == (code, field)


def test_an_award_needs_exactly_one_bearer_of_the_right_sort(school):
    nobody = AwardDraft(None, None, 2021, LABOURER)
    assert refusal(awards_edit.add_award, nobody).code == "award_bearer_missing"
    collective = AwardDraft(None, unit("LLCS"), 2021, LABOURER)
    assert refusal(awards_edit.add_award, collective).code == "award_for_person"


def test_a_second_certificate_of_a_year_needs_another_decision(school):
    add(title=CERTIFICATE, decision_number="10-QĐ/TCT")
    add(title=CERTIFICATE, decision_number="11-QĐ/TCT")
    same = AwardDraft(person("CB03"), None, 2021, CERTIFICATE, "11-QĐ/TCT")
    assert refusal(awards_edit.add_award, same).code == "award_exists"


def test_a_revoked_title_may_be_given_again(school):
    awards_edit.revoke_award(add(), DAY, "Sai")
    add()
    assert len(awards.of_person(person("CB03"))) == 2


def test_a_slip_is_corrected_and_undone(school):
    award_id = add(decision_number="23-QĐ/TCT")
    before = awards.award(award_id)
    draft = AwardDraft(person("CB03"), None, 2021, LABOURER, "231-QĐ/TCT", name_then="Lò Thị Hạnh")
    awards_edit.correct_award(award_id, draft)
    assert awards.award(award_id).decision_number == "231-QĐ/TCT"
    history.undo_last()
    assert awards.award(award_id) == before


def test_other_wordings_are_offered_the_most_frequent_first(school):
    for code in ("CB01", "CB02"):
        add(code, authority="Hiệu trưởng")
    add(title=FIGHTER, authority="Chủ tịch UBND tỉnh")
    used = awards_edit.used_wordings()
    assert (used.titles, used.authorities) == ((LABOURER, FIGHTER), ("Hiệu trưởng", "Chủ tịch UBND tỉnh"))
