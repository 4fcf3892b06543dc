"""Sắp đủ điều kiện of a real year: who stands in it with what words, and in how many queries."""

from __future__ import annotations

from datetime import date

import pytest

from db.connection import database
from db.models.campaigns import Campaign
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.organisation import Person
from db.models.scoring import Rating
from tests.services import small_school
from tests.services.small_school import person
from thidua_gui.core.errors import Cancelled
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.near_misses import When
from thidua_gui.core.progress import Progress
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import awards_edit
from thidua_gui.services.awards_edit import AwardDraft
from thidua_gui.services.near_misses import NearRow, near_misses
from thidua_gui.services.transaction import write

pytestmark = pytest.mark.usefixtures("data_file")
FIGHTER = "Chiến sĩ thi đua cơ sở"


@pytest.fixture
def year() -> CampaignId:
    """CB03 was fighter in 2021 and meets this year's conditions with an initiative that reaches the school only."""
    campaign = small_school.populate()
    small_school.register(campaign, "CB03", FIGHTER)
    awards_edit.add_award(AwardDraft(person("CB03"), None, 2021, FIGHTER, "1-QĐ", date(2021, 12, 8)))
    with write("Kết quả"):
        database.run("UPDATE people SET joined_on = '2010-01-01'")
        Rating.create(campaign=campaign, person=person("CB03"), rating="excellent")
        made = Initiative.create(campaign=campaign, code="SK01", name="Bài giảng", scope="Cơ sở",
                                 result="Công nhận")
        InitiativeAuthor.create(initiative=made, person=person("CB03"))
        Campaign.update(decision_on=date(2022, 12, 8)).execute()
    return campaign


def of(campaign: CampaignId, award: TitleKey) -> NearRow:
    (row,) = [row for row in near_misses(campaign).rows if row.award is award and not row.is_unit]
    return row


def test_one_year_too_few_is_said_with_the_year_that_could_bring_it(year: CampaignId) -> None:
    row = of(year, TitleKey.PROVINCIAL_FIGHTER)
    assert (row.code, row.when, row.earliest) == ("CB03", When.NEXT_YEAR, "2023, nếu năm nay đạt")
    assert row.lacking.startswith(f"Còn thiếu 1 năm {FIGHTER} liên tục")
    assert "phạm vi tỉnh" in row.after_that


def test_the_list_names_its_law_and_that_the_next_year_is_a_projection(year: CampaignId) -> None:
    note = near_misses(year).note
    assert "Năm 2022 xét theo gói quy tắc A" in note
    assert "Năm 2023 là dự kiến theo gói quy tắc A" in note


def test_the_next_year_is_judged_by_the_law_of_its_own_decision(year: CampaignId) -> None:
    with write("Ngày quyết định"):
        Campaign.update(year=2023, decision_on=date(2023, 12, 20)).execute()
    assert "Năm 2024 là dự kiến theo gói quy tắc B" in near_misses(year).note


def test_who_holds_the_award_of_this_year_is_not_near_it(year: CampaignId) -> None:
    awards_edit.add_award(AwardDraft(person("CB03"), None, 2022, "Chiến sĩ thi đua cấp tỉnh"))
    assert not [row for row in near_misses(year).rows if row.award is TitleKey.PROVINCIAL_FIGHTER]


def test_a_revoked_year_takes_somebody_from_the_list(year: CampaignId) -> None:
    from thidua_gui.services import awards

    awards_edit.revoke_award(awards.of_person(person("CB03"))[0].id, date(2022, 3, 1), "Khai sai")
    assert not [row for row in near_misses(year).rows if row.award is TitleKey.PROVINCIAL_FIGHTER]


def test_in_a_law_not_read_nobody_stands_in_the_list_and_the_reason_is_told(year: CampaignId) -> None:
    with write("Ngày quyết định"):
        Campaign.update(decision_on=date(2026, 10, 1)).execute()
    found = near_misses(year)
    assert (found.rows, found.reason[:17]) == ((), "Nội dung Luật số ")


def test_more_people_need_no_more_queries(year: CampaignId, monkeypatch: pytest.MonkeyPatch) -> None:
    def queries() -> int:
        seen: list[object] = []
        real = database.execute_sql
        monkeypatch.setattr(database, "execute_sql", lambda *a, **k: (seen.append(a), real(*a, **k))[1])
        near_misses(year)
        monkeypatch.setattr(database, "execute_sql", real)
        return len(seen)

    near_misses(year)
    before = queries()
    with write("Thêm người"):
        for number in range(30):
            Person.create(code=f"X{number}", full_name=f"Người Thứ {number}", name_fold=f"nguoi thu {number}",
                          name_sort=f"{number:03}")
    assert queries() == before


def test_the_judging_can_be_stopped(year: CampaignId) -> None:
    class Stop(Progress):
        def step(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        near_misses(year, Stop())
