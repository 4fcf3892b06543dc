"""The outline at the left of the plan: search, order, depth, which row is chosen. Writes nothing."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QVBoxLayout,
)

from thidua_gui.core.ids import PlanItemId
from thidua_gui.services.plan import PlanView
from thidua_gui.text import plan as wording
from thidua_gui.ui import theme
from thidua_gui.ui.plan.outline_delegate import OutlineDelegate
from thidua_gui.ui.plan.outline_model import HEAD, NODE_ROLE, Node, OutlineModel
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.keyed_actions import add_actions
from thidua_gui.ui.widgets.search_box import SearchBox


class Outline(QFrame):
    """Alt with the arrow keys moves and indents; Ctrl+V puts what was copied elsewhere after the chosen row."""

    chosen = Signal(object)
    """The Node of the row that became the current one."""
    opened = Signal()
    move_wanted = Signal(int)
    indent_wanted = Signal(int)
    """1 under the row above, -1 out again."""
    delete_wanted = Signal(tuple)
    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.model = OutlineModel()
        self.tree = _Tree()
        self.search = SearchBox(wording.FIND)
        self.up = icon_button("arrow-up", wording.MOVE_UP, bordered=True)
        self.down = icon_button("arrow-down", wording.MOVE_DOWN, bordered=True)
        self.deeper = icon_button("indent-increase", wording.INDENT, bordered=True)
        self.higher = icon_button("indent-decrease", wording.OUTDENT, bordered=True)
        self.remove = icon_button("trash", wording.DELETE, bordered=True)
        self._view: PlanView | None = None
        self._current = HEAD
        self._folded: set[str] = set()
        self._lay_out()
        self._connect()

    def show_plan(self, view: PlanView) -> None:
        """Another snapshot; what was chosen and folded stays so."""
        self._view = view
        for tool in self.tools():
            tool.setVisible(not view.is_closed)
        self._rebuild()

    def tools(self) -> list[QToolButton]:
        """Buttons that change something."""
        return [self.up, self.down, self.deeper, self.higher, self.remove]

    def current(self) -> Node | None:
        """The chosen row; None when a search hides it."""
        return self.model.node(self._current)

    def choose(self, key: str) -> None:
        """Choose a row and tell so; one that is not shown is chosen when it comes."""
        self._current = key
        self._restore()
        node = self.current()
        if node is not None:
            self.chosen.emit(node)

    def start_finding(self) -> None:
        """The keyboard goes to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _rebuild(self) -> None:
        if self._view is None:
            return
        bar = self.tree.verticalScrollBar()
        place = bar.value()
        self.tree.blocked = True
        self.model.show_plan(self._view, self.search.text())
        self.tree.expandAll()
        if not self.search.text().strip():
            for key in self._folded:
                item = self.model.item_of(key)
                if item is not None:
                    self.tree.collapse(item.index())
        self.tree.blocked = False
        self.tree.doItemsLayout()
        bar.setValue(place)
        self._restore()

    def _restore(self) -> None:
        item = self.model.item_of(self._current)
        if item is not None:
            self.tree.blocked = True
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.tree.selectionModel().setCurrentIndex(item.index(), flags)
            self.tree.blocked = False
            self.tree.scrollTo(item.index())
        self._enable()

    def _enable(self) -> None:
        node = self.current()
        is_item = node is not None and node.line is not None and node.line.id is not None
        still = not self.search.text().strip()
        item = self.model.item_of(self._current)
        parent = None if item is None else item.parent()
        siblings = 0 if parent is None else parent.rowCount()
        row = 0 if item is None else item.row()
        movable = is_item and still
        self.up.setEnabled(movable and self._is_item(row - 1))
        self.down.setEnabled(movable and row < siblings - 1)
        self.deeper.setEnabled(movable and self._is_item(row - 1))
        self.higher.setEnabled(movable and node is not None and node.line is not None and node.line.depth > 0)
        self.remove.setEnabled(is_item)

    def _is_item(self, row: int) -> bool:
        """A line that can be moved stands in that row beside the current one; a milestone's cannot."""
        item = self.model.item_of(self._current)
        if item is None or item.parent() is None or row < 0:
            return False
        node = item.parent().child(row).data(NODE_ROLE)
        return isinstance(node, Node) and node.line is not None and node.line.id is not None

    def _on_current(self, index: QModelIndex) -> None:
        node = index.data(NODE_ROLE)
        if isinstance(node, Node) and not self.tree.blocked:
            self._current = node.key
            self._enable()
            self.chosen.emit(node)

    def _on_fold(self, index: QModelIndex, folded: bool) -> None:
        node = index.data(NODE_ROLE)
        if isinstance(node, Node) and not self.tree.blocked and not self.search.text().strip():
            (self._folded.add if folded else self._folded.discard)(node.key)

    def _delete(self) -> None:
        nodes = [index.data(NODE_ROLE) for index in self.tree.selectionModel().selectedIndexes()]
        ids = [PlanItemId(node.line.id) for node in nodes if node.line is not None and node.line.id is not None]
        if ids and self.remove.isVisible():
            self.delete_wanted.emit(tuple(ids))

    def _lay_out(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(OutlineDelegate(self.tree))
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        top.setSpacing(theme.px(6))
        top.addWidget(self.search, 1)
        for button in self.tools():
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line())
        column.addWidget(self.tree, 1)

    def _connect(self) -> None:
        tree = self.tree
        self.search.searched.connect(lambda _: self._rebuild())
        tree.selectionModel().currentChanged.connect(lambda now, before: self._on_current(now))
        tree.collapsed.connect(lambda index: self._on_fold(index, True))
        tree.expanded.connect(lambda index: self._on_fold(index, False))
        tree.doubleClicked.connect(lambda _: self.opened.emit())
        add_actions(
            tree,
            (
                ("F2", wording.EDIT, self.opened.emit),
                ("Alt+Up", wording.KEY_UP, self.up.click),
                ("Alt+Down", wording.KEY_DOWN, self.down.click),
                ("Alt+Right", wording.KEY_INDENT, self.deeper.click),
                ("Alt+Left", wording.KEY_OUTDENT, self.higher.click),
                ("Delete", wording.KEY_DELETE, self._delete),
                ("Ctrl+V", wording.KEY_PASTE, lambda: self.pasted.emit(QGuiApplication.clipboard().text())),
            ),
        )
        tree.opened.connect(self.opened)
        self.up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.move_wanted.emit(1))
        self.deeper.clicked.connect(lambda: self.indent_wanted.emit(1))
        self.higher.clicked.connect(lambda: self.indent_wanted.emit(-1))
        self.remove.clicked.connect(self._delete)


class _Tree(QTreeView):
    """The chosen row has the bar of the sidebar."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.blocked = False
        self.setProperty("bare", True)
        self.setHeaderHidden(True)
        self.setAccessibleName(wording.OUTLINE)
        self.setIndentation(theme.px(16))
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words break anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().drawRow(painter, option, index)
        if index == self.currentIndex():
            box = self._without_part(self.visualRect(index), index)
            painter.fillRect(QRect(0, box.top(), 3, box.height()), theme.colour("accent"))

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """The arrow stands beside the section's own words."""
        super().drawBranches(painter, self._without_part(rect, index), index)

    def _without_part(self, box: QRect, index: QModelIndex | QPersistentModelIndex) -> QRect:
        delegate = self.itemDelegate()
        above = delegate.part_height(index) if isinstance(delegate, OutlineDelegate) else 0
        return box.adjusted(0, above, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
