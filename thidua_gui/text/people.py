"""Wording of people: the list, the panel, the dialogs and their refusals. Knows no window and no row."""

from datetime import date
from html import escape

from thidua_gui.core.vietnamese import date_text, grouped, tidy

TITLE = "Cá nhân"

# the list
ALL_UNITS = "Tất cả"
NO_UNIT = "Chưa rõ đơn vị"
OTHER_UNIT = "Đơn vị khác…"
IMPORT = "Nhập từ Excel"
ADD = "Thêm cá nhân"
COLUMNS = "Cột và dòng hiển thị"
FILTER_ROW = "Hiện hoặc ẩn hàng lọc"
FIND_IN_LIST = "Lọc theo tên"
WITH_LEFT = "Cả người đã nghỉ"
CODE = "Mã"
NAME = "Họ và tên"
UNIT = "Đơn vị"
POST = "Chức vụ"
ADVANCED = "LĐTT"
ADVANCED_TIP = "Số năm liên tục đạt Lao động tiên tiến (hoặc danh hiệu cao hơn), tính đến năm gần nhất"
GENDER = "Giới tính"
BORN = "Ngày sinh"
ETHNICITY = "Dân tộc"
GROUP = "Nhóm"
JOINED = "Vào cơ quan"
LEFT = "Nghỉ việc"
CONTAINS = "Chứa…"
AT_LEAST = "≥"
NONE_REGISTERED = "Chưa"
NOT_REGISTERED = "Chưa đăng ký"
NO_TITLE = "Không có"

UNCHECK = "Bỏ chọn"
CLEAR_FILTER = "Xóa lọc"

NOBODY = "Chưa có cá nhân nào"
NOBODY_WHY = "Nhập danh sách từ tệp Excel hoặc thêm từng người."
NO_HIT = "Không có ai khớp với điều kiện lọc"

# the panel
PARTS = "Các phần của hồ sơ"
TAB_FACTS = "Thông tin"
TAB_AWARDS = "Thành tích"
TAB_COURSE = "Quá trình"
TAB_COURSE_TIP = "Quá trình công tác"
CHOOSE_PERSON = "Chọn một người"
CHOOSE_PERSON_WHY = "Hồ sơ, thành tích và điểm của người được chọn hiện ở đây."
EDIT = "Sửa hồ sơ"
TRANSFER = "Chuyển đơn vị"
LEAVE = "Nghỉ việc"
LEAVE_MENU = "Nghỉ việc…"
REJOIN = "Trở lại công tác"
MORE = "Việc khác với hồ sơ này"
PORTRAIT = "Ảnh chân dung"
CHOOSE_PORTRAIT = "Chọn ảnh chân dung"
REMOVE_PORTRAIT = "Bỏ ảnh chân dung"
PORTRAIT_FILES = "Ảnh (*.png *.jpg *.jpeg *.bmp *.webp)"
CROP_VERB = "Dùng ảnh này"
CROP_TEXT = "Kéo khung để chọn phần ảnh, lăn chuột để phóng to hoặc thu nhỏ. Bàn phím: mũi tên, + và -, Home."
CROP_KEYS = "Mũi tên để dời khung, Shift để dời nhanh, + và - để đổi cỡ, Home để về ban đầu"
CROP_FRAME = "Khung ảnh chân dung 3 × 4"
CROP_RESULT = "Ảnh 3 × 4"
CROP_ZOOM = "Phóng to"
CROP_SMALLER_FRAME = "Phóng to ảnh"
CROP_LARGER_FRAME = "Thu nhỏ ảnh"
CROP_RESET = "Đặt lại khung"
PORTRAIT_NAME = "chan-dung.jpg"
PORTRAIT_UNREADABLE = "Không đọc được ảnh này. Hãy chọn tệp PNG hoặc JPEG."
NOT_KNOWN = "Chưa rõ"
ADVANCED_FIGURE = "LĐTT liên tục"
FIGHTER_FIGURE = "lần CSTĐCS"
CERTIFICATE_FIGURE = "giấy khen"
HISTORY = "Lịch sử khen thưởng"
ADD_AWARD = "Thêm thành tích cũ"
NO_AWARDS = "Chưa ghi thành tích nào."
REVOKE = "Thu hồi…"
CORRECT = "Sửa…"
MEMBERSHIPS = "Quá trình công tác"
CHANGES = "Biến động trong năm"
DISCIPLINES = "Kỷ luật"
NO_MEMBERSHIPS = "Chưa ghi đơn vị nào."
NO_CHANGES = "Không có biến động nào được ghi."
ADD_CHANGE = "Ghi biến động"
ADD_MEMBERSHIP = "Thêm giai đoạn"
EDIT_PERIOD = "Sửa giai đoạn"
EDIT_PERIOD_MENU = "Sửa giai đoạn…"
REMOVE_PERIOD = "Xóa giai đoạn"
EDIT_CHANGE = "Sửa biến động"
EDIT_CHANGE_MENU = "Sửa biến động…"
REMOVE_CHANGE = "Xóa biến động"
SINCE_UNKNOWN = "Từ ngày chưa rõ"
NO_POST = "Chưa ghi chức vụ"
RATING = "Xếp loại"
TEACHING = "GV dạy giỏi"
INITIATIVES = "Sáng kiến, đề tài"
REGISTERED = "Đăng ký thi đua"
TOTAL = "Tổng điểm"
NO_SHEET = "Chưa có bộ tiêu chí cho nhóm của người này."
OPEN_SHEET = "Mở phiếu chấm"
RATING_PROPOSED = "Đề xuất theo ngưỡng điểm, chưa quyết định."
NOTE = "Ghi chú"
IDENTITY = "Nhân thân"
WORK = "Công tác"
SENIORITY = "Thâm niên"
BY_PART = "Điểm theo phần"
NOT_RATED = "Chưa xếp loại"
DASH = "–"
NOW = "Hiện nay"
TASK_RELATED = {True: "Liên quan nhiệm vụ", False: "Không liên quan nhiệm vụ"}
HEADS = "Đứng đầu"

