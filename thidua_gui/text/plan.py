"""Wording of the plan page and of the plan's outline."""

from thidua_gui.core.plan_outline import PlanSection

TITLE = "Kế hoạch & chỉ tiêu"
SWITCH = "Kế hoạch hoặc chỉ tiêu"
VIEWS = {"plan": "Kế hoạch", "targets": "Chỉ tiêu"}
KEY_NEW = "Thêm (đoạn văn hoặc chỉ tiêu)"
KEY_FIND = "Tìm trong kế hoạch hoặc danh sách chỉ tiêu"
KEY_PRINT = "Xem bản in"
KEY_EXPORT = "Xuất tệp"
KEY_SWITCH = "Chuyển giữa Kế hoạch và Chỉ tiêu"

SECTIONS = {
    PlanSection.LEGAL_BASIS: "Căn cứ",
    PlanSection.OPENING: "Lời dẫn",
    PlanSection.PURPOSE: "Mục đích",
    PlanSection.REQUIREMENT: "Yêu cầu",
    PlanSection.THEME: "Chủ đề",
    PlanSection.CONTENT: "Nội dung",
    PlanSection.TARGET: "Chỉ tiêu",
    PlanSection.SCHEDULE: "Thời gian",
    PlanSection.TASK: "Phân công thực hiện",
    PlanSection.REGISTRATION: "Đăng ký của trường",
    PlanSection.CLOSING: "Lời kết",
    PlanSection.RECIPIENT: "Nơi nhận",
}

OP_SAMPLE = "Ghi nội dung kế hoạch"
OP_HEAD = "Sửa phần đầu kế hoạch"
OP_EDIT = "Sửa một đoạn của kế hoạch"
OP_MOVE = "Chuyển chỗ một đoạn của kế hoạch"
OP_INDENT = "Lùi một đoạn của kế hoạch xuống cấp dưới"
OP_OUTDENT = "Đưa một đoạn của kế hoạch lên cấp trên"
OP_LINK = "Gắn chỉ tiêu với dòng của kế hoạch"


def op_add(count: int) -> str:
    """Step of typed or pasted paragraphs."""
    return "Thêm một đoạn vào kế hoạch" if count == 1 else f"Thêm {count} đoạn vào kế hoạch"


def op_delete(count: int) -> str:
    """Step of a deletion; what stood below goes too and is not counted."""
    return "Xóa một đoạn của kế hoạch" if count == 1 else f"Xóa {count} đoạn của kế hoạch"


def op_copy(year: int) -> str:
    """Step of taking over another year's text."""
    return f"Chép nội dung kế hoạch năm {year}"


ERRORS: dict[str, str] = {
    "plan_number_odd": "Số kế hoạch gồm số thứ tự và ký hiệu, ví dụ 100-KH/TCT; “{number}” chưa đúng.",
    "plan_outside_year": "Kế hoạch năm {year} phải ban hành trong năm {year}; ngày {day} là của năm khác.",
    "plan_signer_odd": "Họ và tên người ký chỉ gồm chữ; “{name}” chưa đúng.",
    "plan_post_missing": "Đã ghi thẩm quyền ký thì phải ghi chức vụ của người ký.",
    "plan_text_missing": "Đoạn văn chưa có chữ nào.",
    "plan_mark_long": "Ký hiệu đầu dòng dài quá {most} ký tự; nội dung ghi ở ô dưới.",
    "plan_item_gone": "Đoạn này không còn trong kế hoạch; có thể vừa được xóa.",
    "plan_at_the_end": "Đoạn này đã ở đầu hoặc cuối phần của nó.",
    "plan_no_deeper": "Không lùi sâu hơn được: phía trên không có đoạn cùng cấp, hoặc đã ở cấp thấp nhất.",
    "plan_at_the_top": "Đoạn này đã ở cấp cao nhất của phần.",
    "plan_not_empty": "Năm này đã có nội dung kế hoạch; hãy xóa nội dung cũ rồi mới chép từ năm khác.",
}
