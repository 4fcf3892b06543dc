"""Wording of registrations: the page's three views, its steps, papers and refusals. Knows no row and no window."""

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.registering import Side
from thidua_gui.core.vietnamese import date_text, grouped

TITLE = "Đăng ký thi đua"
VIEWS = "Cách xem"
PEOPLE_VIEW = "Cá nhân"
UNITS_VIEW = "Tập thể & nhà trường"
LAUNCH_VIEW = "Phát động"
FILTER = "Lọc theo tình trạng"
ALL = "Tất cả"
UNREGISTERED = "Chưa đăng ký"
LATE = "Đăng ký muộn"
PROBLEMS = "Có lỗi"

CODE = "Mã"
NAME = "Họ và tên"
UNIT_NAME = "Tập thể"
UNIT = "Đơn vị"
POST = "Chức vụ"
KIND = "Loại"
AWARD = "Danh hiệu đăng ký"
CONTENT = "Nội dung đăng ký"
DAY = "Ngày đăng ký"
DAY_HEADER = "Ngày\nđăng ký"
DAY_TIP = "Gõ 15/3 hoặc 15/3/2022. Ctrl+; ghi ngày hôm nay."
MORE = "Đăng ký thêm"
MORE_TIP = "Danh hiệu, hình thức khác cùng đăng ký; sửa ở khung bên phải."
STATE = "Tình trạng"
REGISTERED = "Đã đăng ký"
REGISTERED_LATE = "Muộn"
SCHOOL_STATE = "Nhà trường"
GONE = "Đã thôi việc"
NO_UNIT = "Chưa rõ đơn vị"

ADD = "Thêm đăng ký"
EDIT = "Sửa đăng ký"
DELETE = "Xóa đăng ký"
ADD_VERB = "Thêm"
CLOSE = "Đóng"
SAVE = "Lưu"
PRINT_MENU = "In phiếu"
TODAY = "Ghi ngày hôm nay"
GO_TO_PROBLEM = "Đến ô lỗi"
FIND = "Tìm trong bảng"
FILTER_ROW = "Hiện, ẩn hàng lọc"
KEY_NEW = "Thêm đăng ký; ở Phát động: ghi một ngày cho tất cả"
COLUMNS = "Cột hiển thị"
EMPTY_LINE = "Chưa đăng ký danh hiệu nào."
NO_ROW = "Chọn một dòng để xem mọi danh hiệu đã đăng ký."
DETAIL = "Chi tiết đăng ký"
ADD_TEXT = "Danh hiệu hoặc hình thức khen thưởng. Có thể gõ tên khác với danh sách nếu bắt đầu bằng một tên đã biết, \
ví dụ “Cờ thi đua của Giám đốc Học viện”."

UNITS_NOUN = "đơn vị"
WHAT = {Side.PEOPLE: "cá nhân", Side.UNITS: "tập thể"}
EMPTY = {
    Side.PEOPLE: (
        "Chưa có ai để đăng ký",
        "Thêm cá nhân của trường, hoặc nhập sổ dữ liệu năm; bảng này sẽ có đủ mọi người theo từng đơn vị.",
        "Đến trang Cá nhân",
    ),
    Side.UNITS: (
        "Chưa có tập thể nào",
        "Thêm khoa, phòng của trường, hoặc nhập sổ dữ liệu năm.",
        "Đến trang Đơn vị",
    ),
}
NO_YEAR = "Chưa có năm thi đua"
NO_YEAR_WHY = "Nhập sổ dữ liệu năm hoặc mở một năm mới, rồi ghi đăng ký thi đua tại đây."
NO_YEAR_VERB = "Đến trang Nhập dữ liệu"

PAPER_UNIT = "Phiếu đăng ký của đơn vị đang chọn"
PAPER_UNITS = "Phiếu đăng ký của tất cả đơn vị"
PAPER_PERSON = "Phiếu đăng ký của một người đang chọn"
PAPER_SUBJECT = "Phiếu đăng ký của tập thể đang chọn"
PAPER_SCHOOL = "Bản đăng ký thi đua của nhà trường"
PAPER_SUMMARY = "Bảng tổng hợp đăng ký toàn trường"
SUMMARY_EXCEL = "Bảng tổng hợp đăng ký (Excel)"
DRAWING = "Đang dựng phiếu đăng ký"
LIST_PEOPLE = "Danh sách đăng ký thi đua"
LIST_UNITS = "Danh sách tập thể đăng ký thi đua"

