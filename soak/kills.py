"""Kills the program at a seeded random moment and looks at what is left: the old state or the new, never between."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from db import backup
from db.connection import database
from db.models.history import Operation
from db.models.organisation import Person
from db.models.scoring import Score
from soak import victim
from thidua_gui.core.council import Line
from thidua_gui.core.ids import AgendaItemId, MeetingId
from thidua_gui.core.meetings import MeetingState
from thidua_gui.services import ballots, data_file, history, meetings
from thidua_gui.services.meeting_views import BallotView

ROOT = Path(__file__).resolve().parent.parent
LONGEST_WAIT = {"ballot": 0.006, "entry": 0.004, "import": 0.05, "backup": 0.012, "create": 0.03}
"""Seconds between a piece reported and the kill: about as long as the next piece takes."""


@dataclass(frozen=True, slots=True)
class Kill:
    """`reported` pieces were told as saved; `journal`: a transaction was under way on the disk; `lost`: of the
    pieces begun but not reported, how many are gone."""

    reported: int
    journal: bool
    lost: int
    finished: bool


def kill_once(kind: str, folder: Path, seed: int, die_at: str = "") -> Kill:
    """One run of the victim, killed and examined. AssertionError = something was damaged or lost."""
    path = folder / "truong.tdkt"
    victim.prepare(path)
    if kind == "ballot":
        victim.prepare_ballot(path)
    reported = _run_and_kill(kind, path, seed, die_at)
    journal = path.with_name(path.name + "-journal").exists()
    finished = reported == victim.PIECES[kind]
    lost = EXAMINE[kind](path, seed, reported, finished)
    return Kill(reported, journal, lost, finished)


def _run_and_kill(kind: str, path: Path, seed: int, die_at: str) -> int:
    """How many pieces were told as saved before the end."""
    chance = random.Random(f"{kind}-{seed}")
    stop_after = chance.randrange(1, victim.PIECES[kind])
    wait = chance.random() * LONGEST_WAIT[kind]
    command = [sys.executable, "-m", "soak.victim", kind, str(path), str(seed), *([die_at] if die_at else [])]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        reported = 0
        while (die_at or reported < stop_after) and process.stdout.readline():
            reported += 1
        time.sleep(wait)
        process.kill()
        reported += len(process.stdout.readlines())
        process.wait()
    if os.name == "posix":
        assert process.returncode in (0, -signal.SIGKILL), f"the victim failed by itself: {process.returncode}"
    return reported


def _examine_entry(path: Path, seed: int, reported: int, finished: bool) -> int:
    typed = list(victim.cells(seed))
    with _reopened(path, finished=finished):
        rows = Score.select().order_by(Score.id)
        saved = [(row.person_id, row.criterion_id, row.points) for row in rows]
        assert saved == typed[: len(saved)], "the saved cells are not the first that were typed"
        assert reported <= len(saved) <= reported + 1, f"{reported} cells were told as saved, {len(saved)} are there"
        assert Operation.select().count() == victim.SETUP_STEPS + len(saved), "an operation without its cell"
        if saved:
            history.undo_last()
            assert Score.select().count() == len(saved) - 1
            history.redo_last()
            assert Score.select().count() == len(saved)
    return 0 if finished else reported + 1 - len(saved)


def _examine_import(path: Path, seed: int, reported: int, finished: bool) -> int:
    with _reopened(path, finished=finished):
        people = Person.select().count()
        assert people in (victim.PEOPLE, victim.PEOPLE + victim.IMPORTED), f"a torn import: {people} people"
        assert reported < 2 or people > victim.PEOPLE, "a finished import is gone"
    return int(people == victim.PEOPLE)


def _examine_backup(path: Path, seed: int, reported: int, finished: bool) -> int:
    with _reopened(path, finished=finished):
        copies = data_file.backups()
        assert all(copy.good for copy in copies), "a bad file among the copies"
        assert min(reported, backup.KEPT) <= len(copies) <= reported + 1
        for copy in copies[:3]:
            with closing(sqlite3.connect(copy.path)) as connection:
                assert backup.verify(connection)["people"] == victim.PEOPLE
        data_file.back_up_now()
        assert not list(path.parent.glob("sao-luu/*.tmp")), "half a copy stayed"
    return 0


def _examine_create(path: Path, seed: int, reported: int, finished: bool) -> int:
    made = sorted(path.parent.glob("moi-*.tdkt"))
    assert reported <= len(made) <= reported + 1
    for file in made[-2:]:
        with _reopened(file, finished=True):
            assert Person.select().count() == 0
    data_file.create(path.with_name("moi-cuoi.tdkt"))
    data_file.close()
    return 0


def _examine_ballot(path: Path, seed: int, reported: int, finished: bool) -> int:
    typed = list(victim.numbers(seed))
    with _reopened(path, finished=finished):
        found = ballots.current(AgendaItemId(1))
        assert found is not None
        assert not found.is_published, "a count published itself"
        stored = [
            getattr(found.papers if one is None else _line(found, one), field) for field, _, one in typed
        ]
        saved = next((place for place, number in enumerate(stored) if number is None), len(stored))
        assert stored[:saved] == [number for _, number, _ in typed[:saved]], "other numbers than were typed"
        assert not any(number is not None for number in stored[saved:]), "a number before the one that was typed"
        assert reported <= saved <= reported + 1, f"{reported} numbers were told as saved, {saved} are there"
        meeting = meetings.meeting(MeetingId(1))
        assert (meeting.state, meeting.at_item) == (MeetingState.OPEN, found.item_id), "the meeting stands elsewhere"
    return 0 if finished else reported + 1 - saved


def _line(ballot: BallotView, candidate: int) -> Line:
    return next(line.counted for line in ballot.lines if line.candidate_id == candidate)


EXAMINE: dict[str, Callable[[Path, int, int, bool], int]] = {
    "entry": _examine_entry,
    "import": _examine_import,
    "backup": _examine_backup,
    "create": _examine_create,
    "ballot": _examine_ballot,
}


@contextmanager
def _reopened(path: Path, *, finished: bool) -> Iterator[None]:
    """The file opened again and found sound."""
    opened = data_file.open_file(path)
    try:
        assert finished or opened.crashed_before, "the crash was not noticed"
        told = [row[0] for row in database.run("PRAGMA integrity_check")]
        assert told == ["ok"], told
        assert database.run("PRAGMA foreign_key_check").fetchone() is None
        yield
    finally:
        data_file.close()


def in_new_folder(kind: str, parent: Path, seed: int) -> Kill:
    folder = parent / f"{kind}-{seed}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    killed = kill_once(kind, folder, seed)
    shutil.rmtree(folder)
    return killed
