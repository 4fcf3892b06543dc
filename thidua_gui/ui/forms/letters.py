"""Letters of reminder to be looked at and printed; opened by several pages. Writes no row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import UnitId
from thidua_gui.core.progress import Progress
from thidua_gui.text import schedule as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.list_output import ListPreview

if TYPE_CHECKING:
    from thidua_gui.documents.reminder import ReminderContent


def show_letters(parent: QWidget, context: Context, units: Sequence[UnitId] | None) -> None:
    """One letter for each of these units that owes something; None means all of them."""
    from thidua_gui.documents.reminder import render_reminders
    from thidua_gui.services import reminders
    from thidua_gui.services.summaries import Issue

    campaign_id, issue = context.campaign_id, Issue(context.clock().date())
    if campaign_id is None:
        return
    title = wording.LETTERS_TITLE.format(year=context.year)

    def collect(_: Progress) -> tuple[ReminderContent, ...]:
        found = reminders.reminders(campaign_id, issue, units)
        if not found:
            raise UserError("nobody_to_remind")
        return found

    def draw(letters: tuple[ReminderContent, ...]) -> None:
        context.jobs.render(
            lambda progress: render_reminders(letters, title, progress),
            lambda pdf: ListPreview(parent, context, title, pdf).open(),
            title=wording.PRINTING,
        )

    context.jobs.run(collect, draw)
