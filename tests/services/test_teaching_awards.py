"""Excellent-teaching awards: given to many as one step, with period and decision, counted against the targets."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.small_school import refusal
from thidua_gui.core.ids import CampaignId, PersonId
from thidua_gui.core.teaching import PeriodKind, TeachingLevel
from thidua_gui.services import history, teaching_awards, year_states
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.teaching_awards import Mark, TeachingRow, Won
from thidua_gui.text.errors import sentence

FACULTY, SCHOOL, PROVINCE = TeachingLevel.FACULTY, TeachingLevel.SCHOOL, TeachingLevel.PROVINCE


@pytest.fixture
def year(sample_year: CampaignSummary) -> CampaignId:
    return sample_year.id


def row(year: CampaignId, code: str) -> TeachingRow:
    return next(row for row in teaching_awards.board(year, everyone=True).rows if row.code == code)


def without(year: CampaignId, level: TeachingLevel, count: int = 2) -> list[PersonId]:
    rows = teaching_awards.board(year).rows
    return [row.id for row in rows if row.is_lecturer and level not in row.awards][:count]


def held(year: CampaignId, level: TeachingLevel) -> int:
    return next(figure.held for figure in teaching_awards.board(year).figures if figure.level is level)


def test_the_sample_counts_lecturers_against_its_targets(year: CampaignId) -> None:
    figures = {figure.level: figure for figure in teaching_awards.board(year).figures}
    assert [(figures[level].held, figures[level].of) for level in (FACULTY, SCHOOL)] == [(21, 26), (8, 26)]
    assert [target.bound.lower for target in figures[FACULTY].targets] != []
    assert figures[PROVINCE].targets == ()


def test_only_lecturers_are_offered_until_all_are_asked_for(year: CampaignId) -> None:
    assert len(teaching_awards.board(year).rows) == 26
    assert all(row.is_lecturer for row in teaching_awards.board(year).rows)
    assert len(teaching_awards.board(year, everyone=True).rows) == 45


def test_somebody_else_who_holds_one_is_always_shown(year: CampaignId) -> None:
    other = next(row for row in teaching_awards.board(year, everyone=True).rows if not row.is_lecturer)
    teaching_awards.mark(year, [Mark(other.id, FACULTY, True)])
    assert other.id in {row.id for row in teaching_awards.board(year).rows}
    assert held(year, FACULTY) == 21


def test_many_are_marked_as_one_step_with_the_usual_period(year: CampaignId) -> None:
    people = without(year, FACULTY, 3)
    teaching_awards.mark(year, [Mark(person, FACULTY, True) for person in people])
    assert held(year, FACULTY) == 24
    given = [row for row in teaching_awards.board(year).rows if row.id in people]
    assert {row.awards[FACULTY] for row in given} == {Won("2022")}
    assert history.next_undo() == "Ghi giảng viên dạy giỏi cấp khoa: 3 người"
    history.undo_last()
    assert held(year, FACULTY) == 21


def test_the_usual_period_is_the_schools_own(year: CampaignId) -> None:
    teaching_awards.set_usual(PeriodKind.SCHOOL_YEAR)
    (person,) = without(year, SCHOOL, 1)
    teaching_awards.mark(year, [Mark(person, SCHOOL, True)])
    assert {row.awards[SCHOOL].period for row in teaching_awards.board(year).rows if row.id == person} == {"2021-2022"}


def test_what_stands_already_keeps_its_decision(year: CampaignId) -> None:
    holder = next(row.id for row in teaching_awards.board(year).rows if FACULTY in row.awards)
    teaching_awards.record(year, FACULTY, [holder], {"decision_number": "45-QĐ/TCT"})
    teaching_awards.mark(year, [Mark(holder, FACULTY, True)])
    after = next(row for row in teaching_awards.board(year).rows if row.id == holder)
    assert after.awards[FACULTY].decision_number == "45-QĐ/TCT"


def test_a_decision_is_recorded_for_all_who_hold_the_level(year: CampaignId) -> None:
    rows = teaching_awards.board(year).rows
    facts = {"period": "2021 - 2022", "decided_on": date(2022, 11, 1), "decision_number": " 45-QĐ/TCT ", "note": ""}
    teaching_awards.record(year, FACULTY, [row.id for row in rows], facts)
    found = {row.awards.get(FACULTY) for row in teaching_awards.board(year).rows}
    assert found == {None, Won("2021-2022", date(2022, 11, 1), "45-QĐ/TCT", None)}
    history.undo_last()
    assert {row.awards.get(FACULTY) for row in teaching_awards.board(year).rows} == {None, Won()}


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"period": "năm nay"}, "teaching_period_odd", "period"),
        ({"period": "2021-2023"}, "teaching_period_odd", "period"),
        ({"period": "2022-2021"}, "teaching_period_odd", "period"),
        ({"period": "2019-2020"}, "teaching_period_other_year", "period"),
        ({"decided_on": date(2030, 1, 1)}, "teaching_decided_future", "decided_on"),
        ({"period": "2022", "decided_on": date(2021, 12, 31)}, "teaching_decided_early", "decided_on"),
        ({"decided_on": date(1980, 1, 1)}, "teaching_decided_before_joining", "decided_on"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    year: CampaignId, facts: dict[str, object], code: str, field: str
) -> None:
    people = [row.id for row in teaching_awards.board(year).rows]
    problem = refusal(teaching_awards.record, year, FACULTY, people, facts)
    assert (problem.code, problem.details["field"]) == (code, field)


def test_nobody_of_the_level_is_told(year: CampaignId) -> None:
    problem = refusal(teaching_awards.record, year, PROVINCE, without(year, PROVINCE), {"period": "2022"})
    assert sentence(problem).startswith("Trong số đã chọn chưa ai đạt giảng viên dạy giỏi cấp tỉnh")


def test_a_closed_year_takes_no_mark(year: CampaignId) -> None:
    person = without(year, FACULTY, 1)[0]
    year_states.close_year(year)
    assert refusal(teaching_awards.mark, year, [Mark(person, FACULTY, True)]).code == "campaign_closed"
