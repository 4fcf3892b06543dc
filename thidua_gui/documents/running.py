"""A running document: heading, title, paragraphs and tables, signatures, as one frozen value. Knows no file format.

What it says is decided before it is drawn; running_pages makes a PDF of it and running_docx a file for Word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua_gui.documents.content import Heading
from thidua_gui.documents.drawable import require_drawable
from thidua_gui.documents.pages.columns import Row, TableColumn
from thidua_gui.documents.pages.paragraphs import Side, Style
from thidua_gui.documents.pages.signatures import Signatory


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; <i>…</i> encloses italics. `keep` binds it to what follows, `indent` its first line in mm (None: as
    the rules of form say)."""

    text: str
    style: Style = Style.REGULAR
    side: Side = Side.FILLED
    indent: float | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table over the whole width; its header stands again on every page."""

    columns: tuple[TableColumn, ...]
    rows: tuple[Row, ...]
    size: float = 12.0


Block = Para | Grid


@dataclass(frozen=True, slots=True)
class RunningDocument:
    """Every word of it. `subject`: the lines below the kind. Recipients stand left of the last signatory."""

    document_title: str
    issuer: str
    form_on: date
    heading: Heading
    number: str
    place_and_date: str
    kind: str
    subject: tuple[str, ...]
    blocks: tuple[Block, ...]
    signatories: tuple[Signatory, ...]
    recipients_title: str = ""
    recipients: tuple[str, ...] = ()


def require_all_drawable(document: RunningDocument) -> None:
    """UserError("glyph_missing") of a letter that the font lacks."""
    require_drawable([(document.kind, text) for text in _texts(document)], Style.REGULAR.font, document.document_title)


def _texts(document: RunningDocument) -> Iterator[str]:
    heading = document.heading
    yield from (heading.parent, heading.school, heading.nation, heading.motto, document.number)
    yield from (document.place_and_date, *document.subject, *document.recipients)
    for signatory in document.signatories:
        yield from (*signatory.post.split("\n"), signatory.name)
    for block in document.blocks:
        if isinstance(block, Para):
            yield block.text
        else:
            yield from (column.title for column in block.columns)
            yield from (cell.text for row in block.rows for cell in row.cells)
