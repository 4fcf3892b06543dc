"""Sentences about targets: what will be counted, what is missing or too much, why nothing can be said; refusals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thidua_gui.core.ratings import Rating
from thidua_gui.core.target_catalogue import Among, Base, Measure, Measured, Parameter, Subject, Within
from thidua_gui.core.targets import Bound, BoundUnit, Count, Gap, OpenReason, Verdict, whole_numbers
from thidua_gui.core.vietnamese import grouped, shortest_comma
from thidua_gui.text.names import VERDICTS
from thidua_gui.text.target_words import BOUND_UNITS, parameter_words
from thidua_gui.text.targets import share_text

ERRORS: Mapping[str, str] = {
    "target_gone": "Chỉ tiêu này không còn nữa. Danh sách đã được tải lại.",
    "target_code_missing": "Chưa ghi mã chỉ tiêu, ví dụ 3a.",
    "target_code_unusable": "Mã “{code}” không dùng được: không dùng dấu chấm phẩy, không xuống dòng.",
    "target_code_taken": "Năm này đã có chỉ tiêu mã {code}. Hãy chọn mã khác.",
    "target_content_missing": "Chưa ghi nội dung chỉ tiêu.",
    "target_parameter_missing": "Chưa chọn hoặc chưa ghi ô này.",
    "target_base_unfit": "Thước đo và cơ sở tính phải cùng nói về cá nhân hoặc cùng nói về tập thể. Hãy chọn lại.",
    "target_group_unfit": "Tập thể không thuộc nhóm cán bộ nào. Hãy bỏ chọn nhóm.",
    "target_unit_unfit": "Đơn vị tính phải là % hoặc cùng đối tượng với thước đo (cá nhân hay tập thể).",
    "target_bounds_missing": "Chưa ghi mức yêu cầu. Ghi mức “Từ”, mức “Đến” hoặc cả hai.",
    "target_not_a_number": "“{value}” không phải là số. Gõ số, dấu phẩy thập phân, ví dụ 12,5.",
    "target_out_of_range": "{value} ngoài khoảng cho phép: từ 0 đến {highest}.",
    "target_not_whole": "Số tập thể, số cá nhân phải là số nguyên. Hãy sửa {value}.",
    "target_bounds_reversed": "Mức “Đến” nhỏ hơn mức “Từ”. Hãy đổi lại hai mức.",
    "targets_nothing_to_copy": "Năm {year} không có chỉ tiêu nào mà năm này chưa có.",
}

_DOES: Mapping[Measure, str] = {
    Measure.UNITS_LAUNCHED: "đã phát động thi đua",
    Measure.PEOPLE_REGISTERED: "có đăng ký thi đua",
    Measure.TEACHING: "đạt giảng viên dạy giỏi {parameter}",
    Measure.RATED: "xếp loại từ “{parameter}” trở lên",
    Measure.TITLE: "đạt “{parameter}”",
    Measure.UNIT_TITLE: "đạt “{parameter}”",
    Measure.COLLECTIVES_COMMENDED: "được khen thưởng các cấp",
    Measure.INDIVIDUALS_COMMENDED: "được khen thưởng các cấp",
    Measure.INITIATIVE_AUTHORS: "có sáng kiến được công nhận",
    Measure.SCORED: "đạt từ {parameter} điểm trở lên",
    Measure.DISCIPLINED: "bị kỷ luật trong năm",
    Measure.OF_STAFF_GROUP: "thuộc nhóm {parameter}",
    Measure.PEOPLE: "",
    Measure.UNITS_REGISTERED: "có đăng ký thi đua",
    Measure.UNITS_SUBMITTED: "đã nộp {parameter}",
    Measure.UNITS_RATED: "xếp loại từ “{parameter}” trở lên",
    Measure.UNITS: "",
}
_DOES_WITH: Mapping[Measure, str] = {
    Measure.PEOPLE_REGISTERED: "đăng ký “{parameter}”",
    Measure.UNITS_REGISTERED: "đăng ký “{parameter}”",
    Measure.COLLECTIVES_COMMENDED: "được {parameter} khen thưởng",
    Measure.INDIVIDUALS_COMMENDED: "được {parameter} khen thưởng",
    Measure.INITIATIVE_AUTHORS: "có sáng kiến được công nhận, phạm vi từ {parameter} trở lên",
}
_MEMBERS: Mapping[Base, str] = {
    Base.FACULTIES_AND_OFFICES: "khoa, phòng",
    Base.EVERYONE: "cán bộ, viên chức, người lao động toàn trường",
    Base.LECTURERS: "giảng viên",
    Base.HOLDERS: "cá nhân đạt “{parameter}”",
    Base.COLLECTIVES: "tập thể",
    Base.INDIVIDUALS: "cá nhân",
    Base.STAFF_GROUP: "cá nhân thuộc nhóm {parameter}",
    Base.REGISTERED: "cá nhân đã đăng ký thi đua",
    Base.RATED: "cá nhân xếp loại từ “{parameter}” trở lên",
}
ENOUGH = "Đã đạt."
ENOUGH_BY_CONDITIONS = "Đạt theo điều kiện; kết quả chính thức theo quyết định công nhận."
_PLAIN = (Base.INDIVIDUALS, Base.COLLECTIVES)
_REGISTERED_FOR = "cá nhân đăng ký “{parameter}”"
_BEST = "xếp loại “{parameter}”"


def does(measured: Measured) -> str:
    """What a member does to be counted: "có đăng ký thi đua"; "" of a measure that everybody meets."""
    kind, parameter = measured.asked.parameter, measured.parameter
    words = _DOES[measured.measure]
    if parameter is not None and measured.measure in _DOES_WITH:
        words = _DOES_WITH[measured.measure]
    if kind is Parameter.RATING and parameter == Rating.EXCELLENT:
        words = _BEST
    return words.format(parameter="…" if parameter is None or kind is None else parameter_words(kind, parameter))


def members(among: Among) -> str:
    """Who is counted: "giảng viên"."""
    kind, parameter = among.asked.parameter, among.parameter
    words = _REGISTERED_FOR if among.base is Base.REGISTERED and parameter else _MEMBERS[among.base]
    return words.format(parameter="…" if parameter is None or kind is None else parameter_words(kind, parameter))


def narrowed(within: Within, unit: str) -> str:
    """What narrows the base: "Khoa Xây dựng Đảng, nhóm Giảng viên"; "" when nothing does."""
    group = "" if within.staff_group is None else f"nhóm {within.staff_group}"
    return ", ".join(part for part in (unit, group) if part)


def counts(measured: Measured, among: Among, unit: BoundUnit, within: str = "") -> str:
    """What is counted, in one sentence: "Tỷ lệ đạt giảng viên dạy giỏi cấp khoa trong số giảng viên."."""
    lead = "Tỷ lệ" if unit is BoundUnit.PERCENT else "Số"
    done, base = does(measured), " ".join(part for part in (members(among), f"({within})" if within else "") if part)
    if not done:
        return f"{lead} {base}."
    if unit is not BoundUnit.PERCENT and among.base in _PLAIN:
        return f"{lead} {base} {done}."
    counted = "" if unit is BoundUnit.PERCENT else f" {member_word(among)}"
    return f"{lead}{counted} {done} trong số {base}."


def counted_how(measured: Measured, among: Among, within: str = "") -> str:
    """How a plain number is counted, for reports: "đếm số cá nhân bị kỷ luật trong năm"."""
    words = counts(measured, among, BoundUnit.INDIVIDUALS, within).removesuffix(".")
    return f"đếm {words[0].lower()}{words[1:]}"


def member_word(among: Among) -> str:
    """One member of a base."""
    return "người" if among.asked.subject is Subject.PEOPLE else "đơn vị"


def needed(bound: Bound, of: int, among: Among) -> str:
    """The whole numbers that meet the bound: "Cần từ 21 đến 23 người trong 26."; "" when none does, or any."""
    enough = whole_numbers(bound, of)
    if not enough or (bound.lower is None and bound.upper is None):
        return ""
    first, last, word = enough.start, enough.stop - 1, member_word(among)
    if first == last:
        wanted = f"đúng {grouped(first)}" if bound.upper is not None or first < of else f"đủ {grouped(first)}"
    elif last == of:
        wanted = f"ít nhất {grouped(first)}"
    else:
        wanted = f"không quá {grouped(last)}" if first == 0 else f"từ {grouped(first)} đến {grouped(last)}"
    return f"Cần {wanted} {word} trong {grouped(of)}."


def gap_sentence(gap: Gap | None, bound: Bound, counted: Count | None, among: Among) -> str:
    """What is missing, what is too much, or that no whole number fits."""
    if gap is None or counted is None:
        return ""
    word = member_word(among)
    if gap.nearest:
        return _nothing_fits(gap.nearest, bound, counted.of, among)
    if gap.over:
        return f"Vượt {grouped(gap.over)} {word}."
    if not gap.missing:
        return ""
    lacking = f"Còn thiếu {grouped(gap.missing)} {word}"
    return f"{lacking}; {grouped(counted.unknown)} {word} chưa rõ." if counted.unknown else f"{lacking}."


def _nothing_fits(nearest: Sequence[int], bound: Bound, of: int, among: Among) -> str:
    word = member_word(among)
    closest = " hoặc ".join(_number_and_share(number, of, bound, word) for number in nearest)
    if bound.unit is not BoundUnit.PERCENT:
        return f"Cơ sở tính chỉ có {grouped(of)} {word}, ít hơn mức yêu cầu."
    ends = [f"{shortest_comma(end)}%" for end in (bound.lower, bound.upper) if end is not None]
    return f"Không có số {word} nguyên nào đạt {' - '.join(ends)} của {grouped(of)} {word}; gần nhất là {closest}."


def _number_and_share(number: int, of: int, bound: Bound, word: str) -> str:
    share = Count(number, of).share
    return f"{grouped(number)} {word}" if share is None else f"{grouped(number)} {word} ({share_text(share, bound)})"


def why_open(reason: OpenReason, counted: Count | None, among: Among) -> str:
    """Why nothing can be said of a target yet, and what would settle it."""
    word = member_word(among)
    unknown = 0 if counted is None else counted.unknown
    return {
        OpenReason.MISFIT: "Thước đo, cơ sở tính và đơn vị tính chưa khớp nhau; hãy sửa chỉ tiêu.",
        OpenReason.NO_BOUND: "Chỉ tiêu chưa ghi mức yêu cầu.",
        OpenReason.TITLE_NOT_GRANTED: (
            "Năm này chưa có quyết định nào tặng danh hiệu này. Chỉ tiêu để ngỏ cho đến khi có quyết định."
        ),
        OpenReason.NOTHING_COMMENDED: (
            "Năm này chưa có quyết định khen thưởng nào được ghi. Chỉ tiêu để ngỏ cho đến khi có quyết định."
        ),
        OpenReason.BASE_NOT_GRANTED: (
            "Chưa có cơ sở tính: năm này chưa có quyết định nào tặng danh hiệu làm cơ sở tính."
        ),
        OpenReason.BASE_OPEN: "Cơ sở tính chưa chốt: còn người chưa xếp loại hoặc chưa đủ dữ liệu để xét.",
        OpenReason.LAW_NOT_READ: "Chưa xét được: chưa có quy tắc dùng được cho ngày quyết định của năm này.",
        OpenReason.EMPTY_BASE: f"Cơ sở tính không có {word} nào.",
        OpenReason.UNKNOWN_MEMBERS: f"Còn {grouped(unknown)} {word} chưa rõ, đủ làm thay đổi kết quả.",
    }[reason]


def actual(bound: Bound, counted: Count | None) -> str:
    """What was reached: "44/45 (97,8%)", "2 tập thể"; "–" without a count."""
    if counted is None:
        return "–"
    if bound.unit is not BoundUnit.PERCENT:
        return f"{grouped(counted.met)} {BOUND_UNITS[bound.unit]}"
    share = "" if counted.share is None else f" ({share_text(counted.share, bound)})"
    return f"{grouped(counted.met)}/{grouped(counted.of)}{share}"


def present_value(counted: Count, bound: Bound, verdict: Verdict) -> str:
    """The value now: "Hiện nay 44/45 (97,8%): Chưa đạt."."""
    figure = actual(bound, counted)
    judged = "" if bound.lower is None and bound.upper is None else f": {VERDICTS[verdict]}"
    return f"Hiện nay {figure}{judged}."


def step_add(code: str) -> str:
    """Title of the step."""
    return f"Thêm chỉ tiêu {code}".strip()


def step_edit(code: str) -> str:
    """Title of the step."""
    return f"Sửa chỉ tiêu {code}"


def step_remove(code: str) -> str:
    """Title of the step."""
    return f"Xóa chỉ tiêu {code}"


def step_move(code: str) -> str:
    """Title of the step."""
    return f"Đổi thứ tự chỉ tiêu {code}"


def step_take(year: int) -> str:
    """Title of the step."""
    return f"Lấy chỉ tiêu của năm {year}"
