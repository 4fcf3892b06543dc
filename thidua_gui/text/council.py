"""Wording of the council: roles, rules of the vote, quorum, counts, verdicts, what happened, and what is refused."""

from collections.abc import Sequence
from fractions import Fraction

from thidua_gui.core.council import Broken, Method, Outcome, Quorum, Room, Rule, Threshold, Verdict, VoteBase
from thidua_gui.core.errors import UserError
from thidua_gui.core.meeting_rules import CouncilLevel, KindRule, LegalRule
from thidua_gui.core.meetings import (
    Attendance,
    CouncilRole,
    ItemKind,
    ItemState,
    MeetingEventKind,
    MeetingState,
    Passage,
)
from thidua_gui.core.vietnamese import decimal_comma, fold, tidy
from thidua_gui.text.words import Words

ROLES = Words(
    "vai trò trong Hội đồng",
    {
        CouncilRole.CHAIR: "Chủ tịch",
        CouncilRole.VICE: "Phó Chủ tịch",
        CouncilRole.STANDING: "Ủy viên thường trực",
        CouncilRole.MEMBER: "Ủy viên",
        CouncilRole.SECRETARY: "Ủy viên, Thư ký",
        CouncilRole.SECRETARY_WITHOUT_VOTE: "Thư ký (không biểu quyết)",
    },
)
MEETING_STATES = Words(
    "trạng thái phiên họp",
    {
        MeetingState.PLANNED: "Dự kiến",
        MeetingState.OPEN: "Đang họp",
        MeetingState.CLOSED: "Đã bế mạc",
    },
)
ITEM_KINDS = Words(
    "loại mục của chương trình họp",
    {
        ItemKind.REPORT: "Báo cáo",
        ItemKind.AWARD: "Xét danh hiệu",
        ItemKind.CONCLUSION: "Kết luận",
        ItemKind.OTHER: "Việc khác",
    },
)
ITEM_STATES = Words(
    "trạng thái mục của chương trình họp",
    {ItemState.WAITING: "Chưa đến", ItemState.CURRENT: "Đang bàn", ItemState.DONE: "Đã xong"},
)
ATTENDANCE = Words(
    "điểm danh",
    {Attendance.PRESENT: "Có mặt", Attendance.ABSENT: "Vắng", Attendance.WRITTEN: "Vắng, lấy ý kiến bằng văn bản"},
)
NOT_RECORDED = "Chưa điểm danh"
PASSAGES = Words("đến, về", {Passage.ARRIVED: "Đến", Passage.LEFT: "Về"})
METHODS = Words("cách biểu quyết", {Method.SECRET: "Phiếu kín", Method.HANDS: "Giơ tay"})
BASES = Words(
    "cơ sở tính tỷ lệ phiếu",
    {
        VoteBase.MEMBERS: "Tổng số thành viên",
        VoteBase.PRESENT: "Thành viên có mặt",
        VoteBase.VALID: "Phiếu hợp lệ",
        VoteBase.ENTITLED: "Thành viên được biểu quyết",
    },
    {VoteBase.MEMBERS: ("Tổng số thành viên Hội đồng",), VoteBase.PRESENT: ("Số thành viên có mặt",)},
)
OUTCOMES = Words(
    "kết luận của Hội đồng",
    {
        Outcome.PASSED: "Đạt",
        Outcome.FAILED: "Không đạt",
        Outcome.LOWERED: "Hạ danh hiệu",
        Outcome.DEFERRED: "Hoãn",
    },
)
LEVELS = Words(
    "cấp Hội đồng",
    {CouncilLevel.SCHOOL: "Hội đồng cơ sở", CouncilLevel.PROVINCE: "Hội đồng cấp bộ, cấp tỉnh"},
)
EVENTS = {
    MeetingEventKind.OPENED: "Khai mạc phiên họp",
    MeetingEventKind.CLOSED: "Bế mạc phiên họp",
    MeetingEventKind.REOPENED: "Mở lại phiên họp",
    MeetingEventKind.ITEM_STARTED: "Bắt đầu mục",
    MeetingEventKind.ITEM_FINISHED: "Xong mục",
    MeetingEventKind.ARRIVED: "Thành viên đến",
    MeetingEventKind.LEFT: "Thành viên về",
    MeetingEventKind.ATTENDANCE: "Điểm danh",
    MeetingEventKind.RECUSED: "Không tham gia biểu quyết",
    MeetingEventKind.RECUSAL_DROPPED: "Bỏ ghi không tham gia biểu quyết",
    MeetingEventKind.BALLOT_STARTED: "Bắt đầu biểu quyết",
    MeetingEventKind.BALLOT_DROPPED: "Bỏ lần biểu quyết",
    MeetingEventKind.PUBLISHED: "Công bố kết quả",
    MeetingEventKind.CORRECTED: "Sửa kết quả đã công bố",
    MeetingEventKind.DECIDED: "Chủ tọa kết luận",
    MeetingEventKind.RULES: "Đổi quy chế biểu quyết",
    MeetingEventKind.NOTE: "Ghi chú",
}

