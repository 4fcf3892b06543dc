"""Wording of one person's criteria sheet (phiếu chấm điểm)."""

from thidua_gui.core.points import Points
from thidua_gui.core.scoring import SheetSubject, StageKey

NOTHING = "–"
MISSING = "Thiếu"
BACK = "Về bảng điểm"
CRITERION = "Tiêu chí"
MAXIMUM = "Tối đa"
COMMENTS = "Nhận xét"
FILES = "Tệp"
PRINT = "In phiếu"
PRINT_TIP = "Xem trước và in phiếu chấm điểm này (Ctrl+P)"
PREVIEW = "Phiếu chấm điểm: {name}"
PRINT_VERB = "In"
SAVE_PDF = "Lưu tệp PDF"
DRAWING = "Đang dựng phiếu"
FORM = "Nội dung phiếu"
FILLED = "Đã chấm"
BLANK = "Để trống"
CLOSE = "Đóng"
PEOPLE = {SheetSubject.PERSON: "Danh sách cá nhân", SheetSubject.UNIT: "Danh sách tập thể"}
STAGES = "Vòng chấm"
UNITS = "Đơn vị"
PREVIOUS = "Trước"
NEXT = "Sau"
PREVIOUS_PERSON = "Người trước trong danh sách"
NEXT_PERSON = "Người sau trong danh sách"
KEYS = (
    ("Enter", "Ghi điểm, xuống mục dưới"),
    ("Tab", "Ghi điểm đang gõ, sang mục kế"),
    ("Delete", "Xóa điểm của mục"),
)
TREE = "Phiếu chấm điểm"
WHOLE_SCHOOL = "Toàn trường"
STAGE_SHORT = {StageKey.SELF: "Tự chấm", StageKey.UNIT: "Đơn vị", StageKey.COUNCIL: "Hội đồng"}
STAGE_LONG = {StageKey.SELF: "1. Tự chấm", StageKey.UNIT: "2. Đơn vị chấm", StageKey.COUNCIL: "3. Hội đồng"}
RANK = "Hạng"
PROPOSED_RATING = "Xếp loại đề xuất"
DECIDED_RATING = "Xếp loại đã quyết định"
REGISTERED = "Danh hiệu đăng ký"
NOT_REGISTERED = "Chưa đăng ký"
NOT_RATED = {SheetSubject.PERSON: "Chưa đủ điểm", SheetSubject.UNIT: "Chưa xếp loại"}
POINTS_HEADING = "Điểm"
NO_SHEET = "Chưa có bộ tiêu chí"
NO_SHEET_WHY = "Nhóm của cá nhân này chưa được bộ tiêu chí nào áp dụng. Hãy xem lại cột Nhóm ở trang Cá nhân."
LAST_YEAR = "Năm trước"
CHANGE = "Chênh"
NO_LAST_YEAR = "chưa có"
"""Where last year has no such criterion, or no score of it."""
WRITE_COMMENT = "Viết nhận xét…"
SAVE_COMMENT = "Lưu nhận xét"
REMOVE_COMMENT = "Xóa nhận xét này"
NO_COMMENTS = "Chưa có nhận xét cho mục này."
WHOLE_SHEET = "Cả phiếu"
CLOSED_STAGE = "Vòng này đã chốt nên chỉ xem được."
CLOSED_YEAR = "Năm này đã chốt nên chỉ xem được."

PROBLEMS = {
    "over_maximum": "Vượt điểm tối đa. Nhập từ 0 đến {maximum}.",
    "negative": "Điểm không được âm. Nhập từ 0 đến {maximum}.",
    "off_step": "Điểm phải là bội số của {step}.",
    "points_not_a_number": "Không phải là số điểm. Nhập số, ví dụ 13,5.",
    "reason_missing": "Hội đồng chấm lệch nhiều so với đơn vị: hãy ghi lý do điều chỉnh.",
    "group_not_scored": "Điểm của nhóm là tổng các mục con, không nhập trực tiếp.",
}


def problem(code: str, maximum: Points, step: Points | None) -> str:
    """Why a typed text is no score, and what to type."""
    return PROBLEMS[code].format(maximum=maximum.shortest, step="" if step is None else step.shortest)


def criterion_heading(number: str, maximum: Points) -> str:
    """Above the criterion's text in the side panel."""
    return f"Mục {number} - tối đa {maximum.shortest} điểm"


def people_count(done: int, of: int, subject: SheetSubject) -> str:
    """Above the list of people or units."""
    whom = "tập thể" if subject is SheetSubject.UNIT else "người"
    return f"{of} {whom}, đã chấm {done}"


def place(at: int, of: int, remaining: int) -> str:
    """Where in the list, and how many are left to score."""
    return f"{at}/{of}, còn {remaining}" if remaining else f"{at}/{of}, đã đủ"


def rank(value: int, of: int) -> tuple[str, str]:
    """The rank, and of how many."""
    return str(value), f"/{of}"


def person_spoken(label: str, total: Points | None, has_problem: bool) -> str:
    """One line of the list for a screen reader."""
    state = "có giá trị chưa hợp lệ" if has_problem else "chưa đủ điểm" if total is None else f"{total} điểm"
    return f"{label}, {state}"


def cell_spoken(number: str, maximum: Points, text: str, problem_code: str | None, is_missing: bool) -> str:
    """One cell for a screen reader: "Mục 2.1, tối đa 15, đang nhập 42, vượt tối đa"."""
    head = f"Mục {number}, tối đa {maximum.shortest}"
    if problem_code is not None:
        return f"{head}, đang nhập {text}, chưa hợp lệ"
    return f"{head}, chưa chấm" if is_missing else f"{head}, {text}"


def compared_spoken(number: str, year: int, before: Points | None, difference: Points | None) -> str:
    """Last year's cell for a screen reader, and its tooltip."""
    if before is None:
        return f"Mục {number}: năm {year} chưa có điểm để so sánh" if number else f"Năm {year} chưa có điểm để so sánh"
    head = f"Mục {number}, năm {year}: {before} điểm" if number else f"Năm {year}: {before} điểm"
    if difference is None:
        return f"{head}, không so sánh được"
    if not difference.hundredths:
        return f"{head}, bằng năm trước"
    return f"{head}, {'tăng' if difference.hundredths > 0 else 'giảm'} {Points(abs(difference.hundredths))}"


def comment_head(author: str, stage: StageKey) -> str:
    """Who wrote a comment, in which stage."""
    return f"{author} - {STAGE_SHORT[stage]}" if author else STAGE_SHORT[stage]


def extras_spoken(comments: int, files: int) -> str:
    """The last column for a screen reader: how much stands behind a criterion."""
    parts = [f"{comments} nhận xét" if comments else "", f"{files} minh chứng" if files else ""]
    return ", ".join(part for part in parts if part)
