"""The window of the program: welcome page or workspace, status bar, keys; knows pages only as registry entries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from thidua_gui.core.errors import Problem, SystemProblem
from thidua_gui.text import shell
from thidua_gui.ui import theme
from thidua_gui.ui.actions import Actions
from thidua_gui.ui.file_session import FileSession, Opened, Refusal
from thidua_gui.ui.navigation import PageEntry
from thidua_gui.ui.progress_panel import ProgressPanel
from thidua_gui.ui.status_bar import StatusBar
from thidua_gui.ui.workspace import Workspace

if TYPE_CHECKING:
    from thidua_gui.core.changes import Changes
    from thidua_gui.ui.context import Context

MINIMUM = (1280, 720)
FIRST_SIZE = (1440, 900)
TITLE_BAR = 40


class MainWindow(QMainWindow):
    """Lives as long as the program; what it shows is made anew with every file and letter size."""

    def __init__(self, context: Context, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.context = context
        self.entries = tuple(entries)
        self.session = FileSession(context, self)
        self.workspace: Workspace | None = None
        self._opened: Opened | None = None
        self._may_close = False
        self.setWindowTitle(shell.PROGRAM)
        self.setMinimumSize(QSize(*MINIMUM).boundedTo(self._room()))
        self.actions_of_window = Actions(self)
        self._make_status_bar()
        self.progress = ProgressPanel(context.jobs, self)
        self._restore_size()
        self._connect()

    def show_welcome(self) -> None:
        """The start page, when no file is open."""
        from thidua_gui.ui.first_run.welcome import Welcome

        welcome = Welcome(self.context, self.session)
        self._replace(welcome)
        self.status.show_file(None)
        self.setWindowTitle(shell.PROGRAM)
        welcome.setFocus()

    def show_opening(self) -> None:
        """The frame alone, while the first file is being opened."""
        self._replace(QWidget())

    def open_page(self, key: str) -> None:
        """Ctrl+1 to Ctrl+9."""
        if self.workspace is not None:
            self.workspace.open_page(key)

    def full_screen(self) -> None:
        """F11."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def toggle_sidebar(self) -> None:
        """Ctrl+B."""
        if self.workspace is not None:
            self.workspace.toggle_rail()

    def start_search(self) -> None:
        """Ctrl+K."""
        if self.workspace is not None:
            self.workspace.header.start_search()

    def next_pane(self, step: int) -> None:
        """F6 and Shift+F6."""
        panes = self.workspace.panes() if self.workspace is not None else []
        if not panes:
            return
        focused = QApplication.focusWidget()
        at = next((place for place, pane in enumerate(panes) if _is_within(focused, pane)), -step if step > 0 else 0)
        panes[(at + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_keys(self) -> None:
        """F1."""
        from thidua_gui.ui.shortcut_sheet import ShortcutSheet, keys_of

        page = self.workspace.current_page() if self.workspace is not None else None
        here = keys_of(page.keyed_actions()) if page is not None else []
        table = page.table_keys() if page is not None else ()
        everywhere = keys_of(self.actions_of_window.listed())
        ShortcutSheet(
            self,
            (
                (shell.SHORTCUTS_EVERYWHERE, everywhere),
                (shell.SHORTCUTS_HERE, here),
                (shell.SHORTCUTS_GRID, table),
            ),
        ).exec()

    def undo(self) -> None:
        """Ctrl+Z."""
        from thidua_gui.services import history

        self.context.jobs.command(
            lambda _: history.undo_last(), lambda made: self.say(shell.undone(made.title)), self._not_undone
        )

    def redo(self) -> None:
        """Ctrl+Y."""
        from thidua_gui.services import history

        self.context.jobs.command(
            lambda _: history.redo_last(), lambda made: self.say(shell.redone(made.title)), self._not_undone
        )

    def say(self, sentence: str) -> None:
        """A sentence in the status bar."""
        self.status.say(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.workspace is not None:
            self.workspace.fit_sidebar(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Back up and close the file first; the window goes when that is done."""
        self._keep_size()
        if self._may_close or self.session.path is None:
            event.accept()
            return
        event.ignore()
        self._may_close = True
        self.session.close(lambda: QTimer.singleShot(0, self.close))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.status.refresh_day()

    def _replace(self, widget: QWidget) -> None:
        """Show another centre; the old one and its pages are deleted once their signals have returned."""
        if self.workspace is not None:
            self.workspace.header.clear()
        self.workspace = widget if isinstance(widget, Workspace) else None
        old = self.takeCentralWidget()
        if old is not None:
            old.setParent(self)
            old.deleteLater()
        self.setCentralWidget(widget)
        self.actions_of_window.set_file_open(self.workspace is not None)
        self.progress.raise_()

    def _on_opened(self, opened: Opened) -> None:
        self._opened = opened
        self.context.campaign = None
        workspace = Workspace(self.context, self.entries)
        self._replace(workspace)
        workspace.fit_sidebar(self.width())
        self.status.show_file(opened.file.path)
        self.status.show_backup(opened.backup_at)
        self.setWindowTitle(shell.window_title(opened.file.path.name))
        self.actions_of_window.fill_menu(workspace.sidebar.school)
        workspace.show_file(opened)

    def _on_closing(self) -> None:
        if self.workspace is not None:
            self.workspace.setEnabled(False)

    def _on_closed(self) -> None:
        self._opened = None
        self.context.campaign = None
        if not self._may_close:
            self.show_welcome()

    def _on_refused(self, refusal: Refusal) -> None:
        from thidua_gui.text.errors import sentence
        from thidua_gui.ui import messages

        if self.workspace is None:
            self.show_welcome()
        if refusal.problem.code == "locked_elsewhere":
            if messages.confirm(self, shell.OPEN_ANYWAY_TITLE, sentence(refusal.problem), shell.OPEN_ANYWAY):
                self.session.open(refusal.path, take_over=True)
        else:
            messages.show_problem(self, refusal.problem, refusal.title)

    def _on_problem(self, problem: Problem) -> None:
        from thidua_gui.ui import messages

        if isinstance(problem, SystemProblem):
            self.status.show_failed()
        messages.show_problem(self, problem)

    def _on_changes(self, changes: Changes) -> None:
        if changes.operation is not None:
            self.status.show_saved(self.context.clock())

    def _on_cancelled(self) -> None:
        self.say(shell.JOB_CANCELLED)

    def _on_backed_up(self, at: object) -> None:
        self.status.show_backup(at)  # type: ignore[arg-type]  # Signal(object) carries the datetime
        self.say(shell.BACKUP_DONE)

    def _on_scaled(self) -> None:
        """Build everything anew at the new letter size, on the same page."""
        old = self.statusBar()
        self._make_status_bar()
        old.deleteLater()
        if self._opened is not None:
            self.session.describe_again(self._on_opened)
        else:
            self.show_welcome()

    def _not_undone(self, problem: Problem) -> None:
        from thidua_gui.text.errors import sentence
        from thidua_gui.ui import messages

        if problem.code in ("nothing_to_undo", "nothing_to_redo"):
            self.say(sentence(problem))
        else:
            messages.show_problem(self, problem, shell.NOT_UNDONE)

    def _make_status_bar(self) -> None:
        self.status = StatusBar(self.context.clock, self.context.user)
        self.setStatusBar(self.status)

    def _restore_size(self) -> None:
        geometry = self.context.settings.state("window/geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(QSize(*FIRST_SIZE).boundedTo(self._room()))

    def _room(self) -> QSize:
        """What the screen leaves for a window inside its title bar."""
        return self.screen().availableGeometry().size() - QSize(0, TITLE_BAR)

    def _keep_size(self) -> None:
        self.context.settings.put_state("window/geometry", self.saveGeometry())

    def _connect(self) -> None:
        self.session.opened.connect(self._on_opened)
        self.session.closing.connect(self._on_closing)
        self.session.closed.connect(self._on_closed)
        self.session.refused.connect(self._on_refused)
        self.session.backed_up.connect(self.context.bus.backed_up)
        self.context.bus.changed.connect(self._on_changes)
        self.context.bus.status.connect(self.say)
        self.context.bus.open_file.connect(self.session.open)
        self.context.bus.backed_up.connect(self._on_backed_up)
        self.context.jobs.problem.connect(self._on_problem)
        self.context.jobs.cancelled.connect(self._on_cancelled)
        theme.theme_switch().scaled.connect(self._on_scaled)


def _is_within(widget: QWidget | None, pane: QWidget) -> bool:
    return widget is not None and (widget is pane or pane.isAncestorOf(widget))
