"""Levels and periods of the excellent-teaching award. Knows no contest rules."""

import re
from enum import StrEnum

from thidua_gui.core.errors import UserError
from thidua_gui.core.vietnamese import tidy

_PERIOD = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")


class TeachingLevel(StrEnum):
    """Giảng viên dạy giỏi cấp khoa, trường, tỉnh, Học viện; a level does not include the ones below."""

    FACULTY = "faculty"
    SCHOOL = "school"
    PROVINCE = "province"
    ACADEMY = "academy"


class PeriodKind(StrEnum):
    """What the award is won in: the calendar year, or the school year that ends in it."""

    CALENDAR_YEAR = "calendar_year"
    SCHOOL_YEAR = "school_year"


def usual_period(kind: PeriodKind, year: int) -> str:
    """ "2022", or "2021-2022"."""
    return str(year) if kind is PeriodKind.CALENDAR_YEAR else f"{year - 1}-{year}"


def judged_period(text: str, year: int) -> str | None:
    """The period as it is written everywhere, None for an empty text; a calendar or school year that touches `year`."""
    words = tidy(text)
    if not words:
        return None
    found = _PERIOD.fullmatch(words)
    first = int(found[1]) if found else 0
    last = int(found[2] or found[1]) if found else 0
    if not first or last - first not in (0, 1) or (found is not None and found[2] == found[1]):
        raise UserError("teaching_period_odd", field="period", text=words, year=year, before=year - 1)
    if not first <= year <= last:
        raise UserError("teaching_period_other_year", field="period", text=words, year=year)
    return str(first) if first == last else f"{first}-{last}"


def first_year(period: str) -> int | None:
    """The year in which a period begins; None for words that are no period (an old workbook may hold any)."""
    found = _PERIOD.fullmatch(tidy(period))
    return None if found is None else int(found[1])
