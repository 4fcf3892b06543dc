"""Grids of the two scenes, shown and ready for keys."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.grid import scenes
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.grid.columns import CellEdit
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[GridView], GridView]:
    """Shows a grid as the active window's focus."""

    def shown(grid: GridView) -> GridView:
        theme.load_fonts()
        qtbot.addWidget(grid)
        grid.resize(1184, 700)
        grid.show()
        qtbot.waitExposed(grid)
        grid.activateWindow()
        grid.setFocus()
        return grid

    return shown


@pytest.fixture
def score_grid(show: Callable[[GridView], GridView]) -> GridView:
    """Picture 03."""
    return show(GridView(scenes.score_model(), frozen=3, cells=True))


@pytest.fixture
def commands(score_grid: GridView) -> list[tuple[CellEdit, ...]]:
    """Commands asked for so far; each is written at once."""
    return scenes.answering(score_grid)


@pytest.fixture
def people_grid(show: Callable[[GridView], GridView]) -> GridView:
    """Picture 02."""
    model = SnapshotModel(scenes.people_columns())
    model.set_rows(scenes.people())
    return show(GridView(model, frozen=3))
