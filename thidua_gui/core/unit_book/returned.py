"""A returned workbook as values: whose it is, what stood in each cell when it was written, and what stands there now.

Sheets, columns and lines are found by the marks that the book was written with, wherever they stand by now, so it does
not matter which program saved it, or whether rows were moved. Knows no rules and no data.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thidua_gui.core.errors import UserError
from thidua_gui.core.unit_book.cells import shown
from thidua_gui.core.unit_book.content import FORMAT, NEW, Book, BookSheet, Head, Part

Grid = Sequence[Sequence[object]]

META = "_tdkt"
"""Name of the hidden worksheet with the book's head and its cells as they were."""

MARK = "tdkt:"
"""Begins the cell that marks the row of column keys; the rest is the sheet's key."""

HEADING_ROW = "-"
"""In the place of a line's key: this row holds headings."""

SIGNATURE = "tdkt-so-don-vi"
_MARK_WITHIN = 60
_KEY_WITHIN = 4
_HEAD_ROWS = 6
_PARTS = frozenset(part.value for part in Part)


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """A row with its key. `before`, `cells` and `counted` (what formulas gave) go by field key; `row` counts from 1 as
    Excel does, 0 = it is gone."""

    key: str
    row: int
    code: str
    name: str
    before: Mapping[str, str]
    cells: Mapping[str, object]
    counted: Mapping[str, object]

    @property
    def is_new(self) -> bool:
        """An empty line that the unit may have filled in."""
        return self.key.startswith(NEW)

    @property
    def is_filled(self) -> bool:
        """Whether anything stands in it."""
        return any(shown(value) for value in self.cells.values())


@dataclass(frozen=True, slots=True)
class Stranger:
    """A row without a key that holds something."""

    row: int
    words: str


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """One worksheet; `columns` gives the letter of each field. Lines that are gone have no row."""

    key: str
    part: Part
    title: str
    columns: Mapping[str, str]
    lines: tuple[ReturnedLine, ...]
    strangers: tuple[Stranger, ...]

    def without_empty_lines(self) -> "ReturnedSheet":
        """New lines in which nothing was written left out."""
        return replace(self, lines=tuple(line for line in self.lines if not line.is_new or line.is_filled))


