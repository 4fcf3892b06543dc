"""One sentence across a page with at most one action; knows no page."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from thidua_gui.text import shell
from thidua_gui.ui import icons, theme
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.field import set_property

BannerKind = Literal["ok", "wa", "er", "in"]
ICON = {
    "ok": ("circle-check", "success"),
    "wa": ("alert-triangle", "warning"),
    "er": ("alert-circle", "error"),
    "in": ("info-circle", "info"),
}


class Banner(QFrame):
    """Hidden while it has nothing to say; a page shows one at a time, the most severe first."""

    acted = Signal()
    """The action's button was pressed."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, closable: bool = False) -> None:
        super().__init__(parent)
        self._icon = ICON["in"]
        self._picture = QLabel()
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setProperty("role", "table")
        self.action = push("")
        self.close_button = icon_button("x", shell.CLOSE)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(8), theme.px(6))
        row.setSpacing(theme.px(10))
        row.addWidget(self._picture)
        row.addWidget(self.label, 1)
        row.addWidget(self.action)
        row.addWidget(self.close_button)
        self.close_button.setVisible(closable)  # not before it has a parent: it would be a window of its own
        self.hide()
        self.action.clicked.connect(self.acted)
        self.close_button.clicked.connect(self._on_close)
        theme.theme_switch().changed.connect(self._draw_icon)

    def say(self, kind: BannerKind, sentence: str, action: str = "", *, icon: str = "") -> None:
        """Show a sentence; `action` is the verb of its button, none if empty; `icon` takes the place of the usual."""
        name, role = ICON[kind]
        self._icon = (icon or name, role)
        self.label.setText(sentence)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        set_property(self, "banner", kind)
        self._draw_icon()
        self.show()

    def silence(self) -> None:
        """Nothing to say any more."""
        self.hide()

    def _draw_icon(self) -> None:
        name, role = self._icon
        self._picture.setPixmap(icons.pixmap(name, role, 18))

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()
