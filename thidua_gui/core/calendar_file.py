"""Days of the year as an iCalendar file (RFC 5545), for the calendars of phones and mail programs. Knows no rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_PRODUCT = "-//Thi dua - Khen thuong//TDKT//VI"
_LONGEST = 75
"""Octets of a line; a longer one goes on after a line break and a blank (RFC 5545 §3.1)."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """An all-day entry from `first` to `last`, both included; `uid` stays the same when it is exported again.

    `warned_days` before the first day the calendar warns; 0 means never.
    """

    uid: str
    title: str
    first: date
    last: date
    note: str = ""
    warned_days: int = 0


def calendar_file(name: str, days: Sequence[CalendarDay], written_at: datetime) -> bytes:
    """The whole file in UTF-8. `written_at` is local time and stands as the stamp of every entry."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{_escaped(name)}")
    for day in days:
        lines.extend(_event(day, written_at))
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line)).encode()


def _event(day: CalendarDay, written_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(day.uid)}"
    yield f"DTSTAMP:{written_at:%Y%m%dT%H%M%S}Z"
    yield f"DTSTART;VALUE=DATE:{day.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(day.title)}"
    if day.note:
        yield f"DESCRIPTION:{_escaped(day.note)}"
    yield "TRANSP:TRANSPARENT"
    if day.warned_days:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(day.title)}")
        yield from (f"TRIGGER:-P{day.warned_days}D", "END:VALARM")
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Pieces of at most 75 octets, never cut inside a letter."""
    piece, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _LONGEST:
            yield piece
            piece, size = " ", 1
        piece += letter
        size += width
    yield piece
