"""A year's campaign: launches, registrations, what changed for people, and its own states. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import BoolField, DateField, DateTimeField, IntField, TextField
from db.models.attachments import Attachment
from db.models.base import BaseModel
from db.models.organisation import Person, Unit


class Campaign(BaseModel):
    """Phong trào thi đua of one year; `results_due_on` is the last day."""

    year = IntField()
    kind = TextField(default="yearly")
    plan_number = TextField(null=True)
    plan_issued_on = DateField(null=True)
    plan_issued_at = TextField(null=True)
    theme = TextField(null=True)
    school_theme = TextField(null=True)
    results_due_on = DateField(null=True)
    council_on = DateField(null=True)
    decision_on = DateField(null=True)
    state = TextField(default="open")
    plan_attachment = pw.ForeignKeyField(Attachment, null=True, backref="+")
    office_heading = TextField(null=True)
    plan_title = TextField(null=True)
    plan_signer_name = TextField(null=True)
    plan_signer_post = TextField(null=True)
    plan_signer_authority = TextField(null=True)

    if TYPE_CHECKING:
        plan_attachment_id: pw.Field[int | None]

    class Meta:
        table_name = "campaigns"
        indexes = ((("year", "kind"), True),)


class Launch(BaseModel):
    """Phát động: a unit started the campaign."""

    campaign = pw.ForeignKeyField(Campaign, backref="+", index=False)
    unit = pw.ForeignKeyField(Unit, backref="+")
    launched_on = DateField()
    participants = IntField(null=True)
    attachment = pw.ForeignKeyField(Attachment, null=True, backref="+")
    note = TextField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        unit_id: pw.Field[int]
        attachment_id: pw.Field[int | None]

    class Meta:
        table_name = "launches"
        indexes = ((("campaign", "unit"), True),)


class Registration(BaseModel):
    """Đăng ký thi đua of exactly one person or one unit."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    title = TextField()
    registered_on = DateField(null=True)
    position = IntField(default=0)
    content = TextField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]

    class Meta:
        table_name = "registrations"


class PersonnelChange(BaseModel):
    """Biến động trong năm: leave, study, transfer."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    person = pw.ForeignKeyField(Person, backref="+")
    kind = TextField()
    from_on = DateField(null=True)
    until_on = DateField(null=True)
    detail = TextField(null=True)
    former_unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    position = IntField(default=0)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        person_id: pw.Field[int]
        former_unit_id: pw.Field[int | None]

    class Meta:
        table_name = "personnel_changes"


class Discipline(BaseModel):
    """Kỷ luật."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    person = pw.ForeignKeyField(Person, backref="+")
    form = TextField()
    decided_on = DateField(null=True)
    decision_number = TextField(null=True)
    task_related = BoolField(null=True)
    reason = TextField(null=True)
    position = IntField(default=0)
    ended_on = DateField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        person_id: pw.Field[int]

    class Meta:
        table_name = "disciplines"


class CampaignEvent(BaseModel):
    """Mở, chốt, mở lại năm: who, when, and for a reopening why."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    at = DateTimeField()
    user = TextField()
    action = TextField()
    reason = TextField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]

    class Meta:
        table_name = "campaign_events"
