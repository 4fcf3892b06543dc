"""A list of awards from any spreadsheet: columns are guessed, every cell is read or said to be wrong."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.award_list import NOTES, Doubt, Field, Line, guess, header_row, line, lines, spread
from thidua_gui.core.vietnamese import date_text
from thidua_gui.core.workbook.cells import BrokenCell
from thidua_gui.text.award_list import HEADINGS

COLUMNS = {field: place for place, field in enumerate(Field)}
HEADER = ["TT", "Họ và tên", "Đơn vị công tác", "Danh hiệu, hình thức khen thưởng", "Năm", "Số QĐ", "Ngày ký"]


def read(**cells: object) -> tuple[Line, set[Doubt]]:
    told = {"name": "Lò Thị Hạnh", "title": "Giấy khen", "year": 2019} | cells
    row = line([told.get(field.value) for field in Field], 7, COLUMNS)
    return row, {trouble.doubt for trouble in row.troubles}


def year_of(value: object, **more: object) -> tuple[int | None, set[Doubt]]:
    row, doubts = read(year=value, **more)
    return row.year, doubts


def test_the_row_of_headings_is_found_below_titles_and_its_columns_are_known() -> None:
    grid = [["TỔNG HỢP KHEN THƯỞNG NĂM 2019"], [], HEADER, [1, "Lò Thị Hạnh", "", "Giấy khen", 2019, "5", ""]]
    assert header_row(grid, HEADINGS) == 2
    assert guess(HEADER, HEADINGS) == {
        Field.NAME: 1, Field.UNIT: 2, Field.TITLE: 3, Field.YEAR: 4, Field.NUMBER: 5, Field.DECIDED: 6
    }  # fmt: skip


def test_without_headings_no_row_is_taken_for_them() -> None:
    assert header_row([[1, "Lò Thị Hạnh", "Giấy khen", 2019]], HEADINGS) is None


def test_headings_are_known_without_marks_and_in_capitals() -> None:
    assert guess(["HO VA TEN", "DANH HIEU", "NAM KHEN THUONG"], HEADINGS) == {
        Field.NAME: 0, Field.TITLE: 1, Field.YEAR: 2
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "year"),
    [(2019, 2019), (2019.0, 2019), ("2019", 2019), ("Năm 2019", 2019), (datetime(2019, 5, 1), 2019)],
)
def test_a_year_is_read_as_number_text_or_day(written: object, year: int) -> None:
    assert year_of(written) == (year, set())


def test_a_school_year_is_its_second_year_and_that_is_said() -> None:
    assert year_of("2018-2019") == (2019, {Doubt.YEAR_OF_TWO})


@pytest.mark.parametrize("written", ["2018 – 2019", "Năm học 2018-2019", "2018/2019", "2018-19"])
def test_a_school_year_is_known_however_it_is_written(written: str) -> None:
    assert year_of(written) == (2019, {Doubt.YEAR_OF_TWO})


@pytest.mark.parametrize("written", ["2015-2017", "2009, 2008", "2018, 2019", "2018 và 2019", "2015-17"])
def test_years_that_are_no_school_year_are_a_problem_and_never_one_of_them(written: str) -> None:
    assert year_of(written) == (None, {Doubt.YEAR_SEVERAL})


@pytest.mark.parametrize("written", ["2014-12-05", "05/12/2014", "5-12-2014"])
def test_a_day_in_the_column_of_years_is_of_its_year(written: str) -> None:
    assert year_of(written) == (2014, set())


@pytest.mark.parametrize("written", ["ngày 5 tháng 12 năm 2014", "Hà Nội, ngày 05 tháng 12 năm 2014"])
def test_a_day_is_understood_as_decisions_write_it(written: str) -> None:
    row, doubts = read(year=2014, decided=written)
    assert (row.decided_on, doubts, row.has_lost) == (date(2014, 12, 5), set(), False)


def test_a_missing_year_is_that_of_the_decision_or_a_problem() -> None:
    assert year_of(None, decided="08/12/2018") == (2018, {Doubt.YEAR_FROM_DAY})
    assert year_of(None) == (None, {Doubt.YEAR_MISSING})
    assert year_of("abc") == (None, {Doubt.YEAR_ODD})


@given(st.dates(date(1955, 1, 1), date(2099, 12, 31)))
def test_a_day_is_the_same_as_date_as_text_and_as_the_number_excel_keeps(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    for written in (day, datetime(day.year, day.month, day.day), date_text(day), day.isoformat(), float(serial)):
        row, doubts = read(year=day.year, decided=written)
        assert (row.decided_on, doubts) == (day, set())


def test_a_day_that_is_none_leaves_the_line_usable_and_is_said() -> None:
    row, doubts = read(decided="31/02/2019")
    assert (row.decided_on, row.is_readable, doubts) == (None, True, {Doubt.DAY_ODD})
    assert row.has_lost


@pytest.mark.parametrize(
    ("cells", "doubt"),
    [
        ({"title": "LĐTT; CSTĐCS"}, Doubt.TITLE_SEVERAL),
        ({"name": None}, Doubt.NAME_MISSING), ({"title": "  "}, Doubt.TITLE_MISSING),
        ({"decided": "08/12/2018"}, Doubt.DAY_BEFORE_YEAR), ({"title": BrokenCell("#N/A")}, Doubt.CELL_BROKEN),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_a_problem(cells: dict[str, object], doubt: Doubt) -> None:
    row, doubts = read(**cells)
    assert doubt in doubts - NOTES
    assert not row.is_readable


def test_merged_cells_say_the_same_in_each_of_their_rows() -> None:
    assert spread([["a", "x"], [None, "y"], [None]], [(0, 0, 2, 0)]) == [["a", "x"], ["a", "y"], ["a"]]


def test_repeated_headings_and_empty_rows_are_no_lines() -> None:
    row = [1, "Lò Thị Hạnh", "", "Giấy khen", 2019, "5", ""]
    found = lines([HEADER, row, [], HEADER, row], 0, guess(HEADER, HEADINGS))
    assert [one.row for one in found] == [2, 5]


CELLS = st.none() | st.text(max_size=12) | st.integers() | st.floats() | st.datetimes() | st.booleans()


@given(st.lists(st.lists(CELLS, max_size=9), max_size=6))
def test_whatever_stands_in_the_cells_is_read_or_told(grid: list[list[object]]) -> None:
    found = lines(grid, None, {field: place for place, field in enumerate(Field) if place < 9})
    assert all(one.is_readable or one.troubles for one in found)
    assert all((one.year is not None and bool(one.title)) for one in found if one.is_readable)
