"""A row of joined choices of which one is taken (unit, stage, theme); knows no page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QWidget

from thidua_gui.ui import icons, theme

FRAME = 1
PADDING = 12
"""Room at either side of a word, logical px."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One segment: what it stands for, its word, a quiet count beside it, the tooltip, the count's colour role, and
    an icon at the right (a lock)."""

    key: object
    text: str
    count: str = ""
    tip: str = ""
    count_role: str = ""
    icon: str = ""


class Segment(QToolButton):
    """Paints itself: fill and 2-px line when taken, 2-px frame when focused."""

    def __init__(self, choice: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self.is_last = False
        self.padding = PADDING
        self._shows_count = True
        self.setCheckable(True)
        self.setText(choice.text)
        self.setAccessibleName(f"{choice.text} {choice.count}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show_tip()

    def sizeHint(self) -> QSize:
        """Room for the word, the gap and the count."""
        width = self.word_width()
        if self.choice.count:
            width += QFontMetrics(theme.font("tableStrong", numeric=True)).horizontalAdvance(self.choice.count)
            width += theme.px(8)
        return QSize(width, theme.row_height("body", 12))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def word_width(self) -> int:
        """Room without the count; as wide when it is not taken, for the strong letters."""
        strong = QFontMetrics(theme.font("tableStrong"))
        beside = 2 * self.padding + (22 if self.choice.icon else 0)
        return strong.horizontalAdvance(self.choice.text) + theme.px(beside) + 1

    def place(self, box: QRect, *, with_count: bool) -> None:
        """Where the row puts it; what does not fit stands in the tooltip."""
        self._shows_count = with_count
        self.setGeometry(box)
        self._show_tip()
        self.update()

    def shown_words(self) -> tuple[str, str]:
        """The word, elided where it must be, and the count or nothing."""
        room = max(0, self.width() - self.word_width() + self._advance() + 1)
        metrics = QFontMetrics(theme.font("tableStrong" if self.isChecked() else "table"))
        word = metrics.elidedText(self.choice.text, Qt.TextElideMode.ElideRight, room)
        return word, self.choice.count if self._shows_count else ""

    def _advance(self) -> int:
        return QFontMetrics(theme.font("tableStrong")).horizontalAdvance(self.choice.text)

    def _show_tip(self) -> None:
        is_whole = self.shown_words() == (self.choice.text, self.choice.count)
        self.setToolTip(self.choice.tip or ("" if is_whole else self.accessibleName()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.rect()
        self._paint_ground(painter, box)
        step = "tableStrong" if self.isChecked() else "table"
        role = "accentText" if self.isChecked() else "text"
        painter.setPen(theme.colour(role if self.isEnabled() else "disabled"))
        painter.setFont(theme.font(step))
        inner = box.adjusted(theme.px(self.padding), 0, -theme.px(self.padding), 0)
        if self.choice.icon:
            place = QRect(inner.right() - theme.px(15), 0, theme.px(16), self.height())
            icons.paint(painter, self.choice.icon, "accentText" if self.isChecked() else "text2", place, 16)
            inner.setRight(inner.right() - theme.px(22))
        word, count = self.shown_words()
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word)
        if count:
            role = "accentText" if self.isChecked() else self.choice.count_role or "text2"
            painter.setFont(theme.font("tableStrong" if self.choice.count_role else step, numeric=True))
            painter.setPen(theme.colour(role))
            painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)

    def _paint_ground(self, painter: QPainter, box: QRect) -> None:
        if self.isChecked():
            painter.fillRect(box, theme.colour("accentTint"))
            painter.fillRect(box.adjusted(0, box.height() - 2, 0, 0), theme.colour("accent"))
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(box, theme.colour("hover"))
        if not self.is_last:
            painter.fillRect(QRect(box.right(), box.top(), 1, box.height()), theme.colour("border"))
        if self.hasFocus():
            painter.setPen(theme.colour("text"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.drawRect(box.adjusted(1, 1, -2, -2))


class Segmented(QFrame):
    """Arrow keys move between the choices; Tab enters at the taken one. Without room the counts go, then letters."""

    picked = Signal(object)
    """Key of the choice the user took."""

    def __init__(self, choices: Sequence[Choice] = (), *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("segmented", True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._segments: list[Segment] = []
        self._padding = PADDING
        self._group.buttonClicked.connect(self._on_clicked)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace the choices; the taken one stays taken if it is still there, else the first is."""
        taken = self.current()
        for segment in self._segments:
            self._group.removeButton(segment)
            segment.hide()
            segment.deleteLater()
        self._segments = [Segment(choice, self) for choice in choices]
        for segment in self._segments:
            segment.padding = self._padding
            self._group.addButton(segment)
            segment.show()
        if self._segments:
            self._segments[-1].is_last = True
            keys = [segment.choice.key for segment in self._segments]
            self.set_current(taken if taken in keys else keys[0])
        self.updateGeometry()
        self._place()

    def set_padding(self, padding: int) -> None:
        """Less of it where room is scarce."""
        if padding != self._padding:
            self._padding = padding
            for segment in self._segments:
                segment.padding = padding
            self.updateGeometry()
            self._place()

    def sizeHint(self) -> QSize:
        """Every word and count, whatever is shown now."""
        hints = [segment.sizeHint() for segment in self._segments]
        height = max((hint.height() for hint in hints), default=0)
        return QSize(sum(hint.width() for hint in hints) + 2 * FRAME, height + 2 * FRAME)

    def minimumSizeHint(self) -> QSize:
        """Every word, without the counts; who forces it narrower sees letters go too."""
        words = sum(segment.word_width() for segment in self._segments)
        return QSize(words + 2 * FRAME, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._place()

    def _place(self) -> None:
        """Side by side inside the frame."""
        inner = self.rect().adjusted(FRAME, FRAME, -FRAME, -FRAME)
        widths = [segment.sizeHint().width() for segment in self._segments]
        with_count = sum(widths) <= inner.width()
        if not with_count:
            widths = _squeezed([segment.word_width() for segment in self._segments], inner.width())
        left = inner.left()
        for segment, width in zip(self._segments, widths, strict=True):
            segment.place(QRect(left, inner.top(), width, inner.height()), with_count=with_count)
            left += width

    def current(self) -> object:
        """Key of the taken choice, None while there are no choices."""
        for segment in self._segments:
            if segment.isChecked():
                return segment.choice.key
        return None

    def set_current(self, key: object) -> None:
        """Take a choice without telling anybody."""
        for segment in self._segments:
            if segment.choice.key == key:
                segment.setChecked(True)
            segment.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if segment.choice.key == key else Qt.FocusPolicy.ClickFocus
            )

    def segments(self) -> tuple[Segment, ...]:
        """The buttons, in order."""
        return tuple(self._segments)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._segments:
            super().keyPressEvent(event)
            return
        at = next((index for index, segment in enumerate(self._segments) if segment.isChecked()), 0)
        segment = self._segments[(at + step) % len(self._segments)]
        segment.setFocus(Qt.FocusReason.TabFocusReason)
        segment.click()

    def _on_clicked(self, segment: Segment) -> None:
        self.set_current(segment.choice.key)
        self.picked.emit(segment.choice.key)


def _squeezed(widths: list[int], room: int) -> list[int]:
    """The spare room shared out; without any the widest give way first."""
    if not widths:
        return []
    spare = room - sum(widths)
    if spare >= 0:
        each, rest = divmod(spare, len(widths))
        return [width + each + (place < rest) for place, width in enumerate(widths)]
    left, given = max(0, room), dict.fromkeys(range(len(widths)), 0)
    for done, place in enumerate(sorted(given, key=widths.__getitem__)):
        given[place] = min(widths[place], left // (len(widths) - done))
        left -= given[place]
    return list(given.values())
