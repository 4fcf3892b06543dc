"""A field to choose one of many by typing the beginning of its words; the choices come from whoever owns it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from thidua_gui.core.vietnamese import fold, words_start_with
from thidua_gui.ui import icons, theme

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
REST = 120
SHOWN = 40
KEY_ROLE = int(Qt.ItemDataRole.UserRole)
DETAIL_ROLE = KEY_ROLE + 1
INDENT_ROLE = KEY_ROLE + 2


@dataclass(frozen=True, slots=True)
class PickItem:
    """Something to choose: its key, its words, a quiet addition and how deep it stands in a tree."""

    key: object
    label: str
    detail: str = ""
    indent: int = 0


Answer = Callable[[Sequence[PickItem]], None]
Find = Callable[[str, Answer], None]


def among(items: Sequence[PickItem]) -> Find:
    """Search in a list that is in memory; no words show all of it."""
    folded = [fold(f"{item.label} {item.detail}") for item in items]

    def find(query: str, answer: Answer) -> None:
        wanted = fold(query)
        found = [item for item, text in zip(items, folded, strict=True) if words_start_with(text, wanted)]
        answer(found if wanted else items)

    return find


class PickField(QLineEdit):
    """`key()` is what was chosen, None while the field is empty."""

    picked = Signal(object)

    def __init__(self, find: Find, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._chosen: PickItem | None = None
        self._asked = ""
        self._model = _Choices(self)
        self._popup = QListView()
        self.setPlaceholderText(hint)
        self.addAction(icons.icon("search", "text2", 16), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._make_completer()
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)
        self._timer.timeout.connect(self.search)

    def set_find(self, find: Find) -> None:
        """Choices come from elsewhere now."""
        self._find = find

    def key(self) -> object:
        """What was chosen."""
        return None if self._chosen is None else self._chosen.key

    def choose(self, item: PickItem | None) -> None:
        """Show a choice, telling nobody."""
        self._chosen = item
        self.setText("" if item is None else item.label)
        self.setCursorPosition(0)

    def is_settled(self) -> bool:
        """Empty or chosen; False while words stand there that were not chosen from the list."""
        return self._chosen is not None or not self.text().strip()

    def search(self) -> None:
        """Ask for what begins with the words in the field."""
        self._timer.stop()
        query = "" if self._chosen is not None else self.text().strip()
        self._asked = query
        self._find(query, lambda items: self._show(query, items))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self._popup.isVisible():
            self.search()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.text() and not self._popup.isVisible():
            self.search()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self._chosen is None:
            self._settle()

    def _make_completer(self) -> None:
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(10)
        completer.setPopup(self._popup)
        self._popup.setUniformItemSizes(True)
        self._popup.setItemDelegate(_ChoiceDelegate(self._popup))
        by_index = completer.activated[QModelIndex]  # type: ignore[index]  # the stubs know no overloads of signals
        by_index.connect(self._on_activated)
        self.setCompleter(completer)

    def _on_edited(self) -> None:
        self._chosen = None
        self._timer.start()

    def _on_changed(self, text: str) -> None:
        if not text and self._chosen is not None:
            self._chosen = None
        if not text:
            self.picked.emit(None)

    def _show(self, query: str, items: Sequence[PickItem]) -> None:
        if query != self._asked or not self.isVisible():
            return
        self._model.set_items(items)
        if items and self.window().focusWidget() is self:
            self.completer().complete()
        else:
            self._popup.hide()

    def _on_activated(self, index: QModelIndex) -> None:
        item = self._model.item(index.row())
        if item is not None:
            self.choose(item)
            self._popup.hide()
            self.picked.emit(item.key)

    def _settle(self) -> None:
        """The words name exactly one of the choices: take it."""
        words = fold(self.text().strip())
        same = [item for item in self._model.items if words and fold(item.label) == words]
        if len(same) == 1:
            self.choose(same[0])
            self.picked.emit(same[0].key)


class _Choices(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: tuple[PickItem, ...] = ()

    def set_items(self, items: Sequence[PickItem]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def item(self, row: int) -> PickItem | None:
        return self.items[row] if 0 <= row < len(self.items) else None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        item = self.items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return item.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.label} {item.detail}".strip()
        return {KEY_ROLE: item.key, DETAIL_ROLE: item.detail, INDENT_ROLE: item.indent}.get(role)


class _ChoiceDelegate(QStyledItemDelegate):
    """Words at the left, the quiet addition at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(120), theme.row_height("table", 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        chosen = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        painter.fillRect(box, theme.colour("selection" if chosen else "surface"))
        pad = theme.px(10)
        inner = box.adjusted(pad + theme.px(16) * int(index.data(INDENT_ROLE) or 0), 0, -pad, 0)
        detail = str(index.data(DETAIL_ROLE) or "")
        small = theme.font("caption")
        width = min(QFontMetrics(small).horizontalAdvance(detail), inner.width() // 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(small)
        painter.setPen(theme.colour("text2"))
        elided = QFontMetrics(small).elidedText(detail, Qt.TextElideMode.ElideRight, width + 1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, elided)
        font = theme.font("table")
        words = inner.adjusted(0, 0, -width - (pad if detail else 0), 0)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        label = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | middle, label)


