"""Wording of the view "Tỷ lệ & cách tính": the list of quotas, its dialog, the disputed readings. Knows no rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from thidua_gui.core.cutline import QuotaRounding
from thidua_gui.core.quotas import QuotaBase, QuotaRule, QuotaScope, QuotaStanding
from thidua_gui.core.rewards import MoneyRounding
from thidua_gui.core.vietnamese import date_text, grouped, shortest_comma
from thidua_gui.text import rules
from thidua_gui.text.proposals_quota import base_words, limit, people

LIST = "Tỷ lệ, giới hạn của danh hiệu và hình thức khen thưởng"
TITLES, FORMS = "Danh hiệu thi đua", "Hình thức khen thưởng"
KIND, LIMIT, BASE, SCOPE, ROUNDING = "Danh hiệu, hình thức", "Mức", "Cơ sở tính", "Phạm vi", "Làm tròn"
SINCE, STATE, SOURCE = "Áp dụng từ", "Căn cứ", "Văn bản"
STATE_TIP = "Quy định của trường, hay mức của văn bản; văn bản chưa đọc được nguyên văn thì ghi chưa đối chiếu."
UNCHECKED = rules.UNCHECKED
OWN, CHECKED, SHARE_CHECKED = "quy định của trường", "theo văn bản", "mức theo văn bản"
FREE, OWN_SHORT = "trường tự chọn", "trường đặt"
NO_LIMIT, UNDECIDED, ALWAYS, NOTHING = "Không giới hạn", "Chưa đặt", "Mọi năm", "–"
MONEY_TOTAL = "Cả năm"
SHORT_ROUNDINGS = {QuotaRounding.FLOOR: "Xuống", QuotaRounding.CEIL: "Lên", QuotaRounding.HALF_UP: "Gần nhất"}
READING_ROUNDINGS = {
    QuotaRounding.FLOOR: "làm tròn xuống",
    QuotaRounding.CEIL: "làm tròn lên",
    QuotaRounding.HALF_UP: "đến số gần nhất",
}
SCOPES = {QuotaScope.SCHOOL: "Toàn trường", QuotaScope.UNIT: "Từng đơn vị"}
EDIT, EDIT_TIP = "Sửa tỷ lệ…", "Sửa mức của dòng đang chọn (Enter)"
FIND = "Tìm danh hiệu, hình thức"
FORGET = "Bỏ mức trường đã đặt"
COLUMNS = "Chọn cột, in, xuất danh sách"
NO_YEAR = "Chưa có năm nào: danh sách cho biết mức áp dụng hôm nay, chưa tính ra số người."
LIST_SUBJECT = "Tỷ lệ và cách tính"

DIALOG_VERB = "Lưu mức"
MODE = "Cách giới hạn"
BY_SHARE, BY_NUMBER, UNLIMITED, SHIPPED = (
    "Theo tỷ lệ", "Theo số lượng", "Không giới hạn", "Theo văn bản của từng thời kỳ",
)  # fmt: skip
PERCENT, LOWER, LOWER_HINT = "Tỷ lệ tối đa (%)", "Tỷ lệ tối thiểu (%), nếu có", "Ví dụ 10 khi chỉ tiêu là 10–15%."
NUMBER = "Không quá (số người, tập thể)"
BASE_FIELD, BASE_KIND = "Cơ sở tính tỷ lệ", "Danh hiệu làm cơ sở"
BASES = {
    QuotaBase.HOLDERS: "Số đạt một danh hiệu khác",
    QuotaBase.HEADCOUNT: "Tổng số người (hoặc tập thể)",
    QuotaBase.REGISTERED: "Số đăng ký danh hiệu này",
    QuotaBase.PROPOSED: "Số được đề nghị danh hiệu này",
    QuotaBase.RATED_GOOD: "Số xếp HTTNV trở lên",
    QuotaBase.RATED_EXCELLENT: "Số xếp HTXSNV",
}
ROUNDING_FIELD, SCOPE_FIELD = "Khi ra số lẻ", "Phạm vi tính"
AT_LEAST_ONE = "Ít nhất 1 suất dù tỷ lệ tính ra chưa đến 1"
VALID_FROM = "Áp dụng từ ngày"
VALID_FROM_HINT = "Các năm trước ngày này giữ mức cũ. Để trống nếu áp dụng cho mọi năm."
COUNTING = "Đang tính…"
NO_YEAR_COUNT = "Chưa có năm nào để tính thử."

CHANGE_READING = "Đổi cách tính…"
READING_VERB = "Áp dụng cách tính"
READING_TEXT = "Văn bản có nhiều cách hiểu, nên trường chọn cách áp dụng. Mỗi cách ra kết quả như sau:"
READING_LABEL = "Cách tính"
IN_FORCE = "đang áp dụng"
CAP_TITLE, SHARE_TITLE, MONEY_TITLE = "Tối đa HTXSNV", "Tỷ lệ CSTĐ cơ sở", "Làm tròn tiền thưởng"
CAP_WHY = "Tỷ lệ lấy trên số nào: chỉ người HTTNV, từ HTTNV trở lên, hay toàn bộ?"
SHARE_WHY = "Văn bản không nói làm tròn thế nào, tính chung toàn trường hay riêng từng đơn vị."
MONEY_WHY = "Đến chục nghìn đồng: văn bản ghi làm tròn lên, ví dụ đã công bố lại đến số gần nhất."
EXAMPLE = "Ví dụ 50"
EXAMPLE_TIPS = {
    "cap": "Trường có 50 người, tất cả từ HTTNV trở lên: nhiều nhất bao nhiêu người HTXSNV.",
    "share": "Cơ sở tính là 50 người, ở 10 đơn vị, mỗi đơn vị 5 người.",
}
NOT_A_SHARE_NOW = "Mức đang áp dụng không tính theo tỷ lệ nên không có cách hiểu nào khác."
NO_SALARY = "Chưa có mức lương cơ sở cho ngày {day}."
MONEY_HEADS, MONEY_HEADS_TIP = ("LĐTT", "TTLĐTT"), "Mỗi cá nhân, mỗi tập thể nhận (đồng)"
MONEY_ROUNDINGS = {
    MoneyRounding.NEAREST_10000: "Gần nhất",
    MoneyRounding.CEIL_10000: "Lên",
    MoneyRounding.NONE: "Để nguyên",
}
FOLLOW_TEXTS = "Theo văn bản của từng thời kỳ"


def percent(share: Fraction) -> str:
    """In a field."""
    return shortest_comma(share)


def dialog_title(name: str) -> str:
    return f"Mức của {name}"


def year_head(year: int | None) -> str:
    """Over the column of what a rule makes of the year."""
    return "Tính ra" if year is None else f"Năm {year}"


def limit_words(rule: QuotaRule | None) -> str:
    """"Tối đa 15%"; where it holds is told beside it."""
    if rule is None:
        return NO_LIMIT
    words = limit(replace(rule, scope=QuotaScope.SCHOOL))
    return f"{words[:1].upper()}{words[1:]}"


def basis(rule: QuotaRule, *, is_checked: bool) -> str:
    """Of a shipped rule: its share is the text's, the rest each school chooses."""
    words = CHECKED if is_checked else UNCHECKED
    if rule.share is None:
        return f"{rule.source}: {words}"
    return f"{rule.source}. {limit_words(rule)}: {words}; phạm vi, làm tròn: {FREE}."


