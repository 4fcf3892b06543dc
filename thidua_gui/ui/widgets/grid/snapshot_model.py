"""The table model of every grid: a snapshot of frozen rows that it sorts, filters and groups itself.

It never asks a service for anything: `data()` reads values that are already there. Pages call `set_rows` when order
or structure changed and `patch_rows` when only values did; both keep selection and current cell by row id.
"""

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from thidua_gui.ui.widgets.grid import spoken
from thidua_gui.ui.widgets.grid.columns import CellEdit, Column, Kind, Look, R, ScoreCell, words_of
from thidua_gui.ui.widgets.grid.row_faces import RowFaces
from thidua_gui.ui.widgets.grid.row_filters import RowFilters
from thidua_gui.ui.widgets.grid.row_order import CutLine, Entry, Group, Heading, RowKind, RowOrder, Summary
from thidua_gui.ui.widgets.grid.snapshot_reading import SnapshotReading

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ROW_KIND_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_ID_ROLE = ROW_KIND_ROLE + 1
SORT_ROLE = ROW_KIND_ROLE + 2
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_MANY = 60
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class SnapshotModel(QAbstractTableModel, SnapshotReading[R]):
    """Rows of one kind as lines of a grid."""

    picked_changed = Signal()
    shown_changed = Signal()
    summary_changed = Signal()
    cut_changed = Signal()

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows = []
        self._place_of = {}
        self._lines = []
        self._line_of = None
        self._alternate = None
        self._faces = RowFaces[R]()
        self._filters = RowFilters[R]()
        self._order = RowOrder[R]()
        self._sort = None
        self._sort_keys: dict[str, list[Any]] = {}
        self._picked = set()
        self._kept_places = []
        self._troubled = {}
        self._summary = None
        self._row_look = None
        self._faces.reset(self._rows, self._columns)

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Other columns over the same rows."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._forget_all()
        self._lines, self._line_of, self._alternate = self._arranged(), None, None
        self.endResetModel()
        self.shown_changed.emit()

    def set_rows(self, rows: Iterable[R]) -> None:
        """Another snapshot, in its natural order."""
        before, self._rows = self._rows, list(rows)
        self._place_of = {row.id: place for place, row in enumerate(self._rows)}
        self._forget_all()
        self._faces.typed.settle()
        self._picked &= self._place_of.keys()
        self._rearrange(before)
        self.picked_changed.emit()

    def patch_rows(self, changed: Iterable[R]) -> None:
        """New values of rows that are shown already: order, filter and selection stay; unknown ids are ignored."""
        places = {self._place_of[row.id]: row for row in changed if row.id in self._place_of}
        for place, row in places.items():
            self._rows[place] = row
            self._faces.forget(place)
            self._troubled.pop(place, None)
            self._faces.typed.answered(row.id, functools.partial(self._display, row))
            for key, keys in self._sort_keys.items():
                keys[place] = self.column(key).order_key(row)
        self._filters.patched(places, self._columns)
        self._changed([row.id for row in places.values()])

    def reorder(self) -> None:
        """Sort, filter and group again after patches, at a moment that suits the clerk."""
        self._rearrange()

    def set_groups(self, groups: Sequence[Group], group_of: Callable[[R], str] | None) -> None:
        """Heading rows; `group_of` names each row's group."""
        self._order.groups, self._order.group_of = tuple(groups), group_of
        self._rearrange()

    def reword_groups(self, groups: Sequence[Group]) -> None:
        """Other words in the same headings; no line moves."""
        before, self._order.groups = self._order.groups, tuple(groups)
        for old, new in zip(before, groups, strict=True):
            line = None if old == new else self.line_of(f"group:{new.key}")
            heading = None if line is None else self._lines[line]
            if line is not None and isinstance(heading, Heading):
                self._lines[line] = replace(heading, group=new)
                self.dataChanged.emit(self.index(line, 0), self.index(line, len(self._columns) - 1))

    def set_cut(self, cut: CutLine | None) -> None:
        """The cut line, or none."""
        self._order.cut = cut
        self._rearrange()
        self.cut_changed.emit()

    def set_summary(self, summary: Summary | None) -> None:
        """The pinned row under the grid."""
        self._summary = summary
        self.summary_changed.emit()

    def set_row_look(self, look: Callable[[R], Look] | None) -> None:
        """Rows that are stronger or quieter than others (totals, locked)."""
        self._row_look = look
        self._changed([row.id for row in self._rows])

    def accept_only(self, accepts: Callable[[R], bool] | None) -> None:
        """The page's own condition (unit, state), beside what the clerk filters."""
        self._filters.accepts = accepts
        self._rearrange()

    def show_typed(self, edits: Sequence[CellEdit]) -> None:
        """Show what was typed until the page answers with patch_rows or settle."""
        self._faces.typed.add(edits, self._shown_before)
        self._changed([edit.row_id for edit in edits])

    def settle(self, edits: Sequence[CellEdit] | None = None) -> None:
        """The command is over: show the rows' own values in these cells (None: everywhere)."""
        self._changed(list(self._faces.typed.settle(edits)))

    def set_filter(self, key: str, wanted: str) -> None:
        """One condition of the filter row; empty takes it away."""
        self.set_filters({key: wanted})

    def set_filters(self, wanted: Mapping[str, str]) -> None:
        """Several conditions at once, by column key."""
        conditions = {**self._filters.conditions, **wanted}
        conditions = {key: words for key, words in conditions.items() if words.strip()}
        if conditions != self._filters.conditions:
            self._filters.conditions = conditions
            self._rearrange()

    def set_search(self, query: str) -> None:
        """Every word must start a word in some searchable column."""
        if query != self._filters.search:
            self._filters.search = query
            self._rearrange()

    def clear_filters(self) -> None:
        """Show every row again."""
        self._filters.conditions.clear()
        self._filters.search = ""
        self._rearrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 returns to the natural order."""
        descending = order == Qt.SortOrder.DescendingOrder
        self._sort = (self._columns[column].key, descending) if column >= 0 else None
        self._rearrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def pick(self, ids: Iterable[int], on: bool = True) -> None:
        """Check or uncheck rows."""
        ids = list(ids)
        self._picked = (self._picked | set(ids)) if on else (self._picked - set(ids))
        self._changed(ids)
        self.picked_changed.emit()

    def pick_shown(self, on: bool) -> None:
        """Check or uncheck every row that passes the filter."""
        self.pick([self._rows[place].id for place in self._kept_places], on)

    def toggle_group(self, key: str, collapsed: bool | None = None) -> None:
        """Collapse or open a group."""
        folded = self._order.collapsed
        if collapsed if collapsed is not None else key not in folded:
            folded.add(key)
        else:
            folded.discard(key)
        self._rearrange()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Lines, headings included."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Columns, hidden ones included."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Editable where the column says so."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        editable = self.is_editable(index.row(), index.column())
        return _FLAGS | Qt.ItemFlag.ItemIsEditable if editable else _FLAGS

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Words, native sort value, tooltip and what a screen reader says; never a query."""
        if not index.isValid():
            return None
        line, column = index.row(), index.column()
        entry = self._lines[line]
        if role == ROW_KIND_ROLE:
            return RowKind.ROW if isinstance(entry, int) else entry.kind
        if not isinstance(entry, int):
            if role == _TOOLTIP and entry.cut is not None:
                return entry.cut.tip or None
            return spoken.heading(entry) if role in (_DISPLAY, _SPOKEN) else None
        if role == _DISPLAY:
            return self._faces.words(entry, column)
        return self._row_data(entry, column, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Titles and their tooltips."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == _DISPLAY:
            return column.title
        if role == _TOOLTIP:
            return column.title_tip or None
        return spoken.title(column) if role == _SPOKEN else None

    def _row_data(self, place: int, column: int, role: int) -> Any:
        own, row = self._columns[column], self._rows[place]
        if role == _EDIT:
            return own.typed(row)
        if role == _SPOKEN:
            return own.spoken(row) if own.spoken is not None else spoken.cell(own, self._faces.at(place, column))
        if role == _TOOLTIP:
            return self._tooltip(own, row) or None
        if role == _CHECK:
            return self._check_state(place, column)
        if role == SORT_ROLE:
            return own.order_key(row)
        return row.id if role == ROW_ID_ROLE else None

    def _tooltip(self, column: Column[R], row: R) -> str:
        if column.tooltip is not None:
            return column.tooltip(row)
        face = column.face(row)
        return face.problem if isinstance(face, ScoreCell) else ""

    def _check_state(self, place: int, column: int) -> Qt.CheckState | None:
        kind = self._columns[column].kind
        if kind is Kind.PICK:
            on = self._rows[place].id in self._picked
        elif kind is Kind.CHECK:
            on = bool(words_of(self._faces.at(place, column)))
        else:
            return None
        return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked

    def _shown_before(self, edit: CellEdit) -> str:
        row = self.row_of(edit.row_id)
        return "" if row is None else self.column(edit.column_key).display(row)

    def _display(self, row: R, key: str) -> str:
        return self.column(key).display(row)

    def _forget_all(self) -> None:
        self._faces.reset(self._rows, self._columns)
        self._filters.forget()
        self._sort_keys.clear()
        self._troubled.clear()

    def _arranged(self) -> list[Entry]:
        self._kept_places = self._sorted(self._filters.keep(self._rows, self._columns))
        return self._order.arrange(self._rows, self._kept_places)

    def _sorted(self, kept: list[int]) -> list[int]:
        if self._sort is None or self._sort[0] not in {column.key for column in self._columns}:
            return kept
        key, descending = self._sort
        keys = self._sort_keys.get(key)
        if keys is None:
            order_key = self.column(key).order_key
            keys = self._sort_keys[key] = [order_key(row) for row in self._rows]
        known = [place for place in kept if keys[place] is not None]
        known.sort(key=keys.__getitem__, reverse=descending)
        return known + [place for place in kept if keys[place] is None]

    def _rearrange(self, before: Sequence[R] | None = None) -> None:
        """Lay the lines anew: a change of layout when their number stays, else a reset (the view restores by id).

        `before` are the rows that the present lines still speak of, when other rows were put in.
        """
        lines = self._arranged()
        if len(lines) == len(self._lines):
            self._permute(lines, self._rows if before is None else before)
        else:
            self.beginResetModel()
            self._lines, self._line_of, self._alternate = lines, None, None
            self.endResetModel()
        self.shown_changed.emit()

    def _permute(self, lines: list[Entry], before: Sequence[R]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        entries = [self._lines[index.row()] for index in old]
        keys = [before[entry].id if isinstance(entry, int) else entry.key for entry in entries]
        self._lines, self._line_of, self._alternate = lines, None, None
        places = [self.line_of(key) for key in keys]
        new = [
            QModelIndex() if line is None else self.index(line, index.column())
            for line, index in zip(places, old, strict=True)
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _changed(self, ids: Sequence[int]) -> None:
        """Tell the views which lines to draw again."""
        lines = sorted(line for line in map(self.line_of, ids) if line is not None)
        if not lines or not self._columns:
            return
        last = len(self._columns) - 1
        if len(lines) > _MANY:
            self.dataChanged.emit(self.index(lines[0], 0), self.index(lines[-1], last))
            return
        for line in lines:
            self.dataChanged.emit(self.index(line, 0), self.index(line, last))
