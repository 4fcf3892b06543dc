"""Widths, order and visibility of a grid's columns, and how they are remembered; draws nothing."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView

from thidua_gui.ui import theme
from thidua_gui.ui.widgets.grid import ink
from thidua_gui.ui.widgets.grid.columns import Kind

if TYPE_CHECKING:
    from thidua_gui.ui.widgets.grid.view import GridView

REMEMBER_MS = 400
LEAST_WIDTH = 24
SHRINK = 0.2
FIT_LINES = 200


@dataclass(slots=True)
class ColumnState:
    """What is remembered, by column key; widths in design px."""

    widths: dict[str, int] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    sort: tuple[str, bool] | None = None

    def to_text(self) -> str:
        """For the settings file."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_text(cls, text: str) -> "ColumnState":
        """Read what was saved; anything damaged counts as never saved."""
        try:
            saved = json.loads(text)
            sort = saved.get("sort")
            return cls(
                {str(key): int(width) for key, width in saved["widths"].items()},
                [str(key) for key in saved["order"]],
                [str(key) for key in saved["hidden"]],
                (str(sort[0]), bool(sort[1])) if sort else None,
            )
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            return cls()


class ColumnLayout(QObject):
    """Applies a ColumnState to the two headers and reads it back; `changed` carries the text to save."""

    changed = Signal(str)

    def __init__(self, grid: "GridView") -> None:
        super().__init__(grid)
        self._grid = grid
        self._busy = False
        self._widths: dict[str, int] = {}
        self._hidden: set[str] = set()
        self.yielded: frozenset[str] = frozenset()
        """Not shown while there is no room; this is not saved."""
        self._visible: list[int] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(REMEMBER_MS)
        self._pause.timeout.connect(lambda: self.changed.emit(self.state().to_text()))

    def connect_headers(self) -> None:
        """Listen to the headers."""
        for header in self._headers():
            header.sectionResized.connect(self._resized)
            header.sectionHandleDoubleClicked.connect(self.fit)
        self._main().sectionMoved.connect(self._moved)

    def reset(self) -> None:
        """As the columns themselves say."""
        self._widths = {}
        self._hidden = {column.key for column in self._grid.snapshot.columns if column.hidden}
        self._order([])
        self.apply()
        self._later()

    def restore(self, state: ColumnState) -> None:
        """As it was saved; columns that were not there then stand at their own place."""
        known = {column.key: column for column in self._grid.snapshot.columns}
        self._widths = {key: width for key, width in state.widths.items() if key in known}
        if state.order:
            fresh = {key for key, column in known.items() if column.hidden and key not in state.order}
            self._hidden = {key for key in state.hidden if key in known and known[key].hideable} | fresh
        self._order([key for key in state.order if key in known])
        self.apply()
        if state.sort is not None and state.sort[0] in known:
            order = Qt.SortOrder.DescendingOrder if state.sort[1] else Qt.SortOrder.AscendingOrder
            self._grid.snapshot.sort(self._grid.snapshot.column_place(state.sort[0]), order)

    def state(self) -> ColumnState:
        """What to save."""
        main, columns = self._main(), self._grid.snapshot.columns
        order = [columns[main.logicalIndex(visual)].key for visual in range(main.count())]
        return ColumnState(dict(self._widths), order, sorted(self._hidden), self._grid.snapshot.sorting)

    def set_hidden(self, key: str, hidden: bool) -> None:
        """Show or hide a column."""
        (self._hidden.add if hidden else self._hidden.discard)(key)
        self.apply()
        self._later()

    def give_way(self, keys: Sequence[str]) -> None:
        """Columns that go, the first one first, until the others have the room they ask for."""
        columns = {column.key: place for place, column in enumerate(self._grid.snapshot.columns)}
        left = {key: self._width(place) for key, place in columns.items() if key not in self._hidden}
        gone = list[str]()
        for key in keys:
            if sum(left.values()) <= self._grid.whole_width():
                break
            if left.pop(key, 0):
                gone.append(key)
        if self.yielded != frozenset(gone):
            self.yielded = frozenset(gone)
            self.apply()

    def is_hidden(self, key: str) -> bool:
        """The column is not shown."""
        return key in self._hidden

    def visible(self) -> list[int]:
        """Logical places of the shown columns, left to right, frozen ones first."""
        if self._visible is None:
            main, columns, frozen = self._main(), self._grid.snapshot.columns, self._grid.frozen_count
            moving = (main.logicalIndex(visual) for visual in range(main.count()))
            places = [*range(frozen), *(place for place in moving if place >= frozen)]
            self._visible = [place for place in places if self._is_shown(columns[place].key)]
        return self._visible

    def apply(self) -> None:
        """Set sizes and visibility of every section in both headers."""
        grid = self._grid
        if self._main().count() != len(grid.snapshot.columns):
            return
        self._busy = True
        self._visible = None
        for place, column in enumerate(grid.snapshot.columns):
            frozen, shown = place < grid.frozen_count, self._is_shown(column.key)
            grid.setColumnHidden(place, frozen or not shown)
            grid.frozen.setColumnHidden(place, not (frozen and shown))
            if shown:
                (grid.frozen if frozen else grid).setColumnWidth(place, self._width(place))
        self._busy = False
        self.stretch()
        grid.columns_changed()

    def stretch(self) -> None:
        """Give what is left of the viewport's width to the columns that stretch."""
        grid = self._grid
        columns = grid.snapshot.columns
        if self._busy or self._main().count() != len(columns):
            return
        stretching = [
            place for place in self.visible() if columns[place].stretch and columns[place].key not in self._widths
        ]
        if not stretching:
            return
        room = grid.whole_width() - sum(self._width(place) for place in self.visible())
        least = -sum(round(self._width(place) * SHRINK) for place in stretching)
        share, rest = divmod(room if room >= least else 0, len(stretching))
        before = self.frozen_width()
        self._busy = True
        for place in stretching:
            surface = grid.frozen if place < grid.frozen_count else grid
            surface.setColumnWidth(place, self._width(place) + share + (rest if place == stretching[-1] else 0))
        self._busy = False
        if self.frozen_width() != before:
            grid.columns_changed()

    def frozen_width(self) -> int:
        """Width of the frozen columns."""
        return sum(self._grid.frozen.columnWidth(place) for place in self.visible() if place < self._grid.frozen_count)

    def fit(self, place: int) -> None:
        """As wide as the title and the words of the lines near by."""
        grid, column = self._grid, self._grid.snapshot.columns[place]
        title = max(grid.ink.width(line, ink.SMALL_BOLD) for line in [*column.title.split("\n"), column.note])
        lines = grid.visible_lines()
        near = range(max(0, lines.start - FIT_LINES), min(grid.snapshot.rowCount(), lines.stop + FIT_LINES))
        words = (grid.snapshot.words(line, place) for line in near)
        widest = max((grid.ink.width(text, ink.BOLD, column.numeric) for text in words), default=0)
        extra = {Kind.SCORE: 44, Kind.CHIP: 36, Kind.BADGE: 36}.get(column.kind, 4)
        self.set_width(place, max(title, widest + grid.ink.px(extra)) + 2 * grid.ink.pad + 1)

    def set_width(self, place: int, width: int) -> None:
        """The clerk's own width in screen px."""
        surface = self._grid.frozen if place < self._grid.frozen_count else self._grid
        surface.setColumnWidth(place, max(width, LEAST_WIDTH))

    def _is_shown(self, key: str) -> bool:
        return key not in self._hidden and key not in self.yielded

    def _width(self, place: int) -> int:
        column = self._grid.snapshot.columns[place]
        return theme.px(self._widths.get(column.key, column.width))

    def _order(self, keys: list[str]) -> None:
        main, columns = self._main(), self._grid.snapshot.columns
        if main.count() != len(columns):
            return
        self._busy = True
        wanted = [self._grid.snapshot.column_place(key) for key in keys]
        own = [place for place in range(len(columns)) if place not in wanted]
        for place in own:
            wanted.insert(min(place, len(wanted)), place)
        frozen = self._grid.frozen_count
        wanted = [place for place in wanted if place < frozen] + [place for place in wanted if place >= frozen]
        for visual, place in enumerate(wanted):
            main.moveSection(main.visualIndex(place), visual)
        self._visible = None
        self._busy = False

    def _resized(self, place: int, _old: int, new: int) -> None:
        if self._busy or self._grid.keeper.resetting or not new:
            return
        self._widths[self._grid.snapshot.columns[place].key] = round(new / theme.px(100) * 100)
        self.stretch()
        self._grid.columns_changed()
        self._later()

    def _moved(self) -> None:
        if not self._busy and not self._grid.keeper.resetting:
            self._visible = None
            self._grid.columns_changed()
            self._later()

    def _later(self) -> None:
        self._pause.start()

    def _main(self) -> QHeaderView:
        return self._grid.horizontalHeader()

    def _headers(self) -> tuple[QHeaderView, QHeaderView]:
        return self._main(), self._grid.frozen.horizontalHeader()
