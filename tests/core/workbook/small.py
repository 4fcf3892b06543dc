"""A small, right year workbook as plain cells, to be spoilt cell by cell."""

from copy import deepcopy
from datetime import date

from thidua_gui.core.workbook.problems import CellProblem, WorkbookErrors
from thidua_gui.core.workbook.reading import parse
from thidua_gui.core.workbook.rows import YearWorkbook
from thidua_gui.text.workbook import WORDING

Grid = list[list[object]]


def day(month: int, of_month: int, year: int = 2022) -> date:
    return date(year, month, of_month)


_LINES: dict[str, list[list[object]]] = {
    "Phong trào": [
        ["Mục", "Nội dung"],
        ["Năm", 2022.0],
        ["Số kế hoạch", "100-KH/TCT"],
        ["Ngày ban hành", day(3, 2)],
    ],
    "Chỉ tiêu": [
        ["Mã", "Nội dung", "Thước đo", "Tính trên", "Từ", "Đến", "Đơn vị tính"],
        ["1", "Phát động", "đơn vị phát động", "khoa, phòng", 80.0, 90.0, "%"],
        ["7", "Tập thể LĐXS", "danh hiệu TTLĐXS", "khoa, phòng", 1.0, "", "tập thể"],
    ],
    "Đơn vị": [
        ["TT", "Mã đơn vị", "Tên đơn vị", "Loại", "Ngày phát động", "Xếp loại tập thể"],
        [1.0, "KA", "Khoa A", "Khoa", day(3, 14), "Hoàn thành tốt nhiệm vụ"],
        [2.0, "PB", "Phòng B", "Phòng", "", ""],
    ],
    "Cá nhân": [
        [
            "TT",
            "Mã",
            "Họ và tên",
            "Giới tính",
            "Ngày sinh",
            "Dân tộc",
            "Mã đơn vị",
            "Chức vụ",
            "Nhóm",
            "Ngày vào cơ quan",
        ],
        [1.0, "C1", "Lò Văn An", "Nam", day(1, 2, 1980), "Thái", "KA", "Trưởng khoa", "Giảng viên", day(9, 1, 2005)],
        [2.0, "C2", "Lê Thị Bình", "Nữ", day(5, 6, 1990), "Kinh", "PB", "", "Chuyên viên", day(4, 1)],
    ],
    "Biến động": [
        ["TT", "Mã", "Loại", "Từ ngày", "Đến ngày", "Chi tiết"],
        [1.0, "C1", "Nghỉ ốm", day(2, 1), day(3, 1), ""],
        [2.0, "C2", "Chuyển đơn vị", day(8, 1), "", "Từ KA"],
    ],
    "Kỷ luật": [
        ["TT", "Mã", "Hình thức", "Ngày quyết định", "Số quyết định", "Liên quan nhiệm vụ", "Lý do"],
        [1.0, "C1", "Khiển trách", day(6, 15), "58-QĐ", "Không", "Vi phạm"],
    ],
    "Đăng ký thi đua": [
        ["TT", "Mã", "Danh hiệu đăng ký", "Ngày đăng ký"],
        [1.0, "C1", "Lao động tiên tiến", day(3, 25)],
        [2.0, "KA", "Tập thể lao động xuất sắc", ""],
    ],
    "Tiêu chí": [
        ["Bộ", "Nhóm áp dụng", "Mục", "Nội dung", "Điểm tối đa", "Loại", "Bước điểm"],
        ["GV", "Giảng viên; Chuyên viên", "I", "Phẩm chất", 30.0, "Nhóm", ""],
        ["GV", "Giảng viên; Chuyên viên", "1.1", "Chấp hành", 20.0, "Điểm", 0.5],
        ["GV", "Giảng viên; Chuyên viên", "1.2", "Học tập", 10.0, "Điểm", ""],
        ["GV", "Giảng viên; Chuyên viên", "T", "Điểm trừ", 5.0, "Trừ", 1.0],
    ],
    "Ngưỡng xếp loại": [
        ["Xếp loại", "Từ điểm"],
        ["Hoàn thành xuất sắc nhiệm vụ", 25.0],
        ["Hoàn thành tốt nhiệm vụ", 20.0],
    ],
    "Chấm điểm GV": [
        ["Mã", "Họ và tên", "Vòng chấm", "1.1", "1.2", "T", "Tổng"],
        ["C1", "Lò Văn An", "Tự chấm", 19.5, 8.25, 2.0, 25.75],
        ["C1", "Lò Văn An", "Đơn vị", 19.0, 0.0, "", ""],
        ["C2", "Lê Thị Bình", "Tự chấm", "", "", "", ""],
    ],
    "Kết quả": [
        ["TT", "Mã", "Họ và tên", "Xếp loại", "GV dạy giỏi cấp khoa", "GV dạy giỏi cấp trường"],
        [1.0, "C1", "Lò Văn An", "Hoàn thành tốt nhiệm vụ", "x", ""],
        [2.0, "C2", "Lê Thị Bình", "", "", ""],
    ],
    "Sáng kiến": [
        [
            "TT",
            "Mã",
            "Tên sáng kiến, đề tài",
            "Mã tác giả",
            "Phạm vi ảnh hưởng",
            "Ngày công nhận",
            "Số quyết định",
            "Kết quả",
        ],
        [1.0, "SK1", "Số hóa", "C1; C2", "Cơ sở", day(9, 30), "41-QĐ", "Công nhận"],
    ],
    "Khen thưởng đã có": [
        [
            "TT",
            "Mã",
            "Chức vụ khi đó",
            "Đơn vị khi đó",
            "Năm",
            "Danh hiệu, hình thức",
            "Số quyết định",
            "Ngày quyết định",
            "Cấp quyết định",
            "Ngày thu hồi",
            "Lý do thu hồi",
        ],
        [
            1.0,
            "C1",
            "Giảng viên",
            "Khoa A",
            2020.0,
            "Lao động tiên tiến",
            "225-QĐ",
            day(12, 20, 2020),
            "Hiệu trưởng",
            day(6, 15, 2021),
            "Khai sai",
        ],
    ],
    "Hội đồng": [
        ["TT", "Mã", "Vai trò", "Có mặt", "Lý do vắng"],
        [1.0, "C1", "Chủ tịch", "x", ""],
        [2.0, "C2", "Ủy viên", "", "Đi công tác"],
    ],
    "Quy chế họp": [
        ["Mục", "Giá trị"],
        ["Tỷ lệ thành viên để họp", "2/3"],
        ["Tỷ lệ phiếu đạt", "66,7%"],
        ["Tính trên", "Phiếu hợp lệ"],
        ["Người được xét có bỏ phiếu cho mình", "Có"],
    ],
    "Kiểm phiếu": [
        [
            "TT",
            "Danh hiệu",
            "Cách biểu quyết",
            "Mã cá nhân hoặc đơn vị",
            "Phát ra",
            "Thu về",
            "Hợp lệ",
            "Đồng ý",
            "Không đồng ý",
        ],
        [1.0, "Chiến sĩ thi đua cơ sở", "Phiếu kín", "C1", 8.0, 8.0, 7.0, 6.0, 1.0],
        [2.0, "Tập thể lao động xuất sắc", "Giơ tay", "KA", "", "", "", 8.0, ""],
    ],
}


