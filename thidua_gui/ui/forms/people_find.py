"""Finds people for a pick field through the database thread; shows nothing."""

from __future__ import annotations

from thidua_gui.services import people
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.pick_field import SHOWN, Answer, Find, PickItem


def find_people(context: Context) -> Find:
    """People who work here today; the key is the person's id."""
    today = context.clock().date()

    def find(query: str, answer: Answer) -> None:
        context.jobs.run(
            lambda _: people.find(query, SHOWN, today),
            lambda found: answer([PickItem(int(one.id), one.label, _detail(one)) for one in found]),
        )

    return find


def _detail(choice: people.PersonChoice) -> str:
    return " · ".join(part for part in (choice.unit, choice.code) if part)
