"""Unbroken runs of years, of some of which nobody may know. Knows no titles and no people."""

from collections.abc import Callable
from dataclasses import dataclass

LONGEST = 60
"""Nobody's service is longer; a run of years that nobody knows anything of ends here."""


@dataclass(frozen=True, slots=True)
class Run:
    """How many years in a row end in `last`: surely, and if all that is unknown turned out well."""

    last: int
    surely: int
    at_best: int

    @property
    def years(self) -> tuple[int, ...]:
        """The sure ones, the earliest first."""
        return tuple(range(self.last - self.surely + 1, self.last + 1))

    @property
    def years_at_best(self) -> tuple[int, ...]:
        return tuple(range(self.last - self.at_best + 1, self.last + 1))


def run_to(last: int, answer: Callable[[int], bool | None]) -> Run:
    """The run of years of which `answer` says yes, backwards from `last`."""
    surely = at_best = 0
    while at_best < LONGEST and (given := answer(last - at_best)) is not False:
        if given and surely == at_best:
            surely += 1
        at_best += 1
    return Run(last, surely, at_best)


def longer(one: Run, other: Run) -> Run:
    """Of two runs to one year the longer, each end by itself."""
    return Run(one.last, max(one.surely, other.surely), max(one.at_best, other.at_best))
