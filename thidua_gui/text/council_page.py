"""Words of the page Họp Hội đồng: the operator's desk and what comes before the meeting. Knows no row."""

from datetime import timedelta

from thidua_gui.core.council import Method

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
AGENDA = "Nội dung họp"
AGENDA_NAME = "Chương trình họp và người được xét"
OPEN_MEETING = "Khai mạc"
CLOSE_MEETING = "Bế mạc"
BACK_TO_LIST = "Các phiên họp"
START_ITEM = "Bắt đầu mục"
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
NEXT, PREVIOUS = "Tiếp theo", "Trước"
LAST_SLIDE = "Hết chương trình"
PREVIEW = "Xem trước, chưa chiếu"
ATTENDANCE = "Điểm danh"
QUORUM_MET, QUORUM_NOT = "Đủ", "Chưa đủ"
COUNT_TITLE = "Nhập kết quả kiểm phiếu"
HANDS_TITLE = "Biểu quyết giơ tay"
ISSUED, RETURNED = "Phát ra", "Thu về"
CANDIDATE, VALID, INVALID, AGREE, DISAGREE, BLANK, RESULT = (
    "Người được xét", "Hợp lệ", "Không\nhợp lệ", "Đồng ý", "Không\nđồng ý", "Không\ný kiến", "Kết quả",
)  # fmt: skip
COUNTING = "Đang nhập"
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
REASON = "Lý do"
REASON_HINT = "Ghi vào biên bản."
PUBLISHED = "Đã công bố"
ROUND = "lần {number}"
REASONS = {
    "publish": ("Công bố khi số liệu chưa khớp", "Công bố", "Các điểm chưa khớp: {broken}"),
    "correct": ("Sửa kết quả đã công bố", "Sửa", "Kết quả cũ được giữ lại; bản sửa là một lần ghi mới có lý do."),
    "repeat": ("Bỏ phiếu lại", "Bỏ phiếu lại", "Lần bỏ phiếu trước được giữ lại; lần mới thay kết quả khi công bố."),
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
LOST_TEXT = "Mất kết nối máy chiếu. Nội dung đang chiếu được giữ và tự hiện lại khi nối lại máy chiếu."
FAILED_TEXT = "Không vẽ được trang chiếu; cả phòng đang thấy màn chờ. {why}"
CUT_TEXT = "Chữ quá dài so với trang chiếu: {words}"
RESUMED = "Phiên họp tiếp tục ở chỗ đã dừng."
CHECKS = "Còn phải làm"
CHECK_NOT_VOTED = "Chưa biểu quyết"
CHECK_NOT_PUBLISHED = "Chưa công bố kết quả"
CHECK_UNDECIDED = "{count} người chưa có kết luận"
CHECK_NO_CONCLUSION = "Chưa ghi kết luận"
CHECK_DONE = "Đã đủ"
TIES = "Bằng điểm ở ranh giới: {names}"
CLOSE_TITLE = "Bế mạc phiên họp?"
CLOSE_TEXT = "Sau khi bế mạc, phiên họp chỉ đọc; mở lại cần lý do."
MINUTES_PDF, MINUTES_WORD = "Biên bản họp (PDF)", "Biên bản họp (Word)"
TALLY_PDF, TALLY_WORD = "Biên bản kiểm phiếu (PDF)", "Biên bản kiểm phiếu (Word)"
TALLY_SHEET = "Phiếu ghi kết quả cho Tổ kiểm phiếu (PDF)"
BALLOTS = "In phiếu biểu quyết…"

KEYS = (
    ("PgDn", "Trang chiếu tiếp theo"),
    ("PgUp", "Trang chiếu trước"),
    ("Enter", "Ô tiếp theo của phiếu kiểm"),
)


def clock(seconds: int) -> str:
    """04:12, or 1:04:12."""
    hours, rest = divmod(max(0, seconds), 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"


def planned(minutes: int | None) -> str:
    return NO_PLAN if minutes is None else PLANNED.format(time=clock(int(timedelta(minutes=minutes).total_seconds())))


def subtitle(title: str, place_and_time: str) -> str:
    return f"{title} · {place_and_time}" if place_and_time else title


def done_of(done: int, of: int) -> str:
    return f"{done}/{of} xong"


def attendance_figures(here: int, of: int) -> str:
    return f"{here}/{of}"


def ballot_title(title: str, number: int) -> str:
    return title if number == 1 else f"{title}, {ROUND.format(number=number)}"


def threshold(rule: str, needed: int, base: int, of: str) -> str:
    """Ngưỡng đạt: từ 2/3 tổng số thành viên, tức 6/9 phiếu đồng ý."""
    return f"Ngưỡng đạt: {rule}, tức {needed}/{base} {of} đồng ý."

MEETING_COLUMNS = ("Phiên họp", "Ngày", "Giờ", "Địa điểm", "Trạng thái", "Nội dung xong", "Người được xét")
LEAD = "Điều hành"
EDIT_MEETING = "Sửa phiên họp"
NAME, NAME_HINT = "Tên phiên họp", "Để trống: Phiên họp thứ …"
HELD_ON, STARTS_AT, STARTS_AT_HINT = "Ngày họp", "Giờ họp", "Ví dụ 14:00"
PLACE, INVITED = "Địa điểm", "Thành phần mời dự"
WORD_FILES = "Tệp Word (*.docx)"
PREVIEW_VERB = "Xem trang in"
PRESENT_PAPERS, SPARE_PAPERS, PER_SHEET = "Số người bỏ phiếu", "Phiếu dự phòng", "Số phiếu trên một tờ"
WITH_BELOW = "Ghi chức vụ, đơn vị của từng người"


def per_sheet(many: int) -> str:
    return f"{many} phiếu trên tờ A4"
