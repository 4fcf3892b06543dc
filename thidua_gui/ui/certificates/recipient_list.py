"""The recipients with their check boxes and states. Holds a snapshot; knows no service."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_gui.documents.batch import FitState
from thidua_gui.text import certificates as wording
from thidua_gui.ui import icons, theme
from thidua_gui.ui.certificates.press import Recipient

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole.UserRole
_LOOK = {
    FitState.FITS: ("circle-check", "success"),
    FitState.SHRUNK: ("alert-triangle", "warning"),
    FitState.REFUSED: ("alert-circle", "error"),
}


class RecipientList(QListView):
    """Space or a click on the box takes a person in or out; the current one is previewed."""

    previewed = Signal(object)
    """Recipient."""
    picks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _RecipientModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_RecipientDelegate(self))
        self.setUniformItemSizes(True)
        self.setProperty("bare", True)
        self.setAccessibleName(wording.RECIPIENTS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._model.dataChanged.connect(lambda *_: self.picks_changed.emit())

    def show_recipients(self, recipients: Sequence[Recipient]) -> None:
        """Everyone who can be printed is picked at first; the same person stays on view."""
        current = self.currentIndex().data(_ROLE)
        code = current.candidate.code if isinstance(current, Recipient) else None
        self._model.set_recipients(recipients)
        place = next((place for place, each in enumerate(recipients) if each.candidate.code == code), 0)
        self.setCurrentIndex(self._model.index(place) if recipients else QModelIndex())
        self.picks_changed.emit()

    def picked(self) -> list[Recipient]:
        """Those to print, in the list's order."""
        return self._model.picked()

    def pick_all(self, *, wanted: bool) -> None:
        """Take everyone printable in, or everyone out."""
        self._model.pick_all(wanted=wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._model.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_current(self, index: QModelIndex) -> None:
        recipient = index.data(_ROLE)
        if isinstance(recipient, Recipient):
            self.previewed.emit(recipient)


class _RecipientModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._recipients: tuple[Recipient, ...] = ()
        self._picked: set[int] = set()

    def set_recipients(self, recipients: Sequence[Recipient]) -> None:
        self.beginResetModel()
        self._recipients = tuple(recipients)
        self._picked = {each.id for each in recipients if each.can_print}
        self.endResetModel()

    def picked(self) -> list[Recipient]:
        return [each for each in self._recipients if each.id in self._picked]

    def pick_all(self, *, wanted: bool) -> None:
        self._picked = {each.id for each in self._recipients if each.can_print} if wanted else set()
        if self._recipients:
            self.dataChanged.emit(self.index(0), self.index(len(self._recipients) - 1))

    def toggle(self, index: QModelIndex) -> None:
        if index.isValid() and self._recipients[index.row()].can_print:
            self._picked ^= {self._recipients[index.row()].id}
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._recipients)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        recipient = self._recipients[index.row()]
        if role == _ROLE:
            return recipient
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if recipient.id in self._picked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{_label(recipient)}, {recipient.note}"
        if role == Qt.ItemDataRole.ToolTipRole:
            candidate = recipient.candidate
            return "\n".join([f"{candidate.post}, {candidate.unit}", candidate.note, recipient.note])
        return None


class _RecipientDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = QFontMetrics(theme.font("tableStrong")).height() + QFontMetrics(theme.font("caption")).height()
        return QSize(theme.px(200), lines + theme.px(16))

    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(model, _RecipientModel)
            and event.position().x() < option.rect.left() + theme.px(40)
        ):
            model.toggle(model.index(index.row()))
            return True
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        recipient = index.data(_ROLE)
        if not isinstance(recipient, Recipient):
            return
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, theme.colour("selection" if chosen else "surface"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.colour("border"))
        if chosen:
            painter.fillRect(box.left(), box.top(), theme.px(3), box.height(), theme.colour("accentText"))
        is_picked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        _paint_box(painter, box, is_picked=is_picked, is_open=recipient.can_print)
        icon, role = _LOOK[recipient.state]
        sign = QRect(box.right() - theme.px(34), box.top(), theme.px(24), box.height())
        icons.paint(painter, icon, role, sign, 18)
        width = sign.left() - box.left() - theme.px(46)
        name_height = QFontMetrics(theme.font("tableStrong")).height()
        words = QRect(box.left() + theme.px(42), box.top() + theme.px(7), width, name_height)
        _words(painter, words, _label(recipient), "tableStrong", "text")
        below = words.translated(0, name_height + theme.px(1))
        note_role = role if recipient.state is not FitState.FITS else "text2"
        _words(painter, below, recipient.note, "caption", note_role)
        painter.restore()


def _label(recipient: Recipient) -> str:
    candidate = recipient.candidate
    return f"{candidate.name} ({candidate.added})" if candidate.added else candidate.name


def _paint_box(painter: QPainter, box: QRect, *, is_picked: bool, is_open: bool) -> None:
    side = theme.px(16)
    place = QRect(box.left() + theme.px(14), box.center().y() - side // 2, side, side)
    painter.setPen(theme.colour("accent" if is_picked else "borderStrong" if is_open else "border"))
    painter.setBrush(theme.colour("accent" if is_picked else "surface"))
    painter.drawRoundedRect(place, 3, 3)
    if is_picked:
        icons.paint(painter, "check", "onAccent", place, 14)


def _words(painter: QPainter, box: QRect, words: str, step: str, role: str) -> None:
    painter.setFont(theme.font(step))
    painter.setPen(theme.colour(role))
    shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
