"""Finds people, and units beside them, for a pick field through the database thread; shows nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_gui.services import people
from thidua_gui.services.organisation import UnitRow
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.pick_field import SHOWN, Answer, Find, PickItem, among


def find_people(context: Context) -> Find:
    """People who work here today; the key is the person's id."""
    today = context.clock().date()

    def find(query: str, answer: Answer) -> None:
        context.jobs.run(
            lambda _: people.find(query, SHOWN, today),
            lambda found: answer([PickItem(int(one.id), one.label, _detail(one)) for one in found]),
        )

    return find


UNITS_AMONG_PEOPLE = 5


def find_subjects(context: Context, units: Sequence[UnitRow], on: date) -> Find:
    """People who work here on that day and these units; the key says whether it is a unit, and its id."""
    find_units = among([PickItem((True, int(row.id)), row.name, row.code) for row in units])

    def find(query: str, answer: Answer) -> None:
        found_units: list[PickItem] = []
        find_units(query, lambda items: found_units.extend(items[:UNITS_AMONG_PEOPLE] if query else items))
        context.jobs.run(
            lambda _: people.find(query, SHOWN, on) if query else (),
            lambda found: answer(
                [*(PickItem((False, int(one.id)), one.label, _detail(one)) for one in found), *found_units]
            ),
        )

    return find


def _detail(choice: people.PersonChoice) -> str:
    return " · ".join(part for part in (choice.unit, choice.code) if part)
