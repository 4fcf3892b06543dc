"""What a unit hands in during the year. Knows no rows and no wording."""

from enum import StrEnum


class SubmissionKind(StrEnum):
    """Hồ sơ, báo cáo của đơn vị: the registration, the mid-year report, the scores, the year's results."""

    REGISTRATION = "registration"
    MID_YEAR = "mid_year"
    SCORES = "scores"
    RESULTS = "results"
