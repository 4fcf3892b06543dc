"""Words of the year workbook's sheets of movements and of awards to others. Decides nothing."""

from collections.abc import Mapping

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.movements import MovementKind
from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.core.workbook.wording import SheetWording
from thidua_gui.text.commendations import KINDS as COMMENDATION_KINDS
from thidua_gui.text.movements import KINDS as MOVEMENT_KINDS

COMMENDED_FOR = {
    "kind": "Loại hình", "achievement": "Thành tích", "movement": "Phong trào",
    "revocation_number": "Số quyết định thu hồi",
}  # fmt: skip
"""The columns that say for what an award was given, and which decision took it back."""

SHEETS: Mapping[SheetKey, SheetWording] = {
    SheetKey.MOVEMENTS: SheetWording(
        "Phong trào khác",
        "PHONG TRÀO THI ĐUA CHUYÊN ĐỀ, THEO ĐỢT",
        {
            "row_number": "TT",
            "name": "Tên phong trào",
            "kind": "Loại",
            "starts_on": "Từ ngày",
            "ends_on": "Đến ngày",
            "theme": "Chủ đề",
            "plan_number": "Số kế hoạch",
            "plan_issued_on": "Ngày ban hành",
            "units": "Mã đơn vị",
            "closed_on": "Ngày tổng kết",
            "summary": "Kết quả",
        },
        synonyms={"Tên": "name"},
    ),
    SheetKey.OUTSIDE_AWARDS: SheetWording(
        "Khen thưởng ngoài trường",
        "KHEN THƯỞNG CÁ NHÂN, TẬP THỂ NGOÀI TRƯỜNG",
        {
            "row_number": "TT",
            "name_then": "Họ tên khi đó",
            "post_then": "Chức vụ khi đó",
            "unit_then": "Đơn vị khi đó",
            "year": "Năm",
            "title": "Danh hiệu, hình thức",
            "decision_number": "Số quyết định",
            "decided_on": "Ngày quyết định",
            "authority": "Cấp quyết định",
            "revoked_on": "Ngày thu hồi",
            "revocation_reason": "Lý do thu hồi",
            **COMMENDED_FOR,
        },
    ),
}
KINDS_READ: Mapping[str, MovementKind] = {word: kind for kind, word in MOVEMENT_KINDS.items()}
COMMENDED_READ: Mapping[str, CommendationKind] = {word: kind for kind, word in COMMENDATION_KINDS.items()}

ERRORS = {
    "import_movement_unknown": "Năm này chưa có phong trào “{name}” mà trang Khen thưởng nhắc tới. "
    "Hãy thêm trang Phong trào khác vào sổ, hoặc thêm phong trào ở trang Chuyên đề & đột xuất.",
}
