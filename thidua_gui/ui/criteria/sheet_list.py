"""The year's criteria sheets at the left: code, version, whom they serve, whether in use. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_gui.core.ids import SheetId
from thidua_gui.services.criteria import SheetView
from thidua_gui.text import criteria as wording
from thidua_gui.ui import icons, theme

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
VIEW_ROLE = int(Qt.ItemDataRole.UserRole)


class SheetList(QListView):
    """Up and Down change the sheet at once."""

    chosen = Signal(object)
    """SheetId."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _SheetModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_SheetDelegate(self))
        self.setProperty("bare", True)
        self.setAccessibleName(wording.SHEETS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_sheets(self, views: Sequence[SheetView], current: SheetId | None) -> None:
        """Show these, with one of them chosen; tells nobody."""
        self.blockSignals(True)
        self._model.set_views(views)
        place = next((place for place, view in enumerate(views) if view.id == current), -1)
        self.setCurrentIndex(self._model.index(place) if place >= 0 else QModelIndex())
        self.blockSignals(False)
        self.viewport().update()

    def _on_current(self, current: QModelIndex) -> None:
        view = current.data(VIEW_ROLE)
        if isinstance(view, SheetView):
            self.chosen.emit(view.id)


class _SheetModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._views: tuple[SheetView, ...] = ()

    def set_views(self, views: Sequence[SheetView]) -> None:
        self.beginResetModel()
        self._views = tuple(views)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._views)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        view = self._views[index.row()]
        if role == VIEW_ROLE:
            return view
        served = wording.served(view.subject, view.staff_groups, view.unit_names)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{view.name}\n{served}" if view.name else served
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((view.code, wording.version(view.version), served, state_of(view)[0]))
        return view.code if role == Qt.ItemDataRole.DisplayRole else None


class _SheetDelegate(QStyledItemDelegate):
    """Code and version, the state at the right, and whom it serves in the second line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(160), theme.row_height("table", 10) + theme.row_height("caption", 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = index.data(VIEW_ROLE)
        if not isinstance(view, SheetView):
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
        second = QRect(inner.left(), first.bottom(), inner.width(), inner.bottom() - first.bottom())
        room = _state(painter, first, view)
        _title(painter, first.adjusted(0, 0, -room - theme.px(6), 0), view, chosen)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text2"))
        _elided(painter, second, wording.served_briefly(view.subject, view.staff_groups, view.unit_names))
        painter.restore()


def state_of(view: SheetView) -> tuple[str, str, str]:
    """The word of its state, its icon and the colour of both."""
    if view.superseded:
        return wording.SUPERSEDED, "archive", "text2"
    if view.stands_for is not None:
        return wording.WAITING, "clock", "warning"
    return (wording.IN_USE, "lock", "success") if view.in_use else (wording.NOT_USED, "pencil", "info")


def _title(painter: QPainter, box: QRect, view: SheetView, chosen: bool) -> None:
    painter.setFont(theme.font("tableStrong"))
    painter.setPen(theme.colour("accentText" if chosen else "text2" if view.superseded else "text"))
    code = QFontMetrics(painter.font()).horizontalAdvance(view.code) + theme.px(8)
    _elided(painter, box, view.code)
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.colour("text2"))
    beside = wording.version_briefly(view.version) if view.version > 1 else view.name or ""
    _elided(painter, box.adjusted(code, 0, 0, 0), beside)


def _state(painter: QPainter, box: QRect, view: SheetView) -> int:
    """The state's icon and word at the right; how much room they took."""
    word, icon, role = state_of(view)
    font = theme.font("caption", weight=600)
    painter.setFont(font)
    width = QFontMetrics(font).horizontalAdvance(word)
    painter.setPen(theme.colour(role))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)
    side = theme.px(16)
    icons.paint(painter, icon, role, QRect(box.right() - width - side - theme.px(3), box.top(), side, box.height()), 14)
    return width + side + theme.px(3)


def _elided(painter: QPainter, box: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
