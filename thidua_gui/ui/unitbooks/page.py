"""Sổ của đơn vị: workbooks for units without a network, written for all, taken in cell by cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.progress import Progress
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.services import submissions, unit_book_applying, unit_book_receiving, unit_books
from thidua_gui.services.unit_book_applying import Applied
from thidua_gui.services.unit_book_receiving import CameBack, Preview, RefusedFile
from thidua_gui.services.unit_books import BookList
from thidua_gui.text import lists as list_wording
from thidua_gui.text import unit_books_page as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import printing
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.submitted_dialog import SubmittedDialog
from thidua_gui.ui.page import Page
from thidua_gui.ui.unitbooks.list_pane import ListPane
from thidua_gui.ui.unitbooks.preview_pane import PreviewPane
from thidua_gui.ui.unitbooks.writer import BookWriter
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import add_actions

_ENDING = ".xlsx"
_JUDGED_BY = (
    "registrations", "scores", "draft_inputs", "ratings", "initiatives", "initiative_authors", "unit_votes",
    "stages", "criteria", "criteria_sheets",
)  # fmt: skip


class UnitbooksPage(Page):
    """The list, or what came back; nothing is written before "Áp dụng"."""

    key: ClassVar[str] = "unitbooks"
    icon: ClassVar[str] = "table-share"
    tables: ClassVar[tuple[str, ...]] = (*unit_books.TABLES, *_JUDGED_BY)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._phase_is_chosen = False
        self._is_applying = False
        self._came: tuple[list[CameBack], list[RefusedFile]] = ([], [])
        self._folder: Path | None = None
        self.list = ListPane(context)
        self.received = PreviewPane()
        self.writer = BookWriter(context, self)
        self.write_all = push(wording.WRITE_ALL, "file-export")
        self.write_all.setToolTip(wording.WRITE_ALL_TIP)
        self.receive = push(wording.RECEIVE, "file-import", "primary")
        self.receive.setToolTip(wording.RECEIVE_TIP)
        self.no_units = EmptyState("table-share", wording.NO_UNITS, wording.NO_UNITS_WHY, wording.NO_UNITS_VERB)
        self.no_year = EmptyState("calendar", wording.NO_YEAR, wording.NO_YEAR_WHY, wording.NO_YEAR_VERB)
        self._stack = QStackedLayout(self)
        for shown in (self.list, self.received, self.no_units, self.no_year):
            self._stack.addWidget(shown)
        self.setAcceptDrops(True)
        self._connect()
        self._add_keys()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        seen = self.list.seen
        if seen is None or self.context.campaign_id is None:
            return ""
        return wording.subtitle(seen.submitted, seen.owing)

    def header_widgets(self) -> list[QWidget]:
        is_list = self.context.campaign_id is not None and self._stack.currentWidget() is not self.received
        return [self.write_all, self.receive] if is_list else []

    def reload(self) -> None:
        campaign_id, today = self.context.campaign_id, self.context.clock().date()
        if campaign_id is None:
            self._stack.setCurrentWidget(self.no_year)
            self.heading_changed.emit()
            return
        phase = self.list.phase if self._phase_is_chosen else None
        self.context.jobs.run(lambda _: _listed(campaign_id, phase, today), self._show_list)

    def on_changes(self, changes: Changes) -> None:
        """A preview is judged anew: it must say what would happen now."""
        super().on_changes(changes)
        if self._stack.currentWidget() is self.received and changes.touches(*self.tables) and not self._is_applying:
            self._judge(anew=False)

    def open_argument(self, argument: object) -> None:
        """Paths of returned books are read; a unit's id shows it in the list."""
        if isinstance(argument, list) and all(isinstance(path, Path) for path in argument):
            self.read_files(argument)
        elif isinstance(argument, int):
            self.list.grid.select_row(argument)

    def panes(self) -> list[QWidget]:
        if self._stack.currentWidget() is self.received:
            return [self.received.file_grid, self.received.grid]
        return [self.list.grid]

    def first_pane(self) -> QWidget | None:
        shown = self._stack.currentWidget()
        return self.received.grid if shown is self.received else self.list.grid if shown is self.list else None

    def read_files(self, paths: list[Path]) -> None:
        """Read these and show what they would change."""
        if self.context.campaign_id is None or not paths or self._is_closed():
            return
        self.context.jobs.render(
            lambda progress: unit_book_receiving.read_files(paths, progress), self._judge_new, title=wording.READING
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event) and not self._is_closed():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read_files(self._dropped(event))

    def _dropped(self, event: QDropEvent) -> list[Path]:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return [path for path in paths if path.suffix.lower() == _ENDING]

    def _is_closed(self) -> bool:
        return self.list.seen is not None and self.list.seen.is_closed

    def _show_list(self, found: tuple[SubmissionKind, BookList]) -> None:
        phase, seen = found
        self.list.phases.set_current(phase)
        left = None if seen.due_on is None else (seen.due_on - self.context.clock().date()).days
        self.list.show_list(seen, left)
        if self._stack.currentWidget() is not self.received or self._is_closed():
            self._stack.setCurrentWidget(self.list if seen.rows else self.no_units)
        for button in (self.write_all, self.receive):
            button.setEnabled(bool(seen.rows) and not seen.is_closed)
        self.heading_changed.emit()

    def _choose_phase(self) -> None:
        self._phase_is_chosen = True
        self.reload()

    def _on_year_changed(self, year: int) -> None:
        self._phase_is_chosen = False
        self._leave_preview()
        super()._on_year_changed(year)

    def _write_all(self) -> None:
        self._write(None)

    def _write_chosen(self) -> None:
        chosen = self.list.chosen()
        if chosen:
            self._write(chosen)

    def _write(self, units: list[UnitId] | None) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None or not self.write_all.isEnabled():
            return
        start = str(printing.last_folder(self.context))
        chosen = QFileDialog.getExistingDirectory(self, wording.CHOOSE_FOLDER, start)
        if chosen:
            printing.remember_folder(self.context, Path(chosen))
            self.writer.start(campaign_id, units, Path(chosen))

    def _written(self, count: int, folder: Path, stopped: bool) -> None:
        self._folder = folder
        self.list.banner.say(
            "wa" if stopped else "ok", wording.written(count, str(folder), stopped=stopped), wording.OPEN_FOLDER
        )
        self.list.banner.close_button.show()

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _ask_files(self) -> None:
        if not self.receive.isEnabled() or self.context.campaign_id is None:
            return
        start = str(printing.last_folder(self.context))
        names, _ = QFileDialog.getOpenFileNames(self, wording.CHOOSE_FILES, start, wording.EXCEL_FILTER)
        if names:
            printing.remember_folder(self.context, Path(names[0]).parent)
            self.read_files([Path(name) for name in names])

    def _judge_new(self, came: tuple[list[CameBack], list[RefusedFile]]) -> None:
        self._came = came
        self._judge(anew=True)

    def _judge(self, *, anew: bool) -> None:
        campaign_id, (files, refused) = self.context.campaign_id, self._came
        if campaign_id is None:
            return

        def show(preview: Preview) -> None:
            self.received.show_preview(preview, anew=anew)
            if anew:
                self._stack.setCurrentWidget(self.received)
                self.received.grid.setFocus()
                self.heading_changed.emit()

        self.context.jobs.run(
            lambda _: unit_book_receiving.preview(campaign_id, files, refused), show, self._refused,
            title=wording.JUDGING,
        )  # fmt: skip

    def _apply(self) -> None:
        promised, phase = self.received.preview, self.list.phase
        if promised is None or not self.received.apply.isEnabled():
            return
        choices = {token: dict(chosen) for token, chosen in self.received.chosen.items()}
        at, user = self.context.clock(), self.context.user
        self.received.apply.setEnabled(False)
        self._is_applying = True

        def work(progress: Progress) -> Applied:
            return unit_book_applying.apply(promised, choices, phase, at=at, user=user, progress=progress)

        self.context.jobs.run(work, self._applied, self._not_applied, title=wording.APPLYING)

    def _applied(self, done: Applied) -> None:
        self._is_applying = False
        self._leave_preview()
        self.context.bus.changed.emit(done.changes)
        self.list.banner.say("ok", wording.received(done.books, done.changed, done.left_out))
        self.list.banner.close_button.show()
        self.list.grid.setFocus()

    def _not_applied(self, problem: Problem) -> None:
        """What was promised does not hold any more: show what would happen now, and say so."""
        self._is_applying = False
        self._judge(anew=False)
        self.received.banner.say("er", sentence(problem))

    def _on_cancelled(self, job: object) -> None:
        if self._is_applying and getattr(job, "title", "") == wording.APPLYING:
            self._is_applying = False
            self.received.apply.setEnabled(True)

    def _refused(self, problem: Problem) -> None:
        where = self.received if self._stack.currentWidget() is self.received else self.list
        where.banner.say("er", sentence(problem))

    def _leave_preview(self) -> None:
        self._came = ([], [])
        self.received.preview = None
        self._stack.setCurrentWidget(self.list)
        self.heading_changed.emit()

    def _tick(self) -> None:
        campaign_id, units = self.context.campaign_id, self.list.chosen()
        if campaign_id is not None and units and not self._is_closed():
            SubmittedDialog(self.context, self, campaign_id, units, self.list.phase).open()

    def _untick(self) -> None:
        campaign_id, units, phase = self.context.campaign_id, self.list.chosen(), self.list.phase
        if campaign_id is not None and units and not self._is_closed():
            self.context.jobs.command(lambda _: submissions.withdraw(campaign_id, units, phase))

    def _connect(self) -> None:
        self.write_all.clicked.connect(self._write_all)
        self.receive.clicked.connect(self._ask_files)
        self.list.phase_chosen.connect(self._choose_phase)
        self.list.write_wanted.connect(self._write_chosen)
        self.list.tick_wanted.connect(self._tick)
        self.list.untick_wanted.connect(self._untick)
        self.list.banner.acted.connect(self._open_folder)
        self.received.cancelled.connect(self._leave_preview)
        self.received.apply_wanted.connect(self._apply)
        self.received.copied.connect(self.context.bus.status)
        self.writer.finished.connect(self._written)
        self.writer.failed.connect(self._refused)
        self.no_units.acted.connect(lambda: self.context.bus.navigate.emit("units", None))
        self.no_year.acted.connect(lambda: self.context.bus.navigate.emit("importing", None))
        self.context.jobs.cancelled.connect(self._on_cancelled)

    def _add_keys(self) -> None:
        add_actions(self, (
            ("Ctrl+N", wording.WRITE_SOME, self._write_chosen),
            ("Ctrl+Shift+N", wording.WRITE_ALL, self._write_all),
            ("Ctrl+I", wording.RECEIVE, self._ask_files),
            ("Ctrl+D", wording.TICK, self._tick),
            ("Ctrl+F", wording.FIND, self._find),
            ("Ctrl+E", list_wording.EXPORT, self.list.export),
            ("Ctrl+P", list_wording.PRINT, self.list.print),
        ))  # fmt: skip
        add_actions(self.received, (
            ("Alt+G", wording.KEEP, self.received.keep_chosen),
            ("Alt+L", wording.TAKE, self.received.take_chosen),
        ))  # fmt: skip

    def _find(self) -> None:
        if self._stack.currentWidget() is self.received:
            self.received.grid.focus_filter("who")
        else:
            self.list.grid.focus_filter("name")


def _listed(campaign_id: CampaignId, phase: SubmissionKind | None, today: date) -> tuple[SubmissionKind, BookList]:
    """Without a choice, what the units are handing in these days."""
    asked = phase or unit_books.phase_on(campaign_id, today)
    return asked, unit_books.book_list(campaign_id, asked, today)
