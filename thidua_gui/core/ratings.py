"""Annual ratings: their order, what the thresholds propose, which one holds. Knows no law on caps and no people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from thidua_gui.core.points import Points
from thidua_gui.core.scoring import StageKey


class Rating(StrEnum):
    """Xếp loại: Hoàn thành xuất sắc > Hoàn thành tốt > Hoàn thành > Không hoàn thành nhiệm vụ (law.md §3)."""

    EXCELLENT = "excellent"
    GOOD = "good"
    COMPLETED = "completed"
    NOT_COMPLETED = "not_completed"

    @property
    def order(self) -> int:
        """Higher is better: 3 for excellent, 0 for not completed."""
        return _ORDER[self]


_ORDER = {rating: order for order, rating in enumerate(reversed(Rating))}
_DECIDING_STAGES = (StageKey.COUNCIL, StageKey.UNIT)
"""The latest of these whose total is complete proposes; what people give themselves proposes nothing."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """Ngưỡng xếp loại: this rating is proposed from these points on, the points themselves included."""

    rating: Rating
    from_points: Points


@dataclass(frozen=True, slots=True)
class EffectiveRating:
    """The rating that holds, and where it comes from: decided, or proposed from the total of `stage`, or not yet."""

    rating: Rating | None
    is_decided: bool
    proposed: Rating | None
    stage: StageKey | None


def at_least(rating: Rating, floor: Rating) -> bool:
    """Whether `rating` is `floor` or better."""
    return _ORDER[rating] >= _ORDER[floor]


def propose(total: Points | None, thresholds: Sequence[Threshold]) -> Rating | None:
    """The best rating whose threshold the total reaches; None without a total or below every threshold."""
    if total is None:
        return None
    reached = [threshold.rating for threshold in thresholds if threshold.from_points <= total]
    return max(reached, key=lambda rating: rating.order, default=None)


def threshold_problem(thresholds: Sequence[Threshold]) -> str | None:
    """The code of what is wrong with a year's thresholds: one rating twice, or a better one not asking more."""
    if len({threshold.rating for threshold in thresholds}) < len(thresholds):
        return "threshold_repeated"
    best_first = sorted(thresholds, key=lambda threshold: threshold.rating.order, reverse=True)
    falling = all(better.from_points > worse.from_points for better, worse in pairwise(best_first))
    return None if falling else "threshold_order"


def deciding_total(totals: Mapping[StageKey, Points | None]) -> tuple[StageKey | None, Points | None]:
    """The complete total of the latest stage of council and unit; a stage absent or incomplete is passed over."""
    for stage in _DECIDING_STAGES:
        points = totals.get(stage)
        if points is not None:
            return stage, points
    return None, None


def effective(
    decided: Rating | None, totals: Mapping[StageKey, Points | None], thresholds: Sequence[Threshold]
) -> EffectiveRating:
    """What was decided outranks what the thresholds propose; both are told so that a difference can be shown."""
    stage, points = deciding_total(totals)
    proposed = propose(points, thresholds)
    return EffectiveRating(decided or proposed, decided is not None, proposed, stage)
