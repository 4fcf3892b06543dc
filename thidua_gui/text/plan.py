"""Wording of the plan page and of the plan's outline."""

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.core.vietnamese import date_text

TITLE = "Kế hoạch & chỉ tiêu"
SWITCH = "Kế hoạch hoặc chỉ tiêu"
VIEWS = {"plan": "Kế hoạch", "targets": "Chỉ tiêu"}
KEY_NEW = "Thêm (đoạn văn hoặc chỉ tiêu)"
KEY_FIND = "Tìm trong kế hoạch hoặc danh sách chỉ tiêu"
KEY_PRINT = "Xem bản in; lần nữa thì in"
KEY_EXPORT = "Xuất tệp"
KEY_SWITCH = "Chuyển giữa Kế hoạch và Chỉ tiêu"

SECTIONS = {
    PlanSection.LEGAL_BASIS: "Căn cứ",
    PlanSection.OPENING: "Lời dẫn",
    PlanSection.PURPOSE: "Mục đích",
    PlanSection.REQUIREMENT: "Yêu cầu",
    PlanSection.THEME: "Chủ đề",
    PlanSection.CONTENT: "Nội dung",
    PlanSection.TARGET: "Chỉ tiêu",
    PlanSection.SCHEDULE: "Thời gian",
    PlanSection.TASK: "Phân công thực hiện",
    PlanSection.REGISTRATION: "Đăng ký của trường",
    PlanSection.CLOSING: "Lời kết",
    PlanSection.RECIPIENT: "Nơi nhận",
}

HEAD = "Phần đầu và người ký"
HEAD_FIELDS = {
    "number": "Số kế hoạch",
    "issued_on": "Ngày ban hành",
    "issued_at": "Nơi ban hành",
    "title": "Trích yếu",
    "signer_authority": "Thẩm quyền ký",
    "signer_post": "Chức vụ người ký",
    "signer_name": "Người ký",
    "theme": "Chủ đề phong trào",
    "school_theme": "Chủ đề của trường",
}
HEAD_EXAMPLES = {"number": "100-KH/TCT"}
AUTHORITY_HINT = "Để trống khi người ký ký theo thẩm quyền của chính mình."
AUTHORITIES = {
    "party": ("T/M BAN GIÁM HIỆU", "K/T HIỆU TRƯỞNG", "T/L HIỆU TRƯỞNG"),
    "state": ("TM. BAN GIÁM HIỆU", "KT. HIỆU TRƯỞNG", "TL. HIỆU TRƯỞNG", "TUQ. HIỆU TRƯỞNG"),
}

OUTLINE = "Dàn ý kế hoạch"
FIND = "Tìm trong kế hoạch"
MOVE_UP = "Chuyển lên (Alt+↑)"
MOVE_DOWN = "Chuyển xuống (Alt+↓)"
INDENT = "Lùi xuống cấp dưới (Alt+→)"
OUTDENT = "Đưa lên cấp trên (Alt+←)"
DELETE = "Xóa đoạn (Delete)"
EDIT = "Sửa đoạn đang chọn"
KEY_UP = "Chuyển đoạn lên"
KEY_DOWN = "Chuyển đoạn xuống"
KEY_INDENT = "Lùi đoạn xuống cấp dưới"
KEY_OUTDENT = "Đưa đoạn lên cấp trên"
KEY_DELETE = "Xóa đoạn (các đoạn) đang chọn"
KEY_PASTE = "Dán thành các đoạn mới"
DELETED_HINT = "Hoàn tác: Ctrl+Z"
NOTHING_YET = "Chưa có nội dung"
ADD = "Thêm đoạn"
PREVIEW = "Xem bản in"

TEXT = "Nội dung"
TEXT_HINT = "Gõ hoặc dán từ Word: mỗi dòng thành một đoạn. Ctrl+Enter: ghi và sang đoạn mới."
MARK = "Ký hiệu đầu dòng"
MARK_HINT = "Để trống thì đánh số theo thứ tự."
NO_MARK = "Không có"
UNITS = "Đơn vị thực hiện"
UNITS_HINT = "Để giao việc và theo dõi; không in thêm vào kế hoạch."
UNIT_HINT = "Gõ tên đơn vị để thêm"
REMOVE_UNIT = "Bỏ ra: phím Delete"
CLOSED_UNIT = "Đơn vị đã giải thể"
CARRIER = "Thực hiện (ghi thêm)"
FROM_SCHEDULE = "Dòng này lấy từ các mốc thời gian của năm."
OPEN_SCHEDULE = "Mở Mốc thời gian"

PASTE_WHOLE = "Dán cả kế hoạch từ Word"
PASTE_VERB = "Đưa vào kế hoạch"
PASTED_TEXT = "Toàn văn kế hoạch"
PASTE_HINT = (
    "Trong Word chọn hết (Ctrl+A), chép (Ctrl+C) rồi dán vào đây. Các đề mục như “1. Mục đích”, “2. Nội dung” cho biết "
    "đoạn nào thuộc phần nào; số, ngày và người ký ghi ở phần đầu."
)
EMPTY = "Chưa có nội dung kế hoạch"
EMPTY_WHY = "Dán toàn văn từ Word, chép từ năm trước, hoặc chọn một phần bên trái rồi gõ."
NO_YEAR = "Chưa có năm thi đua nào"
NO_YEAR_WHY = "Tạo năm thi đua, rồi soạn kế hoạch của năm ở đây."

