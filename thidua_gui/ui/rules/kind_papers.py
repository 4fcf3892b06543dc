"""The papers of a dossier as a grid that is edited by keyboard: add, take away, move, require. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thidua_gui.core.dossiers import DossierItem
from thidua_gui.services.dossiers import PaperDraft
from thidua_gui.text import award_kinds_page as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.widgets.grid.columns import CellEdit, Column, Kind
from thidua_gui.ui.widgets.grid.keys import Keys
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

HEIGHT = 248
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper as typed; `place` counts from 1."""

    id: int
    place: int
    draft: PaperDraft


class PapersField(QWidget):
    """The list as it would be saved."""

    def __init__(self, papers: Sequence[DossierItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: SnapshotModel[PaperRow] = SnapshotModel(_columns())
        self.grid = GridView(self.model, frozen=0, cells=True)
        self.grid.setAccessibleName(wording.PAPERS)
        self.grid.show_filter_row(False)
        self.grid.keys = _PaperKeys(self.grid, self)
        self._last_id = 0
        self.add_button = icon_button("plus", wording.PAPER_ADD, bordered=True)
        self.remove_button = icon_button("trash", wording.PAPER_REMOVE, bordered=True)
        self.up_button = icon_button("arrow-up", wording.PAPER_UP, bordered=True)
        self.down_button = icon_button("arrow-down", wording.PAPER_DOWN, bordered=True)
        self._lay_out()
        self._connect()
        self.show_papers(papers)

    @property
    def drafts(self) -> tuple[PaperDraft, ...]:
        """In the order shown."""
        return tuple(row.draft for row in self.model.rows)

    def show_papers(self, papers: Sequence[DossierItem]) -> None:
        """These in place of what was typed."""
        self._show([PaperDraft(one.name, one.is_required, one.note) for one in papers])
        if self.model.rows:
            self.grid.select_row(self.model.rows[0].id, "name")

    def add(self) -> None:
        """A new paper below the one under the cursor, ready to be typed over."""
        rows = list(self.model.rows)
        at = self._at() + 1 if rows else 0
        self._last_id += 1
        rows.insert(at, PaperRow(self._last_id, 0, PaperDraft(wording.NEW_PAPER)))
        self._put(rows, self._last_id)
        self.grid.setFocus()

    def remove(self) -> None:
        """The paper under the cursor."""
        rows, at = list(self.model.rows), self._at()
        if rows:
            del rows[at]
            self._put(rows, rows[min(at, len(rows) - 1)].id if rows else None)

    def move_paper(self, step: int) -> None:
        """The paper under the cursor up (-1) or down (1)."""
        rows, at = list(self.model.rows), self._at()
        if rows and 0 <= at + step < len(rows):
            rows[at], rows[at + step] = rows[at + step], rows[at]
            self._put(rows, rows[at + step].id)

    def _show(self, drafts: Sequence[PaperDraft]) -> None:
        first = self._last_id + 1
        self._last_id += len(drafts)
        self.model.set_rows([PaperRow(first + at, at + 1, draft) for at, draft in enumerate(drafts)])

    def _put(self, rows: Sequence[PaperRow], current: int | None) -> None:
        self.model.set_rows([replace(row, place=place) for place, row in enumerate(rows, 1)])
        if current is not None:
            self.grid.select_row(current, "name")

    def _at(self) -> int:
        current = self.grid.current_row_id
        return next((at for at, row in enumerate(self.model.rows) if row.id == current), len(self.model.rows) - 1)

    def _edit(self, edits: tuple[CellEdit, ...]) -> None:
        typed = {edit.row_id: edit for edit in edits}
        changed = [_typed(row, typed[row.id]) for row in self.model.rows if row.id in typed]
        self.model.patch_rows(changed)
        self.model.settle(edits)

    def _connect(self) -> None:
        self.grid.edits_requested.connect(self._edit)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.up_button.clicked.connect(lambda: self.move_paper(-1))
        self.down_button.clicked.connect(lambda: self.move_paper(1))

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(6))
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            tools.addWidget(button)
        tools.addStretch(1)
        panel = GridPanel(self.grid)
        panel.setMinimumHeight(theme.px(HEIGHT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(tools)
        column.addWidget(panel, 1)


class _PaperKeys(Keys):
    """The grid's keys and those for whole papers."""

    def __init__(self, grid: GridView, field: PapersField) -> None:
        super().__init__(grid)
        self._field = field

    def press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and key in _DOWN:
            self._field.move_paper(_DOWN[key])
        elif key == Qt.Key.Key_Insert:
            self._field.add()
        elif key == Qt.Key.Key_Delete and not self._empties():
            self._field.remove()
        else:
            return super().press(event)
        return True

    def _empties(self) -> bool:
        """On a note that is not empty Delete empties the cell, anywhere else it takes the paper away."""
        at = self._grid.caret.cell
        if at is None:
            return False
        row, column = self._grid.snapshot.row_at(at[0]), self._grid.snapshot.columns[at[1]]
        return row is not None and column.key == "note" and bool(column.display(row))


def _typed(row: PaperRow, edit: CellEdit) -> PaperRow:
    draft = row.draft
    if edit.column_key == "required":
        draft = replace(draft, is_required=bool(edit.text))
    elif edit.column_key == "name":
        draft = replace(draft, name=edit.text)
    else:
        draft = replace(draft, note=edit.text)
    return replace(row, draft=draft)


def _columns() -> tuple[Column[PaperRow], ...]:
    def may_edit(row: PaperRow) -> bool:
        return True

    return (
        Column(
            key="place", title=wording.PLACE, text=lambda row: str(row.place), width=44, kind=Kind.NUMBER,
            sortable=False,
        ),
        Column(
            key="name", title=wording.PAPER, text=lambda row: row.draft.name, width=220, stretch=True,
            editable=may_edit, sortable=False, hideable=False, tooltip=lambda row: row.draft.name,
        ),
        Column(
            key="required", title=wording.REQUIRED, kind=Kind.CHECK, checked=lambda row: row.draft.is_required,
            width=84, editable=may_edit, sortable=False,
        ),
        Column(
            key="note", title=wording.PAPER_NOTE, text=lambda row: row.draft.note, width=180, editable=may_edit,
            sortable=False, tooltip=lambda row: row.draft.note,
        ),
    )  # fmt: skip
