"""Runs and counts of years against a naive search: every way in which the unknown ratings could turn out is tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tests.core.rule_cases import frame, unit
from thidua_gui.core.conditions import Condition, Kind, Parameters
from thidua_gui.core.eligibility import judge, outcome_of
from thidua_gui.core.eligibility_facts import Frame, HeldAward, Outcome, PersonFacts
from thidua_gui.core.eligibility_units import judge_unit
from thidua_gui.core.ids import PersonId
from thidua_gui.core.ratings import Rating
from thidua_gui.core.titles import TitleKey

YEAR, FIRST = 2024, 2017
LABOURER, FIGHTER, PROVINCIAL = (
    TitleKey.ADVANCED_LABOURER, TitleKey.GRASSROOTS_FIGHTER, TitleKey.PROVINCIAL_FIGHTER
)  # fmt: skip
DIPLOMA, JUDGED = TitleKey.DIPLOMA_OF_MERIT, TitleKey.ORDER_THIRD
ORDER = [Rating.NOT_COMPLETED, Rating.COMPLETED, Rating.GOOD, Rating.EXCELLENT]
FLOORS = st.sampled_from([Rating.GOOD, Rating.EXCELLENT])
KNOWN = st.sampled_from([*ORDER[1:], Rating.GOOD, Rating.EXCELLENT])
HELD = st.lists(
    st.builds(HeldAward, st.sampled_from([FIGHTER, FIGHTER, PROVINCIAL, DIPLOMA]), st.integers(FIRST, YEAR),
              st.sampled_from([False, False, False, True])), max_size=9,
)  # fmt: skip


@dataclass(frozen=True)
class Somebody:
    """The facts as the naive search sees them."""

    ratings: dict[int, Rating | None]
    held: tuple[HeldAward, ...]
    joined: int

    @property
    def facts(self) -> PersonFacts:
        known = {year: rating for year, rating in self.ratings.items() if rating is not None}
        return PersonFacts(PersonId(1), known, True, date(self.joined, 9, 1), held=self.held)

    def worlds(self) -> Iterator[dict[int, Rating]]:
        years = range(FIRST, YEAR + 1)
        choices = [[rating] if (rating := self.ratings.get(year)) else ORDER for year in years]
        return (dict(zip(years, chosen, strict=True)) for chosen in product(*choices))

    def rated(self, world: dict[int, Rating], year: int, floor: Rating) -> bool:
        return year >= self.joined and ORDER.index(world[year]) >= ORDER.index(floor)

    def given(self, title: TitleKey, year: int) -> bool | None:
        """Stands, was revoked and not given again, or was never given."""
        own = [not one.is_revoked for one in self.held if (one.key, one.year) == (title, year)]
        if own:
            return any(own)
        higher = any((one.key, one.year, one.is_revoked) == (PROVINCIAL, year, False) for one in self.held)
        return True if title is FIGHTER and higher else None

    def holds(self, world: dict[int, Rating], title: TitleKey, year: int, *, is_granted_only: bool = False) -> bool:
        """A title of this year is held by its conditions too: rated good."""
        told = self.given(title, year)
        if told is None and year == YEAR and not is_granted_only:
            return self.rated(world, year, Rating.GOOD)
        return told is True


@st.composite
def somebody(draw: st.DrawFn) -> Somebody:
    """At most two years are not rated."""
    ratings: dict[int, Rating | None] = {year: draw(KNOWN) for year in range(FIRST, YEAR + 1)}
    for year in draw(st.lists(st.integers(FIRST, YEAR), max_size=2)):
        ratings[year] = None
    return Somebody(ratings, tuple(draw(HELD)), draw(st.integers(FIRST, FIRST + 4)))


def law(kind: Kind, asked: Parameters) -> Frame:
    """A fighter is who is rated good; the judged award asks for one thing."""
    rating = Condition("rating", LABOURER, Kind.RATING, Parameters(rating=Rating.GOOD), "", "S")
    meets = Condition("meets", FIGHTER, Kind.MEETS, Parameters(title=LABOURER), "", "S")
    rules = {LABOURER: (rating,), FIGHTER: (meets,), JUDGED: (Condition("one", JUDGED, kind, asked, "", "S"),)}
    return Frame(YEAR, date(YEAR, 12, 8), rules)


def length(last: int, yes: dict[int, bool]) -> int:
    """Year by year backwards."""
    count = 0
    while yes.get(last - count, False):
        count += 1
    return count


def said(answers: set[bool]) -> Outcome:
    if len(answers) > 1:
        return Outcome.UNKNOWN
    return Outcome.MET if answers.pop() else Outcome.NOT_MET


def rated_run(one: Somebody, world: dict[int, Rating], floor: Rating, after: TitleKey | None) -> int:
    since = FIRST
    if after is not None:
        since = min((year for year in range(FIRST, YEAR + 1) if one.given(after, year)), default=YEAR) + 1
    return length(YEAR, {year: one.rated(world, year, floor) for year in range(since, YEAR + 1)})


@given(somebody(), FLOORS, st.integers(1, 7), st.sampled_from([None, DIPLOMA]))
def test_a_run_of_ratings(one: Somebody, floor: Rating, years: int, after: TitleKey | None) -> None:
    told = law(Kind.RATING_RUN, Parameters(rating=floor, years=years, after=after))
    wanted = said({rated_run(one, world, floor, after) >= years for world in one.worlds()})
    assert judge(JUDGED, one.facts, told).outcome is wanted
    assert outcome_of(JUDGED, one.facts, told) is wanted


@given(somebody(), st.integers(1, 5))
def test_a_run_of_titles(one: Somebody, years: int) -> None:
    told = law(Kind.TITLE_RUN, Parameters(title=FIGHTER, years=years))
    worlds = [{year: one.holds(world, FIGHTER, year) for year in range(FIRST, YEAR + 1)} for world in one.worlds()]
    wanted = said({length(YEAR, held) >= years for held in worlds})
    assert judge(JUDGED, one.facts, told).outcome is wanted


@given(somebody(), st.integers(1, 4))
def test_a_run_of_granted_titles_may_end_in_the_year_before(one: Somebody, years: int) -> None:
    told = law(Kind.TITLE_RUN, Parameters(title=PROVINCIAL, years=years, granted_only=True))
    held = {year: one.given(PROVINCIAL, year) is True for year in range(FIRST, YEAR + 1)}
    found = max(length(YEAR, held), length(YEAR - 1, held) if not held[YEAR] else 0)
    assert judge(JUDGED, one.facts, told).outcome is (Outcome.MET if found >= years else Outcome.NOT_MET)


def period(one: Somebody, world: dict[int, Rating], asked: Parameters) -> range:
    lengths = [1] if asked.run_rating is None and asked.run_title is None else [0]
    if asked.run_rating is not None:
        lengths.append(rated_run(one, world, asked.run_rating, asked.after))
    if asked.run_title is not None:
        held = {year: one.holds(world, asked.run_title, year) for year in range(FIRST, YEAR + 1)}
        lengths.append(length(YEAR, held))
    return range(YEAR - max(lengths) + 1, YEAR + 1)


PERIODS = st.builds(
    Parameters, rating=FLOORS, title=st.just(FIGHTER), at_least=st.integers(1, 4), run_rating=st.none() | FLOORS,
    run_title=st.sampled_from([None, FIGHTER]), after=st.sampled_from([None, DIPLOMA]),
)  # fmt: skip


@given(somebody(), PERIODS, st.sampled_from([Kind.TITLE_COUNT, Kind.RATING_COUNT]))
def test_a_count_of_years_is_sure_only_where_every_way_agrees(one: Somebody, asked: Parameters, kind: Kind) -> None:
    found = judge(JUDGED, one.facts, law(kind, asked)).outcome
    answers = set()
    for world in one.worlds():
        years = period(one, world, asked)
        titles = sum(one.holds(world, FIGHTER, year) for year in years)
        ratings = sum(one.rated(world, year, asked.rating) for year in years)
        answers.add((titles if kind is Kind.TITLE_COUNT else ratings) >= asked.at_least)
    assert found in (said(set(answers)), Outcome.UNKNOWN)
    if None not in one.ratings.values():
        assert found is said(answers)


@given(somebody(), PERIODS, st.randoms(use_true_random=False))
def test_neither_the_order_of_awards_nor_of_ratings_matters(one: Somebody, asked: Parameters, chance: object) -> None:
    facts, told = one.facts, law(Kind.TITLE_COUNT, asked)
    held, ratings = list(facts.held), list(facts.ratings.items())
    chance.shuffle(held)  # type: ignore[attr-defined]
    chance.shuffle(ratings)  # type: ignore[attr-defined]
    turned = replace(facts, held=tuple(held), ratings=dict(ratings))
    assert judge(JUDGED, turned, told) == judge(JUDGED, facts, told)


@given(st.lists(st.fixed_dictionaries({
    "labourer": st.sampled_from(["met", "not_met", "unknown"]), "fighter": st.sampled_from(["met", "not_met"]),
    "rating": st.sampled_from(["good", "not_completed", ""]),
}), max_size=9), st.randoms(use_true_random=False))  # fmt: skip
def test_the_order_of_members_does_not_matter(members: list[dict[str, str]], chance: object) -> None:
    turned = list(members)
    chance.shuffle(turned)  # type: ignore[attr-defined]
    for award in (TitleKey.ADVANCED_COLLECTIVE, TitleKey.EXCELLENT_COLLECTIVE):
        one, two = ({"rating": "excellent", "members": listed} for listed in (members, turned))
        assert judge_unit(award, unit(one), A) == judge_unit(award, unit(two), A)


A = frame(date(2022, 12, 8))
