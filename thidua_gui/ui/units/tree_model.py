"""The tree of units: a snapshot of rows with the school as root, and how a row is drawn; asks no service."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from thidua_gui.core.ids import UnitId
from thidua_gui.core.vietnamese import date_text, fold, grouped, match_spans, words_start_with
from thidua_gui.services.organisation import UnitRow
from thidua_gui.text import units as wording
from thidua_gui.ui import icons, theme

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
SPANS_ROLE = ROW_ROLE + 1


class UnitTreeModel(QAbstractItemModel):
    """Rows as the service gives them: each before those below it."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[UnitRow, ...] = ()
        self._rows: dict[UnitId, UnitRow] = {}
        self._below: dict[UnitId | None, list[UnitId]] = {}
        self._place: dict[UnitId, int] = {}
        self._query = ""

    @property
    def rows(self) -> tuple[UnitRow, ...]:
        """Every unit, filtered or not."""
        return self._all

    def set_rows(self, rows: Sequence[UnitRow]) -> None:
        """Another snapshot."""
        self._all = tuple(rows)
        self._rebuild()

    def set_query(self, query: str) -> None:
        """Only units with these beginnings of words, and what is above them."""
        self._query = query.strip()
        self._rebuild()

    def row_of(self, unit_id: UnitId) -> UnitRow | None:
        """A unit that is in the tree now."""
        return self._rows.get(unit_id)

    def index_of(self, unit_id: UnitId) -> QModelIndex:
        """Where a unit stands."""
        if unit_id not in self._rows:
            return QModelIndex()
        return self.createIndex(self._place[unit_id], 0, int(unit_id))

    def unit_at(self, index: Index) -> UnitRow | None:
        """The unit of an index."""
        return self._rows.get(UnitId(index.internalId())) if index.isValid() else None

    def siblings(self, unit_id: UnitId) -> tuple[int, int]:
        """Place among the siblings and how many they are."""
        row = self._rows[unit_id]
        return self._place[unit_id], len(self._below.get(row.parent_id, []))

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        below = self._below.get(UnitId(parent.internalId()) if parent.isValid() else None, [])
        found = 0 <= row < len(below) and column == 0
        return self.createIndex(row, column, int(below[row])) if found else QModelIndex()

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]  # Qt has two methods of the name
        row = self.unit_at(index)
        return QModelIndex() if row is None or row.parent_id is None else self.index_of(row.parent_id)

    def rowCount(self, parent: Index = ROOT) -> int:
        return len(self._below.get(UnitId(parent.internalId()) if parent.isValid() else None, []))

    def columnCount(self, parent: Index = ROOT) -> int:
        return 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self.unit_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == ROW_ROLE:
            return row
        if role == SPANS_ROLE:
            return match_spans(row.name, self._query) if self._query else []
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {wording.members(row.members_below)}"
        return None

    def _rebuild(self) -> None:
        self.beginResetModel()
        kept = self._kept()
        self._rows = {row.id: row for row in self._all if row.id in kept}
        self._below, self._place = {}, {}
        for row in self._rows.values():
            siblings = self._below.setdefault(row.parent_id, [])
            self._place[row.id] = len(siblings)
            siblings.append(row.id)
        self.endResetModel()

    def _kept(self) -> set[UnitId]:
        if not self._query:
            return {row.id for row in self._all}
        wanted = fold(self._query)
        parents = {row.id: row.parent_id for row in self._all}
        kept: set[UnitId] = {row.id for row in self._all if row.is_root}
        for row in self._all:
            if words_start_with(fold(f"{row.name} {row.short_name} {row.code}"), wanted):
                unit_id: UnitId | None = row.id
                while unit_id is not None and unit_id not in kept:
                    kept.add(unit_id)
                    unit_id = parents[unit_id]
        return kept


class UnitDelegate(QStyledItemDelegate):
    """Name at the left, people at the right; a closed unit is quiet and says since when."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(120), theme.row_height("table", 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, UnitRow):
            return
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        strong = chosen or row.is_root
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("selection" if chosen else "hover"))
        inner = box.adjusted(theme.px(4), 0, -theme.px(12), 0)
        if row.is_root:
            place = QRect(inner.left(), inner.top(), theme.px(16), inner.height())
            icons.paint(painter, "building", "text2", place, 16)
            inner.setLeft(inner.left() + theme.px(24))
        middle = Qt.AlignmentFlag.AlignVCenter
        right = grouped(row.members_below) if row.closed_on is None else wording.closed_since(date_text(row.closed_on))
        small = theme.font("table" if row.closed_on is None else "caption", numeric=True)
        painter.setFont(small)
        painter.setPen(theme.colour("text2"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, right)
        width = QFontMetrics(small).horizontalAdvance(right) + theme.px(10)
        font = theme.font("tableStrong" if strong else "table")
        words = inner.adjusted(0, 0, -width, 0)
        shown = QFontMetrics(font).elidedText(row.name, Qt.TextElideMode.ElideRight, words.width())
        self._mark(painter, QFontMetrics(font), words, shown, index.data(SPANS_ROLE) or [])
        painter.setFont(font)
        role = "accentText" if chosen else "text" if row.closed_on is None else "text2"
        painter.setPen(theme.colour(role))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | middle, shown)

    def _mark(
        self, painter: QPainter, metrics: QFontMetrics, words: QRect, shown: str, spans: Sequence[tuple[int, int]]
    ) -> None:
        for start, end in spans:
            left = words.left() + metrics.horizontalAdvance(shown[:start])
            width = metrics.horizontalAdvance(shown[start:end])
            top = words.center().y() - metrics.height() // 2
            painter.fillRect(QRect(left, top, width, metrics.height()), theme.colour("goldTint"))
