"""The board as a list on paper or in Excel: exactly what the grid shows. Writes nothing into the data file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thidua_gui.text import score_board as wording
from thidua_gui.text.grid import UNSCORED
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.scoring.board_view import BoardView
from thidua_gui.ui.widgets.grid.columns import CellState, Kind, ScoreCell

if TYPE_CHECKING:
    from thidua_gui.services.list_documents import ShownList


class BoardOutput(QObject):
    """`window` is the page over which dialogs open; `filters` names what narrows the board."""

    def __init__(
        self, context: Context, view: BoardView, window: QWidget, filters: Callable[[], Sequence[str]]
    ) -> None:
        super().__init__(window)
        self._context = context
        self._grid = view.grid
        self._window = window
        self._filters = filters

    def save_excel(self) -> None:
        """Ask where and write."""
        list_output.save_excel(self._window, self._context, self.shown())

    def preview(self) -> None:
        """Show the pages that will be printed."""
        list_output.preview(self._window, self._context, self.on_paper())

    def on_paper(self) -> ShownList:
        """The same; criteria of open groups are headed by their numbers alone, or no row would fit under them."""
        shown, grid = self.shown(), self._grid
        keys = [grid.model_.columns[place].key for place in grid.visible_columns()]
        numbers = {key: one.number for key, one in grid.set.merged.items() if key in grid.set.group_of}
        heads = zip(keys, shown.columns, strict=True)
        return replace(shown, columns=tuple(replace(head, title=numbers.get(key, head.title)) for key, head in heads))

    def shown(self) -> ShownList:
        """Rows, order, columns and words of the screen, what is typed and not yet answered included."""
        grid, frame = self._grid, self._grid.frame_
        places = grid.visible_columns()
        kinds = [grid.model_.columns[place].kind for place in places]
        body = self._body(places)
        stage = () if frame is None else (wording.STAGE_BAND[frame.active.key],)
        searched = (wording.searched(grid.model_.search),) if grid.model_.search else ()
        subject = (wording.output_subject(self._context.year, (*stage, *self._filters(), *searched)),)
        empty = list_output.shown_list(grid, (), wording.GRID_NAME, subject, self._context.clock().date())
        return replace(
            empty,
            words=body,
            values=tuple(tuple(map(_value, kinds, row)) for row in body),
        )

    def _body(self, places: Sequence[int]) -> tuple[tuple[str, ...], ...]:
        """A missing score has no words of its own: the grid writes "Thiếu" into it, and so do paper and Excel."""
        model = self._grid.model_
        _, *table = model.as_table(places)
        lines = (line for line in range(model.rowCount()) if model.row_at(line) is not None)
        return tuple(
            tuple(words or _drawn(model.face(line, place)) for words, place in zip(row, places, strict=True))
            for row, line in zip(table, lines, strict=True)
        )


def _drawn(face: object) -> str:
    return UNSCORED if isinstance(face, ScoreCell) and face.state is CellState.MISSING else ""


def _value(kind: Kind, words: str) -> object:
    """Ranks stay numbers; points keep the screen's decimals; an empty cell stays empty, never 0."""
    return int(words) if kind is Kind.NUMBER and words.isdecimal() else words or None
