"""Conditions of people: verdicts hang on the facts alone, and say what they were judged by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.rule_cases import frame, person, unit
from thidua_gui.core.conditions import Kind
from thidua_gui.core.disciplines import DisciplineLevel
from thidua_gui.core.eligibility import full_months, judge, outcome_of, quick, standing, years_held, years_revoked
from thidua_gui.core.eligibility_facts import (
    DisciplineFact,
    EarlierUse,
    Finding,
    Frame,
    HeldAward,
    InitiativeFact,
    Judgement,
    MoveFact,
    Outcome,
    PersonFacts,
)
from thidua_gui.core.eligibility_units import judge_unit
from thidua_gui.core.ids import InitiativeId
from thidua_gui.core.target_catalogue import Scope
from thidua_gui.core.titles import TitleKey

A, AFTER, C = frame(date(2022, 12, 8)), frame(date(2023, 9, 5)), frame(date(2025, 12, 8))
TITLES = (TitleKey.ADVANCED_LABOURER, TitleKey.GRASSROOTS_FIGHTER, TitleKey.PROVINCIAL_FIGHTER)
OF_PEOPLE = (*TITLES, TitleKey.NATIONAL_FIGHTER, TitleKey.DIPLOMA_OF_MERIT, TitleKey.PRIME_MINISTER_DIPLOMA)
YEARS = st.integers(2019, 2025)
KEYS = st.sampled_from([*OF_PEOPLE, TitleKey.ORDER_THIRD])
USES = st.builds(EarlierUse, KEYS | st.none(), YEARS, st.dates(date(2019, 1, 1), date(2026, 1, 1)))
PEOPLE = st.builds(
    replace,
    st.sampled_from([person({}, year) for year in (2022, 2023, 2025)]),
    is_registered=st.booleans(),
    joined_on=st.none() | st.dates(date(2018, 1, 1), date(2025, 12, 31)),
    held=st.lists(st.builds(HeldAward, KEYS, YEARS, st.booleans()), max_size=8).map(tuple),
    disciplines=st.lists(
        st.builds(DisciplineFact, st.sampled_from(DisciplineLevel) | st.none(), st.dates(date(2021, 1, 1)) | st.none()),
        max_size=2,
    ).map(tuple),
    initiatives=st.lists(
        st.builds(
            InitiativeFact, st.integers(1, 9).map(InitiativeId), YEARS, st.sampled_from(Scope) | st.none(),
            st.sampled_from([True, False, None]), st.lists(USES, max_size=2).map(tuple),
        ),
        max_size=4, unique_by=lambda one: one.id,
    ).map(tuple),
    objections=st.sampled_from([frozenset(), frozenset({"ethics"}), frozenset({"self_reliance"})]),
)  # fmt: skip


def finding(judgement: Judgement, name: str) -> Finding:
    (found,) = [one for one in judgement.findings if one.condition.id == name]
    return found


@given(PEOPLE, st.sampled_from([A, AFTER, C]), st.sampled_from(OF_PEOPLE))
def test_the_order_of_what_is_known_changes_nothing(subject: PersonFacts, law: Frame, award: TitleKey) -> None:
    turned = replace(
        subject, held=subject.held[::-1], initiatives=subject.initiatives[::-1], disciplines=subject.disciplines[::-1]
    )
    found, again = judge(award, subject, law), judge(award, turned, law)
    assert [one.outcome for one in found.findings] == [one.outcome for one in again.findings]


@given(PEOPLE, st.sampled_from([A, AFTER, C]), st.sampled_from(OF_PEOPLE))
def test_many_at_once_are_judged_as_one_by_one(subject: PersonFacts, law: Frame, award: TitleKey) -> None:
    outcome = judge(award, subject, law).outcome
    assert outcome_of(award, subject, law) is outcome
    assert outcome_of(award, subject, quick(law, with_attested=True)) is outcome
    plain = replace(subject, objections=frozenset())
    assert outcome_of(award, plain, quick(law, with_attested=False)) is judge(award, plain, law).outcome


@given(PEOPLE, st.sampled_from([A, AFTER, C]))
def test_a_chain_is_what_a_naive_search_finds(subject: PersonFacts, law: Frame) -> None:
    title = TitleKey.GRASSROOTS_FIGHTER
    past = [law.year - back in years_held(title, subject) for back in (1, 2)]
    now = standing(title, subject, law)
    wanted = now if all(past) else Outcome.NOT_MET
    assert finding(judge(TitleKey.PROVINCIAL_FIGHTER, subject, law), "title_run").outcome is wanted


@pytest.mark.parametrize(
    ("first", "end", "months"),
    [
        (date(2022, 3, 1), date(2023, 1, 1), 10), (date(2022, 3, 2), date(2023, 1, 1), 9),
        (date(2022, 12, 31), date(2023, 1, 1), 0), (date(2021, 1, 31), date(2021, 3, 31), 2),
        (date(2021, 1, 31), date(2021, 3, 30), 1), (date(2020, 1, 1), date(2023, 1, 1), 36),
    ],
)  # fmt: skip
def test_only_whole_months_count(first: date, end: date, months: int) -> None:
    assert full_months(first, end) == months


def test_months_in_the_year_are_twelve_at_most_and_told_with_the_day() -> None:
    used = finding(judge(TitleKey.ADVANCED_LABOURER, person({}, 2022), A), "months_in_year").used
    assert (used.number, used.day) == (12, date(2000, 1, 1))


def test_a_revoked_title_stands_for_no_year_even_under_a_higher_one() -> None:
    key, higher = TitleKey.GRASSROOTS_FIGHTER, TitleKey.PROVINCIAL_FIGHTER
    subject = replace(person({}, 2022), held=(HeldAward(key, 2021, True), HeldAward(higher, 2021)))
    assert (years_held(key, subject), years_revoked(key, subject)) == (set(), {2021})
    assert years_held(higher, subject) == {2021}


def test_a_form_of_commendation_stands_for_no_title() -> None:
    subject = replace(person({}, 2022), held=(HeldAward(TitleKey.DIPLOMA_OF_MERIT, 2021),))
    assert years_held(TitleKey.ADVANCED_LABOURER, subject) == set()
    subject = replace(subject, held=(HeldAward(TitleKey.NATIONAL_FIGHTER, 2021),))
    assert years_held(TitleKey.DIPLOMA_OF_MERIT, subject) == set()


def test_a_title_of_this_year_is_held_by_decision_or_by_its_conditions() -> None:
    title, subject = TitleKey.ADVANCED_LABOURER, person({"registered": False}, 2022)
    assert standing(title, subject, A) is Outcome.NOT_MET
    assert standing(title, replace(subject, held=(HeldAward(title, 2022),)), A) is Outcome.MET
    fine = person({"held": [{"title": "advanced_labourer", "year": 2022, "revoked": True}]}, 2022)
    assert standing(title, fine, A) is Outcome.NOT_MET
    assert standing(title, person({"held": [{"title": "advanced_labourer", "year": 2021}]}, 2022), A) is Outcome.MET


def test_the_chain_tells_its_years_and_what_was_revoked() -> None:
    held = [{"title": "grassroots_fighter", "year": year, "revoked": year == 2020} for year in (2019, 2020, 2021)]
    subject = person({"held": held, "initiatives": [{"id": 1}]}, 2022)
    used = finding(judge(TitleKey.PROVINCIAL_FIGHTER, subject, A), "title_run").used
    assert (used.years, used.revoked) == ((2021, 2022), (2020,))


def test_initiatives_used_before_are_told_also_where_that_does_not_bar() -> None:
    use = {"award": "diploma_of_merit", "year": 2022, "day": date(2022, 5, 5)}
    subject = person({"initiatives": [{"id": 2, "uses": [use]}, {"id": 1}]}, 2022)
    used = finding(judge(TitleKey.GRASSROOTS_FIGHTER, subject, A), "initiatives").used
    assert (used.number, used.initiatives, used.used_before) == (2, (1, 2), (2,))


def test_without_a_day_of_single_use_nothing_is_ever_spent() -> None:
    use = {"award": "diploma_of_merit", "year": 2023, "day": date(2023, 12, 5)}
    subject = person({"initiatives": [{"id": 1, "uses": [use]}]}, 2023)
    assert outcome_of(TitleKey.GRASSROOTS_FIGHTER, subject, AFTER) is Outcome.NOT_MET
    assert outcome_of(TitleKey.GRASSROOTS_FIGHTER, subject, replace(AFTER, single_use_since=None)) is Outcome.MET


@pytest.mark.parametrize(
    ("move", "asks"),
    [
        (MoveFact(False, date(2022, 7, 1), "QLDT"), True), (MoveFact(False, date(2022, 6, 30), "QLDT"), False),
        (MoveFact(False, None, "QLDT"), True), (MoveFact(True, date(2022, 2, 1), "Ban Tổ chức"), True),
    ],
)  # fmt: skip
def test_a_remark_is_asked_of_a_unit_where_half_the_year_was_spent_or_of_a_host(move: MoveFact, asks: bool) -> None:
    found = finding(judge(TitleKey.ADVANCED_LABOURER, replace(person({}, 2022), moves=(move,)), A), "remark")
    assert (found.outcome, found.used.moves) == (Outcome.MET, (move,) if asks else ())


def test_only_the_remark_tells_of_moves() -> None:
    subject = replace(person({}, 2022), moves=(MoveFact(True, None, "Ban Tổ chức"),))
    assert finding(judge(TitleKey.ADVANCED_LABOURER, subject, A), "ethics").used.moves == ()


def test_any_tells_each_of_its_parts() -> None:
    found = finding(judge(TitleKey.GRASSROOTS_FIGHTER, person({"rating": "excellent"}, 2025), C), "achievement")
    assert [part.outcome for part in found.parts] == [Outcome.MET, Outcome.NOT_MET]
    assert found.parts[1].used.number == 0


def test_an_open_case_of_a_unit_bars_and_one_that_was_closed_does_not() -> None:
    members = {"rating": "good", "members": [{"labourer": "met"}]}
    award = TitleKey.ADVANCED_COLLECTIVE
    assert judge_unit(award, unit(members | {"open_case": True}), C).not_met == ("open_case",)
    assert judge_unit(award, unit(members | {"open_case": False}), C).outcome is Outcome.MET


def test_a_share_tells_how_many_and_of_how_many_nobody_knows() -> None:
    members = [{"count": 3, "labourer": "met"}, {"labourer": "unknown"}, {"count": 2}]
    judged = judge_unit(TitleKey.ADVANCED_COLLECTIVE, unit({"rating": "good", "members": members}), A)
    used = finding(judged, "share").used
    assert (used.number, used.of, used.open) == (3, 6, 1)


def test_an_any_of_a_collective_is_met_by_one_of_its_parts() -> None:
    rating, share = A.rules[TitleKey.ADVANCED_COLLECTIVE][:2]
    whole = replace(rating, id="either", kind=Kind.ANY, parts=(rating, share))
    law = replace(A, rules={TitleKey.ADVANCED_COLLECTIVE: (whole,)})
    found = judge_unit(TitleKey.ADVANCED_COLLECTIVE, unit({"rating": "good", "members": []}), law)
    assert (found.outcome, len(found.findings[0].parts)) == (Outcome.MET, 2)


@pytest.mark.parametrize(
    ("award", "asks"),
    [
        (TitleKey.ADVANCED_LABOURER, False), (TitleKey.GRASSROOTS_FIGHTER, False),
        (TitleKey.PROVINCIAL_FIGHTER, True), (TitleKey.DIPLOMA_OF_MERIT, True),
    ],
)  # fmt: skip
def test_earlier_years_are_asked_for_by_chains_and_periods(award: TitleKey, asks: bool) -> None:
    assert any(condition.asks_earlier_years for condition in C.rules[award]) is asks


def test_a_part_that_asks_for_earlier_years_makes_the_whole_ask() -> None:
    whole = [one for one in C.rules[TitleKey.DIPLOMA_OF_MERIT] if one.kind is Kind.ANY]
    assert [one.asks_earlier_years for one in whole] == [True]
    period = [one for one in A.rules[TitleKey.DIPLOMA_OF_MERIT] if one.kind is Kind.INITIATIVES]
    assert [one.asks_earlier_years for one in period] == [True]


@pytest.mark.parametrize(("law", "beside"), [(A, None), (AFTER, TitleKey.GRASSROOTS_FIGHTER)])
def test_what_is_set_aside_for_another_title_is_told(law: Frame, beside: TitleKey | None) -> None:
    subject = person({"initiatives": [{"id": 1, "scope": "province"}]}, law.year)
    used = finding(judge(TitleKey.PROVINCIAL_FIGHTER, subject, law), "initiatives").used
    assert (used.number, used.beside) == (1, beside)


def test_what_is_set_aside_must_be_wide_enough_for_the_other_title() -> None:
    key = TitleKey.GRASSROOTS_FIGHTER
    wide = tuple(replace(one, asked=replace(one.asked, scope=Scope.PROVINCE)) for one in AFTER.rules[key])
    subject = person({"initiatives": [{"id": 1, "scope": "province"}, {"id": 2}]}, 2023)
    subject = replace(subject, held=(HeldAward(key, 2021), HeldAward(key, 2022)))
    assert outcome_of(TitleKey.PROVINCIAL_FIGHTER, subject, AFTER) is Outcome.MET
    stricter = replace(AFTER, rules={**AFTER.rules, key: wide})
    assert outcome_of(TitleKey.PROVINCIAL_FIGHTER, subject, stricter) is Outcome.NOT_MET
