"""The words of a returned cell in one spelling, so that three versions of it can be compared. Knows no sheets."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from thidua_gui.core.days import EARLIEST, LATEST
from thidua_gui.core.errors import UserError
from thidua_gui.core.points import Points
from thidua_gui.core.unit_book import authors
from thidua_gui.core.unit_book.content import Field, FieldKind
from thidua_gui.core.vietnamese import date_text, fold, nfc, tidy
from thidua_gui.core.workbook.cells import BrokenCell

_ESCAPED = re.compile(r"'[=+\-@'\t]")
_DATE = re.compile(r"(\d{1,2})[/\-. ](\d{1,2})[/\-. ](\d{4})")
_HIGHEST_COUNT = 1_000_000
_HUGE = 10**15
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Read:
    """What a cell says: its words in the one spelling, or as they stand with the code of what is wrong."""

    words: str
    problem: str = ""
    expected: str = ""


def plain(text: str) -> str:
    """NFC, line ends as \\n, trimmed; what a data file holds and what a workbook gives back read alike."""
    return nfc(text).replace("\r\n", "\n").replace("\r", "\n").strip()


def day_words(day: date | None) -> str:
    """A date cell."""
    return "" if day is None else date_text(day)


def day_of(words: str) -> date | None:
    """A date cell in the one spelling, as a date."""
    match = _DATE.fullmatch(words)
    return None if match is None else date(int(match[3]), int(match[2]), int(match[1]))


def points_words(points: Points | None) -> str:
    """A cell of points."""
    return "" if points is None else points.shortest


def read_cell(field: Field, value: object, known: Mapping[str, str]) -> Read:
    """What the unit wrote; `known` are the people that an authors' cell may name, by code in capitals."""
    if isinstance(value, BrokenCell):
        return Read(value.shown, "formula_failed")
    words = shown(value)
    if not words:
        return Read("")
    if _UNREADABLE.search(words):
        return Read(_UNREADABLE.sub("", words), "character_unreadable")
    return _READERS[field.kind](field, value, words, known)


def shown(value: object) -> str:
    """The words of any cell as they stand; an apostrophe before a sign only kept a program from counting."""
    if value is None:
        return ""
    if isinstance(value, BrokenCell):
        return value.shown
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        return date_text(value) if value.time() == time() else f"{date_text(value)} {value:%H:%M}"
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, int | float):
        return _number_words(value)
    text = plain(str(value))
    return text[1:] if _ESCAPED.match(text) else text


def _number_words(value: float) -> str:
    if isinstance(value, int):
        return str(value) if abs(value) < _HUGE else f"{_HUGE}"
    if not math.isfinite(value) or abs(value) >= _HUGE:
        return str(value)
    rounded = round(float(value), 7)
    if rounded == int(rounded):
        return str(int(rounded))
    return f"{rounded:.7f}".rstrip("0").replace(".", ",")


def _text(field: Field, value: object, words: str, known: Mapping[str, str]) -> Read:
    return Read(tidy(words))


def _long(field: Field, value: object, words: str, known: Mapping[str, str]) -> Read:
    """Lines stay lines."""
    return Read(words)


def _word(field: Field, value: object, words: str, known: Mapping[str, str]) -> Read:
    """Without regard to case, marks and blanks, if that is plain which word is meant."""
    offered = (*field.words, *field.unit_words)
    if words in offered:
        return Read(words)
    alike = {word for word in offered if fold(word) == fold(words)}
    if len(alike) == 1:
        return Read(alike.pop())
    meant = field.also.get(fold(words))
    if meant is not None:
        return Read(meant)
    if field.takes_others:
        return Read(tidy(words))
    return Read(words, "word_not_offered", ", ".join(dict.fromkeys(offered)))


def _date(field: Field, value: object, words: str, known: Mapping[str, str]) -> Read:
    if isinstance(value, datetime):
        value = value.date()
    day = value if isinstance(value, date) else _typed_day(words)
    if day is None:
        return Read(words, "not_a_date")
    if not EARLIEST <= day <= LATEST:
        return Read(words, "day_out_of_range")
    return Read(date_text(day))


def _typed_day(words: str) -> date | None:
    match = _DATE.fullmatch(words)
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def _count(field: Field, value: object, words: str, known: Mapping[str, str]) -> Read:
    if not words.isdecimal() or not words.isascii() or len(words) > 9 or int(words) > _HIGHEST_COUNT:
        return Read(words, "not_a_count")
    return Read(str(int(words)))


def _points(field: Field, value: object, words: str, known: Mapping[str, str]) -> Read:
    """Refused points keep their words: they go into the data as a draft, as if they had been typed there."""
    try:
        points = Points.parse(words)
    except UserError:
        return Read(words)
    return Read(points.shortest)


def _authors(field: Field, value: object, words: str, known: Mapping[str, str]) -> Read:
    try:
        return Read(authors.written(authors.read(words, known)))
    except authors.NotAuthors as refusal:
        return Read(words, refusal.code, refusal.value)


_READERS = {
    FieldKind.TEXT: _text,
    FieldKind.LONG: _long,
    FieldKind.WORD: _word,
    FieldKind.DATE: _date,
    FieldKind.COUNT: _count,
    FieldKind.POINTS: _points,
    FieldKind.AUTHORS: _authors,
    FieldKind.TOTAL: _text,
    FieldKind.PROPOSAL: _text,
}
