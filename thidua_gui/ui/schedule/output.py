"""Letters of reminder to be looked at and printed, and the calendar file. Writes no row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import UnitId
from thidua_gui.core.progress import Progress
from thidua_gui.text import lists as list_wording
from thidua_gui.text import schedule as wording
from thidua_gui.ui import printing
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


def ask_for_calendar(parent: QWidget, context: Context) -> None:
    """Ask where, write, say so."""
    from thidua_gui.documents.files import write_whole
    from thidua_gui.services import schedule, school

    campaign_id, at = context.campaign_id, context.clock()
    if campaign_id is None:
        return
    proposed = printing.last_folder(context) / wording.CALENDAR_FILE.format(year=context.year)
    chosen, _ = QFileDialog.getSaveFileName(parent, wording.CALENDAR, str(proposed), wording.CALENDAR_FILES)
    if not chosen:
        return
    path = Path(chosen)
    path = path if path.suffix.lower() == ".ics" else path.with_name(path.name + ".ics")
    printing.remember_folder(context, path.parent)
    context.jobs.run(
        lambda _: write_whole(path, schedule.calendar(campaign_id, school.name(), at)),
        lambda written: context.bus.status.emit(list_wording.saved(written.name)),
    )
