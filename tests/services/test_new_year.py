"""A new year is made from an earlier one: carried, dated anew, nobody's results; or from nothing."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.council import CouncilMember
from db.models.plan import PlanItem, Target
from db.models.scoring import Rating, Score, Stage
from thidua_gui.core.errors import UserError
from thidua_gui.core.new_year import Carry
from thidua_gui.services import campaigns, criteria, history, new_year, target_facts
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.new_year import YearDraft


@pytest.fixture
def old(sample_year):
    return sample_year.id


def made(draft):
    new_year.create(draft)
    return next(year for year in campaigns.campaigns() if year.year == draft.year)


def test_the_next_year_has_what_the_last_one_had_dated_anew(old):
    year = made(YearDraft(2023, old, theme=" Kỷ cương "))
    assert (year.state, year.theme, year.plan_number) == (CampaignState.PREPARING, "Kỷ cương", None)
    assert year.results_due_on == date(2023, 11, 19)
    for copied in (campaigns.milestones, lambda one: [line.content for line in target_facts.target_lines(one)]):
        assert len(copied(year.id)) == len(copied(old))
    due = {mark.kind: mark.due_on for mark in campaigns.milestones(year.id)}
    assert due["results"] == date(2023, 11, 19)
    assert all(mark.done_on is None for mark in campaigns.milestones(year.id))


def test_targets_keep_their_line_of_the_plan(old):
    year = made(YearDraft(2023, old))
    items = {row.id for row in PlanItem.select().where(PlanItem.campaign == year.id)}
    linked = [row.plan_item_id for row in Target.select().where(Target.campaign == year.id)]
    assert linked
    assert set(linked) <= items


def test_nobody_brings_results_along(old):
    year = made(YearDraft(2023, old))
    stages = [stage.id for stage in criteria_stages(year.id)]
    assert Score.select().where(Score.stage.in_(stages)).count() == 0
    assert Rating.select().where(Rating.campaign == year.id).count() == 0
    assert {row.present for row in CouncilMember.select().where(CouncilMember.campaign == year.id)} == {None}


def criteria_stages(year):
    return Stage.select().where(Stage.campaign == year).order_by(Stage.position)


def test_only_what_was_chosen_is_carried(old):
    year = made(YearDraft(2023, old, frozenset({Carry.CRITERIA})))
    assert {sheet.code for sheet in criteria.sheets(year.id)} == {sheet.code for sheet in criteria.sheets(old)}
    assert target_facts.target_lines(year.id) == ()
    assert all(mark.due_on is None for mark in campaigns.milestones(year.id))


def test_a_year_of_nothing_has_its_stages_and_undated_milestones(old):
    year = made(YearDraft(2030))
    assert [stage.key for stage in criteria_stages(year.id)] == ["self", "unit", "council"]
    assert [mark.kind for mark in campaigns.milestones(year.id)][:2] == ["plan", "launch"]


@pytest.mark.parametrize(("year", "code"), [(2022, "year_exists"), (1899, "year_out_of_range"), (2101, "year_out")])
def test_a_year_that_cannot_be_is_refused_beside_its_field(old, year, code):
    with pytest.raises(UserError, match=code) as refused:
        new_year.create(YearDraft(year, old))
    assert refused.value.details["field"] == "year"
    assert [one.year for one in campaigns.campaigns()] == [2022]


@pytest.mark.parametrize("year", [1900, 2011, 2033])
def test_a_year_far_from_its_source_is_refused_beside_its_field(old, year):
    with pytest.raises(UserError, match="year_far_from_source") as refused:
        new_year.create(YearDraft(year, old))
    assert (refused.value.details["field"], refused.value.details["source"]) == ("year", 2022)
    assert [one.year for one in campaigns.campaigns()] == [2022]


def test_a_far_year_may_be_made_of_nothing_and_a_near_one_from_its_source(old):
    made(YearDraft(1999))
    made(YearDraft(2032, old))
    assert [one.year for one in campaigns.campaigns()] == [2032, 2022, 1999]


def test_the_whole_year_is_one_undo_step(old):
    made(YearDraft(2023, old))
    history.undo_last()
    assert [one.year for one in campaigns.campaigns()] == [2022]
    history.redo_last()
    assert len(target_facts.target_lines(campaigns.campaigns()[0].id)) == 11


def test_the_offer_counts_what_there_is(old):
    (offer,) = new_year.offers()
    assert (offer.year, offer.counts[Carry.TARGETS], offer.counts[Carry.THRESHOLDS]) == (2022, 11, 4)
