"""Wording of Tổng quan on paper. Knows no rule."""

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.targets import Verdict
from thidua_gui.core.vietnamese import date_text
from thidua_gui.text.overview import tally as tally_parts

KIND = "TỔNG QUAN"
MILESTONES = "Mốc thời gian"
MILESTONE_COLUMNS = ("Mốc", "Thời gian", "Đã thực hiện", "Tình trạng")
DEBT_COLUMNS = ("Đơn vị", "Còn thiếu", "Hạn", "Tình trạng")
MORE_DEBTS = "Và {count} mục khác, xem ở trang Mốc thời gian của chương trình."


def document_title(year: int) -> str:
    """Title of the file."""
    return f"Tổng quan phong trào thi đua năm {year}"


def subject(year: int) -> str:
    """Under the title."""
    return f"Phong trào thi đua năm {year}"


def data_note(on: date, plan_number: str | None, issued_on: date | None) -> str:
    """As of which day, and by which plan."""
    note = f"Số liệu đến ngày {date_text(on)}"
    if plan_number:
        note += f", theo Kế hoạch số {plan_number}"
        note += f" ngày {date_text(issued_on)}" if issued_on is not None else ""
    return note


def tally(verdicts: Sequence[Verdict]) -> str:
    """How many targets of each verdict."""
    return ", ".join(words for _, words in tally_parts(verdicts)) + "."


def debts(count: int) -> str:
    """Title of what is missing."""
    return f"Còn thiếu ({count} mục)" if count else "Còn thiếu"
