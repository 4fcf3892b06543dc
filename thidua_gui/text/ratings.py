"""Wording of the page of ratings: columns, filters, steps, warnings on the order of the year. Knows no rule."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from thidua_gui.core.errors import UserError
from thidua_gui.core.points import Points
from thidua_gui.core.rating_order import OrderProblem
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.core.vietnamese import date_text, grouped, shortest_comma, tidy
from thidua_gui.text.names import RATINGS, STAGES
from thidua_gui.text.rules import UNCHECKED

TITLE = "Xếp loại"
PEOPLE, UNITS = "Cá nhân", "Tập thể"
GRID_NAME = "Bảng xếp loại"
SUBJECTS = "Xếp loại cá nhân hay tập thể"

CODES = {
    Rating.EXCELLENT: "HTXSNV",
    Rating.GOOD: "HTTNV",
    Rating.COMPLETED: "HTNV",
    Rating.NOT_COMPLETED: "KHTNV",
}
KEYS = {"1": Rating.EXCELLENT, "2": Rating.GOOD, "3": Rating.COMPLETED, "4": Rating.NOT_COMPLETED}
_ALIASES = {
    "xuất sắc": Rating.EXCELLENT, "xs": Rating.EXCELLENT, "tốt": Rating.GOOD, "khá": Rating.GOOD,
    "không ht": Rating.NOT_COMPLETED, "không": Rating.NOT_COMPLETED, "k": Rating.NOT_COMPLETED,
}  # fmt: skip
CHOICES = tuple(f"{key}. {CODES[rating]} - {RATINGS[rating]}" for key, rating in KEYS.items())

CODE, NAME, UNIT, POST = "Mã", "Họ và tên", "Đơn vị", "Chức vụ"
GROUP = "Nhóm"
UNIT_NAME, KIND, HEAD = "Tập thể", "Loại", "Người đứng đầu"
TOTAL, STAGE, PROPOSED = "Điểm", "Vòng", "Đề xuất"
RATING, REASON, DECIDED_ON = "Xếp loại", "Lý do", "Ngày\nxếp loại"
PARTY, PARTY_ON = "Xếp loại\nđảng viên", "Ngày XL\nđảng viên"
PARTY_NUMBER = "Số QĐ XL\nđảng viên"
PARTY_TIP = "Xếp loại đảng viên; để trống nếu không phải đảng viên hoặc chưa có kết quả"
NOTE = "Lưu ý"
RATING_TIP = "Gõ 1 HTXSNV, 2 HTTNV, 3 HTNV, 4 KHTNV; hoặc gõ tên mức"
STAGE_SHORT = {StageKey.SELF: "Tự chấm", StageKey.UNIT: "Đơn vị", StageKey.COUNCIL: "Hội đồng"}

ALL, UNRATED, DIFFERENT, STALE, ODD = "Tất cả", "Chưa xếp loại", "Khác đề xuất", "Cần xem lại", "Sai trình tự"
FILTER = "Lọc"
STALE_TIP = "Vòng chấm đã mở lại sau khi xếp loại"
GROUP_BY_UNIT = "Nhóm theo đơn vị"
COLUMNS = "Cột hiển thị"
FIND = "Tìm tên"
FILTER_ROW = "Hiện hoặc ẩn hàng lọc"
REARRANGE = "Lọc và xếp lại các dòng"
SHOW_THEM = "Xem"

SET = "Đặt xếp loại"
FOLLOW = "Theo đề xuất của ngưỡng"
KEEP = "Giữ nguyên xếp loại"
KEEP_TIP = "Đã xem lại sau khi mở lại vòng chấm, giữ nguyên"
DAY = "Đặt ngày xếp loại…"
PARTY_DAY = "Đặt ngày xếp loại đảng viên…"
WITHDRAW = "Bỏ xếp loại"
THRESHOLDS = "Ngưỡng điểm…"
CAP = "Mức tối đa HTXSNV…"
CAP_FOR_PEOPLE = "Mức tối đa HTXSNV chỉ áp dụng cho cá nhân. Chuyển sang Cá nhân để đặt."
MORE = "Việc khác"
SUMMARY = "Bảng tổng hợp xếp loại"
LIST = {SheetSubject.PERSON: "Danh sách xếp loại cá nhân", SheetSubject.UNIT: "Danh sách xếp loại tập thể"}
SUMMARY_COUNT, SUMMARY_UNRATED, SUMMARY_ALL, SUMMARY_SHARE = "Tổng số", "Chưa xếp", "Toàn trường", "HTXSNV (%)"
SUMMARY_NO_UNIT = "Chưa có đơn vị"
EXPORT_SUMMARY = "Xuất Excel bảng tổng hợp…"
PRINT_SUMMARY = "In bảng tổng hợp…"
NOTHING_PICKED = "Chưa chọn dòng nào. Đánh dấu dòng bằng phím cách hoặc chọn vùng ô."
NOBODY_RATED = "Trong các dòng đã chọn chưa ai có xếp loại để ghi ngày."

EMPTY = "Chưa có ai để xếp loại"
EMPTY_WHY = "Nhập danh sách cá nhân hoặc sổ dữ liệu năm, rồi xếp loại từng người theo điểm đã chấm."
EMPTY_ACT = "Mở Nhập - xuất sổ năm"
NO_YEAR = "Chưa có năm thi đua"
NO_YEAR_WHY = "Trang này xếp loại cá nhân và tập thể cuối năm theo ngưỡng điểm, trong mức tối đa HTXSNV, đúng trình tự."
NO_UNITS = "Chưa có đơn vị để xếp loại"
NO_UNITS_WHY = "Thêm các khoa, phòng ở trang Đơn vị, rồi xếp loại từng tập thể tại đây."
BACK_TO_PEOPLE = "Về bảng cá nhân"
NO_UNITS_ACT = "Mở trang Đơn vị"

EMPTY_WORDS: Mapping[SheetSubject | None, tuple[str, str, str]] = {
    None: (NO_YEAR, NO_YEAR_WHY, EMPTY_ACT),
    SheetSubject.PERSON: (EMPTY, EMPTY_WHY, EMPTY_ACT),
    SheetSubject.UNIT: (NO_UNITS, NO_UNITS_WHY, NO_UNITS_ACT),
}

THRESHOLDS_TITLE = "Ngưỡng xếp loại theo điểm"
THRESHOLDS_TEXT = (
    "Từ bao nhiêu điểm thì đề xuất mỗi mức. Để trống mức nào thì chương trình không đề xuất mức đó. "
    "Xếp loại đã quyết định không đổi; ai khác đề xuất mới sẽ được đánh dấu."
)
THRESHOLDS_VERB = "Lưu ngưỡng"

REASON_TITLE = "Xếp loại khác đề xuất"
REASON_VERB = "Ghi xếp loại"
REASON_NEEDED = "Ghi lý do để xếp loại khác với mức đề xuất theo điểm."
DAY_TITLE = "Đặt ngày xếp loại"
DAY_VERB = "Đặt ngày"
DAY_FIELD = "Ngày"
DAY_NEEDED = "Chưa ghi ngày. Muốn bỏ ngày thì chọn các ô ngày trong bảng rồi bấm Delete."

RATING_KEYS = ("1 2 3 4", "Xếp loại vùng đang chọn: HTXSNV, HTTNV, HTNV, KHTNV")
PASTE_TITLE = "Dán vào bảng xếp loại?"
NO_TOTAL = "chưa đủ điểm"
STEP_THRESHOLDS = "Đặt ngưỡng xếp loại"

_PROBLEMS = {
    OrderProblem.PARTY_BEFORE_RATING: "xếp loại đảng viên trước khi xếp loại viên chức",
    OrderProblem.PARTY_WITHOUT_RATING: "đã xếp loại đảng viên nhưng chưa xếp loại viên chức",
    OrderProblem.COUNCIL_BEFORE_RATING: "họp Hội đồng trước khi xếp loại viên chức",
    OrderProblem.COUNCIL_BEFORE_PARTY: "họp Hội đồng trước khi xếp loại đảng viên",
    OrderProblem.PARTY_ABOVE_RATING: "đảng viên HTXSNV nhưng viên chức chưa đạt HTXSNV",
}
MOST_TOLD = 2

ERRORS: dict[str, str] = {
    "rating_word": "“{value}” không phải là mức xếp loại. Gõ 1 (HTXSNV), 2 (HTTNV), 3 (HTNV), 4 (KHTNV) hoặc tên mức.",
    "rating_day": "“{value}” không phải là ngày có thật. Gõ theo dạng ngày/tháng/năm, ví dụ 05/12/2022.",
    "rating_day_outside": "Ngày {day} không thể là ngày xếp loại năm {year}: chỉ nhận từ {first} đến {last}. "
    "Kiểm tra lại năm đã gõ.",
    "rating_missing": "Chưa xếp loại nên chưa ghi được lý do hoặc ngày. Hãy xếp loại trước.",
    "party_rating_missing": "Chưa có xếp loại đảng viên nên chưa ghi được ngày, số quyết định. Hãy ghi mức đó trước.",
    "threshold_not_above": "{better} phải cần nhiều điểm hơn {worse} (từ {points} điểm).",
    "threshold_above_sheets": "Không ai đạt được {points} điểm: các bộ tiêu chí cá nhân năm này cho nhiều nhất {most} "
    "điểm. Nhập ngưỡng thấp hơn, hoặc để trống.",
    "threshold_negative": "Ngưỡng điểm không được âm.",
    "threshold_number": "Gõ số điểm, ví dụ 70 hoặc 69,5; để trống nếu không đề xuất mức này.",
}


def rating_of(text: str) -> Rating | None:
    """What was typed or pasted: a key 1–4, a short or whole name, an offered choice; None of an empty cell.

    Anything else is refused with `rating_word`.
    """
    words = tidy(text)
    if not words:
        return None
    if words in CHOICES:
        return KEYS[words[0]]
    known = KEYS.get(words) or _ALIASES.get(words.lower())
    if known is not None:
        return known
    try:
        return RATINGS.value(words)
    except UserError as problem:
        raise UserError("rating_word", value=words) from problem


def short(rating: Rating) -> str:
    """As in the grid and in sentences."""
    return CODES[rating]


def noun(of: SheetSubject) -> str:
    return "người" if of is SheetSubject.PERSON else "tập thể"


def step(count: int, of: SheetSubject) -> str:
    """Title of an undo step."""
    return f"Xếp loại {grouped(count)} {noun(of)}"


def step_follow(count: int, of: SheetSubject) -> str:
    return f"Xếp loại {grouped(count)} {noun(of)} theo đề xuất của ngưỡng"


def subtitle(year: int, rated: int, total: int, of: SheetSubject) -> str:
    """Beside the title."""
    return f"Năm {year} · đã xếp loại {grouped(rated)}/{grouped(total)} {noun(of)}"


def shown(found: int, total: int, of: SheetSubject) -> tuple[str, str, str]:
    """The line under the grid; its number is bold."""
    return "Hiện ", grouped(found), f" / {grouped(total)} {noun(of)}"


def output_subject(year: int) -> str:
    """Under the title of a printed list."""
    return f"Năm {year}"


def share(excellent: int, rated: int) -> str:
    """HTXSNV of those rated, in percent."""
    return shortest_comma(Fraction(excellent * 100, rated), 1) if rated else ""


def total(points: Points | None) -> str:
    return "" if points is None else str(points)


def closed(year: int) -> str:
    """Above a year that is read-only."""
    return f"Năm {year} đã chốt, bảng xếp loại chỉ để xem."


def proposed_tip(rating: Rating | None, stage: StageKey | None, points: Points | None) -> str:
    """Where a proposal comes from, or why there is none."""
    if points is None or stage is None:
        return "Chưa vòng chấm nào đủ điểm nên chưa có đề xuất."
    if stage is StageKey.SELF:
        return f"Mới có điểm tự chấm ({points}); đề xuất cần điểm của đơn vị hoặc Hội đồng."
    if rating is None:
        return f"Vòng {STAGES[stage]}: {points} điểm, không đạt ngưỡng nào."
    return f"Vòng {STAGES[stage]}: {points} điểm, đề xuất {RATINGS[rating]}."


def person_line(
    name: str, points: Points | None, stage: StageKey | None, proposed: Rating | None, decided: Rating | None
) -> str:
    """The strip under the grid: "Lò Thị Hạnh: 96,5 điểm (Hội đồng), đề xuất HTXSNV, đang xếp HTTNV"."""
    parts = [NO_TOTAL if points is None or stage is None else f"{points} điểm ({STAGE_SHORT[stage]})"]
    if proposed is not None:
        parts.append(f"đề xuất {CODES[proposed]}")
    parts.append("chưa xếp loại" if decided is None else f"đang xếp {CODES[decided]}")
    return f"{name}: {', '.join(parts)}"


def problem_words(problems: Sequence[OrderProblem]) -> str:
    """What is out of order for one person; capital at the beginning."""
    words = "; ".join(_PROBLEMS[problem] for problem in problems)
    return f"{words[0].upper()}{words[1:]}" if words else ""


def problem_tip(problems: Sequence[OrderProblem], party_source: str, order_source: str) -> str:
    """The same with the rules behind it."""
    lines = [f"{problem_words(problems)}."]
    if any(problem is not OrderProblem.PARTY_ABOVE_RATING for problem in problems):
        lines.append(f"Trình tự: xếp loại viên chức, rồi xếp loại đảng viên, rồi bình xét thi đua ({order_source}).")
    if OrderProblem.PARTY_ABOVE_RATING in problems:
        lines.append(f"Đảng viên xếp HTXSNV thì viên chức cũng phải HTXSNV: {party_source}.")
    return "\n".join(lines)


def problem_line(problems: Sequence[OrderProblem], source: str) -> str:
    """The same in one line under the grid."""
    rule = f" ({source})" if OrderProblem.PARTY_ABOVE_RATING in problems else ""
    return f"{problem_words(problems)}{rule}"


def year_problems(people: int, counts: Mapping[OrderProblem, int], council_on: date | None) -> str:
    """One sentence for the whole year, the two most frequent problems in words; empty when all is in order."""
    ranked = sorted(((count, problem) for problem, count in counts.items() if count), key=lambda pair: -pair[0])
    if not ranked:
        return ""
    told = [f"{grouped(count)} người {_PROBLEMS[problem]}" for count, problem in ranked[:MOST_TOLD]]
    rest = " và trường hợp khác" if len(ranked) > MOST_TOLD else ""
    council = "" if council_on is None else f" (Hội đồng họp ngày {date_text(council_on)})"
    return f"{grouped(people)} người sai trình tự xếp loại{council}: {'; '.join(told)}{rest}."


def source(words: str, *, is_checked: bool) -> str:
    return words if is_checked else f"{words} ({UNCHECKED})"


def stale(count: int, of: SheetSubject) -> str:
    """Above the grid."""
    return f"{grouped(count)} {noun(of)} cần xem lại vì vòng chấm đã mở lại sau khi xếp loại."


def reason_text(named: Sequence[str], count: int, of: SheetSubject) -> str:
    """Whom the asked reason is about."""
    first = ", ".join(named[:3])
    rest = f" và {grouped(count - 3)} {noun(of)} khác" if count > 3 else ""
    return f"{first}{rest}: mức xếp loại khác với đề xuất theo điểm, cần ghi lý do."


def threshold_label(rating: Rating) -> str:
    """Of a field."""
    return f"{CODES[rating]} từ (điểm)"


def foreseen(counts: Mapping[Rating, int], without: int) -> str:
    """What these thresholds would propose for those who have points."""
    told = [f"{grouped(count)} {CODES[rating]}" for rating, count in counts.items() if count]
    told += [f"{grouped(without)} không đạt ngưỡng nào"] if without else []
    return f"Với ngưỡng này, đề xuất: {', '.join(told)}." if told else "Chưa ai đủ điểm để đề xuất."


def day_text(count: int, of: SheetSubject) -> str:
    return f"Cho {grouped(count)} {noun(of)} đã chọn."


def pasted(changed: int, read_only: int, invalid: int, beyond: int) -> str:
    """What a paste would do."""
    parts = [f"Thay đổi {grouped(changed)} ô"]
    if read_only:
        parts.append(f"bỏ qua {grouped(read_only)} ô chỉ đọc")
    sentence = ", ".join(parts) + "."
    if invalid:
        sentence += f" {grouped(invalid)} ô không phải mức xếp loại hoặc ngày có thật sẽ không dán, ô cũ giữ nguyên."
    if beyond:
        sentence += f" {grouped(beyond)} dòng thừa không có chỗ, sẽ không dán."
    return sentence


def not_pasted(count: int, sentence: str) -> str:
    """After a paste with refused cells: the first of them, and how many more."""
    return sentence if count == 1 else f"{sentence} Còn {grouped(count - 1)} ô khác không dán được."


def rated_spoken(rating: Rating | None, proposed: Rating | None) -> str:
    """The rating's cell for a screen reader."""
    if rating is None:
        return "chưa xếp loại" if proposed is None else f"chưa xếp loại, đề xuất {RATINGS[proposed]}"
    return RATINGS[rating] if proposed in (None, rating) else f"{RATINGS[rating]}, khác đề xuất {RATINGS[proposed]}"
