"""Wording of the reports page."""

from collections.abc import Sequence

TITLE = "Báo cáo - biểu mẫu"
SUBTITLE = "{count} mẫu"
LIST = "Danh sách biểu mẫu"
GROUP_SCORES = "Chấm điểm và xếp loại"
GROUP_TARGETS = "Kết quả phong trào"
SCORE_SUMMARY = "Bảng tổng hợp điểm, xếp loại"
SCORE_SHEETS = "Phiếu chấm điểm cá nhân"
TARGET_REPORT = "Báo cáo kết quả thực hiện chỉ tiêu"
SCOPE = "Phạm vi"
WHOLE_SCHOOL = "Toàn trường"
NUMBER = "Số văn bản"
NUMBER_HINT = "Để trống thì chừa chỗ ghi tay."
ISSUED_ON = "Ngày ký"
STYLE_NOTE = "Thể thức và người ký đặt ở trang Hệ thống."
SAVE_PDF = "Xuất PDF"
PRINT = "In"
PRINT_SHOWN = "In báo cáo đang xem"
SAVE_SHOWN = "Xuất PDF báo cáo đang xem"
PRINT_TIP = "In báo cáo đang xem (Ctrl+P)"
SAVE_TIP = "Xuất báo cáo đang xem thành tệp PDF (Ctrl+E)"
PROVISIONAL = "Số liệu tạm: {missing} cá nhân chưa đủ điểm ở vòng đơn vị."
NO_YEAR = "Chưa có năm thi đua nào"
NO_YEAR_WHY = "Nhập sổ dữ liệu năm rồi quay lại đây để lập báo cáo."
FILE_SCORE = "bang-tong-hop-diem-xep-loai-{year}.pdf"
FILE_SHEETS = "phieu-cham-diem-{year}.pdf"
FILE_TARGET = "bao-cao-ket-qua-chi-tieu-{year}.pdf"
OPENING = "Đang dựng trang"
PERSON = "Cá nhân"
PERSON_HINT = "Để trống thì in mọi người trong phạm vi."
FORM = "Nội dung phiếu"
FILLED = "Đã chấm"
BLANK = "Để trống"
SAVE_EACH = "Mỗi người một tệp"


def sheets_skipped(names: Sequence[str]) -> str:
    """Who has no sheet to print; of many only the first are named."""
    named = ", ".join(names[:_NAMED])
    more = f" và {len(names) - _NAMED} người khác" if len(names) > _NAMED else ""
    return f"Không in {len(names)} người chưa có bộ tiêu chí: {named}{more}."


_NAMED = 3
