"""The rule packs at the left, by time, and the refused files below them: what each is, what is still to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_gui.services.rule_review import PackView, RuleBook
from thidua_gui.services.rules import RefusedPack
from thidua_gui.text import rule_packs as wording
from thidua_gui.ui import icons, theme

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Sign:
    """What must be known of it, with icon and the role of its colour."""

    words: str
    icon: str
    role: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its key is the id of the pack, or the name of a refused file."""

    key: str
    title: str
    below: str
    signs: tuple[Sign, ...] = ()


class PackList(QListView):
    """Up and Down change the pack at once."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _PackModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_PackDelegate(self))
        self.setProperty("bare", True)
        self.setAccessibleName(wording.PACKS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_book(self, book: RuleBook, current: str) -> None:
        """Show these, with one of them chosen; tells nobody."""
        entries = [*(_pack(view, book) for view in book.packs), *map(_refused, book.refused)]
        self.blockSignals(True)
        self._model.set_entries(entries)
        place = next((place for place, entry in enumerate(entries) if entry.key == current), -1)
        self.setCurrentIndex(self._model.index(place) if place >= 0 else QModelIndex())
        self.blockSignals(False)
        self.viewport().update()

    def keys(self) -> tuple[str, ...]:
        """What is listed, from above."""
        return tuple(entry.key for entry in self._model.entries)

    def _on_current(self, current: QModelIndex) -> None:
        entry = current.data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            self.chosen.emit(entry.key)


def _pack(view: PackView, book: RuleBook) -> Entry:
    pack, signs = view.pack, list[Sign]()
    if not pack.is_enabled:
        signs.append(Sign(wording.NOT_ENABLED, "lock", "text2"))
    elif book.year is not None and book.year.law.regime == pack.id:
        signs.append(Sign(wording.judges(book.year.year), "circle-check", "success"))
    if not pack.is_shipped:
        signs.append(Sign(wording.NOT_SHIPPED, "info-circle", "info"))
    if view.unchecked:
        signs.append(Sign(wording.remaining(view.unchecked), "alert-triangle", "warning"))
    return Entry(pack.id, wording.title(pack), wording.period(pack), tuple(signs))


def _refused(found: RefusedPack) -> Entry:
    return Entry(found.file, found.file, "", (Sign(wording.REFUSED, "circle-x", "error"),))


class _PackModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (entry.title, entry.below, *(one.words for one in entry.signs)) if part)
        return entry.title if role == Qt.ItemDataRole.DisplayRole else None


class _PackDelegate(QStyledItemDelegate):
    """The title, then its time, then the signs, each on a line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(ENTRY_ROLE)
        lines = bool(entry.below) + len(entry.signs) if isinstance(entry, Entry) else 1
        below = lines * theme.row_height("caption", 6)
        return QSize(theme.px(160), theme.row_height("table", 10) + below + theme.px(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = "selection" if chosen else "hover" if option.state & QStyle.StateFlag.State_MouseOver else "surface"
        painter.save()
        painter.fillRect(box, theme.colour(ground))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accentText"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("border"))
        inner = box.adjusted(theme.px(14), theme.px(5), -theme.px(12), -theme.px(6))
        first = QRect(inner.left(), inner.top(), inner.width(), theme.row_height("table", 6))
        painter.setFont(theme.font("tableStrong"))
        painter.setPen(theme.colour("accentText" if chosen else "text"))
        _elided(painter, first, entry.title)
        line = QRect(inner.left(), first.bottom(), inner.width(), theme.row_height("caption", 6))
        if entry.below:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("text2"))
            _elided(painter, line, entry.below)
            line.translate(0, line.height())
        for sign in entry.signs:
            _sign(painter, line, sign)
            line.translate(0, line.height())
        painter.restore()


def _sign(painter: QPainter, box: QRect, sign: Sign) -> None:
    side = theme.px(16)
    icons.paint(painter, sign.icon, sign.role, QRect(box.left(), box.top(), side, box.height()), 14)
    painter.setFont(theme.font("caption", weight=600))
    painter.setPen(theme.colour(sign.role))
    _elided(painter, box.adjusted(side + theme.px(4), 0, 0, 0), sign.words)


def _elided(painter: QPainter, box: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
