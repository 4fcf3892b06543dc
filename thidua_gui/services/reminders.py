"""What each unit is to be reminded of, as letters. Writes nothing; knows no window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from thidua_gui.core.debts import Lack
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.documents.reminder import OwedTask, ReminderContent, ReminderFacts, reminder
from thidua_gui.services.campaigns import campaign
from thidua_gui.services.debts import Debt, pressing, roll
from thidua_gui.services.letterhead import letterhead
from thidua_gui.services.overview import year_state
from thidua_gui.services.summaries import Issue
from thidua_gui.services.transaction import read
from thidua_gui.text import reminders as wording

MOST_NAMES = 40
"""A longer list of names is cut and counted: the unit has its own."""


def reminders(
    campaign_id: CampaignId, issue: Issue, units: Collection[UnitId] | None = None, *, only_late: bool = False
) -> tuple[ReminderContent, ...]:
    """A letter for each unit that owes something, in the order of the units; `units` None means all of them."""
    today = issue.data_on
    with read():
        head, year = letterhead(campaign_id), campaign(campaign_id)
        state = year_state(campaign_id, today)
        listed = roll(campaign_id, year.last_day)
    names = {member.id: member.name for member in listed.members}
    owed = _by_unit(state.debts, today, only_late=only_late)
    wanted = [unit for unit in listed.units if unit.id in owed and (units is None or unit.id in units)]
    return tuple(
        reminder(
            ReminderFacts(
                head.office, year.year, unit.name, today,
                tuple(_task(debt, names, today) for debt in owed[unit.id]), head.signer_post, head.signer_name,
                year.plan_number or "", year.plan_issued_on, issue.number, issue.issued_on, head.style,
            ),
            issue.form_on,
        )
        for unit in wanted
    )  # fmt: skip


def _by_unit(debts: Sequence[Debt], today: date, *, only_late: bool) -> Mapping[UnitId | None, list[Debt]]:
    owed: dict[UnitId | None, list[Debt]] = defaultdict(list)
    for debt in pressing(debts, today):
        is_late = debt.due_on is not None and debt.due_on < today
        if debt.unit_id is not None and debt.lack in wording.TASKS and (is_late or not only_late):
            owed[debt.unit_id].append(debt)
    return dict(owed)


def _task(debt: Debt, names: Mapping[PersonId, str], today: date) -> OwedTask:
    days = None if debt.due_on is None else (debt.due_on - today).days
    if debt.lack.is_of_unit:
        missing = wording.NOT_DONE if debt.lack is Lack.LAUNCH else wording.NOT_HANDED_IN
    else:
        first = [names[person] for person in debt.people[:MOST_NAMES]]
        missing = wording.people_missing(debt.missing, debt.of, first)
    return OwedTask(wording.TASKS[debt.lack], missing, debt.due_on, wording.state(days), days is not None and days < 0)
