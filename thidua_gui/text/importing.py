"""Wording of the page that reads and writes year workbooks."""

from collections.abc import Mapping, Sequence

from thidua_gui.core.vietnamese import grouped
from thidua_gui.core.workbook.rows import SheetKey

TITLE = "Nhập - xuất sổ năm"
SUBTITLE = "Sổ dữ liệu năm: một tệp Excel cho cả năm"
IMPORT = "Nhập sổ dữ liệu năm"
IMPORT_WHY = (
    "Chọn tệp Excel của năm. Chương trình đọc và kiểm tra toàn bộ trước; có lỗi thì liệt kê hết và không ghi gì. "
    "Nhập là một bước, hoàn tác được bằng Ctrl+Z."
)
CHOOSE = "Chọn tệp Excel"
EXPORT = "Xuất sổ dữ liệu năm"
EXPORT_WHY = "Ghi toàn bộ dữ liệu của năm đang mở ra một tệp Excel cùng mẫu; nhập lại tệp đó không thay đổi gì."
EXPORT_VERB = "Xuất sổ năm {year}"
NO_YEAR = "Chưa có năm nào để xuất."
EXCEL_FILTER = "Sổ dữ liệu năm (*.xlsx)"
FILE = "so-du-lieu-{year}.xlsx"
READING = "Đang đọc tệp Excel"
WRITING_IN = "Đang ghi vào tệp dữ liệu"
WRITING_OUT = "Đang xuất sổ năm"
EXPORTED = "Đã xuất {name}."
STEPS = ("Chọn tệp", "Kiểm tra", "Ghi vào dữ liệu")
CHECKED = "Sẽ ghi gì vào năm {year}"
DONE = "Đã nhập năm {year}"
NOTHING_NEW = "Tệp này không có gì mới so với dữ liệu đang có: 0 thay đổi."
APPLY = "Ghi {count} thay đổi"
LOSS_TITLE = "Ghi vào năm {year} sẽ mất {count} dòng"
LOSS_WHY = "Nếu tệp này cũ hơn dữ liệu, hãy hủy và xuất sổ đang có để giữ một bản. Hoàn tác được bằng Ctrl+Z."
CANCEL = "Chọn tệp khác"
OPEN_YEAR = "Xem năm {year}"
SHEET = "Trang tính"
NEW = "Thêm mới"
UPDATED = "Sửa"
UNCHANGED = "Không đổi"
REMOVED = "Không còn"
ROW = "Dòng"
COLUMN = "Cột"
VALUE = "Giá trị"
REASON = "Sai ở đâu và cách sửa"
REFUSED = "Tệp {name} có {count} chỗ phải sửa"
REFUSED_WHY = "Chưa ghi gì vào dữ liệu. Sửa trong Excel, lưu lại rồi bấm Đọc lại tệp."
UNREADABLE = "Không đọc được tệp {name}"
COPY = "Chép danh sách lỗi"
COPIED = "Đã chép {count} dòng lỗi. Dán vào Excel hoặc Word để gửi đơn vị."
AGAIN = "Đọc lại tệp"
UNDO_HINT = "Chưa đúng ý? Bấm Ctrl+Z để hoàn tác cả lần nhập này."

GUIDE = "Sổ dữ liệu năm gồm những trang tính nào"
GUIDE_WHY = (
    "Mỗi năm một tệp Excel. Tên trường ở ô A1, tiêu đề cột ở dòng 4; giữ đúng tên trang tính và tiêu đề cột. "
    "Muốn bắt đầu nhanh, lấy tệp mẫu rồi thay bằng dữ liệu của đơn vị mình."
)
TEMPLATE = "Lấy tệp mẫu"
TEMPLATE_TIP = "Một sổ dữ liệu năm đầy đủ, tên người là giả định"
TEMPLATE_FILE = "so-du-lieu-mau.xlsx"
TEMPLATE_DONE = "Đã ghi tệp mẫu {name}."
NOT_WRITTEN = "Chưa ghi gì vào dữ liệu"
NOT_WRITTEN_WHY = "Sửa tệp rồi đọc lại, hoặc chọn tệp khác."

