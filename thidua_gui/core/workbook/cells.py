"""Reads one cell as its column's kind, or refuses it with a reason. Knows no sheets and no other cells."""

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from thidua_gui.core.errors import UserError
from thidua_gui.core.points import Points
from thidua_gui.core.vietnamese import date_text, nfc
from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.rows import SCHOOL_CODE
from thidua_gui.core.workbook.specification import Column, Kind

FIRST_YEAR, LAST_YEAR = 1900, 2100
SEPARATOR = ";"
NOT_STATED = "–"
"""Among shares: the author whose share nobody stated."""
_HIGHEST_NUMBER = 10_000
_HIGHEST_COUNT = 1_000_000
_SHOWN_LENGTH = 60
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_BLANK = _INVISIBLE + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_PLAIN = dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " ") | dict.fromkeys(map(ord, _INVISIBLE + "\u00ad"))
_NO_WORD = object()
_FRACTION = re.compile(r"(?:> ?)?(?:(\d{1,4})/(\d{1,4})|(\d{1,3})(?:[.,](\d{1,2}))? ?%)")
_MOMENT = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}) (\d{1,2}):(\d\d):(\d\d)")
_NOT_IN_SHEET_NAMES = frozenset("[]:*?/\\")
_LONGEST_SHEET_CODE = 21


@dataclass(frozen=True, slots=True)
class BrokenCell:
    """A cell whose formula failed, with the error that Excel shows in it: "#N/A"."""

    shown: str


class Refusal(Exception):
    """A cell that cannot be read as its column's kind."""

    def __init__(self, reason: Reason, expected: str = "") -> None:
        super().__init__(reason, expected)
        self.reason = reason
        self.expected = expected


Reader = Callable[[object], object]


def cleaned(value: object) -> object:
    """Text composed (NFC), line ends as \\n, blanks trimmed; None for an empty cell; other values as they are."""
    if isinstance(value, str):
        if not value.isascii():
            value = nfc(value)
        if "\r" in value:
            value = value.replace("\r\n", "\n").replace("\r", "\n")
        value = value.strip()
        if value and (value[0] in _INVISIBLE or value[-1] in _INVISIBLE):
            value = value.strip(_BLANK)
        return value or None
    return value


def shown(value: object) -> str:
    """A cell's value as the clerk sees it in Excel, shortened."""
    value = cleaned(value)
    if value is None:
        return ""
    if isinstance(value, BrokenCell):
        return value.shown
    if isinstance(value, datetime) and value.time() != time():
        return f"{date_text(value)} {value:%H:%M}"
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, float | int) and not isinstance(value, bool):
        return _number_text(value).replace(".", ",")
    written = " ".join(str(value).split())
    return written if len(written) <= _SHOWN_LENGTH else written[: _SHOWN_LENGTH - 1] + "…"


def header_text(value: object) -> str:
    """A header or an item's name; a criterion's number may have been typed as a number."""
    value = cleaned(value)
    if isinstance(value, float | int) and not isinstance(value, bool):
        return _number_text(value)
    return _plain(value) if isinstance(value, str) else shown(value)


def _plain(text: str) -> str:
    """No-break blanks as plain ones and invisible marks away: what comes along when a title is pasted from Word."""
    return text if text.isascii() else text.translate(_PLAIN)


def reader(column: Column, words: Mapping[str, object]) -> Reader:
    """How to read the cells of a column; `words` is its vocabulary, empty if it has none."""
    if column.kind is Kind.WORD:
        return lambda value: _word(value, words)
    return _READERS[column.kind]


def _text(value: object) -> str:
    if isinstance(value, str):
        if not value.isprintable() and any(map(_is_unreadable, value)):
            raise Refusal(Reason.CHARACTER_UNREADABLE)
        return _plain(value)
    if isinstance(value, float | int) and not isinstance(value, bool):
        return _number_text(value)
    raise Refusal(Reason.NOT_TEXT)


