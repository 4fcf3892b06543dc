"""Keys of a page or a part of it as actions, so that the sheet of keys (F1) names them. Knows no page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

Key = tuple[str, str, Callable[[], object]]
"""The key ("" for none), the words, and what it does."""


def add_actions(owner: QWidget, keys: Sequence[Key]) -> list[QAction]:
    """They work while the keyboard is in the owner or a part of it."""
    made = []
    for key, words, act in keys:
        action = QAction(words, owner)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda *_, act=act: act())
        owner.addAction(action)
        made.append(action)
    return made
