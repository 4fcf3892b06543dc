"""Migration 1: every table of the first release, built from frozen inline tables. Knows no models."""

from __future__ import annotations

import peewee as pw

from db.migrations import (
    m0001_campaigns,
    m0001_history,
    m0001_organisation,
    m0001_records,
    m0001_scoring,
    m0001_stages,
)

NAME = "0001_initial"
TABLES: tuple[type[pw.Model], ...] = (
    *m0001_organisation.TABLES,
    *m0001_campaigns.TABLES,
    *m0001_scoring.TABLES,
    *m0001_stages.TABLES,
    *m0001_records.TABLES,
    *m0001_history.TABLES,
)


def apply(database: pw.Database) -> None:
    with database.bind_ctx(TABLES, bind_refs=False, bind_backrefs=False):
        database.create_tables(TABLES, safe=False)
