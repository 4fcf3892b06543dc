"""Wording of the year's milestones: page, dialogs, calendar. Knows no rule."""

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.debts import Lack
from thidua_gui.core.timeline import MilestoneKind, MilestoneState, MilestoneStatus
from thidua_gui.core.vietnamese import date_text

DEADLINES = frozenset(
    {
        MilestoneKind.LAUNCH, MilestoneKind.REGISTRATION, MilestoneKind.MID_YEAR, MilestoneKind.UNIT_SCORING,
        MilestoneKind.RESULTS,
    }
)  # fmt: skip
"""What others have to do by a day; the rest takes place on it."""

TITLE = "Mốc thời gian"
ADD = "Thêm mốc"
EDIT = "Sửa mốc"
REMOVE = "Xóa mốc"
UP = "Chuyển lên"
DOWN = "Chuyển xuống"
SAVE = "Lưu"
REMIND = "Đôn đốc"
REMIND_ALL = "In công văn đôn đốc cho mọi đơn vị còn thiếu (Ctrl+P)"
REMIND_ONE = "Công văn"
REMIND_ONE_TIP = "In công văn đôn đốc cho các đơn vị đang chọn"
CALENDAR = "Xuất lịch (.ics)"
CALENDAR_TIP = "Xuất các mốc ra tệp lịch để mở bằng Outlook, Google Lịch hoặc điện thoại (Ctrl+E)"
CALENDAR_FILES = "Tệp lịch (*.ics)"
CALENDAR_SAVED = "Đã xuất lịch ra {name}."
MARK = "Đã nộp"
UNMARK = "Bỏ ghi nhận"
MARK_TIP = "Ghi nhận các đơn vị đang chọn đã nộp (Ctrl+D)"
MARK_TITLE = "Ghi nhận đơn vị đã nộp"
SUBMITTED_ON = "Ngày nộp"
DAY_MISSING = "Hãy ghi ngày đơn vị đã nộp."
NOTE = "Ghi chú"
ALL_LATE = "Quá hạn"
ALL_LATE_TIP = "Mọi việc quá hạn của mọi mốc"
OF_MILESTONE = "Mốc đang chọn"
OF_MILESTONE_TIP = "Việc còn thiếu của mốc đang chọn"
VIEWS = "Xem việc còn thiếu"
OPEN = "Mở"
OPEN_TIP = "Mở trang xử lý việc đang chọn (Enter)"
FIND = "Tìm đơn vị"
PRINTING = "Đang soạn công văn đôn đốc"
REMIND_TITLE = "Công văn đôn đốc"

KIND = "Loại mốc"
KIND_HINT = "Loại mốc quyết định chương trình đếm việc gì: đăng ký, chấm điểm, nộp kết quả..."
NAME = "Tên mốc"
FROM_ON = "Từ ngày"
DUE_ON = "Đến hết ngày"
DUE_HINT = "Ngày cuối cùng còn đúng hạn: “trước 20/11” là hết 19/11."
DONE_ON = "Đã xong ngày"
DONE_HINT = "Để trống khi chưa xong."
PLAN_WORDING = "Ghi trong kế hoạch"
PLAN_WORDING_HINT = "Nguyên văn dòng thời gian của kế hoạch; để trống thì chương trình tự ghi theo ngày."

COLUMN_NAME = "Mốc"
COLUMN_WHEN = "Thời gian"
COLUMN_DONE = "Đã thực hiện"
COLUMN_STATE = "Tình trạng"
COLUMN_UNIT = "Đơn vị"
COLUMN_OWED = "Còn thiếu"
COLUMN_PEOPLE = "Ai"
COLUMN_HEAD = "Phụ trách"
COLUMN_LATE = "Hạn"
MILESTONES = "Các mốc của năm"
OWED = "Ai còn thiếu gì"
OWED_OF = "{name}: ai còn thiếu gì"
NOTHING_OWED = "Không đơn vị nào còn thiếu"
NOTHING_OWED_WHY = "Mọi việc của mốc này đã xong, hoặc mốc này không đếm việc của đơn vị."
NO_MILESTONES = "Năm này chưa có mốc thời gian"
NO_MILESTONES_WHY = "Thêm các mốc của kế hoạch: phát động, đăng ký, chấm điểm, nộp kết quả, họp Hội đồng..."
NO_YEAR = "Chưa có năm thi đua nào"
NO_YEAR_WHY = "Tạo năm mới ở ô chọn năm, hoặc nhập sổ dữ liệu năm."
CLOSED = "Năm {year} đã chốt nên chỉ xem được."
REMOVE_QUESTION = "Xóa mốc “{name}”? Việc đã ghi nhận (phát động, đăng ký, nộp hồ sơ) vẫn giữ nguyên. Có thể hoàn tác."
LETTERS_FILE = "cong-van-don-doc-{year}.pdf"
LETTERS_TITLE = "Công văn đôn đốc năm {year}"
CALENDAR_FILE = "lich-thi-dua-{year}.ics"

