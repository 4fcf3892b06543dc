"""Wording of the years in the data file."""

STEP_PLAN = "Đính kèm kế hoạch thi đua"

ERRORS: dict[str, str] = {
    "campaign_unknown": "Năm thi đua này không còn trong tệp dữ liệu. Hãy chọn năm khác.",
    "campaign_closed": "Năm {year} đã chốt nên chỉ xem được.",
}
