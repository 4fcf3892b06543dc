"""A small label of a state: icon and word, never colour alone; knows no page."""

from typing import Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from thidua_gui.ui import icons, theme
from thidua_gui.ui.widgets.field import set_property

ChipKind = Literal["ok", "wa", "er", "go", "nf", "in", "count"]
ROLE = {
    "ok": "success",
    "wa": "warning",
    "er": "error",
    "go": "gold",
    "nf": "text2",
    "in": "info",
    "count": "onAccent",
}
ICON = {"ok": "circle-check", "wa": "alert-triangle", "er": "circle-x", "go": "award", "in": "info-circle"}


class Chip(QLabel):
    """22 px high; `icon` "" takes the usual one of its kind, "-" takes none."""

    def __init__(self, text: str = "", kind: ChipKind = "nf", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = ""
        self.show_state(text, kind, icon)

    def show_state(self, text: str, kind: ChipKind, icon: str = "") -> None:
        """Change word, colour and icon together."""
        self._icon = "" if icon == "-" else icon or ICON.get(kind, "")
        self._role = ROLE[kind]
        self.setText(text)
        set_property(self, "chip", kind)
        self.setIndent(theme.px(18) if self._icon else 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon:
            painter = QPainter(self)
            icons.paint(painter, self._icon, self._role, QRect(theme.px(6), 0, theme.px(16), self.height()), 14)
