"""Wording of the window frame: navigation, search, status bar, standard questions; knows no window."""

from datetime import date, datetime

PROGRAM = "Thi đua - Khen thưởng"

CANCEL = "Hủy"
CLOSE = "Đóng"
UNDERSTOOD = "Đã rõ"
COPY_DETAILS = "Chép chi tiết"
CLEAR = "Xóa"
CLEAR_FILTER = "Xóa lọc"
PICK_DATE = "Chọn ngày trên lịch"
DATE_WRONG = "Ngày không có thật. Gõ theo dạng ngày/tháng/năm, ví dụ 02/03/2022."
SEARCH_HERE = "Tìm"

PROBLEM = "Chưa làm được"

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def weekday_date(day: date) -> str:
    """Weekday and date, as in the status bar."""
    return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"


def moment(at: datetime) -> str:
    """Date and time of day."""
    return f"{at:%d/%m/%Y %H:%M}"


def required(label: str) -> str:
    """Label of a field that must be filled in."""
    return f"{label} (bắt buộc)"


def percent(scale: float) -> str:
    """A zoom or letter size."""
    return f"{round(scale * 100)} %"


PAGE_TITLES = {
    "overview": "Tổng quan",
    "units": "Đơn vị",
    "people": "Cá nhân",
    "plan": "Kế hoạch & chỉ tiêu",
    "schedule": "Mốc thời gian",
    "registration": "Đăng ký thi đua",
    "unitbooks": "Sổ của đơn vị",
    "criteria": "Bộ tiêu chí",
    "scoring": "Chấm điểm",
    "ratings": "Xếp loại",
    "collectives": "Tập thể & nhà trường",
    "initiatives": "Sáng kiến & dạy giỏi",
    "movements": "Chuyên đề & đột xuất",
    "proposals": "Đề nghị",
    "council": "Họp Hội đồng",
    "certificates": "Giấy khen",
    "reports": "Báo cáo - biểu mẫu",
    "awards": "Tra cứu thành tích",
    "rules": "Danh hiệu & quy định",
    "importing": "Nhập - xuất sổ năm",
    "history": "Nhật ký",
    "system": "Hệ thống",
}


def section_title(section: str, year: int | None) -> str:
    """Heading of a group in the sidebar, in capitals; empty for the ends of the list."""
    if section == "campaign":
        return "PHONG TRÀO" if year is None else f"PHONG TRÀO {year}"
    return {"catalogue": "DANH MỤC", "commendation": "XÉT KHEN THƯỞNG", "printing": "IN ẤN & BÁO CÁO"}.get(section, "")


NAVIGATION = "Các trang"
COLLAPSE_SIDEBAR = "Thu gọn thanh bên (Ctrl+B)"
EXPAND_SIDEBAR = "Mở rộng thanh bên (Ctrl+B)"
SCHOOL_MENU = "Tệp dữ liệu và giao diện"

YEAR = "Năm"
YEAR_SWITCHER = "Năm thi đua đang xem"
NO_YEAR = "Chưa có năm nào"
ADD_YEAR = "Thêm năm từ sổ Excel..."
CAMPAIGN_STATES = {"preparing": "Chuẩn bị", "open": "Đang mở", "closed": "Đã chốt"}

SEARCH = "Tìm kiếm nhanh"
SEARCH_HINT = "Tìm kiếm nhanh..."
SEARCH_RESULTS = "Kết quả tìm kiếm"
SEARCH_GROUPS = {"people": "Cá nhân", "units": "Đơn vị", "decisions": "Quyết định"}
SEARCH_KEYS = "↑ ↓ chọn · Enter mở · Esc đóng"
SEARCH_TIPS = "Gõ họ tên, mã cán bộ, đơn vị hoặc số quyết định; không cần gõ dấu."


def nothing_found(query: str) -> str:
    """A search without hits names what was searched."""
    return f"Không có kết quả nào cho “{query}”."


def more_hits(count: int) -> str:
    """Hits of a group that the popup does not list."""
    return f"và {count} kết quả khác; gõ thêm để thu hẹp"


def born(year: int) -> str:
    """Birth year, which tells two people of one name apart."""
    return f"sinh {year}"


def decision_line(decided_on: date | None, authority: str | None) -> str:
    """What stands beside a decision's number."""
    day = "" if decided_on is None else f"ngày {decided_on:%d/%m/%Y}"
    return ", ".join(part for part in (day, authority or "") if part)


LEFT_SCHOOL = "đã thôi"
CLOSED_UNIT = "đã giải thể"

HELP = "Phím tắt của trang này (F1)"
SHORTCUTS = "Phím tắt"
SHORTCUTS_EVERYWHERE = "Ở mọi trang"
SHORTCUTS_HERE = "Ở trang này"
SHORTCUTS_GRID = "Trong bảng"
GRID_SHORTCUTS = (
    ("F2", "Sửa ô"),
    ("Enter", "Xuống ô dưới"),
    ("Tab", "Sang ô kế"),
    ("Ctrl+C", "Chép vùng chọn (dán được vào Excel)"),
    ("Ctrl+F", "Lọc"),
    ("Space", "Đánh dấu dòng"),
)

