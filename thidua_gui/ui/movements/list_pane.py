"""What both views of the page have in common: a grid with its tools, its printed list, its empty state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.text import movements as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.columns import Column, R
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

if TYPE_CHECKING:
    from thidua_gui.services.list_documents import ShownList


class ListPane(QWidget, Generic[R]):
    """Subclasses give columns and tools, and say what Ctrl+N does."""

    heading_changed = Signal()

    key = ""
    name = ""

    def __init__(self, context: Context, columns: Sequence[Column[R]], empty: EmptyState) -> None:
        super().__init__()
        self.context = context
        self.may_write = False
        self.empty = empty
        self.model: SnapshotModel[R] = SnapshotModel(columns)
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(self.name)
        self.view_button = icon_button("columns", wording.COLUMNS, bordered=True)
        self.note = QLabel()
        self.note.setProperty("role", "caption")
        self.note.setWordWrap(True)
        self.note.hide()
        self._lay_out()
        self._wire()

    def left_tools(self) -> Sequence[QWidget]:
        """Over the grid at the left."""
        return ()

    def tools(self) -> Sequence[QWidget]:
        """In the page's row of tools, before the one for columns."""
        return ()

    def header_widgets(self) -> list[QWidget]:
        """For the page's header while this view is shown."""
        return []

    def list_title(self) -> str:
        """Of the printed list."""
        raise NotImplementedError

    def add_new(self) -> None:
        """Ctrl+N."""

    def enable(self) -> None:
        """What can be done now with the current row."""

    def show_rows(self, rows: Sequence[R], *, may_write: bool) -> None:
        """The current row is kept by its id."""
        self.may_write = may_write
        self._stack.setCurrentIndex(0 if rows else 1)
        self.model.set_rows(rows)
        if self.grid.current_row_id is None and self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id)
        self.empty.button.setEnabled(may_write)
        self.enable()

    def current(self) -> R | None:
        """The row under the cursor, if it is shown."""
        row_id = self.grid.current_row_id
        return None if row_id is None or self.model.line_of(row_id) is None else self.model.row_of(row_id)

    def start_finding(self) -> None:
        """Ctrl+F."""
        self.grid.focus_filter("name")

    def toggle_filter_row(self) -> None:
        """Ctrl+Shift+L."""
        self.grid.show_filter_row(not self.grid.filter_row_shown)

    def export(self) -> None:
        """Ctrl+E: the shown rows as a workbook."""
        if self.model.rows:
            list_output.save_excel(self, self.context, self._shown())

    def print_out(self) -> None:
        """Ctrl+P: the shown rows on paper."""
        if self.model.rows:
            list_output.preview(self, self.context, self._shown())

    def _shown(self) -> ShownList:
        on = self.context.clock().date()
        return list_output.shown_list(self.grid, self.model.shown_rows, self.list_title(), (), on)

    def _open_view_menu(self) -> None:
        list_output.open_list_menu(self.grid, self.view_button, self.export, self.print_out)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(theme.px(8))
        for widget in self.left_tools():
            above.addWidget(widget)
        above.addStretch(1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        if self.left_tools():
            column.addLayout(above)
        column.addWidget(GridPanel(self.grid), 1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(body)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(8))
        whole.addWidget(holder, 1)
        whole.addWidget(self.note)

    def _wire(self) -> None:
        kept = f"movements/columns/{self.key}"
        self.view_button.clicked.connect(self._open_view_menu)
        self.empty.acted.connect(self.add_new)
        self.grid.current_row_changed.connect(lambda _: self.enable())
        self.model.shown_changed.connect(self.enable)
        self.grid.layout_changed.connect(lambda text: self.context.settings.put_text(kept, text))
        saved = self.context.settings.text(kept)
        if saved:
            self.grid.arrangement.restore(ColumnState.from_text(saved))
