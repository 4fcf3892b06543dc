"""The formulas of a book: complete and lawful points only, caps cut, deductions taken off, no word of anybody in it."""

from __future__ import annotations

import pytest

from thidua_gui.core.ids import CriterionId, SheetId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating, Threshold
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet
from thidua_gui.core.unit_book.formulas import proposal_formula, total_formula

GROUP, POINTS, BONUS, OFF = (
    CriterionKind.GROUP, CriterionKind.POINTS, CriterionKind.BONUS, CriterionKind.DEDUCTION,
)  # fmt: skip


def line(
    number: int, kind: CriterionKind, maximum: int, parent: int | None = None, cap: int | None = None
) -> Criterion:
    return Criterion(
        CriterionId(number), str(number), "=1+1", kind, Points(maximum), Points(50) if kind is POINTS else None,
        None if parent is None else CriterionId(parent), None if cap is None else Points(cap),
    )  # fmt: skip


def sheet(*lines: Criterion) -> Sheet:
    return Sheet(SheetId(1), "GV", 1, lines)


def cells(*numbers: int) -> dict[CriterionId, str]:
    return {CriterionId(number): f"C{number}" for number in numbers}


def test_a_total_wants_every_required_score_within_its_rules() -> None:
    formula = total_formula(sheet(line(1, POINTS, 800), line(2, BONUS, 500)), cells(1, 2))
    lawful = "ISNUMBER(C1)*(N(C1)>=0)*(N(C1)<=8)*(MOD(ROUND(N(C1)*100,0),50)=0)"
    bonus = "N(C2)*ISNUMBER(C2)*(N(C2)>=0)*(N(C2)<=5)"
    assert formula == f'=IF(({lawful})<1,"",N(C1)+{bonus})'


def test_a_group_is_cut_at_its_cap_and_a_deduction_taken_off() -> None:
    lines = line(1, GROUP, 0, cap=1000), line(2, POINTS, 800, 1), line(3, POINTS, 800, 1), line(4, OFF, 300)
    formula = total_formula(sheet(*lines), cells(2, 3, 4))
    assert "MIN(10,N(C2)+N(C3))-N(C4)*" in formula


def test_a_sheet_without_criteria_has_no_total() -> None:
    assert total_formula(sheet(), {}) == '=""'


@pytest.mark.parametrize("criteria", [1, 60, 150])
def test_a_formula_never_grows_beyond_what_excel_takes(criteria: int) -> None:
    lines = [line(number, POINTS, 800) for number in range(1, criteria + 1)]
    assert len(total_formula(sheet(*lines), cells(*range(1, criteria + 1)))) < 8192


def test_the_best_rating_that_is_reached_is_proposed() -> None:
    thresholds = Threshold(Rating.EXCELLENT, Points(9500)), Threshold(Rating.GOOD, Points(7050))
    formula = proposal_formula("Z9", thresholds, ("L1", "L2"))
    assert formula == '=IF(Z9="","",IF(Z9>=95,L1,IF(Z9>=70.5,L2,"")))'
