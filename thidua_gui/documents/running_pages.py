"""A running document as PDF pages in the form of the Party or the State. Knows no database."""

from collections.abc import Iterator

from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.office import form
from thidua_gui.documents.pages.heading_block import heading_block, title_block
from thidua_gui.documents.pages.page_form import PageForm, page_form
from thidua_gui.documents.pages.page_press import print_pages
from thidua_gui.documents.pages.paragraphs import Measure, Side, paragraph, rich
from thidua_gui.documents.pages.signatures import signature_block
from thidua_gui.documents.pages.slices import Slice, gap
from thidua_gui.documents.pages.table import table
from thidua_gui.documents.running import Grid, Para, RunningDocument, require_all_drawable

_BETWEEN = 1.4
_AROUND_TABLES = 2.5


def render_running(document: RunningDocument, progress: Progress = SILENT) -> bytes:
    """The document, upright."""
    require_all_drawable(document)
    sheet = page_form(form(document.heading.style, document.form_on))
    slices = tuple(_slices(document, sheet))
    return print_pages(slices, sheet, document.document_title, document.issuer, progress)


def _slices(document: RunningDocument, sheet: PageForm) -> Iterator[Slice]:
    is_party = document.heading.style is HeadingStyle.PARTY
    yield from heading_block(document.heading, document.number, document.place_and_date, sheet)
    yield from title_block(document.kind, document.subject, sheet, dashes=is_party)
    yield gap(4)
    for place, block in enumerate(document.blocks, 1):
        if isinstance(block, Grid):
            yield from _grid(block, sheet)
        else:
            yield from _para(block, sheet, last=place == len(document.blocks))
    yield gap(5, keep=True)
    yield signature_block(
        document.signatories, sheet, heading=document.recipients_title, recipients=document.recipients
    )  # fmt: skip


def _para(one: Para, sheet: PageForm, *, last: bool) -> Iterator[Slice]:
    size, leading = sheet.sizes["body"], sheet.sizes["leading"]
    indent = sheet.sizes["indent"] if one.indent is None else one.indent
    first = indent if one.side is Side.FILLED else 0.0
    keep = one.keep or last
    measure = Measure(sheet.left, sheet.text_width, size, leading, one.side, indent=first)
    yield from paragraph(rich(one.text, one.style), measure, keep=keep)
    yield gap(_BETWEEN, keep=keep)


def _grid(block: Grid, sheet: PageForm) -> Iterator[Slice]:
    yield gap(_AROUND_TABLES - _BETWEEN, keep=True)
    yield from table(block.columns, block.rows, sheet.left, sheet.text_width, block.size)
    yield gap(_AROUND_TABLES)
