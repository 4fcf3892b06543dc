"""Outline icons in the colours of the active theme; knows no widget."""

import functools

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImageReader, QPainter, QPixmap

from thidua_gui import resources
from thidua_gui.ui import theme


def icon(name: str, role: str = "text2", size: int = 18, *, gap: int = 0) -> QIcon:
    """An icon that follows the theme by itself; `gap` px of air at its right (beside a button's text)."""
    return QIcon(_ThemeEngine(name, role, size, gap))


def pixmap(name: str, role: str = "text2", size: int = 18, dpr: float = 0) -> QPixmap:
    """One picture of an icon, `size` in design px; dpr 0 means the finest screen."""
    ratio = dpr or _finest_ratio()
    return _drawn(name, theme.colour(role).name(), theme.px(size), ratio)


def coloured(name: str, colour: str, pixels: int) -> QPixmap:
    """One picture of an icon in a colour of no theme, so many device pixels wide."""
    return _drawn(name, colour, pixels, 1.0)


def paint(painter: QPainter, name: str, role: str, box: QRect, size: int = 18) -> None:
    """Draw an icon in the middle of a box, for delegates and paint events."""
    drawn = pixmap(name, role, size, painter.device().devicePixelRatioF())
    side = theme.px(size)
    corner = box.center() - QPoint(side // 2, side // 2) + QPoint((box.width() + side + 1) % 2, 0)
    painter.drawPixmap(corner, drawn)


class _ThemeEngine(QIconEngine):
    """Looks the colour up when it paints, so a change of theme needs no new icons."""

    def __init__(self, name: str, role: str, size: int, gap: int) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._size = size
        self._gap = gap

    def clone(self) -> QIconEngine:
        return _ThemeEngine(self._name, self._role, self._size, self._gap)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        drawn = self._pixmap(rect.size(), mode, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.topLeft(), drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._pixmap(size, mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self._pixmap(size, mode, scale)

    def _pixmap(self, size: QSize, mode: QIcon.Mode, ratio: float) -> QPixmap:
        role = "disabled" if mode == QIcon.Mode.Disabled else self._role
        side = min(size.height(), size.width())
        drawn = _drawn(self._name, theme.colour(role).name(), side, ratio)
        if size.width() == side and size.height() == side:
            return drawn
        wide = QPixmap(size * ratio)
        wide.setDevicePixelRatio(ratio)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, (size.height() - side) // 2, drawn)
        painter.end()
        return wide


@functools.cache
def _source(name: str) -> str:
    return resources.text("icons", f"{name}.svg").replace('stroke-width="2"', 'stroke-width="1.75"')


@functools.lru_cache(maxsize=1024)
def _drawn(name: str, colour_name: str, side: int, ratio: float) -> QPixmap:
    buffer = QBuffer()
    buffer.setData(QByteArray(_source(name).replace("currentColor", colour_name).encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    pixels = max(1, round(side * ratio))
    reader.setScaledSize(QSize(pixels, pixels))
    drawn = QPixmap.fromImageReader(reader)
    drawn.setDevicePixelRatio(ratio)
    return drawn


def _finest_ratio() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
