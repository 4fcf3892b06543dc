"""The operator's right side: what the room sees, what comes next, who is there. Asks no service."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.services.projection import Cue
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

_SMALL = QSize(320, 180)


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
        for button, tip in (
            (self.freeze, words.FREEZE_TIP), (self.black, words.BLACKEN_TIP), (self.wait, words.WAIT_TIP),
        ):  # fmt: skip
            button.setCheckable(True)
            button.setProperty("cover", True)
            button.setToolTip(tip)
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

    def set_low(self, is_low: bool) -> None:
        """In a low window the next slide is told by the button alone."""
        for part in self._next_parts:
            part.setVisible(not is_low)

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
        self.mirror.setAccessibleName(words.MIRROR)
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
        key = QLabel(words.NEXT_KEY)
        key.setProperty("role", "key")
        next_head = QHBoxLayout()
        next_head.addWidget(following)
        next_head.addStretch(1)
        next_head.addWidget(key)
        self._next_parts = (preview, following, key, self.next_picture, self.next_name)
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