def _is_unreadable(character: str) -> bool:
    return (unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t") or character in "\ufffe\uffff"


def _number_text(value: float) -> str:
    """A code typed as a number: 12.0 is "12"."""
    if isinstance(value, int):
        return str(value)
    return str(int(value)) if math.isfinite(value) and value == int(value) else repr(value)


def _code(value: object) -> str:
    code = _text(value)
    if SEPARATOR in code or "\n" in code or "\t" in code:
        raise Refusal(Reason.CODE_UNUSABLE)
    return code


def _codes(value: object) -> tuple[str, ...]:
    """Several in one cell, each once."""
    parts = (cleaned(part) for part in _text(value).split(SEPARATOR))
    codes = tuple(str(part) for part in parts if part is not None)
    if not codes:
        raise Refusal(Reason.VALUE_MISSING)
    if len(set(codes)) < len(codes):
        raise Refusal(Reason.REPEATED_IN_CELL)
    return codes


def _sheet_code(value: object) -> str:
    code = _code(value)
    if not names_a_worksheet(code):
        raise Refusal(Reason.CODE_UNUSABLE)
    return code


def names_a_worksheet(code: str) -> bool:
    """A criteria sheet's code names a worksheet too, and Excel limits those."""
    too_long = len(code) > _LONGEST_SHEET_CODE
    return not (too_long or _NOT_IN_SHEET_NAMES & set(code) or code.endswith("'") or code == SCHOOL_CODE)


def is_code(text: str) -> bool:
    """Tidy words that a cell of codes would give back as they are."""
    try:
        return _code(text) == text
    except Refusal:
        return False


def _word(value: object, words: Mapping[str, object]) -> object:
    if isinstance(value, str):
        found = words.get(value, words.get(_plain(value), _NO_WORD))
        if found is not _NO_WORD:
            return found
    raise Refusal(Reason.WORD_UNKNOWN, ", ".join(words))


def _date(value: object) -> date:
    if isinstance(value, datetime):
        if value.time() != time():
            raise Refusal(Reason.TIME_IN_DATE)
        value = value.date()
    if not isinstance(value, date):
        raise Refusal(Reason.NOT_A_DATE)
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise Refusal(Reason.DATE_OUT_OF_RANGE)
    return value


def _whole(value: object, lowest: int, highest: int) -> int:
    if isinstance(value, bool) or not isinstance(value, float | int):
        raise Refusal(Reason.NOT_A_NUMBER)
    if not lowest <= value <= highest:
        raise Refusal(Reason.NUMBER_OUT_OF_RANGE, f"{lowest}-{highest}")
    if value != int(value):
        raise Refusal(Reason.NOT_WHOLE)
    return int(value)


def _year(value: object) -> int:
    return _whole(value, FIRST_YEAR, LAST_YEAR)


def _count(value: object) -> int:
    return _whole(value, 0, _HIGHEST_COUNT)


def _number(value: object) -> Points:
    return _points(value, 0)


def _signed(value: object) -> Points:
    return _points(value, -_HIGHEST_NUMBER)


def _points(value: object, lowest: int) -> Points:
    """Hundredths at most; what binary arithmetic of a formula adds far behind the comma is not meant."""
    if isinstance(value, bool) or not isinstance(value, float | int):
        raise Refusal(Reason.NOT_A_NUMBER)
    if not lowest <= value <= _HIGHEST_NUMBER:
        raise Refusal(Reason.NUMBER_OUT_OF_RANGE, f"{lowest}-{_HIGHEST_NUMBER}")
    try:
        return Points.from_number(round(float(value), 7))
    except UserError:
        raise Refusal(Reason.TOO_FINE) from None


def _mark(value: object) -> bool:
    if isinstance(value, str) and value in ("x", "X"):
        return True
    raise Refusal(Reason.NOT_A_MARK)


def _fraction(value: object) -> str:
    """ "2/3" or "50%", more than nothing and at most all; "> 1/2" must be exceeded."""
    match = _FRACTION.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise Refusal(Reason.NOT_A_FRACTION)
    part, whole, percent, decimals = match.groups()
    if percent is not None:
        part, whole = percent + (decimals or "").ljust(2, "0"), "10000"
    if not 0 < int(part) <= int(whole):
        raise Refusal(Reason.NUMBER_OUT_OF_RANGE, "0-1")
    return match[0]


def _shares(value: object) -> tuple[Points | None, ...] | None:
    """Percents in the order of the authors, "60; 40"; a dash where none is stated. None if none is stated at all."""
    if isinstance(value, float | int) and not isinstance(value, bool):
        return (_number(value),)
    shares = tuple(_share(part) for part in _text(value).split(SEPARATOR))
    return None if all(share is None for share in shares) else shares


def _share(part: str) -> Points | None:
    words = part.strip().removesuffix("%").strip()
    if words in ("", "-", NOT_STATED):
        return None
    try:
        return Points.parse(words)
    except UserError:
        raise Refusal(Reason.NOT_SHARES) from None


def moment_text(moment: datetime) -> str:
    """Day and time as they are written, to the second."""
    return f"{date_text(moment)} {moment:%H:%M:%S}"


def _moment(value: object) -> datetime:
    if isinstance(value, datetime):
        return value.replace(microsecond=0)
    match = _MOMENT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise Refusal(Reason.NOT_A_MOMENT)
    day, month, year, hour, minute, second = map(int, match.groups())
    try:
        return datetime(year, month, day, hour, minute, second)
    except ValueError:
        raise Refusal(Reason.NOT_A_MOMENT) from None


_READERS: Mapping[Kind, Reader] = {
    Kind.TEXT: _text,
    Kind.CODE: _code,
    Kind.CODES: _codes,
    Kind.TEXTS: _codes,
    Kind.SHEET_CODE: _sheet_code,
    Kind.DATE: _date,
    Kind.YEAR: _year,
    Kind.COUNT: _count,
    Kind.NUMBER: _number,
    Kind.SIGNED: _signed,
    Kind.MARK: _mark,
    Kind.FRACTION: _fraction,
    Kind.SHARES: _shares,
    Kind.MOMENT: _moment,
}
