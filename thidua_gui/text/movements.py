"""Wording of thematic and short movements: view, dialog, refusals. Knows no rule."""

from datetime import date

from thidua_gui.core.movements import MovementKind, MovementState
from thidua_gui.core.vietnamese import date_text

TITLE = "Chuyên đề & đột xuất"
VIEWS = "Xem"
MOVEMENTS_VIEW = "Phong trào chuyên đề, đợt"
AWARDS_VIEW = "Khen thưởng"
ADD = "Thêm phong trào"
EDIT = "Sửa"
EDIT_TITLE = "Sửa phong trào"
REMOVE = "Xóa"
REMOVE_TIP = "Xóa phong trào đang chọn (Delete); có thể hoàn tác"
COMMEND = "Khen thưởng…"
COMMEND_TIP = "Khen thưởng theo phong trào đang chọn"
SAVE = "Lưu"
COLUMNS = "Cột hiển thị, xuất, in"
FIND = "Lọc theo tên"
FILTER_ROW = "Hiện hoặc ẩn hàng lọc"
OTHER_VIEW = "Chuyển giữa phong trào và khen thưởng"
KEY_NEW = "Thêm phong trào, hoặc khen đột xuất"
KEY_COMMEND = "Khen thưởng theo phong trào"

NAME = "Tên phong trào"
KIND = "Loại"
THEME = "Chủ đề, khẩu hiệu"
PLAN_NUMBER = "Số kế hoạch"
PLAN_ISSUED_ON = "Ngày ban hành kế hoạch"
STARTS_ON = "Từ ngày"
ENDS_ON = "Đến hết ngày"
UNITS = "Đơn vị tham gia"
UNITS_HINT = "Không chọn đơn vị nào là toàn trường."
CLOSED_ON = "Ngày tổng kết"
CLOSED_HINT = "Để trống khi chưa tổng kết."
SUMMARY = "Kết quả, tóm tắt tổng kết"
WHOLE_SCHOOL = "Toàn trường"

COLUMN_NAME = "Phong trào"
COLUMN_WHEN = "Thời gian"
COLUMN_UNITS = "Đơn vị tham gia"
COLUMN_STATE = "Tình trạng"
COLUMN_GIVEN = "Đã khen"
COLUMN_PEOPLE = "Cá nhân"
COLUMN_COLLECTIVES = "Tập thể"
COLUMN_OUTSIDE = "Ngoài trường"

LIST = "Danh sách phong trào thi đua chuyên đề, theo đợt năm {year}"
EMPTY = "Năm này chưa có phong trào chuyên đề hoặc theo đợt"
EMPTY_WHY = (
    "Ngoài phong trào thi đua của cả năm, trường có thể phát động thi đua theo chuyên đề hoặc theo đợt "
    "(chào mừng ngày lễ, đợt cao điểm...) rồi tổng kết, khen thưởng riêng."
)
NO_YEAR = "Chưa có năm thi đua nào"
NO_YEAR_WHY = "Tạo năm mới ở ô chọn năm, hoặc nhập sổ dữ liệu năm."
CLOSED = "Năm {year} đã chốt nên chỉ xem được."

KINDS = {MovementKind.THEMATIC: "Chuyên đề", MovementKind.SHORT: "Theo đợt"}
STATES = {
    MovementState.UPCOMING: "Sắp diễn ra",
    MovementState.UNDER_WAY: "Đang diễn ra",
    MovementState.TO_REVIEW: "Chờ tổng kết",
    MovementState.REVIEWED: "Đã tổng kết",
    MovementState.UNDATED: "Chưa ghi ngày",
}

ERRORS: dict[str, str] = {
    "movement_name_missing": "Hãy ghi tên phong trào.",
    "movement_name_taken": "Năm này đã có phong trào “{name}”. Hãy đặt tên khác hoặc sửa phong trào đó.",
    "movement_out_of_year": "Ngày {day} không thuộc năm thi đua {year}. Hãy xem lại năm của ngày này.",
    "movement_reversed": "Ngày cuối {end} đứng trước ngày đầu {begin}. Hãy đổi lại hai ngày.",
    "movement_closed_early": "Ngày tổng kết {day} đứng trước ngày bắt đầu {begin}. Hãy xem lại hai ngày.",
    "movement_gone": "Phong trào này không còn nữa, có thể vừa bị xóa hoặc hoàn tác.",
    "movement_proposed": "Phong trào “{name}” đã có {count} đề nghị khen thưởng nên không xóa được; hãy xóa hoặc "
    "chuyển các đề nghị đó trước.",
    "movement_awarded": "Phong trào “{name}” đã có {count} khen thưởng nên không xóa được. "
    "Khen thưởng sai thì thu hồi, phong trào vẫn giữ để tra cứu.",
    "movement_starts_after_award": "Phong trào đã có khen thưởng quyết định ngày {day}, "
    "nên không thể bắt đầu sau ngày đó.",
}


def step_add(name: str) -> str:
    """Title of the step."""
    return f"Thêm phong trào “{name}”"


def step_change(name: str) -> str:
    """Title of the step."""
    return f"Sửa phong trào “{name}”"


def step_remove(name: str) -> str:
    """Title of the step."""
    return f"Xóa phong trào “{name}”"


def subtitle(year: int, movements: int, waiting: int) -> str:
    """Beside the page's title."""
    counted = f"Năm {year} · {movements} phong trào" if movements else f"Năm {year}"
    return f"{counted}, {waiting} chờ tổng kết" if waiting else counted


def when(first: date | None, last: date | None) -> str:
    """The days of a movement."""
    if first is not None and last is not None:
        return date_text(first) if first == last else f"{date_text(first)} - {date_text(last)}"
    if first is not None:
        return f"Từ {date_text(first)}"
    return "" if last is None else f"Đến {date_text(last)}"


def units(names: tuple[str, ...]) -> str:
    """Who takes part."""
    return ", ".join(names) or WHOLE_SCHOOL
