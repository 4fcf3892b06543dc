"""Fonts, colours and measured words of the active theme for painting cells quickly; knows no model."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from thidua_gui.core.vietnamese import match_spans
from thidua_gui.ui import icons, theme

PLAIN, STRONG, BOLD, TOTAL = "plain", "strong", "bold", "total"
SMALL, SMALL_BOLD, TINY = "small", "smallBold", "tiny"
_STEPS = {
    PLAIN: ("table", 400),
    STRONG: ("table", 500),
    BOLD: ("table", 600),
    TOTAL: ("table", 700),
    SMALL: ("caption", 400),
    SMALL_BOLD: ("caption", 600),
    TINY: ("key", 400),
}
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CACHE_LIMIT = 20_000


class Ink:
    """One theme at one scale; made anew when either changes."""

    def __init__(self) -> None:
        self.colours = dict(theme.theme_switch().colours)
        self._fonts = {
            (name, numeric): theme.font(step, numeric=numeric, weight=weight)
            for name, (step, weight) in _STEPS.items()
            for numeric in (False, True)
        }
        self._metrics = {key: QFontMetrics(made) for key, made in self._fonts.items()}
        self._widths: dict[tuple[str, bool, str], int] = {}
        self._elided: dict[tuple[str, bool, str, int], str] = {}
        self.titles: dict[tuple[str, int], str] = {}
        """Headings by words and width, as far as they fit."""
        self.pad = theme.px(8)
        self.highlight = _marker(self.colours)

    def px(self, length: float) -> int:
        """A design length at the user's letter size."""
        return theme.px(length)

    def font(self, name: str, numeric: bool = False) -> QFont:
        """A font of the grid."""
        return self._fonts[name, numeric]

    def metrics(self, name: str, numeric: bool = False) -> QFontMetrics:
        """Its metrics."""
        return self._metrics[name, numeric]

    def width(self, words: str, name: str, numeric: bool = False) -> int:
        """Width of words in px, measured once."""
        key = (name, numeric, words)
        known = self._widths.get(key)
        if known is None:
            if len(self._widths) > _CACHE_LIMIT:
                self._widths.clear()
            known = self._widths[key] = self._metrics[name, numeric].horizontalAdvance(words)
        return known

    def fitted(self, words: str, name: str, numeric: bool, room: int) -> str:
        """The words, or as much of them as the room takes and an ellipsis."""
        if self.width(words, name, numeric) <= room:
            return words
        key = (name, numeric, words, room)
        known = self._elided.get(key)
        if known is None:
            if len(self._elided) > _CACHE_LIMIT:
                self._elided.clear()
            known = self._metrics[name, numeric].elidedText(words, Qt.TextElideMode.ElideRight, room)
            self._elided[key] = known
        return known

    def write(
        self,
        painter: QPainter,
        box: QRect,
        words: str,
        role: str,
        name: str = PLAIN,
        *,
        numeric: bool = False,
        align: int = LEFT,
    ) -> None:
        """Words in a box, elided when they are too long."""
        painter.setFont(self._fonts[name, numeric])
        painter.setPen(self.colours[role])
        painter.drawText(box, align, self.fitted(words, name, numeric, box.width()))

    def mark(
        self, painter: QPainter, box: QRect, words: str, query: str, name: str, *, numeric: bool, align: int
    ) -> None:
        """Highlight what a query found under words that are then written over it."""
        words = self.fitted(words, name, numeric, box.width())
        left = box.left()
        if align != LEFT:
            spare = box.width() - self.width(words, name, numeric)
            left += spare if align == RIGHT else spare // 2
        height = self._metrics[name, numeric].height()
        top = box.center().y() - height // 2
        for start, end in match_spans(words, query):
            begin = left + self.width(words[:start], name, numeric)
            finish = left + self.width(words[:end], name, numeric)
            painter.fillRect(begin - 1, top, finish - begin + 2, height, self.highlight)

    def icon(self, painter: QPainter, name: str, role: str, box: QRect, size: int = 16) -> None:
        """An icon in the middle of a box."""
        icons.paint(painter, name, role, box, size)

    def check_box(self, painter: QPainter, middle: QPoint, state: Qt.CheckState, focused: bool = False) -> None:
        """A check box of 16 px."""
        side = self.px(16)
        box = QRect(middle.x() - side // 2, middle.y() - side // 2, side, side)
        on = state != Qt.CheckState.Unchecked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.colours["accent" if on else "surface"])
        painter.setPen(self.colours["text" if focused else "accent" if on else "borderStrong"])
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.restore()
        if state == Qt.CheckState.Checked:
            self.icon(painter, "check", "onAccent", box, 14)
        elif state == Qt.CheckState.PartiallyChecked:
            bar = self.px(8)
            painter.fillRect(box.center().x() - bar // 2 + 1, box.center().y(), bar, 2, self.colours["onAccent"])


def _marker(colours: dict[str, QColor]) -> QColor:
    """A text marker in the hue of gold: bright on light ground, deep on dark ground."""
    light = colours["surface"].lightnessF() > 0.5
    return QColor.fromHsvF(colours["goldLine"].hsvHueF(), *((0.36, 0.976) if light else (0.64, 0.36)))
