"""Hits of the global search as rows of a list, and how they are drawn; asks no service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from thidua_gui.core.vietnamese import match_spans
from thidua_gui.text import shell
from thidua_gui.ui import icons, theme
from thidua_gui.ui.navigation import ROOT, Index

if TYPE_CHECKING:
    from thidua_gui.services.search import Found

ROW_ROLE = Qt.ItemDataRole.UserRole
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowKind(Enum):
    """Heading of a group, hit, or words about hits that are not listed."""

    GROUP = auto()
    HIT = auto()
    MORE = auto()


@dataclass(frozen=True, slots=True)
class SearchRow:
    """One row; a hit leads to `page` with `argument`."""

    kind: RowKind
    text: str
    detail: str = ""
    icon: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    page: str = ""
    argument: object = None


def rows_of(found: Found) -> tuple[SearchRow, ...]:
    """All groups that have hits, in the order people, units, decisions."""
    query = found.query
    people = [
        _hit(
            query,
            hit.name,
            _joined(
                shell.born(hit.born_year) if hit.born_year else None,
                hit.unit,
                hit.code,
                shell.LEFT_SCHOOL if hit.has_left else None,
            ),
            "user",
            "people",
            hit.id,
        )
        for hit in found.people
    ]
    units = [
        _hit(
            query,
            hit.name,
            _joined(hit.code, shell.CLOSED_UNIT if hit.is_closed else None),
            "building-community",
            "units",
            hit.id,
        )
        for hit in found.units
    ]
    decisions = [
        _hit(
            query,
            hit.number,
            shell.decision_line(hit.decided_on, hit.authority),
            "file-certificate",
            "awards",
            hit.number,
        )
        for hit in found.decisions
    ]
    return (
        *_group("people", people, found.people_count),
        *_group("units", units, found.units_count),
        *_group("decisions", decisions, found.decisions_count),
    )


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _hit(query: str, text: str, detail: str, icon: str, page: str, argument: object) -> SearchRow:
    return SearchRow(RowKind.HIT, text, detail, icon, tuple(match_spans(text, query)), page, argument)


def _group(key: str, hits: Sequence[SearchRow], count: int) -> list[SearchRow]:
    if not hits:
        return []
    rows = [SearchRow(RowKind.GROUP, shell.SEARCH_GROUPS[key], str(count)), *hits]
    if count > len(hits):
        rows.append(SearchRow(RowKind.MORE, shell.more_hits(count - len(hits))))
    return rows


class SearchModel(QAbstractListModel):
    """The popup's list; only hits can be selected."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SearchRow, ...] = ()

    @property
    def rows(self) -> tuple[SearchRow, ...]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: tuple[SearchRow, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: Index) -> SearchRow | None:
        """What stands there."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def hit_from(self, row: int, step: int) -> int:
        """The nearest hit from a row on in a direction, round the ends; -1 without hits."""
        for _ in self._rows:
            row = (row + step) % len(self._rows)
            if self._rows[row].kind is RowKind.HIT:
                return row
        return -1

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None or row.kind is not RowKind.HIT:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.text}, {row.detail}" if row.detail else row.text
        return row if role == ROW_ROLE else None


class SearchDelegate(QStyledItemDelegate):
    """Icon, name with the matched letters marked, and what tells it from others at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, height_of(index.data(ROW_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        row: SearchRow = index.data(ROW_ROLE)
        box = option.rect
        if row.kind is RowKind.HIT:
            if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
                painter.fillRect(box, theme.colour("selection"))
            icons.paint(painter, row.icon, "text2", QRect(theme.px(10), box.top(), theme.px(24), box.height()), 18)
            self._paint_hit(painter, box.adjusted(theme.px(42), 0, -theme.px(14), 0), row)
        else:
            self._paint_quiet(painter, box.adjusted(theme.px(14), 0, -theme.px(14), 0), row)
        painter.restore()

    def _paint_quiet(self, painter: QPainter, box: QRect, row: SearchRow) -> None:
        is_group = row.kind is RowKind.GROUP
        painter.setFont(theme.font("captionStrong" if is_group else "caption"))
        painter.setPen(theme.colour("text2"))
        painter.drawText(box.adjusted(0 if is_group else theme.px(28), 0, 0, 0), LEFT, row.text)
        painter.setFont(theme.font("caption", numeric=True))
        painter.drawText(box, RIGHT, row.detail)

    def _paint_hit(self, painter: QPainter, box: QRect, row: SearchRow) -> None:
        font = theme.font("body")
        width = min(QFontMetrics(font).horizontalAdvance(row.text) + 2, box.width())
        paint_marked(painter, QRect(box.left(), box.top(), width, box.height()), row.text, row.spans, font)
        quiet = box.adjusted(width + theme.px(12), 0, 0, 0)
        painter.setFont(theme.font("caption", numeric=True))
        painter.setPen(theme.colour("text2"))
        metrics = QFontMetrics(painter.font())
        painter.drawText(quiet, RIGHT, metrics.elidedText(row.detail, Qt.TextElideMode.ElideRight, quiet.width()))


def height_of(row: SearchRow) -> int:
    """Height of a row of the list."""
    return theme.row_height("body", 16 if row.kind is RowKind.HIT else 8)


def paint_marked(painter: QPainter, box: QRect, text: str, spans: Sequence[tuple[int, int]], font: QFont) -> None:
    """One line of text with a ground behind the matched letters."""
    layout = QTextLayout(QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width()), font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(box.width() + theme.px(40))
    layout.endLayout()
    ranges = []
    for start, end in spans:
        marked = QTextLayout.FormatRange()
        marked.start = start
        marked.length = end - start
        shape = QTextCharFormat()
        shape.setBackground(theme.marker())
        shape.setForeground(theme.colour("text"))
        marked.format = shape
        ranges.append(marked)
    painter.setPen(theme.colour("text"))
    top = box.top() + (box.height() - line.height()) / 2
    layout.draw(painter, QPointF(box.left(), top), ranges)
