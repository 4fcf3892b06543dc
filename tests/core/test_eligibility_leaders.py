"""A leader's award follows the result of every unit led: each rating against the one asked for, and what is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.core.rule_cases import frame, person
from thidua_gui.core.conditions import Condition, Kind, Parameters, fits
from thidua_gui.core.eligibility import judge
from thidua_gui.core.eligibility_facts import NO_FACTS, Frame, LedUnit, Outcome
from thidua_gui.core.ratings import Rating
from thidua_gui.core.titles import TitleKey

DIPLOMA = TitleKey.DIPLOMA_OF_MERIT
ORDER = [Rating.NOT_COMPLETED, Rating.COMPLETED, Rating.GOOD, Rating.EXCELLENT]
LED = st.lists(st.builds(LedUnit, st.just("Khoa"), st.sampled_from([*ORDER, None])), max_size=4).map(tuple)


def law(floor: Rating) -> Frame:
    asked = Condition("led_unit", DIPLOMA, Kind.LED_UNIT, Parameters(rating=floor), "Nguồn", "M")
    return Frame(2022, date(2022, 12, 8), {DIPLOMA: (asked,)})


def outcome(leads: tuple[LedUnit, ...], floor: Rating) -> Outcome:
    return judge(DIPLOMA, replace(person({}, 2022), leads=leads), law(floor)).outcome


@given(st.sampled_from(ORDER), st.sampled_from(ORDER))
def test_a_unit_reaches_its_rating_from_the_same_one_upwards(floor: Rating, rating: Rating) -> None:
    wanted = Outcome.MET if ORDER.index(rating) >= ORDER.index(floor) else Outcome.NOT_MET
    assert outcome((LedUnit("Khoa", rating),), floor) is wanted


@given(LED, st.sampled_from(ORDER))
def test_the_worst_unit_decides_in_whatever_order_they_stand(leads: tuple[LedUnit, ...], floor: Rating) -> None:
    below = any(unit.rating is not None and ORDER.index(unit.rating) < ORDER.index(floor) for unit in leads)
    is_open = any(unit.rating is None for unit in leads)
    wanted = Outcome.NOT_MET if below else Outcome.UNKNOWN if is_open else Outcome.MET
    assert outcome(leads, floor) is outcome(leads[::-1], floor) is wanted


def test_the_units_and_their_ratings_are_told_and_nothing_of_who_leads_none() -> None:
    leads = (LedUnit("Khoa A", Rating.GOOD), LedUnit("Tổ B", None))
    (told,) = judge(DIPLOMA, replace(person({}, 2022), leads=leads), law(Rating.GOOD)).findings
    (nothing,) = judge(DIPLOMA, person({}, 2022), law(Rating.GOOD)).findings
    assert told.used.leads == leads
    assert (nothing.outcome, nothing.used) == (Outcome.MET, NO_FACTS)


def test_only_awards_of_people_may_ask_for_it() -> None:
    assert fits(Kind.LED_UNIT, DIPLOMA)
    assert not fits(Kind.LED_UNIT, TitleKey.EXCELLENT_COLLECTIVE)


def test_a_law_asks_for_led_units_if_any_condition_or_part_of_one_does() -> None:
    (asked,) = law(Rating.GOOD).rules[DIPLOMA]
    plain = replace(asked, kind=Kind.REGISTERED)
    whole = replace(asked, kind=Kind.ANY, parts=(plain, asked))
    asks = [Frame(2022, date(2022, 12, 8), {DIPLOMA: rules}).asks_led_units
            for rules in ((), (plain,), (plain, asked), (plain, whole))]
    assert asks == [False, False, True, True]


def test_the_packs_that_judge_ask_for_it_of_forms_alone() -> None:
    forms = {DIPLOMA, TitleKey.PRIME_MINISTER_DIPLOMA, TitleKey.ORDER_THIRD}
    for day in (date(2022, 12, 8), date(2024, 12, 8), date(2025, 12, 8)):
        rules = frame(day).rules
        assert {award for award, listed in rules.items() if any(one.asks_led_units for one in listed)} == forms
