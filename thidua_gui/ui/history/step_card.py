"""One recorded step: who, when, why, and how many rows of what it touched; its undo. Asks no service."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.services.history import Operation
from thidua_gui.services.history_detail import TouchedRows
from thidua_gui.text import history as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import Card, line


class StepCard(Card):
    """The card beside the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wording.STEP, "list-search", margins=(0, 0, 0, 0), parent=parent)
        self.undo = push(wording.UNDO, "arrow-back-up")
        self._what = _label("strong")
        self._who = _label("muted")
        self._why = _label("table")
        self._touched_title = _label("label")
        self._touched_title.setText(wording.TOUCHED)
        self._touched = _label("table")
        self._locked = _label("caption")
        words = QWidget()
        words.setProperty("transparent", True)
        column = QVBoxLayout(words)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(6))
        for label in (self._what, self._who, self._why):
            column.addWidget(label)
        column.addSpacing(theme.px(6))
        for label in (self._touched_title, self._touched):
            column.addWidget(label)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(words)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12))
        foot.addWidget(self._locked)
        foot.addWidget(self.undo)
        self.body.setSpacing(0)
        self.body.addWidget(area, 1)
        self.body.addWidget(line())
        self.body.addLayout(foot)

    def show_step(self, step: Operation | None) -> None:
        """Show this step; what it touched follows with `show_touched`."""
        self._touched.setText("")
        self._touched_title.setVisible(step is not None)
        self._who.setVisible(step is not None)
        if step is None:
            self._what.setText(wording.NO_ROW)
            self._why.hide()
            self._locked.hide()
            self.undo.setEnabled(False)
            return
        self._what.setText(step.title)
        self._who.setText(wording.who_and_when(step.user, step.at))
        self._why.setText(wording.because(step.reason))
        self._why.setVisible(bool(step.reason))
        locked = wording.NUMBERED_WHY if step.barrier else wording.UNDONE_WHY if step.undone else ""
        self._locked.setText(locked)
        self._locked.setVisible(bool(locked))
        self.undo.setText(wording.REDO if step.kind == "undo" else wording.UNDO)
        self.undo.setEnabled(not locked)

    def show_touched(self, found: Sequence[TouchedRows]) -> None:
        """How many rows of what."""
        lines = [wording.touched(item.table, item.action, item.rows) for item in found]
        self._touched.setText("\n".join(lines) or wording.NOTHING_TOUCHED)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label
