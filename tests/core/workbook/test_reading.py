"""What a year workbook says, and what is told when it says something that cannot be."""

from datetime import date, datetime

import pytest

from tests.core.workbook.small import problems, spoilt
from thidua_gui.core.workbook.cells import BrokenCell
from thidua_gui.core.workbook.problems import Reason

BAD_CELLS = [
    ("Phong trào", "B5", "hai nghìn", Reason.NOT_A_NUMBER),
    ("Phong trào", "B5", 1899.0, Reason.NUMBER_OUT_OF_RANGE),
    ("Phong trào", "B5", 2022.5, Reason.NOT_WHOLE),
    ("Phong trào", "B5", "", Reason.VALUE_MISSING),
    ("Phong trào", "B7", "02/03/2022", Reason.NOT_A_DATE),
    ("Phong trào", "A7", "Ngày ra", Reason.ITEM_UNKNOWN),
    ("Phong trào", "A7", "Năm", Reason.CODE_REPEATED),
    ("Chỉ tiêu", "A6", "1", Reason.CODE_REPEATED),
    ("Chỉ tiêu", "B5", "  ", Reason.VALUE_MISSING),
    ("Chỉ tiêu", "C5", "đơn vị phát đông", Reason.WORD_UNKNOWN),
    ("Chỉ tiêu", "D5", 12.0, Reason.WORD_UNKNOWN),
    ("Chỉ tiêu", "F5", 79.0, Reason.BOUNDS_REVERSED),
    ("Chỉ tiêu", "E5", -1.0, Reason.NUMBER_OUT_OF_RANGE),
    ("Chỉ tiêu", "F5", 100.5, Reason.NUMBER_OUT_OF_RANGE),
    ("Chỉ tiêu", "E6", 1.5, Reason.NOT_WHOLE),
    ("Đơn vị", "D6", True, Reason.NOT_TEXT),
    ("Đơn vị", "E5", date(2101, 1, 1), Reason.DATE_OUT_OF_RANGE),
    ("Đơn vị", "E5", date(1899, 12, 31), Reason.DATE_OUT_OF_RANGE),
    ("Đơn vị", "E5", datetime(2022, 3, 14, 8, 30), Reason.TIME_IN_DATE),
    ("Đơn vị", "E5", 44634.0, Reason.NOT_A_DATE),
    ("Đơn vị", "F5", "Hoàn thành tốt", Reason.WORD_UNKNOWN),
    ("Cá nhân", "C5", "An\x01", Reason.CHARACTER_UNREADABLE),
    ("Cá nhân", "C5", "An\ufffe", Reason.CHARACTER_UNREADABLE),
    ("Cá nhân", "C5", date(2022, 1, 1), Reason.NOT_TEXT),
    ("Cá nhân", "C5", BrokenCell("#N/A"), Reason.FORMULA_FAILED),
    ("Đơn vị", "B6", "KA", Reason.CODE_REPEATED),
    ("Đơn vị", "B6", "", Reason.VALUE_MISSING),
    ("Cá nhân", "B6", "C1", Reason.CODE_REPEATED),
    ("Cá nhân", "B6", "PB", Reason.CODE_OF_A_UNIT),
    ("Cá nhân", "B6", "", Reason.VALUE_MISSING),
    ("Cá nhân", "G6", "PX", Reason.UNIT_UNKNOWN),
    ("Cá nhân", "I6", "Giảng viênn", Reason.WORD_UNKNOWN),
    ("Cá nhân", "J6", date(1989, 1, 1), Reason.ENDS_BEFORE_START),
    ("Biến động", "B5", "C9", Reason.PERSON_UNKNOWN),
    ("Biến động", "C5", "Nghỉ mát", Reason.WORD_UNKNOWN),
    ("Biến động", "E5", date(2022, 1, 31), Reason.ENDS_BEFORE_START),
    ("Biến động", "F6", "Từ PX", Reason.UNIT_UNKNOWN),
    ("Kỷ luật", "F5", "có", Reason.WORD_UNKNOWN),
    ("Đăng ký thi đua", "B5", "X1", Reason.SUBJECT_UNKNOWN),
    ("Đăng ký thi đua", "B6", "C2", None),
    ("Đăng ký thi đua", "D5", date(2005, 8, 31), Reason.REGISTERED_BEFORE_JOINING),
    ("Tiêu chí", "B6", "Giảng viên", Reason.STAFF_GROUPS_DIFFER),
    ("Tiêu chí", "B5", ";", Reason.VALUE_MISSING),
    ("Tiêu chí", "E5", 31.0, Reason.GROUP_SUM_DIFFERS),
    ("Tiêu chí", "F6", "điểm", Reason.WORD_UNKNOWN),
    ("Tiêu chí", "G6", 0.0, Reason.NUMBER_OUT_OF_RANGE),
    ("Ngưỡng xếp loại", "A6", "Hoàn thành xuất sắc nhiệm vụ", Reason.CODE_REPEATED),
    ("Ngưỡng xếp loại", "B6", 25.0, Reason.THRESHOLD_ORDER),
    ("Ngưỡng xếp loại", "B6", 10001.0, Reason.NUMBER_OUT_OF_RANGE),
    ("Chấm điểm GV", "A5", "C9", Reason.PERSON_UNKNOWN),
    ("Chấm điểm GV", "D7", 19.0, None),
    ("Chấm điểm GV", "C5", "Tự", Reason.WORD_UNKNOWN),
    ("Chấm điểm GV", "D6", "8,5", Reason.NOT_A_NUMBER),
    ("Chấm điểm GV", "D6", -1.0, Reason.SCORE_NEGATIVE),
    ("Chấm điểm GV", "D6", 20.5, Reason.SCORE_OVER_MAXIMUM),
    ("Chấm điểm GV", "D5", 20.5, Reason.SCORE_OVER_MAXIMUM),
    ("Chấm điểm GV", "D6", 19.25, Reason.SCORE_OFF_STEP),
    ("Chấm điểm GV", "E6", 8.125, Reason.TOO_FINE),
    ("Chấm điểm GV", "G5", 29.75, Reason.TOTAL_DIFFERS),
    ("Chấm điểm GV", "G7", 1.0, Reason.TOTAL_DIFFERS),
    ("Kết quả", "E5", "có", Reason.NOT_A_MARK),
    ("Kết quả", "B6", "C1", Reason.CODE_REPEATED),
    ("Sáng kiến", "D5", "C1; C9", Reason.PERSON_UNKNOWN),
    ("Sáng kiến", "D5", "C1; C1", Reason.REPEATED_IN_CELL),
    ("Sáng kiến", "E5", "Huyện", Reason.WORD_UNKNOWN),
    ("Khen thưởng đã có", "E5", 2101.0, Reason.NUMBER_OUT_OF_RANGE),
    ("Khen thưởng đã có", "J5", date(2020, 12, 19), Reason.ENDS_BEFORE_START),
    ("Khen thưởng đã có", "J5", "", Reason.VALUE_MISSING),
    ("Hội đồng", "D5", "v", Reason.NOT_A_MARK),
    ("Quy chế họp", "B5", "3/2", Reason.NUMBER_OUT_OF_RANGE),
    ("Quy chế họp", "B5", 0.5, Reason.NOT_A_FRACTION),
    ("Quy chế họp", "B6", "0%", Reason.NUMBER_OUT_OF_RANGE),
    ("Quy chế họp", "B7", "Phiếu", Reason.WORD_UNKNOWN),
    ("Kiểm phiếu", "E5", -1.0, Reason.NUMBER_OUT_OF_RANGE),
    ("Kiểm phiếu", "F5", 9.0, Reason.MORE_THAN_BEFORE),
    ("Kiểm phiếu", "I5", 2.0, Reason.MORE_THAN_BEFORE),
    ("Kiểm phiếu", "C5", "Bỏ phiếu", Reason.WORD_UNKNOWN),
]


