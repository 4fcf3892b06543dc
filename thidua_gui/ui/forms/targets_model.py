"""The year's targets as a Qt model: words for screen readers and copying, lines for the delegate. Knows no service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from thidua_gui.core.target_scale import scale_end
from thidua_gui.core.targets import BoundUnit
from thidua_gui.core.vietnamese import shortest_comma
from thidua_gui.services.target_facts import TargetLine
from thidua_gui.text import overview as wording
from thidua_gui.text import targets as target_words
from thidua_gui.text.target_words import BOUND_UNITS

Index = QModelIndex | QPersistentModelIndex
NUMBER, CONTENT, REQUIRED, BAR, ACTUAL, VERDICT = range(6)


class TargetsModel(QAbstractTableModel):
    """Rows are target lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[TargetLine, ...] = ()

    def set_lines(self, lines: Sequence[TargetLine]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    @property
    def lines(self) -> tuple[TargetLine, ...]:
        """All rows, in order."""
        return self._lines

    def line(self, index: Index) -> TargetLine:
        """The target of a row."""
        return self._lines[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(wording.COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words_of(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            tip = wording.scale_tip(line.code, line.content, _end_words(line))
            return f"{tip}\n{target_words.NOT_GRANTED}" if mark_of(line) else tip
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return wording.COLUMNS[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(section)
        return None


def words_of(line: TargetLine, column: int) -> str:
    """The words of a cell; the bar says what it shows."""
    words: Mapping[int, str] = {
        NUMBER: line.code,
        CONTENT: line.content,
        REQUIRED: target_words.bound_text(line.bound),
        BAR: beside_figure(line),
        ACTUAL: target_words.actual_text(line.bound, line.counted),
        VERDICT: target_words.verdict_text(line.verdict, line.basis),
    }
    return words[column]


def mark_of(line: TargetLine) -> str:
    """What stands below the verdict of figures that are no granted titles."""
    return target_words.by_conditions(line.verdict, line.basis)


def figure(line: TargetLine) -> str:
    """What was counted: "44/45" of a share, "2" of a number."""
    counted = line.counted
    if counted is None:
        return target_words.NO_FIGURE
    return f"{counted.met}/{counted.of}" if line.bound.unit is BoundUnit.PERCENT else str(counted.met)


def beside_figure(line: TargetLine) -> str:
    """The share or the unit, "" without a count."""
    return "" if line.counted is None else target_words.reached_text(line.bound, line.counted)


def alignment(column: int) -> Qt.AlignmentFlag:
    """Where the words of a column stand."""
    side = {
        NUMBER: Qt.AlignmentFlag.AlignHCenter,
        REQUIRED: Qt.AlignmentFlag.AlignRight,
        ACTUAL: Qt.AlignmentFlag.AlignHCenter,
        VERDICT: Qt.AlignmentFlag.AlignHCenter,
    }
    return side.get(column, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


def _end_words(line: TargetLine) -> str:
    sign = "%" if line.bound.unit is BoundUnit.PERCENT else f" {BOUND_UNITS[line.bound.unit]}"
    return f"{shortest_comma(scale_end(line.bound, line.counted))}{sign}"
