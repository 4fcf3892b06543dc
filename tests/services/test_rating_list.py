"""The list behind the page of ratings: points and their stage, proposals, units, the order of the tree."""

from datetime import date

import pytest

from db.models.campaigns import Campaign
from db.models.organisation import Unit
from tests.services.scored_school import School, build, score
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.services import rating_edits, rating_list
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.rating_edits import RatingEdit, RatingField
from thidua_gui.services.rating_list import RatedRow
from thidua_gui.services.transaction import write
from thidua_gui.text.units import LEADERSHIP

DAY = date(2022, 11, 16)


@pytest.fixture
def school(data_file: OpenFile) -> School:
    assert data_file
    made = build()
    score(made, StageKey.UNIT, "GV01", [8, 12, 50, 25])
    score(made, StageKey.COUNCIL, "GV01", [8, 12, 40, 20])
    score(made, StageKey.UNIT, "GV02", [8, 12, 50])
    score(made, StageKey.SELF, "GV02", [8, 12, 50, 29])
    return made


def rows(school: School) -> dict[str, RatedRow]:
    return {row.code: row for row in rating_list.rating_list(school.campaign).rows}


def test_everybody_is_listed_in_the_order_of_units_and_list(school: School) -> None:
    assert list(rows(school)) == ["GV01", "GV02", "GV03", "GV04", "NV01", "NV02"]
    assert (rows(school)["NV02"].unit, rows(school)["NV02"].staff_group) == ("TC-HC", "Nhân viên")


def test_the_councils_total_proposes_before_the_units(school: School) -> None:
    row = rows(school)["GV01"]
    assert (row.stage, row.total, row.proposed) == (StageKey.COUNCIL, Points(8000), Rating.GOOD)


def test_points_one_gives_oneself_are_shown_and_propose_nothing(school: School) -> None:
    row = rows(school)["GV02"]
    assert (row.stage, row.total, row.proposed) == (StageKey.SELF, Points(9900), None)


def test_without_a_complete_total_there_is_neither_stage_nor_points(school: School) -> None:
    row = rows(school)["GV03"]
    assert (row.stage, row.total, row.proposed) == (None, None, None)


def test_a_decision_other_than_the_proposal_is_marked(school: School) -> None:
    edits = [RatingEdit(school.people["GV01"], RatingField.RATING, Rating.EXCELLENT)]
    rating_edits.edit(school.campaign, edits, on=DAY, reason="Vượt khó")
    assert [code for code, row in rows(school).items() if row.deviates] == ["GV01"]


def test_the_day_of_the_council_and_a_closed_year_are_told(school: School) -> None:
    with write("Chốt năm"):
        Campaign.update(state="closed", council_on=date(2022, 12, 1)).execute()
    shown = rating_list.rating_list(school.campaign)
    assert (shown.is_closed, shown.council_on) == (True, date(2022, 12, 1))


def test_units_are_listed_without_points_while_they_have_no_sheet(school: School) -> None:
    shown = rating_list.rating_list(school.campaign, SheetSubject.UNIT)
    assert [(row.code, row.total, row.proposed) for row in shown.rows] == [("LLCS", None, None), ("TCHC", None, None)]


def test_the_leadership_is_no_collective_that_owes_a_rating(school: School) -> None:
    with write("Ban Giám hiệu"):
        unit = Unit.create(code="BGH", name="Ban Giám hiệu", kind=LEADERSHIP, position=0, name_fold="ban giam hieu").id
    shown = rating_list.rating_list(school.campaign, SheetSubject.UNIT)
    assert [row.code for row in shown.rows] == ["LLCS", "TCHC"]
    edits = [RatingEdit(unit, RatingField.RATING, Rating.GOOD)]
    rating_edits.edit(school.campaign, edits, on=DAY, of=SheetSubject.UNIT)
    shown = rating_list.rating_list(school.campaign, SheetSubject.UNIT)
    assert [row.code for row in shown.rows] == ["BGH", "LLCS", "TCHC"]