# dialogs
SAVE = "Lưu"
ADD_VERB = "Thêm"
NEW_PERSON = "Thêm cá nhân"
EDIT_PERSON = "Sửa hồ sơ"
FULL_NAME = "Họ và tên"
PERSON_CODE = "Mã"
BIRTHDAY = "Ngày sinh"
STAFF_GROUP = "Nhóm"
JOINED_ON = "Ngày vào cơ quan"
FROM_ON = "Từ ngày"
UNTIL_ON = "Đến hết ngày"
FROM_HINT = "Ngày đầu tiên ở đơn vị mới; hôm trước là ngày cuối ở đơn vị cũ."
NEW_UNIT = "Đơn vị mới"
NEW_POST = "Chức vụ"
KEEP_POSTS = "Giữ nguyên chức vụ hiện nay của từng người"
UNKNOWN_DATE = "Để trống nếu chưa rõ"
OPEN_END = "Để trống nếu còn tiếp tục"
LEAVE_ON = "Ngày làm việc cuối cùng"
LEAVE_REASON = "Lý do"
LEAVE_REASONS = ("Nghỉ hưu", "Chuyển công tác", "Thôi việc", "Hết hợp đồng", "Mất")
LEAVE_TEXT = "Hồ sơ, điểm và thành tích vẫn được giữ. Các năm trước vẫn tính người này."
CHANGE_KIND = "Loại biến động"
CHANGE_KINDS = ("Nghỉ thai sản", "Nghỉ ốm", "Nghỉ không lương", "Cử đi học", "Biệt phái")
TRANSFER_KIND = "Chuyển đơn vị"
DETAIL = "Chi tiết"
DETAIL_HINT = "Với “Cử đi học”, ghi khóa học và kết quả tại đây."
GENDERS = ("Nam", "Nữ")
STAFF_GROUPS = ("Giảng viên", "Chuyên viên", "Nhân viên")
ETHNICITIES = ("Kinh", "Thái", "Mông", "Dao", "Mường", "Tày", "Nùng", "Giáy", "Hà Nhì", "Khơ Mú", "La Hủ", "Lự", "Lào")


def counted(people: int, units: int) -> str:
    """The line beside the page's title."""
    return f"{grouped(people)} người, {grouped(units)} đơn vị"


