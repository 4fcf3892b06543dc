"""Killed while a ballot is counted: every number that was told as kept is there, and the meeting goes on where it
stood."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.crash.counting_clerk import NUMBERS, type_numbers
from tests.services import council_school
from tests.services.council_school import CouncilSchool, award_item, begun, current, state_of
from tests.source_tree import ROOT
from thidua_gui.core.ids import MeetingId
from thidua_gui.core.meetings import ItemState, MeetingState
from thidua_gui.core.proposals import State
from thidua_gui.services import agenda, agenda_edit, ballots, data_file, meetings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A meeting that stands at the second candidate of a ballot just begun."""
    path = tmp_path / "truong.tdkt"
    data_file.create(path, clock=lambda: datetime(2022, 11, 24, 8))
    council_school.build()
    meeting = CouncilSchool().meeting()
    item = award_item(meeting)
    agenda_edit.start_item(item.id)
    meetings.stand_at(meeting, item.id, item.candidates[1].id)
    begun(item.id)
    data_file.close()
    return path


def killed_after(path: Path, numbers: int) -> int:
    """How many numbers were told as kept before the end."""
    command = [sys.executable, "-m", "tests.crash.counting_clerk", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(numbers):
            process.stdout.readline()
        process.kill()
        return numbers + len(process.stdout.readlines())


def kept(meeting: MeetingId) -> list[int | None]:
    lines = current(award_item(meeting).id).lines
    return [getattr(line.counted, field) for line in lines for field in NUMBERS]


@pytest.mark.parametrize("numbers", [1, 7, 12])
def test_what_was_told_as_kept_is_there_and_the_meeting_goes_on(path: Path, numbers: int) -> None:
    told = killed_after(path, numbers)
    assert data_file.open_file(path).crashed_before
    school = CouncilSchool()
    shown = meetings.meeting(meetings.meetings(school.year)[0].id)
    item = award_item(shown.id)
    assert (shown.state, shown.at_item, shown.at_candidate) == (MeetingState.OPEN, item.id, item.candidates[1].id)
    assert (agenda.item(item.id).state, current(item.id).is_published) == (ItemState.CURRENT, False)
    there = [number for number in kept(shown.id) if number is not None]
    assert there == [*NUMBERS.values(), *NUMBERS.values(), *NUMBERS.values()][: len(there)]
    assert told <= len(there) <= told + 1
    data_file.close()


def test_the_count_is_finished_and_published_afterwards(path: Path) -> None:
    killed_after(path, 4)
    type_numbers(path)
    school = CouncilSchool()
    ballot = current(award_item(meetings.meetings(school.year)[0].id).id)
    ballots.count(ballot.id, "issued", 9)
    ballots.count(ballot.id, "returned", 9)
    ballots.publish(ballot.id)
    assert [state_of(one) for one in school.proposals] == [State.PASSED] * 3
    data_file.close()
