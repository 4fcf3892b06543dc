"""Rows of a year workbook about proposals, their papers and history, and what is said against somebody. Knows no
cells and no wording."""

from dataclasses import dataclass
from datetime import date, datetime

from thidua_gui.core.cases import CaseKind
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.proposals import PaperState, State


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """Đề nghị. `code` names it within the workbook; `kind`: the name of the title or form, `title` its wording then;
    `award_title` and `award_number`: the award of the same bearer and year that the decision gave."""

    code: str
    subject: str
    kind: str
    title: str
    basis: CommendationKind
    state: State
    is_listed: bool = False
    proposing_unit: str | None = None
    received_on: date | None = None
    achievement: str | None = None
    note: str | None = None
    movement: str | None = None
    position: int | None = None
    initiatives: tuple[str, ...] | None = None
    lowered_to: str | None = None
    pack: str | None = None
    pack_sha256: str | None = None
    outcome: Outcome | None = None
    award_title: str | None = None
    award_number: str | None = None


@dataclass(frozen=True, slots=True)
class ProposalEventRow:
    """Lịch sử đề nghị."""

    proposal: str
    at: datetime
    to_state: State
    from_state: State | None = None
    user: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ProposalFindingRow:
    """Kết quả thẩm tra as the council was given it."""

    proposal: str
    condition: str
    outcome: Outcome
    needed: str
    had: str
    source: str
    is_checked: bool = False
    is_attested: bool = False


@dataclass(frozen=True, slots=True)
class ProposalPaperRow:
    """Thành phần hồ sơ."""

    proposal: str
    name: str
    state: PaperState
    noted_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ConditionOverrideRow:
    """Chấp nhận ngoài điều kiện."""

    proposal: str
    condition: str
    reason: str
    at: datetime
    user: str | None = None


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """Ý kiến phản đối."""

    subject: str
    condition: str
    content: str
    raised_by: str | None = None
    raised_on: date | None = None
    settled_on: date | None = None
    settlement: str | None = None


@dataclass(frozen=True, slots=True)
class OpenCaseRow:
    """Vụ việc đang xem xét."""

    subject: str
    kind: CaseKind
    opened_on: date
    closed_on: date | None = None
    content: str | None = None
    source: str | None = None
    conclusion: str | None = None
