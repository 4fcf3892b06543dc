"""The demo's meeting: minutes, counts, ballot papers, and a picture of every slide at two sizes of projectors."""

from __future__ import annotations

import os
from pathlib import Path

from thidua_gui.core.ids import MeetingId
from thidua_gui.core.projection import rows_on
from thidua_gui.documents.files import safe_name, write_whole
from thidua_gui.services import agenda, attendance, meeting_documents, meetings, projection
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.projection import Cue
from thidua_gui.text import demo as wording

SIZES = ((1920, 1080), (1024, 768))
SPARE = 1


def write(season: CampaignSummary, papers: Path, slides: Path) -> None:
    """A year without a meeting leaves no files."""
    for row in meetings.meetings(season.id):
        _write_papers(row.id, season.year, row.number, papers)
        for width, height in SIZES:
            _draw(projection.cues(row.id, rows_on(width, height)), slides, width, height)


def _write_papers(meeting_id: MeetingId, year: int, number: int, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, collect in (
        (wording.minutes_file(year, number), meeting_documents.collected_minutes),
        (wording.tally_file(year, number), meeting_documents.collected_tally),
    ):
        document = collect(meeting_id)
        write_whole(folder / f"{name}.pdf", meeting_documents.as_pdf(document))
        write_whole(folder / f"{name}.docx", meeting_documents.as_word(document))
    sheet = meeting_documents.as_pdf(meeting_documents.collected_tally_sheet(meeting_id))
    write_whole(folder / f"{wording.tally_sheet_file(year, number)}.pdf", sheet)
    present = attendance.attendance(meeting_id).room.present
    for place, item in enumerate(agenda.items(meeting_id), 1):
        if item.candidates and present:
            ballots = meeting_documents.collected_ballots(item.id, present, SPARE)
            name = wording.ballots_file(year, number, place)
            write_whole(folder / f"{name}.pdf", meeting_documents.print_ballots(ballots))


def _draw(cues: tuple[Cue, ...], folder: Path, width: int, height: int) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSize

    from thidua_gui.app import gui
    from thidua_gui.ui.council.slides import picture_of

    gui.application()
    folder.mkdir(parents=True, exist_ok=True)
    for place, cue in enumerate(cues, 1):
        name = folder / f"{safe_name(wording.slide_name(place, cue.label))}-{width}x{height}.png"
        if not picture_of(cue.view, QSize(width, height)).save(str(name)):
            raise OSError(str(name))
