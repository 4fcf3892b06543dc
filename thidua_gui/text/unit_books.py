"""Wording of units' books outside the file: steps, refusals, why a cell is left out. Knows no window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.unit_book.comparing import Difference, Fate
from thidua_gui.core.vietnamese import grouped
from thidua_gui.text.errors import sentence_of

ERRORS: dict[str, str] = {
    "unit_books_nobody": "Không có đơn vị nào để lập sổ. Hãy nhập danh sách đơn vị, cá nhân của năm trước.",
    "unit_books_nothing_new": "Các tệp này đã nhận trước đó và không có gì mới: 0 thay đổi.",
    "unit_book_not_one": "Tệp {name} không phải sổ của đơn vị do chương trình này lập. "
    "Hãy xin đơn vị gửi đúng tệp đã phát, không chép sang tệp khác.",
    "unit_book_other_format": "Tệp {name} lập bằng phiên bản khác của chương trình. Hãy lập lại sổ cho đơn vị này.",
    "unit_book_spoilt": "Phần ẩn của tệp {name} đã bị xóa hoặc sửa nên không đối chiếu được. "
    "Hãy lập lại sổ cho đơn vị này.",
    "unit_book_other_school": "Tệp {name} là sổ của {school}, lập từ tệp dữ liệu khác với tệp đang mở.",
    "unit_book_other_year": "Tệp {name} là sổ năm {year}, không phải năm {now} đang mở. "
    "Hãy chọn năm {year} rồi nhận lại.",
    "unit_book_unknown": "Tệp dữ liệu này không có lần lập sổ nào ứng với tệp {name} ({unit}). "
    "Có thể lần lập sổ đã bị hoàn tác. Hãy lập lại sổ.",
    "unit_book_twice": "Tệp {name}: {unit} đã có một sổ khác trong lần nhận này. Mỗi đơn vị chỉ nhận một sổ mỗi lần.",
    "unit_book_unit_closed": "Tệp {name}: {unit} không còn hoạt động trong năm nên không nhận sổ.",
    "unit_book_moved": "Dữ liệu của {unit} vừa thay đổi nên chưa ghi gì. Bản xem trước đã được tính lại, hãy xem rồi "
    "áp dụng lần nữa.",
}

REASONS: Mapping[str, str] = {
    "locked": "ô khóa, đơn vị không được sửa",
    "outside_the_table": "dòng ngoài bảng, không biết của ai",
    "line_repeated": "trùng với một dòng ở trên",
    "line_of_another_unit": "mã này là của đơn vị khác",
    "line_gone": "dòng này không còn trong dữ liệu",
    "line_mixed_up": "dòng đã bị xáo trộn: dòng này của mã {expected}",
    "subject_gone": "không còn ở đơn vị: {expected}",
    "sheet_gone": "trang này không còn dùng (bộ tiêu chí đã đổi)",
    "formula_failed": "công thức trong ô bị lỗi; gõ thẳng giá trị",
    "character_unreadable": "có ký tự không đọc được; gõ lại bằng bàn phím Unicode",
    "word_not_offered": "không có trong danh sách: {expected}",
    "not_a_date": "không phải ngày; ghi dạng ngày/tháng/năm",
    "day_out_of_range": "ngày ngoài khoảng 1900–2100",
    "not_a_count": "phải là số nguyên từ 0 trở lên",
    "author_unknown": "không có ai mang mã {expected}",
    "author_repeated": "tác giả {expected} ghi hai lần",
    "shares_over_whole": "tỷ lệ đóng góp cộng lại quá 100%",
    "author_in_use": "không bỏ được tác giả {expected}: sáng kiến đã dùng để đề nghị khen thưởng",
    "title_missing": "chưa chọn danh hiệu",
    "outside_the_year": "ngày đăng ký phải trong năm {expected}",
    "before_joining": "đăng ký trước ngày vào cơ quan {expected}",
    "rating_missing": "có lý do nhưng chưa chọn mức xếp loại",
    "rating_reason_missing": "khác mức theo điểm ({expected}) mà chưa ghi lý do",
    "initiative_name_missing": "chưa ghi tên sáng kiến",
    "authors_missing": "chưa ghi mã tác giả",
    "vote_for_nobody": "chưa chọn mã người hoặc đơn vị được đề nghị",
    "vote_title_missing": "chưa chọn danh hiệu, hình thức đề nghị",
    "more_present_than_members": "số có mặt nhiều hơn tổng số người ({expected})",
    "more_votes_than_present": "số phiếu nhiều hơn số người có mặt ({expected})",
}
DRAFTS: Mapping[str, str] = {
    "over_maximum": "vượt tối đa {expected}: giữ lại để sửa, chưa tính điểm",
    "negative": "điểm âm: giữ lại để sửa, chưa tính điểm",
    "off_step": "sai bước điểm {expected}: giữ lại để sửa, chưa tính điểm",
    "points_not_a_number": "không phải số điểm: giữ lại để sửa, chưa tính điểm",
}
WARNINGS: Mapping[str, str] = {
    "vote_day_and_present_missing": "thiếu ngày họp và số người có mặt",
    "vote_day_missing": "thiếu ngày họp",
    "vote_present_missing": "thiếu số người có mặt",
    "vote_members_differ": "cùng ngày họp mà tổng số người ghi khác nhau: {expected}",
    "initiative_maybe_same": "có thể trùng với {expected}: cùng tên và có tác giả chung; "
    "chỉ lấy nếu là sáng kiến khác",
}
CONFLICT = "ở đây đã đổi sau khi lập sổ"
KINDS: Mapping[SubmissionKind, str] = {
    SubmissionKind.REGISTRATION: "Đăng ký thi đua",
    SubmissionKind.RESULTS: "Kết quả năm",
}


def reason(difference: Difference) -> str:
    """Why the cell is left out, or what to know about it; empty for a plain change."""
    known = REASONS if difference.fate is Fate.REFUSED else {**DRAFTS, **WARNINGS}
    written = known.get(difference.problem)
    if written is None and difference.problem:
        told = sentence_of(difference.problem, {"title": difference.expected or difference.returned})
    else:
        told = "" if written is None else written.format(expected=difference.expected)
    parts = [CONFLICT] if difference.fate is Fate.CONFLICT and not difference.is_new else []
    said = "; ".join([*parts, *([told] if told else [])])
    return said[:1].upper() + said[1:]


def place(difference: Difference) -> str:
    """Where the cell stands in the file: "D12"."""
    return f"{difference.column}{difference.row}" if difference.column else str(difference.row)


def step_write(count: int) -> str:
    """Title of the step."""
    return f"Lập sổ cho {grouped(count)} đơn vị"


def step_receive(units: Sequence[str]) -> str:
    """Title of the step."""
    return f"Nhận sổ của {units[0]}" if len(units) == 1 else f"Nhận sổ của {grouped(len(units))} đơn vị"
