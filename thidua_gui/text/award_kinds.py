"""Wording of the kinds of awards: their particulars, undo steps and refusals. Decides nothing."""

from thidua_gui.core.awards import Bearer, Level
from thidua_gui.core.titles import TitleGroup

SCHOOL = "Quy định của trường"
GROUPS = {TitleGroup.TITLE: "Danh hiệu thi đua", TitleGroup.FORM: "Hình thức khen thưởng"}
BEARERS = {Bearer.PERSON: "Cá nhân", Bearer.UNIT: "Tập thể", Bearer.BOTH: "Cá nhân, tập thể"}
BEARERS_BRIEFLY = {**BEARERS, Bearer.BOTH: "Cả hai"}
LEVELS = {
    Level.GRASSROOTS: "Cơ sở",
    Level.PROVINCE: "Tỉnh",
    Level.MINISTRY: "Bộ, ngành, Học viện",
    Level.STATE: "Nhà nước",
}
LEVELS_BRIEFLY = {**LEVELS, Level.MINISTRY: "Bộ, ngành"}

ERRORS: dict[str, str] = {
    "workbook_kind_unknown": (
        "Trang “Danh hiệu, hình thức”, cột “Thay cho”: không có danh hiệu, hình thức sẵn có nào tên “{name}”."
    ),
    "award_kind_unknown": "Không có danh hiệu, hình thức khen thưởng mã {key}.",
    "award_kind_name_missing": "Chưa ghi tên danh hiệu, hình thức.",
    "award_kind_name_long": "Tên dài quá {most} ký tự, hãy rút gọn.",
    "award_kind_short_long": "Tên gọn dài quá {most} ký tự, sẽ không vừa cột trong bảng. Hãy rút gọn.",
    "award_kind_law": "Loại, đối tượng và cấp của “{name}” do luật quy định, không sửa được ở đây.",
    "award_kind_taken": "“{words}” đã là tên hoặc cách viết của “{name}”. Hãy ghi tên khác.",
    "award_kind_exists": "Đã có “{name}”. Hãy ghi tên khác.",
    "award_kind_not_shipped": "“{name}” do trường thêm, không có bản gốc để đặt lại.",
    "award_kind_shipped": "“{name}” có sẵn theo luật nên không xóa được; nếu trường không dùng, hãy ẩn đi.",
    "award_kind_in_use": "“{name}” đã dùng trong dữ liệu nên không xóa được; nếu trường không dùng nữa, hãy ẩn đi.",
    "award_kind_undo_in_use": (
        "Không hoàn tác được: danh hiệu, hình thức này đã có đề nghị hoặc đã đưa ra Hội đồng. "
        "Nếu trường không dùng nữa, hãy ẩn đi."
    ),
    "award_kind_wording_used": "Cách viết “{words}” của “{name}” đang có trong dữ liệu, phải giữ lại.",
    "award_kind_bearer_used": "“{name}” đã dùng cho đối tượng khác trong dữ liệu, không thu hẹp được.",
}


def step_add(name: str) -> str:
    """The undo step."""
    return f"Thêm “{name}”"


def step_edit(name: str) -> str:
    """The undo step."""
    return f"Sửa “{name}”"


def step_hide(name: str) -> str:
    """The undo step."""
    return f"Ẩn “{name}”"


def step_show(name: str) -> str:
    """The undo step."""
    return f"Dùng lại “{name}”"


def step_reset(name: str) -> str:
    """The undo step."""
    return f"Đặt lại “{name}” như ban đầu"


def step_remove(name: str) -> str:
    """The undo step."""
    return f"Xóa “{name}”"
