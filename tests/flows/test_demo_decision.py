"""The decision that the demo issues on a copy: the data file itself stays as it was."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from db.models.campaigns import Campaign
from thidua_gui.app import demo_decision
from thidua_gui.services import data_file, held_meeting
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.transaction import write

NOW = datetime(2022, 11, 16, 9, 41)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A report of a year whose council has met."""
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"rewards": {}}), encoding="utf-8")
    return path


def added(told: Path) -> dict[str, object]:
    path = data_file.current().path
    data_file.close()
    before = path.read_bytes()
    demo_decision.add_to(told, path, user="demo", clock=lambda: NOW)
    assert (path.read_bytes(), data_file.is_open()) == (before, False)
    found: dict[str, object] = json.loads(told.read_text(encoding="utf-8"))
    return found


def test_the_data_file_does_not_know_of_it(sample_year: CampaignSummary, told: Path) -> None:
    held_meeting.hold(sample_year.id)
    assert added(told).keys() == {"rewards", "targets_after_decision"}


def test_without_a_day_there_is_no_decision_and_no_such_key(sample_year: CampaignSummary, told: Path) -> None:
    held_meeting.hold(sample_year.id)
    with write("Bỏ ngày quyết định"):
        Campaign.update(decision_on=None).where(Campaign.id == sample_year.id).execute()
    assert added(told).keys() == {"rewards"}


def test_a_decision_planned_before_the_meeting_is_none(sample_year: CampaignSummary, told: Path) -> None:
    held_meeting.hold(sample_year.id)
    with write("Ngày quyết định trước ngày họp"):
        Campaign.update(decision_on=date(2022, 11, 1)).where(Campaign.id == sample_year.id).execute()
    assert added(told).keys() == {"rewards"}


def test_a_year_whose_council_has_not_met_gets_none(sample_year: CampaignSummary, told: Path) -> None:
    told.write_text("{}", encoding="utf-8")
    assert added(told) == {}
