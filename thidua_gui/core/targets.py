"""The year's targets: a closed catalogue of measures and bases, and exact verdicts. Knows no people and no wording."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor


class Measure(StrEnum):
    """Thước đo: what is counted."""

    UNITS_LAUNCHED = "units_launched"
    PEOPLE_REGISTERED = "people_registered"
    TEACHING_FACULTY = "teaching_faculty"
    TEACHING_SCHOOL = "teaching_school"
    RATED_GOOD_OR_BETTER = "rated_good_or_better"
    RATED_EXCELLENT = "rated_excellent"
    ADVANCED_LABOURER = "advanced_labourer"
    GRASSROOTS_FIGHTER = "grassroots_fighter"
    EXCELLENT_COLLECTIVE = "excellent_collective"
    COLLECTIVES_COMMENDED = "collectives_commended"
    INDIVIDUALS_COMMENDED = "individuals_commended"


class Base(StrEnum):
    """Tính trên: among whom or what it is counted. FACULTIES_AND_OFFICES is every unit but the leadership."""

    FACULTIES_AND_OFFICES = "faculties_and_offices"
    EVERYONE = "everyone"
    LECTURERS = "lecturers"
    ADVANCED_LABOURERS = "advanced_labourers"
    COLLECTIVES = "collectives"
    INDIVIDUALS = "individuals"


class BoundUnit(StrEnum):
    """Đơn vị tính: percent of the base, or a plain number of collectives or individuals."""

    PERCENT = "percent"
    COLLECTIVES = "collectives"
    INDIVIDUALS = "individuals"


class Verdict(StrEnum):
    """Đánh giá: below what is required, within it, above its upper end, or not yet to be said."""

    BELOW = "below"
    MET = "met"
    ABOVE = "above"
    OPEN = "open"


class Basis(StrEnum):
    """Căn cứ: a fact; people and units whose conditions are met before a decision; what a decision granted."""

    FACT = "fact"
    ELIGIBLE = "eligible"
    GRANTED = "granted"


_COLLECTIVE_MEASURES = (Measure.UNITS_LAUNCHED, Measure.EXCELLENT_COLLECTIVE, Measure.COLLECTIVES_COMMENDED)
_COLLECTIVE_BASES = (Base.FACULTIES_AND_OFFICES, Base.COLLECTIVES)
_FIRST_BASIS = {
    Measure.ADVANCED_LABOURER: Basis.ELIGIBLE,
    Measure.GRASSROOTS_FIGHTER: Basis.ELIGIBLE,
    Measure.EXCELLENT_COLLECTIVE: Basis.ELIGIBLE,
    Measure.COLLECTIVES_COMMENDED: Basis.GRANTED,
    Measure.INDIVIDUALS_COMMENDED: Basis.GRANTED,
}


@dataclass(frozen=True, slots=True)
class Bound:
    """Mức yêu cầu: from `lower` to `upper`, both included, None = open; in percent (80 = 80 %) or in pieces."""

    lower: Fraction | None
    upper: Fraction | None
    unit: BoundUnit

    @classmethod
    def from_hundredths(cls, lower: int | None, upper: int | None, unit: BoundUnit) -> "Bound":
        """As rows keep it: 8000 for 80."""
        ends = [None if end is None else Fraction(end, 100) for end in (lower, upper)]
        return cls(ends[0], ends[1], unit)


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the base's `of` surely meet the measure, and of how many nobody can say yet."""

    met: int
    of: int
    unknown: int = 0

    def __post_init__(self) -> None:
        if min(self.met, self.of, self.unknown) < 0 or self.met + self.unknown > self.of:
            raise ValueError(f"no such count: {self}")

    @property
    def share(self) -> Fraction | None:
        """Percent of the base that surely meets it; None of an empty base."""
        return Fraction(100 * self.met, self.of) if self.of else None


def count(answers: Iterable[bool | None]) -> Count:
    """One answer per member of the base: met, not met, or None when it can't be said yet."""
    listed = list(answers)
    return Count(sum(answer is True for answer in listed), len(listed), sum(answer is None for answer in listed))


def judge(bound: Bound, counted: Count | None) -> Verdict:
    """The verdict, in exact fractions. It is open without a count, on an empty base, without any bound, and while
    the unknown members could still change it."""
    if counted is None or counted.of == 0 or (bound.lower is None and bound.upper is None):
        return Verdict.OPEN
    at_worst = _verdict(bound, counted.met, counted.of)
    at_best = _verdict(bound, counted.met + counted.unknown, counted.of)
    return at_worst if at_worst is at_best else Verdict.OPEN


def actual(bound: Bound, counted: Count) -> str:
    """The count as reports give it: "n/N" where the bound is a percentage, else "n"."""
    return f"{counted.met}/{counted.of}" if bound.unit is BoundUnit.PERCENT else str(counted.met)


def whole_numbers(bound: Bound, of: int) -> range | None:
    """The whole numbers of members that meet the bound on a base of `of`; an empty range when no number does, as
    10–15 % of 5 people. None on an empty base."""
    if of <= 0:
        return None
    lowest = 0 if bound.lower is None else max(0, ceil(_pieces(bound.lower, bound.unit, of)))
    highest = of if bound.upper is None else min(of, floor(_pieces(bound.upper, bound.unit, of)))
    return range(lowest, max(lowest, highest + 1))


def bound_problem(bound: Bound) -> str | None:
    """The code of what is wrong with a bound: ends out of range or the wrong way round."""
    ends = [end for end in (bound.lower, bound.upper) if end is not None]
    if any(end < 0 or (bound.unit is BoundUnit.PERCENT and end > 100) for end in ends):
        return "target_out_of_range"
    return "target_bounds_reversed" if ends != sorted(ends) else None


def fit(measure: Measure, base: Base, unit: BoundUnit) -> bool:
    """Whether the three speak of the same thing: collectives, or individuals."""
    of_collectives = measure in _COLLECTIVE_MEASURES
    if (base in _COLLECTIVE_BASES) is not of_collectives:
        return False
    return unit is BoundUnit.PERCENT or (unit is BoundUnit.COLLECTIVES) is of_collectives


def first_basis(measure: Measure) -> Basis:
    """On what a measure rests before any decision of the year."""
    return _FIRST_BASIS.get(measure, Basis.FACT)


def _verdict(bound: Bound, met: int, of: int) -> Verdict:
    if bound.lower is not None and met < _pieces(bound.lower, bound.unit, of):
        return Verdict.BELOW
    if bound.upper is not None and met > _pieces(bound.upper, bound.unit, of):
        return Verdict.ABOVE
    return Verdict.MET


def _pieces(end: Fraction, unit: BoundUnit, of: int) -> Fraction:
    """One end of a bound as a number of members of the base."""
    return end * of / 100 if unit is BoundUnit.PERCENT else end
