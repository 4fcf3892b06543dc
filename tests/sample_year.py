"""The sample year as fixtures: a data file imported once and copied for each test, and a window's context over it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from thidua_gui.services import campaigns, data_file, sample
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.ui.bus import Bus
from thidua_gui.ui.context import Context
from thidua_gui.ui.jobs import InlineJobs
from thidua_gui.ui.settings import Settings

NOW = datetime(2022, 11, 16, 9, 41)


@pytest.fixture(scope="session")
def imported_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample year's data file; tests copy it."""
    path = tmp_path_factory.mktemp("sample") / "mau.tdkt"
    data_file.create(path, user="Thư ký", clock=lambda: NOW)
    sample.fill()
    data_file.close()
    return path


@pytest.fixture
def sample_year(imported_sample: Path, tmp_path: Path) -> Iterator[CampaignSummary]:
    """The year 2022 of an open copy; the clock stands at NOW."""
    path = tmp_path / "mau.tdkt"
    shutil.copyfile(imported_sample, path)
    data_file.open_file(path, user="Thư ký", clock=lambda: NOW)
    yield campaigns.campaigns()[0]
    if data_file.is_open():
        data_file.close()


@pytest.fixture
def sample_context(sample_year: CampaignSummary, tmp_path: Path) -> Context:
    """A page's context over the sample year; every job is done at once."""
    bus = Bus()
    context = Context(InlineJobs(bus), bus, Settings(tmp_path / "settings"), lambda: NOW, "Thư ký")
    context.campaign = sample_year
    return context
