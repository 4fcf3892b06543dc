"""Words of what is done before a council's meeting: agenda, composition, rules of the vote."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_gui.core.meeting_rules import Rules
from thidua_gui.text.council import SCHOOL_RULE, share_text, threshold_text

AGENDA_CARD, COUNCIL_CARD, RULES_CARD = "Chuẩn bị phiên họp", "Thành phần Hội đồng", "Quy chế biểu quyết"
BUILD = "Dựng từ các đề nghị"
EDIT_MEETING = "Ngày, giờ, địa điểm"
ADD_ITEM, EDIT_ITEM, REMOVE_ITEM = "Thêm mục", "Sửa mục", "Bỏ mục"
UP, DOWN = "Lên", "Xuống"
COUNCIL, RULES = "Sửa thành phần", "Sửa quy chế"
ITEM_TITLE, MINUTES, NO_MINUTES = "Nội dung", "Thời gian dự kiến (phút)", "Không đặt"
PRIVATE, PRIVATE_HINT = "Ghi chú riêng của người điều hành", "Không vào biên bản, không lên màn chiếu."
SAVE = "Lưu"
DECISION_NUMBER, DECIDED_ON, AUTHORITY = "Số quyết định thành lập", "Ngày quyết định", "Cấp quyết định"
ADD_MEMBER, ADD_MEMBER_HINT = "Thêm thành viên", "Gõ tên người rồi chọn"
REMOVE_MEMBER, CLOSE = "Bỏ thành viên", "Xong"
ROLE, NAME, POST, FROM, UNTIL = "Vai trò", "Họ và tên", "Chức vụ", "Từ ngày", "Đến ngày"
MEMBER_COLUMNS = (NAME, POST, ROLE)
QUORUM, SHARE, BASE = "Tỷ lệ thành viên để họp", "Tỷ lệ phiếu đạt", "Tính trên"
SHARE_HINT = "Ví dụ 2/3, 80 %, trên 1/2"
ASKS_ABSENT = "Lấy ý kiến thành viên vắng mặt bằng văn bản"
VOTES_FOR_SELF = "Người được xét bỏ phiếu cho mình"
SECRET = "Bỏ phiếu kín"
KIND, BY_KIND = "Danh hiệu, hình thức", "Theo từng danh hiệu, hình thức"
OWN_SHARE, AS_USUAL = "Tỷ lệ riêng", "như chung"
OWN_HINT = "Để trống tỷ lệ riêng: theo tỷ lệ phiếu đạt chung ở trên."
LAW = "Quy định của pháp luật (để đối chiếu)"
MEETING_RULES_TEXT = "Chỉ áp dụng cho phiên họp này, khi chưa công bố kết quả nào. Số phiếu đã ghi được giữ nguyên."
CANDIDATES_TITLE = "Người được xét của mục"
CANDIDATES_TEXT = "{title}. Danh sách và thứ tự cố định khi bắt đầu biểu quyết lần đầu."
ON_AGENDA, READY = "Đang xét ở mục này", "Đề nghị hợp lệ chưa đưa vào mục"
PUT_IN, TAKE_OUT = "Đưa vào mục", "Đưa ra khỏi mục"
NOBODY_READY = "Không còn đề nghị hợp lệ nào."
BEFORE = "Trước khi khai mạc"
BEFORE_DONE = "Đã đủ để khai mạc: chương trình, Hội đồng và quy chế đều có."
NO_AGENDA = "Chương trình chưa có mục xét nào."
EMPTY_ITEM = "Chưa có người được xét: {title}"
NO_DAY = "Chưa ghi ngày họp."
RULES_TEXT = f"Áp dụng cho năm này; {SCHOOL_RULE}. Phiên họp đã khai mạc giữ quy chế của lúc khai mạc."
_SHOWN = 4
SHARE_UNREAD = "Không đọc được tỷ lệ. Hãy ghi như 2/3, 80 % hoặc trên 1/2."


def agenda(items: int, candidates: int) -> str:
    if not items:
        return "Chưa có nội dung nào. Dựng chương trình từ các đề nghị đã hợp lệ hoặc thêm từng mục."
    return f"{items} nội dung, {candidates} cá nhân, tập thể được xét. Kéo thả hoặc Alt+↑, Alt+↓ để đổi thứ tự."


def item(title: str, minutes: int | None) -> str:
    return f"Mục đang chọn: {title}" + ("" if minutes is None else f" ({minutes} phút)")


def council(voting: int, members: Sequence[tuple[str, str]]) -> str:
    """How many vote, the first of them with their roles."""
    lines = [f"{voting} thành viên biểu quyết trong {len(members)} người."]
    lines += [f"{role}: {name}" for role, name in members[:_SHOWN]]
    if len(members) > _SHOWN:
        lines.append(f"… và {len(members) - _SHOWN} người nữa")
    return "\n".join(lines)


def rules(found: Rules) -> tuple[str, ...]:
    return (
        f"Họp khi có mặt từ {share_text(found.quorum, is_strict=found.quorum_is_strict)} tổng số thành viên.",
        f"Đạt khi có ít nhất {threshold_text(found.usual)} đồng ý.",
        ASKS_ABSENT + (": có." if found.asks_absent else ": không."),
        VOTES_FOR_SELF + (": có." if found.votes_for_self else ": không."),
        f"({SCHOOL_RULE})",
    )
