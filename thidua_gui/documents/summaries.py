"""The summaries as PDF pages in the form of the Party or the State. Knows their words and pages, no database."""

from collections.abc import Iterator, Sequence
from itertools import chain

from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.documents.content import Heading, HeadingStyle
from thidua_gui.documents.drawable import require_drawable
from thidua_gui.documents.office import form
from thidua_gui.documents.pages.columns import Cell, Column, Row, TableColumn, natural_widths, plain_row
from thidua_gui.documents.pages.heading_block import heading_block, title_block
from thidua_gui.documents.pages.page_form import PageForm, page_form
from thidua_gui.documents.pages.page_press import print_pages
from thidua_gui.documents.pages.paragraphs import Measure, RichText, Side, Style, paragraph, rich
from thidua_gui.documents.pages.signatures import Signatory, signature_block
from thidua_gui.documents.pages.slices import Slice, gap
from thidua_gui.documents.pages.table import table
from thidua_gui.documents.summary_content import (
    ScoreSummaryContent,
    Section,
    SignatureContent,
    TargetReportContent,
    TargetRow,
    TotalsTable,
)

_TABLE_SIZE = 12.0
_NOTE_SIZE = 12.0
_UNITS_KEPT = 9  # a longer table of units may go over pages; its last rows stay with the signatures


def render_score_summary(content: ScoreSummaryContent, progress: Progress = SILENT) -> bytes:
    """The summary upright if every row then fits on one line, else lying."""
    _require_drawable_scores(content)
    columns, rows = _score_columns(content, lying=False), tuple(_score_rows(content))
    rules = form(content.heading.style, content.form_on)
    sheet = page_form(rules)
    if sum(natural_widths(columns, rows, _TABLE_SIZE)) > sheet.text_width:
        columns, sheet = _score_columns(content, lying=True), page_form(rules, landscape=True)
    slices = [
        *heading_block(content.heading, "", content.place_and_date, sheet),
        *title_block(content.kind, [content.subject], sheet, dashes=_dashes(content.heading)),
        *_centred(rich(content.data_note, Style.ITALIC), sheet),
        gap(3, keep=True),
        *table(columns, _bound_tail(rows), sheet.left, sheet.text_width, _TABLE_SIZE),
        gap(2.5, keep=True),
        *_notes(content.notes, sheet),
        gap(5),
        *_totals(content.totals, sheet),
        gap(6, keep=True),
        signature_block(_signatories(content.signatures), sheet),
    ]
    return print_pages(slices, sheet, content.document_title, content.issuer, progress)


def render_target_report(content: TargetReportContent, progress: Progress = SILENT) -> bytes:
    """The report, always upright: it is mostly text."""
    _require_drawable_report(content)
    rules = form(content.heading.style, content.form_on)
    sheet = page_form(rules)
    sections = list(content.sections)
    slices = [
        *heading_block(content.heading, content.number, content.place_and_date, sheet),
        *title_block(content.kind, [content.subject], sheet, dashes=_dashes(content.heading)),
        gap(4),
        *paragraph(content.intro, _body(sheet)),
        *chain.from_iterable(_section(section, content, sheet, last=section is sections[-1]) for section in sections),
        gap(7, keep=True),
        signature_block(
            _signatories([content.signature]),
            sheet,
            heading=content.recipients_title,
            recipients=content.recipients,
        ),
    ]
    return print_pages(slices, sheet, content.document_title, content.issuer, progress)


def _require_drawable_scores(content: ScoreSummaryContent) -> None:
    cut, title = Style.REGULAR.font, content.document_title
    for group in content.groups:
        require_drawable([(content.columns[4], group.title)], cut, title)
        for row in group.rows:
            require_drawable(zip(content.columns, row.cells, strict=True), cut, row.name)
    require_drawable(_head_texts(content.heading, content.place_and_date), cut, title)
    require_drawable(((signature.post, signature.name) for signature in content.signatures), cut, title)


def _require_drawable_report(content: TargetReportContent) -> None:
    cut, title = Style.REGULAR.font, content.document_title
    require_drawable(_head_texts(content.heading, content.place_and_date), cut, title)
    require_drawable([(content.kind, span.text) for span in content.intro], cut, title)
    require_drawable([(content.signature.post, content.signature.name)], cut, title)
    for section in content.sections:
        for row in section.rows:
            require_drawable([(content.columns[1], row.content)], cut, f"{content.columns[1]} {row.number}")
        texts = [(section.title, span.text) for paragraph_text in section.paragraphs for span in paragraph_text]
        require_drawable(texts, cut, title)


def _head_texts(heading: Heading, place_and_date: str) -> list[tuple[str, str]]:
    return [(heading.nation, text) for text in (heading.parent, heading.school, place_and_date)]


