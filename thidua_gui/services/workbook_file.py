"""Worksheets from and to .xlsx files: calamine in, XlsxWriter out. Knows cells and looks, not what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from thidua_gui.core.errors import UserError
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.workbook.cells import BrokenCell
from thidua_gui.core.workbook.tables import HEADER_ROW
from thidua_gui.services.workbook_package import failed_formulas, open_package

if TYPE_CHECKING:
    from python_calamine import CalamineSheet
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Grid = Sequence[Sequence[object]]

FONT = "Times New Roman"
_A4 = 9
_NO_TIME = datetime(2000, 1, 1)
_DAY_ZERO, _AFTER_FALSE_LEAP_DAY = date(1899, 12, 31), date(1900, 3, 1)
_NARROWEST, _WIDEST = 6, 60
_PANIC = "PanicException"


def load(path: Path, progress: Progress = SILENT) -> dict[str, Grid]:
    """Every worksheet by name, its rows from row 1; a cell whose formula failed is a BrokenCell.

    A file that is no readable .xlsx is a UserError that says what is the matter.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("workbook_missing", name=path.name) from error
    except OSError as error:
        raise UserError("workbook_unreadable", name=path.name) from error
    with open_package(content, path.name) as package:
        failed = failed_formulas(package, path.name)
    sheets = _read(content, path.name, progress)
    for title, cells in failed.items():
        _mark_failed(sheets.get(title, []), cells)
    return dict(sheets)


def _read(content: bytes, name: str, progress: Progress) -> dict[str, list[list[object]]]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    sheets: dict[str, list[list[object]]] = {}
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        for done, sheet in enumerate(workbook.sheets_metadata):
            progress.step(done, len(workbook.sheets_metadata), sheet.name)
            has_cells = sheet.typ == SheetTypeEnum.WorkSheet
            sheets[sheet.name] = _rows(workbook.get_sheet_by_name(sheet.name)) if has_cells else []
    except PasswordError as error:
        raise UserError("workbook_encrypted", name=name) from error
    except (CalamineError, OSError, ValueError) as error:
        raise UserError("workbook_damaged", name=name) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise UserError("workbook_damaged", name=name) from error  # the reader's own crash on a mangled file
    return sheets


def _rows(sheet: CalamineSheet) -> list[list[object]]:
    return cast("list[list[object]]", sheet.to_python(skip_empty_area=False))


def _mark_failed(grid: list[list[object]], cells: Sequence[tuple[int, int, str]]) -> None:
    for row, place, shown in cells:
        grid.extend([] for _ in range(row + 1 - len(grid)))
        grid[row].extend([None] * (place + 1 - len(grid[row])))
        grid[row][place] = BrokenCell(shown)


def xlsx_bytes(sheets: Mapping[str, Grid], progress: Progress = SILENT) -> bytes:
    """A workbook in the look of the format: office, title, headers in row 4 that stay in sight, dates dd/mm/yyyy.

    Equal input gives equal bytes.
    """
    from xlsxwriter import Workbook

    target = BytesIO()
    workbook = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"created": _NO_TIME})
    look = _look(workbook)
    for done, (title, grid) in enumerate(sheets.items()):
        progress.step(done, len(sheets), title)
        _fill(workbook.add_worksheet(title), grid, look)
    workbook.close()
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class _Look:
    office: Format
    title: Format
    header: Format
    body: Format
    long_body: Format
    day: Format


def _look(workbook: Workbook) -> _Look:
    bold = {"font_name": FONT, "font_size": 12, "bold": True}
    plain = {"font_name": FONT, "font_size": 12, "valign": "top"}
    return _Look(
        office=workbook.add_format(bold),
        title=workbook.add_format({**bold, "font_size": 14}),
        header=workbook.add_format({**bold, "align": "center", "valign": "vcenter", "text_wrap": True, "bottom": 1}),
        body=workbook.add_format(plain),
        long_body=workbook.add_format({**plain, "text_wrap": True}),
        day=workbook.add_format({**plain, "num_format": "dd/mm/yyyy", "align": "center"}),
    )


def _fill(sheet: Worksheet, grid: Grid, look: _Look) -> None:
    for row, form in ((0, look.office), (1, look.title)):
        _write(sheet, row, 0, grid[row][0], form, look)
    for place, header in enumerate(grid[HEADER_ROW - 1]):
        _write(sheet, HEADER_ROW - 1, place, header, look.header, look)
        longest = max((len(_shown(line[place])) for line in grid[HEADER_ROW:]), default=0)
        words = max(map(len, str(header).split()), default=0)
        sheet.set_column(place, place, min(max(_NARROWEST, longest, words) + 2, _WIDEST))
        form = look.body if longest < _WIDEST else look.long_body
        for row, line in enumerate(grid[HEADER_ROW:], HEADER_ROW):
            _write(sheet, row, place, line[place], form, look)
    sheet.freeze_panes(HEADER_ROW, 0)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW - 1)


def _write(sheet: Worksheet, row: int, place: int, value: object, form: Format, look: _Look) -> None:
    if isinstance(value, date):
        sheet.write_number(row, place, _serial(value), look.day)
    elif isinstance(value, float | int):
        sheet.write_number(row, place, value, form)
    elif value is not None:
        sheet.write_string(row, place, str(value), form)


def _serial(day: date) -> int:
    """Excel's day number, which counts a 29 February 1900 that never was. (XlsxWriter's own is wrong on 1/1/1900.)"""
    return (day - _DAY_ZERO).days + (day >= _AFTER_FALSE_LEAP_DAY)


def _shown(value: object) -> str:
    return "" if value is None else "00/00/0000" if isinstance(value, date) else str(value)
