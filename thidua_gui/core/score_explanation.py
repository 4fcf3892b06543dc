"""Why a total is what it is: every line of the sheet with what it gave, what a cap took off, and the sums. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thidua_gui.core.ids import CriterionId
from thidua_gui.core.points import ZERO, Points, sum_points
from thidua_gui.core.scoring import (
    Criterion,
    CriterionKind,
    Sheet,
    Subtotal,
    cap_of,
    capped,
    given_points,
    group_total,
    missing,
    total,
)


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """One line. `points` as typed, of a group what it gives after its cap (None = not scored, or not complete);
    `before_cap` its sum so far, `cut` what the cap took off it."""

    criterion: Criterion
    depth: int
    points: Points | None
    before_cap: Points | None = None
    cap: Points | None = None
    cut: Points = ZERO

    @property
    def is_cut(self) -> bool:
        """The cap took something off."""
        return self.cut > ZERO


@dataclass(frozen=True, slots=True)
class Explanation:
    """Vì sao: required + bonus - deduction - cut is the total, which exists only when nothing is missing."""

    code: str
    version: int
    lines: tuple[ExplainedLine, ...]
    required: Points
    bonus: Points
    deduction: Points
    cut: Points
    total: Subtotal
    missing: tuple[CriterionId, ...]


def explain(sheet: Sheet, scores: Mapping[CriterionId, Points]) -> Explanation:
    """The reasons of one total; scores that belong to no criterion of the sheet are not counted."""
    lines = tuple(_lines(sheet, scores, None, 0))

    def given(kind: CriterionKind) -> Points:
        return sum_points(scores[leaf.id] for leaf in sheet.leaves() if leaf.kind is kind and leaf.id in scores)

    return Explanation(
        sheet.code,
        sheet.version,
        lines,
        given(CriterionKind.POINTS),
        given(CriterionKind.BONUS),
        given(CriterionKind.DEDUCTION),
        sum_points(line.cut for line in lines),
        total(sheet, scores),
        missing(sheet, scores),
    )


def _lines(
    sheet: Sheet, scores: Mapping[CriterionId, Points], group: CriterionId | None, depth: int
) -> Iterator[ExplainedLine]:
    for criterion in sheet.children(group):
        if criterion.kind is CriterionKind.GROUP:
            before = given_points(sheet, criterion.id, scores)
            after = group_total(sheet, criterion.id, scores).points
            cut = before - capped(criterion, before)
            yield ExplainedLine(criterion, depth, after, before, cap_of(criterion), cut)
            yield from _lines(sheet, scores, criterion.id, depth + 1)
        else:
            yield ExplainedLine(criterion, depth, scores.get(criterion.id))
