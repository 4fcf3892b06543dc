"""What every table model shares: the database object, STRICT and an integer id. Knows no table."""

from __future__ import annotations

import peewee as pw

from db.connection import database


class BaseModel(pw.Model):
    id = pw.AutoField()

    class Meta:
        database = database
        strict_tables = True
        legacy_table_names = False
