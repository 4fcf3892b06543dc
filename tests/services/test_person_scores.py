"""One person's points of a year in short: parts, totals, rating; missing stays missing."""

from __future__ import annotations

from db.models.organisation import Person
from thidua_gui.core.ids import PersonId
from thidua_gui.core.ratings import Rating
from thidua_gui.services import person_scores


def scores(year, code):
    return person_scores.person_scores(year.id, PersonId(Person.get(Person.code == code).id))


def test_parts_and_totals_come_by_stage(sample_year):
    found = scores(sample_year, "CB13")
    assert [line.number for line in found.lines] == ["I", "II", "III", "IV", "V"]
    assert [str(subtotal.points) for subtotal in found.totals[:2]] == ["98,0", "98,0"]
    assert [str(subtotal.points) for subtotal in found.lines[1].by_stage[:2]] == ["40,0", "40,0"]


def test_a_stage_that_nobody_scored_is_missing_and_not_zero(sample_year):
    found = scores(sample_year, "CB13")
    assert found.totals[2].points is None
    assert found.totals[2].scored == 0


def test_the_decided_rating_is_told(sample_year):
    found = scores(sample_year, "CB13").rating
    assert (found.rating, found.is_decided) == (Rating.EXCELLENT, True)


def test_a_person_whose_group_has_no_sheet_has_no_lines(sample_year):
    from thidua_gui.services import people_edit
    from thidua_gui.services.people_edit import PersonDraft

    people_edit.edit_person(PersonId(Person.get(Person.code == "CB13").id), PersonDraft("CB13", "Lò Thị Hạnh"))
    assert scores(sample_year, "CB13").lines == ()
