"""The grid of the score board: groups of criteria open and close, F8 finds what is hidden in them. Writes nothing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from thidua_gui.core.ids import CriterionId, SubjectId
from thidua_gui.text import score_board as wording
from thidua_gui.ui.scoring.board_rows import BoardRow, Frame
from thidua_gui.ui.scoring.columns import FROZEN, RATING, ColumnSet, column_set, identity_columns
from thidua_gui.ui.scoring.score_keys import ScoreKeys
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView


class ScoreGrid(GridView):
    """Shows a frame; `expanded` are the numbers of the groups whose criteria are open."""

    expanded_changed = Signal()
    rate_requested = Signal(object)
    """SubjectId whose rating is to be decided."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model_: SnapshotModel[BoardRow] = SnapshotModel(identity_columns())
        super().__init__(self.model_, frozen=FROZEN, cells=True, parent=parent)
        self.model_.setParent(self)
        self.keys = ScoreKeys(self)
        self.frame_: Frame | None = None
        self.expanded: frozenset[str] = frozenset()
        self.set = ColumnSet((), {}, {})
        self._kept = ColumnState()
        self.setAccessibleName(wording.GRID_NAME)
        for head in self.heads():
            head.expand_requested.connect(self._toggle_column)

    def show_frame(self, frame: Frame) -> None:
        """Other columns: another stage, other sheets."""
        self.frame_ = frame
        known = {top.number for top in frame.tops if top.is_group}
        self._show_columns(self.expanded & known)

    def keep_layout(self, state: ColumnState) -> None:
        """Widths and order of an earlier session."""
        self._kept = state

    @property
    def groups(self) -> frozenset[str]:
        """Numbers of all groups of the frame."""
        return frozenset(self.set.group_of.values())

    def set_expanded(self, numbers: frozenset[str]) -> None:
        """Open exactly these groups; the cursor stays on its criterion or goes to what took its place."""
        if numbers == self.expanded:
            return
        row_id, key = self.current_row_id, self._current_key()
        self._show_columns(numbers)
        if row_id is not None and key:
            self.select_row(row_id, self._place_of(key))
        self.expanded_changed.emit()

    def toggle_group(self, number: str) -> None:
        """Open a group or close it again."""
        self.set_expanded(self.expanded ^ {number})

    def toggle_all(self) -> None:
        """Open every group, or close all when all are open."""
        self.set_expanded(frozenset() if self.expanded == self.groups else self.groups)

    def closed_group(self) -> str:
        """Number of the closed group the cursor is in, "" elsewhere."""
        key = self._current_key()
        return self.set.group_of.get(key, "") if key not in self.set.merged else ""

    def current_group(self) -> str:
        """Number of the group the cursor is in, open or closed."""
        return self.set.group_of.get(self._current_key(), "")

    def open_here(self) -> None:
        """Open the group under the cursor and go to its first criterion."""
        number = self.closed_group()
        if number:
            self.set_expanded(self.expanded | {number})

    def go_to_criterion(self, row_id: int, key: str) -> bool:
        """Put the cursor on a person's criterion, opening its group; False when the person is not listed."""
        number = self.set.group_of.get(key, "")
        if number and number not in self.expanded:
            self.set_expanded(self.expanded | {number})
        return self.select_row(row_id, key)

    def go_to(self, person: SubjectId, criterion: CriterionId) -> bool:
        """The same by the criterion's id."""
        for key, merged in self.set.merged.items():
            if any(one.id == criterion for one in merged.by_sheet.values()):
                return self.go_to_criterion(person, key)
        return self.select_row(person)

    def go_to_start(self, *, anew: bool = False) -> None:
        """Where typing begins while the cursor is nowhere (or `anew`): the first score of the first row listed."""
        first = next((key for key in (column.key for column in self.model_.columns) if self._takes_scores(key)), "name")
        shown = self.model_.shown_rows
        if shown and (anew or self.current_row_id is None):
            self.select_row(shown[0].id, first)

    def open_cell(self, line: int, column: int) -> None:
        """Double click: a closed group opens, a rating is decided, anything else opens the sheet."""
        row = self.model_.row_at(line)
        key = self.model_.columns[column].key
        if row is None:
            return
        if key == RATING:
            self.rate_requested.emit(row.id)
        elif key in self.set.group_of and key not in self.set.merged:
            self.toggle_group(self.set.group_of[key])
        elif self.model_.columns[column].explains:
            self.why_requested.emit(row.id, key)
        else:
            self.opened.emit(row.id)

    def _show_columns(self, numbers: frozenset[str]) -> None:
        if self.frame_ is None:
            return
        self.expanded = numbers
        before = self.arrangement.state() if self.set.columns else self._kept
        self.set = column_set(self.frame_, numbers)
        self._kept = replace(before, widths=self._kept.widths | before.widths)
        self.model_.set_columns(self.set.columns)
        self.arrangement.restore(self._kept)

    def _takes_scores(self, key: str) -> bool:
        return key in self.set.group_of or key in self.set.merged

    def _current_key(self) -> str:
        cell = self.caret.cell
        return "" if cell is None else self.model_.columns[cell[1]].key

    def _place_of(self, key: str) -> str:
        """The same column, or the first criterion of its group, or the group of its criterion."""
        shown = {column.key: column for column in self.model_.columns}
        if key in shown:
            return key
        mine = self.set.group_of.get(key, "")
        return next((other for other in shown if mine and self.set.group_of.get(other) == mine), "name")

    def _toggle_column(self, key: str) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.toggle_group(self.set.group_of[key])
