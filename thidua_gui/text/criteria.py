"""Wording of criteria sheets: the page, its dialogs, undo steps and refusals. Knows no sheet."""

from collections.abc import Mapping, Sequence

from thidua_gui.core.points import Points
from thidua_gui.core.scoring import CriterionKind, SheetSubject

TITLE = "Bộ tiêu chí"
ADD_SHEET = "Thêm bộ tiêu chí"
COPY_YEAR = "Sao từ năm trước"
NEW_VERSION = "Tạo phiên bản mới"
APPLY = "Áp dụng phiên bản này"
EDIT_SHEET = "Sửa thông tin bộ"
DELETE_SHEET = "Xóa bộ tiêu chí"
SHEETS = "Các bộ tiêu chí"
LINES = "Tiêu chí của bộ"
NO_SHEETS = "Chưa có bộ tiêu chí"
NO_SHEETS_WHY = "Thêm một bộ mới, sao từ năm trước, hoặc nhập từ sổ năm."
NO_LINES = "Bộ này chưa có tiêu chí nào"
NO_LINES_WHY = "Thêm nhóm đầu tiên, rồi thêm các tiêu chí của nhóm."
NO_LINE = "Chọn một tiêu chí để xem và sửa chi tiết."
NEW_GROUP = "Nhóm mới"
NEW_LINE = "Tiêu chí mới"

ADD_GROUP = "Thêm nhóm"
ADD_LINE = "Thêm tiêu chí"
MOVE_UP = "Chuyển lên (Alt+↑)"
MOVE_DOWN = "Chuyển xuống (Alt+↓)"
DELETE_LINE = "Xóa tiêu chí (Delete)"
RENUMBER = "Đánh số lại theo thứ tự"
MORE = "Việc khác với bộ này"

NUMBER = "Mục"
CONTENT = "Nội dung"
KIND = "Loại"
MAXIMUM = "Tối đa"
STEP = "Bước"
CAP = "Trần"
MAXIMUM_LONG = "Điểm tối đa"
STEP_LONG = "Bước điểm"
CAP_LONG = "Trần điểm của nhóm"
STEP_TIP = "Điểm chỉ nhận bội số của bước, ví dụ 0,5. Để trống: mọi giá trị."
CAP_TIP = "Điểm nhiều nhất mà nhóm được tính, kể cả điểm thưởng. Để trống: không giới hạn."
SUM_TIP = "Bằng tổng điểm tối đa của các tiêu chí trong nhóm"
DETAILS = "Chi tiết tiêu chí"
ITEMS = "Tổng các tiêu chí"
ITEMS_REQUIRED = "Không kể điểm thưởng"
COUNTED = "Tính nhiều nhất"

CODE = "Mã bộ"
NAME = "Tên bộ"
SUBJECT = "Đối tượng"
STAFF_GROUPS = "Nhóm áp dụng"
STAFF_GROUPS_HINT = "Cách nhau bằng dấu chấm phẩy"
UNITS = "Đơn vị áp dụng"
UNITS_HINT = "Không chọn: tất cả đơn vị."
UNITS_HINT_SCHOOL = "Không chọn: tất cả khoa, phòng. Nhà trường chỉ được chấm khi chọn."
SCHOOL = "Nhà trường"
OP_SAMPLE = "Thêm bộ tiêu chí và điểm tập thể của năm mẫu"
START_FROM = "Bắt đầu từ"
EMPTY_SHEET = "Bộ trống"
SOURCE_YEAR = "Sao từ năm"
SOURCE_SHEETS = "Các bộ được sao"
ADD_VERB = "Thêm"
SAVE = "Lưu"
COPY_VERB = "Sao"
APPLY_VERB = "Áp dụng"
DELETE_VERB = "Xóa bộ"
CARRY = "Mang điểm đã chấm sang phiên bản mới"
EVERYBODY = "Tất cả đơn vị"
NO_SOURCE = "Chưa có năm nào khác có bộ tiêu chí."
HAS_CODE = "năm nay đã có bộ mang mã này"

IN_USE = "Đang dùng"
NOT_USED = "Chưa dùng"
WAITING = "Chưa áp dụng"
SUPERSEDED = "Đã thay"
LOCKED = "Đã khóa"

KIND_HINTS: Mapping[CriterionKind, str] = {
    CriterionKind.GROUP: "Nhóm: cộng điểm các tiêu chí bên trong",
    CriterionKind.POINTS: "Điểm: bắt buộc phải chấm",
    CriterionKind.BONUS: "Thưởng: cộng thêm, có thể để trống",
    CriterionKind.DEDUCTION: "Trừ: ghi số dương, máy trừ đi",
}

OP_ADD_GROUP = "Thêm nhóm tiêu chí"
OP_ADD_LINE = "Thêm tiêu chí"
OP_RENUMBER = "Đánh số lại bộ tiêu chí"

