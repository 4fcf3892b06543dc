"""Workbooks with something wrong in them, made from the sample."""

from __future__ import annotations

from pathlib import Path

from thidua_gui.services import sample
from thidua_gui.services.workbook_file import load, xlsx_bytes

Cells = dict[str, list[list[object]]]


def sample_cells() -> Cells:
    """The sample's cells by sheet, every row as long as the longest."""
    cells: Cells = {}
    for title, grid in load(sample.workbook()).items():
        width = max(len(row) for row in grid)
        cells[title] = [[*row, *[None] * (width - len(row))] for row in grid]
    return cells


def save(cells: Cells, path: Path) -> Path:
    path.write_bytes(xlsx_bytes(cells))
    return path


def put(cells: Cells, sheet: str, row: int, header: str, value: object) -> None:
    """Set a cell by its row as Excel numbers it and the header of its column."""
    cells[sheet][row - 1][cells[sheet][3].index(header)] = value
