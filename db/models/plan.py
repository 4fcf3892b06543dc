"""The year's plan: its text, its targets and its milestones. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import DateField, IntField, PointsField, TextField
from db.models.base import BaseModel
from db.models.campaigns import Campaign
from db.models.organisation import Unit


class PlanItem(BaseModel):
    """Đề mục, đoạn văn of the plan: one paragraph of a section, perhaps under another; `carrier` = who does it."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    section = TextField()
    parent = pw.ForeignKeyField("self", null=True, backref="+")
    position = IntField(default=0)
    number = TextField(null=True)
    text = TextField()
    carrier = TextField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        parent_id: pw.Field[int | None]

    class Meta:
        table_name = "plan_items"


class PlanItemUnit(BaseModel):
    """Đơn vị thực hiện of a task of the plan."""

    item = pw.ForeignKeyField(PlanItem, backref="+", index=False)
    unit = pw.ForeignKeyField(Unit, backref="+")

    if TYPE_CHECKING:
        item_id: pw.Field[int]
        unit_id: pw.Field[int]

    class Meta:
        table_name = "plan_item_units"
        indexes = ((("item", "unit"), True),)


class Target(BaseModel):
    """Chỉ tiêu; `measure`, `base` and `unit` keep the workbook's words; bounds are hundredths, None = open.

    The parameters name the title or rating that a general measure or base speaks of; `within_*` narrow the base.
    """

    campaign = pw.ForeignKeyField(Campaign, backref="+", index=False)
    code = TextField()
    position = IntField(default=0)
    content = TextField()
    measure = TextField()
    base = TextField()
    lower = PointsField(null=True)
    upper = PointsField(null=True)
    unit = TextField()
    measure_parameter = TextField(null=True)
    base_parameter = TextField(null=True)
    within_unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    within_group = TextField(null=True)
    plan_item = pw.ForeignKeyField(PlanItem, null=True, backref="+")

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        within_unit_id: pw.Field[int | None]
        plan_item_id: pw.Field[int | None]

    class Meta:
        table_name = "targets"
        indexes = ((("campaign", "code"), True),)


class Milestone(BaseModel):
    """Mốc thời gian; `plan_wording` is the plan's own line for it ("Tháng 3/2022")."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    position = IntField(default=0)
    kind = TextField()
    name = TextField()
    from_on = DateField(null=True)
    due_on = DateField(null=True)
    done_on = DateField(null=True)
    plan_wording = TextField(null=True)
    note = TextField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]

    class Meta:
        table_name = "milestones"
