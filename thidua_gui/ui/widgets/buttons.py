"""Buttons with the program's looks; they know no page."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from thidua_gui.ui import icons, theme

Kind = Literal["", "primary", "flat", "link", "danger"]
ICON_ROLE = {"": "text2", "primary": "onAccent", "flat": "text2", "link": "accentText", "danger": "error"}
ICON_GAP = 5


def push(
    text: str, icon: str = "", kind: Kind = "", *, large: bool = False, parent: QWidget | None = None
) -> QPushButton:
    """A button 32 px high (40 large) with a word and perhaps an icon."""
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    if kind:
        button.setProperty("kind", kind)
    if large:
        button.setProperty("large", True)
    if icon:
        button.setIcon(icons.icon(icon, ICON_ROLE[kind], gap=ICON_GAP))
        button.setIconSize(QSize(theme.px(18) + ICON_GAP, theme.px(18)))
    return button


def icon_button(
    icon: str, name: str, *, bordered: bool = False, size: int = 18, parent: QWidget | None = None
) -> QToolButton:
    """A square button of 32 px; its name is the tooltip and what a screen reader says."""
    button = QToolButton(parent)
    button.setIcon(icons.icon(icon, "text2", size))
    button.setIconSize(QSize(theme.px(size), theme.px(size)))
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setProperty("kind", "icon")
    button.setProperty("bordered", bordered)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button
