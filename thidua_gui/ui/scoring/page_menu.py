"""The scoring page's keys as actions, and the menu of what is seldom done. Knows no page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from thidua_gui.text import stage_closing as wording
from thidua_gui.ui.widgets import keyed_actions
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.widgets.keyed_actions import Key


def add_actions(page: QWidget, keys: Sequence[Key]) -> list[QAction]:
    """Off until the page switches them on."""
    made = keyed_actions.add_actions(page, keys)
    for action in made:
        action.setEnabled(False)
    return made


def menu_button(actions: Sequence[QAction]) -> QToolButton:
    """Three dots that open these actions."""
    button = icon_button("dots-vertical", wording.MORE, bordered=True)
    menu = QMenu(button)
    menu.addActions(list(actions))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
