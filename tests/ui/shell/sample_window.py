"""The main window with all its pages over the sample year."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6

from tests.ui.year_pages import NOW
from tests.ui.year_pages import sample_file as sample_file
from tests.ui.year_pages import year as year
from thidua_gui.app import gui, pages
from thidua_gui.services import data_file
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.settings import Settings
from thidua_gui.ui.workspace import Workspace

KEYS = [entry.key for entry in pages.entries()]


@pytest.fixture
def window(sample_file: Path, year: object, tmp_path: Path, dressed: None) -> Iterator[MainWindow]:
    """The program with all its pages over the sample year."""
    data_file.close()
    context = gui.make_context(Settings(tmp_path / "settings"), inline=True, clock=lambda: NOW)
    made = MainWindow(context, pages.entries())
    made.resize(1280, 720)
    made.show()
    made.session.open(tmp_path / "truong.tdkt")
    yield made
    if data_file.is_open():
        data_file.close()
    made.session.path = None
    shiboken6.delete(made)


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace
