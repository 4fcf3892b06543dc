"""Operations and the row changes that the triggers record, and the migrations applied. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.connection import database
from db.fields import BoolField, DateTimeField, TextField
from db.models.base import BaseModel


class Operation(BaseModel):
    """Thao tác: one command, import, undo or redo; `barrier` = it issued a number, undo never crosses it."""

    at = DateTimeField()
    user = TextField()
    title = TextField()
    reason = TextField(default="")
    undoes = pw.ForeignKeyField("self", null=True, backref="+", column_name="undoes")
    undone_by = pw.ForeignKeyField("self", null=True, backref="+", column_name="undone_by")
    kind = TextField(default="command")
    barrier = BoolField(default=False)

    if TYPE_CHECKING:
        undoes_id: pw.Field[int | None]
        undone_by_id: pw.Field[int | None]

    class Meta:
        table_name = "operations"


class RowChange(BaseModel):
    """One inserted (I), updated (U) or deleted (D) row; old and new are JSON, an insert has neither."""

    operation = pw.ForeignKeyField(Operation, backref="+")
    table_name = TextField()
    row_id = pw.IntegerField()
    action = TextField()
    old = TextField(null=True)
    new = TextField(null=True)

    if TYPE_CHECKING:
        operation_id: pw.Field[int]

    class Meta:
        table_name = "row_changes"
        indexes = ((("table_name", "row_id"), False),)


class MigrationHistory(pw.Model):
    name = TextField(primary_key=True)
    applied_at = DateTimeField()

    class Meta:
        database = database
        strict_tables = True
        table_name = "migration_history"
