"""Writes only what differs, so that the history shows real changes; knows no rules."""

from collections.abc import Mapping

import peewee as pw


def save_changed(row: pw.Model, wanted: Mapping[str, object]) -> bool:
    """Set the named attributes of the row and write those that differ; True if any did."""
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, wanted[name])
    if changed:
        row.save(only=[name.removesuffix("_id") for name in changed])
    return bool(changed)
