"""For what an award was given, and how a pasted list of recipients is taken apart. Knows no rows and no wording."""

import re
from collections.abc import Iterator
from enum import StrEnum


class CommendationKind(StrEnum):
    """Loại hình khen thưởng (Law on Emulation and Commendation 2022, Art. 8)."""

    MERIT = "merit"
    IRREGULAR = "irregular"
    MOVEMENT = "movement"
    CONTRIBUTION = "contribution"
    SENIORITY = "seniority"
    DIPLOMATIC = "diplomatic"


AT_ONCE = (CommendationKind.IRREGULAR, CommendationKind.MOVEMENT)
"""Given all year round by the short way; the others wait for the end of the year."""

_ENTRY = re.compile(r"[\r\n;]+")
_MARK = re.compile(r"^\s*(?:\d+\s*[.)]|[-+•*–])\s*")


def pasted_entries(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each line, or part of one between semicolons, as it was pasted and its cells without number and bullet."""
    for part in _ENTRY.split(text):
        written = part.strip()
        cells = tuple(cell.strip() for cell in _MARK.sub("", written).split("\t") if cell.strip())
        if cells:
            yield written, cells
