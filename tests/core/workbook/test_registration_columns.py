"""What the program adds to the sheets of units and registrations, and the word for the school itself."""

from tests.core.workbook.small import Grid, day, problems, read, small
from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.rows import RegistrationRow, YearWorkbook
from thidua_gui.core.workbook.writing import to_sheets
from thidua_gui.text.workbook import WORDING

SHEET = "Đăng ký thi đua"
HEADERS = ["TT", "Mã", "Danh hiệu đăng ký", "Ngày đăng ký", "Nội dung đăng ký"]


def registered(*lines: list[object], headers: list[str] = HEADERS) -> dict[str, Grid]:
    top: Grid = [["TRƯỜNG"], ["TỔNG HỢP ĐĂNG KÝ THI ĐUA"], [], list(headers)]
    return {**small(), SHEET: [*top, *lines]}


def launched(*cells: object) -> dict[str, Grid]:
    """The first unit with its launch, its people and a note."""
    headers = ["Mã đơn vị", "Tên đơn vị", "Loại", "Ngày phát động", "Xếp loại tập thể", "Số người dự phát động",
               "Ghi chú phát động"]  # fmt: skip
    top: Grid = [["TRƯỜNG"], ["DANH SÁCH ĐƠN VỊ"], [], list(headers)]
    other: list[object] = ["PB", "Phòng B", "Phòng", "", "", "", ""]
    return {**small(), "Đơn vị": [*top, ["KA", "Khoa A", "Khoa", cells[0], "", *cells[1:]], other]}


def written(book: YearWorkbook, sheet: str = SHEET) -> Grid:
    return [list(row) for row in to_sheets(book, WORDING)[sheet]]


def test_the_school_is_registered_by_its_word_or_its_code() -> None:
    title = "Tập thể lao động xuất sắc"
    for code in ("TRƯỜNG", "Trường", "@"):
        book = read(registered([1.0, code, title, day(3, 2), ""]))
        assert book.registrations == (RegistrationRow("@", title, day(3, 2)),)


def test_the_school_is_written_by_its_word() -> None:
    book = read(registered([1.0, "@", "Cờ thi đua", "", "Cả năm"]))
    assert written(book)[4][:5] == [1, "TRƯỜNG", "Cờ thi đua", None, "Cả năm"]


def test_a_unit_that_has_the_word_as_its_code_keeps_it() -> None:
    sheets = registered([1.0, "TRƯỜNG", "Tập thể", "", ""], [2.0, "@", "Cờ thi đua", "", ""])
    sheets["Đơn vị"].append([3.0, "TRƯỜNG", "Khoa Trường", "Khoa", "", ""])
    book = read(sheets)
    assert [row.subject for row in book.registrations] == ["TRƯỜNG", "@"]
    assert [row[1] for row in written(book)[4:]] == ["TRƯỜNG", "@"]


def test_the_word_and_the_code_are_one_school() -> None:
    twice = registered([1.0, "TRƯỜNG", "Cờ thi đua", "", ""], [2.0, "@", "Cờ thi đua", "", ""])
    assert [problem.reason for problem in problems(twice)] == [Reason.CODE_REPEATED]


def test_contents_are_read_and_their_column_may_be_absent() -> None:
    book = read(registered([1.0, "C1", "LĐTT", day(3, 15), "Hai bài báo"]))
    assert book.registrations[0].content == "Hai bài báo"
    without = read(registered([1.0, "C1", "LĐTT", day(3, 15)], headers=HEADERS[:4]))
    assert without.registrations[0].content is None
    assert written(without)[3] == HEADERS[:4]


def test_people_and_note_of_a_launch_are_read_and_written() -> None:
    book = read(launched(day(3, 14), 8.0, "Họp khoa"))
    assert (book.units[0].participants, book.units[0].launch_note) == (8, "Họp khoa")
    assert written(book, "Đơn vị")[3][-2:] == ["Số người dự phát động", "Ghi chú phát động"]
    assert written(read(small()), "Đơn vị")[3][-1] == "Xếp loại tập thể"


def test_people_without_the_day_of_the_launch_are_told() -> None:
    (problem,) = problems(launched("", 8.0, ""))
    assert (problem.cell, problem.reason) == ("D5", Reason.VALUE_MISSING)


def test_nobody_at_the_launch_is_written_too() -> None:
    book = read(launched(day(3, 14), 0.0, ""))
    assert book.units[0].participants == 0
    assert written(book, "Đơn vị")[3][-1] == "Số người dự phát động"