def added_but_hidden(name: str) -> str:
    """Said in the status bar when a filter hides the person just added."""
    return f"Đã thêm {name}, nhưng đơn vị hoặc bộ lọc đang chọn ẩn người này."


def added_not_of_day(name: str, day: date) -> str:
    """Said when the list of that day does not have the person just added."""
    return f"Đã thêm {name}, nhưng người này không có trong danh sách ngày {date_text(day)}."


def shown(found: int, of: int) -> tuple[str, str, str]:
    """The line under the list in three parts; the middle one is printed bold."""
    return "Hiện ", grouped(found), f" / {grouped(of)} cá nhân"


def checked(count: int) -> str:
    """The bulk bar."""
    return f"Đã chọn {grouped(count)}"


def only_these(count: int) -> str:
    """Another page asked for certain people."""
    return f"Chỉ xem {count} người được chỉ ra từ trang khác"


def matched(query: str, words: list[str]) -> str:
    """Why these lines are shown although the marks differ."""
    return f"“{query}” khớp cả {', '.join(words)}"


def years(count: int) -> str:
    """A number of years in a row."""
    return f"{count} năm"


def title_of(year: int) -> str:
    """Column of the titles of the year before."""
    return f"Năm {year}"


def registered_for(year: int) -> str:
    """Column of the registrations."""
    return f"Đăng ký {year}"


def scores_of(year: int) -> str:
    """Tab."""
    return f"Điểm {year}"


def period(from_on: date | None, until_on: date | None) -> str:
    """When somebody belonged somewhere; the first day may be unknown."""
    first = SINCE_UNKNOWN if from_on is None else f"Từ {date_text(from_on)}"
    return first if until_on is None else f"{first} đến {date_text(until_on)}"


def change_period(from_on: date | None, until_on: date | None) -> str:
    """When a change held."""
    if from_on is None:
        return NOT_KNOWN if until_on is None else f"Đến {date_text(until_on)}"
    return f"Từ {date_text(from_on)}" if until_on is None else f"{date_text(from_on)} – {date_text(until_on)}"


def detail_of_transfer(unit_code: str) -> str:
    """The workbook's words for the former unit."""
    return f"Từ {unit_code}"


def left_since(day: str) -> str:
    """Chip of somebody who has left."""
    return f"Nghỉ từ {day}"


def born(year: int) -> str:
    """What tells namesakes apart."""
    return f"Sinh năm {year}"


def registered_banner(year: int, title: str) -> str:
    """What the person registered for."""
    return f"Năm {year} đăng ký <b>{escape(title)}</b>."


def not_registered_banner(year: int) -> str:
    """The person did not register."""
    return f"Năm {year} chưa đăng ký thi đua."


def scored(done: int, of: int) -> str:
    """How many criteria have a score."""
    return f"{done}/{of} mục"


def scored_tip(done: int, of: int) -> str:
    """The same in a sentence."""
    return f"Đã chấm {done} trên {of} mục"


def drafts(count: int) -> str:
    """Typed values that were refused."""
    return f"Còn {count} giá trị chưa hợp lệ trên phiếu."


def part(number: str, content: str, maximum: str) -> str:
    """A part of the sheet (rich text): number, words and its maximum, quieter."""
    return f"{escape(number)}. {escape(content)} ({maximum.removesuffix(',0')})"


def former(unit: str) -> str:
    """Where somebody came from."""
    return f"Từ {unit}"


def entry_menu(title: str) -> str:
    """Name of the dots beside an entry."""
    return f"Việc khác với {title}"


def in_year(year: int) -> str:
    """Heading of the year's facts."""
    return f"Năm {year}"


def on_day(day: str) -> str:
    """When something was done."""
    return f"ngày {day}"


def seniority(full_years: int) -> str:
    """How long somebody has worked here."""
    return f"{full_years} năm"


def transfer_title(names: list[str]) -> str:
    """Heading of the dialog."""
    return f"Chuyển đơn vị: {names[0]}" if len(names) == 1 else f"Chuyển đơn vị cho {len(names)} người"


def rejoin_title(name: str) -> str:
    """Heading of the dialog."""
    return f"Trở lại công tác: {name}"


