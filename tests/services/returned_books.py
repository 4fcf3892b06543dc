"""Books as units send them back, for tests: written by the program, filled in, and saved by another hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from xlsxwriter import Workbook

from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.unit_book.returned import MARK, Returned, parse
from thidua_gui.services import unit_book_receiving as receiving
from thidua_gui.services import unit_books
from thidua_gui.services.unit_book_receiving import BookPreview, Preview
from thidua_gui.services.workbook_file import load

AT = datetime(2022, 11, 16, 9, 41)
Cells = Mapping[tuple[str, str, str], object]
"""By the sheet's key (or its beginning), the line's key and the field's key."""


def written(campaign: CampaignId, unit: UnitId, folder: Path) -> Path:
    """The unit's book as the program writes it."""
    (one,) = unit_books.write_books(campaign, [unit], folder, AT).books
    return one.path


def read(path: Path) -> Returned:
    return parse(load(path), path.name)


def filled(path: Path, cells: Cells, name: str = "gui-lai.xlsx") -> Path:
    """The book with these cells filled in, every worksheet written anew without any format."""
    sheets = {title: [list(row) for row in grid] for title, grid in load(path).items()}
    left = dict(cells)
    for grid in sheets.values():
        for key in [key for key in left if _put(grid, key, left[key])]:
            del left[key]
    assert not left, f"no such cells: {list(left)}"
    return saved(sheets, path.with_name(name))


def saved(sheets: Mapping[str, list[list[object]]], path: Path) -> Path:
    """Plain worksheets as another program would write them."""
    with Workbook(path, {"strings_to_formulas": False}) as workbook:
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for title, grid in sheets.items():
            page = workbook.add_worksheet(title)
            for row, values in enumerate(grid):
                for place, value in enumerate(values):
                    if isinstance(value, date):
                        page.write_datetime(row, place, datetime(value.year, value.month, value.day), day)
                    elif isinstance(value, int | float) and not isinstance(value, bool):
                        page.write_number(row, place, value)
                    elif value not in (None, ""):
                        page.write_string(row, place, str(value))
    return path


def preview(campaign: CampaignId, *paths: Path) -> Preview:
    found, refused = receiving.read_files(paths)
    return receiving.preview(campaign, found, refused)


def judged(campaign: CampaignId, path: Path) -> BookPreview:
    """The one book, which must be taken in."""
    shown = preview(campaign, path)
    assert shown.refused == ()
    (book,) = shown.books
    return book


def told(book: BookPreview) -> list[tuple[str, str, str, str, str]]:
    """Line, field, words here, words sent, fate or problem."""
    return [
        (each.key[1], each.key[2], each.here, each.returned, each.problem or each.fate.value)
        for each in book.comparison.differences
    ]


def _put(grid: list[list[object]], key: tuple[str, str, str], value: object) -> bool:
    sheet, line, field = key
    for row, values in enumerate(grid):
        if values and isinstance(values[0], str) and values[0].startswith(MARK + sheet):
            place = values.index(field)
            found = next((other for other in grid[row:] if other and other[0] == line), None)
            if found is None:
                return False
            found.extend([None] * (place + 1 - len(found)))
            found[place] = value
            return True
    return False
