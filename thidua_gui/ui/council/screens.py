"""The screens of this computer: which one is the projector's, what happens when it is unplugged, numbers on all."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from thidua_gui.core.screens import ScreenFacts, found_again, offered, restored
from thidua_gui.ui import theme
from thidua_gui.ui.council.slide_pen import palette
from thidua_gui.ui.council.wall import Wall
from thidua_gui.ui.council.wall_views import ProjectorWindow
from thidua_gui.ui.settings import Settings

REMEMBERED = "council/projector"
IDENTIFY_MS = 4000


def facts_of(screen: QScreen) -> ScreenFacts:
    place = screen.geometry()
    return ScreenFacts(
        screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber(),
        place.left(), place.top(), place.width(), place.height(),
    )  # fmt: skip


class Projector(QObject):
    """Máy chiếu: puts the wall on its screen, takes it from a screen that goes away and back on one that returns.

    It never covers the operator's own screen unless `start_on` was told to by somebody.
    """

    changed = Signal()
    lost = Signal()
    """The screen was unplugged; the slide stays live and comes back with it."""

    def __init__(self, wall: Wall, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wall = wall
        self._settings = settings
        self._wanted: ScreenFacts | None = None
        self._screen: QScreen | None = None
        self.window = ProjectorWindow(wall)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_added)
            app.screenRemoved.connect(self._on_removed)

    @property
    def is_showing(self) -> bool:
        return self._screen is not None

    @property
    def is_waiting_for_screen(self) -> bool:
        """The show was begun, but its screen is gone."""
        return self._wanted is not None and self._screen is None

    def offered(self, operators: QScreen) -> QScreen | None:
        """The screen that was used last time, if it is there and not the operator's own."""
        screens = self._screens()
        remembered = restored(_read(self._settings.text(REMEMBERED)))
        own = screens.index(operators) if operators in screens else -1
        place = offered(remembered, [facts_of(screen) for screen in screens], own)
        return None if place is None else screens[place]

    def start_on(self, screen: QScreen) -> None:
        """Show there, and remember it for the next time."""
        self._wanted = facts_of(screen)
        self._settings.put_text(REMEMBERED, json.dumps(self._wanted.stored()))
        self._put_on(screen)

    def stop(self) -> None:
        """End the show."""
        self._wanted = None
        self._leave()
        self.window.take_down()
        self.changed.emit()

    def _put_on(self, screen: QScreen) -> None:
        self._leave()
        self._screen = screen
        screen.geometryChanged.connect(self._on_geometry)
        self.window.show_on(screen)
        self.changed.emit()

    def _leave(self) -> None:
        if self._screen is not None:
            self._screen.geometryChanged.disconnect(self._on_geometry)
            self._screen = None

    def _on_geometry(self) -> None:
        self.window.follow()

    def _on_removed(self, screen: QScreen) -> None:
        if screen is self._screen:
            self._screen = None
            self.window.lose_screen()
            self.lost.emit()
            self.changed.emit()

    def _on_added(self, screen: QScreen) -> None:
        if self._wanted is not None and self._screen is None and self._is_wanted(screen):
            self._put_on(screen)

    def _is_wanted(self, screen: QScreen) -> bool:
        screens = self._screens()
        if self._wanted is None or screen not in screens:
            return False
        return found_again(self._wanted, [facts_of(one) for one in screens]) == screens.index(screen)

    def _screens(self) -> list[QScreen]:
        return list(QGuiApplication.screens())


class ScreenNumber(QWidget):
    """A large number on one screen for some seconds, so that everybody sees which is which."""

    def __init__(self, number: int, screen: QScreen) -> None:
        super().__init__()
        self._number = number
        self.setWindowFlags(
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        side = min(screen.geometry().height(), screen.geometry().width()) // 3
        self.setScreen(screen)
        self.resize(side, side)
        self.move(screen.geometry().center() - self.rect().center())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), palette()["band"])
        font = QFont(theme.FAMILY)
        font.setPixelSize(max(24, int(self.height() * 0.6)))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(palette()["onBand"])
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


def identify(screens: Sequence[QScreen]) -> list[ScreenNumber]:
    """Number every screen for a moment; the caller keeps the widgets as long as they stand."""
    numbers = [ScreenNumber(place, screen) for place, screen in enumerate(screens, start=1)]
    for number in numbers:
        number.show()
        QTimer.singleShot(IDENTIFY_MS, number, number.close)
    return numbers


def _read(text: str) -> object:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return None
