"""Shows work that takes longer than a moment: what, how far, Cancel; knows no page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from thidua_gui.text import shell
from thidua_gui.ui import theme
from thidua_gui.ui.jobs import Job, Jobs
from thidua_gui.ui.widgets.buttons import push

PATIENCE = 300
"""Milliseconds below which nothing is shown."""
REFRESH = 100


class ProgressPanel(QFrame):
    """Lies over the lower right corner of the window; the window stays usable."""

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._jobs: list[Job] = []
        self.setProperty("card", "strong")
        self.title = QLabel()
        self.title.setProperty("role", "strong")
        self.count = QLabel()
        self.count.setProperty("role", "number")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(shell.WORKING)
        self.cancel = push(shell.CANCEL)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._refresh = QTimer(self, interval=REFRESH)
        self._lay_out()
        jobs.started.connect(self._on_started)
        jobs.ended.connect(self._on_ended)
        self._patience.timeout.connect(self._appear)
        self._refresh.timeout.connect(self.show_state)
        self.cancel.clicked.connect(self._cancel)
        window.installEventFilter(self)
        self.hide()

    def show_state(self) -> None:
        """Read how far the oldest job is."""
        if not self._jobs:
            return
        job = self._jobs[0]
        self.title.setText(shell.STOPPING if job.is_cancelled else job.title or shell.WORKING)
        self.count.setText(shell.count_of(job.done, job.total, job.what))
        self.bar.setRange(0, job.total)
        self.bar.setValue(job.done)
        self.cancel.setEnabled(not job.is_cancelled)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _on_started(self, job: Job) -> None:
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self._patience.start()

    def _on_ended(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        if self._jobs:
            self.show_state()
            return
        self._patience.stop()
        self._refresh.stop()
        self.hide()

    def _appear(self) -> None:
        if self._jobs:
            self.show_state()
            self._refresh.start()
            self._place()
            self.show()
            self.raise_()

    def _cancel(self) -> None:
        for job in self._jobs[:1]:
            job.cancel()
        self.show_state()

    def _place(self) -> None:
        self.adjustSize()
        edge = theme.px(20)
        self.move(self._window.width() - self.width() - edge, self._window.height() - self.height() - 2 * edge)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(theme.px(6))
        words.addWidget(self.title)
        words.addWidget(self.bar)
        words.addWidget(self.count)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        row.setSpacing(theme.px(16))
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        self.setFixedWidth(theme.px(400))
