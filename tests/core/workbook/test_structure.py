"""Sheets, headers and where the lines end."""

import pickle
import unicodedata

import pytest

from tests.core.workbook.small import least, problems, read, small, spoilt
from thidua_gui.core.workbook.problems import CellProblem, Reason, WorkbookErrors
from thidua_gui.core.workbook.rows import SheetKey


def reasons(sheets):
    return [(problem.sheet, problem.column, problem.reason) for problem in problems(sheets)]


def test_only_three_sheets_must_be_there():
    book = read(least())
    assert book.present == {SheetKey.CAMPAIGN, SheetKey.UNITS, SheetKey.PEOPLE}
    assert book.registrations == ()


@pytest.mark.parametrize("title", ["Phong trào", "Đơn vị", "Cá nhân"])
def test_a_sheet_that_must_be_there_is_missed_once(title):
    sheets = small()
    del sheets[title]
    assert reasons(sheets) == [(title, None, Reason.SHEET_MISSING)]


def test_an_empty_workbook_misses_them_all():
    assert [reason for _, _, reason in reasons({})] == [Reason.SHEET_MISSING] * 3


def test_an_unknown_sheet_is_told():
    assert reasons(small() | {"Ghi chú": []}) == [("Ghi chú", None, Reason.SHEET_UNKNOWN)]


def test_a_score_sheet_needs_its_criteria():
    assert reasons(small() | {"Chấm điểm NV": []}) == [("Chấm điểm NV", None, Reason.SHEET_WITHOUT_CRITERIA)]


def test_without_criteria_there_are_no_score_sheets():
    sheets = small()
    del sheets["Tiêu chí"]
    assert reasons(sheets) == [("Chấm điểm GV", None, Reason.SHEET_WITHOUT_CRITERIA)]


def test_two_sheets_whose_names_differ_only_by_blanks_are_one_too_many():
    sheets = small()
    assert reasons(sheets | {" Cá nhân": []}) == [("Cá nhân", None, Reason.SHEET_REPEATED)]


def test_names_and_headers_are_compared_composed_and_trimmed():
    sheets = small()
    people = sheets.pop("Cá nhân")
    people[3][2] = unicodedata.normalize("NFD", "  Họ và tên\u200b ")
    sheets[unicodedata.normalize("NFD", "Cá nhân ")] = people
    assert read(sheets) == read(small())


def test_a_missing_column_is_told_and_the_others_are_read_on():
    sheets = spoilt("Cá nhân", "B5", "")
    for row in sheets["Cá nhân"][3:]:
        del row[6]
    missing, empty, *_ = reasons(sheets)
    assert missing == ("Cá nhân", "Mã đơn vị", Reason.COLUMN_MISSING)
    assert empty == ("Cá nhân", "Mã", Reason.VALUE_MISSING)


def test_a_sheet_without_a_header_row_misses_its_columns():
    sheets = small()
    sheets["Hội đồng"] = [["TRƯỜNG X"]]
    assert [reason for _, _, reason in reasons(sheets)] == [Reason.COLUMN_MISSING] * 4


def test_items_without_their_columns_are_not_read():
    sheets = small()
    sheets["Phong trào"][3] = ["Mục", "Giá trị"]
    assert [reason for _, _, reason in reasons(sheets)] == [Reason.COLUMN_MISSING, Reason.COLUMN_UNKNOWN]


def test_an_unknown_column_tells_the_known_ones():
    (problem,) = problems(spoilt("Hội đồng", "F4", "Ghi chú"))
    assert (problem.column, problem.cell, problem.reason) == ("Ghi chú", "F4", Reason.COLUMN_UNKNOWN)
    assert problem.expected == "TT, Mã, Vai trò, Có mặt, Lý do vắng, Từ ngày, Đến ngày"


def test_a_repeated_column_is_told():
    assert reasons(spoilt("Hội đồng", "F4", "Mã")) == [("Hội đồng", "Mã", Reason.COLUMN_REPEATED)]


