"""The look: tokens reach palette and style sheet, letters can grow, contrast holds in both themes."""

import json
import re

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from thidua_gui import resources
from thidua_gui.ui import theme, theme_sheet

TEXT_ROLES = ("text", "text2", "accentText", "error", "warning", "success", "gold", "info")
GROUNDS = ("window", "sidebar", "surface", "header", "selection")


def luminance(colour: QColor) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_word_can_be_read_on_every_ground(name: theme.ThemeChoice) -> None:
    theme.theme_switch().set_name(name)
    weak = [
        (role, ground)
        for role in TEXT_ROLES
        for ground in GROUNDS
        if contrast(theme.colour(role), theme.colour(ground)) < 4.5
    ]
    assert weak == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_found_letters_can_be_read_on_their_marker(name: theme.ThemeChoice) -> None:
    theme.theme_switch().set_name(name)
    assert contrast(theme.colour("text"), theme.marker()) >= 4.5


def test_the_style_sheet_has_no_token_left() -> None:
    sheet = theme_sheet.sheet(theme.theme_switch())
    assert "@" not in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_picture_of_the_style_sheet_is_there(name: theme.ThemeChoice) -> None:
    theme.theme_switch().set_name(name)
    paths = re.findall(r'url\("(.*?)"\)', theme_sheet.sheet(theme.theme_switch()))
    assert len(paths) > 10
    assert [path for path in paths if not resources.path("theme", name, path.rsplit("/", 1)[1]).is_file()] == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_pictures_are_drawn_in_the_colours_of_their_theme(name: str) -> None:
    known = set(json.loads(resources.text("theme", "tokens.json"))["color"][name].values())
    strokes = {
        path.name: set(re.findall(r"#[0-9A-F]{6}", path.read_text()))
        for path in resources.path("theme", name).glob("*.svg")
    }
    assert {file: found - known for file, found in strokes.items() if found - known} == {}


def test_a_change_of_theme_reaches_palette_and_windows(qtbot: QtBot, qapp: QApplication) -> None:
    switch = theme.theme_switch()
    with qtbot.waitSignal(switch.changed):
        switch.set_name("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("window") == QColor("#1A1714")


def test_letters_and_lengths_grow_together(qtbot: QtBot) -> None:
    label = QLabel("Thi đua")
    qtbot.addWidget(label)
    small = label.sizeHint()
    theme.theme_switch().set_scale(1.5)
    grown = QLabel("Thi đua")
    qtbot.addWidget(grown)
    assert theme.px(32) == 48
    assert grown.sizeHint().height() > small.height() * 1.4


def test_an_odd_letter_size_becomes_the_nearest_offered() -> None:
    theme.theme_switch().set_scale(1.3)
    assert theme.theme_switch().scale == 1.25


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_the_bundled_letters_are_used_in_every_weight(weight: int) -> None:
    plain = QFontInfo(theme.font("body", weight=weight))
    digits = QFontInfo(theme.font("body", numeric=True, weight=weight))
    assert (plain.family(), plain.weight()) == (theme.FAMILY, weight)
    assert (digits.family(), digits.weight()) == (theme.NUMERIC_FAMILY, weight)


def test_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        theme.colour("pink")


def test_a_high_contrast_desktop_keeps_its_own_colours(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_sheet, "desktop_wants_contrast", lambda: True)
    theme.theme_switch().set_name("dark")
    assert qapp.styleSheet() == theme_sheet.PLAIN
    assert set(theme.theme_switch().colours) == set(json.loads(resources.text("theme", "tokens.json"))["color"]["dark"])
    assert contrast(theme.colour("text3"), theme.colour("accentTint")) >= 7
    monkeypatch.undo()
    theme.theme_switch().set_name("light")
    assert theme.colour("text") == QColor("#26211C")
