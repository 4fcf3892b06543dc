"""The reading half of the table model: which row stands on which line and what its cells show. Writes nothing."""

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import Qt

from thidua_gui.ui.widgets.grid.columns import CellState, Column, Kind, Look, R, ScoreCell
from thidua_gui.ui.widgets.grid.row_faces import RowFaces
from thidua_gui.ui.widgets.grid.row_filters import RowFilters
from thidua_gui.ui.widgets.grid.row_order import CutLine, Entry, Heading, RowOrder, Summary

_TROUBLES = (CellState.ERROR, CellState.MISSING)


class SnapshotReading(Generic[R]):
    """State of a snapshot and what can be asked of it."""

    _columns: tuple[Column[R], ...]
    _rows: list[R]
    _place_of: dict[int, int]
    _lines: list[Entry]
    _line_of: dict[int | str, int] | None
    _faces: RowFaces[R]
    _filters: RowFilters[R]
    _order: RowOrder[R]
    _sort: tuple[str, bool] | None
    _picked: set[int]
    _kept_places: list[int]
    _alternate: bytearray | None
    _troubled: dict[int, dict[int, CellState]]
    _summary: Summary | None
    _row_look: Callable[[R], Look] | None

    @property
    def columns(self) -> tuple[Column[R], ...]:
        """The columns in logical order."""
        return self._columns

    def column(self, key: str) -> Column[R]:
        """The column of a key."""
        return self._columns[self.column_place(key)]

    def column_place(self, key: str) -> int:
        """Logical place of a column; an unknown key is a KeyError."""
        for place, column in enumerate(self._columns):
            if column.key == key:
                return place
        raise KeyError(key)

    @property
    def rows(self) -> tuple[R, ...]:
        """The snapshot, in its natural order."""
        return tuple(self._rows)

    @property
    def shown_rows(self) -> tuple[R, ...]:
        """Rows on screen in their order, for print and export."""
        return tuple(self._rows[line] for line in self._lines if isinstance(line, int))

    def as_table(self, places: Sequence[int]) -> list[list[str]]:
        """Titles and then the words of the shown rows in these columns: export and print equal the screen."""
        titles = [" ".join(self._columns[place].title.split()) for place in places]
        lines = (line for line, entry in enumerate(self._lines) if isinstance(entry, int))
        return [titles, *([self.words(line, place) for place in places] for line in lines)]

    @property
    def kept_rows(self) -> tuple[R, ...]:
        """Rows that pass the filters, those of collapsed groups included."""
        return tuple(self._rows[place] for place in self._kept_places)

    @property
    def counts(self) -> tuple[int, int]:
        """How many rows pass the filters, of how many."""
        return len(self._kept_places), len(self._rows)

    @property
    def summary(self) -> Summary | None:
        """The pinned row."""
        return self._summary

    @property
    def cut(self) -> CutLine | None:
        """The cut line in force, drawn between rows or not."""
        return self._order.cut

    def entry(self, line: int) -> Entry:
        """What a line is: the place of a row or a heading."""
        return self._lines[line]

    def heading(self, line: int) -> Heading | None:
        """The heading on a line, None for a row."""
        entry = self._lines[line]
        return None if isinstance(entry, int) else entry

    def row_at(self, line: int) -> R | None:
        """The row on a line, None for a heading or no line."""
        entry = self._lines[line] if 0 <= line < len(self._lines) else None
        return self._rows[entry] if isinstance(entry, int) else None

    def row_of(self, row_id: int) -> R | None:
        """A row by id, shown or not."""
        place = self._place_of.get(row_id)
        return None if place is None else self._rows[place]

    def alternate(self, line: int) -> bool:
        """Every second row under a heading stands on the other ground."""
        if self._alternate is None:
            self._alternate = bytearray(len(self._lines))
            shaded = True
            for place, entry in enumerate(self._lines):
                if isinstance(entry, int):
                    shaded = not shaded
                elif entry.group is not None:
                    shaded = True
                self._alternate[place] = shaded
        return bool(self._alternate[line])

    def line_of(self, key: int | str) -> int | None:
        """The line of a row id or heading key; None when not shown."""
        if self._line_of is None:
            self._line_of = {self.key_of(line): line for line in range(len(self._lines))}
        return self._line_of.get(key)

    def face(self, line: int, column: int) -> object:
        """What a row's cell draws; a heading has none."""
        entry = self._lines[line]
        if not isinstance(entry, int):
            return ""
        if self._columns[column].kind is Kind.PICK:
            return self._rows[entry].id in self._picked
        return self._faces.at(entry, column)

    def words(self, line: int, column: int) -> str:
        """The words of a cell as shown."""
        entry = self._lines[line]
        return self._faces.words(entry, column) if isinstance(entry, int) else ""

    def typed(self, line: int, column: int) -> str:
        """What an editor of the cell starts with, and what is filled down."""
        row, shown = self.row_at(line), self.words(line, column)
        if row is None or shown != self._columns[column].display(row):
            return shown
        return self._columns[column].typed(row)

    def look(self, line: int, column: int) -> Look:
        """How strong a cell's words are."""
        row = self.row_at(line)
        own = self._columns[column]
        if row is None:
            return own.look
        if self._row_look is not None and (look := self._row_look(row)) is not Look.PLAIN:
            return look
        return own.look_of(row) if own.look_of is not None else own.look

    def is_editable(self, line: int, column: int) -> bool:
        """The clerk may write here."""
        row = self.row_at(line)
        return row is not None and self._columns[column].editable(row)

    def problems(self, state: CellState = CellState.ERROR) -> list[tuple[int, int]]:
        """Lines and columns of the shown score cells in a state, top to bottom."""
        return [
            (line, column)
            for line, entry in enumerate(self._lines)
            if isinstance(entry, int)
            for column, found in self._states(entry).items()
            if found is state
        ]

    @property
    def filters(self) -> dict[str, str]:
        """Conditions of the filter row by column key."""
        return dict(self._filters.conditions)

    @property
    def search(self) -> str:
        """Words searched in all columns."""
        return self._filters.search

    @property
    def filtered(self) -> bool:
        """The clerk has narrowed the rows."""
        return self._filters.active

    @property
    def sorting(self) -> tuple[str, bool] | None:
        """Column key and whether descending; None is the natural order."""
        return self._sort

    @property
    def picked(self) -> tuple[int, ...]:
        """Ids with a check mark, in the natural order."""
        return tuple(row.id for row in self._rows if row.id in self._picked)

    def choices_of(self, key: str) -> list[str]:
        """What a choice filter offers."""
        return self._filters.choices(self.column(key), self._rows)

    def query_for(self, column: Column[R]) -> str:
        """Words to highlight in a column."""
        wanted = self._filters.conditions.get(column.key, "") if column.filter.value == "contains" else ""
        search = self._filters.search if column.searched else ""
        return f"{search} {wanted}".strip()

    def pick_state(self) -> Qt.CheckState:
        """Of the rows that pass the filter: none, some or all."""
        shown = [self._rows[place].id in self._picked for place in self._kept_places]
        if shown and all(shown):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if any(shown) else Qt.CheckState.Unchecked

    def key_of(self, line: int) -> int | str:
        """Row id or heading key of a line: what selection is kept by."""
        entry = self._lines[line]
        return self._rows[entry].id if isinstance(entry, int) else entry.key

    def _states(self, place: int) -> dict[int, CellState]:
        states = self._troubled.get(place)
        if states is None:
            faces = ((column, self._columns[column].face(self._rows[place])) for column in self._scored())
            states = {column: face.state for column, face in faces if isinstance(face, ScoreCell)}
            states = {column: state for column, state in states.items() if state in _TROUBLES}
            self._troubled[place] = states
        return states

    def _scored(self) -> list[int]:
        return [place for place, column in enumerate(self._columns) if column.score is not None]
