"""Every reason has a sentence that says where, what and what to do."""

import pytest

from thidua_gui.core.workbook.problems import CellProblem, Reason
from thidua_gui.text.workbook_problems import REASONS, line, lines


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason):
    told = line(CellProblem("Cá nhân", 12, "Ngày sinh", "1980", reason, "2", "E12"))
    assert told.startswith("Trang “Cá nhân”, dòng 12, cột “Ngày sinh” (ô E12), giá trị “1980”: ")
    assert told.endswith(".")
    assert "{" not in told
    assert set(REASONS) == set(Reason)


def test_a_sheet_as_a_whole_has_neither_row_nor_column():
    problem = CellProblem("Đơn vị", None, None, "", Reason.SHEET_MISSING)
    assert line(problem).startswith("Trang “Đơn vị”: thiếu trang tính này. ")


def test_what_would_have_been_right_is_told():
    problem = CellProblem("Chấm điểm GV", 7, "1.1", "42", Reason.SCORE_OVER_MAXIMUM, "20", "D7")
    assert line(problem) == (
        "Trang “Chấm điểm GV”, dòng 7, cột “1.1” (ô D7), giá trị “42”: vượt điểm tối đa 20. "
        "Sửa điểm cho không quá điểm tối đa."
    )


def test_each_problem_is_one_line():
    problem = CellProblem("Hội đồng", 5, "Mã", "CB99", Reason.PERSON_UNKNOWN, "CB99", "B5")
    told = lines([problem, problem])
    assert len(told) == 2
    assert not any("\n" in one for one in told)
