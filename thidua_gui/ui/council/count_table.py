"""The numbers of a count, typed by keyboard alone: digits, Enter to the next field. Asks no service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from thidua_gui.core.council import Method, Outcome
from thidua_gui.core.ids import CandidateId
from thidua_gui.services.meeting_views import BallotView, CountLine
from thidua_gui.text import council as council_words
from thidua_gui.text import council_page as words
from thidua_gui.ui import theme
from thidua_gui.ui.council.count_delegate import CountDelegate
from thidua_gui.ui.widgets.grid.columns import Chip, Tone

Index = QModelIndex | QPersistentModelIndex
SECRET_FIELDS = ("valid", "invalid", "agree", "disagree", "blank")
HAND_FIELDS = ("agree", "disagree", "blank")
_TITLES = {
    "valid": words.VALID, "invalid": words.INVALID, "agree": words.AGREE, "disagree": words.DISAGREE,
    "blank": words.BLANK,
}  # fmt: skip
_MARKS = {Outcome.PASSED: (Tone.OK, "circle-check"), Outcome.FAILED: (Tone.ERROR, "circle-x")}


@dataclass(frozen=True, slots=True)
class Typed:
    """One number that somebody typed; None = emptied."""

    candidate_id: CandidateId
    field: str
    number: int | None


class CountModel(QAbstractTableModel):
    """Rows are candidates, columns the numbers that the method needs; the last one says what they make."""

    typed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[CountLine, ...] = ()
        self._by_chair: Mapping[CandidateId, Outcome] = {}
        self.fields: Sequence[str] = SECRET_FIELDS
        self.is_editable = False
        self.is_second = False

    def show_ballot(self, ballot: BallotView | None, *, is_editable: bool, is_second: bool) -> None:
        """The lines of a ballot as one of the two counters sees them; the second one types blind."""
        lines = () if ballot is None else ballot.lines
        fields = HAND_FIELDS if ballot is not None and ballot.method is Method.HANDS else SECRET_FIELDS
        same = fields == self.fields and [one.candidate_id for one in lines] == [
            one.candidate_id for one in self._lines
        ]
        if not same:
            self.beginResetModel()
        self._lines, self.fields = lines, fields
        self.is_editable, self.is_second = is_editable, is_second
        if same and lines:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        elif not same:
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self.fields) + 2

    def line(self, row: int) -> CountLine:
        return self._lines[row]

    def row_of(self, candidate_id: CandidateId | None) -> int | None:
        return next((row for row, line in enumerate(self._lines) if line.candidate_id == candidate_id), None)

    def field_of(self, column: int) -> str | None:
        """None of the name and of the result."""
        return self.fields[column - 1] if 0 < column <= len(self.fields) else None

    def number(self, row: int, field: str) -> int | None:
        line = self._lines[row]
        counted = (line.second if self.is_second else line.counted) if not self.is_second or line.second else None
        value = None if counted is None else getattr(counted, field)
        return value if isinstance(value, int) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.is_editable and self.field_of(index.column()) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            last = Qt.AlignmentFlag.AlignHCenter if section else Qt.AlignmentFlag.AlignLeft
            side = Qt.AlignmentFlag.AlignRight if self.field_of(section) is not None else last
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return words.CANDIDATE
        field = self.field_of(section)
        return words.RESULT if field is None else _TITLES[field]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = self._lines[index.row()], index.column()
        field = self.field_of(column)
        if field is not None:
            return self._number_data(index.row(), field, role)
        if column == 0:
            return self._name_data(index.row(), role)
        return self._result_data(line, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        field = self.field_of(index.column())
        written = str(value).strip()
        if field is None or not self.is_editable or (written and not written.isdigit()):
            return False
        number = int(written) if written else None
        if number != self.number(index.row(), field):
            self.typed.emit(Typed(self._lines[index.row()].candidate_id, field, number))
        return True

    def _name_data(self, row: int, role: int) -> object:
        line = self._lines[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role not in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        note = self.note(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.name}\n{note}" if note else line.name
        return ", ".join(part for part in (line.name, note, line.words) if part)

    def _number_data(self, row: int, field: str, role: int) -> object:
        number = self.number(row, field)
        if role == Qt.ItemDataRole.DisplayRole:
            return words.NOT_COUNTED if number is None else str(number)
        if role == Qt.ItemDataRole.EditRole:
            return "" if number is None else str(number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = words.NOT_COUNTED if number is None else str(number)
            return f"{self._lines[row].name}, {council_words.number_name(field)}: {told}"
        return None

    def is_typed(self, index: Index) -> bool:
        """Whether that cell has a number."""
        field = self.field_of(index.column())
        return field is not None and self.number(index.row(), field) is not None

    def is_wrong(self, index: Index) -> bool:
        """Whether the number in that cell stands in a relation that does not hold."""
        line, field = self._lines[index.row()], self.field_of(index.column())
        return field is not None and ((bool(line.broken) and not self.is_second) or field in line.differs)

    def note(self, row: int) -> str:
        """What else holds for this line: who stays out of it, what the chair decided instead of the count."""
        line = self._lines[row]
        count, chair = line.recused.members, self._by_chair.get(line.candidate_id)
        notes = [words.STAYS_OUT.format(count=count) if count else "", words.chair(chair) if chair else ""]
        return "; ".join(note for note in notes if note)

    def show_decisions(self, by_chair: Mapping[CandidateId, Outcome]) -> None:
        """On whom the chair's word holds."""
        self._by_chair = by_chair

    def chip(self, row: int) -> Chip | None:
        """What the numbers of a line make; None while there are none."""
        line = self._lines[row]
        if self.is_second or (line.verdict.outcome is None and not line.broken and line.counted.agree is None):
            return None
        if line.broken:
            return Chip(words.NOT_FITTING, Tone.WARNING, "alert-triangle")
        if line.verdict.outcome is None:
            return Chip(words.COUNTING, Tone.NEUTRAL)
        tone, icon = _MARKS[line.verdict.outcome]
        return Chip(self._result(line), tone, icon)

    def _result(self, line: CountLine) -> str:
        outcome = line.verdict.outcome
        return "" if outcome is None else f"{council_words.OUTCOMES[outcome]} {line.verdict.agree}/{line.verdict.base}"

    def _result_data(self, line: CountLine, role: int) -> object:
        outcome = line.verdict.outcome
        if role == Qt.ItemDataRole.DisplayRole:
            if self.is_second:
                return ""
            if line.broken:
                return words.NOT_FITTING
            if outcome is None:
                return words.COUNTING if line.counted.agree is not None else words.NOT_COUNTED
            return self._result(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(line.broken) or line.words
        return None


class CountTable(QTableView):
    """Enter takes the number and goes to the next field, after the last one to the next candidate."""

    finished = Signal()
    """Enter in the last field of the last candidate."""

    def __init__(self, model: CountModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(words.COUNT_TITLE)
        self.setItemDelegate(CountDelegate(self, model))
        self.setProperty("bare", True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )  # fmt: skip
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(38))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(theme.px(44))
        self.horizontalHeader().setMinimumSectionSize(theme.px(56))
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        model.modelReset.connect(self._size_columns)
        self.selectionModel().currentChanged.connect(lambda *_: self.viewport().update())
        self._size_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits begin a new number; letters stay free for the keys of the wall."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self._model.setData(self.currentIndex(), "")
        elif event.text() and not event.text().isdigit() and event.key() != Qt.Key.Key_F2:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def go_to(self, candidate_id: CandidateId | None) -> None:
        """The first field of that candidate, unless the keyboard already is in its line."""
        row = self._model.row_of(candidate_id)
        if row is not None and self.currentIndex().row() != row:
            self.setCurrentIndex(self._model.index(row, 1))

    def go_on(self) -> None:
        """The next field that takes a number."""
        at = self.currentIndex()
        row, column = (at.row(), at.column() + 1) if at.isValid() else (0, 1)
        if self._model.field_of(column) is None:
            row, column = row + 1, 1
        if row >= self._model.rowCount():
            self.finished.emit()
            return
        self.setCurrentIndex(self._model.index(row, column))

    def _size_columns(self) -> None:
        """Names take what the numbers and the result leave."""
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        last = self._model.columnCount() - 1
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        is_narrow = self.viewport().width() < theme.px(560)
        for column in range(1, last):
            self.setColumnWidth(column, theme.px(56 if is_narrow else 66))
        self.setColumnWidth(last, theme.px(116 if is_narrow else 138))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_columns()
