"""Every unit with its book: written, handed in, late; what can be done with the checked ones. Writes nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.core.ids import UnitId
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.services.unit_books import PHASES, BookList, BookState, UnitBookRow
from thidua_gui.text import unit_books_page as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.forms.list_foot import BulkBar, CountLine
from thidua_gui.ui.unitbooks.book_columns import columns
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.segmented import Choice, Segmented

if TYPE_CHECKING:
    from thidua_gui.services.list_documents import ShownList

_COLUMNS = "unitbooks/columns"


class ListPane(QWidget):
    """The switch says for which hand-in the states are told."""

    phase_chosen = Signal()
    write_wanted = Signal()
    tick_wanted = Signal()
    untick_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.seen: BookList | None = None
        self.banner = Banner(closable=True)
        self.phases = Segmented(
            [Choice(phase, wording.PHASES[phase], tip=wording.PHASE_TIPS[phase]) for phase in PHASES],
            name=wording.PHASE,
        )
        self.due = QLabel()
        self.due.setProperty("role", "muted")
        self.view_button = icon_button("columns", wording.COLUMNS, bordered=True)
        self.model: SnapshotModel[UnitBookRow] = SnapshotModel(columns())
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(wording.LIST)
        self.write_button = push(wording.WRITE_SOME, "file-export")
        self.tick_button = push(wording.TICK, "check")
        self.tick_button.setToolTip(wording.TICK_TIP)
        self.untick_button = push(wording.UNTICK, "x")
        self.bulk = BulkBar((self.write_button, self.tick_button, self.untick_button))
        self.count = CountLine()
        self._lay_out()
        self._connect()

    @property
    def phase(self) -> SubmissionKind:
        """What the units hand in."""
        return SubmissionKind(str(self.phases.current()))

    def show_list(self, seen: BookList, left: int | None) -> None:
        """`left` are the days to the deadline."""
        self.seen = seen
        self.due.setText(wording.due(seen.due_on, 0 if left is None else left))
        self.model.set_rows(seen.rows)
        if self.grid.current_row_id is None and self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id)
        if seen.is_closed:
            self.banner.say("in", wording.CLOSED.format(year=seen.year), icon="lock")
            self.banner.close_button.hide()
        elif not any(row.written_at for row in seen.rows) and seen.rows:
            self.banner.say("in", wording.INTRODUCTION)
            self.banner.close_button.show()
        elif self.banner.label.text() in (wording.INTRODUCTION, wording.CLOSED.format(year=seen.year)):
            self.banner.silence()
        self._show_state()

    def chosen(self) -> list[UnitId]:
        """The checked units in the order of the list, else the current one."""
        picked = set(self.model.picked)
        if picked:
            return [UnitId(row.id) for row in self.model.rows if row.id in picked]
        current = self.grid.current_row_id
        return [] if current is None else [UnitId(current)]

    def export(self) -> None:
        """The list to Excel as it stands."""
        list_output.save_excel(self, self._context, self._shown())

    def print(self) -> None:
        """The list on paper as it stands."""
        list_output.preview(self, self._context, self._shown())

    def _shown(self) -> ShownList:
        phase = (wording.PHASES[self.phase], self.due.text())
        on = self._context.clock().date()
        return list_output.shown_list(self.grid, self.model.shown_rows, wording.LIST_TITLE, phase, on)

    def _show_state(self) -> None:
        found, of = self.model.counts
        self.count.show_state(wording.shown(found, of), "", self.model.filtered)
        self._enable()

    def _enable(self) -> None:
        seen = self.seen
        may_write = seen is not None and not seen.is_closed
        picked = self.model.picked
        self.bulk.show_count(len(picked))
        chosen: Sequence[UnitBookRow] = [row for row in self.model.rows if row.id in set(picked)]
        self.write_button.setEnabled(may_write)
        self.tick_button.setEnabled(may_write and any(row.state is not BookState.SUBMITTED for row in chosen))
        self.untick_button.setEnabled(may_write and any(row.state is BookState.SUBMITTED for row in chosen))

    def _open_view_menu(self) -> None:
        list_output.open_list_menu(self.grid, self.view_button, self.export, self.print)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.px(12))
        top.addWidget(self.phases)
        top.addWidget(self.due)
        top.addStretch(1)
        top.addWidget(self.view_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(10))
        whole.setSpacing(theme.px(10))
        whole.addWidget(self.banner)
        whole.addLayout(top)
        whole.addWidget(GridPanel(self.grid), 1)
        whole.addWidget(self.bulk)
        whole.addWidget(self.count)

    def _connect(self) -> None:
        self.phases.picked.connect(lambda _: self.phase_chosen.emit())
        self.view_button.clicked.connect(self._open_view_menu)
        self.write_button.clicked.connect(self.write_wanted)
        self.tick_button.clicked.connect(self.tick_wanted)
        self.untick_button.clicked.connect(self.untick_wanted)
        self.bulk.unchecked.connect(lambda: self.model.pick(self.model.picked, False))
        self.model.picked_changed.connect(self._enable)
        self.model.shown_changed.connect(self._show_state)
        self.count.cleared.connect(self.model.clear_filters)
        self.grid.layout_changed.connect(lambda text: self._context.settings.put_text(_COLUMNS, text))
        saved = self._context.settings.text(_COLUMNS)
        if saved:
            self.grid.arrangement.restore(ColumnState.from_text(saved))
