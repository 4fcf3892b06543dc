"""What may be open against somebody while an award is decided. Knows no rows and no wording."""

from datetime import date
from enum import StrEnum


class CaseKind(StrEnum):
    """Loại vụ việc: khiếu nại, tố cáo, thanh tra, điều tra, đang xem xét kỷ luật, báo chí nêu."""

    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"
    INSPECTION = "inspection"
    INVESTIGATION = "investigation"
    DISCIPLINE_REVIEW = "discipline_review"
    PRESS = "press"


def is_open(opened_on: date, closed_on: date | None, on: date) -> bool:
    """Whether it is open on that day; on the day on which it is closed it is open no more."""
    return opened_on <= on and (closed_on is None or closed_on > on)
