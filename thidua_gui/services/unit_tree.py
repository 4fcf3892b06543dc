"""The units' rows in the order of the tree, their short names, the school itself; for services in a transaction."""

from collections.abc import Iterable, Sequence
from datetime import date

import peewee as pw

from db.models.organisation import Unit
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import UnitId
from thidua_gui.core.trees import Node, depth_first
from thidua_gui.text.units import short_names


def unit_names(rows: Iterable[Unit]) -> dict[UnitId, str]:
    """Short names for grids."""
    return short_names((UnitId(row.id), row.name, row.short_name) for row in rows)


def row_of(unit_id: UnitId) -> Unit:
    """The row itself, for services inside a transaction."""
    row = Unit.get_or_none(Unit.id == unit_id)
    if row is None:
        raise UserError("unit_gone")
    return row


def existing_units(on: date) -> pw.Expression:
    """Units that exist on the day; the last day of a closed one is a day of it. An unknown day excludes nothing."""
    opened = Unit.opened_on.is_null() | (Unit.opened_on <= on)
    return opened & (Unit.closed_on.is_null() | (Unit.closed_on >= on))


def root_row() -> Unit:
    """The school."""
    return Unit.get(Unit.is_root == True)


def nodes_of(rows: Sequence[Unit]) -> list[Node[UnitId]]:
    """The tree of the given rows, which stand in their order; empty if the school itself is not among them."""
    root = next((UnitId(row.id) for row in rows if row.is_root), None)
    parents = {UnitId(row.id): None if row.parent_id is None else UnitId(row.parent_id) for row in rows}
    return [] if root is None else depth_first(root, parents, list(parents))


def ordered_rows() -> list[Unit]:
    """All units in the order of their siblings."""
    return list(Unit.select().order_by(Unit.position, Unit.name_fold, Unit.id))
