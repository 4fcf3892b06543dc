"""Judges what is typed as a registration: title, day, content. Reads and writes nothing; refuses by UserError."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.days import refuse_future, refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.registering import FLAGS, Side, same_award
from thidua_gui.core.titles import TitleKey
from thidua_gui.core.typed_days import typed_day
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services import titles

TITLE, CONTENT, DAY = "title", "content", "registered_on"
FIELDS = (TITLE, CONTENT, DAY)


@dataclass(frozen=True, slots=True)
class Registrant:
    """A person or unit that registers: first and last day at the school, None = not known."""

    id: int
    name: str
    side: Side
    first_day: date | None
    last_day: date | None


def offered(side: Side) -> tuple[str, ...]:
    """Full names to choose from: titles first, the lowest first, then forms of commendation."""
    return titles.offered(is_unit=side is Side.UNITS)


def judged_title(text: str, side: Side) -> str:
    """The wording that is kept: the full name where a known name or short name was typed in any spelling of case and
    marks; a longer wording that begins with a known one ("Cờ thi đua của Giám đốc Học viện") stays as it is."""
    written = tidy(text)
    if not written:
        raise UserError("registration_title_missing", field=TITLE)
    kind = titles.kind_of(written)
    if kind is None:
        raise UserError("registration_title_unknown", field=TITLE, title=written)
    if not kind.takes(is_unit=side is Side.UNITS):
        code = "registration_title_of_units" if side is Side.PEOPLE else "registration_title_of_people"
        raise UserError(code, field=TITLE, title=kind.name)
    if kind.award in FLAGS:
        return kind.name if fold(written) in (fold(kind.name), fold(kind.short)) else written
    plain = written.removesuffix(".")
    return kind.name if fold(plain) in (fold(kind.name), fold(kind.short)) else written


def judged_day(text: str, year: int, who: Registrant, today: date | None = None) -> date | None:
    """The day meant, None for an empty text."""
    if not text.strip():
        return None
    found = typed_day(text, year)
    if found is None:
        raise UserError("registration_day_wrong", field=DAY, text=tidy(text))
    refuse_day(found, year, who, today)
    return found


def refuse_day_of_year(on: date, year: int, today: date | None) -> None:
    """Nobody registers in another year or on a day still to come (`today` None = not asked); after the deadline is
    late, not refused."""
    refuse_odd(DAY, on)
    if on.year != year:
        raise UserError("registration_outside_year", field=DAY, year=year)
    if today is not None:
        refuse_future(DAY, "registration_in_future", on, today)


def refuse_day(on: date | None, year: int, who: Registrant, today: date | None = None) -> None:
    """As `refuse_day_of_year`; nor does anybody register before joining or after leaving."""
    if on is None:
        return
    refuse_day_of_year(on, year, today)
    if who.first_day is not None and on < who.first_day:
        raise UserError("registration_before_joining", field=DAY, name=who.name, day=who.first_day)
    if who.last_day is not None and on > who.last_day:
        raise UserError("registration_after_leaving", field=DAY, name=who.name, day=who.last_day)


def refuse_repeated(title: str, others: Iterable[str]) -> None:
    """One thing is registered once."""
    key: TitleKey | None = titles.key_of(title)
    for other in others:
        if same_award(title, key, other, titles.key_of(other)) or _same_own(title, other):
            raise UserError("registration_repeated", field=TITLE, title=title)


def _same_own(first: str, second: str) -> bool:
    """Two wordings of one kind that the school added."""
    kind = titles.kind_of(first)
    return kind is not None and kind.award is None and kind is titles.kind_of(second)