ERRORS: dict[str, str] = {
    "sheet_gone": "Bộ tiêu chí này không còn trong tệp dữ liệu.",
    "criterion_gone": "Tiêu chí này không còn trong bộ.",
    "sheet_code_missing": "Bộ tiêu chí phải có mã, ví dụ GV.",
    "sheet_code_unusable": "Mã “{code}” không dùng được: mã đặt tên cho trang tính nên không quá 21 ký tự và không có "
    "các ký tự [ ] : * ? / \\ ;.",
    "sheet_code_taken": "Năm này đã có bộ mang mã “{code}”.",
    "sheet_code_of_versions": "Bộ “{code}” có nhiều phiên bản nên không đổi mã được.",
    "sheet_serves_nobody": "Bộ chấm cá nhân phải áp dụng cho ít nhất một nhóm, ví dụ Giảng viên.",
    "sheet_in_use": "Bộ {code} phiên bản {version} đã có điểm nên không sửa được. Hãy tạo phiên bản mới.",
    "sheet_superseded": "Bộ {code} phiên bản {version} đã được thay bằng phiên bản sau.",
    "sheet_version_waits": "Bộ {code} đã có phiên bản {version} chưa áp dụng. Hãy sửa tiếp hoặc xóa phiên bản đó.",
    "sheet_has_versions": "Còn phiên bản khác gắn với bộ {code} phiên bản {version} nên không xóa được.",
    "sheet_not_waiting": "Bộ {code} phiên bản {version} không phải là phiên bản chờ áp dụng.",
    "sheet_empty": "Bộ {code} phiên bản {version} chưa có tiêu chí nào.",
    "sheets_not_chosen": "Hãy chọn ít nhất một bộ để sao.",
    "sheets_serve_the_same_group": "Hai bộ {one} và {other} cùng áp dụng cho nhóm “{group}” ở cùng đơn vị.",
    "sheets_serve_the_same_units": "Hai bộ {one} và {other} cùng áp dụng cho một đơn vị.",
    "version_changes_closed_stage": "Vòng “{stage}” đã chốt mà phiên bản mới làm thay đổi điểm của vòng đó. "
    "Hãy mở lại vòng rồi áp dụng.",
    "criterion_number_missing": "Tiêu chí phải có số mục.",
    "criterion_number_taken": "Số mục “{number}” đã có trong bộ.",
    "criterion_number_unusable": "Số mục “{number}” không dùng được. Hãy ghi như I, 1.1 hoặc a.",
    "criterion_content_missing": "Mục {number} phải có nội dung.",
    "criterion_maximum_not_positive": "Điểm tối đa của mục {number} phải lớn hơn 0.",
    "criterion_step_not_positive": "Bước điểm của mục {number} phải lớn hơn 0.",
    "criterion_step_off": "Bước điểm của mục {number} phải chia hết điểm tối đa.",
    "criterion_step_of_group": "Mục {number} là nhóm nên không có bước điểm.",
    "criterion_cap_not_positive": "Trần điểm của mục {number} phải lớn hơn 0.",
    "criterion_cap_needs_group": "Chỉ nhóm mới có trần điểm; mục {number} đã có điểm tối đa.",
    "criterion_group_is_sum": "Điểm tối đa của nhóm {number} là tổng các tiêu chí trong nhóm.",
}

_REASONS = {
    "over_maximum": "vượt điểm tối đa mới",
    "off_step": "lệch bước điểm mới",
    "negative": "số âm",
    "criterion_gone": "tiêu chí không còn",
    "kind_differs": "tiêu chí đổi loại",
}


def subtitle(year: int, sheets: int) -> str:
    """Beside the page's title."""
    return f"Năm {year} · {sheets} bộ đang áp dụng"


def op_add(code: str) -> str:
    return f"Thêm bộ tiêu chí {code}"


def op_edit(code: str) -> str:
    return f"Sửa thông tin bộ tiêu chí {code}"


def op_delete(code: str) -> str:
    return f"Xóa bộ tiêu chí {code}"


def op_copy(count: int) -> str:
    return f"Sao {count} bộ tiêu chí từ năm khác"


def op_new_version(code: str) -> str:
    return f"Tạo phiên bản mới của bộ tiêu chí {code}"


def op_apply(code: str) -> str:
    return f"Áp dụng phiên bản mới của bộ tiêu chí {code}"


def op_move_line(number: str) -> str:
    return f"Chuyển chỗ tiêu chí {number}"


def op_edit_lines(numbers: Sequence[str]) -> str:
    return f"Sửa tiêu chí {_listed(numbers)}"


def op_delete_lines(numbers: Sequence[str]) -> str:
    return f"Xóa tiêu chí {_listed(numbers)}"


