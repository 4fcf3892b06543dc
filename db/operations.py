"""Operations: which command caused which row changes, and the inverse of one. Knows rows, no rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from db.connection import database
from db.models.history import Operation


class RowIsGone(Exception):
    """A row whose old values are wanted was deleted by a later operation."""


@dataclass(frozen=True, slots=True)
class NewOperation:
    """What is known of an operation before it changes its first row."""

    at: datetime
    user: str
    title: str
    reason: str = ""
    kind: str = "command"
    barrier: bool = False
    undoes: int | None = None


@contextmanager
def recorded(new: NewOperation) -> Iterator[int]:
    """Everything written in the block belongs to this operation; a command that changed no row leaves no trace."""
    row = Operation.create(
        at=new.at,
        user=new.user,
        title=new.title,
        reason=new.reason,
        kind=new.kind,
        barrier=new.barrier,
        undoes_id=new.undoes,
    )
    operation_id: int = row.id
    database.operation_id = operation_id
    try:
        yield operation_id
    finally:
        database.operation_id = None
    if (
        new.undoes is None
        and not database.run("SELECT 1 FROM row_changes WHERE operation_id = ? LIMIT 1", (operation_id,)).fetchone()
    ):
        database.run("DELETE FROM operations WHERE id = ?", (operation_id,))


def rows_touched(operation_id: int) -> dict[str, set[int]]:
    """Table → ids of the rows that the operation inserted, updated or deleted."""
    found = database.run("SELECT DISTINCT table_name, row_id FROM row_changes WHERE operation_id = ?", (operation_id,))
    touched: dict[str, set[int]] = {}
    for table, row_id in found:
        touched.setdefault(table, set()).add(row_id)
    return touched


def rows_inserted(operation_id: int, table: str) -> set[int]:
    """Ids of the rows that the operation made in one table."""
    found = database.run(
        "SELECT row_id FROM row_changes WHERE operation_id = ? AND table_name = ? AND action = 'I'",
        (operation_id, table),
    )
    return {row_id for (row_id,) in found}


def rows_changed_since(operation_id: int, table: str, column: str) -> set[int]:
    """Ids of the rows whose column was filled by a later operation, in effect or not."""
    found = database.run(
        "SELECT DISTINCT row_id FROM row_changes WHERE operation_id > ? AND table_name = ?"
        " AND json_extract(new, '$.' || ?) IS NOT NULL",
        (operation_id, table, column),
    )
    return {row_id for (row_id,) in found}


def has_changed(operation_id: int, table: str, column: str) -> bool:
    """Whether the operation wrote that column of rows that were there before."""
    path = f"$.{column}"
    found = database.run(
        "SELECT 1 FROM row_changes WHERE operation_id = ? AND table_name = ? AND action = 'U'"
        " AND json_extract(old, ?) IS NOT json_extract(new, ?) LIMIT 1",
        (operation_id, table, path, path),
    )
    return found.fetchone() is not None


def apply_inverse(operation_id: int) -> None:
    """Take the operation's row changes back, last first, inside the operation that runs now.

    References are checked at the commit, so a row may go before the rows that name it.
    """
    database.run("PRAGMA defer_foreign_keys = ON")
    changes = database.run(
        "SELECT table_name, row_id, action, old, new FROM row_changes WHERE operation_id = ? ORDER BY id DESC",
        (operation_id,),
    ).fetchall()
    for table, row_id, action, old, new in changes:
        if action == "I":
            database.run(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))
        elif action == "D":
            _insert(table, json.loads(old))
        else:
            _restore(table, row_id, json.loads(old), json.loads(new))


def _insert(table: str, row: dict[str, object]) -> None:
    columns = ", ".join(f'"{column}"' for column in row)
    marks = ", ".join("?" * len(row))
    database.run(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', tuple(row.values()))


def _restore(table: str, row_id: int, old: dict[str, object], new: dict[str, object]) -> None:
    """Only the columns that this change touched: what others changed in the row since then stays."""
    touched = [column for column in old if old[column] != new[column]]
    assignments = ", ".join(f'"{column}" = ?' for column in touched)
    values = [old[column] for column in touched]
    if database.run(f'UPDATE "{table}" SET {assignments} WHERE id = ?', (*values, row_id)).rowcount == 0:
        raise RowIsGone(table, row_id)


def chain_ends_over(operation_id: int) -> tuple[int, ...]:
    """The later operations that still have an effect on rows of this one, oldest first.

    An operation and its undo (and redo, and so on) form a chain whose members take back one another, so of the
    members later than `operation_id` only an odd number has an effect; the last of them stands for the chain.
    """
    found = database.run(
        "SELECT DISTINCT o.id, o.undoes FROM row_changes mine"
        " JOIN row_changes theirs ON theirs.table_name = mine.table_name AND theirs.row_id = mine.row_id"
        " JOIN operations o ON o.id = theirs.operation_id"
        " WHERE mine.operation_id = ? AND theirs.operation_id > ? ORDER BY o.id",
        (operation_id, operation_id),
    ).fetchall()
    undone = dict(found)
    ends = undone.keys() - set(undone.values())
    return tuple(end for end in sorted(ends) if _chain_length(end, undone) % 2 == 1)


def _chain_length(end: int, undone: dict[int, int | None]) -> int:
    length = 0
    member: int | None = end
    while member in undone:
        length += 1
        member = undone[member]
    return length
