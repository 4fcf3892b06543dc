"""The council's decision, its meetings, agendas, attendance and ballots. Only totals of secret ballots exist. Structure
only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from db.fields import BoolField, DateField, DateTimeField, IntField, TextField
from db.models.base import BaseModel
from db.models.campaigns import Campaign
from db.models.organisation import Person, Unit
from db.models.proposals import Proposal


class Council(BaseModel):
    """Quyết định thành lập Hội đồng of the year whose members are council_members; `standing_unit`: cơ quan thường
    trực."""

    campaign = pw.ForeignKeyField(Campaign, unique=True, backref="+")
    name = TextField(null=True)
    decision_number = TextField(null=True)
    decided_on = DateField(null=True)
    authority = TextField(null=True)
    standing_unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    note = TextField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        standing_unit_id: pw.Field[int | None]

    class Meta:
        table_name = "councils"


class Meeting(BaseModel):
    """Phiên họp; `rules` (JSON): the rules of the vote as they were when it was opened; `at_item`, `at_candidate`:
    where it stands, so that it goes on there after a power cut."""

    campaign = pw.ForeignKeyField(Campaign, backref="+")
    number = IntField()
    name = TextField(null=True)
    held_on = DateField(null=True)
    starts_at = TextField(null=True)
    place = TextField(null=True)
    state = TextField(default="planned")
    opened_at = DateTimeField(null=True)
    closed_at = DateTimeField(null=True)
    chair = pw.ForeignKeyField(Person, null=True, backref="+")
    secretary = pw.ForeignKeyField(Person, null=True, backref="+")
    invited = TextField(null=True)
    conclusion = TextField(null=True)
    rules = TextField(null=True)
    at_item = IntField(null=True)
    at_candidate = IntField(null=True)

    if TYPE_CHECKING:
        campaign_id: pw.Field[int]
        chair_id: pw.Field[int | None]
        secretary_id: pw.Field[int | None]

    class Meta:
        table_name = "meetings"


class MeetingMember(BaseModel):
    """Thành viên dự họp, with name, role and post as they were; `attendance` NULL = not recorded yet."""

    meeting = pw.ForeignKeyField(Meeting, backref="+", index=False)
    person = pw.ForeignKeyField(Person, backref="+")
    name = TextField()
    role = TextField()
    post = TextField(null=True)
    is_voting = BoolField(default=True)
    attendance = TextField(null=True)
    absence_reason = TextField(null=True)
    position = IntField(default=0)

    if TYPE_CHECKING:
        meeting_id: pw.Field[int]
        person_id: pw.Field[int]

    class Meta:
        table_name = "meeting_members"
        indexes = ((("meeting", "person"), True),)


class AttendanceEvent(BaseModel):
    """Đến, về of a member during the meeting."""

    member = pw.ForeignKeyField(MeetingMember, backref="+")
    kind = TextField()
    at = DateTimeField()

    if TYPE_CHECKING:
        member_id: pw.Field[int]

    class Meta:
        table_name = "attendance_events"


class AgendaItem(BaseModel):
    """Mục của chương trình họp; `award_kind` is the key of the award that it is about, `private_note` is the
    operator's own, `discussion` and `conclusion` go into the minutes."""

    meeting = pw.ForeignKeyField(Meeting, backref="+")
    position = IntField(default=0)
    kind = TextField()
    award_kind = TextField(null=True)
    title = TextField()
    planned_minutes = IntField(null=True)
    private_note = TextField(null=True)
    discussion = TextField(null=True)
    conclusion = TextField(null=True)
    state = TextField(default="waiting")
    started_at = DateTimeField(null=True)
    spent_seconds = IntField(default=0)

    if TYPE_CHECKING:
        meeting_id: pw.Field[int]

    class Meta:
        table_name = "agenda_items"