ERRORS = {
    "registration_title_missing": "Chưa ghi danh hiệu đăng ký.",
    "registration_title_unknown": "Không có danh hiệu hay hình thức khen thưởng tên “{title}”. "
    "Chọn trong danh sách (Alt+↓) hoặc gõ đủ tên, ví dụ LĐTT, Chiến sĩ thi đua cơ sở.",
    "registration_title_of_units": "“{title}” là danh hiệu của tập thể; cá nhân không đăng ký danh hiệu này.",
    "registration_title_of_people": "“{title}” là danh hiệu của cá nhân; tập thể không đăng ký danh hiệu này.",
    "registration_day_wrong": "“{text}” không phải là ngày. Gõ như 15/3 hoặc 15/3/2022.",
    "registration_outside_year": "Ngày đăng ký phải trong năm {year}.",
    "registration_in_future": "Ngày đăng ký {day} còn chưa tới; chỉ ghi khi đã đăng ký.",
    "registration_before_joining": "Ngày đăng ký trước ngày {name} về cơ quan hoặc ngày thành lập: {day}.",
    "registration_after_leaving": "Ngày đăng ký sau ngày {name} thôi công tác hoặc ngừng hoạt động: {day}.",
    "registration_repeated": "Đã đăng ký “{title}” rồi; mỗi danh hiệu chỉ ghi một lần.",
    "registration_without_title": "Ghi danh hiệu đăng ký trước; chữ trong ô này được giữ và sẽ ghi cùng danh hiệu.",
    "registration_draft_ready": "Chữ trong ô chưa được ghi. Sửa ô (F2) rồi nhấn Enter để ghi lại.",
    "registration_gone": "Đăng ký này không còn trong dữ liệu.",
    "registration_subject_gone": "Người hoặc đơn vị này không còn trong dữ liệu.",
    "registration_nobody": "Chưa có ai đăng ký hoặc cần đăng ký nên chưa có gì để in.",
}


def step_cells(names: Sequence[str]) -> str:
    """Operation title: one name, or how many rows."""
    return f"Ghi đăng ký thi đua {names[0]}" if len(names) == 1 else f"Ghi đăng ký thi đua {grouped(len(names))} dòng"


def step_add(name: str) -> str:
    """Operation title."""
    return f"Thêm đăng ký thi đua {name}"


def step_edit(name: str) -> str:
    """Operation title."""
    return f"Sửa đăng ký thi đua {name}"


def step_delete(name: str) -> str:
    """Operation title."""
    return f"Xóa đăng ký thi đua {name}"


def progress(done: int, of: int) -> str:
    """"44/45, còn 1"."""
    rest = f", còn {grouped(of - done)}" if done < of else ""
    return f"{grouped(done)}/{grouped(of)}{rest}"


def subtitle(year: int, done: int, of: int) -> str:
    """Beside the page's title."""
    return f"Năm {year} · {progress(done, of)} cá nhân"


def units_subtitle(year: int, done: int, of: int) -> str:
    """Beside the page's title, of collectives."""
    return f"Năm {year} · {progress(done, of)} tập thể"


def launch_subtitle(year: int, done: int, of: int) -> str:
    """Beside the page's title, of launches."""
    return f"Năm {year} · {progress(done, of)} khoa, phòng"


def who_is_missing(names: Sequence[str], count: int) -> str:
    """The line that is always there while somebody has not registered."""
    rest = "" if count <= len(names) else f" và {grouped(count - len(names))} người khác"
    return f"Chưa đăng ký: {', '.join(names)}{rest}"


def which_is_missing(names: Sequence[str], count: int) -> str:
    """The same for collectives."""
    rest = "" if count <= len(names) else f" và {grouped(count - len(names))} tập thể khác"
    return f"Chưa đăng ký: {', '.join(names)}{rest}"


def nobody_missing(count: int) -> str:
    """The same line once all have registered."""
    return f"Cả {grouped(count)} người đã đăng ký." if count else ""


def nothing_missing(count: int) -> str:
    """The same for collectives."""
    return f"Cả {grouped(count)} tập thể đã đăng ký." if count else ""


def due(day: date | None) -> str:
    """The deadline."""
    return "" if day is None else f"Hạn đăng ký: {date_text(day)}"


def refused(count: int, here: str) -> str:
    """The banner over a grid with cells that were not written; `here` is why, where the cursor stands."""
    return f"{grouped(count)} ô chưa ghi được, chữ vẫn còn trong ô. {here or 'Đến ô để xem lý do.'}"


def closed_year(year: int) -> str:
    """The banner of a closed year."""
    return f"Năm {year} đã chốt nên bảng chỉ để xem."


def shown(count: int, total: int, what: str) -> tuple[str, str, str]:
    """The line under the grid."""
    return "Hiện ", grouped(count), f" / {grouped(total)} {what}"


def written(count: int, gone: int = 0) -> str:
    """Status bar after cells; `gone` lines were taken away with everything typed beside them."""
    lost = f", trong đó bỏ {grouped(gone)} dòng cùng các ô bên cạnh" if gone else ""
    return f"Đã ghi {grouped(count)} ô{lost}. Hoàn tác: Ctrl+Z"


def late_tip(due_on: date) -> str:
    """Tooltip of a late registration."""
    return f"Đăng ký sau hạn {date_text(due_on)}; vẫn được ghi nhận."


def line_facts(day: date | None, content: str) -> str:
    """Below a title in the side panel."""
    on = "Chưa ghi ngày" if day is None else date_text(day)
    return f"{on} · {content}" if content else on


def edit_of(title: str) -> str:
    """Spoken name of a button."""
    return f"Sửa: {title}"


def delete_of(title: str) -> str:
    """Spoken name of a button."""
    return f"Xóa: {title}"


def dialog_title(verb: str, name: str) -> str:
    """Heading of the dialog."""
    return f"{verb}: {name}"


def deleted(title: str) -> str:
    """Status bar."""
    return f"Đã xóa đăng ký {title}. Hoàn tác: Ctrl+Z"


def summary_subject(year: int) -> str:
    """Second line of the summary's Excel title."""
    return f"năm {year}"
