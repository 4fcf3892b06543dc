"""The wording about documents that no office rule fixes: names of fields, refusals, labels. Official wording is dated
data in resources/documents. Knows no pages."""

from collections.abc import Mapping

from thidua_gui.core.target_catalogue import Among, Base, Parameter, Subject
from thidua_gui.core.targets import Bound, BoundUnit
from thidua_gui.core.vietnamese import shortest_comma
from thidua_gui.text.target_words import parameter_words

PROVINCIAL_SCHOOL = r"(TRƯỜNG CHÍNH TRỊ) (TỈNH|THÀNH PHỐ) (.+)"
"""The name of a provincial political school, in capitals: the school, the rank of the province, the province."""

PROPER_WORDS = ("Chính trị", "Hồ Chí Minh", "Học viện", "Quốc gia")
"""Words that keep a capital when an office's name stands inside a sentence."""

_NO_BREAK = "\u00a0"

DAY_PREFIX = "ngày "
"""What a date in words begins with, for sentences that say it themselves."""

_COMMITTEES = {"TỈNH": "TỈNH ỦY", "THÀNH PHỐ": "THÀNH ỦY"}

FIELD_LABELS: Mapping[str, str] = {
    "party_nation": "tiêu đề của Đảng",
    "state_nation": "quốc hiệu",
    "state_motto": "tiêu ngữ",
    "parent": "cơ quan cấp trên",
    "party_school": "tên trường",
    "state_school": "tên trường",
    "party_star": "dấu sao",
    "issuer": "cơ quan khen thưởng",
    "title": "tên giấy",
    "give": "chữ “Tặng”",
    "honorific": "cách xưng hô",
    "name": "họ và tên",
    "post_and_unit": "chức vụ, đơn vị",
    "achievement": "thành tích",
    "theme": "chủ đề phong trào",
    "award_intro": "lời dẫn danh hiệu",
    "award": "danh hiệu",
    "award_year": "năm",
    "place_and_date": "địa danh, ngày tháng",
    "signer_post": "chức vụ người ký",
    "signer_name": "người ký",
    "register": "số quyết định, số vào sổ",
    "draft_mark": "dấu bản dự thảo",
    "place": "địa danh",
    "decision_number": "số quyết định",
    "decided_on": "ngày quyết định",
}

ERRORS: dict[str, str] = {
    "document_field_missing": "Chưa in được giấy của {person}: thiếu {label}.",
    "text_does_not_fit": "Giấy của {person}: {label} quá dài, không vừa chỗ trên mẫu in dù đã thu nhỏ chữ.",
    "glyph_missing": "{person}: phông chữ không có ký tự “{char}” ở mục “{label}”.",
    "nobody_to_print": "Chưa chọn ai để in.",
    "layout_unknown": "Không có mẫu in “{layout}”.",
    "layout_invalid": "Mẫu in có lỗi ở “{place}”: {reason}.",
    "art_unsupported": "Hình nền của mẫu in có phần chương trình chưa vẽ được: {element}.",
    "art_damaged": "Không đọc được hình nền của mẫu in: {reason}.",
    "wording_damaged": "Không đọc được lời văn của biểu mẫu “{document}”.",
    "pdf_unreadable": "Không đọc được tệp PDF để xem trước: {reason}.",
    "document_in_use": "Không thay được tệp {file}: tệp đang mở ở chương trình khác (Excel, trình xem PDF…) "
    "hoặc chỉ đọc. Hãy đóng tệp đó rồi làm lại, hoặc lưu với tên khác. Các tệp đã ghi trước đó vẫn nguyên vẹn.",
    "document_not_written": "Không ghi được tệp {file}: {reason}. Các tệp đã ghi trước đó vẫn nguyên vẹn.",
}


def parent_of_provincial_school(rank: str, province: str) -> str:
    """The Party committee above a provincial school; `rank` is TỈNH or THÀNH PHỐ."""
    return f"{_COMMITTEES[rank]} {province}"


def field_label(field: str) -> str:
    return FIELD_LABELS[field]


