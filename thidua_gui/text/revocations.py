"""Wording of what rested on an award: before it is revoked, and afterwards as a list to be looked at again."""

from collections.abc import Sequence

from thidua_gui.core.conditions import Kind
from thidua_gui.core.eligibility_facts import Finding
from thidua_gui.core.revocations import Rested
from thidua_gui.core.vietnamese import grouped
from thidua_gui.text.conditions import Names, had, needed

TITLE = "Cần xem lại sau khi thu hồi"
REHEARSAL = "Xem trước việc thu hồi"
LOOKING = "Đang tìm những gì dựa vào thành tích này"
NOTHING_BEFORE = "Không có khen thưởng, đề nghị, tập thể hay chỉ tiêu nào dựa vào thành tích này."
NOTHING_AFTER = "Không có gì khác dựa vào thành tích đã thu hồi."
KIND, WHO, WHAT, WHY, YEAR = "Loại", "Cá nhân, tập thể", "Nội dung", "Vì sao", "Năm"
OPEN = "Mở phiếu thành tích"
CLOSE = "Đóng"
DECISION = "Số quyết định thu hồi"
KINDS = {
    Rested.AWARD: "Khen thưởng sau đó",
    Rested.PROPOSAL: "Đề nghị",
    Rested.ELIGIBILITY: "Điều kiện xét",
    Rested.COLLECTIVE: "Tập thể",
    Rested.TARGET: "Chỉ tiêu",
    Rested.INITIATIVE: "Sáng kiến",
}
FREED = "không còn tính là đã dùng cho thành tích này, có thể dùng cho khen thưởng khác"
STILL_MET = "Vẫn đủ điều kiện nhưng căn cứ yếu đi"


def before(count: int) -> str:
    """Above the list in the dialog that revokes."""
    return f"{grouped(count)} việc dựa vào thành tích này và sẽ phải xem lại:"


def after(count: int) -> str:
    """Above the list that is opened again."""
    return f"{grouped(count)} việc đã dựa vào thành tích này:"


def award(title: str, year: int) -> str:
    return f"{title} năm {year}"


def proposal(title: str, year: int) -> str:
    return f"Đề nghị {title} năm {year}"


def eligible(title: str, year: int) -> str:
    return f"Không còn đủ điều kiện {title} năm {year}"


def collective(title: str, year: int, *, is_held: bool) -> str:
    """A collective's title: given already, or only its conditions."""
    return f"{title} năm {year} đã được tặng" if is_held else f"Điều kiện {title} năm {year}"


def target(code: str, content: str) -> str:
    return f"Chỉ tiêu {code}: {content}"


def moved(was: str, is_now: str) -> str:
    """A target's figure before and after."""
    return f"thực hiện {was} còn {is_now}"


def weakened(findings: Sequence[Finding], names: Names) -> str:
    """The conditions that stand worse, with what is left."""
    return "; ".join(_weakened(finding, names) for finding in findings)


def step(title: str, name: str) -> str:
    return f"{title} của {name}"


def _weakened(finding: Finding, names: Names) -> str:
    if finding.condition.kind is Kind.ANY:
        return f"cần {needed(finding.condition, names)}"
    return f"cần {needed(finding.condition, names)}, chỉ còn: {had(finding, names)}"
