"""The council's members, meeting rules and ballot counts. Only totals of secret ballots exist. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import BoolField, DateField, IntField, TextField
from db.models.base import BaseModel
from db.models.campaigns import Campaign
from db.models.organisation import Person, Unit


class CouncilMember(BaseModel):
    """Thành viên Hội đồng of the year, from and until a day if not all along; `present` is what the year's workbook
    says of its meeting, None = not recorded."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    person = pw.ForeignKeyField(Person, backref="+")
    role = TextField()
    present = BoolField(null=True)
    absence_reason = TextField(null=True)
    position = IntField(default=0)
    from_on = DateField(null=True)
    until_on = DateField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        person_id: pw.Field[int]

    class Meta:
        table_name = "council_members"


class MeetingRule(BaseModel):
    """Quy chế họp: name and value in the workbook's words."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    name = TextField()
    value = TextField()
    position = IntField(default=0)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]

    class Meta:
        table_name = "meeting_rules"


class BallotLine(BaseModel):
    """Kiểm phiếu: the count for exactly one person or unit."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    title = TextField()
    method = TextField(null=True)
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    issued = IntField(null=True)
    returned = IntField(null=True)
    valid = IntField(null=True)
    agree = IntField(null=True)
    disagree = IntField(null=True)
    position = IntField(default=0)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]

    class Meta:
        table_name = "ballot_lines"
