"""Wording of the school's decisions: number, signature, steps and refusals. Knows no rule."""

import re

SUBJECT = "Tặng danh hiệu thi đua, hình thức khen thưởng năm {year}"
STEP_ISSUE = "Ban hành Quyết định {number}: {count} khen thưởng"
MOVED_BY = "Quyết định {number}"

ERRORS: dict[str, str] = {
    "decision_gone": "Quyết định này không còn trong dữ liệu.",
    "decision_number_missing": "Chưa ghi số quyết định.",
    "decision_number_used": "Số {number} đã dùng cho một quyết định năm {year}. Hãy ghi số khác.",
    "decision_day_missing": "Chưa ghi ngày quyết định.",
    "decision_before_year": "Ngày quyết định {day} trước năm thi đua {year}. Hãy xem lại năm của ngày này.",
    "decision_after_year": "Ngày quyết định {day} quá xa năm thi đua {year}. Hãy xem lại năm của ngày này.",
    "decision_before_meeting": "Ngày quyết định {day} trước ngày họp Hội đồng {held} xét {name}. "
    "Hãy ghi ngày từ hôm họp trở đi.",
    "decision_title_missing": "Chưa ghi trích yếu của quyết định.",
    "decision_authority_missing": "Chưa ghi cấp quyết định.",
    "decision_signer_missing": "Chưa ghi họ tên người ký.",
    "decision_signer_post_missing": "Chưa ghi chức vụ người ký.",
    "decision_nobody": "Quyết định chưa có ai. Hãy chọn các đề nghị đã đạt.",
    "decision_other_year": "Đề nghị của {name} thuộc năm khác. Hãy bỏ khỏi quyết định này.",
    "decision_not_passed": "Đề nghị của {name} đang ở bước {state}. Chỉ đề nghị đã đạt hoặc được hạ danh hiệu "
    "mới vào quyết định.",
    "decision_not_own": "{title} của {name} do cấp trên quyết định. Hãy bỏ khỏi quyết định của trường.",
    "decision_title_twice": "{name} có hai lần {title} trong quyết định. Hãy bỏ một đề nghị.",
    "decision_has_title": "{name} đã có {title} năm {year}. Hãy bỏ khỏi quyết định.",
    "undo_of_printed": "Quyết định {number} đã có giấy in hoặc phát nên không hoàn tác được. "
    "Sai thì thu hồi bằng quyết định mới.",
}


def number_text(number: int, code: str, *, is_party: bool) -> str:
    """"236-QĐ/TCT" of the Party, "236/QĐ-TCT" of the State; without the office's sign nothing follows QĐ."""
    if is_party:
        return f"{number}-QĐ/{code}" if code else f"{number}-QĐ"
    return f"{number}/QĐ-{code}" if code else f"{number}/QĐ"


def serial(number: str, code: str, *, is_party: bool) -> int | None:
    """The running number of one of that series, "0236-QĐ/TCT" too; None of any other."""
    begun = re.match(r"\s*0*(\d+)", number)
    if begun is None:
        return None
    found = int(begun[1])
    told = "".join(re.sub(r"^\s*0+(?=\d)", "", number).split())
    return found if told.upper() == number_text(found, code, is_party=is_party).upper() else None


def signature(authority: str, post: str) -> str:
    """What stands above the signer's name, the authority to sign on a line of its own."""
    return "\n".join(line for line in (authority, post) if line)
