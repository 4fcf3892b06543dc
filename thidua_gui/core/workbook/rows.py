"""A year workbook as values: one frozen row per line of a sheet. Knows no cells, no wording, no database."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.initiatives import InitiativeKind
from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import CriterionKind, SheetSubject, StageKey
from thidua_gui.core.target_catalogue import Among, Measured
from thidua_gui.core.targets import BoundUnit
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.workbook import meeting_rows as council_rows
from thidua_gui.core.workbook.award_kind_row import AwardKindRow
from thidua_gui.core.workbook.handed_in_rows import SubmissionRow, UnitVoteRow
from thidua_gui.core.workbook.meeting_rows import NO_RULES, BallotRow, CouncilRow, MeetingRuleItems
from thidua_gui.core.workbook.milestone_row import MilestoneRow
from thidua_gui.core.workbook.movement_rows import MovementRow, OutsideAwardRow
from thidua_gui.core.workbook.proposal_rows import (
    ConditionOverrideRow,
    ObjectionRow,
    OpenCaseRow,
    ProposalEventRow,
    ProposalFindingRow,
    ProposalPaperRow,
    ProposalRow,
)
from thidua_gui.core.workbook.school_result_row import SchoolResultRow
from thidua_gui.core.workbook.sheet_keys import ADDED_SHEETS, SheetKey

__all__ = [
    "ADDED_SHEETS", "SCHOOL_CODE", "AwardRow", "BallotRow", "CampaignItems", "ChangeKind", "CouncilRow",
    "CriterionRow", "DisciplineRow", "InitiativeRow", "InitiativeUseRow", "MeetingRuleItems", "MilestoneRow",
    "MovementRow", "OutsideAwardRow", "PersonRow", "PersonnelChangeRow", "PlanRow", "RegistrationRow", "ResultRow",
    "SchoolResultRow", "ScoreRow", "SheetKey", "TargetRow", "TeachingRow", "ThresholdRow", "UnitRow", "YearWorkbook",
]  # fmt: skip

SCHOOL_CODE = "@"
"""The school itself, where a unit's code may stand."""


class ChangeKind(StrEnum):
    """Loại biến động."""

    MATERNITY_LEAVE = "maternity_leave"
    SICK_LEAVE = "sick_leave"
    UNPAID_LEAVE = "unpaid_leave"
    STUDY = "study"
    SECONDMENT = "secondment"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class CampaignItems:
    """Phong trào."""

    year: int
    plan_number: str | None = None
    plan_issued_on: date | None = None
    plan_issued_at: str | None = None
    theme: str | None = None
    school_theme: str | None = None
    results_due_on: date | None = None
    council_on: date | None = None
    decision_on: date | None = None
    plan_title: str | None = None
    plan_signer_name: str | None = None
    plan_signer_post: str | None = None
    plan_signer_authority: str | None = None


@dataclass(frozen=True, slots=True)
class TargetRow:
    """Chỉ tiêu; bounds in percent or pieces, None = open; `within_*` narrow the base, None = not."""

    code: str
    content: str
    measure: Measured
    base: Among
    lower: Points | None
    upper: Points | None
    unit: BoundUnit
    within_unit: str | None = None
    within_group: str | None = None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """Đơn vị; `launched_on` None = not launched; how many took part in the launch and a note only with it, a
    reason and a day only with a rating."""

    code: str
    name: str
    kind: str
    launched_on: date | None = None
    rating: Rating | None = None
    participants: int | None = None
    launch_note: str | None = None
    rating_reason: str | None = None
    rated_on: date | None = None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Cá nhân; `unit` is where the person belongs at the end of the year."""

    code: str
    full_name: str
    gender: str | None
    born_on: date | None
    ethnicity: str | None
    unit: str
    post: str | None
    staff_group: str | None
    joined_on: date | None
    left_on: date | None = None
    left_reason: str | None = None


@dataclass(frozen=True, slots=True)
class PersonnelChangeRow:
    """Biến động; `former_unit` is read out of a transfer's detail."""

    person: str
    kind: ChangeKind
    from_on: date | None
    until_on: date | None
    detail: str | None
    former_unit: str | None = None


@dataclass(frozen=True, slots=True)
class DisciplineRow:
    """Kỷ luật."""

    person: str
    form: str
    decided_on: date | None
    decision_number: str | None
    task_related: bool | None
    reason: str | None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """Đăng ký thi đua of a person or unit, or of the school itself."""

    subject: str
    title: str
    registered_on: date | None
    content: str | None = None


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """Tiêu chí: one line of the criteria sheet (Bộ) `sheet`; a sheet for units has no staff groups. What follows the
    step is what the program adds: None where no sheet of the year says it."""

    sheet: str
    staff_groups: tuple[str, ...] | None
    number: str
    content: str
    maximum: Points
    kind: CriterionKind
    step: Points | None
    cap: Points | None = None
    units: tuple[str, ...] | None = None
    subject: SheetSubject | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ThresholdRow:
    """Ngưỡng xếp loại."""

    rating: Rating
    from_points: Points


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """Chấm điểm in one stage: (criterion number, points) of what is scored, in the sheet's order. `person` is the code
    of a unit where the sheet is one for units."""

    sheet: str
    person: str
    stage: StageKey
    scores: tuple[tuple[str, Points], ...]


