"""Printed criteria sheets as PDF pages, many people in one file or a file for each. Knows no points, no database."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from thidua_gui.core.errors import UserError
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.drawable import require_drawable
from thidua_gui.documents.files import safe_name, unique_names, write_whole
from thidua_gui.documents.marks import RuleMark
from thidua_gui.documents.office import form
from thidua_gui.documents.pages.columns import Cell, Column, Row, TableColumn
from thidua_gui.documents.pages.heading_block import heading_block, title_block
from thidua_gui.documents.pages.page_form import PageForm, page_form
from thidua_gui.documents.pages.page_press import print_parts
from thidua_gui.documents.pages.paragraphs import Measure, RichText, Side, Style, paragraph, rich
from thidua_gui.documents.pages.signatures import Signatory, signature_block
from thidua_gui.documents.pages.slices import Slice, gap
from thidua_gui.documents.pages.table import table
from thidua_gui.documents.score_sheet_content import ScoreSheetContent, SheetLine, SheetSection

_TABLE_SIZE = 12.0
_TEXT_SIZE = 13.0
_LEADING = 17.0
_PEN_ROW = 7.2
"""Millimetres that a row needs for figures written by hand."""
_PEN_LINE = 8.0
_LEFT_SHARE = 0.56  # of the text width, for the left one of two facts
_KEPT_ROWS = 2  # the last rows of the table stay with the total


def render_score_sheets(contents: Sequence[ScoreSheetContent], progress: Progress = SILENT) -> bytes:
    """One PDF; everyone begins on a new page and has page numbers of their own."""
    if not contents:
        raise UserError("nobody_to_print")
    for content in contents:
        _require_drawable(content)
    first = contents[0]
    sheet = page_form(form(first.heading.style, first.form_on))
    return print_parts(
        (_slices(content, sheet) for content in contents),
        sheet,
        first.document_title,
        first.issuer,
        progress,
        names=[content.name for content in contents],
    )


def render_each_sheet(
    contents: Sequence[ScoreSheetContent], folder: Path, progress: Progress = SILENT
) -> tuple[Path, ...]:
    """One file for each person, named by code and name. Everyone is checked before the first file is written."""
    if not contents:
        raise UserError("nobody_to_print")
    for content in contents:
        _require_drawable(content)
    names = unique_names(safe_name(content.person_code, content.name) for content in contents)
    written = []
    for done, (content, name) in enumerate(zip(contents, names, strict=True), start=1):
        written.append(write_whole(folder / f"{name}.pdf", render_score_sheets([content])))
        progress.step(done, len(contents), content.name)
    return tuple(written)


def _slices(content: ScoreSheetContent, sheet: PageForm) -> list[Slice]:
    return [
        *heading_block(content.heading, "", content.place_and_date, sheet),
        *title_block(content.kind, [content.subject], sheet, dashes=content.heading.style is HeadingStyle.PARTY),
        *_data_note(content, sheet),
        gap(3),
        *_facts(content, sheet),
        gap(2.5, keep=True),
        *_table(content, sheet),
        gap(2, keep=bool(content.notes)),
        *_notes(content.notes, sheet),
        *_ratings(content.ratings, sheet),
        *_sections(content.sections, sheet),
        gap(4, keep=True),
        signature_block([Signatory(one.post, one.name) for one in content.signatures], sheet, size=_TEXT_SIZE),
    ]


def _data_note(content: ScoreSheetContent, sheet: PageForm) -> tuple[Slice, ...]:
    if not content.data_note:
        return ()
    measure = Measure(sheet.left, sheet.text_width, _TEXT_SIZE, _LEADING, Side.CENTER)
    return paragraph(rich(content.data_note, Style.ITALIC), measure, keep=True)


def _facts(content: ScoreSheetContent, sheet: PageForm) -> Iterator[Slice]:
    """Two facts side by side; the longer of them decides the height."""
    middle = sheet.text_width * _LEFT_SHARE
    for left, right in content.facts:
        sides = (
            paragraph(left, Measure(sheet.left, middle - 4, _TEXT_SIZE, _LEADING, Side.LEFT)),
            paragraph(right, Measure(sheet.left + middle, sheet.text_width - middle, _TEXT_SIZE, _LEADING, Side.LEFT)),
        )
        for one, other in zip_longest(*sides):
            strips = [strip for strip in (one, other) if strip is not None]
            yield Slice(strips[0].height, tuple(mark for strip in strips for mark in strip.marks), keep=True)


def _table(content: ScoreSheetContent, sheet: PageForm) -> tuple[Slice, ...]:
    number, criterion, maximum, own, unit, council = content.columns
    points = content.points_title
    columns = (
        TableColumn(number, Column.CENTER, 11),
        TableColumn(criterion, Column.LEFT, 60, flexible=True),
        TableColumn(maximum, Column.CENTER, 15),
        *(TableColumn(title, Column.DECIMAL, 18.5, group=points) for title in (own, unit, council)),
    )
    rows = [_row(line, content, keep=_is_kept(place, content.lines)) for place, line in enumerate(content.lines)]
    summed = content.total
    label = Cell(summed.content, Style.BOLD, span=2, align=Column.CENTER)
    figures = (Cell(text, Style.BOLD) for text in summed.cells[2:])
    rows.append(Row((label, *figures), shaded=True, keep=bool(content.notes), least=_least(content)))
    return table(columns, rows, sheet.left, sheet.text_width, _TABLE_SIZE)


def _row(line: SheetLine, content: ScoreSheetContent, *, keep: bool) -> Row:
    style = Style.BOLD if line.is_group else Style.REGULAR
    return Row(tuple(Cell(text, style) for text in line.cells), shaded=line.is_group, keep=keep, least=_least(content))


def _is_kept(place: int, lines: Sequence[SheetLine]) -> bool:
    """A group stays with its first criterion, the last criteria with the total."""
    return lines[place].is_group or place >= len(lines) - _KEPT_ROWS


def _least(content: ScoreSheetContent) -> float:
    return _PEN_ROW if content.is_blank else 0.0


def _notes(texts: Sequence[str], sheet: PageForm) -> Iterator[Slice]:
    measure = Measure(sheet.left, sheet.text_width, _TABLE_SIZE, _TABLE_SIZE * 1.3, Side.LEFT)
    for text in texts:
        yield from paragraph(rich(text, Style.ITALIC), measure, keep=True)
    if texts:
        yield gap(1.5)


def _ratings(texts: Sequence[RichText], sheet: PageForm) -> Iterator[Slice]:
    for text in texts:
        yield from paragraph(text, _running(sheet), keep=True)


def _sections(sections: Sequence[SheetSection], sheet: PageForm) -> Iterator[Slice]:
    """Each part below its title; what was written last stays with the signatures."""
    for place, section in enumerate(sections, start=1):
        last_section = place == len(sections)
        yield gap(2, keep=place == 1)
        yield from paragraph(rich(section.title, Style.BOLD), _running(sheet), keep=True)
        for at, text in enumerate(section.paragraphs, start=1):
            yield from paragraph(text, _running(sheet), keep=last_section and at == len(section.paragraphs))
        for at in range(1, section.blank_lines + 1):
            yield _pen_line(sheet, keep=last_section or at < section.blank_lines)


def _pen_line(sheet: PageForm, *, keep: bool) -> Slice:
    """A thin rule to write on."""
    foot = _PEN_LINE - 1.0
    return Slice(_PEN_LINE, (RuleMark(sheet.left, foot, sheet.right_edge, foot, 0.12),), keep=keep)


def _running(sheet: PageForm) -> Measure:
    return Measure(sheet.left, sheet.text_width, _TEXT_SIZE, _LEADING, Side.LEFT, hanging=4.0)


def _require_drawable(content: ScoreSheetContent) -> None:
    cut, who = Style.REGULAR.font, content.name
    for left, right in content.facts:
        require_drawable([(left[0].text, span.text) for span in (*left, *right)], cut, who)
    for line in content.lines:
        require_drawable(zip(content.columns, line.cells, strict=True), cut, who)
    for section in content.sections:
        spans = (span for text in section.paragraphs for span in text)
        require_drawable([(section.title, span.text) for span in spans], cut, who)
    require_drawable([(text[0].text, span.text) for text in content.ratings for span in text], cut, who)
    require_drawable([(one.post, one.name) for one in content.signatures], cut, who)
    texts = (content.heading.parent, content.heading.school, content.place_and_date)
    require_drawable([(content.kind, text) for text in texts], cut, who)
