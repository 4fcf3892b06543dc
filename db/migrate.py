"""Applies pending migrations, each in one transaction of its own. Knows no models."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from db import change_log
from db.connection import APPLICATION_ID, DataFileDatabase
from db.migrations.registry import MIGRATIONS, Migration


class HistoryMismatch(Exception):
    """The file's history names other steps than ours: it was made by another line of the program."""


class BrokenReferences(Exception):
    """A step would have left rows that refer to nothing; it was rolled back."""


def applied(database: DataFileDatabase) -> tuple[str, ...]:
    """The names of the steps the file has seen; writes nothing."""
    if not database.table_exists("migration_history"):
        return ()
    rows = database.run("SELECT name FROM migration_history ORDER BY name").fetchall()
    return tuple(row[0] for row in rows)


def pending(database: DataFileDatabase, migrations: Sequence[Migration] = MIGRATIONS) -> tuple[Migration, ...]:
    """The steps still to do; writes nothing. Raises HistoryMismatch."""
    done = applied(database)
    if done != tuple(migration.name for migration in migrations[: len(done)]):
        raise HistoryMismatch(done)
    return tuple(migrations[len(done) :])


def migrate(database: DataFileDatabase, at: datetime, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Apply what is pending. A failing step is rolled back wholly; the steps before it stay."""
    todo = pending(database, migrations)
    first = len(migrations) - len(todo) + 1
    for version, migration in enumerate(todo, start=first):
        _apply(database, migration, version, at)


def _apply(database: DataFileDatabase, migration: Migration, version: int, at: datetime) -> None:
    # SQLite ignores this pragma inside a transaction, and a table can only be rebuilt with it off.
    database.pragma("foreign_keys", 0)
    try:
        with database.transaction("IMMEDIATE"):
            change_log.remove(database)
            migration.apply(database)
            change_log.install(database)
            if database.run("PRAGMA foreign_key_check").fetchone():
                raise BrokenReferences(migration.name)
            database.run(
                "INSERT INTO migration_history (name, applied_at) VALUES (?, ?)",
                (migration.name, at.isoformat(sep="T", timespec="seconds")),
            )
            database.pragma("application_id", APPLICATION_ID)
            database.pragma("user_version", version)
    finally:
        database.pragma("foreign_keys", 1)