SCHOOL_RULE = "quy chế của trường, không phải quy định quốc gia"
UNCHECKED = "chưa đối chiếu"
ONLY_FOR_PROVINCE = "chỉ áp dụng cho Hội đồng cấp bộ, cấp tỉnh"
COUNCIL_NAME = "Hội đồng Thi đua - Khen thưởng"
REPORT_ITEM = "Báo cáo kết quả thẩm định hồ sơ, đề nghị khen thưởng"
CONCLUSION_ITEM = "Kết luận phiên họp"
CANDIDATE_RECUSED = "Là người được xét"
NOBODY_LEADS = "Hội đồng chưa có Chủ tịch."
SEVERAL_LEAD = "Hội đồng đang ghi {count} Chủ tịch."
NO_SECRETARY = "Hội đồng chưa có Thư ký."
NO_MEMBER = "Hội đồng chưa có thành viên nào."
FROM_YEAR_BOOK = "Theo sổ dữ liệu năm"
YES, NO = "Có", "Không"
MORE_THAN = "trên"

_CHAIR, _DEPUTY, _COUNCIL = "chu tich", "pho chu tich", "hoi dong"
_SECRETARY, _STANDING, _NO_VOTE = "thu ky", "thuong truc", "khong bieu quyet"
_OF_BASE = {
    VoteBase.MEMBERS: "thành viên",
    VoteBase.PRESENT: "thành viên có mặt",
    VoteBase.VALID: "phiếu hợp lệ",
    VoteBase.ENTITLED: "thành viên được biểu quyết",
}
_VOTES = {Method.SECRET: "phiếu", Method.HANDS: "lượt giơ tay"}
_NUMBERS = {
    "valid": "hợp lệ",
    "invalid": "không hợp lệ",
    "agree": "đồng ý",
    "disagree": "không đồng ý",
    "blank": "không có ý kiến",
    "issued": "phát ra",
    "returned": "thu về",
}


def role_of(written: str) -> CouncilRole:
    """What a role means however it is worded; words that say nothing else make a member with a vote."""
    words = fold(tidy(written))
    if _NO_VOTE in words:
        return CouncilRole.SECRETARY_WITHOUT_VOTE
    for lead, role in ((_DEPUTY, CouncilRole.VICE), (_CHAIR, CouncilRole.CHAIR)):
        if words.startswith(lead) or f"{lead} {_COUNCIL}" in words:
            return role
    if _SECRETARY in words:
        return CouncilRole.SECRETARY
    return CouncilRole.STANDING if _STANDING in words else CouncilRole.MEMBER


def number_name(field: str) -> str:
    """A number of the count as a form names it."""
    return _NUMBERS[field]


def share_text(share: Fraction, *, is_strict: bool = False) -> str:
    """2/3, "trên 1/2"."""
    told = f"{share.numerator}/{share.denominator}"
    return f"{MORE_THAN} {told}" if is_strict else told


