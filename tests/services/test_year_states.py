"""A year is opened, closed and reopened for a reason; a closed one takes no write, not even an undo."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.campaigns import Campaign
from tests.services import small_school
from thidua_gui.core.errors import UserError
from thidua_gui.services import campaigns, history, organisation_year, people_edit, year_states
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.organisation_year import UnitYearDraft
from thidua_gui.services.people_edit import PersonDraft


@pytest.fixture
def year(data_file):
    return small_school.populate()


def state(year):
    return campaigns.campaign(year).state


def launch(year):
    draft = UnitYearDraft(date(2022, 3, 14), None, None)
    return organisation_year.record_year(small_school.unit("LLCS"), year, draft)


def test_a_closed_year_refuses_what_an_open_one_takes(year):
    year_states.close_year(year)
    with pytest.raises(UserError, match="campaign_closed"):
        launch(year)
    year_states.reopen_year(year, "Bổ sung ngày phát động")
    launch(year)
    assert state(year) is CampaignState.OPEN


def test_a_reopening_wants_a_reason_and_keeps_it(year):
    year_states.close_year(year)
    with pytest.raises(UserError, match="year_reason_missing"):
        year_states.reopen_year(year, "  ")
    assert state(year) is CampaignState.CLOSED
    year_states.reopen_year(year, "Nhập thiếu")
    newest, oldest = year_states.events(year)
    assert (newest.action, newest.reason, oldest.action) == ("reopened", "Nhập thiếu", "closed")


@pytest.mark.parametrize("move", [year_states.open_year, lambda year: year_states.reopen_year(year, "Vì sao")])
def test_a_move_that_the_state_does_not_allow_is_refused(year, move):
    with pytest.raises(UserError, match="year_state_differs"):
        move(year)
    assert year_states.events(year) == ()


def test_a_step_of_a_closed_year_is_not_undone_until_it_is_reopened(year):
    step = launch(year).operation
    year_states.close_year(year)
    with pytest.raises(UserError, match="undo_in_closed_year"):
        history.undo(step)
    year_states.reopen_year(year, "Ghi sai ngày")
    history.undo(step)
    assert organisation_year.drafted(small_school.unit("LLCS"), year).launched_on is None


def test_a_closing_is_taken_back_by_a_reopening_with_its_reason_alone(year):
    year_states.close_year(year)
    with pytest.raises(UserError, match="undo_of_closing"):
        history.undo_last()
    assert state(year) is CampaignState.CLOSED
    assert [event.action for event in year_states.events(year)] == ["closed"]


def test_a_reopening_is_undone(year):
    year_states.close_year(year)
    year_states.reopen_year(year, "Nhầm")
    history.undo_last()
    assert state(year) is CampaignState.CLOSED


def test_what_belongs_to_no_year_is_undone_beside_a_closed_one(year):
    year_states.close_year(year)
    step = people_edit.add_person(PersonDraft("CB99", "Lò Văn Mới"), None).operation
    history.undo(step)
    assert Campaign.get_by_id(year).state == "closed"


def test_what_is_left_open_is_counted(year):
    left = year_states.left_open(year)
    assert (left.stages, left.unrated) == (("Tự chấm", "Đơn vị", "Hội đồng"), 4)
    assert not left.is_nothing


def test_the_sample_year_lacks_only_its_open_stages(sample_year):
    left = year_states.left_open(sample_year.id)
    assert (left.refused_values, left.unrated, left.doubtful) == (0, 0, 0)
