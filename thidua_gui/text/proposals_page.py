"""Wording of the page of proposals: views, columns, chips, buttons, keys. Knows no row and no window."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.proposals import State
from thidua_gui.core.titles import TitleGroup
from thidua_gui.core.vietnamese import grouped
from thidua_gui.text.proposals import STATES

TITLE = "Đề nghị khen thưởng"
NO_YEAR = "Chưa có năm thi đua"
NO_YEAR_WHY = "Nhập sổ dữ liệu năm hoặc lập năm mới, rồi lập đề nghị khen thưởng của năm đó."
NO_YEAR_VERB = "Đến trang Nhập dữ liệu"
ADVICE = "Kết quả thẩm tra là gợi ý theo dữ liệu đã nhập. Hội đồng quyết định; mọi thay đổi được ghi vào nhật ký."
KINDS = "Danh hiệu, hình thức khen thưởng"
VIEWS = "Phần của danh sách"

# header
ADD = "Thêm đề nghị"
ADD_CHOSEN = "Chọn cá nhân, tập thể…"
ADD_ELIGIBLE = "Từ người đủ điều kiện chưa đề nghị…"
ADD_ELIGIBLE_UNITS = "Từ tập thể đủ điều kiện chưa đề nghị…"
ADD_VOTES = "Từ kết quả bình xét của đơn vị…"
ADD_REGISTERED = "Từ đăng ký thi đua…"
PRESENT = "Trình Hội đồng"
MORE = "Việc khác với danh sách"

GROUPS = {TitleGroup.TITLE: "Danh hiệu", TitleGroup.FORM: "Hình thức"}

# views
LISTED = "Đề nghị"
MISSED = "Bị bỏ sót"
MISSED_SHORT = "Bỏ sót"
NOT_ELIGIBLE = "Đăng ký, chưa đủ"
NOT_ELIGIBLE_SHORT = "Chưa đủ"
DUPLICATES = "Trùng"
MISSED_TIP = "Đủ điều kiện nhưng chưa được đề nghị"
NOT_ELIGIBLE_TIP = "Đã đăng ký danh hiệu nhưng chưa đủ điều kiện"
DUPLICATES_TIP = "Đề nghị trùng nhau, hoặc người, tập thể đã được tặng; tính cho mọi danh hiệu, hình thức của năm"
RECHECK = "Thẩm tra lại"
RECHECK_TIP = "Tính lại theo dữ liệu hiện có (F5)"
RECHECKED = "Đã thẩm tra lại theo dữ liệu hiện có."
EXTRACT = "Lập danh sách trích ngang"
EXTRACT_SHORT = "Trích ngang"
EXTRACT_PDF = "Xem và in (PDF)…"
EXTRACT_EXCEL = "Xuất Excel…"
CHIPS = "Lọc theo kết quả thẩm tra"
CLEAR = "Xóa lọc"

# grid
GRID = "Danh sách đề nghị"
RANK, PERSON, UNIT_SUBJECT, UNIT, CODE = "Hạng", "Cá nhân", "Tập thể", "Đơn vị", "Mã"
POINTS, INITIATIVES, VOTES, PAPERS = "Điểm", "Sáng kiến", "Phiếu", "Hồ sơ"
VOTES_TIP = "Số phiếu đồng ý / số người có mặt khi đơn vị bình xét"
PAPERS_TIP = "Giấy tờ bắt buộc còn thiếu trong hồ sơ"
VERDICT, STATE, TO_PRESENT = "Thẩm tra", "Trạng thái", "Trình HĐ"
PROVISIONAL_VERDICT = "Thẩm tra\n(tạm tính)"
TO_PRESENT_TIP = "Dấu cách: đánh dấu, bỏ đánh dấu đề nghị đem trình Hội đồng"
RATING, RECEIVED, ACHIEVEMENT, NOTE = "Xếp loại", "Ngày nhận", "Thành tích", "Ghi chú"
BASIS = "Loại hình"
TIED = "Cùng điểm với người khác ở ngưỡng; xếp thứ tự bằng Alt+↑, Alt+↓."
TIED_AWAY = "Cùng điểm với người khác."
VERDICTS = {Outcome.MET: "Đủ điều kiện", Outcome.UNKNOWN: "Cần xem lại", Outcome.NOT_MET: "Không đủ"}
BEYOND = "Ngoài điều kiện"
NOT_JUDGED = "Chưa thẩm tra"
SHORT_WAY = "Không xét"
SHORT_STATES = {State.PRESENTED: "Trình HĐ", State.DECIDED: "Có QĐ"}
PAPERS_WHOLE = "Đủ"
LOCKED_LISTED = "Đề nghị ở trạng thái này không đánh dấu lại được."

# foot
BULK_LIST, BULK_UNLIST = "Đánh dấu trình", "Bỏ đánh dấu trình"
BULK_MORE = "Bước khác"
BULK_DELETE = "Xóa nháp"
UNSELECT = "Bỏ chọn"

# empty
EMPTY_WHY = (
    "Lập đề nghị từ đăng ký thi đua, từ kết quả bình xét của đơn vị, hoặc chọn từng cá nhân, tập thể. "
    "Chương trình thẩm tra từng điều kiện và chỉ rõ căn cứ."
)
NO_KINDS = "Chưa có danh hiệu, hình thức nào để đề nghị"
MISSED_EMPTY = "Không ai bị bỏ sót"
MISSED_EMPTY_WHY = "Mọi cá nhân, tập thể đủ điều kiện đều đã có đề nghị."
NOT_ELIGIBLE_EMPTY = "Không có ai đăng ký mà chưa đủ điều kiện"
NOT_ELIGIBLE_EMPTY_WHY = "Ai đã đăng ký danh hiệu này đều đủ điều kiện."
DUPLICATES_EMPTY = "Không có đề nghị trùng"
DUPLICATES_EMPTY_WHY = "Không ai có hai đề nghị cùng loại, không ai được đề nghị lại khen thưởng đã có."

# other views
LACKING, WHY, KIND = "Còn thiếu", "Vì sao", "Danh hiệu, hình thức"
CONDITIONS = "Điều kiện"
REGISTERED = "Đăng ký"
IS_REGISTERED = "Có"
PROPOSE = "Đề nghị"
PROPOSE_KEY = "Đề nghị người đang chọn"
PROPOSE_ANYWAY = "Vẫn đề nghị"
OPEN_PROPOSAL = "Mở đề nghị"
FOUND_HINT = "Enter: lập đề nghị cho các dòng đang chọn"

# law
PROVISIONAL_ACT = "Tạm tính theo quy định trước"
PROVISIONAL_OFF = "Bỏ tạm tính"

# keys
KEY_NEW = "Thêm đề nghị"
KEY_FIND = "Tìm trong bảng"
KEY_PRESENT = "Trình Hội đồng các đề nghị được đánh dấu"
KEY_EDIT = "Sửa đề nghị"
KEY_RETURN = "Trả lại, kèm lý do"
KEY_VALID = "Bước tiếp theo của đề nghị (Nộp, Hợp lệ…)"
KEY_WITHDRAW = "Xóa nháp, hoặc rút đề nghị"
KEY_UP, KEY_DOWN = "Xếp lên trên người cùng điểm", "Xếp xuống dưới người cùng điểm"
KEY_NEXT_KIND, KEY_LAST_KIND = "Danh hiệu, hình thức kế tiếp", "Danh hiệu, hình thức trước"
KEY_FILTER_ROW = "Hiện, ẩn hàng lọc"
KEY_PANEL = "Phần kế tiếp của khung bên phải"
KEY_BACK = "Về danh sách đề nghị"
KEY_LISTED = ("Dấu cách", "Đánh dấu, bỏ đánh dấu trình Hội đồng")
KEY_SELECT = ("Shift+↑↓", "Chọn nhiều đề nghị")
REPORTED = "Danh sách trích ngang đề nghị {name}"


def subtitle(year: int) -> str:
    return f"Năm {year}"


def others(count: int) -> str:
    """The menu of kinds that have no tab."""
    return f"Cấp trên ({count})"


def empty(name: str) -> str:
    return f"Chưa có đề nghị {name}"


def closed(year: int) -> str:
    """A closed year can only be looked at."""
    return f"Năm {year} đã chốt: chỉ xem, không sửa được đề nghị."


def chip(outcome: Outcome, count: int) -> str:
    """"4 đủ điều kiện"."""
    word = VERDICTS[outcome]
    return f"{grouped(count)} {word[:1].lower()}{word[1:]}"


def shown(found: int, of: int, *, is_filtered: bool) -> str:
    """The quiet count beside the chips."""
    return f"Hiện {grouped(found)} / {grouped(of)}" if is_filtered else f"{grouped(of)} đề nghị"


def regime(pack: str | None) -> str:
    """By which rule pack the verdicts are."""
    return f"Thẩm tra theo gói {pack} ·" if pack else ""


def recheck_tip(pack: str | None) -> str:
    return f"{RECHECK_TIP}\nThẩm tra theo gói {pack}." if pack else RECHECK_TIP


def selected(count: int) -> str:
    return f"Đã chọn {grouped(count)}"


def papers_missing(count: int) -> str:
    return f"Thiếu {count}" if count else PAPERS_WHOLE


def at_hand(codes: Sequence[str]) -> str:
    """Own initiatives of which none was chosen."""
    return f"({', '.join(codes)})"


def at_hand_tip(codes: Sequence[str]) -> str:
    return f"Chưa chọn sáng kiến cho đề nghị; có {', '.join(codes)}."


def verdict_tip(met: int, of: int, overridden: int) -> str:
    """Beside the chip."""
    told = f"Đạt {met}/{of} điều kiện"
    return f"{told}; chấp nhận ngoài điều kiện {overridden}" if overridden else told


def provisional(reason: str) -> str:
    """A banner while the verdicts are those of an earlier law."""
    return f"{reason}: chỉ để tham khảo, không phải kết quả thẩm tra."


def state_word(state: State) -> str:
    """As short as a column wants it."""
    return SHORT_STATES.get(state, STATES[state])


def proposed(count: int) -> str:
    """Said after many were proposed at once."""
    return f"Đã lập {grouped(count)} đề nghị."


def propose_many(verb: str, count: int) -> str:
    """On the button under a list of who may be proposed."""
    return f"{verb} ({grouped(count)})" if count > 1 else verb


def of_year(year: int) -> str:
    """Under the title of a list on paper."""
    return f"Năm {year}"