def _listed(numbers: Sequence[str]) -> str:
    distinct = list(dict.fromkeys(numbers))
    return ", ".join(distinct) if len(distinct) <= 3 else f"{', '.join(distinct[:3])} và {len(distinct) - 3} mục khác"


def served_briefly(subject: SheetSubject, groups: Sequence[str], units: Sequence[str]) -> str:
    """The same where there is little room: all units go without saying."""
    whom = ", ".join(groups) if subject is SheetSubject.PERSON else "Tập thể"
    return f"{whom} · {', '.join(units)}" if units else whom


def version_briefly(number: int) -> str:
    """A sheet's version beside its code."""
    return f"bản {number}"


def version(number: int) -> str:
    """A sheet's version."""
    return f"Phiên bản {number}"


def served(subject: SheetSubject, groups: Sequence[str], units: Sequence[str]) -> str:
    """Whom a sheet serves, in one line."""
    whom = ", ".join(groups) if subject is SheetSubject.PERSON else "Tập thể"
    return f"{whom} · {', '.join(units) if units else EVERYBODY.lower()}"


def scored(count: int, subject: SheetSubject) -> str:
    """How many were scored by it."""
    return f"{count} {'người' if subject is SheetSubject.PERSON else 'đơn vị'} đã có điểm"


def lock_reason(count: int, subject: SheetSubject, next_version: bool) -> str:
    """Why a sheet in use is read-only and what to do."""
    what = f"Bộ đang dùng: {scored(count, subject)}. " if count else "Bộ đang dùng. "
    way = "Đã có phiên bản mới chưa áp dụng." if next_version else "Muốn sửa, hãy tạo phiên bản mới."
    return what + way


def superseded_reason(number: int) -> str:
    """Why an older version is read-only."""
    return f"Phiên bản {number} đã được thay. Điểm chấm theo phiên bản này được giữ nguyên để tra cứu."


def waiting_reason(number: int) -> str:
    """What an unapplied version is."""
    return f"Phiên bản {number} chưa áp dụng; phiên bản trước vẫn đang dùng. Sửa xong thì áp dụng."


def scale(total: Points) -> str:
    """The sum of the sheet."""
    return f"Thang {total.shortest} điểm"


def off_scale(total: Points, wanted: Points) -> str:
    """The sum is not a hundred."""
    difference = wanted - total
    if difference.hundredths > 0:
        return f"Tổng {total.shortest} điểm, thiếu {difference.shortest} để đủ 100"
    return f"Tổng {total.shortest} điểm, thừa {(-difference).shortest} so với 100"


def sums(groups: int, items: int, bonus: Points, deduction: Points) -> str:
    """The foot of the grid."""
    parts = [f"{groups} nhóm", f"{items} tiêu chí"]
    if bonus.hundredths:
        parts.append(f"thưởng đến {bonus.shortest}")
    if deduction.hundredths:
        parts.append(f"trừ đến {deduction.shortest}")
    return " · ".join(parts)


def source(year: int, code: str, name: str | None) -> str:
    """A sheet to copy from."""
    return f"{code} năm {year}" + (f" – {name}" if name else "")


def line_heading(number: str, kind: str) -> str:
    """Over the details of a line."""
    return f"{kind} {number}" if kind == "Nhóm" else f"Tiêu chí {number}"


def delete_text(code: str, number: int) -> str:
    """What goes with a sheet."""
    return f"Xóa bộ {code} phiên bản {number} và mọi tiêu chí của bộ. Có thể hoàn tác bằng Ctrl+Z."


def apply_title(code: str, number: int) -> str:
    return f"Áp dụng bộ {code} phiên bản {number}"


def carried(kept: int, refused: Mapping[str, int], left: Mapping[str, int]) -> list[str]:
    """What becomes of the scores, line by line."""
    lines = [f"{kept} điểm giữ nguyên và chuyển sang phiên bản mới."]
    drafts, lost = sum(refused.values()), sum(left.values())
    if drafts:
        lines.append(f"{drafts} điểm thành giá trị chưa hợp lệ, chờ sửa: {_why(refused)}.")
    if lost:
        lines.append(f"{lost} điểm chỉ còn ở phiên bản cũ: {_why(left)}.")
    return lines


def _why(counts: Mapping[str, int]) -> str:
    return "; ".join(f"{count} {_REASONS.get(code, code)}" for code, count in counts.items())


TOTAL = "Tổng điểm"
OPEN_VERSION = "Mở phiên bản mới"
OTHER_GROUPS = "Nhóm khác"
NOT_CARRIED = "Phiên bản mới bắt đầu chưa có điểm nào; điểm đã chấm chỉ còn ở phiên bản cũ."
NOT_POINTS = "không phải là số điểm"
KIND_UNKNOWN = "không phải là loại tiêu chí"
NO_SCORES = "Bộ đang dùng chưa có điểm nào."
DELETED_HINT = "Ctrl+Z để hoàn tác"