@dataclass(frozen=True, slots=True)
class ResultRow:
    """Kết quả: the rating that was decided, None = not decided. What follows the marks is what the program adds."""

    person: str
    rating: Rating | None
    teaching_faculty: bool
    teaching_school: bool
    rating_reason: str | None = None
    rated_on: date | None = None
    party_rating: Rating | None = None
    party_rated_on: date | None = None
    party_decision: str | None = None


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """Sáng kiến, đề tài. What follows the result is what the program adds; `shares` in percent stand in the order of
    the authors, None among them = not stated."""

    code: str
    name: str
    authors: tuple[str, ...]
    scope: str | None
    recognised_on: date | None
    decision_number: str | None
    result: str | None
    kind: InitiativeKind | None = None
    summary: str | None = None
    effect: str | None = None
    applied_at: str | None = None
    recognised_by: str | None = None
    shares: tuple[Points | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class InitiativeUseRow:
    """Sử dụng sáng kiến: what the initiative with that code served, for one person or unit."""

    initiative: str
    subject: str
    year: int
    title: str
    decided_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TeachingRow:
    """Dạy giỏi: one award with its decision; the marks of the results say faculty and school as well."""

    person: str
    level: TeachingLevel
    period: str | None = None
    decided_on: date | None = None
    decision_number: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AwardRow:
    """Khen thưởng đã có, with post and unit as they were, and for what it was given."""

    subject: str
    post_then: str | None
    unit_then: str | None
    year: int
    title: str
    decision_number: str | None
    decided_on: date | None
    authority: str | None
    revoked_on: date | None
    revocation_reason: str | None
    kind: CommendationKind | None = None
    achievement: str | None = None
    movement: str | None = None
    revocation_number: str | None = None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """Kế hoạch: one paragraph; a `level` below the first stands under the last line of the level above; `number` is a
    mark that somebody chose, `units` and `targets` are codes."""

    section: PlanSection
    text: str
    level: int | None = 1
    number: str | None = None
    carrier: str | None = None
    units: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class YearWorkbook:
    """Sổ dữ liệu năm. `present` tells an absent sheet from an empty one, `score_sheets` does so for scores."""

    office: str
    campaign: CampaignItems
    units: tuple[UnitRow, ...]
    people: tuple[PersonRow, ...]
    targets: tuple[TargetRow, ...] = ()
    personnel_changes: tuple[PersonnelChangeRow, ...] = ()
    disciplines: tuple[DisciplineRow, ...] = ()
    registrations: tuple[RegistrationRow, ...] = ()
    criteria: tuple[CriterionRow, ...] = ()
    thresholds: tuple[ThresholdRow, ...] = ()
    scores: tuple[ScoreRow, ...] = ()
    results: tuple[ResultRow, ...] = ()
    initiatives: tuple[InitiativeRow, ...] = ()
    awards: tuple[AwardRow, ...] = ()
    council: tuple[CouncilRow, ...] = ()
    meeting_rules: MeetingRuleItems = NO_RULES
    ballots: tuple[BallotRow, ...] = ()
    plan_items: tuple[PlanRow, ...] = ()
    initiative_uses: tuple[InitiativeUseRow, ...] = ()
    teaching: tuple[TeachingRow, ...] = ()
    unit_votes: tuple[UnitVoteRow, ...] = ()
    submissions: tuple[SubmissionRow, ...] = ()
    movements: tuple[MovementRow, ...] = ()
    outside_awards: tuple[OutsideAwardRow, ...] = ()
    school_results: tuple[SchoolResultRow, ...] = ()
    milestones: tuple[MilestoneRow, ...] = ()
    award_kinds: tuple[AwardKindRow, ...] = ()
    proposals: tuple[ProposalRow, ...] = ()
    proposal_events: tuple[ProposalEventRow, ...] = ()
    proposal_findings: tuple[ProposalFindingRow, ...] = ()
    proposal_papers: tuple[ProposalPaperRow, ...] = ()
    condition_overrides: tuple[ConditionOverrideRow, ...] = ()
    objections: tuple[ObjectionRow, ...] = ()
    open_cases: tuple[OpenCaseRow, ...] = ()
    council_decision: tuple[council_rows.CouncilDecisionRow, ...] = ()
    meetings: tuple[council_rows.MeetingRow, ...] = ()
    meeting_members: tuple[council_rows.MeetingMemberRow, ...] = ()
    passages: tuple[council_rows.PassageRow, ...] = ()
    agenda_items: tuple[council_rows.AgendaItemRow, ...] = ()
    candidates: tuple[council_rows.CandidateRow, ...] = ()
    recusals: tuple[council_rows.RecusalRow, ...] = ()
    votes: tuple[council_rows.VoteRow, ...] = ()
    vote_counts: tuple[council_rows.VoteCountRow, ...] = ()
    meeting_events: tuple[council_rows.MeetingEventRow, ...] = ()
    present: frozenset[SheetKey] = frozenset(SheetKey) - {SheetKey.SCORES} - ADDED_SHEETS
    score_sheets: tuple[str, ...] = ()
