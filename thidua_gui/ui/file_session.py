"""Opens, creates, restores, backs up and closes the data file through the database thread; knows no page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thidua_gui.text import shell
from thidua_gui.ui.settings import user_folder

if TYPE_CHECKING:
    from thidua_gui.core.errors import Problem
    from thidua_gui.core.progress import Progress
    from thidua_gui.services.campaigns import CampaignSummary
    from thidua_gui.services.data_file import OpenFile
    from thidua_gui.ui.context import Context


@dataclass(frozen=True, slots=True)
class Opened:
    """What the window needs to know of a file that was just opened."""

    file: OpenFile
    school: str
    campaigns: tuple[CampaignSummary, ...]
    backup_at: datetime | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was not opened, and which one."""

    problem: Problem
    path: Path
    title: str


Start = Callable[["Progress"], "OpenFile"]


class FileSession(QObject):
    """At most one data file is open; the database thread owns it."""

    opened = Signal(object)
    """Opened."""
    closing = Signal()
    """Nobody may ask the data file for anything more."""
    closed = Signal()
    refused = Signal(object)
    """Refusal; no file is open then."""
    backed_up = Signal(object)
    """datetime of the new good backup."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.path: Path | None = None

    def open(self, path: Path, *, take_over: bool = False) -> None:
        """Open a data file instead of the one that is open."""

        def work(progress: Progress) -> OpenFile:
            from thidua_gui.services import data_file

            return data_file.open_file(
                path, user=self._context.user, clock=self._context.clock, take_over=take_over, progress=progress
            )

        self._begin(path, work, shell.OPENING, shell.NOT_OPENED)

    def create(self, path: Path, school_name: str, year: int) -> None:
        """Make a new data file for a school and open it."""

        def work(progress: Progress) -> OpenFile:
            from thidua_gui.services import data_file, school

            path.parent.mkdir(parents=True, exist_ok=True)
            made = data_file.create(path, user=self._context.user, clock=self._context.clock)
            with removed_on_failure(path):
                school.found(school_name, year)
            return made

        self._begin(path, work, shell.CREATING, shell.NOT_CREATED)

    def open_sample(self) -> None:
        """Open the sample year, building it from its workbook the first time."""
        path = sample_path()
        if path.exists():
            self.open(path)
            return

        def work(progress: Progress) -> OpenFile:
            return build_sample(path, self._context, progress)

        self._begin(path, work, shell.OPENING_SAMPLE, shell.NOT_OPENED)

    def restore(self, backup: Path, target: Path) -> None:
        """Copy a verified backup to a new place and open the copy; nothing is overwritten."""

        def work(progress: Progress) -> OpenFile:
            from thidua_gui.services import data_file, restoring

            restoring.restore(backup, target, progress)
            return data_file.open_file(target, user=self._context.user, clock=self._context.clock, progress=progress)

        self._begin(target, work, shell.RESTORING, shell.NOT_RESTORED)

    def describe_again(self, then: Callable[[Opened], None]) -> None:
        """Look anew at the open file, for a window that is built anew."""

        def work(_: Progress) -> Opened:
            from thidua_gui.services import data_file

            return describe(data_file.current())

        self._context.jobs.run(work, then)

    def back_up(self) -> None:
        """Make a backup now."""

        def work(progress: Progress) -> datetime:
            from thidua_gui.services import data_file

            return data_file.back_up_now(progress).at

        self._context.jobs.run(work, self.backed_up.emit, title=shell.BACKUP_RUNNING)

    def close(self, then: Callable[[], object] | None = None) -> None:
        """Back up if it is due, then close the file; `then` also if the backup failed."""
        if self.path is None:
            if then is not None:
                then()
            return

        def done(problem: Problem | None) -> None:
            self.path = None
            self.closed.emit()
            if problem is not None:
                self._context.jobs.problem.emit(problem)
            if then is not None:
                then()

        clock = self._context.clock
        self.closing.emit()
        self._context.jobs.run(lambda progress: close_file(clock, progress), done, title=shell.CLOSING)

    def _begin(self, path: Path, start: Start, title: str, failed_title: str) -> None:
        """Close what is open, then open another file."""
        self.close(lambda: self._open_next(path, start, title, failed_title))

    def _open_next(self, path: Path, start: Start, title: str, failed_title: str) -> None:
        def work(progress: Progress) -> Opened:
            return describe(start(progress))

        def done(opened: Opened) -> None:
            self.path = opened.file.path
            self._context.settings.remember_file(opened.file.path)
            self.opened.emit(opened)

        def refused(problem: Problem) -> None:
            self.refused.emit(Refusal(problem, path, failed_title))

        self._context.jobs.run(work, done, refused, title)


def describe(file: OpenFile) -> Opened:
    """First look at an open file; called in the thread that opened it."""
    from thidua_gui.services import campaigns, data_file, school

    try:
        backup = data_file.last_good_backup()
        return Opened(file, school.name(), campaigns.campaigns(), None if backup is None else backup.at)
    except BaseException:
        data_file.close()
        raise


def close_file(clock: Callable[[], datetime], progress: Progress) -> Problem | None:
    """Daily backup and closing; the file is closed even when the backup fails, which is then told."""
    from thidua_gui.core.errors import Problem
    from thidua_gui.services import data_file

    told: Problem | None = None
    try:
        data_file.back_up_if_due(clock(), progress)
    except Problem as problem:
        told = problem
    data_file.close()
    return told


def sample_path() -> Path:
    """Where the sample year lives on this computer."""
    return user_folder() / shell.SAMPLE_FILE


def build_sample(path: Path, context: Context, progress: Progress) -> OpenFile:
    """Make the sample's data file from its workbook; a half-made one is removed."""
    from thidua_gui.services import data_file, sample

    path.parent.mkdir(parents=True, exist_ok=True)
    made = data_file.create(path, user=context.user, clock=context.clock)
    with removed_on_failure(path):
        sample.fill(progress)
    return made


@contextmanager
def removed_on_failure(path: Path) -> Iterator[None]:
    """A new data file that cannot be filled is closed and removed."""
    from thidua_gui.services import data_file

    try:
        yield
    except BaseException:
        data_file.close()
        path.unlink(missing_ok=True)
        raise
