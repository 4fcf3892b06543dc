"""Reads the score sheets: one column per criterion, missing is not zero. Knows no other sheet but the criteria."""

from collections import Counter
from collections.abc import Mapping, Sequence

from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet, given_points, problem_of
from thidua_gui.core.sheet_rules import is_for_group
from thidua_gui.core.workbook.checks import Masters
from thidua_gui.core.workbook.criteria import CriteriaSheet
from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.rows import ScoreRow, SheetKey
from thidua_gui.core.workbook.specification import SCORES_OF_UNITS, SPECS, TOTAL, Column, Kind, SheetSpec
from thidua_gui.core.workbook.tables import Cells, Line, Table, read_table
from thidua_gui.core.workbook.wording import Wording

_PROBLEMS = {
    "negative": Reason.SCORE_NEGATIVE,
    "over_maximum": Reason.SCORE_OVER_MAXIMUM,
    "off_step": Reason.SCORE_OFF_STEP,
}


def read_scores(title: str, grid: Sequence[Cells], criteria: CriteriaSheet, wording: Wording) -> Table:
    """A score sheet: scores are checked against their criteria, and totals if all criteria could be read."""
    spec = SCORES_OF_UNITS if criteria.is_of_units else SPECS[SheetKey.SCORES]
    items = [line.values["number"] for line in criteria.lines if _takes_scores(line)]
    columns = score_columns(items, spec)
    headers = {**wording.sheets[SheetKey.SCORES].headers, **{score_key(number): number for number in items}}
    table = read_table(title, grid, spec, columns, wording, {column.key: headers[column.key] for column in columns})
    leaves = criteria.scoring.leaves()
    times = Counter(leaf.number for leaf in leaves)
    for line in table.lines:
        for leaf in leaves:
            if times[leaf.number] == 1:
                _check_score(table, line, leaf)
        if criteria.is_whole:
            _check_total(table, line, criteria.scoring)
    return table


def check_staff_groups(table: Table, criteria: CriteriaSheet, masters: Masters) -> None:
    """Whoever has a score here is of a group that the criteria are for; a group that nobody knows is told elsewhere."""
    groups = criteria.staff_groups
    if criteria.is_of_units or masters.groups is None or "person" not in table.places:
        return
    scores = [score_key(leaf.number) for leaf in criteria.scoring.leaves()]
    for line in table.lines:
        group = masters.groups.get(line.values.get("person", ""))
        is_stranger = group in masters.staff_groups and not is_for_group(groups, group)
        if is_stranger and any(line.values.get(key) is not None for key in scores):
            table.refuse_cell(line, "person", Reason.OTHER_STAFF_GROUP, ", ".join(groups))


def score_columns(numbers: Sequence[str], spec: SheetSpec = SPECS[SheetKey.SCORES]) -> tuple[Column, ...]:
    """The columns of a score sheet: the fixed ones, one per criterion, and the total at the end."""
    fixed = [column for column in spec.columns if column is not TOTAL]
    return (*fixed, *(Column(score_key(number), Kind.SIGNED) for number in dict.fromkeys(numbers)), TOTAL)


def score_key(number: str) -> str:
    """The key of a criterion's column."""
    return f"score {number}"


def score_rows(code: str, table: Table, criteria: CriteriaSheet) -> tuple[ScoreRow, ...]:
    """The scored cells of a table without problems."""
    numbers = [leaf.number for leaf in criteria.scoring.leaves()]
    return tuple(
        ScoreRow(
            code,
            line.values["person"],
            line.values["stage"],
            tuple(
                (number, line.values[score_key(number)])
                for number in numbers
                if line.values[score_key(number)] is not None
            ),
        )
        for line in table.lines
    )


def sum_of(sheet: Sheet, scores: Mapping[str, Points | None]) -> Points:
    """What is scored so far, by number, cut at the caps of the groups."""
    given = {leaf.id: points for leaf in sheet.leaves() if (points := scores.get(leaf.number)) is not None}
    return given_points(sheet, None, given)


def _takes_scores(line: Line) -> bool:
    return "number" in line.values and line.values.get("kind") is not CriterionKind.GROUP


def _check_score(table: Table, line: Line, criterion: Criterion) -> None:
    """A refused score is no more a value of the line, as any other cell that is refused."""
    key = score_key(criterion.number)
    points = line.values.get(key)
    problem = None if points is None else problem_of(criterion, points)
    if problem is not None:
        limit = criterion.step if problem == "off_step" else criterion.maximum
        table.refuse_cell(line, key, _PROBLEMS[problem], limit.shortest if limit else "")
        del line.values[key]


def _check_total(table: Table, line: Line, sheet: Sheet) -> None:
    """Only where every score could be read: a refused score is not told twice."""
    stated = line.values.get("total")
    leaves = sheet.leaves()
    if stated is None or any(score_key(leaf.number) not in line.values for leaf in leaves):
        return
    expected = sum_of(sheet, {leaf.number: line.values[score_key(leaf.number)] for leaf in leaves})
    if stated != expected:
        table.refuse_cell(line, "total", Reason.TOTAL_DIFFERS, expected.shortest)
