"""Wording of scoring units and the school itself, and of last year beside this one. Knows no rule."""

from thidua_gui.core.points import Points
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.core.year_comparison import Compared
from thidua_gui.text.score_board import signed

SUBJECT_CHOICE = "Đối tượng chấm điểm"
OTHER_SUBJECT = "Chuyển giữa cá nhân và tập thể"
LAST_YEAR_BAND = "So năm trước"
LAST_YEAR = "Năm trước"
CHANGE = "Tăng, giảm"
NO_LAST_YEAR = "chưa có"
SCHOOL_GROUP = "Nhà trường tự chấm"
SCHOOL_WHY = "theo bộ tiêu chí của cụm thi đua, Ctrl+Enter để mở phiếu"
NO_UNIT_CRITERIA = "Năm này chưa có bộ tiêu chí cho tập thể"
OPEN_CRITERIA = "Mở trang Tiêu chí"
NO_UNIT_CRITERIA_WHY = (
    "Thêm bộ tiêu chí có đối tượng Tập thể ở trang Tiêu chí. Muốn nhà trường tự chấm, chọn Nhà trường ở đơn vị áp dụng."
)


def subject_tip(of: SheetSubject) -> str:
    """Tooltip of a choice between people and units."""
    whom = "nhà trường và các đơn vị" if of is SheetSubject.UNIT else "từng người"
    return f"Chấm điểm {whom} (Ctrl+Shift+T)"


def unit_facts(kind: str, head: str) -> str:
    """What a unit is and who heads it."""
    return f"{kind}, người đứng đầu: {head}" if head else kind


def last_year(points: Points | None) -> str:
    """A unit's total a year ago."""
    return NO_LAST_YEAR if points is None else str(points)


def last_year_tip(year: int) -> str:
    """Tooltip of the heading."""
    return f"Tổng điểm cùng vòng của năm {year}"


def change_tip(year: int) -> str:
    """Tooltip of the heading."""
    return f"Tổng điểm năm nay trừ tổng điểm cùng vòng của năm {year}"


def compared(year: int, found: Compared | None) -> str:
    """Why there is a difference, or none."""
    if found is None or found.before is None or found.before.points is None:
        return f"Năm {year} chưa có điểm để so sánh."
    if found.now is None:
        return f"Năm {year}: {found.before.points} điểm. Năm nay chưa đủ điểm để so sánh."
    if found.difference is None:
        scales = f"thang {found.before.maximum.shortest} và thang {found.maximum.shortest}"
        return f"Năm {year}: {found.before.points} điểm. Hai năm khác thang điểm ({scales}) nên không so sánh."
    return f"Năm nay {found.now} điểm, năm {year} {found.before.points} điểm: {signed(found.difference)}."
