"""Which dates can be meant at all; knows no clock."""

from datetime import date

from thidua_gui.core.errors import UserError

EARLIEST = date(1900, 1, 1)
LATEST = date(2100, 12, 31)


def refuse_odd(field: str, *days: date | None) -> None:
    """Refuse a date that can only be a slip of the hand; None is not known and passes."""
    for day in days:
        if day is not None and not EARLIEST <= day <= LATEST:
            raise UserError("date_out_of_range", field=field)


def refuse_future(field: str, code: str, day: date | None, today: date, **details: object) -> None:
    """Refuse with `code` what is told as done on a day still to come; None passes."""
    if day is not None and day > today:
        raise UserError(code, field=field, day=day, **details)


def refuse_reversed(field: str, code: str, first: date | None, last: date | None, **details: object) -> None:
    """Refuse `last` before `first` with `code`; unknown dates pass."""
    if first is not None and last is not None and last < first:
        raise UserError(code, field=field, **details)


def overlap(first: date, last: date | None, other_first: date, other_last: date | None) -> bool:
    """Whether two stretches share a day; without a last day one goes on."""
    return first <= (other_last or date.max) and other_first <= (last or date.max)