def test_a_value_beside_the_columns_is_told_once_for_each_column():
    sheets = spoilt("Hội đồng", "G5", "ghi chú")
    sheets["Hội đồng"][5].extend(["", "", "nữa"])
    sheets["Hội đồng"][3].append("")
    found = [(problem.cell, problem.value) for problem in problems(sheets)]
    assert found == [("G5", "ghi chú"), ("H6", "nữa")]


def test_columns_may_stand_in_any_order():
    sheets = small()
    sheets["Đăng ký thi đua"] = [row[::-1] if len(row) > 1 else row for row in sheets["Đăng ký thi đua"]]
    assert read(sheets) == read(small())


def test_the_running_number_may_be_missing_or_added():
    sheets = small()
    for row in sheets["Kết quả"][3:]:
        del row[0]
    for row in sheets["Ngưỡng xếp loại"][3:]:
        row.append("TT" if row[0] == "Xếp loại" else 1.0)
    assert read(sheets) == read(small())


def test_the_shorter_headers_of_the_format_are_understood():
    sheets = spoilt("Sáng kiến", "C4", "Tên")
    sheets["Khen thưởng đã có"][3][5] = "Danh hiệu/hình thức"
    sheets["Quy chế họp"][3][1] = "Nội dung"
    assert read(sheets) == read(small())


def test_lines_end_at_the_first_wholly_empty_row():
    sheets = small()
    sheets["Hội đồng"] += [["", " ", None], ["Người lập biểu"]]
    assert read(sheets) == read(small())


def test_a_row_with_a_number_alone_is_a_line():
    assert [problem.cell for problem in problems(spoilt("Hội đồng", "A7", 3.0))] == ["B7", "C7"]


def test_the_year_must_be_told():
    sheets = small()
    del sheets["Phong trào"][4]
    (problem,) = problems(sheets)
    assert (problem.reason, problem.expected) == (Reason.ITEM_MISSING, "Năm")


def test_the_office_must_stand_in_row_1_of_some_sheet():
    sheets = small()
    for grid in sheets.values():
        grid[0] = [""]
    (problem,) = problems(sheets)
    assert (problem.sheet, problem.cell, problem.reason) == ("Phong trào", "A1", Reason.OFFICE_MISSING)


def test_the_office_of_another_sheet_serves():
    sheets = small()
    sheets["Phong trào"][0] = ["", 5.0]
    assert read(sheets).office == "TRƯỜNG X"


def test_problems_come_in_the_order_of_sheets_rows_and_columns():
    sheets = spoilt("Chấm điểm GV", "D6", "x") | {"Lạ": []}
    sheets["Cá nhân"][5][8] = "Thợ"
    sheets["Cá nhân"][5][2] = ""
    sheets["Cá nhân"][4][4] = "1980"
    places = [(problem.sheet, problem.cell) for problem in problems(sheets)]
    assert places == [("Lạ", ""), ("Cá nhân", "E5"), ("Cá nhân", "C6"), ("Cá nhân", "I6"), ("Chấm điểm GV", "D6")]


def test_errors_know_their_problems_also_after_a_journey_between_processes():
    problem = CellProblem("Cá nhân", 5, "Mã", "", Reason.VALUE_MISSING, "", "B5")
    errors = pickle.loads(pickle.dumps(WorkbookErrors([problem])))
    assert (errors.code, errors.problems, errors.details) == ("workbook_refused", (problem,), {"count": 1})


def test_codes_are_not_missed_when_their_master_sheet_has_no_code_column():
    sheets = spoilt("Đơn vị", "B4", "Ký hiệu")
    found = reasons(sheets)
    assert found == [
        ("Đơn vị", "Mã đơn vị", Reason.COLUMN_MISSING),
        ("Đơn vị", "Ký hiệu", Reason.COLUMN_UNKNOWN),
    ]