BACK_TO_EDITING = "Trở lại soạn thảo"
SAVE_PDF = "Xuất PDF"
PRINT = "In"
DRAWING = "Đang dựng bản in kế hoạch"
PAPER = "Kế hoạch triển khai phong trào thi đua"


def subtitle(year: int, items: int) -> str:
    """Beside the page's title."""
    return f"Năm {year} · {items} đoạn" if items else f"Năm {year}"


def head_line(number: str | None, issued_on: date | None, signer: str | None) -> str:
    """The head in the outline."""
    day = None if issued_on is None else date_text(issued_on)
    return " · ".join(filter(None, (f"Số {number}" if number else "Chưa có số", day, signer)))


def line_note(units: Sequence[str], carrier: str | None, targets: Sequence[str]) -> str:
    """Under a line of the outline: who carries it, which targets come from it."""
    carriers = "; ".join((*units, carrier) if carrier else units)
    codes = f"Chỉ tiêu {', '.join(targets)}" if targets else ""
    return " · ".join(filter(None, (carriers, codes)))


def from_here(targets: Sequence[str]) -> str:
    """Which targets of the year come from a line."""
    return f"Chỉ tiêu lấy từ dòng này: {', '.join(targets)}."


def paragraph_heading(section: str, mark: str) -> str:
    """Above the paragraph that is edited."""
    return f"{section}, đoạn {mark.rstrip('.')}" if mark[:1].isdigit() else section


def new_heading(section: str) -> str:
    """Above a paragraph that is typed anew."""
    return f"Đoạn mới trong “{section}”"


def copy_year(year: int) -> str:
    """Offer of another year's text."""
    return f"Chép nội dung kế hoạch năm {year}"


def closed(year: int) -> str:
    """Above the plan of a year that is closed."""
    return f"Năm {year} đã chốt nên chỉ xem được."


def file_name(year: int) -> str:
    """Of the PDF."""
    return f"ke-hoach-thi-dua-{year}.pdf"


def saved(name: str) -> str:
    """Said in the status bar."""
    return f"Đã lưu {name}."


OP_SAMPLE = "Ghi nội dung kế hoạch"
OP_HEAD = "Sửa phần đầu kế hoạch"
OP_DOCUMENT = "Dán cả kế hoạch"
OP_EDIT = "Sửa một đoạn của kế hoạch"
OP_MOVE = "Chuyển chỗ một đoạn của kế hoạch"
OP_INDENT = "Lùi một đoạn của kế hoạch xuống cấp dưới"
OP_OUTDENT = "Đưa một đoạn của kế hoạch lên cấp trên"


def op_add(count: int) -> str:
    """Step of typed or pasted paragraphs."""
    return "Thêm một đoạn vào kế hoạch" if count == 1 else f"Thêm {count} đoạn vào kế hoạch"


def op_delete(count: int) -> str:
    """Step of a deletion; what stood below goes too and is not counted."""
    return "Xóa một đoạn của kế hoạch" if count == 1 else f"Xóa {count} đoạn của kế hoạch"


def op_copy(year: int) -> str:
    """Step of taking over another year's text."""
    return f"Chép nội dung kế hoạch năm {year}"


ERRORS: dict[str, str] = {
    "plan_number_odd": "Số kế hoạch gồm số thứ tự và ký hiệu, ví dụ 100-KH/TCT; “{number}” chưa đúng.",
    "plan_outside_year": "Kế hoạch năm {year} phải ban hành trong năm {year}; ngày {day} là của năm khác.",
    "plan_signer_odd": "Họ và tên người ký chỉ gồm chữ; “{name}” chưa đúng.",
    "plan_post_missing": "Đã ghi thẩm quyền ký thì phải ghi chức vụ của người ký.",
    "plan_text_missing": "Đoạn văn chưa có chữ nào.",
    "plan_not_read": (
        "Chưa nhận ra phần nào của kế hoạch. Hãy dán cả các đề mục, ví dụ “1. Mục đích”, “2. Nội dung”, hoặc dán từng "
        "phần vào ô nội dung của phần đó."
    ),
    "plan_mark_long": "Ký hiệu đầu dòng dài quá {most} ký tự; nội dung ghi ở ô dưới.",
    "plan_item_gone": "Đoạn này không còn trong kế hoạch; có thể vừa được xóa.",
    "plan_at_the_end": "Đoạn này đã ở đầu hoặc cuối phần của nó.",
    "plan_no_deeper": "Không lùi sâu hơn được: phía trên không có đoạn cùng cấp, hoặc đã ở cấp thấp nhất.",
    "plan_at_the_top": "Đoạn này đã ở cấp cao nhất của phần.",
    "plan_not_empty": "Năm này đã có nội dung kế hoạch; hãy xóa nội dung cũ rồi mới chép từ năm khác.",
}
