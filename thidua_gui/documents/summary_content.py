"""The words of the summaries, all decided before a page is made. Knows no database, no points and no pages."""

from dataclasses import dataclass
from datetime import date

from thidua_gui.documents.content import Heading
from thidua_gui.documents.pages.paragraphs import RichText


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One person's line, every cell in words."""

    number: str
    name: str
    post: str
    self_points: str
    unit_points: str
    council_points: str
    rating: str
    note: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The eight cells in their order."""
        points = (self.self_points, self.unit_points, self.council_points)
        return (self.number, self.name, self.post, *points, self.rating, self.note)


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """One unit's people under its Roman number and name."""

    number: str
    title: str
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True)
class TotalsTable:
    """How many people have which rating, by unit; the last rows are the school's sum and its shares."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SignatureContent:
    """Post in capitals and name of who signs; the name may be left open."""

    post: str
    name: str


@dataclass(frozen=True, slots=True)
class ScoreSummaryContent:
    """Bảng tổng hợp điểm, xếp loại. `columns` are the eight titles, `points_title` stands above three of them.

    `form_on` chooses the dated rules of form.
    """

    document_title: str
    issuer: str
    form_on: date
    heading: Heading
    place_and_date: str
    kind: str
    subject: str
    data_note: str
    columns: tuple[str, ...]
    points_title: str
    groups: tuple[ScoreGroup, ...]
    totals: TotalsTable
    notes: tuple[str, ...]
    signatures: tuple[SignatureContent, ...]


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target: what is required, what was reached as n/N (%), how that is judged."""

    number: str
    content: str
    required: str
    actual: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a report: paragraphs, and between title and paragraphs perhaps the table of targets."""

    title: str
    paragraphs: tuple[RichText, ...]
    rows: tuple[TargetRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetReportContent:
    """Báo cáo kết quả thực hiện chỉ tiêu. `columns` are the five titles of its table."""

    document_title: str
    issuer: str
    form_on: date
    heading: Heading
    number: str
    place_and_date: str
    kind: str
    subject: str
    intro: RichText
    data_note: str
    columns: tuple[str, ...]
    sections: tuple[Section, ...]
    recipients_title: str
    recipients: tuple[str, ...]
    signature: SignatureContent
