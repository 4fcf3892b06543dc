"""Tổng quan on one page: milestones, targets with their bars, what is missing. Knows no database and no screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from thidua_gui.core.target_scale import reached, scale_end
from thidua_gui.core.targets import Bound, Count, Verdict
from thidua_gui.documents.colour import Colour
from thidua_gui.documents.content import Heading
from thidua_gui.documents.drawable import require_drawable
from thidua_gui.documents.marks import BoxMark, Mark
from thidua_gui.documents.office import form
from thidua_gui.documents.pages.columns import PADDING, Column, TableColumn, fitted_widths, plain_row
from thidua_gui.documents.pages.heading_block import heading_block, title_block
from thidua_gui.documents.pages.page_form import PageForm, page_form
from thidua_gui.documents.pages.page_press import print_pages
from thidua_gui.documents.pages.paragraphs import Measure, Side, Style, paragraph, rich
from thidua_gui.documents.pages.slices import Slice, gap, paginate
from thidua_gui.documents.pages.table import table

_SIZES = (11.0, 10.0, 9.0, 8.0, 7.0)
"""The largest at which everything stands on one page; at the last one the page may go over."""
_BAR, _BAND = 1.7, 3.0
_BAR_WIDTH = 30.0
_TRACK, _REQUIRED = Colour(238, 232, 222), Colour(220, 207, 184)
_COLOURS = {
    Verdict.MET: Colour(75, 138, 97), Verdict.BELOW: Colour(142, 26, 26), Verdict.ABOVE: Colour(197, 106, 18),
    Verdict.OPEN: Colour(140, 131, 117),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TargetBar:
    """A target's line: its words, and what its bar shows."""

    cells: tuple[str, str, str, str, str]
    bound: Bound
    counted: Count | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class OverviewContent:
    """Every word of the page. `debts_more` says how many debts are left out when the page would be too full."""

    document_title: str
    issuer: str
    form_on: date
    heading: Heading
    kind: str
    subject: tuple[str, ...]
    data_note: str
    milestone_title: str
    milestone_columns: tuple[str, ...]
    milestones: tuple[tuple[str, ...], ...]
    target_title: str
    target_columns: tuple[str, str, str, str, str, str]
    targets: tuple[TargetBar, ...]
    tally: str
    debt_title: str
    debt_columns: tuple[str, ...]
    debts: tuple[tuple[str, ...], ...]
    no_debts: str
    more_debts: str


def render_overview(content: OverviewContent) -> bytes:
    """One A4 page: the type gets smaller, then the list of debts shorter, until all stands on it."""
    _require_drawable(content)
    sheet = page_form(form(content.heading.style, content.form_on))
    slices = next(
        (found for found in _attempts(content, sheet) if len(paginate(found, sheet.top, sheet.lowest)) == 1),
        None,
    ) or _slices(content, sheet, _SIZES[-1], 0)
    return print_pages(slices, sheet, content.document_title, content.issuer)


def _attempts(content: OverviewContent, sheet: PageForm) -> Iterator[tuple[Slice, ...]]:
    all_debts = len(content.debts)
    for kept in sorted({all_debts, *(few for few in (12, 6, 3, 0) if few < all_debts)}, reverse=True):
        for size in _SIZES[:3] if kept == all_debts and all_debts > 12 else _SIZES:
            yield _slices(content, sheet, size, kept)


def _slices(content: OverviewContent, sheet: PageForm, size: float, kept: int) -> tuple[Slice, ...]:
    note = Measure(sheet.left, sheet.text_width, size, size * 1.3, Side.CENTER)
    party = bool(content.heading.nation) and not content.heading.motto
    return (
        *heading_block(content.heading, "", "", sheet),
        *title_block(content.kind, content.subject, sheet, dashes=party),
        *paragraph(rich(content.data_note, Style.ITALIC), note, keep=True),
        *_titled(content.milestone_title, sheet, size),
        *_milestones(content, sheet, size),
        *_titled(content.target_title, sheet, size),
        *_targets(content, sheet, size),
        *paragraph(rich(content.tally), replace(note, side=Side.LEFT)),
        *_titled(content.debt_title, sheet, size),
        *_debts(content, sheet, size, kept),
    )


