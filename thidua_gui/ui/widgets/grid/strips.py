"""The strips beside a grid: the problem under it, the hints of its keys, the bar of checked rows; they know no page."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from thidua_gui.text import grid as wording
from thidua_gui.ui import icons, theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import IconLabel
from thidua_gui.ui.widgets.grid.ink import Ink


class ProblemStrip(QFrame):
    """One refused cell in words, and the way to it (F8); hidden while there is none."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("strip", "er")
        self.label = QLabel()
        self.label.setProperty("role", "table")
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = KeyButton(wording.GO_TO_PROBLEM, "F8")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel("alert-circle", "error", 18))
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.acted)
        self.hide()

    def say(self, where: str, sentence: str, more: int = 0) -> None:
        """`where` stands bold before the sentence; `more` other problems are counted after it."""
        rest = f" {wording.more_problems(more)}" if more else ""
        self.label.setText(f"<b>{_plain(where)}:</b> {_plain(sentence)}{_plain(rest)}")
        self.setAccessibleName(f"{where}: {sentence}{rest}")
        self.show()

    def add_button(self, button: QPushButton) -> None:
        """Another way out, before the usual one."""
        self._row.insertWidget(self._row.count() - 1, button)
        button.hide()

    def silence(self) -> None:
        """No problem is left."""
        self.hide()


class KeyButton(QPushButton):
    """A button that shows its key in a small cap beside its word."""

    def __init__(self, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._key = key
        self.setAutoDefault(False)
        self.setAccessibleName(f"{text} ({key})")

    def sizeHint(self) -> QSize:
        """Room for the cap."""
        hint = super().sizeHint()
        return QSize(hint.width() + _cap_width(self._key) + theme.px(8), hint.height())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button by the style with its word moved left, then the cap."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        width = _cap_width(self._key)
        painter.setFont(self.font())
        painter.setPen(theme.colour("text"))
        inner = self.rect().adjusted(theme.px(12), 0, -width - theme.px(18), 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        paint_cap(painter, self.width() - width - theme.px(11), self.height(), self._key)
        painter.end()


class KeyHints(QWidget):
    """Keys in caps with what they do; hints that have no room are left out. A word at the right (saved at …)."""

    def __init__(self, hints: Sequence[tuple[str, str]] = wording.KEY_HINTS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = tuple(hints)
        self._note = ""
        self.setAccessibleName("; ".join(f"{key}: {words}" for key, words in hints))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_switch().changed.connect(self.updateGeometry)

    def set_note(self, words: str) -> None:
        """What is said at the right with a check mark, e.g. when the last entry was saved."""
        self._note = words
        self.update()

    def sizeHint(self) -> QSize:
        """One quiet line."""
        return QSize(theme.px(200), theme.px(36))

    def minimumSizeHint(self) -> QSize:
        """It may get as narrow as the page wants."""
        return QSize(theme.px(40), theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Caps and words from the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surfaceAlt"))
        metrics = QFontMetrics(theme.font("caption"))
        right = self.width() - theme.px(16)
        if self._note:
            width = metrics.horizontalAdvance(self._note)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("success"))
            painter.drawText(
                QRect(right - width, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self._note
            )
            right -= width + theme.px(20)
            icons.paint(painter, "circle-check", "success", QRect(right, 0, theme.px(16), self.height()), 14)
            right -= theme.px(16)
        left = theme.px(16)
        for key, words in self._hints:
            cap, width = _cap_width(key), metrics.horizontalAdvance(words)
            if left + cap + theme.px(10) + width > right:
                break
            paint_cap(painter, left, self.height(), key)
            left += cap + theme.px(10)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("text2"))
            painter.drawText(QRect(left, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            left += width + theme.px(18)
        painter.end()


class PickMark(QWidget):
    """A check mark as in the rows that the bar speaks of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(theme.px(18), theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A checked box."""
        painter = QPainter(self)
        Ink().check_box(painter, self.rect().center(), Qt.CheckState.Checked)
        painter.end()


class BulkBar(QFrame):
    """Shown while rows are checked: count first, the things to do, "Bỏ chọn" last."""

    unpicked = Signal()

    def __init__(self, buttons: Sequence[QPushButton] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bulk", True)
        self.count = QLabel()
        self.count.setProperty("role", "strong")
        self.unpick = push(wording.UNPICK, "x", "flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        row.setSpacing(theme.px(8))
        row.addWidget(PickMark())
        row.addWidget(self.count)
        row.addSpacing(theme.px(12))
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.unpick)
        self.unpick.clicked.connect(self.unpicked)
        self.hide()

    def show_count(self, count: int) -> None:
        """Hidden while nothing is checked."""
        self.count.setText(wording.picked(count))
        self.setVisible(count > 0)


def paint_cap(painter: QPainter, left: int, height: int, key: str) -> None:
    """A key as a small frame with its name."""
    width, tall = _cap_width(key), theme.px(19)
    box = QRect(left, (height - tall) // 2, width, tall)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("borderStrong"))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setFont(theme.font("key"))
    painter.setPen(theme.colour("text2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def _cap_width(key: str) -> int:
    return QFontMetrics(theme.font("key")).horizontalAdvance(key) + theme.px(12)


def _plain(words: str) -> str:
    """Words for a rich label."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
