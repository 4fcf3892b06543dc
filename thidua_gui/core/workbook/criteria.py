"""The criteria sheets that a workbook defines, as core.scoring knows them. Knows no scores."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from thidua_gui.core.ids import CriterionId, SheetId
from thidua_gui.core.points import ZERO, Points
from thidua_gui.core.scoring import (
    Criterion,
    CriterionKind,
    Sheet,
    SheetSubject,
    disagreeing_groups,
    items_maximum,
    parent_places,
)
from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.rows import CriterionRow
from thidua_gui.core.workbook.tables import Line, Table

GROUP = CriterionKind.GROUP
_OF_SHEET = ("staff_groups", "units", "subject", "version")
_NEEDED = frozenset({"number", "content", "maximum", "kind", "step"})


@dataclass(frozen=True, slots=True)
class CriteriaSheet:
    """Bộ tiêu chí: its lines, and as a scoring sheet those that could be read (`is_whole`: all, each number once)."""

    lines: tuple[Line, ...]
    scoring: Sheet
    is_whole: bool

    @property
    def is_of_units(self) -> bool:
        """Units are scored by it."""
        return self.scoring.subject is SheetSubject.UNIT

    @property
    def staff_groups(self) -> tuple[str, ...]:
        """Those that any of its lines names."""
        named = (line.values.get("staff_groups") or () for line in self.lines)
        return tuple(dict.fromkeys(chain.from_iterable(named)))


def criteria_sheets(table: Table) -> dict[str, CriteriaSheet]:
    """By code, in the order in which the codes first stand in the sheet."""
    by_code: dict[str, list[Line]] = {}
    for line in table.lines:
        if "sheet" in line.values:
            by_code.setdefault(line.values["sheet"], []).append(line)
    return {code: _criteria_sheet(code, lines) for code, lines in by_code.items()}


def sheet_of_rows(code: str, rows: Sequence[CriterionRow]) -> Sheet:
    """The scoring sheet that these lines of the year make."""
    mine = [row for row in rows if row.sheet == code]
    parents = parent_places([(row.number, row.kind) for row in mine])
    criteria = tuple(
        Criterion(
            CriterionId(place), row.number, row.content, row.kind, row.maximum, row.step,
            None if parent is None else CriterionId(parent), row.cap,
        )
        for place, (row, parent) in enumerate(zip(mine, parents, strict=True))
    )
    return Sheet(SheetId(0), code, 1, criteria)


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
    for line in lines:
        _check_facts(table, line, lines)
        if line.values.get("number") in reserved:
            table.refuse_cell(line, "number", Reason.CODE_UNUSABLE)
        for key in ("step", "cap", "version"):
            if line.values.get(key) in (ZERO, 0):
                table.refuse_cell(line, key, Reason.NUMBER_OUT_OF_RANGE)
        if line.values.get("cap") is not None and line.values.get("kind", GROUP) is not GROUP:
            table.refuse_cell(line, "cap", Reason.CAP_OF_ITEM)


def _check_facts(table: Table, line: Line, lines: Sequence[Line]) -> None:
    """What is said of the sheet as a whole is said alike in every line; a sheet for people names staff groups."""
    for key in _OF_SHEET:
        first = next((other.values[key] for other in lines if key in other.values), None)
        said = line.values.get(key, first)
        of_groups = key == "staff_groups"
        if of_groups and said is None and key in table.places and _subject(lines) is SheetSubject.PERSON:
            table.refuse_cell(line, key, Reason.VALUE_MISSING)
        elif said != first:
            table.refuse_cell(line, key, Reason.STAFF_GROUPS_DIFFER if of_groups else Reason.SHEET_FACT_DIFFERS)


def _cap(read: Points | None) -> Points | None:
    """A cap of nothing is refused; nothing more is to be told of the totals under it."""
    return read if read is not None and read > ZERO else None


def _subject(lines: Sequence[Line]) -> SheetSubject:
    """People where nothing is said."""
    found = (line.values["subject"] for line in lines if line.values.get("subject") is not None)
    return next(found, SheetSubject.PERSON)


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
            _cap(values.get("cap")),
        )
        for place, (values, parent) in enumerate(zip(read, parents, strict=True))
    )
    numbers = {values["number"] for values in read}
    scoring = Sheet(SheetId(0), code, 1, criteria, _subject(lines))
    return CriteriaSheet(tuple(lines), scoring, len(numbers) == len(lines))
