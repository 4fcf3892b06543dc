"""Wording of the certificates page and its services."""

from typing import Literal

KINDS = {"giay-khen": "Giấy khen", "giay-chung-nhan-ldtt": "Giấy chứng nhận Lao động tiên tiến"}

ERRORS: dict[str, str] = {
    "certificate_person_gone": "Cá nhân này không còn trong danh sách được cấp giấy. Hãy tải lại trang Giấy khen.",
}


def step_issued(kind: str, count: int, drafts: int) -> str:
    """Title of the step that records what was printed or saved; drafts are called drafts."""
    name = KINDS[kind].lower()
    if drafts == count:
        return f"Xuất {count} bản dự thảo {name}"
    return f"In, xuất {count} {name}" + (f", trong đó {drafts} bản dự thảo" if drafts else "")


def draft_note(rating: str) -> str:
    """Why a person stands among the drafts."""
    return f"{rating} - dự thảo"


def decision_note(number: str | None, year: int, kind: str = "") -> str:
    """On which decision a certificate rests, and for what it was given if that was told."""
    told = f"QĐ {number}, năm {year}" if number else f"Năm {year}, thiếu số quyết định"
    return f"{told} - {kind.lower()}" if kind else told


TITLE = "Giấy khen"
SUBTITLE = "{count} người nhận"
KIND = "Loại giấy"
YEAR = "Năm khen thưởng"
RECIPIENTS = "Danh sách người nhận"
ALL = "Chọn tất cả"
NONE = "Bỏ chọn"
READY = "Sẵn sàng"
SHRUNK = "Tự thu nhỏ chữ"
DRAFT = "Dự thảo"
NOBODY = "Chưa có ai được cấp giấy này"
NOBODY_WHY = (
    "Giấy khen lấy từ quyết định khen thưởng và người xếp loại HTXS của năm; "
    "Giấy chứng nhận LĐTT lấy từ danh hiệu đã có quyết định."
)
NO_YEAR = "Chưa có năm thi đua nào"
NO_YEAR_WHY = "Nhập sổ dữ liệu năm rồi quay lại đây để in giấy."
OPTIONS = "Mẫu và thể thức"
LAYOUT = "Mẫu in"
STYLE = "Tiêu đề trên giấy"
PARTY = "Đảng Cộng sản Việt Nam"
STATE = "Quốc hiệu, tiêu ngữ"
PAPER = "Giấy in"
BLANK = "Giấy trắng (in cả khung)"
PREPRINTED = "Phôi in sẵn (chỉ in chữ)"
OFFSET_X = "Lệch ngang (mm)"
OFFSET_Y = "Lệch dọc (mm)"
OFFSET_HINT = "Dương là sang phải và xuống dưới; ghi nhớ trên máy này."
SAVE_ONE = "Xuất PDF"
SAVE_EACH = "Mỗi người một tệp"
PRINT = "In {count} tờ"
PRINT_PICKED = "In các tờ đã chọn"
SAVE_PICKED = "Xuất PDF các tờ đã chọn"
PRINT_TIP = "In các tờ đã chọn (Ctrl+P)"
SAVE_TIP = "Xuất các tờ đã chọn thành một tệp PDF (Ctrl+E)"
RENDERING = "Đang dựng giấy"
LAYOUT_NOTE = "{name} - phiên bản {version}"
DRAFT_FILE = "{stem}-du-thao"
FILE = {"giay-khen": "giay-khen-{year}", "giay-chung-nhan-ldtt": "giay-chung-nhan-ldtt-{year}"}
SIGNER = "Người ký: {post} {name}. Sửa ở trang Hệ thống."
NO_SIGNER = "Chưa biết người ký. Ghi ở trang Hệ thống, mục Thể thức và người ký."


def tally(ready: int, shrunk: int, refused: int) -> list[tuple[Literal["ok", "wa", "er"], str]]:
    """Over the list: how many of each state, as (kind, words)."""
    parts: list[tuple[Literal["ok", "wa", "er"], str]] = [("ok", f"{ready} sẵn sàng")] if ready else []
    if shrunk:
        parts.append(("wa", f"{shrunk} thu nhỏ"))
    if refused:
        parts.append(("er", f"{refused} lỗi"))
    return parts


def shrunk(label: str, size: float, full: float) -> str:
    """What was set smaller."""
    return f"{label}: cỡ chữ {size:g} thay vì {full:g}".replace(".", ",")
