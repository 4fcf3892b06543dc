"""Year workbooks mangled by chance: each is refused with a clear list, or comes in, out and back without a change."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from db.connection import database
from thidua_gui import resources
from thidua_gui.core.errors import UserError
from thidua_gui.core.workbook.cells import BrokenCell
from thidua_gui.core.workbook.problems import WorkbookErrors
from thidua_gui.core.workbook.reading import parse
from thidua_gui.core.workbook.rows import YearWorkbook
from thidua_gui.services import data_file, exports, history, imports
from thidua_gui.services.workbook_file import load
from thidua_gui.text.errors import SENTENCES
from thidua_gui.text.workbook import WORDING
from thidua_gui.text.workbook_problems import lines

SAMPLE = resources.path("sample", "nam-2022.xlsx")
UNLOGGED = {"operations", "row_changes", "migration_history", "sqlite_sequence"}
VALUES: tuple[object, ...] = (
    "", " ", None, "x", "CB01", "BGH", "@", "CB99", "Khoa", "2/3", "3/2", "\u0000", "a\nb", "é" * 300, "=1+1", "#N/A",
    "Lao động tiên tiến", "Hoàn thành tốt nhiệm vụ", "Tự chấm", "Từ BGH", "Từ trên", "CB01; CB02", ";", "0", "-5",
    0.0, 1.0, -1.0, 0.5, 8.25, 99.999, 1e9, 1e300, 2022.0, 44622.0, True, date(1899, 12, 31), date(1900, 1, 1),
    date(2022, 2, 28), date(2100, 12, 31), date(2101, 1, 1), datetime(2022, 1, 1, 8), time(8), 10**400,
    timedelta(days=1), BrokenCell("#REF!"), float("nan"), float("inf"), b"bytes", [], {},
)  # fmt: skip

Sheets = dict[str, list[list[object]]]
Change = Callable[[random.Random, Sheets], None]


def mangled(work: Path, seed: int) -> dict[str, int]:
    """One seed: a workbook spoilt in its cells (even seeds) or in its bytes (odd), imported into a new data file."""
    chance = random.Random(seed)
    folder = work / f"workbook-{seed}"
    folder.mkdir(parents=True)
    data_file.create(folder / "truong.tdkt")
    try:
        if seed % 2:
            path = folder / "so.xlsx"
            path.write_bytes(_spoilt_bytes(chance))
            outcome = _outcome(lambda: imports.read_year_workbook(path), folder)
        else:
            sheets = _spoilt_cells(chance)
            outcome = _outcome(lambda: parse(sheets, WORDING), folder)
    finally:
        data_file.close()
    shutil.rmtree(folder)
    return {"workbooks": 1, outcome: 1}


def _outcome(read: Callable[[], YearWorkbook], folder: Path) -> str:
    before = rows()
    refusal: UserError | None = None
    try:
        result = imports.import_year(read())
    except UserError as error:
        refusal = error
    if refusal is not None:
        assert refusal.code in SENTENCES
        assert not isinstance(refusal, WorkbookErrors) or all(lines(refusal.problems))
        assert rows() == before
        return "refused_with_a_list" if isinstance(refusal, WorkbookErrors) else "refused_as_a_file"
    after = rows()
    exported = exports.export_year(result.campaign_id, folder / "export.xlsx")
    assert imports.import_workbook(exported).changed == 0
    assert rows() == after
    history.undo_last()
    assert rows() == before
    return "imported"


def rows() -> dict[str, list[tuple[object, ...]]]:
    """Everything that the data file holds but its history."""
    tables = [table for table in database.get_tables() if table not in UNLOGGED]
    return {table: database.run(f'SELECT * FROM "{table}" ORDER BY id').fetchall() for table in tables}


def _spoilt_cells(chance: random.Random) -> Sheets:
    sheets: Sheets = {title: [list(row) for row in grid] for title, grid in load(SAMPLE).items()}
    spoil(chance, sheets)
    return sheets


def spoil(chance: random.Random, sheets: Sheets) -> None:
    """Some changes of cells, rows, columns and worksheets, in place."""
    for _ in range(chance.choice((1, 1, 1, 2, 5, 20))):
        chance.choice(_CHANGES)(chance, sheets)


def _place(chance: random.Random, sheets: Sheets) -> tuple[list[list[object]], int]:
    grid = sheets[chance.choice(list(sheets))]
    while not grid:
        grid.append(["TRƯỜNG"])
    return grid, chance.randrange(len(grid))


def _set_cell(chance: random.Random, sheets: Sheets) -> None:
    grid, row = _place(chance, sheets)
    if grid[row]:
        grid[row][chance.randrange(len(grid[row]))] = chance.choice(VALUES)


def _swap_cells(chance: random.Random, sheets: Sheets) -> None:
    grid, row = _place(chance, sheets)
    other = chance.randrange(len(grid))
    if grid[row] and grid[other]:
        one, two = chance.randrange(len(grid[row])), chance.randrange(len(grid[other]))
        grid[row][one], grid[other][two] = grid[other][two], grid[row][one]


def _drop_row(chance: random.Random, sheets: Sheets) -> None:
    grid, row = _place(chance, sheets)
    del grid[row]


def _repeat_row(chance: random.Random, sheets: Sheets) -> None:
    grid, row = _place(chance, sheets)
    grid.insert(chance.randrange(len(grid) + 1), list(grid[row]))


def _empty_row(chance: random.Random, sheets: Sheets) -> None:
    grid, row = _place(chance, sheets)
    grid.insert(row, [None])


def _drop_column(chance: random.Random, sheets: Sheets) -> None:
    grid, row = _place(chance, sheets)
    place = chance.randrange(len(grid[row]) or 1)
    for line in grid:
        del line[place : place + 1]


def _shuffle_rows(chance: random.Random, sheets: Sheets) -> None:
    grid, _ = _place(chance, sheets)
    lines_ = grid[4:]
    chance.shuffle(lines_)
    grid[4:] = lines_


def _drop_sheet(chance: random.Random, sheets: Sheets) -> None:
    if len(sheets) > 1:
        del sheets[chance.choice(list(sheets))]


def _rename_sheet(chance: random.Random, sheets: Sheets) -> None:
    title = chance.choice(list(sheets))
    sheets[f"{title[:20]} {chance.randrange(99)}"] = sheets.pop(title)


_CHANGES: tuple[Change, ...] = (
    *[_set_cell] * 8,
    *[_swap_cells] * 2,
    _drop_row,
    _repeat_row,
    _empty_row,
    _drop_column,
    _shuffle_rows,
    _drop_sheet,
    _rename_sheet,
)


def _spoilt_bytes(chance: random.Random) -> bytes:
    content = bytearray(SAMPLE.read_bytes())
    kind = chance.randrange(5)
    if kind == 0:
        return bytes(content[: chance.randrange(len(content))])
    if kind == 1:
        for _ in range(chance.choice((1, 5, 50))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        return bytes(content)
    return _spoilt_package(chance, bytes(content), kind)


def _spoilt_package(chance: random.Random, content: bytes, kind: int) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(content)) as package, ZipFile(target, "w", ZIP_DEFLATED) as spoilt:
        names = package.namelist()
        chosen = chance.choice(names)
        for name in names:
            part = package.read(name)
            if name == chosen:
                if kind == 2:
                    continue
                part = _spoilt_part(chance, part)
            spoilt.writestr(name, part)
    return target.getvalue()


def _spoilt_part(chance: random.Random, part: bytes) -> bytes:
    if chance.random() < 0.5:
        spoilt = bytearray(part)
        for _ in range(chance.choice((1, 3, 30))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        return bytes(spoilt)
    swaps = ((rb'r="B', b'r="XFD'), (rb't="n"', b't="e"'), (rb'<row r="5"', b'<row r="1048576"'), (rb"<v>", b"<v>9"))
    pattern, replacement = chance.choice(swaps)
    return re.sub(pattern, replacement, part, count=chance.choice((1, 0)))
