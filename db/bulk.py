"""Many rows at once for imports, through one prepared statement. Knows no rules; runs inside an operation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import date

import peewee as pw

from db.change_log import UNLOGGED, inserts_logged_together
from db.connection import database
from db.fields import BlobField, DateField, IntField, PointsField, TextField

MANY = 200
"""From so many rows on, a batch is logged as a whole."""

Row = Sequence[object]
_Converter = Callable[[object], object]


def insert_many(model: type[pw.Model], columns: Sequence[pw.Field[object] | str], rows: Iterable[Row]) -> None:
    """Insert `rows`, whose values stand in the order of `columns` (fields or their names, "person_id" included).

    Columns not named get the model's default. Values are converted as a single save would do.
    """
    fields = [_field(model, column) for column in columns]
    given = {field.name for field in fields}
    defaults = [field for field in model._meta.defaults if field.name not in given]
    constants = tuple(field.db_value(_value(model._meta.defaults[field])) for field in defaults)
    converters = [_converter(field) for field in fields]
    names = ", ".join(f'"{field.column_name}"' for field in (*fields, *defaults))
    marks = ", ".join("?" * (len(fields) + len(defaults)))
    statement = f'INSERT INTO "{model._meta.table_name}" ({names}) VALUES ({marks})'
    converted = list(_converted(converters, rows))
    if constants:
        converted = [(*row, *constants) for row in converted]
    table = model._meta.table_name
    together = len(converted) >= MANY and table not in UNLOGGED
    with inserts_logged_together(database, table) if together else nullcontext():
        database.run_many(statement, converted)


def update_many(model: type[pw.Model], columns: Sequence[pw.Field[object] | str], rows: Iterable[Row]) -> None:
    """Set `columns` of rows by id; each row of `rows` holds the values in that order and the id at its end."""
    fields = [_field(model, column) for column in columns]
    converters = [_converter(field) for field in fields] + [None]
    assignments = ", ".join(f'"{field.column_name}" = ?' for field in fields)
    statement = f'UPDATE "{model._meta.table_name}" SET {assignments} WHERE id = ?'
    database.run_many(statement, _converted(converters, rows))


def delete_many(model: type[pw.Model], ids: Iterable[int]) -> None:
    """Delete rows by id; those that refer to them must be gone already."""
    database.run_many(f'DELETE FROM "{model._meta.table_name}" WHERE id = ?', ((row_id,) for row_id in ids))


def check_references_at_the_end() -> None:
    """Until the transaction ends, a row may stand for a moment without the row that it names."""
    database.run("PRAGMA defer_foreign_keys = ON")


def next_id(model: type[pw.Model]) -> int:
    """The id that the next row gets; inside a write nobody else can take it, so an import may number its rows."""
    table = model._meta.table_name
    used = database.run("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return 1 if used is None else int(used[0]) + 1


def _converted(converters: Sequence[_Converter | None], rows: Iterable[Row]) -> Iterator[Row]:
    """Column by column, which is quicker than row by row."""
    columns = list(zip(*rows, strict=True))
    pairs = zip(converters, columns, strict=True) if columns else ()
    return zip(*(values if convert is None else map(convert, values) for convert, values in pairs), strict=True)


def _field(model: type[pw.Model], column: pw.Field[object] | str) -> pw.Field[object]:
    field: pw.Field[object] = model._meta.combined[column] if isinstance(column, str) else column
    return field


def _value(default: object) -> object:
    return default() if callable(default) else default


def _converter(field: pw.Field[object]) -> _Converter | None:
    """As `field.db_value`, but quick for what stands in most rows."""
    if isinstance(field, (TextField, BlobField, pw.ForeignKeyField, pw.AutoField)):
        return None
    careful: _Converter = field.db_value
    if isinstance(field, DateField):
        return lambda value: value.isoformat() if type(value) is date else careful(value)
    if isinstance(field, (IntField, PointsField)):
        return lambda value: value if type(value) is int else careful(value)
    return careful
