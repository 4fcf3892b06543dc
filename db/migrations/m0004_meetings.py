"""Migration 4: the council's decision, its meetings, agendas, attendance, ballots. Frozen: knows no models, never
edited."""

from __future__ import annotations

import peewee as pw

from db.migrations.m0001_campaigns import Campaign
from db.migrations.m0001_columns import ONE_SUBJECT, Amount, Day, Flag, Moment, Table, Words, one_of
from db.migrations.m0001_organisation import Person, Unit
from db.migrations.m0001_records import CouncilMember
from db.migrations.m0003_proposals import Proposal

NAME = "0004_meetings"


class Clock(Words):
    """14:05."""

    rule = "{column} IS strftime('%H:%M', {column})"


class Council(Table):
    campaign = pw.ForeignKeyField(Campaign, unique=True)
    name = pw.TextField(null=True)
    decision_number = pw.TextField(null=True)
    decided_on = Day(null=True)
    authority = pw.TextField(null=True)
    standing_unit = pw.ForeignKeyField(Unit, null=True)
    note = pw.TextField(null=True)

    class Meta:
        table_name = "councils"


class Meeting(Table):
    campaign = pw.ForeignKeyField(Campaign)
    number = Amount()
    name = pw.TextField(null=True)
    held_on = Day(null=True)
    starts_at = Clock(null=True)
    place = pw.TextField(null=True)
    state = pw.TextField()
    opened_at = Moment(null=True)
    closed_at = Moment(null=True)
    chair = pw.ForeignKeyField(Person, null=True)
    secretary = pw.ForeignKeyField(Person, null=True)
    invited = pw.TextField(null=True)
    conclusion = pw.TextField(null=True)
    rules = pw.TextField(null=True, constraints=[pw.Check('"rules" IS NULL OR json_valid("rules")')])
    at_item = pw.IntegerField(null=True)
    at_candidate = pw.IntegerField(null=True)

    class Meta:
        table_name = "meetings"
        constraints = [one_of("state", "planned", "open", "closed")]


class MeetingMember(Table):
    meeting = pw.ForeignKeyField(Meeting, index=False)
    person = pw.ForeignKeyField(Person)
    name = Words()
    role = Words()
    post = pw.TextField(null=True)
    is_voting = Flag()
    attendance = pw.TextField(null=True)
    absence_reason = pw.TextField(null=True)
    position = pw.IntegerField()

    class Meta:
        table_name = "meeting_members"
        constraints = [one_of("attendance", "present", "absent", "written")]
        indexes = ((("meeting", "person"), True),)


class AttendanceEvent(Table):
    member = pw.ForeignKeyField(MeetingMember)
    kind = pw.TextField()
    at = Moment()

    class Meta:
        table_name = "attendance_events"
        constraints = [one_of("kind", "arrived", "left")]


class AgendaItem(Table):
    meeting = pw.ForeignKeyField(Meeting)
    position = pw.IntegerField()
    kind = pw.TextField()
    award_kind = pw.TextField(null=True)
    title = Words()
    planned_minutes = Amount(null=True)
    private_note = pw.TextField(null=True)
    discussion = pw.TextField(null=True)
    conclusion = pw.TextField(null=True)
    state = pw.TextField()
    started_at = Moment(null=True)
    spent_seconds = Amount()

    class Meta:
        table_name = "agenda_items"
        constraints = [
            one_of("kind", "report", "award", "conclusion", "other"),
            one_of("state", "waiting", "current", "done"),
        ]


class Candidate(Table):
    item = pw.ForeignKeyField(AgendaItem)
    proposal = pw.ForeignKeyField(Proposal, null=True)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    name = Words()
    title = Words()
    position = pw.IntegerField()
    note = pw.TextField(null=True)

    class Meta:
        table_name = "council_candidates"
        constraints = [ONE_SUBJECT]


class Recusal(Table):
    candidate = pw.ForeignKeyField(Candidate, index=False)
    member = pw.ForeignKeyField(MeetingMember)
    reason = Words()

    class Meta:
        table_name = "recusals"
        indexes = ((("candidate", "member"), True),)


class Ballot(Table):
    item = pw.ForeignKeyField(AgendaItem, index=False)
    round = Amount()
    version = Amount()
    method = pw.TextField()
    members = Amount(null=True)
    present = Amount(null=True)
    written = Amount(null=True)
    issued = Amount(null=True)
    returned = Amount(null=True)
    published_at = Moment(null=True)
    override_reason = pw.TextField(null=True)
    reason = pw.TextField(null=True)
    rules = pw.TextField(null=True, constraints=[pw.Check('"rules" IS NULL OR json_valid("rules")')])

    class Meta:
        table_name = "ballots"
        constraints = [one_of("method", "secret", "hands")]
        indexes = ((("item", "round", "version"), True),)


class BallotCount(Table):
    ballot = pw.ForeignKeyField(Ballot, index=False)
    candidate = pw.ForeignKeyField(Candidate)
    counter = Amount()
    valid = Amount(null=True)
    invalid = Amount(null=True)
    agree = Amount(null=True)
    disagree = Amount(null=True)
    blank = Amount(null=True)
    recused_members = Amount(null=True)
    recused_present = Amount(null=True)
    recused_written = Amount(null=True)

    class Meta:
        table_name = "ballot_counts"
        indexes = ((("ballot", "candidate", "counter"), True),)


class CandidateResult(Table):
    candidate = pw.ForeignKeyField(Candidate, unique=True)
    ballot = pw.ForeignKeyField(Ballot, null=True)
    outcome = pw.TextField()
    lowered_to = pw.TextField(null=True)
    by_chair = Flag()
    reason = pw.TextField(null=True)

    class Meta:
        table_name = "candidate_results"
        constraints = [one_of("outcome", "passed", "failed", "lowered", "deferred")]


class MeetingEvent(Table):
    meeting = pw.ForeignKeyField(Meeting)
    item = pw.ForeignKeyField(AgendaItem, null=True)
    at = Moment()
    kind = Words()
    words = pw.TextField(null=True)

    class Meta:
        table_name = "meeting_events"


TABLES: tuple[type[Table], ...] = (
    Council,
    Meeting,
    MeetingMember,
    AttendanceEvent,
    AgendaItem,
    Candidate,
    Recusal,
    Ballot,
    BallotCount,
    CandidateResult,
    MeetingEvent,
)


def _day(column: str) -> pw.Field:
    return pw.TextField(null=True, constraints=[pw.Check(Day.rule.format(column=f'"{column}"'))])


def apply(database: pw.Database) -> None:
    from playhouse.migrate import SchemaMigrator, migrate

    with database.bind_ctx(TABLES, bind_refs=False, bind_backrefs=False):
        database.create_tables(TABLES, safe=False)
    migrator = SchemaMigrator.from_database(database)
    members = CouncilMember._meta.table_name
    migrate(*(migrator.add_column(members, name, _day(name)) for name in ("from_on", "until_on")))
