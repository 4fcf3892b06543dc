"""The page of criteria sheets over a small school in a real data file, every job done at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.conftest import data_file as data_file
from tests.services.conftest import migrated_file as migrated_file
from tests.services.scored_school import School, build
from thidua_gui.app import gui
from thidua_gui.services import campaigns
from thidua_gui.services.data_file import OpenFile
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.criteria.page import CriteriaPage
from thidua_gui.ui.settings import Settings

NOW = datetime(2022, 11, 16, 9, 41, 7)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    gui.application()
    yield
    theme.theme_switch().set_name("light")


@pytest.fixture
def school(data_file: OpenFile) -> School:
    assert data_file
    return build()


@pytest.fixture
def context(tmp_path: Path) -> Context:
    return gui.make_context(Settings(tmp_path / "settings"), inline=True, clock=lambda: NOW)


@pytest.fixture
def show(qtbot: QtBot, context: Context) -> Callable[[], CriteriaPage]:
    """Shows the page of the newest year as the main window does, the keyboard in the grid."""

    def shown() -> CriteriaPage:
        context.campaign = next(iter(campaigns.campaigns()), None)
        page = CriteriaPage(context)
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.show_loaded()
        page.desk.grid.setFocus()
        return page

    return shown


@pytest.fixture
def page(school: School, show: Callable[[], CriteriaPage]) -> CriteriaPage:
    assert school
    return show()
