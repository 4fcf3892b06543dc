"""Unbroken years of a title and what broke each run of them. Knows no rows, no law and no wording."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Break:
    """The year in which a run of years ended, or before which it had to begin anew."""

    year: int
    is_revoked: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """Chuỗi năm liên tục, from `first` to `last`. `before`: why it is not longer backwards, None where nothing was held
    earlier. `after`: why it did not go on, None while it may."""

    first: int
    last: int
    before: Break | None
    after: Break | None

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    @property
    def is_running(self) -> bool:
        return self.after is None


def chains(held: Collection[int], revoked: Collection[int], this_year: int) -> tuple[Chain, ...]:
    """The runs of years without a gap, the newest first. `this_year` is not over: it breaks nothing unless what was
    given for it was revoked. A year in both counts as held: it was given again."""
    stands, lost = set(held), set(revoked) - set(held)
    ends = sorted((year for year in stands if year + 1 not in stands), reverse=True)
    return tuple(_chain(last, stands, lost, this_year) for last in ends)


def _chain(last: int, held: set[int], revoked: set[int], this_year: int) -> Chain:
    first = last
    while first - 1 in held:
        first -= 1
    has_earlier = any(year < first for year in held) or first - 1 in revoked
    before = Break(first - 1, first - 1 in revoked) if has_earlier else None
    is_over = last + 1 in revoked or last + 1 < this_year
    after = Break(last + 1, last + 1 in revoked) if is_over else None
    return Chain(first, last, before, after)
