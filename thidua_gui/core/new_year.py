"""What a new year takes over from an earlier one, and how its dates and words move on. Knows no rows."""

import re
from datetime import date
from enum import StrEnum


class Carry(StrEnum):
    """What can be taken over; people and units need not be, they belong to no year."""

    PLAN = "plan"
    TARGETS = "targets"
    MILESTONES = "milestones"
    CRITERIA = "criteria"
    THRESHOLDS = "thresholds"
    COUNCIL = "council"


def moved(day: date | None, years: int) -> date | None:
    """The same day so many years later; 29 February becomes 28 where there is none. None stays None."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def worded_for(text: str, source: int, target: int) -> str:
    """The text with the source year's number as the new year's, where it stands alone: "Tháng 3/2022", "năm 2022".

    A full date (02/3/2022) is a fact of the past, as of a decision that the text cites, and stays.
    """
    return re.sub(rf"(?<!\d)(?<!\d/)(\d{{1,2}}/)?{source}(?!\d)", rf"\g<1>{target}", text)


def dated_for(text: str, source: int, target: int) -> str:
    """As `worded_for`, and full dates too: the words of a milestone, whose dates all move on."""
    return re.sub(rf"(?<!\d){source}(?!\d)", str(target), text)
