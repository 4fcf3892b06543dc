"""The unit filter holds with a handful of units and with thousands."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from thidua_gui.core.ids import UnitId
from thidua_gui.ui.people.unit_filter import UnitChoice, UnitFilter

WIDTH = 900


def choices(count: int) -> list[UnitChoice]:
    units = [UnitChoice(UnitId(place), f"Đơn vị số {place}", f"Khoa số {place}", 7) for place in range(1, count + 1)]
    return [UnitChoice(None, "Tất cả", "Tất cả", 7 * count, 0), *units]


@pytest.fixture
def units(qtbot: QtBot) -> UnitFilter:
    made = UnitFilter()
    qtbot.addWidget(made)
    made.resize(WIDTH, 34)
    made.show()
    return made


def shown(units: UnitFilter) -> list[object]:
    return [segment.choice.key for segment in units.segments.segments()]


def test_few_units_are_all_segments(units: UnitFilter) -> None:
    units.set_choices(choices(4))
    assert shown(units) == [None, 1, 2, 3, 4]
    assert not units.others.isVisible()


def test_thousands_of_units_fit_into_the_same_width(units: UnitFilter) -> None:
    units.set_choices(choices(5000))
    assert units.others.isVisible()
    assert units.segments.sizeHint().width() + units.others.width() <= WIDTH
    assert shown(units)[0] is None


def test_a_unit_that_has_no_segment_is_found_by_its_name_and_gets_one(units: UnitFilter) -> None:
    picked: list[object] = []
    units.picked.connect(picked.append)
    units.set_choices(choices(5000))
    units.others.picked.emit(4321)
    assert picked == [4321]
    assert shown(units)[-1] == 4321
    assert units.segments.current() == 4321


def test_the_chosen_unit_stays_chosen_when_counts_change(units: UnitFilter) -> None:
    units.set_choices(choices(4))
    units.segments.segments()[2].click()
    units.set_choices(choices(3))
    assert units.current() == 2
    units.set_choices(choices(1))
    assert units.current() is None


def test_a_wider_window_shows_more_segments(units: UnitFilter, qtbot: QtBot) -> None:
    units.set_choices(choices(12))
    before = len(shown(units))
    units.resize(WIDTH + 400, 34)
    qtbot.waitUntil(lambda: len(shown(units)) > before)
