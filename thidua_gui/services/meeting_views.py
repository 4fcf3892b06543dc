"""What the council's windows and papers are given, as values. Knows no rows and judges nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from thidua_gui.core.council import Line, Method, Outcome, Papers, Quorum, Recused, Room, Threshold, Verdict
from thidua_gui.core.ids import (
    AgendaItemId,
    BallotId,
    CampaignId,
    CandidateId,
    CouncilMemberId,
    MeetingId,
    MeetingMemberId,
    PersonId,
    ProposalId,
    UnitId,
)
from thidua_gui.core.meeting_rules import KindRule
from thidua_gui.core.meetings import (
    Attendance,
    CouncilRole,
    ItemKind,
    ItemState,
    MeetingEventKind,
    MeetingState,
    Passage,
)
from thidua_gui.core.quotas import QuotaStanding


@dataclass(frozen=True, slots=True)
class CouncilMemberRow:
    """Thành viên Hội đồng; `role_words` as somebody wrote them, `role` what they mean. `present` and `absence_reason`
    are what the year's workbook says of its meeting."""

    id: CouncilMemberId
    person_id: PersonId
    code: str
    name: str
    post: str
    unit_name: str
    role: CouncilRole
    role_words: str
    is_voting: bool
    from_on: date | None
    until_on: date | None
    position: int
    present: bool | None = None
    absence_reason: str = ""


@dataclass(frozen=True, slots=True)
class CouncilView:
    """Hội đồng of a year: its decision and who belongs to it. `problems`: sentences on what is missing."""

    campaign_id: CampaignId
    year: int
    is_closed: bool
    name: str
    decision_number: str
    decided_on: date | None
    authority: str
    standing_unit_id: UnitId | None
    standing_unit: str
    note: str
    members: tuple[CouncilMemberRow, ...]
    problems: tuple[str, ...]

    @property
    def voting(self) -> int:
        """How many have a vote."""
        return sum(member.is_voting for member in self.members)

    def of_role(self, role: CouncilRole) -> tuple[CouncilMemberRow, ...]:
        return tuple(member for member in self.members if member.role is role)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """Phiên họp in a list."""

    id: MeetingId
    number: int
    title: str
    held_on: date | None
    starts_at: str | None
    place: str
    state: MeetingState
    opened_at: datetime | None
    closed_at: datetime | None
    items: int
    items_done: int
    candidates: int


@dataclass(frozen=True, slots=True)
class MeetingView:
    """Phiên họp. `at_item`, `at_candidate`: where it stands. `is_locked`: nothing may be written (the meeting or its
    year is closed)."""

    id: MeetingId
    campaign_id: CampaignId
    year: int
    number: int
    title: str
    name: str
    held_on: date | None
    starts_at: str | None
    place: str
    state: MeetingState
    is_locked: bool
    opened_at: datetime | None
    closed_at: datetime | None
    chair_id: PersonId | None
    chair: str
    secretary_id: PersonId | None
    secretary: str
    invited: str
    conclusion: str
    at_item: AgendaItemId | None
    at_candidate: CandidateId | None


@dataclass(frozen=True, slots=True)
class MeetingEventRow:
    """A line of the time line; `label` says what happened, `words` to whom or what."""

    at: datetime
    kind: MeetingEventKind
    label: str
    words: str
    item_id: AgendaItemId | None


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """Người, tập thể được xét. `name` and `title` as they stand on the ballot papers; `below` is post and unit.
    `outcome` None = no conclusion yet; `by_chair`: the chair's word and not the count's."""

    id: CandidateId
    item_id: AgendaItemId
    proposal_id: ProposalId | None
    person_id: PersonId | None
    unit_id: UnitId | None
    code: str
    name: str
    title: str
    below: str
    unit_name: str
    position: int
    note: str
    outcome: Outcome | None = None
    lowered_to: str | None = None
    by_chair: bool = False
    reason: str = ""
    ballot_id: BallotId | None = None

    @property
    def is_collective(self) -> bool:
        return self.person_id is None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """Mục của chương trình họp. `private_note` is the operator's own and goes on no paper and no wall."""

    id: AgendaItemId
    meeting_id: MeetingId
    position: int
    kind: ItemKind
    award_kind: str | None
    title: str
    planned_minutes: int | None
    private_note: str
    discussion: str
    conclusion: str
    state: ItemState
    started_at: datetime | None
    spent_seconds: int
    candidates: tuple[CandidateRow, ...]
    has_open_ballot: bool
    is_voted: bool

    @property
    def undecided(self) -> tuple[CandidateRow, ...]:
        return tuple(one for one in self.candidates if one.outcome is None)

    def seconds(self, now: datetime) -> int:
        """Spent on it until now, also while it is being talked about."""
        running = (now - self.started_at).total_seconds() if self.started_at is not None else 0
        return self.spent_seconds + max(0, int(running))


