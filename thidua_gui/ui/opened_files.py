"""Copies of attached files to look at: read-only, in a private folder that does not outlive the program."""

from __future__ import annotations

import os
import re
import shutil
import stat
from pathlib import Path

from PySide6.QtCore import QLockFile

from thidua_gui.core.errors import SystemProblem

FOLDER = "xem-tam"
_LONGEST = 100
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class OpenedFiles:
    """One folder for this process; those of programs that have ended are removed when it is made."""

    def __init__(self, base: Path) -> None:
        self._base = base / FOLDER
        self._own = self._base / str(os.getpid())
        self._lock: QLockFile | None = None

    def put(self, key: str, name: str, content: bytes) -> Path:
        """A read-only copy named as the file is; one that is open already is used again."""
        try:
            self._begin()
            folder = self._own / key
            folder.mkdir(mode=0o700, exist_ok=True)
            path = folder / plain_name(name)
            if not path.exists():
                path.write_bytes(content)
                path.chmod(stat.S_IRUSR)
        except OSError as error:
            reason = error.strerror or str(error)
            raise SystemProblem("evidence_not_copied", name=name, reason=reason) from error
        return path

    def clean(self) -> None:
        """Remove what this process has put there; files that another program holds are left to the next start."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
            _remove(self._own)

    def clean_leftovers(self) -> None:
        """Remove the folders of programs that no longer run."""
        if not self._base.is_dir():
            return
        for folder in self._base.iterdir():
            lock = _lock_of(folder)
            if folder.is_dir() and folder != self._own and lock.tryLock(0):
                lock.unlock()
                _remove(folder)

    def _begin(self) -> None:
        self._base.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._own.mkdir(mode=0o700, exist_ok=True)
        if self._lock is None:
            self._lock = _lock_of(self._own)
            self._lock.tryLock(0)


def plain_name(name: str) -> str:
    """A name that every system takes, with its ending, in the writing it came in."""
    stem, dot, ending = _FORBIDDEN.sub("-", name).strip(". ").rpartition(".")
    short = (stem[:_LONGEST].rstrip(". ") + dot + ending[:16]) or "minh-chung"
    return f"_{short}" if _RESERVED.fullmatch(short) else short


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / ".lock"))
    lock.setStaleLockTime(0)
    return lock


def _remove(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    shutil.rmtree(folder, ignore_errors=True)
