"""Wording of proposals: their states, steps, papers, objections, open cases, and what is refused."""

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.cases import CaseKind
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.proposals import PaperState, State
from thidua_gui.core.vietnamese import date_text
from thidua_gui.text.target_words import RECOGNISED
from thidua_gui.text.words import Words

STATES = Words(
    "trạng thái đề nghị",
    {
        State.DRAFT: "Nháp",
        State.SUBMITTED: "Đã nộp",
        State.RETURNED: "Trả lại",
        State.VALID: "Hợp lệ",
        State.PRESENTED: "Trình Hội đồng",
        State.PASSED: "Đạt",
        State.FAILED: "Không đạt",
        State.LOWERED: "Hạ danh hiệu",
        State.DEFERRED: "Hoãn",
        State.DECIDED: "Có quyết định",
        State.PRINTED: "Đã in",
        State.DELIVERED: "Đã phát",
        State.REVOKED: "Thu hồi",
        State.WITHDRAWN: "Đã rút",
    },
)
BASES = Words(
    "loại hình khen thưởng của đề nghị",
    {
        CommendationKind.MERIT: "Công trạng",
        CommendationKind.IRREGULAR: "Đột xuất",
        CommendationKind.MOVEMENT: "Phong trào",
        CommendationKind.CONTRIBUTION: "Quá trình cống hiến",
        CommendationKind.SENIORITY: "Niên hạn",
        CommendationKind.DIPLOMATIC: "Đối ngoại",
    },
)
PAPER_STATES = Words("thành phần hồ sơ", {PaperState.PRESENT: "Đã có", PaperState.WAIVED: "Không cần"})
CASES = Words(
    "loại vụ việc",
    {
        CaseKind.COMPLAINT: "Khiếu nại",
        CaseKind.DENUNCIATION: "Tố cáo",
        CaseKind.INSPECTION: "Thanh tra, kiểm tra",
        CaseKind.INVESTIGATION: "Điều tra",
        CaseKind.DISCIPLINE_REVIEW: "Đang xem xét kỷ luật",
        CaseKind.PRESS: "Báo chí nêu, đang xác minh",
    },
)
ACTIONS = {
    State.DRAFT: "Lập lại đề nghị",
    State.SUBMITTED: "Nộp",
    State.RETURNED: "Trả lại",
    State.VALID: "Xác nhận hợp lệ",
    State.PRESENTED: "Trình Hội đồng",
    State.PASSED: "Ghi kết quả Đạt",
    State.FAILED: "Ghi kết quả Không đạt",
    State.LOWERED: "Hạ danh hiệu",
    State.DEFERRED: "Hoãn",
    State.DECIDED: "Ghi đã có quyết định",
    State.PRINTED: "Ghi đã in",
    State.DELIVERED: "Ghi đã phát",
    State.REVOKED: "Thu hồi",
    State.WITHDRAWN: "Rút đề nghị",
}
"""What the clerk does to bring a proposal into a state."""

STEP_EDIT = "Sửa đề nghị của {name}"
STEP_DELETE = "Xóa {count} đề nghị nháp"
STEP_LISTED = "Đánh dấu {count} đề nghị trình Hội đồng"
STEP_NOT_LISTED = "Bỏ đánh dấu {count} đề nghị trình Hội đồng"
STEP_PLACE = "Xếp thứ tự đề nghị của {name}"
STEP_OVERRIDE = "Chấp nhận ngoài điều kiện cho {name}"
STEP_DROP_OVERRIDE = "Bỏ chấp nhận ngoài điều kiện của {name}"
STEP_PAPER = "Ghi thành phần hồ sơ của {name}"
STEP_INITIATIVES = "Chọn sáng kiến cho đề nghị của {name}"

NO_CONDITIONS = "Quy định chưa đặt điều kiện cho hình thức này; căn cứ đề nghị của đơn vị."
NOT_SHIPPED = "Chương trình chưa có điều kiện của danh hiệu, hình thức này."
SHORT_WAY = "Khen thưởng đột xuất, theo phong trào: thủ tục đơn giản, không xét điều kiện công trạng."
CHOICE_UNDECIDED = "Chưa có quyết định công nhận."
CHOICE_NOT_RECOGNISED = "Không được công nhận."
CHOICE_TOO_NARROW = "Phạm vi ảnh hưởng hoặc năm công nhận chưa đáp ứng điều kiện."
CHOICE_USED = "Đã dùng cho {use}."
NOT_JUDGED = "Không có trong danh sách xét của năm nên chưa kết luận được."

DUPLICATE_HELD = "Đã được tặng {title} năm {year}{decision}"
DUPLICATE_PENDING = "Có {count} đề nghị {title} cùng đang chờ"
DUPLICATE_AGAIN = (
    "Đã được tặng {title} năm {year}; thời gian xét lần sau tính từ quyết định trước, cần đủ {period} năm "
    "(chưa đối chiếu)"
)

