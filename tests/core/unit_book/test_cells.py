"""The words of a returned cell in one spelling, whatever program saved it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from thidua_gui.core.points import Points
from thidua_gui.core.unit_book.cells import read_cell, shown
from thidua_gui.core.unit_book.content import Field, FieldKind
from thidua_gui.core.workbook.cells import BrokenCell

POINTS = Field("p", "", FieldKind.POINTS, maximum=Points(800))
DAY = Field("d", "", FieldKind.DATE)
COUNT = Field("c", "", FieldKind.COUNT)
WORD = Field("w", "", FieldKind.WORD, words=("Lao động tiên tiến",), also={"ldtt": "Lao động tiên tiến"})
TEXT, LONG = Field("t", "", FieldKind.TEXT), Field("l", "", FieldKind.LONG)


@pytest.mark.parametrize(
    ("field", "value", "words", "problem"),
    [
        (POINTS, 7.5, "7,5", ""),
        (POINTS, 7.499999999, "7,5", ""),
        (POINTS, "7.50", "7,5", ""),
        (POINTS, 0.0, "0", ""),
        (POINTS, "bảy", "bảy", ""),
        (POINTS, None, "", ""),
        (POINTS, " ", "", ""),
        (DAY, datetime(2022, 3, 25), "25/03/2022", ""),
        (DAY, datetime(2022, 3, 25, 8, 30), "25/03/2022", ""),
        (DAY, "25-3-2022", "25/03/2022", ""),
        (DAY, "31/02/2022", "31/02/2022", "not_a_date"),
        (DAY, date(2101, 1, 1), "01/01/2101", "day_out_of_range"),
        (COUNT, 3.0, "3", ""),
        (COUNT, "03", "3", ""),
        (COUNT, 3.5, "3,5", "not_a_count"),
        (COUNT, -1.0, "-1", "not_a_count"),
        (COUNT, 1e300, "1e+300", "not_a_count"),
        (WORD, "LĐTT", "Lao động tiên tiến", ""),
        (WORD, "lao dong tien tien", "Lao động tiên tiến", ""),
        (WORD, "Giỏi", "Giỏi", "word_not_offered"),
        (TEXT, "  Một \u00a0 hai ", "Một hai", ""),
        (LONG, "Một\r\nhai ", "Một\nhai", ""),
        (LONG, "Kho\u0061\u0301", "Khoá", ""),
        (LONG, "'=1+1", "=1+1", ""),
        (LONG, "'em", "'em", ""),
        (LONG, "x\x00y", "xy", "character_unreadable"),
        (LONG, BrokenCell("#N/A"), "#N/A", "formula_failed"),
    ],
)
def test_a_cell_reads_the_same_however_it_was_written(field: Field, value: object, words: str, problem: str) -> None:
    read = read_cell(field, value, {})
    assert (read.words, read.problem) == (words, problem)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**400, True, b"bytes", [], datetime(2022, 1, 1, 8)])
def test_nothing_that_a_cell_may_hold_breaks_the_reader(value: object) -> None:
    assert isinstance(shown(value), str)
