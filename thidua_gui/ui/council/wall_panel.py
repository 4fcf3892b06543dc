"""The operator's right side: what the room sees, what comes next, who is there. Asks no service."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from thidua_gui.core.meetings import Attendance
from thidua_gui.services.meeting_views import AttendanceView, SeatRow
from thidua_gui.services.projection import Cue
from thidua_gui.text import council as council_words
from thidua_gui.text import council_page as words
from thidua_gui.ui import theme
from thidua_gui.ui.council.slides import picture_of
from thidua_gui.ui.council.wall import Cover, Wall
from thidua_gui.ui.council.wall_views import Mirror
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.chip import Chip, ChipKind
from thidua_gui.ui.widgets.elided_label import ElidedLabel
from thidua_gui.ui.widgets.field import set_property

Index = QModelIndex | QPersistentModelIndex
_SMALL = QSize(320, 180)
ROLE_WORDS = Qt.ItemDataRole.UserRole + 1


class WallPanel(QFrame):
    """Live and preview differ in colour and in words."""

    show_asked = Signal()
    next_asked = Signal()

    def __init__(self, wall: Wall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "right")
        self._wall = wall
        self._is_live, self._is_lost = False, False
        self.state = Chip("", "nf", "-")
        self.mirror = Mirror(wall)
        self.frame = QFrame()
        self.frame.setProperty("wall", "off")
        self.freeze, self.black, self.wait = push(words.FREEZE), push(words.BLACKEN), push(words.WAIT)
        for button in (self.freeze, self.black, self.wait):
            button.setCheckable(True)
        self.at = ElidedLabel()
        self.show_button = push(words.SHOW, "presentation")
        self.next_picture = QLabel()
        self.next_name = QLabel()
        self.next_name.setWordWrap(True)
        self._lay_out()
        self._connect()

    def show_live(self, *, is_live: bool, is_lost: bool = False) -> None:
        """Whether the room's screen shows the wall."""
        self._is_live, self._is_lost = is_live, is_lost
        self._show_state()

    def show_cues(self, at: Cue | None, following: Cue | None) -> None:
        """The slide on the desk and the one after it, in small."""
        self.at.setText("" if at is None else at.label)
        self.next_name.setText(words.LAST_SLIDE if following is None else following.label)
        self.next_picture.clear()
        if following is not None:
            size = _SMALL * self.devicePixelRatioF()
            drawn = QPixmap.fromImage(picture_of(following.view, size))
            self.next_picture.setPixmap(
                drawn.scaledToWidth(
                    round(theme.px(120) * self.devicePixelRatioF()), Qt.TransformationMode.SmoothTransformation
                )
            )
            self.next_picture.setFixedWidth(theme.px(122))
            self.next_picture.setScaledContents(True)
            self.next_picture.setFixedHeight(round(theme.px(122) * 9 / 16))
        self._show_state()

    def _show_state(self) -> None:
        self.freeze.setChecked(self._wall.is_frozen)
        self.black.setChecked(self._wall.cover is Cover.BLACK)
        self.wait.setChecked(self._wall.cover is Cover.WAITING)
        text, kind = self._told()
        self.state.show_state(text, kind)
        set_property(self.frame, "wall", "live" if self._is_live else "off")

    def _told(self) -> tuple[str, ChipKind]:
        if self._is_lost:
            return words.LOST, "er"
        if not self._is_live:
            return words.NOT_LIVE, "nf"
        if self._wall.cover is Cover.BLACK:
            return words.BLACK, "wa"
        if self._wall.cover is Cover.WAITING or self._wall.view is None:
            return words.WAITING, "wa"
        return (words.FROZEN, "wa") if self._wall.is_frozen else (words.LIVE, "ok")

    def _connect(self) -> None:
        self._wall.changed.connect(self._show_state)
        self.freeze.clicked.connect(lambda: self._wall.freeze(not self._wall.is_frozen))
        self.black.clicked.connect(lambda: self._wall.toggle(Cover.BLACK))
        self.wait.clicked.connect(lambda: self._wall.toggle(Cover.WAITING))
        self.show_button.clicked.connect(self.show_asked)

    def _lay_out(self) -> None:
        title = QLabel(words.WALL)
        title.setProperty("role", "section")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.state)
        around = QVBoxLayout(self.frame)
        around.setContentsMargins(theme.px(3), theme.px(3), theme.px(3), theme.px(3))
        around.addWidget(self.mirror)
        covers = QHBoxLayout()
        covers.setSpacing(theme.px(6))
        for button in (self.freeze, self.black, self.wait):
            covers.addWidget(button, 1)
        preview = QLabel(words.PREVIEW)
        preview.setProperty("role", "overline")
        desk = QHBoxLayout()
        desk.addWidget(self.at, 1)
        desk.addWidget(self.show_button)
        following = QLabel(words.NEXT)
        following.setProperty("role", "section")
        key = QLabel("PgDn")
        key.setProperty("role", "key")
        next_head = QHBoxLayout()
        next_head.addWidget(following)
        next_head.addStretch(1)
        next_head.addWidget(key)
        next_row = QHBoxLayout()
        next_row.setSpacing(theme.px(10))
        next_row.addWidget(self.next_picture)
        next_row.addWidget(self.next_name, 1)
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12))
        self.whole.setSpacing(theme.px(8))
        self.whole.addLayout(head)
        self.whole.addWidget(self.frame)
        self.whole.addLayout(covers)
        self.whole.addWidget(preview)
        self.whole.addLayout(desk)
        self.whole.addWidget(line())
        self.whole.addLayout(next_head)
        self.whole.addLayout(next_row)
        self.whole.addWidget(line())


