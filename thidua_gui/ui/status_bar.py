"""The line at the foot of the window: file, saved state, last backup, date, user; reads no file itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from thidua_gui.text import shell
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.empty_state import IconLabel
from thidua_gui.ui.widgets.field import set_property

BACKUP_DAYS = 7
"""Older than this the last backup is warned of."""
SAID_FOR = 6_000
"""Milliseconds that a sentence stays."""
MINUTE = 60_000
LEAST_FILE_ROOM = 120


class StatusPart(QWidget):
    """Icon and words."""

    def __init__(self, icon: str, *, ruled: bool = True) -> None:
        super().__init__()
        self.icon = IconLabel(icon, "text2", 14)
        self.label = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), 0, 0 if ruled else theme.px(12), 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.icon)
        row.addWidget(self.label)
        if ruled:
            row.addSpacing(theme.px(6))
            rule = line(upright=True)
            rule.setFixedHeight(theme.px(18))
            row.addWidget(rule)

    def say(self, text: str, icon: str = "", role: str = "text2") -> None:
        """Change words, icon and colour together."""
        self.label.setText(text)
        if icon:
            self.icon.show_icon(icon, role)
        set_property(self.label, "role", {"warning": "warn", "error": "fail"}.get(role, ""))


class StatusBar(QStatusBar):
    """28 px; a sentence from the bus takes the middle for some seconds."""

    def __init__(self, clock: Callable[[], datetime], user: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._path: Path | None = None
        self._file_text = ""
        self.setSizeGripEnabled(False)
        self.file = StatusPart("database")
        self.saved = StatusPart("circle-check")
        self.backup = StatusPart("history")
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.day = StatusPart("calendar", ruled=bool(user))
        self.user = StatusPart("user", ruled=False)
        self.user.say(user)
        self.user.setVisible(bool(user))
        self._silence = QTimer(self, singleShot=True, interval=SAID_FOR)
        self._silence.timeout.connect(self.said.clear)
        self._lay_out()
        self._minute = QTimer(self, interval=MINUTE)
        self._minute.timeout.connect(self.refresh_day)
        self._minute.start()
        self.refresh_day()
        self.show_file(None)

    def show_file(self, path: Path | None) -> None:
        """The open data file, None on the welcome page."""
        self._path = path
        self._file_text = shell.NO_FILE if path is None else f"{shell.FILE_LABEL}: {path}"
        self.file.setToolTip("" if path is None else str(path))
        self.saved.setVisible(path is not None)
        self.backup.setVisible(path is not None)
        self.saved.say(shell.SAVED, "circle-check", "success")
        self._elide_file()

    def show_saved(self, at: datetime) -> None:
        """A command was written."""
        self.saved.say(shell.saved_at(at), "circle-check", "success")

    def show_failed(self) -> None:
        """The machine refused to write."""
        self.saved.say(shell.SAVE_FAILED, "alert-circle", "error")

    def show_backup(self, at: datetime | None) -> None:
        """The last good backup; a warning after seven days or when there is none."""
        if at is None:
            self.backup.say(shell.NO_BACKUP, "alert-triangle", "warning")
            self._elide_file()
            return
        days = (self._clock().date() - at.date()).days
        if days > BACKUP_DAYS:
            self.backup.say(shell.old_backup(days), "alert-triangle", "warning")
        else:
            self.backup.say(shell.last_backup(at), "history")
        self.backup.setToolTip(shell.last_backup(at))
        self._elide_file()

    def say(self, sentence: str) -> None:
        """Show a sentence for some seconds; screen readers hear it as the bar's description."""
        self.said.setText(sentence)
        self.setAccessibleDescription(sentence)
        self._silence.start()

    def refresh_day(self) -> None:
        """Show today's date."""
        self.day.say(shell.weekday_date(self._clock().date()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide_file()

    def _elide_file(self) -> None:
        metrics = QFontMetrics(theme.font("caption", numeric=True))
        others = (self.saved, self.backup, self.day, self.user)
        taken = sum(part.sizeHint().width() for part in others if not part.isHidden())
        room = max(self.width() - taken - theme.px(120), theme.px(LEAST_FILE_ROOM))
        self.file.label.setText(metrics.elidedText(self._file_text, Qt.TextElideMode.ElideMiddle, room))

    def _lay_out(self) -> None:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        row.setSpacing(0)
        for part in (self.file, self.saved, self.backup):
            row.addWidget(part)
        row.addSpacing(theme.px(12))
        row.addWidget(self.said, 1)
        row.addWidget(self.day)
        row.addWidget(self.user)
        self.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]  # a status bar has a layout
        self.addWidget(whole, 1)
        self.setFixedHeight(theme.row_height("caption", 12))
