"""The scoring page's keys as actions, and the menu of what is seldom done. Knows no page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from thidua_gui.text import stage_closing as wording
from thidua_gui.ui.widgets.buttons import icon_button

Key = tuple[str, str, Callable[[], object]]


def add_actions(page: QWidget, keys: Sequence[Key]) -> list[QAction]:
    """As actions, so that the sheet of keys (F1) names them; off until the page switches them on."""
    made = []
    for key, words, act in keys:
        action = QAction(words, page)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda *_, act=act: act())
        action.setEnabled(False)
        page.addAction(action)
        made.append(action)
    return made


def menu_button(actions: Sequence[QAction]) -> QToolButton:
    """Three dots that open these actions."""
    button = icon_button("dots-vertical", wording.MORE, bordered=True)
    menu = QMenu(button)
    menu.addActions(list(actions))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
