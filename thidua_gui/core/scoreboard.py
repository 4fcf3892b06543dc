"""One line of the board per person: totals, difference, what is lacking, rating; and the averages under it.

Knows no names, no columns and no database. Missing is not zero: an incomplete person has no total and no rank.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from thidua_gui.core.ids import CriterionId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import EffectiveRating, Rating, Threshold, effective
from thidua_gui.core.scoring import CriterionKind, Sheet, StageKey, Subtotal, total
from thidua_gui.core.standings import average, ranks

OPTIONAL_STAGES = frozenset({StageKey.COUNCIL})
"""In these stages nobody owes scores before the first one is given: the council may take the unit's as they are."""

OPTIONAL_FOR_SCHOOL = frozenset({StageKey.UNIT, StageKey.COUNCIL})
"""The school scores itself; others than itself score it outside the program."""

NOTABLE_SHARE = 10
"""A difference of more than one part in so many of the maximum catches the eye; it decides nothing."""


class Standing(StrEnum):
    """Where a person stands in a stage: a refused value outranks a missing score."""

    ERROR = "error"
    MISSING = "missing"
    NOT_BEGUN = "not_begun"
    COMPLETE = "complete"
    NO_SHEET = "no_sheet"

    @property
    def needs_work(self) -> bool:
        """Something must be put right before the stage can be closed."""
        return self in (Standing.ERROR, Standing.MISSING)


@dataclass(frozen=True, slots=True)
class StageMarks:
    """What one person has in one stage; `drafts` are the criteria whose typed text was refused."""

    scores: Mapping[CriterionId, Points]
    drafts: Collection[CriterionId] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Dòng của bảng điểm. `difference` is the active stage's total less that of the stage before."""

    totals: Mapping[StageKey, Subtotal]
    difference: Points | None
    standing: Standing
    missing: int
    refused: int
    rating: EffectiveRating

    def points(self, stage: StageKey) -> Points | None:
        """The total of a stage, None while it is not complete."""
        subtotal = self.totals.get(stage)
        return None if subtotal is None else subtotal.points


def line(
    sheet: Sheet | None,
    marks: Mapping[StageKey, StageMarks],
    active: StageKey,
    decided: Rating | None,
    thresholds: Sequence[Threshold],
    *,
    is_school: bool = False,
) -> Line:
    """Everything derived for one person or unit; `marks` has an entry for every stage of the year, in its order."""
    if sheet is None:
        return Line({}, None, Standing.NO_SHEET, 0, 0, effective(decided, {}, thresholds))
    totals = {stage: total(sheet, mine.scores) for stage, mine in marks.items()}
    points = {stage: subtotal.points for stage, subtotal in totals.items()}
    own = marks[active]
    missing, refused = _owed(sheet, own)
    return Line(
        totals,
        _difference(points, active),
        _standing(own, missing, refused, is_optional=active in optional_stages(is_school=is_school)),
        missing,
        refused,
        effective(decided, points, thresholds),
    )


def optional_stages(*, is_school: bool) -> frozenset[StageKey]:
    """Where nothing is owed before the first score."""
    return OPTIONAL_FOR_SCHOOL if is_school else OPTIONAL_STAGES


def ranked(lines: Sequence[Line], active: StageKey, competes: Sequence[bool] = ()) -> list[int | None]:
    """Shared ranks by the active stage's totals; only complete lines without a refused value have one, and of these
    only who `competes`, where that is given for each line."""
    taking_part = competes or [True] * len(lines)
    return ranks(
        [
            one.points(active) if mine and one.standing is Standing.COMPLETE else None
            for one, mine in zip(lines, taking_part, strict=True)
        ]
    )


def mean(values: Iterable[Points | None]) -> Points | None:
    """The mean of the points that exist, rounded to a tenth, halves away from zero; None of nothing."""
    found = average(list(values)).points
    return None if found is None else rounded_to_tenth(found)


def stage_before(stages: Sequence[StageKey], stage: StageKey) -> StageKey | None:
    """The stage in which scores were given before this one."""
    place = stages.index(stage)
    return stages[place - 1] if place else None


def _owed(sheet: Sheet, marks: StageMarks) -> tuple[int, int]:
    """Required criteria with neither score nor refused value, and criteria with a refused value."""
    missing = refused = 0
    for leaf in sheet.leaves():
        if leaf.id in marks.drafts:
            refused += 1
        elif leaf.kind is CriterionKind.POINTS and leaf.id not in marks.scores:
            missing += 1
    return missing, refused


def _standing(marks: StageMarks, missing: int, refused: int, *, is_optional: bool) -> Standing:
    if refused:
        return Standing.ERROR
    if not missing:
        return Standing.COMPLETE
    return Standing.NOT_BEGUN if is_optional and not marks.scores else Standing.MISSING


def _difference(points: Mapping[StageKey, Points | None], active: StageKey) -> Points | None:
    before = stage_before(list(points), active)
    now, then = points[active], None if before is None else points[before]
    return None if now is None or then is None else now - then


def rounded_to_tenth(value: Fraction) -> Points:
    """Halves away from zero."""
    tenths = (abs(value) * 10 + Fraction(1, 2)) // 1
    return Points(int(tenths) * (10 if value >= 0 else -10))


def notable_difference(points: Points, before: Points | None, maximum: Points, limit: Points | None = None) -> int:
    """1 or -1 when a score differs strikingly from the stage before, else 0; beyond `limit` when the school set it."""
    if before is None:
        return 0
    difference = points.hundredths - before.hundredths
    striking = abs(difference) * NOTABLE_SHARE > maximum.hundredths
    if limit is not None:
        striking = abs(difference) > limit.hundredths
    return (difference > 0) - (difference < 0) if striking else 0


def stage_due(totals: Mapping[StageKey, Collection[Points | None]]) -> StageKey:
    """Where work goes on: the first stage in which somebody lacks a total, the council's only once it has begun.

    `totals` has every stage of the year in its order, with a total or None for each person.
    """
    owed = [stage for stage, given in totals.items() if stage not in OPTIONAL_STAGES or any(map(_is_given, given))]
    return next((stage for stage in owed if not all(map(_is_given, totals[stage]))), (owed or list(totals))[-1])


def _is_given(points: Points | None) -> bool:
    return points is not None
