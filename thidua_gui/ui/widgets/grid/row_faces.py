"""What each cell shows: faces made once per row, and typed texts shown before they are stored; knows no Qt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic

from thidua_gui.ui.widgets.grid.columns import CellEdit, CellState, Chip, Column, R, ScoreCell, words_of

_Cell = tuple[int, str]


@dataclass(frozen=True, slots=True)
class _Typed:
    text: str
    before: str
    serial: int


class TypedTexts:
    """Optimistic display: a typed text stands in its cell until the page has answered."""

    def __init__(self) -> None:
        self._cells: dict[_Cell, _Typed] = {}
        self._serial = 0

    def __bool__(self) -> bool:
        return bool(self._cells)

    def get(self, row_id: int, key: str) -> str | None:
        """The typed text of a cell that waits for its answer."""
        typed = self._cells.get((row_id, key))
        return None if typed is None else typed.text

    def add(self, edits: Iterable[CellEdit], before: Callable[[CellEdit], str]) -> None:
        """One command was asked for; `before` tells the words shown until now."""
        self._serial += 1
        for edit in edits:
            self._cells[edit.row_id, edit.column_key] = _Typed(edit.text, before(edit), self._serial)

    def answered(self, row_id: int, shown: Callable[[str], str]) -> None:
        """A row came back: its oldest command is answered, and so is every cell whose words changed."""
        waiting = [(cell, typed) for cell, typed in self._cells.items() if cell[0] == row_id]
        oldest = min((typed.serial for _, typed in waiting), default=0)
        for cell, typed in waiting:
            if typed.serial == oldest or shown(cell[1]) != typed.before:
                del self._cells[cell]

    def settle(self, edits: Iterable[CellEdit] | None = None) -> set[int]:
        """Forget the typed texts of these cells (all: None), whatever became of them; the rows touched."""
        cells = list(self._cells) if edits is None else [(edit.row_id, edit.column_key) for edit in edits]
        return {cell[0] for cell in cells if self._cells.pop(cell, None) is not None}


class RowFaces(Generic[R]):
    """Faces by place of the row and column, made when first looked at."""

    def __init__(self) -> None:
        self.typed = TypedTexts()
        self._columns: Sequence[Column[R]] = ()
        self._rows: Sequence[R] = ()
        self._faces: list[list[object] | None] = []

    def reset(self, rows: Sequence[R], columns: Sequence[Column[R]]) -> None:
        """Other rows or columns."""
        self._rows, self._columns = rows, columns
        self._faces = [None] * len(rows)

    def forget(self, place: int) -> None:
        """This row has new values."""
        self._faces[place] = None

    def at(self, place: int, column: int) -> object:
        """ScoreCell, Chip, bool or str of a cell, with the typed text if it still waits."""
        faces = self._faces[place]
        if faces is None:
            faces = self._faces[place] = [None] * len(self._columns)
        face = faces[column]
        if face is None:
            face = faces[column] = self._columns[column].face(self._rows[place])
        if self.typed:
            text = self.typed.get(self._rows[place].id, self._columns[column].key)
            if text is not None:
                return _worded(face, text)
        return face

    def words(self, place: int, column: int) -> str:
        """The words of a cell as shown."""
        made = self._columns[column].text
        face = self.at(place, column)
        if made is None or isinstance(face, str) or self._waits(place, column):
            return words_of(face)
        return made(self._rows[place])

    def _waits(self, place: int, column: int) -> bool:
        typed = self.typed
        return bool(typed) and typed.get(self._rows[place].id, self._columns[column].key) is not None


def _worded(face: object, text: str) -> object:
    if isinstance(face, ScoreCell):
        return ScoreCell(text, face.previous, CellState.NORMAL if text else CellState.MISSING)
    if isinstance(face, Chip):
        return Chip(text)
    return bool(text) if isinstance(face, bool) else text
