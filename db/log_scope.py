"""Which campaigns (years) the rows of an operation belong to, found along the references. Knows no rules."""

from __future__ import annotations

from collections.abc import Iterator

from db.connection import DataFileDatabase, database

_ROOT = "campaigns"
_Path = tuple[tuple[str, str], ...]


def campaigns_touched(operation_id: int, *, without: frozenset[str] = frozenset()) -> frozenset[int]:
    """The ids of the campaigns that rows of the operation belong or belonged to, directly or through another row."""
    found = database.run("SELECT DISTINCT table_name FROM row_changes WHERE operation_id = ?", (operation_id,))
    tables = [table for (table,) in found.fetchall() if table not in without]
    return frozenset(campaign for table in tables for campaign in _of_table(operation_id, table))


def _of_table(operation_id: int, table: str) -> Iterator[int]:
    path = _path(database, table, (table,))
    if path is None:
        return
    (_, column), *further = path
    mine = "c.operation_id = ? AND c.table_name = ?"
    now = f'SELECT t."{column}" FROM row_changes c JOIN "{table}" t ON t.id = c.row_id WHERE {mine}'
    before = f"SELECT json_extract(c.old, '$.{column}') FROM row_changes c WHERE {mine} AND c.old IS NOT NULL"
    query = f"{now} UNION {before}"
    for parent, onward in further:
        query = f'SELECT DISTINCT "{onward}" FROM "{parent}" WHERE id IN ({query})'
    for (campaign,) in database.run(query, (operation_id, table) * 2).fetchall():
        if campaign is not None:
            yield campaign


def _path(db: DataFileDatabase, table: str, seen: tuple[str, ...]) -> _Path | None:
    """The shortest way of references to the campaign: (table, column) each; None of a table that belongs to none."""
    references = [(row[3], row[2]) for row in db.run(f'PRAGMA foreign_key_list("{table}")').fetchall()]
    direct = next((column for column, parent in references if parent == _ROOT), None)
    if direct is not None:
        return ((table, direct),)
    ways = []
    for column, parent in references:
        onward = None if parent in seen else _path(db, parent, (*seen, parent))
        if onward is not None:
            ways.append(((table, column), *onward))
    return min(ways, key=len, default=None)
