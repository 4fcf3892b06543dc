"""Criteria sheets, what a typed score is worth, and totals. Knows no people, stages' closing, or database.

Missing is not zero: a total exists only when every required criterion has a score.
"""

from collections.abc import Collection, Mapping, Sequence
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


class SheetSubject(StrEnum):
    """Đối tượng of a criteria sheet: people, or units as collectives."""

    PERSON = "person"
    UNIT = "unit"


class StageKey(StrEnum):
    """Vòng chấm, in the order in which they take place."""

    SELF = "self"
    UNIT = "unit"
    COUNCIL = "council"


@dataclass(frozen=True, slots=True)
class Criterion:
    """Tiêu chí: one line of a sheet. `step` None = any hundredth; a deduction's points are written as a positive.

    `cap` (trần điểm) is the most that a group gives, bonuses included; a group's `maximum` is the sum of its items.
    """

    id: CriterionId
    number: str
    content: str
    kind: CriterionKind
    maximum: Points
    step: Points | None = None
    parent_id: CriterionId | None = None
    cap: Points | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Bộ tiêu chí: criteria in printed order, every group before what it holds. Groups may nest."""

    id: SheetId
    code: str
    version: int
    criteria: tuple[Criterion, ...]
    subject: SheetSubject = SheetSubject.PERSON
    _leaves: Mapping[CriterionId | None, tuple[Criterion, ...]] = field(init=False, repr=False, compare=False)
    _capped: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_leaves", _leaves_by_group(self.criteria))
        object.__setattr__(self, "_capped", any(cap_of(criterion) is not None for criterion in self.criteria))

    @property
    def has_caps(self) -> bool:
        """A group of it may give less than its items together."""
        return self._capped

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


def cap_of(criterion: Criterion) -> Points | None:
    """The most a group gives; anything else is limited by its own maximum."""
    return criterion.cap if criterion.kind is CriterionKind.GROUP else None


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
    """The sum of one group at any depth, cut at its cap."""
    return _subtotal(sheet, group, scores)


def total(sheet: Sheet, scores: Mapping[CriterionId, Points]) -> Subtotal:
    """The sum of the sheet, each group cut at its cap; bonuses may carry it over the maximum and deductions below
    zero. Scores that belong to no criterion of the sheet are not counted."""
    return _subtotal(sheet, None, scores)


def given_points(sheet: Sheet, group: CriterionId | None, scores: Mapping[CriterionId, Points]) -> Points:
    """What the scores so far give under `group` before its own cap: groups inside it are cut at theirs."""
    hundredths = 0
    for child in sheet.children(group):
        if child.kind is CriterionKind.GROUP:
            hundredths += capped(child, given_points(sheet, child.id, scores)).hundredths
        elif (points := scores.get(child.id)) is not None:
            hundredths += -points.hundredths if child.kind is CriterionKind.DEDUCTION else points.hundredths
    return Points(hundredths)


def capped(criterion: Criterion, points: Points) -> Points:
    """Points of a group after its cap."""
    cap = cap_of(criterion)
    return points if cap is None or points <= cap else cap


def missing(sheet: Sheet, scores: Mapping[CriterionId, Points]) -> tuple[CriterionId, ...]:
    """The required criteria without a score, in printed order."""
    return tuple(leaf.id for leaf in sheet.leaves() if leaf.kind is CriterionKind.POINTS and leaf.id not in scores)


def group_maximum(sheet: Sheet, group: CriterionId | None = None) -> Points:
    """What a group (or the sheet) can give: required and bonus points up to the caps, deductions left out."""
    return _reachable(sheet, group, (CriterionKind.POINTS, CriterionKind.BONUS))


def required_maximum(sheet: Sheet, group: CriterionId | None = None) -> Points:
    """The same without bonuses: the scale on which a total is read."""
    return _reachable(sheet, group, (CriterionKind.POINTS,))


def items_maximum(sheet: Sheet, group: CriterionId, *, bonuses: bool = True) -> Points:
    """The sum of the items' maxima, whatever the caps: what a group's line states."""
    kinds = (CriterionKind.POINTS, CriterionKind.BONUS) if bonuses else (CriterionKind.POINTS,)
    return sum_points(leaf.maximum for leaf in sheet.leaves(group) if leaf.kind in kinds)


def disagreeing_groups(sheet: Sheet) -> tuple[CriterionId, ...]:
    """Groups whose stated maximum is the sum of their items neither with nor without the bonuses."""
    return tuple(
        group.id
        for group in sheet.criteria
        if group.kind is CriterionKind.GROUP
        and group.maximum not in (items_maximum(sheet, group.id), items_maximum(sheet, group.id, bonuses=False))
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


def _subtotal(sheet: Sheet, group: CriterionId | None, scores: Mapping[CriterionId, Points]) -> Subtotal:
    """None while a required score is missing; a group of bonuses alone has a sum once one of them is given."""
    scored = of = hundredths = given = 0
    for leaf in sheet.leaves(group):
        required = leaf.kind is CriterionKind.POINTS
        of += required
        points = scores.get(leaf.id)
        if points is not None:
            given += 1
            scored += required
            hundredths += -points.hundredths if leaf.kind is CriterionKind.DEDUCTION else points.hundredths
    if not given or scored != of:
        return Subtotal(None, scored, of)
    return Subtotal(_cut(sheet, group, scores) if sheet.has_caps else Points(hundredths), scored, of)


def _cut(sheet: Sheet, group: CriterionId | None, scores: Mapping[CriterionId, Points]) -> Points:
    points = given_points(sheet, group, scores)
    return points if group is None else capped(next(one for one in sheet.criteria if one.id == group), points)


def _reachable(sheet: Sheet, group: CriterionId | None, kinds: Collection[CriterionKind]) -> Points:
    if not sheet.has_caps:
        return sum_points(leaf.maximum for leaf in sheet.leaves(group) if leaf.kind in kinds)
    scores = {leaf.id: leaf.maximum for leaf in sheet.leaves(group) if leaf.kind in kinds}
    return _cut(sheet, group, scores)


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
