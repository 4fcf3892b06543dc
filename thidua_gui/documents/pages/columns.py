"""The columns and rows of a table and how wide its columns become. Knows no pages; widths in mm, type in points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_gui.documents.line_breaking import break_costs, break_lines, kept_phrases
from thidua_gui.documents.marks import POINT
from thidua_gui.documents.pages.paragraphs import Style

PADDING = 1.6
"""Between a rule and the text beside it."""


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
    """A row; `keep` binds it to the next one, as a group's name to its first member."""

    cells: tuple[Cell, ...]
    shaded: bool = False
    keep: bool = False


def plain_row(texts: Sequence[str], style: Style = Style.REGULAR, *, keep: bool = False) -> Row:
    return Row(tuple(Cell(text, style) for text in texts), keep=keep)


def natural_widths(columns: Sequence[TableColumn], rows: Sequence[Row], size: float) -> tuple[float, ...]:
    """The width at which no cell of a column wraps; titles may wrap between words."""
    widths = [
        max(column.least, max(map(_bold_width, column.title.split()), default=0.0) * size * POINT + 2 * PADDING)
        for column in columns
    ]
    for place, text, style in {item for row in rows for item in _single_cells(row)}:
        widths[place] = max(widths[place], style.font.width(text) * size * POINT + 2 * PADDING)
    return tuple(widths)


def shared_widths(columns: Sequence[TableColumn], natural: Sequence[float], width: float) -> tuple[float, ...]:
    """The natural widths grown or shrunk to fill `width`."""
    spare = width - sum(natural)
    flexible = [place for place, column in enumerate(columns) if column.flexible]
    if spare >= 0:
        whole = sum(natural[place] for place in flexible)
        return tuple(own + (spare * own / whole if place in flexible else 0.0) for place, own in enumerate(natural))
    softness = {place: natural[place] - columns[place].least for place in flexible}
    give = min(1.0, -spare / sum(softness.values())) if any(softness.values()) else 0.0
    shrunk = [own - softness.get(place, 0.0) * give for place, own in enumerate(natural)]
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
        if cell.span == 1 and cell.text:
            yield place, cell.text, cell.style
        place += cell.span
