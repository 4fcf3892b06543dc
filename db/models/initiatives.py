"""Initiatives, their authors and what each has served. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import DateField, IntField, TextField
from db.models.awards import Award
from db.models.base import BaseModel
from db.models.campaigns import Campaign
from db.models.organisation import Person, Unit
from db.models.proposals import Proposal


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
    kind = TextField(null=True)
    summary = TextField(null=True)
    effect = TextField(null=True)
    applied_at = TextField(null=True)
    recognised_by = TextField(null=True)

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


class InitiativeUse(BaseModel):
    """Nơi đã dùng: the title or commendation that an initiative supported for exactly one person or unit; while it is
    only proposed, `proposal` says in which."""

    initiative = pw.ForeignKeyField(Initiative, backref="+")
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    year = IntField()
    title = TextField()
    decided_on = DateField(null=True)
    award = pw.ForeignKeyField(Award, null=True, backref="+")
    note = TextField(null=True)
    proposal = pw.ForeignKeyField(Proposal, null=True, backref="+")

    if TYPE_CHECKING:
        initiative_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]
        award_id: pw.Field[int | None]
        proposal_id: pw.Field[int | None]

    class Meta:
        table_name = "initiative_uses"
