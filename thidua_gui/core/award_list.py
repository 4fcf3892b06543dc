"""A list of past awards from any spreadsheet: which column is what, what each line says. Knows no rows, no file.

Nothing is dropped: what cannot be read is a problem with its column, and the line keeps everything else.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from thidua_gui.core.days import EARLIEST, LATEST
from thidua_gui.core.typed_days import typed_day
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.core.workbook.cells import BrokenCell, cleaned, header_text, shown

Cells = Sequence[object]
Aliases = Mapping["Field", Sequence[str]]
Merged = tuple[int, int, int, int]
"""First row, first column, last row, last column of cells merged into one, counted from 0."""
HEADER_WITHIN = 40
_FEWEST = 2
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-–—/]\s*((?:19|20)\d{2}|\d{2})(?!\d)")
_LONG_DAY = re.compile(r"ngay (\d{1,2}) thang (\d{1,2}),? nam (\d{4})")
_DAY_ZERO = date(1899, 12, 30)
_FIRST_SERIAL = 20_000  # 1954; what is less is no day that Excel counted
_NOT_A_WORD = re.compile(r"[\W_]+")


class Field(StrEnum):
    """Cột: what a column may hold."""

    CODE = "code"
    NAME = "name"
    BORN = "born"
    UNIT = "unit"
    POST = "post"
    YEAR = "year"
    TITLE = "title"
    NUMBER = "number"
    DECIDED = "decided"
    AUTHORITY = "authority"
    ACHIEVEMENT = "achievement"


class Doubt(StrEnum):
    """What is wrong with a cell, or to be known of it."""

    CELL_BROKEN = "cell_broken"
    NAME_MISSING = "name_missing"
    TITLE_MISSING = "title_missing"
    YEAR_MISSING = "year_missing"
    YEAR_ODD = "year_odd"
    YEAR_FROM_DAY = "year_from_day"
    YEAR_OF_TWO = "year_of_two"
    YEAR_SEVERAL = "year_several"
    TITLE_SEVERAL = "title_several"
    DAY_ODD = "day_odd"
    DAY_BEFORE_YEAR = "day_before_year"
    BORN_ODD = "born_odd"


NOTES = frozenset({Doubt.YEAR_FROM_DAY, Doubt.YEAR_OF_TWO, Doubt.DAY_ODD, Doubt.BORN_ODD})
"""To be known only: the line can be taken as it is read."""
LOST = frozenset({Doubt.DAY_ODD, Doubt.BORN_ODD})
"""Something that the list tells is left out of what is taken."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A doubt, in which column, and what stands there."""

    field: Field
    doubt: Doubt
    value: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as read. `row` counts as Excel does; `born` is a day or, where only that was written, a year."""

    row: int
    code: str = ""
    name: str = ""
    born: date | int | None = None
    unit: str = ""
    post: str = ""
    year: int | None = None
    title: str = ""
    number: str = ""
    decided_on: date | None = None
    authority: str = ""
    achievement: str = ""
    troubles: tuple[Trouble, ...] = ()

    @property
    def who(self) -> tuple[str, ...]:
        """The same for lines that can only mean the same person."""
        return (fold(self.code), fold(self.name), fold(self.unit), str(self.born or ""))

    @property
    def is_readable(self) -> bool:
        return all(trouble.doubt in NOTES for trouble in self.troubles)

    @property
    def has_lost(self) -> bool:
        return any(trouble.doubt in LOST for trouble in self.troubles)


Columns = Mapping[Field, int]


def header_row(grid: Sequence[Cells], aliases: Aliases) -> int | None:
    """The place (from 0) of the row that looks most like headings; None if none names a title and somebody."""
    best, most = None, _FEWEST - 1
    for place, cells in enumerate(grid[:HEADER_WITHIN]):
        found = guess(cells, aliases)
        names = Field.TITLE in found and (Field.NAME in found or Field.CODE in found)
        if names and len(found) > most:
            best, most = place, len(found)
    return best


def guess(header: Cells, aliases: Aliases) -> dict[Field, int]:
    """Which column is what, by its heading: the very words first, then headings that begin with them. No column is
    taken twice."""
    headings = [_words(header_text(cell)) for cell in header]
    found: dict[Field, int] = {}
    for matches in (_is_same, _begins):
        for field, words in aliases.items():
            taken = set(found.values())
            if field in found:
                continue
            place = next((
                place for word in words for place, heading in enumerate(headings)
                if place not in taken and heading and matches(heading, _words(word))
            ), None)  # fmt: skip
            if place is not None:
                found[field] = place
    return found


def spread(grid: Sequence[Cells], merged: Sequence[Merged]) -> list[list[object]]:
    """The value of merged cells in each of their rows; side by side it stands in the first column alone."""
    rows = [list(cells) for cells in grid]
    for top, left, bottom, _ in merged:
        for place in range(top + 1, min(bottom, len(rows) - 1) + 1):
            rows[place].extend([None] * (left + 1 - len(rows[place])))
            if left < len(rows[top]):
                rows[place][left] = rows[top][left]
    return rows


def lines(grid: Sequence[Cells], header: int | None, columns: Columns, first_row: int = 1) -> tuple[Line, ...]:
    """Every line below the headings (or every line without them) that says anything in a known column; lines that
    repeat the headings, as on a new page, are left out."""
    start = 0 if header is None else header + 1
    heading = None if header is None else [_words(header_text(cell)) for cell in grid[header]]
    found = []
    for place in range(start, len(grid)):
        cells = grid[place]
        told = [_at(cells, column) for column in columns.values()]
        is_heading = heading is not None and [_words(header_text(cell)) for cell in cells] == heading
        if not is_heading and any(cleaned(value) is not None for value in told):
            found.append(line(cells, place + first_row, columns))
    return tuple(found)


def line(cells: Cells, row: int, columns: Columns) -> Line:
    """What one line says."""
    troubles: list[Trouble] = []
    texts = {field: _text(cells, field, columns, troubles) for field in Field}
    decided_on = _day(cells, Field.DECIDED, columns, Doubt.DAY_ODD, troubles)
    year = _year(cells, columns, decided_on, troubles)
    born = _born(cells, columns, troubles)
    if not texts[Field.NAME] and not texts[Field.CODE]:
        troubles.append(Trouble(Field.NAME, Doubt.NAME_MISSING))
    if not texts[Field.TITLE]:
        troubles.append(Trouble(Field.TITLE, Doubt.TITLE_MISSING))
    elif ";" in texts[Field.TITLE].strip("; "):
        troubles.append(Trouble(Field.TITLE, Doubt.TITLE_SEVERAL, texts[Field.TITLE]))
    if year is not None and decided_on is not None and decided_on < date(year, 1, 1):
        troubles.append(Trouble(Field.DECIDED, Doubt.DAY_BEFORE_YEAR, shown(decided_on)))
    return Line(
        row, texts[Field.CODE], texts[Field.NAME], born, texts[Field.UNIT], texts[Field.POST], year,
        texts[Field.TITLE], texts[Field.NUMBER], decided_on, texts[Field.AUTHORITY], texts[Field.ACHIEVEMENT],
        tuple(troubles),
    )  # fmt: skip


def _text(cells: Cells, field: Field, columns: Columns, troubles: list[Trouble]) -> str:
    value = _value(cells, field, columns)
    if isinstance(value, BrokenCell):
        if field not in (Field.YEAR, Field.DECIDED, Field.BORN):
            troubles.append(Trouble(field, Doubt.CELL_BROKEN, value.shown))
        return ""
    if isinstance(value, date):
        return shown(value)
    return tidy(header_text(value))


def _year(cells: Cells, columns: Columns, decided_on: date | None, troubles: list[Trouble]) -> int | None:
    """2019, "2019", "Năm 2019", a day of 2019; of "2018-2019" the later; where none is written, that of the day. Years
    that are no school year are several awards, or one that nobody can tell."""
    value = _value(cells, Field.YEAR, columns)
    if isinstance(value, date):
        return value.year
    written = header_text(value) if value is not None else ""
    day, span = typed_day(written, 0), _SPAN.search(written)
    if day is not None and day.year:
        return day.year
    years = {int(found) for found in _YEAR.findall(written)}
    ends = (int(span[1]), int(span[1][:-len(span[2])] + span[2])) if span else (0, 0)
    if span and ends[1] == ends[0] + 1 and years <= {*ends}:
        troubles.append(Trouble(Field.YEAR, Doubt.YEAR_OF_TWO, shown(value)))
        return ends[1]
    if len(years) > 1 or ends[0] != ends[1]:
        troubles.append(Trouble(Field.YEAR, Doubt.YEAR_SEVERAL, shown(value)))
        return None
    if years:
        return years.pop()
    if value is not None:
        troubles.append(Trouble(Field.YEAR, Doubt.YEAR_ODD, shown(value)))
    elif decided_on is not None:
        troubles.append(Trouble(Field.YEAR, Doubt.YEAR_FROM_DAY, str(decided_on.year)))
        return decided_on.year
    else:
        troubles.append(Trouble(Field.YEAR, Doubt.YEAR_MISSING))
    return None


def _day(cells: Cells, field: Field, columns: Columns, doubt: Doubt, troubles: list[Trouble]) -> date | None:
    """A date of Excel, the number that it counts days by, or dd/mm/yyyy typed as text."""
    value = _value(cells, field, columns)
    if value is None:
        return None
    read = _as_day(value)
    if read is None or not EARLIEST <= read <= LATEST:
        troubles.append(Trouble(field, doubt, shown(value)))
        return None
    return read


def _as_day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and value >= _FIRST_SERIAL:
        return date.fromordinal(_DAY_ZERO.toordinal() + int(value)) if value < 80_000 else None
    written = header_text(value)
    long = _LONG_DAY.search(fold(written))
    if long is not None:
        return typed_day("/".join(long.groups()), 0)
    return typed_day(written, 0) if re.search(r"\d{2}$", written) else None


def _born(cells: Cells, columns: Columns, troubles: list[Trouble]) -> date | int | None:
    """Lists often give the year of birth alone."""
    value = _value(cells, Field.BORN, columns)
    written = header_text(value)
    if re.fullmatch(r"(?:19|20)\d{2}", written):
        return int(written)
    return _day(cells, Field.BORN, columns, Doubt.BORN_ODD, troubles)


def _value(cells: Cells, field: Field, columns: Columns) -> object:
    place = columns.get(field)
    return None if place is None else cleaned(_at(cells, place))


def _at(cells: Cells, place: int) -> object:
    return cells[place] if place < len(cells) else None


def _words(text: str) -> str:
    return _NOT_A_WORD.sub(" ", fold(text)).strip()


def _is_same(heading: str, word: str) -> bool:
    return heading == word


def _begins(heading: str, word: str) -> bool:
    return heading.startswith(f"{word} ") or heading.endswith(f" {word}")
