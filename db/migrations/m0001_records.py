"""Tables of migration 1: decisions, awards, council, printed documents, settings. Frozen: knows no models."""

from __future__ import annotations

import peewee as pw

from db.migrations.m0001_campaigns import Campaign
from db.migrations.m0001_columns import (
    AT_MOST_ONE_SUBJECT,
    ONE_SUBJECT,
    Amount,
    Day,
    Flag,
    Moment,
    Table,
    Words,
    Year,
)
from db.migrations.m0001_organisation import Person, Unit


class Decision(Table):
    campaign = pw.ForeignKeyField(Campaign, null=True)
    number = Words()
    year = Year()
    decided_on = Day()
    authority = Words()
    subject = pw.TextField(null=True)
    signer_name = pw.TextField(null=True)
    signer_post = pw.TextField(null=True)

    class Meta:
        table_name = "decisions"
        indexes = ((("number", "year"), True),)


class Award(Table):
    campaign = pw.ForeignKeyField(Campaign, null=True)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    name_then = pw.TextField(null=True)
    post_then = pw.TextField(null=True)
    unit_then = pw.TextField(null=True)
    year = Year()
    title = Words()
    decision_number = pw.TextField(null=True)
    decided_on = Day(null=True)
    authority = pw.TextField(null=True)
    decision = pw.ForeignKeyField(Decision, null=True)
    position = pw.IntegerField()

    class Meta:
        table_name = "awards"
        constraints = [AT_MOST_ONE_SUBJECT]


class AwardRevocation(Table):
    award = pw.ForeignKeyField(Award, unique=True)
    revoked_on = Day()
    reason = pw.TextField(null=True)

    class Meta:
        table_name = "award_revocations"


class CouncilMember(Table):
    campaign = pw.ForeignKeyField(Campaign)
    person = pw.ForeignKeyField(Person)
    role = Words()
    present = Flag(null=True)
    absence_reason = pw.TextField(null=True)
    position = pw.IntegerField()

    class Meta:
        table_name = "council_members"


class MeetingRule(Table):
    campaign = pw.ForeignKeyField(Campaign)
    name = Words()
    value = pw.TextField()
    position = pw.IntegerField()

    class Meta:
        table_name = "meeting_rules"


class BallotLine(Table):
    campaign = pw.ForeignKeyField(Campaign)
    title = Words()
    method = pw.TextField(null=True)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    issued = Amount(null=True)
    returned = Amount(null=True)
    valid = Amount(null=True)
    agree = Amount(null=True)
    disagree = Amount(null=True)
    position = pw.IntegerField()

    class Meta:
        table_name = "ballot_lines"
        constraints = [ONE_SUBJECT]


class IssuedDocument(Table):
    kind = Words()
    campaign = pw.ForeignKeyField(Campaign, null=True)
    person = pw.ForeignKeyField(Person, null=True)
    award = pw.ForeignKeyField(Award, null=True)
    frozen = pw.TextField(constraints=[pw.Check('json_valid("frozen")')])
    layout_id = Words()
    layout_version = Amount()
    sha256 = pw.TextField()
    pages = Amount()
    file_name = pw.TextField()
    draft = Flag()
    issued_at = Moment()

    class Meta:
        table_name = "issued_documents"


class Setting(Table):
    key = Words()
    valid_from = Day(null=True)
    value = pw.TextField(constraints=[pw.Check('json_valid("value")')])

    class Meta:
        table_name = "settings"
        indexes = ((("key", "valid_from"), True),)


Setting.add_index(Setting.key, unique=True, where=Setting.valid_from.is_null(), name="settings_single_undated")


TABLES: tuple[type[Table], ...] = (
    Decision,
    Award,
    AwardRevocation,
    CouncilMember,
    MeetingRule,
    BallotLine,
    IssuedDocument,
    Setting,
)
