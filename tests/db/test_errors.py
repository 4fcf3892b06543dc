"""A failing disk or file is told from a bug of ours."""

from __future__ import annotations

import errno
import sqlite3

import peewee as pw
import pytest

from db import errors


def named(name, kind=sqlite3.OperationalError):
    error = kind(name)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_BUSY", "busy"),
        ("SQLITE_BUSY_SNAPSHOT", "busy"),
        ("SQLITE_CORRUPT_INDEX", "damaged"),
        ("SQLITE_NOTADB", "not_a_data_file"),
        ("SQLITE_FULL", "disk_full"),
        ("SQLITE_READONLY_DIRECTORY", "read_only"),
        ("SQLITE_CANTOPEN", "cannot_open"),
        ("SQLITE_IOERR_WRITE", "disk_error"),
        ("SQLITE_CONSTRAINT_UNIQUE", None),
        ("SQLITE_ERROR", None),
    ],
)
def test_sqlite_names_its_failures(name, code):
    assert errors.classify(named(name)) == code
    assert errors.classify(pw.OperationalError(named(name), "told")) == code


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk_full"), (errno.EROFS, "read_only"), (errno.EACCES, "read_only"), (errno.EIO, "disk_error")],
)
def test_the_system_names_its_failures(number, code):
    assert errors.classify(OSError(number, "told")) == code


@pytest.mark.parametrize(("number", "code"), [(5, "read_only"), (32, "busy"), (33, "busy"), (112, "disk_full")])
def test_windows_tells_a_file_in_use_from_one_that_may_not_be_written(number, code):
    error = PermissionError(errno.EACCES, "told")
    error.winerror = number
    assert errors.classify(error) == code


@pytest.mark.parametrize(
    "error", [ValueError(), pw.InterfaceError("no connection"), sqlite3.ProgrammingError("misuse")]
)
def test_a_bug_of_ours_is_not_excused(error):
    assert errors.classify(error) is None


def test_a_system_failure_without_a_number_is_a_disk_error():
    assert errors.classify(OSError("odd")) == "disk_error"
