"""What a clerk does at the keyboard of the scoring page, and what she sees."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.scored_school import School
from thidua_gui.core.ids import PersonId
from thidua_gui.services import history
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.widgets.grid.columns import ScoreCell

Key, Mod = Qt.Key, Qt.KeyboardModifier


def press(qtbot: QtBot, page: ScoringPage, *keys: Qt.Key | str, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    """Keys and typed letters to the cell's editor, or to the grid while none is open."""
    for key in keys:
        if isinstance(key, str):
            for letter in key:
                qtbot.keyClicks(page.view.grid.editing.editor or page.view.grid, letter)
        else:
            qtbot.keyClick(page.view.grid.editing.editor or page.view.grid, key, mod)
    QApplication.processEvents()


def go(page: ScoringPage, person: PersonId, key: str) -> None:
    """Put the cursor into a cell that is shown."""
    assert page.view.grid.select_row(person, key)


def at(page: ScoringPage) -> tuple[int | None, str]:
    """Person and column of the cursor."""
    cell = page.view.grid.caret.cell
    assert cell is not None
    return page.view.grid.current_row_id, page.view.grid.model_.columns[cell[1]].key


def words(page: ScoringPage, person: PersonId, key: str) -> str:
    """What a cell says."""
    model = page.view.grid.model_
    line = model.line_of(person)
    assert line is not None
    return model.words(line, model.column_place(key))


def cell(page: ScoringPage, person: PersonId, key: str) -> ScoreCell:
    """The face of a score cell."""
    model = page.view.grid.model_
    line = model.line_of(person)
    assert line is not None
    face = model.face(line, model.column_place(key))
    assert isinstance(face, ScoreCell)
    return face


def listed(page: ScoringPage, school: School) -> list[str]:
    """Codes of the people listed, top to bottom."""
    codes = {person: code for code, person in school.people.items()}
    return [codes[row.id] for row in page.view.grid.model_.shown_rows]


def headings(page: ScoringPage) -> list[str]:
    """The group headings with their counts."""
    model = page.view.grid.model_
    found = (model.heading(line) for line in range(model.rowCount()))
    return [f"{one.group.title} {one.count}" for one in found if one is not None and one.group is not None]


def undo(page: ScoringPage) -> None:
    """Ctrl+Z of the main window."""
    page.context.jobs.command(lambda progress: history.undo_last())


def redo(page: ScoringPage) -> None:
    """Ctrl+Y of the main window."""
    page.context.jobs.command(lambda progress: history.redo_last())