class AttendancePane(QWidget):
    """The roll: Space or a click marks somebody present or absent."""

    marked = Signal(object, object)
    """The seat, and Attendance."""
    opened = Signal(object)
    """A seat whose details are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = QLabel()
        self.figures.setProperty("role", "numberStrong")
        self.quorum = Chip("", "nf")
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(words.ATTENDANCE)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._seats: tuple[SeatRow, ...] = ()
        self._lay_out()
        self.list.setItemDelegate(_SeatDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._on_changed)
        self.list.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(Qt.ItemDataRole.UserRole)))

    def show_attendance(self, found: AttendanceView, *, is_locked: bool) -> None:
        """Who is here now."""
        self.figures.setText(words.attendance_figures(found.room.present, found.room.members))
        is_met = found.quorum.is_met
        self.quorum.show_state(words.QUORUM_MET if is_met else words.QUORUM_NOT, "ok" if is_met else "er")
        self.quorum.setToolTip(found.sentence)
        self._seats = found.seats
        self.list.blockSignals(True)
        row = self.list.currentRow()
        self.list.clear()
        for seat in found.seats:
            self.list.addItem(_seat_line(seat, is_locked=is_locked))
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)

    @property
    def current(self) -> SeatRow | None:
        row = self.list.currentRow()
        return self._seats[row] if 0 <= row < len(self._seats) else None

    def _on_changed(self, item: QListWidgetItem) -> None:
        is_here = item.checkState() is Qt.CheckState.Checked
        self.marked.emit(item.data(Qt.ItemDataRole.UserRole), Attendance.PRESENT if is_here else Attendance.ABSENT)

    def _lay_out(self) -> None:
        title = QLabel(words.ATTENDANCE)
        title.setProperty("role", "section")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.figures)
        head.addWidget(self.quorum)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(6))
        whole.addLayout(head)
        whole.addWidget(self.list, 1)


def _seat_line(seat: SeatRow, *, is_locked: bool) -> QListWidgetItem:
    told = council_words.NOT_RECORDED if seat.attendance is None else council_words.ATTENDANCE[seat.attendance]
    item = QListWidgetItem(seat.name)
    item.setData(ROLE_WORDS, seat.role)
    item.setData(Qt.ItemDataRole.UserRole, seat)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    item.setFlags(flags if is_locked else flags | Qt.ItemFlag.ItemIsUserCheckable)
    if seat.attendance is None:
        item.setCheckState(Qt.CheckState.PartiallyChecked)
    else:
        item.setCheckState(Qt.CheckState.Checked if seat.is_here else Qt.CheckState.Unchecked)
    notes = [told, seat.absence_reason, *(f"{council_words.PASSAGES[kind]} {at:%H:%M}" for kind, at in seat.passages)]
    item.setToolTip("\n".join(note for note in notes if note))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{seat.name}, {seat.role}, {told}")
    return item


class _SeatDelegate(QStyledItemDelegate):
    """The name with its box, the role in the quiet colour at the right; the name goes first where room is scarce."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(120), theme.px(30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        box = QRect(option.rect)
        name = painter.fontMetrics().horizontalAdvance(str(index.data()))
        room = box.adjusted(name + theme.px(44), 0, -theme.px(8), 0)
        painter.save()
        painter.setPen(theme.colour("text2"))
        shown = painter.fontMetrics().elidedText(str(index.data(ROLE_WORDS)), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()
