"""Wording of the papers that a proposal needs. Decides nothing."""

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.text.commendations import KINDS

SCHOOL = "Quy định của trường"

ERRORS: dict[str, str] = {
    "dossier_empty": "Danh sách hồ sơ phải có ít nhất một giấy tờ. Muốn dùng lại danh sách có sẵn thì bấm Đặt lại.",
    "dossier_paper_unnamed": "Giấy tờ thứ {place} chưa có tên.",
    "dossier_paper_twice": "Giấy tờ “{name}” có hai lần trong danh sách.",
}


def step_set(basis: CommendationKind) -> str:
    """The undo step."""
    return f"Sửa danh sách hồ sơ {KINDS[basis].lower()}"


def step_reset(basis: CommendationKind) -> str:
    """The undo step."""
    return f"Đặt lại danh sách hồ sơ {KINDS[basis].lower()}"
