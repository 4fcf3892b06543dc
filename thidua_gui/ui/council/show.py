"""The show: the wall, the projector or a rehearsal window, the screen kept awake. It knows no meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_gui.core.projection import WaitingSlide
from thidua_gui.services.projection import Cue
from thidua_gui.text import council_page as words
from thidua_gui.ui import theme
from thidua_gui.ui.council.awake import Awake
from thidua_gui.ui.council.reading import Slides
from thidua_gui.ui.council.screens import Projector
from thidua_gui.ui.council.wall import Cover, Wall
from thidua_gui.ui.council.wall_views import WallView

if TYPE_CHECKING:
    from thidua_gui.ui.context import Context

FORWARD = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down)
BACK = (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up)


class Rehearsal(QWidget):
    """Tập dượt: the wall in a window of the operator's own screen; F9 lets it fill that screen, and back."""

    closed = Signal()
    key_pressed = Signal(int, int)
    """As of the projector's window."""

    def __init__(self, wall: Wall, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(words.REHEARSAL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WallView(wall))
        self.resize(theme.px(960), theme.px(540))

    def swap(self) -> None:
        """The whole screen for the wall, or the desk again."""
        if self.isFullScreen():
            self.showNormal()
            window = self.parentWidget()
            if window is not None:
                window.activateWindow()
        else:
            self.showFullScreen()
            self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc only gives the desk its screen back."""
        if event.key() == Qt.Key.Key_F9 or (event.key() == Qt.Key.Key_Escape and self.isFullScreen()):
            self.swap()
        elif event.key() != Qt.Key.Key_Escape:
            self.key_pressed.emit(event.key(), event.modifiers().value)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


class Show(QObject):
    """Everything that the room sees goes through here."""

    changed = Signal()
    said = Signal(str, str)
    """A banner for the operator: its kind and the sentence."""
    size_changed = Signal()
    """The room's screen has another shape: lists break elsewhere."""
    step_asked = Signal(int)
    """A clicker pressed a key while the projector had the keyboard."""
    jump_asked = Signal(int)
    """Ctrl with a number there: to that item of the agenda."""
    stop_asked = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.wall = Wall(WaitingSlide(""), self)
        self.projector = Projector(self.wall, context.settings, self)
        self._rehearsal: Rehearsal | None = None
        self._awake = Awake()
        self._up = ""
        self._size = self.wall.size
        self.wall.failed.connect(self._on_failed)
        self.wall.cut.connect(lambda cut: self.said.emit("wa", words.CUT_TEXT.format(words="; ".join(cut))))
        self.wall.changed.connect(self._on_wall)
        self.projector.changed.connect(self._on_projector)
        self.projector.lost.connect(lambda: self.said.emit("er", words.LOST_TEXT))
        self.projector.window.close_asked.connect(self.stop_asked)
        self.projector.window.key_pressed.connect(self._on_key)

    @property
    def is_live(self) -> bool:
        """The room, or a rehearsal, sees the wall."""
        return self.projector.is_showing or self._rehearsal is not None

    @property
    def is_lost(self) -> bool:
        return self.projector.is_waiting_for_screen

    def begin(self, screen: QScreen) -> None:
        """On the screen that somebody chose, or that was used last time."""
        self.projector.start_on(screen)
        self._awake.hold(words.AWAKE)

    def rehearse(self) -> None:
        """In a window, unless the room already looks on."""
        if self.projector.is_showing:
            return
        if self._rehearsal is None:
            self._rehearsal = Rehearsal(self.wall, self._parent)
            self._rehearsal.closed.connect(self._end_rehearsal)
            self._rehearsal.key_pressed.connect(self._on_key)
        self.wall.set_size(QSize(1920, 1080))
        self._rehearsal.show()
        self.changed.emit()

    def swap(self) -> None:
        """With one screen only: the wall on the whole of it, and the desk again."""
        if self._rehearsal is not None:
            self._rehearsal.swap()

    def stop(self) -> None:
        """The room sees nothing any more."""
        self._awake.release()
        if self._rehearsal is not None:
            self._rehearsal.close()
        self.projector.stop()

    def screens(self) -> list[QScreen]:
        return list(QGuiApplication.screens())

    def put_up(self, cue: Cue) -> None:
        """Put a slide before the room: newer words of the one that is up replace it, the very same is taken down."""
        is_up = self._up == cue.key and self.wall.view is not None and self.wall.cover is Cover.NONE
        self._up = cue.key
        if is_up and cue.view != self.wall.view:
            self.wall.renew(cue.view)
        else:
            self.wall.show_view(cue.view)

    def renew(self, slides: Slides) -> None:
        """The room keeps what was put before it; the operator hears that it is out of date. Only a result that was
        taken back since goes from the wall."""
        self.wall.set_waiting_slide(slides.waiting)
        shown = self.wall.view
        if shown is None:
            return
        newer = next((cue.view for cue in slides.cues if cue.key == self._up), None)
        if newer is None and self._up.startswith(("result:", "final:")):
            self.wall.take_down()
            self.said.emit("wa", words.WITHDRAWN_TEXT)
        elif newer is not None and newer != shown and self.is_live:
            self.said.emit("in", words.OUTDATED_TEXT)

    def _end_rehearsal(self) -> None:
        if self._rehearsal is not None:
            self._rehearsal.deleteLater()
            self._rehearsal = None
        self.changed.emit()

    def _on_projector(self) -> None:
        if self.projector.is_showing:
            self._awake.hold(words.AWAKE)
        else:
            self._awake.release()
        self.changed.emit()

    def _on_wall(self) -> None:
        before, self._size = self._size, self.wall.size
        if before.width() * self._size.height() != self._size.width() * before.height():
            self.size_changed.emit()

    def _on_failed(self, report: str) -> None:
        last = report.strip().splitlines()[-1] if report.strip() else ""
        self.said.emit("er", words.FAILED_TEXT.format(why=last))

    def _on_key(self, key: int, modifiers: int) -> None:
        pressed, is_jump = Qt.Key(key), bool(modifiers & Qt.KeyboardModifier.ControlModifier.value)
        if is_jump and Qt.Key.Key_1 <= pressed <= Qt.Key.Key_9:
            self.jump_asked.emit(int(pressed) - int(Qt.Key.Key_0))
        elif pressed in FORWARD or pressed in BACK:
            self.step_asked.emit(1 if pressed in FORWARD else -1)
        else:
            self.press(pressed)

    def press(self, key: Qt.Key) -> bool:
        """B, W, F from either keyboard; False of any other key."""
        if key is Qt.Key.Key_B or key is Qt.Key.Key_Period:
            self.wall.toggle(Cover.BLACK)
        elif key is Qt.Key.Key_W:
            self.wall.toggle(Cover.WAITING)
        elif key in (Qt.Key.Key_F, Qt.Key.Key_G):
            self.wall.freeze(not self.wall.is_frozen)
        else:
            return False
        return True
