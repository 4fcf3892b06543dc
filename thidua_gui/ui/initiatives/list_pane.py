"""What both views of the page share: banner, filter by state, grid, count, the list on paper. Knows no rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.text import initiatives_page as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.forms.list_foot import CountLine
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.columns import Column, R
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from thidua_gui.services.list_documents import ShownList


class ListPane(QWidget, Generic[R]):
    """Subclasses lay out `states_row`, the grid in `panel` and whatever stands beside it."""

    heading_changed = Signal()

    key = ""
    list_title = ""
    what = ""
    first_column = "name"
    on_paper: Sequence[str] = ()
    """Columns that the printed list has whether the screen shows them or not."""
    add_button: QPushButton
    """The page's primary button while this view is shown."""

    def __init__(
        self, context: Context, columns: Sequence[Column[R]], empty: EmptyState, *, frozen: int = 0,
        cells: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.context = context
        self.is_closed = False
        self.model: SnapshotModel[R] = SnapshotModel(columns)
        self.grid = GridView(self.model, frozen=frozen, cells=cells)
        self.grid.setAccessibleName(self.list_title)
        self.panel = GridPanel(self.grid)
        self.banner = Banner()
        self.refusal = Banner(closable=True)
        self.states = Segmented(name=wording.FILTER)
        self.count = CountLine()
        self.view_button = icon_button("columns", wording.COLUMNS, bordered=True)
        self.empty = empty
        self.states_row = QHBoxLayout()
        self.states_row.setSpacing(theme.px(8))
        self.states_row.addWidget(self.states)
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(10))
        for banner in (self.banner, self.refusal):
            self.column.addWidget(banner)
        self.column.addLayout(self.states_row)
        self.stack = QStackedLayout(self)
        self.stack.addWidget(self.body)
        self.stack.addWidget(self.empty)
        self._connect()

    def load(self) -> None:
        """Ask the service for everything the pane shows."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """Beside the page's title."""
        raise NotImplementedError

    def show_states(self) -> None:
        """Choices of the filter with their counts."""
        raise NotImplementedError

    def filter_state(self, state: object) -> None:
        """Show the rows in a state."""
        raise NotImplementedError

    def add_new(self) -> None:
        """Ctrl+N."""
        raise NotImplementedError

    def tools(self) -> Sequence[QWidget]:
        """Buttons over the grid, before the one for columns."""
        return ()

    @property
    def current(self) -> R | None:
        """The row under the cursor, if it is shown."""
        row_id = self.grid.current_row_id
        return None if row_id is None or self.model.line_of(row_id) is None else self.model.row_of(row_id)

    def show_rows(self, rows: Sequence[R], *, is_closed: bool, year: int) -> None:
        """Another snapshot; the same rows keep cursor, filters and an open editor, and stay listed while they are
        mended."""
        self.is_closed = is_closed
        if [row.id for row in rows] == [row.id for row in self.model.rows]:
            self.model.patch_rows(rows)
            self.model.settle()
            self.show_states()
        else:
            self.model.set_rows(rows)
            self.show_states()
            self.filter_state(self.states.current())
        self.stack.setCurrentIndex(0 if rows else 1)
        if is_closed:
            self.banner.say("in", wording.closed(year), icon="lock")
        else:
            self.banner.silence()
        self.refusal.silence()
        if self.grid.current_row_id is None and self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id, self.first_column)
        self.show_count()
        self.heading_changed.emit()

    def refuse(self, problem: Problem) -> None:
        """What could not be done at all."""
        self.refusal.say("er", sentence(problem))

    def show_count(self) -> None:
        """The line under the grid."""
        found, of = self.model.counts
        self.count.show_state(wording.shown(found, of, self.what), "", found < of)

    def show_all(self) -> None:
        """Every filter away."""
        self.model.clear_filters()
        self.states.set_current(wording.ALL)
        self.filter_state(wording.ALL)

    def start_finding(self) -> None:
        """Ctrl+F."""
        self.grid.focus_filter("name")

    def toggle_filter_row(self) -> None:
        """Ctrl+Shift+L."""
        self.grid.show_filter_row(not self.grid.filter_row_shown)

    def export(self) -> None:
        """Ctrl+E: the rows as they are shown."""
        list_output.save_excel(self, self.context, self._shown())

    def print_out(self) -> None:
        """Ctrl+P: the rows as they are shown."""
        list_output.preview(self, self.context, self._shown())

    def open_columns_menu(self) -> None:
        """Which columns are shown; the list on paper and in Excel."""
        list_output.open_list_menu(self.grid, self.view_button, self.export, self.print_out)

    def _shown(self) -> ShownList:
        on = self.context.clock().date()
        rows, subject = self.model.shown_rows, (wording.of_year(self.context.year),)
        return list_output.shown_list(self.grid, rows, self.list_title, subject, on, self.on_paper)

    def _connect(self) -> None:
        self.model.shown_changed.connect(self.show_count)
        self.states.picked.connect(self.filter_state)
        self.count.cleared.connect(self.show_all)
        self.view_button.clicked.connect(self.open_columns_menu)
        name = f"initiatives/{self.key}/columns"
        self.grid.layout_changed.connect(lambda text: self.context.settings.put_text(name, text))
        saved = self.context.settings.text(name)
        if saved:
            self.grid.arrangement.restore(ColumnState.from_text(saved))