@pytest.mark.parametrize(("sheet", "cell", "value", "reason"), BAD_CELLS)
def test_a_cell_that_cannot_be_is_told_with_its_place_and_reason(sheet, cell, value, reason):
    found = [(problem.sheet, problem.cell, problem.reason) for problem in problems(spoilt(sheet, cell, value))]
    assert found == ([] if reason is None else [(sheet, cell, reason)])


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "told"),
    [
        ("Đơn vị", "B5", "K;A", ("Đơn vị", "B5", Reason.CODE_UNUSABLE)),
        ("Cá nhân", "B6", "@", ("Cá nhân", "B6", Reason.CODE_OF_A_UNIT)),
        ("Tiêu chí", "A6", "G/V", ("Tiêu chí", "A6", Reason.CODE_UNUSABLE)),
        ("Tiêu chí", "A6", "gv", ("Tiêu chí", "A6", Reason.CODE_UNUSABLE)),
        ("Tiêu chí", "C8", "Tổng", ("Tiêu chí", "C8", Reason.CODE_UNUSABLE)),
        ("Tiêu chí", "C7", "1.1", ("Tiêu chí", "C7", Reason.CODE_REPEATED)),
        ("Tiêu chí", "A5", "BA BA BA BA BA BA BA BA", ("Tiêu chí", "A5", Reason.CODE_UNUSABLE)),
        ("Chấm điểm GV", "C6", "Tự chấm", ("Chấm điểm GV", "A6", Reason.CODE_REPEATED)),
        ("Chấm điểm GV", "D4", "1.9", ("Chấm điểm GV", "D4", Reason.COLUMN_UNKNOWN)),
    ],
)
def test_a_broken_code_is_told_before_what_follows_from_it_what_follows_from_it(sheet, cell, value, told):
    found = [(problem.sheet, problem.cell, problem.reason) for problem in problems(spoilt(sheet, cell, value))]
    assert told in found
