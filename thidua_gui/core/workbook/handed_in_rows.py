"""The rows of a year workbook about what units handed in. Knows no cells and no wording."""

from dataclasses import dataclass
from datetime import date

from thidua_gui.core.submissions import SubmissionKind


@dataclass(frozen=True, slots=True)
class UnitVoteRow:
    """Bình xét tại đơn vị: whom a unit proposes for what, and its votes."""

    voting_unit: str
    subject: str
    title: str
    held_on: date | None = None
    members: int | None = None
    present: int | None = None
    agree: int | None = None
    disagree: int | None = None
    achievement: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """Nộp hồ sơ: what a unit handed in and when."""

    unit: str
    kind: SubmissionKind
    submitted_on: date
    note: str | None = None
