"""What the three views of the page have in common: filter by state, who is missing, the grid, its keys. Runs what the
grid asks for through `write`; knows neither people nor launches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.registration_entry import Written
from thidua_gui.services.typed_drafts import TypedCell
from thidua_gui.text import registration as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.forms.list_foot import CountLine
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.widgets.elided_label import ElidedLabel
from thidua_gui.ui.widgets.empty_state import EmptyState, IconLabel
from thidua_gui.ui.widgets.grid import pasting
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.columns import CellEdit, Column, R
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.segmented import Choice, Segmented

if TYPE_CHECKING:
    from thidua_gui.services.list_documents import ShownList

ALL, MISSING, LATE, WRONG = "all", "missing", "late", "wrong"
NAMED = 3
"""So many of those who owe something are named above the grid."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows are in which state, how many cells were refused, and the line about who is missing."""

    done: int
    of: int
    late: int
    wrong: int
    refused: int
    missing_line: str
    due_line: str

    @property
    def missing(self) -> int:
        return self.of - self.done


class EntryPane(QWidget, Generic[R]):
    """Subclasses read, write and count; this shows."""

    heading_changed = Signal()
    own_change = Signal(object)
    """Changes of this pane's own command, whose rows it has renewed itself."""

    key = ""
    day_column = ""
    frozen = 0
    what = ""
    list_title = ""
    missing_word = wording.UNREGISTERED
    late_word = wording.LATE
    add_button: QPushButton
    """The page's primary button while this view is shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.is_closed = False
        self.tally: Tally | None = None
        self._state = ALL
        self._columns_year = context.year
        self.model: SnapshotModel[R] = SnapshotModel(self.columns_for(context.year))
        self.grid = GridView(self.model, frozen=self.frozen, cells=True)
        self.grid.setAccessibleName(self.list_title)
        self.panel = GridPanel(self.grid)
        self.states = Segmented(name=wording.FILTER)
        self.missing_icon = IconLabel("alert-triangle", "warning", 16)
        self.missing = ElidedLabel()
        self.due = QLabel()
        self.due.setProperty("role", "muted")
        self.banner = Banner()
        self.count = CountLine()
        self.view_button = icon_button("columns", wording.COLUMNS, bordered=True)
        self.empty = EmptyState("writing-sign", "", "", "")
        self._lay_out()
        self._connect()

    # what the subclasses know

    def columns_for(self, year: int) -> Sequence[Column[R]]:
        """The columns of the grid."""
        raise NotImplementedError

    def load(self) -> None:
        """Ask the service for everything the pane shows."""
        raise NotImplementedError

    def write(self, campaign_id: CampaignId, cells: Sequence[TypedCell]) -> tuple[Written, Sequence[R]]:
        """Write what was typed (on the database's thread); the step and the rows as they are now."""
        raise NotImplementedError

    def counted(self) -> Tally:
        """Count the rows of the model."""
        raise NotImplementedError

    def state_of(self, row: R) -> frozenset[str]:
        """MISSING, LATE, WRONG."""
        raise NotImplementedError

    def problem_of(self, row: R) -> str:
        """Whom a row is about and why its texts were refused, "" without any."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """Beside the page's title."""
        raise NotImplementedError

    def tools(self) -> Sequence[QWidget]:
        """Buttons over the grid, before the one for columns."""
        return ()

    def add_new(self) -> None:
        """Ctrl+N."""

    def open_papers(self) -> None:
        """Ctrl+Shift+P, where the view has papers."""

    def refresh_tools(self) -> None:
        """The current row or the state of the year changed."""

    # what they share

    @property
    def current(self) -> R | None:
        """The row under the cursor, if it is shown."""
        row_id = self.grid.current_row_id
        return None if row_id is None or self.model.line_of(row_id) is None else self.model.row_of(row_id)

    @property
    def is_open(self) -> bool:
        """The year takes changes."""
        return not self.is_closed

    def show_rows(self, rows: Sequence[R], *, is_closed: bool, year: int) -> None:
        """Another snapshot; the same people keep cursor, filters and an open editor."""
        self.is_closed = is_closed
        if year != self._columns_year:
            self._columns_year = year
            self.model.set_columns(self.columns_for(year))
        if [row.id for row in rows] == [row.id for row in self.model.rows]:
            self.model.patch_rows(rows)
            self.model.settle()
        else:
            self.model.set_rows(rows)
            self._list_state()
        self.stack.setCurrentIndex(0 if rows else 1)
        if self.grid.current_row_id is None and self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id, self.first_column())
        self.show_state()

    def first_column(self) -> str:
        """Where typing begins."""
        typed = [column.key for column in self.model.columns if column.score is not None]
        return typed[0]

    def show_state(self) -> None:
        """Counts, banner and buttons after any change."""
        self.tally = tally = self.counted()
        self._offer_states(tally)
        self.missing.setText(tally.missing_line)
        owing = tally.missing > 0
        self.missing_icon.show_icon("alert-triangle" if owing else "circle-check", "warning" if owing else "success")
        self.missing_icon.setVisible(bool(tally.missing_line))
        self.due.setText(tally.due_line)
        self._show_banner(tally)
        self._show_count()
        self.refresh_tools()
        self.heading_changed.emit()

    def start_finding(self) -> None:
        """Ctrl+F."""
        self.grid.focus_filter("name")

    def toggle_filter_row(self) -> None:
        """Ctrl+Shift+L."""
        self.grid.show_filter_row(not self.grid.filter_row_shown)

    def put_today(self) -> None:
        """Ctrl+;: today into the selected cells of the day, or into the one being typed."""
        today = date_text(self.context.clock().date())
        cells = [cell for row in self.grid.caret.selected_cells() for cell in row]
        place = self.model.column_place(self.day_column)
        lines = dict.fromkeys(line for line, _ in cells)
        editor = self.grid.editing.editor
        if editor is not None and self.grid.editing.is_at(self.grid.current_line, place):
            editor.setText(today)
        elif self.is_open:
            edits = pasting.plan_value(self.model, [(line, place) for line in lines], today).edits
            self.grid.request_edits(edits)

    def filter_state(self, state: object) -> None:
        """Rows in a state stay listed while the clerk mends them. May be asked for before the rows are here."""
        self._state = str(state)
        self.states.set_current(self._state)
        self._list_state()

    def export(self) -> None:
        """Ctrl+E: the rows as they are shown."""
        list_output.save_excel(self, self.context, self._shown())

    def print_out(self) -> None:
        """Ctrl+P: the rows as they are shown."""
        list_output.preview(self, self.context, self._shown())

    def open_columns_menu(self) -> None:
        """Which columns are shown; the list on paper and in Excel."""
        list_output.open_list_menu(self.grid, self.view_button, self.export, self.print_out)

    def refuse(self, problem: Problem) -> None:
        """What could not be done at all."""
        self.banner.say("er", sentence(problem))

    def publish(self, changes: Changes) -> None:
        """Tell the other pages of this pane's own command."""
        self.own_change.emit(changes)
        self.context.bus.changed.emit(changes)

    def _write(self, edits: tuple[CellEdit, ...]) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None:
            return
        cells = [TypedCell(edit.row_id, edit.column_key, edit.text) for edit in edits]

        def show(done: tuple[Written, Sequence[R]]) -> None:
            written, rows = done
            self.model.patch_rows(rows)
            self.model.settle(edits)
            self.publish(written.changes)
            self.show_state()
            if len(edits) > 1 or written.gone:
                self.context.bus.status.emit(wording.written(len(edits) - written.refused, written.gone))

        def refuse(problem: Problem) -> None:
            self.model.settle(edits)
            self.refuse(problem)

        self.context.jobs.run(lambda _: self.write(campaign_id, cells), show, refuse)

    def _list_state(self) -> None:
        if self._state == ALL:
            self.model.accept_only(None)
            return
        ids = frozenset(row.id for row in self.model.rows if self._state in self.state_of(row))
        self.model.accept_only(lambda row: row.id in ids)

    def _offer_states(self, tally: Tally) -> None:
        """States that some row is in; when nothing is late or wrong any more, everything is listed again."""
        offered = [
            Choice(ALL, wording.ALL, str(len(self.model.rows))),
            Choice(MISSING, self.missing_word, str(tally.missing)),
            *([Choice(LATE, self.late_word, str(tally.late))] if tally.late else []),
            *([Choice(WRONG, wording.PROBLEMS, str(tally.wrong), "", "error")] if tally.wrong else []),
        ]  # fmt: skip
        self.states.set_choices(offered)
        if self._state not in [choice.key for choice in offered]:
            self._state = ALL
            self._list_state()
        self.states.set_current(self._state)

    def _show_banner(self, tally: Tally) -> None:
        if self.is_closed:
            self.banner.say("in", wording.closed_year(self._columns_year), icon="lock")
        elif tally.wrong:
            row = self.current
            here = "" if row is None else self.problem_of(row)
            self.banner.say("er", wording.refused(tally.refused, here), wording.GO_TO_PROBLEM)
        else:
            self.banner.silence()

    def _on_row(self) -> None:
        self.refresh_tools()
        if self.tally is not None and self.tally.wrong:
            self._show_banner(self.tally)

    def _go_to_problem(self) -> None:
        if not self.model.problems():
            self.model.clear_filters()
            self.filter_state(WRONG)
        self.grid.keys.go_to_problem()
        self.grid.setFocus()

    def _show_count(self) -> None:
        found, of = self.model.counts
        narrowed = self.model.filtered or self._state != ALL
        self.count.show_state(wording.shown(found, of, self.what), "", narrowed)

    def _show_all(self) -> None:
        self.filter_state(ALL)
        self.model.clear_filters()

    def _shown(self) -> ShownList:
        on = self.context.clock().date()
        subject = (wording.summary_subject(self._columns_year),)
        return list_output.shown_list(self.grid, self.model.shown_rows, self.list_title, subject, on)

    def _lay_out(self) -> None:
        second = QHBoxLayout()
        second.setSpacing(theme.px(8))
        second.addWidget(self.states)
        second.addSpacing(theme.px(4))
        second.addWidget(self.missing_icon, 0, Qt.AlignmentFlag.AlignVCenter)
        second.addWidget(self.missing, 1)
        second.addWidget(self.due)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.banner)
        column.addLayout(second)
        column.addWidget(self.panel, 1)
        column.addWidget(self.count)
        self.stack = QStackedLayout(self)
        self.stack.addWidget(page)
        self.stack.addWidget(self.empty)

    def _connect(self) -> None:
        self.grid.edits_requested.connect(self._write)
        self.grid.current_row_changed.connect(lambda _: self._on_row())
        self.grid.layout_changed.connect(
            lambda text: self.context.settings.put_text(f"registration/{self.key}/columns", text)
        )
        self.model.shown_changed.connect(self._show_count)
        self.states.picked.connect(self.filter_state)
        self.banner.acted.connect(self._go_to_problem)
        self.count.cleared.connect(self._show_all)
        self.view_button.clicked.connect(self.open_columns_menu)
        saved = self.context.settings.text(f"registration/{self.key}/columns")
        if saved:
            self.grid.arrangement.restore(ColumnState.from_text(saved))
