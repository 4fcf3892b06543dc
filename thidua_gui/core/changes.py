"""Says which rows a command touched, so that pages can patch what they show. Knows no database."""

from dataclasses import dataclass, field

from thidua_gui.core.ids import OperationId


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows one command inserted, updated or deleted, as (table, row id).

    `many` names the tables of which over 500 rows were touched; their ids are not listed in `rows`, so a page
    that shows such a table must reload. `operation` is None when nothing was recorded.
    """

    title: str
    rows: frozenset[tuple[str, int]] = field(default_factory=frozenset)
    operation: OperationId | None = None
    many: frozenset[str] = field(default_factory=frozenset)

    def touches(self, *tables: str) -> bool:
        """Whether any row of any of `tables` was touched."""
        return any(table in self.many for table in tables) or any(table in tables for table, _ in self.rows)

    def ids(self, table: str) -> frozenset[int]:
        """The listed row ids of `table`; empty for a table in `many`."""
        return frozenset(row for name, row in self.rows if name == table)
