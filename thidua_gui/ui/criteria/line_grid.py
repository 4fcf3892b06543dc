"""The lines of a sheet as a grid: columns, and the keys that add, move and delete lines. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from thidua_gui.core.errors import UserError
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet
from thidua_gui.text import criteria as wording
from thidua_gui.text.names import CRITERION_KINDS
from thidua_gui.ui.widgets.grid.columns import Column, Kind, Look
from thidua_gui.ui.widgets.grid.keys import Keys
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

_CLEARED = frozenset({"step", "cap"})
"""Cells that may stay empty: Delete empties them; anywhere else it takes the line away."""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One criterion as shown; `is_open`: its sheet may be changed."""

    criterion: Criterion
    depth: int
    is_open: bool

    @property
    def id(self) -> int:
        """The criterion's."""
        return int(self.criterion.id)

    @property
    def is_group(self) -> bool:
        """Its points are the sum of its items."""
        return self.criterion.kind is CriterionKind.GROUP


class LineGrid(GridView):
    """Insert adds below, Delete takes away, Alt+Up and Alt+Down move."""

    add_wanted = Signal(bool)
    """Whether a group."""
    delete_wanted = Signal(tuple)
    move_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        model = SnapshotModel(columns())
        super().__init__(model, frozen=1, cells=True, parent=parent)
        self.model_ = model
        model.setParent(self)
        self.setAccessibleName(wording.LINES)
        self.keys = LineKeys(self)
        self.model_.set_row_look(lambda row: Look.STRONG if row.is_group else Look.PLAIN)

    def show_lines(self, sheet: Sheet | None, *, is_open: bool) -> None:
        """Values alone are patched, so that a cell that is being typed into stays open."""
        rows = () if sheet is None else rows_of(sheet, is_open)
        if [row.id for row in rows] == [row.id for row in self.model_.rows]:
            self.model_.patch_rows(rows)
            self.model_.settle()
        else:
            self.model_.set_rows(rows)


class LineKeys(Keys):
    """The grid's keys and those for whole lines."""

    def __init__(self, grid: LineGrid) -> None:
        super().__init__(grid)
        self._lines = grid

    def press(self, event: QKeyEvent) -> bool:
        key, alone = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._lines.move_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
            return True
        if key == Qt.Key.Key_Insert:
            self._lines.add_wanted.emit(not alone)
            return True
        if key == Qt.Key.Key_Delete and alone and not self._empties():
            self._lines.delete_wanted.emit(self._lines.selected_row_ids())
            return True
        return super().press(event)

    def _empties(self) -> bool:
        """The cursor is on a cell that may stay empty and is not."""
        at = self._lines.caret.cell
        if at is None:
            return False
        row, column = self._lines.snapshot.row_at(at[0]), self._lines.snapshot.columns[at[1]]
        return row is not None and column.key in _CLEARED and bool(column.display(row))


def rows_of(sheet: Sheet, is_open: bool) -> tuple[LineRow, ...]:
    """Every line with its depth."""
    depths: dict[int | None, int] = {None: -1}
    rows = []
    for criterion in sheet.criteria:
        depths[criterion.id] = depths[criterion.parent_id] + 1
        rows.append(LineRow(criterion, depths[criterion.id], is_open))
    return tuple(rows)


def columns() -> tuple[Column[LineRow], ...]:
    """As wide as their words; the content takes the rest."""
    return (
        Column(
            key="number", title=wording.NUMBER, text=lambda row: row.criterion.number, width=84, editable=_is_open,
            indent=lambda row: row.depth, sortable=False,
        ),
        Column(
            key="content", title=wording.CONTENT, text=lambda row: row.criterion.content, width=170, stretch=True,
            editable=_is_open, tooltip=lambda row: row.criterion.content, hideable=False, sortable=False,
        ),
        Column(
            key="kind", title=wording.KIND, text=kind_of, width=84, editable=_is_open, choices=_kinds,
            check=_kind_wrong, sortable=False,
        ),
        Column(
            key="maximum", title=wording.MAXIMUM, text=lambda row: points(row.criterion.maximum), width=64,
            kind=Kind.NUMBER, editable=lambda row: row.is_open and not row.is_group, check=_points_wrong,
            tooltip=lambda row: wording.SUM_TIP if row.is_group else "", title_tip=wording.MAXIMUM_LONG, sortable=False,
        ),
        Column(
            key="step", title=wording.STEP, text=lambda row: points(row.criterion.step), width=62, kind=Kind.NUMBER,
            editable=lambda row: row.is_open and not row.is_group, check=_points_wrong, look=Look.MUTED,
            title_tip=wording.STEP_TIP, sortable=False,
        ),
        Column(
            key="cap", title=wording.CAP, text=lambda row: points(row.criterion.cap), width=62, kind=Kind.NUMBER,
            editable=lambda row: row.is_open and row.is_group, check=_points_wrong, title_tip=wording.CAP_TIP,
            sortable=False,
        ),
    )  # fmt: skip


def kind_of(row: LineRow) -> str:
    """Its kind in words."""
    return CRITERION_KINDS[row.criterion.kind]


def points(value: Points | None) -> str:
    """As short as it goes; nothing where there is none."""
    return "" if value is None else value.shortest


def _is_open(row: LineRow) -> bool:
    return row.is_open


def _kinds(_row: LineRow) -> Sequence[str]:
    return CRITERION_KINDS.known


def _kind_wrong(_row: LineRow, text: str) -> str:
    return "" if text in CRITERION_KINDS.known else wording.KIND_UNKNOWN


def _points_wrong(_row: LineRow, text: str) -> str:
    try:
        Points.parse(text or "0")
    except UserError:
        return wording.NOT_POINTS
    return ""