def share_cell(share: Fraction, *, is_strict: bool = False) -> str:
    """As the year workbook writes it: 2/3, > 1/2."""
    return f"> {share_text(share)}" if is_strict else share_text(share)


def threshold_text(threshold: Threshold) -> str:
    """ "2/3 tổng số thành viên", "trên 1/2 phiếu hợp lệ"."""
    return f"{share_text(threshold.share, is_strict=threshold.is_strict)} {BASES[threshold.base].lower()}"


def rule_source(rule: KindRule) -> str:
    """Where the threshold comes from, for the minutes."""
    if not rule.source:
        return SCHOOL_RULE
    return rule.source if rule.is_checked else f"{rule.source} ({UNCHECKED})"


def legal_text(name: str, rule: LegalRule) -> str:
    """What the law sets for one award in a higher council, with its source: shown, not applied by a school."""
    told = [threshold_text(rule.threshold)]
    if rule.is_secret:
        told.append(METHODS[Method.SECRET].lower())
    if rule.asks_absent:
        told.append("lấy ý kiến người vắng bằng văn bản")
    source = rule.source if rule.is_checked else f"{rule.source}, {UNCHECKED}"
    return f"{name}: {', '.join(told)}; {ONLY_FOR_PROVINCE} ({source})"


def verdict_text(verdict: Verdict, threshold: Threshold, method: Method) -> str:
    """Không đạt: 5/9 phiếu đồng ý, cần ít nhất 6 (2/3 của 9 thành viên)."""
    if verdict.base is None or verdict.needed is None:
        return f"Chưa kiểm phiếu; cần {threshold_text(threshold)}"
    needed = f"cần ít nhất {verdict.needed} ({of_base(threshold, verdict.base, method)})"
    if verdict.outcome is None:
        return f"Chưa kiểm phiếu: {needed}"
    return f"{OUTCOMES[verdict.outcome]}: {verdict.agree}/{verdict.base} {_VOTES[method]} đồng ý, {needed}"


def of_base(threshold: Threshold, base: int, method: Method) -> str:
    """2/3 của 9 thành viên."""
    whom = _OF_BASE[threshold.base]
    if threshold.base is VoteBase.VALID and method is Method.HANDS:
        whom = "người biểu quyết"
    return f"{share_text(threshold.share, is_strict=threshold.is_strict)} của {base} {whom}"


def percent_text(agree: int, base: int) -> str:
    """88,9 %; "" of nobody."""
    return f"{decimal_comma(Fraction(100 * agree, base))} %" if base else ""


def missing_text(verdict: Verdict, method: Method) -> str:
    """Thiếu 1 phiếu; "" when it was enough."""
    return f"Thiếu {verdict.missing} {_VOTES[method]}" if verdict.missing else ""


def quorum_text(found: Quorum, room: Room) -> str:
    """Đủ điều kiện họp: có mặt 8/9 thành viên, cần ít nhất 6."""
    told = f"có mặt {found.present}/{room.members} thành viên, cần ít nhất {found.needed}"
    return f"Đủ điều kiện họp: {told}" if found.is_met else f"Chưa đủ điều kiện họp: {told}"


def broken_text(broken: Broken, names: Sequence[str]) -> str:
    """One relation that does not hold, with whose line it is."""
    whose = "" if broken.line is None else f"{names[broken.line]}: "
    return whose + _BROKEN[broken.rule].format(found=broken.found, allowed=broken.allowed)


