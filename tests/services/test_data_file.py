"""A data file is created whole, opened by one program at a time, brought up to date after a backup, or refused."""

from __future__ import annotations

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import peewee as pw
import pytest

from db import backup, migrate
from db.migrations.registry import MIGRATIONS, Migration
from db.models.settings import Setting
from tests.services.conftest import NOW
from thidua_gui.core.errors import Cancelled, SystemProblem, UserError
from thidua_gui.core.progress import Progress
from thidua_gui.services import data_file as data_files
from thidua_gui.services.transaction import write


class Clock:
    """Stands still until it is put forward."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def closed(migrated_file, tmp_path):
    return shutil.copyfile(migrated_file, tmp_path / "truong.tdkt")


@pytest.fixture
def closing_at_end():
    yield
    if data_files.is_open():
        data_files.close()


pytestmark = pytest.mark.usefixtures("closing_at_end")


def problem(work, *arguments, **named):
    with pytest.raises((SystemProblem, UserError)) as told:
        work(*arguments, **named)
    assert not data_files.is_open()
    return told.value


def put(key):
    with write("Thêm"):
        Setting.create(key=key, value="1")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_open_and_empty(tmp_path):
    path = tmp_path / "mới có dấu.tdkt"
    made = data_files.create(path, user="Hoa", clock=lambda: NOW)
    assert (made.path, made.user, made.opened_at, made.crashed_before) == (path, "Hoa", NOW, False)
    assert data_files.current() == made
    assert names(tmp_path) == ["mới có dấu.tdkt", "mới có dấu.tdkt.lock"]


def test_an_existing_file_is_never_overwritten(closed):
    before = closed.read_bytes()
    assert problem(data_files.create, closed).code == "file_exists"
    assert closed.read_bytes() == before


def test_a_file_that_cannot_be_made_whole_is_not_made(tmp_path, monkeypatch):
    def fail(*arguments):
        raise OSError(28, "full")

    monkeypatch.setattr(migrate, "migrate", fail)
    assert problem(data_files.create, tmp_path / "a.tdkt").code == "disk_full"
    assert names(tmp_path) == []


def test_what_was_written_is_there_at_the_next_opening(closed):
    data_files.open_file(closed)
    put("a")
    data_files.close()
    data_files.open_file(closed)
    assert Setting.get().key == "a"
    assert names(closed.parent) == ["truong.tdkt", "truong.tdkt.lock"]


def test_a_missing_file_is_told(tmp_path):
    assert problem(data_files.open_file, tmp_path / "không.tdkt").code == "file_missing"


def test_a_second_opening_in_this_program_is_a_bug(closed):
    data_files.open_file(closed)
    with pytest.raises(RuntimeError, match="already open"):
        data_files.open_file(closed)


def test_the_open_file_is_known_in_every_thread_but_used_in_one(closed):
    data_files.open_file(closed)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(data_files.current).result().path == closed
        assert pool.submit(data_files.backups).result() == ()
        assert isinstance(pool.submit(data_files.close).exception(), RuntimeError)
    assert data_files.is_open()


def test_without_an_open_file_there_is_no_current_one():
    with pytest.raises(RuntimeError, match="no data file is open"):
        data_files.current()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("PRAGMA user_version = 99", "newer_version"),
        ("PRAGMA application_id = 1", "not_a_data_file"),
    ],
)
def test_a_file_that_is_not_for_us_is_refused_untouched(closed, statement, code):
    with closing(sqlite3.connect(closed)) as connection:
        connection.execute(statement)
    before = closed.read_bytes()
    assert problem(data_files.open_file, closed).code == code
    assert closed.read_bytes() == before
    assert names(closed.parent) == ["truong.tdkt"]


def test_a_text_file_is_not_a_data_file(tmp_path):
    path = tmp_path / "thư.tdkt"
    path.write_text("Kính gửi…" * 100, encoding="utf-8")
    assert problem(data_files.open_file, path).code == "not_a_data_file"


def test_a_file_of_another_line_is_refused(closed, monkeypatch):
    monkeypatch.setattr(data_files, "MIGRATIONS", (Migration("0001_other", lambda db: None),) * (len(MIGRATIONS) + 1))
    monkeypatch.setattr(migrate.migrate, "__defaults__", ((Migration("0001_other", lambda db: None),),))
    assert problem(data_files.open_file, closed).code == "other_line"


LOCK = '{{"user": "Bảo", "host": "{host}", "pid": 4711, "since": "2026-11-21T16:05:00"}}'


def test_a_file_open_on_another_computer_is_refused_with_name_and_time(closed):
    closed.with_name("truong.tdkt.lock").write_text(LOCK.format(host="may-2"), encoding="utf-8")
    told = problem(data_files.open_file, closed)
    assert told.code == "locked_elsewhere"
    assert (told.details["who"], told.details["host"], told.details["clock"]) == ("Bảo", "may-2", "16:05")
    assert data_files.open_file(closed, take_over=True).crashed_before


def test_a_file_that_is_open_here_is_refused_with_name_and_time(closed):
    held = data_files.lock.acquire(closed, data_files.lock.Holder("Bảo", "may-1", 1, NOW))
    told = problem(data_files.open_file, closed)
    held.release()
    assert (told.code, told.details["who"], told.details["since"]) == ("locked_by", "Bảo", NOW)


def test_a_lock_that_does_not_say_by_whom_is_told_so(closed):
    held = data_files.lock.acquire(closed, data_files.lock.Holder("Bảo", "may-1", 1, NOW))
    held.path.write_text("")
    told = problem(data_files.open_file, closed)
    held.release()
    assert told.code == "locked"


def test_after_a_crash_a_sound_file_opens_and_says_so(closed):
    host = data_files.platform.node()
    closed.with_name("truong.tdkt.lock").write_text(LOCK.format(host=host), encoding="utf-8")
    assert data_files.open_file(closed).crashed_before


def test_after_a_crash_a_damaged_file_is_found_before_anything_is_shown(closed, migrated_file):
    data_files.open_file(closed)
    for n in range(200):
        put(f"k{n}")
    data_files.close()
    content = bytearray(closed.read_bytes())
    content[-4096 * 3 :] = b"\xff" * 4096 * 3
    closed.write_bytes(content)
    closed.with_name("truong.tdkt-journal").write_bytes(b"")
    assert problem(data_files.open_file, closed).code == "damaged"


def test_a_bug_of_ours_is_not_told_as_a_problem_of_the_disk(closed, monkeypatch):
    def bug(*_):
        raise pw.ProgrammingError("no such column")

    monkeypatch.setattr(data_files, "schema_version", bug)
    with pytest.raises(pw.ProgrammingError):
        data_files.open_file(closed)
    monkeypatch.undo()
    assert data_files.open_file(closed).path == closed


def test_without_a_login_name_nobody_is_named(closed, monkeypatch):
    def unknown():
        raise KeyError("uid")

    monkeypatch.setattr(data_files.getpass, "getuser", unknown)
    assert data_files.open_file(closed).user == ""


def add_phone(db):
    db.execute_sql("ALTER TABLE people ADD COLUMN phone TEXT")


@pytest.fixture
def newer_program(monkeypatch):
    steps = (*MIGRATIONS, Migration("9002_phone", add_phone))
    monkeypatch.setattr(data_files, "MIGRATIONS", steps)
    monkeypatch.setattr(migrate.migrate, "__defaults__", (steps,))


@pytest.mark.usefixtures("newer_program")
def test_an_older_file_is_brought_up_to_date_after_a_backup(closed):
    data_files.open_file(closed, clock=lambda: NOW)
    assert data_files.database.user_version == len(MIGRATIONS) + 1
    (copy,) = data_files.backups()
    with closing(sqlite3.connect(copy.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)


@pytest.mark.usefixtures("newer_program")
def test_without_a_backup_an_older_file_stays_as_it_is(closed, monkeypatch):
    def fail(*arguments):
        raise backup.BackupFailed("không đủ dòng")

    before = closed.read_bytes()
    monkeypatch.setattr(backup, "copy", fail)
    assert problem(data_files.open_file, closed).code == "backup_failed"
    assert closed.read_bytes() == before


def test_a_backup_is_listed_with_time_and_size(data_file):
    put("a")
    made = data_files.back_up_now()
    assert made.path == data_file.path.parent / "sao-luu" / "truong-20261122-083000.tdkt"
    assert data_files.backups() == (made,)
    assert data_files.last_good_backup() == made
    assert (made.at, made.size, made.good) == (NOW, made.path.stat().st_size, True)


def test_a_bad_copy_is_listed_but_is_not_the_last_good_one(data_file):
    made = data_files.back_up_now()
    made.path.write_bytes(b"")
    assert [found.good for found in data_files.backups()] == [False]
    assert data_files.last_good_backup() is None


def test_a_backup_may_be_cancelled(data_file):
    class Impatient(Progress):
        def step(self, done, total, what=""):
            raise Cancelled

    with pytest.raises(Cancelled):
        data_files.back_up_now(Impatient())
    assert data_files.backups() == ()


def test_a_backup_folder_that_cannot_be_made_is_told(data_file):
    (data_file.path.parent / "sao-luu").write_text("a file is in the way")
    with pytest.raises(SystemProblem) as told:
        data_files.back_up_now()
    assert told.value.code == "disk_error"


def test_a_backup_is_due_once_a_day_if_something_changed(closed):
    clock = Clock()
    data_files.open_file(closed, clock=clock)

    def due():
        return data_files.back_up_if_due(clock.now) is not None

    nothing_done = due()
    put("a")
    first, again = due(), due()
    clock.now += timedelta(hours=1)
    put("b")
    same_day = due()
    clock.now += timedelta(days=1)
    next_day = due()
    clock.now += timedelta(days=1)
    unchanged = due()
    assert (nothing_done, first, again, same_day, next_day, unchanged) == (False, True, False, False, True, False)


def test_thirty_copies_are_kept(closed):
    clock = Clock()
    data_files.open_file(closed, clock=clock)
    for _ in range(32):
        clock.now += timedelta(days=1)
        data_files.back_up_now()
    assert len(data_files.backups()) == 30
    assert data_files.backups()[0].at == clock.now
