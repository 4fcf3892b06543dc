"""Who is paid what for several awards: the highest of one achievement, each of others, nothing that is not the school's
own."""

from __future__ import annotations

from fractions import Fraction

import pytest

from thidua_gui.core.reward_sheet import Given, PaidLine, Pay, Together, Why, paid_lines, sums, together, total
from thidua_gui.core.rewards import MoneyRounding, Reward

SALARY = 1_490_000
AN, BINH, UNIT = (False, 1), (False, 2), (True, 1)
LABOURER = Reward("advanced_labourer", False, Fraction("0.3"))
FIGHTER = Reward("grassroots_fighter", False, Fraction(1))
COLLECTIVE = Reward("advanced_collective", True, Fraction("0.8"))
CERTIFICATE = Reward("certificate_of_merit", False, Fraction("0.3"))
ONE_HIGHEST = {Together.SAME_TITLES: Pay.HIGHEST, Together.OTHER_TITLES: Pay.EACH, Together.TITLE_AND_FORM: Pay.EACH}


def paid(*given: Given, salary: int | None = SALARY) -> tuple[PaidLine, ...]:
    return paid_lines(given, salary, MoneyRounding.NEAREST_10000, ONE_HIGHEST)


def told(lines: tuple[PaidLine, ...]) -> list[tuple[Why, int | None]]:
    return [(line.why, line.amount) for line in lines]


def test_of_two_titles_for_one_year_at_one_time_only_the_highest_is_paid() -> None:
    lines = paid(Given(AN, True, 2022, LABOURER), Given(AN, True, 2022, FIGHTER), Given(BINH, True, 2022, LABOURER))
    assert told(lines) == [(Why.COVERED, None), (Why.PAID, 1_490_000), (Why.PAID, 450_000)]
    assert total(lines) == 1_940_000


def test_of_two_equal_titles_one_is_paid() -> None:
    again = Given(AN, True, 2022, LABOURER)
    assert told(paid(again, again)) == [(Why.PAID, 450_000), (Why.COVERED, None)]


def test_titles_of_different_years_are_each_paid() -> None:
    lines = paid(Given(AN, True, 2021, LABOURER), Given(AN, True, 2022, FIGHTER))
    assert total(lines) == 450_000 + 1_490_000


def test_a_title_and_a_form_at_one_time_are_both_paid() -> None:
    lines = paid(Given(AN, True, 2022, FIGHTER), Given(AN, False, 2022, CERTIFICATE))
    assert total(lines) == 1_490_000 + 450_000


def test_of_a_case_that_nobody_has_read_each_is_paid() -> None:
    lines = paid(Given(AN, False, 2022, CERTIFICATE), Given(AN, False, 2022, CERTIFICATE))
    assert total(lines) == 900_000


def test_a_unit_and_a_person_of_one_row_are_two_bearers() -> None:
    lines = paid(Given(UNIT, True, 2022, COLLECTIVE), Given(AN, True, 2022, LABOURER))
    assert sums(lines) == {UNIT: 1_190_000, AN: 450_000}


def test_what_another_authority_decides_is_neither_paid_nor_does_it_take_anything_away() -> None:
    lines = paid(Given(AN, True, 2022, FIGHTER, is_own=False), Given(AN, True, 2022, LABOURER))
    assert told(lines) == [(Why.NOT_OWN, None), (Why.PAID, 450_000)]


@pytest.mark.parametrize(
    ("reward", "salary", "why"),
    [
        (None, SALARY, Why.NO_MULTIPLE),
        (Reward("medal", False, Fraction("0.6"), is_most=True), SALARY, Why.NO_MULTIPLE),
        (LABOURER, None, Why.NO_SALARY),
    ],
)
def test_what_nobody_can_say_is_unknown_and_not_nought(reward: Reward | None, salary: int | None, why: Why) -> None:
    lines = paid(Given(AN, True, 2022, reward), salary=salary)
    assert told(lines) == [(why, None)]
    assert sums(lines) == {}


def test_every_pair_has_its_case() -> None:
    title, form = Given(AN, True, 2022, FIGHTER), Given(AN, False, 2022, CERTIFICATE)
    earlier, other = Given(AN, True, 2021, FIGHTER), Given(AN, False, "bão lũ", CERTIFICATE)
    pairs = [(title, title), (title, earlier), (form, form), (form, other), (title, form)]
    assert [together(one, two) for one, two in pairs] == list(Together)
