"""Draws the lines that are no rows: group headings, the cut line, the pinned summary; knows no view."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from thidua_gui.ui.widgets.grid import ink
from thidua_gui.ui.widgets.grid.ink import Ink
from thidua_gui.ui.widgets.grid.row_order import CutLine, Group, Heading


def paint_heading(painter: QPainter, pen: Ink, box: QRect, line: Heading, current: bool) -> None:
    """A heading over the whole width of the grid, standing still while columns scroll."""
    if line.group is not None:
        _group(painter, pen, box, line, line.group, current)
    elif line.cut is not None:
        paint_cut(painter, pen, box, line.cut)


def paint_cut(painter: QPainter, pen: Ink, box: QRect, cut: CutLine) -> None:
    """Flag, what the line is, its facts, and at the right what needs a look."""
    painter.fillRect(box, pen.colours["accentTint"])
    painter.fillRect(box.left(), box.top(), box.width(), 2, pen.colours["accentText"])
    painter.fillRect(box.left(), box.bottom(), box.width(), 1, pen.colours["border"])
    inner = box.adjusted(pen.px(12), 2, -pen.px(12), -1)
    pen.icon(painter, "flag", "accentText", QRect(inner.left(), inner.top(), pen.px(16), inner.height()), 16)
    left = inner.left() + pen.px(22)
    right = _right(painter, pen, inner, cut)
    for words, name, role in [(cut.title, ink.BOLD, "accentText"), *((fact, ink.PLAIN, "text") for fact in cut.facts)]:
        room = right - left
        if room < pen.px(40):
            return
        pen.write(painter, QRect(left, inner.top(), room, inner.height()), words, role, name)
        left += pen.width(words, name) + pen.px(24)


def _right(painter: QPainter, pen: Ink, inner: QRect, cut: CutLine) -> int:
    if not cut.right:
        return inner.right()
    width = pen.width(cut.right, ink.BOLD)
    start = inner.right() - width
    pen.write(painter, QRect(start, inner.top(), width + 1, inner.height()), cut.right, "warning", ink.BOLD)
    start -= pen.px(20)
    pen.icon(painter, cut.right_icon, "warning", QRect(start, inner.top(), pen.px(16), inner.height()), 16)
    return start - pen.px(16)


def _group(painter: QPainter, pen: Ink, box: QRect, line: Heading, group: Group, current: bool) -> None:
    painter.fillRect(box, pen.colours["selection" if current else "header"])
    painter.fillRect(box.left(), box.bottom(), box.width(), 1, pen.colours["border"])
    inner = box.adjusted(pen.px(12), 0, -pen.px(12), -1)
    chevron = "chevron-right" if line.collapsed else "chevron-down"
    pen.icon(painter, chevron, "text2", QRect(inner.left(), inner.top(), pen.px(16), inner.height()), 16)
    left = inner.left() + pen.px(24)
    title = QRect(left, inner.top(), inner.right() - left, inner.height())
    pen.write(painter, title, group.title, "text", ink.BOLD)
    left += min(pen.width(group.title, ink.BOLD), title.width()) + pen.px(8)
    left += _count(painter, pen, QRect(left, inner.top(), pen.px(40), inner.height()), str(line.count))
    right = QRect(left, inner.top(), max(0, inner.right() - left + 1), inner.height())
    if group.right and right.width() > pen.px(40):
        pen.write(painter, right, group.right, "text2", align=ink.RIGHT)


def _count(painter: QPainter, pen: Ink, box: QRect, count: str) -> int:
    width = pen.width(count, ink.TINY) + pen.px(12)
    height = pen.px(18)
    frame = QRect(box.left(), box.top() + (box.height() - height) // 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(pen.colours["surfaceAlt"])
    painter.setPen(pen.colours["border"])
    painter.drawRoundedRect(frame.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.restore()
    pen.write(painter, frame, count, "text2", ink.TINY, align=ink.CENTRE)
    return width + pen.px(16)
