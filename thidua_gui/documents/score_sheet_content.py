"""The words of one person's printed criteria sheet, all decided before a page is made. Knows no points and no pages."""

from dataclasses import dataclass
from datetime import date

from thidua_gui.documents.content import Heading
from thidua_gui.documents.pages.paragraphs import RichText
from thidua_gui.documents.summary_content import SignatureContent


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One criterion, or a group in bold with its sum; empty points are left for writing by hand."""

    number: str
    content: str
    maximum: str
    self_points: str
    unit_points: str
    council_points: str
    is_group: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """The six cells in their order."""
        return (self.number, self.content, self.maximum, self.self_points, self.unit_points, self.council_points)


@dataclass(frozen=True, slots=True)
class SheetSection:
    """A titled part below the table; `blank_lines` dotted lines are to be written on."""

    title: str
    paragraphs: tuple[RichText, ...] = ()
    blank_lines: int = 0


@dataclass(frozen=True, slots=True)
class ScoreSheetContent:
    """Phiếu chấm điểm thi đua cá nhân of one person. `facts` stand in pairs; `is_blank` gives rows room for a pen.

    `form_on` chooses the dated rules of form; `data_note` is empty on a blank form.
    """

    document_title: str
    issuer: str
    form_on: date
    heading: Heading
    place_and_date: str
    kind: str
    subject: str
    data_note: str
    person_code: str
    name: str
    facts: tuple[tuple[RichText, RichText], ...]
    columns: tuple[str, ...]
    points_title: str
    lines: tuple[SheetLine, ...]
    total: SheetLine
    notes: tuple[str, ...]
    ratings: tuple[RichText, ...]
    sections: tuple[SheetSection, ...]
    signatures: tuple[SignatureContent, ...]
    is_blank: bool
