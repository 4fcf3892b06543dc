"""Deciding a person's rating: with a reason against the proposal, withdrawn, undone, refused in a closed year."""

from datetime import date

import pytest

from db.models.campaigns import Campaign
from tests.services.scored_school import School, build, score
from thidua_gui.core.errors import UserError
from thidua_gui.core.ratings import EffectiveRating, Rating
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import history, ratings, score_changes, scoring
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.transaction import write

DAY = date(2022, 11, 16)


@pytest.fixture
def school(data_file: OpenFile) -> School:
    assert data_file
    made = build()
    score(made, StageKey.UNIT, "GV01", [8, 12, 50, 25])
    return made


def decide(school: School, rating: Rating | None, reason: str = "", person: str = "GV01") -> None:
    ratings.decide(school.campaign, school.people[person], rating, reason, on=DAY)


def holding(school: School, person: str = "GV01") -> EffectiveRating:
    board = scoring.board(school.campaign)
    return next(scoring.effective_of(row, board) for row in board.rows if row.code == person)


def test_without_a_decision_the_proposal_holds(school: School) -> None:
    assert holding(school) == EffectiveRating(Rating.EXCELLENT, False, Rating.EXCELLENT, StageKey.UNIT)


def test_the_proposal_may_be_decided_without_a_reason(school: School) -> None:
    decide(school, Rating.EXCELLENT)
    assert holding(school).is_decided


def test_another_rating_needs_a_reason(school: School) -> None:
    with pytest.raises(UserError) as refusal:
        decide(school, Rating.GOOD, "   ")
    assert refusal.value.code == "rating_reason_missing"
    assert not holding(school).is_decided


def test_a_decision_with_its_reason_outranks_the_proposal(school: School) -> None:
    decide(school, Rating.GOOD, " Bị phê bình ")
    assert holding(school) == EffectiveRating(Rating.GOOD, True, Rating.EXCELLENT, StageKey.UNIT)
    (row,) = scoring.rows(school.campaign, [school.people["GV01"]])
    assert row.decided_reason == "Bị phê bình"


def test_who_has_no_proposal_may_be_rated_without_a_reason(school: School) -> None:
    decide(school, Rating.COMPLETED, person="GV02")
    assert holding(school, "GV02").rating is Rating.COMPLETED


def test_a_withdrawn_decision_lets_the_proposal_hold_again(school: School) -> None:
    decide(school, Rating.GOOD, "Bị phê bình")
    decide(school, None)
    assert holding(school) == EffectiveRating(Rating.EXCELLENT, False, Rating.EXCELLENT, StageKey.UNIT)


def test_undo_brings_the_former_decision_back(school: School) -> None:
    decide(school, Rating.GOOD, "Bị phê bình")
    decide(school, Rating.COMPLETED, "Bị kỷ luật")
    changes = history.undo_last()
    assert holding(school).rating is Rating.GOOD
    assert score_changes.touched_by(changes) == {school.people["GV01"]}
    history.undo_last()
    assert not holding(school).is_decided


def test_a_closed_year_refuses_decisions(school: School) -> None:
    with write("Chốt năm"):
        Campaign.update(state=CampaignState.CLOSED).execute()
    with pytest.raises(UserError) as refusal:
        decide(school, Rating.EXCELLENT)
    assert refusal.value.code == "campaign_closed"
    assert not holding(school).is_decided


def test_the_ratings_of_a_year_are_those_that_hold(school: School) -> None:
    decide(school, Rating.COMPLETED, person="GV02")
    named = {code: scoring.effective_ratings(school.campaign).get(person) for code, person in school.people.items()}
    assert {code: rating for code, rating in named.items() if rating} == {
        "GV01": Rating.EXCELLENT, "GV02": Rating.COMPLETED,
    }
