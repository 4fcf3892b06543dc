"""Files of a proposal's papers: chosen, attached, opened as read-only copies. Shows no list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AttachmentId, ProposalId
from thidua_gui.core.proposals import PaperState
from thidua_gui.services import attachments, evidence, proposals_edit
from thidua_gui.services.evidence import MEDIA_TYPES
from thidua_gui.services.proposal_views import PaperLine
from thidua_gui.text import evidence as file_wording
from thidua_gui.text import proposals_panel as wording
from thidua_gui.text.forms import done
from thidua_gui.ui import printing
from thidua_gui.ui.context import Context
from thidua_gui.ui.opened_files import OpenedFiles

if TYPE_CHECKING:
    from thidua_gui.core.changes import Changes


class PaperDesk(QObject):
    """`refused` carries a Problem for the page."""

    refused = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.opened = OpenedFiles(context.settings.folder)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.opened.clean)

    def attach(self, proposal_id: ProposalId, paper: PaperLine) -> None:
        """Ask for the file; the paper is there from then on."""
        patterns = " ".join(f"*{ending}" for ending in MEDIA_TYPES)
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, wording.CHOOSE_FILE, str(printing.last_folder(self._context)),
            file_wording.FILES.format(patterns=patterns),
        )  # fmt: skip
        if chosen:
            printing.remember_folder(self._context, Path(chosen).parent)
            self._attach(proposal_id, paper, Path(chosen))

    def open(self, paper: PaperLine) -> None:
        """With whatever program shows such files."""
        if paper.attachment_id is None:
            return
        attachment_id, opened = paper.attachment_id, self.opened

        def copy() -> Path:
            return opened.put(f"{attachment_id}", _name(attachment_id), attachments.content(attachment_id))

        self._context.jobs.run(lambda _: copy(), self._show, self.refused.emit, title=file_wording.OPENING)

    def _attach(self, proposal_id: ProposalId, paper: PaperLine, path: Path) -> None:
        def attach() -> Changes:
            file = evidence.read_file(path)
            return proposals_edit.note_paper(proposal_id, paper.name, PaperState.PRESENT, paper.note, file=file)

        self._context.jobs.command(
            lambda _: attach(), lambda changes: self._context.bus.status.emit(done(changes.title)),
            self.refused.emit, title=file_wording.READING,
        )  # fmt: skip

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.refused.emit(UserError("evidence_not_opened", name=path.name))


def _name(attachment_id: AttachmentId) -> str:
    return attachments.describe(attachment_id).name
