"""Who lacks little for an award: what is missing of its conditions, now and a year later. Knows no rows, no wording.

The year to come is a projection: the titles that a person is about to get are taken as given, then and a year later,
with the same rating. Nothing else is assumed, least of all an initiative.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from thidua_gui.core.conditions import OF_UNITS, Kind
from thidua_gui.core.eligibility_facts import Finding, HeldAward, Judgement, Outcome, PersonFacts
from thidua_gui.core.ratings import Rating
from thidua_gui.core.titles import TitleKey

MOST = 2
"""Whoever lacks more conditions is not near."""
NEAR_PEOPLE = 2
"""A collective that lacks more of its people is not near."""
OF_YEARS = frozenset({Kind.TITLE_RUN, Kind.TITLE_COUNT, Kind.RATING_RUN, Kind.RATING_COUNT})
"""What only further years can bring."""
OF_THIS_YEAR = frozenset({Kind.INITIATIVES, Kind.HELD_BEFORE, Kind.SHARE, Kind.MEMBERS_MEETING, Kind.MEETS})
"""What may still come in the year although it is not there now; a rating or discipline once decided stays."""
HOPED = (TitleKey.ADVANCED_LABOURER, TitleKey.GRASSROOTS_FIGHTER)
"""The titles of each year that chains are made of."""


Judge = Callable[[], Judgement]


class When(StrEnum):
    """Sớm nhất: still this year, or only the next."""

    THIS_YEAR = "this_year"
    NEXT_YEAR = "next_year"


class Missing(NamedTuple):
    """A condition that is not met, or not known to be: how many years, people, initiatives are missing; 1 where a
    condition is met or not."""

    finding: Finding
    short: int

    @property
    def is_open(self) -> bool:
        """Nobody can say yet."""
        return self.finding.outcome is Outcome.UNKNOWN


class NearMiss(NamedTuple):
    """Sắp đủ điều kiện: what is missing now, and what the next year would still lack by itself."""

    when: When
    now: tuple[Missing, ...]
    later: tuple[Missing, ...]


def missing(judgement: Judgement) -> tuple[Missing, ...]:
    """Every condition that is not met, in the order of the law; of several ways the one that lacks least."""
    return tuple(_missing(finding) for finding in judgement.findings if finding.outcome is not Outcome.MET)


def near(hopeful: Judgement, plain: Judge, later: Judge | None) -> NearMiss | None:
    """None of who meets everything already, and of who is far. `hopeful`: the year with its titles taken as given;
    `plain` the same without, asked for only where hope meets everything; `later` the projection of the next year, None
    where nobody can make one: then only conditions that begin anew each year can be met in it."""
    lacking = missing(hopeful)
    if not lacking:
        waiting = missing(plain())
        return NearMiss(When.THIS_YEAR, waiting, ()) if 0 < len(waiting) <= MOST else None
    if len(lacking) > MOST:
        return None
    if _is_within_a_year(lacking) and all(_may_still_come(one) for one in lacking):
        return NearMiss(When.THIS_YEAR, lacking, ())
    if later is None:
        return NearMiss(When.NEXT_YEAR, lacking, ()) if _is_within_a_year(lacking) and _is_anew(lacking) else None
    rest = missing(later())
    return NearMiss(When.NEXT_YEAR, lacking, rest) if len(rest) <= MOST and _is_within_a_year(rest) else None


def hoped(person: PersonFacts, year: int, titles: Collection[TitleKey]) -> PersonFacts:
    """With the year's titles taken as given."""
    if not titles:
        return person
    given = tuple(HeldAward(title, year) for title in HOPED if title in titles)
    return replace(person, held=(*person.held, *given), ratings={year: Rating.GOOD, **person.ratings})


@dataclass(frozen=True, slots=True)
class Projection:
    """Dự kiến: a person as the next year may find them."""

    year: int

    def of(self, person: PersonFacts, titles: Collection[TitleKey]) -> PersonFacts:
        """Again with the same titles and rating, registered, without disciplines and without new initiatives."""
        before = hoped(person, self.year - 1, titles)
        again = tuple(HeldAward(title, self.year) for title in HOPED if title in titles)
        last = before.ratings.get(self.year - 1)
        return replace(
            before, held=(*before.held, *again), is_registered=True, disciplines=(), studies=(), moves=(),
            ratings=before.ratings if last is None else {**before.ratings, self.year: last},
        )  # fmt: skip


def _missing(finding: Finding) -> Missing:
    if finding.condition.kind is Kind.ANY and finding.parts:
        return min((_missing(part) for part in finding.parts), key=lambda one: (not one.is_open, one.short))
    return Missing(finding, max(1, _short(finding)))


def _short(finding: Finding) -> int:
    asked, used = finding.condition.asked, finding.used
    kind, number = finding.condition.kind, used.number or 0
    if kind in (Kind.TITLE_RUN, Kind.RATING_RUN):
        return asked.years - len(used.years)
    if kind in (Kind.TITLE_COUNT, Kind.RATING_COUNT, Kind.INITIATIVES, Kind.MEMBERS_MEETING):
        return asked.at_least - number
    if kind is Kind.ALL_RATED:
        return (used.of or 0) - number
    if kind is Kind.SHARE:
        part = asked.percent * (used.of or 0)
        return (-(-part // 100) if asked.inclusive else part // 100 + 1) - number
    return 1


def _is_within_a_year(lacking: Sequence[Missing]) -> bool:
    """Nothing is missing that one year cannot bring."""
    return all(_is_near(one) for one in lacking)


def _may_still_come(one: Missing) -> bool:
    return one.is_open or one.finding.condition.kind in OF_THIS_YEAR or one.finding.condition.is_attested


def _is_anew(lacking: Sequence[Missing]) -> bool:
    return not any(one.finding.condition.asks_earlier_years for one in lacking)


def _is_near(one: Missing) -> bool:
    kind = one.finding.condition.kind
    if kind in OF_YEARS:
        return False
    return one.short <= (NEAR_PEOPLE if kind in OF_UNITS else 1)
