"""Who lacks little: what is missing is counted, the next year is a projection, whoever is far is not listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.core.rule_cases import frame, person, unit
from thidua_gui.core.conditions import Kind
from thidua_gui.core.eligibility import judge
from thidua_gui.core.eligibility_facts import DisciplineFact, Outcome, PersonFacts
from thidua_gui.core.eligibility_units import judge_unit
from thidua_gui.core.near_misses import HOPED, MOST, NearMiss, Projection, When, hoped, missing, near
from thidua_gui.core.ratings import Rating
from thidua_gui.core.titles import TitleKey

NOW, NEXT = frame(date(2022, 12, 8)), frame(date(2023, 12, 8))
FIGHTER, PROVINCIAL = TitleKey.GRASSROOTS_FIGHTER, TitleKey.PROVINCIAL_FIGHTER
WIDE = {"id": 7, "scope": "province", "recognised": True}


def fighter(*years: int, initiatives: list[dict[str, object]] | None = None) -> PersonFacts:
    held = [{"title": "grassroots_fighter", "year": year} for year in years]
    return person({"held": held, "initiatives": initiatives or []}, 2022)


def found(facts: PersonFacts, award: TitleKey = PROVINCIAL, titles: tuple[TitleKey, ...] = HOPED) -> NearMiss | None:
    hopeful = judge(award, hoped(facts, 2022, titles), NOW)
    return near(
        hopeful, lambda: judge(award, facts, NOW), lambda: judge(award, Projection(2023).of(facts, titles), NEXT)
    )


def short(miss: NearMiss | None) -> list[tuple[Kind, int]]:
    assert miss is not None
    return [(one.finding.condition.kind, one.short) for one in miss.now]


def test_one_year_too_few_is_the_next_year_if_this_one_succeeds() -> None:
    miss = found(fighter(2021))
    assert short(miss) == [(Kind.TITLE_RUN, 1), (Kind.INITIATIVES, 1)]
    assert miss is not None
    assert miss.when is When.NEXT_YEAR
    assert [one.finding.condition.kind for one in miss.later] == [Kind.INITIATIVES]


def test_a_chain_that_this_year_completes_lacks_the_initiative_alone() -> None:
    miss = found(fighter(2020, 2021))
    assert short(miss) == [(Kind.INITIATIVES, 1)]
    assert miss is not None
    assert (miss.when, miss.later) == (When.THIS_YEAR, ())


def test_two_years_too_few_are_not_near() -> None:
    assert found(fighter()) is None


def test_whoever_meets_everything_is_not_listed() -> None:
    facts = fighter(2020, 2021, 2022, initiatives=[WIDE])
    assert judge(PROVINCIAL, facts, NOW).outcome is Outcome.MET
    assert found(facts) is None


def test_without_a_title_in_hope_nothing_is_taken_as_given() -> None:
    assert found(fighter(2020, 2021), titles=()) is None


def test_a_collective_whose_rating_is_decided_may_hope_for_the_next_year() -> None:
    table = {"rating": "good", "members": [{"count": 9, "labourer": "met"}, {"labourer": "met", "fighter": "met"}]}
    judged = judge_unit(TitleKey.EXCELLENT_COLLECTIVE, unit(table), NOW)
    miss = near(judged, lambda: judged, None)
    assert miss is not None
    assert (miss.when, [one.finding.condition.kind for one in miss.now]) == (When.NEXT_YEAR, [Kind.UNIT_RATING])


def test_people_that_a_share_lacks_are_counted() -> None:
    members = [{"count": 5, "labourer": "met"}, {"count": 4}, {"labourer": "met", "fighter": "met"}]
    judged = judge_unit(TitleKey.EXCELLENT_COLLECTIVE, unit({"rating": "excellent", "members": members}), NOW)
    assert [(one.finding.condition.kind, one.short) for one in missing(judged)] == [(Kind.SHARE, 1)]


def test_the_projection_keeps_ratings_and_titles_and_drops_the_disciplines_of_the_year() -> None:
    facts = replace(fighter(2021), disciplines=(DisciplineFact(None, date(2022, 3, 1)),), is_registered=False)
    later = Projection(2023).of(facts, HOPED)
    assert later.ratings[2023] is Rating.GOOD
    assert {(one.key, one.year) for one in later.held} >= {(FIGHTER, 2022), (FIGHTER, 2023)}
    assert (later.disciplines, later.is_registered, later.initiatives) == ((), True, facts.initiatives)


@given(st.frozensets(st.integers(2017, 2022)), st.booleans(), st.sampled_from([HOPED, ()]))
def test_nobody_near_lacks_more_than_two_conditions(
    years: frozenset[int], has_initiative: bool, titles: tuple[TitleKey, ...]
) -> None:
    miss = found(fighter(*years, initiatives=[WIDE] if has_initiative else []), titles=titles)
    assert miss is None or (0 < len(miss.now) <= MOST and len(miss.later) <= MOST)
