"""Tells the failures of a disk or a file from bugs of ours. Knows no wording and no tables."""

from __future__ import annotations

import errno
import sqlite3

import peewee as pw

DATABASE_ERRORS = (pw.PeeweeException, sqlite3.Error)

# SQLite's extended names start with the primary one: SQLITE_IOERR_WRITE, SQLITE_READONLY_DIRECTORY, …
_BY_SQLITE_NAME = {
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "not_a_data_file",
    "SQLITE_FULL": "disk_full",
    "SQLITE_READONLY": "read_only",
    "SQLITE_PERM": "read_only",
    "SQLITE_CANTOPEN": "cannot_open",
    "SQLITE_IOERR": "disk_error",
}
# Windows calls a file that another program holds "access denied"; only its own number tells the two apart
_BY_WINDOWS_NUMBER = {32: "busy", 33: "busy", 112: "disk_full"}
_BY_ERRNO = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
}


def classify(error: BaseException) -> str | None:
    """The code of a known failure outside the program, or None: then it is our bug and must not be hidden."""
    if isinstance(error, pw.PeeweeException):
        error = getattr(error, "orig", error)
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error)
    if isinstance(error, OSError):
        return _of_system(error)
    return None


def _of_system(error: OSError) -> str:
    number: int | None = getattr(error, "winerror", None)
    if number in _BY_WINDOWS_NUMBER:
        return _BY_WINDOWS_NUMBER[number]
    return "disk_error" if error.errno is None else _BY_ERRNO.get(error.errno, "disk_error")


def _of_sqlite(error: sqlite3.Error) -> str | None:
    name: str = getattr(error, "sqlite_errorname", "")
    for prefix, code in _BY_SQLITE_NAME.items():
        if name == prefix or name.startswith(prefix + "_"):
            return code
    return None
