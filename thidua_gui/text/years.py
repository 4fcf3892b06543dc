"""Wording of making, opening, closing and reopening a year. Knows no rule."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from thidua_gui.core.new_year import Carry
from thidua_gui.core.vietnamese import date_text

STATES: Mapping[str, str] = {"preparing": "đang chuẩn bị", "open": "đang mở", "closed": "đã chốt"}
STEP_OPEN = "Mở phong trào thi đua năm {year}"
STEP_CLOSE = "Chốt năm {year}"
STEP_REOPEN = "Mở lại năm {year}"

NEW_YEAR = "Tạo năm thi đua mới"
NEW_YEAR_ROW = "Tạo năm mới..."
STATE_ROW = "Mở, chốt năm {year}..."
CREATE = "Tạo năm"
YEAR = "Năm"
FROM = "Lấy theo"
FROM_NOTHING = "Không lấy theo năm nào"
CARRIED = "Mang sang năm mới"
CARRIED_HINT = (
    "Ngày tháng được chuyển sang năm mới; người và đơn vị dùng chung cho mọi năm. "
    "Điểm, đăng ký, xếp loại không mang sang."
)
THEME = "Chủ đề phong trào thi đua"
THEME_HINT = "Ghi sau cũng được, khi kế hoạch đã ban hành."
SCHOOL_THEME = "Chủ đề của trường"

CARRIES: Mapping[Carry, str] = {
    Carry.PLAN: "Nội dung kế hoạch",
    Carry.TARGETS: "Chỉ tiêu",
    Carry.MILESTONES: "Mốc thời gian",
    Carry.CRITERIA: "Bộ tiêu chí chấm điểm",
    Carry.THRESHOLDS: "Ngưỡng xếp loại",
    Carry.COUNCIL: "Hội đồng và quy chế họp",
}
_COUNTED: Mapping[Carry, str] = {
    Carry.PLAN: "{count} đoạn",
    Carry.TARGETS: "{count} chỉ tiêu",
    Carry.MILESTONES: "{count} mốc",
    Carry.CRITERIA: "{count} bộ",
    Carry.THRESHOLDS: "{count} mức",
    Carry.COUNCIL: "{count} người",
}

OPEN_VERB = "Mở năm {year}"
CLOSE_VERB = "Chốt năm {year}"
REOPEN_VERB = "Mở lại năm {year}"
OPEN_TEXT = "Năm {year} đang chuẩn bị. Khi kế hoạch đã ban hành, hãy mở năm để cả trường theo dõi thực hiện."
CLOSE_TEXT = (
    "Sau khi chốt, mọi số liệu của năm {year} chỉ để xem; khi cần có thể mở lại và ghi lý do. "
    "Chương trình sao lưu dữ liệu trước khi chốt."
)
REOPEN_TEXT = "Năm {year} đã chốt nên chỉ xem được. Mở lại thì sửa được như trước; lý do được lưu trong nhật ký."
REASON = "Lý do mở lại"
REASON_HINT = "Bắt buộc."
NOTHING_LEFT = "Không còn việc nào dở dang: các vòng chấm đã chốt, mọi người đã được xếp loại."
LEFT = "Còn dở dang:"
BACKING_UP = "Đang sao lưu trước khi chốt năm"
EVENTS = "Đã làm"
_ACTIONS: Mapping[str, str] = {"created": "Tạo năm", "opened": "Mở năm", "closed": "Chốt năm", "reopened": "Mở lại năm"}

ERRORS: dict[str, str] = {
    "year_exists": "Tệp dữ liệu đã có năm {year}. Hãy chọn năm khác.",
    "year_far_from_source": (
        "Năm {year} cách năm {source} quá {most} năm nên không lấy theo được. "
        "Hãy kiểm tra lại số năm, hoặc chọn “Không lấy theo năm nào”."
    ),
    "year_reason_missing": "Hãy ghi lý do mở lại năm; lý do được lưu trong nhật ký.",
    "year_state_differs": "Không làm được: năm {year} hiện {state}.",
    "undo_of_closing": (
        "Không hoàn tác được việc chốt năm {year}. Muốn sửa tiếp, hãy chọn “Mở, chốt năm {year}” ở ô chọn năm "
        "và ghi lý do mở lại."
    ),
    "undo_in_closed_year": (
        "Không hoàn tác được vì bước này thuộc năm {year} đã chốt. Hãy mở lại năm {year} (ghi lý do) rồi làm."
    ),
}


def step_create(year: int) -> str:
    """Title of the step."""
    return f"Tạo năm thi đua {year}"


def created(year: int) -> str:
    """In the status bar."""
    return f"Đã tạo năm {year}, đang ở bước chuẩn bị."


def offer(kind: Carry, count: int) -> str:
    """One line that can be ticked: what, and how much of it there is."""
    return f"{CARRIES[kind]} ({_COUNTED[kind].format(count=count)})" if count else f"{CARRIES[kind]} (không có)"


def source(year: int) -> str:
    """One year to start from."""
    return f"Năm {year}"


def left(stages: Sequence[str], refused: int, unrated: int, doubtful: int) -> list[str]:
    """What a year still lacks, a line each."""
    lines = [f"Chưa chốt vòng chấm: {', '.join(stages)}." if stages else ""]
    lines.append(f"{refused} ô điểm ghi giá trị chưa hợp lệ." if refused else "")
    lines.append(f"{unrated} người chưa được xếp loại." if unrated else "")
    lines.append(f"{doubtful} xếp loại cần xem lại vì vòng chấm đã mở lại." if doubtful else "")
    return [line for line in lines if line]


def event(action: str, at: datetime, user: str, reason: str | None) -> str:
    """One line of what was done with the year's state."""
    said = f" – {reason}" if reason else ""
    return f"{date_text(at.date())}: {_ACTIONS[action]}, {user or 'không rõ ai'}{said}"
