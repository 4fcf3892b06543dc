"""A title or form that the school added itself is taken wherever one is typed."""

from datetime import date

import pytest

from thidua_gui.core.awards import Bearer, Level
from thidua_gui.core.errors import UserError
from thidua_gui.core.registering import Side
from thidua_gui.core.titles import TitleGroup
from thidua_gui.services import (
    award_kinds_edit,
    awards,
    awards_edit,
    commendations,
    people,
    registration_rules,
    target_choices,
    unit_book_season,
    unit_votes_edit,
)
from thidua_gui.services.award_kinds_edit import KindDraft
from thidua_gui.services.awards_edit import AwardDraft
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.organisation import units
from thidua_gui.services.unit_votes_edit import VoteDraft
from thidua_gui.services.year_facts import title_token

DAY = date(2022, 12, 31)
STAR, STAR_SHORT = "Ngôi sao thi đua của trường", "Ngôi sao"
TEAM = "Tổ thi đua kiểu mẫu"


@pytest.fixture(autouse=True)
def own_kinds(sample_year: CampaignSummary) -> None:
    award_kinds_edit.add_kind(KindDraft(STAR, STAR_SHORT, TitleGroup.TITLE, Bearer.PERSON, Level.GRASSROOTS))
    award_kinds_edit.add_kind(KindDraft(TEAM, "TKM", TitleGroup.TITLE, Bearer.UNIT, Level.GRASSROOTS))


def test_a_registration_keeps_its_full_name(sample_year: CampaignSummary) -> None:
    assert registration_rules.judged_title("ngôi sao", Side.PEOPLE) == STAR
    assert STAR in registration_rules.offered(Side.PEOPLE)
    assert STAR not in registration_rules.offered(Side.UNITS)


@pytest.mark.parametrize(
    ("title", "side", "code"),
    [(TEAM, Side.PEOPLE, "registration_title_of_units"), (STAR, Side.UNITS, "registration_title_of_people")],
)
def test_a_registration_of_the_wrong_side_is_refused(
    sample_year: CampaignSummary, title: str, side: Side, code: str
) -> None:
    with pytest.raises(UserError) as refused:
        registration_rules.judged_title(title, side)
    assert refused.value.code == code


def test_two_wordings_of_one_own_title_are_registered_once(sample_year: CampaignSummary) -> None:
    with pytest.raises(UserError) as refused:
        registration_rules.refuse_repeated(STAR, ["Ngôi sao năm 2022"])
    assert refused.value.code == "registration_repeated"
    registration_rules.refuse_repeated(STAR, ["Lao động tiên tiến", TEAM])


def test_a_vote_and_an_award_go_to_whom_the_title_is_for(sample_year: CampaignSummary) -> None:
    unit = units(DAY)[1].id
    with pytest.raises(UserError) as voted:
        unit_votes_edit.record(sample_year.id, VoteDraft(unit, None, unit, STAR))
    with pytest.raises(UserError) as awarded:
        awards_edit.add_award(AwardDraft(None, unit, 2022, STAR))
    assert voted.value.code == awarded.value.code == "award_for_person"
    unit_votes_edit.record(sample_year.id, VoteDraft(unit, None, unit, TEAM))


def test_an_award_of_it_is_a_title_and_held_once_a_year(sample_year: CampaignSummary) -> None:
    person = people.find("", 1, DAY)[0].id
    awards_edit.add_award(AwardDraft(person, None, 2022, STAR))
    row = next(one for one in awards.of_person(person) if one.title == STAR)
    assert (row.short, row.is_form) == (STAR_SHORT, False)
    with pytest.raises(UserError) as refused:
        awards_edit.add_award(AwardDraft(person, None, 2022, STAR_SHORT))
    assert refused.value.code == "award_exists"


def test_an_own_title_is_no_form_to_commend_with(sample_year: CampaignSummary) -> None:
    assert STAR not in commendations.proposal(sample_year.id).forms
    assert "Giấy khen" in commendations.proposal(sample_year.id).forms


def test_targets_and_unit_books_offer_it(sample_year: CampaignSummary) -> None:
    choices = target_choices.choices(sample_year.id)
    assert STAR in choices.titles
    assert TEAM in choices.unit_titles
    assert unit_book_season.title_spellings()["tkm"] == TEAM


def test_a_target_counts_all_its_wordings(sample_year: CampaignSummary) -> None:
    assert title_token("Ngôi sao năm 2022") == title_token(STAR) == "own-1"
