"""The wording about documents that no office rule fixes: names of fields, refusals, labels. Official wording is dated
data in resources/documents. Knows no pages."""

from collections.abc import Mapping

PROVINCIAL_SCHOOL = r"(TRƯỜNG CHÍNH TRỊ) (TỈNH|THÀNH PHỐ) (.+)"
"""The name of a provincial political school, in capitals: the school, the rank of the province, the province."""

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
    "glyph_missing": "Giấy của {person}: phông chữ không có ký tự “{char}” trong {label}.",
    "nobody_to_print": "Chưa chọn ai để in.",
    "layout_unknown": "Không có mẫu in “{layout}”.",
    "layout_invalid": "Mẫu in có lỗi ở “{place}”: {reason}.",
    "art_unsupported": "Hình nền của mẫu in có phần chương trình chưa vẽ được: {element}.",
    "art_damaged": "Không đọc được hình nền của mẫu in: {reason}.",
    "wording_damaged": "Không đọc được lời văn của biểu mẫu “{document}”.",
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
