"""The words of the registration papers, all decided before a page is made. Knows no database and no pages."""

from dataclasses import dataclass
from datetime import date

from thidua_gui.documents.content import Heading
from thidua_gui.documents.pages.paragraphs import RichText
from thidua_gui.documents.summary_content import SignatureContent


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column of a paper's table: its least width in mm, centred or not, and whether its words wrap."""

    title: str
    least: float
    centred: bool = False
    wraps: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class RegistrationPaper:
    """Phiếu, bản or bảng tổng hợp đăng ký: lines above the table, the table, lines below it, signatures.

    `row_height` in mm leaves room for a signature in each row; `name` says whose paper is refused.
    `form_on` chooses the dated rules of form.
    """

    document_title: str
    name: str
    issuer: str
    form_on: date
    heading: Heading
    place_and_date: str
    kind: str
    subject: tuple[str, ...]
    data_note: str
    facts: tuple[RichText, ...]
    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: tuple[tuple[str, ...], ...]
    row_height: float
    notes: tuple[RichText, ...]
    signatures: tuple[SignatureContent, ...]
