"""The school's data file: create, open, close, and its backups. Knows nothing of what the tables mean."""

from __future__ import annotations

import getpass
import os
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db import backup, errors, lock, migrate
from db.connection import NewerFile, NotOurFile, Session, database, open_connection, schema_version
from db.migrations.registry import MIGRATIONS
from thidua_gui.core.errors import SystemProblem, UserError
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.services import titles
from thidua_gui.services.transaction import open_session

EXTENSION = ".tdkt"
BACKUP_FOLDER = "sao-luu"

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class OpenFile:
    """The data file that is open; `crashed_before`: the last program that had it open did not close it."""

    path: Path
    user: str
    opened_at: datetime
    crashed_before: bool


@dataclass(frozen=True, slots=True)
class Backup:
    """Bản sao lưu. A file that is not `good` is shown as failed, never as a backup."""

    path: Path
    at: datetime
    size: int
    good: bool


def create(path: Path, *, user: str = "", clock: Clock = datetime.now) -> OpenFile:
    """Make a new, empty data file and open it; it gets its name only when it is whole."""
    if path.exists():
        raise UserError("file_exists", name=path.name)
    with _locked(path, user, clock, take_over=False) as session:
        unfinished = path.with_name(path.name + ".new")
        try:
            unfinished.unlink(missing_ok=True)
            open_connection(unfinished)
            migrate.migrate(database, session.opened_at)
            database.close()
            unfinished.replace(path)
            backup.flush_to_disk(path.parent)
        finally:
            database.close()
            unfinished.unlink(missing_ok=True)
        _connect(session)
        titles.read_school()
    return current()


def open_file(
    path: Path,
    *,
    user: str = "",
    clock: Clock = datetime.now,
    take_over: bool = False,
    progress: Progress = SILENT,
) -> OpenFile:
    """Open a data file for this thread, bringing an older one up to date after a backup of it.

    `take_over` opens a file that seems to be open on another computer; never one that is open on this one.
    """
    if not path.exists():
        raise UserError("file_missing", name=path.name)
    with _locked(path, user, clock, take_over=take_over) as session:
        unclean = session.lock.left_behind is not None or path.with_name(path.name + "-journal").exists()
        version = _known_version(path)
        _connect(session)
        if unclean:
            _require_sound()
        if version < len(MIGRATIONS):
            _back_up(session, progress)
            migrate.migrate(database, session.opened_at)
        titles.read_school()
    return current()


def close() -> None:
    """Close the data file and let others open it; called in the thread that opened it."""
    session = open_session()
    database.close()
    database.session = None
    session.lock.release()


def is_open() -> bool:
    return database.session is not None


def current() -> OpenFile:
    """May be asked from any thread; RuntimeError if no file is open."""
    session = database.session
    if session is None:
        raise RuntimeError("no data file is open")
    return OpenFile(session.path, session.user, session.opened_at, session.lock.left_behind is not None)


def back_up_now(progress: Progress = SILENT) -> Backup:
    """Copy the open file beside itself, verified; the newest 30 copies are kept."""
    with _problems_told():
        return _back_up(open_session(), progress)


def back_up_if_due(now: datetime, progress: Progress = SILENT) -> Backup | None:
    """Once a day, if something was changed since the last good copy; asked when the program ends."""
    session = open_session()
    last = last_good_backup()
    if last and (last.at.date() == now.date() or not _changed_since(last.at)):
        return None
    if last is None and not _changed_since(datetime.min):
        return None
    with _problems_told():
        return _back_up(session, progress)


def last_good_backup() -> Backup | None:
    return next((found for found in backups() if found.good), None)


def backups() -> tuple[Backup, ...]:
    """The copies of the open file, newest first; may be asked from any thread."""
    path = current().path
    with _problems_told():
        found = backup.existing(path.parent / BACKUP_FOLDER, path.stem)
    return tuple(Backup(copy.path, copy.at, copy.size, copy.good) for copy in found)


@contextmanager
def _locked(path: Path, user: str, clock: Clock, *, take_over: bool) -> Iterator[Session]:
    """Hold the lock for the block and beyond; give everything back if the block fails."""
    if database.session is not None:
        raise RuntimeError("a data file is already open")
    with _problems_told(path):
        now = clock()
        holder = lock.Holder(user or _login_name(), platform.node(), os.getpid(), now.replace(microsecond=0))
        held = lock.acquire(path, holder, take_over=take_over)
        try:
            yield Session(path, holder.user, clock, holder.since, held)
        except BaseException:
            database.close()
            database.session = None
            held.release()
            raise


def _connect(session: Session) -> None:
    # SQLite opens a write-protected file without complaint and would refuse the first cell that is typed
    with session.path.open("r+b"):
        pass
    open_connection(session.path)
    database.session = session


def _known_version(path: Path) -> int:
    return schema_version(path, len(MIGRATIONS))


def _require_sound() -> None:
    if database.run("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise SystemProblem("damaged")


def _back_up(session: Session, progress: Progress) -> Backup:
    folder, stem = session.path.parent / BACKUP_FOLDER, session.path.stem
    now = session.clock().replace(microsecond=0)
    made = backup.copy(database.connection(), folder, stem, now, progress.step)
    backup.thin(folder, stem)
    return Backup(made.path, made.at, made.size, made.good)


def _changed_since(at: datetime) -> bool:
    newest = database.run("SELECT max(at) FROM operations").fetchone()[0]
    return newest is not None and datetime.fromisoformat(newest) >= at


@contextmanager
def _problems_told(path: Path | None = None) -> Iterator[None]:
    """Failures of disk, file and lock as SystemProblems; bugs stay what they are."""
    name = path.name if path else current().path.name
    try:
        yield
    except lock.LockedBy as error:
        raise _locked_problem(error, name) from error
    except NotOurFile as error:
        raise SystemProblem("not_a_data_file", name=name) from error
    except NewerFile as error:
        raise SystemProblem("newer_version", name=name) from error
    except migrate.HistoryMismatch as error:
        raise SystemProblem("other_line", name=name) from error
    except backup.BackupFailed as error:
        raise SystemProblem("backup_failed", name=name, why=str(error)) from error
    except (*errors.DATABASE_ERRORS, OSError) as error:
        code = errors.classify(error)
        if code is None:
            raise
        raise SystemProblem(code, name=name) from error


def _locked_problem(error: lock.LockedBy, name: str) -> SystemProblem:
    if error.holder is None:
        return SystemProblem("locked", name=name)
    holder = error.holder
    code = "locked_elsewhere" if error.elsewhere else "locked_by"
    return SystemProblem(
        code,
        name=name,
        who=holder.user,
        host=holder.host,
        pid=holder.pid,
        since=holder.since,
        clock=f"{holder.since:%H:%M}",
    )


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
