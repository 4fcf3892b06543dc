"""Wording of rule packs: their problems, their confirmation by an officer. Knows no rule."""

from datetime import date

from thidua_gui.core.vietnamese import date_text

UNCHECKED = "chưa đối chiếu"
PROVISIONAL_MARK = "tạm tính"
SCHOOL_RULE = "Quy định của trường"
STEP_NEWCOMER = "Đặt số tháng công tác tối thiểu trong năm"
NO_PACK = "Chưa có gói quy tắc cho ngày quyết định {day}."
PROVISIONAL = f"{PROVISIONAL_MARK.capitalize()} theo gói quy tắc {{pack}}"
"""On verdicts that a pack gave which is not the one in force."""

_VALUES = {
    "newcomer.months": "Số tháng công tác tối thiểu trong năm của người mới",
    "old_unit.months": "Số tháng ở đơn vị cũ để đơn vị cũ nhận xét",
    "long_study.months": "Số tháng của khóa học dài",
    "provincial_fighter.years": "Số năm liên tục đạt Chiến sĩ thi đua cơ sở để xét cấp tỉnh",
    "national_fighter.years": "Số lần liên tục đạt Chiến sĩ thi đua cấp tỉnh để xét toàn quốc",
    "advanced_collective.percent": "Tỷ lệ cá nhân đạt Lao động tiên tiến (%), Tập thể lao động tiên tiến",
    "excellent_collective.percent": "Tỷ lệ cá nhân đạt Lao động tiên tiến (%), Tập thể lao động xuất sắc",
}

ERRORS: dict[str, str] = {
    "rule_pack_unreadable": "Tệp quy tắc không đọc được: {reason}.",
    "rule_pack_encoding": (
        "Tệp quy tắc không phải văn bản mã UTF-8. Hãy mở tệp bằng Notepad và lưu lại với bảng mã UTF-8."
    ),
    "rule_pack_syntax": (
        "Tệp quy tắc viết sai cách ở dòng {line}. Hãy kiểm tra dấu ngoặc, dấu nháy và dấu bằng ở dòng đó."
    ),
    "rule_pack_headless": (
        "Tệp không có mục [pack] nên không phải gói quy tắc, hoặc là tệp trống. Hãy lấy lại tệp gói quy tắc đầy đủ."
    ),
    "rule_number_absurd": "Tệp quy tắc có con số quá lớn ở {where}: {value}. Hãy sửa thành số từ 1 đến {most}.",
    "rule_pack_key_unknown": "Tệp quy tắc có mục “{name}” không dùng được ở {where}. Hãy xóa hoặc sửa tên mục.",
    "rule_pack_key_missing": "Tệp quy tắc thiếu mục “{name}” ở {where}.",
    "rule_pack_odd": "Tệp quy tắc có giá trị không hợp lệ ở {where}: {value}.",
    "rule_pack_repeated": "Có hai gói quy tắc cùng mã {pack}.",
    "rule_pack_overlap": "Hai gói quy tắc {name} cùng áp dụng cho ngày {day}.",
    "rule_pack_gap": "Giữa hai gói quy tắc {name} không có gói nào cho ngày {day}.",
    "rule_value_overlap": "Giá trị “{name}” của gói quy tắc có hai mức cho ngày {day}.",
    "rule_value_gap": "Giá trị “{name}” của gói quy tắc không có mức cho ngày {day}.",
    "rule_value_missing": "Điều kiện của {where} dùng giá trị “{name}” nhưng gói quy tắc không có giá trị này.",
    "rule_award_missing": "Điều kiện của {where} dùng danh hiệu {name}; điều kiện của danh hiệu đó phải đứng trước.",
    "rule_award_split": "Các điều kiện của {where} phải đứng liền nhau.",
    "rule_condition_repeated": "{where} có hai điều kiện cùng mã “{name}”.",
    "rule_pack_unknown": "Không có gói quy tắc {pack}.",
    "rule_condition_unknown": "Gói quy tắc {pack} không có điều kiện này.",
    "rule_pack_shipped": (
        "Gói quy tắc {pack} đã có trong chương trình và đang áp dụng nên không thay được. Hãy đặt mã khác cho gói mới "
        "và ngày áp dụng (valid_from) sau ngày cuối của gói cũ."
    ),
    "rule_pack_there": "Thư mục đã có tệp {file} của gói này. Hãy chọn lại tệp và đồng ý thay thế.",
    "rule_not_confirmed": "Mục này chưa có ai đối chiếu nên không có gì để bỏ.",
    "rule_confirmer_missing": "Chưa ghi tên người đối chiếu.",
    "rule_document_missing": "Chưa ghi văn bản đã đối chiếu.",
    "rule_confirmed_future": "Ngày đối chiếu {day} chưa đến.",
    "rule_months_odd": "Số tháng phải từ 0 đến 12; 0 là không yêu cầu.",
}


def value_name(key: str) -> str:
    """A value of the law in words; the key itself where a pack brings one of its own."""
    return _VALUES.get(key, key)


def step_confirm(pack: str, document: str, count: int) -> str:
    """The undo step."""
    return f"Đối chiếu {count} mục của gói quy tắc {pack} với {document}"


def step_take_back(pack: str, count: int) -> str:
    """The undo step."""
    return f"Bỏ đối chiếu {count} mục của gói quy tắc {pack}"


def confirmed(by: str, on: date, document: str) -> str:
    """Beside a condition."""
    return f"{by} đã đối chiếu ngày {date_text(on)} với {document}"


def no_pack(day: date) -> str:
    """Why nothing can be said."""
    return NO_PACK.format(day=date_text(day))


def provisional(pack: str) -> str:
    """The label of verdicts by the earlier law."""
    return PROVISIONAL.format(pack=pack)
