"""The steps that were done, undone and redone, and the commands that undo and redo. Knows no table's meaning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import peewee as pw

from db import operations as log
from db.models.history import Operation as OperationRow
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import OperationId
from thidua_gui.services.award_kinds_edit import refuse_lost_keys
from thidua_gui.services.decisions import refuse_undo_of_printed
from thidua_gui.services.meeting_rows import refuse_undo_in_closed_meetings, refuse_undo_under_published
from thidua_gui.services.transaction import read, write
from thidua_gui.services.year_states import refuse_undo_in_closed_years

FORWARD = ("command", "import", "redo")
NEW = ("command", "import")


@dataclass(frozen=True, slots=True)
class Operation:
    """Thao tác; `undone` says that it has no effect any more, `kind` is command, import, undo or redo."""

    id: OperationId
    at: datetime
    user: str
    title: str
    reason: str
    kind: str
    barrier: bool
    undone: bool


def operations(limit: int = 100, before: OperationId | None = None) -> tuple[Operation, ...]:
    """The newest first; `before` pages on."""
    with read():
        query = OperationRow.select().order_by(OperationRow.id.desc()).limit(limit)
        if before is not None:
            query = query.where(OperationRow.id < before)
        return tuple(_operation(row) for row in query)


def next_undo() -> str | None:
    """The title of the step that `undo_last` would take back; None if there is none or it issued a number."""
    with read():
        row = _to_undo()
        return None if row is None or row.barrier else row.title


def next_redo() -> str | None:
    with read():
        row = _to_redo()
        return None if row is None else row.title


def undo_last() -> Changes:
    """Take back the newest step that is not undone yet."""
    row = _to_undo()
    if row is None:
        raise UserError("nothing_to_undo")
    return undo(OperationId(row.id))


def redo_last() -> Changes:
    """Do again what the newest undo took back, unless something new was done since."""
    row = _to_redo()
    if row is None:
        raise UserError("nothing_to_redo")
    return undo(OperationId(row.id))


def conflicts(operation_id: OperationId) -> tuple[Operation, ...]:
    """The later steps that changed the same rows and are still in effect, oldest first; empty = undo is clean."""
    with read():
        found = log.chain_ends_over(operation_id)
        return tuple(_operation(OperationRow.get_by_id(later)) for later in found)


def undo(operation_id: OperationId, *, over_later_changes: bool = False) -> Changes:
    """Take back one step, the newest or an old one; the undo of an undo is a redo.

    Refused with `undo_conflicts` if later steps touch the same rows, unless `over_later_changes`; then what the
    step changed gets its old values and the rest of those rows stays. Never goes back over a number issued.
    """
    row: OperationRow = OperationRow.get_by_id(operation_id)
    kind = "redo" if row.kind == "undo" else "undo"
    try:
        with write(row.title, reason=row.reason, kind=kind, undoes=operation_id) as operation:
            _refuse_if_barred(row)
            refuse_undo_in_closed_years(operation_id)
            refuse_undo_in_closed_meetings(operation_id)
            refuse_undo_under_published(operation_id)
            refuse_undo_of_printed(operation_id)
            if not over_later_changes:
                _refuse_if_changed_since(row)
            log.apply_inverse(operation_id)
            refuse_lost_keys()
            OperationRow.update(undone_by=operation.id).where(OperationRow.id == operation_id).execute()
    except log.RowIsGone as error:
        raise UserError("undo_row_gone", title=row.title) from error
    except pw.IntegrityError as error:
        raise UserError("undo_in_use", title=row.title) from error
    return operation.changes


def _to_undo() -> OperationRow | None:
    return _newest(OperationRow.kind.in_(FORWARD))


def _to_redo() -> OperationRow | None:
    undone = _newest(OperationRow.kind == "undo")
    if undone is None:
        return None
    done_since = OperationRow.select().where(OperationRow.kind.in_(NEW), OperationRow.id > undone.id)
    return None if done_since.exists() else undone


def _newest(condition: pw.Expression) -> OperationRow | None:
    """The newest step of that kind that still has an effect."""
    in_effect = OperationRow.select().where(condition, OperationRow.undone_by.is_null())
    row: OperationRow | None = in_effect.order_by(OperationRow.id.desc()).first()
    return row


def _refuse_if_barred(row: OperationRow) -> None:
    if row.undone_by_id is not None:
        raise UserError("already_undone", title=row.title)
    issued = OperationRow.select().where(OperationRow.barrier == True, OperationRow.id >= row.id)
    barrier = issued.order_by(OperationRow.id.desc()).first()
    if barrier is not None:
        raise UserError("undo_barrier", title=barrier.title)


def _refuse_if_changed_since(row: OperationRow) -> None:
    later = conflicts(OperationId(row.id))
    if later:
        raise UserError("undo_conflicts", title=row.title, later=tuple(step.title for step in later))


def _operation(row: OperationRow) -> Operation:
    return Operation(
        id=OperationId(row.id),
        at=row.at,
        user=row.user,
        title=row.title,
        reason=row.reason,
        kind=row.kind,
        barrier=row.barrier,
        undone=row.undone_by_id is not None,
    )
