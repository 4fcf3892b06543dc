"""Tables of migration 1: operations, row changes, migration history. Frozen: knows no models, never edited."""

from __future__ import annotations

import peewee as pw

from db.migrations.m0001_columns import Flag, Moment, Table, Words, one_of


class Operation(Table):
    at = Moment()
    user = pw.TextField()
    title = Words()
    reason = pw.TextField()
    undoes = pw.ForeignKeyField("self", null=True, column_name="undoes")
    undone_by = pw.ForeignKeyField("self", null=True, column_name="undone_by")
    kind = pw.TextField()
    barrier = Flag()

    class Meta:
        table_name = "operations"
        constraints = [one_of("kind", "command", "undo", "redo", "import")]


class RowChange(Table):
    operation = pw.ForeignKeyField(Operation)
    table_name = pw.TextField()
    row_id = pw.IntegerField()
    action = pw.TextField()
    old = pw.TextField(null=True)
    new = pw.TextField(null=True)

    class Meta:
        table_name = "row_changes"
        constraints = [one_of("action", "I", "U", "D")]
        indexes = ((("table_name", "row_id"), False),)


class MigrationHistory(pw.Model):
    name = pw.TextField(primary_key=True)
    applied_at = Moment()

    class Meta:
        strict_tables = True
        table_name = "migration_history"


TABLES: tuple[type[pw.Model], ...] = (Operation, RowChange, MigrationHistory)
