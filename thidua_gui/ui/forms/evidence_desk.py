"""Does what an evidence box asks for: adds, opens, removes files at one place. Knows no page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from thidua_gui.core.errors import Problem, UserError
from thidua_gui.services import evidence
from thidua_gui.services.evidence import MEDIA_TYPES, Added, EvidenceRow, Offered, Place
from thidua_gui.text import evidence as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import printing
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.evidence_box import EvidenceBox
from thidua_gui.ui.opened_files import OpenedFiles


class EvidenceDesk(QObject):
    """Set `place` to where files go; the owner reloads the rows when the bus tells of the table."""

    def __init__(self, context: Context, box: EvidenceBox) -> None:
        super().__init__(box)
        self.place: Place | None = None
        self._context = context
        self._box = box
        self.opened = OpenedFiles(context.settings.folder)
        box.add_wanted.connect(self._ask)
        box.dropped.connect(self.add)
        box.open_wanted.connect(self._open)
        box.remove_wanted.connect(self._remove)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.opened.clean)

    def add(self, files: Sequence[Path]) -> None:
        """Add files at the place; what is refused is said above the list."""
        place = self.place
        if place is None or not files:
            return
        now, user = self._context.clock(), self._context.user
        self._context.jobs.run(
            lambda _: evidence.add(place, files, at=now, user=user), self._tell, self._refuse, title=wording.READING
        )

    def _ask(self) -> None:
        patterns = " ".join(f"*{ending}" for ending in MEDIA_TYPES)
        chosen, _ = QFileDialog.getOpenFileNames(
            self._box, wording.CHOOSE, str(printing.last_folder(self._context)), wording.FILES.format(patterns=patterns)
        )
        if chosen:
            printing.remember_folder(self._context, Path(chosen[0]).parent)
            self.add([Path(name) for name in chosen])

    def _tell(self, added: Added) -> None:
        if added.changes is not None:
            self._context.bus.changed.emit(added.changes)
        said = wording.added(added.count, [sentence(refusal) for refusal in added.refusals])
        if added.refusals:
            self._box.banner.say("wa", said)
        else:
            self._box.banner.silence()
            self._context.bus.status.emit(said)

    def _refuse(self, problem: Problem) -> None:
        self._box.banner.say("er", sentence(problem))

    def _remove(self, row: EvidenceRow) -> None:
        self._context.jobs.command(
            lambda _: evidence.remove(row.id),
            lambda _: self._context.bus.status.emit(wording.removed(row.title)),
            self._refuse,
        )

    def _open(self, row: EvidenceRow) -> None:
        opened = self.opened

        def copy(file: Offered) -> Path:
            return opened.put(f"{row.attachment_id}", file.name, file.content)

        self._context.jobs.run(
            lambda _: copy(evidence.content(row.id)), self._show, self._refuse, title=wording.OPENING
        )

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._refuse(UserError("evidence_not_opened", name=path.name))
