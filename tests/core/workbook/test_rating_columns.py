"""What the program adds to results and units: reason and day of a rating, the rating of Party members."""

from datetime import date

from tests.core.workbook.small import Grid, day, problems, read, small
from thidua_gui.core.ratings import Rating
from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.rows import ResultRow
from thidua_gui.core.workbook.writing import to_sheets
from thidua_gui.text.workbook import WORDING

BEST, GOOD = "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ"
USUAL = ["TT", "Mã", "Họ và tên", "Xếp loại", "GV dạy giỏi cấp khoa", "GV dạy giỏi cấp trường"]
RATED = ["Lý do xếp loại", "Ngày xếp loại"]
PARTY = ["Xếp loại đảng viên", "Ngày xếp loại đảng viên", "Số quyết định xếp loại đảng viên"]


def results(headers: list[str], *cells: object) -> dict[str, Grid]:
    top: Grid = [["TRƯỜNG"], ["XẾP LOẠI VÀ DẠY GIỎI"], [], [*USUAL, *headers]]
    return {**small(), "Kết quả": [*top, [1.0, "C1", "Lò Thị An", *cells]]}


def units(*cells: object) -> dict[str, Grid]:
    headers = ["Mã đơn vị", "Tên đơn vị", "Loại", "Ngày phát động", "Xếp loại tập thể", *RATED]
    top: Grid = [["TRƯỜNG"], ["DANH SÁCH ĐƠN VỊ"], [], list(headers)]
    other: list[object] = ["PB", "Phòng B", "Phòng", "", "", "", ""]
    return {**small(), "Đơn vị": [*top, ["KA", "Khoa A", "Khoa", "", *cells], other]}


def test_reason_day_and_party_rating_are_read_and_written() -> None:
    sheets = results([*RATED, *PARTY], GOOD, "", "", "Vượt khó", day(11, 20), BEST, day(11, 25), "5-QĐ/ĐU")
    book = read(sheets)
    assert book.results == (
        ResultRow(
            "C1", Rating.GOOD, False, False, "Vượt khó", day(11, 20), Rating.EXCELLENT, day(11, 25), "5-QĐ/ĐU"
        ),
    )  # fmt: skip
    assert to_sheets(book, WORDING)["Kết quả"][3] == [*USUAL, *RATED, *PARTY]


def test_a_workbook_without_these_columns_is_written_without_them() -> None:
    book = read(results([], GOOD, "", ""))
    assert to_sheets(book, WORDING)["Kết quả"][3] == USUAL


def test_a_reason_without_a_rating_is_told() -> None:
    (problem,) = problems(results(RATED, "", "", "", "Vượt khó", ""))
    assert (problem.cell, problem.reason) == ("D5", Reason.VALUE_MISSING)


def test_a_day_of_the_party_without_its_rating_is_told() -> None:
    (problem,) = problems(results(PARTY, GOOD, "", "", "", day(11, 25), ""))
    assert (problem.cell, problem.reason) == ("G5", Reason.VALUE_MISSING)


def test_a_day_of_the_party_without_the_column_of_ratings_is_told_once() -> None:
    (problem,) = problems(results(PARTY[1:], GOOD, "", "", day(11, 25), ""))
    assert (problem.column, problem.reason) == (PARTY[0], Reason.COLUMN_MISSING)


def test_days_that_cannot_be_of_the_years_rating_are_told() -> None:
    sheets = results([*RATED, *PARTY], GOOD, "", "", "", date(2021, 12, 31), BEST, date(2024, 1, 1), "")
    found = [(problem.cell, problem.reason, problem.expected) for problem in problems(sheets)]
    expected = "01/01/2022-31/12/2023"
    assert found == [(cell, Reason.RATED_OUTSIDE_YEAR, expected) for cell in ("H5", "J5")]
    (problem,) = problems(units(GOOD, "", date(1990, 1, 1)))
    assert problem.reason is Reason.RATED_OUTSIDE_YEAR


def test_units_have_a_reason_and_a_day_too() -> None:
    book = read(units(GOOD, "Đủ chỉ tiêu", day(11, 20)))
    assert (book.units[0].rating_reason, book.units[0].rated_on) == ("Đủ chỉ tiêu", day(11, 20))
    (problem,) = problems(units("", "Đủ chỉ tiêu", ""))
    assert (problem.cell, problem.reason) == ("E5", Reason.VALUE_MISSING)
