"""One line of the page: a person or unit with what is out of order; which lines are shown. Knows no widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_gui.core.rating_cap import CapRule, Placed, ScopeStanding, standings
from thidua_gui.core.rating_order import OrderProblem, order_problems
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services.rating_list import RatedRow, RatingList


class Showing(StrEnum):
    """Which lines are shown."""

    ALL = "all"
    UNRATED = "unrated"
    DIFFERENT = "different"
    STALE = "stale"
    ODD = "odd"


@dataclass(frozen=True, slots=True)
class Line:
    """`problems` are the breaches of the year's order."""

    rated: RatedRow
    problems: tuple[OrderProblem, ...]

    @property
    def id(self) -> int:
        return self.rated.id

    @property
    def named(self) -> str:
        """The name, with what tells a namesake apart."""
        apart = self.rated.told_apart
        return f"{self.rated.name} ({apart})" if apart else self.rated.name


def line_of(rated: RatedRow, council_on: date | None) -> Line:
    """The line of one person or unit."""
    return Line(rated, order_problems(rated.decision.steps, council_on))


def lines_of(shown: RatingList) -> list[Line]:
    """Every line of the list; the order of steps concerns people alone."""
    council_on = shown.council_on if shown.of is SheetSubject.PERSON else None
    return [line_of(rated, council_on) for rated in shown.rows]


def showings_of(line: Line) -> tuple[Showing, ...]:
    """Which choices show the line."""
    decision = line.rated.decision
    found = [Showing.ALL]
    if decision.rating is None:
        found.append(Showing.UNRATED)
    if line.rated.deviates:
        found.append(Showing.DIFFERENT)
    if decision.is_stale:
        found.append(Showing.STALE)
    if line.problems:
        found.append(Showing.ODD)
    return tuple(found)


def counted(lines: Iterable[Line]) -> Counter[Showing]:
    """How many lines each choice would show."""
    return Counter(showing for line in lines for showing in showings_of(line))


def problem_counts(lines: Iterable[Line]) -> Counter[OrderProblem]:
    """How many people have each problem."""
    return Counter(problem for line in lines for problem in line.problems)


def placed(line: Line) -> Placed:
    """As the cap counts somebody."""
    rated = line.rated
    return Placed(rated.unit_id, rated.staff_group, rated.decision.rating)


def standings_of(lines: Sequence[Line], rule: CapRule) -> tuple[ScopeStanding, ...]:
    """Where every scope of the rule stands."""
    return standings(map(placed, lines), rule)


def columns_of(shown: RatingList) -> tuple[object, ...]:
    """What the columns depend on."""
    return shown.of, shown.is_closed, shown.party, shown.order, shown.year


def group_key(line: Line) -> str:
    """Under which heading a line stands."""
    unit = line.rated.unit_id
    return "" if unit is None else str(int(unit))
