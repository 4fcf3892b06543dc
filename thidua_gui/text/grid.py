"""Wording of the data grid: spoken cells, paste reports, menus, key hints; knows no widget."""

UNSCORED = "Thiếu"
ALL = "Tất cả"
CONTAINS = "Chứa…"
AT_LEAST = "≥"
BLANK = "–"

COPY = "Sao chép"
COPY_WITH_TITLES = "Sao chép kèm tiêu đề cột"
PASTE = "Dán"
PASTE_TITLE = "Dán vào bảng?"
FILL_DOWN = "Chép xuống"
SET_VALUE = "Đặt giá trị cho vùng chọn…"
SET_VALUE_TITLE = "Đặt giá trị cho vùng chọn"
SET_VALUE_LABEL = "Giá trị"
SET_VALUE_VERB = "Đặt giá trị"
CLEAR_CELLS = "Xóa nội dung ô"
WHY = "Vì sao?"
OPEN = "Mở"
COLUMNS = "Cột hiển thị"
HIDE_COLUMN = "Ẩn cột này"
RESET_COLUMNS = "Đặt lại cột"
FIT_COLUMN = "Vừa với nội dung"
SORT_UP = "Xếp tăng dần"
SORT_DOWN = "Xếp giảm dần"
SORT_NATURAL = "Thứ tự ban đầu"
NO_HIT = "Không có dòng nào khớp"
CLEAR_FILTERS = "Xóa lọc"
UNPICK = "Bỏ chọn"
GO_TO_PROBLEM = "Đến ô lỗi"
PICK_ROW = "chọn dòng"
FILTER_ROW = "Hàng lọc"

EMPTY = "trống"
MISSING = "chưa chấm"
LOCKED = "đã khóa"

KEY_HINTS = (
    ("Enter", "xuống ô dưới"),
    ("Tab", "ô kế"),
    ("F2", "sửa ô"),
    ("Ctrl+D", "chép xuống"),
    ("F8", "lỗi kế tiếp"),
    ("Ctrl+Enter", "mở phiếu"),
    ("Alt+1..3", "đổi vòng chấm"),
    ("Ctrl+Z", "hoàn tác"),
)


def filter_of(title: str) -> str:
    """Spoken name of a field of the filter row."""
    return f"Lọc cột {title}"


def pasted(changed: int, read_only: int, invalid: int, beyond: int) -> str:
    """What a paste would do."""
    parts = [f"Thay đổi {changed} ô"]
    if read_only:
        parts.append(f"bỏ qua {read_only} ô chỉ đọc")
    if invalid:
        parts.append(f"{invalid} ô không hợp lệ")
    sentence = ", ".join(parts) + "."
    if beyond:
        sentence += f" {beyond} dòng thừa không có chỗ, sẽ không dán."
    if invalid:
        sentence += " Ô không hợp lệ giữ nguyên chữ đã dán và được đánh dấu để sửa."
    return sentence


def paste_verb(changed: int) -> str:
    """The verb of the paste question."""
    return f"Dán {changed} ô"


def picked(count: int) -> str:
    """How many rows carry a check mark."""
    return f"Đã chọn {count}"


def shown(count: int, total: int, what: str) -> tuple[str, str, str]:
    """The line under a filtered grid, its number apart because it is bold."""
    return "Hiện ", str(count), f" / {total} {what}"


def matched(query: str, words: list[str]) -> str:
    """Which words a filter found."""
    return f"“{query}” khớp cả {', '.join(words)}"


def no_hit(conditions: list[str]) -> str:
    """Which filter left nothing."""
    return "Đang lọc: " + "; ".join(condition for condition in conditions if condition)


def more_problems(count: int) -> str:
    """Other refused cells beside the one named."""
    return f"Còn {count} ô khác."


def joined(*parts: str) -> str:
    """Parts that are there, as one sentence."""
    return ", ".join(part for part in parts if part)


def group_heading(title: str, count: int, right: str, collapsed: bool) -> str:
    """A heading row as spoken."""
    return joined(title, f"{count} dòng", right, "đang thu gọn" if collapsed else "")


def entered(text: str) -> str:
    """A value that was refused but stays."""
    return f"đang nhập {text}"


def before(text: str) -> str:
    """The value of the stage before."""
    return f"vòng trước {text}" if text else ""


def checked(on: bool) -> str:
    """State of a check box."""
    return "đã chọn" if on else "chưa chọn"
