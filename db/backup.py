"""Copies of a data file through SQLite's backup API: temporary name, verify, rename. Knows no models."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.connection import APPLICATION_ID

KEPT = 30
_PAGES_AT_ONCE = 512
_NAME = re.compile(r"(?P<stem>.+)-(?P<at>\d{8}-\d{6})(?P<again>-\d+)?\.tdkt")

Step = Callable[[int, int], None]


class BackupFailed(Exception):
    """The copy is not equal to the original, or is damaged; it was thrown away."""


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A finished copy. `good` here means: whole and ours by its header; it was verified before it got its name."""

    path: Path
    at: datetime
    size: int
    good: bool


def copy(source: sqlite3.Connection, folder: Path, stem: str, at: datetime, step: Step) -> BackupFile:
    """Copy the open database into `folder`. Raises BackupFailed, sqlite3.Error, OSError, or what `step` raises."""
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / f"{stem}.tmp"
    try:
        temporary.unlink(missing_ok=True)
        _copy_verified(source, temporary, step)
        flush_to_disk(temporary)
        target = _free_name(folder, stem, at)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    flush_to_disk(folder)
    return BackupFile(target, at, target.stat().st_size, good=True)


def existing(folder: Path, stem: str) -> tuple[BackupFile, ...]:
    """The copies of this data file, newest first, broken ones included."""
    found = []
    for path in folder.glob("*.tdkt"):
        name = _NAME.fullmatch(path.name)
        if name and name["stem"] == stem:
            at = datetime.strptime(name["at"], "%Y%m%d-%H%M%S")
            found.append(BackupFile(path, at, path.stat().st_size, looks_whole(path)))
    return tuple(sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True))


def thin(folder: Path, stem: str, keep: int = KEPT) -> tuple[Path, ...]:
    """Remove the copies beyond the newest `keep`, but never the last good one. Returns what was removed."""
    backups = existing(folder, stem)
    last_good = next((backup for backup in backups if backup.good), None)
    doomed = [backup.path for backup in backups[keep:] if backup is not last_good]
    for path in doomed:
        path.unlink(missing_ok=True)
    return tuple(doomed)


def looks_whole(path: Path) -> bool:
    """Cheap check by the header: our application id, and as long as it says. Finds empty and cut-off files."""
    with path.open("rb") as file:
        header = file.read(100)
    if len(header) < 100 or not header.startswith(b"SQLite format 3\x00"):
        return False
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    application_id = int.from_bytes(header[68:72], "big")
    real_page_size = 65536 if page_size == 1 else page_size
    return application_id == APPLICATION_ID and path.stat().st_size == pages * real_page_size


def verify(connection: sqlite3.Connection) -> dict[str, int]:
    """Row counts of a sound database; raises BackupFailed if it is not sound."""
    told = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if told != ["ok"]:
        raise BackupFailed("; ".join(told[:3]))
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise BackupFailed("rows refer to nothing")
    return row_counts(connection)


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}


def _copy_verified(source: sqlite3.Connection, temporary: Path, step: Step) -> None:
    def told(_status: int, remaining: int, total: int) -> None:
        step(total - remaining, total)

    with closing(sqlite3.connect(temporary)) as target:
        # the copy is thrown away if anything fails, so it needs no journal of its own
        target.execute("PRAGMA journal_mode = OFF")
        target.execute("PRAGMA synchronous = OFF")
        source.backup(target, pages=_PAGES_AT_ONCE, progress=told)
        if verify(target) != row_counts(source):
            raise BackupFailed("the copy has other rows than the original")


def _free_name(folder: Path, stem: str, at: datetime) -> Path:
    base = f"{stem}-{at:%Y%m%d-%H%M%S}"
    target = folder / f"{base}.tdkt"
    again = 2
    while target.exists():
        target = folder / f"{base}-{again}.tdkt"
        again += 1
    return target


def flush_to_disk(path: Path) -> None:
    """Flush a file, or a folder so that a rename in it stays. Windows cannot open folders and needs to write files."""
    if path.is_dir() and os.name == "nt":  # pragma: no cover - Windows only
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
