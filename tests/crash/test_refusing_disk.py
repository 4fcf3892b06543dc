"""A disk that is full, write-protected or failing: a clear problem, and the old state stays."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.connection import database
from db.models.scoring import Score
from soak import victim
from thidua_gui.core.errors import SystemProblem
from thidua_gui.core.ids import CriterionId, PersonId, StageId
from thidua_gui.services import data_file
from thidua_gui.services.score_entry import CellEntry, enter

NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """Under the system's own temporary folder, so that a powerless user can come to it."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


@pytest.fixture
def path(folder: Path) -> Path:
    victim.prepare(folder / "truong.tdkt")
    return folder / "truong.tdkt"


@pytest.fixture
def powerless(path: Path) -> Iterator[None]:
    """Root may write anywhere: then the test goes on as nobody."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    yield
    if root:
        os.seteuid(0)


def type_cell(n: int) -> None:
    cell = CellEntry(PersonId(n // victim.CRITERIA + 1), CriterionId(n % victim.CRITERIA + 1), "5")
    enter(StageId(1), [cell])


def type_until_refused() -> tuple[int, SystemProblem]:
    for n in range(victim.CELLS):
        try:
            type_cell(n)
        except SystemProblem as problem:
            return n, problem
    raise AssertionError("the disk never got full")


def test_on_a_full_disk_every_cell_before_the_refused_one_is_saved(path):
    data_file.open_file(path)
    database.run(f"PRAGMA max_page_count = {database.pragma('page_count') + 3}")
    typed, problem = type_until_refused()
    saved, sound = Score.select().count(), database.run("PRAGMA integrity_check").fetchone()[0]
    data_file.close()
    assert (problem.code, saved, sound) == ("disk_full", typed, "ok")


def test_after_room_was_made_typing_goes_on(path):
    data_file.open_file(path)
    database.run(f"PRAGMA max_page_count = {database.pragma('page_count')}")
    typed, _ = type_until_refused()
    database.run("PRAGMA max_page_count = 1000000")
    type_cell(typed)
    saved = Score.select().count()
    data_file.close()
    assert saved == typed + 1


LIMITED = """
import resource, sys
from pathlib import Path
from db.connection import database
from tests.crash.test_refusing_disk import Score, data_file, type_until_refused
path = Path(sys.argv[1])
data_file.open_file(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 8192,) * 2)
typed, problem = type_until_refused()
saved, sound = Score.select().count(), database.run("PRAGMA integrity_check").fetchone()[0]
print(problem.code, saved == typed, sound)
"""


def test_a_system_that_refuses_to_write_more_leaves_what_was_saved(path):
    root = Path(__file__).resolve().parents[2]
    told = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)], cwd=root, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() in (["disk_full", "True", "ok"], ["disk_error", "True", "ok"])


@pytest.fixture
def read_only(path: Path, folder: Path) -> None:
    folder.chmod(0o555)


@pytest.mark.usefixtures("read_only", "powerless")
def test_in_a_read_only_folder_an_existing_file_is_refused_with_the_reason(path, folder):
    with pytest.raises(SystemProblem) as told:
        data_file.open_file(path)
    assert told.value.code == "read_only"
    assert [found.name for found in folder.iterdir()] == [path.name]


@pytest.mark.usefixtures("read_only", "powerless")
def test_in_a_read_only_folder_no_file_is_made(folder):
    with pytest.raises(SystemProblem) as told:
        data_file.create(folder / "mới.tdkt")
    assert told.value.code == "read_only"
    assert not (folder / "mới.tdkt").exists()


@pytest.fixture
def write_protected(path: Path, folder: Path) -> None:
    folder.chmod(0o777)
    path.chmod(0o444)


@pytest.mark.usefixtures("write_protected", "powerless")
def test_a_write_protected_file_is_refused_before_the_first_cell(path, folder):
    with pytest.raises(SystemProblem) as told:
        data_file.open_file(path)
    assert told.value.code == "read_only"
    assert [found.name for found in folder.iterdir()] == [path.name]
