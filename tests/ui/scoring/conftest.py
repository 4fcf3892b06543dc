"""The scoring page over a small school in a real data file, every job done at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.models.scoring import Stage
from tests.services.conftest import data_file as data_file
from tests.services.conftest import migrated_file as migrated_file
from tests.services.scored_school import School, build, score
from thidua_gui.app import gui
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import campaigns
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.transaction import write
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.settings import Settings

NOW = datetime(2022, 11, 16, 9, 41, 7)
TOTALS = {"GV01": 98.5, "GV02": 97, "GV03": 97, "GV04": 90, "GV05": 88.5, "GV06": 80}


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    gui.application()
    yield
    theme.theme_switch().set_name("light")
    theme.theme_switch().set_scale(1.0)


@pytest.fixture
def school(data_file: OpenFile) -> School:
    """Six lecturers with totals of the unit as in TOTALS, two members of staff whom the unit has not scored."""
    assert data_file
    made = build(lecturers=6, staff=2)
    for code, total in TOTALS.items():
        score(made, StageKey.SELF, code, [8, 12, 50, 29])
        score(made, StageKey.UNIT, code, [8, 12, 50, total - 70])
    for code in ("NV01", "NV02"):
        score(made, StageKey.SELF, code, [8, 12, 75], sheet="VC")
    return made


@pytest.fixture
def context(tmp_path: Path) -> Context:
    made = gui.make_context(Settings(tmp_path / "settings"), inline=True, clock=lambda: NOW)
    made.user = "Thư ký"
    return made


@pytest.fixture
def show(qtbot: QtBot, context: Context) -> Callable[[], ScoringPage]:
    """Shows the page of the newest year as the main window does."""

    def shown() -> ScoringPage:
        context.campaign = next(iter(campaigns.campaigns()), None)
        page = ScoringPage(context)
        qtbot.addWidget(page)
        page.resize(1184, 800)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.show_loaded()
        page.view.grid.setFocus()
        return page

    return shown


@pytest.fixture
def page(school: School, show: Callable[[], ScoringPage]) -> ScoringPage:
    assert school
    return show()


@pytest.fixture
def close_stage(page: ScoringPage, school: School) -> None:
    """Somebody closes the unit's stage behind the page's back."""
    assert page
    with write("Chốt"):
        Stage.update(closed_at=NOW, closed_by="Thư ký").where(Stage.id == school.stages[StageKey.UNIT]).execute()
