"""Draws on a slide of 1080 units height whatever the screen: text that fits, bars, marks. Knows no kind of slide."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from thidua_gui import resources
from thidua_gui.core.projection import NARROW
from thidua_gui.ui import icons, theme

HEIGHT = 1080.0
SMALLEST = 39
"""In units: one twenty-eighth of the height, the least that is read from the last row."""
REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700
LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
LEADING = 1.18


@functools.cache
def palette() -> dict[str, QColor]:
    """The colours of the wall; they follow no theme of the desktop."""
    tokens = json.loads(resources.text("theme", "tokens.json"))
    return {role: QColor(value) for role, value in tokens["color"]["projection"].items()}


@dataclass(frozen=True, slots=True)
class Style:
    """How a text wants to stand: its size in units shrinks down to `floor`, then it breaks into up to `lines`."""

    size: int
    weight: int = REGULAR
    role: str = "text"
    align: Qt.AlignmentFlag = LEFT
    lines: int = 1
    floor: int = SMALLEST


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as it will stand. `is_whole` False: not even the smallest letters hold it, so it ends in dots."""

    font: QFont
    lines: tuple[str, ...]
    is_whole: bool = True

    @property
    def width(self) -> float:
        metrics = QFontMetricsF(self.font)
        return max((metrics.horizontalAdvance(line) for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        return len(self.lines) * self.font.pixelSize() * LEADING


@functools.lru_cache(maxsize=4096)
def fit(words: str, width: float, height: float, style: Style) -> Fitted:
    """The largest letters in which the words stand within the area, on one line if they can, else on several."""
    for most in range(1, style.lines + 1):
        highest = max(style.floor, int(height / (most * LEADING)))
        for size in range(min(style.size, highest), style.floor - 1, -1):
            font = _font(size, style.weight)
            broken = _broken(words, width, QFontMetricsF(font), most)
            if broken is not None:
                return Fitted(font, broken)
    font = _font(style.floor, style.weight)
    return Fitted(font, _cut(words, width, QFontMetricsF(font), style.lines), is_whole=False)


class SlidePen:
    """One slide being painted; every length is in units of a height of 1080. `cut`: texts that did not stand whole."""

    def __init__(self, painter: QPainter, width: float, height: float) -> None:
        self.painter = painter
        self.scale = height / HEIGHT
        self.width = width / self.scale
        self.is_narrow = self.width < NARROW * HEIGHT
        self.cut: list[str] = []
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(self.scale, self.scale)

    def box(self, area: QRectF, fill: str | None, edge: str | None = None, thickness: float = 3) -> None:
        """A rectangle whose edge lies inside the area."""
        self.painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else QBrush(palette()[fill]))
        self.painter.setPen(Qt.PenStyle.NoPen if edge is None else _pen(edge, thickness))
        inset = thickness / 2 if edge is not None else 0
        self.painter.drawRect(area.adjusted(inset, inset, -inset, -inset))

    def text(self, area: QRectF, words: str, style: Style) -> Fitted:
        """The words in the vertical middle of the area."""
        fitted = fit(words, area.width(), area.height(), style)
        if not fitted.is_whole:
            self.cut.append(words)
        self.painter.setFont(fitted.font)
        self.painter.setPen(palette()[style.role])
        step = fitted.font.pixelSize() * LEADING
        top = area.top() + (area.height() - fitted.height) / 2
        for line in fitted.lines:
            place = QRectF(area.left(), top, area.width(), step)
            flags = style.align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            self.painter.drawText(place, int(flags), line)
            top += step
        return fitted

    def line(self, start: QPointF, end: QPointF, role: str, thickness: float, *, dashed: bool = False) -> None:
        pen = _pen(role, thickness)
        if dashed:
            pen.setDashPattern([3.2, 2.2])
        self.painter.setPen(pen)
        self.painter.drawLine(start, end)

    def dot(self, corner: QPointF, side: float, role: str) -> None:
        self.painter.fillRect(QRectF(corner.x(), corner.y(), side, side), palette()[role])

    def mark(self, name: str, corner: QPointF, side: float, role: str) -> None:
        """An icon, sharp at the size it has on the screen."""
        pixels = max(1, round(side * self.scale * self.painter.device().devicePixelRatioF()))
        drawn = icons.coloured(name, palette()[role].name(), pixels)
        self.painter.drawPixmap(QRectF(corner.x(), corner.y(), side, side), drawn, QRectF(drawn.rect()))

    def picture(self, area: QRectF, encoded: bytes) -> bool:
        """A picture that fills the area and keeps its shape; False if it cannot be read."""
        loaded = QPixmap()
        if not loaded.loadFromData(encoded):
            return False
        shape = loaded.size().scaled(area.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        share = loaded.width() / shape.width()
        wanted = QRectF(0, 0, area.width() * share, area.height() * share)
        wanted.moveCenter(QRectF(loaded.rect()).center())
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawPixmap(area, loaded, wanted)
        return True


@functools.lru_cache(maxsize=512)
def _font(size: int, weight: int) -> QFont:
    font = QFont(theme.FAMILY)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _pen(role: str, thickness: float) -> QPen:
    pen = QPen(palette()[role], thickness)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _broken(words: str, width: float, metrics: QFontMetricsF, most: int) -> tuple[str, ...] | None:
    """The words on at most so many lines; None if they do not go in."""
    lines: list[str] = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        elif metrics.horizontalAdvance(word) > width or len(lines) == most:
            return None
        else:
            lines.append(word)
    return tuple(lines)


def _cut(words: str, width: float, metrics: QFontMetricsF, most: int) -> tuple[str, ...]:
    left, lines = words, list[str]()
    while left and len(lines) < most - 1:
        end = len(left)
        while end > 1 and metrics.horizontalAdvance(left[:end]) > width:
            space = left.rfind(" ", 0, end)
            end = space if space > 0 else end - 1
        lines.append(left[:end].strip())
        left = left[end:].strip()
    return (*lines, metrics.elidedText(left, Qt.TextElideMode.ElideRight, width))
