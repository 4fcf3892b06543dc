"""The start page: new file, file that exists, sample, backup; knows no other page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.text import first_run, shell
from thidua_gui.ui import icons, theme
from thidua_gui.ui.first_run.new_file import EXTENSION, ask_new_file
from thidua_gui.ui.look_choice import LookChoice
from thidua_gui.ui.settings import user_folder
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.empty_state import IconLabel
from thidua_gui.version import VERSION

if TYPE_CHECKING:
    from thidua_gui.ui.context import Context
    from thidua_gui.ui.file_session import FileSession

SHOWN_RECENT = 3
REASON_LINES = 3


class Mark(QWidget):
    """The program's mark: a star on lacquer red."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self.setFixedSize(theme.px(side), theme.px(side))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(self.rect(), 8, 8)
        icons.paint(painter, "star-filled", "onAccent", QRect(0, 0, self.width(), self.height()), 40)


class StartCard(QFrame):
    """One way to begin: icon, title, reason, three facts, one button."""

    def __init__(
        self, icon: str, title: str, text: str, points: tuple[str, ...], verb: str, *, is_first: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("card", "accent" if is_first else "strong")
        tile = QFrame()
        tile.setProperty("tile", "accent")
        tile.setFixedSize(theme.px(56), theme.px(56))
        held = QVBoxLayout(tile)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(IconLabel(icon, "accentText", 24), 0, Qt.AlignmentFlag.AlignCenter)
        heading = QLabel(title)
        heading.setProperty("role", "section")
        heading.setWordWrap(True)
        reason = QLabel(text)
        reason.setProperty("role", "muted")
        reason.setWordWrap(True)
        reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        reason.setMinimumHeight(REASON_LINES * QFontMetrics(theme.font("table")).lineSpacing())
        self.button = push(verb, kind="primary" if is_first else "", large=True)
        self.button.setAccessibleDescription(f"{title}. {text}")
        column = QVBoxLayout(self)
        edge = theme.px(24) - (2 if is_first else 1)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.px(8))
        column.addWidget(tile)
        column.addSpacing(theme.px(8))
        column.addWidget(heading)
        column.addWidget(reason)
        column.addStretch(1)
        column.addWidget(line())
        column.addSpacing(theme.px(4))
        for point in points:
            column.addLayout(_point(point))
        column.addSpacing(theme.px(12))
        column.addWidget(self.button)


class Welcome(QScrollArea):
    """Shown when no data file is open."""

    def __init__(self, context: Context, session: FileSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session
        self.new = StartCard(
            "database", first_run.NEW_TITLE, first_run.NEW_TEXT, first_run.NEW_POINTS, first_run.NEW_VERB, is_first=True
        )
        self.open = StartCard(
            "folder-open", first_run.OPEN_TITLE, first_run.OPEN_TEXT, first_run.OPEN_POINTS, first_run.OPEN_VERB
        )
        self.sample = StartCard(
            "star", first_run.SAMPLE_TITLE, first_run.SAMPLE_TEXT, first_run.SAMPLE_POINTS, first_run.SAMPLE_VERB
        )
        self.restore = StartCard(
            "history", first_run.RESTORE_TITLE, first_run.RESTORE_TEXT, first_run.RESTORE_POINTS, first_run.RESTORE_VERB
        )
        self.look = LookChoice(context.settings)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.new.button)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("transparent", True)
        page.setMaximumWidth(theme.px(1240))
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(40), theme.px(24), theme.px(40), theme.px(24))
        column.setSpacing(theme.px(8))
        column.addStretch(1)
        column.addLayout(_brand())
        column.addSpacing(theme.px(28))
        heading = QLabel(first_run.HEADING)
        heading.setProperty("role", "title")
        column.addWidget(heading)
        introduction = QLabel(first_run.INTRODUCTION)
        introduction.setProperty("role", "muted")
        column.addWidget(introduction)
        column.addSpacing(theme.px(12))
        cards = QGridLayout()
        cards.setSpacing(theme.px(20))
        for place, card in enumerate((self.new, self.open, self.sample, self.restore)):
            cards.addWidget(card, 0, place)
            cards.setColumnStretch(place, 1)
        column.addLayout(cards)
        column.addSpacing(theme.px(12))
        self._add_recent(column)
        foot = QHBoxLayout()
        foot.addWidget(self.look, 1)
        version = QLabel(shell.version(VERSION))
        version.setProperty("role", "caption")
        foot.addWidget(version)
        column.addLayout(foot)
        column.addStretch(2)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def _add_recent(self, column: QVBoxLayout) -> None:
        paths = self._context.settings.recent_files()[:SHOWN_RECENT]
        if not paths:
            return
        heading = QLabel(first_run.RECENT)
        heading.setProperty("role", "label")
        row = QHBoxLayout()
        row.addWidget(heading)
        for path in paths:
            button = push(path.stem, "file-database", "link")
            button.setToolTip(str(path) if path.exists() else f"{path} ({first_run.GONE})")
            button.setEnabled(path.exists())
            button.clicked.connect(_opener(self._session, path))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(theme.px(8))

    def _connect(self) -> None:
        self.new.button.clicked.connect(lambda: ask_new_file(self, self._context, self._session))
        self.open.button.clicked.connect(self._ask_file)
        self.sample.button.clicked.connect(self._session.open_sample)
        self.restore.button.clicked.connect(self._ask_backup)

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, first_run.OPEN_TITLE, str(user_folder()), shell.FILE_FILTER)
        if name:
            self._session.open(Path(name))

    def _ask_backup(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, first_run.RESTORE_VERB, str(user_folder()), shell.BACKUP_FILTER)
        if not name:
            return
        backup = Path(name)
        proposed = user_folder() / f"{first_run.RESTORED_NAME.format(name=backup.stem)}{EXTENSION}"
        target, _ = QFileDialog.getSaveFileName(self, first_run.RESTORE_TO, str(proposed), shell.FILE_FILTER)
        if target:
            self._session.restore(backup, Path(target))


def _opener(session: FileSession, path: Path) -> Callable[[], None]:
    return lambda: session.open(path)


def _brand() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(16))
    row.addWidget(Mark(72))
    words = QVBoxLayout()
    words.setSpacing(0)
    name = QLabel(shell.PROGRAM)
    name.setProperty("role", "welcome")
    words.addStretch(1)
    words.addWidget(name)
    caption = QLabel(first_run.SUBTITLE)
    caption.setProperty("role", "body2")
    words.addWidget(caption)
    words.addStretch(1)
    row.addLayout(words)
    row.addStretch(1)
    return row


def _point(text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addWidget(IconLabel("check", "accentText", 16), 0, Qt.AlignmentFlag.AlignTop)
    words = QLabel(text)
    words.setProperty("role", "table")
    words.setWordWrap(True)
    row.addWidget(words, 1)
    return row
