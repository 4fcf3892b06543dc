"""The cards of awards as PDF pages, one or many in a file, in the form of the Party or the State. Knows no database."""

from collections.abc import Iterator, Sequence

from thidua_gui.core.errors import UserError
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.documents.award_card import AwardCardContent, CardRow
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.drawable import require_drawable
from thidua_gui.documents.office import form
from thidua_gui.documents.pages.columns import Cell, Column, Row, TableColumn
from thidua_gui.documents.pages.heading_block import heading_block, title_block
from thidua_gui.documents.pages.page_form import PageForm, page_form
from thidua_gui.documents.pages.page_press import print_parts
from thidua_gui.documents.pages.paragraphs import Measure, RichText, Side, Style, paragraph, rich
from thidua_gui.documents.pages.signatures import Signatory, signature_block
from thidua_gui.documents.pages.slices import Slice, gap
from thidua_gui.documents.pages.table import table

_TABLE_SIZE = 12.0
_FACT_LEADING = 1.3


def render_award_cards(contents: Sequence[AwardCardContent], progress: Progress = SILENT) -> bytes:
    """One PDF; everyone begins on a new page and has page numbers of their own."""
    if not contents:
        raise UserError("award_card_nobody")
    for content in contents:
        _require_drawable(content)
    first = contents[0]
    sheet = page_form(form(first.heading.style, first.form_on))
    title = first.document_title if len(contents) == 1 else first.kind.capitalize()
    parts = (tuple(_slices(content, sheet)) for content in contents)
    return print_parts(parts, sheet, title, first.issuer, progress, names=[content.name for content in contents])


def _slices(content: AwardCardContent, sheet: PageForm) -> Iterator[Slice]:
    body = sheet.sizes["body"]
    note = Measure(sheet.left, sheet.text_width, body, body * 1.35, Side.CENTER)
    line = Measure(sheet.left, sheet.text_width, body, body * _FACT_LEADING, Side.LEFT)
    yield from heading_block(content.heading, "", content.place_and_date, sheet)
    dashes = content.heading.style is HeadingStyle.PARTY
    yield from title_block(content.kind, content.subject, sheet, dashes=dashes)
    yield from paragraph(rich(content.data_note, Style.ITALIC), note, keep=True)
    yield gap(4, keep=True)
    for fact in content.facts:
        yield from paragraph(fact, line, keep=True)
    yield from _title(content.part_history, sheet)
    if content.rows:
        yield from table(_columns(content), list(_rows(content)), sheet.left, sheet.text_width, _TABLE_SIZE)
    else:
        yield from paragraph(rich(content.nothing, Style.ITALIC), line, keep=True)
    for title, texts in content.parts:
        yield from _title(title, sheet)
        yield from _paragraphs([rich(text) for text in texts], sheet, bound=title == content.parts[-1][0])
    yield gap(6, keep=True)
    yield signature_block([Signatory(one.post, one.name) for one in content.signatures], sheet)


def _title(text: str, sheet: PageForm) -> Iterator[Slice]:
    body = sheet.sizes["body"]
    yield gap(4)
    yield from paragraph(
        rich(text, Style.BOLD), Measure(sheet.left, sheet.text_width, body, body * 1.35, Side.LEFT), keep=True
    )
    yield gap(1.5, keep=True)


def _paragraphs(texts: Sequence[RichText], sheet: PageForm, *, bound: bool) -> Iterator[Slice]:
    """The last of the last part stays with the signatures."""
    size = sheet.sizes["body"]
    measure = Measure(sheet.left, sheet.text_width, size, size * 1.35, Side.FILLED)
    for place, text in enumerate(texts, 1):
        yield from paragraph(text, measure, keep=bound and place == len(texts))


def _columns(content: AwardCardContent) -> tuple[TableColumn, ...]:
    year, award, decision, rating, other = content.columns
    return (
        TableColumn(year, Column.CENTER, 13),
        TableColumn(award, Column.LEFT, 44, flexible=True),
        TableColumn(decision, Column.LEFT, 26, flexible=True),
        TableColumn(rating, Column.LEFT, 24, flexible=True),
        TableColumn(other, Column.LEFT, 36, flexible=True),
    )


def _rows(content: AwardCardContent) -> Iterator[Row]:
    """What was revoked stands in italics; a year's rows stay together as far as they can."""
    for place, row in enumerate(content.rows):
        following = content.rows[place + 1] if place + 1 < len(content.rows) else None
        yield Row(tuple(_cells(row)), keep=following is not None and not following.year)


def _cells(row: CardRow) -> Iterator[Cell]:
    for place, text in enumerate(row.cells):
        yield Cell(text, Style.ITALIC if row.is_revoked and place in (1, 2) else Style.REGULAR)


def _require_drawable(content: AwardCardContent) -> None:
    cut, heading = Style.REGULAR.font, content.heading
    words = (heading.parent, heading.school, content.place_and_date, content.data_note)
    require_drawable([(content.kind, text) for text in words], cut, content.name)
    require_drawable([(content.kind, span.text) for fact in content.facts for span in fact], cut, content.name)
    for row in content.rows:
        require_drawable(zip(content.columns, row.cells, strict=True), cut, content.name)
    require_drawable([(title, text) for title, texts in content.parts for text in texts], cut, content.name)
    require_drawable([(one.post, one.name) for one in content.signatures], cut, content.name)
