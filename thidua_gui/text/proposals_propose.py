"""Wording of making proposals: whom, for what, from where. Knows no row and no window."""

from collections.abc import Sequence

from thidua_gui.core.vietnamese import grouped

TITLE = "Thêm đề nghị"
VERB = "Lập đề nghị"
KIND = "Danh hiệu, hình thức"
BASIS = "Loại hình khen thưởng"
MOVEMENT = "Chuyên đề, đợt thi đua"
NO_MOVEMENT = "Chưa chọn"
SUBJECTS = "Cá nhân, tập thể được đề nghị"
PROPOSING_UNIT = "Đơn vị đề nghị"
UNIT_HINT = "Gõ tên đơn vị"
RECEIVED = "Ngày nhận hồ sơ"
RECEIVED_HINT = "Bỏ trống khi hồ sơ chưa nộp."
TITLE_WORDS = "Ghi trên quyết định"
ACHIEVEMENT = "Tóm tắt thành tích"
NOTE = "Ghi chú"
EDIT_TITLE = "Sửa đề nghị"
SAVE = "Lưu"
MERIT_ONLY = "Danh hiệu thi đua chỉ xét theo công trạng."
SHORT_WAY = "Thủ tục đơn giản, danh mục giấy tờ riêng, không xét điều kiện công trạng."

PREVIEW_VOTES = "Lập đề nghị từ kết quả bình xét"
PREVIEW_REGISTERED = "Lập đề nghị từ đăng ký thi đua"
PREVIEW_GRID = "Danh sách sẽ được đề nghị"
NONE_LEFT = "Không còn ai để lập đề nghị"
NONE_LEFT_VOTES = "Mọi cá nhân, tập thể được đơn vị bình xét cho danh hiệu, hình thức này đã có đề nghị."
NONE_LEFT_REGISTERED = "Mọi cá nhân, tập thể đăng ký danh hiệu, hình thức này đã có đề nghị."

PRESENT_TITLE = "Trình Hội đồng"
PRESENT_TEXT = (
    "Trình {count} đề nghị {name} được đánh dấu và hợp lệ. Kết quả thẩm tra lúc này, kèm phiên bản quy định, "
    "được giữ nguyên trên hồ sơ."
)
OVER = "Đang vượt chỉ tiêu {count}; vẫn trình được, Hội đồng quyết định."
PRESENT_REASON = "Lý do vẫn trình"
NOTHING_READY = "Chưa có đề nghị nào vừa được đánh dấu vừa hợp lệ."
DELETE_TITLE = "Xóa đề nghị nháp"


def not_ready(names: Sequence[str], count: int) -> str:
    """Who is marked and not valid yet, the first few by name."""
    if not count:
        return ""
    more = f" và {grouped(count - len(names))} đề nghị khác" if count > len(names) else ""
    return f"Được đánh dấu nhưng chưa hợp lệ: {', '.join(names)}{more}. Xác nhận hợp lệ hoặc bỏ đánh dấu trước."


def preview(count: int) -> str:
    """Over the list of a preview."""
    return f"{grouped(count)} dòng chưa có đề nghị. Bỏ đánh dấu dòng không đề nghị."


def preview_verb(count: int) -> str:
    return f"Lập {grouped(count)} đề nghị"


def chosen(people: int, units: int) -> str:
    """Under the field of whom."""
    return f"{grouped(people)} cá nhân, {grouped(units)} tập thể"


def doubts(failed: int, lacking: int, *, of_units: bool) -> str:
    """"3 người chưa đủ điều kiện, 4 hồ sơ thiếu thành phần"."""
    who = "tập thể" if of_units else "người"
    told = [f"{failed} {who} chưa đủ điều kiện"] if failed else []
    return ", ".join([*told, *([f"{lacking} hồ sơ thiếu thành phần"] if lacking else [])])
