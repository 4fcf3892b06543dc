"""The roll: who is there, who came late or left, whether the quorum is met. Asks no service."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from thidua_gui.core.meetings import Attendance
from thidua_gui.services.meeting_views import AttendanceView, SeatRow
from thidua_gui.text import council as council_words
from thidua_gui.text import council_page as words
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.grid import ink
from thidua_gui.ui.widgets.grid.ink import Ink

Index = QModelIndex | QPersistentModelIndex
SEAT = Qt.ItemDataRole.UserRole
ROLE_WORDS = Qt.ItemDataRole.UserRole + 1
ROW, LEAST_ROWS, BOX = 28, 3, 30


class AttendancePane(QWidget):
    """Space or a click on the box marks somebody present or absent, Enter asks for the rest."""

    marked = Signal(object, object)
    """The seat, and Attendance."""
    opened = Signal(object)
    """A seat whose details are wanted."""
    seats_asked = Signal()
    all_here_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = QLabel()
        self.figures.setProperty("role", "numberStrong")
        self.quorum = Chip("", "nf")
        self.call = push(words.CALL_SEATS, "users")
        self.all_here = push(words.ALL_HERE, "check")
        self.all_here.setToolTip(words.ALL_HERE_TIP)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setProperty("bare", True)
        self.list.setAccessibleName(words.ATTENDANCE)
        self.list.setToolTip(words.SEAT_TIP)
        self.list.setItemDelegate(_SeatDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(theme.px(ROW) * LEAST_ROWS)
        self._seats: tuple[SeatRow, ...] = ()
        self._lay_out()
        self.list.itemChanged.connect(self._on_changed)
        self.list.itemActivated.connect(lambda item: self.opened.emit(item.data(SEAT)))
        self.call.clicked.connect(self.seats_asked)
        self.all_here.clicked.connect(self.all_here_asked)

    def show_attendance(self, found: AttendanceView, *, is_locked: bool) -> None:
        """Who is here now."""
        has_seats = bool(found.seats)
        self.figures.setText(words.attendance_figures(found.room.present, found.room.members))
        is_met = found.quorum.is_met
        self.quorum.show_state(words.QUORUM_MET if is_met else words.QUORUM_NOT, "ok" if is_met else "er")
        self.quorum.setToolTip(found.sentence)
        for widget in (self.figures, self.quorum):
            widget.setVisible(has_seats)
        self.call.setVisible(not has_seats and not is_locked)
        self.all_here.setVisible(has_seats and found.not_recorded > 0 and not is_locked)
        self._seats = found.seats
        self.list.blockSignals(True)
        row = self.list.currentRow()
        self.list.clear()
        for seat in found.seats:
            self.list.addItem(_seat_line(seat, is_locked=is_locked))
        self.list.setCurrentRow(max(row, 0) if has_seats else -1)
        self.list.blockSignals(False)

    @property
    def current(self) -> SeatRow | None:
        row = self.list.currentRow()
        return self._seats[row] if 0 <= row < len(self._seats) else None

    def _on_changed(self, item: QListWidgetItem) -> None:
        is_here = item.checkState() is Qt.CheckState.Checked
        self.marked.emit(item.data(SEAT), Attendance.PRESENT if is_here else Attendance.ABSENT)

    def _lay_out(self) -> None:
        title = QLabel(words.ATTENDANCE)
        title.setProperty("role", "section")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.figures)
        head.addWidget(self.quorum)
        acts = QHBoxLayout()
        acts.addWidget(self.call)
        acts.addWidget(self.all_here)
        acts.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(6))
        whole.addLayout(head)
        whole.addLayout(acts)
        whole.addWidget(self.list, 1)


def _seat_line(seat: SeatRow, *, is_locked: bool) -> QListWidgetItem:
    told = council_words.NOT_RECORDED if seat.attendance is None else council_words.ATTENDANCE[seat.attendance]
    item = QListWidgetItem(seat.name)
    last = seat.passages[-1] if seat.passages else None
    item.setData(ROLE_WORDS, words.seat_words(seat.role, seat.attendance, last))
    item.setData(SEAT, seat)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    item.setFlags(flags if is_locked else flags | Qt.ItemFlag.ItemIsUserCheckable)
    if seat.attendance is None:
        item.setCheckState(Qt.CheckState.PartiallyChecked)
    else:
        item.setCheckState(Qt.CheckState.Checked if seat.is_here else Qt.CheckState.Unchecked)
    passed = [f"{council_words.PASSAGES[kind]} {at:%H:%M}" for kind, at in seat.passages]
    notes = [f"{seat.name}, {seat.role}", seat.post, told, seat.absence_reason, *passed]
    item.setToolTip("\n".join(note for note in notes if note))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join([seat.name, seat.role, told, *passed]))
    return item


class _SeatDelegate(QStyledItemDelegate):
    """The name with its box, the role in the quiet colour at the right; the name goes first where room is scarce."""

    def __init__(self, owner: QListWidget) -> None:
        super().__init__(owner)
        self._list, self._ink = owner, Ink()
        theme.theme_switch().changed.connect(self._renew)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(120), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, seat = QRect(option.rect), index.data(SEAT)
        is_at = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._list.hasFocus()
        if is_at:
            painter.fillRect(box, self._ink.colours["selection"])
        middle = QPoint(box.left() + theme.px(10), box.center().y())
        self._ink.check_box(painter, middle, Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)), is_at)
        room = box.adjusted(theme.px(BOX), 0, -theme.px(4), 0)
        is_away = seat.attendance is not None and not seat.is_here
        self._ink.write(painter, room, seat.name, "text3" if is_away else "text")
        left = self._ink.width(seat.name, ink.PLAIN) + theme.px(8)
        rest = room.adjusted(left, 0, 0, 0)
        if rest.width() > theme.px(20):
            self._ink.write(painter, rest, str(index.data(ROLE_WORDS)), "text2", ink.SMALL, align=ink.RIGHT)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:  # fmt: skip
        """A click on the box marks; elsewhere it only chooses."""
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        is_box = event.position().x() < option.rect.left() + theme.px(BOX)
        may = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        if event.type() is QEvent.Type.MouseButtonRelease and is_box and may:
            is_here = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if is_here else Qt.CheckState.Checked
            return model.setData(index, wanted.value, Qt.ItemDataRole.CheckStateRole)
        return False

    def _renew(self) -> None:
        self._ink = Ink()
        self._list.viewport().update()
