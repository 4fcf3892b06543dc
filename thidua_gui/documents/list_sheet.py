"""A list as it stands on screen, printed as a table under the office's heading. Knows no database and no screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.documents.content import Heading, HeadingStyle
from thidua_gui.documents.drawable import require_drawable
from thidua_gui.documents.office import form
from thidua_gui.documents.pages.columns import Column, Row, TableColumn, natural_widths, plain_row
from thidua_gui.documents.pages.heading_block import heading_block, title_block
from thidua_gui.documents.pages.page_form import page_form
from thidua_gui.documents.pages.page_press import print_pages
from thidua_gui.documents.pages.paragraphs import Measure, Side, Style, paragraph, rich
from thidua_gui.documents.pages.slices import gap
from thidua_gui.documents.pages.table import table

_SIZE = 12.0
_SMALLER = (11.0, 10.0, 9.0, 8.0, 7.0)
"""Of a lying list with so many columns that numbers would be cut."""
_LEAST, _LEAST_WORDS = 9.0, 22.0


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column; `centred` for numbers, dates and short words; only those that wrap give way when room is short."""

    title: str
    centred: bool = False
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class ListContent:
    """Every word of the list. `form_on` chooses the dated rules of form; `subject` may be empty."""

    document_title: str
    issuer: str
    form_on: date
    heading: Heading
    kind: str
    subject: tuple[str, ...]
    data_note: str
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[str, ...], ...]


def render_list(content: ListContent, progress: Progress = SILENT) -> bytes:
    """Upright if every row then fits on one line, else lying; the header stands on every page."""
    _require_drawable(content)
    rules = form(content.heading.style, content.form_on)
    size, columns = _SIZE, _columns(content, _SIZE)
    rows = [plain_row(row) for row in content.rows]
    sheet = page_form(rules)
    if sum(natural_widths(columns, rows, _SIZE)) > sheet.text_width:
        sheet = page_form(rules, landscape=True)
        size = _size(content, rows, sheet.text_width)
        columns = _columns(content, size)
    body = sheet.sizes["body"]
    note = Measure(sheet.left, sheet.text_width, body, body * 1.35, Side.CENTER)
    slices = [
        *heading_block(content.heading, "", "", sheet),
        *title_block(content.kind, content.subject, sheet, dashes=content.heading.style is HeadingStyle.PARTY),
        *paragraph(rich(content.data_note, Style.ITALIC), note, keep=True),
        gap(3, keep=True),
        *table(columns, rows, sheet.left, sheet.text_width, size),
    ]
    return print_pages(slices, sheet, content.document_title, content.issuer, progress)


def _columns(content: ListContent, size: float) -> tuple[TableColumn, ...]:
    return tuple(_column(column, size / _SIZE) for column in content.columns)


def _column(column: ListColumn, part: float) -> TableColumn:
    align = Column.CENTER if column.centred else Column.LEFT
    least = part * (_LEAST_WORDS if column.wraps else _LEAST)
    return TableColumn(column.title, align, least, flexible=column.wraps)


def _size(content: ListContent, rows: Sequence[Row], width: float) -> float:
    """The largest type in which codes, numbers and dates stay whole while words wrap."""
    for size in (_SIZE, *_SMALLER):
        columns = _columns(content, size)
        natural = natural_widths(columns, rows, size)
        needed = (column.least if column.flexible else own for column, own in zip(columns, natural, strict=True))
        if sum(needed) <= width:
            return size
    return _SMALLER[-1]


def _require_drawable(content: ListContent) -> None:
    cut, titles = Style.REGULAR.font, [column.title for column in content.columns]
    for row in content.rows:
        require_drawable(zip(titles, row, strict=True), cut, _who(row))
    require_drawable([(content.kind, text) for text in (content.kind, *content.subject)], cut, content.kind)


def _who(row: Sequence[str]) -> str:
    return " ".join(row[:3])
