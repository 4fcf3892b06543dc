"""What units hand in: their workbooks, their submissions, their votes; and the school's own results. Structure only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import DateField, DateTimeField, IntField, TextField
from db.models.attachments import Attachment
from db.models.base import BaseModel
from db.models.campaigns import Campaign
from db.models.organisation import Person, Unit
from db.models.plan import Milestone


class UnitBook(BaseModel):
    """Sổ đơn vị: a workbook written for a unit; `token` stands in the file and brings it back here."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    unit = pw.ForeignKeyField(Unit, backref="+")
    token = TextField(unique=True)
    written_at = DateTimeField()

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        unit_id: pw.Field[int]

    class Meta:
        table_name = "unit_books"


class UnitBookReceipt(BaseModel):
    """Lần nhận sổ: what was taken from the file (`changed` cells) and what was not (`left_out`)."""

    book = pw.ForeignKeyField(UnitBook, backref="+")
    received_at = DateTimeField()
    received_by = TextField(null=True)
    file_name = TextField()
    sha256 = TextField()
    changed = IntField()
    left_out = IntField()

    if TYPE_CHECKING:
        book_id: pw.Field[int]

    class Meta:
        table_name = "unit_book_receipts"


class Submission(BaseModel):
    """Nộp hồ sơ, báo cáo of a unit, on paper or as a workbook; `kind` says what: registration, results, …"""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    unit = pw.ForeignKeyField(Unit, backref="+")
    milestone = pw.ForeignKeyField(Milestone, null=True, backref="+")
    kind = TextField()
    submitted_on = DateField()
    note = TextField(null=True)
    attachment = pw.ForeignKeyField(Attachment, null=True, backref="+")
    receipt = pw.ForeignKeyField(UnitBookReceipt, null=True, backref="+")

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        unit_id: pw.Field[int]
        milestone_id: pw.Field[int | None]
        attachment_id: pw.Field[int | None]
        receipt_id: pw.Field[int | None]

    class Meta:
        table_name = "submissions"
        indexes = ((("campaign", "unit", "kind"), False),)


class UnitVote(BaseModel):
    """Kết quả bình xét tại đơn vị: what `voting_unit` proposes for exactly one person or unit, and its votes."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    voting_unit = pw.ForeignKeyField(Unit, backref="+")
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    title = TextField()
    held_on = DateField(null=True)
    members = IntField(null=True)
    present = IntField(null=True)
    agree = IntField(null=True)
    disagree = IntField(null=True)
    achievement = TextField(null=True)
    note = TextField(null=True)
    position = IntField(default=0)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        voting_unit_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]

    class Meta:
        table_name = "unit_votes"


class SchoolResult(BaseModel):
    """Kết quả của trường: one result of the year, as planned and as achieved, in the school's words."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    position = IntField(default=0)
    content = TextField()
    planned = TextField(null=True)
    achieved = TextField(null=True)
    note = TextField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]

    class Meta:
        table_name = "school_results"
