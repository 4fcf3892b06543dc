"""Wording of the view "Danh hiệu & hình thức": list, panel, dialogs. Decides nothing."""

from datetime import date

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.vietnamese import date_text, grouped
from thidua_gui.text import rules
from thidua_gui.text.commendations import KINDS

LIST = "Danh hiệu thi đua và hình thức khen thưởng"
ADD = "Thêm danh hiệu, hình thức"
ADD_TIP = "Danh hiệu hoặc hình thức khen thưởng của riêng trường (Ctrl+N)"
ON = "Theo quy định ngày"
COLUMNS = "Cột hiển thị, in và xuất danh sách"
FILTER = "Lọc danh hiệu, hình thức"
ALL, TITLES, FORMS, OWN, HIDDEN = "all", "title", "form", "own", "hidden"
FILTERS = {ALL: "Tất cả", TITLES: "Danh hiệu", FORMS: "Hình thức", OWN: "Của trường", HIDDEN: "Đang ẩn"}
FIND = "Tìm theo tên"

NAME, SHORT, BEARER, LEVEL = "Tên đầy đủ", "Tên gọn", "Đối tượng", "Cấp"
AUTHORITY, SOURCE, AWARDS = "Thẩm quyền quyết định", "Nguồn", "Số lượt"
AUTHORITY_SHORT = "Thẩm quyền"
AWARDS_IN_FILE = "Đã khen"
AWARDS_TIP = "Số lượt khen thưởng trong dữ liệu, không kể đã thu hồi"
UNCHECKED = rules.UNCHECKED
CHANGED, OWN_WORD, HIDDEN_WORD, CHECKED = "trường sửa", "của trường", "đang ẩn", "theo văn bản"

PANEL = "Chi tiết danh hiệu, hình thức"
CHOOSE = "Chọn một danh hiệu, hình thức"
CHOOSE_WHY = "Bên này hiện thẩm quyền, thành phần hồ sơ và điều kiện theo quy định."
GROUP, WORDINGS, NOTE = "Loại", "Cách viết khác", "Ghi chú"
EDIT, HIDE, SHOW, RESET, REMOVE = "Sửa…", "Ẩn", "Dùng lại", "Đặt lại như ban đầu", "Xóa"
HIDE_TIP = "Không đưa ra để chọn nữa; khen thưởng đã có vẫn giữ"
MORE = "Việc khác với danh hiệu, hình thức này"
PAPERS = "Thành phần hồ sơ"
EDIT_PAPERS = "Sửa danh sách…"
PROCEDURE = "Danh sách hồ sơ của loại hình khen thưởng"
NOT_REQUIRED = "nếu có"
CONDITIONS = "Điều kiện"
TO_LAW = "Xem quy định pháp luật"
NO_CONDITIONS = "Gói quy tắc không đặt điều kiện cho hình thức này; xét theo hồ sơ."
OWN_CONDITIONS = "Do trường quy định, pháp luật không đặt điều kiện; xét theo hồ sơ."
AND = "và"

DIALOG_ADD, DIALOG_EDIT = "Thêm danh hiệu, hình thức của trường", "Sửa danh hiệu, hình thức"
ADD_VERB, SAVE = "Thêm", "Lưu"
SHORT_HINT = "Hiện trong bảng; tối đa {most} ký tự"
AUTHORITY_HINT = "Để trống: theo luật ({name})"
OWN_AUTHORITY_HINT = "Ví dụ: Hiệu trưởng"
WORDINGS_HINT = "Mỗi dòng một cách viết gặp trong hồ sơ của trường"
SHIPPED_WORDINGS = "Đã nhận sẵn: {words}"
LAW_NOTE = "Loại, đối tượng và cấp do luật quy định."

PAPERS_TITLE = "Thành phần hồ sơ: {name}"
PAPERS_TEXT = "Loại hình khen thưởng: {basis}"
PLACE, PAPER, REQUIRED, PAPER_NOTE = "TT", "Giấy tờ", "Bắt buộc", "Ghi chú"
REQUIRED_WORDS = ("Có", "Không")
PAPER_ADD, PAPER_REMOVE, PAPER_UP, PAPER_DOWN = (
    "Thêm giấy tờ (Insert)", "Bỏ giấy tờ (Delete)", "Chuyển lên (Alt+↑)", "Chuyển xuống (Alt+↓)",
)  # fmt: skip
NEW_PAPER = "Giấy tờ mới"
SINCE = "Áp dụng từ ngày"
SINCE_HINT = "Để trống: áp dụng cho mọi thời điểm"
PAPERS_HINT = "F2 sửa ô, phím cách đổi bắt buộc, Insert thêm, Delete bỏ, Alt+↑ và Alt+↓ chuyển chỗ."
PAPERS_RESET = "Đặt lại như ban đầu"

REMOVE_TITLE = "Xóa danh hiệu, hình thức"
REMOVE_TEXT = "Xóa “{name}” cùng danh sách hồ sơ của trường cho nó?"
RESET_TITLE = "Đặt lại như ban đầu"
RESET_TEXT = "Bỏ tên gọn, thẩm quyền, cách viết và ghi chú mà trường đặt cho “{name}”?"
SUBJECT_ON = "Theo quy định ngày {day}"


def subtitle(titles: int, forms: int, own: int) -> str:
    """Beside the page's title."""
    told = f"{titles} danh hiệu, {forms} hình thức"
    return f"{told}, trong đó {own} của trường" if own else told


def count(shown: int, of: int) -> tuple[str, str, str]:
    """The line under the grid."""
    told = f"{shown}" if shown == of else f"{shown} / {of}"
    return "Hiện ", told, " danh hiệu, hình thức"


def awards(number: int) -> str:
    """In the panel."""
    return f"{grouped(number)} lượt trong dữ liệu" if number else "Chưa có trong dữ liệu"


def source(named: str, *, is_checked: bool) -> str:
    """Where something was read, and whether it was compared with the text."""
    if not named:
        return ""
    return f"Nguồn: {named}" if is_checked else f"Nguồn: {named} ({UNCHECKED})"


def own_papers(since: date | None) -> str:
    """Below the school's own list."""
    return "Danh sách của trường" if since is None else f"Danh sách của trường, từ {date_text(since)}"


def procedure(basis: CommendationKind) -> str:
    """On the switch over the papers."""
    return KINDS[basis]


def paper(place: int, name: str, note: str, *, is_required: bool) -> tuple[str, str]:
    """One line of the list, and what stands quietly below it."""
    also = "; ".join(part for part in ("" if is_required else NOT_REQUIRED, note) if part)
    return f"{place}. {name}", also


def condition(needed: str) -> str:
    """As a line of its own."""
    return needed[:1].upper() + needed[1:]


def rule_pack(pack: str) -> str:
    """Over the conditions."""
    return f"Gói quy tắc {pack}"
