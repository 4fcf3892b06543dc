"""What the cells of a right year workbook mean."""

from datetime import date, datetime

import pytest

from tests.core.workbook.small import problems, read, small, spoilt
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.workbook.cells import BrokenCell, shown
from thidua_gui.core.workbook.rows import ScoreRow
from thidua_gui.core.workbook.transfers import former_unit

UNITS = {"@": None, "KA": "Khoa A"}


def test_the_sheets_become_rows():
    book = read(small())
    assert (book.office, book.campaign.year, book.campaign.plan_issued_on) == ("TRƯỜNG X", 2022, date(2022, 3, 2))
    assert (book.units[0].rating, book.units[1].launched_on) == (Rating.GOOD, None)
    assert book.initiatives[0].authors == ("C1", "C2")
    assert book.criteria[0].staff_groups == ("Giảng viên", "Chuyên viên")
    assert book.disciplines[0].task_related is False
    assert [row.present for row in book.council] == [True, False]


def test_an_empty_score_is_missing_and_not_zero():
    self_scored, by_unit, nothing = read(small()).scores
    assert by_unit == ScoreRow("GV", "C1", StageKey.UNIT, (("1.1", Points(1900)), ("1.2", Points(0))))
    assert nothing.scores == ()
    assert self_scored.scores[-1] == ("T", Points(200))


def test_a_deduction_is_written_positive_and_taken_off_the_total():
    assert problems(spoilt("Chấm điểm GV", "G5", 25.75)) == ()


def test_binary_noise_of_a_formula_is_not_a_difference():
    assert problems(spoilt("Chấm điểm GV", "G5", 25.749999999999996)) == ()


def test_a_total_of_nothing_may_be_the_0_of_a_formula():
    assert problems(spoilt("Chấm điểm GV", "G7", 0.0)) == ()


def test_codes_typed_as_numbers_are_texts():
    sheets = spoilt("Chỉ tiêu", "A5", 1.0)
    sheets["Chấm điểm GV"][3][3] = 1.1
    assert read(sheets) == read(small())


def test_a_day_at_midnight_is_a_day():
    assert read(spoilt("Phong trào", "B7", datetime(2022, 3, 2))) == read(small())


def test_line_ends_are_one_kind():
    book = read(spoilt("Phong trào", "B6", "một\r\nhai\rba"))
    assert book.campaign.plan_number == "một\nhai\nba"


def test_a_mark_may_be_a_capital():
    assert read(spoilt("Hội đồng", "D5", "X")) == read(small())


def test_the_last_day_and_its_reason_may_be_told():
    sheets = small()
    for row, added in zip(sheets["Cá nhân"][3:], [["Ngày thôi công tác"], [date(2022, 6, 30)], []], strict=True):
        row += added
    assert [person.left_on for person in read(sheets).people] == [date(2022, 6, 30), None]


def test_a_transfer_knows_the_former_unit():
    leave, transfer = read(small()).personnel_changes
    assert (leave.former_unit, transfer.former_unit) == (None, "KA")


@pytest.mark.parametrize(
    ("detail", "named"),
    [
        ("Từ KA", "KA"),
        ("Từ  KA ", "KA"),
        ("Từ Khoa A", "KA"),
        ("Từ KX", "KX"),
        ("Từ Sở Nội vụ", None),
        ("Từ ", None),
        ("Sang KA", None),
        (None, None),
    ],
)
def test_the_former_unit_is_read_by_code_or_name(detail, named):
    assert former_unit(detail, "Từ ", UNITS) == named


def test_a_school_itself_may_register():
    assert read(spoilt("Đăng ký thi đua", "B6", "@")).registrations[1].subject == "@"


def test_groups_named_by_criteria_are_staff_groups():
    sheets = small()
    for row in sheets["Tiêu chí"][4:]:
        row[1] = "Giảng viên; Chuyên viên; Hợp đồng"
    sheets["Cá nhân"][5][8] = "Hợp đồng"
    assert read(sheets).people[1].staff_group == "Hợp đồng"


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (None, ""),
        ("  An\n Bình ", "An Bình"),
        ("x" * 61, "x" * 59 + "…"),
        (12.0, "12"),
        (12, "12"),
        (8.5, "8,5"),
        (float("inf"), "inf"),
        (True, "True"),
        (date(2022, 3, 2), "02/03/2022"),
        (datetime(2022, 3, 2, 8, 5), "02/03/2022 08:05"),
        (BrokenCell("#N/A"), "#N/A"),
    ],
)
def test_values_are_shown_as_the_clerk_sees_them(value, seen):
    assert shown(value) == seen