SHEETS: Mapping[SheetKey, str] = {
    SheetKey.CAMPAIGN: "năm, số kế hoạch, chủ đề, các hạn",
    SheetKey.TARGETS: "chỉ tiêu của kế hoạch: thước đo, mức yêu cầu",
    SheetKey.UNITS: "khoa, phòng; ngày phát động; xếp loại tập thể",
    SheetKey.PEOPLE: "cán bộ, viên chức, người lao động và đơn vị",
    SheetKey.PERSONNEL_CHANGES: "nghỉ, đi học, chuyển đơn vị trong năm",
    SheetKey.DISCIPLINES: "kỷ luật trong năm",
    SheetKey.REGISTRATIONS: "danh hiệu đăng ký của cá nhân, tập thể",
    SheetKey.CRITERIA: "bộ tiêu chí chấm điểm theo nhóm",
    SheetKey.THRESHOLDS: "từ bao nhiêu điểm thì đạt mức nào",
    SheetKey.SCORES: "điểm từng mục qua các vòng; mỗi bộ một trang",
    SheetKey.RESULTS: "xếp loại đã quyết định, dạy giỏi",
    SheetKey.INITIATIVES: "sáng kiến, đề tài và tác giả",
    SheetKey.AWARDS: "khen thưởng các năm trước",
    SheetKey.COUNCIL: "thành viên Hội đồng",
    SheetKey.MEETING_RULES: "quy chế họp, cách tính phiếu",
    SheetKey.BALLOTS: "kết quả kiểm phiếu",
    SheetKey.PLAN_ITEMS: "nội dung kế hoạch thi đua, từng đoạn",
    SheetKey.INITIATIVE_USES: "sáng kiến đã dùng để đề nghị khen thưởng",
    SheetKey.TEACHING: "dạy giỏi kèm quyết định",
    SheetKey.UNIT_VOTES: "kết quả bình xét, đề nghị của đơn vị",
    SheetKey.SUBMISSIONS: "đơn vị nộp hồ sơ, báo cáo ngày nào",
    SheetKey.MOVEMENTS: "phong trào chuyên đề, theo đợt",
    SheetKey.OUTSIDE_AWARDS: "khen thưởng người ngoài trường",
    SheetKey.SCHOOL_RESULTS: "kết quả của trường: kế hoạch, thực hiện",
    SheetKey.PROPOSALS: "đề nghị khen thưởng và trạng thái",
    SheetKey.PROPOSAL_EVENTS: "từng bước của mỗi đề nghị",
    SheetKey.PROPOSAL_FINDINGS: "kết quả thẩm tra khi trình Hội đồng",
    SheetKey.PROPOSAL_PAPERS: "giấy tờ đã có của hồ sơ",
    SheetKey.CONDITION_OVERRIDES: "điều kiện được chấp nhận ngoài quy định",
    SheetKey.OBJECTIONS: "ý kiến phản đối",
    SheetKey.OPEN_CASES: "vụ việc đang xem xét",
    SheetKey.COUNCIL_DECISION: "quyết định thành lập Hội đồng",
    SheetKey.MEETINGS: "phiên họp của Hội đồng",
    SheetKey.MEETING_MEMBERS: "thành viên dự họp, điểm danh",
    SheetKey.PASSAGES: "thành viên đến, về trong phiên họp",
    SheetKey.AGENDA_ITEMS: "chương trình họp",
    SheetKey.CANDIDATES: "người, tập thể được xét và kết luận",
    SheetKey.RECUSALS: "thành viên không tham gia biểu quyết",
    SheetKey.VOTES: "các lần biểu quyết",
    SheetKey.VOTE_COUNTS: "số kiểm phiếu của từng lần",
    SheetKey.MEETING_EVENTS: "diễn biến phiên họp",
    SheetKey.MILESTONES: "mốc thời gian của năm, khi khác các ngày của kế hoạch",
    SheetKey.AWARD_KINDS: "danh hiệu, hình thức trường thêm hoặc sửa",
}


def losses(count: int, sheets: Sequence[tuple[str, int]]) -> str:
    """How many lines of the year disappear, and in which sheets."""
    told = "; ".join(f"{sheet} {grouped(lost)}" for sheet, lost in sheets)
    return f"Sẽ mất {grouped(count)} dòng đang có mà tệp này không có: {told}."


def apply_with_loss(changed: int, count: int) -> str:
    """The verb of the question."""
    return f"Ghi {grouped(changed)} thay đổi, bỏ {grouped(count)} dòng"


def sentence_of(advice: str) -> str:
    """What is wrong, as a sentence of its own."""
    return advice[:1].upper() + advice[1:]
