"""Wording of the share's line on the board and of the school's own rules: share, rounding, reasons. Knows no rule."""

from fractions import Fraction

from thidua_gui.core.points import Points
from thidua_gui.core.vietnamese import shortest_comma
from thidua_gui.text.rules import UNCHECKED

WHOLE_SCHOOL_ONLY = "Ngưỡng CSTĐ cơ sở tính cho toàn trường, bỏ lọc để xem"
TITLE = "Ngưỡng CSTĐ cơ sở và lý do điều chỉnh"
VERB = "Lưu quy định"
PERCENT = "Tỷ lệ Chiến sĩ thi đua cơ sở trên số Lao động tiên tiến (%)"
ROUNDING = "Khi ra số lẻ"
LIMIT = "Yêu cầu lý do khi Hội đồng chấm lệch quá (điểm)"
LIMIT_HINT = "Để trống nếu không yêu cầu. Mức này cũng dùng để đánh dấu chênh lệch trên bảng."
NOT_A_SHARE = "Nhập số lớn hơn 0 và không quá 100, ví dụ 15."
OPEN = "Bấm đúp vào dòng này hoặc Ctrl+Shift+Q để đổi tỷ lệ, cách làm tròn."


def share(percent: Fraction) -> str:
    """In the field."""
    return shortest_comma(percent)


def source(written: str, *, is_own: bool, is_checked: bool) -> str:
    """Where the share comes from."""
    if is_own:
        return f"Trường tự đặt. Mức của văn bản: {written}."
    return f"Theo {written}." if is_checked else f"Theo {written}; {UNCHECKED} với văn bản, cần kiểm tra lại."


def limit(points: Points | None) -> str:
    """In the field."""
    return "" if points is None else points.shortest
