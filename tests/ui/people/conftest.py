"""The page of people over the sample year, as the clerk sees it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from db.models.organisation import Person
from thidua_gui.core.ids import PersonId
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.people.page import PeoplePage

Asked = TypeVar("Asked", bound=QDialog)


@pytest.fixture
def page(qtbot: QtBot, sample_context: Context) -> Iterator[PeoplePage]:
    page = PeoplePage(sample_context)
    qtbot.addWidget(page)
    page.resize(1184, 816)
    page.show()
    page.show_loaded()
    yield page
    page.hide()
    theme.theme_switch().set_name("light")


def dialog(page: QWidget, kind: type[Asked]) -> Asked:
    """The dialog that is open over the page."""
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return found


def shortcut(page: QWidget, keys: str) -> None:
    """What the keys do on the page; without a screen no window is active and Qt gives shortcuts to active ones only."""
    (action,) = [one for one in page.actions() if one.shortcut() == QKeySequence(keys)]
    action.trigger()


def person(code: str) -> PersonId:
    return PersonId(Person.get(Person.code == code).id)


def choose(page: PeoplePage, code: str) -> None:
    """Select somebody and read their panel now."""
    page.grid.select_row(person(code))
    page._load_panel()


def listed(page: PeoplePage) -> list[str]:
    return [row.code for row in page.model.shown_rows]
