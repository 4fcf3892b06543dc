"""Wording of the units' launches: columns, panel, steps, refusals. Knows no row and no window."""

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.vietnamese import date_text, grouped

UNIT = "Khoa, phòng"
KIND = "Loại"
HEAD = "Người đứng đầu"
DAY = "Ngày\nphát động"
DAY_LABEL = "Ngày phát động"
DAY_TIP = "Gõ 21/3 hoặc 21/3/2022. Ctrl+; ghi ngày hôm nay."
PARTICIPANTS = "Số người\ndự"
PARTICIPANTS_LABEL = "Số người dự phát động"
MEMBERS = "Số người\ncủa đơn vị"
MEMBERS_TIP = "Số người của đơn vị vào cuối năm"
NOTE = "Ghi chú"
MINUTES = "Biên bản"
STATE = "Tình trạng"
LAUNCHED = "Đã phát động"
LATE = "Muộn"
LATE_FILTER = "Phát động muộn"
NOT_LAUNCHED = "Chưa phát động"
NEED_NOT = "Không bắt buộc"
HAS_MINUTES = "Có tệp"
TOO_MANY = "Dự quá số người"

SET_ALL = "Ghi một ngày cho tất cả"
SET_ALL_VERB = "Ghi ngày"
SET_ALL_TEXT = "Ghi cùng một ngày cho các khoa, phòng chưa có ngày phát động."
REPLACE = "Ghi đè ngày của đơn vị đã phát động"
ATTACH = "Đính kèm biên bản"
REPLACE_FILE = "Thay biên bản"
LOOK = "Xem biên bản của đơn vị đang chọn"
DETACH = "Gỡ biên bản của đơn vị đang chọn"
DAY_FIRST = "Ghi ngày phát động trước khi đính kèm biên bản."
CHOOSE = "Chọn biên bản phát động"
LIST = "Danh sách phát động thi đua"
STEP_ATTACH = "Đính kèm biên bản phát động {name}"
STEP_DETACH = "Gỡ biên bản phát động {name}"

EMPTY = ("Chưa có khoa, phòng nào", "Thêm khoa, phòng của trường, hoặc nhập sổ dữ liệu năm.", "Đến trang Đơn vị")

ERRORS = {
    "launch_day_wrong": "“{text}” không phải là ngày. Gõ như 21/3 hoặc 21/3/2022.",
    "launch_participants_wrong": "“{text}” không phải là số người. Gõ số nguyên, ví dụ 12.",
    "launch_day_first": "Ghi ngày phát động trước; chữ trong ô này được giữ và sẽ ghi cùng ngày.",
}


def step_cells(names: Sequence[str]) -> str:
    """Operation title: one name, or how many units."""
    return f"Ghi phát động {names[0]}" if len(names) == 1 else f"Ghi phát động {grouped(len(names))} đơn vị"


def missing(names: Sequence[str], count: int) -> str:
    """The line that is always there while a unit has not launched."""
    rest = "" if count <= len(names) else f" và {grouped(count - len(names))} đơn vị khác"
    return f"Chưa phát động: {', '.join(names)}{rest}"


def all_launched(count: int) -> str:
    """The same line once all have."""
    return f"Cả {grouped(count)} khoa, phòng đã phát động." if count else ""


def due(day: date | None) -> str:
    """The deadline."""
    return "" if day is None else f"Hạn phát động: {date_text(day)}"


def late_tip(due_on: date) -> str:
    """Tooltip of a late launch."""
    return f"Phát động sau hạn {date_text(due_on)}."


def too_many(participants: int, members: int) -> str:
    """Warning of a number that is likely a slip."""
    return f"{grouped(participants)} người dự, nhiều hơn số người của đơn vị ({grouped(members)}). Kiểm tra lại."


def detached(name: str) -> str:
    """Status bar."""
    return f"Đã gỡ biên bản phát động của {name}. Hoàn tác: Ctrl+Z"
