"""Reads one sheet: headers in row 4, lines from row 5 to the first wholly empty row. Knows no other sheet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from thidua_gui.core.workbook.cells import BrokenCell, Reader, Refusal, cleaned, header_text, reader, shown
from thidua_gui.core.workbook.problems import CellProblem, Reason
from thidua_gui.core.workbook.specification import ROW_NUMBER, Column, Kind, SheetSpec
from thidua_gui.core.workbook.wording import Wording

HEADER_ROW = 4
Cells = Sequence[object]
Plan = Sequence[tuple[int, Column, Reader, dict[str | None, Any]]]
"""Where each column stands, how it is read, and what texts read before meant: most of a column repeat themselves."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what could be read by column key (a refused cell has no entry), and the row as Excel counts it."""

    row: int
    values: dict[str, Any]
    cells: Cells


@dataclass(slots=True)
class Table:
    """What could be read of one sheet, and what was wrong with it so far. `headers` by column key, in order."""

    title: str
    spec: SheetSpec
    headers: Mapping[str, str]
    places: dict[str, int] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)

    def refuse(self, reason: Reason, expected: str = "") -> None:
        """The sheet as a whole."""
        self.problems.append(CellProblem(self.title, None, None, "", reason, expected))

    def refuse_column(self, reason: Reason, header: str, place: int | None = None) -> None:
        cell = "" if place is None else cell_name(HEADER_ROW, place)
        known = ", ".join(self.headers.values()) if reason is Reason.COLUMN_UNKNOWN else ""
        self.problems.append(CellProblem(self.title, HEADER_ROW, header, "", reason, known, cell))

    def refuse_cell(self, line: Line, key: str, reason: Reason, expected: str = "") -> None:
        """The cell of a column that was found, in a line of this table."""
        place = self.places[key]
        cell = cell_name(line.row, place)
        value = shown(at(line.cells, place))
        self.problems.append(CellProblem(self.title, line.row, self.headers[key], value, reason, expected, cell))


def cell_name(row: int, place: int) -> str:
    """ "D12" for row 12 and place 3."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def at(cells: Cells, place: int) -> object:
    """A cell of a row that may be shorter than the sheet is wide."""
    return cells[place] if place < len(cells) else None


def data_rows(grid: Sequence[Cells]) -> Iterator[tuple[int, Cells]]:
    """Rows from row 5 on, with their Excel numbers, up to the first without any value."""
    for row, cells in enumerate(islice(grid, HEADER_ROW, None), HEADER_ROW + 1):
        if all(cleaned(cell) is None for cell in cells):
            return
        yield row, cells


def read_table(
    title: str,
    grid: Sequence[Cells],
    spec: SheetSpec,
    columns: Sequence[Column],
    wording: Wording,
    headers: Mapping[str, str],
) -> Table:
    """One sheet by its columns; those of a score sheet are known only when its criteria are read."""
    table = Table(title, spec, headers)
    top = grid[HEADER_ROW - 1] if len(grid) >= HEADER_ROW else ()
    found = _match(table, top, columns, wording)
    plan: Plan = [(table.places[column.key], column, column_reader(column, wording), {}) for column in found]
    headed, told = [cleaned(cell) is not None for cell in top], set[int]()
    all_headed = all(headed)
    absent: dict[str, Any] = {
        column.key: None for column in columns if column.extra and column.key not in table.places
    }
    for row, cells in data_rows(grid):
        line = Line(row, absent.copy(), cells)
        read_line(table, line, plan)
        if not all_headed or len(cells) > len(headed):
            _refuse_unheaded(table, line, headed, told)
        table.lines.append(line)
    return table


def column_reader(column: Column, wording: Wording) -> Reader:
    """How to read the cells of a column in the given wording."""
    return reader(column, wording.vocabularies[column.words] if column.words else {})


def _match(table: Table, top: Cells, columns: Sequence[Column], wording: Wording) -> list[Column]:
    """Find each column's place; the columns found that carry something. TT may stand, or be missing, in any sheet."""
    synonyms = wording.sheets[table.spec.key].synonyms
    by_key = {column.key: column for column in columns}
    by_header = {wording.row_number: ROW_NUMBER}
    by_header |= {header: by_key[key] for header, key in synonyms.items()}
    by_header |= {table.headers[column.key]: column for column in columns}
    found: list[Column] = []
    for place, cell in enumerate(top):
        header = header_text(cell)
        column = by_header.get(header)
        if not header:
            continue
        if column is None:
            table.refuse_column(Reason.COLUMN_UNKNOWN, header, place)
        elif column.key in table.places:
            table.refuse_column(Reason.COLUMN_REPEATED, header, place)
        else:
            table.places[column.key] = place
            found.append(column)
    for column in columns:
        if column.key not in table.places and column is not ROW_NUMBER and not column.extra:
            table.refuse_column(Reason.COLUMN_MISSING, table.headers[column.key])
    return [column for column in found if column.kind is not Kind.IGNORED]


def read_line(table: Table, line: Line, plan: Plan) -> None:
    """Put the values into the line, and what is wrong with them into the table."""
    cells, values = line.cells, line.values
    for place, column, read, known in plan:
        value = cells[place] if place < len(cells) else None
        text = value if isinstance(value, str) else None
        if text in known:
            values[column.key] = known[text]
            continue
        cell = cleaned(value)
        if cell is None:
            _read_empty(table, line, column)
            continue
        try:
            values[column.key] = read(cell)
            if text is not None:
                known[text] = values[column.key]
        except Refusal as refusal:
            reason = Reason.FORMULA_FAILED if isinstance(value, BrokenCell) else refusal.reason
            table.refuse_cell(line, column.key, reason, refusal.expected)


def _read_empty(table: Table, line: Line, column: Column) -> None:
    if column.required:
        table.refuse_cell(line, column.key, Reason.VALUE_MISSING)
    else:
        line.values[column.key] = False if column.kind is Kind.MARK else None


def _refuse_unheaded(table: Table, line: Line, headed: Sequence[bool], told: set[int]) -> None:
    """Values that stand under no header; told once for each column."""
    for place, value in enumerate(line.cells):
        if (place >= len(headed) or not headed[place]) and place not in told and cleaned(value) is not None:
            told.add(place)
            cell = cell_name(line.row, place)
            outside = Reason.VALUE_OUTSIDE_COLUMNS
            table.problems.append(CellProblem(table.title, line.row, None, shown(value), outside, "", cell))
