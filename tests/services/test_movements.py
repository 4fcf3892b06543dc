"""Thematic and short movements are kept beside the yearly one, refused when their days cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.small_school import populate, refusal, unit
from tests.services.year_books import rows
from thidua_gui.core.ids import MovementId
from thidua_gui.core.movements import MovementKind, MovementState
from thidua_gui.services import history, movements, year_states
from thidua_gui.services.movements import MovementDraft

TODAY = date(2022, 11, 22)
SPRING = MovementDraft(
    MovementKind.SHORT, "Chào mừng 19/5", "Thi đua nước rút", "45/KH-TCT", date(2022, 3, 20), date(2022, 3, 15),
    date(2022, 5, 19),
)  # fmt: skip


@pytest.fixture
def year(data_file):
    assert data_file
    return populate()


def line(year, name=SPRING.name):
    return next(line for line in movements.movements(year, TODAY) if line.draft.name == name)


def test_a_movement_keeps_everything_that_was_filled_in(year):
    draft = replace(SPRING, units=(unit("XDD"), unit("LLCS")), closed_on=date(2022, 5, 25), summary="Đạt kế hoạch.")
    movements.add_movement(year, replace(draft, name="  Chào mừng   19/5 "))
    kept = line(year)
    assert kept.draft == replace(draft, units=(unit("LLCS"), unit("XDD")))
    assert (kept.state, len(kept.units)) == (MovementState.REVIEWED, 2)


def test_without_units_the_whole_school_takes_part(year):
    movements.add_movement(year, SPRING)
    assert line(year).units == ()
    assert line(year).state is MovementState.TO_REVIEW


def test_movements_stand_by_their_first_day(year):
    movements.add_movement(year, SPRING)
    movements.add_movement(year, MovementDraft(MovementKind.THEMATIC, "Chuyển đổi số"))
    movements.add_movement(year, replace(SPRING, name="Tết trồng cây", starts_on=date(2022, 2, 1)))
    names = [line.draft.name for line in movements.movements(year, TODAY)]
    assert names == ["Tết trồng cây", "Chào mừng 19/5", "Chuyển đổi số"]


def test_a_change_writes_only_what_differs_and_is_undone_in_one_step(year):
    movements.add_movement(year, replace(SPRING, units=(unit("LLCS"), unit("XDD"))))
    before = rows()
    kept = line(year)
    changes = movements.change_movement(kept.id, replace(kept.draft, units=(unit("XDD"), unit("TCHC")), theme=""))
    assert {table for table, _ in changes.rows} == {"movements", "movement_units"}
    assert line(year).draft.units == (unit("XDD"), unit("TCHC"))
    history.undo_last()
    assert rows() == before


def test_a_movement_is_removed_and_comes_back_by_undo(year):
    movements.add_movement(year, replace(SPRING, units=(unit("LLCS"),)))
    before = rows()
    movements.remove_movement(line(year).id)
    assert movements.movements(year, TODAY) == ()
    history.undo_last()
    assert rows() == before


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (replace(SPRING, name=" "), "movement_name_missing", "name"),
        (replace(SPRING, ends_on=date(2022, 3, 14)), "movement_reversed", "ends_on"),
        (replace(SPRING, starts_on=date(2021, 6, 30)), "movement_out_of_year", "starts_on"),
        (replace(SPRING, ends_on=date(2024, 1, 1)), "movement_out_of_year", "ends_on"),
        (replace(SPRING, plan_issued_on=date(2012, 3, 1)), "movement_out_of_year", "plan_issued_on"),
        (replace(SPRING, closed_on=date(2022, 3, 14)), "movement_closed_early", "closed_on"),
    ],
)
def test_a_movement_that_cannot_be_is_refused_beside_its_field(year, draft, code, field):
    refused = refusal(movements.add_movement, year, draft)
    assert (refused.code, refused.details["field"]) == (code, field)
    assert movements.movements(year, TODAY) == ()


def test_the_same_name_twice_is_refused_in_any_spelling(year):
    movements.add_movement(year, SPRING)
    assert refusal(movements.add_movement, year, replace(SPRING, name="chao mung 19/5")).code == "movement_name_taken"
    movements.change_movement(line(year).id, SPRING)


def test_a_movement_that_is_gone_is_told(year):
    assert refusal(movements.remove_movement, MovementId(99)).code == "movement_gone"


def test_a_closed_year_keeps_its_movements(year):
    movements.add_movement(year, SPRING)
    kept = line(year)
    year_states.close_year(year)
    for command, arguments in (
        (movements.add_movement, (year, replace(SPRING, name="Khác"))),
        (movements.change_movement, (kept.id, replace(SPRING, theme="x"))),
        (movements.remove_movement, (kept.id,)),
    ):
        assert refusal(command, *arguments).code == "campaign_closed"