def _titled(title: str, sheet: PageForm, size: float) -> tuple[Slice, ...]:
    measure = Measure(sheet.left, sheet.text_width, size + 1, (size + 1) * 1.3, Side.LEFT)
    return (gap(2.5, keep=True), *paragraph(rich(title, Style.BOLD), measure, keep=True), gap(1, keep=True))


def _milestones(content: OverviewContent, sheet: PageForm, size: float) -> tuple[Slice, ...]:
    if not content.milestones:
        return ()
    columns = _words_columns(content.milestone_columns)
    return table(columns, [plain_row(row) for row in content.milestones], sheet.left, sheet.text_width, size)


def _debts(content: OverviewContent, sheet: PageForm, size: float, kept: int) -> tuple[Slice, ...]:
    plain = Measure(sheet.left, sheet.text_width, size, size * 1.3, Side.LEFT)
    if not content.debts:
        return paragraph(rich(content.no_debts), plain)
    rows = [plain_row(row) for row in content.debts[:kept]]
    left = len(content.debts) - len(rows)
    listed = table(_words_columns(content.debt_columns), rows, sheet.left, sheet.text_width, size) if rows else ()
    return (*listed, *(paragraph(rich(content.more_debts.format(count=left), Style.ITALIC), plain) if left else ()))


def _words_columns(titles: Sequence[str]) -> tuple[TableColumn, ...]:
    return tuple(TableColumn(title, Column.LEFT, 20, flexible=True) for title in titles)


def _targets(content: OverviewContent, sheet: PageForm, size: float) -> tuple[Slice, ...]:
    """The table, with the bars put into the cells of their column."""
    if not content.targets:
        return ()
    number, target, required, bar, actual, verdict = content.target_columns
    columns = (
        TableColumn(number, Column.CENTER, 8),
        TableColumn(target, Column.LEFT, 40, flexible=True),
        TableColumn(required, Column.CENTER, 16),
        TableColumn(bar, Column.CENTER, _BAR_WIDTH),
        TableColumn(actual, Column.CENTER, 24),
        TableColumn(verdict, Column.CENTER, 18),
    )
    rows = [plain_row((*line.cells[:3], "", *line.cells[3:])) for line in content.targets]
    widths = fitted_widths(columns, rows, size, sheet.text_width)
    left = sheet.left + sum(widths[:3]) + PADDING
    top, *body = table(columns, rows, sheet.left, sheet.text_width, size)
    room = widths[3] - 2 * PADDING
    drawn = [
        replace(strip, marks=(*strip.marks, *_bar(line, left, room, strip.height)))
        for strip, line in zip(body, content.targets, strict=True)
    ]
    return (top, *drawn)


def _bar(line: TargetBar, left: float, room: float, height: float) -> Iterator[Mark]:
    """The track, what is required on it, what is reached; each on the target's own scale."""
    end = scale_end(line.bound, line.counted)

    def at(value: Fraction) -> float:
        return float(min(max(value / end, Fraction(0)), Fraction(1))) * room

    middle = height / 2
    yield BoxMark(left, middle - _BAND / 2, room, _BAND, 0, _TRACK)
    lower, upper = line.bound.lower or Fraction(0), line.bound.upper if line.bound.upper is not None else end
    width = max(at(upper) - at(lower), 0.6)
    yield BoxMark(left + min(at(lower), room - width), middle - _BAND / 2, width, _BAND, 0, _REQUIRED)
    length = reached(line.bound, line.counted)
    if length:
        yield BoxMark(left, middle - _BAR / 2, max(at(length), 0.4), _BAR, 0, _COLOURS[line.verdict])


def _require_drawable(content: OverviewContent) -> None:
    cut = Style.REGULAR.font
    rows = [*content.milestones, *content.debts, *(line.cells for line in content.targets)]
    require_drawable([(content.kind, text) for row in rows for text in row], cut, content.kind)
    require_drawable([(content.kind, text) for text in content.subject], cut, content.kind)