ERRORS: dict[str, str] = {
    "proposal_gone": "Đề nghị này không còn; hãy xem lại danh sách.",
    "proposal_kind_unknown": "Không có danh hiệu, hình thức khen thưởng “{kind}”; hãy chọn trong danh sách.",
    "proposal_kind_missing": "Hãy chọn danh hiệu, hình thức khen thưởng để đề nghị.",
    "proposal_nobody": "Hãy chọn ít nhất một cá nhân hoặc tập thể để đề nghị.",
    "proposal_subject_odd": "Mỗi đề nghị chỉ cho đúng một cá nhân hoặc một tập thể.",
    "proposal_for_unit": "{title} chỉ dành cho tập thể; hãy bỏ {name} khỏi danh sách.",
    "proposal_for_person": "{title} chỉ dành cho cá nhân; hãy bỏ {name} khỏi danh sách.",
    "proposal_twice": "{name} đã có đề nghị {title} trong năm; hãy mở đề nghị đó thay vì lập thêm.",
    "proposal_subject_gone": "Cá nhân hoặc tập thể được chọn không còn trong danh sách; hãy chọn lại.",
    "proposal_movement_missing": "Đề nghị theo phong trào phải ghi rõ chuyên đề, đợt thi đua; hãy chọn.",
    "proposal_movement_unasked": "Chỉ đề nghị theo phong trào mới ghi chuyên đề, đợt thi đua; hãy bỏ trống ô này.",
    "proposal_title_odd": "Danh hiệu thi đua chỉ xét theo công trạng hằng năm; với khen thưởng {basis} hãy chọn hình "
    "thức khen thưởng.",
    "proposal_received_odd": "Ngày nhận hồ sơ {day} phải thuộc năm {year} hoặc năm sau; hãy nhập lại.",
    "proposal_received_future": "Ngày nhận hồ sơ {day} ở tương lai; hãy nhập ngày đã nhận.",
    "proposal_locked": "Đề nghị của {name} đang ở trạng thái {state} nên không sửa được nội dung; hãy đưa về trạng "
    "thái trước Hội đồng rồi sửa.",
    "proposal_move": "Đề nghị của {name} đang ở trạng thái {state}, không chuyển thẳng sang {to} được; hãy xem lại các "
    "bước trước đó.",
    "proposal_reason_missing": "Hãy ghi lý do khi chuyển sang {to}.",
    "proposal_lowered_missing": "Hãy chọn danh hiệu, hình thức mà Hội đồng hạ xuống.",
    "proposal_lowered_same": "Hạ danh hiệu phải sang danh hiệu, hình thức khác với đề nghị; hãy chọn lại.",
    "proposal_not_draft": "Chỉ xóa được đề nghị còn là nháp; đề nghị của {name} hãy rút (Đã rút) để còn lưu lịch sử.",
    "proposal_present_reason": "{count} đề nghị chưa đủ điều kiện; hãy ghi lý do vẫn trình Hội đồng.",
    "proposal_none_to_present": "Chưa có đề nghị nào hợp lệ và được đánh dấu để trình Hội đồng; hãy xác nhận hợp lệ và "
    "đánh dấu trước.",
    "proposal_not_valid": "Còn {count} đề nghị được đánh dấu nhưng chưa hợp lệ ({names}); hãy xác nhận hợp lệ hoặc bỏ "
    "đánh dấu rồi trình.",
    "proposal_source_empty": "Không còn ai để lập đề nghị {title} từ {source}; mọi người đã có đề nghị hoặc chưa có dữ "
    "liệu.",
    "proposal_award_other": "Khen thưởng được chọn không phải của {name}; hãy chọn của đúng người, tập thể.",
    "proposal_award_revoked": "Khen thưởng được chọn của {name} đã bị thu hồi; hãy chọn khen thưởng còn hiệu lực.",
    "proposal_not_tied": "Chỉ xếp thứ tự được giữa những người cùng điểm; {name} không cùng điểm với ai.",
    "override_reason_missing": "Hãy ghi lý do chấp nhận ngoài điều kiện.",
    "override_condition_unknown": "Đề nghị này không có điều kiện đó; hãy tải lại hồ sơ.",
    "override_unneeded": "Điều kiện này đã đạt nên không cần chấp nhận ngoài điều kiện.",
    "override_gone": "Điều kiện này không có ghi nhận chấp nhận ngoài điều kiện nào.",
    "paper_name_missing": "Hãy ghi tên giấy tờ.",
    "paper_note_missing": "Hãy ghi lý do vì sao không cần giấy tờ này.",
    "paper_day_future": "Ngày nhận giấy tờ {day} ở tương lai; hãy nhập ngày đã nhận.",
    "paper_attachment_gone": "Tệp đính kèm không còn; hãy chọn lại tệp.",
    "choice_of_unit": "Sáng kiến chỉ chọn cho đề nghị của cá nhân.",
    "choice_not_author": "{name} không phải tác giả của sáng kiến được chọn; hãy bỏ chọn.",
    "choice_refused": "Không chọn được {code}: {why}",
    "objection_gone": "Ý kiến này không còn; hãy tải lại hồ sơ.",
    "objection_subject": "Ý kiến phải về đúng một cá nhân hoặc một tập thể.",
    "objection_condition": "Hãy chọn điều kiện bị phản đối.",
    "objection_condition_unknown": "Không có điều kiện “{condition}” trong các gói quy tắc; hãy chọn lại điều kiện.",
    "objection_content": "Hãy ghi nội dung ý kiến.",
    "objection_future": "Ngày {day} ở tương lai; hãy nhập lại.",
    "objection_settled_before": "Ngày giải quyết {day} trước ngày có ý kiến {raised}; hãy nhập lại.",
    "objection_settlement": "Hãy ghi kết quả giải quyết ý kiến.",
    "objection_settled": "Ý kiến này đã được giải quyết ngày {day}.",
    "case_gone": "Vụ việc này không còn; hãy tải lại hồ sơ.",
    "case_subject": "Vụ việc phải về đúng một cá nhân hoặc một tập thể.",
    "case_day_missing": "Hãy ghi ngày bắt đầu xem xét.",
    "case_future": "Ngày {day} ở tương lai; hãy nhập lại.",
    "case_closed_before": "Ngày kết thúc {day} trước ngày bắt đầu {opened}; hãy nhập lại.",
    "case_closed": "Vụ việc này đã kết thúc ngày {day}.",
    "case_close_missing": "Hãy ghi ngày kết thúc vụ việc.",
}


