"""Points of a sheet beside those of the year before, criterion by criterion. Knows no stages and no database.

Only what is the same is compared: a criterion that last year's sheet has no twin of has nothing to stand beside.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_gui.core.ids import CriterionId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet, group_maximum, group_total, required_maximum, total
from thidua_gui.core.vietnamese import fold, tidy


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was given a year ago, of which maximum; None = not scored then, which is never 0."""

    points: Points | None
    maximum: Points


@dataclass(frozen=True, slots=True)
class Compared:
    """This year's points beside last year's. Without `before` there is nothing to compare with."""

    now: Points | None
    maximum: Points
    before: Earlier | None

    @property
    def difference(self) -> Points | None:
        """More or less than last year; None while either is missing or they were given on different scales."""
        if self.now is None or self.before is None or self.before.points is None:
            return None
        return self.now - self.before.points if self.before.maximum == self.maximum else None


def twins(now: Sheet, then: Sheet) -> dict[CriterionId, Criterion]:
    """By this year's criterion the one of last year that says the same: of the same number if there is one, else the
    only one of these words. Groups stand for groups, criteria for criteria of their kind."""
    found: dict[CriterionId, Criterion] = {}
    for criterion in now.criteria:
        same = [one for one in then.criteria if one.kind is criterion.kind and _words(one) == _words(criterion)]
        numbered = [one for one in same if one.number == criterion.number]
        if numbered or len(same) == 1:
            found[criterion.id] = (numbered or same)[0]
    return found


def compared(
    now: Sheet,
    given: Mapping[CriterionId, Points],
    then: Sheet | None,
    earlier: Mapping[CriterionId, Points],
) -> dict[CriterionId | None, Compared]:
    """Each line of the sheet with its twin; None is the whole sheet."""
    pairs = {} if then is None else twins(now, then)
    lines: dict[CriterionId | None, Compared] = {}
    for criterion in now.criteria:
        twin = pairs.get(criterion.id)
        before = None if twin is None or then is None else Earlier(_points(then, twin, earlier), _maximum(then, twin))
        lines[criterion.id] = Compared(_points(now, criterion, given), _maximum(now, criterion), before)
    lines[None] = compared_totals(now, given, then, earlier)
    return lines


def compared_totals(
    now: Sheet,
    given: Mapping[CriterionId, Points],
    then: Sheet | None,
    earlier: Mapping[CriterionId, Points],
) -> Compared:
    """The whole sheets alone, for boards of many units: no words are compared."""
    before = None if then is None else Earlier(total(then, earlier).points, required_maximum(then))
    return Compared(total(now, given).points, required_maximum(now), before)


def _points(sheet: Sheet, criterion: Criterion, given: Mapping[CriterionId, Points]) -> Points | None:
    if criterion.kind is CriterionKind.GROUP:
        return group_total(sheet, criterion.id, given).points
    return given.get(criterion.id)


def _maximum(sheet: Sheet, criterion: Criterion) -> Points:
    return group_maximum(sheet, criterion.id) if criterion.kind is CriterionKind.GROUP else criterion.maximum


def _words(criterion: Criterion) -> str:
    return fold(tidy(criterion.content))
