"""Where a share of title holders cuts a ranking. Knows no people and no law: share, base and rounding are given."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from thidua_gui.core.points import Points


class QuotaRounding(StrEnum):
    """How a broken number of people becomes a whole one; the school's own choice (law.md §1.4)."""

    FLOOR = "floor"
    CEIL = "ceil"
    HALF_UP = "half_up"


@dataclass(frozen=True, slots=True)
class Quota:
    """Tỷ lệ: at most `percent` of the base, e.g. 15 % of the holders of Lao động tiên tiến."""

    percent: Fraction
    rounding: QuotaRounding

    def places(self, base: int) -> int:
        """How many people the share allows on that base."""
        exact = self.percent * base / 100
        if self.rounding is QuotaRounding.FLOOR:
            return floor(exact)
        return ceil(exact) if self.rounding is QuotaRounding.CEIL else floor(exact + Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class CutLine:
    """The line through a ranking: `above` people stand over it.

    `last_in` and `first_out` are the totals on both sides, None where nobody stands. With `tied` people on the line
    itself (the same total on both sides) the points decide nothing between them: they stand below it, and `above`
    counts only those who are clear of the tie.
    """

    places: int
    above: int
    last_in: Points | None
    first_out: Points | None
    tied: int
    tied_at: Points | None


def cut(totals: Sequence[Points | None], places: int) -> CutLine:
    """Cut the ranking of these totals (any order) after so many places; incomplete totals take no part."""
    ranked = sorted((total for total in totals if total is not None), reverse=True)
    if places >= len(ranked) or places <= 0:
        above = min(max(places, 0), len(ranked))
        last_in = ranked[above - 1] if above else None
        return CutLine(places, above, last_in, ranked[above] if above < len(ranked) else None, 0, None)
    edge = ranked[places - 1]
    if edge != ranked[places]:
        return CutLine(places, places, edge, ranked[places], 0, None)
    above = sum(total > edge for total in ranked)
    tied = sum(total == edge for total in ranked)
    return CutLine(places, above, ranked[above - 1] if above else None, edge, tied, edge)
