"""How much money goes with an award: the test vectors of the texts, and what each rounding does."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.rewards import MoneyRounding, Payment, Reward, amount, payments, total

NEAREST, CEIL, NONE = MoneyRounding.NEAREST_10000, MoneyRounding.CEIL_10000, MoneyRounding.NONE
PERSON, UNIT = Fraction("0.3"), Fraction("0.8")
LABOURER, COLLECTIVE = Reward("advanced_labourer", False, PERSON), Reward("advanced_collective", True, UNIT)


@pytest.mark.parametrize(
    ("multiple", "base_salary", "nearest", "up", "exact"),
    [
        ("0.3", 1_490_000, 450_000, 450_000, 447_000),
        ("0.8", 1_490_000, 1_190_000, 1_200_000, 1_192_000),
        ("0.15", 1_490_000, 220_000, 230_000, 223_500),
        ("0.3", 2_340_000, 700_000, 710_000, 702_000),
        ("0.8", 2_340_000, 1_870_000, 1_880_000, 1_872_000),
        ("0.3", 2_530_000, 760_000, 760_000, 759_000),
        ("0.8", 2_530_000, 2_020_000, 2_030_000, 2_024_000),
        ("1", 1_490_000, 1_490_000, 1_490_000, 1_490_000),
    ],
)
def test_the_published_examples(multiple: str, base_salary: int, nearest: int, up: int, exact: int) -> None:
    found = [amount(Fraction(multiple), base_salary, rounding) for rounding in (NEAREST, CEIL, NONE)]
    assert found == [nearest, up, exact]


@pytest.mark.parametrize(
    ("exact", "nearest", "up"),
    [
        (0, 0, 0), (1, 0, 10_000), (4_999, 0, 10_000), (5_000, 10_000, 10_000), (9_999, 10_000, 10_000),
        (10_000, 10_000, 10_000), (10_001, 10_000, 20_000), (14_999, 10_000, 20_000), (15_000, 20_000, 20_000),
    ],
)  # fmt: skip
def test_the_limits_of_both_roundings(exact: int, nearest: int, up: int) -> None:
    assert [amount(Fraction(1), exact, rounding) for rounding in (NEAREST, CEIL)] == [nearest, up]


@pytest.mark.parametrize(("multiple", "exact"), [(Fraction(1, 3), 1), (Fraction(1, 2), 2), (Fraction(2, 3), 2)])
def test_even_unrounded_money_is_paid_in_whole_dong(multiple: Fraction, exact: int) -> None:
    assert amount(multiple, 3, NONE) == exact


def test_each_award_is_rounded_by_itself() -> None:
    paid = payments([(LABOURER, 41), (COLLECTIVE, 2)], 1_490_000, NEAREST)
    assert paid == (Payment(LABOURER, 41, 450_000), Payment(COLLECTIVE, 2, 1_190_000))
    assert [payment.total for payment in paid] == [18_450_000, 2_380_000]
    assert total(paid) == 20_830_000


def test_nothing_is_paid_to_nobody() -> None:
    assert total(payments([(LABOURER, 0)], 1_490_000, CEIL)) == 0
    assert total(()) == 0


def test_a_multiple_is_exact_until_it_is_said_to_be_the_most() -> None:
    assert not LABOURER.is_most


def test_the_names_that_data_files_keep_do_not_change() -> None:
    assert list(MoneyRounding) == ["nearest_10000", "ceil_10000", "none"]


@given(st.integers(0, 2000), st.integers(0, 10**8))
def test_no_rounding_moves_money_by_more_than_its_step(hundredths: int, base_salary: int) -> None:
    multiple = Fraction(hundredths, 100)
    exact = multiple * base_salary
    nearest, up, plain = (amount(multiple, base_salary, rounding) for rounding in (NEAREST, CEIL, NONE))
    assert -5_000 < nearest - exact <= 5_000
    assert 0 <= up - exact < 10_000
    assert Fraction(-1, 2) < plain - exact <= Fraction(1, 2)
    assert nearest % 10_000 == up % 10_000 == 0