@dataclass(frozen=True, slots=True)
class SeatRow:
    """Thành viên dự họp, with name, role and post as they were; `is_here` as things stood at the time asked for."""

    id: MeetingMemberId
    person_id: PersonId
    name: str
    role: str
    post: str
    is_voting: bool
    attendance: Attendance | None
    absence_reason: str
    is_here: bool
    passages: tuple[tuple[Passage, datetime], ...]


@dataclass(frozen=True, slots=True)
class AttendanceView:
    """Điểm danh at one moment."""

    meeting_id: MeetingId
    seats: tuple[SeatRow, ...]
    room: Room
    quorum: Quorum
    sentence: str

    @property
    def not_recorded(self) -> int:
        return sum(seat.attendance is None for seat in self.seats)


@dataclass(frozen=True, slots=True)
class RecusalRow:
    """Không tham gia biểu quyết of one member on one candidate's line."""

    candidate_id: CandidateId
    candidate: str
    member_id: MeetingMemberId
    member: str
    reason: str


@dataclass(frozen=True, slots=True)
class CountLine:
    """One candidate's line of a ballot: what the first counter typed, what the second one typed blind, and what it
    says. `differs` names the numbers on which the two counters do not agree."""

    candidate_id: CandidateId
    name: str
    title: str
    counted: Line
    second: Line | None
    recused: Recused
    verdict: Verdict
    words: str
    missing: str
    percent: str
    broken: tuple[str, ...]
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BallotView:
    """Lần bỏ phiếu. `room`: of whom it was taken; `broken` and `differences`: sentences on what does not fit, of the
    whole ballot and of every line. `is_last`: the one that holds. `can_publish`: nothing stands against it."""

    id: BallotId
    item_id: AgendaItemId
    item_title: str
    award_kind: str | None
    round: int
    version: int
    method: Method
    room: Room
    papers: Papers
    quorum: Quorum
    rule: KindRule
    threshold_words: str
    threshold_source: str
    published_at: datetime | None
    override_reason: str
    reason: str
    lines: tuple[CountLine, ...]
    broken: tuple[str, ...]
    differences: tuple[str, ...]
    is_counted: bool
    is_last: bool

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    @property
    def threshold(self) -> Threshold:
        return self.rule.threshold

    @property
    def can_publish(self) -> bool:
        """Without an override."""
        return self.is_counted and not self.broken and not self.differences and self.quorum.is_met

    @property
    def uncounted(self) -> tuple[str, ...]:
        """Whose numbers are still to be typed."""
        return tuple(line.name for line in self.lines if line.verdict.outcome is None)


@dataclass(frozen=True, slots=True)
class CandidateVerdict:
    """What came of one candidate: the count that holds (None = never voted on), the outcome that holds with its
    reason, and all rounds in which he stood. `words` is the sentence for minutes and wall."""

    candidate: CandidateRow
    line: CountLine | None
    method: Method | None
    round: int | None
    words: str


@dataclass(frozen=True, slots=True)
class TieQuestion:
    """Bằng điểm ở ranh giới: these candidates have equal totals where only `places` are free; the chair decides."""

    candidates: tuple[CandidateRow, ...]
    places: int
    words: str


@dataclass(frozen=True, slots=True)
class ItemStanding:
    """Where an item stands: verdicts, how the quota stands with those who passed, what is put to the chair. `proposed`
    counts all candidates against it."""

    item: ItemRow
    verdicts: tuple[CandidateVerdict, ...]
    passed: int
    quota: QuotaStanding | None
    ties: tuple[TieQuestion, ...]
