"""One initiative for one title or commendation: chosen, told, refused, given back, and suggested for what."""

from __future__ import annotations

from datetime import date

import pytest

from db.connection import database
from db.models.campaigns import Campaign
from db.models.scoring import Rating
from tests.services import proposed
from tests.services.proposed import CERTIFICATE, DIPLOMA, FIGHTER, LABOURER, bring, initiative, propose, row_of
from tests.services.small_school import person, refusal, unit
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.ids import CampaignId, InitiativeId, ProposalId
from thidua_gui.core.proposals import State
from thidua_gui.services import history, initiative_uses, proposals, proposals_edit, year_states
from thidua_gui.services.initiative_uses import UseDraft
from thidua_gui.services.proposal_initiatives import choose_suggested, suggest_initiatives
from thidua_gui.services.proposals import InitiativeChoice
from thidua_gui.services.proposals_edit import Nominee
from thidua_gui.services.transaction import write

pytestmark = pytest.mark.usefixtures("data_file")


@pytest.fixture
def year() -> CampaignId:
    return proposed.ripe()


@pytest.fixture
def strict(year: CampaignId) -> CampaignId:
    """The year 2025: one initiative serves one award only, and an excellent rating is nobody's."""
    proposed.decide_on(year, date(2025, 12, 5), 2025)
    return year


def uses() -> list[tuple[object, ...]]:
    query = "SELECT initiative_id, person_id, year, title, proposal_id FROM initiative_uses ORDER BY id"
    return database.run(query).fetchall()


def offered(proposal: ProposalId) -> dict[str, InitiativeChoice]:
    return {one.code: one for one in proposals.dossier(proposal).initiatives}


def test_what_is_chosen_is_kept_as_a_use_of_the_proposal_and_undone(year):
    first, second = initiative(year, "SK01", "CB01"), initiative(year, "SK02", "CB01")
    (one,) = propose(year, FIGHTER, "CB01")
    assert row_of(year, FIGHTER, "CB01").at_hand == ("SK01", "SK02")
    proposals_edit.choose_initiatives(one, [first])
    assert uses() == [(first, person("CB01"), 2022, "Chiến sĩ thi đua cơ sở", one)]
    row = row_of(year, FIGHTER, "CB01")
    assert (row.initiatives, row.at_hand, row.outcome) == (("SK01",), ("SK02",), Outcome.MET)
    proposals_edit.choose_initiatives(one, [second])
    assert [use[0] for use in uses()] == [second]
    history.undo_last()
    assert [use[0] for use in uses()] == [first]


def test_those_that_do_not_serve_are_shown_with_the_reason(year):
    initiative(year, "SK01", "CB01", result=None)
    refused_one = initiative(year, "SK02", "CB01", result="Không công nhận")
    initiative(year, "SK03", "CB02")
    (one,) = propose(year, FIGHTER, "CB01")
    found = offered(one)
    assert {code: choice.why_not for code, choice in found.items()} == {
        "SK01": "Chưa có quyết định công nhận.", "SK02": "Không được công nhận.",
    }  # fmt: skip
    refused = refusal(proposals_edit.choose_initiatives, one, [refused_one])
    assert (refused.code, refused.details["field"]) == ("choice_refused", "initiatives")


def test_only_ones_own_initiative_is_chosen_and_only_for_a_person(year):
    others = initiative(year, "SK01", "CB02")
    (one,) = propose(year, FIGHTER, "CB01")
    assert refusal(proposals_edit.choose_initiatives, one, [others]).code == "choice_not_author"
    proposals_edit.propose(year, CERTIFICATE, [Nominee(None, unit("LLCS"))])
    of_unit = row_of(year, CERTIFICATE, "LLCS").id
    assert refusal(proposals_edit.choose_initiatives, of_unit, [others]).code == "choice_of_unit"
    assert uses() == []


def twice(year: CampaignId) -> tuple[InitiativeId, ProposalId, ProposalId]:
    """One initiative, chosen for the first of two proposals of its author."""
    only = initiative(year, "SK01", "CB01")
    (fighter,), (certificate,) = propose(year, FIGHTER, "CB01"), propose(year, CERTIFICATE, "CB01")
    proposals_edit.choose_initiatives(fighter, [only])
    return only, fighter, certificate


def test_before_the_day_of_the_rule_a_second_use_is_told_and_allowed(year):
    only, _, certificate = twice(year)
    choice = offered(certificate)["SK01"]
    assert (choice.why_not, choice.warning[:13]) == ("", "Đã dùng cho C")
    proposals_edit.choose_initiatives(certificate, [only])
    assert len(uses()) == 2


@pytest.mark.parametrize(("day", "refused"), [(date(2023, 9, 4), False), (date(2023, 9, 5), True)])
def test_from_the_day_of_the_rule_a_second_use_is_refused(year, day, refused):
    proposed.decide_on(year, day, 2023)
    only, _, certificate = twice(year)
    assert bool(offered(certificate)["SK01"].why_not) is refused
    if refused:
        assert refusal(proposals_edit.choose_initiatives, certificate, [only]).code == "choice_refused"
    else:
        proposals_edit.choose_initiatives(certificate, [only])
    assert len(uses()) == (1 if refused else 2)


@pytest.mark.parametrize("way", [(State.WITHDRAWN,), (State.SUBMITTED, State.VALID, State.PRESENTED, State.FAILED)])
def test_what_came_to_nothing_gives_its_initiative_back(strict, way):
    only, fighter, certificate = twice(strict)
    bring([fighter], *way)
    (told,) = initiative_uses.of_initiative(only)
    assert (told.is_gone, told.stands) == (True, False)
    proposals_edit.choose_initiatives(certificate, [only])
    assert row_of(strict, CERTIFICATE, "CB01").initiatives == ("SK01",)


