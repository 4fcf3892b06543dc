"""Wording of the reason for a council's change of a score."""

from thidua_gui.core.points import Points

ERRORS: dict[str, str] = {
    "score_reason_empty": "Hãy ghi lý do điều chỉnh điểm.",
    "reason_missing": "Hội đồng chấm lệch nhiều so với đơn vị nên phải ghi lý do.",
}


def step_reason(name: str, number: str) -> str:
    """Title of the step, which writes the score too."""
    return f"Điểm và lý do điều chỉnh của {name}, mục {number}"


def step_limit(amount: Points | None) -> str:
    """Title of the step."""
    if amount is None:
        return "Không yêu cầu ghi lý do khi Hội đồng điều chỉnh điểm"
    return f"Yêu cầu ghi lý do khi Hội đồng điều chỉnh quá {amount.shortest} điểm"
