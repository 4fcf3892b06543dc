"""Wording of taking in a list of past awards: headings of columns, problems with what to do, the dialog."""

from collections.abc import Mapping, Sequence

from thidua_gui.core.award_list import Doubt, Field
from thidua_gui.core.vietnamese import grouped

HEADINGS: Mapping[Field, Sequence[str]] = {
    Field.CODE: ("Mã", "Mã cán bộ", "Mã CB", "Mã số", "Mã NV", "Mã nhân viên", "Mã viên chức", "Mã công chức"),
    Field.NAME: (
        "Họ và tên", "Họ tên", "Họ và tên, đơn vị", "Tên", "Cá nhân", "Tên cá nhân", "Tập thể", "Tên tập thể",
        "Cá nhân, tập thể", "Tập thể, cá nhân", "Họ và tên, tập thể", "Tên cá nhân, tập thể", "Cán bộ",
    ),
    Field.BORN: ("Ngày sinh", "Năm sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "NS", "Sinh ngày"),
    Field.TITLE: (
        "Danh hiệu", "Danh hiệu, hình thức", "Danh hiệu, hình thức khen thưởng", "Danh hiệu thi đua",
        "Hình thức khen thưởng", "Hình thức khen", "Hình thức", "Thành tích", "Khen thưởng", "Tên danh hiệu",
        "Nội dung khen thưởng", "Danh hiệu / hình thức",
    ),
    Field.YEAR: ("Năm", "Năm khen thưởng", "Năm đạt", "Năm khen", "Năm công nhận", "Năm học", "Năm thi đua"),
    Field.NUMBER: (
        "Số quyết định", "Số QĐ", "Quyết định số", "QĐ số", "Quyết định", "Số, ký hiệu", "Số hiệu", "Số ký hiệu",
    ),
    Field.DECIDED: (
        "Ngày quyết định", "Ngày QĐ", "Ngày ký", "Ngày ban hành", "Ngày tháng quyết định", "Ngày ký quyết định", "Ngày",
    ),
    Field.AUTHORITY: (
        "Cấp quyết định", "Cơ quan quyết định", "Cơ quan ban hành", "Cấp khen", "Cấp khen thưởng", "Cơ quan khen",
        "Người ký", "Cấp ký", "Cấp",
    ),
    Field.UNIT: (
        "Đơn vị khi đó", "Đơn vị", "Đơn vị công tác", "Khoa, phòng", "Phòng, khoa", "Phòng ban", "Nơi công tác",
    ),
    Field.POST: ("Chức vụ khi đó", "Chức vụ", "Chức danh", "Chức vụ, chức danh"),
    Field.ACHIEVEMENT: ("Lý do khen", "Thành tích cụ thể", "Lý do khen thưởng", "Đã có thành tích", "Ghi chú"),
}  # fmt: skip
FIELDS: Mapping[Field, str] = {
    Field.CODE: "Mã",
    Field.NAME: "Họ và tên, tập thể",
    Field.BORN: "Ngày sinh",
    Field.TITLE: "Danh hiệu, hình thức",
    Field.YEAR: "Năm",
    Field.NUMBER: "Số quyết định",
    Field.DECIDED: "Ngày quyết định",
    Field.AUTHORITY: "Cấp quyết định",
    Field.UNIT: "Đơn vị khi đó",
    Field.POST: "Chức vụ khi đó",
    Field.ACHIEVEMENT: "Lý do khen, ghi chú",
}
_DOUBTS = {
    Doubt.CELL_BROKEN: "công thức bị lỗi {value}; sửa trong Excel rồi nhập lại",
    Doubt.NAME_MISSING: "chưa có tên hoặc mã; ghi vào tệp rồi nhập lại, hoặc bỏ dòng này",
    Doubt.TITLE_MISSING: "chưa có danh hiệu, hình thức; ghi vào tệp rồi nhập lại, hoặc bỏ dòng này",
    Doubt.YEAR_MISSING: "chưa có năm và không có ngày quyết định để suy ra; ghi năm vào tệp",
    Doubt.YEAR_ODD: "“{value}” không phải là năm; ghi bốn chữ số, ví dụ 2019",
    Doubt.YEAR_FROM_DAY: "chưa có năm, lấy theo ngày quyết định: {value}",
    Doubt.YEAR_OF_TWO: "“{value}” là năm học, lấy năm sau",
    Doubt.YEAR_SEVERAL: "“{value}” không phải một năm hoặc một năm học; ghi mỗi năm một dòng trong tệp",
    Doubt.TITLE_SEVERAL: "“{value}” gồm nhiều danh hiệu; ghi mỗi danh hiệu một dòng trong tệp",
    Doubt.DAY_ODD: "“{value}” không phải là ngày; ngày quyết định sẽ để trống, xem lại hoặc sửa trong tệp",
    Doubt.DAY_BEFORE_YEAR: "{value} trước năm được khen thưởng; sửa năm hoặc ngày trong tệp",
    Doubt.BORN_ODD: "“{value}” không phải là ngày hoặc năm sinh; không dùng để tìm người",
}

TITLE = "Nhập danh sách thành tích đã có"
IMPORT = "Nhập danh sách"
VERB = "Nhập"
CHOOSE_FILE = "Chọn tệp"
CHOOSE_TITLE = "Chọn danh sách thành tích"
FILE_FILTER = "Bảng tính hoặc CSV (*.xlsx *.csv *.tsv *.txt)"
PASTE = "Dán từ Excel"
PASTED = "Vùng đã dán"
SHEET = "Trang tính"
HEADER = "Dòng tiêu đề"
NO_HEADER = "Không có"
NOT_THERE = "–"
MAPPING = "Cột trong danh sách"
PREVIEW = "Xem trước"
START = "Chưa có danh sách"
START_WHY = (
    "Chọn tệp Excel hoặc CSV bất kỳ có cột tên và cột danh hiệu, hoặc chép một vùng trong Excel rồi bấm “Dán từ "
    "Excel”. Chưa có gì được ghi cho đến khi bấm “Nhập”."
)
OUTSIDE = "Ghi tên người không tìm thấy như đã viết"
OUTSIDE_TIP = "Thành tích của người đã chuyển đi hoặc người ngoài trường được giữ bằng tên, không gắn với hồ sơ nào."
ONLY_OPEN = "Chỉ hiện dòng cần xem"
READING = "Đang đọc danh sách"
FINDING = "Đang tìm người và đối chiếu"
WRITING = "Đang ghi thành tích"
ROW, WRITTEN, BEARER, YEAR, AWARD, DECISION, STATE, WHY = (
    "Dòng", "Tên trong danh sách", "Cá nhân, tập thể", "Năm", "Danh hiệu, hình thức", "Quyết định", "Tình trạng",
    "Cần biết",
)  # fmt: skip
TO_LOOK_AT = "Cần xem lại"
READY, CHOOSE, NOT_FOUND, AS_TEXT, DOUBLE, PROBLEM, SKIPPED = (
    "Sẵn sàng", "Cần chọn người", "Không tìm thấy", "Ghi theo tên", "Đã có", "Cần sửa", "Bỏ qua",
)  # fmt: skip
WHO = "Người này là"
LEAVE_OUT = "Bỏ qua dòng này"
TAKE_AS_TEXT = "Ghi theo tên, không gắn hồ sơ"
NOT_CHOSEN = "Chưa chọn"
CONTRADICTING = "mã và tên chỉ hai người khác nhau; sửa trong tệp hoặc chọn người"
UNKNOWN = "không tìm thấy trong danh sách cá nhân, tập thể"
AND = "và"
SEVERAL_TITLES = "“{title}” gồm nhiều danh hiệu; ghi mỗi danh hiệu một dòng trong tệp"
FUTURE_YEAR = "năm {year} chưa đến; sửa năm trong tệp"
UNKNOWN_TITLE = "không có trong danh mục, ghi nguyên văn"
FOR_COLLECTIVE = "là danh hiệu của tập thể nhưng tên là của cá nhân"
FOR_PERSON = "là danh hiệu của cá nhân nhưng tên là của tập thể"
DOUBLE_IN_LIST = "trùng với dòng {row}"
DOUBLE_IN_FILE = "đã có trong dữ liệu"
NO_COLUMN = "Chưa chọn cột “{name}”."
NOTHING = "Không có dòng nào để nhập."

ERRORS = {
    "award_list_empty": "Danh sách {name} không có dòng nào.",
    "award_list_no_rows": "Không có dòng nào sẵn sàng để nhập. Hãy xem cột “Tình trạng”.",
    "award_list_kind": "Không đọc được tệp {name}. Hãy lưu thành .xlsx hoặc .csv rồi chọn lại.",
    "award_list_encoding": "Tệp {name} không phải là văn bản Unicode. Hãy lưu bằng Excel thành “CSV UTF-8” hoặc .xlsx.",
    "award_list_changed": "Dữ liệu đã thay đổi trong lúc xem trước. Hãy xem lại danh sách rồi bấm “Nhập” một lần nữa.",
}


def trouble(field: Field, doubt: Doubt, value: str) -> str:
    """The column and what to do."""
    return f"{FIELDS[field]}: {_DOUBTS[doubt].format(value=value)}"


def several(count: int) -> str:
    return f"có {grouped(count)} người cùng tên; chọn đúng người"


def at_title(words: str) -> str:
    return f"{FIELDS[Field.TITLE]}: {words}"


def at_year(words: str) -> str:
    return f"{FIELDS[Field.YEAR]}: {words}"


def step(count: int, source: str) -> str:
    """The undo step."""
    return f"Nhập {grouped(count)} thành tích từ {source}"


def verb(count: int) -> str:
    """On the button."""
    return f"{VERB} {grouped(count)} thành tích" if count else VERB


def counted(ready: int, as_text: int, choose: int, missing: int, double: int, problem: int, skipped: int) -> str:
    """Below the preview."""
    parts = (
        (ready, "sẵn sàng"), (as_text, "ghi theo tên"), (choose, "cần chọn người"), (missing, "không tìm thấy"),
        (double, "đã có"), (problem, "cần sửa"), (skipped, "bỏ qua"),
    )  # fmt: skip
    return " · ".join(f"{grouped(count)} {words}" for count, words in parts if count) or NOTHING


def lost(count: int) -> str:
    """After the counts: lines that will be written without something that the list tells."""
    return f" · {grouped(count)} cần xem lại trước khi nhập" if count else ""


def column(letter: str, heading: str) -> str:
    """A column to choose."""
    return f"{letter}: {heading}" if heading else letter


def done(count: int, left: int) -> str:
    """After the import."""
    told = f"Đã nhập {grouped(count)} thành tích"
    return f"{told}; {grouped(left)} dòng không nhập" if left else told
