"""Ruled tables as slices: a header that every page repeats, rows that wrap, numbers aligned at the comma.

Knows no document; widths in millimetres, type sizes in points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from thidua_gui.documents.colour import Colour
from thidua_gui.documents.marks import POINT, BoxMark, Mark, RuleMark, TextMark
from thidua_gui.documents.pages.columns import PADDING, Cell, Column, Row, TableColumn, fitted_widths
from thidua_gui.documents.pages.columns import wrap as wrap_plainly
from thidua_gui.documents.pages.slices import Slice
from thidua_gui.documents.pages.table_header import TableType, header

_LEADING = 1.17  # of the type size
_ROOM = 0.85
_RULE = 0.18
_SHADE = Colour(241, 241, 241)

wrap = lru_cache(maxsize=4096)(wrap_plainly)


@dataclass(frozen=True, slots=True)
class _Placed:
    cell: Cell
    place: int
    lines: tuple[str, ...]
    left: float
    right: float


def table(
    columns: Sequence[TableColumn], rows: Sequence[Row], x: float, width: float, size: float
) -> tuple[Slice, ...]:
    """The header, bound to the first row, then the rows; each row repeats the header at the top of a page."""
    kind = TableType(size, size * _LEADING * POINT, _ROOM, _RULE, _SHADE)
    edges = [x]
    for own in fitted_widths(columns, rows, size, width):
        edges.append(edges[-1] + own)
    top = header(columns, edges, kind)
    commas = _comma_places(columns, rows, edges, kind)
    body = (_row(row, columns, edges, commas, kind) for row in rows)
    return (replace(top, keep=True), *(replace(strip, repeat=top) for strip in body))


def _row(
    row: Row, columns: Sequence[TableColumn], edges: Sequence[float], commas: Sequence[float], kind: TableType
) -> Slice:
    placed = tuple(_placed(row, edges, kind))
    height = max(row.least, max(len(cell.lines) for cell in placed) * kind.leading + 2 * kind.room)
    marks: list[Mark] = []
    if row.shaded:
        marks.append(BoxMark(edges[0], 0, edges[-1] - edges[0], height, 0, kind.shade))
        marks.append(RuleMark(edges[0], 0, edges[-1], 0, kind.rule))  # the shade covers half of the rule above
    for cell in placed:
        align = cell.cell.align or columns[cell.place].align
        marks.extend(_texts(cell, align, commas[cell.place], height, kind))
        marks.append(RuleMark(cell.left, 0, cell.left, height, kind.rule))
    marks.append(RuleMark(edges[-1], 0, edges[-1], height, kind.rule))
    marks.append(RuleMark(edges[0], height, edges[-1], height, kind.rule))
    return Slice(height, tuple(marks), keep=row.keep)


def _placed(row: Row, edges: Sequence[float], kind: TableType) -> Iterator[_Placed]:
    place = 0
    for cell in row.cells:
        left, right = edges[place], edges[place + cell.span]
        lines = wrap(cell.text, cell.style, right - left - 2 * PADDING, kind.size)
        yield _Placed(cell, place, lines, left, right)
        place += cell.span


def _texts(placed: _Placed, align: Column, comma: float, height: float, kind: TableType) -> Iterator[TextMark]:
    style = placed.cell.style
    y = (height - len(placed.lines) * kind.leading) / 2 + kind.baseline(style)
    for line in placed.lines:
        if align is Column.LEFT:
            x = placed.left + PADDING
        elif align is Column.DECIMAL and "," in line:
            x = placed.left + comma - style.font.width(line.partition(",")[0]) * kind.mm
        else:
            x = (placed.left + placed.right - style.font.width(line) * kind.mm) / 2
        yield TextMark(x, y, line, style.font, kind.size)
        y += kind.leading


def _comma_places(
    columns: Sequence[TableColumn], rows: Sequence[Row], edges: Sequence[float], kind: TableType
) -> tuple[float, ...]:
    """Where each column's comma stands from the column's left edge, so that its widest number is centred."""
    places = []
    for number, column in enumerate(columns):
        before = after = 0.0
        if column.align is Column.DECIMAL:
            for cell in {row.cells[number] for row in rows if len(row.cells) == len(columns)}:
                whole, comma, part = cell.text.partition(",")
                if comma:
                    before = max(before, cell.style.font.width(whole) * kind.mm)
                    after = max(after, cell.style.font.width(comma + part) * kind.mm)
        places.append((edges[number + 1] - edges[number] - before - after) / 2 + before)
    return tuple(places)
