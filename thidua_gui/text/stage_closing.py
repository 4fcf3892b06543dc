"""Wording of closing and reopening a stage on the scoring page, and of ratings that became doubtful. Knows no rule."""

from collections.abc import Sequence

from thidua_gui.core.scoring import SheetSubject, StageKey

STAGE = {StageKey.SELF: "tự chấm", StageKey.UNIT: "đơn vị", StageKey.COUNCIL: "Hội đồng"}

BACKING_UP = "Đang sao lưu trước khi chốt"
GATE_NAME = "Những ô còn phải xử lý"
NO_UNIT = "Chưa có đơn vị"
UNITS = "Tập thể"
NAME = "Cá nhân, tập thể"
PLACE = "Mục"
PROBLEM = "Cần xử lý"
NOT_SCORED = "Chưa chấm"
GATE_HINT = "Enter hoặc bấm vào một dòng để đến đúng ô đó."
CLOSE_KEY = "Chốt vòng đang xem"
MORE = "Việc khác của bảng điểm"

REASON = "Lý do"
REASON_HINT = "Bắt buộc; được lưu trong nhật ký."
REASON_NEEDED = "Hãy ghi lý do mở lại."
REOPEN = "Mở lại"
REOPEN_HERE = "Mở lại vòng đang xem"

DOUBTFUL = "Cần xem lại"
DOUBTFUL_WHY = "Vòng chấm đã mở lại sau khi quyết định. F2 để quyết định lại, hoặc giữ nguyên xếp loại."
SHOW_DOUBTFUL = "Xem"
KEEP_RATINGS = "Giữ nguyên xếp loại"


def close_verb(stage: StageKey) -> str:
    """On the button and as the dialog's verb."""
    return f"Chốt vòng {STAGE[stage]}"


def reopen_verb(stage: StageKey) -> str:
    """The dialog's title and verb."""
    return f"Mở lại vòng {STAGE[stage]}"


def gate_open(people: int, units: int) -> str:
    """Nothing is missing."""
    parts = (f"{people} người" if people else "", f"{units} tập thể" if units else "")
    return (
        f"Cả {' và '.join(part for part in parts if part)} đã đủ điểm. Chương trình sao lưu dữ liệu rồi mới chốt. "
        "Sau khi chốt, điểm của vòng này chỉ để xem; khi cần có thể mở lại và ghi lý do."
    )


def complete_of(complete: int, of: int, subject: SheetSubject) -> str:
    """How many of the people, or units, have all points; "" of none."""
    return f"{complete}/{of} {'tập thể' if subject is SheetSubject.UNIT else 'người'}" if of else ""


def gate_shut(complete: Sequence[str], missing: int, refused: int) -> str:
    """How far the stage is."""
    parts = [f"{missing} ô chưa chấm" if missing else "", f"{refused} ô không hợp lệ" if refused else ""]
    left = " và ".join(part for part in parts if part)
    return f"{' và '.join(part for part in complete if part)} đã đủ điểm, còn {left}."


def earlier_open(stage: StageKey) -> str:
    """Another stage comes first."""
    return f"Phải chốt vòng {STAGE[stage]} trước."


def show_stage(stage: StageKey) -> str:
    """The way to it."""
    return f"Xem vòng {STAGE[stage]}"


def nobody(stage: StageKey) -> str:
    """There is nothing to close."""
    return f"Chưa có cá nhân hay tập thể nào thuộc diện chấm điểm ở vòng {STAGE[stage]}."


def unit_heading(missing: int, refused: int) -> str:
    """At the right of a unit's heading in the list."""
    parts = [f"{missing} ô chưa chấm" if missing else "", f"{refused} ô không hợp lệ" if refused else ""]
    return ", ".join(part for part in parts if part)


def criterion(number: str, content: str) -> str:
    """Which cell."""
    return f"{number} {content}"


def closed(stage: StageKey) -> str:
    """In the status bar."""
    return f"Đã sao lưu dữ liệu và chốt vòng {STAGE[stage]}."


def reopen_effects(later: Sequence[StageKey], decided: int) -> str:
    """What reopening makes of what came later."""
    parts = ["Điểm đã chấm giữ nguyên, không có gì tự tính lại."]
    if later:
        named = " và ".join(f"vòng {STAGE[stage]}" for stage in later)
        parts.append(f"Cùng mở lại: {named}.")
    if decided:
        parts.append(f"{decided} xếp loại đã quyết định sẽ mang dấu “{DOUBTFUL}” cho đến khi có người xem lại.")
    return " ".join(parts)


def doubtful(count: int) -> str:
    """The banner."""
    return f"{count} xếp loại đã quyết định trước khi mở lại vòng chấm, cần xem lại."


def keep_question(count: int) -> str:
    """Asked before all of them are let stand."""
    return f"Giữ nguyên {count} xếp loại đã quyết định? Các dấu “{DOUBTFUL}” sẽ được bỏ."
