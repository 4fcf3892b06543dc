"""Wording of the score board: columns, filters, states, tooltips. Knows no rule."""

from collections.abc import Sequence
from datetime import datetime

from thidua_gui.core.points import Points
from thidua_gui.core.scoreboard import Standing
from thidua_gui.core.scoring import Criterion, SheetSubject, StageKey
from thidua_gui.core.vietnamese import date_text

TITLE = "Chấm điểm"
SHEET_TITLE = {
    SheetSubject.PERSON: "Phiếu chấm điểm cá nhân",
    SheetSubject.UNIT: "Phiếu chấm điểm tập thể",
}
_WHOM = {SheetSubject.PERSON: "người", SheetSubject.UNIT: "tập thể"}
NOTHING = "–"
WHOLE_SCHOOL = "Toàn trường"
ALL_SHEETS = "Mọi bộ tiêu chí"
ALL_SHEETS_SHORT = "Mọi bộ"
UNIT_CHOICE = "Đơn vị"
SHEET_CHOICE = "Bộ tiêu chí"
STATUS_CHOICE = "Trạng thái"
STAGE_CHOICE = "Vòng chấm"
SEARCH = "Tìm tên, đơn vị"
SEARCH_TIP = "Tìm theo họ tên hoặc đơn vị, không cần dấu (Ctrl+F)"
EXPORT = "Xuất sổ năm"
EXPORT_BOARD = "Xuất bảng điểm ra Excel…"
PRINT_BOARD = "In bảng điểm…"
EXPAND_ALL = "Mở tất cả các mục (Ctrl+Shift+G)"
COLLAPSE_ALL = "Thu gọn về các nhóm (Ctrl+Shift+G)"
OPEN_OR_CLOSE_ALL = "Mở hoặc thu gọn tất cả các nhóm"
REARRANGE = "Sắp lại"
REARRANGE_TIP = "Điểm đã đổi nên thứ tự hàng không còn theo tổng điểm. Sắp lại danh sách (F5)."
GRID_NAME = "Bảng điểm"

STAGE_NAME = {StageKey.SELF: "Tự chấm", StageKey.UNIT: "Đơn vị chấm", StageKey.COUNCIL: "Hội đồng"}
STAGE_BAND = {StageKey.SELF: "Điểm tự chấm", StageKey.UNIT: "Điểm đơn vị chấm", StageKey.COUNCIL: "Điểm Hội đồng"}
STAGE_TOTAL = {StageKey.SELF: "Tự chấm", StageKey.UNIT: "Đơn vị", StageKey.COUNCIL: "Hội đồng"}
_STAGE_INSIDE = {StageKey.SELF: "tự chấm", StageKey.UNIT: "đơn vị", StageKey.COUNCIL: "Hội đồng"}

RANK = "Hạng"
RANK_TIP = {
    SheetSubject.PERSON: "Hạng trong toàn trường theo tổng điểm của vòng đang chấm; bằng điểm thì cùng hạng.",
    SheetSubject.UNIT: "Hạng giữa các tập thể theo tổng điểm của vòng đang chấm; bằng điểm thì cùng hạng.",
}
NAME = {SheetSubject.PERSON: "Họ và tên", SheetSubject.UNIT: "Tập thể"}
UNIT = "Đơn vị"
DIFFERENCE = "Chênh"
RATING = "Xếp loại"
RATING_BAND = "Đề xuất"
TOTALS_BAND = "Tổng điểm"
GROUP_SUMS_BAND = "Cộng"

STATUS_ANY = "Mọi trạng thái"
STATUS = {
    Standing.COMPLETE: "Đủ điểm",
    Standing.MISSING: "Chưa đủ",
    Standing.ERROR: "Có lỗi",
    Standing.NOT_BEGUN: "Chưa chấm",
    Standing.NO_SHEET: "Chưa có bộ",
}
"""The state of one person's row, as a chip."""

TO_SETTLE = "Cần xử lý trước khi chốt"
NOT_BEGUN = "Hội đồng chưa chấm, giữ điểm đơn vị"
NO_SHEET_GROUP = "Chưa có bộ tiêu chí"
NO_SHEET_WHY = "Xem lại cột Nhóm ở trang Cá nhân"
NO_SHEET_CELL = "Nhóm của cá nhân này chưa được bộ tiêu chí nào áp dụng. Xem lại cột Nhóm ở trang Cá nhân."

