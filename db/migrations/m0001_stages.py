"""Tables of migration 1: what happens around a stage, and evidence. Frozen: knows no models, never edited."""

from __future__ import annotations

import peewee as pw

from db.migrations.m0001_campaigns import Campaign, Initiative
from db.migrations.m0001_columns import AT_MOST_ONE_SUBJECT, ONE_SUBJECT, Moment, Table, Words, one_of
from db.migrations.m0001_organisation import Attachment, Person, Unit
from db.migrations.m0001_scoring import Criterion, Stage


class StageEvent(Table):
    stage = pw.ForeignKeyField(Stage)
    at = Moment()
    user = pw.TextField()
    action = pw.TextField()
    reason = pw.TextField(null=True)

    class Meta:
        table_name = "stage_events"
        constraints = [one_of("action", "close", "reopen")]


class ScoreReason(Table):
    stage = pw.ForeignKeyField(Stage, index=False)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    criterion = pw.ForeignKeyField(Criterion)
    reason = Words()
    at = Moment()
    author = pw.TextField(null=True)

    class Meta:
        table_name = "score_reasons"
        constraints = [ONE_SUBJECT]
        indexes = ((("stage", "person", "criterion"), True), (("stage", "unit", "criterion"), True))


class SecondEntry(Table):
    stage = pw.ForeignKeyField(Stage, index=False)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    criterion = pw.ForeignKeyField(Criterion)
    text = pw.TextField()
    entered_by = pw.TextField(null=True)
    entered_at = Moment()

    class Meta:
        table_name = "second_entries"
        constraints = [ONE_SUBJECT]
        indexes = ((("stage", "person", "criterion"), True), (("stage", "unit", "criterion"), True))


class SecondEntryCheck(Table):
    stage = pw.ForeignKeyField(Stage, index=False)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    first_by = pw.TextField(null=True)
    first_at = Moment(null=True)
    second_by = pw.TextField(null=True)
    second_at = Moment(null=True)

    class Meta:
        table_name = "second_entry_checks"
        constraints = [ONE_SUBJECT]
        indexes = ((("stage", "person"), True), (("stage", "unit"), True))


class Evidence(Table):
    attachment = pw.ForeignKeyField(Attachment)
    campaign = pw.ForeignKeyField(Campaign)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    criterion = pw.ForeignKeyField(Criterion, null=True)
    initiative = pw.ForeignKeyField(Initiative, null=True)
    title = Words()
    added_at = Moment()
    added_by = pw.TextField(null=True)
    position = pw.IntegerField()

    class Meta:
        table_name = "evidence"
        constraints = [AT_MOST_ONE_SUBJECT]


TABLES: tuple[type[Table], ...] = (StageEvent, ScoreReason, SecondEntry, SecondEntryCheck, Evidence)
