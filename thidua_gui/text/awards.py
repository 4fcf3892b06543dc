"""Wording of awards: the look-up page, the award dialog, revoking, refusals. Knows no window and no row."""

from datetime import date

from thidua_gui.core.vietnamese import date_text, grouped

TITLE = "Tra cứu thành tích"

VIEWS = "Nội dung xem"
ALL_VIEW = "Tất cả thành tích"
NEAR_VIEW = "Sắp đủ điều kiện"
CARD_VIEW = "Phiếu thành tích"
PRINT_CARD = "In phiếu thành tích"

YEAR = "Năm"
ALL_YEARS = "Tất cả các năm"
NAME = "Họ và tên, đơn vị"
CODE = "Mã"
UNIT_THEN = "Đơn vị khi đó"
POST_THEN = "Chức vụ khi đó"
AWARD = "Danh hiệu, hình thức"
NUMBER = "Số quyết định"
DECIDED_ON = "Ngày quyết định"
AUTHORITY = "Cấp quyết định"
COMMENDED_FOR = "Loại hình"
STATE = "Tình trạng"
HELD = "Còn hiệu lực"
REVOKED = "Đã thu hồi"
CONTAINS = "Chứa…"

ADD = "Thêm thành tích"
REVOKE = "Thu hồi"
CORRECT = "Sửa"
OPEN_BEARER = "Mở hồ sơ"
COLUMNS = "Cột hiển thị"
FIND = "Lọc theo tên"
FILTER_ROW = "Hiện hoặc ẩn hàng lọc"
CLEAR_FILTER = "Xóa lọc"

NONE = "Chưa có thành tích nào"
NONE_WHY = "Nhập sổ dữ liệu năm hoặc thêm từng thành tích đã có."
NO_HIT = "Không có thành tích nào khớp với điều kiện lọc"

# dialogs
DIALOG_ADD = "Thêm thành tích đã có"
DIALOG_CORRECT = "Sửa thành tích"
DIALOG_REVOKE = "Thu hồi khen thưởng"
ADD_VERB = "Thêm"
SAVE = "Lưu"
REVOKE_VERB = "Thu hồi"
BEARER = "Cá nhân hoặc tập thể"
KIND = "Loại"
KIND_TITLE = "Danh hiệu thi đua"
KIND_FORM = "Hình thức khen thưởng"
WORDING = "Tên ghi trong quyết định"
WORDING_HINT = "Giữ đúng cách ghi của quyết định, ví dụ “Giấy khen của Hiệu trưởng”."
REVOKED_ON = "Ngày thu hồi"
REASON = "Lý do"
REVOKE_TEXT = "Thành tích vẫn còn trong lịch sử, có gạch ngang và lý do; các chuỗi năm liên tục được tính lại."
NO_DECISION = "Chưa ghi quyết định"
FIND_PERSON = "Gõ tên hoặc mã, không cần dấu"


def counted(awards: int, people: int) -> str:
    """The line beside the page's title."""
    return f"{grouped(awards)} thành tích, {grouped(people)} cá nhân và tập thể"


def year_with(year: int, count: int) -> str:
    """A year to pick, with how many awards it has."""
    return f"Năm {year} ({count})"


def what(name: str, title: str, year: int) -> str:
    """Which award is meant."""
    return f"{name}: {title} năm {year}"


def understood(name: str) -> str:
    """What the program takes a free wording for."""
    return f"Chương trình hiểu là: {name}"


NOT_UNDERSTOOD = "Không có trong danh mục; được ghi nguyên văn và không tính vào chuỗi danh hiệu."


def decision(number: str | None, decided_on: date | None) -> str:
    """Number and date on one line."""
    if number is None and decided_on is None:
        return NO_DECISION
    day = "" if decided_on is None else date_text(decided_on)
    return ", ".join(part for part in (f"QĐ {number}" if number else "", day) if part)


def revoked(on: date, reason: str | None, number: str | None = None) -> str:
    """Under a struck-through award."""
    by = f" theo QĐ {number}" if number else ""
    return f"Thu hồi ngày {date_text(on)}{by}" + (f": {reason}" if reason else "")


def shown(found: int, of: int) -> tuple[str, str, str]:
    """The line under the list in three parts; the middle one is printed bold."""
    return "Hiện ", grouped(found), f" / {grouped(of)} thành tích"


def op_add(name: str, title: str, year: int) -> str:
    """Operation title."""
    return f"Thêm thành tích {name}: {title} {year}"


def op_correct(name: str, title: str, year: int) -> str:
    """Operation title."""
    return f"Sửa thành tích {name}: {title} {year}"


def op_revoke(name: str, title: str, year: int) -> str:
    """Operation title."""
    return f"Thu hồi {title} {year} của {name}"


ERRORS = {
    "award_bearer_missing": "Chưa chọn cá nhân hoặc tập thể.",
    "award_title_missing": "Chưa ghi danh hiệu hoặc hình thức khen thưởng.",
    "award_title_long": (
        "Tên danh hiệu, hình thức dài {length} ký tự, tối đa {longest}. Hãy ghi tên gọi, bỏ phần nêu thành tích."
    ),
    "award_year_to_come": "Năm {year} chưa đến (năm nay là {this_year}). Hãy ghi năm đã được khen thưởng.",
    "award_year_odd": "Năm phải trong khoảng từ 1900 đến 2100.",
    "award_for_collective": "{title} là danh hiệu của tập thể.",
    "award_for_person": "{title} là danh hiệu của cá nhân.",
    "award_decided_before_year": "Ngày quyết định trước năm được khen thưởng {year}.",
    "award_exists": "{name} đã có {title} năm {year} ({decision}).",
    "award_already_revoked": "Thành tích này đã bị thu hồi ngày {day}.",
    "award_revoke_day_missing": "Chưa ghi ngày thu hồi.",
    "award_revoke_reason_missing": "Chưa ghi lý do thu hồi.",
    "award_revoked_before_decided": "Ngày thu hồi trước ngày quyết định {day}.",
    "award_issued": "Thành tích này do quyết định {number} lập trong chương trình; không sửa được, chỉ thu hồi.",
    "award_gone": "Thành tích này không còn trong dữ liệu.",
}
