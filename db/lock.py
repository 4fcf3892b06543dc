"""Keeps a second copy of the program out of a data file and says who has it open. Knows no tables.

The operating system holds the lock, so a crash frees it. What is written in the file only names the holder; it is
left behind by a crash, and by a program on another computer whose lock a network drive does not pass on.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

if sys.platform == "win32":  # pragma: no cover - the other branch runs where the tests run
    import msvcrt

    # Windows forbids reading locked bytes: lock one far behind the text
    _LOCKED_BYTE = 1 << 20

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    _OPEN = os.O_RDWR | os.O_CREAT | os.O_BINARY
    _REMOVE_WHILE_LOCKED = False
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    _OPEN = os.O_RDWR | os.O_CREAT
    _REMOVE_WHILE_LOCKED = True


# 0: a C library that names no reason (Wine's)
_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK, 0)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a data file open."""

    user: str
    host: str
    pid: int
    since: datetime


class LockedBy(Exception):
    """The data file is open; `holder` is None if the lock does not say by whom.

    `elsewhere`: another computer's name was found but its lock can't be seen: it is open there, or crashed there.
    """

    def __init__(self, holder: Holder | None, *, elsewhere: bool) -> None:
        super().__init__(holder, elsewhere)
        self.holder = holder
        self.elsewhere = elsewhere


class FileLock:
    """A held lock; `left_behind` names a holder that did not release it: the program or computer crashed."""

    def __init__(self, path: Path, handle: int, left_behind: Holder | None) -> None:
        self.path = path
        self.left_behind = left_behind
        self._handle = handle

    def release(self) -> None:
        os.ftruncate(self._handle, 0)
        if _REMOVE_WHILE_LOCKED:
            self.path.unlink(missing_ok=True)
        os.close(self._handle)
        if not _REMOVE_WHILE_LOCKED:
            _remove_if_free(self.path)


def acquire(data_file: Path, holder: Holder, *, take_over: bool = False) -> FileLock:
    """Lock the data file for `holder` or raise LockedBy. `take_over` overrides another computer's stale name only."""
    path = data_file.with_name(data_file.name + ".lock")
    handle = _locked_handle(path)
    left_behind = _read(handle)
    if left_behind and left_behind.host != holder.host and not take_over:
        os.close(handle)
        raise LockedBy(left_behind, elsewhere=True)
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(asdict(holder) | {"since": holder.since.isoformat(timespec="seconds")}).encode())
    return FileLock(path, handle, left_behind)


def _locked_handle(path: Path) -> int:
    while True:
        handle = os.open(path, _OPEN, 0o644)
        try:
            _lock(handle)
        except OSError as error:
            found = _read(handle)
            os.close(handle)
            if error.errno in _HELD:
                raise LockedBy(found, elsewhere=False) from error
            raise
        if _is_still(path, handle):
            return handle
        os.close(handle)


def _is_still(path: Path, handle: int) -> bool:
    """False if the holder before us released and removed the file between our opening and locking it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _read(handle: int) -> Holder | None:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        found = json.loads(os.read(handle, 4096))
        return Holder(found["user"], found["host"], found["pid"], datetime.fromisoformat(found["since"]))
    except (ValueError, KeyError, TypeError):
        return None


def _remove_if_free(path: Path) -> None:
    """Windows refuses to remove a file that another copy has just opened; then it stays, empty."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        return
