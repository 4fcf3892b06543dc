"""The sample year in a real data file and a page over it, every job done at once; for the tests of several pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from pytestqt.qtbot import QtBot

from thidua_gui.app import gui
from thidua_gui.services import campaigns, data_file, sample
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.page import Page
from thidua_gui.ui.settings import Settings

NOW = datetime(2022, 11, 16, 9, 41, 7)
WIDE, NARROW = 1184, 1216
"""Widths of a page in a window of 1440 with the sidebar, and of 1280 with the rail."""
Show = Callable[[type[Page]], Page]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    gui.application()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # or every later test dresses these pages too
    theme.theme_switch().set_name("light")
    theme.theme_switch().set_scale(1.0)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed data file with the sample year; tests copy it."""
    path = tmp_path_factory.mktemp("sample") / "truong.tdkt"
    data_file.create(path, user="Thư ký", clock=lambda: NOW)
    sample.fill()
    data_file.close()
    return path


@pytest.fixture
def year(sample_file: Path, tmp_path: Path) -> Iterator[campaigns.CampaignSummary]:
    """The sample's year in an open file; the clock stands at NOW."""
    path = tmp_path / "truong.tdkt"
    shutil.copyfile(sample_file, path)
    data_file.open_file(path, user="Thư ký", clock=lambda: NOW)
    yield campaigns.campaigns()[0]
    if data_file.is_open():
        data_file.close()


@pytest.fixture
def no_year(tmp_path: Path) -> Iterator[None]:
    """An open data file in which nothing was written yet."""
    data_file.create(tmp_path / "trong.tdkt", user="Thư ký", clock=lambda: NOW)
    yield
    data_file.close()


@pytest.fixture
def context(tmp_path: Path) -> Context:
    return gui.make_context(Settings(tmp_path / "settings"), inline=True, clock=lambda: NOW)


@pytest.fixture
def show(qtbot: QtBot, context: Context) -> Show:
    """Shows a page of the newest year as the main window does."""

    def shown(kind: type[Page]) -> Page:
        context.campaign = next(iter(campaigns.campaigns()), None)
        page = kind(context)
        qtbot.addWidget(page)
        page.resize(WIDE, 800)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.show_loaded()
        return page

    return shown


def sideways(page: Page, width: int, height: int = 640) -> list[str]:
    """What can be scrolled sideways when the page has that size: nothing should."""
    page.resize(width, height)
    for _ in range(4):
        QApplication.processEvents()
    areas = [area for area in page.findChildren(QAbstractScrollArea) if area.isVisible()]
    return [type(area).__name__ for area in areas if area.horizontalScrollBar().maximum() > 0]