def person_label(name: str, code: str) -> str:
    """How a refusal names a person: the name with the code, which tells two people of one name apart."""
    if name and code:
        return f"{name} ({code})"
    return name or code or "người chưa có tên"


def roman(number: int) -> str:
    """The Roman numeral before a unit or a section: 4 → IV."""
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


_FEW: Mapping[Base, str] = {Base.FACULTIES_AND_OFFICES: "khoa, phòng", Base.LECTURERS: "giảng viên"}
_COUNTED: Mapping[Base, str] = {
    Base.FACULTIES_AND_OFFICES: "khoa, phòng",
    Base.LECTURERS: "giảng viên của trường",
    Base.STAFF_GROUP: "cá nhân thuộc nhóm {parameter}",
    Base.REGISTERED: "cá nhân có đăng ký thi đua",
    Base.RATED: "cá nhân xếp loại từ “{parameter}” trở lên",
    Base.HOLDERS: "cá nhân đạt danh hiệu “{parameter}”",
    Base.COLLECTIVES: "tập thể",
    Base.INDIVIDUALS: "cá nhân",
}
_REGISTERED_FOR = "cá nhân đăng ký “{parameter}”"
_WHOLE_STAFF = "toàn bộ {of}cán bộ, viên chức, người lao động của trường"
_COUNTED_PLAINLY: Mapping[Base, str] = {
    Base.COLLECTIVES: "đếm số tập thể được khen thưởng các cấp trong năm",
    Base.INDIVIDUALS: "đếm số cá nhân được khen thưởng các cấp trong năm",
}
_NOT_AMONG_THEM: Mapping[Base, str] = {
    Base.FACULTIES_AND_OFFICES: ", không gồm lãnh đạo trường",
    Base.HOLDERS: ", không tính trên toàn trường",
}


def required_text(bound: Bound) -> str:
    """What a target asks for, as reports write it: 100%, 80 - 90%, từ 90%, 1 - 2 tập thể, từ 10 cá nhân."""
    sign = "%" if bound.unit is BoundUnit.PERCENT else ""
    unit = {BoundUnit.PERCENT: "", BoundUnit.COLLECTIVES: " tập thể", BoundUnit.INDIVIDUALS: " cá nhân"}[bound.unit]
    lower = "" if bound.lower is None else shortest_comma(bound.lower)
    upper = "" if bound.upper is None else shortest_comma(bound.upper)
    if lower and upper:
        return f"{lower}{sign}{unit}" if lower == upper else f"{lower} - {upper}{sign}{unit}"
    if lower:
        return "100%" if sign and bound.lower == 100 else f"từ {lower}{sign}{unit}"
    return f"đến {upper}{sign}{unit}" if upper else "–"


def pieces(count: int, base: Among) -> str:
    """So many members of a base, never broken at the end of a line: 01 cá nhân, 03 giảng viên."""
    members = _FEW.get(base.base, "cá nhân" if base.asked.subject is Subject.PEOPLE else "tập thể")
    return f"{count:02} {members}".replace(" ", _NO_BREAK)


def counting_rule(base: Among, of: int | None, within: str = "") -> str:
    """On what a target is counted, with the size of that base when it is known; `within` narrows it."""
    if base.base in _COUNTED_PLAINLY and not within:
        return _COUNTED_PLAINLY[base.base]
    narrowed = f" ({within})" if within else ""
    if base.base is Base.EVERYONE:
        members = _WHOLE_STAFF.format(of="" if of is None else f"{of} ")
        return f"tính trên {members}{narrowed}"
    words = _REGISTERED_FOR if base.base is Base.REGISTERED and base.parameter else _COUNTED[base.base]
    kind = base.asked.parameter or Parameter.TITLE
    parameter = "" if base.parameter is None else parameter_words(kind, base.parameter)
    members = f"{'số' if of is None else of} {words.format(parameter=parameter)}"
    return f"tính trên {members}{narrowed}{_NOT_AMONG_THEM.get(base.base, '')}"
