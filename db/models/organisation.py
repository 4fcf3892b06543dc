"""Units, people and dated memberships. Structure only: no rules, no queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import BoolField, DateField, IntField, TextField
from db.models.attachments import Attachment
from db.models.base import BaseModel


class Person(BaseModel):
    """Cá nhân. `name_fold` serves the search, `name_sort` the Vietnamese order; both come from the core."""

    code = TextField(unique=True)
    full_name = TextField()
    gender = TextField(null=True)
    born_on = DateField(null=True)
    ethnicity = TextField(null=True)
    staff_group = TextField(null=True)
    joined_on = DateField(null=True)
    left_on = DateField(null=True)
    left_reason = TextField(null=True)
    portrait = pw.ForeignKeyField(Attachment, null=True, backref="+")
    note = TextField(null=True)
    name_fold = TextField()
    name_sort = TextField(index=True)
    position = IntField(default=0)

    if TYPE_CHECKING:
        portrait_id: pw.Field[int | None]

    class Meta:
        table_name = "people"


class Unit(BaseModel):
    """Đơn vị. The one root (code "@") is the school itself."""

    code = TextField(unique=True)
    name = TextField()
    short_name = TextField(null=True)
    kind = TextField()
    parent = pw.ForeignKeyField("self", null=True, backref="+")
    position = IntField(default=0)
    opened_on = DateField(null=True)
    closed_on = DateField(null=True)
    head = pw.ForeignKeyField(Person, null=True, backref="+")
    is_root = BoolField(default=False)
    name_fold = TextField()

    if TYPE_CHECKING:
        parent_id: pw.Field[int | None]
        head_id: pw.Field[int | None]

    class Meta:
        table_name = "units"


class Membership(BaseModel):
    """Thuộc đơn vị: from `from_on` (None = not known since when) to `until_on`, its last day (None = still)."""

    person = pw.ForeignKeyField(Person, backref="+")
    unit = pw.ForeignKeyField(Unit, backref="+")
    post = TextField(null=True)
    from_on = DateField(null=True)
    until_on = DateField(null=True)

    if TYPE_CHECKING:
        person_id: pw.Field[int]
        unit_id: pw.Field[int]

    class Meta:
        table_name = "memberships"
