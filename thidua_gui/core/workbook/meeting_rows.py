"""Rows of a year workbook about the council's decision and its meetings. Knows no cells and no wording.

`meeting` is the number of the meeting in the year, `item` the place of an item on its agenda, `candidate` the place of
a candidate in the item, each counted from 1.
"""

from dataclasses import dataclass
from datetime import date, datetime

from thidua_gui.core.council import Method, Outcome
from thidua_gui.core.meetings import Attendance, ItemKind, ItemState, MeetingEventKind, MeetingState, Passage


@dataclass(frozen=True, slots=True)
class CouncilRow:
    """Hội đồng; not present may also mean that attendance is not known. The days are what the program adds."""

    person: str
    role: str
    present: bool
    absence_reason: str | None
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingRuleItems:
    """Quy chế họp, in the workbook's words."""

    quorum: str | None = None
    majority: str | None = None
    counted_on: str | None = None
    votes_for_self: str | None = None
    absent_vote_in_writing: str | None = None


NO_RULES = MeetingRuleItems()


@dataclass(frozen=True, slots=True)
class BallotRow:
    """Kiểm phiếu for one person or unit."""

    title: str
    method: str | None
    subject: str
    issued: int | None
    returned: int | None
    valid: int | None
    agree: int | None
    disagree: int | None


@dataclass(frozen=True, slots=True)
class CouncilDecisionRow:
    """Quyết định thành lập Hội đồng; a year has one."""

    name: str | None = None
    decision_number: str | None = None
    decided_on: date | None = None
    authority: str | None = None
    standing_unit: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """Phiên họp; `rules` as the program keeps them, None while they are not frozen."""

    meeting: int
    state: MeetingState
    name: str | None = None
    held_on: date | None = None
    starts_at: str | None = None
    place: str | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    chair: str | None = None
    secretary: str | None = None
    invited: str | None = None
    conclusion: str | None = None
    rules: str | None = None
    at_item: int | None = None
    at_candidate: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingMemberRow:
    """Thành viên dự họp."""

    meeting: int
    person: str
    name: str
    role: str
    post: str | None = None
    is_voting: bool = False
    attendance: Attendance | None = None
    absence_reason: str | None = None


@dataclass(frozen=True, slots=True)
class PassageRow:
    """Đến, về."""

    meeting: int
    person: str
    kind: Passage
    at: datetime


@dataclass(frozen=True, slots=True)
class AgendaItemRow:
    """Mục của chương trình họp; `award_kind` is the name of the award."""

    meeting: int
    item: int
    kind: ItemKind
    title: str
    state: ItemState
    award_kind: str | None = None
    planned_minutes: int | None = None
    private_note: str | None = None
    discussion: str | None = None
    conclusion: str | None = None
    started_at: datetime | None = None
    spent_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """Người, tập thể được xét with what the council concluded. `proposal`: which one of several of the same kind and
    bearer, None without one; `round` and `version` name the ballot that holds."""

    meeting: int
    item: int
    candidate: int
    subject: str
    name: str
    title: str
    proposal: int | None = None
    note: str | None = None
    outcome: Outcome | None = None
    lowered_to: str | None = None
    by_chair: bool = False
    reason: str | None = None
    round: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class RecusalRow:
    """Không tham gia biểu quyết."""

    meeting: int
    item: int
    candidate: int
    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class VoteRow:
    """Lần biểu quyết."""

    meeting: int
    item: int
    round: int
    version: int
    method: Method
    members: int | None = None
    present: int | None = None
    written: int | None = None
    issued: int | None = None
    returned: int | None = None
    published_at: datetime | None = None
    override_reason: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class VoteCountRow:
    """Số kiểm phiếu of one candidate by one counter."""

    meeting: int
    item: int
    round: int
    version: int
    candidate: int
    counter: int
    valid: int | None = None
    invalid: int | None = None
    agree: int | None = None
    disagree: int | None = None
    blank: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingEventRow:
    """Diễn biến phiên họp."""

    meeting: int
    at: datetime
    kind: MeetingEventKind
    item: int | None = None
    words: str | None = None
