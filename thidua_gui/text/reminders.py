"""Wording of what a unit is reminded of. Knows no rule."""

from collections.abc import Mapping, Sequence

from thidua_gui.core.debts import Lack

TASKS: Mapping[Lack, str] = {
    Lack.LAUNCH: "Tổ chức phát động phong trào thi đua",
    Lack.REGISTRATION: "Đăng ký thi đua",
    Lack.SELF_SCORES: "Tự chấm điểm",
    Lack.UNIT_SCORES: "Chấm điểm tại đơn vị",
    Lack.DRAFTS: "Sửa các giá trị chưa hợp lệ trong phiếu chấm điểm",
    Lack.MID_YEAR: "Nộp báo cáo giữa năm",
    Lack.RESULTS: "Nộp kết quả thi đua và đề nghị khen thưởng",
}
"""Who has no criteria sheet is the school's own concern: no unit is reminded of it."""

NOT_DONE = "Chưa thực hiện"
NOT_HANDED_IN = "Chưa nộp"
LETTERS = "Công văn đôn đốc năm {year}"
NOTHING_OWED = "Không có đơn vị nào còn việc phải đôn đốc."

ERRORS: dict[str, str] = {
    "nobody_to_remind": "Không có đơn vị nào còn việc phải đôn đốc, nên không có công văn để in.",
}


def people_missing(missing: int, of: int, names: Sequence[str]) -> str:
    """How many of how many, and who: every name while the list can be read, then a count."""
    more = missing - len(names)
    listed = ", ".join(names) + (f" và {more} người khác" if more > 0 else "")
    return f"{missing}/{of} người: {listed}" if names else f"{missing}/{of} người"


def state(days_left: int | None) -> str:
    """How the last day stands to today."""
    if days_left is None:
        return "Chưa định hạn"
    if days_left < 0:
        return f"Quá hạn {-days_left} ngày"
    return "Hạn hôm nay" if days_left == 0 else f"Còn {days_left} ngày"
