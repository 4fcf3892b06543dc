"""Writes only what differs, so that the history shows real changes; reads many rows plainly. Knows no rules."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any

import peewee as pw

from db.connection import database


def fetch(query: pw.BaseQuery) -> list[tuple[Any, ...]]:
    """The driver's own rows, several times faster than models: dates are ISO texts (see `day`), booleans 0 or 1."""
    cursor = database.execute(query)  # type: ignore[no-untyped-call]  # peewee's stubs leave it untyped
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


@lru_cache(maxsize=65536)
def _parsed(text: str) -> date:
    return date.fromisoformat(text)


def day(text: str | None) -> date | None:
    """A date column of `fetch`."""
    return None if text is None else _parsed(text)


@contextmanager
def uncollected() -> Iterator[None]:
    """For making some hundred thousand facts at a stretch, none of which is garbage: the collector would go through all
    of them time and again, which takes as long as the work itself."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def save_changed(row: pw.Model, wanted: Mapping[str, object]) -> bool:
    """Set the named attributes of the row and write those that differ; True if any did."""
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, wanted[name])
    if changed:
        row.save(only=[name.removesuffix("_id") for name in changed])
    return bool(changed)
