"""The list of what the office does next; each line leads to its page. Knows no service call."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from thidua_gui.services.next_steps import NextStep, StepKind
from thidua_gui.text import overview as wording
from thidua_gui.ui import icons, theme
from thidua_gui.ui.widgets.card import Card, line

_ICON = {
    StepKind.OPEN_YEAR: "calendar",
    StepKind.PLAN_NUMBER: "file-text",
    StepKind.REMIND: "printer",
    StepKind.CLOSE_STAGE: "lock",
    StepKind.LOOK_AGAIN: "refresh",
    StepKind.RATE: "chart-bar",
    StepKind.JUDGE_INITIATIVES: "bulb",
    StepKind.PROPOSAL_DRAFTS: "clipboard-check",
    StepKind.PROPOSAL_PAPERS: "file-text",
    StepKind.PROPOSALS_ABOVE: "flag",
    StepKind.TARGETS_BELOW: "target",
}


class StepRow(QAbstractButton):
    """Icon, words, day and an arrow."""

    def __init__(self, step: NextStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self._words = wording.step(step.kind.value, step.count, step.stage)
        self._day = "" if step.due_on is None else wording.day_and_month(step.due_on)
        self.setText(self._words)
        self.setToolTip(self._words)
        self.setAccessibleName(f"{self._words} {self._day}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), self._line_height() * self._lines() + theme.px(14))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), theme.colour("hover"))
        if self.hasFocus():
            painter.setPen(theme.colour("text"))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        height, right = self.height(), self.width() - theme.px(10)
        icons.paint(painter, _ICON[self.step.kind], "accentText", QRect(theme.px(14), 0, theme.px(20), height), 16)
        icons.paint(painter, "chevron-right", "text2", QRect(right - theme.px(16), 0, theme.px(16), height), 16)
        painter.setFont(theme.font("table", numeric=True))
        painter.setPen(theme.colour("text2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(0, 0, right - theme.px(22), height), Qt.AlignmentFlag.AlignRight | middle, self._day)
        painter.setFont(theme.font("table"))
        painter.setPen(theme.colour("text"))
        flags = Qt.AlignmentFlag.AlignLeft | middle | Qt.TextFlag.TextWordWrap
        painter.drawText(QRect(theme.px(44), 0, self._room(), height), flags, self._words)

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def _room(self) -> int:
        day = QFontMetrics(theme.font("table", numeric=True)).horizontalAdvance(self._day)
        return max(theme.px(60), self.width() - theme.px(44 + 38) - day)

    def _lines(self) -> int:
        metrics = QFontMetrics(theme.font("table"))
        box = metrics.boundingRect(QRect(0, 0, self._room(), 1000), Qt.TextFlag.TextWordWrap, self._words)
        return max(1, round(box.height() / metrics.height()))

    def _line_height(self) -> int:
        return QFontMetrics(theme.font("table")).height()


class NextCard(Card):
    """Card "Việc cần làm tiếp"; hidden when there is nothing to do."""

    opened = Signal(object)
    """NextStep that the user wants to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wording.NEXT, "list-check", margins=(0, 0, 0, 0), parent=parent)
        self.rows: list[StepRow] = []
        self._lines: list[QWidget] = []
        self.body.setSpacing(0)

    def show_steps(self, steps: Sequence[NextStep]) -> None:
        """Show these, in order."""
        for widget in (*self.rows, *self._lines):
            self.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.rows, self._lines = [], []
        for step in steps:
            if self.rows:
                self._lines.append(line())
                self.body.addWidget(self._lines[-1])
            row = StepRow(step)
            row.clicked.connect(lambda _=False, chosen=step: self.opened.emit(chosen))
            self.body.addWidget(row)
            self.rows.append(row)
        self.setVisible(bool(steps))
