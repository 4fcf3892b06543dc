"""The facts behind the targets: who is counted, who is not known yet, whom to show first."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.organisation import Person
from db.models.plan import Target
from db.models.scoring import TeachingAward
from tests.services import scored_school, small_school
from thidua_gui.core.ids import CampaignId, TargetId
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.targets import Count, Verdict
from thidua_gui.services.target_facts import TargetLine, subjects, target_lines
from thidua_gui.services.transaction import write

pytestmark = pytest.mark.usefixtures("data_file")


def require(
    campaign: CampaignId, measure: str, base: str = "toàn trường", lower: int | None = 10000, unit: str = "%"
) -> TargetId:
    """Write a target of the year."""
    with write("Chỉ tiêu"):
        row = Target.create(
            campaign=campaign, code="1", content=measure, measure=measure, base=base, lower=lower, unit=unit
        )
    return TargetId(row.id)


def only(campaign: CampaignId) -> TargetLine:
    (line,) = target_lines(campaign)
    return line


def test_everybody_at_work_at_the_end_of_the_year_is_the_base() -> None:
    campaign = small_school.populate()
    small_school.add_person("CB09", "Giàng A Chu")
    small_school.register(campaign, "CB01", "LĐTT")
    require(campaign, "cá nhân đăng ký")
    with write("Thôi việc"):
        Person.update(left_on=date(2022, 6, 1)).where(Person.code == "CB03").execute()
    assert (only(campaign).counted, only(campaign).verdict) == (Count(1, 4), Verdict.BELOW)


def test_the_leadership_launches_nothing() -> None:
    campaign = small_school.populate()
    small_school.add_unit("BGH", "Ban Giám hiệu", "Lãnh đạo")
    require(campaign, "đơn vị phát động", "khoa, phòng")
    assert only(campaign).counted == Count(0, 3)


def test_only_lecturers_are_asked_for_teaching_awards() -> None:
    school = scored_school.build(lecturers=4, staff=2)
    require(school.campaign, "dạy giỏi cấp khoa", "giảng viên", 2500)
    with write("Dạy giỏi"):
        for code in ("GV01", "NV01"):
            TeachingAward.create(campaign=school.campaign, person=school.people[code], level="faculty")
    assert (only(school.campaign).counted, only(school.campaign).verdict) == (Count(1, 4), Verdict.MET)


def test_who_has_no_rating_yet_leaves_the_verdict_open() -> None:
    school = scored_school.build(lecturers=2, staff=0)
    require(school.campaign, "xếp loại HTXS", lower=5000)
    assert (only(school.campaign).counted, only(school.campaign).verdict) == (Count(0, 2, 2), Verdict.OPEN)
    scored_school.score(school, StageKey.UNIT, "GV01", [8, 12, 50, 30])
    assert (only(school.campaign).counted, only(school.campaign).verdict) == (Count(1, 2, 1), Verdict.MET)


def test_what_no_fact_decides_yet_has_no_count() -> None:
    campaign = small_school.populate()
    target = require(campaign, "danh hiệu: Cờ thi đua", lower=9000)
    assert (only(campaign).counted, only(campaign).verdict) == (None, Verdict.OPEN)
    assert subjects(campaign, target) == ()


def test_who_lacks_it_is_shown_first_then_the_unknown_in_vietnamese_order() -> None:
    school = scored_school.build(lecturers=3, staff=0)
    target = require(school.campaign, "xếp loại HTXS")
    scored_school.score(school, StageKey.UNIT, "GV01", [8, 12, 50, 30])
    scored_school.score(school, StageKey.UNIT, "GV03", [8, 12, 50, 0])
    found = [(subject.name, subject.met) for subject in subjects(school.campaign, target)]
    assert found == [("Nguyễn Hữu Thắng", False), ("Lò Thị Hạnh", None), ("Phạm Thị Hồng Nhung", True)]


def test_people_behind_a_target_are_told_apart() -> None:
    campaign = small_school.populate()
    small_school.add_person("CB05", "Lò Thị Hạnh", small_school.unit("LLCS"), born_on=date(1984, 4, 12))
    target = require(campaign, "cá nhân đăng ký")
    named = [subject.name for subject in subjects(campaign, target) if subject.name.startswith("Lò")]
    assert sorted(named) == ["Lò Thị Hạnh (1982)", "Lò Thị Hạnh (1984)"]


def test_units_stand_behind_a_target_of_units() -> None:
    campaign = small_school.populate()
    target = require(campaign, "đơn vị phát động", "khoa, phòng")
    assert [subject.person_id for subject in subjects(campaign, target)] == [None] * 3


def test_a_target_that_is_gone_has_nobody_behind_it() -> None:
    assert subjects(small_school.populate(), TargetId(99)) == ()