_OWED = {
    Lack.LAUNCH: "Chưa phát động thi đua",
    Lack.REGISTRATION: "Chưa đăng ký: {missing}/{of} người",
    Lack.NO_SHEET: "Chưa có bộ tiêu chí áp dụng: {missing}/{of} người",
    Lack.SELF_SCORES: "Chưa tự chấm đủ: {missing}/{of} người",
    Lack.UNIT_SCORES: "Đơn vị chưa chấm đủ: {missing}/{of} người",
    Lack.DRAFTS: "Giá trị chưa hợp lệ: {missing}/{of} người",
    Lack.MID_YEAR: "Chưa nộp báo cáo giữa năm",
    Lack.RESULTS: "Chưa nộp kết quả",
}
_STATES = {
    MilestoneState.DONE: "Đã xong",
    MilestoneState.LATE: "Quá hạn",
    MilestoneState.CURRENT: "Sắp hạn",
    MilestoneState.UNDER_WAY: "Đang làm",
    MilestoneState.UPCOMING: "Chưa đến",
}

ERRORS: dict[str, str] = {
    "milestone_name_missing": "Hãy ghi tên mốc.",
    "milestone_out_of_year": "Ngày {day} không thuộc phong trào thi đua năm {year}. Hãy xem lại năm của ngày này.",
    "milestone_reversed": "Ngày cuối {last} đứng trước ngày đầu {first}. Hãy đổi lại hai ngày.",
    "milestone_kind_taken": "Năm này đã có mốc loại ấy (“{name}”). Hãy sửa mốc đó, hoặc chọn loại “Mốc khác”.",
    "milestone_gone": "Mốc này không còn nữa, có thể vừa bị xóa hoặc hoàn tác.",
}


def step_add(name: str) -> str:
    """Title of the step."""
    return f"Thêm mốc “{name.strip()}”"


def step_change(name: str) -> str:
    """Title of the step."""
    return f"Sửa mốc “{name.strip()}”"


def step_remove(name: str) -> str:
    """Title of the step."""
    return f"Xóa mốc “{name}”"


def step_move(name: str) -> str:
    """Title of the step."""
    return f"Chuyển chỗ mốc “{name}”"


def calendar_title(name: str, year: int, *, deadline: bool) -> str:
    """Title of an entry in a calendar."""
    return f"Hạn {name.lower()} năm {year}" if deadline else f"{name} năm {year}"


def calendar_name(year: int) -> str:
    """Name of the calendar."""
    return f"Thi đua năm {year}"


def subtitle(year: int, late: int) -> str:
    """Beside the page's title."""
    return f"Năm {year} · {late} mục quá hạn" if late else f"Năm {year}"


def when(first: date | None, last: date | None) -> str:
    """The days of a milestone."""
    if first is not None and last is not None and first != last:
        return f"{date_text(first)} - {date_text(last)}"
    day = last or first
    return "Chưa định ngày" if day is None else date_text(day)


def done(status: MilestoneStatus) -> str:
    """How many have done it, where something is counted."""
    counted = status.milestone.counted
    if counted is not None and counted.of:
        return f"{counted.met}/{counted.of}"
    done_on = status.milestone.done_on
    return "" if done_on is None else date_text(done_on)


def state(status: MilestoneStatus) -> str:
    """How it stands today."""
    words = _STATES[status.state]
    if status.state is MilestoneState.DONE or status.days_left is None:
        return words
    return late(status.days_left) if status.days_left < 0 else f"{words}, {left(status.days_left)}"


def late(days_left: int) -> str:
    """The chip of what is overdue, or how long there is still."""
    return f"Quá hạn {-days_left} ngày" if days_left < 0 else left(days_left).capitalize()


def left(days: int) -> str:
    """How long there is still."""
    return "hôm nay" if days == 0 else f"còn {days} ngày"


def owed(lack: Lack, missing: int, of: int) -> str:
    """What a unit owes."""
    return _OWED[lack].format(missing=missing, of=of)


def people(names: Sequence[str], count: int) -> str:
    """The first names, and how many more there are."""
    shown = ", ".join(names)
    return shown if len(names) >= count or not names else f"{shown} và {count - len(names)} người khác"


def marked(count: int) -> str:
    """Text of the dialog that ticks units off."""
    return f"{count} đơn vị đang chọn đã nộp đủ hồ sơ, kể cả bản giấy."
