"""The database object that the models are bound to, its pragmas, opening and closing. Knows no tables."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any
from weakref import WeakSet

import peewee as pw

from db.lock import FileLock

APPLICATION_ID = 0x54444B54
BUSY_SECONDS = 5

# DELETE, not WAL: people copy the one file to a USB stick. FULL: a cell that was shown as saved is on the disk.
# temp_store: what one statement would take back on an error (each write has triggers) need not go to a file first.
PRAGMAS = {"journal_mode": "DELETE", "synchronous": "FULL", "foreign_keys": "ON", "temp_store": "MEMORY"}


class NotOurFile(Exception):
    """A SQLite file of another program, or an empty one."""


class NewerFile(Exception):
    """Written by a newer version of the program than this one."""


@dataclass(frozen=True, slots=True)
class Session:
    """One opening of a data file: by whom, since when, under which lock."""

    path: Path
    user: str
    clock: Callable[[], datetime]
    opened_at: datetime
    lock: FileLock


@dataclass(frozen=True, slots=True)
class Kept:
    """What is worked out from a table and kept in memory, for any thread to look at, and how to do it anew."""

    value: object
    read_anew: Callable[[], object]


class DataFileDatabase(pw.SqliteDatabase):
    """The open data file. Only the thread that opened it may use it; every other thread fails at once."""

    def __init__(self) -> None:
        super().__init__(None, pragmas=PRAGMAS, autoconnect=False)
        self.operation_id: int | None = None
        self.session: Session | None = None
        self.kept: dict[str, Kept] = {}
        """By table, of the open file alone; whoever writes a table has it read anew."""
        self._owner: int | None = None
        self._cursors: WeakSet[sqlite3.Cursor] = WeakSet()
        self.register_function(self._operation_id, "operation_id", 0)

    def _operation_id(self) -> int | None:
        return self.operation_id

    def connect(self, reuse_if_open: bool = False) -> bool:
        if self._owner is not None:
            raise RuntimeError("a data file is already open; close it in the thread that opened it")
        super().connect(reuse_if_open)
        self._owner = threading.get_ident()
        return True

    def close(self) -> bool:
        if self._owner is None:
            return False
        self.require_owner()
        self._end_statements()
        super().close()
        self.kept = {}
        self._owner = None
        return True

    def _end_statements(self) -> None:
        """SQLite keeps the file open for a statement that never ended, and an error that is still being told holds its
        own: Windows would then refuse to move or remove the file."""
        for cursor in tuple(self._cursors):
            cursor.close()
        self._cursors.clear()

    def connection(self) -> sqlite3.Connection:
        """The driver's connection; peewee's own version would open a closed database silently."""
        self.require_owner()
        connection: sqlite3.Connection = super().connection()  # type: ignore[no-untyped-call]  # peewee's stub says no types
        return connection

    def run(self, sql: str, parameters: Sequence[object] = ()) -> sqlite3.Cursor:
        """One statement of plain SQL."""
        cursor: sqlite3.Cursor = self.execute_sql(sql, parameters)  # type: ignore[no-untyped-call]  # peewee's stub says no types
        return cursor

    def cursor(self, named_cursor: Any = None) -> sqlite3.Cursor:
        made = self.connection().cursor()
        self._cursors.add(made)
        return made

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """One statement for many rows, prepared once; errors come as peewee's, as everywhere else."""
        with pw.__exception_wrapper__:  # type: ignore[attr-defined]  # not in peewee's stub
            self.connection().executemany(sql, rows)

    def require_owner(self) -> None:
        if self._owner is None:
            raise RuntimeError("no data file is open")
        if self._owner != threading.get_ident():
            raise RuntimeError("the data file is used from a thread that did not open it")

    @property
    def is_open(self) -> bool:
        return self._owner is not None

    @property
    def is_mine(self) -> bool:
        """Whether a file is open and this is the thread that may use it."""
        return self._owner == threading.get_ident()

    def rollback(self) -> None:
        """SQLite itself may have rolled back already (disk full, I/O error); then there is nothing left to do."""
        if self.connection().in_transaction:
            super().rollback()


database = DataFileDatabase()


def schema_version(path: Path, known: int) -> int:
    """The number of migrations the file has seen, read before anything is changed.

    Raises NotOurFile, NewerFile or the driver's own error (damaged, not a database, …).
    """
    connection = sqlite3.connect(uri_of(path.absolute(), "rw"), uri=True, timeout=BUSY_SECONDS)
    try:
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()
    if application_id != APPLICATION_ID:
        raise NotOurFile(path.name)
    if version > known:
        raise NewerFile(path.name)
    return version


def uri_of(path: PurePath, mode: str) -> str:
    """An absolute path as SQLite reads it. It knows no host in a URI: that of a Windows share goes into the path."""
    place = path.as_uri().removeprefix("file://")
    return f"file://{place if place.startswith('/') else '//' + place}?mode={mode}"


def open_connection(path: Path) -> None:
    """Open the file for this thread; the caller has checked it with `schema_version`."""
    database.init(str(path), timeout=BUSY_SECONDS)
    database.connect()
