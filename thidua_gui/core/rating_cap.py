"""The cap on "Hoàn thành xuất sắc": what it is a share of, what it allows, what one more does. Knows no law's number.

Texts disagree on the base (law.md §3 [C]), so all three readings are here and the school says which one holds.
"""

from bisect import bisect_right
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from thidua_gui.core.cutline import Quota
from thidua_gui.core.ratings import Rating


class CapBase(StrEnum):
    """Cơ sở tính: of whom the share is taken."""

    GOOD_ONLY = "good_only"
    GOOD_OR_BETTER = "good_or_better"
    ALL_STAFF = "all_staff"


class CapScope(StrEnum):
    """Phạm vi: within which the share must hold; a group has similar tasks (nhóm có nhiệm vụ tương tự)."""

    SCHOOL = "school"
    UNIT = "unit"
    STAFF_GROUP = "staff_group"


@dataclass(frozen=True, slots=True)
class CapRule:
    """Mức tối đa xếp HTXSNV: the share with its rounding, its base and the scopes in which it must hold."""

    quota: Quota
    base: CapBase
    scopes: tuple[CapScope, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people of a scope are rated how; `unrated` have no decision yet."""

    excellent: int = 0
    good: int = 0
    lower: int = 0
    unrated: int = 0

    @property
    def people(self) -> int:
        return self.excellent + self.good + self.lower + self.unrated


@dataclass(frozen=True, slots=True)
class CapStanding:
    """Where a scope stands: with these ratings `allowed` people may be excellent, of `base` people."""

    tally: Tally
    base: int
    allowed: int

    @property
    def over(self) -> int:
        """How many are excellent beyond the cap, 0 within it."""
        return max(0, self.tally.excellent - self.allowed)


@dataclass(frozen=True, slots=True)
class Placed:
    """One person to be counted: where they belong, which group has similar tasks, what was decided."""

    unit: Hashable
    staff_group: Hashable
    rating: Rating | None


@dataclass(frozen=True, slots=True)
class ScopeStanding:
    """The standing of the school (key None), of one unit or of one group."""

    scope: CapScope
    key: Hashable
    standing: CapStanding


def tally(ratings: Iterable[Rating | None]) -> Tally:
    """Count the ratings; None is not yet decided, which is no rating at all."""
    counts: dict[Rating | None, int] = dict.fromkeys((*Rating, None), 0)
    for rating in ratings:
        counts[rating] += 1
    lower = counts[Rating.COMPLETED] + counts[Rating.NOT_COMPLETED]
    return Tally(counts[Rating.EXCELLENT], counts[Rating.GOOD], lower, counts[None])


def base_of(counted: Tally, base: CapBase) -> int:
    """Of how many people the share is taken, as they are rated now."""
    if base is CapBase.GOOD_ONLY:
        return counted.good
    return counted.excellent + counted.good if base is CapBase.GOOD_OR_BETTER else counted.people


def standing(counted: Tally, quota: Quota, base: CapBase) -> CapStanding:
    """What the cap says of these ratings."""
    people = base_of(counted, base)
    return CapStanding(counted, people, quota.places(people))


def highest(counted: Tally, quota: Quota, base: CapBase) -> int:
    """The most who can be excellent if only those who are now good or better change places between the two.

    With `good_only` each one more also makes the base smaller: of 50 people good or better 20 % let 8 be excellent.
    """
    able = counted.excellent + counted.good
    if base is CapBase.GOOD_ONLY:
        return bisect_right(range(able + 1), 0, key=lambda count: count - quota.places(able - count)) - 1
    return min(able, quota.places(base_of(counted, base)))


def moved(counted: Tally, before: Rating | None, after: Rating | None) -> Tally:
    """The same people when one of them is rated otherwise."""
    left = replace(counted, **{_PLACE[before]: getattr(counted, _PLACE[before]) - 1})
    return replace(left, **{_PLACE[after]: getattr(left, _PLACE[after]) + 1})


def standings(people: Iterable[Placed], rule: CapRule) -> tuple[ScopeStanding, ...]:
    """Every scope of the rule, units and groups in the order in which their people come."""
    listed = list(people)
    found: list[ScopeStanding] = []
    for scope in rule.scopes:
        parts: dict[Hashable, list[Rating | None]] = {}
        for one in listed:
            parts.setdefault(key_in(scope, one), []).append(one.rating)
        found += [
            ScopeStanding(scope, key, standing(tally(ratings), rule.quota, rule.base)) for key, ratings in parts.items()
        ]
    return tuple(found)


def key_in(scope: CapScope, one: Placed) -> Hashable:
    """Which part of a scope somebody belongs to."""
    if scope is CapScope.SCHOOL:
        return None
    return one.unit if scope is CapScope.UNIT else one.staff_group


_PLACE = {
    Rating.EXCELLENT: "excellent",
    Rating.GOOD: "good",
    Rating.COMPLETED: "lower",
    Rating.NOT_COMPLETED: "lower",
    None: "unrated",
}
