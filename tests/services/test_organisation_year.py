"""Launch and collective rating of a unit in a year: recorded, refused, undone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.small_school import DAY, add_unit, populate, refusal, unit
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services import history, organisation, organisation_year, rating_edits, rating_list
from thidua_gui.services.organisation_year import UnitYearDraft
from thidua_gui.services.rating_edits import RatingEdit, RatingField
from thidua_gui.services.rating_list import Decision


@pytest.fixture
def school(data_file):
    return populate()


def record(school, code, *values):
    return organisation_year.record_year(unit(code), school, UnitYearDraft(*values))


def test_launch_and_rating_are_recorded_and_undone_in_one_step(school):
    record(school, "LLCS", date(2022, 3, 14), 8, Rating.EXCELLENT)
    known = organisation.unit_year(unit("LLCS"), school)
    assert (known.launched_on, known.rating) == (date(2022, 3, 14), "excellent")
    assert organisation_year.drafted(unit("LLCS"), school) == UnitYearDraft(date(2022, 3, 14), 8, Rating.EXCELLENT)
    history.undo_last()
    assert organisation_year.drafted(unit("LLCS"), school) == UnitYearDraft(None, None, None)


def test_what_is_taken_away_is_not_known_any_more(school):
    record(school, "LLCS", date(2022, 3, 14), 8, Rating.GOOD)
    record(school, "LLCS", None, None, None)
    known = organisation.unit_year(unit("LLCS"), school)
    assert (known.launched_on, known.rating) == (None, None)


def test_recording_the_same_again_leaves_no_step(school):
    record(school, "LLCS", date(2022, 3, 14), 8, Rating.GOOD)
    assert record(school, "LLCS", date(2022, 3, 14), 8, Rating.GOOD).operation is None


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (UnitYearDraft(date(2021, 3, 14), None, None), "launch_outside_year"),
        (UnitYearDraft(None, 8, None), "launch_day_missing"),
    ],
)
def test_a_launch_belongs_to_its_year_and_has_a_day(school, draft, code):
    problem = refusal(organisation_year.record_year, unit("LLCS"), school, draft)
    assert (problem.code, problem.details["field"]) == (code, "launched_on")


def test_the_school_itself_launches_nothing(school):
    assert refusal(record, school, "@", None, None, None).code == "unit_is_school"


def test_units_below_come_with_their_people_and_what_they_did(school):
    record(school, "XDD", date(2022, 3, 14), None, Rating.GOOD)
    add_unit("BM1", "Bộ môn Triết học", "Bộ môn", parent_id=unit("LLCS"))
    rows = organisation_year.children(unit("@"), DAY, school)
    assert [(row.code, row.members, row.launched_on, row.rating) for row in rows] == [
        ("LLCS", 2, None, None),
        ("XDD", 1, date(2022, 3, 14), Rating.GOOD),
        ("TCHC", 1, None, None),
    ]
    assert [row.code for row in organisation_year.children(unit("LLCS"), DAY, school)] == ["BM1"]


def test_another_rating_of_a_unit_has_neither_the_reason_nor_the_day_of_the_former(school):
    record(school, "XDD", None, None, Rating.GOOD)
    reasoned = [RatingEdit(unit("XDD"), RatingField.REASON, "Đủ chỉ tiêu")]
    rating_edits.edit(school, reasoned, on=DAY, of=SheetSubject.UNIT)
    record(school, "XDD", None, None, Rating.GOOD)
    assert rating_list.decisions(school, SheetSubject.UNIT)[unit("XDD")].reason == "Đủ chỉ tiêu"
    record(school, "XDD", None, None, Rating.EXCELLENT)
    assert rating_list.decisions(school, SheetSubject.UNIT)[unit("XDD")] == Decision(Rating.EXCELLENT)
