"""Base salary, multiples and rounding on a day: the shipped ones, and the rounding that the school decides."""

from datetime import date
from fractions import Fraction

import pytest

from db.models.settings import Setting
from thidua_gui.core.awards import AwardKind
from thidua_gui.core.errors import UserError
from thidua_gui.core.reward_sheet import Pay, Together
from thidua_gui.core.rewards import MoneyRounding, amount
from thidua_gui.services import history, reward_rules, titles
from thidua_gui.services.data_file import OpenFile

NEAREST, CEIL, NONE = MoneyRounding.NEAREST_10000, MoneyRounding.CEIL_10000, MoneyRounding.NONE
DAY = date(2022, 12, 8)


@pytest.mark.parametrize(
    ("day", "salary"),
    [
        (date(2018, 7, 1), 1_390_000), (date(2019, 6, 30), 1_390_000), (date(2019, 7, 1), 1_490_000),
        (date(2023, 6, 30), 1_490_000), (date(2023, 7, 1), 1_800_000), (date(2024, 6, 30), 1_800_000),
        (date(2024, 7, 1), 2_340_000), (date(2026, 6, 30), 2_340_000), (date(2026, 7, 1), 2_530_000),
    ],
)  # fmt: skip
def test_the_base_salary_is_that_of_the_day(data_file: OpenFile, day: date, salary: int) -> None:
    found = reward_rules.rules_on(day).salary
    assert found is not None
    assert found.amount == salary


def test_an_older_base_salary_is_not_known(data_file: OpenFile) -> None:
    assert reward_rules.rules_on(date(2018, 6, 30)).salary is None


@pytest.mark.parametrize(
    ("day", "regime", "rounding"),
    [
        (date(2017, 1, 1), "A", NEAREST), (date(2023, 12, 31), "A", NEAREST), (date(2024, 1, 1), "B", CEIL),
        (date(2025, 6, 30), "B", CEIL), (date(2025, 7, 1), "C", CEIL), (date(2026, 10, 1), "D", CEIL),
    ],
)  # fmt: skip
def test_the_texts_of_the_day_say_how_to_round(
    data_file: OpenFile, day: date, regime: str, rounding: MoneyRounding
) -> None:
    found = reward_rules.rules_on(day)
    assert (found.regime, found.rounding.mode, found.rounding.text) == (regime, rounding, rounding)
    assert not found.rounding.is_own
    assert not found.rounding.is_checked


@pytest.mark.parametrize(
    ("day", "kind", "of_units", "money"),
    [
        (DAY, "advanced_labourer", False, 450_000),
        (DAY, "advanced_collective", True, 1_190_000),
        (date(2024, 8, 15), "advanced_labourer", False, 710_000),
        (date(2024, 8, 15), "advanced_collective", True, 1_880_000),
        (date(2026, 12, 1), "advanced_labourer", False, 760_000),
        (date(2026, 12, 1), "advanced_collective", True, 2_030_000),
        (DAY, "diploma_of_merit", False, 1_490_000),
        (date(2024, 8, 15), "diploma_of_merit", False, 3_510_000),
        (DAY, "certificate_of_merit", True, 890_000),
    ],
)
def test_an_award_of_the_day_is_paid_as_its_texts_say(
    data_file: OpenFile, day: date, kind: str, of_units: bool, money: int
) -> None:
    rules = reward_rules.rules_on(day)
    reward = rules.of(kind, of_units=of_units)
    assert reward is not None
    assert rules.salary is not None
    assert amount(reward.multiple, rules.salary.amount, rules.rounding.mode) == money


def test_a_kind_that_no_money_is_named_for_has_none(data_file: OpenFile) -> None:
    assert reward_rules.rules_on(DAY).of("commemorative_medal", of_units=False) is None
    assert reward_rules.rules_on(DAY).of("advanced_labourer", of_units=True) is None


def test_a_medal_is_paid_up_to_a_limit(data_file: OpenFile) -> None:
    reward = reward_rules.rules_on(date(2025, 12, 1)).of("commemorative_medal", of_units=False)
    assert reward is not None
    assert (reward.multiple, reward.is_most) == (Fraction(3, 5), True)


def test_what_goes_on_in_the_amended_law_was_not_read(data_file: OpenFile) -> None:
    old, new = (reward_rules.rules_on(day) for day in (date(2026, 9, 30), date(2026, 10, 1)))
    assert [one.reward for one in new.rewards] == [one.reward for one in old.rewards]
    assert any(one.is_checked for one in old.rewards)
    assert not any(one.is_checked for one in new.rewards)


def test_every_multiple_is_of_a_kind_of_the_catalogue_and_named_once(data_file: OpenFile) -> None:
    kinds: dict[str, AwardKind] = {key.value: kind for key, kind in titles.kinds().items()}
    for day in (DAY, date(2024, 2, 1), date(2025, 8, 1), date(2026, 11, 1)):
        named = [(one.reward.kind, one.reward.of_units) for one in reward_rules.rules_on(day).rewards]
        assert len(named) == len(set(named))
        assert {kind for kind, _ in named} <= kinds.keys()


def test_the_school_rounds_as_it_decides_from_its_day_on(data_file: OpenFile) -> None:
    reward_rules.set_rounding(NONE, date(2022, 7, 1))
    found = reward_rules.rules_on(DAY).rounding
    assert (found.mode, found.is_own, found.text, found.since) == (NONE, True, NEAREST, date(2022, 7, 1))
    assert reward_rules.rules_on(date(2022, 6, 30)).rounding.mode is NEAREST


def test_the_school_may_follow_the_texts_again(data_file: OpenFile) -> None:
    reward_rules.set_rounding(CEIL)
    reward_rules.set_rounding(None, date(2022, 7, 1))
    found = reward_rules.rules_on(DAY).rounding
    assert (found.mode, found.is_own, found.since) == (NEAREST, False, date(2022, 7, 1))


def test_the_rounding_is_undone_as_any_step(data_file: OpenFile) -> None:
    reward_rules.set_rounding(CEIL)
    history.undo_last()
    assert not reward_rules.rules_on(DAY).rounding.is_own


def test_an_odd_day_is_refused_and_nothing_written(data_file: OpenFile) -> None:
    with pytest.raises(UserError, match="date_out_of_range"):
        reward_rules.set_rounding(CEIL, date(222, 1, 1))
    assert Setting.select().count() == 0


@pytest.mark.parametrize("day", [DAY, date(2024, 8, 1), date(2025, 12, 1), date(2026, 12, 1)])
def test_of_two_titles_at_one_time_the_highest_is_paid_and_nobody_has_compared_that_with_the_text(
    data_file: OpenFile, day: date
) -> None:
    (rule,) = [one for one in reward_rules.rules_on(day).several if one.case is Together.SAME_TITLES]
    assert (rule.pay, rule.is_checked) == (Pay.HIGHEST, False)


def test_only_the_text_that_was_read_is_graded_so(data_file: OpenFile) -> None:
    checked = {
        regime: {one.case for one in reward_rules.rules_on(day).several if one.is_checked}
        for regime, day in (("A", DAY), ("B", date(2024, 8, 1)), ("C", date(2025, 12, 1)), ("D", date(2026, 12, 1)))
    }
    read = {Together.OTHER_TITLES, Together.OTHER_FORMS, Together.TITLE_AND_FORM}
    assert checked == {"A": set(), "B": read, "C": set(), "D": set()}
