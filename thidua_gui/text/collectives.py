"""Wording of the collectives and the school: page, dialogs, refusals. Knows no rule."""

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.scoring import StageKey
from thidua_gui.core.vietnamese import date_text, decimal_comma
from thidua_gui.core.votes import VoteCount

TITLE = "Tập thể & nhà trường"
VIEWS = "Xem khoa, phòng hoặc nhà trường"
UNITS_VIEW = "Khoa, phòng"
SCHOOL_VIEW = "Nhà trường"
NO_YEAR = "Chưa có năm thi đua nào"
NO_YEAR_WHY = "Tạo năm mới ở ô chọn năm, hoặc nhập sổ dữ liệu năm."
NO_UNITS = "Chưa có khoa, phòng nào"
NO_UNITS_WHY = "Thêm đơn vị ở trang Đơn vị; kết quả thi đua của từng tập thể sẽ hiện ở đây."
OPEN_UNITS = "Mở trang Đơn vị"
CLOSED = "Năm {year} đã chốt nên chỉ xem được."

COLUMN_UNIT = "Đơn vị"
COLUMN_HEAD = "Phụ trách"
COLUMN_REGISTERED = "Đăng ký"
COLUMN_STAGES = {StageKey.SELF: "Tự chấm", StageKey.UNIT: "Đơn vị", StageKey.COUNCIL: "Hội đồng"}
COLUMN_LAST = "Năm trước"
COLUMN_RATING = "Xếp loại"
COLUMN_VOTES = "Phiếu của tập thể"
COLUMN_PROPOSALS = "Đề nghị"
NOT_REGISTERED = "Chưa đăng ký"
NOT_RATED = "Chưa xếp loại"
PROPOSED = "đề xuất {rating}"
STALE = "Cần xem lại"
SCORE = "Chấm điểm"
SCORE_TIP = "Mở phiếu chấm điểm của đơn vị đang chọn (Enter)"
RATE = "Xếp loại"
REGISTER = "Đăng ký"
VOTES = "Kết quả bình xét..."
VOTES_TIP = "Nhập, xem kết quả bình xét của đơn vị đang chọn (Ctrl+B)"
FIND = "Tìm đơn vị"
LIST_TITLE = "Kết quả thi đua của tập thể"

VOTES_OF = "Kết quả bình xét tại {unit}"
VOTES_TEXT = "Mỗi dòng là một đề nghị của đơn vị gửi Hội đồng: cho ai, danh hiệu gì, bao nhiêu phiếu."
VOTE_ADD = "Thêm đề nghị"
VOTE_EDIT = "Sửa"
VOTE_REMOVE = "Xóa"
VOTE_DIALOG = "Đề nghị của {unit}"
NO_VOTES = "Đơn vị chưa có đề nghị nào"
NO_VOTES_WHY = "Thêm từng đề nghị theo biên bản bình xét, hoặc nhận sổ của đơn vị."
CLOSE = "Đóng"
SAVE = "Lưu"
SUBJECT = "Cá nhân hoặc tập thể được đề nghị"
SUBJECT_HINT = "Gõ tên hoặc mã, không cần dấu"
VOTE_TITLE = "Danh hiệu, hình thức"
HELD_ON = "Ngày họp bình xét"
MEMBERS = "Tổng số người"
PRESENT = "Có mặt"
AGREE = "Đồng ý"
DISAGREE = "Không đồng ý"
ACHIEVEMENT = "Tóm tắt thành tích"
NOTE = "Ghi chú"
COLUMN_WHO = "Cá nhân, tập thể"
COLUMN_TITLE = "Đề nghị"
COLUMN_AGREE = "Đồng ý"
COLUMN_DAY = "Ngày họp"

