"""Wording shared by forms: saved, dates, choosing. Knows no form."""

from thidua_gui.text.shell import DATE_WRONG

NOT_KNOWN = "Chưa rõ"
NOT_CHOSEN = "Chọn một dòng trong danh sách gợi ý."
WRONG_DATE = DATE_WRONG
PICK_UNIT = "Gõ tên đơn vị"
PICK_PERSON = "Gõ tên hoặc mã, không cần dấu"


def done(title: str) -> str:
    """Said in the status bar after a command."""
    return f"Đã lưu: {title}. Hoàn tác: Ctrl+Z"
