"""A small school whose year is ripe for proposals: four people, rated and scored, made for the tests of proposals."""

from __future__ import annotations

from datetime import date

from db.connection import database
from db.models.campaigns import Campaign
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.scoring import Rating
from tests.services import small_school
from tests.services.small_school import person
from thidua_gui.core.ids import CampaignId, InitiativeId, ProposalId
from thidua_gui.core.proposals import State
from thidua_gui.services import proposals, proposals_edit
from thidua_gui.services.proposals import ProposalRow
from thidua_gui.services.proposals_edit import Nominee
from thidua_gui.services.transaction import write

LABOURER, FIGHTER, COLLECTIVE = "advanced_labourer", "grassroots_fighter", "advanced_collective"
CERTIFICATE, DIPLOMA = "certificate_of_merit", "diploma_of_merit"
CODES = ("CB01", "CB02", "CB03", "CB04")


def ripe() -> CampaignId:
    """Everyone at the school since 2010, registered, rated good; the decision is of 8 December 2022."""
    campaign = small_school.populate()
    with write("Kết quả"):
        database.run("UPDATE people SET joined_on = '2010-01-01'")
        for code in CODES:
            Rating.create(campaign=campaign, person=person(code), rating="good")
    for code in CODES:
        small_school.register(campaign, code, "Lao động tiên tiến")
    decide_on(campaign, date(2022, 12, 8))
    return campaign


def decide_on(campaign: CampaignId, day: date, year: int | None = None) -> None:
    with write("Ngày quyết định"):
        Campaign.update(decision_on=day).where(Campaign.id == campaign).execute()
        if year is not None:
            Campaign.update(year=year).where(Campaign.id == campaign).execute()


def initiative(
    campaign: CampaignId, code: str, author: str, *, scope: str = "Cơ sở", result: str | None = "Công nhận"
) -> InitiativeId:
    with write("Sáng kiến"):
        row = Initiative.create(
            campaign=campaign, code=code, name=f"Sáng kiến {code}", scope=scope, result=result, position=1
        )
        InitiativeAuthor.create(initiative=row.id, person=person(author), position=1)
    return InitiativeId(row.id)


def propose(campaign: CampaignId, kind: str, *codes: str, **more: object) -> list[ProposalId]:
    """Drafts, their ids in the order of the codes."""
    nominees = [Nominee(person(code)) for code in codes]
    proposals_edit.propose(campaign, kind, nominees, **more)  # type: ignore[arg-type]  # test values
    return [row_of(campaign, kind, code).id for code in codes]


def row_of(campaign: CampaignId, kind: str, code: str) -> ProposalRow:
    found = [row for row in proposals.proposal_list(campaign, kind).rows if row.code == code]
    return found[-1]


def bring(ids: list[ProposalId], *states: State) -> None:
    """Step by step, with a reason where one is asked for."""
    for state in states:
        proposals_edit.move(ids, state, "Theo đề nghị")


def before_council(campaign: CampaignId, kind: str, *codes: str) -> list[ProposalId]:
    """Proposed, handed in, valid and presented."""
    ids = propose(campaign, kind, *codes)
    bring(ids, State.SUBMITTED, State.VALID)
    proposals_edit.present(campaign, kind, "Theo đề nghị")
    return ids


def tick_all(campaign: CampaignId, kind: str) -> None:
    """Also those who do not meet the conditions."""
    proposals_edit.set_listed([row.id for row in proposals.proposal_list(campaign, kind).rows], True)
