"""Wording of the view "Quy định pháp luật": packs, conditions and values, comparing with the text. Knows no rule."""

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.errors import UserError
from thidua_gui.core.pack_comparison import Change
from thidua_gui.core.rulepack import Pack
from thidua_gui.core.vietnamese import date_text
from thidua_gui.text.errors import sentence as told
from thidua_gui.text.rules import PROVISIONAL_MARK, UNCHECKED

PACKS = "Các gói quy tắc"
CONDITIONS, VALUES, COMPARED = "Điều kiện", "Giá trị", "So sánh"
PARTS = "Điều kiện, giá trị hay so sánh hai gói"
ALL, OPEN = "Tất cả", "Chưa đối chiếu"
FILTER = "Lọc theo đối chiếu"
ONLY_CHANGED = "Chỉ chỗ khác nhau"
AGAINST = "So với gói"
AWARD, ALL_AWARDS = "Danh hiệu, hình thức", "Mọi danh hiệu, hình thức"

COLUMNS = "Cột của bảng, in và xuất"
LIST_NAMES = {"conditions": CONDITIONS, "values": VALUES, "compared": COMPARED}
NEEDED, SOURCE, STATE, COMPARED_BY = "Điều kiện", "Nguồn", "Đối chiếu", "Người đối chiếu"
STATE_TIP = "Để trống: đã đọc trong nguồn trích dẫn khi làm chương trình."
VALUE, NUMBER, FROM, TO, USED_IN = "Giá trị", "Số", "Từ ngày", "Đến ngày", "Dùng cho"
CHANGE = "Thay đổi"
CONFIRMED = "đã đối chiếu"
NOTHING = "Chưa có điều kiện nào"
NOTHING_WHY = "Gói này chưa ghi điều kiện nên không xét danh hiệu nào."
NO_VALUES_WHY = "Gói này không có con số nào thay đổi theo ngày."
CHANGES = {
    Change.SAME: "Như cũ", Change.CHANGED: "Đổi", Change.ADDED: "Thêm", Change.DROPPED: "Bỏ",
}  # fmt: skip
CHANGES_TOLD = {
    Change.SAME: "Hai gói quy định như nhau",
    Change.CHANGED: "Gói sau quy định khác",
    Change.ADDED: "Gói sau thêm điều kiện này",
    Change.DROPPED: "Gói sau bỏ điều kiện này",
}
GRADES = {
    "S": "đã đọc trong nguồn trích dẫn",
    "claimed": "tệp ghi là đã đọc trong nguồn",
    "M": "chưa đọc được văn bản",
    "C": "các nguồn nói khác nhau",
    "local": "do cấp dưới hoặc trường quy định",
}
VALUE_FACT, WAYS, BY = "Giá trị dùng", "Một trong các cách", "Đối chiếu"
DAY_MISSING = "Chưa ghi ngày đối chiếu."
NOTED = "Ghi chú"
NOT_ASKED = "Không có điều kiện này"
ATTESTED = "Theo đề nghị của đơn vị; coi là đạt nếu không có ý kiến phản đối."

ADD, ADD_TITLE = "Thêm gói quy tắc…", "Chọn tệp gói quy tắc"
FILE_FILTER = "Gói quy tắc (*.toml)"
OPEN_FOLDER = "Mở thư mục"
OPEN_FOLDER_TIP = "Thư mục “rules” cạnh tệp dữ liệu: bỏ tệp gói quy tắc vào đây, hoặc sửa tệp chưa dùng được"
FIND = "Lọc điều kiện"
REPLACE_TITLE, REPLACE_VERB = "Thay gói quy tắc", "Thay gói"

COMPARE = "Đối chiếu…"
TAKE_BACK = "Bỏ đối chiếu"
COMPARE_TITLE, COMPARE_VERB = "Đối chiếu với văn bản", "Ghi đã đối chiếu"
COMPARE_TEXT = "Đã đọc văn bản và thấy chương trình ghi đúng các mục sau:"
BY_WHOM, ON_DAY, DOCUMENT = "Người đối chiếu", "Ngày đối chiếu", "Văn bản đã đọc"
DOCUMENT_HINT = "Ghi số, ngày và bản đã đọc, ví dụ: Luật số 06/2022/QH15, bản Công báo."
HOLDS = "Đối chiếu có hiệu lực khi nội dung gói không đổi; hoàn tác được, bỏ được."

