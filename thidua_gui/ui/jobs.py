"""Runs work outside the window's thread and brings the results back; knows no window and no service."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, cast

import shiboken6
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

from thidua_gui.core.errors import Cancelled, Problem
from thidua_gui.core.progress import Progress
from thidua_gui.ui.bus import Bus

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from thidua_gui.core.changes import Changes

T = TypeVar("T")
Failed = Callable[[Problem], None]
RENDER_THREADS = 2


class Job(Progress):
    """One piece of work on its way; the worker steps it, the window reads it and may cancel it."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.done = 0
        self.total = 0
        self.what = ""
        self._cancelled = threading.Event()

    def step(self, done: int, total: int, what: str = "") -> None:
        """Called by the work; raises Cancelled after the user's Cancel."""
        self.done, self.total, self.what = done, total, what
        if self._cancelled.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """The work stops at its next step."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """The user asked to stop."""
        return self._cancelled.is_set()


@dataclass(slots=True)
class _Task:
    job: Job
    work: Callable[[Progress], object]
    then: Callable[[object], None] | None
    failed: Failed | None
    result: object = None
    error: BaseException | None = field(default=None)


class Jobs(QObject):
    """One database thread that does one thing after another, and a small pool for documents."""

    started = Signal(object)
    """Job: waits or runs now."""
    ended = Signal(object)
    """Job: has been delivered, has failed or was cancelled."""
    problem = Signal(object)
    """Problem that nobody else takes."""
    crashed = Signal(object)
    """Any other exception: our bug."""
    cancelled = Signal(object)
    """Job that the user stopped."""
    _finished = Signal(object)

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._waiting: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._worker: threading.Thread | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._open = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Progress], T],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        title: str = "",
    ) -> None:
        """Do database work in turn; `then` gets its result on the window's thread."""
        self._begin(_task(work, then, failed, title), self._on_worker)

    def command(
        self,
        work: Callable[[Progress], Changes],
        then: Callable[[Changes], None] | None = None,
        failed: Failed | None = None,
        title: str = "",
    ) -> None:
        """As `run`, for a service that writes: its Changes go to the bus before `then`."""
        bus = self._bus

        def publish(changes: Changes) -> None:
            bus.changed.emit(changes)
            if then is not None and not _is_orphan(then):
                then(changes)

        self.run(work, publish, failed, title)

    def render(
        self,
        work: Callable[[Progress], T],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        title: str = "",
    ) -> None:
        """Do work that needs no database (documents, pictures) beside it, in no certain order."""
        self._begin(_task(work, then, failed, title), self._in_pool)

    @property
    def is_idle(self) -> bool:
        """Nothing waits, runs or is on its way back."""
        return self._open == 0

    def wait(self, timeout: int = 60_000) -> bool:
        """Let the window live on until all work is delivered; False after `timeout` milliseconds."""
        loop = QEventLoop()
        self.ended.connect(loop.quit)
        clock = QTimer(singleShot=True, interval=timeout)
        clock.timeout.connect(loop.quit)
        clock.start()
        while self._open and clock.isActive():
            loop.exec()
        self.ended.disconnect(loop.quit)
        return self._open == 0

    def stop(self) -> None:
        """Finish what waits and end the threads; nothing can be run afterwards."""
        if self._worker is not None:
            self._waiting.put(None)
            self._worker.join()
            self._worker = None
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None

    def _begin(self, task: _Task, start: Callable[[_Task], None]) -> None:
        self._open += 1
        self.started.emit(task.job)
        start(task)

    def _on_worker(self, task: _Task) -> None:
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="database", daemon=True)
            self._worker.start()
        self._waiting.put(task)

    def _in_pool(self, task: _Task) -> None:
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(RENDER_THREADS, "render")
        self._pool.submit(self._do, task)

    def _work(self) -> None:
        while (task := self._waiting.get()) is not None:
            self._do(task)

    def _do(self, task: _Task) -> None:
        _perform(task)
        self._finished.emit(task)

    def _deliver(self, task: _Task) -> None:
        """Failed work has ended before anybody hears why: who is told may ask the user something and wait."""
        self._open -= 1
        if task.error is not None:
            self.ended.emit(task.job)
            self._hand_over(task)
            return
        try:
            self._hand_over(task)
        finally:
            self.ended.emit(task.job)

    def _hand_over(self, task: _Task) -> None:
        error = task.error
        if error is None:
            if task.then is not None and not _is_orphan(task.then):
                task.then(task.result)
        elif isinstance(error, Cancelled):
            self.cancelled.emit(task.job)
        elif not isinstance(error, Problem):
            self.crashed.emit(error)
        elif task.failed is not None and not _is_orphan(task.failed):
            task.failed(error)
        else:
            self.problem.emit(error)


class InlineJobs(Jobs):
    """Does everything at once on the caller's thread: for tests and the demo, where nothing waits."""

    def _on_worker(self, task: _Task) -> None:
        _perform(task)
        self._deliver(task)

    def _in_pool(self, task: _Task) -> None:
        self._on_worker(task)

    def _hand_over(self, task: _Task) -> None:
        if task.error is not None and not isinstance(task.error, (Problem, Cancelled)):
            raise task.error
        super()._hand_over(task)


def _task(work: Callable[[Progress], T], then: Callable[[T], None] | None, failed: Failed | None, title: str) -> _Task:
    def hand_over(result: object) -> None:
        if then is not None and not _is_orphan(then):
            then(cast(T, result))

    return _Task(Job(title), work, hand_over, failed)


def _perform(task: _Task) -> None:
    try:
        task.job.step(0, 0)
        task.result = task.work(task.job)
    except BaseException as error:  # noqa: BLE001 - the job runner is one of the three places that may
        task.error = error


def _is_orphan(receiver: Callable[..., None]) -> bool:
    """True for a method of a window that Qt has deleted meanwhile."""
    owner = getattr(receiver, "__self__", None)
    return isinstance(owner, QObject) and not shiboken6.isValid(owner)
