"""Draws the cells of the targets' table: words, the bar on its own scale, figures, the verdict. Knows no service."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from thidua_gui.core.target_scale import reached, scale_end
from thidua_gui.core.targets import BoundUnit, Verdict
from thidua_gui.services.target_facts import TargetLine
from thidua_gui.text import names
from thidua_gui.ui import icons, theme
from thidua_gui.ui.forms.targets_model import (
    ACTUAL,
    BAR,
    CONTENT,
    NUMBER,
    REQUIRED,
    VERDICT,
    Index,
    TargetsModel,
    alignment,
    beside_figure,
    figure,
    mark_of,
    words_of,
)

PADDING = 8
_MARKED_COUNTS = 15
_LAST_LINE_WORDS = 2
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
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TargetDelegate(QStyledItemDelegate):
    """Status is told by colour, sign and word."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TargetsModel):
            return
        line, column = model.line(index), index.column()
        painter.save()
        _paint_ground(painter, option, index)
        inner = option.rect.adjusted(theme.px(PADDING), 0, -theme.px(PADDING), 0)
        if column == BAR:
            _paint_bar(painter, inner, line)
        elif column == ACTUAL:
            _paint_actual(painter, inner, line)
        elif column == VERDICT:
            _paint_verdict(painter, inner, line)
        elif column == CONTENT:
            _paint_content(painter, inner, line.content)
        else:
            numeric = column in (NUMBER, REQUIRED)
            _paint_words(painter, inner, words_of(line, column), alignment(column), "text2", numeric=numeric)
        painter.restore()


def marked_height() -> int:
    """Height of a row whose verdict has its mark below."""
    return QFontMetrics(theme.font("tableStrong")).height() + QFontMetrics(theme.font("caption")).height()


def verdict_colour(verdict: Verdict) -> QColor:
    """Colour of the verdict's word."""
    return theme.colour(_LOOK[verdict][0])


def verdict_width(verdict: Verdict) -> int:
    """Room that the verdict needs, its sign and the cell's padding included."""
    words = QFontMetrics(theme.font("tableStrong")).horizontalAdvance(names.VERDICTS[verdict])
    return words + theme.px(24 + 2 * PADDING)


def lines_needed(content: str, width: int) -> int:
    """How many lines the words take in a cell of that width."""
    return len(_broken(content, theme.font("table"), width - 2 * theme.px(PADDING)))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    box = option.rect
    painter.fillRect(box, theme.colour("selection" if is_chosen else "surface"))
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("border"))
    view = option.widget
    if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex().row() == index.row():
        _paint_focus(painter, box, index)


def _paint_focus(painter: QPainter, box: QRect, index: Index) -> None:
    """A frame of 2 px around the whole row."""
    ink = theme.colour("text")
    painter.fillRect(QRect(box.left(), box.top(), box.width(), 2), ink)
    painter.fillRect(QRect(box.left(), box.bottom() - 1, box.width(), 2), ink)
    if index.column() == NUMBER:
        painter.fillRect(QRect(box.left(), box.top(), 2, box.height()), ink)
    if index.column() == VERDICT:
        painter.fillRect(QRect(box.right() - 1, box.top(), 2, box.height()), ink)


def _paint_words(
    painter: QPainter,
    box: QRect,
    words: str,
    side: Qt.AlignmentFlag,
    role: str,
    *,
    numeric: bool = False,
    step: str = "table",
) -> None:
    font = theme.font(step, numeric=numeric)
    painter.setFont(font)
    painter.setPen(theme.colour(role))
    painter.drawText(box, side, QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width()))


