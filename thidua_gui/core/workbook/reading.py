"""Reads a whole year workbook from plain cells: everything that is wrong is told at once. Knows no files, no words."""

from collections.abc import Mapping, Sequence
from typing import Any

from thidua_gui.core.workbook.cells import cleaned, shown
from thidua_gui.core.workbook.checks import Masters, check_table, read_school
from thidua_gui.core.workbook.criteria import CriteriaSheet, check_criteria, criteria_sheets
from thidua_gui.core.workbook.initiative_sheets import check_shares, check_teaching, check_uses
from thidua_gui.core.workbook.items import read_items
from thidua_gui.core.workbook.movement_sheets import check_movements
from thidua_gui.core.workbook.plan_sheet import check_plan
from thidua_gui.core.workbook.problems import CellProblem, Reason, WorkbookErrors
from thidua_gui.core.workbook.proposal_checks import check_proposals
from thidua_gui.core.workbook.rows import SheetKey, YearWorkbook
from thidua_gui.core.workbook.score_sheets import check_staff_groups, read_scores, score_rows
from thidua_gui.core.workbook.sheet_checks import check_sheet
from thidua_gui.core.workbook.specification import SPECS, SheetSpec
from thidua_gui.core.workbook.tables import Cells, Table, read_table
from thidua_gui.core.workbook.wording import Wording

Grid = Sequence[Cells]


def parse(sheets: Mapping[str, Grid], wording: Wording) -> YearWorkbook:
    """The year workbook in worksheets by name, rows of cells as Excel has them (text, number, date, None or "").

    Raises WorkbookErrors with every problem of every sheet, in the order of the format's sheets and of their rows.
    """
    grids, problems = _by_title(sheets)
    tables: dict[SheetKey, Table] = {
        key: _read_sheet(spec, grids.pop(wording.sheets[key].title), wording)
        for key, spec in SPECS.items()
        if key is not SheetKey.SCORES and wording.sheets[key].title in grids
    }
    criteria = criteria_sheets(tables[SheetKey.CRITERIA]) if SheetKey.CRITERIA in tables else {}
    scores = _read_score_sheets(grids, criteria, wording)
    problems += [CellProblem(title, None, None, "", _unknown(title, wording)) for title in grids]
    problems += _missing(tables, wording)
    _check(tables, scores, criteria, wording)
    office = _office(sheets)
    if office is None and SheetKey.CAMPAIGN in tables:
        title = tables[SheetKey.CAMPAIGN].title
        problems.append(CellProblem(title, 1, None, "", Reason.OFFICE_MISSING, "", "A1"))
    problems = _in_order(problems, tables, scores)
    if problems:
        raise WorkbookErrors(problems)
    return _workbook(str(office), tables, scores, criteria)


def _by_title(sheets: Mapping[str, Grid]) -> tuple[dict[str, Grid], list[CellProblem]]:
    grids: dict[str, Grid] = {}
    problems: list[CellProblem] = []
    for name, grid in sheets.items():
        title = shown(name)
        if title in grids:
            problems.append(CellProblem(title, None, None, "", Reason.SHEET_REPEATED))
        grids.setdefault(title, grid)
    return grids, problems


def _read_sheet(spec: SheetSpec, grid: Grid, wording: Wording) -> Table:
    names = wording.sheets[spec.key]
    if spec.items:
        return read_items(names.title, grid, spec, wording)
    headers = {column.key: names.headers[column.key] for column in spec.columns}
    return read_table(names.title, grid, spec, spec.columns, wording, headers)


def _read_score_sheets(
    grids: dict[str, Grid], criteria: Mapping[str, CriteriaSheet], wording: Wording
) -> dict[str, Table]:
    """By the code of the criteria sheet; the sheets read are taken out of `grids`."""
    tables: dict[str, Table] = {}
    for code, sheet in criteria.items():
        title = f"{wording.sheets[SheetKey.SCORES].title} {code}"
        if title in grids:
            tables[code] = read_scores(title, grids.pop(title), sheet, wording)
    return tables


