"""Wording of the excellent-teaching award: steps, periods, refusals. Knows no rule."""

from collections.abc import Sequence

from thidua_gui.core.teaching import PeriodKind, TeachingLevel, usual_period
from thidua_gui.text.names import TEACHING_LEVELS, teaching_award

STEP_USUAL = "Đặt kỳ xét giảng viên dạy giỏi thường dùng"
PERIOD_KINDS = {PeriodKind.CALENDAR_YEAR: "Theo năm", PeriodKind.SCHOOL_YEAR: "Theo năm học"}


def step_mark(names: Sequence[str], level: TeachingLevel | None, given: int, taken: int) -> str:
    """The undo step; `level` None = of several levels."""
    who = names[0] if len(names) == 1 else f"{len(names)} người"
    what = "giảng viên dạy giỏi" if level is None else teaching_award(level)[:1].lower() + teaching_award(level)[1:]
    verb = "Ghi" if given and not taken else "Bỏ" if taken and not given else "Sửa"
    return f"{verb} {what}: {who}"


def step_record(level: TeachingLevel, count: int) -> str:
    """The undo step."""
    return f"Ghi quyết định giảng viên dạy giỏi {TEACHING_LEVELS[level]} cho {count} người"


def period_kind(kind: PeriodKind, year: int) -> str:
    """As a choice: "Theo năm học (2021-2022)"."""
    return f"{PERIOD_KINDS[kind]} ({usual_period(kind, year)})"


ERRORS: dict[str, str] = {
    "teaching_period_odd": "“{text}” không phải kỳ xét. Ghi năm ({year}) hoặc năm học ({before}-{year}).",
    "teaching_period_other_year": "Kỳ xét {text} không có phần nào trong năm {year}.",
    "teaching_decided_future": "Ngày quyết định {day} chưa đến.",
    "teaching_decided_early": "Ngày quyết định {day} trước kỳ xét {period}.",
    "teaching_decided_before_joining": "Ngày quyết định {day} trước ngày {name} vào cơ quan ({joined}).",
    "teaching_nobody": "Trong số đã chọn chưa ai đạt giảng viên dạy giỏi {level}. Hãy đánh dấu trước.",
    "teaching_person_gone": "Có người không còn trong dữ liệu. Hãy tải lại trang.",
}
