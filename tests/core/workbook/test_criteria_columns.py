"""What the program adds to the sheet of criteria: caps, units, whom a sheet scores, versions."""

import pytest

from tests.core.workbook.small import problems, read, small
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.core.workbook.cells import is_code
from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.rows import ScoreRow, StageKey
from thidua_gui.core.workbook.writing import to_sheets
from thidua_gui.text.workbook import WORDING

CAP, UNITS, SUBJECT, VERSION = "Trần điểm", "Đơn vị áp dụng", "Đối tượng", "Phiên bản"


def with_column(header, values, sheets=None):
    """The small workbook whose criteria have one more column, told line by line."""
    sheets = small() if sheets is None else sheets
    lines = sheets["Tiêu chí"][3:]
    for line, value in zip(lines, [header, *values], strict=True):
        line.append(value)
    return sheets


def of_units():
    """The sheet is for units: their codes stand in the score sheet."""
    sheets = with_column(SUBJECT, ["Tập thể"] * 4)
    for line in sheets["Tiêu chí"][4:]:
        line[1] = ""
    scores = sheets["Chấm điểm GV"]
    scores[4:] = [["KA", "", "Đơn vị", 19.0, 0.0, "", 19.0]]
    return sheets


def told(sheets):
    return [(found.column, found.reason) for found in problems(sheets)]


def test_a_cap_is_read_and_cuts_the_total_of_a_score_sheet():
    sheets = with_column(CAP, [25.0, "", "", ""])
    sheets["Chấm điểm GV"][4][6] = 25.0
    sheets["Chấm điểm GV"][4][3:6] = [20.0, 10.0, 2.0]
    assert read(sheets).criteria[0].cap == Points(25_00)
    sheets["Chấm điểm GV"][4][6] = 28.0
    assert told(sheets) == [("Tổng", Reason.TOTAL_DIFFERS)]


def test_units_and_versions_are_read():
    book = read(with_column(VERSION, [2.0] * 4, with_column(UNITS, ["KA; PB"] * 4)))
    assert {(row.units, row.version) for row in book.criteria} == {(("KA", "PB"), 2)}


def test_units_are_scored_by_a_sheet_for_units():
    book = read(of_units())
    assert book.criteria[0].subject is SheetSubject.UNIT
    assert book.criteria[0].staff_groups is None
    assert book.scores == (ScoreRow("GV", "KA", StageKey.UNIT, (("1.1", Points(19_00)), ("1.2", Points(0)))),)


def test_a_sheet_for_units_refuses_people():
    sheets = of_units()
    sheets["Chấm điểm GV"][4][0] = "C1"
    assert told(sheets) == [("Mã", Reason.UNIT_UNKNOWN)]


@pytest.mark.parametrize(
    ("header", "values", "expected"),
    [
        (CAP, [0.0, "", "", ""], [(CAP, Reason.NUMBER_OUT_OF_RANGE)]),
        (CAP, ["", 5.0, "", ""], [(CAP, Reason.CAP_OF_ITEM)]),
        (UNITS, ["KA"] * 3 + ["XX"], [(UNITS, Reason.UNIT_UNKNOWN), (UNITS, Reason.SHEET_FACT_DIFFERS)]),
        (UNITS, ["KA", "", "KA", "KA"], [(UNITS, Reason.SHEET_FACT_DIFFERS)]),
        (SUBJECT, ["Nhóm"] + ["Cá nhân"] * 3, [(SUBJECT, Reason.WORD_UNKNOWN)]),
        (VERSION, [0.0] * 4, [(VERSION, Reason.NUMBER_OUT_OF_RANGE)] * 4),
        (VERSION, [1.0, 1.0, 1.0, 2.0], [(VERSION, Reason.SHEET_FACT_DIFFERS)]),
    ],
)
def test_what_cannot_stand_is_told(header, values, expected):
    assert told(with_column(header, values)) == expected


def test_a_sheet_for_people_names_staff_groups():
    sheets = small()
    for line in sheets["Tiêu chí"][4:]:
        line[1] = ""
    assert told(sheets)[:4] == [("Nhóm áp dụng", Reason.VALUE_MISSING)] * 4


def test_the_columns_are_written_only_when_a_sheet_needs_them():
    plain = to_sheets(read(small()), WORDING)["Tiêu chí"]
    assert len(plain[3]) == 7
    added = to_sheets(read(with_column(CAP, [28.0, "", "", ""])), WORDING)["Tiêu chí"]
    assert added[3][7:] == [CAP]
    assert [line[7] for line in added[4:]] == [28, None, None, None]


def test_a_sheet_for_units_comes_out_as_it_went_in():
    book = read(of_units())
    written = to_sheets(book, WORDING)
    assert read({title: [list(line) for line in grid] for title, grid in written.items()}) == book
    assert written["Chấm điểm GV"][4][:2] == ["KA", "Khoa A"]


@pytest.mark.parametrize(("text", "answer"), [("1.1", True), ("GV", True), ("1;2", False)])
def test_a_number_is_a_code_if_a_cell_would_give_it_back(text, answer):
    assert is_code(text) is answer
