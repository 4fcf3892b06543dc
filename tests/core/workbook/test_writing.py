"""Writing is the reverse of reading."""

from hypothesis import HealthCheck, given, settings

from tests.core.workbook.small import read, small, spoilt
from tests.core.workbook.strategies import year_workbooks
from thidua_gui.core.workbook.writing import to_sheets
from thidua_gui.text.workbook import WORDING


def test_what_is_written_reads_back_as_it_was():
    book = read(small())
    assert read(to_sheets(book, WORDING)) == book


def test_sheets_stand_in_the_order_of_the_format_and_absent_ones_stay_absent():
    sheets = small()
    del sheets["Kỷ luật"]
    assert list(to_sheets(read(sheets), WORDING)) == list(sheets)


def test_the_total_is_that_of_what_is_scored():
    written = to_sheets(read(small()), WORDING)["Chấm điểm GV"]
    assert [row[-1] for row in written[3:]] == ["Tổng", 25.75, 19.0, None]
    assert [row[1] for row in written[4:]] == ["Lò Văn An", "Lò Văn An", "Lê Thị Bình"]


def test_what_the_program_adds_is_written_only_when_it_holds_something():
    sheets = small()
    assert "Ngày thôi công tác" not in to_sheets(read(sheets), WORDING)["Cá nhân"][3]
    sheets["Cá nhân"][3].append("Ngày thôi công tác")
    assert "Ngày thôi công tác" not in to_sheets(read(sheets), WORDING)["Cá nhân"][3]


def test_running_numbers_are_written():
    written = to_sheets(read(spoilt("Cá nhân", "A6", "")), WORDING)["Cá nhân"]
    assert [row[0] for row in written[3:]] == ["TT", 1, 2]


@given(year_workbooks())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_every_year_survives_writing_and_reading(book):
    assert read(to_sheets(book, WORDING)) == book
