"""The tree of one person's sheet and how its cells are drawn and typed. Emits what was typed; writes nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from thidua_gui.core.ids import CriterionId
from thidua_gui.core.scoring import Criterion, CriterionKind
from thidua_gui.text import score_sheet as wording
from thidua_gui.ui import icons, theme
from thidua_gui.ui.scoring.sheet_model import CONTENT, MAXIMUM, SheetCell, SheetModel

Index = QModelIndex | QPersistentModelIndex
_NUMBER_WIDTH = 56
_CHANGE = {1: ("arrow-up", "success"), 0: ("equal", "text2"), -1: ("arrow-down", "error")}
_EXTRAS = 64
"""A speech bubble, a paper-clip and two digits."""


class SheetTree(QTreeView):
    """Enter takes the value and goes to the next criterion; digits begin typing at once; Delete empties."""

    criterion_changed = Signal(object)
    """CriterionId that the cursor stands on."""

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet_model = model
        self.setModel(model)
        self.setItemDelegate(_SheetDelegate(self))
        self.setAccessibleName(wording.TREE)
        self.setProperty("bare", True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setHighlightSections(False)
        model.modelReset.connect(self._arrange)
        theme.theme_switch().changed.connect(self._arrange)
        self.selectionModel().currentChanged.connect(self._on_current)

    def go_to(self, criterion_id: CriterionId) -> None:
        """Put the cursor into the active stage's cell of this criterion."""
        index = self._sheet_model.index_of(criterion_id, self._sheet_model.active_column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def go_to_first(self) -> None:
        """To the first criterion that takes a score."""
        leaves = self._sheet_model.leaves()
        if leaves and self._sheet_model.active_column >= 0:
            self.go_to(leaves[0])

    def current_criterion(self) -> Criterion | None:
        """The criterion under the cursor."""
        index = self.currentIndex()
        return self._sheet_model.criterion(index) if index.isValid() else None

    def step(self, by: int) -> bool:
        """To the next or previous criterion that takes a score; False at the ends."""
        leaves = self._sheet_model.leaves()
        current = self.current_criterion()
        place = leaves.index(current.id) + by if current is not None and current.id in leaves else 0
        if not 0 <= place < len(leaves):
            return False
        self.go_to(leaves[place])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        index = self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.step(1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._sheet_model.setData(index, "")
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.step(1 if key == Qt.Key.Key_Down else -1)
        elif event.text() and event.text().isalpha() and not event.modifiers():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.criterion_changed.emit(self._sheet_model.criterion(index).id)

    def _width(self, column: int) -> int:
        model = self._sheet_model
        if model.stage(column) is not None:
            return 74
        if model.before_place(column) >= 0:
            return (84, 72)[model.before_place(column)]
        return 58 if column == MAXIMUM else _EXTRAS

    def _arrange(self) -> None:
        """Columns by the letters' size; every group open."""
        header = self.header()
        for column in range(self._sheet_model.columnCount()):
            is_content = column == CONTENT
            mode = QHeaderView.ResizeMode.Stretch if is_content else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
            if not is_content:
                self.setColumnWidth(column, theme.px(self._width(column)))
        header.setFixedHeight(theme.row_height(spare=18))
        self.expandAll()


class _SheetDelegate(QStyledItemDelegate):
    def __init__(self, tree: SheetTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(80), theme.row_height(spare=18))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setProperty("kind", "bare")
        editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor.setFont(theme.font("tableStrong", numeric=True))
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QLineEdit) and isinstance(model, SheetModel):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        editor.setGeometry(box.adjusted(2, 2, -theme.px(7), -3))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, QLineEdit):
            forward = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Down)
            backward = event.key() in (Qt.Key.Key_Backtab, Qt.Key.Key_Up)
            if forward or backward:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self._tree.step(1 if forward else -1)
                return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        criterion = self._tree._sheet_model.criterion(index)
        cell = self._tree._sheet_model.cell(index)
        painter.save()
        self._paint_ground(painter, option, index, criterion, cell)
        box: QRect = option.rect
        inner = box.adjusted(theme.px(10), 0, -theme.px(10), -1)
        if cell is not None:
            self._paint_cell(painter, inner, index, cell)
        elif index.column() == CONTENT:
            _paint_content(painter, inner, criterion)
        elif self._tree._sheet_model.before_place(index.column()) >= 0:
            self._paint_before(painter, inner, index)
        elif index.column() == MAXIMUM:
            _words(painter, inner, str(index.data()), "text2", right=True, numeric=True)
        else:
            self._paint_extras(painter, box.adjusted(0, 0, -theme.px(8), -1), criterion)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, criterion: Criterion,
        cell: SheetCell | None,
    ) -> None:
        box: QRect = option.rect
        current = self._tree.currentIndex()
        same_row = current.isValid() and current.internalId() == index.internalId()
        role = "surfaceAlt" if criterion.kind is CriterionKind.GROUP else "surface"
        if same_row:
            role = "selection"
        if cell is not None and cell.draft is not None:
            role = "errorTint"
        elif cell is not None and cell.is_missing and index.column() == self._tree._sheet_model.active_column:
            role = "warningTint"
        is_current = same_row and bool(option.state & QStyle.StateFlag.State_Selected) and cell is not None
        painter.fillRect(box, theme.colour("surface" if is_current and role == "selection" else role))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.colour("border"))
        painter.fillRect(box.right(), box.top(), 1, box.height(), theme.colour("border"))
        if is_current and cell is not None and not cell.is_group:
            painter.setPen(QPen(theme.colour("accentText"), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        elif cell is not None and cell.draft is not None:
            painter.setPen(QPen(theme.colour("error"), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _paint_cell(self, painter: QPainter, box: QRect, index: Index, cell: SheetCell) -> None:
        is_active = index.column() == self._tree._sheet_model.active_column
        step = "tableStrong" if is_active or cell.is_group else "table"
        if cell.draft is not None:
            icons.paint(painter, "alert-circle", "error", QRect(box.left(), box.top(), theme.px(16), box.height()), 14)
            _words(painter, box, cell.text, "error", right=True, numeric=True, step="tableStrong")
        elif cell.is_missing and is_active:
            _words(painter, box, wording.MISSING, "warning", right=True, step="captionStrong")
        else:
            role = "text3" if cell.points is None else "warning" if cell.differs and is_active else "text"
            _words(painter, box, cell.text, role if is_active else _quiet(role), right=True, numeric=True, step=step)
            if cell.differs and is_active and not cell.is_group:
                sign = QRect(box.left() - theme.px(4), box.top(), theme.px(14), box.height())
                icons.paint(painter, "arrows-exchange", "warning", sign, 14)

    def _paint_before(self, painter: QPainter, box: QRect, index: Index) -> None:
        """Last year's points; the difference with an arrow, so that colour is never alone."""
        model, words = self._tree._sheet_model, str(index.data())
        found = model.compared(index)
        if model.before_place(index.column()) == 0:
            is_known = found is not None and found.before is not None and found.before.points is not None
            _words(painter, box, words, "text2" if is_known else "text3", right=True, numeric=is_known)
            return
        difference = None if found is None else found.difference
        if difference is None:
            return
        icon, role = _CHANGE[(difference.hundredths > 0) - (difference.hundredths < 0)]
        icons.paint(painter, icon, role, QRect(box.left(), box.top(), theme.px(16), box.height()), 14)
        _words(painter, box, words, role, right=True, numeric=True)

    def _paint_extras(self, painter: QPainter, box: QRect, criterion: Criterion) -> None:
        """A speech bubble where there are comments, a paper-clip with the number of files."""
        files = self._tree._sheet_model.evidence_count(criterion.id)
        if files:
            clip = QRect(box.right() - theme.px(30), box.top(), theme.px(16), box.height())
            icons.paint(painter, "paperclip", "text2", clip, 16)
            _words(painter, box, str(files), "text2", right=True, numeric=True)
        if self._tree._sheet_model.comment_count(criterion.id):
            sign = QRect(box.right() - theme.px(49), box.top(), theme.px(18), box.height())
            icons.paint(painter, "message", "text2", sign, 16)


def _quiet(role: str) -> str:
    return "text2" if role == "text" else role


def _paint_content(painter: QPainter, box: QRect, criterion: Criterion) -> None:
    is_group = criterion.kind is CriterionKind.GROUP
    left = box.left() if is_group else box.left() + theme.px(18)
    number = QRect(left, box.top(), theme.px(_NUMBER_WIDTH - 18), box.height())
    step = "tableStrong" if is_group else "table"
    _words(painter, number, criterion.number, "text" if is_group else "text2", step=step)
    text = QRect(left + theme.px(_NUMBER_WIDTH - 18), box.top(), 0, box.height())
    text.setRight(box.right())
    _words(painter, text, criterion.content, "text", step=step)


def _words(
    painter: QPainter, box: QRect, words: str, role: str, *, right: bool = False, numeric: bool = False,
    step: str = "table",
) -> None:
    painter.setFont(theme.font(step, numeric=numeric))
    painter.setPen(theme.colour(role))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
