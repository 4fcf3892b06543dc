"""How much money goes with an award: a multiple of the base salary, rounded. Knows no law's number and no day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor

STEP = 10_000
"""Đồng, to whose multiples the texts round."""


class MoneyRounding(StrEnum):
    """Cách làm tròn tiền thưởng: the texts and the published examples differ (law.md §6.3)."""

    NEAREST_10000 = "nearest_10000"
    CEIL_10000 = "ceil_10000"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reward:
    """Mức thưởng of a kind for a person or a collective: so many base salaries; `is_most`: not more than that, the
    exact figure is the authority's."""

    kind: str
    of_units: bool
    multiple: Fraction
    is_most: bool = False


@dataclass(frozen=True, slots=True)
class Payment:
    """How many of a kind are given what each, and together, in đồng."""

    reward: Reward
    count: int
    each: int

    @property
    def total(self) -> int:
        return self.count * self.each


def amount(multiple: Fraction, base_salary: int, rounding: MoneyRounding) -> int:
    """Đồng for one award. Halfway between two the nearest is the higher one, of single đồng too."""
    exact = multiple * base_salary
    if rounding is MoneyRounding.NONE:
        return floor(exact + Fraction(1, 2))
    if rounding is MoneyRounding.CEIL_10000:
        return -floor(-exact / STEP) * STEP
    return floor(exact / STEP + Fraction(1, 2)) * STEP


def payments(
    counted: Iterable[tuple[Reward, int]], base_salary: int, rounding: MoneyRounding
) -> tuple[Payment, ...]:
    """What each kind comes to; each award is rounded by itself, as it is paid out by itself."""
    return tuple(
        Payment(reward, count, amount(reward.multiple, base_salary, rounding)) for reward, count in counted
    )


def total(paid: Iterable[Payment]) -> int:
    """Đồng altogether."""
    return sum(payment.total for payment in paid)
