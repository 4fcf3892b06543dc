"""What the awards of the sample year come to, before a decision and by rules that change with the day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from db.models.campaigns import Campaign
from db.models.meetings import CandidateResult
from thidua_gui.core.reward_sheet import Why
from thidua_gui.core.rewards import MoneyRounding
from thidua_gui.services import held_meeting, report_rewards, reward_rules, reward_sheet
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.reward_sheet import RewardSheet
from thidua_gui.services.transaction import write

EXPECTED = json.loads((Path(__file__).parents[1] / "flows" / "expected-2022.json").read_text(encoding="utf-8"))


@pytest.fixture
def year(sample_year: CampaignSummary) -> CampaignSummary:
    held_meeting.hold(sample_year.id)
    return sample_year


def paid(sheet: RewardSheet, code: str) -> list[tuple[str, Why, int | None]]:
    mine = [line for line in sheet.lines if line.code == code]
    return [(line.reward.kind if line.reward else "", line.why, line.amount) for line in mine]


def test_the_sample_years_money_is_what_a_careful_reader_works_out(year: CampaignSummary) -> None:
    assert report_rewards.rewards_report(year.id) == {"rewards": EXPECTED["rewards"]}


def test_a_year_without_a_meeting_has_no_rewards(sample_year: CampaignSummary) -> None:
    assert report_rewards.rewards_report(sample_year.id) == {}


def test_who_passed_is_paid_the_higher_title_alone_and_who_failed_keeps_the_lower(year: CampaignSummary) -> None:
    sheet = reward_sheet.would_be_paid(year.id)
    assert paid(sheet, "CB01") == [
        ("grassroots_fighter", Why.PAID, 1_490_000), ("advanced_labourer", Why.COVERED, None),
    ]  # fmt: skip
    assert paid(sheet, "CB27") == [("advanced_labourer", Why.PAID, 450_000)]


def test_what_the_province_decides_is_listed_and_not_paid(year: CampaignSummary) -> None:
    (line,) = [line for line in reward_sheet.would_be_paid(year.id).lines if line.code == "XDD"]
    assert (line.why, line.amount) == (Why.NOT_OWN, None)


def test_units_and_bearers_add_up_to_the_total(year: CampaignSummary) -> None:
    sheet = reward_sheet.would_be_paid(year.id)
    assert sum(one.amount for one in sheet.by_unit) == sum(one.amount for one in sheet.by_bearer) == sheet.total
    assert sum(one.count for one in sheet.by_unit) == 41


def test_the_schools_own_rounding_holds(year: CampaignSummary) -> None:
    reward_rules.set_rounding(MoneyRounding.NONE)
    assert reward_sheet.would_be_paid(year.id).total == 36 * 447_000 + 5 * 1_490_000


def test_who_was_lowered_is_paid_the_lower_title_once(year: CampaignSummary) -> None:
    with write("Hạ danh hiệu"):
        held = CandidateResult.select().where(CandidateResult.outcome == "failed").get()
        held.outcome, held.lowered_to = "lowered", "advanced_labourer"
        held.save()
    assert paid(reward_sheet.would_be_paid(year.id), "CB27") == [("advanced_labourer", Why.PAID, 450_000)]


def test_a_day_without_a_known_salary_pays_nothing_and_says_so(year: CampaignSummary) -> None:
    with write("Ngày quyết định"):
        Campaign.update(decision_on=date(2018, 6, 30)).where(Campaign.id == year.id).execute()
    sheet = reward_sheet.would_be_paid(year.id)
    assert (sheet.total, sheet.by_bearer) == (0, ())
    assert sheet.unknown == sum(line.why is Why.NO_SALARY for line in sheet.lines) > 0
