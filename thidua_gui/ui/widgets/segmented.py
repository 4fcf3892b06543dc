"""A row of joined choices of which one is taken (unit, stage, theme); knows no page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from thidua_gui.ui import icons, theme


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
        self.setCheckable(True)
        self.setText(choice.text)
        self.setToolTip(choice.tip)
        self.setAccessibleName(f"{choice.text} {choice.count}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        strong = QFontMetrics(theme.font("tableStrong"))
        width = strong.horizontalAdvance(self.choice.text) + theme.px(24)
        if self.choice.count:
            width += QFontMetrics(theme.font("tableStrong", numeric=True)).horizontalAdvance(self.choice.count)
            width += theme.px(8)
        if self.choice.icon:
            width += theme.px(22)
        return QSize(width + 1, theme.row_height("body", 12))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.rect()
        self._paint_ground(painter, box)
        step = "tableStrong" if self.isChecked() else "table"
        role = "accentText" if self.isChecked() else "text"
        painter.setPen(theme.colour(role if self.isEnabled() else "disabled"))
        painter.setFont(theme.font(step))
        inner = box.adjusted(theme.px(12), 0, -theme.px(12), 0)
        if self.choice.icon:
            place = QRect(inner.right() - theme.px(15), 0, theme.px(16), self.height())
            icons.paint(painter, self.choice.icon, "accentText" if self.isChecked() else "text2", place, 16)
            inner.setRight(inner.right() - theme.px(22))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.choice.text)
        if self.choice.count:
            role = "accentText" if self.isChecked() else self.choice.count_role or "text2"
            painter.setFont(theme.font("tableStrong" if self.choice.count_role else step, numeric=True))
            painter.setPen(theme.colour(role))
            painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.choice.count)

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
    """Arrow keys move between the choices; Tab enters at the taken one."""

    picked = Signal(object)
    """Key of the choice the user took."""

    def __init__(self, choices: Sequence[Choice] = (), *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("segmented", True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self._segments: list[Segment] = []
        self._group.buttonClicked.connect(self._on_clicked)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace the choices; the taken one stays taken if it is still there, else the first is."""
        taken = self.current()
        for segment in self._segments:
            self._group.removeButton(segment)
            self._row.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
        self._segments = [Segment(choice, self) for choice in choices]
        for segment in self._segments:
            self._group.addButton(segment)
            self._row.addWidget(segment)
            segment.show()
        if self._segments:
            self._segments[-1].is_last = True
            keys = [segment.choice.key for segment in self._segments]
            self.set_current(taken if taken in keys else keys[0])

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
