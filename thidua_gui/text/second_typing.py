"""Wording of the dialog in which a paper sheet is typed a second time. Knows no rule."""

from datetime import datetime

from thidua_gui.core.points import Points
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.core.vietnamese import date_text
from thidua_gui.text.score_board import STAGE_NAME
from thidua_gui.text.second_entry import ERRORS

MENU = "Nhập lần hai và đối chiếu…"
TITLE = "Nhập lần hai"
COMPARE = "Đối chiếu"
CONFIRM = "Xác nhận"
CLOSE = "Đóng"
SKIP = "Bỏ qua người này"
AGAIN = "Nhập lại từ đầu"
HIDDEN = "Điểm nhập lần một được giấu. Gõ điểm từ phiếu giấy, Enter sang ô kế."
EMPTY = "trống"
AGREES = "Hai lần nhập khớp nhau. Hai người ghi tên rồi xác nhận."
CRITERION, FIRST, SECOND = "Mục", "Lần 1", "Lần 2"
KEEP_FIRST = "Giữ lần 1"
TAKE_SECOND = "Lấy lần 2"
RETYPE = "Nhập lại"
FIRST_BY = "Người nhập lần một"
SECOND_BY = "Người nhập lần hai"
NAMES_NEEDED = ERRORS["second_entry_names_missing"]


def heading(name: str, place: int, of: int) -> str:
    """Whose sheet."""
    return f"{name} ({place}/{of})"


def where(stage: StageKey, unit: str) -> str:
    """Below the heading."""
    return f"Vòng {STAGE_NAME[stage]}, {unit}" if unit else f"Vòng {STAGE_NAME[stage]}"


def criterion(number: str, content: str, maximum: Points) -> str:
    """Before a field."""
    return f"{number} {content} (tối đa {maximum.shortest})"


def differences(count: int) -> str:
    """Above the differing fields."""
    return f"{count} mục khác nhau giữa hai lần nhập. Xem lại phiếu giấy rồi chọn."


def value(points: Points | None) -> str:
    """The first entry."""
    return EMPTY if points is None else str(points)


def typed(text: str) -> str:
    """The second entry, as typed."""
    return text or EMPTY


def checked(first: str, second: str, at: datetime | None) -> str:
    """In the name's tooltip."""
    when = "" if at is None else f", {date_text(at.date())}"
    return f"Đã đối chiếu hai lần nhập: {first} và {second}{when}"


def done(count: int, of: SheetSubject = SheetSubject.PERSON) -> str:
    """In the status bar after the last person, or unit."""
    whom = "tập thể" if of is SheetSubject.UNIT else "người"
    return f"Đã nhập lần hai hết {count} {whom} đang hiện."


def choice_name(what: str, number: str) -> str:
    """A button for a screen reader."""
    return f"{what}, mục {number}"
