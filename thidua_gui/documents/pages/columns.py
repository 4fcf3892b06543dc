"""The columns and rows of a table and how wide its columns become. Knows no pages; widths in mm, type in points."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from thidua_gui.documents.line_breaking import break_costs, break_lines, kept_phrases
from thidua_gui.documents.marks import POINT
from thidua_gui.documents.pages.paragraphs import Style

PADDING = 1.6
"""Between a rule and the text beside it."""

_USUAL = 0.95  # of the cells of a column set the width that the rest wraps in


class Column(StrEnum):
    """How a column's cells stand; DECIMAL ones have their commas below one another."""

    LEFT = "left"
    CENTER = "center"
    DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column; neighbours with the same `group` share a cell of the header above their titles.

    Only `flexible` columns grow into spare room, or wrap when there is too little; none becomes less than `least`.
    """

    title: str
    align: Column
    least: float
    group: str = ""
    flexible: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `span` columns; without `align` it stands as its column says."""

    text: str
    style: Style = Style.REGULAR
    span: int = 1
    align: Column | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row at least `least` mm high; `keep` binds it to the next one, as a group's name to its first member."""

    cells: tuple[Cell, ...]
    shaded: bool = False
    keep: bool = False
    least: float = 0.0


def plain_row(texts: Sequence[str], style: Style = Style.REGULAR, *, keep: bool = False) -> Row:
    return Row(tuple(Cell(text, style) for text in texts), keep=keep)


def natural_widths(columns: Sequence[TableColumn], rows: Sequence[Row], size: float) -> tuple[float, ...]:
    """The width at which no cell of a column wraps; titles may wrap between words."""
    return _widths(columns, rows, size, part=1.0)


def fitted_widths(columns: Sequence[TableColumn], rows: Sequence[Row], size: float, width: float) -> tuple[float, ...]:
    """Widths that fill `width`: natural ones and spare room for the flexible columns if there is any; else a few long
    cells wrap in their own rows, so that the many usual ones need not; else all flexible columns become narrower."""
    natural = natural_widths(columns, rows, size)
    if sum(natural) <= width:
        return _grown(columns, natural, width)
    usual = _widths(columns, rows, size, part=_USUAL)
    if sum(usual) > width:
        return _shrunk(columns, usual, width)
    wanted = [most - own for most, own in zip(natural, usual, strict=True)]
    part = (width - sum(usual)) / sum(wanted)
    return tuple(own + part * more for own, more in zip(usual, wanted, strict=True))


def _widths(columns: Sequence[TableColumn], rows: Sequence[Row], size: float, part: float) -> tuple[float, ...]:
    """The width that holds all cells of a fixed column, and this part of the cells of a flexible one."""
    millimetres = size * POINT
    found: list[list[float]] = [[max(map(_bold_width, column.title.split()), default=0.0)] for column in columns]
    cells = Counter(item for row in rows for item in _single_cells(row))
    for (place, text, style), count in cells.items():
        found[place].extend([style.font.width(text)] * count)
    widths = []
    for column, own in zip(columns, found, strict=True):
        own.sort()
        widest = own[ceil(len(own) * part) - 1] if column.flexible else own[-1]
        widths.append(max(column.least, widest * millimetres + 2 * PADDING))
    return tuple(widths)


def _grown(columns: Sequence[TableColumn], natural: Sequence[float], width: float) -> tuple[float, ...]:
    flexible = sum(own for own, column in zip(natural, columns, strict=True) if column.flexible)
    grow = 1 + (width - sum(natural)) / flexible if flexible else 1.0
    return tuple(own * grow if column.flexible else own for own, column in zip(natural, columns, strict=True))


def _shrunk(columns: Sequence[TableColumn], usual: Sequence[float], width: float) -> tuple[float, ...]:
    softness = [own - column.least if column.flexible else 0.0 for own, column in zip(usual, columns, strict=True)]
    give = min(1.0, (sum(usual) - width) / sum(softness)) if any(softness) else 0.0
    shrunk = [own - soft * give for own, soft in zip(usual, softness, strict=True)]
    return tuple(own * min(1.0, width / sum(shrunk)) for own in shrunk)


def wrap(text: str, style: Style, width: float, size: float) -> tuple[str, ...]:
    """The text in as few even lines as `width` allows; a single word that is wider is cut between letters."""
    cut = style.font
    limit = width / (size * POINT) + 1e-6
    if cut.width(text) <= limit:
        return (text,)
    words = [piece for word in text.split(" ") if word for piece in _pieces(word, style, limit)]
    widths = [cut.width(word) for word in words]
    blanks = [cut.widths[" "]] * (len(words) - 1)
    lines = break_lines(widths, blanks, break_costs(words, kept_phrases()), limit, len(words))
    return tuple(" ".join(words[line.start : line.end]) for line in lines or ())


def _pieces(word: str, style: Style, limit: float) -> Iterator[str]:
    piece = ""
    for letter in word:
        if piece and style.font.width(piece + letter) > limit:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _bold_width(text: str) -> float:
    return Style.BOLD.font.width(text)


def _single_cells(row: Row) -> Iterator[tuple[int, str, Style]]:
    place = 0
    for cell in row.cells:
        if cell.span == 1:
            yield place, cell.text, cell.style
        place += cell.span
