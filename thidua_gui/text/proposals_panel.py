"""Wording of one proposal beside the list: conditions, papers, initiatives, history, and its dialogs. Knows no row."""

from __future__ import annotations

from datetime import date, datetime

from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.points import Points
from thidua_gui.core.proposals import State, needs_reason
from thidua_gui.core.vietnamese import date_text
from thidua_gui.text.proposals import ACTIONS, STATES
from thidua_gui.text.rules import UNCHECKED

PANEL = "Hồ sơ đề nghị"
CHOOSE = "Chọn một đề nghị"
CHOOSE_WHY = "Từng điều kiện, giấy tờ, sáng kiến và lịch sử của đề nghị hiện ở đây."
CHECK, PAPERS, INITIATIVES, HISTORY = "Thẩm tra", "Hồ sơ", "Sáng kiến", "Lịch sử"
TABS = (CHECK, PAPERS, INITIATIVES, HISTORY)
MORE = "Việc khác với đề nghị này"
OUTCOMES = {Outcome.MET: "Đạt", Outcome.UNKNOWN: "Chưa rõ", Outcome.NOT_MET: "Không đạt"}

# conditions
NO_CONDITIONS = "Không có điều kiện nào để thẩm tra"
ATTESTED = "theo đề nghị của đơn vị"
ACTIONS_OF = "Việc với điều kiện: {condition}"
OVERRIDE = "Chấp nhận ngoài điều kiện…"
DROP_OVERRIDE = "Bỏ chấp nhận ngoài điều kiện"
OBJECT = "Ghi ý kiến phản đối…"
OPEN_CASE = "Ghi vụ việc đang xem xét…"
OBJECTIONS, CASES = "Ý kiến phản đối", "Vụ việc đang xem xét"
SETTLE, REMOVE, EDIT = "Giải quyết…", "Xóa", "Sửa…"
CLOSE_CASE = "Kết thúc…"
SETTLED, CASE_CLOSED = "Đã giải quyết", "Đã kết thúc"
SHOW_RULES = "Xem quy định pháp luật"

# papers
PAPER_FACTS, PAPER_LIST = "Nội dung đề nghị", "Thành phần hồ sơ"
NO_PAPERS = "Danh hiệu, hình thức này chưa có danh mục giấy tờ."
REQUIRED, OPTIONAL, NOT_ASKED = "bắt buộc", "nếu có", "ngoài danh mục"
WAIVE, UNWAIVE = "Không cần giấy tờ này…", "Lại cần giấy tờ này"
PAPER_NOTE = "Ghi chú…"
ATTACH, OPEN_FILE = "Đính kèm tệp…", "Mở tệp đính kèm"
CHOOSE_FILE = "Chọn tệp của giấy tờ"
PAPER_MENU = "Việc với giấy tờ: {name}"
WAIVED = "Không cần"
ADD_PAPER = "Thêm giấy tờ khác…"
VOTES = "Bình xét của đơn vị"
RECEIVED, ACHIEVEMENT, NOTE, BASIS = "Ngày nhận hồ sơ", "Thành tích", "Ghi chú", "Loại hình"
PROPOSING_UNIT, STATE, LOWERED = "Đơn vị đề nghị", "Trạng thái", "Hạ xuống"

# initiatives
NO_INITIATIVES = "Không có sáng kiến, đề tài nào của người này."
OF_UNIT = "Sáng kiến chỉ chọn cho đề nghị của cá nhân."
INITIATIVES_HELP = "Đánh dấu sáng kiến, đề tài dùng cho đề nghị này."
SUGGESTED = "Gợi ý dùng sáng kiến"
TAKE_SUGGESTED = "Dùng như gợi ý"
NONE_LEFT = "Không còn sáng kiến, đề tài để dùng"
CHOSEN = "Dùng cho đề nghị này"
NOT_CHOSEN = "Không dùng cho đề nghị này"

# history
NO_EVENTS = "Chưa có bước nào được ghi."
MADE = "Lập đề nghị"

# foot
NOTE_BUTTON = "Ghi ý kiến…"
NOTE_TIP = "Ghi ý kiến phản đối một điều kiện do đơn vị xác nhận"
REMOVE_DRAFT = "Xóa đề nghị nháp"
EDIT_BUTTON = "Sửa đề nghị"

BACK = {
    (State.PRESENTED, State.VALID): "Đưa về Hợp lệ",
    (State.PASSED, State.PRESENTED): "Xét lại",
    (State.FAILED, State.PRESENTED): "Xét lại",
    (State.LOWERED, State.PRESENTED): "Xét lại",
}

