"""Words of the year workbook's sheets of the council's decision and its meetings. Decides nothing."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from thidua_gui.core.council import Method, Outcome
from thidua_gui.core.meetings import Attendance, ItemKind, ItemState, MeetingState, Passage
from thidua_gui.core.workbook.columns import Vocabulary
from thidua_gui.core.workbook.sheet_keys import SheetKey
from thidua_gui.core.workbook.wording import SheetWording
from thidua_gui.text.council import (
    ATTENDANCE,
    BASES,
    EVENTS,
    ITEM_KINDS,
    ITEM_STATES,
    MEETING_STATES,
    METHODS,
    OUTCOMES,
    PASSAGES,
)
from thidua_gui.text.words import Words

Value = TypeVar("Value", bound=StrEnum)
_MEETING = {"meeting": "Phiên họp"}
_ITEM = {**_MEETING, "item": "Mục"}
_CANDIDATE = {**_ITEM, "candidate": "Thứ tự"}
_VOTE = {**_ITEM, "round": "Lần", "version": "Bản"}
_PERSON = {"person": "Mã"}
_NUMBER = {"row_number": "TT"}

SHEETS: Mapping[SheetKey, SheetWording] = {
    SheetKey.COUNCIL: SheetWording(
        "Hội đồng",
        "THÀNH PHẦN HỘI ĐỒNG VÀ ĐIỂM DANH",
        {
            **_NUMBER,
            **_PERSON,
            "role": "Vai trò",
            "present": "Có mặt",
            "absence_reason": "Lý do vắng",
            "from_on": "Từ ngày",
            "until_on": "Đến ngày",
        },
    ),
    SheetKey.MEETING_RULES: SheetWording(
        "Quy chế họp",
        "QUY CHẾ HỌP CỦA TRƯỜNG",
        {"item": "Mục", "value": "Giá trị"},
        synonyms={"Nội dung": "value"},
        items={
            "quorum": "Tỷ lệ thành viên để họp",
            "majority": "Tỷ lệ phiếu đạt",
            "counted_on": "Tính trên",
            "votes_for_self": "Người được xét có bỏ phiếu cho mình",
            "absent_vote_in_writing": "Lấy ý kiến người vắng bằng văn bản",
        },
    ),
    SheetKey.BALLOTS: SheetWording(
        "Kiểm phiếu",
        "KẾT QUẢ KIỂM PHIẾU",
        {
            **_NUMBER,
            "title": "Danh hiệu",
            "method": "Cách biểu quyết",
            "subject": "Mã cá nhân hoặc đơn vị",
            "issued": "Phát ra",
            "returned": "Thu về",
            "valid": "Hợp lệ",
            "agree": "Đồng ý",
            "disagree": "Không đồng ý",
        },
    ),
    SheetKey.COUNCIL_DECISION: SheetWording(
        "Quyết định Hội đồng",
        "QUYẾT ĐỊNH THÀNH LẬP HỘI ĐỒNG",
        {
            "name": "Tên Hội đồng",
            "decision_number": "Số quyết định",
            "decided_on": "Ngày quyết định",
            "authority": "Cấp quyết định",
            "standing_unit": "Mã đơn vị thường trực",
            "note": "Ghi chú",
        },
    ),
    SheetKey.MEETINGS: SheetWording(
        "Phiên họp",
        "CÁC PHIÊN HỌP CỦA HỘI ĐỒNG",
        {
            **_MEETING,
            "name": "Tên phiên họp",
            "held_on": "Ngày họp",
            "starts_at": "Giờ họp",
            "place": "Địa điểm",
            "state": "Trạng thái",
            "opened_at": "Khai mạc lúc",
            "closed_at": "Bế mạc lúc",
            "chair": "Mã chủ trì",
            "secretary": "Mã thư ký",
            "invited": "Khách mời",
            "conclusion": "Kết luận",
            "rules": "Quy chế khi khai mạc",
            "at_item": "Đang ở mục",
            "at_candidate": "Đang ở thứ tự",
        },
    ),
    SheetKey.MEETING_MEMBERS: SheetWording(
        "Thành viên dự họp",
        "THÀNH VIÊN DỰ HỌP",
        {
            **_NUMBER,
            **_MEETING,
            **_PERSON,
            "name": "Họ tên khi họp",
            "role": "Vai trò",
            "post": "Chức vụ khi họp",
            "is_voting": "Biểu quyết",
            "attendance": "Điểm danh",
            "absence_reason": "Lý do vắng",
        },
    ),
    SheetKey.PASSAGES: SheetWording(
        "Đến, về", "THÀNH VIÊN ĐẾN, VỀ TRONG PHIÊN HỌP", {**_MEETING, **_PERSON, "kind": "Đến hay về", "at": "Lúc"}
    ),
    SheetKey.AGENDA_ITEMS: SheetWording(
        "Chương trình họp",
        "CHƯƠNG TRÌNH HỌP",
        {
            **_ITEM,
            "kind": "Loại",
            "title": "Nội dung",
            "state": "Trạng thái",
            "award_kind": "Danh hiệu, hình thức",
            "planned_minutes": "Số phút dự kiến",
            "private_note": "Ghi chú riêng",
            "discussion": "Ý kiến thảo luận",
            "conclusion": "Kết luận",
            "started_at": "Bắt đầu lúc",
            "spent_seconds": "Đã dùng (giây)",
        },
    ),
    SheetKey.CANDIDATES: SheetWording(
        "Người được xét",
        "CÁ NHÂN, TẬP THỂ ĐƯỢC XÉT",
        {
            **_CANDIDATE,
            "subject": "Mã cá nhân hoặc đơn vị",
            "name": "Tên trên phiếu",
            "title": "Danh hiệu trên phiếu",
            "proposal": "Đề nghị thứ",
            "note": "Ghi chú",
            "outcome": "Kết luận",
            "lowered_to": "Hạ xuống",
            "by_chair": "Chủ tọa kết luận",
            "reason": "Lý do",
            "round": "Theo lần",
            "version": "Theo bản",
        },
    ),
    SheetKey.RECUSALS: SheetWording(
        "Không biểu quyết", "THÀNH VIÊN KHÔNG THAM GIA BIỂU QUYẾT", {**_CANDIDATE, **_PERSON, "reason": "Lý do"}
    ),
    SheetKey.VOTES: SheetWording(
        "Biểu quyết",
        "CÁC LẦN BIỂU QUYẾT",
        {
            **_VOTE,
            "method": "Cách biểu quyết",
            "members": "Thành viên",
            "present": "Có mặt",
            "written": "Bằng văn bản",
            "issued": "Phát ra",
            "returned": "Thu về",
            "published_at": "Công bố lúc",
            "override_reason": "Lý do vẫn công bố",
            "reason": "Lý do",
        },
    ),
    SheetKey.VOTE_COUNTS: SheetWording(
        "Số kiểm phiếu",
        "SỐ KIỂM PHIẾU CỦA TỪNG LẦN",
        {
            **_VOTE,
            "candidate": "Thứ tự",
            "counter": "Người kiểm",
            "valid": "Hợp lệ",
            "invalid": "Không hợp lệ",
            "agree": "Đồng ý",
            "disagree": "Không đồng ý",
            "blank": "Không ý kiến",
        },
    ),
    SheetKey.MEETING_EVENTS: SheetWording(
        "Diễn biến phiên họp",
        "DIỄN BIẾN PHIÊN HỌP",
        {**_MEETING, "at": "Lúc", "kind": "Việc", "item": "Mục", "words": "Nội dung"},
    ),
}


def _read(words: Words[Value], values: type[Value]) -> Mapping[str, Value]:
    return {words[value]: value for value in values}


VOCABULARIES: Mapping[Vocabulary, Mapping[str, object]] = {
    Vocabulary.VOTE_BASE: {word: word for word in BASES.known},
    Vocabulary.MEETING_STATE: _read(MEETING_STATES, MeetingState),
    Vocabulary.ATTENDANCE: _read(ATTENDANCE, Attendance),
    Vocabulary.PASSAGE: _read(PASSAGES, Passage),
    Vocabulary.ITEM_KIND: _read(ITEM_KINDS, ItemKind),
    Vocabulary.ITEM_STATE: _read(ITEM_STATES, ItemState),
    Vocabulary.COUNCIL_OUTCOME: _read(OUTCOMES, Outcome),
    Vocabulary.VOTE_METHOD: _read(METHODS, Method),
    Vocabulary.MEETING_EVENT: {word: kind for kind, word in EVENTS.items()},
}

ERRORS = {
    "import_meeting_link": "Trang {sheet} nhắc tới phiên họp, mục hoặc thứ tự không có trong sổ ({link}); hãy sửa "
    "số đó.",
    "import_meeting_rules": "Trang {sheet}: quy chế của phiên họp {meeting} bị sửa nên không đọc được; hãy lấy lại ô "
    "đó từ tệp đã xuất.",
    "import_meeting_clock": "Trang {sheet}: giờ họp “{value}” không đúng; hãy ghi như 08:00.",
}
