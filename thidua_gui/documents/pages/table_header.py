"""The header of a table: bold titles, neighbours of one group under a common title. Knows no rows and no pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from thidua_gui.documents.colour import Colour
from thidua_gui.documents.marks import POINT, BoxMark, Mark, RuleMark, TextMark
from thidua_gui.documents.pages.columns import PADDING, TableColumn, wrap
from thidua_gui.documents.pages.paragraphs import Style
from thidua_gui.documents.pages.slices import Slice


@dataclass(frozen=True, slots=True)
class TableType:
    """The type and rules of a table: size in points; leading, room above and below a row, rule in mm."""

    size: float
    leading: float
    room: float
    rule: float
    shade: Colour

    @property
    def mm(self) -> float:
        """The type size in millimetres."""
        return self.size * POINT

    def baseline(self, style: Style) -> float:
        """From the top of a line to its baseline."""
        cut = style.font
        return (self.leading + (cut.ascent - cut.descent) * self.mm) / 2


@dataclass(frozen=True, slots=True)
class _Title:
    """Lines centred in a rectangle of the header."""

    lines: tuple[str, ...]
    left: float
    right: float
    top: float
    bottom: float


def header(columns: Sequence[TableColumn], edges: Sequence[float], kind: TableType) -> Slice:
    titles = tuple(_titles(columns, edges, kind))
    height = max(title.bottom for title in titles)
    marks: list[Mark] = [BoxMark(edges[0], 0, edges[-1] - edges[0], height, 0, kind.shade)]
    for title in titles:
        marks.extend(_texts(title, kind))
        marks.append(RuleMark(title.left, title.top, title.right, title.top, kind.rule))
        marks.append(RuleMark(title.left, title.top, title.left, title.bottom, kind.rule))
    marks.append(RuleMark(edges[0], height, edges[-1], height, kind.rule))
    marks.append(RuleMark(edges[-1], 0, edges[-1], height, kind.rule))
    return Slice(height, tuple(marks))


def _titles(columns: Sequence[TableColumn], edges: Sequence[float], kind: TableType) -> Iterator[_Title]:
    wrapped = [
        wrap(column.title, Style.BOLD, edges[place + 1] - edges[place] - 2 * PADDING, kind.size)
        for place, column in enumerate(columns)
    ]
    upper = kind.leading + 2 * kind.room if any(column.group for column in columns) else 0.0
    tops = [upper if column.group else 0.0 for column in columns]
    height = max(top + len(lines) * kind.leading + 2 * kind.room for top, lines in zip(tops, wrapped, strict=True))
    place = 0
    for group, members in groupby(columns, key=lambda column: column.group):
        end = place + len(list(members))
        if group:
            yield _Title((group,), edges[place], edges[end], 0, upper)
        for own in range(place, end):
            yield _Title(wrapped[own], edges[own], edges[own + 1], tops[own], height)
        place = end


def _texts(title: _Title, kind: TableType) -> Iterator[TextMark]:
    cut = Style.BOLD.font
    y = (title.top + title.bottom - len(title.lines) * kind.leading) / 2 + kind.baseline(Style.BOLD)
    for line in title.lines:
        x = (title.left + title.right - cut.width(line) * kind.mm) / 2
        yield TextMark(x, y, line, cut, kind.size)
        y += kind.leading
