"""Wording of the view and the dialogs of targets. Knows no window and no row."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_gui.core.target_catalogue import Base, Measure, Parameter
from thidua_gui.core.vietnamese import grouped

TITLE = "Chỉ tiêu"
EMPTY = "Năm này chưa có chỉ tiêu"
EMPTY_WHY = "Ghép chỉ tiêu từ thước đo và cơ sở tính có sẵn; chương trình tự tính mức thực hiện."
NO_YEAR = "Chưa có năm thi đua nào"
NO_YEAR_WHY = "Nhập sổ dữ liệu năm hoặc lập năm mới, rồi đặt chỉ tiêu cho năm đó."
ADD = "Thêm chỉ tiêu"
TAKE = "Lấy của năm khác"
EDIT = "Sửa"
COPY = "Sao chép"
COPY_TIP = "Thêm một chỉ tiêu giống chỉ tiêu đang chọn (Ctrl+D)"
DELETE = "Xóa"
DELETE_TIP = "Xóa chỉ tiêu đang chọn (Delete); hoàn tác được bằng Ctrl+Z"
UP = "Chuyển lên (Alt+↑)"
DOWN = "Chuyển xuống (Alt+↓)"
OUTPUT = "In, xuất danh sách"
REQUIRED_RANGE = "Khoảng yêu cầu"
REACHED = "Thực hiện"
TABLE = "Bảng chỉ tiêu"

CHOOSE = "Chọn một chỉ tiêu"
CHOOSE_WHY = "Cách tính, mức còn thiếu và danh sách cá nhân, đơn vị hiện ở đây."
REQUIRED = "Yêu cầu"
ACTUAL = "Thực hiện"
COUNTS = "Cách tính"
SEE_CONDITIONS = "Xem điều kiện"
BASIS = "Căn cứ"
PLAN_LINE = "Trong kế hoạch"
NO_PLAN_LINE = "Không gắn với đoạn nào"
PEOPLE = "Cá nhân"
UNITS = "Đơn vị"
PERSON = "Họ và tên"
UNIT = "Đơn vị"
UNIT_NAME = "Tên đơn vị"
STATES = "Lọc theo kết quả"
NOBODY = "Không có ai"
NO_LIST = "Chưa có căn cứ để lập danh sách"
NO_UNIT = "Không có đơn vị nào"
KEY_OPEN = "Mở hồ sơ người đang chọn"

ADD_TITLE = "Thêm chỉ tiêu"
EDIT_TITLE = "Sửa chỉ tiêu {code}"
ADD_VERB = "Thêm"
SAVE = "Lưu"
CODE = "Mã"
CONTENT = "Nội dung"
MEASURE = "Đếm cái gì (thước đo)"
BASE = "Tính trên"
WITHIN_UNIT = "Chỉ trong đơn vị"
WITHIN_GROUP = "Chỉ trong nhóm"
WHOLE_SCHOOL = "Toàn trường"
EVERY_GROUP = "Mọi nhóm"
LOWER = "Từ"
UPPER = "Đến"
BOUND_HINT = "Để trống nếu không giới hạn."
BOUND_UNIT = "Đơn vị tính"
PERCENT = "% của cơ sở tính"
FROM_PLAN = "Đoạn của kế hoạch"
NO_LINE = "Không gắn"
ANY = "Bất kỳ"

TAKE_TITLE = "Lấy chỉ tiêu của năm khác"
TAKE_TEXT = "Chép mọi chỉ tiêu mà năm này chưa có (so theo mã). Chỉ tiêu đã có được giữ nguyên."
TAKE_VERB = "Lấy"
YEAR = "Năm"
NO_SOURCE = "Không có năm nào khác có chỉ tiêu."

MEASURES: Mapping[Measure, str] = {
    Measure.PEOPLE_REGISTERED: "Cá nhân đăng ký thi đua",
    Measure.TEACHING: "Cá nhân đạt dạy giỏi",
    Measure.RATED: "Cá nhân xếp loại từ … trở lên",
    Measure.TITLE: "Cá nhân được danh hiệu, hình thức",
    Measure.INDIVIDUALS_COMMENDED: "Cá nhân được khen thưởng",
    Measure.INITIATIVE_AUTHORS: "Cá nhân có sáng kiến được công nhận",
    Measure.SCORED: "Cá nhân đạt từ … điểm",
    Measure.DISCIPLINED: "Cá nhân bị kỷ luật",
    Measure.OF_STAFF_GROUP: "Cá nhân thuộc nhóm",
    Measure.PEOPLE: "Số cá nhân",
    Measure.UNITS_LAUNCHED: "Đơn vị phát động thi đua",
    Measure.UNITS_REGISTERED: "Tập thể đăng ký thi đua",
    Measure.UNITS_SUBMITTED: "Đơn vị nộp hồ sơ, báo cáo",
    Measure.UNITS_RATED: "Tập thể xếp loại từ … trở lên",
    Measure.UNIT_TITLE: "Tập thể được danh hiệu, hình thức",
    Measure.COLLECTIVES_COMMENDED: "Tập thể được khen thưởng",
    Measure.UNITS: "Số đơn vị",
}
"""As the dialog offers them: people first."""
BASES: Mapping[Base, str] = {
    Base.EVERYONE: "Toàn trường",
    Base.LECTURERS: "Giảng viên",
    Base.STAFF_GROUP: "Một nhóm cán bộ",
    Base.HOLDERS: "Cá nhân đạt danh hiệu",
    Base.REGISTERED: "Cá nhân đã đăng ký",
    Base.RATED: "Cá nhân xếp loại từ … trở lên",
    Base.INDIVIDUALS: "Mọi cá nhân (đếm số)",
    Base.FACULTIES_AND_OFFICES: "Khoa, phòng",
    Base.COLLECTIVES: "Mọi tập thể, cả trường",
}
PARAMETERS: Mapping[Parameter, str] = {
    Parameter.TITLE: "Danh hiệu, hình thức",
    Parameter.RATING: "Xếp loại từ",
    Parameter.TEACHING_LEVEL: "Cấp dạy giỏi",
    Parameter.SCOPE: "Phạm vi từ",
    Parameter.AUTHORITY: "Cấp quyết định",
    Parameter.SUBMISSION: "Loại hồ sơ, báo cáo",
    Parameter.STAFF_GROUP: "Nhóm",
    Parameter.POINTS: "Số điểm",
}
_STATES = {True: "Đạt", False: "Chưa đạt", None: "Chưa rõ"}
_NEUTRAL = {True: "Có", False: "Không", None: "Chưa rõ"}


def states(measure: Measure) -> Mapping[bool | None, str]:
    """The words of met, not met, not known; nobody "achieves" a discipline."""
    return _NEUTRAL if measure is Measure.DISCIPLINED else _STATES


def subtitle(year: int, count: int) -> str:
    """Beside the page's title."""
    return f"{count} chỉ tiêu năm {year}" if count else f"Năm {year}"


def heading(year: int) -> str:
    """Over the table."""
    return f"Chỉ tiêu năm {year}"


def closed(year: int) -> str:
    """Why nothing can be changed."""
    return f"Năm {year} đã chốt nên chỉ xem được."


def source(year: int, targets: int, new: int) -> str:
    """Another year in the list to take from."""
    return f"{year} ({targets} chỉ tiêu, {new} chưa có)"


def deleted(title: str) -> str:
    """Said in the status bar."""
    return f"{title}. Hoàn tác: Ctrl+Z"


def people_heading(count: int, *, of_units: bool) -> str:
    """Over the list behind a target."""
    return f"{UNITS if of_units else PEOPLE} ({grouped(count)})"


def list_title(year: int) -> str:
    """Of the printed list."""
    return f"Chỉ tiêu thi đua năm {year}"


OUTPUT_COLUMNS = ("Mã", "Nội dung", "Yêu cầu", "Thực hiện", "Đánh giá", "Căn cứ", "Còn thiếu, vượt")
EXPORT_LIST = "Xuất Excel bảng chỉ tiêu…"
PRINT_LIST = "In bảng chỉ tiêu…"
