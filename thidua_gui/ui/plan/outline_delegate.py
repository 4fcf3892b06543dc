"""How a row of the plan's outline is drawn: the part above it, its mark, at most two lines of its words, and a quiet
one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from thidua_gui.ui import theme
from thidua_gui.ui.plan.outline_model import NODE_ROLE, Node

Index = QModelIndex | QPersistentModelIndex
LINES = 2
MARGIN, ABOVE, BETWEEN = 6, 10, 6


class OutlineDelegate(QStyledItemDelegate):
    """As tall as its words need."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        node = index.data(NODE_ROLE)
        if not isinstance(node, Node):
            return super().sizeHint(option, index)
        room = self._room(index) - self._mark_width(node)
        height = len(broken(node.words, _font(node), room)) * _line(_font(node)) + theme.px(2 * MARGIN)
        height += self.part_height(index)
        if node.quiet:
            height += _line(theme.font("caption"))
        return QSize(theme.px(160), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node = index.data(NODE_ROLE)
        if not isinstance(node, Node):
            return
        box = QRect(option.rect)
        if node.part:
            self._draw_part(painter, node, box)
            box.setTop(box.top() + self.part_height(index))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            ground = QRect(0, box.top(), self._tree.viewport().width(), box.height())
            painter.fillRect(ground, theme.colour("selection" if chosen else "hover"))
        inner = box.adjusted(theme.px(BETWEEN), theme.px(MARGIN), -theme.px(12), -theme.px(MARGIN))
        self._draw_words(painter, node, inner, "accentText" if chosen and node.is_heading else "text")

    def _draw_words(self, painter: QPainter, node: Node, inner: QRect, role: str) -> None:
        font = _font(node)
        painter.setFont(font)
        width = self._mark_width(node)
        painter.setPen(theme.colour("text2"))
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, top, node.mark)
        words = inner.adjusted(width, 0, 0, 0)
        painter.setPen(theme.colour(role))
        for text in broken(node.words, font, words.width()):
            painter.drawText(words, top, text)
            words.setTop(words.top() + _line(font))
        if node.quiet:
            small = theme.font("caption")
            painter.setFont(small)
            painter.setPen(theme.colour("text2"))
            quiet = QFontMetrics(small).elidedText(node.quiet, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, top, quiet)

    def part_height(self, index: Index) -> int:
        """How much of the row's top is the heading of a part."""
        node = index.data(NODE_ROLE)
        is_first = isinstance(node, Node) and bool(node.part)
        return _line(theme.font("captionStrong")) + theme.px(ABOVE) if is_first else 0

    def _draw_part(self, painter: QPainter, node: Node, box: QRect) -> None:
        height = _line(theme.font("captionStrong")) + theme.px(ABOVE)
        place = QRect(theme.px(16), box.top(), self._tree.viewport().width() - theme.px(28), height)
        painter.setFont(theme.font("captionStrong"))
        painter.setPen(theme.colour("text2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, node.part)

    def _mark_width(self, node: Node) -> int:
        if not node.mark:
            return 0
        return QFontMetrics(_font(node)).horizontalAdvance(node.mark) + theme.px(BETWEEN)

    def _room(self, index: Index) -> int:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        taken = depth * self._tree.indentation() + theme.px(BETWEEN + 12)
        return self._tree.viewport().width() - taken


def broken(text: str, font: QFont, width: int) -> list[str]:
    """The text on at most two lines of that width, the last elided."""
    metrics = QFontMetrics(font)
    width = max(width, metrics.averageCharWidth() * 4)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, font)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    layout.endLayout()
    cut = first.textLength()
    return [text[:cut].rstrip(), metrics.elidedText(text[cut:].lstrip(), Qt.TextElideMode.ElideRight, width)]


def _font(node: Node) -> QFont:
    return theme.font("tableStrong" if node.is_heading else "table")


def _line(font: QFont) -> int:
    return QFontMetrics(font).height() + theme.px(1)
