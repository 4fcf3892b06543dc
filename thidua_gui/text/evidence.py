"""Wording of evidence: files behind a criterion of a person's sheet or behind an initiative."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from thidua_gui.core.vietnamese import date_text, shortest_comma

HEADING = "Minh chứng ({count})"
ADD = "Thêm tệp"
ADD_TIP = "Thêm tệp minh chứng cho mục này (hoặc kéo tệp thả vào đây)"
CHOOSE = "Chọn tệp minh chứng"
FILES = "Tệp minh chứng ({patterns})"
VERB = "Thêm"
OPEN = "Mở {name} để xem"
REMOVE = "Bỏ minh chứng {name}"
NONE = "Chưa có minh chứng cho mục này."
DROP_HERE = "Thả tệp vào đây để thêm minh chứng."
READING = "Đang đọc tệp minh chứng"
OPENING = "Đang mở tệp minh chứng"
COLUMN = "Tệp"
WHOLE_SHEET = "cả phiếu"

STEP_REMOVE = "Bỏ minh chứng {name}"

SORTS = "tài liệu văn phòng, PDF, ảnh, âm thanh, video và tệp nén"

ERRORS: dict[str, str] = {
    "evidence_file_gone": "Không tìm thấy tệp {name}: tệp đã bị chuyển đi, đổi tên hoặc ổ đĩa đã ngắt. Chưa thêm gì.",
    "evidence_unreadable": "Không đọc được tệp {name}: {reason}. Chưa thêm gì.",
    "evidence_not_a_file": "{name} là thư mục. Hãy mở thư mục rồi chọn từng tệp, hoặc nén thành một tệp.",
    "evidence_wrong_kind": f"Không nhận tệp {{name}}: minh chứng chỉ gồm {SORTS}.",
    "evidence_empty": "Tệp {name} rỗng nên không thêm làm minh chứng.",
    "evidence_too_large": "Tệp {name} nặng {size} MB, quá mức {limit} MB cho một tệp minh chứng. "
    "Hãy quét lại ở độ phân giải thấp hơn hoặc chia thành nhiều tệp.",
    "evidence_repeated": "Tệp {name} đã có trong minh chứng của mục này nên không thêm lần nữa.",
    "evidence_gone": "Minh chứng này không còn nữa: đã bị bỏ ở một thao tác khác.",
    "evidence_place_gone": "Mục để gắn minh chứng không còn nữa. Hãy tải lại phiếu rồi thêm lại.",
    "evidence_not_opened": "Máy này chưa có chương trình mở được tệp {name}.",
    "evidence_not_copied": "Không ghi được bản xem tạm của tệp {name}: {reason}. Minh chứng vẫn còn nguyên.",
}


def step_add(files: int, name: str) -> str:
    """The undo step, named after whom the files are for."""
    return f"Thêm minh chứng cho {name}" if files == 1 else f"Thêm {files} minh chứng cho {name}"


def heading(count: int) -> str:
    """Above the list of files."""
    return HEADING.format(count=count)


def size_text(size: int) -> str:
    """A file's size as people say it: 340 B, 12 KB, 1,4 MB."""
    if size < 1024:
        return f"{size} B"
    if size < 1024 * 1024:
        return f"{-(-size // 1024)} KB"
    return f"{shortest_comma(Fraction(round(size * 10 / (1024 * 1024)), 10))} MB"


def facts(size: int, added_on: date) -> str:
    """Below a file's name."""
    return f"{size_text(size)}, {date_text(added_on)}"


def on_criterion(number: str, said: str) -> str:
    """The facts of a file that stands behind an item of the group on view."""
    return f"Mục {number}: {said}"


def added(count: int, refusals: Sequence[str]) -> str:
    """The result: how many were added; of refused ones the first is told, the others counted."""
    said = f"Đã thêm {count} tệp minh chứng." if count else ""
    if not refusals:
        return said
    more = f" (và {len(refusals) - 1} tệp khác bị bỏ qua)" if len(refusals) > 1 else ""
    return f"{said} {refusals[0]}{more}".strip()


def removed(name: str) -> str:
    """Said in the status bar after a file was taken off."""
    return f"Đã bỏ minh chứng {name}. Hoàn tác: Ctrl+Z."


def spoken(name: str, size: int, added_on: date) -> str:
    """One file for a screen reader."""
    return f"Minh chứng {name}, {facts(size, added_on)}"
