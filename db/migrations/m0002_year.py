"""Migration 2: plan, movements, submissions, votes, uses of initiatives. Frozen: knows no models, never edited."""

from __future__ import annotations

import peewee as pw

from db.migrations.m0001_campaigns import Campaign, Discipline, Initiative, Launch, Milestone, Registration, Target
from db.migrations.m0001_columns import ONE_SUBJECT, Amount, Day, Moment, Table, Words, Year, one_of
from db.migrations.m0001_organisation import Attachment, Person, Unit
from db.migrations.m0001_records import Award, IssuedDocument
from db.migrations.m0001_scoring import RATINGS, TeachingAward

NAME = "0002_year"

SECTIONS = (
    "legal_basis", "opening", "purpose", "requirement", "theme", "content",
    "target", "schedule", "task", "registration", "closing", "recipient",
)  # fmt: skip


class PlanItem(Table):
    campaign = pw.ForeignKeyField(Campaign)
    section = pw.TextField()
    parent = pw.ForeignKeyField("self", null=True)
    position = pw.IntegerField()
    number = pw.TextField(null=True)
    text = Words()
    carrier = pw.TextField(null=True)

    class Meta:
        table_name = "plan_items"
        constraints = [one_of("section", *SECTIONS)]


class PlanItemUnit(Table):
    item = pw.ForeignKeyField(PlanItem, index=False)
    unit = pw.ForeignKeyField(Unit)

    class Meta:
        table_name = "plan_item_units"
        indexes = ((("item", "unit"), True),)


class Movement(Table):
    campaign = pw.ForeignKeyField(Campaign)
    position = pw.IntegerField()
    kind = pw.TextField()
    name = Words()
    theme = pw.TextField(null=True)
    plan_number = pw.TextField(null=True)
    plan_issued_on = Day(null=True)
    starts_on = Day(null=True)
    ends_on = Day(null=True)
    closed_on = Day(null=True)
    summary = pw.TextField(null=True)

    class Meta:
        table_name = "movements"
        constraints = [one_of("kind", "thematic", "short"), pw.Check('"ends_on" >= "starts_on"')]


class MovementUnit(Table):
    movement = pw.ForeignKeyField(Movement, index=False)
    unit = pw.ForeignKeyField(Unit)

    class Meta:
        table_name = "movement_units"
        indexes = ((("movement", "unit"), True),)


class CampaignEvent(Table):
    campaign = pw.ForeignKeyField(Campaign)
    at = Moment()
    user = pw.TextField()
    action = pw.TextField()
    reason = pw.TextField(null=True)

    class Meta:
        table_name = "campaign_events"
        constraints = [one_of("action", "created", "opened", "closed", "reopened")]


class UnitBook(Table):
    campaign = pw.ForeignKeyField(Campaign)
    unit = pw.ForeignKeyField(Unit)
    token = pw.TextField(unique=True)
    written_at = Moment()

    class Meta:
        table_name = "unit_books"


class UnitBookReceipt(Table):
    book = pw.ForeignKeyField(UnitBook)
    received_at = Moment()
    received_by = pw.TextField(null=True)
    file_name = pw.TextField()
    sha256 = pw.TextField()
    changed = Amount()
    left_out = Amount()

    class Meta:
        table_name = "unit_book_receipts"


class Submission(Table):
    campaign = pw.ForeignKeyField(Campaign)
    unit = pw.ForeignKeyField(Unit)
    milestone = pw.ForeignKeyField(Milestone, null=True)
    kind = Words()
    submitted_on = Day()
    note = pw.TextField(null=True)
    attachment = pw.ForeignKeyField(Attachment, null=True)
    receipt = pw.ForeignKeyField(UnitBookReceipt, null=True)

    class Meta:
        table_name = "submissions"
        indexes = ((("campaign", "unit", "kind"), False),)


class PartyRating(Table):
    campaign = pw.ForeignKeyField(Campaign, index=False)
    person = pw.ForeignKeyField(Person)
    rating = pw.TextField()
    decided_on = Day(null=True)
    decision_number = pw.TextField(null=True)

    class Meta:
        table_name = "party_ratings"
        constraints = [one_of("rating", *RATINGS)]
        indexes = ((("campaign", "person"), True),)