def base_of(rule: QuotaRule | None, shorts: Mapping[str, str], *, of_units: bool) -> str:
    """"Số LĐTT"."""
    words = "" if rule is None else base_words(rule, shorts, of_units=of_units)
    return f"Số {words}" if words else NOTHING


def scope_of(rule: QuotaRule | None) -> str:
    return NOTHING if rule is None else SCOPES[rule.scope]


def rounding_of(rule: QuotaRule | None) -> str:
    """"Xuống (≥ 1)"."""
    if rule is None or rule.share is None:
        return NOTHING
    words = SHORT_ROUNDINGS[rule.share.rounding]
    return f"{words} (≥ 1)" if rule.at_least_one else words


def since(day: date | None, *, has_rule: bool) -> str:
    if day is None:
        return ALWAYS if has_rule else NOTHING
    return date_text(day)


def made_of(standing: QuotaStanding, shorts: Mapping[str, str], *, of_units: bool) -> str:
    """"41 LĐTT × 15% = 6,15 → 6 người (tạm tính)"."""
    head = _sum(standing, shorts, of_units=of_units)
    if standing.fits_nobody:
        head = f"{head}; không có số nguyên nào đạt mức tối thiểu"
    elif standing.least:
        head = f"{head}, ít nhất {grouped(standing.least)}"
    counted = standing.counted
    notes = [] if counted.is_settled else ["tạm tính"]
    notes += [f"{grouped(counted.unknown)} {people(of_units=of_units)} chưa rõ"] if counted.unknown else []
    return f"{head} ({', '.join(notes)})" if notes else head


