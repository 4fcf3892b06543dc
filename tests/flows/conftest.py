"""The program's window over a copy of the sample year, with its real database thread."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sample_year import NOW
from thidua_gui.app import gui, pages
from thidua_gui.services import data_file
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.settings import Settings


@pytest.fixture
def sample_file(imported_sample: Path, tmp_path: Path) -> Path:
    """A copy of its own for each test."""
    return Path(shutil.copyfile(imported_sample, tmp_path / "nam.tdkt"))


@pytest.fixture
def window(sample_file: Path, tmp_path: Path) -> Iterator[MainWindow]:
    gui.application()
    context = gui.make_context(Settings(tmp_path / "settings"), clock=lambda: NOW)
    window = MainWindow(context, pages.entries())
    window.resize(1440, 900)
    window.show()
    window.session.open(sample_file)
    assert context.jobs.wait(20_000)
    yield window
    window.session.close()
    context.jobs.wait(20_000)
    context.jobs.stop()
    window.close()
    window.deleteLater()
    if data_file.is_open():
        data_file.close()
