"""The criteria sheets that a workbook defines, as core.scoring knows them. Knows no scores."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua_gui.core.ids import CriterionId, SheetId
from thidua_gui.core.points import ZERO
from thidua_gui.core.scoring import Criterion, Sheet, disagreeing_groups, items_maximum, parent_places
from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.tables import Line, Table

_NEEDED = frozenset({"number", "content", "maximum", "kind", "step"})


@dataclass(frozen=True, slots=True)
class CriteriaSheet:
    """Bộ tiêu chí: its lines, and as a scoring sheet those that could be read (`is_whole`: all, each number once)."""

    lines: tuple[Line, ...]
    scoring: Sheet
    is_whole: bool


def criteria_sheets(table: Table) -> dict[str, CriteriaSheet]:
    """By code, in the order in which the codes first stand in the sheet."""
    by_code: dict[str, list[Line]] = {}
    for line in table.lines:
        if "sheet" in line.values:
            by_code.setdefault(line.values["sheet"], []).append(line)
    return {code: _criteria_sheet(code, lines) for code, lines in by_code.items()}


def check_criteria(table: Table, sheets: Mapping[str, CriteriaSheet], reserved: frozenset[str]) -> None:
    """Sums of groups, steps, one list of staff groups for a sheet, codes and numbers that a worksheet can bear."""
    folded: dict[str, str] = {}
    for code, sheet in sheets.items():
        if folded.setdefault(code.casefold(), code) != code:
            table.refuse_cell(sheet.lines[0], "sheet", Reason.CODE_UNUSABLE)
        _check_lines(table, sheet.lines, reserved)
        if sheet.is_whole:
            for group in disagreeing_groups(sheet.scoring):
                expected = items_maximum(sheet.scoring, group).shortest
                table.refuse_cell(sheet.lines[group], "maximum", Reason.GROUP_SUM_DIFFERS, expected)


def _check_lines(table: Table, lines: Sequence[Line], reserved: frozenset[str]) -> None:
    groups = next((line.values["staff_groups"] for line in lines if "staff_groups" in line.values), ())
    for line in lines:
        if line.values.get("staff_groups", groups) != groups:
            table.refuse_cell(line, "staff_groups", Reason.STAFF_GROUPS_DIFFER)
        if line.values.get("number") in reserved:
            table.refuse_cell(line, "number", Reason.CODE_UNUSABLE)
        if line.values.get("step") == ZERO:
            table.refuse_cell(line, "step", Reason.NUMBER_OUT_OF_RANGE)


def _criteria_sheet(code: str, lines: Sequence[Line]) -> CriteriaSheet:
    read = [line.values for line in lines if line.values.keys() >= _NEEDED]
    parents = parent_places([(values["number"], values["kind"]) for values in read])
    criteria = tuple(
        Criterion(
            CriterionId(place),
            values["number"],
            values["content"],
            values["kind"],
            values["maximum"],
            values["step"],
            None if parent is None else CriterionId(parent),
        )
        for place, (values, parent) in enumerate(zip(read, parents, strict=True))
    )
    numbers = {values["number"] for values in read}
    return CriteriaSheet(tuple(lines), Sheet(SheetId(0), code, 1, criteria), len(numbers) == len(lines))
