"""Wording of units: their short names, the page, its dialogs and refusals. Knows no window and no row."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable
from typing import TypeVar

from thidua_gui.core.vietnamese import fold, grouped, tidy

Key = TypeVar("Key", bound=Hashable)

TITLE = "Đơn vị"
SCHOOL = "Toàn trường"

LEADERSHIP = "Lãnh đạo"
KINDS = (LEADERSHIP, "Khoa", "Phòng", "Trung tâm", "Tổ", "Bộ môn", "Ban")
DEFAULT_KIND = "Khoa"

ADD = "Thêm đơn vị"
ADD_HERE = "Thêm đơn vị con"
EDIT = "Sửa"
CLOSE_UNIT = "Ngừng hoạt động"
CLOSE_MENU = "Ngừng hoạt động…"
IMPORT = "Nhập từ Excel"
REOPEN = "Hoạt động trở lại"
MOVE_UP_TIP = "Chuyển lên (Alt+↑)"
MOVE_DOWN_TIP = "Chuyển xuống (Alt+↓)"
SHOW_CLOSED = "Cả đơn vị đã ngừng"
TREE = "Cây đơn vị"
FIND = "Tìm đơn vị"

CODE = "Mã đơn vị"
NAME = "Tên đơn vị"
SCHOOL_NAME = "Tên trường"
SHORT_NAME = "Tên gọn"
SHORT_NAME_HINT = "Dùng trong bảng; để trống thì chương trình tự rút gọn."
KIND = "Loại"
PARENT = "Trực thuộc"
HEAD = "Người đứng đầu"
NO_HEAD = "Chưa ghi"
OPENED_ON = "Ngày thành lập"
CLOSED_ON = "Ngày ngừng hoạt động"
NOT_KNOWN = "Chưa rõ"
NOT_LAUNCHED = "Chưa phát động"
RATING = "Xếp loại tập thể"
NOT_RATED = "Chưa xếp loại"
NOT_REGISTERED = "Chưa đăng ký"
NOT_LAUNCHING = "Không tính (lãnh đạo)"
CHILDREN = "Đơn vị trực thuộc"
MEMBERS = "Thành viên"
MEMBERS_ON = "Vào ngày"
WITH_CHILDREN = "Gồm cả đơn vị trực thuộc"
MEMBER_CODE = "Mã"
MEMBER_NAME = "Họ và tên"
MEMBER_UNIT = "Đơn vị"
MEMBER_POST = "Chức vụ"
MEMBER_GROUP = "Nhóm"
MEMBER_SINCE = "Từ ngày"

NO_UNITS = "Chưa có đơn vị nào"
NO_UNITS_WHY = "Thêm từng khoa, phòng hoặc nhập cả năm từ tệp Excel."
NO_MEMBERS = "Không có thành viên"
NO_MEMBERS_WHY = "Ngày đang xem chưa có ai thuộc đơn vị này."
NO_UNIT_FOUND = "Không có đơn vị nào khớp"

SAVE = "Lưu"
ADD_VERB = "Thêm"
NEW_UNIT = "Thêm đơn vị"
EDIT_UNIT = "Sửa đơn vị"
EDIT_SCHOOL = "Sửa tên trường"
CLOSE_DAY_MISSING = "Chưa ghi ngày ngừng hoạt động."
LEADERS = "Lãnh đạo"
NOT_YET = "Chưa"
LAUNCHED_ON = "Ngày phát động"
LAUNCHED_HINT = "Để trống nếu chưa phát động"
PARTICIPANTS = "Số người tham gia"
RECORD_YEAR = "Ghi phát động, xếp loại"
MORE = "Việc khác với đơn vị này"
OPEN_HEAD = "Mở hồ sơ người đứng đầu"
NO_CHILDREN = "Không có đơn vị trực thuộc"
NO_CHILDREN_WHY = "Bấm “Thêm đơn vị con” để thêm."
CLOSE_TEXT = "Đơn vị vẫn giữ nguyên trong hồ sơ các năm trước. Từ hôm sau ngày này không ai thuộc đơn vị nữa."

LONG = 24
_KIND_WORDS = ("Khoa ", "Phòng ")


def short_name(name: str, chosen: str | None = None) -> str:
    """The unit's name for grids: the one chosen by the school, else without Khoa or Phòng, and if long by initials.

    "Phòng Tổ chức, hành chính, thông tin, tư liệu" → "TC-HC-TT-TL".
    """
    if chosen:
        return chosen
    plain = name
    for word in _KIND_WORDS:
        if name.startswith(word) and len(name) > len(word):
            plain = name[len(word) :][:1].upper() + name[len(word) + 1 :]
    return plain if len(plain) <= LONG else "-".join(_initials(part) for part in plain.split(","))


def short_names(units: Iterable[tuple[Key, str, str | None]]) -> dict[Key, str]:
    """Short names of many units (key, name, chosen); where two would read alike both keep their full names."""
    listed = list(units)
    short = {key: short_name(name, chosen) for key, name, chosen in listed}
    times = Counter(short.values())
    return {key: short[key] if times[short[key]] == 1 else name for key, name, _ in listed}


def suggested_code(name: str) -> str:
    """Initials without marks, Khoa and Phòng kept out: "Khoa Lý luận cơ sở" → "LLCS"."""
    plain = name
    for word in _KIND_WORDS:
        plain = plain.removeprefix(word)
    words = re.findall(r"[a-z0-9]+", fold(plain))
    return "".join(word if word.isdigit() else word[0] for word in words if word != "va").upper()[:8]


def _initials(part: str) -> str:
    halves = part.strip().split(" và ")
    return " và ".join("".join(word[0] for word in half.split()).upper() for half in halves if half)


def members(count: int) -> str:
    """How many people."""
    return f"{grouped(count)} người"


def members_heading(count: int) -> str:
    """Heading over the table."""
    return f"{grouped(count)} thành viên"


def counted(units: int, people: int) -> str:
    """The line beside the page's title."""
    return f"{grouped(units)} đơn vị, {grouped(people)} người"


