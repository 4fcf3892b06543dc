"""Colours, sizes and fonts of the active look, from the design tokens; knows no window."""

import functools
import json
from dataclasses import dataclass
from typing import Literal, cast

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory

from thidua_gui import resources

ThemeName = Literal["light", "dark"]
ThemeChoice = Literal["light", "dark", "system"]
SCALES = (1.0, 1.25, 1.5)
FAMILY = "Be Vietnam Pro"
NUMERIC_FAMILY = "TDKT Num"
FONT_FILES = (
    "BeVietnamPro_400Regular.ttf",
    "BeVietnamPro_400Regular_Italic.ttf",
    "BeVietnamPro_500Medium.ttf",
    "BeVietnamPro_600SemiBold.ttf",
    "BeVietnamPro_700Bold.ttf",
    "TDKTNum-Regular.ttf",
    "TDKTNum-Medium.ttf",
    "TDKTNum-SemiBold.ttf",
    "TDKTNum-Bold.ttf",
)


@dataclass(frozen=True, slots=True)
class TypeStep:
    """One step of the type scale: size in logical px at 100 %, weight 100..900."""

    px: int
    weight: int


TYPE_STEPS = {
    "key": TypeStep(11, 500),
    "caption": TypeStep(12, 400),
    "captionStrong": TypeStep(12, 600),
    "table": TypeStep(13, 400),
    "tableStrong": TypeStep(13, 600),
    "body": TypeStep(14, 400),
    "bodyStrong": TypeStep(14, 600),
    "section": TypeStep(16, 600),
    "title": TypeStep(20, 700),
    "figure": TypeStep(28, 700),
    "welcome": TypeStep(32, 700),
}


class ThemeSwitch(QObject):
    """The look in force; everything drawn by hand repaints on `changed`."""

    changed = Signal()
    scaled = Signal()
    """The letter size changed: lengths taken from `px` are old, windows are built anew."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        tokens = json.loads(resources.text("theme", "tokens.json"))
        self._colours: dict[str, dict[str, QColor]] = {
            name: {role: QColor(value) for role, value in tokens["color"][name].items()} for name in ("light", "dark")
        }
        self.choice: ThemeChoice = "light"
        self.scale = 1.0
        self._applied = False
        self._of_desktop: dict[str, QColor] | None = None

    @property
    def name(self) -> ThemeName:
        """The palette in force; the choice "system" follows the desktop."""
        if self.choice == "system":
            return "dark" if _system_is_dark() else "light"
        return self.choice

    @property
    def colours(self) -> dict[str, QColor]:
        """Role to colour, as in tokens.json; in high contrast what the desktop has instead."""
        return self._of_desktop or self._colours[self.name]

    def set_name(self, choice: ThemeChoice) -> None:
        """Change the palette."""
        if choice != self.choice:
            self.choice = choice
            self._refresh()

    def set_scale(self, scale: float) -> None:
        """Change the user's own letter size, on top of the screen's scaling."""
        nearest = min(SCALES, key=lambda known: abs(known - scale))
        if nearest != self.scale:
            self.scale = nearest
            self._refresh()
            self.scaled.emit()

    def apply(self) -> None:
        """Dress the whole program, before its first window; a second call changes nothing."""
        if self._applied:
            return
        self._applied = True
        app = cast(QApplication, QApplication.instance())
        load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_change)
        self._dress()

    def _dress(self) -> None:
        from thidua_gui.ui import theme_sheet

        app = cast(QApplication, QApplication.instance())
        wants_contrast = theme_sheet.desktop_wants_contrast()
        self._of_desktop = theme_sheet.desktop_colours(app, self._colours[self.name]) if wants_contrast else None
        theme_sheet.dress(app, self, plain=wants_contrast)

    def _on_system_change(self) -> None:
        if self.choice == "system":
            self._refresh()

    def _refresh(self) -> None:
        if self._applied:
            self._dress()
        self.changed.emit()


@functools.cache
def theme_switch() -> ThemeSwitch:
    """The one switch of the program, a child of the QApplication."""
    return ThemeSwitch(QCoreApplication.instance())


@functools.cache
def load_fonts() -> None:
    """Register the bundled fonts with Qt; the program never relies on installed ones."""
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(resources.path("fonts", name)))


def colour(role: str) -> QColor:
    """Colour of a token role in the active theme; an unknown role is a KeyError."""
    return theme_switch().colours[role]


def marker() -> QColor:
    """Ground behind found letters, in the hue of gold: bright in the light theme, deep in the dark one."""
    switch = theme_switch()
    depth = (0.36, 0.976) if switch.name == "light" else (0.64, 0.36)
    return QColor.fromHsvF(switch.colours["goldLine"].hsvHueF(), *depth)


def px(length: float) -> int:
    """A length of the design (logical px at 100 %) at the user's letter size."""
    return round(length * theme_switch().scale)


def font(step: str = "body", *, numeric: bool = False, weight: int | None = None) -> QFont:
    """A font of the type scale; `numeric` has digits of equal width."""
    size = TYPE_STEPS[step]
    made = QFont([NUMERIC_FAMILY, FAMILY] if numeric else [FAMILY])
    made.setPixelSize(px(size.px))
    made.setWeight(QFont.Weight(weight or size.weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def row_height(step: str = "table", spare: float = 14) -> int:
    """Height of a table row or list row: the letters and air above and below, 32 px at 100 %."""
    return QFontMetrics(font(step)).height() + px(spare)


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
