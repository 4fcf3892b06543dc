"""Wording of the window frame: navigation, search, status bar, standard questions; knows no window."""

from datetime import date, datetime

PROGRAM = "Thi đua - Khen thưởng"

CANCEL = "Hủy"
CLOSE = "Đóng"
CONTINUE = "Tiếp tục"
UNDERSTOOD = "Đã rõ"
COPY_DETAILS = "Chép chi tiết"
CLEAR = "Xóa"
CLEAR_FILTER = "Xóa lọc"
PREVIOUS_PAGE = "Trang trước"
NEXT_PAGE = "Trang sau"
ZOOM_IN = "Phóng to"
ZOOM_OUT = "Thu nhỏ"
ZOOM_FIT = "Vừa khung"
PICK_DATE = "Chọn ngày trên lịch"
NO_DATE = "Chưa rõ ngày"
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


def page_of(page: int, pages: int) -> str:
    """Place in a document."""
    return f"Trang {page}/{pages}"


def percent(scale: float) -> str:
    """A zoom or letter size."""
    return f"{round(scale * 100)} %"
