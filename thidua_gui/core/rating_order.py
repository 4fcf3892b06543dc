"""The order of the year's steps: rating, Party rating, council (law.md §3 [S46]), and which days a rating may have.

Compares dates; knows no people."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_gui.core.errors import UserError
from thidua_gui.core.ratings import Rating


class OrderProblem(StrEnum):
    """What is out of order for one person. Each is a warning: people decide."""

    PARTY_BEFORE_RATING = "party_before_rating"
    PARTY_WITHOUT_RATING = "party_without_rating"
    COUNCIL_BEFORE_RATING = "council_before_rating"
    COUNCIL_BEFORE_PARTY = "council_before_party"
    PARTY_ABOVE_RATING = "party_above_rating"
    """Excellent as a Party member but not as viên chức (law.md §3 [S45][S84])."""


@dataclass(frozen=True, slots=True)
class RatingSteps:
    """What was decided for one person and when; None = not (yet), or not known."""

    rating: Rating | None = None
    rated_on: date | None = None
    party: Rating | None = None
    party_on: date | None = None


def order_problems(steps: RatingSteps, council_on: date | None) -> tuple[OrderProblem, ...]:
    """What is out of order; steps of the same day are in order, an unknown date breaks none."""
    rated, party = steps.rating, steps.party
    found = {
        OrderProblem.PARTY_WITHOUT_RATING: party is not None and rated is None,
        OrderProblem.PARTY_BEFORE_RATING: _is_after(steps.rated_on, steps.party_on),
        OrderProblem.COUNCIL_BEFORE_RATING: _is_after(steps.rated_on, council_on),
        OrderProblem.COUNCIL_BEFORE_PARTY: _is_after(steps.party_on, council_on),
        OrderProblem.PARTY_ABOVE_RATING: party is Rating.EXCELLENT and rated not in (None, Rating.EXCELLENT),
    }
    return tuple(problem for problem, is_there in found.items() if is_there)


def rating_days(year: int) -> tuple[date, date]:
    """The first and the last day on which the rating of a year can be decided: some are only in the next one."""
    return date(year, 1, 1), date(year + 1, 12, 31)


def is_rating_day(day: date, year: int) -> bool:
    """Whether the rating of a year, also the Party's, can bear that day."""
    first, last = rating_days(year)
    return first <= day <= last


def refuse_odd_day(field: str, day: date | None, year: int) -> None:
    """Refuse a day that cannot be that of a rating of the year; None is not known and passes."""
    if day is not None and not is_rating_day(day, year):
        first, last = rating_days(year)
        raise UserError("rating_day_outside", field=field, day=day, year=year, first=first, last=last)


def _is_after(earlier: date | None, later: date | None) -> bool:
    """The step that must come first has the later date."""
    return earlier is not None and later is not None and earlier > later
