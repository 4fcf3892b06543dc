"""Awards, their revocations and the decisions that made them. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import DateField, IntField, TextField
from db.models.base import BaseModel
from db.models.campaigns import Campaign
from db.models.movements import Movement
from db.models.organisation import Person, Unit


class Decision(BaseModel):
    """Quyết định khen thưởng."""

    campaign = pw.ForeignKeyField(Campaign, null=True, backref="+")
    number = TextField()
    year = IntField()
    decided_on = DateField()
    authority = TextField()
    subject = TextField(null=True)
    signer_name = TextField(null=True)
    signer_post = TextField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int | None]

    class Meta:
        table_name = "decisions"
        indexes = ((("number", "year"), True),)


class Award(BaseModel):
    """Danh hiệu, hình thức khen thưởng of a person or unit, with name, post and unit as they were then.

    `campaign` says whose workbook brought it, `kind` for what it was given (công trạng, đột xuất, phong trào …). Never
    deleted: a revocation is a row of its own.
    """

    campaign = pw.ForeignKeyField(Campaign, null=True, backref="+")
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    name_then = TextField(null=True)
    post_then = TextField(null=True)
    unit_then = TextField(null=True)
    year = IntField()
    title = TextField()
    decision_number = TextField(null=True)
    decided_on = DateField(null=True)
    authority = TextField(null=True)
    decision = pw.ForeignKeyField(Decision, null=True, backref="+")
    position = IntField(default=0)
    kind = TextField(null=True)
    achievement = TextField(null=True)
    movement = pw.ForeignKeyField(Movement, null=True, backref="+")

    if TYPE_CHECKING:
        campaign_id: pw.Field[int | None]
        movement_id: pw.Field[int | None]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]
        decision_id: pw.Field[int | None]

    class Meta:
        table_name = "awards"


class AwardRevocation(BaseModel):
    """Thu hồi, hủy bỏ."""

    award = pw.ForeignKeyField(Award, backref="+", unique=True)
    revoked_on = DateField()
    reason = TextField(null=True)
    decision_number = TextField(null=True)

    if TYPE_CHECKING:
        award_id: pw.Field[int]

    class Meta:
        table_name = "award_revocations"
