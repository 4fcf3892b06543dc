"""Criteria sheets, stages, scores, drafts, comments, thresholds, ratings, teaching awards. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import DateField, DateTimeField, IntField, PointsField, TextField
from db.models.base import BaseModel
from db.models.campaigns import Campaign
from db.models.organisation import Person, Unit


class CriteriaSheet(BaseModel):
    """Bộ tiêu chí for people or for units; a changed sheet is a new version, the old one names it."""

    campaign = pw.ForeignKeyField(Campaign, backref="+", index=False)
    code = TextField()
    name = TextField(null=True)
    version = IntField(default=1)
    subject = TextField(default="person")
    superseded_by = pw.ForeignKeyField("self", null=True, backref="+", column_name="superseded_by")
    position = IntField(default=0)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        superseded_by_id: pw.Field[int | None]

    class Meta:
        table_name = "criteria_sheets"
        indexes = ((("campaign", "code", "version"), True),)


class CriteriaSheetGroup(BaseModel):
    """Nhóm áp dụng: which staff group the sheet is for."""

    sheet = pw.ForeignKeyField(CriteriaSheet, backref="+")
    staff_group = TextField()
    position = IntField(default=0)

    if TYPE_CHECKING:
        sheet_id: pw.Field[int]

    class Meta:
        table_name = "criteria_sheet_groups"


class CriteriaSheetUnit(BaseModel):
    """Đơn vị áp dụng: a unit that the sheet serves; a sheet without any serves them all."""

    sheet = pw.ForeignKeyField(CriteriaSheet, backref="+", index=False)
    unit = pw.ForeignKeyField(Unit, backref="+")

    if TYPE_CHECKING:
        sheet_id: pw.Field[int]
        unit_id: pw.Field[int]

    class Meta:
        table_name = "criteria_sheet_units"
        indexes = ((("sheet", "unit"), True),)


class Criterion(BaseModel):
    """Tiêu chí (mục); a group's maximum is the sum of its items and is not read from here; its cap is (trần điểm)."""

    sheet = pw.ForeignKeyField(CriteriaSheet, backref="+", index=False)
    parent = pw.ForeignKeyField("self", null=True, backref="+")
    position = IntField(default=0)
    number = TextField()
    content = TextField()
    kind = TextField()
    maximum = PointsField()
    step = PointsField(null=True)
    cap = PointsField(null=True)

    if TYPE_CHECKING:
        sheet_id: pw.Field[int]
        parent_id: pw.Field[int | None]

    class Meta:
        table_name = "criteria"
        indexes = ((("sheet", "number"), True),)


class Stage(BaseModel):
    """Vòng chấm: self, unit, council."""

    campaign = pw.ForeignKeyField(Campaign, backref="+", index=False)
    position = IntField(default=0)
    key = TextField()
    name = TextField()
    closed_at = DateTimeField(null=True)
    closed_by = TextField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]

    class Meta:
        table_name = "stages"
        indexes = ((("campaign", "key"), True),)


class Score(BaseModel):
    """Điểm of one cell of exactly one person or unit; no row = not yet scored, which is never 0."""

    stage = pw.ForeignKeyField(Stage, backref="+", index=False)
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    criterion = pw.ForeignKeyField(Criterion, backref="+")
    points = PointsField()

    if TYPE_CHECKING:
        stage_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]
        criterion_id: pw.Field[int]

    class Meta:
        table_name = "scores"
        indexes = ((("stage", "person", "criterion"), True), (("stage", "unit", "criterion"), True))


class DraftInput(BaseModel):
    """Giá trị chưa hợp lệ: what was typed and refused, kept beside the empty score with its problem."""

    stage = pw.ForeignKeyField(Stage, backref="+", index=False)
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    criterion = pw.ForeignKeyField(Criterion, backref="+")
    text = TextField()
    problem = TextField()

    if TYPE_CHECKING:
        stage_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]
        criterion_id: pw.Field[int]

    class Meta:
        table_name = "draft_inputs"
        indexes = ((("stage", "person", "criterion"), True), (("stage", "unit", "criterion"), True))


class ScoreComment(BaseModel):
    """Nhận xét on the sheet of a person or unit, or on one criterion of it."""

    stage = pw.ForeignKeyField(Stage, backref="+")
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    criterion = pw.ForeignKeyField(Criterion, null=True, backref="+")
    text = TextField()
    written_at = DateTimeField()
    author = TextField(null=True)

    if TYPE_CHECKING:
        stage_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]
        criterion_id: pw.Field[int | None]

    class Meta:
        table_name = "score_comments"


class RatingThreshold(BaseModel):
    """Ngưỡng xếp loại of the year."""

    campaign = pw.ForeignKeyField(Campaign, backref="+", index=False)
    rating = TextField()
    from_points = PointsField()

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]

    class Meta:
        table_name = "rating_thresholds"
        indexes = ((("campaign", "rating"), True),)


class Rating(BaseModel):
    """Xếp loại decided for exactly one person or unit; `proposed` is what the thresholds said then, `stale_since` when
    a stage under it was reopened."""

    campaign = pw.ForeignKeyField(Campaign, backref="+", index=False)
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    rating = TextField()
    proposed = TextField(null=True)
    reason = TextField(null=True)
    decided_on = DateField(null=True)
    stale_since = DateTimeField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]

    class Meta:
        table_name = "ratings"
        indexes = ((("campaign", "person"), True), (("campaign", "unit"), True))


class TeachingAward(BaseModel):
    """Giảng viên dạy giỏi of a level; `period` is the school year ("2021-2022") or the calendar year it was won in."""

    campaign = pw.ForeignKeyField(Campaign, backref="+", index=False)
    person = pw.ForeignKeyField(Person, backref="+")
    level = TextField()
    period = TextField(null=True)
    decided_on = DateField(null=True)
    decision_number = TextField(null=True)
    note = TextField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        person_id: pw.Field[int]

    class Meta:
        table_name = "teaching_awards"
        indexes = ((("campaign", "person", "level"), True),)


class PartyRating(BaseModel):
    """Xếp loại đảng viên of a person who is a Party member."""

    campaign = pw.ForeignKeyField(Campaign, backref="+", index=False)
    person = pw.ForeignKeyField(Person, backref="+")
    rating = TextField()
    decided_on = DateField(null=True)
    decision_number = TextField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        person_id: pw.Field[int]

    class Meta:
        table_name = "party_ratings"
        indexes = ((("campaign", "person"), True),)
