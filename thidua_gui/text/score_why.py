"""Wording of the reasons of a total, of reasons for a council's change, and of the board's menu. Knows no rule."""

from collections.abc import Sequence
from datetime import datetime

from thidua_gui.core.points import Points
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.vietnamese import date_text
from thidua_gui.text.score_board import NOTHING, STAGE_NAME

WHY = "Vì sao được tổng điểm này"
CLOSE = "Đóng"
COPY = "Sao chép"
NUMBER, CONTENT, MAXIMUM, POINTS = "Mục", "Tiêu chí", "Tối đa", "Điểm"
REQUIRED = "Cộng các mục bắt buộc"
BONUS = "Điểm thưởng"
DEDUCTION = "Điểm trừ"
CUT = "Phần vượt trần không tính"
ROUNDING = "Làm tròn"
NO_ROUNDING = "không, cộng đúng đến phần trăm"
TOTAL = "Tổng điểm"
THRESHOLDS = "Mức xếp loại"
PROPOSED = "Đề xuất"
DECIDED = "Đã quyết định"
REASON = "Lý do"
COUNCIL_REASONS = "Lý do Hội đồng điều chỉnh"

GIVE_REASON = "Ghi lý do"
GIVE_REASON_TITLE = "Lý do điều chỉnh điểm"
GIVE_REASON_VERB = "Lưu lý do và điểm"
REASON_HINT = "Bắt buộc; được lưu cùng điểm và in trong hồ sơ."
REASON_NEEDED = "Hãy ghi lý do điều chỉnh điểm."


def why_title(name: str) -> str:
    """The dialog's heading."""
    return f"Vì sao? {name}"


def stage_and_sheet(stage: StageKey, sheet: str, version: int) -> str:
    """Below the heading."""
    return f"{STAGE_NAME[stage]}, bộ tiêu chí {sheet}, bản {version}"


def points(value: Points | None) -> str:
    """Missing is not zero."""
    return NOTHING if value is None else str(value)


def capped(before: Points, cap: Points) -> str:
    """Beside a group that a cap cut."""
    return f"trần {cap.shortest}, cộng được {before}"


def cap(cap: Points) -> str:
    """Beside a group whose cap took nothing."""
    return f"trần {cap.shortest}"


def missing(count: int) -> str:
    """Why there is no total."""
    return f"Chưa có tổng điểm vì còn {count} mục chưa chấm."


def threshold(rating: str, points: Points) -> str:
    """One line of the thresholds."""
    return f"{rating} từ {points.shortest}"


def thresholds(parts: Sequence[str]) -> str:
    """All of them."""
    return "; ".join(parts)


def proposal(rating: str | None) -> str:
    """What the thresholds say."""
    return rating or "chưa có vì chưa đủ điểm đơn vị"


def other_stage(stage: StageKey) -> str:
    """The proposal follows another stage than the one explained."""
    return f"theo điểm {STAGE_NAME[stage]}"


def council_reason(number: str, reason: str, author: str | None, at: datetime) -> str:
    """One reason that was given."""
    who = f", {author}" if author else ""
    return f"Mục {number}: {reason} ({date_text(at.date())}{who})"


def reason_question(name: str, number: str, content: str, before: Points | None, now: str) -> str:
    """What the reason is for."""
    was = "" if before is None else f", đơn vị chấm {before}"
    return f"{name}, mục {number} {content}: Hội đồng chấm {now}{was}."
