"""The one way to read or write the data file: `write` around a command, `read` around a page's queries."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from db import errors, operations
from db.connection import Session, database
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import SystemProblem
from thidua_gui.core.ids import OperationId

LISTED_ROWS = 500
"""A table with more rows touched is named in `Changes.many` instead of row by row."""


class Operation:
    """A command being written; `changes` exists once its block has ended and everything is on the disk."""

    __slots__ = ("_changes", "id", "title")

    def __init__(self, operation_id: OperationId, title: str) -> None:
        self.id = operation_id
        self.title = title
        self._changes: Changes | None = None

    @property
    def changes(self) -> Changes:
        if self._changes is None:
            raise RuntimeError("the changes of an operation are known after its block")
        return self._changes


@contextmanager
def write(
    title: str,
    *,
    reason: str = "",
    user: str | None = None,
    kind: str = "command",
    barrier: bool = False,
    undoes: OperationId | None = None,
) -> Iterator[Operation]:
    """Everything in the block is one transaction and one undo step, or nothing if it raises.

    `barrier` marks a step that issues a number: undo never crosses it. A write inside another one is a bug.
    """
    session = open_session()
    if database.in_transaction():
        raise RuntimeError("a write inside another transaction")
    new = operations.NewOperation(
        at=session.clock(),
        user=session.user if user is None else user,
        title=title,
        reason=reason,
        kind=kind,
        barrier=barrier,
        undoes=undoes,
    )
    with database_errors_told():
        with database.transaction("IMMEDIATE"):
            with operations.recorded(new) as operation_id:
                operation = Operation(OperationId(operation_id), title)
                yield operation
            touched = operations.rows_touched(operation_id)
        for table in database.kept.keys() & touched.keys():
            database.kept[table].read_anew()
        operation._changes = _changes(operation, touched)


@contextmanager
def read() -> Iterator[None]:
    """One state of the data for all queries in the block; inside a write or another read it joins that."""
    open_session()
    with database_errors_told():
        if database.in_transaction():
            yield
        else:
            with database.transaction("DEFERRED"):
                yield


@contextmanager
def database_errors_told() -> Iterator[None]:
    """A full disk or a damaged file becomes a SystemProblem; a bug of ours stays what it is."""
    try:
        yield
    except errors.DATABASE_ERRORS as error:
        code = errors.classify(error)
        if code is None:
            raise
        raise SystemProblem(code) from error


def open_session() -> Session:
    """The open data file, if this is the thread that opened it; RuntimeError otherwise."""
    database.require_owner()
    if database.session is None:
        raise RuntimeError("no data file is open")
    return database.session


def _changes(operation: Operation, touched: dict[str, set[int]]) -> Changes:
    many = frozenset(table for table, rows in touched.items() if len(rows) > LISTED_ROWS)
    return Changes(
        title=operation.title,
        rows=frozenset((table, row) for table, rows in touched.items() if table not in many for row in rows),
        operation=operation.id if touched else None,
        many=many,
    )
