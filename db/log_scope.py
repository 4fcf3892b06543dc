"""Which campaigns (years), or meetings, the rows of an operation belong to, found along the references. Knows no
rules."""

from __future__ import annotations

from collections.abc import Iterator

from db.connection import DataFileDatabase, database

_CAMPAIGNS, _MEETINGS = "campaigns", "meetings"
_Path = tuple[tuple[str, str], ...]


def campaigns_touched(operation_id: int, *, without: frozenset[str] = frozenset()) -> frozenset[int]:
    """The ids of the campaigns that rows of the operation belong or belonged to, directly or through another row."""
    return _touched(operation_id, _CAMPAIGNS, without)


def meetings_touched(operation_id: int) -> frozenset[int]:
    """The ids of the meetings to which something hangs that the operation changed."""
    return _touched(operation_id, _MEETINGS, frozenset({_MEETINGS}))


def _touched(operation_id: int, root: str, without: frozenset[str]) -> frozenset[int]:
    found = database.run("SELECT DISTINCT table_name FROM row_changes WHERE operation_id = ?", (operation_id,))
    tables = [table for (table,) in found.fetchall() if table not in without]
    return frozenset(one for table in tables for one in _of_table(operation_id, table, root))


def _of_table(operation_id: int, table: str, root: str) -> Iterator[int]:
    path = _path(database, table, (table,), root)
    if path is None:
        return
    (_, column), *further = path
    mine = "c.operation_id = ? AND c.table_name = ?"
    now = f'SELECT t."{column}" FROM row_changes c JOIN "{table}" t ON t.id = c.row_id WHERE {mine}'
    before = f"SELECT json_extract(c.old, '$.{column}') FROM row_changes c WHERE {mine} AND c.old IS NOT NULL"
    query = f"{now} UNION {before}"
    for parent, onward in further:
        query = f'SELECT DISTINCT "{onward}" FROM "{parent}" WHERE id IN ({query})'
    for (found,) in database.run(query, (operation_id, table) * 2).fetchall():
        if found is not None:
            yield found


def _path(db: DataFileDatabase, table: str, seen: tuple[str, ...], root: str) -> _Path | None:
    """The shortest way of references to the root: (table, column) each; None of a table that belongs to none."""
    references = [(row[3], row[2]) for row in db.run(f'PRAGMA foreign_key_list("{table}")').fetchall()]
    direct = next((column for column, parent in references if parent == root), None)
    if direct is not None:
        return ((table, direct),)
    ways = []
    for column, parent in references:
        onward = None if parent in seen else _path(db, parent, (*seen, parent), root)
        if onward is not None:
            ways.append(((table, column), *onward))
    return min(ways, key=len, default=None)
