"""A backup comes back as a file of its own, whole or not at all."""

from pathlib import Path

import pytest

from thidua_gui.core.errors import Cancelled, Problem
from thidua_gui.core.progress import Progress
from thidua_gui.services import data_file as data_files
from thidua_gui.services import school
from thidua_gui.services.restoring import restore


@pytest.fixture
def backup(data_file: data_files.OpenFile) -> Path:
    school.found("Trường Chính trị tỉnh Lai Châu", 2026)
    made = data_files.back_up_now().path
    data_files.close()
    return made


def code_of_refusal(source: Path, target: Path) -> str:
    with pytest.raises(Problem) as refused:
        restore(source, target)
    return refused.value.code


def test_a_restored_file_opens_with_what_was_in_it(backup: Path, tmp_path: Path) -> None:
    restore(backup, tmp_path / "moi" / "truong.tdkt")
    data_files.open_file(tmp_path / "moi" / "truong.tdkt")
    assert school.name() == "Trường Chính trị tỉnh Lai Châu"
    data_files.close()


def test_a_file_that_exists_is_never_overwritten(backup: Path, tmp_path: Path) -> None:
    target = tmp_path / "co-san.tdkt"
    target.write_bytes(b"du lieu dang co")
    assert code_of_refusal(backup, target) == "file_exists"
    assert target.read_bytes() == b"du lieu dang co"


def test_a_backup_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert code_of_refusal(tmp_path / "mat.tdkt", tmp_path / "moi.tdkt") == "file_missing"


@pytest.mark.parametrize("cut", [0, 100, 20_000])
def test_a_cut_off_backup_leaves_nothing_behind(backup: Path, tmp_path: Path, cut: int) -> None:
    broken = tmp_path / "hong.tdkt"
    broken.write_bytes(backup.read_bytes()[:cut])
    assert code_of_refusal(broken, tmp_path / "moi.tdkt") in {"backup_damaged", "not_a_data_file"}
    assert list(tmp_path.glob("moi*")) == []


def test_a_sqlite_file_of_another_program_is_refused(tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(tmp_path / "khac.db")) as other:
        other.execute("CREATE TABLE notes (text)")
    assert code_of_refusal(tmp_path / "khac.db", tmp_path / "moi.tdkt") == "not_a_data_file"


def test_cancel_leaves_nothing_behind(backup: Path, tmp_path: Path) -> None:
    class Stop(Progress):
        def step(self, done: int, total: int, what: str = "") -> None:
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        restore(backup, tmp_path / "moi.tdkt", Stop())
    assert list(tmp_path.glob("moi*")) == []
