"""What rests on an award is found by judging with and without it, and nothing of the rehearsal is kept."""

from __future__ import annotations

from datetime import date

import pytest

from db.connection import database
from db.models.awards import AwardRevocation
from db.models.campaigns import Campaign
from db.models.initiatives import Initiative, InitiativeAuthor, InitiativeUse
from db.models.proposals import Proposal
from db.models.scoring import Rating
from tests.services import small_school
from tests.services.small_school import person, unit
from thidua_gui.core.ids import AwardId, CampaignId
from thidua_gui.core.revocations import Rested
from thidua_gui.services import awards, awards_edit, history
from thidua_gui.services.award_cards import Bearer
from thidua_gui.services.awards_edit import AwardDraft
from thidua_gui.services.revocation_effects import Effect, effects
from thidua_gui.services.transaction import write

pytestmark = pytest.mark.usefixtures("data_file")
FIGHTER, PROVINCIAL = "Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cấp tỉnh"


@pytest.fixture
def year() -> CampaignId:
    """CB03, alone in XDD: fighter 2020 to 2022, with an initiative of the province."""
    campaign = small_school.populate()
    for past in (2020, 2021, 2022):
        give(FIGHTER, past)
    with write("Kết quả"):
        database.run("UPDATE people SET joined_on = '2010-01-01'")
        made = Initiative.create(
            campaign=campaign, code="SK01", name="Bài giảng", scope="Tỉnh", result="Công nhận"
        )
        InitiativeAuthor.create(initiative=made, person=person("CB03"))
        Rating.create(campaign=campaign, person=person("CB03"), rating="excellent")
        Rating.create(campaign=campaign, unit=unit("XDD"), rating="excellent")
        Campaign.update(decision_on=date(2022, 12, 8)).execute()
    return campaign


def give(title: str, of: int) -> AwardId:
    (made,) = awards_edit.add_award(
        AwardDraft(person("CB03"), None, of, title, f"{of}-QĐ", date(of, 12, 8))
    ).ids("awards")
    return AwardId(made)


def fighter(of: int) -> AwardId:
    return next(row.id for row in awards.of_person(person("CB03")) if row.year == of and row.title == FIGHTER)


def kinds(award_id: AwardId) -> dict[Rested, Effect]:
    return {row.kind: row for row in effects(award_id).rows}


def test_a_later_award_that_needs_the_year_is_named_with_what_is_left(year: CampaignId) -> None:
    give(PROVINCIAL, 2022)
    found = kinds(fighter(2020))[Rested.AWARD]
    assert (found.what, found.bearer) == (f"{PROVINCIAL} năm 2022", Bearer(False, person("CB03")))
    assert "cần 3 năm liên tục" in found.why
    assert "đã thu hồi năm 2020" in found.why


def test_an_open_proposal_is_named_or_else_that_somebody_is_eligible_no_more(year: CampaignId) -> None:
    assert kinds(fighter(2021))[Rested.ELIGIBILITY].what == f"Không còn đủ điều kiện {PROVINCIAL} năm 2022"
    with write("Đề nghị"):
        Proposal.create(campaign=year, person=person("CB03"), kind="provincial_fighter", title=PROVINCIAL)
    found = kinds(fighter(2021))
    assert found[Rested.PROPOSAL].what == f"Đề nghị {PROVINCIAL} năm 2022"
    assert Rested.ELIGIBILITY not in found


def test_a_collective_that_counts_its_only_fighter_is_named(year: CampaignId) -> None:
    awards_edit.add_award(AwardDraft(None, unit("XDD"), 2022, "Tập thể lao động xuất sắc", "9-QĐ", date(2022, 12, 8)))
    found = kinds(fighter(2022))[Rested.COLLECTIVE]
    assert (found.who, found.bearer) == ("Khoa Xây dựng Đảng", Bearer(True, unit("XDD")))
    assert found.what == "Tập thể lao động xuất sắc năm 2022 đã được tặng"
    assert "ít nhất 1 cá nhân" in found.why


def test_an_open_proposal_of_a_collective_is_named_as_such(year: CampaignId) -> None:
    with write("Đề nghị"):
        Proposal.create(
            campaign=year, unit=unit("XDD"), kind="excellent_collective", title="Tập thể lao động xuất sắc"
        )
    found = kinds(fighter(2022))[Rested.PROPOSAL]
    assert (found.who, found.what) == ("Khoa Xây dựng Đảng", "Đề nghị Tập thể lao động xuất sắc năm 2022")


def test_an_initiative_that_the_award_used_up_is_free_again(year: CampaignId) -> None:
    with write("Nơi đã dùng"):
        InitiativeUse.create(
            initiative=Initiative.get(), person=person("CB03"), year=2022, title=FIGHTER, award=fighter(2022)
        )
    assert kinds(fighter(2022))[Rested.INITIATIVE].what == "SK01: Bài giảng"


def test_the_rehearsal_leaves_no_step_and_no_revocation(year: CampaignId) -> None:
    before = len(history.operations(100))
    effects(fighter(2021))
    assert (len(history.operations(100)), AwardRevocation.select().count()) == (before, 0)


def test_the_same_list_is_made_again_after_the_revocation(year: CampaignId) -> None:
    give(PROVINCIAL, 2022)
    before = effects(fighter(2020)).rows
    awards_edit.revoke_award(fighter(2020), date(2022, 12, 9), "Khai sai", "15-QĐ/TCT")
    assert effects(fighter(2020)).rows == before
    revocation = awards.award(fighter(2020)).revocation
    assert revocation is not None
    assert revocation.decision_number == "15-QĐ/TCT"


def test_nothing_rests_on_an_award_that_no_condition_asks_for(year: CampaignId) -> None:
    assert effects(give("Người tốt việc tốt", 2021)).rows == ()
