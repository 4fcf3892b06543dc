"""Tables of migration 1: attachments, people, units, memberships. Frozen: knows no models, never edited."""

from __future__ import annotations

import peewee as pw

from db.migrations.m0001_columns import Amount, Day, Flag, Moment, Table, Words


class Attachment(Table):
    sha256 = pw.TextField(unique=True)
    name = Words()
    media_type = Words()
    size = Amount()
    content = pw.BlobField()
    added_at = Moment()

    class Meta:
        table_name = "attachments"
        constraints = [pw.Check('length("sha256") = 64'), pw.Check('length("content") = "size"')]


class Person(Table):
    code = Words(unique=True)
    full_name = Words()
    gender = pw.TextField(null=True)
    born_on = Day(null=True)
    ethnicity = pw.TextField(null=True)
    staff_group = pw.TextField(null=True)
    joined_on = Day(null=True)
    left_on = Day(null=True)
    left_reason = pw.TextField(null=True)
    portrait = pw.ForeignKeyField(Attachment, null=True)
    note = pw.TextField(null=True)
    name_fold = pw.TextField()
    name_sort = pw.TextField(index=True)
    position = pw.IntegerField()

    class Meta:
        table_name = "people"


class Unit(Table):
    code = Words(unique=True)
    name = Words()
    short_name = pw.TextField(null=True)
    kind = pw.TextField()
    parent = pw.ForeignKeyField("self", null=True)
    position = pw.IntegerField()
    opened_on = Day(null=True)
    closed_on = Day(null=True)
    head = pw.ForeignKeyField(Person, null=True)
    is_root = Flag()
    name_fold = pw.TextField()

    class Meta:
        table_name = "units"


Unit.add_index(Unit.is_root, unique=True, where=(Unit.is_root == 1), name="units_single_root")


class Membership(Table):
    person = pw.ForeignKeyField(Person)
    unit = pw.ForeignKeyField(Unit)
    post = pw.TextField(null=True)
    from_on = Day(null=True)
    until_on = Day(null=True)

    class Meta:
        table_name = "memberships"


TABLES: tuple[type[Table], ...] = (Attachment, Person, Unit, Membership)
