"""Documents that were issued, with the values frozen as printed. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import BoolField, DateTimeField, IntField, TextField
from db.models.awards import Award
from db.models.base import BaseModel
from db.models.campaigns import Campaign
from db.models.organisation import Person, Unit


class IssuedDocument(BaseModel):
    """Văn bản, giấy đã in; `frozen` is JSON of every word on it."""

    kind = TextField()
    campaign = pw.ForeignKeyField(Campaign, null=True, backref="+")
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    award = pw.ForeignKeyField(Award, null=True, backref="+")
    frozen = TextField()
    layout_id = TextField()
    layout_version = IntField()
    sha256 = TextField()
    pages = IntField()
    file_name = TextField()
    draft = BoolField()
    issued_at = DateTimeField()
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")

    if TYPE_CHECKING:
        campaign_id: pw.Field[int | None]
        person_id: pw.Field[int | None]
        award_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]

    class Meta:
        table_name = "issued_documents"
