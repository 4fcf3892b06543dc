"""Wording of the cap on Hoàn thành xuất sắc nhiệm vụ: counter, readings, source, refusals. Knows no rule."""

from collections.abc import Sequence
from fractions import Fraction

from thidua_gui.core.rating_cap import CapBase, CapScope, CapStanding, Tally
from thidua_gui.core.vietnamese import grouped, shortest_comma
from thidua_gui.text.rules import UNCHECKED

STEP = "Đặt mức tối đa xếp loại HTXSNV"
STEP_OVER = "Ghi lý do xếp loại HTXSNV vượt mức tối đa"

TITLE = "Mức tối đa xếp loại HTXSNV"
TEXT = (
    "Văn bản về tỷ lệ này có nhiều cách hiểu về cơ sở tính, nên trường chọn cách áp dụng. Chương trình chỉ tính và "
    "báo, không chặn việc xếp loại."
)
VERB = "Lưu mức tối đa"
PERCENT = "Tỷ lệ tối đa (%)"
ROUNDING = "Khi ra số lẻ"
BASE = "Cơ sở tính tỷ lệ"
SCOPES = "Phạm vi phải bảo đảm tỷ lệ"
VALID_FROM = "Áp dụng từ ngày"
VALID_FROM_HINT = "Các năm trước ngày này giữ mức cũ. Để trống nếu áp dụng cho mọi năm."
EXCEPTION = "Trường hợp ngoại lệ (nếu có)"
EXCEPTION_HINT = "Ví dụ: nhóm lãnh đạo xếp riêng, không tính vào tỷ lệ. Chỉ để ghi nhớ, không làm thay đổi con số."
NOT_A_SHARE = "Nhập số lớn hơn 0 và không quá 100, ví dụ 20."
NOTHING = "–"

BASES = {
    CapBase.GOOD_ONLY: "Số người xếp HTTNV",
    CapBase.GOOD_OR_BETTER: "Số người xếp HTTNV trở lên",
    CapBase.ALL_STAFF: "Toàn bộ số người",
}
_BASE_INSIDE = {
    CapBase.GOOD_ONLY: "người HTTNV",
    CapBase.GOOD_OR_BETTER: "người HTTNV trở lên",
    CapBase.ALL_STAFF: "người",
}
SCOPE_NAMES = {
    CapScope.SCHOOL: "Toàn trường",
    CapScope.UNIT: "Từng đơn vị",
    CapScope.STAFF_GROUP: "Từng nhóm có nhiệm vụ tương tự",
}
READING_HEADS = ("Cách tính", "Cơ sở", "Tối đa hiện nay", "Xếp được nhiều nhất")
READINGS_TIP = (
    "“Xếp được nhiều nhất”: nếu chỉ chuyển giữa HTXSNV và HTTNV trong số người đang đạt từ HTTNV trở lên. "
    "Với cách tính theo số người HTTNV, mỗi người thêm vào HTXSNV làm cơ sở tính giảm một."
)
NO_GROUP = "Chưa ghi nhóm"
NO_UNIT = "Chưa có đơn vị"
OVER_TITLE = "Lý do vượt mức tối đa"
OVER_LABEL = "Lý do"
OVER_VERB = "Ghi lý do"
OVER_TEXT = "Ghi căn cứ để giải trình khi số người xếp HTXSNV nhiều hơn mức tối đa. Để trống để bỏ lý do đã ghi."
WITHIN = "trong mức"

ERRORS: dict[str, str] = {
    "cap_scope_missing": "Chọn ít nhất một phạm vi.",
}


def source(words: str, *, is_own: bool, is_checked: bool) -> str:
    """Where the share comes from."""
    if is_own:
        return f"Trường tự đặt. Văn bản: {words}" + ("." if is_checked else f" ({UNCHECKED}).")
    return f"Theo {words}." if is_checked else f"Theo {words}; {UNCHECKED} với văn bản, cần kiểm tra lại."


def counter(standing: CapStanding, percent: Fraction, base: CapBase, *, is_checked: bool) -> str:
    """"Đang xếp HTXSNV 8/45; mức tối đa 7 (20% của 37 người HTTNV)"."""
    counted = standing.tally
    share = f"{shortest_comma(percent)}% của {grouped(standing.base)} {_BASE_INSIDE[base]}"
    mark = "" if is_checked else f"; {UNCHECKED}"
    head = f"Đang xếp HTXSNV {grouped(counted.excellent)}/{grouped(counted.people)}"
    return f"{head}; mức tối đa {grouped(standing.allowed)} ({share}{mark})"


def state(standing: CapStanding) -> str:
    """The chip beside it."""
    return f"vượt {grouped(standing.over)} người" if standing.over else WITHIN


def parts_over(scope: CapScope, over: int, parts: int) -> str:
    """"3/10 đơn vị vượt" for the scopes of many parts."""
    noun = "đơn vị" if scope is CapScope.UNIT else "nhóm"
    return f"{grouped(over)}/{grouped(parts)} {noun} vượt" if over else f"{grouped(parts)} {noun} trong mức"


def part(name: str, standing: CapStanding) -> str:
    """One unit or group, in a tooltip or heading."""
    return (
        f"{name}: HTXSNV {grouped(standing.tally.excellent)}/{grouped(standing.tally.people)}, "
        f"tối đa {grouped(standing.allowed)}, {state(standing)}"
    )


def heading(standing: CapStanding) -> str:
    """At the right of a unit's heading row."""
    return f"HTXSNV {grouped(standing.tally.excellent)}/{grouped(standing.tally.people)}"


def heading_capped(standing: CapStanding) -> str:
    """The same where the cap holds within the unit."""
    return f"{heading(standing)}, tối đa {grouped(standing.allowed)}: {state(standing)}"


def plain(counted: Tally) -> str:
    """Of units, for which there is no cap: "Đang xếp HTXSNV 3/10 tập thể"."""
    return f"Đang xếp HTXSNV {grouped(counted.excellent)}/{grouped(counted.people)} tập thể"


def one_more(parts: Sequence[tuple[str, CapStanding]], *, is_excellent: bool) -> str:
    """What one more would do, or one fewer: "Nếu xếp HTXSNV: 9/45, tối đa 7, vượt 2 người; TC-HC 3/8, …"."""
    head = "Nếu chuyển xuống HTTNV" if is_excellent else "Nếu xếp HTXSNV"
    return f"{head}: {'; '.join(_then(name, standing) for name, standing in parts)}" if parts else ""


def _then(name: str, standing: CapStanding) -> str:
    figures = f"{grouped(standing.tally.excellent)}/{grouped(standing.tally.people)}"
    return f"{name} {figures}, tối đa {grouped(standing.allowed)}, {state(standing)}".strip()


def allowed(standing: CapStanding) -> str:
    """In the table of readings: "7 người, vượt 1"."""
    return people(standing.allowed) if not standing.over else f"{people(standing.allowed)}, vượt {standing.over}"


def base_label(counted: Tally) -> str:
    """Above the readings: of whose figures they speak."""
    return (
        f"{BASE} (hiện nay {grouped(counted.excellent)} HTXSNV, {grouped(counted.good)} HTTNV, "
        f"{grouped(counted.lower)} mức khác, {grouped(counted.unrated)} chưa xếp)"
    )


def over_link(reason: str) -> str:
    """The button beside the counter."""
    return "Xem lý do vượt mức" if reason else "Ghi lý do vượt mức…"


def share(percent: Fraction) -> str:
    """In the field."""
    return shortest_comma(percent)


def people(count: int) -> str:
    return f"{grouped(count)} người"