OPEN_FILE = "Mở tệp dữ liệu..."
NEW_FILE = "Tạo tệp dữ liệu mới..."
RECENT_FILES = "Mở gần đây"
CLOSE_FILE = "Đóng tệp, về màn hình bắt đầu"
BACKUP_NOW = "Tạo điểm sao lưu"
UNDO = "Hoàn tác"
REDO = "Làm lại"
FIND = "Tìm kiếm nhanh"
TOGGLE_SIDEBAR = "Thu gọn hoặc mở rộng thanh bên"
FULL_SCREEN = "Toàn màn hình"
NEXT_PANE = "Sang khung kế tiếp"
PREVIOUS_PANE = "Về khung trước"
QUIT = "Thoát"
LOOK = "Giao diện"
LETTER_SIZE = "Cỡ chữ"
LOOKS = {"light": "Sáng", "dark": "Tối", "system": "Theo hệ thống"}


def go_to_page(title: str) -> str:
    """Name of the action that shows a page."""
    return f"Mở trang {title}"


def undone(title: str) -> str:
    """Said after Ctrl+Z."""
    return f"Đã hoàn tác: {title}"


def redone(title: str) -> str:
    """Said after Ctrl+Y."""
    return f"Đã làm lại: {title}"


FILE_LABEL = "Dữ liệu"
SAVED = "Đã lưu"
SAVE_FAILED = "Lần ghi cuối chưa được"
NO_BACKUP = "Chưa có bản sao lưu"
BACKUP_DONE = "Đã tạo bản sao lưu."
BACKUP_RUNNING = "Đang sao lưu"
NO_FILE = "Chưa mở tệp dữ liệu"


def saved_at(at: datetime) -> str:
    """State of the data file after a write."""
    return f"{SAVED} {at:%H:%M}"


def last_backup(at: datetime) -> str:
    """Date of the last good backup."""
    return f"Sao lưu gần nhất: {moment(at)}"


def old_backup(days: int) -> str:
    """Warning in the status bar."""
    return f"Chưa sao lưu {days} ngày"


def version(number: str) -> str:
    """The program's version."""
    return f"Phiên bản {number}"


WORKING = "Đang làm việc"
STOPPING = "Đang dừng..."
JOB_CANCELLED = "Đã hủy. Dữ liệu vẫn như trước khi làm."


def count_of(done: int, total: int, what: str) -> str:
    """Progress of a running job."""
    count = f"{done}/{total}" if total else ""
    return " ".join(part for part in (count, what) if part)


CRASH_TITLE = "Phần mềm gặp lỗi ngoài dự kiến"
CRASH_TEXT = (
    "Việc vừa làm có thể chưa xong; những gì đã ghi vào tệp dữ liệu vẫn nguyên vẹn. Bạn có thể làm tiếp. "
    "Nếu lỗi lặp lại, hãy chép chi tiết (không chứa tên người hay điểm) và gửi cho người phụ trách phần mềm."
)

FILE_FILTER = "Tệp dữ liệu thi đua (*.tdkt)"
BACKUP_FILTER = "Bản sao lưu hoặc tệp dữ liệu (*.tdkt *.tdkt-bak)"


def file_gone(path: str) -> str:
    """A recent file that is not reachable."""
    return f"Không thấy tệp {path}. Nếu tệp nằm trên USB, hãy cắm USB rồi mở lại."


def window_title(file_name: str) -> str:
    """Title of the window."""
    return f"{PROGRAM} — {file_name}" if file_name else PROGRAM


OPENING = "Đang mở tệp dữ liệu"

SEARCH_KEY = "Ctrl+K"
SAMPLE_FILE = "Du-lieu-mau-2022.tdkt"
NEW_FILE_NAME = "Du-lieu-thi-dua"
OPENING_SAMPLE = "Đang dựng dữ liệu mẫu năm 2022"
CREATING = "Đang tạo tệp dữ liệu"
RESTORING = "Đang kiểm tra và khôi phục bản sao lưu"
CLOSING = "Đang đóng tệp dữ liệu"
OPEN_ANYWAY = "Vẫn mở"
OPEN_ANYWAY_TITLE = "Tệp có thể đang mở ở máy khác"
NOT_OPENED = "Chưa mở được tệp"
NOT_CREATED = "Chưa tạo được tệp"
NOT_RESTORED = "Chưa khôi phục được"
NOT_UNDONE = "Chưa hoàn tác được"


NEW_FILE_TITLE = "Tạo tệp dữ liệu mới"
NEW_FILE_VERB = "Tạo mới"
SCHOOL_NAME = "Tên trường"
SCHOOL_NAME_HINT = "In trên giấy khen, báo cáo. Sửa được ở trang Đơn vị."
SCHOOL_NAME_MISSING = "Hãy điền tên trường."
FIRST_YEAR = "Năm thi đua đầu tiên"
FIRST_YEAR_WRONG = "Năm gồm bốn chữ số, ví dụ 2026."
FILE_PLACE = "Nơi lưu"
FILE_PLACE_HINT = "Mọi dữ liệu của trường nằm trong một tệp này; bạn có thể chép nó sang máy khác."
FILE_EXISTS = "Đã có tệp này. Hãy chọn tên khác, hoặc mở tệp ấy."
CHOOSE_PLACE = "Chọn nơi lưu..."


def self_test_passed(windows: int, documents: int) -> str:
    """The one line of the self test."""
    return f"Tự kiểm tra xong: {windows} cửa sổ mở và đóng được, {documents} loại tệp PDF in được."
