"""Turns a judged condition into words: what is needed, what there is, where it is written. Decides nothing."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from thidua_gui.core.conditions import Condition, Kind, Parameters
from thidua_gui.core.disciplines import DisciplineLevel
from thidua_gui.core.eligibility_facts import Finding, LedUnit, MoveFact, Outcome, Used
from thidua_gui.core.ids import InitiativeId
from thidua_gui.core.ratings import Rating
from thidua_gui.core.target_catalogue import Scope
from thidua_gui.core.titles import TitleKey
from thidua_gui.core.vietnamese import date_text, grouped, shortest_comma
from thidua_gui.text.names import RATINGS
from thidua_gui.text.noted_words import LEVELS
from thidua_gui.text.rules import UNCHECKED

Names = Mapping[TitleKey, str]
"""The full names of awards, as the catalogue of the program has them."""

InitiativeNames = Mapping[InitiativeId, str]
SHORT_NAME = 60
NO_NAMES: InitiativeNames = {}

OUTCOMES = {Outcome.MET: "Đạt", Outcome.NOT_MET: "Chưa đạt", Outcome.UNKNOWN: "Chưa rõ"}
BY_PROPOSAL = "theo đề nghị của đơn vị"
CONTESTED = "có ý kiến phản đối"
NOT_KNOWN = "chưa rõ"
NOT_RATED = "chưa xếp loại"
_SCOPES = {
    Scope.GRASSROOTS: "",
    Scope.PROVINCE: ", có hiệu quả trong phạm vi tỉnh",
    Scope.COUNTRY: ", có hiệu quả trong phạm vi toàn quốc",
}
_ATTESTED = {
    Kind.OPEN_CASE: "không đang bị xem xét kỷ luật, điều tra, thanh tra, xác minh đơn thư",
    Kind.ETHICS: "có đạo đức, lối sống lành mạnh",
    Kind.SOLIDARITY: "đoàn kết, chấp hành chủ trương, chính sách",
    Kind.EMULATION: "tích cực tham gia phong trào thi đua",
    Kind.STUDY: "tích cực học tập chính trị, chuyên môn",
    Kind.SELF_RELIANCE: "có tinh thần tự lực, đoàn kết, tham gia phong trào thi đua",
    Kind.DUTIES: "làm tốt nghĩa vụ với Nhà nước",
    Kind.OUTSTANDING: "có thành tích tiêu biểu, xuất sắc",
}


def sentence(finding: Finding, names: Names) -> str:
    """Cần … / hiện có …, with the source; what nobody compared with the text says so."""
    condition = finding.condition
    told = f"Cần {needed(condition, names)} / hiện có: {had(finding, names)} ({condition.source}"
    return f"{told})." if finding.is_checked else f"{told}; {UNCHECKED})."


def needed(condition: Condition, names: Names) -> str:
    """What the condition asks for."""
    if condition.kind is Kind.ANY:
        return f"một trong: {'; '.join(needed(part, names) for part in condition.parts)}"
    if condition.kind in _ATTESTED:
        return _ATTESTED[condition.kind]
    return _NEEDED[condition.kind](condition.asked, names)


def had(finding: Finding, names: Names, initiatives: InitiativeNames = NO_NAMES) -> str:
    """The facts that it was judged by; those of `initiatives` by their names."""
    kind = finding.condition.kind
    if kind is Kind.ANY:
        return "; ".join(had(part, names, initiatives) for part in finding.parts)
    if kind is Kind.INITIATIVES:
        return _used_initiatives(finding.used, finding.outcome, names, initiatives)
    told = _HAD.get(kind)
    if told is not None:
        return told(finding.used, finding.outcome)
    return BY_PROPOSAL if finding.outcome is Outcome.MET else CONTESTED


def _from(rating: Rating) -> str:
    best = rating is Rating.EXCELLENT
    return RATINGS[rating] if best else f"từ {RATINGS[rating]} trở lên"


def _level(level: DisciplineLevel) -> str:
    return f"bị kỷ luật từ {LEVELS[level]} trở lên"


def _period(asked: Parameters) -> str:
    return " trong thời gian đó" if asked.run_rating or asked.run_title else ""


def _initiatives(asked: Parameters, names: Names) -> str:
    return f"{asked.at_least} sáng kiến, đề tài được công nhận{_SCOPES[asked.scope]}{_period(asked)}"


def _after(asked: Parameters, names: Names) -> str:
    return f" sau khi được tặng {names[asked.after]}" if asked.after else ""


def _share(asked: Parameters, names: Names) -> str:
    floor = f"từ {asked.percent}% trở lên" if asked.inclusive else f"trên {asked.percent}%"
    return f"{floor} cá nhân đạt {names[asked.title]}"


_NEEDED: Mapping[Kind, Callable[[Parameters, Names], str]] = {
    Kind.RATING: lambda asked, _: f"xếp loại {_from(asked.rating)}",
    Kind.REGISTERED: lambda *_: "đăng ký thi đua",
    Kind.DISCIPLINE: lambda asked, _: f"không {_level(asked.level)} trong năm",
    Kind.MONTHS_IN_YEAR: lambda asked, _: f"đủ {asked.at_least} tháng công tác trong năm",
    Kind.LONG_STUDY: lambda asked, _: f"được cử đi học từ {asked.months} tháng, kết quả từ khá trở lên",
    Kind.REMARK: lambda asked, _: (
        f"nhận xét của đơn vị cũ nếu đã ở đó từ {asked.months} tháng, của nơi đến nếu biệt phái"
    ),
    Kind.MEETS: lambda asked, names: f"đạt {names[asked.title]} trong năm",
    Kind.INITIATIVES: _initiatives,
    Kind.TITLE_RUN: lambda asked, names: f"{asked.years} năm liên tục đạt {names[asked.title]}",
    Kind.TITLE_COUNT: lambda asked, names: f"{asked.at_least} lần đạt {names[asked.title]}{_period(asked)}",
    Kind.RATING_RUN: lambda asked, names: (
        f"{asked.years} năm liên tục xếp loại {_from(asked.rating)}{_after(asked, names)}"
    ),
    Kind.RATING_COUNT: lambda asked, _: f"{asked.at_least} năm xếp loại {_from(asked.rating)}{_period(asked)}",
    Kind.HELD_BEFORE: lambda asked, names: f"đã được tặng {names[asked.title]}",
    Kind.LED_UNIT: lambda asked, _: f"đơn vị phụ trách xếp loại {_from(asked.rating)}",
    Kind.UNIT_RATING: lambda asked, _: f"tập thể xếp loại {_from(asked.rating)}",
    Kind.SHARE: _share,
    Kind.ALL_RATED: lambda asked, _: f"100% cá nhân xếp loại {_from(asked.rating)}",
    Kind.MEMBERS_MEETING: lambda asked, names: f"ít nhất {asked.at_least} cá nhân đạt {names[asked.title]}",
    Kind.MEMBERS_DISCIPLINE: lambda asked, _: f"không có cá nhân {_level(asked.level)}",
}


def _rating(used: Used, outcome: Outcome) -> str:
    return NOT_RATED if used.rating is None else RATINGS[used.rating]


def _led(used: Used, outcome: Outcome) -> str:
    return "; ".join(_led_unit(unit) for unit in used.leads) or "không phụ trách đơn vị nào"


def _led_unit(unit: LedUnit) -> str:
    return f"{unit.name}: {NOT_RATED if unit.rating is None else RATINGS[unit.rating]}"


def _disciplines(used: Used, outcome: Outcome) -> str:
    told = []
    for one in used.disciplines:
        form = "kỷ luật chưa rõ hình thức" if one.level is None else LEVELS[one.level]
        told.append(form if one.decided_on is None else f"{form}, quyết định ngày {date_text(one.decided_on)}")
    return "; ".join(told) or "không có kỷ luật trong năm"


def _months(used: Used, outcome: Outcome) -> str:
    if used.day is None or used.number is None:
        return "chưa rõ ngày vào cơ quan"
    return f"{max(0, used.number)} tháng (vào cơ quan ngày {date_text(used.day)})"


def _study(used: Used, outcome: Outcome) -> str:
    if not used.number:
        return "không có khóa học dài như vậy"
    return {Outcome.MET: "kết quả từ khá trở lên", Outcome.NOT_MET: "kết quả dưới khá"}.get(
        outcome, "chưa rõ kết quả học"
    )


def _years(used: Used, outcome: Outcome) -> str:
    told = f"{len(used.years)} năm ({_listed(used.years)})" if used.years else "chưa có năm nào"
    if used.revoked:
        told = f"{told}, đã thu hồi năm {_listed(used.revoked)}"
    return told if outcome is not Outcome.UNKNOWN else f"{told}, còn năm {NOT_KNOWN}"


def _given(used: Used, outcome: Outcome) -> str:
    return f"đã được tặng năm {_listed(used.years)}" if used.years else "chưa được tặng"


def _listed(years: Sequence[int]) -> str:
    return ", ".join(map(str, years))


def _used_initiatives(used: Used, outcome: Outcome, names: Names, initiatives: InitiativeNames) -> str:
    told = f"{used.number} sáng kiến, đề tài" if used.number else "chưa có sáng kiến, đề tài"
    known = [initiatives[one] for one in used.initiatives if one in initiatives]
    if known:
        told = f"{told}: {'; '.join(known)}"
    if used.beside is not None:
        told = f"{told}; một sáng kiến tính cho {names[used.beside]} của năm"
    if used.used_before:
        told = f"{told}; {len(used.used_before)} sáng kiến đã dùng cho khen thưởng khác"
    return told if outcome is not Outcome.UNKNOWN else f"{told}; còn sáng kiến chưa có kết quả hoặc phạm vi"


def initiative(code: str, name: str) -> str:
    """Its code and, shortened, its name."""
    short = name if len(name) <= SHORT_NAME else f"{name[: SHORT_NAME - 1].rsplit(' ', 1)[0]}…"
    return f"{code} “{short}”"


def _people(used: Used, outcome: Outcome) -> str:
    of, met = used.of or 0, used.number or 0
    share = f" ({shortest_comma(Fraction(100 * met, of), 1)}%)" if of else ""
    told = f"{grouped(met)}/{grouped(of)} cá nhân{share}"
    return f"{told}, {grouped(used.open)} người {NOT_KNOWN}" if used.open else told


def _moves(used: Used, outcome: Outcome) -> str:
    if not used.moves:
        return "không chuyển đơn vị, không biệt phái"
    told = "; ".join(_move(one) for one in used.moves)
    return f"{told}, {BY_PROPOSAL if outcome is Outcome.MET else CONTESTED}"


def _move(one: MoveFact) -> str:
    kind = "biệt phái" if one.is_secondment else "chuyển đơn vị"
    return f"{kind}: {one.place}" if one.place else kind


def _answered(met: str, not_met: str) -> Callable[[Used, Outcome], str]:
    words = {Outcome.MET: met, Outcome.NOT_MET: not_met, Outcome.UNKNOWN: NOT_KNOWN}
    return lambda _, outcome: words[outcome]


_HAD: Mapping[Kind, Callable[[Used, Outcome], str]] = {
    Kind.RATING: _rating,
    Kind.LED_UNIT: _led,
    Kind.UNIT_RATING: _rating,
    Kind.REGISTERED: _answered("đã đăng ký", "không đăng ký"),
    Kind.DISCIPLINE: _disciplines,
    Kind.MEMBERS_DISCIPLINE: _disciplines,
    Kind.MONTHS_IN_YEAR: _months,
    Kind.LONG_STUDY: _study,
    Kind.MEETS: _answered("đủ điều kiện", "chưa đủ điều kiện"),
    Kind.TITLE_RUN: _years,
    Kind.TITLE_COUNT: _years,
    Kind.RATING_RUN: _years,
    Kind.RATING_COUNT: _years,
    Kind.HELD_BEFORE: _given,
    Kind.SHARE: _people,
    Kind.ALL_RATED: _people,
    Kind.MEMBERS_MEETING: _people,
    Kind.REMARK: _moves,
}
