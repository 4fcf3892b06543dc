"""What a condition says that it was judged by: the facts behind each verdict, for the clerk to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.core.rule_cases import frame, person, unit
from thidua_gui.core.conditions import Kind
from thidua_gui.core.disciplines import DisciplineLevel
from thidua_gui.core.eligibility import (
    disciplined,
    judge,
    outcome_of,
    quick,
    standing,
    with_higher,
    years_held,
    years_revoked,
)
from thidua_gui.core.eligibility_facts import (
    NO_FACTS,
    DisciplineFact,
    Finding,
    Frame,
    HeldAward,
    Outcome,
    Used,
    all_of,
    any_of,
    reached,
)
from thidua_gui.core.eligibility_units import judge_unit
from thidua_gui.core.ratings import Rating
from thidua_gui.core.target_catalogue import Scope
from thidua_gui.core.titles import TitleKey

A, B, C = frame(date(2022, 12, 8)), frame(date(2024, 12, 8)), frame(date(2025, 12, 8))
FIGHTER, PROVINCIAL, DIPLOMA = TitleKey.GRASSROOTS_FIGHTER, TitleKey.PROVINCIAL_FIGHTER, TitleKey.DIPLOMA_OF_MERIT
ORDER, MINISTER = TitleKey.ORDER_THIRD, TitleKey.PRIME_MINISTER_DIPLOMA
REPRIMAND = DisciplineFact(DisciplineLevel.REPRIMAND, date(2022, 6, 15))


def found(award: TitleKey, told: dict[str, Any], law: Frame, name: str) -> Finding:
    (one,) = [one for one in judge(award, person(told, law.year), law).findings if one.condition.id == name]
    return one


def of_unit(award: TitleKey, told: dict[str, Any], name: str) -> Finding:
    (one,) = [one for one in judge_unit(award, unit(told), A).findings if one.condition.id == name]
    return one


def rated(first: int, last: int, rating: str) -> dict[str, str]:
    return {str(year): rating for year in range(first, last + 1)}


def test_a_rating_and_a_discipline_are_told() -> None:
    whole = found(TitleKey.ADVANCED_LABOURER, {"rating": "completed"}, A, "rating")
    assert (whole.used, whole.parts[0].used) == (NO_FACTS, Used(rating=Rating.COMPLETED))
    noted = {"disciplines": [{"level": "reprimand", "on": date(2022, 6, 15)}, {"on": date(2021, 1, 1)}]}
    assert found(TitleKey.ADVANCED_LABOURER, noted, A, "discipline").used == Used(disciplines=(REPRIMAND,))


def test_a_condition_that_asks_for_no_facts_tells_none() -> None:
    for name in ("registered", "ethics"):
        assert found(TitleKey.ADVANCED_LABOURER, {}, A, name).used == NO_FACTS
    assert found(FIGHTER, {}, A, "meets").used == NO_FACTS


def test_months_are_told_with_the_first_day_unless_nobody_knows_it() -> None:
    used = found(TitleKey.ADVANCED_LABOURER, {"joined_on": date(2022, 3, 2)}, A, "months_in_year").used
    assert used == Used(day=date(2022, 3, 2), number=9)
    assert found(TitleKey.ADVANCED_LABOURER, {"joined_on": ""}, A, "months_in_year").used == NO_FACTS
    assert found(TitleKey.ADVANCED_LABOURER, {"joined_on": date(2022, 1, 1)}, A, "months_in_year").used.number == 12


def test_long_studies_are_counted() -> None:
    long = {"from": date(2021, 10, 1), "until": date(2022, 12, 31)}
    short = {"from": date(2022, 10, 1), "until": date(2022, 12, 31)}
    whole = found(TitleKey.ADVANCED_LABOURER, {"studies": [long, short]}, A, "rating")
    assert whole.parts[1].used == Used(number=1)


def test_a_run_of_ratings_tells_its_years_and_this_years_rating() -> None:
    told = {"rating": "excellent", "ratings": rated(2020, 2021, "excellent")}
    used = found(DIPLOMA, told, A, "rating_run").used
    assert used == Used(years=(2020, 2021, 2022), rating=Rating.EXCELLENT)


def test_a_count_of_titles_tells_the_years_in_which_they_were_held() -> None:
    held = [{"title": "grassroots_fighter", "year": year} for year in (2018, 2021, 2023)]
    told = {"ratings": rated(2020, 2023, "good"), "held": held, "initiatives": [{"id": 1}]}
    one = found(MINISTER, told, B, "title_count")
    assert (one.outcome, one.used) == (Outcome.MET, Used(years=(2021, 2023, 2024), number=3))


def test_a_count_of_ratings_tells_the_years() -> None:
    held = [{"title": "prime_minister_diploma", "year": 2019}]
    ratings = rated(2020, 2023, "good") | {"2022": "excellent"}
    one = found(ORDER, {"ratings": ratings, "held": held}, B, "rating_count")
    assert (one.outcome, one.used) == (Outcome.MET, Used(years=(2022,), number=1))


def test_a_count_stays_open_while_a_year_of_its_period_is_unknown() -> None:
    told: dict[str, Any] = {"rating": "", "ratings": rated(2020, 2023, "good")}
    held = [{"title": "prime_minister_diploma", "year": 2019}]
    assert found(ORDER, told | {"held": held}, B, "rating_count").outcome is Outcome.UNKNOWN
    titles = [{"title": "grassroots_fighter", "year": year} for year in (2022, 2023)]
    assert found(MINISTER, told | {"held": titles}, B, "title_count").outcome is Outcome.UNKNOWN
    assert found(MINISTER, told | {"held": titles[:1]}, B, "title_count").outcome is Outcome.NOT_MET


def test_years_after_a_form_begin_after_the_first_one_of_several() -> None:
    held = [{"title": "prime_minister_diploma", "year": year} for year in (2019, 2022)]
    one = found(ORDER, {"ratings": rated(2018, 2023, "good"), "held": held}, B, "rating_run")
    assert (one.outcome, one.used.years) == (Outcome.MET, (2020, 2021, 2022, 2023, 2024))


def test_earlier_forms_are_told_by_their_years() -> None:
    held = [{"title": "diploma_of_merit", "year": year} for year in (2021, 2019, 2024)]
    one = found(MINISTER, {"held": held}, B, "held_before")
    assert (one.outcome, one.used) == (Outcome.MET, Used(years=(2019, 2021)))
    assert found(MINISTER, {"held": held[2:]}, B, "held_before").used == Used()


def test_nobody_without_initiatives_has_any() -> None:
    assert found(FIGHTER, {}, A, "initiatives").used == Used(number=0)


def test_whoever_has_none_leaves_none_for_another_title() -> None:
    assert found(PROVINCIAL, {"rating": ""}, C, "initiatives").used == Used(number=0)


def test_a_run_of_granted_titles_tells_the_years_before_this_one() -> None:
    held = [{"title": "provincial_fighter", "year": year} for year in (2020, 2021)]
    used = found(TitleKey.NATIONAL_FIGHTER, {"held": held}, A, "title_run").used
    assert used == Used(years=(2020, 2021))


def test_only_the_initiatives_of_the_other_title_say_how_wide_its_own_must_be() -> None:
    meets, works = B.rules[FIGHTER][:2]
    rating, initiatives = works.parts
    wide = replace(initiatives, asked=replace(initiatives.asked, scope=Scope.PROVINCE))
    law = replace(B, rules={**B.rules, FIGHTER: (meets, replace(works, parts=(rating, wide)))})
    held = [{"title": "grassroots_fighter", "year": year} for year in (2022, 2023)]
    told = {"held": held, "initiatives": [{"id": 1, "scope": "province"}, {"id": 2}]}
    assert found(PROVINCIAL, told, B, "initiatives").outcome is Outcome.MET
    assert found(PROVINCIAL, told, law, "initiatives").outcome is Outcome.NOT_MET


def test_initiatives_of_the_whole_period_are_told() -> None:
    use = {"award": "certificate_of_merit", "year": 2021, "day": date(2021, 5, 5)}
    works = [{"id": 3, "year": 2020}, {"id": 2, "year": 2021, "uses": [use]}, {"id": 1}, {"id": 4, "recognised": ""}]
    told = {"rating": "excellent", "ratings": rated(2021, 2021, "excellent"), "initiatives": works}
    one = found(DIPLOMA, told, A, "initiatives")
    assert (one.outcome, one.used) == (Outcome.MET, Used(number=2, initiatives=(1, 2), used_before=(2,)))


def test_a_period_is_the_longer_of_two_runs() -> None:
    ratings = rated(2023, 2024, "excellent") | {"2022": "good"}
    held = [{"title": "grassroots_fighter", "year": year} for year in (2022, 2023, 2024)]
    works = [{"id": year, "year": year} for year in (2021, 2022, 2023)]
    told = {"rating": "excellent", "ratings": ratings, "held": held, "initiatives": works}
    one = found(DIPLOMA, told, C, "initiatives")
    assert (one.outcome, one.used.initiatives) == (Outcome.MET, (2022, 2023))


def test_one_initiative_more_than_needed_is_enough_beside_another_title() -> None:
    works = [{"id": n} for n in (1, 2, 3)]
    told: dict[str, Any] = {"held": [{"title": "grassroots_fighter", "year": 2024}], "ratings": {"2024": "good"}}
    assert found(DIPLOMA, told | {"initiatives": works}, C, "initiatives").outcome is Outcome.MET
    one = found(DIPLOMA, told | {"initiatives": works[:2]}, C, "initiatives")
    assert (one.outcome, one.used.beside) == (Outcome.NOT_MET, FIGHTER)
    unsure = [*works[:2], {"id": 3, "recognised": ""}]
    assert found(DIPLOMA, told | {"initiatives": unsure}, C, "initiatives").outcome is Outcome.UNKNOWN
    assert found(DIPLOMA, told | {"initiatives": unsure[1:]}, C, "initiatives").outcome is Outcome.NOT_MET


def test_what_is_left_for_the_other_title_may_be_less_than_is_needed_here() -> None:
    told: dict[str, Any] = {"held": [{"title": "grassroots_fighter", "year": 2024}], "ratings": {"2024": "good"}}
    works = [{"id": 1, "year": 2024}, {"id": 2, "year": 2024}, {"id": 3}]
    assert found(DIPLOMA, told | {"initiatives": works}, C, "initiatives").outcome is Outcome.MET
    works[0]["recognised"] = ""
    assert found(DIPLOMA, told | {"initiatives": works}, C, "initiatives").outcome is Outcome.UNKNOWN


def test_the_other_title_may_rest_on_an_initiative_that_does_not_serve_here() -> None:
    held = [{"title": "grassroots_fighter", "year": year} for year in (2023, 2024)]
    works = [{"id": 1, "scope": "province"}, {"id": 2, "scope": "grassroots", "recognised": ""}]
    one = found(PROVINCIAL, {"held": held, "initiatives": works}, C, "initiatives")
    assert (one.outcome, one.used.number, one.used.beside) == (Outcome.UNKNOWN, 1, FIGHTER)
    sure = [works[0], {"id": 2}]
    assert found(PROVINCIAL, {"held": held, "initiatives": sure}, C, "initiatives").outcome is Outcome.MET


def test_a_title_that_cannot_be_met_takes_no_initiative() -> None:
    one = found(PROVINCIAL, {"registered": False, "initiatives": [{"id": 1, "scope": "province"}]}, C, "initiatives")
    assert (one.outcome, one.used.beside) == (Outcome.MET, None)


@pytest.mark.parametrize(
    ("kept", "expected"),
    [((True,), {2021}), ((False,), set()), ((False, True), {2021}), ((True, False), {2021})],
)
def test_of_several_rows_of_a_year_one_that_stands_is_enough(kept: tuple[bool, ...], expected: set[int]) -> None:
    held = tuple(HeldAward(FIGHTER, 2021, not stands) for stands in kept)
    subject = replace(person({}, 2022), held=held)
    assert (years_held(FIGHTER, subject), years_revoked(FIGHTER, subject)) == (expected, {2021} - expected)


def test_what_else_was_revoked_does_not_matter() -> None:
    subject = replace(person({}, 2022), held=(HeldAward(DIPLOMA, 2021, True), HeldAward(PROVINCIAL, 2020, True)))
    assert (years_held(FIGHTER, subject), years_revoked(FIGHTER, subject)) == (set(), set())


def test_a_lower_title_stands_for_no_higher_one() -> None:
    subject = replace(person({}, 2022), held=(HeldAward(FIGHTER, 2021), HeldAward(PROVINCIAL, 2020, True)))
    assert (years_held(PROVINCIAL, subject), years_held(FIGHTER, subject)) == (set(), {2021})
    assert years_held(TitleKey.ADVANCED_LABOURER, subject) == {2021}


def test_an_award_of_another_year_says_nothing_of_this_one() -> None:
    subject = replace(person({}, 2022), held=(HeldAward(FIGHTER, 2021, True), HeldAward(DIPLOMA, 2022)))
    assert standing(TitleKey.ADVANCED_LABOURER, subject, A) is Outcome.MET
    assert standing(FIGHTER, subject, A) is Outcome.NOT_MET


def test_the_titles_above_are_asked_for_with_a_title() -> None:
    assert with_higher([FIGHTER, DIPLOMA]) == {FIGHTER, PROVINCIAL, TitleKey.NATIONAL_FIGHTER, DIPLOMA}
    assert with_higher([]) == frozenset()


def test_conditions_name_the_titles_whose_years_they_ask_for() -> None:
    asked = {award: set().union(*(one.titles_of_years for one in rules)) for award, rules in C.rules.items()}
    assert (asked[TitleKey.ADVANCED_LABOURER], asked[FIGHTER], asked[PROVINCIAL]) == (set(), set(), {FIGHTER})
    assert (asked[DIPLOMA], asked[MINISTER], asked[ORDER]) == ({FIGHTER}, {DIPLOMA, FIGHTER}, {MINISTER, FIGHTER})


def test_a_frame_asks_the_cheap_conditions_first_and_leaves_attested_ones_out() -> None:
    sooner = quick(A, with_attested=False)
    kinds = [[one.kind for one in sooner.rules[award]] for award in (FIGHTER, PROVINCIAL)]
    assert kinds == [[Kind.INITIATIVES, Kind.MEETS], [Kind.TITLE_RUN, Kind.INITIATIVES]]
    assert len(quick(A, with_attested=True).rules[PROVINCIAL]) == 3
    assert (sooner.year, sooner.decided_on, sooner.single_use_since) == (A.year, A.decided_on, A.single_use_since)


def test_what_was_said_of_somebody_is_remembered_for_these_facts_alone() -> None:
    law = frame(date(2022, 12, 8))
    subject = person({}, 2022)
    assert outcome_of(TitleKey.ADVANCED_LABOURER, subject, law) is Outcome.MET
    assert outcome_of(TitleKey.ADVANCED_LABOURER, replace(subject, is_registered=False), law) is Outcome.NOT_MET
    assert next(iter(law.known.values())) == (subject, Outcome.MET)


def test_a_discipline_without_a_day_or_a_form_leaves_things_open() -> None:
    level = DisciplineLevel.WARNING
    milder, unknown = DisciplineFact(DisciplineLevel.REPRIMAND), DisciplineFact(None, date(2022, 1, 1))
    assert disciplined(level, (milder, unknown), 2022) == ((milder, unknown), Outcome.UNKNOWN)
    assert disciplined(level, (milder, unknown), 2021) == ((milder,), Outcome.MET)


def test_no_is_said_before_unknown_and_yes_too() -> None:
    met, not_met, unknown = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
    assert (all_of([unknown, not_met]), all_of([met, unknown, met]), all_of([])) == (not_met, unknown, met)
    assert (any_of([unknown, met]), any_of([not_met, unknown, not_met]), any_of([])) == (met, unknown, not_met)
    assert [reached(2, 3, needed) for needed in (2, 3, 4)] == [met, unknown, not_met]


MEMBERS = [{"labourer": "met", "fighter": "met"}, {"labourer": "unknown", "fighter": "unknown", "rating": ""}, {}]


@pytest.mark.parametrize(
    ("award", "name", "used"),
    [
        (TitleKey.ADVANCED_COLLECTIVE, "unit_rating", Used(rating=Rating.GOOD)),
        (TitleKey.EXCELLENT_COLLECTIVE, "share", Used(number=1, of=3, open=1)),
        (TitleKey.EXCELLENT_COLLECTIVE, "all_rated", Used(number=2, of=3, open=1)),
        (TitleKey.EXCELLENT_COLLECTIVE, "members_meeting", Used(number=1, of=3, open=1)),
        (TitleKey.EXCELLENT_COLLECTIVE, "members_discipline", NO_FACTS),
        (TitleKey.EXCELLENT_COLLECTIVE, "emulation", NO_FACTS),
    ],
)
def test_a_collective_tells_its_rating_and_its_members(award: TitleKey, name: str, used: Used) -> None:
    assert of_unit(award, {"rating": "good", "members": MEMBERS}, name).used == used


def test_disciplines_of_members_are_told_and_bar_from_the_level_on() -> None:
    noted = DisciplineFact(DisciplineLevel.WARNING)
    one = of_unit(TitleKey.EXCELLENT_COLLECTIVE, {"rating": "good", "members": [{"discipline": "warning"}]},
                  "members_discipline")  # fmt: skip
    assert (one.outcome, one.used) == (Outcome.NOT_MET, Used(disciplines=(noted,)))


@pytest.mark.parametrize(("award", "name"), [(TitleKey.ADVANCED_COLLECTIVE, "share"),
                                             (TitleKey.EXCELLENT_COLLECTIVE, "share"),
                                             (TitleKey.EXCELLENT_COLLECTIVE, "all_rated"),
                                             (TitleKey.EXCELLENT_COLLECTIVE, "members_meeting")])  # fmt: skip
def test_of_nobody_no_condition_on_members_is_met(award: TitleKey, name: str) -> None:
    assert of_unit(award, {"rating": "good", "members": []}, name).outcome is Outcome.NOT_MET


@pytest.mark.parametrize(("labourers", "outcome"), [(1, Outcome.NOT_MET), (2, Outcome.MET)])
def test_more_than_half_of_three_are_two(labourers: int, outcome: Outcome) -> None:
    members = [{"count": labourers, "labourer": "met"}, {"count": 3 - labourers}]
    assert of_unit(TitleKey.ADVANCED_COLLECTIVE, {"rating": "good", "members": members}, "share").outcome is outcome
    hundred_and_one = [{"count": 51, "labourer": "met"}, {"count": 50}]
    told = {"rating": "good", "members": hundred_and_one}
    assert of_unit(TitleKey.ADVANCED_COLLECTIVE, told, "share").outcome is Outcome.MET


@pytest.mark.parametrize(("percent", "outcome"), [(33, Outcome.MET), (34, Outcome.NOT_MET)])
def test_one_of_three_is_more_than_thirty_three_percent(percent: int, outcome: Outcome) -> None:
    share = next(one for one in A.rules[TitleKey.ADVANCED_COLLECTIVE] if one.kind is Kind.SHARE)
    asked = replace(share, asked=replace(share.asked, percent=percent))
    law = replace(A, rules={TitleKey.ADVANCED_COLLECTIVE: (asked,)})
    members = [{"labourer": "met"}, {"count": 2}]
    assert judge_unit(TitleKey.ADVANCED_COLLECTIVE, unit({"rating": "", "members": members}), law).outcome is outcome


def test_an_any_of_a_collective_tells_nothing_but_its_parts() -> None:
    rating, share = A.rules[TitleKey.ADVANCED_COLLECTIVE][:2]
    whole = replace(rating, id="either", kind=Kind.ANY, parts=(rating, share))
    law = replace(A, rules={TitleKey.ADVANCED_COLLECTIVE: (whole,)})
    (one,) = judge_unit(TitleKey.ADVANCED_COLLECTIVE, unit({"rating": "good", "members": MEMBERS}), law).findings
    assert one[:3] == (whole, Outcome.MET, NO_FACTS)
    assert [part.condition for part in one.parts] == [rating, share]
