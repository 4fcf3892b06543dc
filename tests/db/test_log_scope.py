"""The campaign of a row is found directly, through other rows, and of rows that are gone."""

from __future__ import annotations

from datetime import date

import pytest

from db.log_scope import campaigns_touched
from db.models.campaigns import Campaign, Launch
from db.models.organisation import Person, Unit
from db.models.scoring import CriteriaSheet, Criterion, Score, Stage
from thidua_gui.services.transaction import write


@pytest.fixture
def school(session):
    with write("Trường") as operation:
        years = [Campaign.create(year=year) for year in (2021, 2022)]
        Unit.create(code="A", name="Khoa A", kind="Khoa", name_fold="khoa a")
        Person.create(code="P", full_name="Lò A", name_fold="lo a", name_sort="a")
        stage = Stage.create(campaign=years[1].id, key="self", name="Tự chấm")
        sheet = CriteriaSheet.create(campaign=years[1].id, code="GV")
        Criterion.create(sheet=sheet.id, number="1", content="Nội dung", kind="points", maximum=1000)
    return {"2021": years[0].id, "2022": years[1].id, "stage": stage.id, "all": operation.changes.operation}


def written(work) -> int:
    with write("Bước") as operation:
        work()
    return operation.changes.operation


def test_a_row_of_the_campaign_is_its_own(school):
    step = written(lambda: Launch.create(campaign=school["2021"], unit=1, launched_on=date(2021, 3, 1)))
    assert campaigns_touched(step) == {school["2021"]}


def test_a_score_belongs_to_the_campaign_of_its_stage(school):
    step = written(lambda: Score.create(stage=school["stage"], person=1, criterion=1, points=800))
    assert campaigns_touched(step) == {school["2022"]}


def test_a_deleted_score_is_found_by_what_it_was(school):
    written(lambda: Score.create(stage=school["stage"], person=1, criterion=1, points=800))
    step = written(lambda: Score.delete().execute())
    assert campaigns_touched(step) == {school["2022"]}


def test_people_belong_to_no_campaign_and_tables_can_be_left_out(school):
    assert campaigns_touched(written(lambda: Person.update(note="x").execute())) == frozenset()
    assert campaigns_touched(school["all"], without=frozenset({"stages", "criteria_sheets", "criteria"})) == frozenset()
