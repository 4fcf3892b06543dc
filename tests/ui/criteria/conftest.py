"""The page of criteria sheets over a small school in a real data file, every job done at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.services.conftest import data_file as data_file
from tests.services.conftest import migrated_file as migrated_file
from tests.services.scored_school import School, build
from tests.ui.year_pages import Show
from tests.ui.year_pages import context as context
from tests.ui.year_pages import dressed as dressed
from tests.ui.year_pages import show as show_page
from thidua_gui.services.data_file import OpenFile
from thidua_gui.ui.criteria.page import CriteriaPage

__all__ = ["show_page"]


@pytest.fixture
def school(data_file: OpenFile) -> School:
    assert data_file
    return build()


@pytest.fixture
def show(show_page: Show) -> Callable[[], CriteriaPage]:
    """Shows the page of the newest year, the keyboard in the grid."""

    def shown() -> CriteriaPage:
        page = show_page(CriteriaPage)
        assert isinstance(page, CriteriaPage)
        page.desk.grid.setFocus()
        return page

    return shown


@pytest.fixture
def page(school: School, show: Callable[[], CriteriaPage]) -> CriteriaPage:
    assert school
    return show()
