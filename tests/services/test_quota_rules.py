"""The quota of a kind on a day: the school's own, the shipped one, and the two keys that older files have."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from db.models.settings import Setting
from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.errors import UserError
from thidua_gui.core.quotas import QuotaBase, QuotaRule, QuotaScope
from thidua_gui.services import history, quota_rules, settings
from thidua_gui.services.data_file import OpenFile

FIGHTER, MERIT = "grassroots_fighter", "certificate_of_merit"
DAY, NEW_YEAR, LATER = date(2022, 12, 8), date(2022, 1, 1), date(2023, 1, 1)
FLOOR = QuotaRounding.FLOOR
FIFTH = QuotaRule(QuotaBase.HEADCOUNT, Quota(Fraction(20), FLOOR))
WHOLE = QuotaRule(
    QuotaBase.HOLDERS, Quota(Fraction(25, 2), QuotaRounding.HALF_UP), None, "advanced_labourer", Fraction(10),
    QuotaScope.UNIT, at_least_one=True,
)  # fmt: skip
OLD_PERCENT, OLD_ROUNDING = "quota.grassroots_fighter.percent", "quota.grassroots_fighter.rounding"


def _rule(kind: str, on: date = DAY) -> QuotaRule | None:
    return quota_rules.in_force(kind, on).rule


def _old(percent: int, rounding: str, valid_from: date | None = None) -> None:
    settings.put(OLD_PERCENT, percent, valid_from)
    settings.put(OLD_ROUNDING, rounding, valid_from)


def test_the_shipped_share_of_fighters_is_fifteen_of_a_hundred_holders(data_file: OpenFile) -> None:
    found = quota_rules.in_force(FIGHTER, DAY)
    assert found.rule is not None
    assert (found.rule.base, found.rule.base_kind) == (QuotaBase.HOLDERS, "advanced_labourer")
    assert (found.rule.share, found.rule.scope) == (Quota(Fraction(15), FLOOR), QuotaScope.SCHOOL)
    assert (found.is_own, found.since, found.rule.source) == (False, date(2017, 10, 1), found.source)


@pytest.mark.parametrize(
    ("on", "is_checked", "since"),
    [
        (date(2023, 12, 31), True, date(2017, 10, 1)),
        (date(2024, 1, 1), False, date(2024, 1, 1)),
        (date(2010, 1, 1), True, date(2017, 10, 1)),
    ],
)
def test_the_share_of_the_old_law_was_read_and_that_of_the_new_was_not(
    data_file: OpenFile, on: date, is_checked: bool, since: date
) -> None:
    found = quota_rules.in_force(FIGHTER, on)
    assert (found.is_checked, found.since) == (is_checked, since)
    assert found.rule is not None
    assert found.rule.is_checked is is_checked


def test_other_kinds_are_shipped_without_a_limit(data_file: OpenFile) -> None:
    found = quota_rules.in_force(MERIT, DAY)
    assert (found.rule, found.is_own, found.since, found.source) == (None, False, None, "")


@pytest.mark.parametrize("rule", [WHOLE, FIFTH, QuotaRule(QuotaBase.FIXED, None, number=3)])
def test_every_part_of_a_rule_comes_back(data_file: OpenFile, rule: QuotaRule) -> None:
    quota_rules.set_rule(MERIT, rule)
    assert _rule(MERIT) == replace(rule, is_own=True)


def test_the_schools_own_rule_names_what_the_law_was(data_file: OpenFile) -> None:
    shipped = quota_rules.in_force(FIGHTER, DAY).source
    quota_rules.set_rule(FIGHTER, FIFTH, NEW_YEAR)
    found = quota_rules.in_force(FIGHTER, DAY)
    assert (found.is_own, found.since, found.source) == (True, NEW_YEAR, shipped)
    assert found.rule is not None
    assert (found.rule.is_own, found.rule.is_checked, found.rule.source) == (True, True, shipped)


def test_a_rule_holds_from_its_day_on(data_file: OpenFile) -> None:
    quota_rules.set_rule(FIGHTER, FIFTH, LATER)
    bases = [found.base for day in (date(2022, 12, 31), LATER) if (found := _rule(FIGHTER, day)) is not None]
    assert bases == [QuotaBase.HOLDERS, QuotaBase.HEADCOUNT]


def test_the_school_may_set_no_limit(data_file: OpenFile) -> None:
    quota_rules.set_rule(FIGHTER, None)
    found = quota_rules.in_force(FIGHTER, DAY)
    assert (found.rule, found.is_own) == (None, True)


def test_the_shipped_rule_may_hold_again(data_file: OpenFile) -> None:
    quota_rules.set_rule(FIGHTER, FIFTH, NEW_YEAR)
    quota_rules.follow_shipped(FIGHTER, LATER)
    found = quota_rules.in_force(FIGHTER, date(2023, 12, 8))
    assert (found.is_own, found.since) == (False, LATER)
    assert quota_rules.in_force(FIGHTER, date(2025, 12, 8)).since == date(2024, 1, 1)
    assert quota_rules.in_force(FIGHTER, DAY).is_own


def test_a_decision_that_was_a_slip_is_taken_back(data_file: OpenFile) -> None:
    quota_rules.set_rule(FIGHTER, FIFTH, NEW_YEAR)
    quota_rules.set_rule(FIGHTER, None, LATER)
    quota_rules.forget(FIGHTER, LATER)
    assert [step.since for step in quota_rules.own_steps(FIGHTER)] == [NEW_YEAR]
    history.undo_last()
    assert [step.since for step in quota_rules.own_steps(FIGHTER)] == [NEW_YEAR, LATER]


def test_kinds_do_not_disturb_one_another(data_file: OpenFile) -> None:
    quota_rules.set_rule(MERIT, FIFTH)
    assert not quota_rules.in_force(FIGHTER, DAY).is_own
    assert quota_rules.own_steps(FIGHTER) == ()


@pytest.mark.parametrize(
    ("kind", "rule", "day", "code"),
    [
        (FIGHTER, replace(FIFTH, share=Quota(Fraction(0), FLOOR)), None, "quota_percent"),
        (FIGHTER, replace(FIFTH, share=Quota(Fraction(101), FLOOR)), None, "quota_percent"),
        ("advanced_labourer", WHOLE, None, "quota_base_kind"),
        (FIGHTER, FIFTH, date(1022, 1, 1), "date_out_of_range"),
        (FIGHTER, None, date(2922, 1, 1), "date_out_of_range"),
    ],
)
def test_an_odd_rule_is_refused_and_nothing_written(
    data_file: OpenFile, kind: str, rule: QuotaRule | None, day: date | None, code: str
) -> None:
    with pytest.raises(UserError, match=code):
        quota_rules.set_rule(kind, rule, day)
    assert Setting.select().count() == 0


def test_a_rule_is_undone_as_any_step(data_file: OpenFile) -> None:
    before = _rule(FIGHTER)
    quota_rules.set_rule(FIGHTER, FIFTH)
    history.undo_last()
    assert _rule(FIGHTER) == before


def test_a_file_with_the_old_keys_keeps_its_decision(data_file: OpenFile) -> None:
    _old(1250, "ceil")
    found = quota_rules.in_force(FIGHTER, DAY)
    assert found.is_own
    assert found.rule is not None
    assert found.rule.share == Quota(Fraction(25, 2), QuotaRounding.CEIL)
    assert (found.rule.base, found.rule.base_kind) == (QuotaBase.HOLDERS, "advanced_labourer")


@pytest.mark.parametrize(("rounding", "is_own"), [("floor", False), ("ceil", True)])
def test_an_unset_old_share_is_the_shipped_one_with_the_old_rounding(
    data_file: OpenFile, rounding: str, is_own: bool
) -> None:
    _old(-1, rounding)
    found = quota_rules.in_force(FIGHTER, DAY)
    assert found.rule is not None
    assert (found.rule.share, found.is_own) == (Quota(Fraction(15), QuotaRounding(rounding)), is_own)


def test_of_old_and_new_decisions_the_later_day_wins(data_file: OpenFile) -> None:
    _old(1000, "floor", NEW_YEAR)
    quota_rules.set_rule(FIGHTER, FIFTH)
    quota_rules.set_rule(FIGHTER, None, LATER)
    shares = [found.share for day in (date(2021, 6, 1), DAY) if (found := _rule(FIGHTER, day)) is not None]
    assert shares == [Quota(Fraction(20), FLOOR), Quota(Fraction(10), FLOOR)]
    assert _rule(FIGHTER, LATER) is None


def test_a_new_decision_of_the_same_day_replaces_the_old_keys(data_file: OpenFile) -> None:
    _old(1000, "floor")
    quota_rules.set_rule(FIGHTER, FIFTH)
    assert _rule(FIGHTER) == replace(FIFTH, is_own=True, source=quota_rules.in_force(FIGHTER, DAY).source)
    quota_rules.forget(FIGHTER, None)
    assert not quota_rules.in_force(FIGHTER, DAY).is_own
