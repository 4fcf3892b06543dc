"""A copy gets its name only after it was verified; the newest are kept and the last good one always."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from db import backup, operations
from db.models.settings import Setting

AT = datetime(2026, 11, 22, 8, 30)


def nothing(done, total):
    return None


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "sao-luu"


@pytest.fixture
def filled(opened):
    with opened.transaction(), operations.recorded(operations.NewOperation(AT, "Hoa", "thử")):
        for n in range(2000):
            Setting.create(key=f"k{n}", value=f'"{"x" * 300}"')
    return opened.connection()


def copy(source, folder, at=AT, step=nothing):
    return backup.copy(source, folder, "truong", at, step)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_holds_every_row_and_says_when_it_was_made(filled, folder):
    made = copy(filled, folder)
    assert made.path.name == "truong-20261122-083000.tdkt"
    copied = sqlite3.connect(made.path)
    assert backup.row_counts(copied) == backup.row_counts(filled)
    copied.close()
    assert backup.existing(folder, "truong") == (made,)


def test_the_steps_are_told(filled, folder):
    told = []
    copy(filled, folder, step=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0


def test_a_cancelled_copy_leaves_nothing(filled, folder):
    def cancel(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy(filled, folder, step=cancel)
    assert names(folder) == []


def test_two_copies_in_one_second_get_two_names(filled, folder):
    copy(filled, folder)
    copy(filled, folder)
    copy(filled, folder)
    assert names(folder) == [f"truong-20261122-083000{again}.tdkt" for again in ("-2", "-3", "")]


def test_a_copy_that_differs_is_thrown_away(filled, folder, monkeypatch):
    monkeypatch.setattr(backup, "verify", lambda connection: {})
    with pytest.raises(backup.BackupFailed):
        copy(filled, folder)
    assert names(folder) == []


def test_a_database_with_a_row_that_breaks_its_table_is_found(tmp_path):
    path = tmp_path / "hong.tdkt"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE t (a); INSERT INTO t VALUES (NULL); PRAGMA writable_schema = ON;")
        connection.executescript("UPDATE sqlite_master SET sql = 'CREATE TABLE t (a NOT NULL)';")
    with closing(sqlite3.connect(path)) as damaged, pytest.raises(backup.BackupFailed, match="NULL value"):
        backup.verify(damaged)


def test_a_damaged_page_is_found(filled, folder):
    made = copy(filled, folder)
    content = bytearray(made.path.read_bytes())
    content[30 * 4096 : 31 * 4096] = b"\xff" * 4096
    made.path.write_bytes(content)
    with closing(sqlite3.connect(made.path)) as damaged, pytest.raises((backup.BackupFailed, sqlite3.DatabaseError)):
        backup.verify(damaged)


def test_rows_that_refer_to_nothing_are_found(filled, opened):
    opened.foreign_keys = 0
    with opened.transaction(), operations.recorded(operations.NewOperation(AT, "Hoa", "thử")):
        opened.run("INSERT INTO memberships (person_id, unit_id) VALUES (5, 5)")
    with pytest.raises(backup.BackupFailed, match="refer"):
        backup.verify(filled)


@pytest.mark.parametrize("damage", [b"", b"SQLite", None, b"\x00" * 4096])
def test_an_empty_cut_or_foreign_copy_is_not_good(filled, folder, damage):
    made = copy(filled, folder)
    made.path.write_bytes(made.path.read_bytes()[:-100] if damage is None else damage)
    assert [found.good for found in backup.existing(folder, "truong")] == [False]


def test_pages_of_the_largest_size_are_understood(tmp_path):
    path = tmp_path / "to.tdkt"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA page_size = 65536")
        connection.execute(f"PRAGMA application_id = {backup.APPLICATION_ID}")
        connection.execute("CREATE TABLE t (a)")
    connection.close()
    assert backup.looks_whole(path)


def test_only_copies_of_this_file_are_listed_newest_first(filled, folder):
    old = copy(filled, folder)
    new = copy(filled, folder, at=AT + timedelta(days=1))
    backup.copy(filled, folder, "truong-khac", AT, nothing)
    (folder / "ghi-chu.txt").write_text("x")
    (folder / "truong.tdkt").write_text("x")
    assert backup.existing(folder, "truong") == (new, old)


def test_no_folder_means_no_copies(folder):
    assert backup.existing(folder, "truong") == ()


def test_the_newest_are_kept(filled, folder):
    made = [copy(filled, folder, at=AT + timedelta(days=n)) for n in range(4)]
    assert set(backup.thin(folder, "truong", keep=2)) == {made[0].path, made[1].path}
    assert backup.existing(folder, "truong") == (made[3], made[2])


def test_the_last_good_copy_is_never_removed(filled, folder):
    made = [copy(filled, folder, at=AT + timedelta(days=n)) for n in range(4)]
    for bad in made[1:]:
        bad.path.write_bytes(b"")
    backup.thin(folder, "truong", keep=1)
    assert [found.at.day for found in backup.existing(folder, "truong")] == [25, 22]
