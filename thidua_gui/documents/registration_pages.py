"""The registration papers as PDF pages in the form of the Party or the State. Knows no database."""

from collections.abc import Iterator, Sequence

from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.drawable import require_drawable
from thidua_gui.documents.office import form
from thidua_gui.documents.pages.columns import Column, Row, TableColumn, natural_widths, plain_row
from thidua_gui.documents.pages.heading_block import heading_block, title_block
from thidua_gui.documents.pages.page_form import PageForm, page_form
from thidua_gui.documents.pages.page_press import print_pages, print_parts
from thidua_gui.documents.pages.paragraphs import Measure, RichText, Side, Style, paragraph, rich
from thidua_gui.documents.pages.signatures import Signatory, signature_block
from thidua_gui.documents.pages.slices import Slice, gap
from thidua_gui.documents.pages.table import table
from thidua_gui.documents.registration_content import RegistrationPaper

_SIZE = 12.0


def render_registration(paper: RegistrationPaper, progress: Progress = SILENT) -> bytes:
    """One paper: upright if its table fits then, else lying."""
    _require_drawable(paper)
    sheet = _sheet(paper)
    return print_pages(_slices(paper, sheet), sheet, paper.document_title, paper.issuer, progress)


def render_registrations(papers: Sequence[RegistrationPaper], progress: Progress = SILENT) -> bytes:
    """Several papers of one form in one file, each on pages of its own."""
    for paper in papers:
        _require_drawable(paper)
    sheet = page_form(form(papers[0].heading.style, papers[0].form_on))
    parts = (_slices(paper, sheet) for paper in papers)
    names = [paper.name for paper in papers]
    return print_parts(parts, sheet, papers[0].document_title, papers[0].issuer, progress, names=names)


def _sheet(paper: RegistrationPaper) -> PageForm:
    rules = form(paper.heading.style, paper.form_on)
    upright = page_form(rules)
    wide = len(paper.columns) > _MOST_UPRIGHT or _needed(paper) > upright.text_width
    return page_form(rules, landscape=True) if wide else upright


_MOST_UPRIGHT = 6


def _needed(paper: RegistrationPaper) -> float:
    """The least width of the table: wrapping columns at their least, the others as wide as their cells."""
    columns = _columns(paper)
    natural = natural_widths(columns, _rows(paper), _SIZE)
    return sum(column.least if column.flexible else own for column, own in zip(columns, natural, strict=True))


def _slices(paper: RegistrationPaper, sheet: PageForm) -> list[Slice]:
    party = paper.heading.style is HeadingStyle.PARTY
    return [
        *heading_block(paper.heading, "", paper.place_and_date, sheet),
        *title_block(paper.kind, paper.subject, sheet, dashes=party),
        *_note_under_title(paper, sheet),
        *([gap(3, keep=True)] if paper.facts else []),
        *_paragraphs(paper.facts, sheet, keep=True),
        gap(3, keep=True),
        *table(_columns(paper), _rows(paper), sheet.left, sheet.text_width, _SIZE),
        gap(3, keep=True),
        *_paragraphs(paper.notes, sheet, keep=False),
        gap(6, keep=True),
        signature_block([Signatory(one.post, one.name) for one in paper.signatures], sheet),
    ]


def _columns(paper: RegistrationPaper) -> tuple[TableColumn, ...]:
    return tuple(
        TableColumn(
            column.title, Column.CENTER if column.centred else Column.LEFT, column.least, column.group,
            flexible=column.wraps,
        )
        for column in paper.columns
    )  # fmt: skip


def _rows(paper: RegistrationPaper) -> list[Row]:
    """The last two rows stay with what follows the table."""
    plain = [Row(plain_row(row).cells, least=paper.row_height) for row in paper.rows]
    plain += [plain_row(row, Style.BOLD, keep=True) for row in paper.sums]
    return [*plain[:-2], *(Row(row.cells, keep=True, least=row.least) for row in plain[-2:])]


def _note_under_title(paper: RegistrationPaper, sheet: PageForm) -> Iterator[Slice]:
    if paper.data_note:
        size = sheet.sizes["body"]
        measure = Measure(sheet.left, sheet.text_width, size, size * 1.35, Side.CENTER)
        yield from paragraph(rich(paper.data_note, Style.ITALIC), measure, keep=True)


def _paragraphs(texts: Sequence[RichText], sheet: PageForm, *, keep: bool) -> Iterator[Slice]:
    sizes = sheet.sizes
    measure = Measure(sheet.left, sheet.text_width, sizes["body"], sizes["leading"], Side.FILLED, sizes["indent"])
    for place, text in enumerate(texts, start=1):
        yield from paragraph(text, measure, keep=keep or place == len(texts))
        yield gap(1, keep=keep or place == len(texts))


def _require_drawable(paper: RegistrationPaper) -> None:
    cut, titles = Style.REGULAR.font, [column.title for column in paper.columns]
    heading = paper.heading
    words = (heading.parent, heading.school, paper.place_and_date, paper.kind, *paper.subject, paper.data_note)
    require_drawable([(paper.kind, text) for text in words], cut, paper.name)
    for row in (*paper.rows, *paper.sums):
        require_drawable(zip(titles, row, strict=True), cut, row[1] or paper.name)
    spans = [(paper.kind, span.text) for text in (*paper.facts, *paper.notes) for span in text]
    require_drawable(spans, cut, paper.name)
    require_drawable([(one.post, one.name) for one in paper.signatures], cut, paper.name)
