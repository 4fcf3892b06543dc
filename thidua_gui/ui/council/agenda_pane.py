"""The agenda beside the desk: items with their state, the candidates of the one that is open. Writes nothing."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_gui.core.council import Outcome
from thidua_gui.core.ids import AgendaItemId, CandidateId
from thidua_gui.core.meetings import ItemState
from thidua_gui.services.meeting_views import CandidateRow, ItemRow
from thidua_gui.text import council as wording
from thidua_gui.text import council_page as words
from thidua_gui.ui import icons, theme
from thidua_gui.ui.widgets.card import line as rule
from thidua_gui.ui.widgets.empty_state import IconLabel

Index = QModelIndex | QPersistentModelIndex
ITEM, CANDIDATE, NUMBER, STATE = (Qt.ItemDataRole.UserRole + place for place in range(4))
_MARKS = {
    Outcome.PASSED: ("circle-check", "success"),
    Outcome.FAILED: ("circle-x", "error"),
    Outcome.LOWERED: ("alert-triangle", "warning"),
    Outcome.DEFERRED: ("clock", "warning"),
}


class AgendaPane(QFrame):
    """Choosing a line moves the operator, never the wall."""

    chosen = Signal(object, object)
    """The item, and the candidate or None."""
    dragged = Signal(object, int)
    """An item, and the place where it was dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "left")
        self.tree = _AgendaTree()
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(1)
        self.tree.setIndentation(0)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setProperty("bare", True)
        self.tree.setAccessibleName(words.AGENDA_NAME)
        self.tree.setItemDelegate(_Delegate(self.tree))
        self.tree.setUniformRowHeights(False)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.done = QLabel()
        self.done.setProperty("role", "muted")
        self._lay_out()
        self.tree.currentItemChanged.connect(self._on_current)
        self.tree.dropped.connect(self.dragged)

    def show_items(self, items: tuple[ItemRow, ...], item_id: AgendaItemId | None, at: CandidateId | None) -> None:
        """The agenda with the candidates of one item; the chosen line is the candidate, else the item."""
        self.tree.blockSignals(True)
        self.tree.clear()
        wanted = None
        for place, item in enumerate(items, 1):
            line = _item_line(place, item)
            self.tree.addTopLevelItem(line)
            if item.id != item_id:
                continue
            wanted = line
            for one in item.candidates:
                child = _candidate_line(one, is_here=one.id == at)
                line.addChild(child)
                wanted = child if one.id == at else wanted
            line.setExpanded(True)
        if wanted is not None:
            self.tree.setCurrentItem(wanted)
            self.tree.scrollToItem(wanted)
        self.tree.blockSignals(False)
        self.done.setText(words.done_of(sum(item.state is ItemState.DONE for item in items), len(items)))

    def _on_current(self, line: QTreeWidgetItem | None) -> None:
        if line is not None:
            self.chosen.emit(line.data(0, ITEM), line.data(0, CANDIDATE))

    def _lay_out(self) -> None:
        title = QLabel(words.AGENDA)
        title.setProperty("role", "section")
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(14), theme.px(10), theme.px(12), theme.px(10))
        head.setSpacing(theme.px(8))
        head.addWidget(IconLabel("list-check", "accentText", 18))
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(rule())
        whole.addWidget(self.tree, 1)


def _item_line(place: int, item: ItemRow) -> QTreeWidgetItem:
    line = QTreeWidgetItem([item.title])
    line.setData(0, ITEM, item.id)
    line.setData(0, CANDIDATE, None)
    line.setData(0, NUMBER, (str(place), str(len(item.candidates)) if item.candidates else ""))
    line.setData(0, STATE, item.state)
    line.setToolTip(0, item.title)
    told = f"{item.title}, {wording.ITEM_STATES[item.state]}"
    line.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
    return line


