"""Wording of the overview page: theme, timeline, targets, and what the year still lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from thidua_gui.core.scoring import StageKey
from thidua_gui.core.targets import Bound, Count, Verdict
from thidua_gui.core.timeline import MilestoneKind, MilestoneState, MilestoneStatus
from thidua_gui.core.vietnamese import date_text
from thidua_gui.text.names import STAGES, VERDICTS
from thidua_gui.text.schedule import DEADLINES
from thidua_gui.text.targets import bound_text, share_text

TITLE = "Tổng quan"
TARGETS = "Chỉ tiêu năm {year}"
LACKING = "Còn thiếu"
REQUIRED_RANGE = "Khoảng yêu cầu"
REACHED = "Thực hiện"
SHOW_PLAN = "Xem kế hoạch"
NO_YEAR = "Chưa có năm thi đua nào"
NO_YEAR_WHY = "Nhập sổ dữ liệu năm để bắt đầu, hoặc mở dữ liệu mẫu để xem phần mềm."
NO_YEAR_VERB = "Nhập sổ dữ liệu năm"
NO_TARGETS = "Năm này chưa có chỉ tiêu"
NO_TARGETS_WHY = "Thêm chỉ tiêu ở trang Kế hoạch & chỉ tiêu, hoặc nhập cùng sổ dữ liệu năm."
NO_TARGETS_VERB = "Thêm chỉ tiêu"
NOTHING_LACKING = "Không còn thiếu gì"
NOTHING_LACKING_WHY = "Các đơn vị đã phát động, đăng ký và chấm đủ điểm."
NOTHING_DUE = "Chưa có việc nào đến hạn"
NOTHING_DUE_WHY = "Việc còn xa hạn xem ở trang Mốc thời gian."
NOBODY = "Chưa có đơn vị, cá nhân"
NOBODY_WHY = "Thêm đơn vị và cá nhân; ai còn thiếu gì sẽ hiện ở đây."
COLUMNS = ("TT", "Chỉ tiêu", "Yêu cầu", "Mức thực hiện", "Thực tế", "Đánh giá")
TIMELINE = "Mốc thời gian của năm"
COMING = "Sắp tới"
SHOW_SUBJECTS = "Xem minh chứng"
SHOW_SUBJECTS_TIP = "Ai đạt, ai chưa đạt chỉ tiêu đang chọn (Enter hoặc bấm đúp)"
NO_SUBJECTS = "Chưa có căn cứ"
NO_SUBJECTS_WHY = "Danh hiệu và khen thưởng của năm này chưa được xét."
NO_MORE_DEBTS = "Còn {count} mục khác, xem ở các trang Cá nhân và Chấm điểm."

NEXT = "Việc cần làm tiếp"
THIS_YEAR = "Năm nay"
ALL_YEARS = "Các năm"
YEARS_VIEW = "Xem chỉ tiêu của năm nay hoặc so sánh các năm"
NO_TARGET_THEN = "–"
REMIND = "In công văn"
REMIND_TIP = "In công văn đôn đốc cho các đơn vị còn thiếu"
PRINT_PAGE = "In trang tổng quan"
PRINT_TIP = "In tổng quan trên một trang A4 (Ctrl+P)"
SUBMITTED = "Đã nộp {met}/{of} khoa, phòng"
SUBMITTED_TIP = "Mở trang Mốc thời gian: đơn vị nào chưa nộp"
TALLY_TIP = "Mở danh sách chỉ tiêu"
DAYS = "ngày"
DUE_TODAY = "Hôm nay"

LACK_LAUNCH = "Chưa phát động thi đua"
LACK_REGISTRATION = "Chưa đăng ký thi đua: {missing}/{of} cá nhân"
LACK_ONE_REGISTRATION = "{unit}: chưa đăng ký thi đua"
LACK_SHEET = "Chưa có bộ tiêu chí nào áp dụng (xem lại Nhóm): {missing}/{of} cá nhân"
LACK_SELF = "Tự chấm: thiếu {missing}/{of} cá nhân"
LACK_UNIT = "Chấm điểm đơn vị: thiếu {missing}/{of} cá nhân"
LACK_DRAFTS = "Giá trị chưa hợp lệ ở phiếu của {missing} cá nhân"
LACK_MID_YEAR = "Chưa nộp báo cáo giữa năm"
LACK_RESULTS = "Chưa nộp kết quả về Hội đồng"
IN_CHARGE = "Phụ trách: {head}"
NO_UNIT = "Chưa ghi đơn vị"


_STEPS: Mapping[str, str] = {
    "open_year": "Mở năm khi kế hoạch đã ban hành",
    "plan_number": "Ghi số, ngày của kế hoạch",
    "remind": "Đôn đốc {count} đơn vị quá hạn",
    "close_stage": "Chốt vòng chấm {stage}",
    "look_again": "Xem lại {count} xếp loại sau khi mở lại vòng chấm",
    "rate": "Xếp loại {count} người còn lại",
    "judge_initiatives": "Ghi kết quả {count} sáng kiến, đề tài",
    "proposal_drafts": "Nộp {count} đề nghị còn là nháp",
    "proposal_papers": "Bổ sung giấy tờ cho {count} đề nghị",
    "proposals_above": "Rà {count} đề nghị vượt chỉ tiêu",
    "targets_below": "Rà {count} chỉ tiêu chưa đạt",
}


def step(kind: str, count: int, stage: StageKey | None) -> str:
    """One thing to do next."""
    return _STEPS[kind].format(count=count, stage="" if stage is None else STAGES[stage].lower())


def nothing_owed(debts: int, people: int) -> tuple[str, str]:
    """What is said where nothing presses: all is done, or nothing is due yet, or nobody is there."""
    if not people:
        return NOBODY, NOBODY_WHY
    return (NOTHING_DUE, NOTHING_DUE_WHY) if debts else (NOTHING_LACKING, NOTHING_LACKING_WHY)


def subtitle(year: int) -> str:
    """Beside the page's title."""
    return f"Phong trào thi đua năm {year}"


