"""The papers of a meeting from its desk: looked at, saved, printed. Writes no row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from thidua_gui.core.ids import MeetingId
from thidua_gui.documents.files import safe_name, write_whole
from thidua_gui.services import meeting_documents
from thidua_gui.services.meeting_views import ItemRow
from thidua_gui.text import council_page as words
from thidua_gui.text import lists as list_words
from thidua_gui.ui import printing
from thidua_gui.ui.context import Context
from thidua_gui.ui.council.ballot_paper_dialog import BallotPaperDialog
from thidua_gui.ui.forms.list_output import ListPreview

if TYPE_CHECKING:
    from thidua_gui.documents.running import RunningDocument
    from thidua_gui.ui.council.reading import DeskView

Collect = Callable[[MeetingId], "RunningDocument"]


def fill_menu(menu: QMenu, parent: QWidget, context: Context, view: DeskView, item: ItemRow | None) -> None:
    """Everything that the meeting has on paper, as it stands now."""
    meeting_id = view.meeting.id
    for label, collect in (
        (words.MINUTES_PDF, meeting_documents.collected_minutes), (words.TALLY_PDF, meeting_documents.collected_tally),
        (words.TALLY_SHEET, meeting_documents.collected_tally_sheet),
    ):  # fmt: skip
        menu.addAction(label).triggered.connect(_previewing(parent, context, meeting_id, collect))
    menu.addSeparator()
    for label, collect in (
        (words.MINUTES_WORD, meeting_documents.collected_minutes),
        (words.TALLY_WORD, meeting_documents.collected_tally),
    ):
        menu.addAction(label).triggered.connect(_saving(parent, context, meeting_id, collect))
    if item is not None and item.candidates:
        menu.addSeparator()
        present = view.attendance.room.present or view.attendance.room.members
        menu.addAction(words.BALLOTS).triggered.connect(
            lambda *_: BallotPaperDialog(context, parent, item, present).open()
        )


def preview_minutes(parent: QWidget, context: Context, meeting_id: MeetingId) -> None:
    """The minutes as they stand now."""
    _previewing(parent, context, meeting_id, meeting_documents.collected_minutes)()


def save_minutes(parent: QWidget, context: Context, meeting_id: MeetingId) -> None:
    """The same as a Word file."""
    _saving(parent, context, meeting_id, meeting_documents.collected_minutes)()


def show_pages(parent: QWidget, context: Context, title: str, draw: Callable[[], bytes]) -> None:
    """Draw beside the window, then show the very pages that will be printed."""
    context.jobs.render(
        lambda _: draw(), lambda pdf: ListPreview(parent, context, title, pdf).open(), title=list_words.DRAWING
    )


def _previewing(parent: QWidget, context: Context, meeting_id: MeetingId, collect: Collect) -> Callable[..., None]:
    def draw(document: RunningDocument) -> None:
        show_pages(parent, context, document.document_title, lambda: meeting_documents.as_pdf(document))

    return lambda *_: context.jobs.run(lambda _: collect(meeting_id), draw)


def _saving(parent: QWidget, context: Context, meeting_id: MeetingId, collect: Collect) -> Callable[..., None]:
    def save(document: RunningDocument) -> None:
        name = printing.last_folder(context) / f"{safe_name(document.document_title)}.docx"
        chosen, _ = QFileDialog.getSaveFileName(parent, words.MINUTES_WORD, str(name), words.WORD_FILES)
        if not chosen:
            return
        path = Path(chosen) if chosen.lower().endswith(".docx") else Path(f"{chosen}.docx")
        printing.remember_folder(context, path.parent)
        context.jobs.render(
            lambda _: write_whole(path, meeting_documents.as_word(document)),
            lambda written: context.bus.status.emit(list_words.saved(written.name)),
            title=list_words.WRITING,
        )

    return lambda *_: context.jobs.run(lambda _: collect(meeting_id), save)
