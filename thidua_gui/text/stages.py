"""Wording of closing and reopening the stages of scoring."""

ERRORS: dict[str, str] = {
    "stage_incomplete": (
        "Chưa chốt được vòng “{stage}”: {people} cá nhân còn {missing} ô chưa chấm và {refused} ô chưa hợp lệ."
    ),
    "stage_earlier_open": "Chưa chốt được vòng “{stage}”: phải chốt vòng “{earlier}” trước.",
    "stage_without_people": "Chưa chốt được vòng “{stage}”: chưa có cá nhân nào thuộc diện chấm điểm.",
    "stage_closed_already": "Vòng “{stage}” đã chốt rồi.",
    "stage_open_already": "Vòng “{stage}” đang mở.",
    "reopen_reason_missing": "Hãy ghi lý do mở lại vòng “{stage}”; lý do được lưu trong nhật ký.",
}


def step_close(stage: str) -> str:
    """Title of the step."""
    return f"Chốt vòng {stage}"


def step_reopen(stage: str) -> str:
    """Title of the step."""
    return f"Mở lại vòng {stage}"


def step_confirm(count: int) -> str:
    """Title of the step."""
    return f"Giữ nguyên xếp loại của {count} người sau khi mở lại vòng chấm"
