"""What is to be done next is counted from the year as it stands; a closed year asks for nothing."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from db.models.initiatives import Initiative
from db.models.scoring import Rating
from tests.services import proposed
from thidua_gui.core.proposals import PaperState, State
from thidua_gui.services import campaigns, new_year, overview, proposals, proposals_edit, target_facts, year_states
from thidua_gui.services.new_year import YearDraft
from thidua_gui.services.next_steps import StepKind, next_steps
from thidua_gui.services.transaction import write

TODAY = date(2022, 11, 22)


@pytest.fixture
def year(sample_year):
    return sample_year.id


def steps(year):
    state, lines = overview.year_state(year, TODAY), target_facts.target_lines(year)
    return {step.kind: step for step in next_steps(state, lines, TODAY)}


def test_units_that_are_late_are_to_be_reminded(year):
    assert steps(year)[StepKind.REMIND].count == 5


def test_a_stage_in_which_everybody_is_scored_is_to_be_closed(year):
    assert steps(year)[StepKind.CLOSE_STAGE].stage == "self"


def test_people_without_a_rating_and_doubtful_ones_are_counted(year):
    assert StepKind.RATE not in steps(year)
    with write("Bỏ xếp loại"):
        gone = [row.id for row in Rating.select().where(Rating.person.is_null(False)).limit(3)]
        Rating.delete().where(Rating.id.in_(gone)).execute()
        Rating.update(stale_since=datetime(2022, 11, 20, 8)).where(Rating.person.is_null(False)).execute()
    assert steps(year)[StepKind.RATE].count == 3
    assert steps(year)[StepKind.LOOK_AGAIN].count == 42


def test_an_initiative_without_a_result_is_to_be_judged(year):
    with write("Sáng kiến mới"):
        Initiative.create(campaign=year, code="SK99", name="Sổ tay điện tử")
    assert steps(year)[StepKind.JUDGE_INITIATIVES].count == 1


def test_drafts_missing_papers_and_what_is_above_the_quota_are_counted(year):
    assert StepKind.PROPOSAL_DRAFTS not in steps(year)
    proposals_edit.propose_from_registrations(year, "grassroots_fighter")
    proposed.tick_all(year, "grassroots_fighter")
    found = steps(year)
    counts = [found[kind].count for kind in (StepKind.PROPOSAL_DRAFTS, StepKind.PROPOSAL_PAPERS)]
    assert (counts, found[StepKind.PROPOSALS_ABOVE].count) == ([9, 9], 3)
    first = proposals.proposal_list(year, "grassroots_fighter").rows[0].id
    proposals_edit.move([first], State.SUBMITTED)
    proposals_edit.set_listed([first], False)
    for paper in proposals.dossier(first).papers:
        proposals_edit.note_paper(first, paper.name, PaperState.PRESENT)
    found = steps(year)
    counts = [found[kind].count for kind in (StepKind.PROPOSAL_DRAFTS, StepKind.PROPOSAL_PAPERS)]
    assert (counts, found[StepKind.PROPOSALS_ABOVE].count) == ([8, 8], 2)


def test_a_year_in_preparation_is_to_be_numbered_and_opened(year):
    new_year.create(YearDraft(2023, year))
    prepared = next(one.id for one in campaigns.campaigns() if one.year == 2023)
    assert {StepKind.OPEN_YEAR, StepKind.PLAN_NUMBER} <= set(steps(prepared))


def test_a_closed_year_asks_for_nothing(year):
    year_states.close_year(year)
    assert steps(year) == {}
