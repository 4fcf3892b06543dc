"""Column kinds of migration 1, frozen with it. Knows no models; never edit: a later migration brings its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import peewee as pw

if TYPE_CHECKING:
    AutoField = pw.AutoField[int]
    IntegerField = pw.IntegerField[Any]
    TextField = pw.TextField[Any]
else:
    AutoField, IntegerField, TextField = pw.AutoField, pw.IntegerField, pw.TextField


class Key(AutoField):
    """Never reuses an id: the change log names rows by it for ever."""

    def ddl(self, ctx: Any) -> pw.NodeList:
        return pw.NodeList((super().ddl(ctx), pw.SQL("AUTOINCREMENT")))


class _Checked:
    """Adds the CHECK of its kind once the column's name is known."""

    rule = ""

    def bind(self, model: Any, name: str, set_attribute: bool = True) -> None:
        super().bind(model, name, set_attribute)  # type: ignore[misc]  # the field class comes after this one
        self.constraints = [pw.Check(self.rule.format(column=f'"{name}"'))]


class Words(_Checked, TextField):
    """A text that says something."""

    rule = "trim({column}) <> ''"


class Day(_Checked, TextField):
    """2022-03-02, a day that exists: without a modifier SQLite's date() lets 2022-02-30 pass."""

    rule = "{column} IS date({column}, '+0 days')"


class Moment(_Checked, TextField):
    """2022-03-02T14:05:09."""

    rule = "{column} IS strftime('%Y-%m-%dT%H:%M:%S', {column}, '+0 days')"


class Year(_Checked, IntegerField):
    rule = "{column} BETWEEN 1900 AND 2100"


class Flag(_Checked, IntegerField):
    rule = "{column} IN (0, 1)"


class Amount(_Checked, IntegerField):
    """A count, or hundredths, that cannot be negative."""

    rule = "{column} >= 0"


class Table(pw.Model):
    id = Key()

    class Meta:
        strict_tables = True
        legacy_table_names = False


def one_of(column: str, *keys: str) -> pw.SQL | pw.NodeList:
    return pw.Check(f'"{column}" IN ({", ".join(repr(key) for key in keys)})')


ONE_SUBJECT = pw.Check('("person_id" IS NULL) <> ("unit_id" IS NULL)')
AT_MOST_ONE_SUBJECT = pw.Check('"person_id" IS NULL OR "unit_id" IS NULL')
