"""Wording of the card of a person or unit over all years: chains, what awards rest on, the papers of it."""

from collections.abc import Collection, Sequence
from datetime import date

from thidua_gui.core.award_chains import Break, Chain
from thidua_gui.core.conditions import Kind
from thidua_gui.core.eligibility_facts import Finding
from thidua_gui.core.ratings import Rating
from thidua_gui.core.vietnamese import date_text, grouped
from thidua_gui.text.names import RATINGS

TITLE = "Phiếu thành tích"
CHOOSE = "Chọn một thành tích để xem phiếu"
CHOOSE_WHY = "Phiếu ghi danh hiệu, hình thức khen thưởng, xếp loại, sáng kiến, kỷ luật của tất cả các năm."
CHAINS = "Chuỗi thành tích"
HISTORY = "Quá trình"
NO_AWARDS = "Chưa có thành tích nào"
NO_CHAIN = "Chưa có chuỗi danh hiệu nào"
RATING = "Xếp loại"
INITIATIVE = "Sáng kiến, đề tài"
DISCIPLINE = "Kỷ luật"
TEACHING = "Giảng viên dạy giỏi"
RESTS_ON = "Căn cứ"
OPEN_CARD = "Phiếu thành tích"
OPEN_RECORD = "Mở hồ sơ"
PRINT = "In phiếu thành tích"
PRINT_UNIT = "In phiếu thành tích của mọi người trong đơn vị"
EXPORT = "Xuất Excel"
ADD = "Thêm thành tích cũ"
NEEDS_REVIEW = "Cần xem lại"
OUTSIDE_NONE = "Người ngoài trường không có phiếu"
OUTSIDE_WHY = "Chương trình chỉ giữ thành tích đã ghi tên, không có xếp loại, sáng kiến của người này."
PRINTING = "Đang lập phiếu thành tích"
PRINT_MANY = "In phiếu đã chọn"
NOBODY = "Chưa chọn cá nhân hoặc tập thể nào."
FILE = "Phieu-thanh-tich"
SHEET_YEARS = "Qua trinh"
SHEET_CHAINS = "Chuoi thanh tich"
YEAR, NAME, CODE, UNIT, AWARD, NUMBER, DECIDED, AUTHORITY, STATE = (
    "Năm", "Họ và tên, tập thể", "Mã", "Đơn vị", "Danh hiệu, hình thức khen thưởng", "Số quyết định", "Ngày quyết định",
    "Cấp quyết định", "Tình trạng",
)  # fmt: skip
KIND, CONTENT = "Loại", "Nội dung"
REVOKED = "Đã thu hồi"

ERRORS = {
    "award_card_nobody": "Chưa chọn cá nhân hoặc tập thể nào để lập phiếu.",
    "award_card_gone": "Cá nhân hoặc tập thể này không còn trong dữ liệu.",
}


def chain(name: str, found: Chain, above: Sequence[int] = (), unknown: Collection[int] = ()) -> str:
    """One run of years in words, with what broke it and what broke the one before. `above`: the years that rest on a
    higher title; `unknown`: those of which nothing is recorded."""
    told = f"{grouped(found.length)} năm liên tục {name}" if found.length > 1 else f"1 năm {name}"
    years = f"{found.first}–{found.last}" if found.first < found.last else str(found.first)
    told = f"{told} ({_with_above(years, above)})"
    if found.after is not None:
        is_known = found.after.is_revoked or found.after.year not in unknown
        told += f", chuỗi dừng vì {_why(found.after)}" if is_known else f"; {_unknown(found.after)}"
    if found.before is not None:
        is_known = found.before.is_revoked or found.before.year not in unknown
        told += f"; chuỗi trước đó đứt vì {_why(found.before)}" if is_known else f"; {_unknown(found.before)}"
    return told


def lost(name: str, years: Sequence[int]) -> str:
    """A title of which no year stands any more."""
    return f"{name}: không còn năm nào, đã thu hồi năm {_listed(years)}"


def rated(found: Chain) -> str:
    """The run of ratings."""
    years = f"{grouped(found.length)} năm liên tục xếp loại từ {RATINGS[Rating.GOOD]} trở lên"
    return f"{years} {_span(found.first, found.last)}"


def rests_on(finding: Finding, name: str, above: Sequence[int], initiatives: Sequence[str]) -> str:
    """What of earlier years or of initiatives an award rested on; "" if nothing that could be named. `name`: of the
    title asked for, as its decisions word it; `above`: the years that rest on a higher title."""
    asked, used, kind = finding.condition.asked, finding.used, finding.condition.kind
    if kind is Kind.INITIATIVES:
        return "; ".join(initiatives)
    if not used.years:
        return ""
    years, count = _listed(used.years), len(used.years)
    if kind is Kind.TITLE_RUN:
        return f"{count} năm liên tục {name} ({_with_above(years, above)})"
    if kind is Kind.TITLE_COUNT:
        return f"{count} lần {name} ({_with_above(years, above)})"
    if kind is Kind.HELD_BEFORE:
        return f"{name} ({_with_above(f'năm {years}', above)})"
    if kind in (Kind.RATING_RUN, Kind.RATING_COUNT):
        return f"{count} năm xếp loại từ {RATINGS[asked.rating]} trở lên ({years})"
    return ""


def of_members(count: int, short: str) -> str:
    """How many of a collective's people were given a title in the year."""
    return f"{grouped(count)} {short}"


def members(year: int, counts: Sequence[str]) -> str:
    """Under a collective's award."""
    return f"Cá nhân của tập thể năm {year}: {', '.join(counts)}"


def noted(words: str, number: str | None, on: date | None) -> str:
    """An initiative or discipline with its decision."""
    parts = (f"QĐ {number}" if number else "", "" if on is None else date_text(on))
    decision = ", ".join(part for part in parts if part)
    return f"{words} ({decision})" if decision else words


def decision(number: str | None, on: date | None) -> str:
    """In the narrow column of the paper."""
    return ", ".join(part for part in (number or "", "" if on is None else date_text(on)) if part)


def subtitle(post: str, unit: str) -> str:
    """Below the name."""
    return " · ".join(part for part in (post, unit) if part)


def born(on: date) -> str:
    return f"Sinh ngày {date_text(on)}"


def saved(count: int) -> str:
    """When the cards were written."""
    return f"Đã lập {grouped(count)} phiếu thành tích"


def chosen(count: int) -> str:
    """On the button that prints many."""
    return f"In {grouped(count)} phiếu"


def _why(one: Break) -> str:
    return f"năm {one.year} bị thu hồi" if one.is_revoked else f"năm {one.year} không đạt"


def _unknown(one: Break) -> str:
    return f"chưa có dữ liệu năm {one.year}"


def _with_above(years: str, above: Sequence[int]) -> str:
    return f"{years}, năm {_listed(above)} tính theo danh hiệu cao hơn" if above else years


def _span(first: int, last: int) -> str:
    return f"({first}–{last})" if first < last else f"({first})"


def _listed(years: Sequence[int]) -> str:
    return ", ".join(map(str, years))