class InitiativeUse(Table):
    initiative = pw.ForeignKeyField(Initiative)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    year = Year()
    title = Words()
    decided_on = Day(null=True)
    award = pw.ForeignKeyField(Award, null=True)
    note = pw.TextField(null=True)

    class Meta:
        table_name = "initiative_uses"
        constraints = [ONE_SUBJECT]


class UnitVote(Table):
    campaign = pw.ForeignKeyField(Campaign)
    voting_unit = pw.ForeignKeyField(Unit)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    title = Words()
    held_on = Day(null=True)
    members = Amount(null=True)
    present = Amount(null=True)
    agree = Amount(null=True)
    disagree = Amount(null=True)
    achievement = pw.TextField(null=True)
    note = pw.TextField(null=True)
    position = pw.IntegerField()

    class Meta:
        table_name = "unit_votes"
        constraints = [ONE_SUBJECT]


class SchoolResult(Table):
    campaign = pw.ForeignKeyField(Campaign)
    position = pw.IntegerField()
    content = Words()
    planned = pw.TextField(null=True)
    achieved = pw.TextField(null=True)
    note = pw.TextField(null=True)

    class Meta:
        table_name = "school_results"


TABLES: tuple[type[Table], ...] = (
    PlanItem,
    PlanItemUnit,
    Movement,
    MovementUnit,
    CampaignEvent,
    UnitBook,
    UnitBookReceipt,
    Submission,
    PartyRating,
    InitiativeUse,
    UnitVote,
    SchoolResult,
)

AWARD_KINDS = ("merit", "irregular", "movement", "contribution", "seniority", "diplomatic")
INITIATIVE_KINDS = ("initiative", "research_topic", "research_project", "research_work")


def _words(*keys: str, column: str) -> pw.Field:
    return pw.TextField(null=True, constraints=[one_of(column, *keys)])


def _day(column: str) -> pw.Field:
    return pw.TextField(null=True, constraints=[pw.Check(Day.rule.format(column=f'"{column}"'))])


def _text() -> pw.Field:
    return pw.TextField(null=True)


def _reference(model: type[Table]) -> pw.Field:
    return pw.ForeignKeyField(model, null=True, field=model.id)


def _columns() -> tuple[tuple[type[Table], str, pw.Field], ...]:
    """The new columns of older tables, in their order; a field can be bound only once, so they are made anew."""
    return (
        (Campaign, "plan_title", _text()),
        (Campaign, "plan_signer_name", _text()),
        (Campaign, "plan_signer_post", _text()),
        (Campaign, "plan_signer_authority", _text()),
        (Target, "measure_parameter", _text()),
        (Target, "base_parameter", _text()),
        (Target, "within_unit_id", _reference(Unit)),
        (Target, "within_group", _text()),
        (Target, "plan_item_id", _reference(PlanItem)),
        (Milestone, "plan_wording", _text()),
        (Milestone, "note", _text()),
        (Launch, "note", _text()),
        (Registration, "content", _text()),
        (Discipline, "ended_on", _day("ended_on")),
        (Initiative, "kind", _words(*INITIATIVE_KINDS, column="kind")),
        (Initiative, "summary", _text()),
        (Initiative, "effect", _text()),
        (Initiative, "applied_at", _text()),
        (Initiative, "recognised_by", _text()),
        (TeachingAward, "period", _text()),
        (TeachingAward, "decided_on", _day("decided_on")),
        (TeachingAward, "decision_number", _text()),
        (TeachingAward, "note", _text()),
        (Award, "kind", _words(*AWARD_KINDS, column="kind")),
        (Award, "achievement", _text()),
        (Award, "movement_id", _reference(Movement)),
        (IssuedDocument, "unit_id", _reference(Unit)),
    )


def apply(database: pw.Database) -> None:
    from playhouse.migrate import SchemaMigrator, migrate

    with database.bind_ctx(TABLES, bind_refs=False, bind_backrefs=False):
        database.create_tables(TABLES, safe=False)
    migrator = SchemaMigrator.from_database(database)
    migrate(*(migrator.add_column(table._meta.table_name, name, field) for table, name, field in _columns()))
