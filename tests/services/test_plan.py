"""The plan of a year: its head and what is refused in it, milestones in it, taking it over to another year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from db.models.campaigns import Campaign
from db.models.plan import Milestone, PlanItem
from tests.services.small_school import populate, refusal, unit
from thidua_gui.core.ids import CampaignId, PlanItemId
from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.services import history, plan, plan_edit
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.plan import PlanHead
from thidua_gui.services.plan_edit import ItemDraft
from thidua_gui.services.transaction import write

HEAD = PlanHead(
    "100-KH/TCT", date(2022, 3, 2), "Lai Châu", "Triển khai phong trào thi đua năm 2022", "Hoàng Đức Khải",
    "Phó Hiệu trưởng", "K/T HIỆU TRƯỞNG", "Trọng tâm", "Cống hiến",
)  # fmt: skip


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    return populate()


def another_year(number: int) -> CampaignId:
    with write("Thêm năm"):
        return CampaignId(Campaign.create(year=number).id)


def test_the_head_is_kept_and_undone(year: CampaignId) -> None:
    before = plan.plan(year).head
    plan.edit_head(year, replace(HEAD, title="  Triển khai\u00a0phong trào thi đua năm 2022 "))
    assert plan.plan(year).head == HEAD
    history.undo_last()
    assert plan.plan(year).head == before


@pytest.mark.parametrize(
    ("slip", "code", "field"),
    [
        (replace(HEAD, number="một trăm"), "plan_number_odd", "number"),
        (replace(HEAD, issued_on=date(2023, 3, 2)), "plan_outside_year", "issued_on"),
        (replace(HEAD, signer_name="Khải 2"), "plan_signer_odd", "signer_name"),
        (replace(HEAD, signer_post=" "), "plan_post_missing", "signer_post"),
    ],
)
def test_a_slip_in_the_head_is_refused_beside_its_field(
    year: CampaignId, slip: PlanHead, code: str, field: str
) -> None:
    refused = refusal(plan.edit_head, year, slip)
    assert (refused.code, refused.details["field"]) == (code, field)


def test_a_head_may_stay_open(year: CampaignId) -> None:
    plan.edit_head(year, PlanHead())
    assert plan.plan(year).head == PlanHead()


def test_a_closed_year_is_read_only(year: CampaignId) -> None:
    with write("Chốt"):
        Campaign.update(state="closed").where(Campaign.id == year).execute()
    assert plan.plan(year).is_closed
    assert refusal(plan.edit_head, year, HEAD).code == "campaign_closed"
    assert refusal(plan_edit.add_items, year, PlanSection.PURPOSE, "Một").code == "campaign_closed"


def schedule(year: CampaignId) -> list[str]:
    return [line.text for line in plan.plan(year).lines if line.section is PlanSection.SCHEDULE]


def add_milestone(year: CampaignId, name: str, **more: object) -> None:
    with write("Mốc"):
        Milestone.create(campaign=year, kind="council", name=name, position=90, **more)


def test_milestones_without_words_of_their_own_are_told_by_their_dates(year: CampaignId) -> None:
    with write("Bỏ mốc"):
        Milestone.delete().execute()
    add_milestone(year, "Phát động", from_on=date(2022, 3, 2), due_on=date(2022, 3, 31))
    add_milestone(year, "Triển khai", from_on=date(2022, 3, 1), due_on=date(2022, 12, 31))
    add_milestone(year, "Nộp kết quả", due_on=date(2022, 11, 19))
    add_milestone(year, "Chưa có ngày")
    wanted = ["Phát động: Tháng 3/2022", "Triển khai: Từ tháng 3-12/2022", "Nộp kết quả: Trước ngày 19/11/2022"]
    assert schedule(year) == wanted


def test_once_milestones_have_words_only_these_are_told(year: CampaignId) -> None:
    add_milestone(year, "Họp Hội đồng", plan_wording="Cuối tháng 11")
    add_milestone(year, "Trao khen thưởng", plan_wording="Tổng kết: Tháng 12")
    assert schedule(year) == ["Họp Hội đồng: Cuối tháng 11", "Tổng kết: Tháng 12"]


def written(year: CampaignId) -> None:
    plan_edit.add_items(year, PlanSection.CONTENT, "1. Phong trào năm 2022 (Công văn 02/3/2022)\n- Giai đoạn 2020-2025")
    first = PlanItem.select().order_by(PlanItem.id).get()
    plan_edit.edit_item(PlanItemId(first.id), ItemDraft(first.text, "a)", "Đoàn trường", (unit("LLCS"),)))


def test_another_years_plan_is_taken_over_with_its_years_moved_on_and_its_dates_kept(year: CampaignId) -> None:
    written(year)
    following = another_year(2023)
    plan.copy_from(following, year)
    upper, lower = plan.plan(following).lines
    assert upper.text == "Phong trào năm 2023 (Công văn 02/3/2022)"
    assert (upper.mark, upper.carrier, upper.units) == ("a)", "Đoàn trường", (unit("LLCS"),))
    assert (lower.depth, lower.text) == (1, "Giai đoạn 2020-2025")


def test_copying_tells_which_row_each_became(year: CampaignId) -> None:
    written(year)
    following = another_year(2023)
    with write("Năm mới"):
        made = plan.copy_items(year, following)
    old = [line.id for line in plan.plan(year).lines]
    assert [made[key] for key in old if key is not None] == [line.id for line in plan.plan(following).lines]


def test_a_plan_is_never_copied_over_another(year: CampaignId) -> None:
    written(year)
    following = another_year(2023)
    plan.copy_from(following, year)
    assert refusal(plan.copy_from, following, year).code == "plan_not_empty"


def test_the_years_that_have_a_plan_are_offered(year: CampaignId) -> None:
    written(year)
    following = another_year(2023)
    assert [(source.year, source.items) for source in plan.sources(following)] == [(2022, 2)]
    assert plan.sources(year) == ()
