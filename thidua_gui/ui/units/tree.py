"""The tree at the left of the page of units: search, order, which unit is chosen. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStackedLayout,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from thidua_gui.core.ids import UnitId
from thidua_gui.services.organisation import UnitRow
from thidua_gui.text import units as wording
from thidua_gui.ui import theme
from thidua_gui.ui.units.tree_model import Index, UnitDelegate, UnitTreeModel
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.widgets.card import Card
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.search_box import SearchBox

FEW = 60
"""A tree of so many units is shown open."""


class UnitTree(Card):
    """Alt+Up and Alt+Down move the chosen unit among its siblings."""

    chosen = Signal(object)
    move_wanted = Signal(object, int)
    closed_shown = Signal(bool)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 0, 0, 0), parent=parent)
        self.model = UnitTreeModel()
        self.view = _View()
        self.search = SearchBox(wording.FIND)
        self.up = icon_button("arrow-up", wording.MOVE_UP_TIP, bordered=True)
        self.down = icon_button("arrow-down", wording.MOVE_DOWN_TIP, bordered=True)
        self.with_closed = icon_button("archive", wording.SHOW_CLOSED, bordered=True)
        self.with_closed.setCheckable(True)
        self._current: UnitId | None = None
        self._folded: set[UnitId] = set()
        self._first = True
        self._lay_out()
        self._connect()

    def show_units(self, rows: Sequence[UnitRow]) -> None:
        """Another snapshot; what was chosen and folded stays so."""
        if self._first:
            self._first = False
            if len(rows) > FEW:
                self._folded = {row.id for row in rows if row.children and not row.is_root}
        self.model.set_rows(rows)
        self._restore()

    def current(self) -> UnitId | None:
        """The chosen unit."""
        return self._current

    def choose(self, unit_id: UnitId) -> bool:
        """Choose a unit; False when it is not in the tree."""
        if self.model.row_of(unit_id) is None:
            return False
        self._current = unit_id
        self._restore()
        self.chosen.emit(unit_id)
        return True

    def _restore(self) -> None:
        self._fold()
        current = self._current
        if current is None or self.model.row_of(current) is None:
            root = next((row.id for row in self.model.rows), None)
            current = self._current = root if current is None else current
        if current is not None and (index := self.model.index_of(current)).isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, flags)
            self.view.scrollTo(index)
        self._stack.setCurrentIndex(0 if len(self.model.rows) and self._has_hits() else 1)
        self._enable_moves()

    def _fold(self) -> None:
        self.view.setUpdatesEnabled(False)
        searching = bool(self.search.text().strip())
        if searching or not self._folded:
            self.view.expandAll()
        else:
            for row in self.model.rows:
                if row.children:
                    self.view.setExpanded(self.model.index_of(row.id), row.id not in self._folded)
        self.view.setUpdatesEnabled(True)

    def _has_hits(self) -> bool:
        searching = bool(self.search.text().strip())
        return not searching or self.model.rowCount(self.model.index(0, 0)) > 0

    def _on_current(self, index: QModelIndex) -> None:
        row = self.model.unit_at(index)
        if row is not None and row.id != self._current:
            self._current = row.id
            self._enable_moves()
            self.chosen.emit(row.id)

    def _enable_moves(self) -> None:
        row = None if self._current is None else self.model.row_of(self._current)
        movable = row is not None and not row.is_root and not self.search.text().strip()
        place, of = self.model.siblings(row.id) if movable and row is not None else (0, 0)
        self.up.setEnabled(movable and place > 0)
        self.down.setEnabled(movable and place < of - 1)

    def _move(self, step: int) -> None:
        button = self.up if step < 0 else self.down
        if self._current is not None and button.isEnabled():
            self.move_wanted.emit(self._current, step)

    def _on_fold(self, index: QModelIndex, folded: bool) -> None:
        row = self.model.unit_at(index)
        if row is not None and not self.search.text().strip():
            (self._folded.add if folded else self._folded.discard)(row.id)

    def _on_search(self, query: str) -> None:
        self.model.set_query(query)
        self._restore()

    def _lay_out(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(UnitDelegate(self.view))
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(10))
        top.setSpacing(theme.px(6))
        top.addWidget(self.search, 1)
        for button in (self.up, self.down, self.with_closed):
            top.addWidget(button)
        whole = QWidget()
        self._stack = QStackedLayout(whole)
        self._stack.addWidget(self.view)
        self._stack.addWidget(EmptyState("list-search", wording.NO_UNIT_FOUND))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(whole, 1)
        self.body.addLayout(column)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_search)
        self.view.selectionModel().currentChanged.connect(lambda now, before: self._on_current(now))
        self.view.collapsed.connect(lambda index: self._on_fold(index, True))
        self.view.expanded.connect(lambda index: self._on_fold(index, False))
        self.view.move_wanted.connect(self._move)
        self.view.doubleClicked.connect(lambda index: self.opened.emit())
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.with_closed.toggled.connect(self.closed_shown)


class _View(QTreeView):
    """The chosen row has the bar of the sidebar."""

    move_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAccessibleName(wording.TREE)
        self.setIndentation(theme.px(18))
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The bar of the chosen row lies at the very left."""
        super().drawRow(painter, option, index)
        if index == self.currentIndex():
            box = self.visualRect(index)
            painter.fillRect(QRect(0, box.top(), 3, box.height()), theme.colour("accent"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(step)
        else:
            super().keyPressEvent(event)
