"""The year's targets as a table: it asks for the height all rows need, or scrolls them. Knows no service."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from thidua_gui.core.targets import Verdict
from thidua_gui.services.target_facts import TargetLine
from thidua_gui.text import targets as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.target_delegate import TargetDelegate, lines_needed, marked_height, verdict_width
from thidua_gui.ui.forms.targets_model import ACTUAL, BAR, CONTENT, NUMBER, REQUIRED, VERDICT, TargetsModel, mark_of

_WIDTHS = {NUMBER: 40, REQUIRED: 86, BAR: 132, ACTUAL: 118}
_LEAST_CONTENT = 120
_LONGEST_BAR = 260
_HEADER, _LOWEST, _HIGHEST = 32, 30, 46
_MOST_LINES = 3
_LEAST_ROWS = 6


class TargetsTable(QTableView):
    """Rows share the height there is; words that do not fit one line take two or three. With `scrolls` a few rows are
    height enough."""

    opened = Signal(object)
    """TargetLine that was opened."""
    line_chosen = Signal()
    """Another row is the current one, or it shows other figures."""

    def __init__(self, parent: QWidget | None = None, *, scrolls: bool = False) -> None:
        super().__init__(parent)
        self._scrolls = scrolls
        self._model = TargetsModel(self)
        self.setModel(self._model)
        self.setAccessibleName(wording.TABLE)
        self.setItemDelegate(TargetDelegate(self))
        self.setProperty("bare", True)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not scrolls:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(CONTENT, QHeaderView.ResizeMode.Stretch)
        self.setTabKeyNavigation(False)
        self.activated.connect(lambda index: self.opened.emit(self._model.line(index)))
        self.horizontalHeader().sectionResized.connect(self._column_resized)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.line_chosen.emit())
        self._set_widths()

    def show_lines(self, lines: Sequence[TargetLine]) -> None:
        """Show these targets; the row that was chosen stays chosen."""
        chosen = self.chosen()
        self._model.set_lines(lines)
        places = [place for place, line in enumerate(lines) if chosen is not None and line.id == chosen.id]
        if places:
            self.selectRow(places[0])
        self._set_heights()

    def choose(self, target_id: int) -> None:
        """Make the row of a target the current one."""
        for place, line in enumerate(self._model.lines):
            if line.id == target_id:
                self.selectRow(place)

    def chosen(self) -> TargetLine | None:
        """The target of the current row."""
        index = self.currentIndex()
        return self._model.line(index) if index.isValid() else None

    def open_chosen(self) -> None:
        """Open the current row, else the first one that is not met."""
        lines = self._model.lines
        wanted = self.chosen() or next((line for line in lines if line.verdict is Verdict.BELOW), None)
        if wanted is not None or lines:
            self.opened.emit(wanted or lines[0])

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        fixed = sum(theme.px(width) for width in _WIDTHS.values()) + self.columnWidth(VERDICT)
        width = fixed + theme.px(_LEAST_CONTENT)
        rows = self._model.rowCount()
        shown = min(rows, _LEAST_ROWS) if self._scrolls else rows
        return QSize(width, theme.px(_HEADER) + self._needed_height() * shown + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnWidth(BAR, min(theme.px(_LONGEST_BAR), max(theme.px(_WIDTHS[BAR]), self.width() // 6)))
        super().resizeEvent(event)
        self._set_heights()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.selectRow(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _column_resized(self, column: int) -> None:
        if column == CONTENT:
            self._set_heights()

    def _set_widths(self) -> None:
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        self.setColumnWidth(VERDICT, max(verdict_width(verdict) for verdict in Verdict))
        self.horizontalHeader().setFixedHeight(theme.px(_HEADER))

    def _set_heights(self) -> None:
        rows = self._model.rowCount()
        room = (self.height() - theme.px(_HEADER) - 2) // rows if rows else 0
        needed = self._needed_height()
        self.verticalHeader().setDefaultSectionSize(max(needed, min(room, theme.px(_HIGHEST))))
        self.updateGeometry()

    def _needed_height(self) -> int:
        """Height of a row in which the longest words can be read."""
        width = self.columnWidth(CONTENT)
        most = max((lines_needed(line.content, width) for line in self._model.lines), default=1)
        letters = QFontMetrics(theme.font("table")).height()
        marked = marked_height() if any(mark_of(line) for line in self._model.lines) else 0
        return max(theme.px(_LOWEST), max(min(most, _MOST_LINES) * letters, marked) + theme.px(5))
