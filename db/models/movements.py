"""Thematic and short movements beside the yearly one. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import DateField, IntField, TextField
from db.models.base import BaseModel
from db.models.campaigns import Campaign
from db.models.organisation import Unit


class Movement(BaseModel):
    """Phong trào thi đua chuyên đề (`thematic`) or theo đợt (`short`) within a year; `closed_on` = tổng kết."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    position = IntField(default=0)
    kind = TextField()
    name = TextField()
    theme = TextField(null=True)
    plan_number = TextField(null=True)
    plan_issued_on = DateField(null=True)
    starts_on = DateField(null=True)
    ends_on = DateField(null=True)
    closed_on = DateField(null=True)
    summary = TextField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]

    class Meta:
        table_name = "movements"


class MovementUnit(BaseModel):
    """Đơn vị tham gia; a movement without any is for the whole school."""

    movement = pw.ForeignKeyField(Movement, backref="+", index=False)
    unit = pw.ForeignKeyField(Unit, backref="+")

    if TYPE_CHECKING:
        movement_id: pw.Field[int]
        unit_id: pw.Field[int]

    class Meta:
        table_name = "movement_units"
        indexes = ((("movement", "unit"), True),)
