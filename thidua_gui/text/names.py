"""Vietnamese names of core's closed sets, as shown on screen and as written in and read from the workbook."""

from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import CriterionKind, SheetSubject, StageKey
from thidua_gui.core.targets import Basis, Verdict
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.timeline import MilestoneKind, MilestoneState
from thidua_gui.text.words import Words

LECTURER = "Giảng viên"
"""The staff group whose members count as lecturers."""

RATING_SHORT = {
    Rating.EXCELLENT: "HT xuất sắc",
    Rating.GOOD: "HT tốt",
    Rating.COMPLETED: "Hoàn thành",
    Rating.NOT_COMPLETED: "Không HT",
}
RATING_CODE = {
    Rating.EXCELLENT: "HTXS",
    Rating.GOOD: "HTT",
    Rating.COMPLETED: "HT",
    Rating.NOT_COMPLETED: "KHT",
}
RATINGS = Words(
    "xếp loại",
    {
        Rating.EXCELLENT: "Hoàn thành xuất sắc nhiệm vụ",
        Rating.GOOD: "Hoàn thành tốt nhiệm vụ",
        Rating.COMPLETED: "Hoàn thành nhiệm vụ",
        Rating.NOT_COMPLETED: "Không hoàn thành nhiệm vụ",
    },
    {
        Rating.EXCELLENT: ("Hoàn thành xuất sắc", "HT xuất sắc", "HTXS", "HTXSNV"),
        Rating.GOOD: ("Hoàn thành tốt", "HT tốt", "HTT", "HTTNV"),
        Rating.COMPLETED: ("Hoàn thành", "HT", "HTNV"),
        Rating.NOT_COMPLETED: ("Không hoàn thành", "Không HT", "KHT", "KHTNV"),
    },
)

STAGES = Words("vòng chấm", {StageKey.SELF: "Tự chấm", StageKey.UNIT: "Đơn vị", StageKey.COUNCIL: "Hội đồng"})

SHEET_SUBJECTS = Words(
    "đối tượng của bộ tiêu chí", {SheetSubject.PERSON: "Cá nhân", SheetSubject.UNIT: "Tập thể"}
)

CRITERION_KINDS = Words(
    "loại tiêu chí",
    {
        CriterionKind.GROUP: "Nhóm",
        CriterionKind.POINTS: "Điểm",
        CriterionKind.BONUS: "Thưởng",
        CriterionKind.DEDUCTION: "Trừ",
    },
    {CriterionKind.BONUS: ("Điểm thưởng",), CriterionKind.DEDUCTION: ("Điểm trừ",)},
)

TEACHING_LEVELS = Words(
    "cấp giảng viên dạy giỏi",
    {
        TeachingLevel.FACULTY: "cấp khoa",
        TeachingLevel.SCHOOL: "cấp trường",
        TeachingLevel.PROVINCE: "cấp tỉnh",
        TeachingLevel.ACADEMY: "cấp Học viện",
    },
)
TEACHING_AWARD = "Giảng viên dạy giỏi {level}"
TEACHING_COLUMN = "GV dạy giỏi {level}"

VERDICTS = Words(
    "đánh giá",
    {
        Verdict.BELOW: "Chưa đạt",
        Verdict.MET: "Đạt",
        Verdict.ABOVE: "Vượt mức",
        Verdict.OPEN: "Chưa có căn cứ",
    },
)

BASES = Words(
    "căn cứ",
    {Basis.FACT: "Theo số liệu", Basis.ELIGIBLE: "Theo điều kiện", Basis.GRANTED: "Theo quyết định"},
)

MILESTONES = Words(
    "mốc của năm",
    {
        MilestoneKind.PLAN: "Ban hành kế hoạch",
        MilestoneKind.LAUNCH: "Phát động thi đua",
        MilestoneKind.REGISTRATION: "Đăng ký thi đua",
        MilestoneKind.IMPLEMENTATION: "Triển khai thực hiện",
        MilestoneKind.MID_YEAR: "Kiểm tra giữa năm",
        MilestoneKind.UNIT_SCORING: "Chấm điểm tại đơn vị",
        MilestoneKind.RESULTS: "Nộp kết quả",
        MilestoneKind.COUNCIL: "Họp Hội đồng",
        MilestoneKind.AWARDING: "Trao khen thưởng",
        MilestoneKind.OTHER: "Mốc khác",
    },
)

MILESTONE_STATES = Words(
    "trạng thái mốc",
    {
        MilestoneState.DONE: "Đã xong",
        MilestoneState.LATE: "Quá hạn",
        MilestoneState.CURRENT: "Sắp đến hạn",
        MilestoneState.UNDER_WAY: "Đang thực hiện",
        MilestoneState.UPCOMING: "Chưa đến",
    },
)


def teaching_award(level: TeachingLevel) -> str:
    """As an award of a person: "Giảng viên dạy giỏi cấp khoa"."""
    return TEACHING_AWARD.format(level=TEACHING_LEVELS[level])


def teaching_column(level: TeachingLevel) -> str:
    """As a column of the workbook and of grids: "GV dạy giỏi cấp khoa"."""
    return TEACHING_COLUMN.format(level=TEACHING_LEVELS[level])
