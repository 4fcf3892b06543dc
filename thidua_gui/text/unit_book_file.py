"""Wording inside the workbook of a unit: titles of sheets, headings, guide, input hints. Knows no cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Criterion, CriterionKind
from thidua_gui.core.unit_book.content import Part
from thidua_gui.core.vietnamese import date_text

GUIDE = "Hướng dẫn"
TITLES: Mapping[Part, str] = {
    Part.REGISTRATIONS: "Đăng ký thi đua",
    Part.SCORES: "Chấm điểm",
    Part.UNIT_SCORES: "Chấm điểm tập thể",
    Part.RATINGS: "Xếp loại",
    Part.INITIATIVES: "Sáng kiến",
    Part.VOTES: "Đề nghị",
}
HINTS: Mapping[Part, str] = {
    Part.REGISTRATIONS: "Chọn danh hiệu trong danh sách, ghi ngày đăng ký. Để trống nếu không đăng ký.",
    Part.SCORES: "Ô trống là chưa chấm, 0 là không điểm. Cột màu xám là vòng đã chốt, không sửa được. "
    "Tổng tự cộng khi đã chấm đủ.",
    Part.UNIT_SCORES: "Điểm của tập thể đơn vị. Ô trống là chưa chấm, 0 là không điểm.",
    Part.RATINGS: "Chọn mức xếp loại. Khác mức theo điểm thì ghi lý do.",
    Part.INITIATIVES: "Mỗi dòng một sáng kiến, đề tài; ghi sáng kiến mới vào các dòng trống. "
    "Tác giả ghi bằng mã, cách nhau bằng dấu ; kèm tỷ lệ nếu có, ví dụ CB01: 60%; CB02: 40%.",
    Part.VOTES: "Kết quả bình xét tại đơn vị. Các dòng có sẵn lấy theo đăng ký; thêm đề nghị khác vào các dòng trống.",
}
NUMBER = "TT"
CODE = "Mã"
NAME = "Họ và tên"
UNIT_NAME = "Tên đơn vị"
POST = "Chức vụ"
UNIT_ITSELF = "Tập thể đơn vị"
TITLE = "Danh hiệu, hình thức"
REGISTERED_ON = "Ngày đăng ký"
CONTENT = "Nội dung đăng ký"
TOTAL = "Tổng"
TOTAL_OF = "Tổng điểm"
UNIT_TOTAL = "Điểm đơn vị chấm"
BY_POINTS = "Mức theo điểm"
RATING = "Xếp loại"
REASON = "Lý do nếu khác mức theo điểm"
INITIATIVE_CODE = "Mã sáng kiến"
INITIATIVE_NAME = "Tên sáng kiến, đề tài"
KIND = "Loại"
SCOPE = "Phạm vi ảnh hưởng"
AUTHORS = "Mã tác giả (tỷ lệ)"
SUMMARY = "Tóm tắt nội dung"
EFFECT = "Hiệu quả"
RESULT = "Kết quả công nhận"
HELD_ON = "Ngày họp bình xét"
MEMBERS = "Tổng số người"
PRESENT = "Có mặt"
AGREE = "Đồng ý"
DISAGREE = "Không đồng ý"
ACHIEVEMENT = "Tóm tắt thành tích"
NOTE = "Ghi chú"
SUBJECT_CODE = "Mã người, đơn vị"
SUBJECT_NAME = "Người, tập thể được đề nghị"

WRONG = "Giá trị không hợp lệ"
WRONG_POINTS = "Chỉ nhận số từ 0 đến {maximum}{step}. Để trống nếu chưa chấm."
WRONG_STEP = ", theo bước {step}"
WRONG_DATE = "Ghi ngày có thật trong năm {year}, ví dụ 25/03/{year}."
WRONG_WORD = "Chọn một giá trị trong danh sách của ô."
WRONG_COUNT = "Chỉ nhận số nguyên từ 0 trở lên."
NO_PEOPLE = "Đơn vị chưa có ai trong danh sách của năm."


def sheet_title(part: Part, code: str = "") -> str:
    """Name of the worksheet."""
    return f"{TITLES[part]} {code}".strip()


def heading(part: Part, year: int, unit: str, code: str = "") -> str:
    """First row of a worksheet."""
    sheet = f" (bộ {code})" if code else ""
    return f"{TITLES[part].upper()}{sheet.upper()} NĂM {year} - {unit}"


def criterion_heading(criterion: Criterion) -> str:
    """Above the columns of a criterion: number, content, maximum."""
    sign = {CriterionKind.BONUS: "thưởng, ", CriterionKind.DEDUCTION: "trừ, "}.get(criterion.kind, "")
    return f"{criterion.number}. {criterion.content} ({sign}tối đa {criterion.maximum.shortest})"


def criterion_note(criterion: Criterion) -> str:
    """Told while the cell is chosen."""
    step = "" if criterion.step is None else f" Bước điểm {criterion.step.shortest}."
    kind = {
        CriterionKind.BONUS: " Điểm thưởng, có thể để trống.",
        CriterionKind.DEDUCTION: " Điểm trừ, ghi số dương, có thể để trống.",
    }.get(criterion.kind, "")
    return f"{criterion.content}. Tối đa {criterion.maximum.shortest}.{step}{kind}"


def closed(title: str) -> str:
    """Heading of a stage that nobody can change any more."""
    return f"{title} (đã chốt)"


def wrong_points(maximum: Points, step: Points | None) -> str:
    """What Excel says to other points."""
    by = "" if step is None else WRONG_STEP.format(step=step.shortest)
    return WRONG_POINTS.format(maximum=maximum.shortest, step=by)


def guide_title(year: int) -> str:
    """Heading of the guide."""
    return f"SỔ CỦA ĐƠN VỊ - PHONG TRÀO THI ĐUA NĂM {year}"


def guide(
    *, school: str, unit: str, year: int, people: int, sheets: Sequence[str], registration_due: date | None,
    results_due: date | None,
) -> tuple[str, ...]:
    """The guide, a sentence a line."""
    deadlines = [
        f"{what}: chậm nhất ngày {date_text(due)}."
        for what, due in (("Đăng ký thi đua", registration_due), ("Chấm điểm, xếp loại, đề nghị", results_due))
        if due is not None
    ]
    return (
        f"Đơn vị: {unit} ({people} người). Trường: {school}.",
        "Đơn vị điền vào tệp này rồi gửi lại chính tệp này (không gửi bản in, không chép sang tệp khác).",
        *deadlines,
        "Nơi nhận: bộ phận thường trực thi đua - khen thưởng của trường, bằng USB hoặc thư điện tử nội bộ.",
        f"Các trang cần điền: {'; '.join(sheets)}.",
        "1. Chỉ điền vào các ô nền trắng. Ô nền xám là thông tin có sẵn hoặc vòng đã chốt.",
        "2. Ô có danh sách: bấm mũi tên ở góc ô (hoặc Alt + mũi tên xuống) rồi chọn; không cần gõ.",
        "3. Điểm ghi số, dấu thập phân theo máy đang dùng; ô trống là chưa chấm, 0 là không điểm.",
        f"4. Ngày ghi ngày/tháng/năm, ví dụ 25/03/{year}.",
        "5. Không đổi tên, không xóa trang tính, dòng, cột; không sao chép sang tệp khác. Sai thì sửa lại ngay ở ô đó.",
        "6. Thiếu người, thừa người hoặc sai tên: ghi ra giấy gửi trường, không tự thêm dòng.",
        "7. Lưu lại (Ctrl+S) đúng dạng .xlsx rồi gửi về trường. Có thể gửi nhiều lần; lần sau thay lần trước.",
    )


def gone_to(unit: str) -> str:
    """Where somebody is now."""
    return f"đã chuyển sang {unit}"


GONE_LEFT = "đã thôi công tác"


