"""The quota drawn and told: none, one place, many, thousands, a number, within units."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.points import Points
from thidua_gui.core.quotas import (
    Counted,
    Proposed,
    QuotaBase,
    QuotaRule,
    QuotaScope,
    QuotaStanding,
    standing,
)
from thidua_gui.ui.proposals.quota_card import QuotaCard

SHARE = QuotaRule(QuotaBase.HOLDERS, Quota(Fraction(15), QuotaRounding.FLOOR), base_kind="advanced_labourer")
NUMBER = QuotaRule(QuotaBase.FIXED, None, number=2)
SHORTS = {"advanced_labourer": "LĐTT"}


def of_school(base: int, proposed: int, rule: QuotaRule = SHARE) -> QuotaStanding:
    people = tuple(Proposed(one, None, Points(9_900 - one)) for one in range(proposed))
    return standing(rule, Counted({None: base}, people))


def within_units(bases: list[int], proposed: list[int]) -> QuotaStanding:
    rule = QuotaRule(SHARE.base, SHARE.share, base_kind=SHARE.base_kind, scope=QuotaScope.UNIT)
    people = tuple(Proposed(100 * unit + one, unit) for unit, count in enumerate(proposed) for one in range(count))
    return standing(rule, Counted(dict(enumerate(bases)), people))


@pytest.fixture
def card(qtbot: QtBot) -> QuotaCard:
    made = QuotaCard()
    qtbot.addWidget(made)
    made.resize(820, 100)
    made.show()
    return made


def shown(card: QuotaCard, found: QuotaStanding | None) -> QuotaCard:
    units: dict[int | None, str] = {unit: f"Khoa {unit}" for unit in range(9)}
    proposed = 0 if found is None else found.proposed
    card.show_quota("CSTĐCS", found, proposed, SHORTS, units, of_units=False)
    QApplication.processEvents()
    return card


@pytest.mark.parametrize(
    ("base", "proposed", "is_bar", "state"),
    [
        (5, 0, False, "Vừa đủ"), (5, 1, False, "Vượt 1 người"), (41, 4, False, "Còn 2 suất"),
        (400, 63, False, "Vượt 3 người"), (40_000, 6_200, True, "Vượt 200 người"),
    ],
)  # fmt: skip
def test_cells_become_a_bar_when_there_are_too_many(
    card: QuotaCard, base: int, proposed: int, is_bar: bool, state: str
) -> None:
    shown(card, of_school(base, proposed))
    assert card.meter.is_bar is is_bar
    assert card.state.text() == state
    assert not card.meter.grab().isNull()


def test_the_sum_is_told_with_its_rounding(card: QuotaCard) -> None:
    assert shown(card, of_school(41, 8)).sum.text() == "41 LĐTT x 15% = 6,15, làm tròn xuống 6"
    assert shown(card, of_school(40, 8)).sum.text() == "40 LĐTT x 15% = 6"
    assert shown(card, of_school(0, 3, NUMBER)).sum.text() == "Không quá 2 người"


def test_a_range_says_its_least(card: QuotaCard) -> None:
    ranged = QuotaRule(SHARE.base, SHARE.share, base_kind=SHARE.base_kind, lower=Fraction(10))
    shown(card, of_school(41, 3, ranged))
    assert card.heading.text() == "Chỉ tiêu CSTĐCS (10–15%)"
    assert card.state.text() == "Thiếu 2 người"


def test_without_a_quota_the_card_says_so(card: QuotaCard) -> None:
    shown(card, None)
    assert not card.meter.isVisible()
    assert card.heading.text() == "CSTĐCS: không giới hạn số lượng"


def test_what_one_unit_leaves_does_not_help_another(card: QuotaCard) -> None:
    shown(card, within_units([20, 20, 20], [1, 5, 0]))
    assert card.state.text() == "Vượt 2 người"
    assert card.sum.text() == "1/3 đơn vị vượt"
    card.by_unit.click()
    assert card.table.isVisible()
    assert [line.name for line in card.units.rows] == ["Khoa 1", "Khoa 0", "Khoa 2"]
    assert card.units.words(0, card.units.column_place("left")) == "Vượt 2"
    assert card.units.words(0, card.units.column_place("share")) == "20 x 15% = 3"


def test_the_meter_is_told_to_who_does_not_see_it(card: QuotaCard) -> None:
    told = shown(card, of_school(41, 8)).meter.accessibleName()
    assert told == "Chỉ tiêu CSTĐCS: 8 đem trình, tối đa 6. 41 LĐTT x 15% = 6,15, làm tròn xuống 6"


def test_a_narrow_card_keeps_figures_and_the_whole_sum(card: QuotaCard) -> None:
    card.resize(440, 100)
    shown(card, of_school(41, 9))
    assert card.figures.width() >= card.figures.sizeHint().width()
    assert card.sum.width() >= card.sum.fontMetrics().horizontalAdvance(card.sum.text())
    assert not card.meter.isVisible()
    card.resize(820, 100)
    QApplication.processEvents()
    assert card.meter.isVisible()
    assert card.heading.isVisible()
