"""Writes the books of many units piece by piece: read in the data's turn, drawn beside it, recorded at the end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.progress import Progress
from thidua_gui.core.unit_book.content import Book
from thidua_gui.services import unit_books
from thidua_gui.services.unit_books import Planned, WrittenBook
from thidua_gui.text import unit_books_page as wording
from thidua_gui.ui.context import Context


class BookWriter(QObject):
    """One run at a time. Stopped or failed, what is written stays and is recorded."""

    finished = Signal(int, object, bool)
    """How many, into which folder, and whether it was stopped."""
    failed = Signal(object)
    """Problem that ended it."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._planned: tuple[Planned, ...] = ()
        self._written: list[WrittenBook] = []
        self._campaign_id: CampaignId | None = None
        self._folder = Path()
        self._is_running = False
        context.jobs.cancelled.connect(self._on_cancelled)

    def start(self, campaign_id: CampaignId, units: list[UnitId] | None, folder: Path) -> None:
        """Write the books of these units, None = of all."""
        if self._is_running:
            return
        self._is_running, self._campaign_id, self._folder = True, campaign_id, folder
        self._written = []
        self._context.jobs.run(lambda _: unit_books.plan(campaign_id, units), self._begin, self._fail)

    def _begin(self, planned: tuple[Planned, ...]) -> None:
        self._planned = planned
        self._read_next(0)

    def _read_next(self, done: int) -> None:
        campaign_id, total = self._campaign_id, len(self._planned)
        some = self._planned[done : done + unit_books.AT_ONCE]
        on = self._context.clock().date()
        if not some or campaign_id is None:
            self._record(stopped=False)
            return

        def collect(progress: Progress) -> tuple[Book, ...]:
            progress.step(done, total)
            return unit_books.collect(campaign_id, some, on)

        self._context.jobs.run(
            collect, lambda found: self._draw(some, found, done), self._fail, title=wording.WRITING
        )  # fmt: skip

    def _draw(self, some: tuple[Planned, ...], found: tuple[Book, ...], done: int) -> None:
        folder, total, written = self._folder, len(self._planned), self._written

        def draw(progress: Progress) -> int:
            for place, one in enumerate(some, done):
                written.extend(unit_books.write_files((one,), found, folder, progress, done=place, total=total))
            return done + len(some)

        self._context.jobs.render(draw, self._read_next, self._fail, title=wording.WRITING)

    def _on_cancelled(self, job: object) -> None:
        if self._is_running and getattr(job, "title", "") == wording.WRITING:
            self._record(stopped=True)

    def _fail(self, problem: Problem) -> None:
        """What went wrong is told, not how far it came: the list shows that."""
        self._record(stopped=True, is_told=False)
        self.failed.emit(problem)

    def _record(self, *, stopped: bool, is_told: bool = True) -> None:
        campaign_id, written, folder = self._campaign_id, tuple(self._written), self._folder
        self._is_running = False
        if campaign_id is None or not written:
            return
        at = self._context.clock()

        def told(_: Changes) -> None:
            if is_told:
                self.finished.emit(len(written), folder, stopped)

        self._context.jobs.command(lambda _: unit_books.record(campaign_id, written, at), told, self.failed.emit)
