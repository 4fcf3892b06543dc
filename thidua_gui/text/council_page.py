"""Words of the page Họp Hội đồng: the operator's desk and what comes before the meeting. Knows no row."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from thidua_gui.core.council import Method, Outcome
from thidua_gui.core.meetings import Attendance, Passage
from thidua_gui.core.vietnamese import date_text
from thidua_gui.text.council import ATTENDANCE as ATTENDANCE_WORDS
from thidua_gui.text.council import OUTCOMES, PASSAGES

TITLE = "Họp Hội đồng"
NO_YEAR = "Chưa có năm nào"
NO_YEAR_WHY = "Mở hoặc nhập một năm thi đua trước khi họp Hội đồng."
NO_YEAR_ACT = "Nhập sổ năm"
NO_MEETING = "Chưa có phiên họp nào"
NO_MEETING_WHY = "Lập phiên họp, dựng chương trình từ các đề nghị đã hợp lệ, rồi điều hành và trình chiếu từ đây."
NEW_MEETING = "Lập phiên họp"
HOLD = "Lập từ sổ năm"
HOLD_WHY = "Sổ năm đã có thành phần Hội đồng và kết quả kiểm phiếu: lập phiên họp từ số liệu đó."
MINUTES = "Biên bản"
PROJECT = "Trình chiếu"
STOP = "Dừng chiếu"
CANDIDATES = "Người được xét…"
AGENDA = "Nội dung họp"
AGENDA_NAME = "Chương trình họp và người được xét"
OPEN_MEETING = "Khai mạc"
CLOSE_MEETING = "Bế mạc"
BACK_TO_LIST = "Các phiên họp"
START_ITEM, START_AGAIN = "Bắt đầu mục", "Trở lại mục này"
FINISH_ITEM = "Xong mục"
NOTES = "Ghi ý kiến, kết luận"
NOTES_TITLE = "Ý kiến thảo luận và kết luận"
DISCUSSION, CONCLUSION, PRIVATE = "Ý kiến thảo luận", "Kết luận của chủ trì", "Ghi chú riêng của người điều hành"
NOTES_HINT = "Ghi vào biên bản."
PRIVATE_HINT = "Không vào biên bản, không lên màn chiếu."
SAVE = "Lưu"
PLANNED = "dự kiến {time}"
NO_PLAN = "chưa đặt thời gian"
OVER = "quá {time}"
ITEM_TIME = "Thời gian mục này"
PAUSE, RESET = "Dừng, chạy đồng hồ (T)", "Đặt lại đồng hồ"
WALL = "Màn chiếu"
LIVE, NOT_LIVE, FROZEN, BLACK, WAITING, LOST = (
    "Đang hiện", "Chưa chiếu", "Đang giữ hình", "Màn đen", "Màn chờ", "Mất màn chiếu",
)  # fmt: skip
SHOW = "Đưa lên chiếu"
TAKE_DOWN = "Hạ xuống"
FREEZE, BLACKEN, WAIT = "Giữ hình", "Màn đen", "Màn chờ"
FREEZE_TIP = "Cả phòng vẫn thấy hình này trong khi anh chị làm việc (F)"
BLACKEN_TIP = "Tắt hình cho cả phòng, bấm lần nữa để hiện lại (B)"
WAIT_TIP = "Cho cả phòng xem màn chờ, bấm lần nữa để hiện lại (W)"
MIRROR = "Hình cả phòng đang thấy"
NEXT, PREVIOUS, NEXT_KEY = "Tiếp theo", "Trước", "PgDn"
LAST_SLIDE = "Hết chương trình"
PREVIEW = "Xem trước, chưa chiếu"
ATTENDANCE = "Điểm danh"
CALL_SEATS = "Lấy danh sách thành viên"
ALL_HERE = "Có mặt đủ"
ALL_HERE_TIP = "Ghi có mặt cho mọi thành viên chưa được điểm danh"
SEAT_TIP = "Enter: hình thức dự họp, lý do vắng"
QUORUM_MET, QUORUM_NOT = "Đủ", "Chưa đủ"
COUNT_TITLE = "Nhập kết quả kiểm phiếu"
HANDS_TITLE = "Biểu quyết giơ tay"
ISSUED, RETURNED = "Phát ra", "Thu về"
CANDIDATE, VALID, INVALID, AGREE, DISAGREE, BLANK, RESULT = (
    "Người được xét", "Hợp lệ", "Không\nhợp lệ", "Đồng ý", "Không\nđồng ý", "Không\ný kiến", "Kết quả",
)  # fmt: skip
COUNTING = "Đang nhập"
STAYS_OUT = "{count} người không biểu quyết"
VOTES = {Method.SECRET: "phiếu", Method.HANDS: "lượt giơ tay"}
NOT_COUNTED = "–"
NOT_FITTING = "Chưa khớp"
START_SECRET, START_HANDS = "Bắt đầu bỏ phiếu kín", "Biểu quyết giơ tay"
PUBLISH, PUBLISH_ANYWAY = "Công bố", "Công bố khi chưa khớp…"
CORRECT, REPEAT = "Sửa kết quả…", "Bỏ phiếu lại…"
DROP = "Bỏ lần biểu quyết"
SECOND = "Người kiểm thứ hai"
FIRST = "Người kiểm thứ nhất"
DECIDE = "Chủ trì kết luận…"
RECUSE = "Không biểu quyết…"
NO_BALLOT = "Mục này chưa biểu quyết."
NO_CANDIDATE = "Mục này không xét danh hiệu nào."
NO_PEOPLE = "Mục này chưa có người được xét: bấm Người được xét để đưa các đề nghị hợp lệ vào."
NO_ITEM = "Chọn một mục của chương trình để bắt đầu, biểu quyết và ghi kết luận."
RECUSED = "Đang không biểu quyết"
DROP_RECUSAL = "Bỏ: {member} (dòng {candidate})"
REASON = "Lý do"
REASON_HINT = "Ghi vào biên bản."
PUBLISHED = "Đã công bố"
ROUND = "lần {number}"
REASONS = {
    "publish": ("Công bố khi số liệu chưa khớp", "Công bố", "Các điểm chưa khớp: {broken}"),
    "correct": ("Sửa kết quả đã công bố", "Sửa", "Kết quả cũ được giữ lại; bản sửa là một lần ghi mới có lý do."),
    "repeat": ("Bỏ phiếu lại", "Bỏ phiếu lại", "Lần bỏ phiếu trước được giữ lại; lần mới thay kết quả khi công bố."),
    "reopen": ("Mở lại phiên họp", "Mở lại", "Phiên họp đã bế mạc ghi tiếp được; lý do đứng trong diễn biến."),
    "recuse": ("Không tham gia biểu quyết", "Ghi", "Thành viên không tính vào cơ sở tính tỷ lệ của dòng này."),
}
MEMBER = "Thành viên"
DECISION = "Kết luận"
LOWERED_TO = "Danh hiệu thấp hơn"
DECIDE_TITLE = "Chủ trì kết luận"
DECIDE_TEXT = "Kết luận của chủ trì thay kết quả kiểm phiếu của người này và được ghi vào biên bản cùng lý do."
FOLLOW_COUNT = "Theo kết quả kiểm phiếu"
CHOOSE_SCREEN = "Chọn màn hình trình chiếu"
CHOOSE_SCREEN_TEXT = "Mỗi màn hình đang hiện số của mình. Chọn màn hình cả phòng nhìn thấy."
ONE_SCREEN = "Máy chỉ có một màn hình"
ONE_SCREEN_TEXT = (
    "Nối máy chiếu rồi bấm Trình chiếu lại, hoặc tập dượt: "
    "hình trình chiếu hiện trong một cửa sổ nhỏ trên màn hình này."
)
REHEARSE = "Tập dượt"
SCREEN = "Màn hình {number}: {name} ({width} × {height})"
OWN_SCREEN = "{screen}, màn hình đang dùng"
STOP_TITLE = "Dừng trình chiếu?"
STOP_TEXT = "Máy chiếu sẽ trở lại màn hình của Windows. Số liệu phiên họp không đổi."
REHEARSAL = "Tập dượt trình chiếu"
AWAKE = "Đang trình chiếu phiên họp Hội đồng"
OUTDATED_TEXT = "Số liệu của trang đang chiếu đã đổi; bấm Đưa lên chiếu để thay trang."
WITHDRAWN_TEXT = "Kết quả đang chiếu đã được rút lại; cả phòng đang thấy màn chờ."
LOST_TEXT = "Mất kết nối máy chiếu. Nội dung đang chiếu được giữ và tự hiện lại khi nối lại máy chiếu."
FAILED_TEXT = "Không vẽ được trang chiếu; cả phòng đang thấy màn chờ. {why}"
CUT_TEXT = "Chữ quá dài so với trang chiếu: {words}"
RESUMED = "Phiên họp tiếp tục ở chỗ đã dừng."
CHECKS = "Còn phải làm"
CHECK_NOT_VOTED = "Chưa biểu quyết"
CHECK_NOT_PUBLISHED = "Chưa công bố kết quả"
CHECK_UNDECIDED = "{count} người chưa có kết luận"
CHECK_NO_CONCLUSION = "Chưa ghi kết luận"
CHECK_NOT_FINISHED = "Chưa bấm Xong mục"
CHECK_DONE = "Mục này đã đủ"
QUOTA = "Đạt {passed}, tối đa {places}"
QUOTA_SPOKEN = "Chỉ tiêu: {passed} đạt, tối đa {places}"
TIES = "Bằng điểm ở ranh giới: {names}"
CLOSE_TITLE = "Bế mạc phiên họp?"
CLOSE_TEXT = "Sau khi bế mạc, phiên họp chỉ đọc; mở lại cần lý do."
MINUTES_PDF, MINUTES_WORD = "Biên bản họp (PDF)", "Biên bản họp (Word)"
TALLY_PDF, TALLY_WORD = "Biên bản kiểm phiếu (PDF)", "Biên bản kiểm phiếu (Word)"
TALLY_SHEET = "Phiếu ghi kết quả cho Tổ kiểm phiếu (PDF)"
BALLOTS = "In phiếu biểu quyết…"

NEXT_SLIDE, PREVIOUS_SLIDE = "Trang chiếu tiếp theo", "Trang chiếu trước"
SWAP = "Tập dượt: hình chiếu đầy màn hình, bấm lại để về bàn điều hành"
JUMP = "Tới mục có số đó của chương trình"
PRINT_MINUTES, EXPORT_MINUTES = "Xem, in biên bản họp", "Lưu biên bản họp (Word)"
COUNT_KEYS = (
    ("0 … 9, Enter", "Ghi số phiếu, sang ô kế tiếp"),
    ("Delete", "Xóa số trong ô"),
)
ROLL_KEYS = (("Space", "Điểm danh: có mặt, vắng mặt"),)



def checks(left: Sequence[str]) -> str:
    """Còn phải làm: chưa công bố kết quả; chưa ghi kết luận."""
    if not left:
        return CHECK_DONE
    return f"{CHECKS}: {'; '.join(f'{one[0].lower()}{one[1:]}' for one in left)}"


def clock(seconds: int) -> str:
    """04:12, or 1:04:12."""
    hours, rest = divmod(max(0, seconds), 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"


def planned(minutes: int | None) -> str:
    return NO_PLAN if minutes is None else PLANNED.format(time=clock(int(timedelta(minutes=minutes).total_seconds())))


def subtitle(title: str, place_and_time: str) -> str:
    return f"{title} · {place_and_time}" if place_and_time else title





def chair(outcome: Outcome) -> str:
    return f"chủ trì: {OUTCOMES[outcome]}"


def where(number: int, title: str, aside: str = "") -> str:
    """Mục 4 · Chiến sĩ thi đua cơ sở · ứng viên 2/8; of the item itself only the number."""
    return f"Mục {number} · {title} · {aside[:1].lower()}{aside[1:]}" if aside else f"Mục {number}"


def short_conditions(told: str) -> str:
    """Đủ 7/7 điều kiện → Đủ 7/7: where room is scarce."""
    return told.removesuffix(" điều kiện")


def short_score(total: str, place: str) -> str:
    """98,0 · hạng 2/41."""
    return f"{total} · {place.replace(' trên ', '/')}" if place else total


def moment(at: datetime) -> str:
    """14:05 24/11/2022."""
    return f"{at:%H:%M} {date_text(at.date())}"


def done_of(done: int, of: int) -> str:
    return f"{done}/{of} xong"


def attendance_figures(here: int, of: int) -> str:
    return f"{here}/{of}"



def seat_words(role: str, attendance: Attendance | None, passage: tuple[Passage, datetime] | None) -> str:
    """Beside a name: the role; instead of it that somebody is absent, or when he came or went."""
    if attendance in (Attendance.ABSENT, Attendance.WRITTEN):
        return ATTENDANCE_WORDS[attendance].lower()
    if passage is None:
        return role
    kind, at = passage
    return f"{role} · {PASSAGES[kind].lower()} {at:%H:%M}"


def ballot_title(title: str, number: int) -> str:
    return title if number == 1 else f"{title}, {ROUND.format(number=number)}"


def threshold(rule: str, needed: int, base: int, of: str) -> str:
    """Ngưỡng đạt: từ 2/3 tổng số thành viên, tức 6/9 phiếu đồng ý."""
    return f"Ngưỡng đạt: {rule}, tức {needed}/{base} {of} đồng ý."

MEETING_COLUMNS = ("Phiên họp", "Ngày", "Giờ", "Địa điểm", "Trạng thái", "Nội dung xong", "Người được xét")
LEAD, SHOW_MEETING = "Điều hành", "Xem"
EDIT_MEETING = "Sửa phiên họp"
LIST_TITLE = "Các phiên họp của Hội đồng Thi đua, Khen thưởng năm {year}"
MORE = "Việc khác của phiên họp"
EDIT_MEETING_MENU = "Sửa ngày, giờ, địa điểm…"
CONCLUDE, CONCLUDE_TITLE = "Kết luận phiên họp…", "Kết luận phiên họp"
ADD_EVENT, ADD_EVENT_TITLE = "Ghi sự việc trong phiên họp…", "Ghi sự việc trong phiên họp"
EVENT_WORDS, EVENT_HINT = "Sự việc", "Ghi vào diễn biến với giờ lúc này."
MEETING_RULES = "Quy chế biểu quyết của phiên này…"
TIMELINE, TIMELINE_TITLE = "Diễn biến phiên họp…", "Diễn biến phiên họp"
TIMELINE_COLUMNS = ("Giờ", "Việc", "Nội dung")
NO_EVENTS = "Chưa có diễn biến nào."
CLOSE = "Đóng"
SHOW_SCORE = "Hiện điểm, thứ hạng khi trình chiếu"
REOPEN = "Mở lại phiên họp…"
DELETE_MEETING, DELETE_VERB = "Xóa phiên họp…", "Xóa"
DELETE_TITLE = "Xóa {title}?"
DELETE_TEXT = "Chương trình của phiên họp này bị xóa; các đề nghị không đổi. Hoàn tác được bằng Ctrl+Z."
CLOSED_MEETING = "Phiên họp đã bế mạc nên chỉ xem được."
CLOSED_YEAR = "Năm {year} đã chốt nên phiên họp chỉ xem được."
NAME, NAME_HINT = "Tên phiên họp", "Để trống: Phiên họp thứ …"
HELD_ON, STARTS_AT, STARTS_AT_HINT = "Ngày họp", "Giờ họp", "Ví dụ 14:00"
PLACE, INVITED = "Địa điểm", "Thành phần mời dự"
WORD_FILES = "Tệp Word (*.docx)"
PREVIEW_VERB = "Xem trang in"
PRESENT_PAPERS, SPARE_PAPERS, PER_SHEET = "Số người bỏ phiếu", "Phiếu dự phòng", "Số phiếu trên một tờ"
WITH_BELOW = "Ghi chức vụ, đơn vị của từng người"


def per_sheet(many: int) -> str:
    return f"{many} phiếu trên tờ A4"