OWN_RULES = "Quy định khác"
NEWCOMERS = "Người mới"
NEWCOMERS_TITLE = "Tháng công tác của người mới"
NEWCOMERS_TEXT = (
    "Luật từ năm 2024 không quy định số tháng. Trường có thể yêu cầu người mới có đủ số tháng công tác trong năm mới "
    "xét Lao động tiên tiến. Năm xét theo luật có quy định số tháng thì theo luật."
)
NEWCOMERS_MONTHS, NEWCOMERS_HINT = "Số tháng tối thiểu", "Từ 0 đến 12; 0 là không yêu cầu."
NEWCOMERS_FROM = "Áp dụng từ ngày"
NEWCOMERS_FROM_HINT = "Quyết định trước ngày này theo mức cũ. Để trống nếu áp dụng cho mọi năm."
NEWCOMERS_VERB = "Lưu"
CHANGE_VERB = "Đổi…"
SINGLE_USE = "Sáng kiến"

NOT_SHIPPED = "không kèm chương trình"
NOT_ENABLED = "chưa áp dụng"
REFUSED = "không dùng được"
MEND = "Sửa tệp trong thư mục rồi mở lại trang này; các gói khác vẫn dùng bình thường."
KEEPS_EARLIER = "Hồ sơ nhận trước ngày áp dụng vẫn xét theo gói trước."
SET_DAY = "Đặt ngày quyết định"


def subtitle(unchecked: int) -> str:
    """Beside the page's title."""
    return remaining(unchecked) if unchecked else "mọi mục đã đối chiếu"


def remaining(unchecked: int) -> str:
    """"còn 7 mục chưa đối chiếu", on the page and by pack."""
    return f"còn {unchecked} mục {UNCHECKED}"


def period(pack: Pack) -> str:
    """From – to."""
    if pack.until_on is None:
        return f"từ {date_text(pack.from_on)}"
    return f"{date_text(pack.from_on)} – {date_text(pack.until_on)}"


def title(pack: Pack) -> str:
    """"A. Luật 2003 và Nghị định 91/2017"."""
    return f"{pack.id}. {pack.title}"


def origin(pack: Pack, file: str) -> str:
    """From when to when, where it comes from, its hash."""
    where = f"tệp {file} trong thư mục rules" if file else "kèm chương trình"
    parts = [f"Áp dụng {period(pack)}", where, f"mã kiểm tra {pack.sha256[:16]}"]
    parts += [f"người rà soát: {pack.checked_by}"] if pack.checked_by else []
    parts += [KEEPS_EARLIER] if pack.keeps_earlier else []
    return " · ".join(parts)


def not_enabled(pack: Pack) -> str:
    """Why it judges nothing, and what can be done."""
    return f"{pack.note} Khi có gói đầy đủ, thêm tệp có cùng mã {pack.id} bằng nút “Thêm gói quy tắc…”."


def pack_name(pack: Pack) -> str:
    """"Gói A"."""
    return f"Gói {pack.id}"


def judges(year: int) -> str:
    """The chip of the pack that judges the year on screen."""
    return f"xét năm {year}"


def year_law(year: int, day: date, *, is_set: bool, pack: Pack) -> str:
    """Across the page: which pack judges the year, and why."""
    why = "quyết định ngày" if is_set else "chưa có ngày quyết định nên tính theo ngày cuối năm"
    return f"Năm {year} xét theo gói {title(pack)}, vì {why} {date_text(day)}."


def provisional(year: int, day: date, regime: Pack, by: Pack) -> str:
    """The same where the law of that day was not read."""
    return (
        f"Năm {year}: quyết định ngày {date_text(day)} thuộc gói {title(regime)}. {regime.note} "
        f"Kết quả xét là “chưa rõ”; xem thử theo gói {by.id} thì ghi “{PROVISIONAL_MARK}”."
    )


def nothing_judges(year: int, reason: str) -> str:
    """The same where there is no law at all."""
    return f"Năm {year}: {reason}"


def shown(found: int, of: int, *, is_values: bool) -> tuple[str, str, str]:
    """Under the list."""
    what = "giá trị" if is_values else "điều kiện"
    return (f"Hiện {found} / ", str(of), f" {what}") if found < of else ("", str(of), f" {what}")


