"""Refusals of the council's papers: ballots, tally, minutes."""

ERRORS: dict[str, str] = {
    "ballot_candidates": (
        "Một phiếu biểu quyết có từ 1 đến {most} dòng, mục này có {count}. Hãy tách thành nhiều phiếu."
    ),
    "ballot_count": (
        "Số phiếu cần in là {count}, phải từ 1 đến {most}. "
        "Hãy sửa số phiếu theo người có mặt hoặc số phiếu dự phòng."
    ),
    "ballot_too_long": (
        "Phiếu có {count} dòng không đứng trọn trong một phần của tờ giấy. "
        "Hãy chọn {fits} phiếu trên một tờ hoặc bỏ cột chức vụ, đơn vị."
    ),
}