def year_sentence(year: int, words: str) -> str:
    """In the dialog."""
    return f"Năm {year}: {words}"


def closed_hint(year: int) -> str:
    """Under the day, of a year that is closed."""
    return f"Năm {year} đã chốt: mức áp dụng từ một ngày sau năm đó không làm đổi con số của năm."


def steps(told: list[tuple[date | None, str]]) -> str:
    """What the school decided so far, the newest first."""
    return "Trường đã đặt: " + "; ".join(f"{_from(day)}: {words}" for day, words in told) + "."


def list_subject(year: int | None) -> str:
    return LIST_SUBJECT if year is None else f"{LIST_SUBJECT}, năm {year}"


def forgotten(name: str) -> str:
    return f"Đã bỏ mức trường đặt cho {name}"


def cap_share(percent: Fraction) -> str:
    """In the title of the card."""
    return f"{CAP_TITLE} ({shortest_comma(percent)}%)"


def share_title(percent: Fraction) -> str:
    return f"{SHARE_TITLE} ({shortest_comma(percent)}%)"


def reading(scope: QuotaScope, rounding: QuotaRounding) -> str:
    """"Toàn trường, làm tròn xuống"."""
    return f"{SCOPES[scope]}, {READING_ROUNDINGS[rounding]}"


def allowed(count: int, over: int) -> str:
    """"7, vượt 1"."""
    return f"{grouped(count)}, vượt {grouped(over)}" if over else grouped(count)


def cap_tip(counted: int, most: int) -> str:
    """On the figure of the year."""
    return f"Cơ sở tính {grouped(counted)} người; nếu chỉ chuyển giữa HTXSNV và HTTNV thì nhiều nhất {grouped(most)}."


def units_tip(units: int, base: int, *, is_settled: bool) -> str:
    """On the share of fighters."""
    how = "đã được công nhận" if is_settled else "đủ điều kiện, chưa có quyết định"
    return f"{grouped(base)} người trong cơ sở tính ({how}), ở {grouped(units)} đơn vị."


def subtitle(day: date) -> str:
    """Beside the page's title."""
    return f"Mức ngày {date_text(day)}"


def money_tip(counts: list[tuple[str, int, int]], *, is_granted: bool) -> str:
    """How the sum comes about: name, how many, each."""
    told = [f"{name}: {grouped(count)} × {grouped(each)}" for name, count, each in counts if count]
    how = "Theo quyết định" if is_granted else "Tạm tính theo người, tập thể đủ điều kiện"
    return "\n".join((f"{how}; mỗi người, tập thể một mức cao nhất (đồng)", *told))


def salary(amount: int, since_on: date) -> str:
    return f"Lương cơ sở {grouped(amount)} đồng, từ {date_text(since_on)}."


def source(words: str, since_on: date | None, *, is_own: bool, is_checked: bool) -> str:
    """At the foot of a card."""
    text = words if is_checked else f"{words} ({UNCHECKED})"
    if not is_own:
        return f"{text}."
    return f"Quy định của trường, {'áp dụng mọi năm' if since_on is None else _from(since_on)}. Văn bản: {text}."


def spoken(title: str, rows: list[str]) -> str:
    """A card for who does not see it."""
    return f"{title}. {'. '.join(rows)}"


def follow_texts(now: str) -> str:
    """The choice to have no rule of one's own."""
    return f"{FOLLOW_TEXTS} (nay: {now[:1].lower()}{now[1:]})"


def change_reading(title: str) -> str:
    """The button's name for screen readers."""
    return f"Đổi cách tính: {title}"


def _from(day: date | None) -> str:
    return "mọi năm" if day is None else f"từ {date_text(day)}"


def _sum(standing: QuotaStanding, shorts: Mapping[str, str], *, of_units: bool) -> str:
    rule, who = standing.rule, people(of_units=of_units)
    places = f"{grouped(standing.places)} {who}"
    is_school = rule.scope is QuotaScope.SCHOOL
    if rule.share is None:
        each = f"{grouped(rule.number or 0)} {who}"
        return f"Không quá {each}" if is_school else f"{each} × {grouped(len(standing.parts))} đơn vị = {places}"
    base = f"{grouped(standing.base)} {base_words(rule, shorts, of_units=of_units)}"
    share = f"{shortest_comma(rule.share.percent)}%"
    if not is_school:
        return f"{base}, {share} mỗi đơn vị → {places}"
    exact = standing.exact or Fraction()
    if exact == standing.places:
        return f"{base} × {share} = {places}"
    return f"{base} × {share} = {shortest_comma(exact)} → {places}"
