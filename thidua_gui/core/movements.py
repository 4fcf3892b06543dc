"""Kinds of movements beside the yearly one, and how each stands on a day. Knows no rows and no wording."""

from datetime import date
from enum import StrEnum


class MovementKind(StrEnum):
    """Phong trào thi đua theo chuyên đề, theo đợt."""

    THEMATIC = "thematic"
    SHORT = "short"


class MovementState(StrEnum):
    """Sắp diễn ra, Đang diễn ra, Chờ tổng kết, Đã tổng kết; UNDATED: its days say nothing yet."""

    UPCOMING = "upcoming"
    UNDER_WAY = "under_way"
    TO_REVIEW = "to_review"
    REVIEWED = "reviewed"
    UNDATED = "undated"


def movement_state(
    starts_on: date | None, ends_on: date | None, closed_on: date | None, today: date
) -> MovementState:
    """First and last day are days of the movement; a review planned for a later day is not held yet."""
    if closed_on is not None and closed_on <= today:
        return MovementState.REVIEWED
    if ends_on is not None and ends_on < today:
        return MovementState.TO_REVIEW
    if starts_on is None:
        return MovementState.UNDATED
    return MovementState.UPCOMING if today < starts_on else MovementState.UNDER_WAY
