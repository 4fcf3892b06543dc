"""Reads a list of past awards from an Excel or CSV file as plain cells. Knows nothing of what they mean."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path
from typing import cast

from thidua_gui.core.award_list import Merged, spread
from thidua_gui.core.errors import UserError
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.services.workbook_file import load

TEXT_KINDS = (".csv", ".tsv", ".txt")
_ENCODINGS = ("utf-8-sig", "utf-16")
_DELIMITERS = ";\t,"
_SAMPLE = 20


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A sheet of the file, merged cells filled; rows from row 1 of Excel."""

    name: str
    grid: Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class ListFile:
    """All sheets that hold anything."""

    name: str
    sheets: tuple[ListSheet, ...]


def read_file(path: Path, progress: Progress = SILENT) -> ListFile:
    """Every sheet with cells; a file that is none, or has none, is a UserError that says so."""
    if path.suffix.lower() in TEXT_KINDS:
        sheets: tuple[ListSheet, ...] = (ListSheet(path.stem, _from_text(path)),)
    elif path.suffix.lower() in (".xlsx", ".xlsm"):
        loaded = load(path, progress)
        merged = _merged(path)
        sheets = tuple(ListSheet(name, spread(grid, merged.get(name, ()))) for name, grid in loaded.items())
    else:
        raise UserError("award_list_kind", name=path.name)
    filled = tuple(sheet for sheet in sheets if any(any(cell not in (None, "") for cell in row) for row in sheet.grid))
    if not filled:
        raise UserError("award_list_empty", name=path.name)
    return ListFile(path.name, filled)


def _merged(path: Path) -> dict[str, tuple[Merged, ...]]:
    """Of a file that was read already."""
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
    found: dict[str, tuple[Merged, ...]] = {}
    for name in workbook.sheet_names:
        ranges = getattr(workbook.get_sheet_by_name(name), "merged_cell_ranges", None) or ()
        found[name] = tuple((*first, *last) for first, last in cast("Sequence[tuple[tuple[int, int], ...]]", ranges))
    return found


def _from_text(path: Path) -> list[list[object]]:
    text = _decoded(path)
    delimiter = _delimiter(text)
    return [list(row) for row in csv.reader(StringIO(text), delimiter=delimiter)]


def _decoded(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError("workbook_unreadable", name=path.name) from error
    if not content.strip():
        raise UserError("award_list_empty", name=path.name)
    for encoding in _ENCODINGS:
        if encoding == "utf-16" and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError("award_list_encoding", name=path.name)


def _delimiter(text: str) -> str:
    """The sign that stands most often in the first lines; a comma in sentences is rarer than the true one."""
    first = "\n".join(text.splitlines()[:_SAMPLE])
    return max(_DELIMITERS, key=first.count)