def _unknown(title: str, wording: Wording) -> Reason:
    is_of_scores = title.startswith(f"{wording.sheets[SheetKey.SCORES].title} ")
    return Reason.SHEET_WITHOUT_CRITERIA if is_of_scores else Reason.SHEET_UNKNOWN


def _missing(tables: Mapping[SheetKey, Table], wording: Wording) -> list[CellProblem]:
    return [
        CellProblem(wording.sheets[key].title, None, None, "", Reason.SHEET_MISSING)
        for key, spec in SPECS.items()
        if spec.required and key not in tables
    ]


def _check(
    tables: Mapping[SheetKey, Table],
    scores: Mapping[str, Table],
    criteria: Mapping[str, CriteriaSheet],
    wording: Wording,
) -> None:
    masters = Masters.of(tables, wording.staff_groups)
    for table in (*tables.values(), *scores.values()):
        read_school(table, masters, wording.school)
        check_table(table, masters)
        check_sheet(table, masters, wording.former_unit)
    for code, table in scores.items():
        check_staff_groups(table, criteria[code], masters)
    if SheetKey.PLAN_ITEMS in tables:
        check_plan(tables[SheetKey.PLAN_ITEMS], tables.get(SheetKey.TARGETS))
    if SheetKey.INITIATIVES in tables:
        check_shares(tables[SheetKey.INITIATIVES])
    if SheetKey.INITIATIVE_USES in tables:
        check_uses(tables[SheetKey.INITIATIVE_USES], tables.get(SheetKey.INITIATIVES))
    if SheetKey.TEACHING in tables:
        check_teaching(tables[SheetKey.TEACHING], tables.get(SheetKey.RESULTS))
    check_movements(
        tables.get(SheetKey.MOVEMENTS), (tables.get(SheetKey.AWARDS), tables.get(SheetKey.OUTSIDE_AWARDS))
    )
    check_proposals(tables)
    if SheetKey.CRITERIA in tables:
        fixed = frozenset({*wording.sheets[SheetKey.SCORES].headers.values(), wording.row_number})
        check_criteria(tables[SheetKey.CRITERIA], criteria, reserved=fixed)


def _office(sheets: Mapping[str, Grid]) -> str | None:
    """What stands in row 1 of the first sheet that says it."""
    for grid in sheets.values():
        for cell in grid[0] if grid else ():
            if isinstance(cleaned(cell), str):
                return str(cleaned(cell))
    return None


def _in_order(
    problems: Sequence[CellProblem], tables: Mapping[SheetKey, Table], scores: Mapping[str, Table]
) -> list[CellProblem]:
    """Of the file as a whole first, then sheet by sheet, row by row, from left to right."""
    ordered = list(problems)
    for key in SPECS:
        for table in scores.values() if key is SheetKey.SCORES else [tables[key]] if key in tables else []:
            ordered += sorted(table.problems, key=lambda found: (found.row or 0, len(found.cell), found.cell))
    return ordered


def _workbook(
    office: str,
    tables: Mapping[SheetKey, Table],
    scores: Mapping[str, Table],
    criteria: Mapping[str, CriteriaSheet],
) -> YearWorkbook:
    """The rows of tables without problems."""
    rows: dict[SheetKey, Any] = {
        key: tuple(table.spec.row(**line.values) for line in table.lines) for key, table in tables.items()
    }
    for key in (SheetKey.CAMPAIGN, SheetKey.MEETING_RULES):
        if key in rows:
            rows[key] = rows[key][0]
    for code, table in scores.items():
        rows[SheetKey.SCORES] = rows.get(SheetKey.SCORES, ()) + score_rows(code, table, criteria[code])
    return YearWorkbook(office, **rows, present=frozenset(tables), score_sheets=tuple(scores))