def _paint_content(painter: QPainter, box: QRect, content: str) -> None:
    """As many lines as the row has room for; the last one is elided."""
    font = theme.font("table")
    metrics = QFontMetrics(font)
    room = max(1, box.height() // metrics.height())
    broken = balanced(_broken(content, font, box.width()), metrics.horizontalAdvance, box.width())
    shown = broken
    if len(broken) > room:
        rest = " ".join(broken[room - 1 :])
        shown = [*broken[: room - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, box.width())]
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    top = box.top() + (box.height() - metrics.height() * len(shown)) // 2
    for words in shown:
        painter.drawText(QRect(box.left(), top, box.width(), metrics.height()), _LEFT | _MIDDLE, words)
        top += metrics.height()


def balanced(lines: Sequence[str], advance: Callable[[str], int], width: int) -> list[str]:
    """A last line of one word gets a word of the line before it, if both still fit."""
    shown = list(lines)
    while len(shown) > 1 and len(shown[-1].split()) < _LAST_LINE_WORDS and len(shown[-2].split()) > 1:
        head, _, word = shown[-2].rpartition(" ")
        if advance(f"{word} {shown[-1]}") > width:
            break
        shown[-2:] = [head.rstrip(), f"{word} {shown[-1]}"]
    return shown


def _broken(content: str, font: QFont, width: int) -> list[str]:
    """The words in lines of that width."""
    layout = QTextLayout(content, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        lines.append(content[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines or [""]


def _paint_bar(painter: QPainter, box: QRect, line: TargetLine) -> None:
    height = theme.px(12)
    track = QRectF(box.left(), box.center().y() - height / 2 + 0.5, box.width(), height)
    scale = scale_end(line.bound, line.counted)
    painter.setPen(theme.colour("border"))
    painter.setBrush(theme.colour("track"))
    painter.drawRect(track)
    _paint_band(painter, track, line, scale)
    _paint_marks(painter, track, line, scale)
    done = reached(line.bound, line.counted)
    if done is not None:
        bar = QRectF(track.left(), track.top() + height / 4, track.width() * min(1.0, float(done / scale)), height / 2)
        painter.fillRect(bar, theme.colour(_BAR_ROLE[line.verdict]))
    _paint_tick(painter, track, line, scale)


def _ends(track: QRectF, line: TargetLine, scale: Fraction) -> tuple[float, float] | None:
    """Where the required range begins and ends; None when nothing is required."""
    lower, upper = line.bound.lower, line.bound.upper
    if lower is None and upper is None:
        return None
    left = track.left() + track.width() * float((lower or Fraction(0)) / scale)
    right = track.left() + track.width() * min(1.0, float((scale if upper is None else upper) / scale))
    return left, right


def _is_point(ends: tuple[float, float]) -> bool:
    """Too narrow for a band: one figure is required."""
    return ends[1] - ends[0] < theme.px(6)


def _paint_band(painter: QPainter, track: QRectF, line: TargetLine, scale: Fraction) -> None:
    ends = _ends(track, line, scale)
    if ends is not None and not _is_point(ends):
        painter.fillRect(QRectF(ends[0], track.top() + 1, ends[1] - ends[0], track.height() - 1), theme.colour("band"))


def _paint_tick(painter: QPainter, track: QRectF, line: TargetLine, scale: Fraction) -> None:
    ends = _ends(track, line, scale)
    if ends is not None and _is_point(ends):
        left = min(ends[0], track.right() - theme.px(3))
        high = track.height() + theme.px(4)
        painter.fillRect(QRectF(left, track.top() - theme.px(2), theme.px(3), high), theme.colour("text2"))


def _paint_marks(painter: QPainter, track: QRectF, line: TargetLine, scale: Fraction) -> None:
    """A small count is read piece by piece."""
    if line.bound.unit is BoundUnit.PERCENT or scale > _MARKED_COUNTS:
        return
    for piece in range(1, int(scale)):
        left = track.left() + track.width() * piece / float(scale)
        painter.fillRect(QRectF(round(left), track.top() + 1, 1, track.height() - 1), theme.colour("surface"))


def _paint_actual(painter: QPainter, box: QRect, line: TargetLine) -> None:
    """The count at the left of the middle, the share at its right, so that both stand under one another."""
    middle = box.left() + round(box.width() * 0.5)
    left = QRect(box.left(), box.top(), middle - box.left() - theme.px(4), box.height())
    right = QRect(middle + theme.px(4), box.top(), box.right() + 1 - middle - theme.px(4), box.height())
    role = "text3" if line.counted is None else "text"
    _paint_words(painter, left, figure(line), _RIGHT | _MIDDLE, role, numeric=True, step="tableStrong")
    _paint_words(painter, right, beside_figure(line), _LEFT | _MIDDLE, "text2", numeric=True)


def _paint_verdict(painter: QPainter, box: QRect, line: TargetLine) -> None:
    role, icon = _LOOK[line.verdict]
    words, mark = names.VERDICTS[line.verdict], mark_of(line)
    if mark:
        box, below = _halves(box)
        _paint_words(painter, below, mark, _RIGHT | _MIDDLE, "text2", step="caption")
    _paint_words(painter, box, words, _RIGHT | _MIDDLE, role, step="tableStrong")
    width = QFontMetrics(theme.font("tableStrong")).horizontalAdvance(words)
    sign = QRect(box.right() - width - theme.px(22), box.top(), theme.px(18), box.height())
    icons.paint(painter, icon, role, sign, 16)


def _halves(box: QRect) -> tuple[QRect, QRect]:
    """Room for the verdict, and below it for its mark, together in the middle."""
    first = QFontMetrics(theme.font("tableStrong")).height()
    top = box.top() + (box.height() - marked_height()) // 2
    upper = QRect(box.left(), top, box.width(), first)
    return upper, QRect(box.left(), upper.bottom() + 1, box.width(), marked_height() - first)
