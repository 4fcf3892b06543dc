"""Evidence: files that stand behind a criterion or an initiative. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import DateTimeField, IntField, TextField
from db.models.attachments import Attachment
from db.models.base import BaseModel
from db.models.campaigns import Campaign
from db.models.initiatives import Initiative
from db.models.organisation import Person, Unit
from db.models.scoring import Criterion


class Evidence(BaseModel):
    """Minh chứng of a person or unit on a criterion, or of an initiative; the file itself is stored once."""

    attachment = pw.ForeignKeyField(Attachment, backref="+")
    campaign = pw.ForeignKeyField(Campaign, backref="+")
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    criterion = pw.ForeignKeyField(Criterion, null=True, backref="+")
    initiative = pw.ForeignKeyField(Initiative, null=True, backref="+")
    title = TextField()
    added_at = DateTimeField()
    added_by = TextField(null=True)
    position = IntField(default=0)

    if TYPE_CHECKING:
        attachment_id: pw.Field[int]
        campaign_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]
        criterion_id: pw.Field[int | None]
        initiative_id: pw.Field[int | None]

    class Meta:
        table_name = "evidence"
