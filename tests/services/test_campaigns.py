"""The years of the data file: their order, the attached plan, what a closed year refuses."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.campaigns import Campaign
from tests.services.small_school import found, refusal
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId
from thidua_gui.services import campaigns, history
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.transaction import write

pytestmark = pytest.mark.usefixtures("data_file")
PLAN = "# Kế hoạch\n\nPhát động thi đua".encode()


def close(campaign: CampaignId) -> None:
    with write("Chốt năm"):
        Campaign.update(state=CampaignState.CLOSED).where(Campaign.id == campaign).execute()


def test_the_newest_year_comes_first() -> None:
    found()
    with write("Năm khác"):
        for year in (2021, 2023):
            Campaign.create(year=year)
    assert [one.year for one in campaigns.campaigns()] == [2023, 2022, 2021]


def test_a_file_without_a_year_has_none() -> None:
    assert campaigns.campaigns() == ()


def test_the_last_day_of_a_year_is_its_thirty_first_of_december() -> None:
    assert campaigns.campaign(found()).last_day == date(2022, 12, 31)


def test_an_attached_plan_can_be_read_again_and_undone() -> None:
    campaign = found()
    campaigns.attach_plan(campaign, PLAN, "ke-hoach.md")
    assert campaigns.plan_text(campaign) == PLAN.decode()
    history.undo_last()
    assert campaigns.plan_text(campaign) is None


def test_another_plan_takes_the_place_of_the_first() -> None:
    campaign = found()
    campaigns.attach_plan(campaign, PLAN, "ke-hoach.md")
    campaigns.attach_plan(campaign, b"# Moi", "ke-hoach-2.md")
    assert campaigns.plan_text(campaign) == "# Moi"


def test_a_closed_year_takes_no_plan() -> None:
    campaign = found()
    close(campaign)
    assert refusal(campaigns.attach_plan, campaign, PLAN, "ke-hoach.md").code == "campaign_closed"


def test_a_year_that_is_gone_is_refused() -> None:
    with pytest.raises(UserError, match="campaign_unknown"):
        campaigns.campaign(CampaignId(99))
    assert refusal(campaigns.attach_plan, CampaignId(99), PLAN, "ke-hoach.md").code == "campaign_unknown"
