"""Units are ticked off for what they handed in; nothing is counted twice, and a closed year takes nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services import small_school
from thidua_gui.core.errors import UserError
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.services import history, submissions, year_states

KIND = SubmissionKind.RESULTS
DAY = date(2022, 11, 18)


@pytest.fixture
def year(data_file):
    return small_school.populate()


def units():
    return [small_school.unit(code) for code in ("LLCS", "XDD")]


def test_several_units_are_ticked_off_in_one_step(year):
    submissions.record(year, units(), KIND, DAY, " Nộp bản giấy ")
    found = submissions.latest(year)
    assert {unit for unit, kind in found} == set(units())
    assert [(one.submitted_on, one.note, one.by_workbook) for one in found.values()] == [
        (DAY, "Nộp bản giấy", False)
    ] * 2
    history.undo_last()
    assert submissions.latest(year) == {}


def test_the_last_submission_counts_and_the_same_day_only_once(year):
    for day in (DAY, DAY, date(2022, 11, 25)):
        submissions.record(year, units()[:1], KIND, day)
    assert submissions.latest(year)[units()[0], KIND].submitted_on == date(2022, 11, 25)
    submissions.withdraw(year, units(), KIND)
    assert submissions.latest(year) == {}


def test_a_day_to_come_is_refused_beside_its_field(year):
    with pytest.raises(UserError, match="submitted_in_future") as refused:
        submissions.record(year, units(), KIND, date(2026, 11, 23))
    assert refused.value.details["field"] == "submitted_on"
    assert submissions.latest(year) == {}


def test_nothing_was_handed_in_before_the_year(year):
    with pytest.raises(UserError, match="submitted_before_year"):
        submissions.record(year, units(), KIND, date(2021, 12, 31))
    submissions.record(year, units(), KIND, date(2022, 1, 1))
    submissions.record(year, units(), KIND, date(2023, 1, 5))


def test_a_closed_year_takes_no_submission(year):
    year_states.close_year(year)
    with pytest.raises(UserError, match="campaign_closed"):
        submissions.record(year, units(), KIND, DAY)
