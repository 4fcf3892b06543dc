"""The scoring page over a small school in a real data file, every job done at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db.models.scoring import Stage
from tests.services.conftest import data_file as data_file
from tests.services.conftest import migrated_file as migrated_file
from tests.services.scored_school import School, build, score
from tests.ui.year_pages import NOW, Show
from tests.ui.year_pages import context as plain_context
from tests.ui.year_pages import dressed as dressed
from tests.ui.year_pages import show as show_page
from thidua_gui.core.scoring import StageKey
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.transaction import write
from thidua_gui.ui.context import Context
from thidua_gui.ui.scoring.page import ScoringPage

__all__ = ["plain_context", "show_page"]

TOTALS = {"GV01": 98.5, "GV02": 97, "GV03": 97, "GV04": 90, "GV05": 88.5, "GV06": 80}


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
def context(plain_context: Context) -> Context:
    plain_context.user = "Thư ký"
    return plain_context


@pytest.fixture
def show(show_page: Show) -> Callable[[], ScoringPage]:
    """Shows the page of the newest year, the keyboard in the grid."""

    def shown() -> ScoringPage:
        page = show_page(ScoringPage)
        assert isinstance(page, ScoringPage)
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