_BROKEN = {
    Rule.PRESENT: "Số có mặt ({found}) nhiều hơn số thành viên được biểu quyết ({allowed}).",
    Rule.WRITTEN: "Số lấy ý kiến bằng văn bản ({found}) nhiều hơn số vắng mặt ({allowed}).",
    Rule.ISSUED: "Số phiếu phát ra ({found}) nhiều hơn số có mặt và lấy ý kiến bằng văn bản ({allowed}).",
    Rule.RETURNED: "Số phiếu thu về ({found}) nhiều hơn số phát ra ({allowed}).",
    Rule.VALID: "hợp lệ + không hợp lệ là {found}, phải bằng số thu về {allowed}.",
    Rule.CAST: "đồng ý + không đồng ý + không có ý kiến là {found}, phải bằng số phiếu hợp lệ {allowed}.",
    Rule.VOTERS: "số phiếu hợp lệ, số ý kiến ({found}) nhiều hơn số người được biểu quyết ({allowed}).",
    Rule.HANDS: "số lượt biểu quyết ({found}) nhiều hơn số người được biểu quyết ({allowed}).",
}


def difference_text(name: str, field: str, first: int | None, second: int | None) -> str:
    """Two counters wrote different numbers."""
    return f"{name}: {number_name(field)} người thứ nhất ghi {_number(first)}, người thứ hai ghi {_number(second)}."


def _number(number: int | None) -> str:
    return "trống" if number is None else str(number)


NOT_WHOLLY_COUNTED = "Chưa ghi đủ các số của phiếu kiểm."
NOT_VOTED = "Chưa biểu quyết"


def round_words(number: int) -> str:
    return f"lần {number}"


def published_words(item: str, override_reason: str) -> str:
    """For the time line: what was published, and why in spite of what did not fit."""
    return f"{item}. Chủ tọa cho công bố: {override_reason}" if override_reason else item


def chair_words(outcome: Outcome, lowered_to: str, reason: str) -> str:
    """Hạ danh hiệu: Lao động tiên tiến (Chủ tọa kết luận: …)."""
    told = OUTCOMES[outcome]
    if outcome is Outcome.LOWERED:
        told = f"{told} xuống {lowered_to}"
    return f"{told} (Chủ tọa kết luận: {reason})"


def chair_verdict(words: str, by_count: str) -> str:
    """The chair's word, with what the count said."""
    return f"{words}. Kiểm phiếu: {by_count}" if by_count else words


def tie_text(names: Sequence[str], places: int) -> str:
    """Bằng điểm ở ranh giới chỉ tiêu."""
    left = f"còn {places} chỗ" if places else "không còn chỗ"
    return f"Bằng điểm ở ranh giới chỉ tiêu, {left}: {', '.join(names)}. Chủ tọa kết luận chọn ai."


def meeting_title(number: int, name: str | None) -> str:
    return name or f"Phiên họp thứ {number}"


def award_item(name: str) -> str:
    """An item of the agenda about one award."""
    return f"Xét {name}"


def award_item_again(title: str, number: int) -> str:
    """A further item about the same award."""
    return f"{title} (lần {number})"


def share_of(written: str) -> tuple[Fraction, bool]:
    """Read "2/3", "80 %", "trên 1/2", "quá bán": the share, and whether it must be exceeded."""
    words = fold(tidy(written))
    is_strict = words.startswith(_STRICT) and not words.startswith("tren hoac bang")
    for lead in (*_STRICT, *_AT_LEAST):
        words = words.removeprefix(lead).strip()
    if words == "ban":
        return Fraction(1, 2), True
    try:
        exact = Fraction(words.replace("%", "").replace(",", ".").replace(" ", ""))
    except (ValueError, ZeroDivisionError):
        raise _unread(written) from None
    return (exact / 100 if "%" in words else exact), is_strict


def yes_of(written: str) -> bool:
    """Read Có, Không."""
    words = fold(tidy(written))
    if words in _YES_WORDS or words in _NO_WORDS:
        return words in _YES_WORDS
    raise _unread(written)


_STRICT = ("tren", "qua", "hon", ">")
_AT_LEAST = ("it nhat", "tu", "toi thieu", "=", ">=")
_YES_WORDS, _NO_WORDS = ("co", "duoc", "x"), ("khong", "khong duoc")


def _unread(written: str) -> UserError:
    return UserError("council_share_unread", field="share", value=written)
