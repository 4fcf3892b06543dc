"""Wording of disciplines and of dated changes that run into one another. Knows no window and no row."""

from datetime import date

from thidua_gui.core.vietnamese import date_text

FORMS = ("Khiển trách", "Cảnh cáo", "Cách chức", "Buộc thôi việc")
"""Offered; any other words may be written."""

ADD = "Ghi kỷ luật"
EDIT = "Sửa kỷ luật"
EDIT_MENU = "Sửa kỷ luật…"
REMOVE = "Xóa kỷ luật"
NONE = "Không có kỷ luật nào được ghi."
FORM = "Hình thức"
DECIDED_ON = "Ngày quyết định"
DECISION_NUMBER = "Số quyết định"
ENDED_ON = "Hết hiệu lực từ ngày"
ENDED_HINT = "Để trống nếu chưa rõ hoặc còn hiệu lực."
TASK_RELATED = "Liên quan nhiệm vụ"
TASK_CHOICES = {None: "Chưa rõ", True: "Có", False: "Không"}
REASON = "Lý do"


def ended(day: date) -> str:
    """Line of an entry."""
    return f"Hết hiệu lực từ {date_text(day)}"


def step_add(name: str, form: str) -> str:
    """The undo step."""
    return f"Ghi kỷ luật {name}: {form}"


def step_edit(name: str, form: str) -> str:
    """The undo step."""
    return f"Sửa kỷ luật {name}: {form}"


def step_remove(name: str, form: str) -> str:
    """The undo step."""
    return f"Xóa kỷ luật {name}: {form}"


ERRORS: dict[str, str] = {
    "change_overlaps": "Trùng thời gian với “{kind}” đã ghi ({period}). Hãy sửa ngày hoặc sửa dòng đã ghi.",
    "change_before_joining": "{name} vào cơ quan ngày {day}; “{kind}” không thể bắt đầu trước ngày đó.",
    "discipline_form_missing": "Chưa ghi hình thức kỷ luật.",
    "discipline_decided_missing": "Chưa ghi ngày quyết định.",
    "discipline_decided_future": "Ngày quyết định {day} chưa đến.",
    "discipline_decided_before_joining": "Ngày quyết định trước ngày {name} vào cơ quan ({day}).",
    "discipline_reversed": "Ngày hết hiệu lực trước ngày quyết định.",
    "discipline_outside_year": "Quyết định này không có hiệu lực ngày nào trong năm {year}.",
    "discipline_overlaps": "Trùng hiệu lực với “{form}” đã ghi ({period}). Hãy ghi ngày hết hiệu lực của quyết định "
    "trước, hoặc sửa quyết định đó.",
    "discipline_gone": "Quyết định kỷ luật này không còn trong dữ liệu.",
}
