"""Wording of the head of a unit. Knows no rule."""

HEAD_POSTS = (
    "Hiệu trưởng", "Giám đốc", "Viện trưởng", "Trưởng khoa", "Trưởng phòng", "Trưởng ban", "Trưởng bộ môn",
    "Chánh Văn phòng", "Tổ trưởng",
)  # fmt: skip
"""Posts that one person alone holds in a unit at a time."""
SINCE_EVER = "trước đến nay"

ERRORS: dict[str, str] = {
    "two_heads": (
        "{unit} đã có {post} là {name} (từ {since}). Hãy ghi ngày thôi giữ chức vụ của người đó trước, "
        "hoặc chọn chức vụ khác."
    ),
}
