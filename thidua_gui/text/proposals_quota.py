"""Wording of a quota on the page of proposals: the sum, what is over, what one more or fewer would do. Knows no row."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from thidua_gui.core.cutline import QuotaRounding
from thidua_gui.core.quotas import PartStanding, QuotaBase, QuotaRule, QuotaScope, QuotaStanding
from thidua_gui.core.vietnamese import grouped, shortest_comma
from thidua_gui.text.rules import UNCHECKED

BY_UNIT = "Theo từng đơn vị"
BY_UNIT_TIP = "Chỉ tiêu tính riêng cho từng đơn vị: hiện, ẩn bảng theo đơn vị"
UNIT, BASE, SHARE, PLACES, PROPOSED, LEFT = "Đơn vị", "Cơ sở tính", "Tính ra", "Tối đa", "Đem trình", "Còn, vượt"
WHOLE_SCHOOL = "Toàn trường"
METER = "Chỉ tiêu"
NO_QUOTA = "Không giới hạn số lượng"
NO_QUOTA_WHY = "Chưa đặt tỷ lệ, chỉ tiêu cho danh hiệu, hình thức này (trang Danh hiệu & quy định)."
_ROUNDED = {
    QuotaRounding.FLOOR: "làm tròn xuống",
    QuotaRounding.CEIL: "làm tròn lên",
    QuotaRounding.HALF_UP: "làm tròn đến số gần nhất",
}
_BASES = {
    QuotaBase.HEADCOUNT: "{people}",
    QuotaBase.REGISTERED: "{people} đăng ký",
    QuotaBase.PROPOSED: "{people} được đề nghị",
    QuotaBase.RATED_GOOD: "{people} từ HTTNV trở lên",
    QuotaBase.RATED_EXCELLENT: "{people} HTXSNV",
}


def people(*, of_units: bool) -> str:
    """What is counted."""
    return "tập thể" if of_units else "người"


def limit(rule: QuotaRule) -> str:
    """"tối đa 15%", "10–15%", "không quá 10 người"; of a rule within units it says so."""
    where = " mỗi đơn vị" if rule.scope is QuotaScope.UNIT else ""
    if rule.share is None:
        return f"không quá {grouped(rule.number or 0)}{where}"
    percent = shortest_comma(rule.share.percent)
    if rule.lower is None:
        return f"tối đa {percent}%{where}"
    return f"{shortest_comma(rule.lower)}–{percent}%{where}"


def heading(short: str, standing: QuotaStanding | None, why: str = "") -> str:
    """Over the figures; `why` it cannot be counted yet."""
    if why and standing is None:
        return f"Chỉ tiêu {short}: chưa tính được"
    return f"Chỉ tiêu {short} ({limit(standing.rule)})" if standing is not None else f"{short}: {NO_QUOTA.lower()}"


def figures(standing: QuotaStanding | None, proposed: int) -> tuple[tuple[str, bool], ...]:
    """"8 đem trình / tối đa 6" in parts, the figures to be large."""
    if standing is None:
        return (grouped(proposed), True), (" đề nghị", False)
    return (
        (grouped(standing.proposed), True), (" đem trình / tối đa ", False), (grouped(standing.places), True),
    )  # fmt: skip


def base_words(rule: QuotaRule, shorts: Mapping[str, str], *, of_units: bool) -> str:
    """"LĐTT", "người đăng ký"."""
    if rule.base is QuotaBase.HOLDERS:
        return shorts.get(rule.base_kind or "", rule.base_kind or "")
    return _BASES[rule.base].format(people=people(of_units=of_units)) if rule.base in _BASES else ""


def sum_of(standing: QuotaStanding, shorts: Mapping[str, str], *, of_units: bool) -> str:
    """"41 LĐTT x 15% = 6,15, làm tròn xuống 6"; of a rule that nobody read in its text it says so."""
    words = _sum(standing, shorts, of_units=of_units)
    is_sure = standing.rule.is_own or standing.rule.is_checked
    return words if is_sure else f"{words} ({UNCHECKED})"


def state(standing: QuotaStanding, *, of_units: bool) -> tuple[str, str]:
    """The word of the chip and its kind: over, free, or just full."""
    who = people(of_units=of_units)
    if standing.over:
        return f"Vượt {grouped(standing.over)} {who}", "wa"
    if standing.missing:
        return f"Thiếu {grouped(standing.missing)} {who}", "wa"
    if standing.left:
        return f"Còn {grouped(standing.left)} suất", "ok"
    return "Vừa đủ", "ok"


def spoken(standing: QuotaStanding, short: str, words: str) -> str:
    """The meter for who does not see it."""
    return f"{METER} {short}: {grouped(standing.proposed)} đem trình, tối đa {grouped(standing.places)}. {words}"


def what_if(before: QuotaStanding, after: QuotaStanding, count: int, *, is_added: bool, of_units: bool) -> str:
    """What the meter would say with so many more, or without them."""
    head = "Nếu thêm" if is_added else "Nếu bớt"
    whom = people(of_units=of_units)
    who = f"{whom} này" if count == 1 else f"{grouped(count)} {whom} này"
    told = f"{grouped(after.proposed)} đem trình / tối đa {grouped(after.places)}"
    word = state(after, of_units=of_units)[0]
    again = "vẫn " if before.over and after.over else ""
    return f"{head} {who}: {told}, {again}{word[:1].lower()}{word[1:]}."


def part_state(part: PartStanding) -> tuple[str, str]:
    """The last cell of a unit's line."""
    if part.over:
        return f"Vượt {grouped(part.over)}", "wa"
    if part.missing:
        return f"Thiếu {grouped(part.missing)}", "wa"
    return (f"Còn {grouped(part.left)}", "nf") if part.left else ("Vừa đủ", "ok")


