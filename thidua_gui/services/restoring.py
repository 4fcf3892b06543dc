"""Brings a backup back as a data file of its own; never touches a file that exists. Knows no window."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from db import backup, errors
from db.connection import APPLICATION_ID, uri_of
from thidua_gui.core.errors import SystemProblem, UserError
from thidua_gui.core.progress import SILENT, Progress


def restore(source: Path, target: Path, progress: Progress = SILENT) -> None:
    """Check the whole backup, then copy it to `target`; what fails the check is not copied."""
    if not source.exists():
        raise UserError("file_missing", name=source.name)
    if target.exists():
        raise UserError("file_exists", name=target.name)
    unfinished = target.with_name(target.name + ".new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        progress.step(0, 2)
        shutil.copyfile(source, unfinished)
        progress.step(1, 2)
        _require_sound(unfinished, source.name)
        unfinished.replace(target)
        progress.step(2, 2)
    except OSError as error:
        raise SystemProblem(errors.classify(error) or "disk_error", name=source.name) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _require_sound(path: Path, name: str) -> None:
    try:
        with closing(sqlite3.connect(uri_of(path.absolute(), "ro"), uri=True)) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise SystemProblem("not_a_data_file", name=name)
            backup.verify(connection)
    except (backup.BackupFailed, sqlite3.DatabaseError) as error:
        raise SystemProblem("backup_damaged", name=name) from error