SCHOOL_REGISTERED = "Đăng ký của trường"
SCHOOL_SCORES = "Điểm theo bộ tiêu chí của cụm thi đua"
SCHOOL_NOT_SCORED = "Chưa chấm"
SCHOOL_NO_LAST = "năm trước chưa có điểm"
SCHOOL_RESULTS = "Kết quả của trường"
RESULT_CONTENT = "Nội dung"
RESULT_PLANNED = "Kế hoạch"
RESULT_ACHIEVED = "Thực hiện"
RESULT_NOTE = "Ghi chú"
RESULT_ADD = "Thêm dòng"
RESULT_REMOVE = "Xóa dòng"
RESULT_UP = "Chuyển lên"
RESULT_DOWN = "Chuyển xuống"
NEW_RESULT = "Kết quả mới"
NO_RESULTS = "Chưa ghi kết quả nào của trường"
NO_RESULTS_WHY = "Ghi các kết quả chính của năm: số lớp, đề tài, danh hiệu của Đảng bộ, xếp hạng trong cụm..."
OPEN_REGISTRATION = "Mở đăng ký"
OPEN_SHEET = "Mở phiếu chấm"
SCHOOL_RATING = "Xếp loại của trường"

STEP_MOVE = "Chuyển chỗ một kết quả của trường"

ERRORS: dict[str, str] = {
    "result_content_missing": "Hãy ghi nội dung của kết quả.",
    "result_gone": "Dòng kết quả này không còn nữa, có thể vừa bị xóa hoặc hoàn tác.",
    "vote_subject_missing": "Hãy chọn cá nhân hoặc tập thể được đề nghị.",
    "vote_title_missing": "Hãy chọn danh hiệu hoặc hình thức khen thưởng được đề nghị.",
    "vote_out_of_year": "Ngày họp {day} không thuộc phong trào thi đua năm {year}.",
    "vote_in_future": "Ngày họp {day} chưa đến. Chỉ ghi kết quả của cuộc họp đã diễn ra.",
    "vote_present_over_members": "Có mặt {present} người, nhiều hơn tổng số {members} người.",
    "vote_cast_over_present": "Tổng số phiếu {cast} nhiều hơn {present} người có mặt.",
    "vote_twice": "Đơn vị đã đề nghị {title} cho {name}. Hãy sửa dòng đã có.",
    "vote_gone": "Đề nghị này không còn nữa, có thể vừa bị xóa hoặc hoàn tác.",
}


def subtitle(year: int, units: int) -> str:
    """Beside the page's title."""
    return f"năm {year}, {units} khoa, phòng"


def step_add(count: int) -> str:
    """Title of the step."""
    return "Thêm một kết quả của trường" if count == 1 else f"Thêm {count} kết quả của trường"


def step_edit(count: int) -> str:
    """Title of the step."""
    return "Sửa kết quả của trường" if count == 1 else f"Sửa {count} ô kết quả của trường"


def step_remove(count: int) -> str:
    """Title of the step."""
    return "Xóa một kết quả của trường" if count == 1 else f"Xóa {count} kết quả của trường"


def step_vote(title: str) -> str:
    """Title of the step."""
    return f"Ghi kết quả bình xét: {title}"


def step_remove_votes(count: int) -> str:
    """Title of the step."""
    return f"Xóa {count} đề nghị của đơn vị"


def counted(count: VoteCount) -> str:
    """The vote in short: "12/13 (92,3%)", "12 phiếu"; "" when nothing is stated."""
    if count.agree is None:
        return ""
    if not count.present or count.share is None:
        return f"{count.agree} phiếu"
    return f"{count.agree}/{count.present} ({decimal_comma(count.share, 1)}%)"


def vote(title: str, count: VoteCount) -> str:
    """What was voted on the unit itself."""
    said = counted(count)
    return f"{title}: {said}" if said else title


def day(on: date | None) -> str:
    """A day, or nothing."""
    return "" if on is None else date_text(on)


def joined(parts: Sequence[str]) -> str:
    """Several in one cell."""
    return "; ".join(parts)
