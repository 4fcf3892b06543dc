"""Khoa, phòng: what each registered, scored, was rated and proposed, and the ways to where it is written. Writes
nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.ids import UnitId
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services.collectives import CollectiveRow, Collectives
from thidua_gui.text import collectives as wording
from thidua_gui.ui import theme
from thidua_gui.ui.collectives.unit_columns import FROZEN, columns
from thidua_gui.ui.collectives.votes_dialog import VotesDialog
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.forms.list_foot import CountLine
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

if TYPE_CHECKING:
    from thidua_gui.services.list_documents import ShownList

COLUMNS_KEY = "collectives/columns"


class UnitsPane(QWidget):
    """`tools` stand over the grid, at the right of the page's switch."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._seen: Collectives | None = None
        self._wanted: int | None = None
        self._columns_year = context.year
        self.model: SnapshotModel[CollectiveRow] = SnapshotModel(columns(context.year))
        self.grid = GridView(self.model, frozen=FROZEN)
        self.grid.setAccessibleName(wording.UNITS_VIEW)
        self.count = CountLine()
        self.empty = EmptyState("building-community", wording.NO_UNITS, wording.NO_UNITS_WHY, wording.OPEN_UNITS)
        self.score_button = push(wording.SCORE, "calculator")
        self.rate_button = push(wording.RATE, "chart-bar")
        self.register_button = push(wording.REGISTER, "writing-sign")
        self.votes_button = push(wording.VOTES, "list-check")
        self.view_button = icon_button("columns", wording.COLUMNS, bordered=True)
        for button, tip in (
            (self.score_button, wording.SCORE_TIP), (self.rate_button, wording.RATE_TIP),
            (self.register_button, wording.REGISTER_TIP), (self.votes_button, wording.VOTES_TIP),
        ):  # fmt: skip
            button.setToolTip(tip)
        self._lay_out()
        self._connect()

    def tools(self) -> list[QWidget]:
        """In the order of the work."""
        return [self.votes_button, self.score_button, self.rate_button, self.register_button, self.view_button]

    def show_seen(self, seen: Collectives) -> None:
        """Another state of the year; cursor and filters stay."""
        self._seen = seen
        if seen.year != self._columns_year:
            self._columns_year = seen.year
            self.model.set_columns(columns(seen.year))
        self.model.set_rows(seen.rows)
        self._stack.setCurrentIndex(0 if seen.rows else 1)
        if self.grid.current_row_id is None and self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id)
        self._go_to_wanted()
        self._show_state()

    def go_to(self, unit_id: int) -> None:
        """Put the cursor on a unit, now or once it is here."""
        self._wanted = unit_id
        self._go_to_wanted()

    def score(self) -> None:
        """Enter: the unit's sheet."""
        row = self._current()
        if row is not None:
            self.context.bus.navigate.emit("scoring", (SheetSubject.UNIT, row.id))

    def rate(self) -> None:
        """The unit's line among the ratings of units."""
        row = self._current()
        if row is not None:
            self.context.bus.navigate.emit("ratings", (SheetSubject.UNIT, row.id))

    def register(self) -> None:
        """Registrations of collectives."""
        self.context.bus.navigate.emit("registration", "units")

    def open_votes(self) -> None:
        """Ctrl+Shift+B."""
        row, seen = self._current(), self._seen
        if row is not None and seen is not None:
            VotesDialog(
                self.context, self, seen.campaign_id, UnitId(row.id), row.name, is_open=not seen.is_closed
            ).load()  # fmt: skip

    def start_finding(self) -> None:
        """Ctrl+F."""
        self.grid.focus_filter("unit")

    def shown(self) -> ShownList:
        """The rows as they are shown."""
        on = self.context.clock().date()
        return list_output.shown_list(
            self.grid, self.model.shown_rows, wording.LIST_TITLE, (wording.list_subject(self._columns_year),), on
        )

    def _current(self) -> CollectiveRow | None:
        row_id = self.grid.current_row_id
        return None if row_id is None or self.model.line_of(row_id) is None else self.model.row_of(row_id)

    def _go_to_wanted(self) -> None:
        wanted = self._wanted
        if wanted is None or self.model.row_of(wanted) is None:
            return
        self._wanted = None
        if self.model.line_of(wanted) is None:
            self.model.clear_filters()
        self.grid.select_row(wanted)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self) -> None:
        found, of = self.model.counts
        self.count.show_state(wording.shown(found, of), "", self.model.filtered)
        row = self._current()
        for button in (self.score_button, self.rate_button, self.votes_button):
            button.setEnabled(row is not None)
        self.register_button.setEnabled(self._seen is not None)
        self.view_button.setEnabled(bool(self.model.rows))

    def _open_menu(self) -> None:
        list_output.open_list_menu(
            self.grid, self.view_button,
            lambda: list_output.save_excel(self, self.context, self.shown()),
            lambda: list_output.preview(self, self.context, self.shown()),
        )  # fmt: skip

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(GridPanel(self.grid), 1)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        column.addLayout(foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)

    def _connect(self) -> None:
        self.score_button.clicked.connect(self.score)
        self.rate_button.clicked.connect(self.rate)
        self.register_button.clicked.connect(self.register)
        self.votes_button.clicked.connect(self.open_votes)
        self.view_button.clicked.connect(self._open_menu)
        self.empty.acted.connect(lambda: self.context.bus.navigate.emit("units", None))
        self.grid.opened.connect(lambda _: self.score())
        self.grid.current_row_changed.connect(lambda _: self._show_state())
        self.grid.layout_changed.connect(lambda text: self.context.settings.put_text(COLUMNS_KEY, text))
        self.model.shown_changed.connect(self._show_state)
        self.count.cleared.connect(self.model.clear_filters)
        saved = self.context.settings.text(COLUMNS_KEY)
        if saved:
            self.grid.arrangement.restore(ColumnState.from_text(saved))
