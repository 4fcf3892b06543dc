"""Wording of scoring: names of undo steps and refusals. Knows no rule."""

STEP_REMOVE_COMMENT = "Xóa nhận xét"

ERRORS: dict[str, str] = {
    "comment_empty": "Nhận xét còn trống. Hãy gõ nội dung rồi lưu.",
    "stage_closed": "Vòng “{stage}” đã chốt nên không sửa được điểm.",
    "score_of_other_subject": (
        "Mục {number} không thuộc bộ tiêu chí chấm {subject}. Hãy mở lại trang Chấm điểm rồi chấm lại."
    ),
    "stage_unknown": "Vòng chấm này không còn trong tệp dữ liệu. Hãy mở lại trang Chấm điểm.",
    "rating_reason_missing": "Xếp loại khác với mức đề xuất theo điểm thì phải ghi lý do.",
}


def step_one(name: str, number: str) -> str:
    """Title of one typed cell."""
    return f"Chấm điểm {name}, mục {number}"


def step_many(cells: int) -> str:
    """Title of a pasted or filled block."""
    return f"Chấm điểm {cells} ô"


def step_comment(name: str) -> str:
    """Title of a written comment."""
    return f"Nhận xét phiếu điểm của {name}"


def step_rating(name: str, rating: str | None) -> str:
    """Title of a decided or withdrawn rating."""
    return f"Bỏ xếp loại đã quyết định của {name}" if rating is None else f"Xếp loại {name}: {rating}"
