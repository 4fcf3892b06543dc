"""Tables of migration 1: the year's campaign and its records. Frozen: knows no models, never edited."""

from __future__ import annotations

import peewee as pw

from db.migrations.m0001_columns import ONE_SUBJECT, Amount, Day, Flag, Table, Words, Year, one_of
from db.migrations.m0001_organisation import Attachment, Person, Unit


class Campaign(Table):
    year = Year()
    kind = Words()
    plan_number = pw.TextField(null=True)
    plan_issued_on = Day(null=True)
    plan_issued_at = pw.TextField(null=True)
    theme = pw.TextField(null=True)
    school_theme = pw.TextField(null=True)
    results_due_on = Day(null=True)
    council_on = Day(null=True)
    decision_on = Day(null=True)
    state = pw.TextField()
    plan_attachment = pw.ForeignKeyField(Attachment, null=True)
    office_heading = pw.TextField(null=True)

    class Meta:
        table_name = "campaigns"
        constraints = [one_of("state", "preparing", "open", "closed")]
        indexes = ((("year", "kind"), True),)


class Target(Table):
    campaign = pw.ForeignKeyField(Campaign, index=False)
    code = Words()
    position = pw.IntegerField()
    content = Words()
    measure = pw.TextField()
    base = pw.TextField()
    lower = Amount(null=True)
    upper = Amount(null=True)
    unit = pw.TextField()

    class Meta:
        table_name = "targets"
        indexes = ((("campaign", "code"), True),)


class Milestone(Table):
    campaign = pw.ForeignKeyField(Campaign)
    position = pw.IntegerField()
    kind = pw.TextField()
    name = Words()
    from_on = Day(null=True)
    due_on = Day(null=True)
    done_on = Day(null=True)

    class Meta:
        table_name = "milestones"


class Launch(Table):
    campaign = pw.ForeignKeyField(Campaign, index=False)
    unit = pw.ForeignKeyField(Unit)
    launched_on = Day()
    participants = Amount(null=True)
    attachment = pw.ForeignKeyField(Attachment, null=True)

    class Meta:
        table_name = "launches"
        indexes = ((("campaign", "unit"), True),)


class Registration(Table):
    campaign = pw.ForeignKeyField(Campaign)
    person = pw.ForeignKeyField(Person, null=True)
    unit = pw.ForeignKeyField(Unit, null=True)
    title = Words()
    registered_on = Day(null=True)
    position = pw.IntegerField()

    class Meta:
        table_name = "registrations"
        constraints = [ONE_SUBJECT]


class PersonnelChange(Table):
    campaign = pw.ForeignKeyField(Campaign)
    person = pw.ForeignKeyField(Person)
    kind = Words()
    from_on = Day(null=True)
    until_on = Day(null=True)
    detail = pw.TextField(null=True)
    former_unit = pw.ForeignKeyField(Unit, null=True)
    position = pw.IntegerField()

    class Meta:
        table_name = "personnel_changes"


class Discipline(Table):
    campaign = pw.ForeignKeyField(Campaign)
    person = pw.ForeignKeyField(Person)
    form = Words()
    decided_on = Day(null=True)
    decision_number = pw.TextField(null=True)
    task_related = Flag(null=True)
    reason = pw.TextField(null=True)
    position = pw.IntegerField()

    class Meta:
        table_name = "disciplines"


class Initiative(Table):
    campaign = pw.ForeignKeyField(Campaign, index=False)
    code = Words()
    name = Words()
    scope = pw.TextField(null=True)
    recognised_on = Day(null=True)
    decision_number = pw.TextField(null=True)
    result = pw.TextField(null=True)
    position = pw.IntegerField()

    class Meta:
        table_name = "initiatives"
        indexes = ((("campaign", "code"), True),)


class InitiativeAuthor(Table):
    initiative = pw.ForeignKeyField(Initiative)
    person = pw.ForeignKeyField(Person)
    position = pw.IntegerField()
    share = Amount(null=True)

    class Meta:
        table_name = "initiative_authors"


TABLES: tuple[type[Table], ...] = (
    Campaign,
    Target,
    Milestone,
    Launch,
    Registration,
    PersonnelChange,
    Discipline,
    Initiative,
    InitiativeAuthor,
)
