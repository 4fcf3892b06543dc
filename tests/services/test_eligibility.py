"""Verdicts of a year: everyone and every unit in a number of queries that does not grow, with their law named."""

from __future__ import annotations

from datetime import date

import pytest

from db.connection import database
from db.models.awards import Award
from db.models.campaigns import Campaign, PersonnelChange
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.organisation import Unit
from db.models.scoring import Rating
from tests.services import small_school
from thidua_gui.core.eligibility_facts import Finding, Judgement, Outcome
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.titles import TitleKey
from thidua_gui.services.eligibility import Verdicts, verdicts
from thidua_gui.services.objections import Objections
from thidua_gui.services.transaction import write

pytestmark = pytest.mark.usefixtures("data_file")
LABOURER, COLLECTIVE = TitleKey.ADVANCED_LABOURER, TitleKey.ADVANCED_COLLECTIVE


@pytest.fixture
def year() -> CampaignId:
    """Everyone registered, rated good and at the school since 2010; the decision is of 8 December 2022."""
    campaign = small_school.populate()
    with write("Kết quả"):
        database.run("UPDATE people SET joined_on = '2010-01-01'")
        for code in ("CB01", "CB02", "CB03", "CB04"):
            Rating.create(campaign=campaign, person=small_school.person(code), rating="good")
    for code in ("CB01", "CB02", "CB03", "CB04"):
        small_school.register(campaign, code, "Lao động tiên tiến")
    decide(campaign, date(2022, 12, 8))
    return campaign


def decide(campaign: CampaignId, day: date) -> None:
    with write("Ngày quyết định"):
        Campaign.update(decision_on=day).where(Campaign.id == campaign).execute()


def of(found: Verdicts, code: str) -> Judgement:
    subject = small_school.unit(code) if found.of_units else small_school.person(code)
    (judged,) = [one.judgement for one in found.subjects if one.subject == subject]
    assert judged is not None
    return judged


def finding(judged: Judgement, name: str) -> Finding:
    (found,) = [one for one in judged.findings if one.condition.id == name]
    return found


def test_everyone_is_judged_with_each_condition_and_the_pack_is_named(year: CampaignId) -> None:
    found = verdicts(year, LABOURER)
    assert [one.judgement and one.judgement.outcome for one in found.subjects] == [Outcome.MET] * 4
    assert (found.regime, found.pack, found.is_shipped, found.is_provisional) == ("A", "A", True, False)
    assert found.reason == ""
    assert found.sha256 is not None
    assert len(found.sha256) == 64
    assert len(of(found, "CB01").findings) == 9


def test_some_may_be_asked_for_alone(year: CampaignId) -> None:
    wanted = [small_school.person("CB03"), 999]
    found = verdicts(year, TitleKey.GRASSROOTS_FIGHTER, wanted)
    assert [one.subject for one in found.subjects] == [small_school.person("CB03")]


def test_in_a_law_not_read_everyone_is_unknown_with_the_reason(year: CampaignId) -> None:
    decide(year, date(2026, 10, 1))
    found = verdicts(year, LABOURER)
    assert [one.judgement for one in found.subjects] == [None] * 4
    assert (found.regime, found.pack, found.reason[:17]) == ("D", "D", "Nội dung Luật số ")


def test_on_demand_the_earlier_law_judges_and_says_that_it_does(year: CampaignId) -> None:
    decide(year, date(2026, 10, 1))
    found = verdicts(year, LABOURER, is_provisional=True)
    assert (of(found, "CB01").outcome, found.pack, found.is_provisional) == (Outcome.MET, "C", True)


def test_a_dossier_received_in_time_is_judged_by_the_earlier_law(year: CampaignId) -> None:
    decide(year, date(2026, 10, 1))
    found = verdicts(year, LABOURER, received_on=date(2026, 9, 30))
    assert (of(found, "CB01").outcome, found.pack, found.is_provisional) == (Outcome.MET, "C", False)


def test_an_award_that_the_law_sets_no_conditions_for_is_judged_of_nobody(year: CampaignId) -> None:
    assert {one.judgement for one in verdicts(year, TitleKey.CERTIFICATE_OF_MERIT).subjects} == {None}


def test_an_objection_unmakes_what_the_proposal_says(year: CampaignId) -> None:
    person, unit = int(small_school.person("CB01")), int(small_school.unit("LLCS"))
    objections = Objections({person: frozenset({"ethics"}), 999: frozenset()}, {unit: frozenset({"solidarity"})})
    assert of(verdicts(year, LABOURER, objections=objections), "CB01").not_met == ("ethics",)
    assert "solidarity" in of(verdicts(year, COLLECTIVE, objections=objections), "LLCS").not_met


