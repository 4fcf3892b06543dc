"""The units that somebody leads, read from posts and named heads, and what follows for the leader's award."""

from __future__ import annotations

from datetime import date

import pytest

from db.connection import database
from db.models.campaigns import Campaign
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.organisation import Membership, Unit
from db.models.scoring import Rating as RatingRow
from tests.services import small_school
from tests.services.small_school import person, unit
from thidua_gui.core.eligibility_facts import Finding, LedUnit, Outcome
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.ratings import Rating
from thidua_gui.core.titles import TitleKey
from thidua_gui.services.eligibility import verdicts
from thidua_gui.services.eligibility_leaders import led_units
from thidua_gui.services.near_misses import near_misses
from thidua_gui.services.transaction import read, write
from thidua_gui.services.year_facts import YearFacts

pytestmark = pytest.mark.usefixtures("data_file")
FACULTY = "Khoa Lý luận cơ sở"


@pytest.fixture
def year() -> CampaignId:
    """CB01 holds the post of Trưởng khoa of LLCS; the decision is of 8 December 2022."""
    campaign = small_school.populate()
    with write("Ngày quyết định"):
        Campaign.update(decision_on=date(2022, 12, 8)).execute()
    return campaign


def rate(campaign: CampaignId, code: str, rating: str) -> None:
    with write("Xếp loại"):
        RatingRow.create(campaign=campaign, unit=unit(code), rating=rating)


def leads(campaign: CampaignId, code: str) -> tuple[LedUnit, ...]:
    with read():
        return led_units(YearFacts(campaign)).get(person(code), ())


def followed(campaign: CampaignId, code: str) -> Finding:
    (one,) = verdicts(campaign, TitleKey.DIPLOMA_OF_MERIT, [person(code)]).subjects
    assert one.judgement is not None
    (found,) = [finding for finding in one.judgement.findings if finding.condition.id == "led_unit"]
    return found


@pytest.mark.parametrize(("rating", "outcome"), [("good", Outcome.MET), ("completed", Outcome.NOT_MET)])
def test_the_award_of_a_head_follows_the_faculty(year: CampaignId, rating: str, outcome: Outcome) -> None:
    rate(year, "LLCS", rating)
    found = followed(year, "CB01")
    assert (found.outcome, found.used.leads) == (outcome, (LedUnit(FACULTY, Rating(rating)),))


def test_while_the_faculty_is_not_rated_nobody_can_say(year: CampaignId) -> None:
    assert (followed(year, "CB01").outcome, leads(year, "CB01")) == (Outcome.UNKNOWN, (LedUnit(FACULTY, None),))


def test_a_deputy_and_a_lecturer_lead_nothing(year: CampaignId) -> None:
    rate(year, "LLCS", "not_completed")
    rate(year, "XDD", "not_completed")
    assert [followed(year, code).outcome for code in ("CB02", "CB03")] == [Outcome.MET, Outcome.MET]


def test_whoever_was_named_head_leads_in_place_of_the_post(year: CampaignId) -> None:
    with write("Trưởng đơn vị"):
        Unit.update(head=person("CB02")).where(Unit.code == "LLCS").execute()
    assert (leads(year, "CB01"), leads(year, "CB02")) == ((), (LedUnit(FACULTY, None),))


def test_a_post_that_ended_before_the_end_of_the_year_leads_no_more(year: CampaignId) -> None:
    with write("Thôi giữ chức vụ"):
        Membership.update(until_on=date(2022, 12, 30)).where(Membership.person == person("CB01")).execute()
        Membership.create(person=person("CB01"), unit=unit("XDD"), post="Giảng viên", from_on=date(2022, 12, 31))
    assert leads(year, "CB01") == ()


def test_a_unit_closed_in_the_year_is_not_led(year: CampaignId) -> None:
    with write("Giải thể"):
        Unit.update(closed_on=date(2022, 6, 30)).where(Unit.code == "LLCS").execute()
    assert leads(year, "CB01") == ()


def test_the_director_in_the_leadership_leads_the_school_and_not_the_leadership(year: CampaignId) -> None:
    board = small_school.add_unit("BGH", "Ban Giám hiệu", "Lãnh đạo")
    small_school.add_person("GD", "Vàng A Páo", board, "Hiệu trưởng")
    small_school.add_person("PGD", "Mùa Thị Dợ", board, "Phó Hiệu trưởng")
    rate(year, "BGH", "not_completed")
    rate(year, "@", "excellent")
    school = Unit.get(Unit.is_root).name
    assert (leads(year, "GD"), leads(year, "PGD")) == ((LedUnit(school, Rating.EXCELLENT),), ())


def test_whoever_was_named_head_of_the_school_leads_it_alone(year: CampaignId) -> None:
    board = small_school.add_unit("BGH", "Ban Giám hiệu", "Lãnh đạo")
    small_school.add_person("GD", "Vàng A Páo", board, "Hiệu trưởng")
    with write("Người đứng đầu"):
        Unit.update(head=person("CB01")).where(Unit.is_root).execute()
    assert leads(year, "GD") == ()
    assert [one.name for one in leads(year, "CB01")] == [Unit.get(Unit.is_root).name, FACULTY]


def test_more_heads_ask_no_more_queries(year: CampaignId) -> None:
    few = asked(year)
    for number in range(5):
        made = small_school.add_unit(f"K{number}", f"Khoa {number}")
        small_school.add_person(f"TK{number}", "Lý A Tủa", made, "Trưởng khoa")
    assert asked(year) == few


def asked(campaign: CampaignId) -> int:
    statements: list[str] = []
    database.connection().set_trace_callback(statements.append)
    verdicts(campaign, TitleKey.DIPLOMA_OF_MERIT)
    database.connection().set_trace_callback(None)
    return len(statements)


def test_what_a_leader_lacks_is_told_with_the_unit(year: CampaignId) -> None:
    rate(year, "LLCS", "completed")
    with write("Kết quả"):
        before = Campaign.create(year=2021).id
        for campaign in (before, year):
            RatingRow.create(campaign=campaign, person=person("CB01"), rating="excellent")
        made = Initiative.create(campaign=year, code="SK01", name="Bài giảng", scope="Cơ sở", result="Công nhận")
        InitiativeAuthor.create(initiative=made, person=person("CB01"))
    (row,) = [row for row in near_misses(year).rows if row.code == "CB01"]
    told = f"cần đơn vị phụ trách xếp loại từ Hoàn thành tốt nhiệm vụ trở lên (hiện có: {FACULTY}: Hoàn thành nhiệm vụ)"
    assert told in row.lacking
