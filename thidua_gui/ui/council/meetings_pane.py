"""The meetings of a year as a list, each with how far it has come. Writes nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_gui.core.ids import MeetingId
from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.meeting_views import MeetingRow
from thidua_gui.text import council as council_words
from thidua_gui.text import council_page as words
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState

ROWS, NONE = 0, 1


class MeetingsPane(QWidget):
    """Enter or a double click leads the meeting."""

    opened = Signal(object)
    new_asked = Signal()
    hold_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MeetingRow, ...] = ()
        self.banner = Banner()
        self.table = QTableWidget(0, len(words.MEETING_COLUMNS))
        self.table.setHorizontalHeaderLabels(list(words.MEETING_COLUMNS))
        self.table.setAccessibleName(words.BACK_TO_LIST)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.px(40))
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.lead = push(words.LEAD, "gavel", "primary")
        self.empty = EmptyState("gavel", words.NO_MEETING, words.NO_MEETING_WHY, words.NEW_MEETING)
        self._lay_out()
        self.table.itemActivated.connect(lambda *_: self._open())
        self.lead.clicked.connect(self._open)
        self.empty.acted.connect(self.new_asked)
        self.banner.acted.connect(self.hold_asked)

    def show_meetings(self, rows: tuple[MeetingRow, ...], *, is_told: bool) -> None:
        """`is_told`: the year's workbook tells of a meeting that is not here yet."""
        self._rows = rows
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(_cells(row)):
                self.table.setItem(place, column, QTableWidgetItem(text))
        if rows and self.table.currentRow() < 0:
            self.table.selectRow(0)
        self._stack.setCurrentIndex(ROWS if rows else NONE)
        if is_told:
            self.banner.say("in", words.HOLD_WHY, words.HOLD)
        else:
            self.banner.silence()

    def _open(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._rows):
            self.opened.emit(MeetingId(self._rows[row].id))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.lead)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        inner = QWidget()
        self._stack = QStackedLayout(inner)
        self._stack.addWidget(listed)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        whole.setSpacing(theme.px(10))
        whole.addWidget(self.banner)
        whole.addWidget(inner, 1)
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _cells(row: MeetingRow) -> tuple[str, ...]:
    day = "" if row.held_on is None else date_text(row.held_on)
    return (
        row.title, day, row.starts_at or "", row.place, council_words.MEETING_STATES[row.state],
        f"{row.items_done}/{row.items}", str(row.candidates),
    )  # fmt: skip
