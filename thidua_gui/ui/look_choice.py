"""Theme and letter size as two rows of choices, kept in the user's settings; knows no page."""

from __future__ import annotations

from typing import cast, get_args

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from thidua_gui.text import shell
from thidua_gui.ui import theme
from thidua_gui.ui.settings import Settings
from thidua_gui.ui.widgets.segmented import Choice, Segmented

THEME_KEY = "look/theme"
SCALE_KEY = "look/scale"


def apply_saved(settings: Settings) -> None:
    """Put on the look the user chose before; the desktop's light or dark when nothing was chosen."""
    switch = theme.theme_switch()
    saved = settings.text(THEME_KEY, "light")
    switch.set_name(cast(theme.ThemeChoice, saved) if saved in get_args(theme.ThemeChoice) else "light")
    switch.set_scale(settings.number(SCALE_KEY, 1.0))


class LookChoice(QWidget):
    """Changes take effect at once."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        switch = theme.theme_switch()
        self.themes = Segmented([Choice(key, words) for key, words in shell.LOOKS.items()], name=shell.LOOK)
        self.themes.set_current(switch.choice)
        self.scales = Segmented([Choice(scale, shell.percent(scale)) for scale in theme.SCALES], name=shell.LETTER_SIZE)
        self.scales.set_current(switch.scale)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for words, choice in ((shell.LOOK, self.themes), (shell.LETTER_SIZE, self.scales)):
            label = QLabel(words)
            label.setProperty("role", "muted")
            row.addWidget(label)
            row.addWidget(choice)
            row.addSpacing(theme.px(16))
        row.addStretch(1)
        self.themes.picked.connect(self._pick_theme)
        self.scales.picked.connect(self._pick_scale)

    def _pick_theme(self, key: object) -> None:
        self._settings.put_text(THEME_KEY, str(key))
        theme.theme_switch().set_name(cast(theme.ThemeChoice, key))

    def _pick_scale(self, key: object) -> None:
        """Later, since windows are built anew and this widget with them."""
        scale = cast(float, key)
        self._settings.put_number(SCALE_KEY, scale)
        QTimer.singleShot(0, lambda: theme.theme_switch().set_scale(scale))
