"""What a recorded step touched: how many rows of which table. Knows no table's meaning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

import peewee as pw

from db.models.history import RowChange
from thidua_gui.core.ids import OperationId
from thidua_gui.services.transaction import read


@dataclass(frozen=True, slots=True)
class TouchedRows:
    """Rows of one table that a step inserted (I), updated (U) or deleted (D)."""

    table: str
    action: str
    rows: int


def touched_rows(operation_id: OperationId) -> tuple[TouchedRows, ...]:
    """By table and action, the largest first."""
    with read():
        rows = pw.fn.COUNT(pw.fn.DISTINCT(RowChange.row_id))
        query = (
            RowChange.select(RowChange.table_name, RowChange.action, rows)
            .where(RowChange.operation == operation_id)
            .group_by(RowChange.table_name, RowChange.action)
        )
        found = [TouchedRows(*row) for row in cast(Iterable[tuple[str, str, int]], query.tuples())]
    return tuple(sorted(found, key=lambda item: (-item.rows, item.table)))
