"""One thread owns the open file; files that are not ours, newer or broken are told apart and left untouched."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from db import errors
from db.connection import NewerFile, NotOurFile, database, open_connection, schema_version, uri_of
from db.migrations.registry import MIGRATIONS
from db.models.organisation import Person


def in_another_thread(work):
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(work).exception()


def test_every_opening_sets_the_pragmas(opened):
    assert (opened.journal_mode, opened.synchronous, opened.foreign_keys) == ("delete", 2, 1)


@pytest.mark.parametrize("work", [Person.select().count, database.close, database.connection])
def test_another_thread_fails_at_once(opened, work):
    assert "thread" in str(in_another_thread(work))
    assert opened.is_open


def test_another_thread_cannot_open_a_second_connection(opened):
    assert isinstance(in_another_thread(database.connect), RuntimeError)


def test_the_file_can_be_opened_in_another_thread_after_closing(path):
    open_connection(path)
    database.close()

    def use():
        open_connection(path)
        assert Person.select().count() == 0
        database.close()

    assert in_another_thread(use) is None


def test_nothing_is_opened_silently(path):
    with pytest.raises(RuntimeError, match="no data file is open"):
        Person.select().count()
    assert not database.is_open


def test_closing_twice_does_nothing(opened):
    assert opened.close()
    assert not opened.close()


def test_a_statement_that_never_ended_does_not_hold_the_closed_file(path):
    """A reader that SQLite still counted would keep this writer out; Windows would not even move the file."""
    open_connection(path)
    unfinished = database.run("SELECT name FROM sqlite_master")
    unfinished.fetchone()
    database.close()
    with closing(sqlite3.connect(path, timeout=0)) as other:
        other.execute("BEGIN EXCLUSIVE")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/nhà trường/a.tdkt"), "file:///nh%C3%A0%20tr%C6%B0%E1%BB%9Dng/a.tdkt?mode=rw"),
        (PureWindowsPath(r"D:\Thi đua\a.tdkt"), "file:///D:/Thi%20%C4%91ua/a.tdkt?mode=rw"),
        (PureWindowsPath(r"\\may-chu\chung\a.tdkt"), "file:////may-chu/chung/a.tdkt?mode=rw"),
    ],
)
def test_a_path_of_any_system_is_written_as_sqlite_reads_it(path, uri):
    assert uri_of(path, "rw") == uri


def test_the_version_of_a_file_is_read(path):
    assert schema_version(path, known=5) == len(MIGRATIONS)


def test_a_newer_file_is_refused_and_untouched(path):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerFile):
        schema_version(path, known=5)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04" * 100])
def test_an_empty_or_foreign_file_is_not_a_data_file(tmp_path, content):
    other = tmp_path / "khac.tdkt"
    other.write_bytes(content)
    with pytest.raises((NotOurFile, sqlite3.DatabaseError)) as raised:
        schema_version(other, known=5)
    assert raised.type is NotOurFile or errors.classify(raised.value) == "not_a_data_file"
    assert other.read_bytes() == content


def test_a_database_of_another_program_is_not_a_data_file(tmp_path):
    other = tmp_path / "khac.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (a)")
    connection.close()
    with pytest.raises(NotOurFile):
        schema_version(other, known=5)


def test_a_rollback_after_sqlite_rolled_back_itself_is_quiet(opened):
    opened.rollback()
    assert not opened.connection().in_transaction
