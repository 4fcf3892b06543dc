"""Turns tokens into a palette and the style sheet of the program; knows no widget of ours."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from thidua_gui import resources
from thidua_gui.ui import theme

ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surfaceAlt",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "onAccent",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accentText",
    QPalette.ColorRole.LinkVisited: "accentText",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "header",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "borderStrong",
    QPalette.ColorRole.Shadow: "borderStrong",
    QPalette.ColorRole.Accent: "accent",
}
DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)

PLAIN = "/* the desktop's own look */"
"""Takes our look away again. Never by an empty sheet: with it Qt forgets which widgets it styles, follows one that is
gone at the next change, and crashes."""


def dress(app: QApplication, switch: theme.ThemeSwitch, *, plain: bool) -> None:
    """Give the program palette, fonts and style sheet; `plain` leaves the desktop's own colours."""
    with _no_garbage_collection():
        app.setFont(theme.font())
        if plain:
            app.setStyleSheet(app.styleSheet() and PLAIN)
            return
        colours = palette(switch.colours)
        app.setPalette(colours)
        QToolTip.setPalette(colours)
        app.setStyleSheet(sheet(switch))


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Qt tells every widget by bare pointers and crashes if Python collects a forgotten one meanwhile."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def desktop_wants_contrast() -> bool:
    """True in the high-contrast mode of the desktop (Windows: Contrast themes)."""
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    return accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast


def desktop_colours(app: QApplication, tokens: dict[str, QColor]) -> dict[str, QColor]:
    """The tokens in the few colours of a high-contrast desktop: grounds, words, the chosen and words upon it."""
    desktop = app.style().standardPalette() if app.styleSheet() else app.palette()
    grounds = ("window", "sidebar", "header", "surface", "hover", "track", "band", "Alt", "Tint", "Tint2", "selection")
    made = {}
    for role in tokens:
        if role == "onAccent":
            made[role] = desktop.color(QPalette.ColorRole.HighlightedText)
        elif role in ("accent", "accentHover", "accentPressed"):
            made[role] = desktop.color(QPalette.ColorRole.Highlight)
        elif role.endswith(grounds) or role in grounds:
            made[role] = desktop.color(QPalette.ColorRole.Window)
        else:
            made[role] = desktop.color(QPalette.ColorRole.WindowText)
    return made


def palette(colours: dict[str, QColor]) -> QPalette:
    """The tokens as a Qt palette."""
    made = QPalette()
    for role, token in ROLES.items():
        made.setColor(role, colours[token])
    for role in DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, colours["disabled"])
    return made


def sheet(switch: theme.ThemeSwitch) -> str:
    """`app.qss` with its tokens put in: `@role`, `@px(n)` and `@image(name)`."""
    text = re.sub(r"/\*.*?\*/", "", resources.text("theme", "app.qss"), flags=re.DOTALL)
    folder = resources.path("theme", switch.name).as_posix()
    text = re.sub(r"@px\((\d+)\)", lambda found: f"{theme.px(int(found[1]))}px", text)
    text = re.sub(r"@image\((\w+)\)", lambda found: f'url("{folder}/{found[1]}.svg")', text)
    return re.sub(r"@(\w+)", lambda found: switch.colours[found[1]].name(), text)