def test_it_does_not_come_back_to_an_initiative_that_serves_another_now(strict):
    only, fighter, certificate = twice(strict)
    bring([fighter], State.WITHDRAWN)
    proposals_edit.choose_initiatives(certificate, [only])
    refused = refusal(proposals_edit.move, [fighter], State.DRAFT, "Lập lại")
    assert refused.code == "initiative_used_once"
    assert row_of(strict, FIGHTER, "CB01").state is State.WITHDRAWN


def test_what_was_sent_back_is_so_for_good_when_the_year_is_closed(strict):
    only, fighter, _ = twice(strict)
    bring([fighter], State.SUBMITTED, State.RETURNED)
    assert initiative_uses.of_initiative(only)[0].stands
    year_states.close_year(strict)
    assert not initiative_uses.of_initiative(only)[0].stands


def test_a_use_noted_by_hand_for_the_same_title_becomes_the_proposals(strict):
    only = initiative(strict, "SK01", "CB01")
    initiative_uses.add_use(only, UseDraft(person("CB01"), None, 2025, "CSTĐ cơ sở"))
    (one,) = propose(strict, FIGHTER, "CB01")
    proposals_edit.choose_initiatives(one, [only])
    assert uses() == [(only, person("CB01"), 2025, "CSTĐ cơ sở", one)]


def test_an_initiative_that_serves_one_proposal_is_spent_for_the_conditions_of_another(strict):
    only = initiative(strict, "SK01", "CB01")
    (certificate,), (fighter,) = propose(strict, CERTIFICATE, "CB01"), propose(strict, FIGHTER, "CB01")
    assert row_of(strict, FIGHTER, "CB01").outcome is Outcome.MET
    proposals_edit.choose_initiatives(certificate, [only])
    assert row_of(strict, FIGHTER, "CB01").outcome is Outcome.NOT_MET
    bring([certificate], State.WITHDRAWN)
    assert row_of(strict, FIGHTER, "CB01").outcome is Outcome.MET
    assert offered(fighter)["SK01"].why_not == ""


@pytest.fixture
def laden(strict: CampaignId) -> CampaignId:
    """CB01 is excellent for two years in a row, with three initiatives in them."""
    with write("Năm trước"):
        before = CampaignId(Campaign.create(year=2024).id)
        Rating.create(campaign=before, person=person("CB01"), rating="excellent")
        Rating.update(rating="excellent").where(
            (Rating.campaign == strict) & (Rating.person == person("CB01"))
        ).execute()
    initiative(before, "SK90", "CB01")
    initiative(strict, "SK01", "CB01", scope="Tỉnh")
    initiative(strict, "SK02", "CB01")
    return strict


def test_an_award_met_without_initiatives_spends_none_and_the_other_takes_the_narrowest(laden):
    propose(laden, FIGHTER, "CB01")
    propose(laden, DIPLOMA, "CB01")
    fighter, diploma = suggest_initiatives(laden, person("CB01"))
    assert (fighter.kind, fighter.needed, fighter.initiatives) == (FIGHTER, 0, ())
    assert (diploma.needed, diploma.is_enough, diploma.is_chosen) == (2, True, False)
    assert sorted(one.code for one in diploma.initiatives) == ["SK02", "SK90"]


def test_the_suggestion_is_taken_over_in_one_step(laden):
    (diploma,) = propose(laden, DIPLOMA, "CB01")
    choose_suggested(laden, person("CB01"))
    assert row_of(laden, DIPLOMA, "CB01").initiatives == ("SK02", "SK90")
    (again,) = suggest_initiatives(laden, person("CB01"))
    assert again.is_chosen
    assert [one.is_chosen for one in again.initiatives] == [True, True]
    history.undo_last()
    assert uses() == []
    assert offered(diploma)["SK90"].year == 2024


def test_what_is_not_enough_says_so_and_is_not_taken(strict):
    propose(strict, FIGHTER, "CB01")
    (suggested,) = suggest_initiatives(strict, person("CB01"))
    assert (suggested.needed, suggested.initiatives, suggested.is_enough) == (1, (), False)
    choose_suggested(strict, person("CB01"))
    assert uses() == []


def test_a_suggestion_may_change_what_was_chosen_before(strict):
    wide, narrow = initiative(strict, "SK01", "CB01", scope="Tỉnh"), initiative(strict, "SK02", "CB01")
    (one,) = propose(strict, FIGHTER, "CB01")
    proposals_edit.choose_initiatives(one, [wide])
    choose_suggested(strict, person("CB01"))
    assert [use[0] for use in uses()] == [narrow]


def test_nothing_is_suggested_for_what_lies_before_the_council(strict):
    initiative(strict, "SK01", "CB01")
    bring(propose(strict, FIGHTER, "CB01"), State.SUBMITTED, State.VALID, State.PRESENTED)
    propose(strict, LABOURER, "CB01")
    assert [one.kind for one in suggest_initiatives(strict, person("CB01"))] == [LABOURER]


def test_an_initiative_that_is_not_recognised_is_marked_in_the_list(year):
    initiative(year, "SK01", "CB01")
    initiative(year, "SK02", "CB01", result="Không công nhận")
    initiative(year, "SK03", "CB01", result=None)
    propose(year, FIGHTER, "CB01")
    told = row_of(year, FIGHTER, "CB01").at_hand
    assert told == ("SK01", "SK02 chưa công nhận", "SK03 chưa có kết quả")


def test_the_condition_names_the_initiative_that_it_rests_on(year):
    initiative(year, "SK01", "CB01")
    (one,) = propose(year, FIGHTER, "CB01")
    told = [line.had for line in proposals.dossier(one).lines]
    assert [words for words in told if "SK01 “Sáng kiến SK01”" in words]
