"""Wording of the system page: look, letterhead, backups, the data file, the program."""

from datetime import datetime

TITLE = "Hệ thống"
SUBTITLE = "Giao diện, thể thức văn bản, sao lưu"
LOOK = "Giao diện"
LETTERHEAD = "Thể thức và người ký"
LETTERHEAD_WHY = (
    "Dùng cho giấy khen, giấy chứng nhận và các bản tổng hợp. Chỉ điền ô nào cần khác với sổ dữ liệu năm; "
    "ô để trống lấy giá trị ghi dưới ô."
)
STYLE = "Thể thức"
PARTY = "Đảng Cộng sản Việt Nam"
STATE = "Quốc hiệu, tiêu ngữ"
PARENT = "Cơ quan cấp trên"
SCHOOL = "Tên trường trên văn bản"
PLACE = "Địa danh"
CODE = "Ký hiệu trong số văn bản"
SIGNER_POST = "Chức vụ người ký"
SIGNER_NAME = "Họ và tên người ký"
SAVE = "Lưu"
SAVED = "Đã lưu thể thức và người ký."
BACKUPS = "Sao lưu"
BACKUPS_WHY = (
    "Mỗi ngày một bản khi đóng tệp nếu dữ liệu có thay đổi, giữ 30 bản mới nhất. "
    "Nên chép thêm thư mục sao lưu ra USB hoặc ổ đĩa khác."
)
BACK_UP = "Sao lưu ngay"
RESTORE = "Khôi phục bản này"
RESTORE_TIP = "Chép bản sao lưu đang chọn thành một tệp mới; tệp đang mở không thay đổi"
OPEN_FOLDER = "Mở thư mục sao lưu"
NO_BACKUP = "Chưa có bản sao lưu nào"
NO_BACKUP_WHY = "Bấm Sao lưu ngay để có bản đầu tiên."
RESTORE_TO = "Khôi phục thành tệp mới"
RESTORED = "Đã khôi phục thành tệp {name}. Tệp đang mở không thay đổi."
OPEN_RESTORED_TITLE = "Đã khôi phục xong"
OPEN_RESTORED = "Bản sao lưu đã thành tệp {name}. Mở tệp đó ngay bây giờ?"
OPEN_RESTORED_VERB = "Mở tệp đã khôi phục"
FILE_FILTER = "Tệp dữ liệu TĐKT (*.tdkt)"
BACKING_UP = "Đang sao lưu"
RESTORING = "Đang khôi phục"
WHEN = "Thời gian"
SIZE = "Dung lượng"
STATE_COLUMN = "Tình trạng"
GOOD = "Tốt"
BAD = "Hỏng"
FILE = "Tên tệp"
ABOUT = "Phần mềm"
DATA_FILE = "Tệp dữ liệu"
USER_FOLDER = "Thư mục của chương trình"
VERSION = "Phiên bản {version}"
LICENCES = "Phông chữ, biểu tượng và thư viện dùng kèm: xem tệp THIRD_PARTY.md trong thư mục chương trình."


def by_the_rows(text: str) -> str:
    """Below a field: what an empty one stands for."""
    return f"Để trống: {text}" if text else "Để trống: sổ năm chưa ghi"


def moment(at: datetime) -> str:
    """Date and time of a backup."""
    return f"{at:%d/%m/%Y %H:%M:%S}"


def size(octets: int) -> str:
    """Size of a file: "1,2 MB"."""
    megabytes = octets / 1_000_000
    if megabytes >= 1:
        return f"{megabytes:.1f} MB".replace(".", ",")
    return f"{max(1, round(octets / 1000))} KB"


def restored_name(stem: str) -> str:
    """Proposed name of the restored file."""
    return f"{stem} (khôi phục).tdkt"
