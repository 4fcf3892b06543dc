"""Wording of what is done with checked people or units at once: dialogs, steps, results, who was passed over."""

from collections.abc import Mapping, Sequence
from datetime import date

from thidua_gui.core.vietnamese import date_text, grouped

MORE = "Việc khác"
REGISTER = "Đăng ký danh hiệu"
TRANSFER = "Chuyển đơn vị…"
POST = "Ghi chức vụ…"
GROUP = "Xếp nhóm…"
LEAVE = "Nghỉ việc…"
LAUNCH = "Ngày phát động"
CLOSE = "Đóng…"
KIND = "Đặt loại"
TITLE_FIELD = "Danh hiệu"
REGISTERED_ON = "Ngày đăng ký"
REPLACE = "Đổi cả danh hiệu của người đã đăng ký danh hiệu khác"
GROUP_FIELD = "Nhóm"
GROUP_TEXT = "Nhóm quyết định bộ tiêu chí: điểm đã chấm theo bộ tiêu chí khác được giữ lại nhưng không tính vào tổng."
POST_FIELD = "Chức vụ mới"
POST_TEXT = "Mỗi người giữ nguyên đơn vị; chức vụ cũ kết thúc vào ngày hôm trước."
FROM_ON = "Từ ngày"
LAUNCH_TEXT = "Ghi cho những đơn vị chưa có ngày phát động."
LAUNCH_REPLACE = "Ghi đè ngày của đơn vị đã phát động"
KIND_FIELD = "Loại đơn vị"
CLOSED_ON = "Ngày hoạt động cuối cùng"
CLOSE_TEXT = "Đơn vị đã đóng không nhận người mới; lịch sử được giữ nguyên."
SAVE = "Ghi"
REGISTER_VERB = "Đăng ký"
CLOSE_VERB = "Đóng đơn vị"
LEAVE_VERB = "Ghi nghỉ việc"
UNITS = "Danh sách đơn vị"

PEOPLE_NOUN, UNITS_NOUN = "người", "đơn vị"
SAME_TITLE, OTHER_TITLE, LEFT, JOINED_LATER = "same_title", "other_title", "left", "joined_later"
SAME_GROUP, SAME_POST, THERE = "same_group", "same_post", "there"
LAUNCHED, CLOSED, SAME_KIND, SCHOOL = "launched", "closed", "same_kind", "school"
NO_TOTAL, SAME_RATING = "no_total", "same_rating"
_PASSED_OVER = {
    SAME_TITLE: "đã đăng ký",
    OTHER_TITLE: "đã đăng ký danh hiệu khác",
    LEFT: "đã nghỉ việc",
    JOINED_LATER: "về cơ quan sau ngày đăng ký",
    SAME_GROUP: "đã thuộc nhóm này",
    SAME_POST: "đã giữ chức vụ này",
    THERE: "đã ở đơn vị này",
    LAUNCHED: "đã có ngày phát động",
    CLOSED: "đã đóng",
    SAME_KIND: "đã thuộc loại này",
    SCHOOL: "là chính trường",
    NO_TOTAL: "chưa đủ điểm để đề xuất",
    SAME_RATING: "đã xếp đúng mức đề xuất",
}

ERRORS: dict[str, str] = {
    "bulk_nothing": "Không có gì để ghi: {why}.",
    "bulk_title_missing": "Chọn danh hiệu đăng ký.",
    "bulk_group_missing": "Chọn hoặc gõ tên nhóm.",
    "bulk_post_missing": "Gõ chức vụ mới.",
    "bulk_day_missing": "Cần ghi ngày.",
    "bulk_no_unit": "{name} chưa thuộc đơn vị nào vào ngày này nên chưa ghi được chức vụ. Hãy bỏ chọn người này.",
    "bulk_kind_missing": "Chọn hoặc gõ loại đơn vị.",
}


def passed_over(skipped: Mapping[str, int], noun: str) -> str:
    """Who was passed over and why: "bỏ qua 2 người đã đăng ký, 1 người đã nghỉ việc"; empty without anybody."""
    told = [f"{grouped(count)} {noun} {_PASSED_OVER[why]}" for why, count in skipped.items() if count]
    return f"bỏ qua {', '.join(told)}" if told else ""


def why_nothing(skipped: Mapping[str, int], noun: str) -> str:
    """The same as a reason that nothing is left to do."""
    return ", ".join(f"{grouped(count)} {noun} {_PASSED_OVER[why]}" for why, count in skipped.items() if count)


def result(done: str, skipped: Mapping[str, int], noun: str) -> str:
    """The sentence after the work: "Đã đăng ký LĐTT cho 12 người, bỏ qua 2 người đã đăng ký."."""
    rest = passed_over(skipped, noun)
    return f"Đã {done[0].lower()}{done[1:]}{', ' + rest if rest else ''}."


def with_undo(said: str) -> str:
    """As told in the status bar."""
    return f"{said} Hoàn tác: Ctrl+Z"


def register(title: str, count: int) -> str:
    return f"Đăng ký {title} cho {grouped(count)} người"


def group(name: str, count: int) -> str:
    return f"Xếp {grouped(count)} người vào nhóm {name}"


def post(name: str, count: int, from_on: date) -> str:
    return f"Ghi chức vụ {name} cho {grouped(count)} người từ ngày {date_text(from_on)}"


def transfer(unit: str, count: int, from_on: date) -> str:
    return f"Chuyển {grouped(count)} người đến {unit} từ ngày {date_text(from_on)}"


def leave(count: int, on: date) -> str:
    return f"Ghi nghỉ việc cho {grouped(count)} người, ngày làm việc cuối cùng {date_text(on)}"


def launch(count: int, on: date) -> str:
    return f"Ghi ngày phát động {date_text(on)} cho {grouped(count)} đơn vị"


def close(count: int, on: date) -> str:
    return f"Đóng {grouped(count)} đơn vị, ngày hoạt động cuối cùng {date_text(on)}"


def kind(name: str, count: int) -> str:
    return f"Đặt loại {name} cho {grouped(count)} đơn vị"


def whom(names: Sequence[str]) -> str:
    """Below a dialog's title: the first of those it is about."""
    first = ", ".join(names[:3])
    return first if len(names) <= 3 else f"{first} và {grouped(len(names) - 3)} người khác"


def which(names: Sequence[str]) -> str:
    """The same for units."""
    first = ", ".join(names[:3])
    return first if len(names) <= 3 else f"{first} và {grouped(len(names) - 3)} đơn vị khác"


def dialog_title(what: str, count: int, noun: str) -> str:
    """"Đăng ký danh hiệu: 12 người"."""
    return f"{what.rstrip('…')}: {grouped(count)} {noun}"
