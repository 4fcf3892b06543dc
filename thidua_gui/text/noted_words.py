"""What free words mean that the clerk wrote of a discipline or a study; None when they say nothing sure."""

import re

from thidua_gui.core.disciplines import DisciplineLevel
from thidua_gui.core.vietnamese import fold, nfc

LEVELS = {
    DisciplineLevel.REPRIMAND: "khiển trách",
    DisciplineLevel.WARNING: "cảnh cáo",
    DisciplineLevel.SALARY_CUT: "hạ bậc lương",
    DisciplineLevel.DEMOTION: "giáng chức",
    DisciplineLevel.REMOVAL: "cách chức",
    DisciplineLevel.DISMISSAL: "buộc thôi việc",
}
_BELOW_FAIR = re.compile(r"\b(trung bình|yếu|kém|không đạt|chưa đạt|không hoàn thành)\b")
_FAIR = re.compile(r"\b(khá|giỏi|xuất sắc)\b")


def discipline_level(form: str) -> DisciplineLevel | None:
    """The most severe form that the words name: "Khiển trách", "Kỷ luật cảnh cáo về chính quyền"."""
    words = fold(form)
    named = [level for level, word in LEVELS.items() if fold(word) in words]
    return max(named, key=lambda level: level.order, default=None)


def is_fair_result(detail: str) -> bool | None:
    """Whether a study's result is "khá" or better; "trung bình khá" is below it."""
    words = nfc(detail).lower()
    if _BELOW_FAIR.search(words):
        return False
    return True if _FAIR.search(words) else None
