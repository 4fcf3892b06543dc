"""Wording of closing and reopening the stages of scoring."""

from thidua_gui.core.scoring import SheetSubject

ERRORS: dict[str, str] = {
    "stage_incomplete": (
        "Chưa chốt được vòng “{stage}”: {whom} còn {missing} ô chưa chấm và {refused} ô chưa hợp lệ."
    ),
    "stage_earlier_open": "Chưa chốt được vòng “{stage}”: phải chốt vòng “{earlier}” trước.",
    "stage_without_people": "Chưa chốt được vòng “{stage}”: chưa có cá nhân hay tập thể nào thuộc diện chấm điểm.",
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


def step_confirm(count: int, of: SheetSubject = SheetSubject.PERSON) -> str:
    """Title of the step."""
    whom = "tập thể" if of is SheetSubject.UNIT else "người"
    return f"Giữ nguyên xếp loại của {count} {whom} sau khi mở lại vòng chấm"


def counted(people: int, units: int) -> str:
    """People and units who still owe something; what there is none of is not named."""
    parts = (f"{people} cá nhân" if people else "", f"{units} tập thể" if units else "")
    return " và ".join(part for part in parts if part)