# dialogs
REASON, REASON_HINT = "Lý do", "Lý do được ghi vào lịch sử đề nghị."
REASON_OPTIONAL = "Lý do (không bắt buộc)"
LOWERED_TO = "Danh hiệu, hình thức được hạ xuống"
OVERRIDE_TITLE, OVERRIDE_VERB = "Chấp nhận ngoài điều kiện", "Chấp nhận"
OVERRIDE_TEXT = (
    "{condition}\nHội đồng vẫn có thể xem xét khi có lý do chính đáng. Lý do hiện trên hồ sơ và được ghi vào nhật ký."
)
OBJECTION_TITLE, OBJECTION_VERB = "Ý kiến phản đối", "Ghi ý kiến"
CONDITION, CONTENT, RAISED_BY, RAISED_ON = "Điều kiện bị phản đối", "Nội dung", "Người có ý kiến", "Ngày có ý kiến"
OBJECTION_TEXT = "Điều kiện do đơn vị xác nhận được coi là chưa đạt cho đến khi ý kiến được giải quyết."
SETTLE_TITLE, SETTLE_VERB, SETTLEMENT, SETTLED_ON = "Giải quyết ý kiến", "Ghi kết quả", "Kết quả", "Ngày giải quyết"
CASE_TITLE, CASE_VERB, CASE_KIND = "Vụ việc đang xem xét", "Ghi vụ việc", "Loại vụ việc"
OPENED_ON, CLOSED_ON, SOURCE, CONCLUSION = "Ngày bắt đầu", "Ngày kết thúc", "Nguồn, văn bản", "Kết luận"
CLOSE_CASE_TITLE, CLOSE_CASE_VERB = "Kết thúc vụ việc", "Ghi kết thúc"
PAPER_TITLE, PAPER_VERB, PAPER_NAME = "Giấy tờ khác", "Thêm", "Tên giấy tờ"
WAIVE_TITLE, WAIVE_VERB = "Không cần giấy tờ này", "Ghi không cần"
NOTED_ON, PAPER_NOTE_TITLE, SAVE = "Ngày nhận", "Ghi chú giấy tờ", "Lưu"
NOTE_TITLE = "Ghi ý kiến về đề nghị"
EDIT_TITLE = "Sửa đề nghị"
EDIT_BASIS_HINT = "Đột xuất, theo phong trào: thủ tục đơn giản, danh mục giấy tờ riêng."
MOVEMENT = "Chuyên đề, đợt thi đua"
FREE_UNIT = "Không ghi"


def summary(met: int, of: int, unknown: int, overridden: int) -> str:
    """"Đạt 6/7 điều kiện. Còn 1 điều kiện chưa rõ."; the figures bold by the caller's tags."""
    if not of:
        return ""
    told = f"Đạt <b>{met}/{of}</b> điều kiện."
    failed = of - met - unknown
    if failed:
        told = f"{told} {failed} điều kiện không đạt."
    if unknown:
        told = f"{told} Còn {unknown} điều kiện chưa rõ."
    return f"{told} {overridden} điều kiện được chấp nhận ngoài quy định." if overridden else told


def points(total: Points) -> str:
    return f"{total} điểm"


def sentence(words: str) -> str:
    """Half a sentence as a heading."""
    return f"{words[:1].upper()}{words[1:]}"


def source(words: str, *, is_checked: bool) -> str:
    """Where the condition is written, and whether anybody compared it."""
    return words if is_checked else f"{words} · {UNCHECKED}"


def override(reason: str, by: str, at: datetime | None) -> str:
    """Under a condition that was set aside."""
    who = ", ".join(part for part in (by, "" if at is None else date_text(at.date())) if part)
    return f"Chấp nhận ngoài điều kiện: {reason}" + (f" ({who})" if who else "")


def spoken(outcome: Outcome, needed: str, had: str, where: str) -> str:
    """A condition for who does not see its icon."""
    return f"{OUTCOMES[outcome]}: cần {needed}. Hiện có: {had}. {where}"


def move_title(state: State, name: str) -> str:
    return f"{ACTIONS[state]}: {name}"


def move_many(state: State, count: int) -> str:
    return f"{ACTIONS[state]}: {count} đề nghị"


def button(before: State, to: State) -> str:
    """On the foot of the panel; a step back has words of its own, and one that asks why ends in dots."""
    words = BACK.get((before, to), ACTIONS[to])
    return f"{words}…" if needs_reason(before, to) else words


def event(before: State | None, after: State) -> str:
    return MADE if before is None else f"{STATES[before]} → {STATES[after]}"


def event_by(at: datetime, user: str) -> str:
    return f"{at.hour:02}:{at.minute:02} ngày {date_text(at.date())}, {user}"


def papers_tab(missing: int) -> str:
    """With how many are missing."""
    return f"{PAPERS} ({missing})" if missing else PAPERS


def vote(agree: int | None, present: int | None, members: int | None) -> str:
    """"9/9 phiếu đồng ý, có mặt 9/10 người"."""
    if agree is None:
        return "chưa ghi số phiếu"
    told = f"{agree} phiếu đồng ý" if present is None else f"{agree}/{present} phiếu đồng ý"
    return told if members is None or present is None else f"{told}, có mặt {present}/{members} người"


def on_day(day: date | None) -> str:
    return "" if day is None else f"ngày {date_text(day)}"


def objection_by(raised_by: str, raised_on: date | None) -> str:
    return ", ".join(part for part in (raised_by, on_day(raised_on)) if part)


def settled(settled_on: date | None, settlement: str) -> str:
    head = f"{SETTLED} {on_day(settled_on)}".strip()
    return f"{head}: {settlement}" if settlement else head


def case_days(opened_on: date, closed_on: date | None) -> str:
    if closed_on is None:
        return f"Từ {date_text(opened_on)}, đang xem xét"
    return f"Từ {date_text(opened_on)} đến {date_text(closed_on)}"


def noted(day: date | None) -> str:
    return "" if day is None else f"nhận {date_text(day)}"


def initiative(code: str, name: str, year: int) -> str:
    return f"{code} “{name}” ({year})"