def small() -> dict[str, Grid]:
    """The whole workbook; each call gives cells of one's own."""
    return {title: [["TRƯỜNG X"], [title.upper()], [], *deepcopy(lines)] for title, lines in _LINES.items()}


def least() -> dict[str, Grid]:
    """Only the sheets that must be there, each with its first line."""
    kept = ("Phong trào", "Đơn vị", "Cá nhân")
    return {title: grid[:6] if title == "Đơn vị" else grid[:5] for title, grid in small().items() if title in kept}


def read(sheets: dict[str, Grid]) -> YearWorkbook:
    return parse(sheets, WORDING)


def problems(sheets: dict[str, Grid]) -> tuple[CellProblem, ...]:
    """Everything that is wrong; nothing if the workbook is right."""
    try:
        read(sheets)
    except WorkbookErrors as errors:
        return errors.problems
    return ()


def spoilt(sheet: str, cell: str, value: object) -> dict[str, Grid]:
    """The small workbook with one cell changed; the row or column may be new."""
    sheets = small()
    row, place = int(cell[1:]) - 1, ord(cell[0]) - ord("A")
    grid = sheets[sheet]
    grid.extend([] for _ in range(row + 1 - len(grid)))
    grid[row].extend([""] * (place + 1 - len(grid[row])))
    grid[row][place] = value
    return sheets