def _candidate_line(one: CandidateRow, *, is_here: bool) -> QTreeWidgetItem:
    line = QTreeWidgetItem([one.name])
    line.setData(0, ITEM, one.item_id)
    line.setData(0, CANDIDATE, one.id)
    line.setData(0, STATE, one.outcome)
    line.setData(0, NUMBER, is_here)
    line.setToolTip(0, one.name if not one.below else f"{one.name}\n{one.below}")
    outcome = wording.NOT_VOTED if one.outcome is None else wording.OUTCOMES[one.outcome]
    line.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{one.name}, {outcome}")
    return line


class _AgendaTree(QTreeWidget):
    """Dragging tells where an item should stand; who writes it shows the new order."""

    dropped = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QTreeWidget.DragDropMode.InternalMove)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt chooses the first line where none is chosen; coming here by keyboard must not move the operator."""
        had = self.currentItem() is not None
        self.blockSignals(not had)
        super().focusInEvent(event)
        if not had:
            self.setCurrentIndex(QModelIndex())
        self.blockSignals(False)

    def dropEvent(self, event: QDropEvent) -> None:
        moving, below = self.currentItem(), self.itemAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        if moving is None or moving.parent() is not None:
            return
        at = below.parent() or below if below is not None else None
        place = self.topLevelItemCount() - 1 if at is None else self.indexOfTopLevelItem(at)
        self.dropped.emit(moving.data(0, ITEM), place)


class _Delegate(QStyledItemDelegate):
    """Circle with the number or a tick before an item, the mark of the outcome before a candidate."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_item = index.data(CANDIDATE) is None
        return QSize(theme.px(180), theme.px(38 if is_item else 32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect)
        is_item = index.data(CANDIDATE) is None
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(box, theme.colour("selection"))
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
        (self._item if is_item else self._candidate)(painter, box, index, selected=selected)
        painter.restore()

    def _item(self, painter: QPainter, box: QRect, index: Index, *, selected: bool) -> None:
        number, count = index.data(NUMBER)
        state = index.data(STATE)
        side = theme.px(24)
        circle = QRect(box.left() + theme.px(14), box.center().y() - side // 2, side, side)
        is_now, is_done = state == ItemState.CURRENT, state == ItemState.DONE
        painter.setPen(theme.colour("accent") if is_now else theme.colour("success" if is_done else "borderStrong"))
        painter.setBrush(theme.colour("accent" if is_now else "success" if is_done else "surface"))
        painter.drawEllipse(circle)
        if is_done:
            icons.paint(painter, "check", "onAccent", circle, 16)
        else:
            painter.setPen(theme.colour("onAccent" if is_now else "text2"))
            painter.setFont(_font(painter, bold=True, size=12))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, number)
        painter.setFont(_font(painter, bold=is_now or selected, size=14))
        painter.setPen(theme.colour("text2" if is_done else "text"))
        room = box.adjusted(theme.px(50), 0, -theme.px(44 if count else 12), 0)
        _text(painter, room, index.data(Qt.ItemDataRole.DisplayRole))
        painter.setPen(theme.colour("text2"))
        right = box.adjusted(0, 0, -theme.px(14), 0)
        painter.drawText(right, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), count)

    def _candidate(self, painter: QPainter, box: QRect, index: Index, *, selected: bool) -> None:
        outcome = index.data(STATE)
        place = QRect(box.left() + theme.px(46), box.top(), theme.px(18), box.height())
        mark = _MARKS.get(Outcome(outcome)) if outcome is not None else None
        if mark is not None:
            icons.paint(painter, mark[0], mark[1], place, 16)
        elif index.data(NUMBER):
            icons.paint(painter, "player-play", "accentText", place, 14)
        else:
            painter.setPen(theme.colour("text3"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "–")
        painter.setFont(_font(painter, bold=selected, size=13))
        painter.setPen(theme.colour("text" if selected else "text2"))
        room = box.adjusted(theme.px(72), 0, -theme.px(12), 0)
        _text(painter, room, index.data(Qt.ItemDataRole.DisplayRole))


def _font(painter: QPainter, *, bold: bool, size: int) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(theme.px(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _text(painter: QPainter, room: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