def quota_unknown(base: str, why: str) -> str:
    """Why the places of an award cannot be counted yet."""
    return f"Chưa tính được chỉ tiêu vì chưa biết số {base}. {why}".rstrip()


def step_propose(title: str, count: int) -> str:
    return f"Lập {count} đề nghị {title}" if count != 1 else f"Lập đề nghị {title}"


def step_propose_from(title: str, source: str) -> str:
    return f"Lập đề nghị {title} từ {source}"


FROM_VOTES = "kết quả bình xét của đơn vị"
FROM_REGISTRATIONS = "đăng ký thi đua"


def step_move(state: State, count: int, name: str) -> str:
    """The title of a step in the history."""
    return f"{ACTIONS[state]}: {name}" if count == 1 else f"{ACTIONS[state]}: {count} đề nghị"


def some(names: Sequence[str], most: int) -> str:
    """The first names, and how many more."""
    told = "; ".join(names[:most])
    return told if len(names) <= most else f"{told}; và {len(names) - most} đề nghị khác"


def step_present(title: str) -> str:
    return f"Trình Hội đồng: {title}"


def step_objection(name: str) -> str:
    return f"Ghi ý kiến phản đối về {name}"


def step_settle(name: str) -> str:
    return f"Giải quyết ý kiến phản đối về {name}"


def step_drop_objection(name: str) -> str:
    return f"Xóa ý kiến phản đối về {name}"


def step_case(name: str) -> str:
    return f"Ghi vụ việc đang xem xét về {name}"


def step_close_case(name: str) -> str:
    return f"Kết thúc vụ việc về {name}"


def step_drop_case(name: str) -> str:
    return f"Xóa vụ việc về {name}"


def lacking(needed: str, had: str) -> str:
    """What somebody lacks, in one sentence."""
    return f"Cần {needed} / hiện có: {had}"


def initiative(code: str, result: str | None) -> str:
    """Its code; that it was not recognised must not be overlooked."""
    if result == RECOGNISED:
        return code
    return f"{code} chưa có kết quả" if result is None else f"{code} chưa công nhận"


def held(title: str, year: int, number: str | None, day: date | None) -> str:
    """Already granted: which title of which year, by which decision if that is known."""
    return DUPLICATE_HELD.format(title=title, year=year, decision=_decision(number, day))


def pending(title: str, count: int) -> str:
    return DUPLICATE_PENDING.format(title=title, count=count)


def again(title: str, years: Sequence[int], period: int) -> str:
    """A form given again before the years that the law counts have passed."""
    return DUPLICATE_AGAIN.format(title=title, year=", ".join(map(str, years)), period=period)


def _decision(number: str | None, day: date | None) -> str:
    if not number:
        return ""
    told = f" (Quyết định số {number}"
    return f"{told} ngày {date_text(day)})" if day else f"{told})"
