"""The facts of a year as numbers."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.models.organisation import Person
from tests.services.year_books import people_only, sample, with_person
from thidua_gui.core.ids import PersonId
from thidua_gui.core.ratings import Rating
from thidua_gui.services import imports, people_moves
from thidua_gui.services.report import year_report

EXPECTED = json.loads((Path(__file__).parents[1] / "flows" / "expected-2022.json").read_text(encoding="utf-8"))


def report(book):
    return year_report(imports.import_year(book).campaign_id)


def test_the_sample_year_gives_the_known_numbers(data_file):
    told = report(sample())
    before_the_meeting = {key: value for key, value in EXPECTED.items() if key not in ("council", "rewards")}
    assert {key: told[key] for key in before_the_meeting} == before_the_meeting
    assert told["ldtt_unknown"] == {}


def test_somebody_who_left_in_the_year_counts_no_more(data_file):
    year = imports.import_year(sample()).campaign_id
    people_moves.leave(PersonId(Person.get(Person.code == "CB04").id), date(2022, 11, 30), "Nghỉ hưu")
    told = year_report(year)
    assert (told["people"], told["lecturers"], told["registered"]) == (44, 25, "43/44")
    assert (told["teaching_school_level"], told["by_unit"]["LLCS"]["members"]) == ("7/25", 7)


def test_teaching_awards_count_only_among_lecturers(data_file):
    book = with_person(sample(), "CB04", staff_group="Chuyên viên")
    assert report(book)["teaching_faculty_level"] == "20/25"


def test_a_rating_not_decided_is_the_one_the_thresholds_propose(data_file):
    results = tuple(replace(row, rating=None) if row.person == "CB32" else row for row in sample().results)
    assert report(replace(sample(), results=results))["good_or_better"] == "44/45"
    results = tuple(replace(row, rating=None) for row in sample().results)
    told = report(replace(sample(), results=results))
    assert (told["excellent"], told["good_or_better"]) == ("8/45", "44/45")


def test_a_rating_that_nothing_tells_leaves_its_target_open_if_it_could_decide(data_file):
    rated = [replace(row, rating=Rating.GOOD) for row in sample().results]
    results = (replace(rated[0], rating=None), *rated[1:])
    scores = tuple(row for row in sample().scores if row.person != rated[0].person)
    told = report(replace(sample(), results=results, scores=scores))
    assert told["targets"]["4a"] == {"actual": "44/45", "basis": "fact", "verdict": "open"}
    assert told["targets"]["4b"]["verdict"] == "below"


@pytest.mark.parametrize(("launched", "told"), [(None, "4/5"), (date(2022, 5, 1), "5/5")])
def test_only_units_that_launched_are_counted_and_the_leadership_is_not(data_file, launched, told):
    units = tuple(replace(unit, launched_on=launched) if unit.code == "XDD" else unit for unit in sample().units)
    assert report(replace(sample(), units=units))["units_launched"] == told


def test_a_year_of_which_only_people_are_known_has_numbers_too(data_file):
    told = report(people_only(2021, sample().people[:5], sample().units))
    assert (told["people"], told["registered"], told["good_or_better"]) == (5, "0/5", "0/5")
    assert told["targets"] == {}