@dataclass(frozen=True, slots=True)
class Returned:
    """The book that came back. `missing` are the titles of worksheets that somebody deleted."""

    head: Head
    sheets: tuple[ReturnedSheet, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Before:
    """A sheet as it was written."""

    key: str
    part: Part
    title: str
    fields: tuple[str, ...]
    lines: Mapping[str, tuple[str, str, Mapping[str, str]]]


def meta_grid(book: Book) -> list[list[str]]:
    """The hidden worksheet of a book: texts only."""
    head = book.head
    rows = [
        [SIGNATURE, str(FORMAT)],
        ["school", head.school, head.school_id],
        ["year", str(head.year)],
        ["unit", head.unit_code, head.unit_name],
        ["token", head.token],
        ["written", book.written_on.isoformat()],
    ]
    for sheet in book.sheets:
        rows += _meta_rows(sheet)
    return [*rows, ["end"]]


def parse(sheets: Mapping[str, Grid], name: str) -> Returned:
    """The book; UserError when it is none, of another form, or its hidden worksheet was spoilt."""
    meta = sheets.get(META)
    if meta is None or not meta or not meta[0] or _text(meta[0], 0) != SIGNATURE:
        raise UserError("unit_book_not_one", name=name)
    if _text(meta[0], 1) != str(FORMAT):
        raise UserError("unit_book_other_format", name=name)
    head, before = _head(meta, name), _before(meta, name)
    found = dict(_marked(sheets))
    present = tuple(_sheet(was, *found[was.key]) for was in before if was.key in found)
    return Returned(head, present, tuple(was.title for was in before if was.key not in found))


def column_letters(place: int) -> str:
    """A for 0, AA for 26."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _meta_rows(sheet: BookSheet) -> Iterator[list[str]]:
    fields = [field.key for field in sheet.fields if field.is_carried]
    yield ["sheet", sheet.key, sheet.part.value, sheet.title]
    yield ["fields", *fields]
    for line in sheet.lines:
        yield ["line", line.key, line.code, line.name, *(line.values.get(key, "") for key in fields)]


def _head(meta: Grid, name: str) -> Head:
    rows = {_text(row, 0): row for row in meta[1:_HEAD_ROWS]}
    try:
        school, year, unit, token = (rows[key] for key in ("school", "year", "unit", "token"))
        head = Head(
            _text(school, 1), _text(school, 2), int(_text(year, 1)), _text(unit, 1), _text(unit, 2), _text(token, 1)
        )
    except (KeyError, ValueError):
        raise UserError("unit_book_spoilt", name=name) from None
    if not head.token or not head.unit_code:
        raise UserError("unit_book_spoilt", name=name)
    return head


def _before(meta: Grid, name: str) -> list[_Before]:
    """Every sheet as written; a hidden worksheet that breaks off is refused, for what is missing cannot be told."""
    found: list[_Before] = []
    lines: dict[str, tuple[str, str, Mapping[str, str]]] = {}
    fields: tuple[str, ...] = ()
    for row in meta[_HEAD_ROWS:]:
        kind = _text(row, 0)
        if kind == "end":
            return found
        if kind == "sheet" and _text(row, 2) in _PARTS:
            lines, fields = {}, ()
            found.append(_Before(_text(row, 1), Part(_text(row, 2)), _text(row, 3), fields, lines))
        elif kind == "fields" and found:
            fields = tuple(_text(row, place) for place in range(1, len(row)) if _text(row, place))
            found[-1] = replace(found[-1], fields=fields)
        elif kind == "line" and found:
            words = {key: _text(row, 4 + place) for place, key in enumerate(fields)}
            lines[_text(row, 1)] = (_text(row, 2), _text(row, 3), words)
        elif kind:
            break
    raise UserError("unit_book_spoilt", name=name)


def _marked(sheets: Mapping[str, Grid]) -> Iterator[tuple[str, tuple[str, Grid, int, int]]]:
    """By the key of the sheet: its title now, its cells, and where its mark stands."""
    for title, grid in sheets.items():
        if title != META:
            for row, cells in enumerate(grid[:_MARK_WITHIN]):
                for place, value in enumerate(cells[:_KEY_WITHIN]):
                    if isinstance(value, str) and value.startswith(MARK):
                        yield value.removeprefix(MARK), (title, grid, row, place)


def _sheet(was: _Before, title: str, grid: Grid, mark_row: int, key_place: int) -> ReturnedSheet:
    places = {
        key: place
        for place, value in enumerate(grid[mark_row])
        if place != key_place and isinstance(value, str) and (key := value.strip())
    }
    lines: list[ReturnedLine] = []
    strangers: list[Stranger] = []
    seen: set[str] = set()
    for row, cells in enumerate(grid[mark_row + 1 :], mark_row + 2):
        key = _text(cells, key_place)
        if key and key not in seen and (key in was.lines or key.startswith(NEW)):
            seen.add(key)
            code, name, before = was.lines.get(key, ("", "", {}))
            found = {field: cells[place] if place < len(cells) else None for field, place in places.items()}
            carried = {field: value for field, value in found.items() if field in was.fields}
            counted = {field: value for field, value in found.items() if field not in was.fields}
            lines.append(ReturnedLine(key, row, code, name, before, carried, counted))
        elif key != HEADING_ROW and (words := _words_of(cells, key_place, set(places.values()))):
            strangers.append(Stranger(row, words))
    lines += [
        ReturnedLine(key, 0, code, name, before, {}, {})
        for key, (code, name, before) in was.lines.items()
        if key not in seen
    ]
    letters = {key: column_letters(place) for key, place in places.items()}
    return ReturnedSheet(was.key, was.part, title, letters, tuple(lines), tuple(strangers))


def _words_of(cells: Sequence[object], key_place: int, places: set[int]) -> str:
    """What stands in a row's columns: a running number or a formula of ours is nothing of the unit's."""
    words = (shown(cells[place]) for place in sorted(places) if place < len(cells) and place != key_place)
    return " · ".join(word for word in words if word)


def _text(row: Sequence[object], place: int) -> str:
    if place >= len(row):
        return ""
    value = row[place]
    return value if isinstance(value, str) else shown(value)