def leave_title(name: str) -> str:
    """Heading of the dialog."""
    return f"Nghỉ việc: {name}"


def transfer_from(units: list[str]) -> str:
    """What the dialog says about where they are now."""
    return "Đang ở " + ", ".join(units) if units else "Chưa thuộc đơn vị nào"


def op_add(name: str) -> str:
    """Operation title."""
    return f"Thêm {tidy(name)}"


def op_edit(name: str) -> str:
    """Operation title."""
    return f"Sửa hồ sơ {name}"


def op_transfer(names: list[str], unit: str) -> str:
    """Operation title."""
    who = names[0] if len(names) == 1 else f"{len(names)} người"
    return f"Chuyển {who} đến {unit}"


def op_leave(name: str) -> str:
    """Operation title."""
    return f"Ghi {name} nghỉ việc"


def op_rejoin(name: str) -> str:
    """Operation title."""
    return f"Ghi {name} trở lại công tác"


def op_membership(name: str) -> str:
    """Operation title."""
    return f"Sửa quá trình công tác {name}"


def op_change(name: str, kind: str) -> str:
    """Operation title."""
    return f"Ghi biến động {name}: {kind}"


def op_remove_change(name: str, kind: str) -> str:
    """Operation title."""
    return f"Xóa biến động {name}: {kind}"


def crop_title(name: str) -> str:
    """Title of the dialog."""
    return f"Ảnh chân dung: {name}"


def op_portrait(name: str) -> str:
    """Operation title."""
    return f"Đổi ảnh {name}"


ERRORS = {
    "person_code_missing": "Chưa có mã.",
    "person_code_has_space": "Mã viết liền, không có dấu cách.",
    "person_code_taken": "Mã {taken} đã là mã của {owner}.",
    "person_name_missing": "Chưa có họ và tên.",
    "person_name_odd": "Họ và tên chỉ gồm chữ, dấu cách, dấu nối và dấu nháy.",
    "person_group_unknown": "Nhóm “{group}” không có trong danh mục: {known}.",
    "person_joined_before_born": "Ngày vào cơ quan trước ngày sinh {day}.",
    "person_joined_after_left": "Ngày vào cơ quan sau ngày nghỉ việc {day}.",
    "person_joined_after_registration": "Ngày vào cơ quan sau ngày đăng ký thi đua {day} đã ghi.",
    "person_unit_missing": "Chưa chọn đơn vị.",
    "person_unit_closed": "{name} đã ngừng hoạt động từ {day}.",
    "person_already_there": "{name} đã ở đơn vị này với chức vụ này.",
    "person_from_missing": "Chưa ghi từ ngày nào.",
    "person_moves_back": "{name} đã ở đơn vị hiện tại từ {day}; ngày chuyển phải sau ngày đó.",
    "person_has_left": "{name} đã nghỉ việc từ {day}.",
    "person_has_not_left": "{name} chưa nghỉ việc.",
    "person_leave_missing": "Chưa ghi ngày làm việc cuối cùng.",
    "person_left_before_joined": "Ngày nghỉ trước ngày vào cơ quan {day}.",
    "person_left_before_post": "{name} có giai đoạn công tác bắt đầu ngày {day}, sau ngày nghỉ.",
    "person_reason_missing": "Chưa ghi lý do.",
    "person_rejoin_early": "Ngày trở lại phải sau ngày nghỉ {day}.",
    "membership_reversed": "Ngày cuối trước ngày đầu.",
    "membership_overlaps": "Trùng với giai đoạn ở {unit} ({period}).",
    "membership_gone": "Giai đoạn này không còn trong dữ liệu.",
    "change_kind_missing": "Chưa chọn loại biến động.",
    "change_kind_unknown": "“{kind}” không có trong danh mục biến động: {known}.",
    "change_from_missing": "Chưa ghi từ ngày nào.",
    "change_reversed": "Ngày cuối trước ngày đầu.",
    "change_outside_year": "Khoảng thời gian này không chạm vào năm {year}.",
    "change_gone": "Biến động này không còn trong dữ liệu.",
    "person_gone": "Người này không còn trong dữ liệu.",
}
