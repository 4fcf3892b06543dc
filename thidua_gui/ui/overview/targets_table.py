"""The year's targets as a table with one bar a row, each on a scale of its own. Knows no service."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from thidua_gui.core.targets import BoundUnit, Verdict
from thidua_gui.services.target_facts import TargetLine
from thidua_gui.text import names
from thidua_gui.text import overview as wording
from thidua_gui.text import targets as target_words
from thidua_gui.ui import icons, theme

Index = QModelIndex | QPersistentModelIndex
NUMBER, CONTENT, REQUIRED, BAR, ACTUAL, VERDICT = range(6)
_WIDTHS = {NUMBER: 44, REQUIRED: 92, BAR: 168, ACTUAL: 124, VERDICT: 132}
_LOOK = {
    Verdict.MET: ("success", "circle-check"),
    Verdict.BELOW: ("error", "alert-circle"),
    Verdict.ABOVE: ("warning", "alert-triangle"),
    Verdict.OPEN: ("text2", "clock"),
}
_BAR_ROLE = {
    Verdict.MET: "successFill",
    Verdict.BELOW: "accent",
    Verdict.ABOVE: "warningFill",
    Verdict.OPEN: "borderStrong",
}


class TargetsModel(QAbstractTableModel):
    """Rows are target lines; the delegate draws, the texts serve screen readers and copying."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[TargetLine, ...] = ()

    def set_lines(self, lines: Sequence[TargetLine]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

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
            return _text(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.code}. {line.content}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return wording.COLUMNS[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None


def _text(line: TargetLine, column: int) -> str:
    counted = line.counted
    return {
        NUMBER: line.code,
        CONTENT: line.content,
        REQUIRED: target_words.bound_text(line.bound),
        BAR: "",
        ACTUAL: _actual(line),
        VERDICT: names.VERDICTS[line.verdict],
    }[column] if column != BAR or counted is None else target_words.reached_text(line.bound, counted)


def _actual(line: TargetLine) -> str:
    if line.counted is None:
        return "–"
    return f"{_figure(line)} {target_words.reached_text(line.bound, line.counted)}"


def _figure(line: TargetLine) -> str:
    counted = line.counted
    if counted is None:
        return "–"
    return f"{counted.met}/{counted.of}" if line.bound.unit is BoundUnit.PERCENT else str(counted.met)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = {
        NUMBER: Qt.AlignmentFlag.AlignHCenter,
        REQUIRED: Qt.AlignmentFlag.AlignRight,
        ACTUAL: Qt.AlignmentFlag.AlignHCenter,
        VERDICT: Qt.AlignmentFlag.AlignHCenter,
    }
    return side.get(column, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


class TargetDelegate(QStyledItemDelegate):
    """Draws every cell: words, the bar, the figures, and the verdict with its sign."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TargetsModel):
            return
        line = model.line(index)
        box = option.rect
        painter.save()
        _paint_ground(painter, option)
        inner = box.adjusted(theme.px(8), 0, -theme.px(8), 0)
        column = index.column()
        if column == BAR:
            _paint_bar(painter, inner, line)
        elif column == ACTUAL:
            _paint_actual(painter, inner, line)
        elif column == VERDICT:
            _paint_verdict(painter, inner, line)
        else:
            role = "text2" if column in (NUMBER, REQUIRED) else "text"
            _paint_words(painter, inner, _text(line, column), _alignment(column), role, numeric=column != CONTENT)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(option.rect, theme.colour("selection" if is_chosen else "surface"))
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.colour("border"))


def _paint_words(
    painter: QPainter,
    box: QRect,
    words: str,
    alignment: Qt.AlignmentFlag,
    role: str,
    *,
    numeric: bool = False,
    step: str = "table",
) -> None:
    font = theme.font(step, numeric=numeric)
    painter.setFont(font)
    painter.setPen(theme.colour(role))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, alignment, shown)


def scale_of(line: TargetLine) -> Fraction:
    """Right end of the bar: percent up to the next round figure above what is required and reached; of counts a
    little more than the larger of both. 10-15 % is read on 0-20 %, not on 0-100 %."""
    reached = Fraction(0)
    if line.counted is not None:
        share = line.counted.share if line.bound.unit is BoundUnit.PERCENT else Fraction(line.counted.met)
        reached = share or Fraction(0)
    ends = [end for end in (line.bound.lower, line.bound.upper) if end is not None]
    most = max([reached, *ends], default=Fraction(0))
    if line.bound.unit is BoundUnit.PERCENT:
        return next(Fraction(end) for end in (10, 20, 30, 50, 75, 100) if most <= end * Fraction(9, 10) or end == 100)
    return most * Fraction(5, 4) if most else Fraction(1)


def _paint_bar(painter: QPainter, box: QRect, line: TargetLine) -> None:
    height = theme.px(12)
    track = QRectF(box.left(), box.center().y() - height / 2 + 0.5, box.width(), height)
    painter.setPen(theme.colour("border"))
    painter.setBrush(theme.colour("track"))
    painter.drawRect(track)
    scale = scale_of(line)
    _paint_required(painter, track, line, scale)
    if line.counted is None:
        return
    reached = line.counted.share if line.bound.unit is BoundUnit.PERCENT else Fraction(line.counted.met)
    bar = QRectF(track)
    bar.setWidth(track.width() * min(1.0, float((reached or Fraction(0)) / scale)))
    bar.adjust(0, track.height() / 4, 0, -track.height() / 4)
    painter.fillRect(bar, theme.colour(_BAR_ROLE[line.verdict]))


def _paint_required(painter: QPainter, track: QRectF, line: TargetLine, scale: Fraction) -> None:
    lower, upper = line.bound.lower, line.bound.upper
    left = track.left() + track.width() * float((lower or Fraction(0)) / scale)
    end = scale if upper is None else upper
    right = track.left() + track.width() * float(end / scale)
    if lower is not None and right - left < theme.px(6):
        tick = QRectF(min(left, track.right() - theme.px(3)), track.top() - theme.px(2), theme.px(3), 0)
        tick.setHeight(track.height() + theme.px(4))
        painter.fillRect(tick, theme.colour("text2"))
        return
    band = QRectF(left, track.top() + 1, right - left, track.height() - 1)
    painter.fillRect(band, theme.colour("band"))


def _paint_actual(painter: QPainter, box: QRect, line: TargetLine) -> None:
    """The count at the left of the middle, the share at its right, so that both stand under one another."""
    middle = box.left() + round(box.width() * 0.52)
    left = QRect(box.left(), box.top(), middle - box.left() - theme.px(4), box.height())
    right = QRect(middle + theme.px(4), box.top(), box.right() - middle, box.height())
    centre = Qt.AlignmentFlag.AlignVCenter
    figure_role = "text" if line.counted is not None else "text3"
    _paint_words(
        painter, left, _figure(line), Qt.AlignmentFlag.AlignRight | centre, figure_role, numeric=True,
        step="tableStrong",
    )
    if line.counted is not None:
        beside = target_words.reached_text(line.bound, line.counted)
        _paint_words(painter, right, beside, Qt.AlignmentFlag.AlignLeft | centre, "text2", numeric=True)


def _paint_verdict(painter: QPainter, box: QRect, line: TargetLine) -> None:
    role, icon = _LOOK[line.verdict]
    words = names.VERDICTS[line.verdict]
    metrics = QFontMetrics(theme.font("tableStrong"))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    _paint_words(painter, box, words, right, role, step="tableStrong")
    width = metrics.horizontalAdvance(words)
    sign = QRect(box.right() - width - theme.px(22), box.top(), theme.px(18), box.height())
    icons.paint(painter, icon, role, sign, 16)


class TargetsTable(QTableView):
    """All rows visible: the card around it grows, the page scrolls."""

    opened = Signal(object)
    """TargetLine whose people are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TargetsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(TargetDelegate(self))
        self.setProperty("bare", True)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(CONTENT, QHeaderView.ResizeMode.Stretch)
        self.setTabKeyNavigation(False)
        self.activated.connect(lambda index: self.opened.emit(self._model.line(index)))
        theme.theme_switch().changed.connect(self._measure)
        self._measure()

    def show_lines(self, lines: Sequence[TargetLine]) -> None:
        """Show these targets."""
        self._model.set_lines(lines)
        self._measure()

    def _measure(self) -> None:
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        height = theme.row_height()
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(theme.px(32))
        self.setMinimumHeight(theme.px(32) + height * self._model.rowCount() + 2)


def verdict_colour(verdict: Verdict) -> QColor:
    """Colour of the verdict's word."""
    return theme.colour(_LOOK[verdict][0])
