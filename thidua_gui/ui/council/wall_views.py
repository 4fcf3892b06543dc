"""The window on the projector and the mirror on the operator's desk: both show the wall's one picture."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QSizePolicy, QWidget

from thidua_gui.ui import theme
from thidua_gui.ui.council.wall import Wall


class WallView(QWidget):
    """Shows the wall's picture as large as it fits, with the shape of the room's screen."""

    def __init__(self, wall: Wall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wall = wall
        self._small: tuple[int, QImage] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        wall.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        target = self.picture_rect()
        painter.drawImage(target, self._sized(target.size() * self.devicePixelRatioF()))

    def _sized(self, pixels: QSize) -> QImage:
        """The picture itself where it fits, else made smaller with care; once for each picture."""
        picture = self.wall.picture()
        if pixels == picture.size():
            return picture
        if self._small is None or self._small[0] != picture.cacheKey() or self._small[1].size() != pixels:
            smooth = Qt.TransformationMode.SmoothTransformation
            small = picture.scaled(pixels, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._small = (picture.cacheKey(), small)
        return self._small[1]

    def picture_rect(self) -> QRect:
        """Where the picture stands in this widget."""
        shape = self.wall.size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = QRect(0, 0, shape.width(), shape.height())
        corner.moveCenter(self.rect().center())
        return corner


class Mirror(WallView):
    """Bản xem của người điều hành: the same widget, smaller."""

    def __init__(self, wall: Wall, parent: QWidget | None = None) -> None:
        super().__init__(wall, parent)
        self.setMinimumWidth(theme.px(240))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(310), self.heightForWidth(theme.px(310)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        size = self.wall.size
        return round(width * size.height() / max(size.width(), 1))


class ProjectorWindow(WallView):
    """The whole of one screen and nothing else. It asks before it closes: Esc alone never ends the show."""

    close_asked = Signal()
    key_pressed = Signal(int, int)
    """Key and modifiers pressed while the projector has the keyboard: a clicker works from there too."""

    def __init__(self, wall: Wall) -> None:
        super().__init__(wall)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._may_close = False
        self._on: QScreen | None = None

    def show_on(self, screen: QScreen) -> None:
        """Fill that screen."""
        self._on = screen
        self.setScreen(screen)
        self.follow()
        self.showFullScreen()

    def follow(self) -> None:
        """The screen has its size, or another one, or stands elsewhere now."""
        if self._on is not None:
            self.setGeometry(self._on.geometry())
            self._measure()

    def lose_screen(self) -> None:
        """The screen is gone: nothing is shown until another `show_on`, least of all on the operator's own screen."""
        self._on = None
        self.hide()

    def take_down(self) -> None:
        """End the show; whoever calls has asked."""
        self._may_close = True
        self.close()
        self._may_close = False
        self._on = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close or QGuiApplication.instance() is None:
            event.accept()
        else:
            event.ignore()
            self.close_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        else:
            self.key_pressed.emit(event.key(), event.modifiers().value)

    def _measure(self) -> None:
        """The screen says how many pixels it has; the window learns its own ratio only later."""
        shown = self if self._on is None else self._on
        self.wall.set_size(shown.size() * shown.devicePixelRatio())
