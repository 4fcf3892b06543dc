"""Wording of the history page: steps, their kinds, and what a step touched."""

from collections.abc import Sequence
from datetime import datetime

from thidua_gui.core.vietnamese import grouped

TITLE = "Nhật ký"
SUBTITLE = "Mọi thao tác đã ghi vào tệp dữ liệu, mới nhất ở trên"
WHEN = "Thời gian"
WHO = "Người thực hiện"
WHAT = "Thao tác"
WHY = "Lý do"
KIND = "Loại"
STATE = "Trạng thái"
UNDO = "Hoàn tác bước này"
REDO = "Làm lại bước này"
OLDER = "Xem các bước cũ hơn"
EMPTY = "Chưa có thao tác nào"
EMPTY_WHY = "Mỗi lần nhập, sửa hay xóa sẽ được ghi lại ở đây và có thể hoàn tác."
UNDONE = "Đã hoàn tác"
IN_EFFECT = "Đang có hiệu lực"
NUMBERED = "Đã cấp số"
STEP = "Chi tiết bước"
TOUCHED = "Đã thay đổi"
NOTHING_TOUCHED = "Không dòng nào."
NUMBERED_WHY = "Bước này đã cấp số văn bản nên không hoàn tác được; số đã cấp chỉ được thu hồi hoặc thay thế."
UNDONE_WHY = "Bước này không còn hiệu lực vì đã được hoàn tác."
NO_ROW = "Chọn một bước để xem đã thay đổi những gì."
CONFLICT_TITLE = "Các bước sau cũng sửa những dòng này"
CONFLICT_VERB = "Vẫn hoàn tác"
KINDS = {"command": "Nhập, sửa", "import": "Nhập sổ", "undo": "Hoàn tác", "redo": "Làm lại"}

TABLES = {
    "units": "đơn vị",
    "people": "hồ sơ cá nhân",
    "memberships": "quá trình công tác",
    "campaigns": "năm thi đua",
    "targets": "chỉ tiêu",
    "milestones": "mốc thời gian",
    "launches": "phát động thi đua",
    "registrations": "đăng ký thi đua",
    "criteria_sheets": "bộ tiêu chí",
    "criteria_sheet_groups": "nhóm áp dụng của bộ tiêu chí",
    "criteria_sheet_units": "đơn vị áp dụng của bộ tiêu chí",
    "criteria": "tiêu chí",
    "stages": "vòng chấm",
    "scores": "điểm",
    "draft_inputs": "giá trị chưa hợp lệ",
    "score_comments": "nhận xét",
    "stage_events": "chốt, mở lại vòng chấm",
    "score_reasons": "lý do điều chỉnh điểm",
    "second_entries": "điểm nhập lần hai",
    "second_entry_checks": "đối chiếu hai lần nhập",
    "evidence": "minh chứng",
    "rating_thresholds": "ngưỡng xếp loại",
    "ratings": "xếp loại",
    "teaching_awards": "giảng viên dạy giỏi",
    "initiatives": "sáng kiến, đề tài",
    "initiative_authors": "tác giả sáng kiến",
    "initiative_uses": "sáng kiến đã dùng",
    "personnel_changes": "biến động trong năm",
    "disciplines": "kỷ luật",
    "awards": "thành tích khen thưởng",
    "award_revocations": "thu hồi khen thưởng",
    "decisions": "quyết định",
    "award_kinds": "danh hiệu, hình thức",
    "proposals": "đề nghị khen thưởng",
    "proposal_events": "bước của đề nghị",
    "proposal_papers": "giấy tờ của đề nghị",
    "condition_overrides": "điều kiện được chấp nhận",
    "objections": "ý kiến phản đối",
    "open_cases": "vụ việc đang xem xét",
    "council_members": "thành viên Hội đồng",
    "meeting_rules": "quy chế họp",
    "ballot_lines": "kết quả kiểm phiếu",
    "councils": "quyết định thành lập Hội đồng",
    "meetings": "phiên họp",
    "meeting_members": "thành viên dự họp",
    "attendance_events": "thành viên đến, về",
    "agenda_items": "chương trình họp",
    "council_candidates": "người, tập thể được xét",
    "recusals": "không tham gia biểu quyết",
    "ballots": "lần biểu quyết",
    "ballot_counts": "số kiểm phiếu",
    "candidate_results": "kết luận của Hội đồng",
    "meeting_events": "diễn biến phiên họp",
    "issued_documents": "giấy, văn bản đã in",
    "settings": "thiết lập",
}
ACTIONS = {"I": "thêm", "U": "sửa", "D": "xóa"}


def touched(table: str, action: str, rows: int) -> str:
    """One line: "Điểm: sửa 84 dòng"."""
    name = TABLES.get(table, table)
    return f"{name[:1].upper()}{name[1:]}: {ACTIONS[action]} {grouped(rows)} dòng"


def conflict(title: str, later: Sequence[str]) -> str:
    """What an undo of an old step would run over."""
    listed = "\n".join(f"- {step}" for step in later[:8])
    more = f"\n- và {len(later) - 8} bước khác" if len(later) > 8 else ""
    return (
        f"Sau bước “{title}” còn có:\n{listed}{more}\n"
        "Nếu vẫn hoàn tác, những giá trị mà bước này đã đổi sẽ trở về như trước; phần khác của các dòng giữ nguyên."
    )


def steps_shown(count: int, *, has_more: bool) -> str:
    """Foot of the list."""
    return f"{grouped(count)} bước mới nhất" if has_more else f"Tất cả {grouped(count)} bước"


def moment(at: datetime) -> str:
    """Date and time to the second."""
    return f"{at:%d/%m/%Y %H:%M:%S}"


def who_and_when(user: str, at: datetime) -> str:
    """Line below the title of a step."""
    return f"{user}, {moment(at)}" if user else moment(at)


def because(reason: str) -> str:
    """The reason that was given."""
    return f"Lý do: {reason}"
