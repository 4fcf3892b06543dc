"""Wording of commendations given all year round: view, dialog, refusals. Knows no rule."""

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.vietnamese import date_text
from thidua_gui.text.rules import UNCHECKED

KINDS = {
    CommendationKind.MERIT: "Công trạng",
    CommendationKind.IRREGULAR: "Đột xuất",
    CommendationKind.MOVEMENT: "Phong trào",
    CommendationKind.CONTRIBUTION: "Quá trình cống hiến",
    CommendationKind.SENIORITY: "Niên hạn",
    CommendationKind.DIPLOMATIC: "Đối ngoại",
}

IRREGULAR = "Khen đột xuất…"
BY_MOVEMENT = "Khen theo phong trào…"
IRREGULAR_TITLE = "Khen thưởng đột xuất"
MOVEMENT_TITLE = "Khen thưởng theo phong trào"
COMMEND_VERB = "Khen thưởng"
IRREGULAR_TIP = "Khen ngay khi có thành tích, không chờ cuối năm (Ctrl+N)"
MOVEMENT_TIP = "Khen thưởng khi sơ kết, tổng kết một phong trào (Ctrl+Shift+N)"
NO_MOVEMENT_TIP = "Thêm phong trào ở mục bên cạnh trước đã"
REVOKE = "Thu hồi"
REVOKE_TIP = "Thu hồi khen thưởng đang chọn; dòng vẫn giữ trong lịch sử"
OPEN = "Mở hồ sơ"
OPEN_TIP = "Mở hồ sơ cá nhân hoặc đơn vị được khen (Enter)"
ALL = "Tất cả"
SHOWN_KINDS = "Lọc theo loại hình"
LETTER = "Giấy khen"
LETTER_TIP = "Mở trang Giấy khen để in cho người được khen"

MOVEMENT = "Phong trào"
FORM = "Hình thức khen thưởng"
AUTHORITY = "Cấp quyết định"
NUMBER = "Số quyết định"
DECIDED_ON = "Ngày quyết định"
ACHIEVEMENT = "Thành tích"
ACHIEVEMENT_HINT = "Một, hai dòng; câu này được in trên Giấy khen."
RECIPIENTS = "Người, tập thể được khen"
RECIPIENTS_LIST = "Danh sách được khen"
FIND_HINT = "Gõ tên hoặc mã, không cần dấu"
REMOVE_ONE = "Delete để bỏ"
PASTED = "Hoặc dán danh sách"
PASTED_HINT = "Mỗi dòng một họ tên hoặc mã (dán được từ Excel)."
TAKE = "Nhận danh sách"
PASTED_LEFT = "Bấm Nhận danh sách để đưa các dòng này vào danh sách được khen, hoặc xóa chúng."
OUTSIDE = "Người, tập thể ngoài trường"
OUTSIDE_NAME = "Tên"
OUTSIDE_POST = "Chức vụ"
OUTSIDE_UNIT = "Cơ quan, đơn vị"
OUTSIDE_ADD = "Thêm"
OUTSIDE_ADD_TIP = "Thêm người hoặc tập thể ngoài trường vào danh sách được khen"
OUTSIDE_NAME_MISSING = "Hãy ghi tên người hoặc tập thể ngoài trường."
OUTSIDE_LEFT = "Bấm Thêm để đưa người này vào danh sách, hoặc xóa các ô."
OUTSIDE_MARK = "ngoài trường"

COLUMN_NAME = "Họ và tên, đơn vị"
COLUMN_POST = "Chức vụ khi đó"
COLUMN_UNIT = "Đơn vị khi đó"
COLUMN_KIND = "Loại hình"
COLUMN_DECISION = "Quyết định"
COLUMN_STATE = "Tình trạng"
LIST = {
    None: "Danh sách khen thưởng phong trào, đột xuất năm {year}",
    CommendationKind.IRREGULAR: "Danh sách khen thưởng đột xuất năm {year}",
    CommendationKind.MOVEMENT: "Danh sách khen thưởng theo phong trào năm {year}",
}
EMPTY = "Năm này chưa có khen thưởng đột xuất hoặc theo phong trào"
EMPTY_WHY = "Khen thưởng kịp thời: có thành tích là khen ngay, không chờ đến cuối năm."
FIND = "Lọc theo tên"

