"""Wording of the demo's one line, and the names of its files."""

from pathlib import Path

ERRORS: dict[str, str] = {
    "picture_not_written": "Không ghi được ảnh {name}. Hãy kiểm tra thư mục còn chỗ trống và cho phép ghi.",
}


def done(out: Path) -> str:
    """The last line."""
    return f"Đã tạo dữ liệu, bản xuất, văn bản PDF và ảnh màn hình trong thư mục {out}."


def advanced_labourer_file(year: int) -> str:
    """Certificates of Lao động tiên tiến of that year."""
    return f"giay-chung-nhan-ldtt-{year}"


def merit_draft_file(year: int) -> str:
    """Drafts of Giấy khen of that year."""
    return f"giay-khen-{year}-du-thao"


def score_summary_file(year: int) -> str:
    """Bảng tổng hợp điểm, xếp loại."""
    return f"bang-tong-hop-diem-xep-loai-{year}.pdf"


def target_report_file(year: int) -> str:
    """Báo cáo kết quả thực hiện chỉ tiêu."""
    return f"bao-cao-ket-qua-chi-tieu-{year}.pdf"


def plan_file(year: int) -> str:
    """Kế hoạch triển khai phong trào thi đua."""
    return f"ke-hoach-thi-dua-{year}.pdf"


def registration_forms_file(year: int) -> str:
    """Phiếu đăng ký thi đua of every unit."""
    return f"phieu-dang-ky-thi-dua-{year}.pdf"


def school_registration_file(year: int) -> str:
    """Bản đăng ký thi đua of the school itself."""
    return f"ban-dang-ky-thi-dua-nha-truong-{year}.pdf"


def registration_summary_file(year: int) -> str:
    """Bảng tổng hợp đăng ký thi đua."""
    return f"bang-tong-hop-dang-ky-{year}.pdf"


def reminders_file(year: int) -> str:
    """Letters of reminder of the year, without suffix: the file of all, and the folder with one a unit."""
    return f"cong-van-don-doc-{year}"


def overview_file(year: int) -> str:
    """Tổng quan on one page."""
    return f"tong-quan-{year}.pdf"


def no_signer(post: str, count: int) -> str:
    """Why the certificates of a kind were left out."""
    return f"Chưa in được {count} giấy: chưa có người ký, không ai giữ chức vụ {post} trong sổ dữ liệu năm."


def slide_name(place: int, label: str) -> str:
    return f"{place:03} {label}"


def minutes_file(year: int, number: int) -> str:
    """Biên bản họp of a meeting of the year; the first one has no number."""
    return _of_meeting("bien-ban-hop", year, number)


def tally_file(year: int, number: int) -> str:
    """Biên bản kiểm phiếu."""
    return _of_meeting("bien-ban-kiem-phieu", year, number)


def tally_sheet_file(year: int, number: int) -> str:
    """Phiếu ghi kết quả kiểm phiếu."""
    return _of_meeting("phieu-ghi-ket-qua-kiem-phieu", year, number)


def ballots_file(year: int, number: int, item: int) -> str:
    """Phiếu biểu quyết of an item of the agenda."""
    return f"{_of_meeting('phieu-bieu-quyet', year, number)}-muc-{item}"


def _of_meeting(kind: str, year: int, number: int) -> str:
    return f"{kind}-{year}" if number == 1 else f"{kind}-{year}-{number}"
