"""The calendar file of the milestones. Writes no row."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from thidua_gui.text import lists as list_wording
from thidua_gui.text import schedule as wording
from thidua_gui.ui import printing
from thidua_gui.ui.context import Context


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
