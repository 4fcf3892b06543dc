"""What makes a whole line of a book impossible once its changes were taken. Knows no versions of cells. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from thidua_gui.core.errors import UserError
from thidua_gui.core.unit_book.cells import day_of
from thidua_gui.core.unit_book.content import Book, BookSheet, Line, Part
from thidua_gui.core.vietnamese import date_text
from thidua_gui.core.votes import VoteCount, refuse_broken

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something cannot be taken; no code = it can. `expected` is what would have been right, or who is meant.
    `is_doubt`: it may be taken all the same if somebody says so."""

    code: str
    expected: str = ""
    is_doubt: bool = False


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
    most = present if present is not None else members
    try:
        refuse_broken(VoteCount(members, most, _count(words, "agree"), _count(words, "disagree")))
    except UserError as problem:
        if problem.code == "vote_present_over_members":
            return Refused("more_present_than_members", str(members))
        return Refused("more_votes_than_present", str(most))
    return FINE


def vote_warning(words: Words) -> str:
    """What a vote with counted hands should also say; empty if nothing is missing."""
    if not words.get("agree") and not words.get("disagree"):
        return ""
    lacks_day, lacks_present = not words.get("held_on"), not words.get("present")
    if lacks_day and lacks_present:
        return "vote_day_and_present_missing"
    return "vote_day_missing" if lacks_day else "vote_present_missing" if lacks_present else ""


def differing_members(votes: Collection[Words]) -> Mapping[str, str]:
    """By the day of the meeting, the numbers of members where the unit's votes of one day state several."""
    stated: dict[str, set[int]] = {}
    for words in votes:
        count = _count(words, "members")
        if words.get("held_on") and count is not None:
            stated.setdefault(words["held_on"], set()).add(count)
    return {day: ", ".join(map(str, sorted(counts))) for day, counts in stated.items() if len(counts) > 1}


def _count(words: Words, key: str) -> int | None:
    return int(words[key]) if words.get(key, "").isdecimal() else None
