"""Milestones are kept in order, refused when their days cannot be, and say who owes what by them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from thidua_gui.core.debts import Lack
from thidua_gui.core.errors import UserError
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.timeline import MilestoneKind, MilestoneState
from thidua_gui.services import campaigns, history, schedule, submissions, year_states
from thidua_gui.services.schedule import MilestoneDraft

TODAY = date(2022, 11, 22)
CHECK = MilestoneDraft(MilestoneKind.MID_YEAR, "Kiểm tra giữa năm", due_on=date(2022, 7, 15))


@pytest.fixture
def year(sample_year):
    return sample_year.id


def line(year, kind):
    return next(line for line in schedule.schedule(year, TODAY).lines if line.draft.kind is kind)


def names(year):
    return [line.draft.name for line in schedule.schedule(year, TODAY).lines]


def test_each_milestone_says_what_is_owed_by_it(year):
    registration, results = line(year, MilestoneKind.REGISTRATION), line(year, MilestoneKind.RESULTS)
    assert [(debt.lack, debt.missing, debt.of) for debt in registration.debts] == [(Lack.REGISTRATION, 1, 13)]
    assert {debt.lack for debt in results.debts} == {Lack.RESULTS}
    assert len(results.debts) == 5
    assert (results.status.state, results.status.days_left) == (MilestoneState.LATE, -3)


def test_who_hands_in_owes_nothing_more(year):
    owing = [debt.unit_id for debt in line(year, MilestoneKind.RESULTS).debts]
    submissions.record(year, owing[:2], SubmissionKind.RESULTS, date(2022, 11, 15))
    results = line(year, MilestoneKind.RESULTS)
    assert [debt.unit_id for debt in results.debts] == owing[2:]
    assert results.status.milestone.counted.met == 2


def test_a_mid_year_check_is_owed_only_where_the_year_has_one(year):
    assert all(debt.lack is not Lack.MID_YEAR for debt in schedule.schedule(year, TODAY).state.debts)
    schedule.add(year, CHECK)
    assert len(line(year, MilestoneKind.MID_YEAR).debts) == 5
    history.undo_last()
    assert "Kiểm tra giữa năm" not in names(year)


def test_a_milestone_is_changed_moved_and_removed(year):
    schedule.add(year, CHECK)
    added = line(year, MilestoneKind.MID_YEAR).id
    schedule.move(added, -100)
    schedule.change(added, replace(CHECK, name=" Sơ kết  6 tháng ", done_on=date(2022, 7, 12)))
    assert names(year)[0] == "Sơ kết 6 tháng"
    assert line(year, MilestoneKind.MID_YEAR).status.state is MilestoneState.DONE
    schedule.remove(added)
    assert "Sơ kết 6 tháng" not in names(year)


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (replace(CHECK, name="  "), "milestone_name_missing", "name"),
        (replace(CHECK, due_on=date(2032, 7, 15)), "milestone_out_of_year", "due_on"),
        (replace(CHECK, from_on=date(2022, 8, 1)), "milestone_reversed", "due_on"),
        (replace(CHECK, kind=MilestoneKind.RESULTS), "milestone_kind_taken", "kind"),
    ],
)
def test_a_milestone_that_cannot_be_is_refused_beside_its_field(year, draft, code, field):
    before = names(year)
    with pytest.raises(UserError, match=code) as refused:
        schedule.add(year, draft)
    assert refused.value.details["field"] == field
    assert names(year) == before


def test_a_closed_year_keeps_its_milestones(year):
    year_states.close_year(year)
    with pytest.raises(UserError, match="campaign_closed"):
        schedule.add(year, CHECK)


def test_the_calendar_holds_every_dated_milestone(year):
    content = schedule.calendar(year, "Trường", datetime(2022, 3, 2)).decode()
    assert content.count("BEGIN:VEVENT") == len(names(year))
    assert "Hạn nộp kết quả năm 2022" in content.replace("\r\n ", "")


def test_the_years_own_days_are_those_of_its_milestones(year):
    results, council = line(year, MilestoneKind.RESULTS), line(year, MilestoneKind.COUNCIL)
    schedule.change(results.id, replace(results.draft, due_on=date(2022, 11, 25)))
    schedule.change(council.id, replace(council.draft, due_on=date(2022, 12, 5)))
    season = campaigns.campaign(year)
    assert (season.results_due_on, season.council_on) == (date(2022, 11, 25), date(2022, 12, 5))
    schedule.remove(results.id)
    assert campaigns.campaign(year).results_due_on is None
    history.undo_last()
    assert campaigns.campaign(year).results_due_on == date(2022, 11, 25)
