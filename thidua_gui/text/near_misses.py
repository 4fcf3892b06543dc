"""Wording of "Sắp đủ điều kiện": what is missing, when it could be reached, the columns of the list."""

from collections.abc import Callable, Mapping, Sequence

from thidua_gui.core.conditions import Condition, Kind, Parameters
from thidua_gui.core.near_misses import Missing, When
from thidua_gui.core.target_catalogue import Scope
from thidua_gui.core.vietnamese import grouped
from thidua_gui.text.conditions import CONTESTED, Names, had, needed
from thidua_gui.text.names import RATINGS

TITLE = "Danh sách sắp đủ điều kiện"
CODE = "Mã"
NAME = "Họ và tên, tập thể"
UNIT = "Đơn vị"
AWARD = "Danh hiệu, hình thức"
LACKING = "Còn thiếu"
EARLIEST = "Sớm nhất"
AFTER_THAT = "Điều kiện của năm sau"
HELD_BEFORE = "Đã được tặng"
NONE = "Không có ai sắp đủ điều kiện"
NONE_WHY = (
    "Danh sách gồm người và tập thể chỉ còn thiếu một hoặc hai điều kiện của danh hiệu, hình thức khen thưởng cấp cao, "
    "có thể đạt ngay trong năm hoặc năm sau."
)
NO_YEAR = "Chưa có năm thi đua"
NO_YEAR_WHY = "Danh sách này xét theo kết quả của năm. Hãy nhập sổ dữ liệu năm hoặc lập năm mới trước."
NO_HIT = "Không có dòng nào khớp với điều kiện lọc"
JUDGING = "Đang xét điều kiện"
OPEN_CARD = "Mở phiếu thành tích"
AGAIN = "Xét lại"
STALE = "Số liệu đã thay đổi sau lần xét này."
CANCELLED = "Đã dừng xét; danh sách chưa đầy đủ nên không hiện."
NOTHING_NOW = "Đủ nếu năm nay đạt như đã đăng ký"

_SCOPES = {
    Scope.GRASSROOTS: "",
    Scope.PROVINCE: " có hiệu quả trong phạm vi tỉnh",
    Scope.COUNTRY: " có hiệu quả trong phạm vi toàn quốc",
}


def projection(year: int, law: str | None, next_law: str | None) -> str:
    """Above the list: what was judged, and what the next year assumes."""
    judged = f"Năm {year} xét theo gói quy tắc {law or 'chưa có'}"
    if next_law is None:
        return f"{judged}. Năm {year + 1} chưa có quy định đã đọc nên chưa dự kiến được."
    return (
        f"{judged}. Năm {year + 1} là dự kiến theo gói quy tắc {next_law}: coi như người đủ điều kiện hoặc đã đăng ký "
        "đạt LĐTT, CSTĐCS cả hai năm, giữ mức xếp loại, không bị kỷ luật; sáng kiến mới không được tính trước."
    )


def lacking(found: Sequence[Missing], names: Names) -> str:
    """Everything that is missing, the first letter a capital."""
    told = "; ".join(missing_words(one, names) for one in found)
    return told[:1].upper() + told[1:]


def missing_words(one: Missing, names: Names) -> str:
    """One condition: how much of it is missing, or that nobody knows yet."""
    condition = one.finding.condition
    if one.is_open:
        return f"chưa rõ: {needed(condition, names)}"
    if condition.is_attested:
        return f"{CONTESTED} về điều kiện “{needed(condition, names)}”"
    told = _SHORT.get(condition.kind)
    if told is not None:
        return told(condition.asked, one.short, names)
    return f"cần {needed(condition, names)} (hiện có: {had(one.finding, names)})"


def earliest(when: When, year: int, found: Sequence[Missing]) -> str:
    """When it could be reached, and on what that hangs."""
    if when is When.THIS_YEAR:
        return f"{year}, nếu có kết quả" if all(one.is_open for one in found) else f"{year}, nếu bổ sung kịp"
    hangs_on_years = any(one.finding.condition.asks_earlier_years for one in found)
    return f"{year + 1}, nếu năm nay đạt" if hangs_on_years else f"{year + 1}, nếu năm sau đạt"


def detail(award: str, missing: str, after_that: str, unchecked: str) -> str:
    """All of one row, with what the next year would still lack, and what nobody compared with the law."""
    told = f"{award}: {missing[:1].lower()}{missing[1:]}."
    if after_that:
        told = f"{told} Năm sau: {after_that[:1].lower()}{after_that[1:]}."
    return f"{told} ({unchecked.capitalize()} với văn bản.)" if unchecked else told


def held_in(years: Sequence[int]) -> str:
    """The earlier years in which the same was given."""
    return "" if not years else ", ".join(map(str, years))


def shown(found: int, of: int) -> tuple[str, str, str]:
    """The line under the list in three parts; the middle one is printed bold."""
    return "Hiện ", grouped(found), f" / {grouped(of)} trường hợp"


def subtitle(year: int, people: int, units: int) -> str:
    """Beside the page's title."""
    return f"Năm {year} và {year + 1}: {grouped(people)} cá nhân, {grouped(units)} tập thể sắp đủ điều kiện"


def list_subject(year: int) -> tuple[str, ...]:
    """Under the title of the printed list."""
    return (f"năm {year} và dự kiến năm {year + 1}",)


def is_unchecked(conditions: Sequence[Condition]) -> str:
    """A mark on what nobody compared with the text of the law."""
    return "" if all(one.is_checked for one in conditions) else "chưa đối chiếu"


def _from(asked: Parameters) -> str:
    return f"xếp loại từ {RATINGS[asked.rating]} trở lên"


_SHORT: Mapping[Kind, Callable[[Parameters, int, Names], str]] = {
    Kind.TITLE_RUN: lambda asked, short, names: f"còn thiếu {short} năm {names[asked.title]} liên tục",
    Kind.TITLE_COUNT: lambda asked, short, names: f"còn thiếu {short} lần đạt {names[asked.title]}",
    Kind.RATING_RUN: lambda asked, short, _: f"còn thiếu {short} năm liên tục {_from(asked)}",
    Kind.RATING_COUNT: lambda asked, short, _: f"còn thiếu {short} năm {_from(asked)}",
    Kind.INITIATIVES: lambda asked, short, _: f"còn thiếu {short} sáng kiến, đề tài{_SCOPES[asked.scope]}",
    Kind.HELD_BEFORE: lambda asked, _, names: f"chưa được tặng {names[asked.title]}",
    Kind.SHARE: lambda asked, short, names: f"còn thiếu {short} cá nhân đạt {names[asked.title]}",
    Kind.MEMBERS_MEETING: lambda asked, short, names: f"còn thiếu {short} cá nhân đạt {names[asked.title]}",
    Kind.ALL_RATED: lambda asked, short, _: f"còn {short} cá nhân chưa {_from(asked)}",
}
