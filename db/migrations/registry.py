"""The migrations in their order, imported by name so that a frozen program holds them. Append only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import peewee as pw

from db.migrations import m0001_initial, m0002_year, m0003_proposals, m0004_meetings


@dataclass(frozen=True, slots=True)
class Migration:
    """One step. `apply` runs inside the transaction that also records it, with foreign keys and triggers off."""

    name: str
    apply: Callable[[pw.Database], None]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(m0001_initial.NAME, m0001_initial.apply),
    Migration(m0002_year.NAME, m0002_year.apply),
    Migration(m0003_proposals.NAME, m0003_proposals.apply),
    Migration(m0004_meetings.NAME, m0004_meetings.apply),
)
