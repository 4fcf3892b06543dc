"""What must hold in the sheet of the plan: levels without gaps, targets that the year has, each from one line only."""

from thidua_gui.core.plan_outline import DEEPEST
from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.tables import Table


def check_plan(table: Table, targets: Table | None) -> None:
    """The problems are added to the plan's table; without a sheet of targets their codes are not checked."""
    _check_levels(table)
    if targets is None or not all("code" in line.values for line in targets.lines):
        return
    known = [line.values["code"] for line in targets.lines]
    seen: dict[str, int] = {}
    for line in table.lines:
        for code in line.values.get("targets") or ():
            if code not in known:
                table.refuse_cell(line, "targets", Reason.WORD_UNKNOWN, ", ".join(known))
            elif seen.setdefault(code, line.row) != line.row:
                table.refuse_cell(line, "targets", Reason.CODE_REPEATED, str(seen[code]))


def _check_levels(table: Table) -> None:
    """The first line of a section stands at the first level, every other at most one below the line before it."""
    before: dict[object, int] = {}
    for line in table.lines:
        section, level = line.values.get("section"), line.values.get("level")
        highest = min(before.get(section, 0), DEEPEST) + 1
        if level is not None and not 1 <= level <= highest:
            table.refuse_cell(line, "level", Reason.NUMBER_OUT_OF_RANGE, f"1-{highest}")
        before[section] = min(max(level or 1, 1), DEEPEST + 1)