def closed_since(day: str) -> str:
    """A closed unit's chip."""
    return f"Ngừng từ {day}"


def close_title(name: str) -> str:
    """Heading of the dialog."""
    return f"Ngừng hoạt động: {name}"


def year_title(year: int) -> str:
    """Heading of the dialog."""
    return f"Phát động và xếp loại năm {year}"


def launched_in(year: int) -> str:
    """Column."""
    return f"Phát động {year}"


def rated_in(year: int) -> str:
    """Column."""
    return f"Xếp loại {year}"


def rating_of(year: int) -> str:
    """Label of the collective rating."""
    return f"Xếp loại tập thể {year}"


def launch_of(year: int) -> str:
    """Label of the launch."""
    return f"Phát động thi đua {year}"


def registered_of(year: int) -> str:
    """Label of the unit's registration."""
    return f"Đăng ký thi đua {year}"


def op_add(name: str) -> str:
    """Operation title."""
    return f"Thêm đơn vị {tidy(name)}"


def op_edit(name: str) -> str:
    """Operation title."""
    return f"Sửa đơn vị {name}"


def op_move(name: str) -> str:
    """Operation title."""
    return f"Đổi thứ tự {name}"


def op_close(name: str) -> str:
    """Operation title."""
    return f"Ngừng hoạt động {name}"


def op_year(name: str) -> str:
    """Operation title."""
    return f"Ghi phát động, xếp loại {name}"


def op_reopen(name: str) -> str:
    """Operation title."""
    return f"Cho {name} hoạt động trở lại"


ERRORS = {
    "unit_code_missing": "Chưa có mã đơn vị.",
    "unit_code_has_space": "Mã đơn vị viết liền, không có dấu cách.",
    "unit_code_reserved": "Mã “@” dành riêng cho trường.",
    "unit_code_taken": "Mã {taken} đã là mã của {owner}.",
    "unit_name_missing": "Chưa có tên đơn vị.",
    "unit_name_taken": "Đã có đơn vị tên {name} ở cùng cấp.",
    "unit_kind_missing": "Chưa chọn loại đơn vị.",
    "unit_parent_below": "Đơn vị không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó.",
    "unit_parent_closed": "{name} đã ngừng hoạt động.",
    "unit_head_not_working": "{name} không công tác tại trường vào ngày này.",
    "unit_closed_before_opened": "Ngày ngừng hoạt động trước ngày thành lập {day}.",
    "unit_has_members": "Sau ngày này vẫn còn {count} người thuộc đơn vị ({names}). Hãy chuyển đơn vị cho họ trước.",
    "unit_has_children": "Còn {count} đơn vị trực thuộc đang hoạt động ({names}).",
    "unit_is_school": "Không thể làm việc này với chính trường.",
    "unit_cannot_move": "Đơn vị đã ở đầu hoặc cuối danh sách.",
    "launch_outside_year": "Ngày phát động phải trong năm {year}.",
    "launch_in_future": "Ngày phát động {day} còn chưa tới; chỉ ghi khi đã phát động.",
    "launch_day_missing": "Chưa ghi ngày phát động.",
    "unit_gone": "Đơn vị này không còn trong dữ liệu.",
    "date_out_of_range": "Ngày phải trong khoảng từ năm 1900 đến năm 2100.",
}
