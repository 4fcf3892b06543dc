"""Authors of an initiative in one cell: "CB01: 60%; CB02: 40%", or codes alone. Knows no people."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from thidua_gui.core.vietnamese import shortest_comma, tidy

Author = tuple[str, int | None]
"""Code and share in hundredths of a percent; None = not stated."""

WHOLE = 10_000
_PART = re.compile(r"(?P<code>.+?)\s*(?:[:(\-–\s]\s*(?P<share>\d{1,3}(?:[.,]\d{1,2})?)\s*%\s*\)?)?")


class NotAuthors(Exception):
    """The cell does not name authors; `code` says why, `value` what of it."""

    def __init__(self, code: str, value: str) -> None:
        super().__init__(code, value)
        self.code = code
        self.value = value


def written(authors: Sequence[Author]) -> str:
    """As it stands in the cell."""
    return "; ".join(code if share is None else f"{code}: {_percent(share)}%" for code, share in authors)


def read(text: str, known: Mapping[str, str]) -> tuple[Author, ...]:
    """The authors in their order; `known` gives the true spelling of a code by its capitals."""
    found = [_author(part, known) for part in _parts(text)]
    codes = [code for code, _ in found]
    repeated = next((code for code in codes if codes.count(code) > 1), None)
    if repeated is not None:
        raise NotAuthors("author_repeated", repeated)
    _refuse_odd_shares([share for _, share in found], text)
    return tuple(found)


def split(text: str) -> tuple[Author, ...]:
    """The authors of a cell that `read` has passed before."""
    return tuple(_split(part) for part in _parts(text))


def codes_in(text: str) -> set[str]:
    """Whatever may be a code in the cell, in capitals: what a reader looks up before `read`."""
    return {code.upper() for part in _parts(text) for code in (part, _split(part)[0])}


def _parts(text: str) -> list[str]:
    return [part for part in map(tidy, re.split(r"[;\n]", text)) if part]


def _author(part: str, known: Mapping[str, str]) -> Author:
    if part.upper() in known:
        return known[part.upper()], None
    code, share = _split(part)
    if code.upper() not in known:
        raise NotAuthors("author_unknown", code)
    return known[code.upper()], share


def _split(part: str) -> tuple[str, int | None]:
    match = _PART.fullmatch(part)
    if match is None or match["share"] is None:
        return part, None
    whole, _, decimals = match["share"].replace(",", ".").partition(".")
    return match["code"].strip(" :("), int(whole) * 100 + int(decimals.ljust(2, "0") or "0")


def _refuse_odd_shares(shares: Sequence[int | None], text: str) -> None:
    stated = [share for share in shares if share is not None]
    if any(not 0 < share <= WHOLE for share in stated) or sum(stated) > WHOLE:
        raise NotAuthors("shares_over_whole", text)


def _percent(share: int) -> str:
    return shortest_comma(Fraction(share, 100))
