"""Triggers that record every row change under the current operation. Knows no models: it reads the tables.

The triggers ask the SQL function `operation_id()` which operation runs. Outside one it is NULL and the NOT NULL
column of `row_changes` refuses the write. (A PostgreSQL twin answers the same from a session setting.)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from db.connection import DataFileDatabase

# Attachments are written once under their SHA-256; the others are the log itself.
UNLOGGED = frozenset({"attachments", "operations", "row_changes", "migration_history"})

_INSERT = """CREATE TRIGGER "log_{table}_insert" AFTER INSERT ON "{table}" BEGIN
INSERT INTO row_changes (operation_id, table_name, row_id, action) VALUES (operation_id(), '{table}', NEW.id, 'I');
END"""
_INSERTED = """INSERT INTO row_changes (operation_id, table_name, row_id, action)
SELECT operation_id(), '{table}', id, 'I' FROM "{table}" WHERE id > ? ORDER BY id"""
_UPDATE = """CREATE TRIGGER "log_{table}_update" AFTER UPDATE ON "{table}" WHEN {changed} BEGIN
INSERT INTO row_changes (operation_id, table_name, row_id, action, old, new)
VALUES (operation_id(), '{table}', NEW.id, 'U', json_object({old}), json_object({new}));
END"""
_DELETE = """CREATE TRIGGER "log_{table}_delete" AFTER DELETE ON "{table}" BEGIN
INSERT INTO row_changes (operation_id, table_name, row_id, action, old)
VALUES (operation_id(), '{table}', OLD.id, 'D', json_object({old}));
END"""


def logged_tables(database: DataFileDatabase) -> tuple[str, ...]:
    return tuple(name for name in database.get_tables() if name not in UNLOGGED and not name.startswith("sqlite_"))


def install(database: DataFileDatabase) -> None:
    """Make the triggers of every table anew from its actual columns; called inside a migration's transaction."""
    remove(database)
    for table in logged_tables(database):
        for statement in _triggers(table, _columns(database, table)):
            database.run(statement)


@contextmanager
def inserts_logged_together(database: DataFileDatabase, table: str) -> Iterator[None]:
    """Log the rows that the block inserts into a table by one statement at its end, many times quicker than the
    trigger does row by row. The rows must get new ids; any other would go unlogged and is refused."""
    trigger = f"log_{table}_insert"
    found = database.run("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (trigger,)).fetchone()
    last = database.run("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    rows = database.connection().total_changes
    database.run(f'DROP TRIGGER "{trigger}"')
    yield
    rows = database.connection().total_changes - rows
    logged = database.run(_INSERTED.format(table=table), (last[0] if last else 0,)).rowcount
    if logged != rows:
        raise RuntimeError(f"{rows} rows inserted into {table}, but {logged} with new ids")
    database.run(found[0])


def remove(database: DataFileDatabase) -> None:
    found = database.run("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'log_*'")
    for (name,) in found.fetchall():
        database.run(f'DROP TRIGGER "{name}"')


def _columns(database: DataFileDatabase, table: str) -> tuple[str, ...]:
    rows = database.run(f'PRAGMA table_info("{table}")').fetchall()
    return tuple(row[1] for row in rows if row[2] != "BLOB")


def _triggers(table: str, columns: tuple[str, ...]) -> tuple[str, str, str]:
    changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in columns)
    old = ", ".join(f"'{column}', OLD.\"{column}\"" for column in columns)
    new = ", ".join(f"'{column}', NEW.\"{column}\"" for column in columns)
    return (
        _INSERT.format(table=table),
        _UPDATE.format(table=table, changed=changed, old=old, new=new),
        _DELETE.format(table=table, old=old),
    )
