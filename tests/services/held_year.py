"""The sample year with its meeting held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from thidua_gui.core.ids import MeetingId
from thidua_gui.services import campaigns, data_file, held_meeting, meetings, sample

AT = datetime(2022, 11, 24, 15)


@pytest.fixture
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingId]:
    data_file.create(tmp_path_factory.mktemp("held") / "nam.tdkt", clock=lambda: AT, user="Thư ký")
    sample.fill()
    (year,) = campaigns.campaigns()
    held_meeting.hold(year.id)
    yield meetings.meetings(year.id)[0].id
    data_file.close()
