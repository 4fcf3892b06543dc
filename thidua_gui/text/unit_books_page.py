"""Wording of the page of units' books: the list, the preview of what came back, its dialogs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.vietnamese import date_text, grouped

TITLE = "Sổ của đơn vị"
PHASES: Mapping[SubmissionKind, str] = {
    SubmissionKind.REGISTRATION: "Đăng ký thi đua",
    SubmissionKind.RESULTS: "Kết quả năm",
}
PHASE = "Đợt nộp"
PHASE_TIPS: Mapping[SubmissionKind, str] = {
    SubmissionKind.REGISTRATION: "Đơn vị nộp bản đăng ký, so với hạn đăng ký thi đua",
    SubmissionKind.RESULTS: "Đơn vị nộp điểm, xếp loại, đề nghị, so với hạn nộp kết quả",
}
WRITE_ALL = "Lập sổ cho tất cả…"
WRITE_ALL_TIP = "Ghi mỗi đơn vị một tệp Excel vào một thư mục để chép cho các đơn vị"
WRITE_SOME = "Lập sổ cho đơn vị chọn…"
RECEIVE = "Nhận sổ…"
RECEIVE_TIP = "Chọn các tệp đơn vị gửi lại, hoặc kéo tệp thả vào trang này"
TICK = "Đánh dấu đã nộp…"
TICK_TIP = "Đơn vị nộp bằng giấy hoặc cách khác"
UNTICK = "Bỏ đánh dấu"
FIND = "Tìm đơn vị"
LIST = "Danh sách đơn vị"
COLUMNS = "Cột, in, xuất Excel"
LIST_TITLE = "Tình hình nộp sổ của các đơn vị"

UNIT = "Đơn vị"
CODE = "Mã"
MEMBERS = "Số người"
WRITTEN = "Sổ đã lập"
SUBMITTED = "Đã nộp"
BY = "Người nhận"
ARRIVED = "Đã ghi nhận"
STATE = "Trạng thái"
NOTE = "Ghi chú"
STATES: Mapping[str, str] = {
    "submitted": "Đã nộp", "overdue": "Quá hạn", "waiting": "Chưa nộp", "not_owed": "Không bắt buộc",
}  # fmt: skip
ON_PAPER = "Nộp ngoài sổ"

NO_YEAR = "Chưa có năm thi đua nào"
NO_YEAR_WHY = "Thêm năm từ sổ Excel rồi lập sổ cho các đơn vị."
NO_YEAR_VERB = "Nhập từ Excel"
NO_UNITS = "Chưa có đơn vị nào để lập sổ"
NO_UNITS_WHY = (
    "Đơn vị không dùng chung mạng thì nhận một tệp Excel điền sẵn tên người, tiêu chí; điền xong gửi lại, "
    "chương trình đối chiếu từng ô rồi mới ghi."
)
NO_UNITS_VERB = "Thêm đơn vị"
CLOSED = "Năm {year} đã chốt nên chỉ xem được, không lập hay nhận sổ."
INTRODUCTION = (
    "Lập sổ để có mỗi đơn vị một tệp Excel điền sẵn; chép cho đơn vị điền, khi nhận lại chương trình "
    "chỉ ghi những ô bạn đồng ý."
)

CHOOSE_FOLDER = "Chọn thư mục để ghi sổ của các đơn vị"
CHOOSE_FILES = "Chọn các sổ đơn vị gửi lại"
EXCEL_FILTER = "Sổ của đơn vị (*.xlsx)"
WRITING = "Đang lập sổ"
READING = "Đang đọc sổ"
JUDGING = "Đang đối chiếu với dữ liệu"
APPLYING = "Đang ghi vào dữ liệu"
OPEN_FOLDER = "Mở thư mục"

STEPS = ("Chọn tệp", "Xem thay đổi", "Áp dụng")
FILES = "Tệp đã chọn"
ALL_FILES = "Tất cả các tệp"
FILE = "Tệp"
DIFFERENCES = "Thay đổi so với dữ liệu"
ALL, CONFLICTS, CHANGES, REFUSED = "Tất cả", "Xung đột", "Thay đổi", "Không nhận"
FILTERS = "Lọc thay đổi"
SHEET = "Trang"
CELL = "Ô"
WHO = "Người, đơn vị"
FIELD = "Mục"
BEFORE = "Khi lập sổ"
HERE = "Đang có"
RETURNED = "Trong sổ"
DEED = "Xử lý"
WHY = "Ghi chú"
EMPTY_CELL = "(trống)"
LONGEST = 160
COPY = "Chép chỗ không ghi"
COPY_TIP = "Chép danh sách các ô không ghi cùng lý do để gửi lại đơn vị"
KEEP, TAKE = "Giữ ở đây", "Lấy từ sổ"
KEEP_ALL, TAKE_ALL = "Giữ tất cả ở đây", "Lấy tất cả từ sổ"
KEEP_TIP = "Không ghi giá trị trong sổ (phím Alt+G)"
TAKE_TIP = "Ghi giá trị trong sổ, thay giá trị đang có (phím Alt+L)"
TOGGLE = "Đổi giữ, lấy"
UNDECIDED = "Chưa chọn"
WILL_WRITE = "Sẽ ghi"
AS_DRAFT = "Ghi nháp"
LEFT_OUT = "Không ghi"
CANCEL = "Hủy"
NOTHING = "Không có thay đổi nào"
NOTHING_WHY = "Các sổ này giống dữ liệu đang có. Áp dụng để ghi nhận đơn vị đã nộp."
NOTHING_SEEN = "Không có thay đổi nào thuộc loại này"
ALREADY = "Các tệp này đã nhận trước đó và không có gì mới."
UNDECIDED_STAY = "Xung đột chưa chọn thì giữ giá trị đang có."
FILE_STATES = {"refused": "Không nhận", "again": "Đã nhận", "same": "Không đổi"}

TICK_TEXT = "Ghi nhận đơn vị đã nộp mà không qua sổ Excel."
ON = "Ngày nộp"
TICK_VERB = "Ghi nhận"


def due(on: date | None, left: int) -> str:
    """The deadline beside the switch."""
    if on is None:
        return "Chưa đặt hạn nộp"
    if left < 0:
        return f"Hạn nộp {date_text(on)}, đã quá {-left} ngày"
    return f"Hạn nộp {date_text(on)}, {'hôm nay' if left == 0 else f'còn {left} ngày'}"


def subtitle(submitted: int, of: int) -> str:
    """Beside the title."""
    return f"{grouped(submitted)}/{grouped(of)} đơn vị đã nộp"


def shown(found: int, of: int) -> tuple[str, str, str]:
    """Under the list."""
    return "Hiện ", f"{grouped(found)} / {grouped(of)}", " đơn vị"


def arrived(changed: int, left_out: int) -> str:
    """What came with the last book."""
    if not changed and not left_out:
        return "không đổi"
    told = f"{grouped(changed)} ô"
    return f"{told}, để lại {grouped(left_out)}" if left_out else told


def late(days: int) -> str:
    """Tooltip of the state."""
    return f"Muộn {grouped(days)} ngày" if days else ""


def written(count: int, folder: str, *, stopped: bool) -> str:
    """After writing."""
    begin = f"Đã dừng; đã lập {grouped(count)} sổ" if stopped else f"Đã lập {grouped(count)} sổ"
    return f"{begin} trong thư mục {folder}. Chép cho từng đơn vị tệp mang mã của đơn vị đó."


def received(books: int, changed: int, left_out: int) -> str:
    """After taking in."""
    rest = f", để lại {grouped(left_out)} ô" if left_out else ""
    return f"Đã nhận {grouped(books)} sổ: ghi {grouped(changed)} ô{rest}. Chưa đúng ý thì bấm Ctrl+Z."


def apply_verb(changes: int) -> str:
    """On the button."""
    return f"Áp dụng {grouped(changes)} thay đổi" if changes else "Ghi nhận đã nộp"


def conflicts(count: int, refused: int) -> str:
    """Beside a file: cells to be decided and cells that are not taken."""
    return f"{grouped(count)} xung đột" + (f", {grouped(refused)} ô không nhận" if refused else "")


def changes(count: int, refused: int) -> str:
    """Beside a file: cells that would be written and cells that are not taken."""
    told = [f"{grouped(count)} thay đổi"] if count else []
    return ", ".join([*told, *([f"{grouped(refused)} ô không nhận"] if refused else [])])


def place(unit: str, sheet: str, cell: str, field: str) -> str:
    """Where a difference stands: unit, worksheet, cell, heading."""
    return " · ".join(part for part in (unit, f"trang {sheet}, ô {cell}", field) if part)


def shortened(words: str) -> str:
    """A value in the card; a whole page of text is cut, the tooltip has it all."""
    plain = " ".join(words.split())
    return EMPTY_CELL if not plain else plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"


def copied(count: int) -> str:
    """In the status bar."""
    return f"Đã chép {grouped(count)} dòng. Dán vào tin nhắn hoặc Word để gửi đơn vị."


def files_refused(only: str, count: int) -> str:
    """Over the preview: the reason of one file, or where to find those of several."""
    return only or f"{grouped(count)} tệp không nhận được. Chọn từng tệp ở danh sách bên trái để xem lý do."


def warnings(old: Sequence[str], rows: int, sheets: Sequence[str]) -> str:
    """What else to know about the files: empty if nothing."""
    told = []
    if old:
        told.append(f"{', '.join(old[:3])}{' …' if len(old) > 3 else ''}: đã lập sổ mới hơn, đây là sổ cũ.")
    if rows:
        told.append(f"Đơn vị đã xóa {grouped(rows)} dòng của sổ; những dòng đó giữ nguyên như đang có.")
    if sheets:
        told.append(f"Thiếu trang {', '.join(dict.fromkeys(sheets))}; phần đó giữ nguyên.")
    return " ".join(told)


def selected(count: int) -> str:
    """Title of the dialog."""
    return f"Đánh dấu đã nộp: {grouped(count)} đơn vị"
