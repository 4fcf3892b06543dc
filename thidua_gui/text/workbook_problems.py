"""What is wrong in a year workbook, in sentences: where, which value, why, what to do. Decides nothing."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from thidua_gui.core.workbook.problems import CellProblem, Reason


class Advice(NamedTuple):
    """What is wrong and what to do; `{expected}` is what would have been right."""

    wrong: str
    remedy: str


REASONS: Mapping[Reason, Advice] = {
    Reason.SHEET_MISSING: Advice("thiếu trang tính này", "Thêm trang tính đúng tên, tiêu đề cột ở dòng 4."),
    Reason.SHEET_UNKNOWN: Advice(
        "sổ dữ liệu năm không có trang tính tên này", "Sửa tên cho đúng hoặc chuyển trang tính sang tệp khác."
    ),
    Reason.SHEET_REPEATED: Advice("có hai trang tính cùng tên", "Chỉ giữ một trang tính mang tên này."),
    Reason.SHEET_WITHOUT_CRITERIA: Advice(
        "trang Tiêu chí không có bộ này", "Ghi bộ tiêu chí vào trang Tiêu chí hoặc sửa tên trang tính."
    ),
    Reason.OFFICE_MISSING: Advice("chưa có tên cơ quan ở dòng 1", "Ghi tên trường vào ô A1."),
    Reason.COLUMN_MISSING: Advice("thiếu cột này ở dòng tiêu đề", "Thêm cột với đúng tiêu đề này."),
    Reason.COLUMN_UNKNOWN: Advice("không có cột tên này", "Dùng đúng các tiêu đề: {expected}."),
    Reason.COLUMN_REPEATED: Advice("hai cột cùng tiêu đề", "Chỉ giữ một cột."),
    Reason.VALUE_OUTSIDE_COLUMNS: Advice("ô này nằm ngoài các cột có tiêu đề", "Xóa ô hoặc đặt vào đúng cột."),
    Reason.ITEM_UNKNOWN: Advice("không có mục tên này", "Dùng đúng các mục: {expected}."),
    Reason.ITEM_MISSING: Advice("thiếu mục “{expected}”", "Thêm một dòng cho mục này."),
    Reason.VALUE_MISSING: Advice("ô bắt buộc còn trống", "Điền giá trị vào ô."),
    Reason.FORMULA_FAILED: Advice("công thức trong ô bị lỗi", "Sửa công thức hoặc gõ thẳng giá trị."),
    Reason.NOT_TEXT: Advice("phải là chữ", "Định dạng ô kiểu Text rồi gõ lại."),
    Reason.CHARACTER_UNREADABLE: Advice("có ký tự không đọc được", "Gõ lại ô này bằng bàn phím Unicode."),
    Reason.NOT_A_NUMBER: Advice("phải là số, không phải chữ", "Gõ lại thành số, không kèm chữ hay dấu nháy."),
    Reason.NOT_WHOLE: Advice("phải là số nguyên", "Bỏ phần thập phân."),
    Reason.TOO_FINE: Advice("quá hai chữ số thập phân", "Làm tròn đến hai chữ số thập phân."),
    Reason.NUMBER_OUT_OF_RANGE: Advice("số ngoài phạm vi cho phép {expected}", "Sửa số cho đúng."),
    Reason.NOT_A_DATE: Advice("không phải ngày", "Nhập kiểu ngày của Excel, ví dụ 02/03/2022, không gõ thành chữ."),
    Reason.TIME_IN_DATE: Advice("có cả giờ trong ngày", "Chỉ để lại ngày."),
    Reason.DATE_OUT_OF_RANGE: Advice("ngày ngoài khoảng 1900–2100", "Kiểm tra lại năm."),
    Reason.WORD_UNKNOWN: Advice("không có trong danh mục", "Dùng một trong các giá trị: {expected}."),
    Reason.NOT_A_MARK: Advice("chỉ nhận “x” hoặc để trống", "Gõ x nếu có, xóa ô nếu không."),
    Reason.NOT_A_FRACTION: Advice("không phải tỷ lệ", "Gõ dưới dạng chữ, ví dụ '2/3 hoặc '50%."),
    Reason.CODE_UNUSABLE: Advice(
        "mã này không dùng được", "Đổi mã: không dùng dấu ;, không xuống dòng, không trùng tên cột."
    ),
    Reason.CODE_REPEATED: Advice("trùng với dòng {expected}", "Chỉ ghi một lần; sửa hoặc bỏ dòng thừa."),
    Reason.REPEATED_IN_CELL: Advice("có giá trị ghi hai lần trong ô", "Mỗi giá trị chỉ ghi một lần."),
    Reason.CODE_OF_A_UNIT: Advice("trùng với mã đơn vị", "Đổi mã cá nhân."),
    Reason.UNIT_UNKNOWN: Advice("trang Đơn vị không có mã {expected}", "Sửa mã hoặc thêm đơn vị vào trang Đơn vị."),
    Reason.PERSON_UNKNOWN: Advice("trang Cá nhân không có mã {expected}", "Sửa mã hoặc thêm người vào trang Cá nhân."),
    Reason.SUBJECT_UNKNOWN: Advice(
        "không có mã {expected} ở trang Cá nhân lẫn trang Đơn vị", "Sửa mã hoặc thêm vào trang tương ứng."
    ),
    Reason.REGISTERED_BEFORE_JOINING: Advice(
        "đăng ký trước ngày vào cơ quan {expected}", "Sửa ngày đăng ký hoặc ngày vào cơ quan."
    ),
    Reason.RATED_OUTSIDE_YEAR: Advice("không thể là ngày xếp loại của năm này ({expected})", "Kiểm tra lại năm."),
    Reason.ENDS_BEFORE_START: Advice("sớm hơn “{expected}” cùng dòng", "Sửa lại một trong hai ngày."),
    Reason.BOUNDS_REVERSED: Advice("nhỏ hơn mức “Từ” cùng dòng", "Đổi chỗ hoặc sửa hai mức."),
    Reason.THRESHOLD_ORDER: Advice("không thấp hơn ngưỡng của mức xếp loại cao hơn", "Sửa lại các ngưỡng điểm."),
    Reason.GROUP_SUM_DIFFERS: Advice(
        "khác tổng điểm tối đa của các mục ({expected})", "Sửa điểm của nhóm hoặc của mục."
    ),
    Reason.STAFF_GROUPS_DIFFER: Advice("khác nhóm áp dụng ở dòng đầu của bộ", "Ghi giống nhau ở mọi dòng của bộ."),
    Reason.SHEET_FACT_DIFFERS: Advice("khác dòng đầu của bộ", "Ghi giống nhau ở mọi dòng của bộ."),
    Reason.CAP_OF_ITEM: Advice("chỉ nhóm mới có trần điểm", "Xóa ô này; mục đã có điểm tối đa."),
    Reason.SCORE_NEGATIVE: Advice("điểm không được âm", "Sửa điểm; điểm trừ cũng ghi số dương."),
    Reason.SCORE_OVER_MAXIMUM: Advice("vượt điểm tối đa {expected}", "Sửa điểm cho không quá điểm tối đa."),
    Reason.SCORE_OFF_STEP: Advice("không đúng bước điểm {expected}", "Làm tròn theo bước điểm."),
    Reason.OTHER_STAFF_GROUP: Advice(
        "có điểm ở đây nhưng bộ tiêu chí này chỉ áp dụng cho nhóm {expected}",
        "Chuyển điểm sang trang của đúng bộ, hoặc sửa Nhóm ở trang Cá nhân.",
    ),
    Reason.TOTAL_DIFFERS: Advice(
        "khác tổng các điểm cùng dòng ({expected})", "Sửa điểm, sửa tổng hoặc để trống ô Tổng."
    ),
    Reason.NOT_SHARES: Advice("không phải tỷ lệ đóng góp", "Ghi số phần trăm theo thứ tự tác giả, ví dụ 60; 40."),
    Reason.NOT_A_MOMENT: Advice("không phải ngày giờ", "Gõ dưới dạng chữ, ví dụ '20/11/2022 08:30:00."),
    Reason.PROPOSAL_UNKNOWN: Advice("trang Đề nghị không có mã này", "Sửa mã hoặc thêm đề nghị vào trang Đề nghị."),
    Reason.SHARES_COUNT: Advice(
        "số tỷ lệ khác số tác giả ({expected})", "Ghi mỗi tác giả một tỷ lệ, dấu – nếu chưa rõ."
    ),
    Reason.SHARES_OVER: Advice("tổng tỷ lệ vượt 100 hoặc có tỷ lệ bằng 0", "Sửa lại tỷ lệ của các tác giả."),
    Reason.INITIATIVE_UNKNOWN: Advice(
        "trang Sáng kiến không có mã này", "Sửa mã hoặc thêm sáng kiến vào trang Sáng kiến."
    ),
    Reason.TEACHING_NOT_MARKED: Advice(
        "trang Kết quả chưa đánh dấu người này đạt {expected}", "Đánh dấu x ở trang Kết quả hoặc bỏ dòng này."
    ),
    Reason.MOVEMENT_UNKNOWN: Advice(
        "trang Phong trào khác không có phong trào này", "Sửa tên hoặc thêm phong trào vào trang Phong trào khác."
    ),
    Reason.MORE_THAN_BEFORE: Advice("nhiều hơn “{expected}” cùng dòng", "Kiểm lại số phiếu."),
}


def place_of(problem: CellProblem) -> str:
    """Where it is: "Trang “Cá nhân”, dòng 12, cột “Ngày sinh” (ô E12)"."""
    parts = [f"Trang “{problem.sheet}”"]
    if problem.row is not None:
        parts.append(f"dòng {problem.row}")
    if problem.column is not None:
        parts.append(f"cột “{problem.column}”")
    place = ", ".join(parts)
    return f"{place} (ô {problem.cell})" if problem.cell else place


def advice(problem: CellProblem) -> str:
    """What is wrong and what to do, without the place."""
    known = REASONS[problem.reason]
    wrong = " ".join(known.wrong.format(expected=problem.expected).split())
    return f"{wrong}. {known.remedy.format(expected=problem.expected)}"


def line(problem: CellProblem) -> str:
    """One problem in one line: where, the value, what is wrong, what to do."""
    value = f", giá trị “{problem.value}”" if problem.value else ""
    return f"{place_of(problem)}{value}: {advice(problem)}"


def lines(problems: Iterable[CellProblem]) -> list[str]:
    """One line for each problem, as the command line and the error list show them."""
    return [line(problem) for problem in problems]


ERRORS = {
    "workbook_refused": "Sổ dữ liệu năm có {count} chỗ phải sửa. Chưa có gì được ghi vào dữ liệu.",
    "workbook_missing": "Không tìm thấy tệp {name}.",
    "workbook_unreadable": "Không mở được tệp {name}: tệp hỏng, đang bị khóa hoặc không có quyền đọc.",
    "workbook_empty": "Tệp {name} trống, không có dữ liệu nào.",
    "workbook_old_format": "Tệp {name} là Excel đời cũ (.xls). Hãy mở bằng Excel rồi lưu lại kiểu .xlsx.",
    "workbook_encrypted": "Tệp {name} có mật khẩu. Hãy bỏ mật khẩu rồi lưu lại kiểu .xlsx.",
    "workbook_not_xlsx": "Tệp {name} không phải sổ Excel kiểu .xlsx. Hãy mở bằng Excel rồi lưu lại kiểu .xlsx.",
    "workbook_damaged": "Tệp {name} bị hỏng, không đọc được. Hãy mở bằng Excel, sửa và lưu lại.",
    "workbook_too_large": "Tệp {name} quá lớn hoặc có ô nằm rất xa vùng dữ liệu. "
    "Hãy xóa các dòng, cột thừa ở cuối trang tính rồi lưu lại.",
    "workbook_not_written": "Không ghi được tệp {name}. Hãy đóng tệp nếu đang mở trong Excel, hoặc chọn thư mục khác.",
    "workbook_word_unknown": "“{value}” không có trong danh mục của sổ dữ liệu năm nên chưa xuất được. "
    "Hãy sửa giá trị này trong chương trình.",
}
