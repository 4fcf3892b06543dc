"""The meetings of a year as a list, each with how far it has come. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.ids import MeetingId
from thidua_gui.core.meetings import MeetingState
from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.meeting_views import MeetingRow
from thidua_gui.text import council as council_words
from thidua_gui.text import council_page as words
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.columns import Chip, Column, Kind, Look, Tone
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

if TYPE_CHECKING:
    from thidua_gui.services.list_documents import ShownList

ROWS, NONE = 0, 1
_CHIPS = {
    MeetingState.PLANNED: (Tone.NEUTRAL, "clock"), MeetingState.OPEN: (Tone.WARNING, "player-play"),
    MeetingState.CLOSED: (Tone.OK, "circle-check"),
}  # fmt: skip


class MeetingsPane(QWidget):
    """Enter or a double click leads the meeting."""

    opened = Signal(object)
    new_asked = Signal()
    hold_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.banner = Banner()
        self.closed = Banner()
        self.model: SnapshotModel[MeetingRow] = SnapshotModel(_columns())
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(words.BACK_TO_LIST)
        self.lead = push(words.LEAD, "gavel", "primary")
        self.empty = EmptyState("gavel", words.NO_MEETING, words.NO_MEETING_WHY, words.NEW_MEETING)
        self._lay_out()
        self.grid.opened.connect(lambda _: self._open())
        self.grid.current_row_changed.connect(lambda _: self._enable())
        self.lead.clicked.connect(self._open)
        self.empty.acted.connect(self.new_asked)
        self.banner.acted.connect(self.hold_asked)

    def show_meetings(self, rows: tuple[MeetingRow, ...], *, is_told: bool, is_closed: bool) -> None:
        """`is_told`: the year's workbook tells of a meeting that is not here yet; `is_closed`: the year is."""
        self.model.set_rows(rows)
        if rows and self.current() is None:
            self.grid.select_row(rows[0].id)
        self._stack.setCurrentIndex(ROWS if rows else NONE)
        self.empty.button.setVisible(not is_closed)
        self._enable()
        if is_closed:
            self.closed.say("in", words.CLOSED_YEAR.format(year=self._context.year), icon="lock")
        else:
            self.closed.silence()
        if is_told and not is_closed:
            self.banner.say("in", words.HOLD_WHY, words.HOLD)
        else:
            self.banner.silence()

    def current(self) -> MeetingRow | None:
        """The meeting under the cursor."""
        row_id = self.grid.current_row_id
        return None if row_id is None or self.model.line_of(row_id) is None else self.model.row_of(row_id)

    def print_out(self) -> None:
        """The list on paper."""
        if self.model.rows:
            list_output.preview(self, self._context, self._shown())

    def export(self) -> None:
        """The list as a workbook."""
        if self.model.rows:
            list_output.save_excel(self, self._context, self._shown())

    def _shown(self) -> ShownList:
        title, on = words.LIST_TITLE.format(year=self._context.year), self._context.clock().date()
        return list_output.shown_list(self.grid, self.model.shown_rows, title, (), on)

    def _enable(self) -> None:
        row = self.current()
        self.lead.setEnabled(row is not None)
        is_over = row is not None and row.state is MeetingState.CLOSED
        self.lead.setText(words.SHOW_MEETING if is_over else words.LEAD)

    def _open(self) -> None:
        row = self.current()
        if row is not None:
            self.opened.emit(MeetingId(row.id))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.lead)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(GridPanel(self.grid), 1)
        column.addLayout(foot)
        inner = QWidget()
        self._stack = QStackedLayout(inner)
        self._stack.addWidget(listed)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        whole.setSpacing(theme.px(10))
        whole.addWidget(self.closed)
        whole.addWidget(self.banner)
        whole.addWidget(inner, 1)


def _columns() -> tuple[Column[MeetingRow], ...]:
    titles = words.MEETING_COLUMNS
    return (
        Column(
            key="title", title=titles[0], text=lambda row: row.title, width=240, stretch=True, look=Look.STRONG,
            tooltip=lambda row: row.title,
        ),
        Column(
            key="day", title=titles[1], text=lambda row: "" if row.held_on is None else date_text(row.held_on),
            sort_key=lambda row: row.held_on, kind=Kind.DATE, width=104,
        ),
        Column(key="time", title=titles[2], text=lambda row: row.starts_at or "", width=72),
        Column(key="place", title=titles[3], text=lambda row: row.place, width=190, tooltip=lambda row: row.place),
        Column(key="state", title=titles[4], kind=Kind.CHIP, chip=_chip, width=136),
        Column(key="done", title=titles[5], text=lambda row: f"{row.items_done}/{row.items}", width=96),
        Column(key="count", title=titles[6], text=lambda row: str(row.candidates), kind=Kind.NUMBER, width=110),
    )  # fmt: skip


def _chip(row: MeetingRow) -> Chip:
    tone, icon = _CHIPS[row.state]
    return Chip(council_words.MEETING_STATES[row.state], tone, icon)
