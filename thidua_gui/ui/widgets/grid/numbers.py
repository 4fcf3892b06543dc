"""Reads numbers out of displayed or pasted words, exactly; knows no column."""

import re
from decimal import Decimal

_NUMBER = re.compile(r"([-\u2212]?)\s*([0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)?)")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_WHOLE = re.compile(r"[-\u2212]?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)")
_BLANK_GROUPS = re.compile(r"[-\u2212]?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?")
_POINT_GROUPS = re.compile(r"[-\u2212]?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")
_COMMA_GROUPS = re.compile(r"[-\u2212]?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")


def number_in(words: str) -> Decimal | None:
    """The first number of "6 năm", "98,5", "-0,5", "1.490.000"; None if there is none."""
    match = _NUMBER.search(words)
    if match is None:
        return None
    digits = match[2].replace(".", "") if _GROUPED.fullmatch(match[2]) else match[2]
    number = Decimal(digits.replace(",", "."))
    return -number if match[1] else number


def decimal_text(words: str) -> str:
    """A pasted number with the decimal comma and no thousands ("13.5" → "13,5"); other words stay as they are."""
    tight = words.strip()
    if _BLANK_GROUPS.fullmatch(tight):
        tight = tight.replace(" ", "")
    elif _POINT_GROUPS.fullmatch(tight):
        tight = tight.replace(".", "")
    elif _COMMA_GROUPS.fullmatch(tight):
        tight = tight.replace(",", "")
    return tight.replace(".", ",") if _WHOLE.fullmatch(tight) else words