def _dashes(heading: Heading) -> bool:
    return heading.style is HeadingStyle.PARTY


def _signatories(signatures: Sequence[SignatureContent]) -> list[Signatory]:
    return [Signatory(signature.post, signature.name) for signature in signatures]


def _score_columns(content: ScoreSummaryContent, *, lying: bool) -> tuple[TableColumn, ...]:
    number, name, post, own, unit, council, rating, note = content.columns
    points = content.points_title
    each, remark = (20, 32) if lying else (16, 18)
    return (
        TableColumn(number, Column.CENTER, 9),
        TableColumn(name, Column.LEFT, 34, flexible=True),
        TableColumn(post, Column.LEFT, 22, flexible=True),
        TableColumn(own, Column.DECIMAL, each, group=points),
        TableColumn(unit, Column.DECIMAL, each, group=points),
        TableColumn(council, Column.DECIMAL, each, group=points),
        TableColumn(rating, Column.LEFT, 20, flexible=True),
        TableColumn(note, Column.LEFT, remark, flexible=True),
    )


def _score_rows(content: ScoreSummaryContent) -> Iterator[Row]:
    for group in content.groups:
        title = Cell(group.title, Style.BOLD, span=7, align=Column.LEFT)
        yield Row((Cell(group.number, Style.BOLD), title), shaded=True, keep=True)
        for left, row in zip(range(len(group.rows) - 1, -1, -1), group.rows, strict=True):
            yield plain_row(row.cells, keep=left == 1)  # nobody is carried over to the next page alone


def _bound_tail(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The last two rows stay with what follows the table."""
    return (*rows[:-2], *(Row(row.cells, row.shaded, keep=True) for row in rows[-2:]))


def _totals(totals: TotalsTable, sheet: PageForm) -> Iterator[Slice]:
    columns = [TableColumn(totals.columns[0], Column.LEFT, 50, flexible=True)]
    columns += [TableColumn(title, Column.CENTER, 27) for title in totals.columns[1:]]
    whole = len(totals.rows) <= _UNITS_KEPT
    rows = [plain_row(row, keep=whole) for row in totals.rows]
    rows += [plain_row(row, Style.BOLD, keep=True) for row in totals.sums]
    yield from _centred(rich(totals.title, Style.BOLD), sheet, keep=True)
    yield gap(1.5, keep=True)
    yield from table(columns, rows, sheet.left, sheet.text_width, _TABLE_SIZE)


def _centred(text: RichText, sheet: PageForm, *, keep: bool = True) -> tuple[Slice, ...]:
    size = sheet.sizes["body"]
    return paragraph(text, Measure(sheet.left, sheet.text_width, size, size * 1.35, Side.CENTER), keep=keep)


def _notes(texts: Sequence[str], sheet: PageForm) -> Iterator[Slice]:
    """Remarks below a table, which stay together."""
    measure = Measure(sheet.left, sheet.text_width, _NOTE_SIZE, _NOTE_SIZE * 1.3, Side.LEFT)
    for place, text in enumerate(texts, start=1):
        yield from paragraph(rich(text, Style.ITALIC), measure, keep=place < len(texts))


def _body(sheet: PageForm) -> Measure:
    sizes = sheet.sizes
    return Measure(sheet.left, sheet.text_width, sizes["body"], sizes["leading"], Side.FILLED, sizes["indent"])


def _section(section: Section, content: TargetReportContent, sheet: PageForm, *, last: bool) -> Iterator[Slice]:
    measure = _body(sheet)
    yield gap(2.5)
    yield from paragraph(rich(section.title, Style.BOLD), measure, keep=True)
    yield gap(1.2, keep=True)
    if section.rows:
        yield from _targets(section.rows, content, sheet)
        yield gap(1.5, keep=True)
        yield from _notes([content.data_note], sheet)
    for place, text in enumerate(section.paragraphs, start=1):
        yield from paragraph(text, measure, keep=last and place == len(section.paragraphs))
        yield gap(1, keep=last and place == len(section.paragraphs))


def _targets(rows: Sequence[TargetRow], content: TargetReportContent, sheet: PageForm) -> tuple[Slice, ...]:
    number, target, required, actual, verdict = content.columns
    columns = (
        TableColumn(number, Column.CENTER, 11),
        TableColumn(target, Column.LEFT, 60, flexible=True),
        TableColumn(required, Column.CENTER, 24),
        TableColumn(actual, Column.CENTER, 30),
        TableColumn(verdict, Column.CENTER, 26),
    )
    cells = [plain_row((row.number, row.content, row.required, row.actual, row.verdict)) for row in rows]
    return table(columns, _bound_tail(cells), sheet.left, sheet.text_width, 13)