ERRORS: dict[str, str] = {
    "commendation_form_missing": "Chưa chọn hình thức khen thưởng.",
    "commendation_not_a_form": "{title} là danh hiệu thi đua, chỉ xét cuối năm. "
    "Hãy chọn hình thức khen thưởng (Giấy khen…).",
    "commendation_achievement_missing": "Chưa ghi thành tích được khen.",
    "commendation_number_missing": "Chưa ghi số quyết định.",
    "commendation_day_missing": "Chưa ghi ngày quyết định.",
    "commendation_authority_missing": "Chưa ghi cấp quyết định.",
    "commendation_before_year": "Ngày quyết định {day} trước năm thi đua {year}. Hãy xem lại năm của ngày này.",
    "commendation_after_year": "Ngày quyết định {day} quá xa năm thi đua {year}. Hãy xem lại năm của ngày này.",
    "commendation_before_movement": "Ngày quyết định {day} trước khi phong trào bắt đầu ({begin}).",
    "commendation_movement_missing": "Chưa chọn phong trào.",
    "commendation_movement_unasked": "Khen đột xuất không thuộc phong trào nào. Hãy bỏ chọn phong trào.",
    "commendation_kind_other": "Ở đây chỉ ghi khen đột xuất và khen theo phong trào.",
    "commendation_nobody": "Chưa chọn ai để khen.",
    "commendation_subject_odd": "Mỗi dòng là một cá nhân hoặc một tập thể. Hãy chọn lại dòng {name}.",
    "commendation_subject_gone": "Một người hoặc đơn vị trong danh sách không còn trong dữ liệu. Hãy chọn lại.",
    "commendation_name_missing": "Người hoặc tập thể ngoài trường phải có tên.",
    "commendation_twice": "{name} có hai lần trong danh sách. Hãy bỏ một dòng.",
    "commendation_has_award": "{name} đã được khen trong Quyết định {number}. Hãy bỏ khỏi danh sách.",
    "commendation_decision_day": "Quyết định {number} đã ghi ngày {day}. Hãy xem lại số hoặc ngày.",
    "commendation_decision_authority": "Quyết định {number} đã ghi là của {authority}. "
    "Hãy xem lại số hoặc cấp quyết định.",
}


def step_commend(kind: CommendationKind, number: str, recipients: int) -> str:
    """Title of the step."""
    what = IRREGULAR_TITLE if kind is CommendationKind.IRREGULAR else MOVEMENT_TITLE
    return f"{what}: QĐ {number}, {recipients} người, tập thể"


def subject_of(kind: CommendationKind, movement: str | None) -> str:
    """What the decision is about."""
    if kind is CommendationKind.MOVEMENT and movement:
        return f"Khen thưởng trong phong trào thi đua “{movement}”"
    return "Khen thưởng thành tích đột xuất"


def authority(post: str, office: str) -> str:
    """Who decides, proposed from the letterhead: "Hiệu trưởng Trường Chính trị tỉnh …"."""
    return f"{post} {office}".strip()


def decision(number: str | None, on: date | None, *, is_revoked: bool) -> str:
    """Number and day on one line; that it was revoked stands first."""
    told = ", ".join(words for words in (number, None if on is None else date_text(on)) if words)
    return f"Đã thu hồi - {told}" if is_revoked else told


def kind_name(kind: str | None) -> str:
    """The kind of a stored award; nothing where nobody said it, another word as it stands."""
    if kind is None:
        return ""
    return KINDS[CommendationKind(kind)] if kind in set(CommendationKind) else kind


def not_a_basis(since: date, source: str, *, is_checked: bool, applies: bool) -> str:
    """The rule with its source; one that nobody has compared with the text itself says so."""
    told = "kết quả khen thưởng phong trào, đột xuất không dùng làm căn cứ đề nghị cấp trên khen thưởng công trạng"
    begin = "Lưu ý" if applies else f"Từ {date_text(since)}"
    checked = "" if is_checked else f"; {UNCHECKED}"
    return f"{begin}: {told} ({source}{checked})."


def subtitle(year: int, irregular: int, by_movement: int) -> str:
    """Beside the page's title."""
    return f"Năm {year} · {irregular} khen đột xuất, {by_movement} khen theo phong trào"


def several(name: str, candidates: Sequence[str]) -> str:
    """A pasted name that several people bear."""
    return f"“{name}” có {len(candidates)} người: {', '.join(candidates)}"


def unknown(name: str) -> str:
    """A pasted line that nobody bears."""
    return f"“{name}” không có trong dữ liệu"


def contradicting(name: str) -> str:
    """A pasted line whose code and name do not belong together."""
    return f"“{name}”: mã và tên không khớp"


def taken(count: int) -> str:
    """How many lines of a pasted list were understood."""
    return f"Đã nhận {count} dòng."


def count(people: int, collectives: int, outside: int) -> str:
    """Over the list of the dialog."""
    parts = ((people, "cá nhân"), (collectives, "tập thể"), (outside, "ngoài trường"))
    return ", ".join(f"{number} {word}" for number, word in parts if number) or "Chưa chọn ai"
