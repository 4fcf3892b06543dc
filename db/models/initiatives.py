"""Initiatives and their authors. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import DateField, IntField, TextField
from db.models.base import BaseModel
from db.models.campaigns import Campaign
from db.models.organisation import Person


class Initiative(BaseModel):
    """Sáng kiến, đề tài; `scope` and `result` keep the workbook's words."""

    campaign = pw.ForeignKeyField(Campaign, backref="+", index=False)
    code = TextField()
    name = TextField()
    scope = TextField(null=True)
    recognised_on = DateField(null=True)
    decision_number = TextField(null=True)
    result = TextField(null=True)
    position = IntField(default=0)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]

    class Meta:
        table_name = "initiatives"
        indexes = ((("campaign", "code"), True),)


class InitiativeAuthor(BaseModel):
    """Tác giả; `share` in hundredths of a percent, None = not stated."""

    initiative = pw.ForeignKeyField(Initiative, backref="+")
    person = pw.ForeignKeyField(Person, backref="+")
    position = IntField(default=0)
    share = IntField(null=True)

    if TYPE_CHECKING:
        initiative_id: pw.Field[int]
        person_id: pw.Field[int]

    class Meta:
        table_name = "initiative_authors"
