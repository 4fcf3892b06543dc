"""Reads a date as a clerk types or pastes it. Knows no clock, no locale and no form."""

import re
from datetime import date

_SEPARATED = re.compile(r"(\d{1,2})[/\-. ](\d{1,2})(?:[/\-. ](\d{2}|\d{4}))?")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_CENTURY = 2000


def typed_day(text: str, year: int) -> date | None:
    """`15/3` of the given year, `15/3/22`, `15-03-2022`, `15.3.2022`, `15032022`, `2022-03-15`; None if no date."""
    written = text.strip()
    iso = _ISO.fullmatch(written)
    if iso is not None:
        return _day(int(iso[3]), int(iso[2]), int(iso[1]))
    found = _SEPARATED.fullmatch(written) or _RUN.fullmatch(written)
    if found is None:
        return None
    return _day(int(found[1]), int(found[2]), year if found[3] is None else _whole_year(found[3]))


def _whole_year(digits: str) -> int:
    return int(digits) + (_CENTURY if len(digits) == 2 else 0)


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
