"""Shared ranks and averages of totals. Knows no people: answers stand in the order of the questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from thidua_gui.core.points import Points


@dataclass(frozen=True, slots=True)
class Average:
    """Điểm bình quân: mean points of the `counted` complete totals among `of`; None when there is none."""

    points: Fraction | None
    counted: int
    of: int


def ranks(values: Sequence[Points | None]) -> list[int | None]:
    """Competition ranks, highest first, ties shared (1, 2, 2, 4); a missing total has no rank and takes no place."""
    first_place: dict[int, int] = {}
    ordered = sorted((value.hundredths for value in values if value is not None), reverse=True)
    for place, hundredths in enumerate(ordered, start=1):
        first_place.setdefault(hundredths, place)
    return [None if value is None else first_place[value.hundredths] for value in values]


def average(values: Sequence[Points | None]) -> Average:
    """The exact mean of the totals that exist; missing ones are not zeros."""
    present = [value.hundredths for value in values if value is not None]
    mean = Fraction(sum(present), 100 * len(present)) if present else None
    return Average(mean, len(present), len(values))
