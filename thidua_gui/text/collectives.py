"""Wording of the collectives and the school: page, dialogs, refusals. Knows no rule."""

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.points import Points
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.vietnamese import date_text, decimal_comma, grouped
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
COLUMN_CHANGE = "Tăng, giảm"
SCORES_BAND = "Tổng điểm"
COLUMNS = "Cột hiển thị, in và xuất danh sách"
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
RATE_TIP = "Mở trang Xếp loại ở đơn vị đang chọn (Ctrl+Shift+X)"
REGISTER = "Đăng ký"
REGISTER_TIP = "Mở đăng ký của tập thể và nhà trường (Ctrl+Shift+D)"
VOTES = "Kết quả bình xét…"
VOTES_TIP = "Nhập, xem kết quả bình xét của đơn vị đang chọn (Ctrl+Shift+B)"
FIND = "Tìm đơn vị"
PROPOSALS_TIP = "Số đề nghị của đơn vị gửi Hội đồng"
STALE_TIP = "Điểm đã đổi sau khi xếp loại. Mở trang Xếp loại để xem lại."
PROPOSED_TIP = "Theo điểm, chưa quyết định"
LIST_TITLE = "Kết quả thi đua của tập thể"

VOTES_OF = "Kết quả bình xét tại {unit}"
VOTES_TEXT = "Mỗi dòng là một đề nghị của đơn vị gửi Hội đồng: cho ai, danh hiệu gì, bao nhiêu phiếu."
VOTE_ADD = "Thêm đề nghị"
VOTE_EDIT = "Sửa"
VOTE_REMOVE = "Xóa"
VOTE_DIALOG = "Đề nghị của {unit}"
VOTES_CLOSED = "Năm đã chốt nên chỉ xem được."
NOT_COUNTED = "chưa ghi phiếu"
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
RESULT_REMOVE_TIP = "Xóa các dòng đang chọn (Ctrl+Delete)"
RESULT_UP = "Chuyển lên"
RESULT_DOWN = "Chuyển xuống"
PASTE_VERB = "Dán"
NEW_RESULT = "Kết quả mới"
NO_RESULTS = "Chưa ghi kết quả nào của trường"
NO_RESULTS_WHY = "Ghi các kết quả chính của năm: số lớp, đề tài, danh hiệu của Đảng bộ, xếp hạng trong cụm…"
OPEN_REGISTRATION = "Mở đăng ký"
OPEN_SHEET = "Mở phiếu chấm"
SCHOOL_RATING = "Xếp loại của trường"

STEP_MOVE = "Chuyển chỗ một kết quả của trường"

ERRORS: dict[str, str] = {
    "result_content_missing": "Mỗi dòng phải có nội dung. Muốn bỏ cả dòng, hãy bấm Xóa dòng.",
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
    return f"Năm {year} · {units} khoa, phòng"


def step_add(count: int) -> str:
    """Title of the step."""
    return "Thêm một kết quả của trường" if count == 1 else f"Thêm {count} kết quả của trường"


def step_edit(count: int) -> str:
    """Title of the step."""
    return "Sửa kết quả của trường" if count == 1 else f"Sửa {count} ô kết quả của trường"


def step_paste(edited: int, added: int) -> str:
    """Title of the step."""
    changed = f"Sửa {edited} ô, thêm" if edited else "Thêm"
    return f"{changed} {added} kết quả của trường"


def paste_beyond(edited: int, added: int) -> str:
    """What a block that reaches beyond the last line would do."""
    changed = f"Thay đổi {edited} ô, thêm" if edited else "Thêm"
    return f"{changed} {added} dòng mới ở cuối bảng. Hoàn tác được bằng Ctrl+Z."


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
    places = 0 if count.share.denominator == 1 else 1
    return f"{count.agree}/{count.present} ({decimal_comma(count.share, places)}%)"


def vote(title: str, count: VoteCount) -> str:
    """What was voted on the unit itself."""
    said = counted(count)
    return f"{title}: {said}" if said else title


def proposed(rating: str) -> str:
    """What the points propose while nothing is decided."""
    return PROPOSED.format(rating=rating)


def list_subject(year: int) -> str:
    """Under a list's title."""
    return f"Năm {year}"


def shown(found: int, of: int) -> tuple[str, str, str]:
    """The line under the grid."""
    return "Hiện ", grouped(found), f" / {grouped(of)} khoa, phòng"


def school_total(now: Points | None, maximum: Points) -> str:
    """"95,5 / 100"; what is not scored is not nothing."""
    return SCHOOL_NOT_SCORED if now is None else f"{now} / {maximum.shortest}"


def school_last(year: int, before: Points | None) -> str:
    """Beside the total."""
    return SCHOOL_NO_LAST if before is None else f"năm {year}: {before}"


def group(number: str, content: str) -> str:
    """A line of the school's sheet."""
    return f"{number}. {content}"


def points_of(now: Points | None, maximum: Points) -> str:
    """A group's points: "38,0/40"."""
    return f"–/{maximum.shortest}" if now is None else f"{now}/{maximum.shortest}"


def day(on: date | None) -> str:
    """A day, or nothing."""
    return "" if on is None else date_text(on)


def joined(parts: Sequence[str]) -> str:
    """Several in one cell."""
    return "; ".join(parts)
