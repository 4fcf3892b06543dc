"""Where a debt of the year is made good: the page and what it is to show. Writes nothing; knows no page."""

from __future__ import annotations

from thidua_gui.core.debts import Lack
from thidua_gui.services.debts import Debt
from thidua_gui.ui.bus import Bus

_LEADS_TO = {
    Lack.LAUNCH: "registration",
    Lack.REGISTRATION: "registration",
    Lack.NO_SHEET: "people",
    Lack.SELF_SCORES: "scoring",
    Lack.UNIT_SCORES: "scoring",
    Lack.DRAFTS: "scoring",
    Lack.MID_YEAR: "schedule",
    Lack.RESULTS: "schedule",
}

_MISSING = {Lack.LAUNCH: ("launch", "missing"), Lack.REGISTRATION: ("people", "missing")}
"""The view of the registrations' page, and whom it is to list."""


def lead(bus: Bus, debt: Debt) -> None:
    """Registrations and launches lead to whoever lacks them, scores to the board narrowed to them, what a unit has to
    hand in to that unit."""
    argument: object = debt
    if debt.lack in _MISSING:
        argument = _MISSING[debt.lack]
    elif debt.lack is Lack.NO_SHEET:
        argument = debt.people[0] if len(debt.people) == 1 else debt.people
    elif debt.lack.is_of_unit:
        argument = debt.unit_id
    bus.navigate.emit(_LEADS_TO[debt.lack], argument)
