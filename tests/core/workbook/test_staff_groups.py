"""Scores stand only on a sheet that is for the person's staff group."""

from tests.core.workbook.small import problems, read, small
from thidua_gui.core.workbook.problems import CellProblem, Reason


def for_lecturers(**of_c2: object):
    """The small workbook whose criteria are for lecturers alone; C2 is a Chuyên viên or what is said."""
    sheets = small()
    for line in sheets["Tiêu chí"][4:]:
        line[1] = "Giảng viên"
    if "group" in of_c2:
        sheets["Cá nhân"][5][8] = of_c2["group"]
    if "score" in of_c2:
        sheets["Chấm điểm GV"][6][3] = of_c2["score"]
    return sheets


def test_a_score_of_another_group_is_told_with_its_place_and_whom_the_sheet_is_for():
    told = CellProblem("Chấm điểm GV", 7, "Mã", "C2", Reason.OTHER_STAFF_GROUP, "Giảng viên", "A7")
    assert problems(for_lecturers(score=19.0)) == (told,)


def test_a_zero_is_a_score():
    assert [problem.reason for problem in problems(for_lecturers(score=0.0))] == [Reason.OTHER_STAFF_GROUP]


def test_a_line_without_any_score_says_nothing():
    assert problems(for_lecturers()) == ()


def test_a_group_that_is_not_told_keeps_nobody_out():
    book = read(for_lecturers(group="", score=19.0))
    assert [(row.person, len(row.scores)) for row in book.scores] == [("C1", 3), ("C1", 2), ("C2", 1)]


def test_a_misspelt_group_is_told_once():
    found = problems(for_lecturers(group="Chuyên viênn", score=19.0))
    assert [(problem.cell, problem.reason) for problem in found] == [("I6", Reason.WORD_UNKNOWN)]


def test_a_code_that_stands_twice_is_told_once():
    sheets = for_lecturers(score=19.0)
    sheets["Cá nhân"][4][1] = "C2"
    assert [(problem.cell, problem.reason) for problem in problems(sheets)] == [("B6", Reason.CODE_REPEATED)]
