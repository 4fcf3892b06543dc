"""What makes a whole line of a book impossible once its changes were taken. Knows no versions of cells. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_gui.core.unit_book.cells import day_of
from thidua_gui.core.unit_book.content import Book, BookSheet, Line, Part
from thidua_gui.core.vietnamese import date_text

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something cannot be taken; no code = it can. `expected` is what would have been right, or who is meant."""

    code: str
    expected: str = ""


FINE = Refused("")
VOTE_FACTS = ("held_on", "members", "present", "agree", "disagree", "achievement", "note")
"""A vote in which none of these stands is none."""


def line_problem(book: Book, sheet: BookSheet, today: Line | None, words: Words, proposed: str) -> Refused:
    """`words` are the line's cells as they would be; `proposed` is what the book's formula proposed."""
    if sheet.part is Part.REGISTRATIONS:
        return _registration(book, today, words)
    if sheet.part is Part.RATINGS:
        return _rating(today, words, proposed)
    if sheet.part is Part.INITIATIVES:
        return _initiative(words)
    return _vote(words) if sheet.part is Part.VOTES else FINE


def _registration(book: Book, today: Line | None, words: Words) -> Refused:
    if not words.get("title"):
        return Refused("title_missing") if words.get("registered_on") or words.get("content") else FINE
    day = day_of(words.get("registered_on", ""))
    if day is not None and day.year != book.head.year:
        return Refused("outside_the_year", str(book.head.year))
    first = None if today is None else today.not_before
    if day is not None and first is not None and day < first:
        return Refused("before_joining", date_text(first))
    return FINE


def _rating(today: Line | None, words: Words, proposed: str) -> Refused:
    rating, reason = words.get("rating", ""), words.get("reason", "")
    if not rating:
        return Refused("rating_missing") if reason else FINE
    is_unit = today is not None and today.is_unit
    if proposed and rating != proposed and not reason and not is_unit:
        return Refused("rating_reason_missing", proposed)
    return FINE


def _initiative(words: Words) -> Refused:
    if not words.get("name"):
        return Refused("initiative_name_missing")
    return FINE if words.get("authors") else Refused("authors_missing")


def _vote(words: Words) -> Refused:
    if not words.get("code"):
        return Refused("vote_for_nobody")
    if not words.get("title"):
        return Refused("vote_title_missing")
    members, present = _count(words, "members"), _count(words, "present")
    cast = (_count(words, "agree") or 0) + (_count(words, "disagree") or 0)
    if members is not None and present is not None and present > members:
        return Refused("more_present_than_members", str(members))
    most = present if present is not None else members
    if most is not None and cast > most:
        return Refused("more_votes_than_present", str(most))
    return FINE


def _count(words: Words, key: str) -> int | None:
    return int(words[key]) if words.get(key, "").isdecimal() else None
