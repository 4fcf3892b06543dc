"""Migration 3: the school's kinds of awards, proposals, what was said for and against them. Frozen: knows no models,
never edited."""

from __future__ import annotations

import peewee as pw

from db.migrations.m0001_campaigns import Campaign
from db.migrations.m0001_columns import ONE_SUBJECT, Day, Flag, Moment, Table, Words, one_of
from db.migrations.m0001_organisation import Attachment, Person, Unit
from db.migrations.m0001_records import Award, AwardRevocation
from db.migrations.m0002_year import AWARD_KINDS, InitiativeUse, Movement

NAME = "0003_proposals"

STATES = (
    "draft", "submitted", "returned", "valid", "presented", "passed", "failed", "lowered", "deferred",
    "decided", "printed", "delivered", "revoked", "withdrawn",
)  # fmt: skip
CASES = ("complaint", "denunciation", "inspection", "investigation", "discipline_review", "press")


class AwardKind(Table):
    key = Words(unique=True)
    name = Words()
    short = Words()
    family = pw.TextField()
    subject = pw.TextField()
    level = pw.TextField()
    authority = pw.TextField(null=True)
    wordings = pw.TextField(null=True)
    note = pw.TextField(null=True)
    position = pw.IntegerField()
    is_used = Flag()

    class Meta:
        table_name = "award_kinds"
        constraints = [
            one_of("family", "title", "form"),
            one_of("subject", "person", "unit", "both"),
            one_of("level", "grassroots", "province", "ministry", "state"),
        ]


class Proposal(Table):
    campaign = pw.ForeignKeyField(Campaign)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    kind = Words()
    title = Words()
    basis = pw.TextField()
    movement = pw.ForeignKeyField(Movement, null=True)
    proposing_unit = pw.ForeignKeyField(Unit, null=True)
    state = pw.TextField()
    is_listed = Flag()
    position = pw.IntegerField()
    received_on = Day(null=True)
    achievement = pw.TextField(null=True)
    note = pw.TextField(null=True)
    lowered_to = pw.TextField(null=True)
    pack = pw.TextField(null=True)
    pack_sha256 = pw.TextField(null=True)
    outcome = pw.TextField(null=True)
    findings = pw.TextField(null=True)
    award = pw.ForeignKeyField(Award, null=True)

    class Meta:
        table_name = "proposals"
        constraints = [
            ONE_SUBJECT,
            one_of("basis", *AWARD_KINDS),
            one_of("state", *STATES),
            one_of("outcome", "met", "not_met", "unknown"),
        ]
        indexes = ((("campaign", "kind"), False),)


class ProposalEvent(Table):
    proposal = pw.ForeignKeyField(Proposal)
    at = Moment()
    user = pw.TextField()
    from_state = pw.TextField(null=True)
    to_state = pw.TextField()
    reason = pw.TextField(null=True)

    class Meta:
        table_name = "proposal_events"
        constraints = [one_of("from_state", *STATES), one_of("to_state", *STATES)]


class ProposalPaper(Table):
    proposal = pw.ForeignKeyField(Proposal, index=False)
    name = Words()
    state = pw.TextField()
    noted_on = Day(null=True)
    note = pw.TextField(null=True)
    attachment = pw.ForeignKeyField(Attachment, null=True)

    class Meta:
        table_name = "proposal_papers"
        constraints = [one_of("state", "present", "waived")]
        indexes = ((("proposal", "name"), True),)


class ConditionOverride(Table):
    proposal = pw.ForeignKeyField(Proposal, index=False)
    condition = Words()
    reason = Words()
    at = Moment()
    user = pw.TextField()

    class Meta:
        table_name = "condition_overrides"
        indexes = ((("proposal", "condition"), True),)


class Objection(Table):
    campaign = pw.ForeignKeyField(Campaign)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    condition = Words()
    raised_by = pw.TextField(null=True)
    raised_on = Day(null=True)
    content = Words()
    settled_on = Day(null=True)
    settlement = pw.TextField(null=True)

    class Meta:
        table_name = "objections"
        constraints = [ONE_SUBJECT]


class OpenCase(Table):
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    kind = pw.TextField()
    opened_on = Day()
    closed_on = Day(null=True)
    content = pw.TextField(null=True)
    source = pw.TextField(null=True)
    conclusion = pw.TextField(null=True)

    class Meta:
        table_name = "open_cases"
        constraints = [ONE_SUBJECT, one_of("kind", *CASES), pw.Check('"closed_on" >= "opened_on"')]


TABLES: tuple[type[Table], ...] = (
    AwardKind,
    Proposal,
    ProposalEvent,
    ProposalPaper,
    ConditionOverride,
    Objection,
    OpenCase,
)


def apply(database: pw.Database) -> None:
    from playhouse.migrate import SchemaMigrator, migrate

    with database.bind_ctx(TABLES, bind_refs=False, bind_backrefs=False):
        database.create_tables(TABLES, safe=False)
    migrator = SchemaMigrator.from_database(database)
    proposal = pw.ForeignKeyField(Proposal, null=True, field=Proposal.id)
    migrate(
        migrator.add_column(InitiativeUse._meta.table_name, "proposal_id", proposal),
        migrator.add_column(AwardRevocation._meta.table_name, "decision_number", pw.TextField(null=True)),
    )
