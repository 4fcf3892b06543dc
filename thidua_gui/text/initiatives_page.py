"""Wording of the page of initiatives and teaching awards. Knows no row and no window."""

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.targets import Bound, Verdict
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.vietnamese import date_text, grouped
from thidua_gui.text.names import TEACHING_LEVELS, VERDICTS
from thidua_gui.text.targets import bound_text

TITLE = "Sáng kiến & dạy giỏi"
VIEWS = "Phần của trang"
INITIATIVES_VIEW = "Sáng kiến, đề tài"
TEACHING_VIEW = "Giảng viên dạy giỏi"
NO_YEAR = "Chưa có năm thi đua"
NO_YEAR_WHY = "Nhập sổ dữ liệu năm hoặc lập năm mới, rồi ghi sáng kiến, đề tài và giảng viên dạy giỏi của năm đó."
NO_YEAR_VERB = "Đến trang Nhập dữ liệu"
COLUMNS = "Cột hiển thị"
FILTER_ROW = "Hiện, ẩn hàng lọc"
FIND = "Tìm trong bảng"
SAVE = "Lưu"
FILTER = "Lọc theo kết quả"

# initiatives
LIST_TITLE = "Danh mục sáng kiến, đề tài"
ADD = "Thêm sáng kiến, đề tài"
ADD_VERB = "Thêm"
EDIT = "Sửa sáng kiến, đề tài"
EDIT_SHORT = "Sửa"
REMOVE = "Xóa"
REMOVE_LONG = "Xóa sáng kiến, đề tài"
EMPTY = "Chưa có sáng kiến, đề tài nào"
EMPTY_WHY = (
    "Ghi sáng kiến, đề tài, đề án, công trình của năm cùng tác giả và quyết định công nhận; "
    "đây là căn cứ để xét Chiến sĩ thi đua và hình thức khen thưởng."
)
ALL = "Tất cả"
PENDING = "Chưa có kết quả"
CODE = "Mã"
KIND = "Loại"
NAME = "Tên sáng kiến, đề tài"
AUTHORS = "Tác giả"
SCOPE = "Phạm vi ảnh hưởng"
SCOPE_HEADER = "Phạm vi"
RESULT = "Kết quả"
DECISION = "Quyết định"
DECISION_NUMBER = "Số quyết định"
DECIDED_ON = "Ngày quyết định"
RECOGNISED_ON = "Ngày công nhận"
RECOGNISED_BY = "Cơ quan công nhận"
SUMMARY = "Tóm tắt"
EFFECT = "Hiệu quả"
APPLIED_AT = "Nơi áp dụng"
USED = "Đã dùng"
USED_TIP = "Số danh hiệu, hình thức khen thưởng mà sáng kiến này đã được dùng để đề nghị"
FILES = "Minh chứng"
CHOOSE = "Chọn một sáng kiến, đề tài"
CHOOSE_WHY = "Tóm tắt, tác giả, minh chứng và nơi đã dùng hiện ở đây."
PANEL = "Chi tiết sáng kiến, đề tài"
EDIT_AUTHORS = "Sửa tác giả"
AUTHORS_HINT = "Gõ tên để thêm. Tỷ lệ đóng góp theo %, để trống nếu không chia; tổng không quá 100 %."
SHARE = "%"
SHARE_OF = "Tỷ lệ đóng góp của {name}, phần trăm"
REMOVE_AUTHOR = "Bỏ tác giả {name}"
NO_SHARE = "chưa ghi tỷ lệ"
USES = "Đã dùng để đề nghị"
ADD_USE = "Ghi đã dùng"
EDIT_USE = "Sửa ghi nhận đã dùng"
EDIT_USE_MENU = "Sửa…"
REMOVE_USE = "Bỏ ghi nhận"
NO_USES = "Chưa dùng cho danh hiệu, hình thức khen thưởng nào."
USE_MENU = "Việc khác với {name}"
SUBJECT = "Dùng cho"
SUBJECT_HINT = "Một tác giả, hoặc một đơn vị."
SUBJECT_FIND = "Gõ tên tác giả hoặc đơn vị"
USE_TITLE = "Danh hiệu, hình thức khen thưởng"
USE_YEAR = "Năm khen thưởng"
USE_DAY_HINT = "Để trống nếu chưa có quyết định."
NOTE = "Ghi chú"
REVOKED = "đã thu hồi"
AUTHOR = "Tác giả"
KEY_NEW = "Thêm sáng kiến; ở Giảng viên dạy giỏi: ghi quyết định"