NO_YEAR = "Chưa có năm thi đua nào"
NO_YEAR_WHY = "Nhập sổ dữ liệu năm để có danh sách, tiêu chí và điểm."
IMPORT_YEAR = "Nhập sổ dữ liệu năm"
NO_CRITERIA = "Năm này chưa có bộ tiêu chí"
NO_CRITERIA_WHY = "Bộ tiêu chí nằm ở trang tính “Tiêu chí” của sổ dữ liệu năm. Hãy nhập sổ có trang tính này."
NO_PEOPLE = "Chưa có cá nhân nào để chấm điểm"
NO_PEOPLE_WHY = "Thêm cá nhân ở trang Cá nhân, hoặc nhập sổ dữ liệu năm."
OPEN_PEOPLE = "Mở trang Cá nhân"
NO_HIT = {SheetSubject.PERSON: "Không có cá nhân nào khớp", SheetSubject.UNIT: "Không có tập thể nào khớp"}
CLEAR_FILTERS = "Xóa lọc"

CLOSED_YEAR = "Năm {year} đã chốt nên bảng điểm chỉ để xem."
UNDO_HINT = "Hoàn tác"

PASTE_TITLE = "Dán vào bảng điểm?"

RATE_TITLE = "Xếp loại {name}"
RATE_VERB = "Lưu xếp loại"
RATE_WITHDRAW = "Bỏ quyết định, theo đề xuất"
RATE_REASON = "Lý do"
RATE_REASON_NEEDED = "Bắt buộc khi xếp loại khác đề xuất."
RATE_REASON_FREE = "Không bắt buộc."
RATE_CHOOSE = "Hãy chọn một mức xếp loại."

HINTS = (
    ("Enter", "xuống ô dưới"),
    ("Tab", "ô kế"),
    ("F2", "sửa ô, mở nhóm"),
    ("Ctrl+D", "chép xuống"),
    ("F8", "lỗi kế tiếp"),
    ("Ctrl+Enter", "mở phiếu"),
    ("Alt+1..3", "đổi vòng chấm"),
    ("Ctrl+Z", "hoàn tác"),
)

_PROBLEMS = {
    "over_maximum": "{text} vượt điểm tối đa {maximum}. Nhập từ 0 đến {maximum}.",
    "reason_missing": "{text} lệch nhiều so với điểm đơn vị. Hãy ghi lý do điều chỉnh.",
    "negative": "{text} là số âm. Nhập từ 0 đến {maximum}.",
    "off_step": "{text} không theo bước điểm {step}. Nhập bội số của {step}.",
    "points_not_a_number": "“{text}” không phải là số điểm. Nhập số, ví dụ 13,5.",
    "group_not_scored": "Điểm của nhóm là tổng các mục con, không nhập trực tiếp.",
}


def subtitle(year: int, scales: Sequence[Points]) -> str:
    """Beside the title: the year and on which scale the totals are read."""
    scale = f", thang {'/'.join(one.shortest for one in scales)} điểm" if scales else ""
    return f"Năm {year}{scale}"


def output_subject(year: int, parts: Sequence[str]) -> str:
    """Under the title on paper and in Excel: the year, the stage, what narrows the board."""
    return "; ".join((f"Năm {year}", *parts))


def sheet_subtitle(unit: str) -> str:
    """Beside the title while one person's sheet is open."""
    return f"{TITLE} / {unit}" if unit else TITLE


def stage_choice(place: int, stage: StageKey) -> str:
    """A segment: "2. Đơn vị chấm"."""
    return f"{place}. {STAGE_NAME[stage]}"


def stage_choice_short(place: int, stage: StageKey) -> str:
    """The same where room is scarce."""
    return f"{place}. {STAGE_TOTAL[stage]}"


def go_to_stage(place: int) -> str:
    """What Alt and a number do."""
    return f"Chuyển đến vòng {place}"


def stage_tip(
    place: int, stage: StageKey, done: int, of: int, subject: SheetSubject, *, is_closed: bool = False
) -> str:
    """Tooltip of a segment."""
    closed = ", đã chốt" if is_closed else ""
    return f"Vòng {STAGE_NAME[stage]}: {done}/{of} {_WHOM[subject]} đủ điểm{closed} (Alt+{place})"


def done_of(done: int, of: int) -> str:
    """How many of how many."""
    return f"{done}/{of}"


def sheet_name(code: str) -> str:
    """A criteria sheet in the choice."""
    return f"Bộ {code}"