def test_half_of_a_unit_is_not_more_than_half(year: CampaignId) -> None:
    with write("Xếp loại"):
        Rating.create(campaign=year, unit=small_school.unit("LLCS"), rating="good")
        Rating.update(rating="completed").where(Rating.person == small_school.person("CB02")).execute()
    judged = of(verdicts(year, COLLECTIVE), "LLCS")
    share = finding(judged, "share").used
    assert (judged.not_met, share.number, share.of) == (("share",), 1, 2)


def test_a_collective_is_everyone_in_it_and_below_it(year: CampaignId) -> None:
    with write("Tổ"):
        Unit.update(parent=small_school.unit("LLCS")).where(Unit.code == "XDD").execute()
    found = verdicts(year, COLLECTIVE)
    assert [finding(of(found, code), "share").used.of for code in ("@", "LLCS", "XDD", "TCHC")] == [4, 3, 1, 1]


def test_a_study_and_a_move_are_read_from_the_years_changes(year: CampaignId) -> None:
    with write("Biến động"):
        mine = {"campaign": year, "person": small_school.person("CB01")}
        PersonnelChange.create(kind="Cử đi học", from_on=date(2021, 9, 1), detail="Cao học, kết quả giỏi", **mine)
        PersonnelChange.create(kind="Biệt phái", from_on=date(2022, 1, 1), detail="Ban Tổ chức", **mine)
        PersonnelChange.create(kind="Cử đi học", detail="chưa rõ ngày", **mine)
        Rating.delete().where(Rating.person == small_school.person("CB01")).execute()
    judged = of(verdicts(year, LABOURER), "CB01")
    assert (judged.outcome, finding(judged, "rating").parts[1].outcome) == (Outcome.MET, Outcome.MET)
    assert [move.place for move in finding(judged, "remark").used.moves] == ["Ban Tổ chức"]


@pytest.mark.parametrize("award", [LABOURER, TitleKey.PROVINCIAL_FIGHTER, COLLECTIVE])
def test_more_people_and_units_ask_no_more_queries(year: CampaignId, award: TitleKey) -> None:
    newcomer(year, 0)
    few = asked(year, award)
    for more in range(1, 9):
        newcomer(year, more)
    assert asked(year, award) == few


def newcomer(year: CampaignId, number: int) -> None:
    """Somebody not rated yet, in a unit of their own."""
    unit = small_school.add_unit(f"T{number}", f"Tổ {number}")
    small_school.add_person(f"NM{number}", "Lý A Tủa", unit)
    small_school.register(year, f"NM{number}", "CSTĐCS")


def asked(campaign: CampaignId, award: TitleKey) -> int:
    statements: list[str] = []
    database.connection().set_trace_callback(statements.append)
    verdicts(campaign, award)
    database.connection().set_trace_callback(None)
    return len(statements)


def test_ratings_awards_and_initiatives_of_earlier_years_are_read(year: CampaignId) -> None:
    mine = small_school.person("CB01")
    with write("Năm trước"):
        before = Campaign.create(year=2021).id
        Rating.create(campaign=before, person=mine, rating="excellent")
        Rating.create(campaign=year, unit=small_school.unit("LLCS"), rating="good")
        Rating.update(rating="excellent").where((Rating.campaign == year) & (Rating.person == mine)).execute()
        for campaign, code in ((before, "SK1"), (year, "SK2")):
            row = Initiative.create(campaign=campaign, code=code, name=code, result="Công nhận", scope="Tỉnh")
            InitiativeAuthor.create(initiative=row.id, person=mine)
    judged = of(verdicts(year, TitleKey.DIPLOMA_OF_MERIT), "CB01")
    assert judged.outcome is Outcome.MET
    assert finding(judged, "rating_run").used.years == (2021, 2022)
    assert finding(judged, "initiatives").used.number == 2
    assert of(verdicts(year, TitleKey.DIPLOMA_OF_MERIT), "CB02").outcome is Outcome.NOT_MET


def test_ratings_and_awards_of_later_years_say_nothing(year: CampaignId) -> None:
    mine = small_school.person("CB01")
    with write("Năm sau"):
        later = Campaign.create(year=2023).id
        Rating.create(campaign=later, person=mine, rating="not_completed")
        Award.create(person=mine, year=2023, title="Bằng khen của Thủ tướng Chính phủ")
    judged = of(verdicts(year, TitleKey.ORDER_THIRD), "CB01")
    assert "held_before" in judged.not_met
    assert finding(judged, "rating_run").used.rating == "good"
