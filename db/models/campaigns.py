"""A year's campaign: targets, milestones, launches, registrations and what changed for people. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import BoolField, DateField, IntField, PointsField, TextField
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

    if TYPE_CHECKING:
        plan_attachment_id: pw.Field[int | None]

    class Meta:
        table_name = "campaigns"
        indexes = ((("year", "kind"), True),)


class Target(BaseModel):
    """Chỉ tiêu; `measure`, `base` and `unit` keep the workbook's words; bounds are hundredths, None = open."""

    campaign = pw.ForeignKeyField(Campaign, backref="+", index=False)
    code = TextField()
    position = IntField(default=0)
    content = TextField()
    measure = TextField()
    base = TextField()
    lower = PointsField(null=True)
    upper = PointsField(null=True)
    unit = TextField()

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]

    class Meta:
        table_name = "targets"
        indexes = ((("campaign", "code"), True),)


class Milestone(BaseModel):
    """Mốc thời gian of the plan."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    position = IntField(default=0)
    kind = TextField()
    name = TextField()
    from_on = DateField(null=True)
    due_on = DateField(null=True)
    done_on = DateField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]

    class Meta:
        table_name = "milestones"


class Launch(BaseModel):
    """Phát động: a unit started the campaign."""

    campaign = pw.ForeignKeyField(Campaign, backref="+", index=False)
    unit = pw.ForeignKeyField(Unit, backref="+")
    launched_on = DateField()
    participants = IntField(null=True)
    attachment = pw.ForeignKeyField(Attachment, null=True, backref="+")

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

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        person_id: pw.Field[int]

    class Meta:
        table_name = "disciplines"
