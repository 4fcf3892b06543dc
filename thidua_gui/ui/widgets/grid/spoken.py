"""What a screen reader says of cells, titles and headings; draws nothing."""

from typing import Any

from thidua_gui.text import grid as words
from thidua_gui.ui.widgets.grid.columns import CellState, Column, Kind, ScoreCell, words_of
from thidua_gui.ui.widgets.grid.row_order import Heading


def title(column: Column[Any]) -> str:
    """Title and sub-line in one sentence."""
    return words.joined(column.title.replace("\n", " "), column.note)


def heading(line: Heading) -> str:
    """A group heading with its count, or the cut line with its facts."""
    if line.group is not None:
        return words.group_heading(line.group.title, line.count, line.group.right, line.collapsed)
    return "" if line.cut is None else words.joined(line.cut.title, *line.cut.facts, line.cut.right)


def cell(column: Column[Any], face: object) -> str:
    """Title, limits, value and what is wrong: "II. Nhiệm vụ, tối đa 40, đang nhập 42, vượt tối đa"."""
    if isinstance(face, ScoreCell):
        said = _score(face)
        return words.joined(title(column), said, words.before(face.previous), face.problem)
    if column.kind in (Kind.CHECK, Kind.PICK):
        return words.joined(column.title or words.PICK_ROW, words.checked(bool(words_of(face))))
    return words.joined(column.title, words_of(face) or words.EMPTY)


def _score(face: ScoreCell) -> str:
    if face.state is CellState.ERROR:
        return words.entered(face.text)
    if face.state is CellState.LOCKED:
        return words.joined(face.text, words.LOCKED)
    return face.text or words.MISSING
