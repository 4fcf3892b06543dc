"""Words of the slides on the wall. Knows no rows; what may be shown is decided by core/projection."""

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.council import Method, Outcome, Threshold, Verdict
from thidua_gui.core.eligibility_facts import Outcome as Judged
from thidua_gui.core.projection import Conditions, Tone
from thidua_gui.core.vietnamese import date_text
from thidua_gui.text.council import OUTCOMES, share_text, threshold_text

COUNCIL = "Họp Hội đồng Thi đua - Khen thưởng"
AGENDA = "Chương trình họp"
THANKS = "Trân trọng cảm ơn các đồng chí"
YEARS = "Thành tích 5 năm gần nhất"
PORTRAIT = "Ảnh 3 x 4"
COLLECTIVE = "Tập thể"
SCORE = "Tổng điểm"
NO_TITLE = "–"
VOTING = {Method.SECRET: "Đang bỏ phiếu kín", Method.HANDS: "Biểu quyết bằng giơ tay"}
STEPS = {
    Method.SECRET: (
        "1. Nhận một phiếu có đóng dấu của Hội đồng",
        "2. Mỗi dòng đánh dấu vào một ô: Đồng ý hoặc Không đồng ý",
        "3. Bỏ phiếu vào hòm phiếu, không ghi tên vào phiếu",
    ),
    Method.HANDS: ("1. Đồng ý", "2. Không đồng ý", "3. Không có ý kiến"),
}
TONES = {
    Outcome.PASSED: Tone.PASSED,
    Outcome.FAILED: Tone.FAILED,
    Outcome.LOWERED: Tone.OPEN,
    Outcome.DEFERRED: Tone.OPEN,
}


def place_and_time(place: str, held_on: date | None, starts_at: str | None) -> str:
    """14:00, ngày 24/11/2022 · Phòng họp A."""
    day = "" if held_on is None else f"ngày {date_text(held_on)}"
    when = ", ".join(part for part in (starts_at or "", day) if part)
    return " · ".join(part for part in (when, place) if part)


def foot(held_on: date | None) -> str:
    return "Hội đồng TĐKT" if held_on is None else f"Hội đồng TĐKT, {date_text(held_on)}"


def proposal_heading(title: str, year: int) -> str:
    return f"Đề nghị: {title} năm {year}"


def result_heading(title: str, year: int, number: int) -> str:
    again = "" if number == 1 else f" (lần {number})"
    return f"Kết quả biểu quyết{again}: {title} năm {year}"


def final_heading(title: str, year: int) -> str:
    return f"Kết luận: {title} năm {year}"


def quota_heading(title: str, year: int) -> str:
    return f"Chỉ tiêu: {title} năm {year}"


def place_of(number: int, of: int) -> str:
    """ "Ứng viên 2/8"."""
    return f"Ứng viên {number}/{of}"


def page_of(number: int, of: int) -> str:
    return "" if of == 1 else f"{number}/{of}"


def counted(number: int, *, collectives: bool) -> str:
    return f"{number} {'tập thể' if collectives else 'người'}"


def rank_of(rank: int, of: int) -> str:
    return f"hạng {rank} trên {of}"


def conditions(met: int, of: int, outcome: Judged, overridden: int, initiatives: Sequence[str]) -> Conditions:
    """The one line on what the program found; a condition set aside is always said."""
    tone = {Judged.MET: Tone.PASSED, Judged.NOT_MET: Tone.FAILED, Judged.UNKNOWN: Tone.OPEN}[outcome]
    words = f"Đủ {met}/{of} điều kiện" if outcome is Judged.MET else f"Đạt {met}/{of} điều kiện"
    parts = [f"Sáng kiến, đề tài: {', '.join(initiatives)}"] if initiatives else []
    if outcome is Judged.UNKNOWN:
        parts.insert(0, "có điều kiện chưa rõ")
    if overridden:
        parts.append(f"{overridden} điều kiện được chấp nhận ngoài quy định")
    return Conditions(words, "; ".join(parts), tone)


def initiative(name: str) -> str:
    return f"Sáng kiến, đề tài “{name}”"


def condition_words(outcome: Judged) -> str:
    """In a list."""
    return {Judged.MET: "Đủ điều kiện", Judged.NOT_MET: "Không đủ", Judged.UNKNOWN: "Cần xem lại"}[outcome]


def list_summary(count: int, places: int | None, *, collectives: bool) -> str:
    told = f"{counted(count, collectives=collectives)} được đề nghị"
    return told if places is None else f"{told}, tối đa {places}"


def ballot_summary(members: int, present: int, returned: int | None) -> str:
    """Hội đồng 9 người, có mặt 8, thu về 8 phiếu."""
    told = f"Hội đồng {members} người, có mặt {present}"
    return told if returned is None else f"{told}, thu về {returned} phiếu"


def threshold(needed: int, base: int, rule: Threshold, method: Method) -> str:
    """Ngưỡng 6/9 phiếu (2/3)."""
    votes = "phiếu" if method is Method.SECRET else "đồng ý"
    return f"Ngưỡng {needed}/{base} {votes} ({share_text(rule.share, is_strict=rule.is_strict)})"


def share_needed(rule: Threshold) -> str:
    """Where the lines of a slide have bases of their own."""
    return f"Ngưỡng {threshold_text(rule)}"


def passed(number: int, *, collectives: bool) -> str:
    return f"{counted(number, collectives=collectives)} đạt"


def failed(number: int) -> str:
    return f"{number} không đạt" if number else ""


def verdict_word(verdict: Verdict) -> str:
    return "" if verdict.outcome is None else OUTCOMES[verdict.outcome]



def over(number: int, *, collectives: bool) -> str:
    return f"Vượt {counted(number, collectives=collectives)} so với chỉ tiêu" if number > 0 else ""

STEP_SHOWS_SCORE = "Chọn hiện điểm khi trình chiếu"
CUE_WAITING = "Màn chờ"
CUE_THANKS = "Cảm ơn"
CUE_LIST = "Danh sách đề nghị"
CUE_FINAL = "Kết luận"
CUE_QUOTA = "Chỉ tiêu"
CUE_BALLOT = "Đang biểu quyết"
CUE_RESULT = "Kết quả"


def numbered(label: str, place: int, of: int) -> str:
    """ "Kết quả 2/3"."""
    return label if of == 1 else f"{label} {place}/{of}"
