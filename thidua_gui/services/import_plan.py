"""What an import is to write: rows to insert, update and delete, and what each sheet's lines become. Knows no rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, TypeVar

import peewee as pw

from db import bulk
from thidua_gui.core.progress import Progress
from thidua_gui.text.imports import WRITING

Fields = Mapping[str, Any]
Key = TypeVar("Key", bound=Hashable)
_BATCH = 20_000
"""So many rows are written between two looks whether the import was cancelled."""

SILENT_FIELDS = frozenset({"position"})
"""A change of order alone is written but is no change of the line."""


class Fate(IntEnum):
    """What becomes of a line or of a part of it; together the parts of a line are the bits of a whole number."""

    UNCHANGED = 1
    UPDATED = 2
    REMOVED = 4
    NEW = 8


@dataclass(slots=True)
class _TablePlan:
    inserts: list[dict[str, Any]] = field(default_factory=list)
    updates: list[tuple[int, Fields]] = field(default_factory=list)
    deletes: list[int] = field(default_factory=list)
    next_id: int = 0


class Plan:
    """Gathered first, written at the end in an order that keeps references whole."""

    def __init__(self) -> None:
        self._tables: dict[type[pw.Model], _TablePlan] = defaultdict(_TablePlan)
        self._fates: dict[str, dict[Hashable, int]] = defaultdict(dict)

    def reserve(self, model: type[pw.Model]) -> int:
        """An id for a row that will be inserted."""
        table = self._tables[model]
        table.next_id = (table.next_id or bulk.next_id(model)) + 1
        return table.next_id - 1

    def insert(self, model: type[pw.Model], fields: Fields, row_id: int | None = None) -> int:
        """The id that the row will have, the reserved one if it is given."""
        row_id = self.reserve(model) if row_id is None else row_id
        self._tables[model].inserts.append({"id": row_id, **fields})
        return row_id

    def update(self, model: type[pw.Model], row_id: int, fields: Fields) -> None:
        self._tables[model].updates.append((row_id, fields))

    def inserts(self, model: type[pw.Model]) -> Sequence[Fields]:
        """The rows that will be inserted, with their ids."""
        return tuple(self._tables[model].inserts) if model in self._tables else ()

    def deletions(self, model: type[pw.Model]) -> Sequence[int]:
        """The ids of the rows that will be deleted."""
        return tuple(self._tables[model].deletes) if model in self._tables else ()

    def delete(self, model: type[pw.Model], row_id: int) -> None:
        self._tables[model].deletes.append(row_id)

    def note(self, sheet: str, line: Hashable, fate: Fate) -> None:
        """What becomes of a line of a sheet, or of a part of it: a line is new when all its parts are."""
        fates = self._fates[sheet]
        fates[line] = fates.get(line, 0) | fate

    def fates(self) -> dict[str, Counter[Fate]]:
        """How many lines of each sheet become what, in the order in which the sheets were planned."""
        told: dict[str, Counter[Fate]] = {}
        for sheet, lines in self._fates.items():
            told[sheet] = Counter()
            for parts, count in Counter(lines.values()).items():
                told[sheet][_together(parts)] += count
        return told

    def merge(
        self,
        model: type[pw.Model],
        sheet: str,
        existing: Mapping[Key, Fields],
        wanted: Mapping[Key, Fields],
        line: Callable[[Key], Hashable] = lambda key: key,
        reserved: Mapping[Key, int] | None = None,
    ) -> dict[Key, int]:
        """Make the existing rows (with their ids) the wanted ones, matched by key; the ids of the wanted rows.

        `line` names the sheet's line of a key. Rows not wanted go. `reserved` ids are taken for new rows.
        """
        ids: dict[Key, int] = {}
        for key, fields in wanted.items():
            old = existing.get(key)
            if old is None:
                ids[key] = self.insert(model, fields, (reserved or {}).get(key))
                self.note(sheet, line(key), Fate.NEW)
            else:
                ids[key] = old["id"]
                self.note(sheet, line(key), self.change(model, old, fields))
        for key, old in existing.items():
            if key not in wanted:
                self.delete(model, old["id"])
                self.note(sheet, line(key), Fate.REMOVED)
        return ids

    def change(self, model: type[pw.Model], old: Fields, fields: Fields) -> Fate:
        """Update the fields that differ."""
        changed = {name: value for name, value in fields.items() if old[name] != value}
        if changed:
            self.update(model, old["id"], changed)
        return Fate.UPDATED if changed.keys() - SILENT_FIELDS else Fate.UNCHANGED

    def write(self, order: Iterable[type[pw.Model]], progress: Progress) -> None:
        """Delete, insert and update; `order` names every table, those referred to before those that refer."""
        tables = [model for model in order if model in self._tables]
        bulk.check_references_at_the_end()
        for model in reversed(tables):
            bulk.delete_many(model, self._tables[model].deletes)
        total = sum(len(self._tables[model].inserts) for model in tables)
        written = 0
        for model in tables:
            inserts = self._tables[model].inserts
            for start in range(0, len(inserts), _BATCH):
                progress.step(written, total, WRITING)
                batch = inserts[start : start + _BATCH]
                _insert(model, batch)
                written += len(batch)
        for model in tables:
            _update(model, self._tables[model].updates)


def _together(parts: int) -> Fate:
    return Fate(parts) if parts in (Fate.NEW, Fate.REMOVED, Fate.UNCHANGED) else Fate.UPDATED


def _insert(model: type[pw.Model], rows: Iterable[Fields]) -> None:
    by_columns: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        by_columns[tuple(row)].append(tuple(row.values()))
    for columns, values in by_columns.items():
        bulk.insert_many(model, columns, values)


def _update(model: type[pw.Model], updates: Iterable[tuple[int, Fields]]) -> None:
    by_columns: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for row_id, fields in updates:
        by_columns[tuple(fields)].append((*fields.values(), row_id))
    for columns, values in by_columns.items():
        bulk.update_many(model, columns, values)


def rows_by(query: pw.ModelSelect[Any], key: Callable[[Fields], Key]) -> dict[Key, Fields]:
    """Rows as dictionaries of field names; references are ids."""
    return {key(row): row for row in query.dicts()}


def numbered(items: Iterable[tuple[Key, Fields]]) -> dict[tuple[Key, int], Fields]:
    """Keys that may repeat, told apart by how often they came before."""
    seen: Counter[Key] = Counter()
    keyed: dict[tuple[Key, int], Fields] = {}
    for key, fields in items:
        keyed[key, seen[key]] = fields
        seen[key] += 1
    return keyed
