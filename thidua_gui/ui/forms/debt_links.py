"""Where a debt of the year is made good: the page and what it is to show. Writes nothing; knows no page."""

from __future__ import annotations

from thidua_gui.core.debts import Lack
from thidua_gui.services.debts import Debt
from thidua_gui.ui.bus import Bus

_LEADS_TO = {
    Lack.LAUNCH: "units",
    Lack.REGISTRATION: "people",
    Lack.NO_SHEET: "people",
    Lack.SELF_SCORES: "scoring",
    Lack.UNIT_SCORES: "scoring",
    Lack.DRAFTS: "scoring",
    Lack.MID_YEAR: "schedule",
    Lack.RESULTS: "schedule",
}


def lead(bus: Bus, debt: Debt) -> None:
    """Registrations lead to the people themselves, launches to the unit, scores to the board narrowed to them."""
    argument: object = debt
    if debt.lack is Lack.LAUNCH:
        argument = debt.unit_id
    elif debt.lack in (Lack.REGISTRATION, Lack.NO_SHEET):
        argument = debt.people[0] if len(debt.people) == 1 else debt.people
    bus.navigate.emit(_LEADS_TO[debt.lack], argument)
