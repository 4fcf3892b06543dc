"""What a target requires, what was counted, and the exact verdict on it. Knows no people, no measures, no wording."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor


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


class OpenReason(StrEnum):
    """Vì sao chưa có căn cứ: why nothing can be said of a target yet."""

    MISFIT = "misfit"
    NO_BOUND = "no_bound"
    TITLE_NOT_GRANTED = "title_not_granted"
    NOTHING_COMMENDED = "nothing_commended"
    BASE_NOT_GRANTED = "base_not_granted"
    BASE_OPEN = "base_open"
    EMPTY_BASE = "empty_base"
    UNKNOWN_MEMBERS = "unknown_members"
    LAW_NOT_READ = "law_not_read"


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


@dataclass(frozen=True, slots=True)
class Gap:
    """How many members more are needed, or are too many; `nearest` is told only when no whole number fits at all."""

    missing: int = 0
    over: int = 0
    nearest: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """Who surely meets a measure. Of the others nobody can say it yet of `unknown`, nor, where `settled` is given, of
    whoever is not in it. `is_eligible`: by the conditions alone, before a decision."""

    met: AbstractSet[int]
    unknown: AbstractSet[int] = frozenset()
    settled: AbstractSet[int] | None = None
    is_eligible: bool = False

    def answer(self, member: int) -> bool | None:
        """Met, not met, or None while nobody can say."""
        if member in self.met:
            return True
        is_open = member in self.unknown or (self.settled is not None and member not in self.settled)
        return None if is_open else False

    def among(self, members: AbstractSet[int]) -> Count:
        """The count over a base: as of everyone's answer, but by sets, for bases of a hundred thousand."""
        met = len(members & self.met)
        others = members - self.met
        is_open = others & self.unknown
        if self.settled is not None:
            is_open = is_open | (others - self.settled)
        return Count(met, len(members), len(is_open))


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


def gap(bound: Bound, counted: Count | None) -> Gap | None:
    """How far the sure members are from what is required; None on an empty base or without any bound."""
    if counted is None or (bound.lower is None and bound.upper is None):
        return None
    enough = whole_numbers(bound, counted.of)
    if enough is None:
        return None
    if not enough:
        return Gap(nearest=nearest(bound, counted.of))
    return Gap(max(0, enough.start - counted.met), max(0, counted.met - (enough.stop - 1)))


def nearest(bound: Bound, of: int) -> tuple[int, ...]:
    """The whole numbers closest to a bound that none meets: one, or two that are equally far."""
    ends = [_pieces(end, bound.unit, of) for end in (bound.lower, bound.upper) if end is not None]
    around = {min(of, max(0, number)) for end in ends for number in (floor(end), ceil(end))}
    far = {number: min(abs(number - end) for end in ends) for number in around}
    return tuple(sorted(number for number in around if far[number] == min(far.values())))


def _verdict(bound: Bound, met: int, of: int) -> Verdict:
    if bound.lower is not None and met < _pieces(bound.lower, bound.unit, of):
        return Verdict.BELOW
    if bound.upper is not None and met > _pieces(bound.upper, bound.unit, of):
        return Verdict.ABOVE
    return Verdict.MET


def _pieces(end: Fraction, unit: BoundUnit, of: int) -> Fraction:
    """One end of a bound as a number of members of the base."""
    return end * of / 100 if unit is BoundUnit.PERCENT else end
