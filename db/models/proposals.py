"""Kinds of awards, proposals with their papers, overrides and history, and what stands against somebody. Structure
only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import BoolField, DateField, DateTimeField, IntField, TextField
from db.models.attachments import Attachment
from db.models.awards import Award
from db.models.base import BaseModel
from db.models.campaigns import Campaign
from db.models.movements import Movement
from db.models.organisation import Person, Unit


class AwardKind(BaseModel):
    """Danh hiệu, hình thức of this school: one of its own, or a shipped one (same `key`) with its own particulars.

    `family`: danh hiệu thi đua or hình thức khen thưởng; `wordings`: other wordings, one a line.
    """

    key = TextField(unique=True)
    name = TextField()
    short = TextField()
    family = TextField()
    subject = TextField()
    level = TextField()
    authority = TextField(null=True)
    wordings = TextField(null=True)
    note = TextField(null=True)
    position = IntField(default=0)
    is_used = BoolField(default=True)

    class Meta:
        table_name = "award_kinds"


class Proposal(BaseModel):
    """Đề nghị khen thưởng for exactly one person or unit. `kind` is the key of the award, `title` its wording then.

    `is_listed`: marked to be presented. `pack`, `pack_sha256`, `outcome`, `findings` (JSON): the verdict as it stood
    when the council was given it; NULL before.
    """

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    kind = TextField()
    title = TextField()
    basis = TextField(default="merit")
    movement = pw.ForeignKeyField(Movement, null=True, backref="+")
    proposing_unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    state = TextField(default="draft")
    is_listed = BoolField(default=True)
    position = IntField(default=0)
    received_on = DateField(null=True)
    achievement = TextField(null=True)
    note = TextField(null=True)
    lowered_to = TextField(null=True)
    pack = TextField(null=True)
    pack_sha256 = TextField(null=True)
    outcome = TextField(null=True)
    findings = TextField(null=True)
    award = pw.ForeignKeyField(Award, null=True, backref="+")

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]
        movement_id: pw.Field[int | None]
        proposing_unit_id: pw.Field[int | None]
        award_id: pw.Field[int | None]

    class Meta:
        table_name = "proposals"
        indexes = ((("campaign", "kind"), False),)


class ProposalEvent(BaseModel):
    """Lịch sử đề nghị: who moved it from which state to which, when and why."""

    proposal = pw.ForeignKeyField(Proposal, backref="+")
    at = DateTimeField()
    user = TextField()
    from_state = TextField(null=True)
    to_state = TextField()
    reason = TextField(null=True)

    if TYPE_CHECKING:
        proposal_id: pw.Field[int]

    class Meta:
        table_name = "proposal_events"


class ProposalPaper(BaseModel):
    """Thành phần hồ sơ: a paper of the list that is there (`present`) or not needed here (`waived`, with a note)."""

    proposal = pw.ForeignKeyField(Proposal, backref="+", index=False)
    name = TextField()
    state = TextField()
    noted_on = DateField(null=True)
    note = TextField(null=True)
    attachment = pw.ForeignKeyField(Attachment, null=True, backref="+")

    if TYPE_CHECKING:
        proposal_id: pw.Field[int]
        attachment_id: pw.Field[int | None]

    class Meta:
        table_name = "proposal_papers"
        indexes = ((("proposal", "name"), True),)


class ConditionOverride(BaseModel):
    """Chấp nhận ngoài điều kiện: a condition of the verdict that somebody sets aside, with the reason."""

    proposal = pw.ForeignKeyField(Proposal, backref="+", index=False)
    condition = TextField()
    reason = TextField()
    at = DateTimeField()
    user = TextField()

    if TYPE_CHECKING:
        proposal_id: pw.Field[int]

    class Meta:
        table_name = "condition_overrides"
        indexes = ((("proposal", "condition"), True),)


class Objection(BaseModel):
    """Ý kiến phản đối: somebody contests an attested condition of one person or unit; settled when it was answered."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    condition = TextField()
    raised_by = TextField(null=True)
    raised_on = DateField(null=True)
    content = TextField()
    settled_on = DateField(null=True)
    settlement = TextField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]

    class Meta:
        table_name = "objections"


class OpenCase(BaseModel):
    """Vụ việc đang xem xét: a complaint, inspection, investigation … that is open until `closed_on`."""

    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    kind = TextField()
    opened_on = DateField()
    closed_on = DateField(null=True)
    content = TextField(null=True)
    source = TextField(null=True)
    conclusion = TextField(null=True)

    if TYPE_CHECKING:
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]

    class Meta:
        table_name = "open_cases"
