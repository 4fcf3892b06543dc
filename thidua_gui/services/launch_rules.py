"""Judges what is typed as a unit's launch. Reads nothing and writes nothing; refuses by UserError."""

from __future__ import annotations

from datetime import date

from thidua_gui.core.days import refuse_future, refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.typed_days import typed_day
from thidua_gui.core.vietnamese import tidy

DAY, PARTICIPANTS, NOTE = "launched_on", "participants", "note"
FIELDS = (DAY, PARTICIPANTS, NOTE)
MOST = 100_000


def refuse_day(on: date, year: int, today: date | None) -> None:
    """A launch is of its year and not of a day still to come (`today` None = not asked)."""
    refuse_odd(DAY, on)
    if on.year != year:
        raise UserError("launch_outside_year", field=DAY, year=year)
    if today is not None:
        refuse_future(DAY, "launch_in_future", on, today)


def judged(field: str, text: str, year: int, today: date | None = None) -> object:
    """The value meant, None for an empty text; with `today` no day still to come is taken as that of a launch."""
    written = tidy(text)
    if not written:
        return None
    if field == DAY:
        found = typed_day(written, year)
        if found is None:
            raise UserError("launch_day_wrong", field=DAY, text=written)
        refuse_day(found, year, today)
        return found
    if field == PARTICIPANTS:
        digits = written.replace(".", "").replace(" ", "")
        if not digits.isdecimal() or int(digits) > MOST:
            raise UserError("launch_participants_wrong", field=PARTICIPANTS, text=written)
        return int(digits)
    return written
