"""Criteria sheets, what a typed score is worth, and totals. Knows no people, stages' closing, or database.

Missing is not zero: a total exists only when every required criterion has a score.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CriterionId, SheetId
from thidua_gui.core.points import ZERO, Points, sum_points


class CriterionKind(StrEnum):
    """Loại tiêu chí: a group sums its items; points are required; bonus and deduction may stay empty."""

    GROUP = "group"
    POINTS = "points"
    BONUS = "bonus"
    DEDUCTION = "deduction"


class StageKey(StrEnum):
    """Vòng chấm, in the order in which they take place."""

    SELF = "self"
    UNIT = "unit"
    COUNCIL = "council"


@dataclass(frozen=True, slots=True)
class Criterion:
    """Tiêu chí: one line of a sheet. `step` None = any hundredth; a deduction's points are written as a positive."""

    id: CriterionId
    number: str
    content: str
    kind: CriterionKind
    maximum: Points
    step: Points | None = None
    parent_id: CriterionId | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Bộ tiêu chí: criteria in printed order, every group before what it holds. Groups may nest."""

    id: SheetId
    code: str
    version: int
    criteria: tuple[Criterion, ...]
    _leaves: Mapping[CriterionId | None, tuple[Criterion, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_leaves", _leaves_by_group(self.criteria))

    def leaves(self, group: CriterionId | None = None) -> tuple[Criterion, ...]:
        """The criteria that take a score, of the whole sheet or at any depth under `group`, in printed order."""
        return self._leaves[group]

    def children(self, group: CriterionId | None = None) -> tuple[Criterion, ...]:
        """What stands directly under `group`, or at the top."""
        return tuple(criterion for criterion in self.criteria if criterion.parent_id == group)


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed into a cell: points, or the problem for which the text is kept as a draft; both None = empty."""

    points: Points | None
    problem: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Subtotal:
    """Points of a group or sheet, and how many of its required criteria have a score."""

    points: Points | None
    scored: int
    of: int

    @property
    def is_complete(self) -> bool:
        return self.points is not None


def problem_of(criterion: Criterion, points: Points) -> str | None:
    """The code of what is wrong with these points for this criterion, or None."""
    if criterion.kind is CriterionKind.GROUP:
        return "group_not_scored"
    if points < ZERO:
        return "negative"
    if points > criterion.maximum:
        return "over_maximum"
    if criterion.step is not None and criterion.step > ZERO and points.hundredths % criterion.step.hundredths:
        return "off_step"
    return None


def parse_entry(criterion: Criterion, text: str) -> Entry:
    """Read a typed score; text that gives no lawful points is kept with its problem and counts as not scored."""
    written = text.strip()
    if not written:
        return Entry(None, None, "")
    try:
        points = Points.parse(written)
    except UserError as refusal:
        return Entry(None, refusal.code, written)
    problem = problem_of(criterion, points)
    return Entry(points, None, str(points)) if problem is None else Entry(None, problem, written)


def group_total(sheet: Sheet, group: CriterionId, scores: Mapping[CriterionId, Points]) -> Subtotal:
    """The sum of one group at any depth."""
    return _subtotal(sheet.leaves(group), scores)


def total(sheet: Sheet, scores: Mapping[CriterionId, Points]) -> Subtotal:
    """The sum of the sheet; bonuses may carry it over the maximum and deductions below zero. Scores that belong to
    no criterion of the sheet are not counted."""
    return _subtotal(sheet.leaves(), scores)


def missing(sheet: Sheet, scores: Mapping[CriterionId, Points]) -> tuple[CriterionId, ...]:
    """The required criteria without a score, in printed order."""
    return tuple(leaf.id for leaf in sheet.leaves() if leaf.kind is CriterionKind.POINTS and leaf.id not in scores)


def group_maximum(sheet: Sheet, group: CriterionId | None = None) -> Points:
    """What the items of a group (or of the sheet) can give: required and bonus points, deductions left out."""
    return sum_points(leaf.maximum for leaf in sheet.leaves(group) if leaf.kind is not CriterionKind.DEDUCTION)


def required_maximum(sheet: Sheet, group: CriterionId | None = None) -> Points:
    """The same without bonuses: the scale on which a total is read."""
    return sum_points(leaf.maximum for leaf in sheet.leaves(group) if leaf.kind is CriterionKind.POINTS)


def disagreeing_groups(sheet: Sheet) -> tuple[CriterionId, ...]:
    """Groups whose stated maximum is the sum of their items neither with nor without the bonuses."""
    return tuple(
        group.id
        for group in sheet.criteria
        if group.kind is CriterionKind.GROUP
        and group.maximum not in (group_maximum(sheet, group.id), required_maximum(sheet, group.id))
    )


def parent_places(lines: Sequence[tuple[str, CriterionKind]]) -> list[int | None]:
    """The place of each line's group in a flat list of (number, kind), as a workbook gives it; None = at the top.

    A line belongs to the nearest group above that is numbered in another style: 1.1 to I, 1 to A, but a bonus
    numbered VI stands beside the groups I to V.
    """
    parents: list[int | None] = []
    open_groups: list[tuple[str, int]] = []
    for place, (number, kind) in enumerate(lines):
        style = _style(number)
        styles = [opened for opened, _ in open_groups]
        if style in styles:
            del open_groups[styles.index(style) :]
        parents.append(open_groups[-1][1] if open_groups else None)
        if kind is CriterionKind.GROUP:
            open_groups.append((style, place))
    return parents


def _style(number: str) -> str:
    """How a line is numbered: by Roman or Arabic numerals or letters, and with how many dots."""
    parts = [part for part in number.strip().strip(".)").split(".") if part]
    first = parts[0] if parts else ""
    if first and not first.strip("IVX"):
        sort = "roman"
    else:
        sort = "arabic" if first.isdecimal() else "letter"
    return f"{sort}{len(parts)}"


def _subtotal(leaves: Iterable[Criterion], scores: Mapping[CriterionId, Points]) -> Subtotal:
    """None while a required score is missing; a group of bonuses alone has a sum once one of them is given."""
    scored = of = hundredths = given = 0
    for leaf in leaves:
        required = leaf.kind is CriterionKind.POINTS
        of += required
        points = scores.get(leaf.id)
        if points is not None:
            given += 1
            scored += required
            hundredths += -points.hundredths if leaf.kind is CriterionKind.DEDUCTION else points.hundredths
    return Subtotal(Points(hundredths) if given and scored == of else None, scored, of)


def _leaves_by_group(criteria: Sequence[Criterion]) -> dict[CriterionId | None, tuple[Criterion, ...]]:
    leaves: dict[CriterionId | None, list[Criterion]] = {None: []}
    above: dict[CriterionId | None, tuple[CriterionId | None, ...]] = {None: (None,)}
    for criterion in criteria:
        if criterion.parent_id not in above:
            raise ValueError(f"criterion {criterion.number} stands before its group")
        holders = above[criterion.parent_id]
        if criterion.kind is CriterionKind.GROUP:
            above[criterion.id] = (*holders, criterion.id)
            leaves[criterion.id] = []
        else:
            for holder in holders:
                leaves[holder].append(criterion)
    return {group: tuple(held) for group, held in leaves.items()}