def theme_caption(year: int, plan_number: str | None, issued_on: date | None) -> str:
    """The line above the theme."""
    caption = f"Chủ đề phong trào thi đua năm {year}"
    if plan_number:
        caption += f" - Kế hoạch số {plan_number}"
        if issued_on:
            caption += f" ngày {date_text(issued_on)}"
    return caption


def theme(words: str | None) -> str:
    """The theme in quotation marks."""
    return f"“{words}”" if words else "Chưa ghi chủ đề"


def school_theme(words: str) -> str:
    """The school's own theme, in full."""
    return f"Chủ đề của trường: “{words}”"


def due(results_due_on: date) -> str:
    """When the units must have sent their results; the day itself is the last one."""
    return f"Hạn nộp kết quả: hết ngày {date_text(results_due_on)}"


def days_left(days: int) -> tuple[str, str]:
    """Figure and word of the tile: days to the deadline, or that it is over."""
    if days < 0:
        return "", "Đã hết hạn"
    return (str(days), DAYS) if days else ("", DUE_TODAY)


def milestone_when(status: MilestoneStatus) -> str:
    """The date line below a milestone's name."""
    milestone = status.milestone
    if milestone.kind is MilestoneKind.IMPLEMENTATION and milestone.from_on and milestone.due_on:
        return f"Tháng {milestone.from_on.month} - {milestone.due_on.month}/{milestone.due_on.year}"
    if milestone.due_on is None:
        return "Chưa định ngày" if milestone.done_on is None else date_text(milestone.done_on)
    deadline = milestone.kind in DEADLINES
    return f"Hạn {date_text(milestone.due_on)}" if deadline else date_text(milestone.due_on)


_COUNTED = {
    MilestoneKind.LAUNCH: "{met}/{of} khoa, phòng",
    MilestoneKind.REGISTRATION: "{met}/{of} cá nhân",
    MilestoneKind.MID_YEAR: "Đã nộp {met}/{of}",
    MilestoneKind.UNIT_SCORING: "{met}/{of} cá nhân",
    MilestoneKind.RESULTS: "Đã nộp {met}/{of}",
}


