"""Writes a year workbook as plain cells, the reverse of reading. Knows no files and no styles."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from thidua_gui.core.points import Points
from thidua_gui.core.workbook.cells import NOT_STATED, SEPARATOR, moment_text
from thidua_gui.core.workbook.criteria import sheet_of_rows
from thidua_gui.core.workbook.rows import SCHOOL_CODE, SheetKey, YearWorkbook
from thidua_gui.core.workbook.score_sheets import score_columns, score_key, sum_of
from thidua_gui.core.workbook.specification import NAME_TO_READ, ROW_NUMBER, SPECS, Column, Kind, SheetSpec
from thidua_gui.core.workbook.wording import Wording

Cell = str | float | date | None
Grid = list[list[Cell]]
_Fields = Mapping[str, Any]


def to_sheets(book: YearWorkbook, wording: Wording) -> dict[str, Grid]:
    """Worksheets by name in the format's order: office, title, an empty row, headers, lines; None = empty cell."""
    sheets: dict[str, Grid] = {}
    for key, spec in SPECS.items():
        title = wording.sheets[key].title
        if key is SheetKey.SCORES:
            sheets |= {f"{title} {code}": _score_grid(book, code, wording) for code in book.score_sheets}
        elif key in book.present:
            sheets[title] = _item_grid(book, spec, wording) if spec.items else _line_grid(book, spec, wording)
    return sheets


def _item_grid(book: YearWorkbook, spec: SheetSpec, wording: Wording) -> Grid:
    names = wording.sheets[spec.key]
    values = getattr(book, spec.key)
    told = [item for item in spec.items if not item.extra or getattr(values, item.key) is not None]
    lines = [[names.items[item.key], _cell(getattr(values, item.key), item, wording)] for item in told]
    return _grid(book, spec.key, [names.headers[column.key] for column in spec.columns], lines, wording)


def _line_grid(book: YearWorkbook, spec: SheetSpec, wording: Wording) -> Grid:
    rows: Sequence[Any] = getattr(book, spec.key)
    columns = [
        column for column in spec.columns if not column.extra or any(_says(getattr(row, column.key)) for row in rows)
    ]
    names = {person.code: person.full_name for person in book.people} if NAME_TO_READ in columns else {}
    school = _school_word(book, wording)
    lines = []
    for place, row in enumerate(rows, 1):
        fields = {column.key: getattr(row, column.key) for column in columns if column.kind is not Kind.IGNORED}
        fields |= {
            column.key: school for column in columns if column.names_school and fields[column.key] == SCHOOL_CODE
        }
        to_read = {ROW_NUMBER.key: place, NAME_TO_READ.key: names.get(fields.get("person", ""))}
        lines.append(_line(columns, fields, to_read, wording))
    headers = [wording.sheets[spec.key].headers[column.key] for column in columns]
    return _grid(book, spec.key, headers, lines, wording)


def _says(value: object) -> bool:
    """0 is something said; nothing, an empty text and an empty list are not."""
    return value is not None and value != "" and value != ()


def _school_word(book: YearWorkbook, wording: Wording) -> str:
    """What stands for the school itself; its code where the word is somebody's own code."""
    codes = {unit.code for unit in book.units} | {person.code for person in book.people}
    return SCHOOL_CODE if wording.school in codes else wording.school


def _score_grid(book: YearWorkbook, code: str, wording: Wording) -> Grid:
    """The total is that of what is scored, so a line with gaps shows both the gaps and their sum."""
    sheet = sheet_of_rows(code, book.criteria)
    columns = score_columns([leaf.number for leaf in sheet.leaves()])
    fixed = wording.sheets[SheetKey.SCORES].headers
    headers = [fixed.get(column.key) or column.key.removeprefix(score_key("")) for column in columns]
    names = {unit.code: unit.name for unit in book.units} | {person.code: person.full_name for person in book.people}
    lines = []
    for row in book.scores:
        if row.sheet == code:
            total = sum_of(sheet, dict(row.scores)) if row.scores else None
            fields: dict[str, object] = {score_key(number): points for number, points in row.scores}
            fields |= {"person": row.person, "stage": row.stage, "total": total}
            lines.append(_line(columns, fields, {NAME_TO_READ.key: names.get(row.person)}, wording))
    return _grid(book, SheetKey.SCORES, headers, lines, wording)


def _grid(
    book: YearWorkbook, key: SheetKey, headers: Sequence[Cell], lines: Sequence[list[Cell]], wording: Wording
) -> Grid:
    blank: list[Cell] = [None] * (len(headers) - 1)
    return [[book.office, *blank], [wording.sheets[key].heading, *blank], [None, *blank], list(headers), *lines]


def _line(columns: Sequence[Column], fields: _Fields, to_read: Mapping[str, Cell], wording: Wording) -> list[Cell]:
    return [
        to_read[column.key] if column.kind is Kind.IGNORED else _cell(fields.get(column.key), column, wording)
        for column in columns
    ]


def _cell(value: Any, column: Column, wording: Wording) -> Cell:
    if column.kind is Kind.MARK:
        return wording.mark if value else None
    if value is None:
        return None
    if column.kind is Kind.MOMENT:
        return moment_text(value)
    if column.words is not None:
        return wording.word(column.words, value)
    if isinstance(value, tuple):
        return f"{SEPARATOR} ".join(_part(part) for part in value)
    written: Cell = value.as_number if isinstance(value, Points) else value
    return written


def _part(part: Any) -> str:
    """One of several in a cell: a code, or a share in percent."""
    if isinstance(part, Points):
        return part.shortest
    return NOT_STATED if part is None else str(part)