def part_sum(rule: QuotaRule, part: PartStanding) -> str:
    """"9 x 15% = 1,35"."""
    if rule.share is None or part.exact is None:
        return ""
    return f"{grouped(part.base)} x {shortest_comma(rule.share.percent)}% = {_exact(part.exact)}"


def cut_title(rule: QuotaRule) -> str:
    """On the line through the ranking."""
    if rule.share is None:
        return f"Hết chỉ tiêu {grouped(rule.number or 0)}"
    return f"Hết chỉ tiêu {shortest_comma(rule.share.percent)}%"


def cut_facts(standing: QuotaStanding, above: int, *, of_units: bool) -> tuple[str, ...]:
    """What the line says to whoever stands below it, and who is tied at it; `above` stand over the line."""
    line = standing.line
    if line is None:
        return ()
    if line.tied and line.tied_at is not None and standing.tied and above == len(standing.within):
        free = line.places - len(standing.within)
        return (f"{line.tied} {people(of_units=of_units)} cùng {line.tied_at} điểm ở ngưỡng, còn {free} suất",)
    first = above + 1
    who = "tập thể" if of_units else "người"
    return (f"Từ hạng {first} chỉ được đề nghị khi có {who} phía trên rút",)


def _sum(standing: QuotaStanding, shorts: Mapping[str, str], *, of_units: bool) -> str:
    rule = standing.rule
    if rule.scope is QuotaScope.UNIT:
        return _over_units(standing)
    if rule.share is None:
        return f"Không quá {grouped(standing.places)} {people(of_units=of_units)}"
    return _shared(rule, standing.parts[0], base_words(rule, shorts, of_units=of_units))


def _shared(rule: QuotaRule, part: PartStanding, base: str) -> str:
    if rule.share is None or part.exact is None:
        return ""
    head = f"{grouped(part.base)} {base} x {shortest_comma(rule.share.percent)}% = {_exact(part.exact)}"
    if part.exact.denominator != 1:
        head = f"{head}, {_ROUNDED[rule.share.rounding]} {grouped(rule.share.places(part.base))}"
    if part.places != rule.share.places(part.base):
        head = f"{head}, ít nhất {grouped(part.places)}"
    if part.fits_nobody:
        head = f"{head}; không có số nguyên nào trong khoảng"
    elif part.least:
        head = f"{head}; ít nhất {grouped(part.least)}"
    return head


def _exact(number: Fraction) -> str:
    return grouped(number.numerator) if number.denominator == 1 else shortest_comma(number)


def _over_units(standing: QuotaStanding) -> str:
    over = sum(1 for part in standing.parts if part.over)
    return f"{grouped(over)}/{grouped(len(standing.parts))} đơn vị vượt" if over else "Không đơn vị nào vượt"