def milestone_note(status: MilestoneStatus, note: str | None) -> str:
    """The second line: what was counted, a number, or how many days are left."""
    milestone = status.milestone
    if milestone.counted is not None and milestone.counted.of:
        return _counted(milestone.kind, milestone.counted)
    if note:
        return f"Số {note}"
    if status.state is MilestoneState.CURRENT and status.days_left is not None:
        return "Hôm nay" if status.days_left == 0 else f"Còn {status.days_left} ngày"
    return {
        MilestoneState.DONE: "Đã xong",
        MilestoneState.LATE: "Chưa ghi nhận",
        MilestoneState.UNDER_WAY: "Đang thực hiện",
        MilestoneState.UPCOMING: "Dự kiến",
        MilestoneState.CURRENT: "Sắp đến",
    }[status.state]


def milestone_spoken(name: str, status: MilestoneStatus, note: str | None) -> str:
    """Tooltip and what a screen reader says."""
    return f"{name}. {milestone_when(status)}. {milestone_note(status, note)}"


def _counted(kind: MilestoneKind, counted: Count) -> str:
    return _COUNTED.get(kind, "{met}/{of}").format(met=counted.met, of=counted.of)


def people_named(names: Sequence[str], count: int) -> str:
    """The first names, then how many more of `count` there are."""
    shown = ", ".join(names)
    return shown if len(names) >= count else f"{shown} và {count - len(names)} người khác"


def late(days: int) -> str:
    """The chip of a debt past its day."""
    return f"Trễ {days} ngày" if days <= 366 else "Quá hạn"


def left(days: int) -> str:
    """The chip of a debt not yet due."""
    return "Hôm nay" if days == 0 else f"Còn {days} ngày"


def day_and_month(day: date) -> str:
    """A day of the year on screen: "19/11"."""
    return f"{day:%d/%m}"


def coming_day(day: date, status: MilestoneStatus) -> str:
    """When something comes; of what has begun already it is the end that comes."""
    words = day_and_month(day)
    return f"kết thúc {words}" if status.milestone.kind is MilestoneKind.IMPLEMENTATION else words


def tally(verdicts: Sequence[Verdict]) -> list[tuple[Verdict, str]]:
    """Foot of the targets' table: how many of each verdict, in order of interest."""
    order = (Verdict.MET, Verdict.BELOW, Verdict.ABOVE, Verdict.OPEN)
    counts = [(verdict, sum(1 for item in verdicts if item is verdict)) for verdict in order]
    return [(verdict, f"{count} {VERDICTS[verdict].lower()}") for verdict, count in counts if count]


def scale_tip(code: str, content: str, end: str) -> str:
    """Tooltip of a target: the words that may be cut, and on which scale its bar is drawn."""
    return f"{code}. {content}\nThanh vẽ từ 0 đến {end}"


def tally_of(count: int) -> str:
    """Head of that line."""
    return f"{count} chỉ số:"


CLOSE = "Đóng"
_MET = {True: "đạt", False: "chưa đạt", None: "chưa có căn cứ"}


def plan_title(plan_number: str | None, year: int) -> str:
    """Title of the plan's dialog."""
    return f"Kế hoạch số {plan_number}" if plan_number else f"Kế hoạch thi đua năm {year}"


def target_summary(bound: Bound, counted: Count | None) -> str:
    """Line under a target's title: what is required, what was reached."""
    required = bound_text(bound)
    parts = [f"Yêu cầu {required}"] if required else []
    if counted is None:
        parts.append("Chưa có căn cứ để tính")
    else:
        parts.append(f"Thực hiện {counted.met}/{counted.of}")
        if counted.share is not None:
            parts.append(f"tức {share_text(counted.share, bound)}")
        if counted.unknown:
            parts.append(f"còn {counted.unknown} chưa rõ")
    return ", ".join(parts) + "."


def subject_spoken(name: str, unit: str, met: bool | None) -> str:
    """One line of the people behind a target, for screen readers and copying."""
    return f"{name}, {unit}: {_MET[met]}" if unit else f"{name}: {_MET[met]}"
