"""Targets are composed of parts that must speak of the same thing: people, or units."""

from __future__ import annotations

import pytest

from thidua_gui.core.ids import UnitId
from thidua_gui.core.target_catalogue import (
    BASES,
    MEASURES,
    WHOLE,
    Among,
    Base,
    Measure,
    Measured,
    Subject,
    Within,
    basis_of,
    first_basis,
    fit,
    misfit,
)
from thidua_gui.core.targets import Basis, BoundUnit

PERCENT, COLLECTIVES, INDIVIDUALS = BoundUnit
EVERYONE, UNITS = Among(Base.EVERYONE), Among(Base.FACULTIES_AND_OFFICES)
TITLED, RATED = Measured(Measure.TITLE, "Lao động tiên tiến"), Measured(Measure.RATED, "good")
GROUP = Within(staff_group="Giảng viên")


def test_every_entry_says_what_it_asks_for() -> None:
    assert set(MEASURES) == set(Measure)
    assert set(BASES) == set(Base)


@pytest.mark.parametrize(
    ("measured", "among", "unit", "within", "field"),
    [(Measured(Measure.UNITS_LAUNCHED), UNITS, PERCENT, WHOLE, None), (RATED, EVERYONE, PERCENT, WHOLE, None)]
    + [(Measured(Measure.UNITS_LAUNCHED), EVERYONE, PERCENT, WHOLE, "base"), (RATED, UNITS, PERCENT, WHOLE, "base")]
    + [(RATED, EVERYONE, COLLECTIVES, WHOLE, "unit"), (Measured(Measure.UNITS), UNITS, INDIVIDUALS, WHOLE, "unit")]
    + [(Measured(Measure.UNITS), UNITS, COLLECTIVES, GROUP, "within_group"), (RATED, EVERYONE, PERCENT, GROUP, None)]
    + [(Measured(Measure.RATED), EVERYONE, PERCENT, WHOLE, "measure_parameter")]
    + [(RATED, Among(Base.HOLDERS), PERCENT, WHOLE, "base_parameter")]
    + [(Measured(Measure.PEOPLE_REGISTERED), Among(Base.REGISTERED), INDIVIDUALS, Within(UnitId(3)), None)],
)
def test_the_part_that_does_not_go_with_the_rest_is_named(
    measured: Measured, among: Among, unit: BoundUnit, within: Within, field: str | None
) -> None:
    found = misfit(measured, among, unit, within)
    assert (found.field if found else None) == field
    assert fit(measured, among, unit, within) is (field is None)


@pytest.mark.parametrize("measure", list(Measure))
def test_a_measure_goes_with_the_bases_of_its_subject_alone(measure: Measure) -> None:
    fitting = [base for base in Base if fit(Measured(measure, "x"), Among(base, "x"), PERCENT)]
    assert fitting == [base for base in Base if BASES[base].subject is MEASURES[measure].subject]
    assert (Base.EVERYONE in fitting) is (MEASURES[measure].subject is Subject.PEOPLE)


def test_titles_rest_on_conditions_and_commendations_on_decisions() -> None:
    assert first_basis(RATED) is Basis.FACT
    assert first_basis(Measured(Measure.UNIT_TITLE, "Tập thể lao động xuất sắc")) is Basis.ELIGIBLE
    assert first_basis(Measured(Measure.INDIVIDUALS_COMMENDED)) is Basis.GRANTED


def test_a_decision_turns_what_was_eligible_into_what_was_granted() -> None:
    assert basis_of(TITLED, EVERYONE, is_granted=False) is Basis.ELIGIBLE
    assert basis_of(TITLED, EVERYONE, is_granted=True) is Basis.GRANTED
    assert basis_of(RATED, Among(Base.HOLDERS, "Lao động tiên tiến"), is_granted=True) is Basis.GRANTED
    assert basis_of(RATED, EVERYONE, is_granted=True) is Basis.FACT