# teaching
TEACHING_TITLE = "Danh sách giảng viên dạy giỏi"
LECTURERS = "Giảng viên"
HOLDERS = "Đã đạt"
WITHOUT = "Chưa đạt"
EVERYONE = "Cả trường"
PEOPLE_NOUN = "người"
PERSON = "Họ và tên"
UNIT = "Đơn vị"
POST = "Chức vụ"
GROUP = "Nhóm"
PERIOD = "Kỳ xét"
MARK = "Đánh dấu"
MARK_TIP = "Ghi hoặc bỏ một cấp cho các dòng đang chọn"
RECORD = "Ghi quyết định"
RECORD_TEXT = "Kỳ xét, quyết định và ghi chú chung cho nhiều người; ô không sửa thì giữ nguyên như từng người đang có."
LEVEL = "Cấp"
FOR_WHOM = "Ghi cho"
USUAL = "Kỳ xét thường dùng"
NOBODY = "Chưa có giảng viên nào"
NOBODY_WHY = "Thêm cá nhân thuộc nhóm Giảng viên, hoặc nhập sổ dữ liệu năm; rồi đánh dấu người đạt dạy giỏi từng cấp."
NOBODY_VERB = "Đến trang Cá nhân"
PERIOD_HINT = "Năm (2022) hoặc năm học (2021-2022)."
TYPE_X = "Gõ x hoặc dấu cách để đánh dấu, Delete để bỏ; dán được cả cột x từ Excel."
MANY = "Nhiều giá trị khác nhau"


def closed(year: int) -> str:
    """Banner of a year that takes no changes."""
    return f"Năm {year} đã chốt: chỉ xem, in và xuất."


def subtitle(year: int, count: int, recognised: int) -> str:
    """Beside the page's title."""
    return f"Năm {year} · {grouped(count)} sáng kiến, đề tài, {grouped(recognised)} được công nhận"


def teaching_subtitle(year: int, parts: Sequence[tuple[TeachingLevel, int, int]]) -> str:
    """Beside the page's title: the levels that somebody holds."""
    told = [f"{TEACHING_LEVELS[level]} {held}/{of}" for level, held, of in parts]
    return " · ".join([f"Năm {year}", *told])


def shown(found: int, of: int, what: str) -> tuple[str, str, str]:
    """The line under the grid in three parts; the middle one is printed bold."""
    return "Hiện ", grouped(found), f" / {grouped(of)} {what}"


def of_year(year: int) -> str:
    """Under the title of a printed list."""
    return f"Năm {year}"


def short_level(level: TeachingLevel) -> str:
    """Title of a column: "Cấp khoa"."""
    words = TEACHING_LEVELS[level]
    return words[:1].upper() + words[1:]


def figure(level: TeachingLevel, held: int, of: int, verdict: Verdict | None) -> str:
    """A chip: "Cấp khoa 21/26 · Đạt"."""
    told = f"{short_level(level)} {held}/{of}"
    return told if verdict is None else f"{told} · {VERDICTS[verdict]}"


def figure_tip(held: int, of: int, targets: Sequence[str]) -> str:
    """Beside a chip: who is counted, and each target in the plan's words."""
    share = f" ({held * 100 / of:.1f} %)".replace(".", ",") if of else ""
    return "\n".join([f"{held} trên {of} giảng viên{share}; không tính người ngoài nhóm Giảng viên.", *targets])


def target_line(code: str, content: str, bound: Bound) -> str:
    """One target in the tooltip of a chip."""
    return f"Chỉ tiêu {code} ({bound_text(bound)}): {content}"


def give(level: TeachingLevel, count: int) -> str:
    """In the menu of marks."""
    return f"Đạt {TEACHING_LEVELS[level]}: {count} người"


def take(level: TeachingLevel, count: int) -> str:
    """In the menu of marks."""
    return f"Bỏ {TEACHING_LEVELS[level]}: {count} người"


def chosen(count: int) -> str:
    """For whom a decision is recorded."""
    return f"Người đang chọn ({count})"


def all_holders(count: int) -> str:
    """For whom a decision is recorded."""
    return f"Mọi người đạt cấp này ({count})"


def decision(number: str | None, on: date | None) -> str:
    """ "45-QĐ/HĐSK, 03/10/2022"."""
    return ", ".join(part for part in (number, None if on is None else date_text(on)) if part)


def of_level(level: TeachingLevel, words: str) -> str:
    """One level's words where a person holds several that differ."""
    return f"{TEACHING_LEVELS[level]}: {words}"


def of_short_level(level: TeachingLevel, words: str) -> str:
    """The same in a cell: "khoa: 2021-2022"."""
    return f"{TEACHING_LEVELS[level].removeprefix('cấp ')}: {words}"


def use_line(year: int, on: date | None) -> str:
    """Under the title of a use."""
    return f"Năm {year}" if on is None else f"Năm {year}, quyết định ngày {date_text(on)}"


def repeats(use: str, *, refused: bool) -> str:
    """A second use by the same person or unit."""
    return f"{'Trái quy định' if refused else 'Nhắc'}: đã dùng cho {use}."
