"""Wording of lists that are printed or written to Excel as they stand on screen. Knows no list."""

from datetime import date

from thidua_gui.core.vietnamese import date_words

NUMBER = "TT"
SHEET = "Danh sách"
EXPORT = "Xuất Excel"
PRINT = "In danh sách"
EXPORT_SHOWN = "Xuất Excel danh sách đang hiện…"
PRINT_SHOWN = "In danh sách đang hiện…"
SAVE_EXCEL = "Lưu tệp Excel"
EXCEL_FILTER = "Tệp Excel (*.xlsx)"
SAVE_PDF = "Lưu tệp PDF"
PRINT_VERB = "In"
PREVIEW = "Xem trước khi in"
DRAWING = "Đang dựng trang in"
WRITING = "Đang ghi tệp Excel"

PEOPLE = "Danh sách cá nhân"
AWARDS = "Danh sách thành tích khen thưởng"


def data_note(on: date, rows: int) -> str:
    """Under the title."""
    return f"(Số liệu {date_words(on)}; {rows} dòng)"


def saved(name: str) -> str:
    """Said in the status bar."""
    return f"Đã lưu {name}."