class Candidate(BaseModel):
    """Người, tập thể được xét in an item, with the spelling that stands on the ballot papers."""

    item = pw.ForeignKeyField(AgendaItem, backref="+")
    proposal = pw.ForeignKeyField(Proposal, null=True, backref="+")
    person = pw.ForeignKeyField(Person, null=True, backref="+")
    unit = pw.ForeignKeyField(Unit, null=True, backref="+")
    name = TextField()
    title = TextField()
    position = IntField(default=0)
    note = TextField(null=True)

    if TYPE_CHECKING:
        item_id: pw.Field[int]
        proposal_id: pw.Field[int | None]
        person_id: pw.Field[int | None]
        unit_id: pw.Field[int | None]

    class Meta:
        table_name = "council_candidates"


class Recusal(BaseModel):
    """Không tham gia biểu quyết: a member who stays out of one candidate's line."""

    candidate = pw.ForeignKeyField(Candidate, backref="+", index=False)
    member = pw.ForeignKeyField(MeetingMember, backref="+")
    reason = TextField()

    if TYPE_CHECKING:
        candidate_id: pw.Field[int]
        member_id: pw.Field[int]

    class Meta:
        table_name = "recusals"
        indexes = ((("candidate", "member"), True),)


class Ballot(BaseModel):
    """Lần bỏ phiếu: `round` counts repeated votes, `version` corrections of one; the last version of a round holds.
    `members`, `present`, `written` as they were then; `reason` says why there is a new round or version; `rules`
    (JSON): those by which it was published."""

    item = pw.ForeignKeyField(AgendaItem, backref="+", index=False)
    round = IntField()
    version = IntField()
    method = TextField()
    members = IntField(null=True)
    present = IntField(null=True)
    written = IntField(null=True)
    issued = IntField(null=True)
    returned = IntField(null=True)
    published_at = DateTimeField(null=True)
    override_reason = TextField(null=True)
    reason = TextField(null=True)
    rules = TextField(null=True)

    if TYPE_CHECKING:
        item_id: pw.Field[int]

    class Meta:
        table_name = "ballots"
        indexes = ((("item", "round", "version"), True),)


class BallotCount(BaseModel):
    """Kết quả kiểm phiếu of one candidate; `counter` 1 is the count that holds, 2 the second counter's; the
    `recused` are those who stayed out of the line when it was published."""

    ballot = pw.ForeignKeyField(Ballot, backref="+", index=False)
    candidate = pw.ForeignKeyField(Candidate, backref="+")
    counter = IntField(default=1)
    valid = IntField(null=True)
    invalid = IntField(null=True)
    agree = IntField(null=True)
    disagree = IntField(null=True)
    blank = IntField(null=True)
    recused_members = IntField(null=True)
    recused_present = IntField(null=True)
    recused_written = IntField(null=True)

    if TYPE_CHECKING:
        ballot_id: pw.Field[int]
        candidate_id: pw.Field[int]

    class Meta:
        table_name = "ballot_counts"
        indexes = ((("ballot", "candidate", "counter"), True),)


class CandidateResult(BaseModel):
    """Kết luận on a candidate: what the published count says, or what the chair put (`by_chair`) with the reason."""

    candidate = pw.ForeignKeyField(Candidate, unique=True, backref="+")
    ballot = pw.ForeignKeyField(Ballot, null=True, backref="+")
    outcome = TextField()
    lowered_to = TextField(null=True)
    by_chair = BoolField(default=False)
    reason = TextField(null=True)

    if TYPE_CHECKING:
        candidate_id: pw.Field[int]
        ballot_id: pw.Field[int | None]

    class Meta:
        table_name = "candidate_results"


class MeetingEvent(BaseModel):
    """Diễn biến phiên họp: what happened when, for the minutes' time line."""

    meeting = pw.ForeignKeyField(Meeting, backref="+")
    item = pw.ForeignKeyField(AgendaItem, null=True, backref="+")
    at = DateTimeField()
    kind = TextField()
    words = TextField(null=True)

    if TYPE_CHECKING:
        meeting_id: pw.Field[int]
        item_id: pw.Field[int | None]

    class Meta:
        table_name = "meeting_events"
