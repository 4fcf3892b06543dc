"""Wording of initiatives, their authors and uses: services' steps, refusals, closed lists. Knows no rule."""

from datetime import date
from fractions import Fraction

from thidua_gui.core.initiatives import InitiativeKind
from thidua_gui.core.vietnamese import date_text, shortest_comma
from thidua_gui.text.rules import UNCHECKED
from thidua_gui.text.target_words import RECOGNISED
from thidua_gui.text.words import Words

KINDS = Words(
    "loại sáng kiến, đề tài",
    {
        InitiativeKind.INITIATIVE: "Sáng kiến",
        InitiativeKind.RESEARCH_TOPIC: "Đề tài khoa học",
        InitiativeKind.RESEARCH_PROJECT: "Đề án khoa học",
        InitiativeKind.RESEARCH_WORK: "Công trình khoa học",
    },
    {
        InitiativeKind.RESEARCH_TOPIC: ("Đề tài",),
        InitiativeKind.RESEARCH_PROJECT: ("Đề án",),
        InitiativeKind.RESEARCH_WORK: ("Công trình",),
    },
)
NOT_RECOGNISED = "Không công nhận"
RESULTS = (RECOGNISED, NOT_RECOGNISED)
"""As the workbook writes them; nothing = not decided yet."""


def step_add(code: str, name: str) -> str:
    """The undo step."""
    return f"Thêm sáng kiến, đề tài {code}: {name}"


def step_edit(code: str, name: str) -> str:
    """The undo step."""
    return f"Sửa sáng kiến, đề tài {code}: {name}"


def step_remove(code: str, name: str) -> str:
    """The undo step."""
    return f"Xóa sáng kiến, đề tài {code}: {name}"


def step_authors(code: str) -> str:
    """The undo step."""
    return f"Sửa tác giả của {code}"


def step_use(code: str, title: str, whose: str) -> str:
    """The undo step."""
    return f"Ghi {code} đã dùng cho {title} của {whose}"


def step_remove_use(code: str, title: str, whose: str) -> str:
    """The undo step."""
    return f"Bỏ ghi {code} đã dùng cho {title} của {whose}"


def use_words(title: str, year: int, decided_on: date | None) -> str:
    """What an initiative served: "Chiến sĩ thi đua cơ sở năm 2022 (quyết định ngày 08/12/2022)"."""
    told = f"{title} năm {year}"
    return told if decided_on is None else f"{told} (quyết định ngày {date_text(decided_on)})"


def percent(share: int) -> str:
    """Hundredths of a percent as they are read: "33,33 %"."""
    return f"{shortest_comma(Fraction(share, 100))} %"


ERRORS: dict[str, str] = {
    "initiative_gone": "Sáng kiến, đề tài này không còn nữa: đã bị xóa ở một thao tác khác.",
    "initiative_code_missing": "Chưa có mã.",
    "initiative_code_unusable": "Mã không được có dấu “;” và không xuống dòng.",
    "initiative_code_taken": "Mã {code} đã là mã của “{name}”.",
    "initiative_name_missing": "Chưa ghi tên sáng kiến, đề tài.",
    "initiative_word_unknown": "“{word}” không có trong danh mục: {known}.",
    "initiative_author_missing": "Cần ít nhất một tác giả.",
    "initiative_author_repeated": "Có tác giả ghi hai lần.",
    "initiative_author_unknown": "Có tác giả không còn trong danh sách cá nhân.",
    "initiative_share_odd": "Tỷ lệ đóng góp phải lớn hơn 0 và không quá 100 %.",
    "initiative_shares_over": "Tổng tỷ lệ đóng góp là {total} %, vượt 100 %. Hãy giảm tỷ lệ của một tác giả.",
    "initiative_share_unread": "Không đọc được tỷ lệ “{text}”. Ghi số phần trăm, ví dụ 60 hoặc 33,33.",
    "initiative_day_early": "Ngày quyết định {day} trước năm {year}. Sáng kiến, đề tài này thuộc năm {year}.",
    "initiative_day_future": "Ngày quyết định {day} chưa đến.",
    "initiative_in_use": "Chưa xóa được: đã dùng cho {use} của {whose}. Hãy bỏ ghi nhận đó trước.",
    "author_in_use": "Chưa bỏ được {name}: sáng kiến này đã dùng cho {use} của người đó. Hãy bỏ ghi nhận đó trước.",
    "use_gone": "Ghi nhận này không còn nữa: đã bị bỏ ở một thao tác khác.",
    "use_subject_missing": "Chưa chọn sáng kiến được dùng cho ai.",
    "use_not_author": "{name} không phải tác giả của sáng kiến, đề tài này.",
    "use_title_missing": "Chưa ghi danh hiệu hoặc hình thức khen thưởng.",
    "use_year_odd": "Năm khen thưởng phải từ {first} đến {last}.",
    "use_day_other_year": "Ngày quyết định {day} không thể thuộc đợt khen thưởng năm {year}.",
    "use_day_future": "Ngày quyết định {day} chưa đến.",
    "use_not_recognised": "Sáng kiến, đề tài này không được công nhận nên không dùng để đề nghị khen thưởng.",
    "use_repeated": "Đã ghi {use} cho {whose}.",
    "initiative_used_once": "Sáng kiến này đã dùng cho {use} của {whose}. Một sáng kiến chỉ dùng cho một danh hiệu "
    "hoặc hình thức khen thưởng (áp dụng từ {since}).",
}


def used_before(use: str, whose: str, since: date) -> str:
    """A warning where the rule did not hold yet."""
    return (
        f"Sáng kiến này đã dùng cho {use} của {whose}. Trước {date_text(since)} chỉ nhắc, vẫn ghi được; "
        "nên dùng sáng kiến khác."
    )


def single_use(since: date, source: str, *, is_checked: bool) -> str:
    """The rule, with its source; one that nobody has compared with the text itself says so."""
    told = f"Từ {date_text(since)}, một sáng kiến chỉ dùng cho một danh hiệu hoặc hình thức khen thưởng ({source})"
    return f"{told}." if is_checked else f"{told}; {UNCHECKED}."
