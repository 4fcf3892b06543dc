"""The sheet of keys (F1), made from the actions that are really there; knows no page's inside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.text import shell
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.dialog import Dialog

Keys = Sequence[tuple[str, str]]


def keys_of(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """Key and words of every action that has both, in order; "&A" is a letter to press, "A & B" is said."""
    found = []
    for action in actions:
        keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
        words = re.sub(r"&(?=\S)", "", action.text()).rstrip(".…")
        if keys and words:
            found.append((keys[0], words))
    return found


class ShortcutSheet(Dialog):
    """Groups of keys in two columns; more than the window's height can be scrolled, by keys too."""

    def __init__(self, parent: QWidget | None, groups: Sequence[tuple[str, Keys]]) -> None:
        super().__init__(parent, shell.SHORTCUTS, shell.CLOSE)
        self.secondary.hide()
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, theme.px(8), 0)
        columns.setSpacing(theme.px(40))
        sides = [QVBoxLayout(), QVBoxLayout()]
        for at, (title, keys) in enumerate(group for group in groups if group[1]):
            side = sides[0 if at == 0 else 1]
            side.addLayout(_group(title, keys))
            side.addSpacing(theme.px(12))
        for side in sides:
            side.addStretch(1)
            columns.addLayout(side)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page = page
        self.area.setWidget(page)
        self.body.addWidget(self.area, 1)
        self.fill_with_body()
        self.area.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as all the keys, but not higher than the window behind."""
        wanted, window = self._page.sizeHint(), self.parentWidget()
        bar = self.area.verticalScrollBar().sizeHint().width()
        self.area.setFixedWidth(wanted.width() + bar)
        beside = self.sizeHint() - self.area.sizeHint()
        height = beside.height() + wanted.height()
        self.resize(self.sizeHint().width(), height if window is None else min(height, window.height()))
        super().showEvent(event)


def _group(title: str, keys: Keys) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(8))
    heading = QLabel(title)
    heading.setProperty("role", "label")
    column.addWidget(heading)
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(16))
    grid.setVerticalSpacing(theme.px(6))
    for row, (key, words) in enumerate(keys):
        drawn = QLabel(key)
        drawn.setProperty("role", "key")
        said = QLabel(words)
        said.setProperty("role", "table")
        grid.addWidget(drawn, row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(said, row, 1)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    return column
