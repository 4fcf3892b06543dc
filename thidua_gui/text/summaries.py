"""Wording that the summaries' services add to the official wording."""

NO_UNIT = "Chưa rõ đơn vị"
CHAIR = "Chủ tịch"
"""The role of the council's chair, as the year workbook writes it."""

ERRORS: dict[str, str] = {
    "score_sheet_missing": "Không có phiếu nào để in: chưa bộ tiêu chí nào áp dụng cho các cá nhân đã chọn. "
    "Hãy xem cột Nhóm ở trang Cá nhân và trang Bộ tiêu chí.",
}
