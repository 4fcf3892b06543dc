"""Tables of migration 1: criteria, stages, scores, ratings. Frozen: knows no models, never edited."""

from __future__ import annotations

import peewee as pw

from db.migrations.m0001_campaigns import Campaign
from db.migrations.m0001_columns import ONE_SUBJECT, Amount, Day, Moment, Table, Words, one_of
from db.migrations.m0001_organisation import Person, Unit

RATINGS = ("excellent", "good", "completed", "not_completed")


class CriteriaSheet(Table):
    campaign = pw.ForeignKeyField(Campaign, index=False)
    code = Words()
    name = pw.TextField(null=True)
    version = Amount()
    subject = pw.TextField(constraints=[pw.SQL("DEFAULT 'person'")])
    superseded_by = pw.ForeignKeyField("self", null=True, column_name="superseded_by")
    position = pw.IntegerField()

    class Meta:
        table_name = "criteria_sheets"
        constraints = [one_of("subject", "person", "unit")]
        indexes = ((("campaign", "code", "version"), True),)


class CriteriaSheetGroup(Table):
    sheet = pw.ForeignKeyField(CriteriaSheet)
    staff_group = Words()
    position = pw.IntegerField()

    class Meta:
        table_name = "criteria_sheet_groups"


class CriteriaSheetUnit(Table):
    sheet = pw.ForeignKeyField(CriteriaSheet, index=False)
    unit = pw.ForeignKeyField(Unit)

    class Meta:
        table_name = "criteria_sheet_units"
        indexes = ((("sheet", "unit"), True),)


class Criterion(Table):
    sheet = pw.ForeignKeyField(CriteriaSheet, index=False)
    parent = pw.ForeignKeyField("self", null=True)
    position = pw.IntegerField()
    number = Words()
    content = Words()
    kind = pw.TextField()
    maximum = Amount()
    step = pw.IntegerField(null=True, constraints=[pw.Check('"step" > 0')])
    cap = pw.IntegerField(null=True, constraints=[pw.Check('"cap" > 0')])

    class Meta:
        table_name = "criteria"
        constraints = [one_of("kind", "group", "points", "bonus", "deduction")]
        indexes = ((("sheet", "number"), True),)


class Stage(Table):
    campaign = pw.ForeignKeyField(Campaign, index=False)
    position = pw.IntegerField()
    key = pw.TextField()
    name = Words()
    closed_at = Moment(null=True)
    closed_by = pw.TextField(null=True)

    class Meta:
        table_name = "stages"
        constraints = [one_of("key", "self", "unit", "council")]
        indexes = ((("campaign", "key"), True),)


class Score(Table):
    stage = pw.ForeignKeyField(Stage, index=False)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    criterion = pw.ForeignKeyField(Criterion)
    points = pw.IntegerField()

    class Meta:
        table_name = "scores"
        constraints = [ONE_SUBJECT]
        indexes = ((("stage", "person", "criterion"), True), (("stage", "unit", "criterion"), True))


class DraftInput(Table):
    stage = pw.ForeignKeyField(Stage, index=False)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    criterion = pw.ForeignKeyField(Criterion)
    text = pw.TextField()
    problem = Words()

    class Meta:
        table_name = "draft_inputs"
        constraints = [ONE_SUBJECT]
        indexes = ((("stage", "person", "criterion"), True), (("stage", "unit", "criterion"), True))


class ScoreComment(Table):
    stage = pw.ForeignKeyField(Stage)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    criterion = pw.ForeignKeyField(Criterion, null=True)
    text = Words()
    written_at = Moment()
    author = pw.TextField(null=True)

    class Meta:
        table_name = "score_comments"
        constraints = [ONE_SUBJECT]


class RatingThreshold(Table):
    campaign = pw.ForeignKeyField(Campaign, index=False)
    rating = pw.TextField()
    from_points = Amount()

    class Meta:
        table_name = "rating_thresholds"
        constraints = [one_of("rating", *RATINGS)]
        indexes = ((("campaign", "rating"), True),)


class Rating(Table):
    campaign = pw.ForeignKeyField(Campaign, index=False)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    rating = pw.TextField()
    proposed = pw.TextField(null=True)
    reason = pw.TextField(null=True)
    decided_on = Day(null=True)
    stale_since = Moment(null=True)

    class Meta:
        table_name = "ratings"
        constraints = [ONE_SUBJECT, one_of("rating", *RATINGS), one_of("proposed", *RATINGS)]
        indexes = ((("campaign", "person"), True), (("campaign", "unit"), True))


class TeachingAward(Table):
    campaign = pw.ForeignKeyField(Campaign, index=False)
    person = pw.ForeignKeyField(Person)
    level = pw.TextField()

    class Meta:
        table_name = "teaching_awards"
        constraints = [one_of("level", "faculty", "school", "province", "academy")]
        indexes = ((("campaign", "person", "level"), True),)


TABLES: tuple[type[Table], ...] = (
    CriteriaSheet,
    CriteriaSheetGroup,
    CriteriaSheetUnit,
    Criterion,
    Stage,
    Score,
    DraftInput,
    ScoreComment,
    RatingThreshold,
    Rating,
    TeachingAward,
)