def list_title(pack: Pack, part: str) -> str:
    """Over the printed list."""
    return f"{part} của gói quy tắc {pack.id}"


def compared_title(earlier: Pack, later: Pack) -> str:
    """Over the printed comparison."""
    return f"So sánh gói quy tắc {earlier.id} và {later.id}"


def subject(pack: Pack) -> tuple[str, ...]:
    """Under that title."""
    return (f"{pack.title}, áp dụng {period(pack)}", f"Mã kiểm tra {pack.sha256[:16]}", STATE_TIP)


def capital(words: str) -> str:
    """As the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def open_count(unchecked: int) -> str:
    """At the right of an award's heading."""
    return f"{unchecked} {UNCHECKED}" if unchecked else ""


def value_told(name: str, number: int, from_on: date, until_on: date | None) -> str:
    """A dated number in one line."""
    until = "" if until_on is None else f" đến {date_text(until_on)}"
    return f"{name}: {number} (từ {date_text(from_on)}{until})"


def source(words: str, grade: str) -> str:
    """Where it stands, and how surely it was read; a pack of one's own may have grades of its own."""
    return f"{words} ({GRADES.get(grade, grade)})"


def part_told(needed: str, source: str, *, is_checked: bool) -> str:
    """One way to meet a condition."""
    mark = "" if is_checked else f"; {UNCHECKED}"
    return f"– {needed} ({source}{mark})"


def number_told(number: int, from_on: date, until_on: date | None) -> str:
    """A number and its time."""
    until = "" if until_on is None else f" đến {date_text(until_on)}"
    return f"{number}, từ {date_text(from_on)}{until}"


def confirmed_by(by: str, on: date) -> str:
    """In the list."""
    return f"{by}, {date_text(on)}"


def confirmed(by: str, on: date, document: str) -> str:
    """In full."""
    return f"{by}, ngày {date_text(on)}, theo {document}"


def lapsed(by: str, on: date) -> str:
    """The text of the pack is another one since."""
    return f"{by} đã đối chiếu bản trước của gói ngày {date_text(on)}; nội dung gói đã đổi, cần đối chiếu lại"


def compare_many(count: int) -> str:
    """The button while rows are checked."""
    return f"Đối chiếu {count} mục…"


def and_more(count: int) -> str:
    """Under a list that is too long."""
    return f"và {count} mục khác"


def also_values(names: Sequence[str]) -> str:
    """Confirmed along with a condition."""
    return f"Giá trị: {'; '.join(names)}"


def refused(file: str, problem: UserError) -> str:
    """Why a file of the folder is not used, where, and what to do."""
    line = problem.details.get("line")
    where = f" (dòng {line})" if line is not None and problem.code != "rule_pack_syntax" else ""
    return f"Tệp {file}{where} không dùng được. {told(problem)} {MEND}"


def refused_many(count: int) -> str:
    """In the list of packs."""
    return f"{count} tệp không dùng được"


def replace_text(file: str, pack: Pack) -> str:
    """Asked before a file of the folder is written over."""
    return (
        f"Thư mục đã có tệp {file} của gói {pack.id}. Thay bằng “{pack.title}”, {period(pack)}? "
        "Các mục đã đối chiếu của bản cũ phải đối chiếu lại nếu nội dung khác."
    )


def taken_back(title: str) -> str:
    """Said in the status bar."""
    return f"{title}. Hoàn tác: Ctrl+Z"


def added(pack_id: str) -> str:
    """Said in the status bar."""
    return f"Đã thêm gói quy tắc {pack_id}."


def newcomers(months: int) -> str:
    """What the school asks for beside the law."""
    asked = "trường không yêu cầu thêm số tháng"
    if months:
        asked = f"đủ {months} tháng công tác trong năm (trường quy định)"
    return f"{NEWCOMERS}: {asked}; luật có quy định số tháng thì theo luật."


def single_use(since: date, source: str, *, is_checked: bool) -> str:
    """The rule of initiatives."""
    told_by = source if is_checked else f"{source}; {UNCHECKED}"
    return f"{SINGLE_USE}: từ {date_text(since)} mỗi sáng kiến chỉ dùng cho một danh hiệu, hình thức ({told_by})."