def invalid_cells(count: int, *, short: bool = False) -> str:
    """The chip of refused values."""
    return f"{count} ô lỗi" if short else f"{count} ô không hợp lệ"


def incomplete_people(count: int, of: SheetSubject, *, short: bool = False) -> str:
    """The chip of people, or units, that still owe points."""
    return f"{count} chưa đủ" if short else f"{count} {_WHOM[of]} chưa đủ điểm"


def invalid_tip(count: int) -> str:
    """What the chip does."""
    return f"{invalid_cells(count)}: đến ô lỗi kế tiếp (F8)"


def incomplete_tip(count: int, of: SheetSubject, *, only: bool) -> str:
    """What the chip does."""
    return f"{incomplete_people(count, of)}: {'hiện lại tất cả' if only else f'chỉ hiện những {_WHOM[of]} này'}"


def scores_band(stage: StageKey, before: StageKey | None, *, short: bool = False) -> str:
    """Above the score columns; `short` when open groups part them."""
    if short:
        return STAGE_NAME[stage]
    return STAGE_BAND[stage] if before is None else f"{STAGE_BAND[stage]} (chữ nhỏ: {_STAGE_INSIDE[before]})"


def group_title(number: str, contents: Sequence[str]) -> str:
    """Heading of a group's column; wordings that differ between sheets are named by their first clauses."""
    if len(contents) == 1:
        return f"{number}. {contents[0]}"
    return f"{number}. {' / '.join(_clause(words) for words in contents)}"


def group_band(number: str, contents: Sequence[str]) -> str:
    """Above the criteria of an open group."""
    return f"{number}. {' / '.join(_clause(words) if len(contents) > 1 else words for words in contents)}"


def criterion_title(number: str, contents: Sequence[str]) -> str:
    """Heading of a criterion's column; wordings that differ between sheets stand side by side."""
    if len(contents) == 1:
        return f"{number} {contents[0]}"
    return f"{number} {' / '.join(_shortened(words, 12) for words in contents)}"


def maximum(points: Sequence[Points]) -> str:
    """Under the heading: "tối đa 40", "tối đa 8/10"."""
    return f"tối đa {'/'.join(one.shortest for one in points)}"


def deduction(points: Sequence[Points]) -> str:
    """Under the heading of a criterion that takes points away."""
    return f"trừ tối đa {'/'.join(one.shortest for one in points)}"


def bonus(points: Sequence[Points]) -> str:
    """Under the heading of a criterion that may stay empty."""
    return f"thưởng {'/'.join(one.shortest for one in points)}"


def column_tip(number: str, by_sheet: Sequence[tuple[str, str, Points]]) -> str:
    """Whole wording and maximum of each sheet, one line each."""
    if len({(content, points) for _, content, points in by_sheet}) == 1:
        _, content, points = by_sheet[0]
        return f"{number}. {content}\nTối đa {points.shortest} điểm"
    lines = [f"Bộ {code}: {content}, tối đa {points.shortest} điểm" for code, content, points in by_sheet]
    return "\n".join([f"Mục {number}", *lines])


def open_group_tip(tip: str) -> str:
    """Tooltip of a closed group's heading."""
    return f"{tip}\nBấm để mở các mục của nhóm"


def close_group_tip(tip: str) -> str:
    """Tooltip of an open group's criterion."""
    return f"{tip}\nBấm tên nhóm phía trên để thu gọn (Ctrl+G)"


def group_sum_title(number: str) -> str:
    """Heading of the sum of a group whose criteria are open."""
    return number


def no_such_criterion(code: str, number: str) -> str:
    """Tooltip of a cell that does not exist for the person."""
    return f"Bộ {code} không có mục {number}"


def missing_items(numbers: Sequence[str], of: int) -> str:
    """Tooltip of an incomplete group."""
    return f"Đã chấm {of - len(numbers)}/{of} mục, còn thiếu {', '.join(numbers)}"


def refused_in_group(number: str, text: str) -> str:
    """What an erroneous group's cell shows: which criterion, and what was typed."""
    return f"{number}: {text}"


def problem(code: str, text: str, criterion: Criterion) -> str:
    """Why a typed text is no score, and what to type."""
    step = "" if criterion.step is None else criterion.step.shortest
    return _PROBLEMS[code].format(text=text, maximum=criterion.maximum.shortest, step=step)


def problem_place(name: str, number: str) -> str:
    """Where a refused value stands."""
    return f"{name}, mục {number}"


