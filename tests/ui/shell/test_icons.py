"""Icons: drawn in the theme's colour at the screen's fineness, none missing, none bundled in vain."""

import ast

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from tests.source_tree import ROOT
from thidua_gui.ui import icons, theme

FOLDER = ROOT / "resources" / "icons"
PLACES = {"icon": 0, "pixmap": 0, "icon_button": 0, "IconLabel": 0, "EmptyState": 0, "StatusPart": 0, "StartCard": 0}


def ui_trees() -> list[ast.Module]:
    folders = (ROOT / "thidua_gui" / "ui", ROOT / "thidua_gui" / "app")
    return [ast.parse(path.read_text(encoding="utf-8")) for folder in folders for path in folder.rglob("*.py")]


def named_icons() -> set[str]:
    found = set()
    for tree in ui_trees():
        for node in ast.walk(tree):
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            if name in PLACES and isinstance(node, ast.Call) and len(node.args) > PLACES[name]:
                argument = node.args[PLACES[name]]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
                    found.add(argument.value)
    return found


def test_every_icon_that_is_named_is_bundled() -> None:
    assert sorted(name for name in named_icons() if not (FOLDER / f"{name}.svg").is_file()) == []


def test_no_icon_is_bundled_in_vain() -> None:
    words = {
        node.value
        for tree in ui_trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(path.stem for path in FOLDER.glob("*.svg") if path.stem not in words | {"app"}) == []


def test_an_icon_takes_the_colour_of_its_role_in_the_theme_of_the_moment() -> None:
    icon = icons.icon("x", "text")
    light = icon.pixmap(QSize(24, 24)).toImage()
    theme.theme_switch().set_name("dark")
    dark = icon.pixmap(QSize(24, 24)).toImage()
    assert light.pixelColor(12, 12).lightness() < 128 < dark.pixelColor(12, 12).lightness()


def test_an_icon_that_cannot_be_used_is_pale() -> None:
    icon = icons.icon("x", "text")
    pale = icon.pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage().pixelColor(12, 12)
    assert pale.name() == theme.colour("disabled").name()


def test_an_icon_is_as_fine_as_the_screen() -> None:
    drawn = icons.icon("users").pixmap(QSize(18, 18), 2.0)
    assert (drawn.size(), drawn.devicePixelRatio()) == (QSize(36, 36), 2.0)


def test_a_button_icon_leaves_air_before_the_words() -> None:
    drawn = icons.icon("x", "text", gap=5).pixmap(QSize(23, 18), 1.0)
    assert drawn.size() == QSize(23, 18)
    assert drawn.toImage().pixelColor(21, 9).alpha() == 0
