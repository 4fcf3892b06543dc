"""Every page of the program over the sample year in the main window: where the keys go, what is shown, what is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.year_pages import NOW
from tests.ui.year_pages import sample_file as sample_file
from tests.ui.year_pages import year as year
from thidua_gui.app import gui, pages
from thidua_gui.services import data_file
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.settings import Settings
from thidua_gui.ui.workspace import Workspace

KEYS = [entry.key for entry in pages.entries()]


class Shown(QObject):
    """Remembers every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


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


def test_no_page_shows_a_window_of_its_own(workspace: Workspace) -> None:
    shown = Shown()
    QApplication.instance().installEventFilter(shown)  # type: ignore[union-attr]
    for key in KEYS:
        workspace.open_page(key)
        QApplication.processEvents()
    assert shown.windows == []


@pytest.mark.parametrize("start", ["scoring", "people"])
def test_a_page_that_is_opened_from_inside_another_gets_the_keys_in_its_first_pane(
    workspace: Workspace, start: str
) -> None:
    astray = []
    for key in [one for one in KEYS if one != start]:
        workspace.open_page(start)
        (workspace.pages[start].first_pane() or workspace).setFocus()
        workspace.open_page(key)
        QApplication.processEvents()
        wanted, focused = workspace.pages[key].first_pane(), workspace.window().focusWidget()
        if wanted is not None and focused not in (wanted, wanted.focusProxy()):
            astray.append((key, wanted, focused))
    assert astray == []