def signed(points: Points) -> str:
    """A difference with its sign: "+0,5", "-1,0", "0,0"."""
    return f"+{points}" if points.hundredths > 0 else str(points)


def difference_tip(stage: StageKey, before: StageKey | None) -> str:
    """Tooltip of the difference's heading."""
    if before is None:
        return "Vòng đầu chưa có vòng trước để so sánh."
    return f"Tổng điểm {_STAGE_INSIDE[stage]} trừ tổng điểm {_STAGE_INSIDE[before]}"


def total_tip(stage: StageKey, parts: Sequence[tuple[str, str]], total: Points | None, sheet: str, version: int) -> str:
    """Where a total comes from: its groups, the sum, the sheet."""
    head = f"{STAGE_NAME[stage]}, bộ {sheet} bản {version}"
    lines = "\n".join(f"{number}: {points}" for number, points in parts)
    return f"{head}\n{lines}\nTổng: {NOTHING if total is None else total}"


def waiting_in_units(counts: Sequence[tuple[str, int]], most: int = 3) -> str:
    """At the right of the heading: who still has something to settle."""
    named = [f"{unit}: {count}" for unit, count in counts[:most]]
    if len(counts) > most:
        named.append(f"{len(counts) - most} đơn vị khác: {sum(count for _, count in counts[most:])}")
    return ", ".join(named)


def done_heading(stage: StageKey, *, by_total: bool) -> str:
    """Heading of the complete."""
    return f"Đã đủ điểm, xếp theo tổng điểm {_STAGE_INSIDE[stage]}" if by_total else "Đã đủ điểm"


def averages(count: int, of: SheetSubject) -> str:
    """Label of the summary row."""
    if not count:
        return "Chưa ai chấm xong" if of is SheetSubject.PERSON else "Chưa tập thể nào chấm xong"
    return f"Trung bình {count} {_WHOM[of]} đã chấm xong"


def saved_at(moment: datetime) -> str:
    """At the right under the grid."""
    return f"Đã lưu {moment:%H:%M:%S}"


def closed_stage(stage: StageKey, at: datetime, by: str | None) -> str:
    """Why nothing can be typed."""
    who = f" bởi {by}" if by else ""
    return f"Vòng {STAGE_NAME[stage]} đã chốt lúc {at:%H:%M} ngày {date_text(at)}{who}, chỉ để xem."


def filters_named(parts: Sequence[str]) -> str:
    """Which filters leave nothing."""
    return f"Đang lọc: {'; '.join(parts)}."


def searched(query: str) -> str:
    """The search among the filters."""
    return f"tìm “{query}”"


def rating_proposed(
    rating: str | None, stage: StageKey | None, total: Points | None, of: SheetSubject = SheetSubject.PERSON
) -> str:
    """What the thresholds say; they may not be for units."""
    if rating is None and of is SheetSubject.UNIT:
        return "Chưa có đề xuất cho tập thể này."
    if rating is None or stage is None or total is None:
        return "Chưa có đề xuất vì chưa đủ điểm đơn vị."
    return f"Đề xuất theo {total} điểm {_STAGE_INSIDE[stage]}: {rating}."


def rating_tip(
    rating: str | None, *, decided: bool, proposed: str | None, reason: str | None,
    of: SheetSubject = SheetSubject.PERSON,
) -> str:  # fmt: skip
    """Tooltip of the chip."""
    if rating is None and of is SheetSubject.UNIT:
        return "Chưa xếp loại tập thể này. F2 để xếp loại."
    if rating is None:
        return "Chưa có đề xuất vì chưa đủ điểm đơn vị. F2 để xếp loại."
    if not decided:
        return f"Đề xuất theo điểm: {rating}. F2 để quyết định."
    compared = "" if proposed in (None, rating) else f", đề xuất theo điểm: {proposed}"
    return f"Đã quyết định: {rating}{compared}" + (f".\nLý do: {reason}" if reason else "")


def rating_spoken(chip: str, tip: str) -> str:
    """The rating's cell for a screen reader."""
    return f"{RATING}: {chip}. {tip}"


def _clause(words: str) -> str:
    return words.split(",", maxsplit=1)[0].strip()


def _shortened(words: str, room: int) -> str:
    """At most about so many letters, whole words, with an ellipsis."""
    if len(words) <= room:
        return words
    kept: list[str] = []
    for word in words.split():
        if len(" ".join([*kept, word])) > room:
            break
        kept.append(word)
    return " ".join(kept).rstrip(",;") + "…"
