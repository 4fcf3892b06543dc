"""Wording about the school as a whole. Decides nothing."""

ROOT_KIND = "Trường"

ERRORS: dict[str, str] = {
    "school_name_missing": "Hãy điền tên trường; tên này được in trên giấy khen và báo cáo.",
    "year_out_of_range": "Năm {year} không dùng được. Hãy gõ năm gồm bốn chữ số, ví dụ 2026.",
    "backup_damaged": "Bản sao lưu {name} bị hỏng nên không khôi phục được. Không có tệp nào bị thay đổi; "
    "hãy chọn bản sao lưu khác.",
}


def op_found(name: str, year: int) -> str:
    """Title of the first step of a new data file."""
    return f"Tạo dữ liệu cho {name}, năm {year}"
