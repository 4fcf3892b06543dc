"""The page of ratings over a small school in a real data file, every job done at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from db.models.organisation import Unit
from tests.services.conftest import data_file as data_file
from tests.services.conftest import migrated_file as migrated_file
from tests.services.scored_school import School, build, score
from tests.ui.year_pages import Show
from tests.ui.year_pages import context as context
from tests.ui.year_pages import dressed as dressed
from tests.ui.year_pages import show as show_page
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import rating_edits
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.rating_edits import RatingEdit, RatingField
from thidua_gui.services.transaction import write
from thidua_gui.ui.ratings.page import RatingsPage

__all__ = ["show_page"]
Asked = TypeVar("Asked", bound=QDialog)
DAY = date(2022, 11, 16)
TOTALS = {"GV01": 96, "GV02": 97, "GV03": 90, "GV04": 88, "GV05": 75, "GV06": 60}


@pytest.fixture
def school(data_file: OpenFile) -> School:
    """Six lecturers with totals of the unit as in TOTALS, two members of staff without points."""
    assert data_file
    made = build(lecturers=6, staff=2)
    for code, total in TOTALS.items():
        score(made, StageKey.UNIT, code, [8, 12, 30, total - 50])
    with write("Trường"):
        root = Unit.create(
            code="@", name="Trường Chính trị", kind="Trường", is_root=True, position=9, name_fold="truong"
        )  # fmt: skip
        Unit.update(parent=root.id).where(Unit.id != root.id).execute()
    return made


@pytest.fixture
def page(school: School, show_page: Show) -> RatingsPage:
    """The page with the keyboard in the grid."""
    assert school
    shown = show_page(RatingsPage)
    assert isinstance(shown, RatingsPage)
    shown.grid.setFocus()
    return shown


@pytest.fixture
def rate(school: School) -> Callable[..., None]:
    """Has people rated as another page or undo would."""

    def rated(reason: str = "", **ratings: Rating | None) -> None:
        edits = [RatingEdit(school.people[code], RatingField.RATING, rating) for code, rating in ratings.items()]
        rating_edits.edit(school.campaign, edits, on=DAY, reason=reason)

    return rated


def go(page: RatingsPage, code: str, column: str = "rating") -> None:
    """Put the cursor on a person's cell."""
    row = next(line for line in page.model.rows if line.rated.code == code)
    assert page.grid.select_row(row.id, column)


def type_text(page: RatingsPage, text: str) -> None:
    """Type into the cell under the cursor, as an input method would, and press Enter."""
    cell = page.grid.caret.cell
    assert cell is not None
    assert page.grid.editing.begin(*cell, text=text)
    editor = page.grid.editing.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)


def cells(page: RatingsPage, key: str = "rating") -> dict[str, str]:
    """The words of a column by code."""
    column = page.model.column(key)
    return {line.rated.code: column.display(line) for line in page.model.rows}


def codes(page: RatingsPage) -> Sequence[str]:
    """Whose lines pass the filters."""
    return [line.rated.code for line in page.model.kept_rows]


def dialog(page: RatingsPage, kind: type[Asked]) -> Asked:
    """The one open dialog of its kind."""
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return found
